"""What a format is: the contract every module beside this one fulfils.

A format is one file with one `FORMAT`. The registry finds it there; nothing else names it. Its
samples are run by the contract test, so that a new format is tested by being written.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tui_reader.model import Transcript

__all__ = ["Format", "Sample"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A small transcript in a format, and how much a reader should find in it."""

    text: str
    turns: int
    speakers: tuple[str, ...] = ()
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Format:
    """How one kind of transcript is recognised and read.

    `name` is what the command line prints (`webvtt`), `title` what people call it, `suffixes` the
    endings it is usually found under; `shared_suffixes` are those among them that other files have
    as well (`.json`), so that one in a folder is a transcript only where its content says so.
    `sniff` says from the first 64 Ki characters, as `head_of` gives them, how sure it is (0 no, 1
    certainly). `parse` reads the whole text, with newlines as `\\n`, and never fails on text that
    `sniff` accepts: what it cannot read becomes a `Problem`.
    """

    name: str
    title: str
    suffixes: tuple[str, ...]
    sniff: Callable[[str], float]
    parse: Callable[[str], Transcript]
    samples: tuple[Sample, ...]
    shared_suffixes: tuple[str, ...] = ()
