"""Writes a library of any size: `python -m tests.bench.generator FOLDER --hours N --seed S`.

The same seed gives the same files, and a larger library begins with the smaller one.
"""

import argparse
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from tests.bench.episodes import Episode, episode, shows
from tests.bench.writers import WRITERS

__all__ = ["FORMATS", "write_library"]

FORMATS: Final = tuple(WRITERS)
"""What can be written."""


def write_library(
    folder: Path, hours: int, *, seed: int = 0, formats: Sequence[str] = FORMATS
) -> list[Path]:
    """Write `hours` episodes of an hour each below `folder`, a folder for each show.

    `formats` are taken in the proportions in which they are met. Returns the files in the order
    they were made.
    """
    library = shows(seed)
    totals = list(accumulate(WRITERS[name].share for name in formats))
    rng = Random(f"{seed}/formats")
    written = []
    for index in range(hours):
        (name,) = rng.choices(formats, cum_weights=totals)
        made = episode(library, index, seed)
        path = folder / _slug(made.show.name) / _file_name(made, WRITERS[name].suffix)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(WRITERS[name].write(made), encoding="utf-8")
        written.append(path)
    return written


def _file_name(made: Episode, suffix: str) -> str:
    return f"{made.date}-{_slug(made.title)}{suffix}"


def _slug(text: str) -> str:
    return "-".join(text.lower().split())


def main() -> None:
    """Write the library that the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.generator", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--hours", type=int, default=100, help="episodes, an hour each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--formats",
        type=lambda names: names.split(","),
        default=FORMATS,
        help=f"some of {','.join(FORMATS)}",
    )
    asked = parser.parse_args()
    if unknown := set(asked.formats) - set(FORMATS):
        parser.error(f"no such format: {', '.join(sorted(unknown))}")
    files = write_library(asked.folder, asked.hours, seed=asked.seed, formats=asked.formats)
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.1f} MB in {asked.folder}")


if __name__ == "__main__":
    main()
