"""Settings as a file that can be read again: an example of one, and what is in force."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from tui_reader.config.settings import Settings
from tui_reader.config.table import KEYS, SECTIONS, SETTINGS, Setting
from tui_reader.harmless import is_harmless

__all__ = ["KeyRow", "as_toml", "example", "in_force", "setting_rows"]

_HEAD: Final = """\
# The settings of tui-reader. A line that begins with # is none: take the # away to choose.
# `tui-reader config --check` tells what is wrong here, `tui-reader config --show` what is in force.
"""

_KEYS_HEAD: Final = """\
# A command's id and its key, its keys, or [] for none. Keys are written as the help shows them:
# "g", "G", "+", "Space", "PgDn", "F5", "Ctrl+F", "Alt+Left". What you choose another command loses.
"""

_WIDTH: Final = 98
"""Characters of a line of comment."""


class KeyRow(NamedTuple):
    """A command and its keys as they are written; `line` of the file is where they are chosen."""

    id: str
    keys: Sequence[str]
    help: str
    line: int | None = None


def as_toml(value: object) -> str:
    """A text, a number or a list of them as TOML has it."""
    if isinstance(value, tuple | list):
        return f"[{', '.join(map(as_toml, value))}]"
    written = json.dumps(value, ensure_ascii=False)
    return "".join(c if is_harmless(c) else f"\\u{ord(c):04x}" for c in written)


def setting_rows() -> Iterator[tuple[str, str, str]]:
    """Of every setting its name with its section, what it is and takes, and what it is at first."""
    for setting in SETTINGS:
        first = setting.otherwise or as_toml(getattr(Settings(), setting.field))
        yield setting.path, f"{setting.about} It takes {setting.kind.takes}.", first


def example(keys: Sequence[KeyRow]) -> str:
    """A file in which every setting is described and none is chosen."""
    return "\n".join([_HEAD.rstrip("\n"), *_sections(_offered, _offered_key, keys)]) + "\n"


def in_force(
    settings: Settings, remembered: Mapping[str, object], keys: Sequence[KeyRow], title: str
) -> str:
    """Every setting with its value and where that is from: a file that chooses just this.

    `remembered` are values of fields that nobody chose for good.
    """

    def offered(setting: Setting) -> Iterator[str]:
        value = getattr(settings, setting.field)
        line = settings.lines.get(setting.path)
        if line is not None:
            yield f"{setting.name} = {as_toml(value)}  # {_where(line)}"
        elif value is not None:
            yield f"{setting.name} = {as_toml(value)}  # default"
        elif remembered.get(setting.field) is not None:
            kept = as_toml(remembered[setting.field])
            yield f"{setting.name} = {kept}  # remembered"
        else:
            yield f"# {setting.name}: default, {setting.otherwise}"

    def offered_key(row: KeyRow) -> Iterator[str]:
        yield f"{row.id} = {_keys(row)}  # {_where(row.line)}"

    return "\n".join([title, *_sections(offered, offered_key, keys)])


def _where(line: int | None) -> str:
    if line is None:
        return "default"
    return f"config.toml, line {line}" if line else "config.toml"


def _sections(
    setting_lines: Callable[[Setting], Iterator[str]],
    key_lines: Callable[[KeyRow], Iterator[str]],
    keys: Sequence[KeyRow],
) -> Iterator[str]:
    for section in SECTIONS:
        yield from ("", f"[{section}]")
        if section == KEYS:
            yield from _KEYS_HEAD.splitlines()
            for row in keys:
                yield from key_lines(row)
        else:
            for setting in SETTINGS:
                if setting.section == section:
                    yield from setting_lines(setting)


def _offered(setting: Setting) -> Iterator[str]:
    from textwrap import wrap

    first = setting.otherwise or as_toml(getattr(Settings(), setting.field))
    about = f"{setting.about} It takes {setting.kind.takes}. At first: {first}."
    yield ""
    yield from (f"# {line}" for line in wrap(about, _WIDTH, break_on_hyphens=False))
    yield f"# {setting.name} = {setting.example}"


def _offered_key(row: KeyRow) -> Iterator[str]:
    yield f"# {row.id} = {_keys(row)}  # {row.help}"


def _keys(row: KeyRow) -> str:
    return as_toml(row.keys[0] if len(row.keys) == 1 else list(row.keys))
