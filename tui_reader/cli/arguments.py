"""What stands on the command line: options, and the files that are meant."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from tui_reader import state
from tui_reader.cli.console import complain
from tui_reader.errors import ReaderError
from tui_reader.finding import STDIN, sample_library
from tui_reader.harmless import harmless_line

__all__ = ["Parser", "Source", "gone_from_library", "last_library", "source"]


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence, like all others."""

    def __init__(self, name: str, *, usage: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=f"tui-reader {name}".strip(),
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )

    def take_paths(self) -> None:
        """Take any number of files and folders."""
        self.add_argument("paths", metavar="PATH", nargs="*", help="files and folders")

    def take_json(self) -> None:
        """Offer JSON Lines."""
        self.add_argument("--json", action="store_true", help="print a JSON object a line")

    def parse(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The arguments, options and others in any order; after `--` there are no more options."""
        # Where they may be mixed, argparse forgets about `--`: so what follows goes in disguise.
        named = list(arguments)
        cut = named.index("--") if "--" in named else len(named)
        behind = {f"\0{number}": text for number, text in enumerate(named[cut + 1 :])}
        asked = self.parse_intermixed_args([*named[:cut], *behind])
        for name, value in vars(asked).items():
            if isinstance(value, str):
                setattr(asked, name, behind.get(value, value))
            elif isinstance(value, list):
                setattr(asked, name, [behind.get(text, text) for text in value])
        return asked

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments; raises ReaderError."""
        message = message.removesuffix(", PATH")  # which no command requires
        raise ReaderError(f"{message}; {self.prog} --help shows what can be asked for.")


class Source(NamedTuple):
    """The paths a command is about, and the content of standard input where `-` is one of them."""

    paths: tuple[Path, ...]
    stdin: bytes | None


def source(paths: Sequence[str | Path]) -> Source:
    """What `paths` stand for: without any, the last library, and else the sample library."""
    chosen = tuple(map(Path, paths))
    if not chosen:
        remembered = state.load()
        if remembered.problem:
            complain(remembered.problem)
        if gone := gone_from_library(remembered):
            complain(gone)
        chosen = last_library(remembered) or (sample_library(),)
    return Source(chosen, read_stdin() if STDIN in chosen else None)


def last_library(remembered: state.State) -> tuple[Path, ...]:
    """The paths of the last library that are still there."""
    return tuple(path for path in remembered.library if path.exists())


def gone_from_library(remembered: state.State) -> str:
    """A sentence on what is not there any more of the last library, and what is read instead."""
    gone = [str(path) for path in remembered.library if not path.exists()]
    if not gone:
        return ""
    told = f"The last library is not there: {harmless_line(', '.join(gone))}."
    if len(gone) < len(remembered.library):
        return told.replace("The", "A part of the", 1)
    return f"{told} These are the samples."


def read_stdin() -> bytes:
    """All of standard input."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""
