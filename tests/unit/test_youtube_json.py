"""YouTube's captions as JSON."""

import json

from tui_reader.formats.youtube_json import FORMAT


def _parse(value: object) -> list[tuple[int | None, str]]:
    return [(turn.start, turn.text) for turn in FORMAT.parse(json.dumps(value)).turns]


def test_events_that_only_scroll_the_screen_say_nothing() -> None:
    events = [
        {"tStartMs": 0, "dDurationMs": 9000, "wpWinPosId": 1},
        {"tStartMs": 100, "dDurationMs": 4000, "segs": [{"utf8": "tak,"}, {"utf8": " tak"}]},
        {"tStartMs": 2000, "aAppend": 1, "segs": [{"utf8": "\n"}]},
        {"tStartMs": 2000, "dDurationMs": 3000, "segs": [{"utf8": "tak,"}, {"utf8": " tak"}]},
    ]
    assert _parse({"events": events}) == [(100, "tak, tak tak, tak")]


def test_marks_of_a_change_begin_a_turn() -> None:
    lines = [
        {"text": ">> up or down?", "start": 0.5, "duration": 3.5},
        {"text": "you say", "start": 2, "duration": 3.5},
        {"text": ">> up", "start": 4, "duration": 2},
    ]
    assert _parse(lines) == [(500, "up or down? you say"), (4000, "up")]


def test_captions_end_where_the_next_begin() -> None:
    lines = [{"text": "so", "start": 0, "duration": 5}, {"text": "on", "start": 3, "duration": 2}]
    assert FORMAT.parse(json.dumps(lines)).turns[0].end == 5000
    assert _parse([*lines, {"text": "then", "start": 9, "duration": 1}])[1] == (9000, "then")
