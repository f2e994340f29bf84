import bz2
import gzip
import lzma
import tracemalloc
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import FormatError
from tui_reader.unpacking import unpack

_TEXT = "".join(
    f"It is {n} o’clock, and {n * 7919 % 1009} people are listening.\n" for n in range(99)
)
_DATA = _TEXT.encode()
_MOST = 1_000_000

_PACKERS = [gzip.compress, bz2.compress, lzma.compress]
_EACH = pytest.mark.parametrize("pack", _PACKERS, ids=["gz", "bz2", "xz"])
Pack = Callable[[bytes], bytes]


@_EACH
def test_a_compressed_file_is_read_through(pack: Pack) -> None:
    assert unpack(pack(_DATA), _MOST) == (_DATA, ())
    assert unpack(pack(b""), _MOST) == (b"", ())


def test_any_other_file_is_what_it_is() -> None:
    for data in (b"", b"BZh is no word", b"\x1f\x8b", _DATA):
        assert unpack(data, _MOST) == (data, ())


@_EACH
def test_files_that_were_joined_are_read_to_the_end(pack: Pack) -> None:
    assert unpack(pack(b"one ") + pack(b"two"), _MOST) == (b"one two", ())
    assert unpack(pack(b"padded") + bytes(512), _MOST) == (b"padded", ())


@_EACH
def test_what_is_packed_twice_is_unpacked_once(pack: Pack) -> None:
    once = pack(_DATA)
    assert unpack(pack(once), _MOST).data == once


@_EACH
def test_a_bomb_is_refused_and_costs_no_memory(pack: Pack) -> None:
    bomb = pack(bytes(30_000_000))
    tracemalloc.start()
    try:
        with pytest.raises(FormatError, match="more than 0 MiB once it is unpacked"):
            unpack(bomb, _MOST)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 16_000_000


@_EACH
@settings(deadline=None)
@given(st.data())
def test_of_a_file_that_is_cut_off_the_beginning_is_read(pack: Pack, data: st.DataObject) -> None:
    packed = pack(_DATA)
    cut = data.draw(st.integers(12, len(packed) - 1))
    try:
        found = unpack(packed[:cut], _MOST)
    except FormatError as error:
        assert "cut off" in error.message
    else:
        assert found.data
        assert _DATA.startswith(found.data)
        assert [problem.line for problem in found.problems] == [0]
        assert "cut off" in found.problems[0].message


def test_next_to_nothing_is_lost_of_a_gzip_file_that_is_cut_off() -> None:
    packed = gzip.compress(_DATA)
    assert unpack(packed[:-8], _MOST).data == _DATA
    assert len(unpack(packed[: len(packed) // 2], _MOST).data) > len(_DATA) // 4


def test_a_wrong_checksum_is_told_and_the_text_is_read() -> None:
    packed = bytearray(gzip.compress(_DATA))
    packed[-6] ^= 1
    found = unpack(bytes(packed), _MOST)
    assert found.data == _DATA
    assert "damaged" in found.problems[0].message


@_EACH
@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_in_part_or_refused(pack: Pack, data: st.DataObject) -> None:
    packed = bytearray(pack(_DATA))
    at = data.draw(st.integers(10, len(packed) - 1))
    packed[at] ^= data.draw(st.integers(1, 255))
    try:
        found = unpack(bytes(packed), _MOST)
    except FormatError as error:
        assert "compressed" in error.message or "more than" in error.message
    else:
        assert found.data == _DATA or found.problems


def test_what_follows_an_archive_is_told() -> None:
    found = unpack(gzip.compress(_DATA) + b"and some more", _MOST)
    assert found.data == _DATA
    assert "followed by something else" in found.problems[0].message


def test_an_archive_that_asks_for_too_much_memory_is_refused() -> None:
    packed = bytearray(lzma.compress(_DATA))
    size_of_the_dictionary = 16
    packed[size_of_the_dictionary] = 0x22  # 512 MiB
    packed[20:24] = zlib.crc32(packed[12:20]).to_bytes(4, "little")
    with pytest.raises(FormatError, match="compressed"):
        unpack(bytes(packed), _MOST)
