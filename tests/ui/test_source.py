"""The source text at the place one reads, and the editor there."""

import gzip
import json
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.ui.screen import Reader, reading
from tui_reader import loading
from tui_reader.decoding import Decoded
from tui_reader.request import Opening
from tui_reader.ui.app import ReaderApp
from tui_reader.ui.source_view import SourceView

ODD = (
    "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ilse>The kettle is on.\n\n"
    "00:xx --> 00:04.000\nnobody knows when\n\n00:05.000 --> 00:06.000\n<v Ilse>Tea.\n"
)


def here(reader: Reader) -> str:
    """The row of the source that is marked as the place."""
    marked = [row for row in source_rows(reader) if row.startswith("▸")]
    assert len(marked) == 1
    return marked[0]


async def open_source(reader: Reader) -> None:
    """Show the source, and wait until its place is painted."""
    await reader.press("V")
    await reader.until(lambda: reader.app.screen is not reader.main, "the source")
    await reader.until(
        lambda: any(row.startswith("▸") for row in source_rows(reader)), "the place in it"
    )


def source_rows(reader: Reader) -> list[str]:
    view = reader.app.screen.query_one(SourceView)
    return [view.render_line(y).text for y in range(view.size.height)]


async def test_the_source_is_shown_at_the_words_one_reads(shelf: Path) -> None:
    path = shelf / "2024-05-03-lighthouse.vtt"
    number = 1 + path.read_text().split("\n").index("<v Wen>At last somebody lit the storm")
    async with reading(shelf, (80, 24), at=Opening(path)) as reader:
        await reader.go("#42")
        before = reader.lines(reader.page)
        await open_source(reader)
        await reader.shows("<v Wen>At last somebody lit the storm")
        assert here(reader).split(maxsplit=2)[1] == str(number)
        rows = source_rows(reader)
        assert rows.index(here(reader)) in range(4, 9), "in the upper third"
        assert "lighthouse.vtt" in reader.rows[0]
        await reader.press("j")
        assert source_rows(reader)[:-1] == rows[1:]
        await reader.press("escape")
        assert reader.lines(reader.page) == before


async def test_a_cue_within_a_turn_has_its_own_line(shelf: Path) -> None:
    async with reading(shelf / "2024-05-03-lighthouse.vtt", (40, 20)) as reader:
        await reader.go("41:08")
        await open_source(reader)
        assert "lantern and the" in here(reader)
        await reader.press("q")
        assert reader.app.is_running


async def test_what_was_odd_stands_below_its_line_and_is_gone_to(tmp_path: Path) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(ODD + "\nNOTE x\n" * 60)
    async with reading(file, (80, 24)) as reader:
        await open_source(reader)
        await reader.shows("1 problem")
        rows = source_rows(reader)
        odd = next(n for n, row in enumerate(rows) if "6 ! 00:xx" in row)
        assert "! a time" in rows[odd + 1]
        await reader.press("G", "n")
        await reader.shows("There is no problem after this.")
        await reader.press("N")
        assert "00:xx" in here(reader)
        await reader.press("N")
        await reader.shows("There is no problem before this.")


async def test_a_source_can_do_nothing_to_the_screen(tmp_path: Path) -> None:
    file = tmp_path / "evil.txt"
    file.write_text("Ada: [bold]x[/] \x1b[2J\x07\u202e a\tb\n\nBo: [@click=app.quit]y[/]\n")
    async with reading(file) as reader:
        await open_source(reader)
        await reader.shows("[bold]x[/] ␛[2J␇\ufffd a→b")
        assert "[@click=app.quit]y[/]" in reader.text
        await reader.pilot.click(offset=reader.cell("[@click"))
        assert reader.app.is_running


async def test_a_line_of_five_megabytes_is_shown_at_the_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "talk.vtt"
    file.write_text(ODD)
    cues = [{"text": f"the cat says number {n} again", "start": n} for n in range(90_000)]
    cues[77_777]["text"] = "The kettle is on."
    long = json.dumps({"cues": cues})
    assert len(long) > 4_900_000
    monkeypatch.setattr(loading, "read_source", lambda *_: Decoded(long, "utf-8"))
    async with reading(file, (80, 24)) as reader:
        await reader.go("#1")
        await open_source(reader)
        assert "The kettle is on." in "".join(row[6:].rstrip() for row in source_rows(reader))
        await reader.press("G", "escape")
        assert reader.app.screen is reader.main


