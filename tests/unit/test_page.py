import datetime

from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import transcripts, turn
from tui_reader.model import Metadata, Place, Problem, Section, Status, Transcript
from tui_reader.page import Kind, Page


def kinds(page: Page) -> list[tuple[Kind, str]]:
    return [(block.kind, block.text) for block in page.blocks]


def test_a_page_has_everything_in_the_order_one_reads_it() -> None:
    transcript = Transcript(
        Metadata(
            title="#7 Beans",
            show="Allotment",
            number="7",
            date=datetime.date(2024, 3, 9),
            duration=61_000,
            tags=("food",),
        ),
        (turn("Good morning.", "Ann"), turn("And then.", "Ann"), turn("Quite.", "Bo")),
        (Section("Start", 0), Section("End", 2)),
        "What we grew.\n\n- [Seeds](https://seeds.example)",
        (Problem(1, "odd"),),
    )
    assert kinds(Page(transcript)) == [
        (Kind.TITLE, "#7 Beans"),
        (Kind.FACTS, "Allotment · 2024-03-09 · 01:01 · Ann, Bo · #food · 1 problem in the file"),
        (Kind.NOTE, "What we grew."),
        (Kind.NOTE_ITEM, "Seeds"),
        (Kind.SECTION, "Start"),
        (Kind.TURN, "Good morning."),
        (Kind.TURN, "And then."),
        (Kind.SECTION, "End"),
        (Kind.TURN, "Quite."),
    ]


def test_a_number_that_the_title_does_not_say_is_a_fact() -> None:
    page = Page(Transcript(Metadata(title="Beans", number="7")))
    assert kinds(page) == [(Kind.TITLE, "Beans"), (Kind.FACTS, "#7")]


def test_sections_before_the_same_turn_stay_in_their_order() -> None:
    transcript = Transcript(
        turns=(turn("One."), turn("Two.")),
        sections=(Section("Part two", 1), Section("Part", 0), Section("Chapter", 0)),
    )
    assert [block.text for block in Page(transcript).blocks[1:]] == [
        "Part", "Chapter", "One.", "Part two", "Two.",
    ]  # fmt: skip


def test_a_name_is_printed_where_it_changes_and_below_a_heading() -> None:
    speakers = ["Ann", "Ann", "Bo", None, "Bo", "Bo"]
    transcript = Transcript(
        turns=tuple(turn("Yes.", speaker) for speaker in speakers), sections=(Section("S", 5),)
    )
    blocks = [block for block in Page(transcript).blocks if block.kind is Kind.TURN]
    assert [block.name for block in blocks] == ["Ann", None, "Bo", None, "Bo", "Bo"]


@given(transcripts(), st.data())
def test_every_character_of_the_page_has_a_place_of_its_own(
    transcript: Transcript, data: st.DataObject
) -> None:
    page = Page(transcript)
    block = data.draw(st.integers(0, len(page.blocks) - 1))
    offset = data.draw(st.integers(0, len(page.blocks[block].text)))
    place = page.place(block, offset)
    if page.blocks[block].kind is Kind.SECTION:
        assert place == Place(page.blocks[block].turn)
    else:
        assert page.position(place) == (block, offset)


@given(transcripts(least=1), st.integers(-3, 99), st.integers(0, 999))
def test_any_place_is_somewhere_on_the_page(
    transcript: Transcript, number: int, offset: int
) -> None:
    page = Page(transcript)
    block, character = page.position(Place(number, offset))
    assert 0 <= block < len(page.blocks)
    assert character >= 0


def test_chapters_without_turns_are_lines_with_their_times() -> None:
    chapters = (Section("Soil", 0, 0), Section("Beans", 0, 725_000), Section("No time", 0))
    page = Page(Transcript(Metadata(title="Allotment"), (), chapters))
    assert kinds(page) == [
        (Kind.TITLE, "Allotment"),
        (Kind.NOTE_ITEM, "00:00  Soil"),
        (Kind.NOTE_ITEM, "12:05  Beans"),
        (Kind.NOTE_ITEM, "No time"),
    ]
    assert page.position(page.place(2, 3)) == (2, 3)


def test_a_heading_tells_its_time_where_no_turn_does() -> None:
    section = (Section("Beans", 0, 725_000),)
    untimed = Page(Transcript(turns=(turn("Yes."),), sections=section))
    timed = Page(Transcript(turns=(turn("Yes.", start=725_000),), sections=section))
    assert [page.blocks[-2].text for page in (untimed, timed)] == ["12:05  Beans", "Beans"]


def test_what_is_not_transcribed_says_so() -> None:
    page = Page(Transcript(Metadata(title="Beans"), notes="Soon.", status=Status.MISSING))
    assert kinds(page)[1] == (Kind.FACTS, "not transcribed yet")
