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

with atheris.instrument_imports(include=["tui_reader"]):
    from tests.fuzz.target import endings, read, seeds

_DICTIONARY: Final = Path(__file__).with_name("words.dict")


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
        atheris.Setup([sys.argv[0], *options, str(corpus)], read)
        atheris.Fuzz()


def _seeds(real: list[Path]) -> Iterator[bytes]:
    """The samples and some real files, each under every ending it may have."""
    yield from seeds()
    for path in real:
        ending = endings().index(path.suffix) if path.suffix in endings() else 0
        yield bytes([ending]) + path.read_bytes()[:8000]


if __name__ == "__main__":
    main()
