import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.timecode import format_clock, format_stamp, parse_clock, seconds


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("0:00", 0),
        ("12:34", 754_000),
        ("75:10", 4_510_000),
        ("1:02:03", 3_723_000),
        ("00:01:02.5", 62_500),
        ("01:02,25", 62_250),
        ("0:01.0049", 1_004),
    ],
)
def test_clock_times_are_read_to_the_millisecond(text: str, ms: int) -> None:
    assert parse_clock(text) == ms


@pytest.mark.parametrize(
    "text", ["", "12", "1:60", "1:60:00", "1:2:3:4", "-1:00", "a:bc", "１:００"]
)
def test_what_is_no_clock_time_is_none(text: str) -> None:
    assert parse_clock(text) is None


@given(st.integers(0, 359_999_999))
def test_a_printed_time_is_read_as_the_same_second(ms: int) -> None:
    assert parse_clock(format_clock(ms)) == ms // 1000 * 1000
    assert parse_clock(format_stamp(ms)) == ms // 1000 * 1000


def test_hours_are_shown_where_there_are_any() -> None:
    assert format_clock(277_000) == "04:37"
    assert format_clock(3_877_000) == "1:04:37"
    assert format_stamp(277_000) == "0:04:37"


def test_seconds_keep_the_milliseconds() -> None:
    assert seconds(3_989_920) == 3989.92
    assert seconds(None) is None
