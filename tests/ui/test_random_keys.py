"""Whatever one presses, and however fast, some things hold."""

import asyncio
from pathlib import Path

import pytest

from tests.ui.odd_shelf import odd_shelf
from tests.ui.screen import reading
from tests.ui.test_playing import Player
from tests.ui.wandering import Wanderer
from tui_reader.config import Settings

STEPS = 40
REMAPPED = Settings(
    keys={
        "line-down": ("n",),
        "next-hit": ("j",),
        "mark": ("b",),
        "notes": ("m",),
        "leave": ("escape", "ctrl+g"),
        "select": ("space",),
        "page-down": (),
        "search": ("f3",),
        "note": ("ctrl+n",),
    }
)


@pytest.mark.parametrize(
    ("seed", "settings", "no_color"),
    [(1, None, False), (2, REMAPPED, False), (3, None, True)],
    ids=["usual", "remapped", "without-colour"],
)
async def test_no_key_breaks_anything_and_esc_leads_back_from_anywhere(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
    settings: Settings | None,
    no_color: bool,
) -> None:
    players: list[Player] = []

    def start(*arguments: object) -> Player:
        players.append(Player(*arguments))  # type: ignore[arg-type]
        return players[-1]

    monkeypatch.setattr("tui_reader.playing.Player", start)
    monkeypatch.setattr("tui_reader.ui.screens.working.open_link", lambda url: None)
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    shelf = odd_shelf(tmp_path / "odd")
    monkeypatch.chdir(shelf)
    async with reading(shelf, settings=settings) as reader:
        wanderer = Wanderer(reader, seed, shelf, players)
        await wanderer.wander(STEPS)
        await wanderer.come_back()
        await asyncio.wait_for(reader.app.workers.wait_for_complete(), 10)
