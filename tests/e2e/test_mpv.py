"""Recordings played in a real mpv, without a sound."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.players import LIMIT, Told, tone
from tui_reader.playing import Ended, Player
from tui_reader.recording import Recording

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(shutil.which("mpv") is None, reason="mpv is not here"),
]

SILENT = ("mpv", "--no-config", "--ao=null")


@pytest.fixture(scope="module")
def minute(tmp_path_factory: pytest.TempPathFactory) -> Recording:
    """A recording of a minute, with a name that is no option."""
    return Recording(str(tone(tmp_path_factory.mktemp("sound") / "--a minute%.wav", 60)))


@pytest.fixture
def told() -> Told:
    return Told()


@pytest.fixture
def player(minute: Recording, told: Told) -> Iterator[Player]:
    """One that plays from 12.5 s."""
    player = Player(SILENT, minute, 12_500, told)
    yield player
    player.close()
    player.join(LIMIT)
    with pytest.raises(ProcessLookupError):
        os.kill(player.process, 0)


def test_it_plays_from_the_time_that_was_asked_for(player: Player, told: Told) -> None:
    first = told.heard(lambda heard: heard.time is not None)
    assert first.time is not None
    assert 12_400 <= first.time < 14_000
    told.heard(lambda heard: heard.time and heard.time > 14_000)
    assert told.times == sorted(told.times)
    assert len(told.times) >= 4  # some in every second


def test_it_pauses_and_goes_on(player: Player, told: Told) -> None:
    told.heard(lambda heard: heard.time is not None)
    player.pause(True)
    paused = told.heard(lambda heard: heard.paused)
    player.pause(False)
    told.heard(lambda heard: not heard.paused and heard.time and heard.time > (paused.time or 0))


def test_it_goes_to_another_time_and_plays_there(player: Player, told: Told) -> None:
    told.heard(lambda heard: heard.time is not None)
    player.pause(True)
    told.heard(lambda heard: heard.paused)
    player.seek(40_000)
    told.heard(lambda heard: not heard.paused and heard.time and 39_900 <= heard.time < 42_000)
    player.seek(3_000)
    told.heard(lambda heard: heard.time and 2_900 <= heard.time < 5_000)


def test_the_end_of_the_recording_is_told(player: Player, told: Told) -> None:
    told.heard(lambda heard: heard.time is not None)
    player.seek(59_700)
    assert told.ended() == Ended("The end of --a minute%.wav.", expected=True)


def test_a_time_beyond_the_end_is_the_end(minute: Recording, told: Told) -> None:
    player = Player(SILENT, minute, 3_600_000, told)
    assert isinstance(told.ended(), Ended)
    player.join(LIMIT)


def test_a_file_that_is_no_recording_is_told(tmp_path: Path, told: Told) -> None:
    path = tmp_path / "talk.mp3"
    path.write_text("Nothing to hear in here.\n" * 99)
    player = Player(SILENT, Recording(str(path)), 0, told)
    assert told.ended() == Ended("mpv cannot play talk.mp3: it is no recording.")
    player.join(LIMIT)


@pytest.mark.parametrize("head", ["# mpv EDL v0\n{},0,5", "#EXTM3U\n{}", "[playlist]\nFile1={}"])
def test_a_list_of_other_files_is_not_played(tmp_path: Path, told: Told, head: str) -> None:
    other, path = tone(tmp_path / "other.wav", 1), tmp_path / "talk.mp3"
    path.write_text(head.format(other))
    player = Player(SILENT, Recording(str(path)), 0, told)
    assert told.ended() == Ended("mpv cannot play talk.mp3: it is no recording.")
    player.join(LIMIT)


def test_an_mpv_that_is_killed_is_told(player: Player, told: Told) -> None:
    told.heard(lambda heard: heard.time is not None)
    os.kill(player.process, signal.SIGKILL)
    assert told.ended() == Ended("mpv was ended (signal 9).")


def test_nobody_else_can_tell_it_what_to_do(player: Player, told: Told) -> None:
    told.heard(lambda heard: heard.time is not None)
    if shutil.which("ss") is None:
        pytest.skip("ss is not here")
    listening = subprocess.run(
        ["ss", "-xlpH"], capture_output=True, text=True, check=True, timeout=LIMIT
    )
    assert f"pid={player.process}," not in listening.stdout
