"""Draws the pictures of the README from the sample library: `python -m tests.picture [FOLDER]`."""

import asyncio
import os
import re
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from tests.ui.screen import Reader, reading
from tui_reader.finding import sample_library
from tui_reader.request import Opening

__all__ = ["PICTURES", "Picture", "draw"]

_SIZE: Final = 120, 34
_OUTSIDE: Final = re.compile(r"\s*(<!--.*?-->|@font-face \{.*?\}(?=\s))", re.DOTALL)
_FONTS: Final = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace"


class Picture(NamedTuple):
    """A file to draw, and the reader on it: its theme, what it opens when, what is done then."""

    name: str
    theme: str
    episode: str
    time: int
    act: Callable[[Reader], Awaitable[None]]


async def _search(reader: Reader) -> None:
    """Look for a word in the whole library, and read on at its second hit."""
    await reader.search("tape", key="S")
    await reader.shows("in 7 episodes")
    await reader.press("enter", "n")


async def _read(reader: Reader) -> None:
    """Show the time of every cue, and go on to the next turn."""
    await reader.press("T", "}")


PICTURES: Final = (
    Picture("screenshot.svg", "textual-dark", "2023-10-19-The-foghorn-tape.txt", 0, _search),
    Picture(
        "screenshot-light.svg",
        "textual-light",
        "2024-03-14-Reading-with-your-hands.vtt",
        272_000,
        _read,
    ),
)


async def draw(picture: Picture) -> str:
    """The picture, as the text of an SVG file."""
    library = sample_library()
    opening = Opening(library / picture.episode, picture.time)
    async with reading(library, _SIZE, at=opening, theme=picture.theme) as reader:
        await picture.act(reader)
        await reader.app.workers.wait_for_complete()
        await reader.pilot.pause()
        return _self_contained(reader.app.export_screenshot(title="tui-reader"))


def _self_contained(svg: str) -> str:
    """`svg` in fonts that are at hand, fetching nothing, with the spaces at the edges of words."""
    svg = _OUTSIDE.sub("", svg).replace("Fira Code, monospace", _FONTS)
    return svg.replace("<svg ", '<svg xml:space="preserve" ', 1)


def main(arguments: list[str]) -> None:
    """Draw every picture into the folder that is named, else into `assets/`."""
    folder = Path(arguments[0]) if arguments else Path(__file__).parents[1] / "assets"
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.pop("NO_COLOR", None)
    with TemporaryDirectory() as home:
        os.environ["XDG_STATE_HOME"] = home
        for picture in PICTURES:
            svg = asyncio.run(draw(picture))
            (folder / picture.name).write_text(svg, encoding="utf-8")
            print(f"{folder / picture.name}: {len(svg.encode()) / 1000:.0f} KB")


if __name__ == "__main__":
    main(sys.argv[1:])
