"""Text from a file is only ever text: nothing in it is obeyed, and clicking it does nothing."""

from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader.harmless import harmless_line

TRAP = "[@click=app.quit]press me[/] [bold]loud[/bold] [/] [red"
OBEYED = set(
    map(chr, [*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)])
)


def obeyed(reader: Reader) -> list[str]:
    """The rows on the screen that hold what a terminal would obey."""
    return [strip.text for strip in reader.strips if OBEYED & set(strip.text)]


@pytest.fixture
def traps(tmp_path: Path) -> Path:
    """Files with traps in their text, their names, their titles and what they are called."""
    folder = tmp_path / "traps"
    folder.mkdir()
    escape, override = "\x1b[31m\x1b]0;owned\x07", "\u202egpj.exe"
    (folder / "1 [bold]x[@click=app.quit]y.txt").write_text(
        f"{TRAP} (00:01)\n\n{TRAP} {escape} \x00 {override}\n\n"
        f"Bo{escape} (00:09)\n\nYes \x9b31m and {'endless' * 200}.\n"
    )
    (folder / "2.vtt").write_text(
        f"WEBVTT - {TRAP}\n\n00:01.000 --> 00:02.000\n"
        f"<v {TRAP}>&#27;[2J &#x1b;c {TRAP} {override}\n\n"
        f"00:03.000 --> 00:04.000\n<v {'Longname ' * 80}>{escape}\n"
    )
    (folder / "3.md").write_text(
        '---\ntitle: "\\e[31mred \\u202e[@click=app.quit]title[/] \\0"\nshow: "[blink]\\e[5m"\n'
        'tags: ["[reverse]", "\\x9b"]\n'
        'links:\n  - title: "[@click=app.quit]link[/]\\e[1m"\n    url: "https://x.example/\\e[1m"\n---\n'
        f"A note with {escape} and {TRAP}\n\n- [{TRAP}](https://y.example/)\n\n"
        f"### {TRAP}\n\n**[dim]Ann**: {TRAP}\n\n**Bob**: yes\n"
    )
    (folder / f"4 \x1b[31m\u202e{'very long name ' * 12}.txt").write_text(
        "Just words.\n\nMore words.\n"
    )
    return folder


async def test_traps_are_shown_as_they_are_written(traps: Path) -> None:
    async with reading(traps, (120, 40)) as reader:
        await reader.press("home")
        for _ in range(4):
            await reader.app.workers.wait_for_complete()
            await reader.pilot.pause()
            assert obeyed(reader) == []
            await reader.press("j")
        await reader.search("press")
        assert obeyed(reader) == []
        assert "in 3 episodes" in reader.counter
        assert "[@click=app.quit]" in reader.text
        await reader.press("enter", "n", "n")
        assert obeyed(reader) == []


async def test_clicking_a_trap_does_nothing(traps: Path) -> None:
    async with reading(traps, (120, 40)) as reader:
        await reader.press("home")
        for number in range(3):
            await reader.app.workers.wait_for_complete()
            await reader.pilot.pause()
            places = [
                (row.index("click=app"), y)
                for y, row in enumerate(reader.rows)
                if "click=app" in row
            ]
            assert places, f"file {number} has a trap"
            for place in places:
                await reader.pilot.click(offset=place)
                assert reader.app.is_running
                if reader.app.screen is not reader.main:
                    await reader.press("escape")
            await reader.press("tab" if reader.is_in(reader.page) else "k", "home")
            await reader.press(*["j"] * (number + 1))


async def test_traps_are_copied_harmlessly(traps: Path) -> None:
    async with reading(traps, (120, 40)) as reader:
        await reader.press("home")
        for _ in range(4):
            await reader.press("enter")
            await reader.app.workers.wait_for_complete()
            await reader.go("#1")
            await reader.press("y")
            assert reader.app.clipboard
            assert not (OBEYED - {"\n"}) & set(reader.app.clipboard)
            await reader.press("Y")
            assert not (OBEYED - {"\n"}) & set(reader.app.clipboard)
            await reader.press("o")
            assert obeyed(reader) == []
            await reader.press("escape", "tab", "j")


async def test_what_is_typed_is_only_text_too(traps: Path) -> None:
    async with reading(traps, (120, 40)) as reader:
        await reader.search(f'"{TRAP} zzz"')
        await reader.press("enter")
        await reader.says("[bold]loud[/bold]")
        await reader.press("escape")
        await reader.go("[bold]x[/]")
        await reader.shows("“[bold]x[/]” is no place to go to")


async def test_what_is_pasted_is_made_harmless(traps: Path) -> None:
    async with reading(traps, (120, 40)) as reader:
        for words, answer in (
            ("\x1b[31mzzz\x07", "Nothing in"),
            ("/\u202ezzz(/", "not understood"),
            ("after:\x9b31m", "needs a year"),
        ):
            await reader.press("/")
            await reader.paste(words)
            assert reader.main.bar.text == harmless_line(words)
            await reader.press("enter")
            await reader.says(answer)
            assert obeyed(reader) == []
            await reader.press("escape", "escape")


async def test_notices_are_only_text(traps: Path) -> None:
    async with reading(traps, notices=("[@click=app.quit]out[/]",)) as reader:
        assert "[@click=app.quit]out[/]" in reader.status
