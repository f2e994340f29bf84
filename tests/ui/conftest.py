"""A home of their own for the tests that drive the interface, and something to read there."""

from pathlib import Path

import pytest
from textual import _wait
from textual.widgets import Input

from tests.ui.talks import BAKERY, LIGHTHOUSE, MEETING


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or leaves anything in the home of whoever runs it, nor waits for a clock."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / "home" / name.lower()))
    for name in ("NO_COLOR", "COLORTERM", "TEXTUAL", "TEXTUAL_THEME", "BROWSER"):
        monkeypatch.delenv(name, raising=False)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(Input, "_toggle_cursor", lambda field: None)
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.005)  # what a key costs, twice
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with three episodes. By date, the list has them as bakery, lighthouse, meeting."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    (folder / "2024-05-03-lighthouse.vtt").write_text(LIGHTHOUSE)
    (folder / "bakery.md").write_text(BAKERY)
    (folder / "2023-01-20-meeting.txt").write_text(MEETING)
    return folder
