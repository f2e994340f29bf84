"""When the elements of TTML begin and end: by the standard, and as some programs mean it.

The standard counts from the beginning of the element around; some programs, Apple's among them,
write times of the recording everywhere. A file does not say which it is: both are worked out, and
what makes no sense is counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from tui_reader.formats.data.ttml_times import TtmlClock

__all__ = ["ROOT", "Doubt", "Scope", "Times", "inner"]

_TIMES: Final = ("begin", "end", "dur")


class Times(NamedTuple):
    """The beginning and the end of an element in milliseconds, as far as they are known."""

    begin: int | None = None
    end: int | None = None


_UNKNOWN: Final = Times()


@dataclass(frozen=True, slots=True)
class Scope:
    """What the words of an element share: its times in both senses, and who speaks.

    `element` is the name of the one that has the times, which may be further out.
    """

    counted: Times = _UNKNOWN
    plain: Times = _UNKNOWN
    written: Times = _UNKNOWN
    element: str = ""
    agent: str = ""


ROOT: Final = Scope()
"""What is around the outermost element."""


@dataclass(slots=True)
class Doubt:
    """How often each of the two senses of times made none, and which times could not be read."""

    against_counted: int = 0
    against_plain: int = 0
    unreadable: list[tuple[int, str]] = field(default_factory=list)

    @property
    def is_plain(self) -> bool:
        """Whether all times are those of the recording."""
        return self.against_counted > self.against_plain

    def weigh(self, outer: Times, own: Times) -> None:
        """Looks at the times of an element within one that begins later than at zero."""
        if outer.begin and own.begin is not None:
            self.against_plain += own.begin < outer.begin
            last = own.begin if own.end is None else own.end
            self.against_counted += outer.end is not None and last > outer.end - outer.begin


def inner(
    outer: Scope,
    name: str,
    attributes: Mapping[str, str],
    line: int,
    clock: TtmlClock,
    doubt: Doubt,
) -> Scope:
    """The scope of an element within `outer`; the same where it says nothing of its own."""
    agent = attributes.get("agent", outer.agent)
    if attributes.keys().isdisjoint(_TIMES):
        return outer if agent == outer.agent else replace(outer, agent=agent)
    own = _written(attributes, line, clock, doubt)
    doubt.weigh(outer.written, own)
    if "begin" in attributes:
        return Scope(_moved(own, outer.counted.begin), own, own, name, agent)
    counted = Times(outer.counted.begin, _moved(own, outer.counted.begin).end)
    return Scope(counted, Times(outer.plain.begin, own.end), own, name, agent)


def _written(attributes: Mapping[str, str], line: int, clock: TtmlClock, doubt: Doubt) -> Times:
    """The times of an element as they are written; a duration counts from where it begins."""
    begin, end, length = (
        clock.milliseconds(attributes[key]) if key in attributes else None for key in _TIMES
    )
    for key, time in zip(_TIMES, (begin, end, length), strict=True):
        if time is None and key in attributes:
            doubt.unreadable.append((line, attributes[key]))
    if end is None and length is not None:
        end = (begin or 0) + length
    return Times(begin, end)


def _moved(times: Times, origin: int | None) -> Times:
    """`times` counted from `origin`."""
    begin, end = ((origin or 0) + time if time is not None else None for time in times)
    return Times(begin, end)
