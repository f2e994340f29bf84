"""Rows are painted once, and again only where something they show has changed."""

from pathlib import Path

from textual.strip import Strip

from tests.ui.screen import Reader, reading


def painted(reader: Reader) -> list[Strip]:
    return [reader.page.render_line(y) for y in range(1, reader.page.content_region.height)]


def same(before: list[Strip], after: list[Strip]) -> bool:
    return all(one is other for one, other in zip(before, after, strict=False))


async def test_what_is_painted_is_kept_until_it_changes(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt") as reader:
        await reader.go("#41")
        before = painted(reader)
        assert same(before, painted(reader))
        reader.app.theme = "nord"
        await reader.pilot.pause()
        in_nord = painted(reader)
        assert [strip.text for strip in in_nord] == [strip.text for strip in before]
        assert [style for strip in in_nord for _, style, _ in strip] != [
            style for strip in before for _, style, _ in strip
        ]
        await reader.search("lantern")
        await reader.press("escape")
        await reader.go("#41")
        without_hits = painted(reader)
        assert [list(strip) for strip in without_hits] == [list(strip) for strip in in_nord]
        await reader.pilot.resize_terminal(60, 30)
        await reader.until(lambda: reader.page.size.width <= 60, "the narrow pane")
        await reader.until(reader.is_laid_out, "the narrow page")
        assert all(strip.cell_length <= 60 for strip in painted(reader))


async def test_every_row_fills_its_pane_exactly(shelf: Path) -> None:
    async with reading(shelf) as reader:
        for width in (41, 73, 100, 131):
            await reader.pilot.resize_terminal(width, 20)
            await reader.press("home")
            for pane in (reader.episodes, reader.page):
                region = pane.content_region
                for y in range(region.height if pane.display else 0):
                    assert pane.render_line(y).cell_length in (
                        region.width,
                        pane.scrollable_content_region.width,
                    )
