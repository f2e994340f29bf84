"""What a value of a JSON file or a table means, whatever type it has: words, a time, a speaker."""

import re
from datetime import datetime
from functools import lru_cache
from math import isfinite
from typing import Any, Final

from tui_reader.lazily import pattern
from tui_reader.timecode import parse_clock

__all__ = ["dict_of", "dig", "list_of", "speaker_of", "text_of", "time_of"]

_LATEST: Final = 10**14
"""Milliseconds beyond which a number is no time: three thousand years."""

_NUMBER: Final = pattern(r"[-+]?\d{1,18}(?:[.,]\d{0,40})?\s*(ms|s|sec|seconds)?", re.ASCII)
_PERIOD: Final = pattern(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?", re.ASCII)
_FRAMES: Final = pattern(r"(\d{1,3}:\d\d:\d\d)[:;]\d\d", re.ASCII)
_DATED: Final = pattern(r"\d{4}-\d\d-\d\d[T ]\d\d:", re.ASCII)
_NAMES: Final = ("display_name", "displayName", "speaker_name", "name", "label", "id")
_NOBODY: Final = frozenset({"", "?", "null", "none"})


def text_of(value: Any) -> str:
    """The words that `value` is: a string, or a number as it is written; else nothing."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value) if isfinite(value) else ""
    return ""


def list_of(value: Any) -> list[Any]:
    """`value` where it is a list, else an empty one."""
    return value if isinstance(value, list) else []


def dict_of(value: Any) -> dict[str, Any]:
    """`value` where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def dig(value: Any, *path: str | int) -> Any:
    """What stands at `path` inside `value`, or None where there is no such thing."""
    for step in path:
        if isinstance(step, str):
            value = dict_of(value).get(step)
        else:
            items = list_of(value)
            value = items[step] if -len(items) <= step < len(items) else None
    return value


def time_of(value: Any, unit: int = 1000) -> int | None:
    """The milliseconds that `value` means, or None where it is no time.

    Bare numbers are in units of `unit` milliseconds; clocks, `1.2s`, `PT1M2S` and dates (since
    1970) tell their own. What lies before the beginning is the beginning.
    """
    if isinstance(value, str):
        return _written_time(value.strip(), unit)
    if isinstance(value, dict):
        return _time_of_parts(value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        return None
    return max(round(value * unit), 0) if abs(value) < _LATEST else None


def _written_time(text: str, unit: int) -> int | None:
    if len(text) > 64:
        return None
    if match := _NUMBER.fullmatch(text):
        number = text.removesuffix(match[1] or "").replace(",", ".")
        return time_of(float(number), 1 if match[1] == "ms" else 1000 if match[1] else unit)
    if match := _FRAMES.fullmatch(text):
        text = match[1]  # how many frames there are in a second, only the film knows
    if (clock := parse_clock(text)) is not None:
        return clock
    if (match := _PERIOD.fullmatch(text)) and text != "PT":
        hours, minutes, secs = match.groups(default="0")
        return round((int(hours) * 3600 + int(minutes) * 60 + float(secs)) * 1000)
    if _DATED.match(text):
        try:
            return max(round(datetime.fromisoformat(text).timestamp() * 1000), 0)
        except (ValueError, OverflowError, OSError):
            return None
    return None


def _time_of_parts(value: dict[str, Any]) -> int | None:
    """`{"seconds": "3", "nanos": 500000000}`, where a part that is zero may be missing."""
    if "relative" in value:
        return time_of(value["relative"]) if not isinstance(value["relative"], dict) else None
    if value and not ("seconds" in value or "nanos" in value):
        return None
    whole = value.get("seconds", 0)
    nanos = value.get("nanos", 0)
    if isinstance(whole, dict) or isinstance(nanos, dict):
        return None
    secs, fraction = time_of(whole), time_of(nanos)
    return None if secs is None or fraction is None else secs + fraction // 10**9


def speaker_of(value: Any) -> str | None:
    """Who `value` says is speaking: a number or a letter becomes `Speaker 1` or `Speaker A`."""
    if isinstance(value, dict):
        return next(
            (who for key in _NAMES if (who := speaker_of(_bare(value.get(key))))),
            None,
        )
    if isinstance(value, float) and value.is_integer() and abs(value) < _LATEST:
        value = int(value)
    return _named(text_of(value))


@lru_cache(maxsize=1024)
def _named(text: str) -> str | None:
    name = " ".join(text.split()).rstrip(":").strip("[]()*_ ")
    if name.lower() in _NOBODY:
        return None
    if (name.isascii() and name.isdigit()) or (len(name) == 1 and name.isalpha()):
        return f"Speaker {name}"
    return name


def _bare(value: Any) -> Any:
    return None if isinstance(value, dict) else value
