from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, transcripts, turn
from tui_reader.filtered import FilteredPage
from tui_reader.layout import Layout, RowKind
from tui_reader.model import Place, Section, Transcript
from tui_reader.page import Kind, Page

numbers = st.sets(st.integers(0, 7))


def shown(page: Page) -> list[tuple[str, str | None]]:
    return [(block.text, block.name) for block in page.blocks]


def test_between_the_turns_stands_how_many_are_not_shown() -> None:
    speakers = ["Ann", "Bo", "Bo", "Ann", "Ann", "Bo"]
    talk = Transcript(turns=tuple(turn(f"{n}.", name) for n, name in enumerate(speakers)))
    assert shown(FilteredPage(Page(talk), [2, 4, 3])) == [
        ("⋯ 2 turns", None),
        ("2.", "Bo"),
        ("3.", "Ann"),
        ("4.", None),
        ("⋯ 1 turn", None),
    ]
    assert shown(FilteredPage(Page(talk), [0, 3])) == [
        ("0.", "Ann"), ("⋯ 2 turns", None), ("3.", "Ann"), ("⋯ 2 turns", None),
    ]  # fmt: skip


def test_a_heading_stands_above_the_turns_that_are_left_of_its_section() -> None:
    sections = (Section("Empty", 0), Section("Part", 2), Section("Chapter", 2), Section("Last", 5))
    talk = Transcript(turns=tuple(turn(f"{n}.") for n in range(6)), sections=sections)
    page = FilteredPage(Page(talk), [3, 4])
    assert [block.text for block in page.blocks] == [
        "⋯ 3 paragraphs", "Part", "Chapter", "3.", "4.", "⋯ 1 paragraph",
    ]  # fmt: skip
    assert page.place(1, 2) == Place(3)


def test_where_no_turn_is_shown_that_is_said() -> None:
    page = FilteredPage(Page(timed(3)), [])
    assert shown(page) == [("⋯ none of 3 turns", None)]
    assert page.position(Place(2, 5)) == (0, 0)
    assert len(Layout(FilteredPage(Page(Transcript()), []), 40)) == 1


def test_the_rows_of_gaps_take_no_blank_rows() -> None:
    layout = Layout(FilteredPage(Page(timed(9)), [2, 5]), 80)
    assert [layout.row(y).kind for y in range(len(layout))] == [RowKind.TEXT] * 5


@given(transcripts(), numbers)
def test_every_turn_is_shown_or_counted(transcript: Transcript, wanted: set[int]) -> None:
    page = FilteredPage(Page(transcript), wanted)
    turns = [block.turn for block in page.blocks if block.kind is Kind.TURN]
    count = len(transcript.turns)
    assert turns == list(page.shown) == sorted(wanted & set(range(count)))
    gaps = [block.text.split()[1] for block in page.blocks if block.kind is Kind.SKIPPED]
    if turns:
        assert sum(map(int, gaps)) == count - len(turns)


@given(transcripts(least=1), numbers, st.data())
def test_what_is_shown_keeps_its_place(
    transcript: Transcript, wanted: set[int], data: st.DataObject
) -> None:
    page = FilteredPage(Page(transcript), wanted)
    block = data.draw(st.integers(0, len(page.blocks) - 1))
    offset = data.draw(st.integers(0, len(page.blocks[block].text)))
    if page.blocks[block].kind is Kind.TURN:
        assert page.position(page.place(block, offset)) == (block, offset)


@given(transcripts(least=1), numbers, st.integers(-3, 99), st.integers(0, 999))
def test_a_hidden_place_is_found_at_the_next_turn_that_is_not(
    transcript: Transcript, wanted: set[int], number: int, offset: int
) -> None:
    page = FilteredPage(Page(transcript), wanted)
    block, character = page.position(Place(number, offset))
    if page.shown:
        assert page.blocks[block].kind is Kind.TURN
        following = [turn for turn in page.shown if turn >= number]
        assert page.blocks[block].turn == (following or page.shown[-1:])[0]
        assert character == 0 or page.blocks[block].turn == number