async def test_a_file_that_is_gone_has_no_source(shelf: Path) -> None:
    path = shelf / "2023-01-20-meeting.txt"
    async with reading(path) as reader:
        path.unlink()
        await reader.press("V")
        await reader.says("There is no file")


async def test_standard_input_has_a_source_and_no_editor() -> None:
    async with reading(Path("-"), stdin=ODD.encode()) as reader:
        await reader.press("V")
        await reader.shows("Standard input")
        await reader.press("e")
        await reader.says("cannot be edited")
        await reader.press("e")
        await reader.says("cannot be edited")


# Editing


@pytest.fixture
def edited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file into which the editor, called `vim`, writes the words it was started with."""
    out = tmp_path / "edited.json"
    script = tmp_path / "vim"
    code = f"import json, sys; json.dump(sys.argv[1:], open({str(out)!r}, 'w'))"
    script.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(code)} "$@"\n'
    )
    script.chmod(0o755)
    monkeypatch.setenv("EDITOR", shlex.quote(str(script)))
    monkeypatch.delenv("VISUAL", raising=False)

    @contextmanager
    def suspended(app: ReaderApp) -> Iterator[None]:
        yield

    monkeypatch.setattr(ReaderApp, "suspend", suspended)
    return out


async def test_the_editor_is_started_at_the_line(shelf: Path, edited: Path) -> None:
    path = shelf / "bakery.md"
    line = 1 + path.read_text().split("\n").index("**Mara**: And it has better manners.")
    async with reading(shelf) as reader:
        await reader.go("#2")
        before = reader.lines(reader.page)
        await reader.press("e")
        await reader.until(edited.exists, "the editor")
        assert json.loads(edited.read_text()) == [f"+{line}", str(path)]
        assert reader.lines(reader.page) == before


async def test_the_source_is_edited_at_the_line_one_has_come_to(shelf: Path, edited: Path) -> None:
    async with reading(shelf) as reader:
        await open_source(reader)
        await reader.press("e")
        await reader.until(edited.exists, "the editor")
        assert json.loads(edited.read_text())[0] == "+2", "the line of the title"
        assert reader.app.screen is reader.main


async def test_an_editor_that_is_not_there_is_told(
    shelf: Path, edited: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    async with reading(shelf) as reader:
        await reader.press("e")
        await reader.says("The editor editor could not be started")


async def test_a_terminal_that_cannot_be_left_is_told(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "vi")
    async with reading(shelf) as reader:
        await reader.press("e")
        await reader.says("cannot be left to an editor")


async def test_a_packed_file_has_a_source_and_no_editor(tmp_path: Path, edited: Path) -> None:
    path = tmp_path / "talk.vtt.gz"
    path.write_bytes(gzip.compress(ODD.encode()))
    async with reading(path) as reader:
        await reader.press("V")
        await reader.shows("<v Ilse>The kettle is on.")
        await reader.press("escape", "e")
        await reader.says("is packed")
        assert not edited.exists()


async def test_notes_that_are_from_another_file_have_their_source_there(
    tmp_path: Path, edited: Path
) -> None:
    (tmp_path / "talk.vtt").write_text(ODD)
    post = "---\ntitle: Tea\ntags: [tea]\n---\nThe kettle was lent to us by the lighthouse.\n"
    (tmp_path / "talk.md").write_text(post + "\nIt has since been given back to them.\n" * 30)
    async with reading(tmp_path) as reader:
        await reader.opens("Tea")
        await open_source(reader)
        await reader.shows("talk.vtt")
        await reader.press("escape", "enter", *"jjjj")
        assert reader.top.strip().startswith("The kettle was lent")
        await open_source(reader)
        await reader.shows("talk.md")
        assert here(reader).strip(" │▸").startswith("5   The kettle was lent")
        await reader.press("e")
        await reader.until(edited.exists, "the editor")
        assert json.loads(edited.read_text()) == ["+5", str(tmp_path / "talk.md")]
