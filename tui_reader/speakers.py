"""Who speaks how much in a transcript."""

from typing import NamedTuple

from tui_reader.model import Transcript, Turn

__all__ = ["Share", "count_words", "shares"]


class Share(NamedTuple):
    """One speaker's part: how many turns and words, and how long they spoke.

    `ms` is None where none of their turns has a time.
    """

    name: str
    turns: int
    words: int
    ms: int | None


def shares(transcript: Transcript) -> tuple[Share, ...]:
    """The share of everybody who is named, in the order of their first words."""
    found: dict[str, Share] = {}
    for turn, ms in zip(transcript.turns, _spans(transcript.turns), strict=True):
        if not turn.speaker:
            continue
        so_far = found.get(turn.speaker, Share(turn.speaker, 0, 0, None))
        found[turn.speaker] = Share(
            turn.speaker,
            so_far.turns + 1,
            so_far.words + count_words(turn.text),
            so_far.ms if ms is None else (so_far.ms or 0) + ms,
        )
    return tuple(found.values())


def count_words(text: str) -> int:
    """How many words a text has: what stands between white space."""
    if not text or not text.isascii():
        return len(text.split())
    return 1 + text.count(" ") + text.count("\n\n")  # all there is between words, and much faster


def _spans(turns: tuple[Turn, ...]) -> list[int | None]:
    """How long each turn lasts: to its end, else to where the next one starts."""
    spans: list[int | None] = []
    following: int | None = None
    for turn in reversed(turns):
        if turn.start is None:
            spans.append(None)
            continue
        end = turn.end if turn.end is not None else following
        spans.append(max(0, end - turn.start) if end is not None else 0)
        following = turn.start
    return spans[::-1]
