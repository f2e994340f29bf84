"""An essay: a title, a date in words, short lines as headings, paragraphs.

Often printed by a shell, with the prompt and the command on the first line.
"""

from collections.abc import Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.dates import parse_date
from tui_reader.formats.written.paragraphs import Paragraph, paragraphs
from tui_reader.formats.written.talk import Talk
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Transcript

__all__ = ["FORMAT"]

_PROMPT: Final = pattern(
    r"\s*(?:[\w.-]{1,40}@[\w.-]{1,80}[^\n$#%>]{0,80})?[$#%>❯][ \t]+"
    r"(?:cat|less|more|bat)[ \t]+\S[^\n]*(?:\n|$)"
)
_TOP: Final = 8  # paragraphs among which a date belongs to the head of an essay
_DATE_LENGTH: Final = 40
_HEADING_LENGTH: Final = 80
_HEADING_WORDS: Final = 12
_NO_HEADING_END: Final = tuple(".!?…:;,")


def _sniff(head: str) -> float:
    if _PROMPT.match(head):
        return 0.9
    top = list(paragraphs(head[:4_000]))[:_TOP]
    return 0.5 if _date_at(top) and len(top) > 2 else 0.0


def _parse(text: str) -> Transcript:
    prompt = _PROMPT.match(text)
    start = prompt.end() if prompt else 0
    pieces = list(paragraphs(text[start:], text.count("\n", 0, start) + 1))
    at = _date_at(pieces[:_TOP])
    if at is None:
        head, day = ([pieces[0]] if _is_titled(pieces) else []), None
        rest = pieces[len(head) :]
    else:
        head, day = pieces[:at], parse_date(pieces[at].text)
        rest = pieces[at + 1 :]
    talk = Talk()
    for index, (line, words) in enumerate(rest):
        if _is_heading(rest, index):
            talk.head(words)
        else:
            talk.speak(None, line)
            talk.say(words, line)
    metadata = Metadata(title=head[-1].text if head else "", date=day)
    notes = "\n\n".join(piece.text for piece in head[:-1])
    return Transcript(metadata, talk.turns(), talk.sections(), notes)


def _date_at(top: Sequence[Paragraph]) -> int | None:
    """Which of the first paragraphs is a date behind a title, and nothing else."""
    for index, piece in enumerate(top):
        if index and len(piece.text) <= _DATE_LENGTH and parse_date(piece.text):
            return index if _is_short(top[index - 1].text) else None
    return None


def _is_titled(pieces: Sequence[Paragraph]) -> bool:
    return len(pieces) > 1 and _is_short(pieces[0].text)


def _is_short(words: str) -> bool:
    return len(words) <= _HEADING_LENGTH and len(words.split()) <= _HEADING_WORDS


def _is_heading(pieces: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph is a heading: short, no sentence, and a paragraph follows."""
    words = pieces[index].text
    if not _is_short(words) or words.endswith(_NO_HEADING_END) or words[:1].islower():
        return False
    after = pieces[index + 1].text if index + 1 < len(pieces) else ""
    return len(after) > max(len(words), _HEADING_LENGTH) or (
        len(after) > len(words) and after.endswith((".", "!", "?"))
    )


FORMAT: Final = Format(
    name="essay",
    title="Essay",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "$ cat post/rain-on-tin.md\n\nrain on tin / a slow kettle\n\n\nThe Leaking Roof\n\n"
            "March 3, 2021\n\nIt began with a drop.\n\nThe Bucket\n\n"
            "We put a bucket under it, and then a second one beside the first.\n\nMind the step!\n",
            turns=3,
        ),
        Sample(
            "On Ladders\n\n5 June 2020\n\nA ladder is a promise.\n\nIt is kept from the top.\n",
            turns=2,
        ),
    ),
)
