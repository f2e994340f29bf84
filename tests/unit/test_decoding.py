import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.decoding import decode
from tui_reader.errors import FormatError

_POLISH = "Zażółć gęślą jaźń, powiedział Łukasz. Dziękuję, że przyszliście. Świetnie!\n" * 5


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.problems == ()
    assert decode(decoded.text.encode()).text == decoded.text


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_is_believed_and_not_part_of_the_text(mark: bytes, encoding: str) -> None:
    decoded = decode(mark + _POLISH.encode(encoding))
    assert decoded == (_POLISH, encoding, ())


def test_all_ends_of_lines_become_one() -> None:
    assert decode(b"a\r\nb\rc\n\rd").text == "a\nb\nc\n\nd"


def test_letters_and_their_accents_are_composed() -> None:
    assert decode("z\u0307o\u0301\u0142w".encode()).text == "żółw"


def test_a_few_damaged_bytes_leave_a_file_utf8() -> None:
    data = _POLISH.encode() + b"and one \xff here\n" + _POLISH.encode()
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert "and one \ufffd here" in decoded.text
    (problem,) = decoded.problems
    assert problem.line == 6


def test_another_encoding_is_guessed_and_the_guess_is_told() -> None:
    decoded = decode(_POLISH.encode("cp1250"))
    assert decoded.text == _POLISH
    assert "guess" in decoded.problems[0].message


def test_utf16_without_a_mark_is_recognised_by_its_zeros() -> None:
    decoded = decode("Hello there".encode("utf-16-le"))
    assert decoded.text == "Hello there"
    assert decoded.problems


def test_a_nul_is_replaced_and_told() -> None:
    decoded = decode(b"one\ntwo\0three, and so on, for a while")
    assert decoded.text == "one\ntwo\ufffdthree, and so on, for a while"
    assert [problem.line for problem in decoded.problems] == [2]


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0\0\0\x01\0\x08\x06\0\0\0\\r\xa8f",
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01" + b"\0" * 60,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(FormatError):
        decode(data)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café déjà vu, à bientôt.", "cp1252"),
        ("Łukasz mówi: zażółć gęślą jaźń.", "cp1250"),
        ("Привет, как дела? Мы снова здесь.", "cp1251"),
        ("今日はいい天気ですね。また来週お会いしましょう。", "shift_jis"),
    ],
)
def test_old_encodings_of_many_languages_are_told_apart(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text
