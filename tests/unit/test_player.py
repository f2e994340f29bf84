"""A player that is told what to do and may do anything: none of it hangs or breaks the reader."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.players import LIMIT, Told, paper_player
from tui_reader.errors import ReaderError
from tui_reader.playing import Heard, Player
from tui_reader.playing.command import player_command
from tui_reader.recording import Recording

TALK = Recording("/srv/talk.mp3")
VIDEO = Recording("https://www.youtube.com/watch?v=a1B2c3D4e5_")


def is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def until(predicate: Callable[[], object]) -> None:
    deadline = time.monotonic() + LIMIT
    while not predicate():
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.01)


def start(folder: Path, script: str, told: Told, patience: float = LIMIT) -> Player:
    return Player(paper_player(folder, script), TALK, 5_000, told, patience=patience)


@pytest.fixture(autouse=True)
def little_time_to_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui_reader.playing.player._TO_END", 0.2)


# The command


def test_what_is_played_can_be_no_option() -> None:
    words = player_command(["mpv", "--ao=null"], Recording("/-x/--script=y.mp3"), 83_250, 9)
    assert words[:2] == ["mpv", "--ao=null"]
    assert words[-2:] == ["--", "/-x/--script=y.mp3"]
    assert {"--start=83.250", "--input-ipc-client=fd://9", "--no-terminal"} <= set(words)
    assert not any("input-ipc-server" in word for word in words)  # nobody else may tell it things


def test_the_page_of_a_video_needs_a_helper() -> None:
    with pytest.raises(ReaderError, match=r"of www\.youtube\.com mpv needs yt-dlp"):
        player_command(["mpv"], VIDEO, 0, 9, which=lambda name: None)
    assert "--ytdl=yes" in player_command(["mpv"], VIDEO, 0, 9, which=lambda name: name)
    assert "--ytdl=no" in player_command(["mpv"], TALK, 0, 9)


def test_a_player_that_is_not_there_is_told_with_what_to_do() -> None:
    with pytest.raises(ReaderError, match=r"^mpvx is not here to play it: install mpv, or name"):
        Player(["mpvx"], TALK, 0, Told())
    with pytest.raises(ReaderError, match="could not be started: Permission denied"):
        Player([os.path.dirname(__file__)], TALK, 0, Told())
    with pytest.raises(ReaderError, match="There is no player"):
        Player([], TALK, 0, Told())


# What it says, and is told


def test_it_is_told_what_to_do_in_order(tmp_path: Path) -> None:
    told = Told()
    script = "obey(2)\nplay(5)\nplay(float(len(obey(1)[0])))\nplay(obey(2)[0][1])\ncommands.read()"
    player = start(tmp_path, script, told)
    assert told.heard(lambda heard: heard.time == 5_000)
    player.pause(True)
    assert told.heard(lambda heard: heard.time == 3_000)
    player.seek(62_500)
    assert told.heard(lambda heard: heard.time == 62_500)
    player.close()
    player.join(LIMIT)
    assert not is_there(player.process)
    assert told.silent


def test_what_is_no_message_is_passed_over(tmp_path: Path) -> None:
    told = Told()
    noise = (
        "line.sendall(b'\\n\\xff\\x00{\\n[1]\\n7\\n' + b'[' * 99999 + b'\\n"
        '{"event":"property-change","name":"time-pos"\')\n'
        "line.sendall(b',\"data\":7}\\n')\n"
    )
    player = start(tmp_path, f"obey(2)\n{noise}commands.read()", told)
    assert told.heard(lambda heard: heard.time == 7_000) == Heard(7_000)
    player.close()
    player.join(LIMIT)


@pytest.mark.parametrize("odd", ["[1]", "{}", "null", "1e400", "NaN", '"x"', "-1", "true"])
def test_messages_with_odd_values_are_passed_over(tmp_path: Path, odd: str) -> None:
    told = Told()
    names = ("request_id", "error", "event", "name", "data")
    said = "{" + ",".join(f'"{name}":{odd}' for name in names) + "}\n"
    said += f'{{"event":"property-change","name":"time-pos","data":{odd}}}\n'
    player = start(tmp_path, f"obey(2)\nline.sendall({said.encode()!r})\nplay(7)\n", told)
    assert told.heard(lambda heard: heard.time == 7_000)
    player.close()
    player.join(LIMIT)
    assert not is_there(player.process)


# How it may end


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("sys.exit(3)", "did not begin (3): it has to be mpv 0.33, or like it."),
        ("obey(2); sys.exit(3)", "ended with an error (3)."),
        ("obey(2); sys.exit(0)", "was closed."),
        ("obey(2); os.kill(os.getpid(), signal.SIGKILL)", "was ended (signal 9)."),
        ("obey(2); say(event='end-file', reason='quit')", "was closed."),
    ],
)
def test_how_it_ends_is_told(tmp_path: Path, script: str, why: str) -> None:
    told = Told()
    player = start(tmp_path, script, told)
    assert told.ended().why.endswith(why)
    player.join(LIMIT)
    assert not is_there(player.process)
    player.seek(1_000)  # too late, and no harm
    player.close()


def test_one_that_never_answers_is_ended(tmp_path: Path) -> None:
    told = Told()
    player = start(tmp_path, "time.sleep(99)", told, patience=0.2)
    assert told.ended().why.endswith("does not answer as mpv would.")
    assert not is_there(player.process)


def test_one_that_answers_no_more_is_ended_when_it_is_told_something(tmp_path: Path) -> None:
    told = Told()
    player = start(tmp_path, "obey(1); play(1); time.sleep(99)", told, patience=0.5)
    told.heard(lambda heard: heard.time == 1_000)
    while is_there(player.process):
        player.pause(True)
        player.join(0.01)
    assert told.ended().why.endswith("does not answer as mpv would.")


def test_one_that_does_not_want_to_end_is_ended(tmp_path: Path) -> None:
    told = Told()
    script = "signal.signal(signal.SIGTERM, signal.SIG_IGN)\nobey(2)\nplay(1)\ntime.sleep(99)"
    player = start(tmp_path, script, told)
    told.heard(lambda heard: heard.time == 1_000)
    player.close()
    player.join(LIMIT)
    assert not is_there(player.process)
    assert told.silent


def test_the_player_knows_when_the_reader_is_killed(tmp_path: Path) -> None:
    script = (
        "import sys, time\n"
        "from tui_reader.playing import Player\n"
        "from tui_reader.recording import Recording\n"
        "player = Player(sys.argv[1:], Recording('/srv/talk.mp3'), 0, lambda report: None)\n"
        "print(player.process, flush=True)\n"
        "time.sleep(99)\n"
    )
    words = paper_player(tmp_path, "obey(2)\ncommands.read()")
    with subprocess.Popen(
        [sys.executable, "-c", script, *words], stdout=subprocess.PIPE, text=True
    ) as reader:
        assert reader.stdout is not None
        process = int(reader.stdout.readline())
        reader.send_signal(signal.SIGKILL)
    until(lambda: not is_there(process))
