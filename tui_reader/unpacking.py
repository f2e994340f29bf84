"""Compressed files, read through: `talk.vtt.gz` is `talk.vtt` to whoever reads it.

The first bytes tell, whatever the name says. Nothing is unpacked beyond a limit, so that a small
file cannot fill the memory, and of a damaged one everything before the damage is kept. A file that
was compressed twice is unpacked once.
"""

import zlib
from typing import Final, NamedTuple, Protocol

from tui_reader.errors import FormatError
from tui_reader.model import Problem

__all__ = ["ENDINGS", "Unpacked", "unpack"]

ENDINGS: Final = frozenset({".gz", ".bz2", ".xz"})
"""The endings of compressed files, which stand behind those of what is in them."""

_STEP: Final = 65_536
_MAGIC: Final = 10
"""Bytes that tell a compressed stream."""

_MOST_MEMORY: Final = 128 * 1024 * 1024
"""What an xz file may ask for before its first byte: `xz -9` takes half of it."""


class Unpacked(NamedTuple):
    """What was in a file, and whether that is all of it."""

    data: bytes
    problems: tuple[Problem, ...] = ()


class _Decompressor(Protocol):
    """What bz2 and lzma call so: one stream, asked for so many bytes at a time."""

    @property
    def eof(self) -> bool: ...
    @property
    def needs_input(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Damaged(Exception):  # noqa: N818
    """A stream that goes on as none may, or does not go on.

    `at` is where in the file the bytes begin that were given to it last.
    """

    def __init__(self, how: str, at: int) -> None:
        super().__init__(how)
        self.at = at


class _Place(NamedTuple):
    """A place in a compressed file, and in what is unpacked of it."""

    packed: int
    unpacked: int


def unpack(data: bytes, most: int) -> Unpacked:
    """What is in `data` where it is compressed, else `data` itself.

    Raises FormatError where that would be more than `most` bytes, and where nothing at all can be
    unpacked. What is cut off or damaged is told.
    """
    if _begin(data) is None:
        return Unpacked(data)
    found = bytearray()
    try:
        _fill(found, data, most)
    except _Damaged as damage:
        # What a call had unpacked before it met the damage is lost with the call: so once more,
        # and a byte at a time from there on.
        careful_from = _Place(damage.at, len(found))
        found.clear()
        try:
            _fill(found, data, most, careful_from)
        except _Damaged as same:
            if not found:
                raise FormatError(f"is compressed, and {same}") from None
            told = Problem(0, f"the compressed file is {same}: what could be unpacked was read")
            return Unpacked(bytes(found), (told,))
    return Unpacked(bytes(found))


def _fill(found: bytearray, data: bytes, most: int, careful_from: _Place | None = None) -> None:
    """Put what is unpacked of `data` into `found`, a piece at a time; raises _Damaged."""
    careful = careful_from or _Place(len(data), most + 1)
    at = taken = 0
    while begun := _begin(data[taken : taken + _MAGIC]):
        stream, errors = begun
        while not stream.eof:
            given = b""
            if stream.needs_input:
                at = taken
                given = data[at : at + (_STEP if at < careful.packed else 1)]
                taken += len(given)
                if not given:
                    raise _Damaged("cut off", at)
            try:
                found += stream.decompress(given, _STEP if len(found) < careful.unpacked else 1)
            except errors:
                raise _Damaged("damaged", at) from None
            if len(found) > most:
                raise FormatError(f"holds more than {most >> 20} MiB once it is unpacked")
        taken -= len(stream.unused_data)
    if data[taken:].strip(b"\0"):  # blocks of a tape are filled up with zeros
        raise _Damaged("followed by something else", taken)


def _begin(head: bytes) -> tuple[_Decompressor, type[Exception]] | None:
    """What unpacks a stream that begins with `head`, and what it raises; None for no such stream.

    Python can be built without the last two.
    """
    try:
        if head.startswith(b"\x1f\x8b\x08"):
            return _Gzip(), zlib.error
        if head.startswith(b"BZh") and head[4:_MAGIC] in (b"1AY&SY", b"\x17rE8P\x90"):
            from bz2 import BZ2Decompressor

            return BZ2Decompressor(), OSError
        if head.startswith(b"\xfd7zXZ\0"):
            from lzma import FORMAT_XZ, LZMADecompressor, LZMAError

            return LZMADecompressor(FORMAT_XZ, _MOST_MEMORY), LZMAError
    except ImportError as error:
        raise FormatError(f"is compressed as this Python cannot read it ({error})") from None
    return None


class _Gzip:
    """What zlib has for a gzip file, made to answer like the others."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=31)  # with the header and the checksum of a file
        self._had_more = False

    @property
    def eof(self) -> bool:
        return self._stream.eof

    @property
    def needs_input(self) -> bool:
        return not self._had_more and not self._stream.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        found = self._stream.decompress(self._stream.unconsumed_tail + data, max_length)
        self._had_more = len(found) == max_length
        return found
