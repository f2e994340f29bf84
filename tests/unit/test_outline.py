"""The keys of a JSON file, told from its head."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.outline import outline

_TEXT = '{"a": {"b": [[1, {"c": "x: {"}]]}, "d\\"e" : null, "f": [{"g": 1}, {"h": 2}]}'


def test_every_key_has_its_path() -> None:
    assert outline(_TEXT) == {"a", "a.b", "a.b[][].c", 'd\\"e', "f", "f[].g", "f[].h"}


def test_a_list_at_the_top_has_paths_too() -> None:
    assert outline('[{"text": "so", "start": 1}]') == {"[].text", "[].start"}


def test_text_is_no_json() -> None:
    for text in ("", "{{< player >}}", "[00:12] Ada: so", "{laughs} Well", "WEBVTT", "[a](b)"):
        assert not outline(text)


def test_front_matter_is_followed_by_text_and_json_is_not() -> None:
    assert not outline('{"title": "A walk"}\n\nWe walked.')
    assert outline('{"title": "A walk"}\n')
    assert outline('{"a": 1}\n{"b": 2}\n') == {"a", "b"}


@given(st.integers(0, len(_TEXT)))
def test_a_head_may_end_anywhere(end: int) -> None:
    assert outline(_TEXT[:end]) <= outline(_TEXT)


def test_nesting_without_an_end_has_no_outline() -> None:
    assert not outline('{"a":[' * 100)


@given(st.text('{}[]",:\\a '))
def test_any_head_has_an_outline(head: str) -> None:
    assert isinstance(outline(head), frozenset)
