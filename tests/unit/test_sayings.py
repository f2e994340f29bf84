"""What a list of objects says: speech, and what only looks like it."""

from typing import Any

import pytest

from tui_reader.formats.data.sayings import sayings


@pytest.mark.parametrize(
    "items",
    [
        [{"speaker": "Ada", "text": "Cold?"}],
        [{"start": 1, "end": 2, "text": "Cold today?"}],
        [{"start": 1, "text": "Cold?"}, {"start": 2, "text": "Very."}],
        [{"timestamp": "2024-05-01T12:00:00Z", "speaker_name": "Ada", "text": "Cold?"}],
        [{"start": 1, "end": 2, "word": "cold"}, {"start": 2, "end": 3, "word": "today"}],
        [{"name": "Ada", "time": at, "content": "Well."} for at in ("0:01", "0:04")],
        [{"speaker": "Ada", "words": [{"text": "Cold?"}]}],
        [{"participant": {"name": "Ada"}, "words": [{"text": "So.", "start": 1, "end": 2}]}],
        [{"start": 0, "end": 9, "text": "Cold?"}, {"start": 9, "end": 14, "text": "Very."}],
    ],
)
def test_words_with_times_or_speakers_are_speech(items: list[Any]) -> None:
    assert len(sayings(items)) == len(items)


@pytest.mark.parametrize(
    "items",
    [
        [{"start": 0, "end": 3, "word": "Ada"}, {"start": 4, "end": 9, "word": "lives"}],
        [{"start": 0, "end": 3, "text": "Ada", "label": "PERSON"}],
        [{"timestamp": 1_600_000_000, "text": "Well done", "author": "@ada"}] * 2,
        [{"time": "2024-05-01T12:00:00Z", "name": "service", "message": "started"}] * 2,
        [{"time": "2 days ago", "text": "Well done"}, {"time": "1 day ago", "text": "So so"}],
        [{"from": "Ada", "text": "Hello"}, {"from": "Ben", "text": "Hello, hello"}],
        [{"name": "News", "time": "20:00", "text": "All"}, {"name": "Talk", "time": "20:15"}],
        [
            {"name": "A", "time": "20:00", "text": "All"},
            {"name": "B", "time": "21:00", "text": "So"},
        ],
        [{"question": "Who?", "time": 30, "text": "Choose one"}],
        [{"speaker": "Ada", "title": "On tea", "start": "2024-05-01T12:00:00Z"}],
        [{"text": "Only words"}, {"text": "and words"}],
    ],
)
def test_chats_logs_tokens_and_programmes_are_none(items: list[Any]) -> None:
    assert not sayings(items)
