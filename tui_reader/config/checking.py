"""What a file of settings says: what is right in it is taken, what is not is told."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from tui_reader.config.lenient import read
from tui_reader.config.nearest import meant
from tui_reader.config.settings import FILE_NAME, Settings
from tui_reader.config.statements import paths
from tui_reader.config.table import KEYS, SECTIONS, SETTINGS, Setting
from tui_reader.harmless import harmless_line

__all__ = ["read_settings", "sentence"]

_SHOWN: Final = 30
"""As much of a wrong value is repeated, in characters."""

_TAKES_KEYS: Final = 'takes a key such as "g", several such as ["g", "Home"], or [] for none'


def read_settings(text: str) -> Settings:
    """The settings that `text` holds, with the problems it has."""
    reading = _Reading(text)
    reading.take()
    return reading.settings()


class _Reading:
    """A file as it is gone through: what was chosen so far, and what was wrong."""

    def __init__(self, text: str) -> None:
        self._tables, wrong = read(text)
        self._written = paths(text.split("\n"))
        self._problems = [(mistake.line, mistake.sentence) for mistake in wrong]
        self._chosen: dict[str, Any] = {}
        self._keys: dict[str, tuple[str, ...]] = {}
        self._lines: dict[str, int] = {}

    def settings(self) -> Settings:
        """What was chosen, the problems by their lines."""
        told = sorted(self._problems, key=lambda problem: problem[0])
        sentences = tuple(sentence(line, problem) for line, problem in told)
        return Settings(**self._chosen, keys=self._keys, problems=sentences, lines=self._lines)

    def take(self) -> None:
        """Go through all that the file has."""
        for section, values in self._tables.items():
            if section not in SECTIONS:
                self._tell(section, _unknown_section(section, values))
            elif not isinstance(values, Mapping):
                self._tell(section, f"{section} is a section, written [{section}].")
            elif section == KEYS:
                for name, value in values.items():
                    self._take_keys(name, value)
            else:
                for name, value in values.items():
                    self._take(section, name, value)

    def _take(self, section: str, name: str, value: object) -> None:
        path = f"{section}.{name}"
        setting = next((one for one in SETTINGS if one.path == path), None)
        if setting is None:
            self._tell(path, _unknown(section, name))
            return
        try:
            self._chosen[setting.field] = setting.kind.read(value)
        except ValueError as error:
            self._tell(path, _refused(setting, value, str(error)))
        else:
            self._lines[path] = self._line(path)

    def _take_keys(self, name: str, value: object) -> None:
        path = f"{KEYS}.{name}"
        keys = [value] if isinstance(value, str) else value
        if isinstance(keys, list) and all(isinstance(key, str) and key for key in keys):
            self._keys[name] = tuple(keys)
            self._lines[path] = self._line(path)
        else:
            self._tell(path, f"{_short(name)} is {_value(value)}; it {_TAKES_KEYS}.")

    def _tell(self, path: str, sentence: str) -> None:
        self._problems.append((self._line(path), sentence))

    def _line(self, path: str) -> int:
        """The line of a setting, else of its section; 0 where neither is found."""
        return self._written.get(path) or self._written.get(path.partition(".")[0], 0)


def sentence(line: int, problem: str) -> str:
    """A problem with where it is: `config.toml, line 7: …`; line 0 where that is not known."""
    return f"{FILE_NAME}, line {line}: {problem}" if line else f"{FILE_NAME}: {problem}"


def _unknown_section(name: str, value: object) -> str:
    homes = _homes(name)
    if homes and not isinstance(value, Mapping):
        return f"{name} belongs below [{homes[0]}]."
    if isinstance(value, Mapping):
        return f"there is no section [{_short(name)}].{meant(name, SECTIONS)}"
    return f"there is no setting {_short(name)}.{meant(name, _names())}"


def _unknown(section: str, name: str) -> str:
    homes = _homes(name)
    if homes:
        return f"{name} belongs below [{homes[0]}]."
    return f"[{section}] has no setting {_short(name)}.{meant(name, _names())}"


def _homes(name: str) -> list[str]:
    """The sections that have a setting of this name."""
    return [one.section for one in SETTINGS if one.name == name]


def _names() -> Iterator[str]:
    return (one.name for one in SETTINGS)


def _refused(setting: Setting, value: object, why: str) -> str:
    if why:
        return f"{setting.name} is not used. {why}"
    return f"{setting.name} is {_value(value)}; it takes {setting.kind.takes}."


def _short(name: str) -> str:
    name = harmless_line(name)
    return f"{name[:_SHOWN]}…" if len(name) > _SHOWN else name


def _value(value: object) -> str:
    """A value as the file may have had it, or what it is where that is long."""
    if isinstance(value, str):
        return f'"{_short(value)}"'
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "a table"
    return _short(str(value))
