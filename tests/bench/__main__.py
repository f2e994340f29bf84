"""Measures every row on a generated library and prints one table: `python -m tests.bench`."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.generator import write_library
from tests.bench.row import Figure, Row, Setting
from tests.bench.rows import rows
from tests.bench.table import table

__all__ = ["main"]


def main() -> None:
    """Measure what the command line asks for."""
    asked = _arguments()
    with _own_home() as home:
        folder = home / "library"
        files = write_library(folder, asked.hours, seed=asked.seed, formats=["webvtt"])
        setting = Setting(folder, tuple(files), asked.runs)
        size = sum(path.stat().st_size for path in files)
        print(f"{setting.hours} hours in {len(files)} WebVTT files, {size / 1e6:.1f} MB; ", end="")
        print(f"medians of {asked.runs} runs, {os.cpu_count()} cores\n", flush=True)
        print(table(list(_figures(asked.only or rows(), setting))))


def _figures(chosen: Sequence[Row], setting: Setting) -> Iterator[Figure]:
    for row in chosen:
        print(f"measuring {row.name} …", file=sys.stderr, flush=True)
        yield from row.measure(setting)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--hours", type=int, default=100, help="size of the library (100)")
    parser.add_argument("--runs", type=int, default=5, help="turns of each side (5)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--only",
        nargs="+",
        type=_row,
        metavar="ROW",
        help=f"some of: {', '.join(row.name for row in rows())}",
    )
    return parser.parse_args()


def _row(name: str) -> Row:
    found = next((row for row in rows() if row.name == name), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"there is no row {name!r}")
    return found


@contextmanager
def _own_home() -> Iterator[Path]:
    """A home folder for this run alone, so that nothing of the user's is read or written."""
    with TemporaryDirectory(prefix="tui-reader-bench-") as name:
        home = Path(name)
        for variable in ("CONFIG", "CACHE", "DATA", "STATE"):
            os.environ[f"XDG_{variable}_HOME"] = str(home / variable.lower())
        os.environ.update(HOME=name, TERM="xterm-256color", COLORTERM="truecolor", LANG="C.UTF-8")
        # Whoever has installed the reader has its modules compiled.
        for variable in ("COLUMNS", "LINES", "NO_COLOR", "PYTHONDONTWRITEBYTECODE"):
            os.environ.pop(variable, None)
        yield home


if __name__ == "__main__":
    main()
