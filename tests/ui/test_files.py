"""What a file is, the other files of its episode, and those that are left out."""

from pathlib import Path

import pytest

from tests.ui.screen import reading
from tests.ui.talks import LIGHTHOUSE

MINUTES = "\n".join(
    [
        "WEBVTT\n",
        "00:05.000 --> 00:13.000\n<v Wen>The minutes say that the lantern was lent out.\n",
        "00:14.000 --> 00:20.000\n<v Ilse>The minutes also say that I objected.\n",
        "01:20.000 --> 01:22.000\n<v Wen>Then the minutes are complete.\n",
    ]
)


@pytest.fixture
def both(shelf: Path) -> Path:
    """The shelf, with a meeting that there are captions of as well."""
    (shelf / "2023-01-20-meeting.vtt").write_text(MINUTES)
    return shelf


async def test_about_tells_what_a_file_is(shelf: Path) -> None:
    path = shelf / "2024-05-03-lighthouse.vtt"
    async with reading(path, (120, 40)) as reader:
        await reader.press("i")
        await reader.shows("About this episode")
        shown = " ".join(reader.text.split())
        assert "WebVTT (webvtt), utf-8" in shown
        assert "61 turns, 3 speakers, 122 cues" in shown
        assert "00:00 to 1:00:17" in shown
        assert path.name in shown
        assert "Nothing in the file was skipped" in shown
        await reader.press("i")
        assert "About" not in reader.text


async def test_about_has_every_one_of_thousands_of_problems(tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    odd = "".join(f"00:xx --> 00:04.000\nlost {n}\n\n" for n in range(3_000))
    file.write_text(f"{LIGHTHOUSE}\n{odd}")
    async with reading(file, (40, 20)) as reader:
        assert reader.page.page
        last = reader.page.page.transcript.problems[-1].line
        await reader.press("i", "G")
        await reader.shows(str(last))
        await reader.press("home")
        await reader.shows("WebVTT")


async def test_about_names_the_other_files_of_the_episode(both: Path) -> None:
    async with reading(both, (120, 40)) as reader:
        await reader.press("G", "enter", "i")
        await reader.shows("Beside")
        other = next(row for row in reader.rows if "Beside" in row)
        assert "2023-01-20-meeting." in other
        assert "3 turns, 2 speakers" in other


async def test_another_file_of_the_episode_is_read_at_the_same_words(both: Path) -> None:
    async with reading(both) as reader:
        assert len(reader.titles) == 3, "one episode, whatever the number of its files"
        await reader.press("G", "enter")
        await reader.opens("meeting")
        main = reader.main.opened.path if reader.main.opened else Path()
        await reader.go("#2")
        await reader.press("A")
        await reader.shows("Files of this episode")
        marked = [row for row in reader.rows if " ▸ " in row and main.name in row]
        assert len(marked) == 1, "the open one is marked"
        await reader.press("enter")
        await reader.until(
            lambda: reader.main.opened and reader.main.opened.path != main, "the other"
        )
        assert reader.here.startswith("The minutes also say")
        await reader.press("i")
        await reader.shows("Beside")
        assert main.name in next(row for row in reader.rows if "Beside" in row)
        await reader.press("escape", "A")
        await reader.shows("Files of this episode")
        await reader.press("enter")
        await reader.until(
            lambda: reader.main.opened and reader.main.opened.path == main, "the first"
        )
        assert reader.here.startswith("The minutes also say")


async def test_back_from_a_jump_is_in_the_file_one_read(both: Path) -> None:
    async with reading(both) as reader:
        await reader.press("G", "enter")
        await reader.opens("meeting")
        await reader.go("#1")
        await reader.press("A")
        await reader.shows("Files of this episode")
        await reader.press("enter")
        await reader.until(lambda: reader.main.reads_other, "the other")
        other = reader.main.opened.path if reader.main.opened else Path()
        assert other.name in reader.text, "which it is stands above it"
        await reader.go("#3")
        last = reader.here
        await reader.press("A")
        await reader.shows("Files of this episode")
        await reader.press("enter")
        await reader.until(lambda: not reader.main.reads_other, "the main file")
        await reader.press("ctrl+o")
        await reader.until(lambda: reader.main.reads_other, "the other, where the jump was from")
        assert reader.main.opened and reader.main.opened.path == other
        assert reader.here.startswith("The minutes say")
        await reader.press("alt+right")
        await reader.until(lambda: not reader.main.reads_other, "the main file")
        assert reader.here == last


async def test_the_next_hit_of_a_library_is_in_the_main_file(both: Path) -> None:
    async with reading(both) as reader:
        await reader.press("G", "enter")
        await reader.opens("meeting")
        main = reader.main.opened.path if reader.main.opened else Path()
        await reader.go("#1")
        await reader.press("A")
        await reader.shows("Files of this episode")
        await reader.press("enter")
        await reader.until(lambda: reader.main.reads_other, "the other")
        await reader.search("complete", key="S")
        await reader.press("enter")
        await reader.until(lambda: reader.current_hits == ["complete"], "the hit")
        assert reader.main.opened
        assert reader.main.opened.path == main


async def test_an_episode_of_one_file_has_no_other(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("A")
        await reader.says("This episode has no other files.")


async def test_what_is_left_out_is_counted_and_told_with_its_reason(shelf: Path) -> None:
    (shelf / "cover.jpg").write_bytes(b"\xff\xd8")
    (shelf / "song.mp3").write_bytes(b"ID3")
    (shelf / "other.mp3").write_bytes(b"ID3")
    (shelf / "nothing.vtt").write_bytes(b"")
    async with reading(shelf) as reader:
        await reader.shows("─ 1 file left out")
        assert "3 files" not in reader.text, "nobody looks for recordings in a list of transcripts"
        await reader.press("ctrl+p")
        await reader.paste("left out")
        await reader.until(lambda: "Next turn" not in reader.text, "what fits only")
        await reader.press("enter")
        await reader.shows("Not looked into")
        shown = [" ".join(row.strip(" │").split()) for row in reader.rows]
        assert "2 files .mp3" in shown
        assert "1 file .jpg" in shown
        assert "nothing.vtt" in " ".join(shown)
        assert "empty" in " ".join(shown)
        await reader.press("escape")
        assert "Not looked into" not in reader.text


async def test_where_nothing_is_left_out_nothing_is_said(shelf: Path) -> None:
    async with reading(shelf) as reader:
        assert "left out" not in reader.text
        await reader.app.run_action("left_out", reader.main)
        await reader.shows("Every file is in the list.")


async def test_another_file_that_is_gone_says_so(both: Path) -> None:
    async with reading(both) as reader:
        await reader.press("G", "enter")
        await reader.opens("meeting")
        await reader.press("A")
        await reader.shows("Files of this episode")
        for path in both.glob("*meeting*"):
            path.unlink()
        await reader.press("enter")
        await reader.until(lambda: "There is no file" in reader.text or "gone" in reader.text, "it")
