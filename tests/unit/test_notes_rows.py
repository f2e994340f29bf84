from pathlib import Path
from typing import Any, cast

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from tests.unit.marks_and_notes import entry, identity
from tui_reader.ui.notes_rows import NotesRows
from tui_reader.ui.styling import Brush
from tui_reader.ui.whole_entry import whole

BREAD = identity("Bread before dawn, and after", "/talks/bread.md", show="Night shift")
DOUGH = entry(1, about=BREAD, text="Ask him.\nSoon.")
OVEN = entry(2, about=BREAD, letter="o", quote="話" * 90, speaker=None, time=None)
STORM = entry(3, about=identity("\x1b[2JRock", "/talks/rock.vtt"), quote="[red]\x1b[2J", text="!")


class Plain:
    """A brush without colours."""

    def piece(self, text: str, part: str) -> Segment:
        return Segment(text)

    def name(self, text: str, speaker: str) -> Segment:
        return Segment(text)


BRUSH = cast(Brush, cast(Any, Plain()))


def painted(rows: NotesRows, width: int) -> list[str]:
    return [
        "".join(piece.text for piece in rows.paint(row, width, BRUSH)) for row in range(rows.rows)
    ]


def test_entries_stand_under_their_episodes() -> None:
    assert [" ".join(row.split()) for row in painted(NotesRows([DOUGH, OVEN, STORM]), 70)] == [
        "Bread before dawn, and after Night shift",
        "✎ 04:37 Łukasz The dough is older than I am.",
        "Ask him. Soon.",
        f"o {'話' * 28}…",
        "␛[2JRock",
        "✎ 04:37 Łukasz [red]␛[2J",
        "!",
    ]


@pytest.mark.parametrize("width", [20, 38, 60, 120])
def test_no_row_is_wider_than_the_list(width: int) -> None:
    rows = NotesRows([DOUGH, OVEN, STORM], lost=[1, 2], gone=[Path("/talks/rock.vtt")])
    assert all(cell_len(row) <= max(width, 30) for row in painted(rows, width))


def test_the_cursor_goes_from_entry_to_entry_and_its_title_comes_along() -> None:
    rows = NotesRows([DOUGH, OVEN, STORM])
    assert [rows.extent(item) for item in range(3)] == [(0, 3), (3, 4), (4, 7)]
    assert [rows.item_at(row) for row in (0, 2, 3, 4, 6, 7, -1)] == [0, 0, 1, 2, 2, None, None]
    rows.cursor = 2
    assert [rows.is_at_cursor(row) for row in range(7)] == [False] * 5 + [True] * 2
    assert rows.highlighted is STORM
    assert (rows.find(2), rows.find(9)) == (1, None)
    assert NotesRows().highlighted is None


def test_what_cannot_be_gone_to_is_told() -> None:
    rows = NotesRows([DOUGH, STORM], lost=[1], gone=[Path("/talks/rock.vtt")])
    assert (rows.problem(DOUGH), rows.problem(STORM)) == ("words gone", "file gone")
    assert "words gone" in painted(rows, 60)[1]


def test_an_entry_is_read_whole() -> None:
    lines = [line.text for line in whole(DOUGH, "file gone")]
    assert lines == [
        "Its file is gone: /talks/bread.md",
        "Ask him.",
        "Soon.",
        "",
        "04:37 · Łukasz · Bread before dawn, and after · Night shift",
        "The dough is older than I am.",
    ]
    assert all("\x1b" not in line.text for line in whole(STORM))
