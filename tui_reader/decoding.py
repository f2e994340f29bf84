"""From bytes to text: marks of byte order, UTF-8, and honest guesses at the rest."""

import codecs
import unicodedata
from typing import Final, NamedTuple

from tui_reader.errors import FormatError
from tui_reader.model import Problem

__all__ = ["Decoded", "decode"]

_MARKS: Final = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS: Final = bytes({*range(0x20), 0x7F} - {0x09, 0x0A, 0x0C, 0x0D, 0x1B})
_UNPRINTABLE: Final = 0.15  # the share of control characters from which on bytes are no text
_GUESSED_FROM: Final = 65_536  # bytes: a guess from more is slower and no better
_GUESSES: Final = [  # of those that fit equally well the first is taken
    *("cp1252", "cp1250", "iso8859_2", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256"),
    *("cp874", "shift_jis", "euc_jp", "gb18030", "big5", "euc_kr"),
]


class Decoded(NamedTuple):
    """Text with `\\n` at the ends of its lines, composed (NFC), and how it was come by."""

    text: str
    encoding: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """The text that `data` holds; raises FormatError where it holds none.

    A file that is not UTF-8 is decoded by its byte order mark, or else by a guess, which is
    reported, as are bytes that had to be replaced.
    """
    decoded = _by_mark(data) or _by_zeros(data) or _as_utf8(data) or _by_guess(data)
    text = decoded.text
    problems = list(decoded.problems)
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        problems.append(
            Problem(_line(text, text.index("\0")), f"{_count(text.count(chr(0)), 'NUL')} replaced")
        )
        text = text.replace("\0", "\ufffd")
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return Decoded(text, decoded.encoding, tuple(problems))


def _by_mark(data: bytes) -> Decoded | None:
    found = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    if found is None:
        return None
    mark, name = found
    return _with_replacements(data[len(mark) :], name)


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 that carries no mark shows by the zeros in every other byte."""
    if b"\0" not in data:
        return None
    even, odd = data[0::2], data[1::2]
    for name, zeros, letters in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros.count(0) * 2 >= len(zeros) and letters.count(0) * 20 <= len(letters):
            decoded = _with_replacements(data, name)
            told = Problem(0, f"has no byte order mark: read as {name}, which is a guess")
            return Decoded(decoded.text, name, (told, *decoded.problems))
    return None


def _as_utf8(data: bytes) -> Decoded | None:
    """`data` as UTF-8 if that is what it is, or was before a few bytes of it were damaged."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _UNPRINTABLE * len(data):
        raise FormatError("is not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _with_replacements(data, "utf-8")
    damaged = decoded.text.count("\ufffd")
    letters = sum(not char.isascii() for char in decoded.text) - damaged
    return decoded if letters >= 2 * damaged else None


def _by_guess(data: bytes) -> Decoded:
    if b"\0" in data:  # no encoding that is guessed here has any
        raise FormatError("is not text")
    from charset_normalizer import from_bytes

    fits = [
        (match.chaos, -match.coherence, _GUESSES.index(match.encoding))
        for match in from_bytes(data[:_GUESSED_FROM], cp_isolation=_GUESSES)
        if match.encoding in _GUESSES
    ]
    name = _GUESSES[min(fits)[2] if fits else 0]
    guess = _with_replacements(data, name)
    told = Problem(0, f"is not UTF-8: read as {name}, which is a guess")
    return Decoded(guess.text, name, (told, *guess.problems))


def _with_replacements(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        line = _line(data[: error.start].decode(encoding, errors="replace"))
        damaged = max(text.count("\ufffd"), 1)
        told = Problem(line, f"{_count(damaged, 'byte')} not {encoding}: replaced by \ufffd")
        return Decoded(text, encoding, (told,))


def _line(text: str, offset: int | None = None) -> int:
    before = text[:offset]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
