"""The chapters that the notes of an episode list, put into its talk among its headings."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tui_reader.chapters import placed
from tui_reader.model import Section, Turn

__all__ = ["Chaptered", "with_chapters"]


class Chaptered(NamedTuple):
    """Turns, cut where chapters begin, and everything that stands before one of them."""

    turns: tuple[Turn, ...]
    sections: tuple[Section, ...]


def with_chapters(
    turns: tuple[Turn, ...], sections: tuple[Section, ...], chapters: Sequence[tuple[int, str]]
) -> Chaptered:
    """`turns` and their headings with `chapters` laid over them, each a time and a title.

    Chapters alone are a list of chapters. Where no turn has a time nobody knows where a chapter
    begins, and a chapter that is a heading already only lends it its time.
    """
    if not turns:
        return Chaptered((), tuple(Section(title, 0, time) for time, title in chapters))
    if not chapters or all(turn.first_time is None for turn in turns):
        return Chaptered(turns, sections)
    times = {title.casefold(): time for time, title in chapters}
    headings = {section.title.casefold() for section in sections}
    new = [(time, title) for time, title in chapters if title.casefold() not in headings]
    laid = placed(turns, new)
    moved = list(_moved(turns, laid.turns))
    kept = [
        Section(title, moved[turn], times.get(title.casefold()) if time is None else time)
        for title, turn, time in sections
    ]
    return Chaptered(laid.turns, tuple(sorted((*kept, *laid.sections), key=lambda s: s.turn)))


def _moved(turns: Sequence[Turn], cut: Sequence[Turn]) -> Iterator[int]:
    """Where each of `turns` begins among the pieces that they were `cut` into."""
    at = 0
    for turn in turns:
        yield at
        left = len("".join(turn.text.split()))
        while left > 0:
            left -= len("".join(cut[at].text.split()))
            at += 1
