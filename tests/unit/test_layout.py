from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, transcripts, turn
from tui_reader.layout import USUAL_WIDTH, Columns, Gutter, Layout, RowKind, text_width_after
from tui_reader.model import Mark, Metadata, Place, Transcript, Turn
from tui_reader.page import Kind, Page

widths = st.integers(1, 130)
gutters = st.sampled_from(Gutter)


@given(transcripts(), widths, gutters)
def test_every_character_of_every_block_stands_on_exactly_one_row(
    transcript: Transcript, width: int, gutter: Gutter
) -> None:
    page = Page(transcript)
    layout = Layout(page, width, gutter)
    rows = [layout.row(y) for y in range(len(layout))]
    seen = Counter((row.block, n) for row in rows for n in range(row.start, row.end))
    assert set(seen.values()) <= {1}
    for number, block in enumerate(page.blocks):
        missing = [n for n in range(len(block.text)) if (number, n) not in seen]
        assert "".join(block.text[n] for n in missing).strip() == ""
    assert [row.block for row in rows] == sorted(row.block for row in rows)


@given(transcripts(), widths, gutters)
def test_a_row_and_where_it_begins_lead_to_each_other(
    transcript: Transcript, width: int, gutter: Gutter
) -> None:
    layout = Layout(Page(transcript), width, gutter)
    for y in range(len(layout)):
        row = layout.row(y)
        if row.kind is RowKind.TEXT and row.end > row.start:
            assert layout.position(y) == (row.block, row.start)
            assert layout.row_of(row.block, row.start) == y
            assert layout.row_of(row.block, row.end - 1) == y


@given(transcripts(), widths, gutters)
def test_blocks_have_their_rows_between_top_and_bottom(
    transcript: Transcript, width: int, gutter: Gutter
) -> None:
    page = Page(transcript)
    layout = Layout(page, width, gutter)
    for block in range(len(page.blocks)):
        top, text, bottom = layout.top(block), layout.text_top(block), layout.bottom(block)
        assert top <= text <= bottom < len(layout)
        assert layout.row(top).kind is not RowKind.GAP
        assert layout.row(text).first


@given(transcripts(), st.lists(widths, min_size=1, max_size=5), st.data())
def test_the_words_on_top_are_on_the_top_row_at_any_width(
    transcript: Transcript, sizes: list[int], data: st.DataObject
) -> None:
    page = Page(transcript)
    first = Layout(page, 80)
    anchor = first.position(data.draw(st.integers(0, len(first) - 1)))
    for width in sizes:
        layout = Layout(page, width)
        row = layout.row(layout.row_of(*anchor))
        assert row.block == anchor[0]
        assert row.start <= anchor[1]
        assert anchor[1] < row.end or row.end == len(page.blocks[row.block].text)
    back = Layout(page, 80)
    assert back.position(back.row_of(*anchor)) == anchor


@given(transcripts(), widths, gutters)
def test_text_and_gutter_fit_into_the_width(
    transcript: Transcript, width: int, gutter: Gutter
) -> None:
    columns = Layout(Page(transcript), width, gutter).columns
    assert columns.text >= 1
    if width > 8:
        assert columns.indent + columns.text <= width


def test_time_and_name_stand_above_the_text_where_there_is_little_room() -> None:
    page = Page(timed(3))
    assert not Layout(page, 80).columns.stacked
    narrow = Layout(page, 36)
    assert narrow.columns.stacked
    block, _ = page.position(Place(1))
    assert narrow.row(narrow.top(block)).kind is RowKind.HEAD


def test_there_is_no_column_for_times_that_are_not_there_or_not_wanted() -> None:
    untimed = Page(Transcript(Metadata(title="T"), (turn("Words.", "Ann"),)))
    assert Layout(untimed, 80).columns.time == 0
    assert Layout(Page(timed(2)), 80, Gutter.NONE).columns.time == 0
    assert Layout(Page(timed(2)), 80).columns.time > 0


def test_prose_without_names_has_no_rule_beside_it() -> None:
    columns = Layout(Page(Transcript(Metadata(title="T"), (turn("Words."),))), 80).columns
    assert (columns.name, columns.rule) == (0, 0)


def times(gutter: Gutter) -> list[int | None]:
    text = " ".join(["word"] * 20) + "\n\n" + " ".join(["more"] * 20)
    marks = (Mark(0, 1000), Mark(60, 2000), Mark(text.index("more"), 3000))
    said = Turn(text, "Ann", 1000, marks=marks)
    page = Page(Transcript(Metadata(title="T"), (said,)))
    layout = Layout(page, 60, gutter)
    rows = [layout.row(y) for y in range(len(layout))]
    return [layout.time(row) for row in rows if page.blocks[row.block].kind is Kind.TURN]


def test_times_stand_where_a_turn_a_paragraph_or_a_cue_begins() -> None:
    assert [time for time in times(Gutter.TURN) if time is not None] == [1000, 3000]
    assert [time for time in times(Gutter.CUE) if time is not None] == [1000, 2000, 3000]
    assert [time for time in times(Gutter.NONE) if time is not None] == []


@pytest.mark.parametrize("width", [-3, 0, 1, 2, 3])
def test_a_width_without_any_room_is_survived(width: int) -> None:
    transcript = Transcript(
        Metadata(title="A title"), (turn("Some words.", "Ann", 0),), notes="- one\n- two"
    )
    assert len(Layout(Page(transcript), width)) > 4


def test_the_gutters_come_round_and_round() -> None:
    assert Gutter.TURN.next.next.next is Gutter.TURN


@given(transcripts(), widths, gutters, st.integers(24, 200))
def test_no_row_of_text_is_wider_than_one_likes(
    transcript: Transcript, width: int, gutter: Gutter, text_width: int
) -> None:
    layout = Layout(Page(transcript), width, gutter, text_width)
    assert layout.columns.text <= min(text_width, width)
    for y in range(len(layout)):
        row = layout.row(y)
        if row.kind is RowKind.TEXT:
            text = layout.page.blocks[row.block].text[row.start : row.end].rstrip()
            assert len(text) <= text_width


@given(st.integers(24, 200), st.integers(1, 200), st.lists(st.sampled_from([1, -1]), max_size=60))
def test_text_grows_wider_and_narrower_within_reason(
    now: int, shown: int, steps: list[int]
) -> None:
    for step in steps:
        before, now = now, text_width_after(now, min(now, shown), step)
        assert 24 <= now <= 200
        assert (now - before) * step >= 0, "never the other way"


def test_narrower_begins_with_what_can_be_seen() -> None:
    assert text_width_after(92, 60, -1) == 56
    assert text_width_after(92, 60, 1) == 96
    assert text_width_after(USUAL_WIDTH, 100, 1) == USUAL_WIDTH + 4


@given(transcripts(), st.integers(1, 250), gutters)
def test_what_is_to_spare_is_beside_the_text(
    transcript: Transcript, width: int, gutter: Gutter
) -> None:
    columns = Columns.fit(Page(transcript), width, gutter, 60)
    assert columns.indent + columns.text + columns.spare(width) == width - 1
