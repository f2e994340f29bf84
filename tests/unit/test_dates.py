from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.written.dates import parse_date


@pytest.mark.parametrize(
    "text",
    [
        "2024-08-05",
        "2024-08-05 08:00:00 +0200",
        "2024-08-05T08:00:00Z",
        "2024/8/5",
        "20240805",
        "1722816000",
        "1722816000123",
        "5.8.2024",
        "August 5, 2024",
        "Aug 5th 2024",
        "Monday, August 5, 2024",
        "5 August 2024",
        "5th of August, 2024",
        "5 sierpnia 2024 r.",
        "5. August 2024",
    ],
)
def test_dates_are_read_in_words_and_numbers(text: str) -> None:
    assert parse_date(text) == date(2024, 8, 5)


@pytest.mark.parametrize(
    "text", ["", "2024", "2024-13-01", "February 30, 2024", "May I, 2024", "x"]
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    parse_date(text)


@given(st.dates())
def test_a_date_is_read_as_it_is_printed(day: date) -> None:
    assert parse_date(day.isoformat()) == day
