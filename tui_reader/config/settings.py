"""The settings there are, and what each is where nobody has chosen anything."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, NamedTuple

__all__ = ["FILE_NAME", "Settings"]

FILE_NAME: Final = "config.toml"

_CITATION: Final = "“{text}” — [{speaker}, ]“{title}”[, {show}][, {date}][, {time}]"


_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


class Settings(NamedTuple):
    """What was chosen in `config.toml`; None where it is left to what was remembered.

    Widths are cells, lengths of turns are words. `problems` are sentences about what could not be
    taken from the file. `lines` tells where in it each setting stands that was taken from it, by
    names such as `screen.theme`.
    """

    theme: str | None = None
    gutter: str | None = None
    """`turn`, `cue` or `none`."""
    text_width: int | None = None
    list_width: int | None = None
    long_turn: int = 25
    """From so many words on a turn is long."""
    citation: str = _CITATION
    copy: str = "{text}"
    player: tuple[str, ...] = ("mpv",)
    """The program that plays recordings and its arguments: mpv, or one that takes its place."""
    keys: Mapping[str, tuple[str, ...]] = _NOTHING
    """Other keys for commands, by their ids, as they are written; none to have no key."""
    problems: tuple[str, ...] = ()
    lines: Mapping[str, int] = _NOTHING
