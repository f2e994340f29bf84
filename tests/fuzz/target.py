"""What is fuzzed: bytes and a name in, a transcript or a sentence out, and no word lost."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from tests.contract import read_or_refused, said, words
from tui_reader.decoding import decode
from tui_reader.formats import formats, suffixes

__all__ = ["endings", "read", "seeds"]

_WHOLE: Final = frozenset({"prose"})
"""Formats without any markup of their own: every word of the file is a word of the transcript."""


@cache
def endings() -> tuple[str, ...]:
    """The endings that a fuzzed file may have; the first byte chooses one."""
    return ("", *sorted(suffixes()))


def seeds() -> Iterator[bytes]:
    """The samples of every format, under the ending the format goes by."""
    for fmt in formats():
        for sample in fmt.samples:
            yield bytes([endings().index(fmt.suffixes[0])]) + sample.text.encode()


def read(data: bytes) -> None:
    """Read what a fuzzer made up; fails where that is not as it should be."""
    ending = endings()[data[0] % len(endings())] if data else ""
    loaded = read_or_refused(data[1:], f"a talk{ending}")
    if loaded is not None and loaded.format in _WHOLE:
        lost = words([decode(data[1:]).text]) - words(list(said(loaded.transcript)))
        assert not lost, lost
