"""What values mean, whatever type they have."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.values import dict_of, dig, list_of, speaker_of, text_of, time_of

_ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("seconds"), inner),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("value", "time"),
    [
        (1.25, 1250),
        (0, 0),
        ("1.25", 1250),
        ("1,25", 1250),
        ("1.200s", 1200),
        ("300ms", 300),
        ("00:01:02.5", 62_500),
        ("01:02,500", 62_500),
        ("PT1M2.5S", 62_500),
        ({"seconds": "3", "nanos": 500_000_000}, 3500),
        ({"nanos": 500_000_000}, 500),
        ({}, 0),
        ({"relative": 2.5}, 2500),
        (-0.02, 0),
        ("2024-05-01T12:00:00Z", 1_714_564_800_000),
    ],
)
def test_times_are_read_however_they_are_written(value: Any, time: int) -> None:
    assert time_of(value) == time


@pytest.mark.parametrize(
    "value", [None, True, "", "soon", "PT", float("nan"), 1e999, [1], "9" * 99]
)
def test_what_is_no_time_is_none(value: Any) -> None:
    assert time_of(value) is None


def test_bare_numbers_count_the_unit_and_others_do_not() -> None:
    assert (time_of(1500, 1), time_of("1500", 1), time_of("1.5s", 1)) == (1500, 1500, 1500)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (1, "Speaker 1"),
        (0.0, "Speaker 0"),
        ("2", "Speaker 2"),
        ("A", "Speaker A"),
        ("SPEAKER_00", "SPEAKER_00"),
        ("spk_0", "spk_0"),
        (" Ada  Lind: ", "Ada Lind"),
        ("[Ada]", "Ada"),
        ({"id": 4, "display_name": "Ada"}, "Ada"),
        ({"name": {"name": "Ada"}, "label": "B"}, "Speaker B"),
        ("?", None),
        ("", None),
        (None, None),
        (True, None),
        ([1], None),
    ],
)
def test_speakers_have_names(value: Any, name: str | None) -> None:
    assert speaker_of(value) == name


@given(_ANYTHING)
def test_anything_at_all_may_be_asked(value: Any) -> None:
    assert isinstance(text_of(value), str)
    assert (time_of(value) or 0) >= 0
    assert speaker_of(value) != ""
    assert isinstance(list_of(value), list)
    assert isinstance(dict_of(value), dict)
    assert dig(value, "a", 0, "b") is None or isinstance(value, dict)


def test_frames_of_a_timecode_are_left_out() -> None:
    assert time_of("00:01:02:24") == time_of("00:01:02;29") == 62_000
