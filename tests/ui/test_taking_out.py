"""Copying words, with their source or without, and opening links."""

import os
from pathlib import Path

import pytest

from tests.ui.screen import reading
from tui_reader.config import Settings
from tui_reader.errors import ReaderError
from tui_reader.ui.browser import open_link
from tui_reader.ui.screens import working


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The links that a browser was asked to open; it refuses what the real one refuses."""
    links: list[str] = []

    def take(url: str) -> None:
        if not url.startswith("https:"):
            open_link(url)
        links.append(url)

    monkeypatch.setattr(working, "open_link", take)
    return links


async def test_a_turn_is_copied_and_cited(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.press("y")
        await reader.says("Go to a turn")
        assert reader.app.clipboard == ""
        await reader.go("#3")
        await reader.press("y")
        assert reader.app.clipboard == "It gets fed at four. Nobody feeds me at four."
        await reader.says("Copied 10 words")
        await reader.press("Y")
        assert reader.app.clipboard == (
            "“It gets fed at four. Nobody feeds me at four.” — "
            "Łukasz Piekarz, “#12 Bread before dawn”, 2024-06-01"
        )
        await reader.says("with the source")


async def test_a_citation_has_the_time(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#42")
        await reader.press("Y")
        assert reader.app.clipboard.endswith(
            "boats turned back.” — Wen, “The keepers of the rock”, 2024-05-03, 41:00"
        )


async def test_selected_turns_are_copied_and_cited(shelf: Path) -> None:
    async with reading(shelf) as reader:
        await reader.go("#1")
        await reader.press("v", "right_curly_bracket", "y")
        assert reader.app.clipboard == (
            "Łukasz Piekarz: The dough is older than I am.\n\nMara: And it has better manners."
        )
        await reader.says("Copied")
        assert reader.main.selected_turns is None
        await reader.go("#1")
        await reader.press("v", "right_curly_bracket", "Y")
        assert reader.app.clipboard == (
            "“Łukasz Piekarz: The dough is older than I am. Mara: And it has better manners.” — "
            "Łukasz Piekarz, Mara, “#12 Bread before dawn”, 2024-06-01"
        )


async def test_what_is_copied_is_shaped_by_the_settings(shelf: Path) -> None:
    chosen = Settings(copy="> {text}", citation="{text} ({speaker}[, {show}], {time})\n{path}")
    file = shelf / "2024-05-03-lighthouse.vtt"
    async with reading(file, settings=chosen) as reader:
        await reader.go("#42")
        await reader.press("y")
        assert reader.app.clipboard.startswith("> At last somebody lit the storm lantern")
        await reader.press("Y")
        assert reader.app.clipboard.endswith(f"turned back. (Wen, 41:00)\n{file}")


@pytest.fixture
def clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a program of the desktop has in its clipboard."""
    goes_to, folder = tmp_path / "clipboard", tmp_path / "bin"
    folder.mkdir()
    program = folder / "wl-copy"
    program.write_text(f"#!/bin/sh\ncat > {goes_to}.part && mv {goes_to}.part {goes_to}\n")
    program.chmod(0o755)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-test")
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    return goes_to


async def test_a_program_of_the_desktop_gets_it_too(shelf: Path, clipboard: Path) -> None:
    async with reading(shelf) as reader:
        await reader.go("#3")
        await reader.press("y")
        await reader.until(clipboard.exists, "the words in the clipboard of the desktop")
        assert clipboard.read_text() == "It gets fed at four. Nobody feeds me at four."
        assert reader.app.clipboard == clipboard.read_text()
        await reader.says("Copied 10 words.")


async def test_what_was_copied_last_arrives_although_one_leaves(
    shelf: Path, clipboard: Path
) -> None:
    async with reading(shelf) as reader:
        for turn in range(1, 6):
            await reader.go(f"#{turn}")
            await reader.press("y")
    assert clipboard.read_text() == "In the storm we lit a lantern on it."


async def test_a_program_that_fails_is_told_of(
    shelf: Path, clipboard: Path, tmp_path: Path
) -> None:
    (tmp_path / "bin" / "wl-copy").write_text("#!/bin/sh\nexit 1\n")
    async with reading(shelf) as reader:
        await reader.go("#3")
        await reader.press("y")
        await reader.says("Only the terminal was asked to copy: wl-copy ended with an error (1).")


