"""Podcasting 2.0: transcripts and chapters as JSON."""

import json
from typing import Any

from tui_reader.formats.chapters_json import FORMAT as CHAPTERS
from tui_reader.formats.podcast_json import FORMAT
from tui_reader.model import Mark, Transcript


def _read(*segments: Any, **more: Any) -> Transcript:
    return FORMAT.parse(json.dumps({"version": "1.0.0", "segments": segments, **more}, indent=1))


def test_who_speaks_goes_on_until_somebody_else_is_named() -> None:
    transcript = _read(
        {"speaker": "Ewa", "startTime": 0.4, "body": "Now we begin"},
        {"speaker": "", "startTime": "0.9", "body": "the walk.\n"},
        {"startTime": "00:00:02", "body": "At last."},
        {"speaker": "Jan", "startTime": 3, "endTime": 4, "body": "At last."},
    )
    assert [(turn.speaker, turn.text) for turn in transcript.turns] == [
        ("Ewa", "Now we begin the walk. At last."),
        ("Jan", "At last."),
    ]
    assert transcript.turns[0].marks == (Mark(0, 400), Mark(13, 900), Mark(23, 2000))
    assert [turn.line for turn in transcript.turns] == [7, 22]


def test_segments_of_a_word_each_become_phrases() -> None:
    words = ["This", "is", "the", "first", "of", "them", ".", "And", "here", "another"]
    segments = ({"speaker": "A B", "startTime": n, "body": word} for n, word in enumerate(words))
    turn = _read(*segments).turns[0]
    assert turn.text == "This is the first of them. And here another"
    assert len(turn.marks) < len(words)


def test_segments_that_begin_at_one_time_stay_in_their_order() -> None:
    segments = [{"startTime": 1, "endTime": 2, "body": f"line {n} here"} for n in range(3)]
    assert _read(*segments).turns[0].text == "line 0 here line 1 here line 2 here"


def test_chapters_inside_are_sections() -> None:
    transcript = _read(
        {"startTime": 0, "body": "Hello to all."},
        {"startTime": 60, "body": "And now, tea."},
        chapters=[{"startTime": 60, "title": "Tea"}],
    )
    assert [(section.title, section.turn) for section in transcript.sections] == [("Tea", 1)]


def test_what_is_no_segment_is_told() -> None:
    transcript = _read({"startTime": 0, "body": "Well now."}, 12, None, [1], "words alone")
    assert "words alone" in transcript.turns[-1].text
    assert len(transcript.problems) == 1
    assert "2 times" in transcript.problems[0].message


def test_chapters_are_titles_with_times_and_silent_ones_are_left_out() -> None:
    chapters = [
        {"startTime": 60.5, "title": "Tea"},
        {"startTime": 0, "title": "Hello"},
        {"startTime": 30, "title": "A picture", "toc": False},
        {"startTime": 90, "img": "https://example.org/a.png"},
    ]
    transcript = CHAPTERS.parse(json.dumps({"version": "1.2.0", "chapters": chapters}))
    assert not transcript.turns
    assert [(s.title, s.time) for s in transcript.sections] == [("Hello", 0), ("Tea", 60_500)]
    assert not transcript.problems
