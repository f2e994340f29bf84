"""Plain text: the title, what is known, the notes, and the turns under their names and times.

    Omer (1:02:03)           where every turn has a name and a time, and below it the words
    [1:02:03] Omer: text     elsewhere, as far as they are known

Kept: title, show, number, date and language; every word; who says it, and since when, to the
second, as far as plain text can tell: a paragraph that looks like one of these lines is one.
Headings stand between `==` on lines of their own.
"""

from collections.abc import Iterator
from typing import Final

from tui_reader.exporting.base import Form
from tui_reader.exporting.headings import Headings
from tui_reader.loading import Loaded
from tui_reader.model import Transcript, Turn
from tui_reader.timecode import format_clock
from tui_reader.turns import PARAGRAPH

__all__ = ["FORM"]

_TITLE_LENGTH: Final = 100


def _write(loaded: Loaded) -> str:
    return PARAGRAPH.join(filter(None, _parts(loaded.transcript)))


def _parts(transcript: Transcript) -> Iterator[str]:
    notes = transcript.notes.strip()
    known = {line.strip() for line in notes.split("\n")}
    yield "\n".join(line for line in _about(transcript) if line not in known)
    yield notes
    headings = Headings(transcript)
    full = all(turn.speaker and turn.start is not None for turn in transcript.turns)
    for number, turn in enumerate(transcript.turns):
        for title, time in headings.before(number):
            stamp = "" if time is None else f"{format_clock(time)} "
            yield f"== {stamp}{title} =="
        yield _turn(turn, full=full)
    if not transcript.turns:
        yield "\n".join(
            f"{format_clock(section.time or 0)} {section.title}" for section in transcript.sections
        )


def _about(transcript: Transcript) -> Iterator[str]:
    """The lines above everything: a title by itself where it looks like one, then fields."""
    about = transcript.metadata
    title = " ".join(about.title.split())
    plain = title[:1].isalpha() and len(title) <= _TITLE_LENGTH and ":" not in title
    yield title if plain else f"Title: {title}"
    fields = {
        "Show": about.show,
        "Episode": about.number,
        "Date": about.date and about.date.isoformat(),
        "Language": about.language,
    }
    for name, value in fields.items():
        if value:
            yield f"{name}: {value}"


def _turn(turn: Turn, *, full: bool) -> str:
    stamp = "" if turn.start is None else format_clock(turn.start)
    if full:
        return f"{turn.speaker} ({stamp})\n{turn.text}"
    name = f"{turn.speaker}: " if turn.speaker else ""
    return f"[{stamp}] {name}{turn.text}" if stamp else f"{name}{turn.text}"


FORM: Final = Form(
    name="txt",
    title="Text",
    suffix=".txt",
    about="names and times over the words, nothing else",
    rank=1,
    write=_write,
)
