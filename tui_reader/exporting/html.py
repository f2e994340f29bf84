"""HTML: one page that needs nothing else, light or dark as its reader has it, without a script.

Every turn is an anchor at its time: `talk.html#t=62` leads to what is said after a minute and two
seconds. Kept: title, headings, who says what, and since when; and the words of the notes, below a
line with show, number, date and length. Turns of one speaker in a row, and those of nobody behind a
named one, become one when the page is read again.
"""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from typing import Final

from tui_reader.exporting.base import Form
from tui_reader.exporting.headings import Headings
from tui_reader.harmless import harmless
from tui_reader.loading import Loaded
from tui_reader.markdown import LinkSpan
from tui_reader.model import Transcript, Turn
from tui_reader.notes import Note, NoteKind, read_notes
from tui_reader.timecode import format_clock
from tui_reader.turns import PARAGRAPH

__all__ = ["DARK", "FORM", "HUES", "LIGHT", "colour"]

HUES: Final = (205, 32, 285, 150, 350, 60, 230, 15, 175, 320, 95, 260)
"""Of the speakers, in the order of their first words."""

LIGHT: Final = ("#ffffff", "#1b1d22", 24)
DARK: Final = ("#15171c", "#e4e6eb", 76)
"""Background, text, and how light in percent the colours of speakers are on it."""

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.55 Georgia, serif; }
header p, footer p, time { color: GrayText; font: 0.85rem/1.5 system-ui, sans-serif; }
cite { font: bold 0.95rem/1.5 system-ui, sans-serif; }
section { margin: 1.2rem 0; } section p { margin: 0.3rem 0; }
section a { color: inherit; text-decoration: none; } section:target { outline: 2px solid; }
"""


def colour(hue: int, lightness: int) -> str:
    """The colour of a hue as CSS writes it."""
    return f"hsl({hue}, 70%, {lightness}%)"


def _write(loaded: Loaded) -> str:
    transcript = loaded.transcript
    about = transcript.metadata
    language = f' lang="{_text(about.language)}"' if about.language else ""
    title = _text(" ".join(about.title.split()))
    parts = [
        "<!DOCTYPE html>",
        f"<html{language}>",
        f'<head><meta charset="utf-8"><title>{title}</title>',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<style>\n{_STYLE}{_colours(transcript)}</style></head>",
        f"<body>\n<h1>{title}</h1>",
        *_around(transcript),
        "</body>\n</html>",
    ]
    return "\n".join(parts)


def _around(transcript: Transcript) -> Iterator[str]:
    """The turns with what is known and the notes above them.

    Where neither names nor times tell what is said, those stand below: else they would be, too.
    """
    told = bool(transcript.speakers) or transcript.timed
    about = ["<header>" if told else "<footer>", *_facts(transcript)]
    about += _notes(transcript.notes)
    about.append("</header>" if told else "</footer>")
    if told:
        yield from about
    yield from ("<main>", *_body(transcript), "</main>")
    if not told:
        yield from about


def _colours(transcript: Transcript) -> str:
    light = (
        f"body {{ background: {LIGHT[0]}; color: {LIGHT[1]}; }}",
        *_rules(transcript, LIGHT[2]),
    )
    dark = (f"body {{ background: {DARK[0]}; color: {DARK[1]}; }}", *_rules(transcript, DARK[2]))
    inside = "\n  ".join(dark)
    return "\n".join(light) + f"\n@media (prefers-color-scheme: dark) {{\n  {inside}\n}}\n"


def _rules(transcript: Transcript, lightness: int) -> Iterator[str]:
    for number in range(min(len(transcript.speakers), len(HUES))):
        yield f".s{number} {{ color: {colour(HUES[number], lightness)}; }}"


def _facts(transcript: Transcript) -> Iterator[str]:
    about = transcript.metadata
    facts = (
        about.show,
        about.number and f"#{about.number}",
        about.date.isoformat() if about.date else None,
        None if transcript.duration is None else format_clock(transcript.duration, hours=True),
    )
    if told := " · ".join(filter(None, facts)):
        yield f"<p>{_text(told)}</p>"


def _notes(notes: str) -> Iterator[str]:
    """The notes, items in a row as a list."""
    for is_list, run in groupby(read_notes(notes), lambda note: note.kind is NoteKind.ITEM):
        blocks = "\n".join(map(_note, run))
        yield f"<ul>\n{blocks}\n</ul>" if is_list else blocks


def _note(note: Note) -> str:
    tag = {NoteKind.HEADING: "h2", NoteKind.ITEM: "li", NoteKind.PARAGRAPH: "p"}[note.kind]
    return f"<{tag}>{''.join(_linked(note.text, note.links))}</{tag}>"


def _linked(text: str, links: tuple[LinkSpan, ...]) -> Iterator[str]:
    at = 0
    for start, end, url in links:
        yield _text(text[at:start])
        yield f'<a href="{_text(url)}">{_text(text[start:end])}</a>'
        at = end
    yield _text(text[at:])


def _body(transcript: Transcript) -> Iterator[str]:
    headings = Headings(transcript)
    colours = {name: number % len(HUES) for number, name in enumerate(transcript.speakers)}
    used: set[int] = set()
    for number, turn in enumerate(transcript.turns):
        for title, _ in headings.before(number):
            yield f"<h2>{_text(title)}</h2>"
        yield _turn(turn, colours, used)
    if not transcript.turns:
        for section in transcript.sections:
            yield f"<p>{format_clock(section.time or 0)} {_text(section.title)}</p>"


def _turn(turn: Turn, colours: dict[str, int], used: set[int]) -> str:
    """A turn; the first of each second is the anchor for it."""
    time, anchor = turn.start, ""
    head = (
        f'<cite class="s{colours[turn.speaker]}">{_text(turn.speaker)}</cite> '
        if turn.speaker
        else ""
    )
    if time is not None:
        second = time // 1000
        anchor = "" if second in used else f' id="t={second}"'
        used.add(second)
        period = f"PT{second // 60}M{second % 60}.{time % 1000:03}S"
        head += f'<a href="#t={second}"><time datetime="{period}">{format_clock(time)}</time></a>'
    words = "\n".join(f"<p>{_text(text)}</p>" for text in turn.text.split(PARAGRAPH))
    return f"<section{anchor}>{head}\n{words}</section>"


def _text(text: str) -> str:
    return escape(harmless(text))


FORM: Final = Form(
    name="html",
    title="HTML",
    suffix=".html",
    about="one page for the browser, times as anchors",
    rank=5,
    write=_write,
)
