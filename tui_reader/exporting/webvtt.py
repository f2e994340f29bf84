"""WebVTT: every cue at its time, with the voice that speaks it.

A cue is named after its place, `turn.paragraph.cue`, all from 1: players don't care, and whoever
reads the file again finds the same turns. Chapters are comments where they begin, `NOTE chapter
00:12:05.000 Title`; the notes are comments above the first cue, one a paragraph.

Kept: title, language, notes, speakers, turns with their paragraphs, chapters, and every time that
stands at the beginning of a word. An arrow `-->` in a title or in the notes becomes `→`.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tui_reader.exporting.base import Form
from tui_reader.exporting.cues import TurnCue, cues_of
from tui_reader.loading import Loaded
from tui_reader.model import Section, Transcript

if TYPE_CHECKING:
    from webvtt import Caption, WebVTT

__all__ = ["FORM", "clock", "escaped"]

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def escaped(text: str) -> str:
    """`text` so that nothing in it is markup of captions."""
    return text.translate(_ESCAPES)


def clock(ms: int) -> str:
    """A time as captions have it: `00:12:05.000`."""
    seconds, fraction = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}.{fraction:03}"


def _write(loaded: Loaded) -> str:
    transcript = loaded.transcript
    document = _header(transcript)
    if transcript.turns or not transcript.sections:
        comments = _chapters(transcript)
        for found in cues_of(transcript):
            caption = _caption(found)
            caption.comments = comments.pop(found.turn, [])
            document.captions.append(caption)
    else:
        document.metadata.append("Kind: chapters")
        document.captions = list(_chapter_track(transcript))
    return document.content


def _header(transcript: Transcript) -> "WebVTT":
    from webvtt import WebVTT

    about = transcript.metadata
    title = _no_arrow(" ".join(about.title.split()))
    notes = _no_arrow(transcript.notes).split("\n")
    paragraphs = "\n".join(line.strip() and line.rstrip() for line in notes).split("\n\n")
    return WebVTT(
        header_text=f"- {title}" if title else "",
        metadata=[f"Language: {about.language.split()[0]}"] if about.language else [],
        header_comments=[text.strip("\n") for text in paragraphs if text.strip()],
    )


def _caption(found: TurnCue) -> "Caption":
    from webvtt import Caption

    cue = found.cue
    voice = _voice(cue.speaker) if cue.speaker else ""
    name = f"{found.turn + 1}.{found.paragraph}.{found.number}"
    return Caption(clock(cue.start or 0), clock(cue.end or 0), voice + escaped(cue.text), name)


def _voice(speaker: str) -> str:
    name = escaped(" ".join(speaker.split()))
    return f"<v {name} >" if name.endswith("--") else f"<v {name}>"  # `-->` is no end of a tag


def _chapters(transcript: Transcript) -> dict[int, list[str]]:
    """The comments that stand for the chapters, by the turn each begins with."""
    comments: dict[int, list[str]] = {}
    for section in transcript.sections:
        time = "-" if section.time is None else clock(section.time)
        title = _no_arrow(" ".join(section.title.split()))
        comments.setdefault(section.turn, []).append(f"chapter {time} {title}")
    return comments


def _chapter_track(transcript: Transcript) -> Iterator["Caption"]:
    """The chapters as cues, for a file that is nothing but a list of them."""
    from webvtt import Caption

    sections = [section for section in transcript.sections if section.time is not None]
    last = Section("", 0, max(transcript.duration or 0, sections[-1].time or 0) if sections else 0)
    for section, after in zip(sections, [*sections[1:], last], strict=True):
        start, end = section.time or 0, after.time or 0
        words = escaped(" ".join(section.title.split()))
        yield Caption(clock(start), clock(max(start, end)), words)


def _no_arrow(text: str) -> str:
    return text.replace("-->", "→")


FORM: Final = Form(
    name="vtt",
    title="WebVTT",
    suffix=".vtt",
    about="captions with voices, for players and web pages",
    rank=2,
    write=_write,
    needs_times=True,
)
