"""What a setting takes: how a value is checked, and in which words a wrong one is refused."""

import shlex
from dataclasses import dataclass
from typing import Protocol

__all__ = ["Choice", "Kind", "Name", "Number", "Program", "Template"]


class Kind(Protocol):
    """What may be chosen."""

    @property
    def takes(self) -> str:
        """What it takes, to be read after "takes"."""

    def read(self, value: object) -> object:
        """The setting that a value of the file means.

        Raises ValueError, without words where `takes` says enough.
        """


class Choice:
    """One of some words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    @property
    def takes(self) -> str:
        """The words."""
        *others, last = (f'"{word}"' for word in self.words)
        return f"{', '.join(others)} or {last}"

    def read(self, value: object) -> str:
        """The word."""
        if not isinstance(value, str) or value not in self.words:
            raise ValueError
        return value


@dataclass(frozen=True)
class Number:
    """A whole number of something, at least so many."""

    least: int
    unit: str

    @property
    def takes(self) -> str:
        """The least and its unit."""
        return f"a whole number of {self.unit}, {self.least} or more"

    def read(self, value: object) -> int:
        """The number."""
        if not isinstance(value, int) or isinstance(value, bool) or value < self.least:
            raise ValueError
        return value


@dataclass(frozen=True)
class Name:
    """The name of something that only the interface knows by name."""

    of: str

    @property
    def takes(self) -> str:
        """What is named."""
        return f"the name of a {self.of}, in quotes"

    def read(self, value: object) -> str:
        """The name."""
        if not isinstance(value, str) or not value.strip():
            raise ValueError
        return value.strip()


class Template:
    """Words with places in them that are filled in."""

    takes = "a text with parts such as {text}, in quotes"

    def read(self, value: object) -> str:
        """The template."""
        from tui_reader.citing import check

        if not isinstance(value, str) or not value:
            raise ValueError
        wrong = check(value)
        if wrong is not None:
            raise ValueError(wrong)
        return value


class Program:
    """A program and its arguments, on a line as for a shell, or as a list."""

    takes = 'a program, such as "mpv", or a list of it and its arguments'

    def read(self, value: object) -> tuple[str, ...]:
        """The words of the command, at least one."""
        if isinstance(value, str):
            try:
                value = shlex.split(value)
            except ValueError:
                raise ValueError("A quote in it is not closed.") from None
        if not isinstance(value, list) or not value:
            raise ValueError
        words = tuple(word for word in value if isinstance(word, str) and "\0" not in word)
        if len(words) < len(value) or not words[0].strip():
            raise ValueError
        return words
