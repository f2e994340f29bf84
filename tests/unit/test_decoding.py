import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.decoding import decode
from tui_reader.errors import FormatError

_MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
]
_POLISH = "Zażółć gęślą jaźń, powiedział Łukasz. Dziękuję, że przyszliście. Świetnie!\n" * 5


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs", "Cc"])))
def test_utf8_is_read_as_it_is(text: str) -> None:
    decoded = decode(text.encode())
    assert decoded.problems == ()
    assert decode(decoded.text.encode()).text == decoded.text


@pytest.mark.parametrize(("mark", "encoding"), _MARKS)
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


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize(
    "text",
    [
        "1\n00:00:01,000 --> 00:00:02,000\nHello there\n",
        "Добрый день. Сегодня мы поговорим о супе.\nСпасибо, что вы с нами.\n",
        "大家好，欢迎收听我们的节目。\n今天我们来谈谈。\n谢谢大家。\n",
    ],
)
def test_wide_letters_without_a_mark_are_recognised_in_every_script(
    text: str, encoding: str
) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, encoding)
    assert "guess" in decoded.problems[0].message


_WIDE = ["utf-8-sig", "utf-16", "utf-32"]


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs", "Cc"])))
def test_what_has_a_mark_is_read_as_it_is(text: str) -> None:
    plain = decode(text.encode()).text
    assert [decode(text.encode(name)).text for name in _WIDE] == [plain] * 3


@given(st.binary(max_size=300), st.sampled_from([b"", *(mark for mark, _ in _MARKS)]))
def test_any_bytes_are_text_or_refused(data: bytes, mark: bytes) -> None:
    try:
        decoded = decode(mark + data)
    except FormatError:
        return
    assert not set(decoded.text) & set("\0\r\v\f\x85\u2028\u2029\ufeff")
    decoded.text.encode()


def test_only_what_an_editor_takes_for_one_ends_a_line() -> None:
    text = "one\vtwo\fthree\x85four\u2028five\u2029six\nseven"
    assert decode(text.encode()).text.splitlines() == ["one two three four five six", "seven"]


def test_marks_of_order_amid_files_that_were_joined_vanish() -> None:
    joined = codecs.BOM_UTF8 + codecs.BOM_UTF8 + b"one\n" + codecs.BOM_UTF8 + b"two\n"
    assert decode(joined) == ("one\ntwo\n", "utf-8", ())


def test_damage_in_a_long_text_with_few_other_letters_leaves_it_utf8() -> None:
    lines = ["Nothing but plain words in this line.\n"] * 2_000
    lines[500] = "It’s a café.\n"
    data = "".join(lines).encode()
    for at in (20_000, 40_000, 60_000):
        data = data[:at] + b"\xe9" + data[at:]
    decoded = decode(data)
    assert decoded.encoding == "utf-8"
    assert "It’s a café." in decoded.text
    assert "3 bytes not utf-8" in decoded.problems[0].message


def test_an_old_encoding_among_much_that_is_plain_is_no_damage() -> None:
    text = "Nothing but plain words in this line.\n" * 2_000 + "Łódź, gdzieś daleko.\n"
    assert decode(text.encode("cp1250")).text == text


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
