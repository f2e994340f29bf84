"""Markdown: a post with front matter, and turns that begin with bold names and their times.

Kept: title, show, number, date, duration, language, tags, people, links and the recording; notes;
headings; who says what, and since when, to the second. A heading `Transcript` parts notes from
turns where no other does. Turns of one speaker in a row become one, and so do those of nobody
behind a named one. Where nobody is named, the notes are the description in the front matter, or
they would be taken for words; and a name that is there but once, and alone, is taken for one.
Nothing in the words is left to be markup.
"""

from collections.abc import Iterator
from typing import Any, Final

from tui_reader.exporting.base import Form
from tui_reader.exporting.headings import Headings
from tui_reader.lazily import pattern
from tui_reader.loading import Loaded
from tui_reader.model import Transcript, Turn
from tui_reader.timecode import format_clock
from tui_reader.turns import PARAGRAPH

__all__ = ["FORM"]

_INLINE: Final = pattern(r"[\\`*_\[\]<>~{}|]|&(?=#?\w+;)|!(?=\[)|(?<=:)/(?=/)")
_START: Final = pattern(r"(\d{0,9})([#+>=-]|[.)](?=\s|$)|\((?=@?\d))")
"""What makes a line a heading, a list, a quotation, or a time where it begins with it."""


def _write(loaded: Loaded) -> str:
    import frontmatter

    transcript = loaded.transcript
    post = frontmatter.Post(PARAGRAPH.join(_body(transcript)), **_matter(transcript))
    return str(frontmatter.dumps(post, sort_keys=False, allow_unicode=True, width=10_000))


def _matter(transcript: Transcript) -> dict[str, Any]:
    """The front matter, without what is not known."""
    about = transcript.metadata
    length = transcript.duration
    speakers = tuple(dict.fromkeys((*about.people, *transcript.speakers)))
    fields: dict[str, Any] = {
        "title": about.title,
        "show": about.show,
        "episode": about.number,
        "date": about.date,
        "duration": None if length is None else format_clock(length, hours=True),
        "language": about.language,
        "tags": list(about.tags),
        "audio": about.recording,
        "speakers": list(speakers),
        "links": [{"title": link.title, "url": link.url} for link in about.links],
        "description": "" if transcript.speakers else transcript.notes.strip(),
    }
    return {name: value for name, value in fields.items() if value}


def _body(transcript: Transcript) -> Iterator[str]:
    headings = Headings(transcript)
    if transcript.speakers and transcript.notes.strip():
        yield transcript.notes.strip()
        if not any(headings.before(0)):
            yield "## Transcript"
    for number, turn in enumerate(transcript.turns):
        for title, time in headings.before(number):
            stamp = "" if time is None else f"[{format_clock(time)}] "
            yield f"## {stamp}{_escaped(title)}"
        yield _turn(turn)
    if not transcript.turns:
        yield "\n".join(
            f"- {format_clock(section.time or 0)} {_escaped(section.title)}"
            for section in transcript.sections
        )


def _turn(turn: Turn) -> str:
    """A turn with its name and its time, as far as it has them."""
    paragraphs = [_paragraph(text) for text in turn.text.split(PARAGRAPH)]
    stamp = "" if turn.start is None else f"[{format_clock(turn.start)}]"
    if turn.speaker:
        label = f"**{_escaped(turn.speaker)}**{f' {stamp}' if stamp else ''}: "
    else:
        label = f"{stamp} " if stamp else ""
    return label + PARAGRAPH.join(paragraphs)


def _paragraph(text: str) -> str:
    """A paragraph in which nothing is markup, nor a time or a name that is said."""
    words = _escaped(" ".join(text.split()))
    return _START.sub(r"\1\\\2", words, count=1) if _START.match(words) else words


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


FORM: Final = Form(
    name="md",
    title="Markdown",
    suffix=".md",
    about="a post with front matter, names in bold",
    rank=0,
    write=_write,
)
