"""JSON as text: values, where they end and stand, and what is kept from the parser."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.jsontext import DEPTH, BrokenJsonError, SourceLines, read_json

_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(_VALUES, st.booleans(), st.sampled_from([None, 1]))
def test_what_python_writes_is_read_again(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    read, end = read_json(f"\n {text} and more")
    assert (read, end) == (value, len(text) + 2)


def test_the_end_is_behind_the_value() -> None:
    text = 'see {"a": [1]}\n\nA post.'
    assert read_json(text, 4) == ({"a": [1]}, text.index("\n"))


@pytest.mark.parametrize("text", ["", "  ", "{", '{"a": ', "[1, 2", '"open', "word", "[1 2]"])
def test_broken_json_is_refused_with_a_reason(text: str) -> None:
    with pytest.raises(BrokenJsonError) as caught:
        read_json(text)
    assert 0 < len(str(caught.value)) < 60
    assert 0 <= caught.value.at <= len(text)


def test_deep_nesting_never_reaches_the_parser() -> None:
    assert read_json("[" * DEPTH + "]" * DEPTH)[1] == 2 * DEPTH
    for opening in ("[", '{"a":'):
        with pytest.raises(BrokenJsonError, match="deep"):
            read_json(opening * 100_000)


@pytest.mark.parametrize("inside", ["[" * 80, "]" * 80, r"\"" + "[" * 80, r"\\"])
def test_brackets_in_strings_are_not_nesting(inside: str) -> None:
    assert read_json(f'["{inside}", [1]]')[0][1] == [1]
    closed = f'["{inside}",' + "[" * 60
    with pytest.raises(BrokenJsonError, match="deep"):
        read_json(closed)


def test_only_the_value_itself_may_not_be_nested_deeply() -> None:
    assert read_json('{"a": 1}' + "[" * 100)[0] == {"a": 1}


def test_numbers_too_long_for_a_number_are_kept_as_digits() -> None:
    assert read_json(f"[{'9' * 5000}, 7]")[0] == ["9" * 5000, 7]
    with pytest.raises(BrokenJsonError):
        read_json(f"[{'9' * 5000}, oh")


def test_half_a_surrogate_pair_is_replaced() -> None:
    text = r'["\ud800", "\udc00\ud83d", "\ud83d\ude00", "\\ud800"]'
    assert read_json(text)[0] == ["\ufffd", "\ufffd\ufffd", "😀", r"\ud800"]


def test_raw_line_breaks_and_control_characters_are_borne() -> None:
    assert read_json('["one\ntwo\x07"]')[0] == ["one\ntwo\x07"]


@pytest.mark.parametrize("ascii_only", [True, False])
def test_strings_are_found_on_their_lines(ascii_only: bool) -> None:
    words = ["Zażółć", "a/b", 'so "called"', "Zażółć", "end"]
    text = "\n\n" + json.dumps({"words": words}, indent=1, ensure_ascii=ascii_only)
    lines = SourceLines(text)
    assert [lines.of(word) for word in words] == [5, 6, 7, 8, 9]


def test_escaped_slashes_are_found_too() -> None:
    lines = SourceLines('[\n"a\\/b",\n"c"]')
    assert [lines.of("a/b"), lines.of("c")] == [2, 3]


def test_a_string_that_is_not_there_has_the_line_of_the_last() -> None:
    lines = SourceLines('[\n"one",\n"two"]')
    assert [lines.of(word) for word in ("one", "none", "two", *["none"] * 20)][:3] == [2, 2, 3]


def test_json_on_one_line_is_all_on_that_line() -> None:
    lines = SourceLines('\n\n["one", "two"]\n')
    assert [lines.of("one"), lines.of("two")] == [3, 3]
