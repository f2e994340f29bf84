"""Segments of no vendor's shape: names of keys, and units of time."""

from collections.abc import Mapping
from typing import Any

import pytest

from tui_reader.formats.data.columns import column
from tui_reader.formats.data.met import Met
from tui_reader.formats.data.segments import cues_of, segment_of
from tui_reader.turns import Cue


def _cues(*items: Mapping[str, object]) -> list[Cue]:
    return list(cues_of([segment_of(item) for item in items], Met().note))


@pytest.mark.parametrize(
    ("key", "kind", "unit"),
    [
        ("start_time", "start", None),
        ("StartTime", "start", None),
        ("Start (s)", "start", 1000),
        ("start_ms", "start", 1),
        ("BeginOffsetMillis", "start", 1),
        ("speakerLabel", "speaker", None),
        ("Speaker Name", "speaker", None),
        ("raw_text", "text", None),
        ("Begin Time - hh:mm:ss.ms", "start", 1000),
        ("Begin Time - msec", "start", 1),
        ("Mówca", "speaker", None),
        ("Début", "start", None),
    ],
)
def test_keys_mean_what_they_say(key: str, kind: str, unit: int | None) -> None:
    found = column(key)
    assert found is not None
    assert (found.kind, found.unit) == (kind, unit)


@pytest.mark.parametrize("key", ["id", "", "startled", "confidence", "x" * 100, "日本"])
def test_other_keys_mean_nothing(key: str) -> None:
    assert column(key) is None


def test_milliseconds_are_told_by_how_fast_people_speak() -> None:
    slow = {"start": 0, "end": 1500, "text": "We had a walk."}, {"start": 1500, "text": "Yes."}
    assert [cue.start for cue in _cues(*slow)] == [0, 1500]
    fast = {"start": 0, "end": 2, "text": "We had a walk."}, {"start": 2, "text": "Yes."}
    assert [cue.start for cue in _cues(*fast)] == [0, 2000]


def test_long_turns_in_seconds_stay_in_seconds() -> None:
    items = [{"start": n * 120, "text": "word " * 300} for n in range(4)]
    assert [cue.start for cue in _cues(*items)] == [0, 120_000, 240_000, 360_000]


def test_times_of_day_count_from_the_first() -> None:
    first, second = "2024-05-01T12:00:00Z", "2024-05-01T12:00:04.5Z"
    cues = _cues({"timestamp": first, "text": "So."}, {"timestamp": second, "text": "Yes."})
    assert [cue.start for cue in cues] == [0, 4500]


def test_a_duration_is_as_good_as_an_end() -> None:
    assert _cues({"start": 1.5, "duration": 2, "text": "So."})[0].end == 3500


def test_words_stand_for_a_text_that_is_missing() -> None:
    item = {"speaker": "Ada", "words": [{"text": "So"}, {"text": "long."}]}
    assert _cues(item)[0].text == "So long."


def test_the_name_of_a_speaker_is_better_than_the_number() -> None:
    item = {"speaker_id": 3, "speaker_name": "Ada", "text": "So.", "start": 1}
    assert _cues(item)[0].speaker == "Ada"


@pytest.mark.parametrize("timestamp", [[1.5, 2.5], "00:01.5 - 00:02.5", "1.5 --> 2.5"])
def test_a_time_may_be_two(timestamp: Any) -> None:
    cue = _cues({"timestamp": timestamp, "text": "So."})[0]
    assert (cue.start, cue.end) == (1500, 2500)


def test_a_pair_of_times_may_lack_its_end() -> None:
    cue = _cues({"timestamp": [1.5, None], "text": "So."})[0]
    assert (cue.start, cue.end) == (1500, None)


def test_words_have_the_times_that_their_segment_lacks() -> None:
    words = [{"text": "So", "start_ms": 500, "end_ms": 700}, {"text": "long.", "end_ms": 900}]
    cue = _cues({"speaker": "Ada", "words": words})[0]
    assert (cue.start, cue.end) == (500, 900)
