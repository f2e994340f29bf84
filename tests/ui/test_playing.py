"""Listening: playing from where one reads, following what is spoken, and what can go wrong."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.players import tone
from tests.ui.screen import Reader, reading
from tests.ui.test_contrast import LOOKS, look
from tui_reader.config import Settings
from tui_reader.playing import Ended, Heard, Report
from tui_reader.recording import Recording

LIGHTHOUSE = "2024-05-03-lighthouse.vtt"
SOUND = "2024-05-03-lighthouse.mp3"


class Player:
    """Stands in for the real one, and reports what a test wants it to."""

    def __init__(
        self, player: Sequence[str], recording: Recording, time: int, tell: Callable[[Report], None]
    ) -> None:
        self.recording = recording
        self.tell = tell
        self.done: list[object] = [time]
        self.closed = False

    def seek(self, time: int) -> None:
        self.done.append(time)

    def pause(self, paused: bool) -> None:
        self.done.append("pause" if paused else "go on")

    def close(self) -> None:
        self.closed = True

    def at(self, minutes: int, seconds: float = 0.0, *, paused: bool = False) -> None:
        self.tell(Heard(round((minutes * 60 + seconds) * 1000), paused))


@pytest.fixture
def players(monkeypatch: pytest.MonkeyPatch) -> list[Player]:
    """The players that were started."""
    started: list[Player] = []

    def start(*arguments: object) -> Player:
        started.append(Player(*arguments))  # type: ignore[arg-type]
        return started[-1]

    monkeypatch.setattr("tui_reader.playing.Player", start)
    return started


@pytest.fixture
def heard(shelf: Path) -> Path:
    """The shelf, with a recording of the lighthouse."""
    (shelf / SOUND).touch()
    return shelf


async def play(reader: Reader, players: list[Player], key: str = "p") -> Player:
    before = len(players)
    await reader.press(key)
    await reader.until(lambda: len(players) > before, "a player")
    await reader.says("▶ opening")
    return players[-1]


async def speaks(reader: Reader, words: str) -> None:
    """Wait until what is spoken begins like this."""
    await reader.until(lambda: reader.spoken.startswith(words), f"{words!r} to be spoken")


def is_in_the_middle(reader: Reader, words: str) -> bool:
    _, y = reader.cell(words, reader.page)
    area = reader.page.content_region
    return area.height // 3 <= y - area.y <= 2 * area.height // 3


async def test_the_recording_plays_from_where_one_reads(heard: Path, players: list[Player]) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        await reader.go("41:08")
        player = await play(reader, players)
        assert player.recording == Recording(str(heard / SOUND))
        assert player.done == [41 * 60_000 + 8_000]
        assert f"Playing {SOUND} from 41:08." in reader.status
        player.at(41, 9)
        await reader.says("▶ 41:09")
        assert reader.spoken.startswith("lantern and the boats")


async def test_what_plays_leaves_room_for_what_there_is_to_say(
    heard: Path, players: list[Player]
) -> None:
    async with reading(heard, size=(40, 20)) as reader:
        await reader.press("tab", "J")
        player = await play(reader, players)
        player.at(20)
        await reader.press("J")
        await reader.says("▶ 20:00 The keepers")
        await reader.press("m")
        await reader.says("▶ 20:00 The…   m…  a letter, Esc")


async def test_it_pauses_goes_on_and_goes_elsewhere(heard: Path, players: list[Player]) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        await reader.press("P")
        await reader.says("Nothing is playing")
        player = await play(reader, players)
        player.at(0, 1)
        await reader.says("▶ 00:01")
        await reader.press("P")
        player.at(0, 2, paused=True)
        await reader.says("⏸ 00:02")
        await reader.press("P")
        await reader.go("20:00")
        await reader.press("p")
        await reader.says("From 20:00.")
        assert player.done == [0, "pause", "go on", 20 * 60_000]
        assert len(players) == 1


async def test_what_is_spoken_is_followed(heard: Path, players: list[Player]) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        for minute in range(20):
            player.at(minute, 3)
            words = f"Watch {minute} began"
            await speaks(reader, words)
            assert minute < 6 or is_in_the_middle(reader, words)
            assert reader.here.startswith(words)
        assert "following" in reader.status


async def test_the_page_stands_while_what_is_spoken_is_in_the_middle(
    heard: Path, players: list[Player]
) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        tops = set()
        for minute in range(10, 25):
            player.at(minute, 3)
            words = f"Watch {minute} began"
            await speaks(reader, words)
            tops.add(reader.top)
        assert len(tops) <= 6


@pytest.mark.parametrize("motion", ["j", "G", "}", "wheel", "go"])
async def test_any_motion_ends_following_and_the_mark_stays(
    heard: Path, players: list[Player], motion: str
) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        player.at(10, 3)
        await reader.until(lambda: reader.spoken, "a mark")
        if motion == "wheel":
            await reader.wheel(reader.page, 1)
        elif motion == "go":
            await reader.go("50:00")
        else:
            await reader.press(motion)
        top = reader.top
        player.at(11, 3)
        await reader.says("No longer following: F follows again.")
        player.at(59, 59)
        await reader.until(lambda: "59:59" in reader.status, "the time")
        assert reader.top == top
        await reader.press("F")
        await speaks(reader, "then came the log")
        await reader.press("F")
        await reader.says("No longer following")
        assert "following" not in reader.status.partition("No longer")[0]


async def test_selected_turns_do_not_grow_with_what_is_spoken(
    heard: Path, players: list[Player]
) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        player.at(10, 3)
        await speaks(reader, "Watch 10")
        await reader.press("v")
        player.at(11, 3)
        await speaks(reader, "Watch 11")
        assert reader.main.selected_turns == range(10, 11)
        assert "following" not in reader.status.partition("No longer")[0]


async def test_another_width_does_not_end_following(heard: Path, players: list[Player]) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        player.at(30, 3)
        await reader.until(lambda: reader.spoken, "a mark")
        await reader.pilot.resize_terminal(64, 20)
        await reader.until(reader.is_laid_out, "another width")
        player.at(40, 3)
        await speaks(reader, "Watch 40")
        assert "following" in reader.status


async def test_it_plays_on_while_one_reads_something_else(
    heard: Path, players: list[Player]
) -> None:
    async with reading(heard) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        player = await play(reader, players)
        player.at(2, 3)
        await reader.until(lambda: reader.spoken, "a mark")
        await reader.press("J")
        await reader.opens("meeting")
        player.at(2, 8)
        await reader.says("▶ 02:08 The keepers of the…")
        assert not reader.spoken
        await reader.press("K")
        await reader.opens("The keepers of the rock")
        await reader.until(lambda: "▶ 02:08" in reader.status, "the time")
        await reader.go("2:00")
        await speaks(reader, "then came")
        assert not player.closed


async def test_another_episode_plays_its_own_recording(heard: Path, players: list[Player]) -> None:
    (heard / "2023-01-20-meeting.ogg").touch()
    async with reading(heard) as reader:
        await reader.press("j", "enter")
        await reader.opens("The keepers of the rock")
        first = await play(reader, players)
        first.at(5, 3)
        await reader.press("J")
        await reader.opens("meeting")
        second = await play(reader, players)
        assert first.closed
        assert second.recording.name == "2023-01-20-meeting.ogg"
        first.at(6)
        second.at(0, 15)
        await reader.says("▶ 00:15")


async def test_where_no_recording_is_known_it_is_said_what_was_looked_for(
    shelf: Path, players: list[Player]
) -> None:
    async with reading(shelf / LIGHTHOUSE) as reader:
        await reader.press("p")
        await reader.says("No recording is known: there is no 2024-05-03-lighthouse.mp3")
        assert "▶" not in reader.status
        assert not players


async def test_without_times_it_plays_from_its_start(shelf: Path, players: list[Player]) -> None:
    (shelf / "bakery.mp3").touch()
    (shelf / "bakery.mp4").touch()
    async with reading(shelf / "bakery.md") as reader:
        await reader.go("#3")
        await reader.press("F")
        await reader.says("This transcript has no times to follow")
        player = await play(reader, players)
        assert player.done == [0]
        assert "Playing bakery.mp3 (the first of 2) from its start" in reader.status
        player.at(0, 5)
        await reader.says("▶ 00:05")
        await reader.press("p")
        await reader.says("no times to go to")
        assert player.done == [0]


async def test_where_an_address_leads_is_shown_before_it_is_opened(
    tmp_path: Path, players: list[Player]
) -> None:
    path = tmp_path / "talk.md"
    path.write_text(
        "---\ntitle: Talk\naudio: https://good.example@evil.example/t.mp3\n---\n## Transcript\n\n"
        "**Ann** [00:01]: One.\n\n**Bo** [00:09]: Two.\n"
    )
    async with reading(path) as reader:
        await reader.press("p")
        await reader.shows("leads to evil.example")
        assert "https://good.example@evil.example/t.mp3" in reader.text
        await reader.press("escape")
        assert not players
        await reader.press("p")
        await reader.shows("leads to evil.example")
        player = await play(reader, players, "enter")
        assert player.recording.is_remote
        player.tell(Ended("The end of it.", expected=True))
        await reader.says("The end of it.")
        await play(reader, players)  # it was agreed to


@pytest.mark.parametrize(
    "ended", [Ended("The end of talk.mp3.", True), Ended("mpv cannot play talk.mp3: it is not.")]
)
async def test_how_it_ends_is_told(heard: Path, players: list[Player], ended: Ended) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players, "F")
        player.at(3, 3)
        await reader.until(lambda: reader.spoken, "a mark")
        player.tell(ended)
        await reader.says(ended.why)
        assert "▶" not in reader.status
        assert not reader.spoken
        again = await play(reader, players)
        assert again is not player


async def test_a_player_that_is_not_there_is_told(
    heard: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(player=("no-such-player",))
    async with reading(heard / LIGHTHOUSE, settings=settings) as reader:
        await reader.press("p")
        await reader.says("no-such-player is not here to play it: install mpv")
        await reader.press("P")
        await reader.says("Nothing is playing")


async def test_the_player_ends_with_the_reader(heard: Path, players: list[Player]) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        player = await play(reader, players)
    assert player.closed


@pytest.mark.parametrize("theme", ["textual-light", "ansi-dark", "textual-ansi"])
async def test_what_is_spoken_stands_out_in_every_theme(
    heard: Path, players: list[Player], theme: str
) -> None:
    async with reading(heard / LIGHTHOUSE, theme=theme) as reader:
        player = await play(reader, players)
        player.at(0, 9)
        await speaks(reader, "then came the log")
        assert reader.spoken.endswith("nothing came.")


@pytest.mark.parametrize(("themes", "least"), LOOKS)
async def test_what_is_spoken_can_be_read(
    heard: Path, players: list[Player], themes: list[str], least: float
) -> None:
    async with reading(heard / LIGHTHOUSE) as reader:
        await reader.search("watch")
        await reader.press("enter")
        player = await play(reader, players)
        player.at(2, 3)
        await reader.until(lambda: "2 began" in reader.spoken, "a mark below the hit")
        found = await look(reader, themes, least)
    assert not found, "\n".join(found)


@pytest.mark.e2e
@pytest.mark.skipif(shutil.which("mpv") is None, reason="mpv is not here")
async def test_a_real_player_is_followed(shelf: Path) -> None:
    tone(shelf / "2023-01-20-meeting.wav", 100)
    settings = Settings(player=("mpv", "--no-config", "--ao=null"))
    async with reading(shelf / "2023-01-20-meeting.txt", settings=settings) as reader:
        await reader.go("0:14")
        await reader.press("F")
        await reader.until(lambda: "I objected" in reader.spoken, "the words")
        await reader.press("P")
        await reader.until(lambda: "⏸" in reader.status, "a pause")
        await reader.go("1:20")
        await reader.press("p")
        await reader.until(lambda: "complete" in reader.spoken, "other words")
        assert "▶ 01:2" in reader.status