async def test_more_than_a_terminal_takes_is_told(tmp_path: Path) -> None:
    file = tmp_path / "long.md"
    file.write_text(f"# Long\n\n**Mara**: {'word ' * 20_000}\n\n**Wen**: No.\n\n**Mara**: Yes.\n")
    async with reading(file) as reader:
        await reader.go("#1")
        await reader.press("y")
        await reader.says("Copied 20,000 words, more than some terminals take")


async def test_links_are_listed_and_opened(shelf: Path, opened: list[str]) -> None:
    async with reading(shelf) as reader:
        await reader.press("o")
        for shown in (
            "4 links",
            "How a sourdough wakes",
            "https://bread.example/wakes",
            "a recipe",
            "https://bread.example/oven",
        ):
            assert shown in reader.text
        await reader.press("escape", "U", "j", "j", "enter")
        await reader.until(lambda: opened, "a link in the browser")
        assert opened == ["https://bread.example/rye"]
        await reader.says("Opening https://bread.example/rye")
        await reader.press("o", "j", "1")
        assert len(opened) == 1, "a number only leads there: what is opened is seen before"
        await reader.press("enter")
        await reader.until(lambda: len(opened) == 2, "another link")
        assert opened[1] == "https://bread.example/wakes"


async def test_a_link_that_is_no_address_of_the_web_is_refused(
    shelf: Path, opened: list[str]
) -> None:
    async with reading(shelf) as reader:
        await reader.press("o", "2", "enter")
        await reader.says("Only web and mail addresses are opened, not javascript:alert(1)")
        assert opened == []


async def test_an_episode_without_links_says_so(shelf: Path) -> None:
    async with reading(shelf / "2023-01-20-meeting.txt") as reader:
        await reader.press("o")
        await reader.says("no links")


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "/etc/passwd", "https://a b", "ftp://x"]
)
def test_only_web_and_mail_addresses_are_opened(url: str) -> None:
    with pytest.raises(ReaderError):
        open_link(url)


async def test_a_click_on_a_link_shows_the_whole_address_and_opens_nothing(
    tmp_path: Path, opened: list[str]
) -> None:
    long = "https://bread.example/" + "/".join(f"part{n}" for n in range(400))
    file = tmp_path / "post.md"
    file.write_text(f"# Bread\n\n[a recipe]({long})\n\n**Mara**: Yes.\n\n**Wen**: No.\n")
    async with reading(file, (120, 40)) as reader:
        await reader.pilot.click(offset=reader.cell("a recipe"))
        await reader.shows("1 link")
        assert opened == []
        seen = ""
        for _ in range(4):
            seen += "".join(row.strip(" │╭╮╰╯─") for row in reader.rows)
            await reader.press("space")
        for n in range(400):
            assert f"part{n}" in seen, "nothing of it is cut"
        await reader.press("enter")
        await reader.until(lambda: opened, "the link, once Enter is pressed")
        assert opened == [long]


async def test_a_link_that_looks_like_another_says_where_it_leads(tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text(
        "# Bread\n\n[one](https://\u0430pple.example/) [two](http://bank.example@evil.example/)\n\n"
        "**Mara**: Yes.\n\n**Wen**: No.\n",
        encoding="utf-8",
    )
    async with reading(file) as reader:
        await reader.press("o")
        await reader.shows("leads to xn--pple-43d.example")
        await reader.shows("leads to evil.example")


async def test_links_are_told_apart_in_any_width_and_each_is_said_once(tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    bare, long = "https://bakery.example/bread", "https://bakery.example/" + "rye/" * 15
    file.write_text(f"# Bread\n\n<{bare}> [rye]({long})\n\n**Mara**: Yes.\n\n**Wen**: No.\n")
    async with reading(file, (40, 20)) as reader:
        await reader.press("o")
        await reader.shows("2 links")
        rows = [row.strip(" │") for row in reader.rows if "│" in row]
        assert "".join(rows).count(bare) == 1
        assert long in "".join(rows)
        assert all("│     " in row for row in reader.rows if "rye/" in row), "below its title"


async def test_nothing_in_a_transcript_becomes_a_link_of_the_terminal(shelf: Path) -> None:
    async with reading(shelf) as reader:
        for _ in range(2):
            links = [style.link for strip in reader.strips for _, style, _ in strip if style]
            assert not any(links)
            await reader.press("o")
