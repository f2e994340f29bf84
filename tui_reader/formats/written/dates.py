"""Dates as people and programs write them: `August 5, 2024`, `2024-08-05T10:00`, `5.8.2024` …"""

import re
from datetime import UTC, date, datetime
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["parse_date"]

_MONTHS: Final = (
    "january jan stycznia styczeń januar",
    "february feb lutego luty februar",
    "march mar marca marzec märz",
    "april apr kwietnia kwiecień",
    "may maja maj mai",
    "june jun czerwca czerwiec juni",
    "july jul lipca lipiec juli",
    "august aug sierpnia sierpień",
    "september sep sept września wrzesień",
    "october oct października październik oktober",
    "november nov listopada listopad",
    "december dec grudnia grudzień dezember",
)
_NUMBERS: Final = {name: n for n, names in enumerate(_MONTHS, start=1) for name in names.split()}

_ISO: Final = pattern(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].{0,40})?", re.ASCII)
_COMPACT: Final = pattern(r"(\d{4})(\d\d)(\d\d)", re.ASCII)
_EPOCH: Final = pattern(r"(\d{10})(\d{3})?", re.ASCII)
_DAY_FIRST: Final = pattern(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})", re.ASCII)
_WEEKDAY: Final = r"(?:[^\W\d]{2,12},?\s+)?"
_MONTH_DAY: Final = pattern(rf"{_WEEKDAY}([^\W\d]+)\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})")
_DAY_MONTH: Final = pattern(
    rf"{_WEEKDAY}(\d{{1,2}})(?:st|nd|rd|th|\.)?\s+(?:of\s+)?([^\W\d]+)\.?,?\s+(\d{{4}})(?:\s+r\.)?"
    r"(?:,?\s+\d{1,2}:\d\d.{0,30})?"
)


def parse_date(text: str) -> date | None:
    """The day that `text` names and nothing else, or None."""
    text = text.strip()
    if match := _ISO.fullmatch(text) or _COMPACT.fullmatch(text):
        return _day(match[1], match[2], match[3])
    if match := _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(match[1]), UTC).date()
    if match := _DAY_FIRST.fullmatch(text):
        return _day(match[3], match[2], match[1])
    if match := _MONTH_DAY.fullmatch(text):
        return _day(match[3], match[1], match[2])
    if match := _DAY_MONTH.fullmatch(text):
        return _day(match[3], match[2], match[1])
    return None


def _day(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _NUMBERS.get(month.lower())
    try:
        return None if number is None else date(int(year), number, int(day))
    except ValueError:
        return None
