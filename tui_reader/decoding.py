"""From bytes to text: marks of byte order, UTF-8, and honest guesses at the rest."""

import codecs
from typing import Final, NamedTuple

from tui_reader.composing import composed
from tui_reader.counting import counted
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
_BLANKS: Final = "\v\f\x85\u2028\u2029"
"""What Python takes for the end of a line, and no editor does."""

_TO_SPACES: Final = str.maketrans(dict.fromkeys(_BLANKS, " "))


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
    if any(blank in text for blank in _BLANKS):
        text = text.translate(_TO_SPACES)
    if "\0" in text:
        problems.append(
            Problem(_line(text, text.index("\0")), f"{counted(text.count(chr(0)), 'NUL')} replaced")
        )
        text = text.replace("\0", "\ufffd")
    if not text.isascii():
        # A mark of byte order is one at the beginning only: elsewhere files have been joined.
        whole = text.replace("\ufeff", "")
        text, first, cut = composed(whole)
        if cut:
            told = f"{counted(cut, 'letter')} with more than 30 accents: the others left out"
            problems.append(Problem(_line(whole, first), told))
    return Decoded(text, decoded.encoding, tuple(problems))


def _by_mark(data: bytes) -> Decoded | None:
    found = next(((mark, name) for mark, name in _MARKS if data.startswith(mark)), None)
    if found is None:
        return None
    mark, name = found
    return _with_replacements(data[len(mark) :], name)


def _by_zeros(data: bytes) -> Decoded | None:
    """UTF-16 and UTF-32 that carry no mark show by where the zeros are."""
    if b"\0" not in data:
        return None
    name = _wide_encoding(data)
    if name is None:
        return None
    decoded = _with_replacements(data, name)
    told = Problem(0, f"has no byte order mark: read as {name}, which is a guess")
    return Decoded(decoded.text, name, (told, *decoded.problems))


def _wide_encoding(data: bytes) -> str | None:
    quarters = [_zeros(data[n::4]) for n in range(4)]
    for name, (low, _, *high) in (("utf-32-le", quarters), ("utf-32-be", quarters[::-1])):
        if low <= 0.05 and min(high) >= 0.9:
            return name
    halves = _zeros(data[0::2]), _zeros(data[1::2])
    for name, (low, zeros) in (("utf-16-le", halves), ("utf-16-be", halves[::-1])):
        if low <= 0.05 and (zeros >= 0.5 or (zeros >= 0.02 and _reads_as(data, name))):
            return name
    return None


def _zeros(data: bytes) -> float:
    return data.count(0) / max(len(data), 1)


def _reads_as(data: bytes, encoding: str) -> bool:
    """Whether the beginning of `data` is nothing but letters and the like in this encoding.

    So is much that is ASCII, two letters being a Chinese one: the spaces and line ends of a text
    that is really wide are in what has the zeros.
    """
    head = data[:4_096].decode(encoding, errors="replace").removesuffix("\ufffd")
    blank = sum(char in " \n" for char in head)
    strange = sum(not (char.isprintable() or char in "\r\n\t") for char in head)
    return blank > 0 and strange * 50 <= len(head) and not _is_utf8(data[:4_096])


def _is_utf8(data: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        return False
    return len(data.translate(None, _CONTROLS)) >= (1 - _UNPRINTABLE) * len(data)


def _as_utf8(data: bytes) -> Decoded | None:
    """`data` as UTF-8 if that is what it is, or was before a few bytes of it were damaged."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if controls > _UNPRINTABLE * len(data):
        raise FormatError("is not text")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        decoded = _with_replacements(data, "utf-8")
    # Of what is written in an old encoding a tenth may be valid by accident if that is Asian; next
    # to nothing is where there are but a few letters beyond ASCII.
    damaged = decoded.text.count("\ufffd")
    letters = len(decoded.text) - len(decoded.text.encode("ascii", "ignore")) - damaged
    few = (letters + damaged) * 50 <= len(decoded.text)
    return decoded if letters >= damaged * (0.5 if few else 2) else None


def _by_guess(data: bytes) -> Decoded:
    if b"\0" in data:  # no encoding that is guessed has any
        raise FormatError("is not text")
    from tui_reader.guessing import guess

    name = guess(data)
    guessed = _with_replacements(data, name)
    told = Problem(0, f"is not UTF-8: read as {name}, which is a guess")
    return Decoded(guessed.text, name, (told, *guessed.problems))


def _with_replacements(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, errors="replace")
        line = _line(data[: error.start].decode(encoding, errors="replace"))
        damaged = max(text.count("\ufffd"), 1)
        told = Problem(line, f"{counted(damaged, 'byte')} not {encoding}: replaced by \ufffd")
        return Decoded(text, encoding, (told,))


def _line(text: str, offset: int | None = None) -> int:
    before = text[:offset]
    return before.count("\n") + before.count("\r") - before.count("\r\n") + 1
