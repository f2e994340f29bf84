"""What is made of the messages of mpv."""

from typing import Any

import pytest

from tui_reader.playing.hearing import Ended, Heard, Hearing


def changed(name: str, data: Any = None) -> dict[str, Any]:
    return {"event": "property-change", "name": name, "data": data}


def ended(*messages: dict[str, Any], code: int = 0) -> Ended:
    hearing = Hearing()
    for message in messages:
        hearing.take(message)
    return hearing.end("mpv", "talk.mp3", code)


def test_a_time_is_told_in_milliseconds() -> None:
    assert Hearing().take(changed("time-pos", 62.5)) == Heard(62_500)


def test_an_answer_tells_that_it_is_opening_the_recording() -> None:
    hearing = Hearing()
    assert hearing.take({"request_id": 1, "error": "success"}) == Heard(None)
    assert hearing.take({"event": "start-file"}) is None


def test_about_ten_times_a_second_are_enough() -> None:
    hearing = Hearing()
    told = [hearing.take(changed("time-pos", n / 1000)) for n in range(0, 1000, 7)]
    assert len(list(filter(None, told))) == 10


def test_a_pause_is_told_with_the_very_time() -> None:
    hearing = Hearing()
    hearing.take(changed("time-pos", 3.01))
    hearing.take(changed("time-pos", 3.09))
    assert hearing.take(changed("pause", True)) == Heard(3_090, paused=True)
    assert hearing.take(changed("pause", False)) == Heard(3_090)


@pytest.mark.parametrize("value", [None, "soon", [], {}, float("nan"), 1e300, -1])
def test_a_time_that_is_none_is_unknown(value: object) -> None:
    hearing = Hearing()
    hearing.take(changed("time-pos", 5))
    assert hearing.take(changed("time-pos", value)) == Heard(None)


def test_what_comes_after_the_end_is_not_told() -> None:
    hearing = Hearing()
    hearing.take(changed("time-pos", 5))
    assert hearing.take({"event": "end-file", "reason": "eof"}) is None
    assert hearing.take(changed("time-pos")) is None


def test_the_end_of_the_recording_is_expected() -> None:
    assert ended({"event": "end-file", "reason": "eof"}) == Ended("The end of talk.mp3.", True)


def test_a_file_that_cannot_be_played_is_told_with_the_reason() -> None:
    error = {"event": "end-file", "reason": "error"}
    wrong = {**error, "file_error": "unrecognized file format"}
    assert ended(wrong, code=2) == Ended("mpv cannot play talk.mp3: it is no recording.")
    assert "it does not say why" in ended(error, code=2).why


def test_a_player_that_ends_by_itself_says_how() -> None:
    assert ended(changed("pause", False), code=1) == Ended("mpv ended with an error (1).")
    assert ended(code=-9) == Ended("mpv was ended (signal 9).")
    assert ended() == Ended("mpv was closed.", True)


def test_a_program_that_is_no_mpv_is_told_what_it_has_to_be() -> None:
    assert ended(code=1) == Ended("mpv did not begin (1): it has to be mpv 0.33, or like it.")
