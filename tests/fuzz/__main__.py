"""Looks for bytes that break a parser: `python -m tests.fuzz --minutes 10`.

Needs atheris (`pip install -e '.[fuzz]'`). It begins with the samples of all formats, and goes
where the code branches. What it finds is written to a file, to be made a test.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import atheris

with atheris.instrument_imports(include=["tui_reader", "webvtt"]):
    from tests.fuzz.target import begun_with, fuzz, seeds, ways

    # Formats are found, and much else is imported, only once there is something to read.
    for _seed in seeds():
        fuzz(_seed)

_DICTIONARY: Final = Path(__file__).with_name("words.dict")
_REAL: Final = 4_000
"""Bytes of a real file to begin with."""


def main() -> None:
    """Fuzz for as long as the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--corpus", type=Path, help="a folder that keeps what was interesting")
    parser.add_argument("--real", type=Path, nargs="*", default=[], help="files to begin with too")
    asked = parser.parse_args()
    with TemporaryDirectory() as temporary:
        corpus = asked.corpus or Path(temporary)
        corpus.mkdir(parents=True, exist_ok=True)
        for number, seed in enumerate(_seeds(asked.real)):
            (corpus / f"seed-{number:03}").write_bytes(seed)
        options = [
            f"-max_total_time={round(asked.minutes * 60)}",
            f"-dict={_DICTIONARY}",
            *("-timeout=10", "-max_len=8192", "-rss_limit_mb=3000", "-print_final_stats=1"),
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus)], fuzz)
        atheris.Fuzz()


def _seeds(real: list[Path]) -> Iterator[bytes]:
    """What every format brings, and some real files under their own endings."""
    yield from seeds()
    for path in real:
        yield begun_with(path.suffix if path.suffix in ways() else "", path.read_bytes()[:_REAL])


if __name__ == "__main__":
    main()
