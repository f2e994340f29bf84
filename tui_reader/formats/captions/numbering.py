"""Which lines of a SubRip file are the numbers of its cues, and which are words.

Numbers are missing, come twice, or are no numbers; people say numbers, and nothing but a line that
stands alone tells one from the other. So the whole file has to say where its numbers stand.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

__all__ = ["Numbered", "as_number", "numbered"]

_LONGEST: Final = 40  # characters of a name that stands in the place of a number
_DIGITS: Final = 9


class Numbered(NamedTuple):
    """Where a cue begins: the line of its number, or else that of its time; both from 0."""

    begins: int
    number: int | None = None
    name: str = ""


class _Candidate(NamedTuple):
    """The last line with words above a time, and whether blank lines stand around it."""

    at: int
    text: str
    blank_above: bool
    blank_below: bool

    @property
    def style(self) -> tuple[bool, bool]:
        return self.blank_above, self.blank_below

    @property
    def is_usual(self) -> bool:
        return self.style == (True, False)


def as_number(text: str) -> int | None:
    """The number of a cue that a line is, if it is one."""
    text = text.strip()
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _DIGITS else None


def numbered(lines: Sequence[str], times: Sequence[int]) -> list[Numbered]:
    """Where each cue begins whose time stands on one of the lines `times`."""
    above = [_candidate(lines, floor, at) for floor, at in zip([-1, *times], times, strict=False)]
    usual = _usual(above)
    named = sum(found is not None and found.is_usual and _is_single(found.text) for found in above)
    are_named = named * 2 > len(times)
    begins: list[Numbered] = []
    last: int | None = None
    for at, found in zip(times, above, strict=True):
        number = as_number(found.text) if found else None
        last = None if last is None else last + 1
        if found is None:
            begins.append(Numbered(at))
        elif number is not None and (
            found.is_usual or number == last or found.style == usual or not begins
        ):
            last = number
            begins.append(Numbered(found.at, number))
        elif number is None and found.is_usual and are_named and _is_single(found.text):
            begins.append(Numbered(found.at, None, found.text))
        else:
            begins.append(Numbered(at))
    return begins


def _candidate(lines: Sequence[str], floor: int, at: int) -> _Candidate | None:
    """What stands above the time on line `at`, below the time on line `floor`."""
    place = at - 1
    while place > floor and not lines[place].strip():
        place -= 1
    if place == floor:
        return None
    blank_above = place == 0 or not lines[place - 1].strip()
    blank_below = place < at - 1
    if place == floor + 1 and floor >= 0 and blank_below:
        return None  # all that a cue says
    return _Candidate(place, lines[place].strip(), blank_above, blank_below)


def _usual(above: Sequence[_Candidate | None]) -> tuple[bool, bool] | None:
    """Where numbers stand in a file, if it has them: the first, above which nothing is, aside."""
    styles = [found and as_number(found.text) is not None and found.style for found in above]
    counted = Counter(style for style in styles[1:] if style)
    if not counted or 2 * sum(map(bool, styles)) <= len(above):
        return None
    style, count = counted.most_common(1)[0]
    return style if 2 * count > counted.total() else None


def _is_single(text: str) -> bool:
    """Whether `text` is one word, as numbers and other names of cues are."""
    return len(text) <= _LONGEST and " " not in text
