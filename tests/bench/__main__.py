"""Measures every row on generated libraries and prints tables: `python -m tests.bench`."""

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from traceback import print_exc

from tests.bench.generator import write_library
from tests.bench.row import Figure, Row, Setting
from tests.bench.rows import rows
from tests.bench.table import growth, table

__all__ = ["main"]


def main() -> None:
    """Measure what the command line asks for."""
    asked = _arguments()
    by_hours: dict[int, list[Figure]] = {}
    failed: list[str] = []
    for hours in dict.fromkeys(asked.hours):
        chosen = [row for row in asked.only or rows() if row.grows or not by_hours]
        with _library(hours, asked.runs, asked.seed) as setting:
            by_hours[hours] = list(_figures(chosen, setting, failed))
        print(f"{table(by_hours[hours])}\n", flush=True)
    if len(by_hours) > 1:
        print(f"How it grows:\n\n{growth(by_hours)}")
    if failed:
        sys.exit(f"What broke is told above: {', '.join(failed)}.")


@contextmanager
def _library(hours: int, runs: int, seed: int) -> Iterator[Setting]:
    """A library of a size, there as long as it is measured."""
    with _own_home() as home:
        folder = home / "library"
        files = write_library(folder, hours, seed=seed, formats=["webvtt"])
        size = sum(path.stat().st_size for path in files)
        print(f"{hours:,} hours in as many WebVTT files, {size / 1e6:,.1f} MB; ", end="")
        print(f"medians of {runs} runs, {os.cpu_count()} cores\n", flush=True)
        yield Setting(folder, tuple(files), runs)


def _figures(chosen: Sequence[Row], setting: Setting, failed: list[str]) -> Iterator[Figure]:
    """What the rows measure; a row that breaks says so, and is named in `failed`."""
    for row in chosen:
        print(f"measuring {row.name} …", file=sys.stderr, flush=True)
        start = perf_counter()
        try:
            yield from row.measure(setting)
        except Exception:  # the other rows have taken minutes, maybe, and still count
            print_exc()
            failed.append(f"{row.name} at {setting.hours:,} hours")
        print(f"  took {perf_counter() - start:.0f} s", file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--hours",
        type=_count,
        nargs="+",
        default=[100],
        help="size of the library, or several sizes in turn (100)",
    )
    parser.add_argument("--runs", type=_count, default=5, help="turns of each side (5)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--only",
        nargs="+",
        type=_row,
        metavar="ROW",
        help=f"some of: {', '.join(row.name for row in rows())}",
    )
    return parser.parse_args()


def _count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 on")
    return int(text)


def _row(name: str) -> Row:
    found = next((row for row in rows() if row.name == name), None)
    if found is None:
        raise argparse.ArgumentTypeError(f"there is no row {name!r}")
    return found


@contextmanager
def _own_home() -> Iterator[Path]:
    """A home folder for one library alone, so that nothing of the user's is read or written."""
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
