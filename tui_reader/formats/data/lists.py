"""Where in JSON of no known vendor the list is that holds what was said."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from tui_reader.formats.data.columns import column
from tui_reader.formats.data.sayings import sayings
from tui_reader.formats.data.values import speaker_of

__all__ = ["lists_of_segments", "may_hold_segments"]

_DEEP: Final = 5  # keys and lists down to the list that is looked for


class _Tally(NamedTuple):
    entries: int
    letters: int
    named: bool


def may_hold_segments(paths: frozenset[str]) -> bool:
    """Whether words stand beside a time or a speaker anywhere among the keys of a file."""
    kinds: dict[str, set[str]] = {}
    for path in paths:
        where, _, key = path.rpartition(".")
        if found := column(key):
            kinds.setdefault(where, set()).add(found.kind)
    return any("text" in kind and kind & {"start", "speaker"} for kind in kinds.values())


def lists_of_segments(value: Any) -> list[list[Any]]:
    """The lists of segments in `value`, the best first.

    Where one has the words of another, as utterances and words do, names and length count.
    """
    found = [(_tally(items), items) for items in _lists(value, _DEEP)]
    found = [(tally, items) for tally, items in found if tally.entries]
    most = max((tally.letters for tally, _ in found), default=0)
    found.sort(
        key=lambda each: (10 * each[0].letters >= 9 * most, each[0].named, -each[0].entries),
        reverse=True,
    )
    return [items for _, items in found]


def _tally(items: list[Any]) -> _Tally:
    """What a list has of segments; nothing where it is no speech."""
    said = [segment for segment, _ in sayings(items)]
    named = any(speaker_of(segment.speaker) for segment in said)
    return _Tally(len(said), sum(len("".join(segment.text.split())) for segment in said), named)


def _lists(value: Any, deep: int) -> Iterator[list[Any]]:
    """Every list inside `value`, but for those inside the objects of another list.

    A list of a single object holds no segments, but perhaps a list that does.
    """
    if isinstance(value, list):
        yield value
        value = value[0] if len(value) == 1 else None
    if isinstance(value, dict) and deep:
        for inner in value.values():
            yield from _lists(inner, deep - 1)
