"""What is fuzzed: bytes and a name in, a transcript or a sentence out, and no word lost."""

from collections.abc import Iterator
from functools import cache
from gzip import compress
from pathlib import Path
from typing import Final

from tests.bench.episodes import marathon
from tests.bench.writers import WRITERS
from tests.contract import check, read_or_refused
from tests.lost import lost
from tui_reader.errors import FormatError
from tui_reader.formats import Format, formats, head_of, suffixes
from tui_reader.model import Transcript
from tui_reader.source import decoded

__all__ = ["begun_with", "fuzz", "read", "seeds", "ways"]

_SEED: Final = 2_000
"""Bytes of a seed: what is longer is taken apart more slowly, and teaches nothing more."""


@cache
def ways() -> tuple[str | Format, ...]:
    """How bytes may be read; the first of them chooses one.

    As a file with some ending, whose format is found out, or as text of a format that is given.
    """
    return ("", *sorted(suffixes()), *formats())


def begun_with(way: str | Format, data: bytes) -> bytes:
    """What is fuzzed to have `data` read in one of the ways."""
    return bytes([ways().index(way)]) + data


def seeds() -> Iterator[bytes]:
    """The samples of every format, and an episode written in it, both ways."""
    for fmt in formats():
        texts = [sample.text for sample in fmt.samples]
        if writer := WRITERS.get(fmt.name):
            texts.append(writer.write(marathon(8, 0)))
        for text in texts:
            data = text.encode()[:_SEED]
            yield begun_with(fmt.suffixes[0], data)
            yield begun_with(fmt, data)
    for data in ("Żółć, żółw i źdźbło.".encode("cp1250"), "Ł".encode("utf-16"), compress(b"tea")):
        yield begun_with("", data)


def fuzz(data: bytes) -> None:
    """Read what a fuzzer made up; fails where that is not as it should be."""
    if data:
        read(ways()[data[0] % len(ways())], data[1:])


def read(way: str | Format, data: bytes) -> None:
    """Read `data` in one of the ways; fails where a mistake, or a lost word, comes to light."""
    try:
        text = decoded(data, Path("a talk")).text
    except FormatError:
        text = ""
    if isinstance(way, str):
        loaded = read_or_refused(data, f"a talk{way}")
        if loaded is not None:
            _nothing_lost(loaded.format, text, loaded.transcript)
    else:
        transcript = way.parse(text)
        check(transcript)
        if way.sniff(head_of(text)) > 0:
            _nothing_lost(way.name, text, transcript)


def _nothing_lost(name: str, text: str, transcript: Transcript) -> None:
    missing = lost(name, text, transcript)
    assert not missing, missing
