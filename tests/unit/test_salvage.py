"""Broken JSON, read as far as it goes."""

import json

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.salvage import salvaged

_WHOLE = {"version": "1", "segments": [{"body": f"word {n}", "at": [n]} for n in range(5)]}


def test_whole_json_has_no_problems() -> None:
    assert salvaged(json.dumps(_WHOLE)) == (_WHOLE, ())


def test_a_download_that_stopped_keeps_what_had_come() -> None:
    text = json.dumps(_WHOLE, indent=1)
    value, problems = salvaged(text[: text.index("word 3") + 3])
    assert [item["body"] for item in value["segments"]][:3] == ["word 0", "word 1", "word 2"]
    assert len(problems) == 1
    assert problems[0].line == text[: text.index("word 3")].count("\n") + 1


def test_reading_goes_on_behind_a_stray_quotation_mark() -> None:
    text = '{"segments": [\n{"body": "one"},\n{"body": "t"w"o"},\n{"body": "three"}\n]}'
    value, problems = salvaged(text)
    assert {"body": "one"} in value["segments"]
    assert {"body": "three"} in value["segments"]
    assert [problem.line for problem in problems] == [3]


def test_a_comma_too_many_loses_nothing() -> None:
    value, problems = salvaged('[{"a": 1,},\n{"a": 2,},\n{"a": 3},\n]')
    assert value == [{"a": 1}, {"a": 2}, {"a": 3}]
    assert [problem.line for problem in problems] == [1, 2, 4]


def test_text_behind_the_end_is_told() -> None:
    value, problems = salvaged('{"a": 1}\n\nAnd so on.')
    assert value == {"a": 1}
    assert [problem.line for problem in problems] == [3]
    assert "And so on." in problems[0].message


def test_of_two_equal_keys_the_last_counts_and_it_is_told() -> None:
    value, problems = salvaged('[{"body": "one", "body": "two"}, {"body": "three"}]')
    assert value == [{"body": "two"}, {"body": "three"}]
    assert len(problems) == 1
    assert "body" in problems[0].message


def test_nothing_is_made_of_nothing() -> None:
    for text in ("", "{", "[[[[", '{"a', "[" * 1000):
        value, problems = salvaged(text)
        assert value is None
        assert len(problems) == 1


@given(st.integers(0, 200), st.text('{}[]",:x\n', max_size=3))
def test_whatever_is_broken_is_told(at: int, junk: str) -> None:
    text = json.dumps(_WHOLE)
    _, problems = salvaged(text[:at] + junk)
    assert problems or json.loads(text[:at] + junk) is not None
