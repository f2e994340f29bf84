from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, transcripts, turn
from tui_reader.contents import Part, contents, part_at, section_at
from tui_reader.model import Metadata, Place, Section, Transcript, Turn
from tui_reader.page import Page

NOTES = "Who was there.\n\n## Read on\n\n- [The tide table](https://a.example)\n"


def told(page: Page) -> list[str]:
    return ["  " * part.depth + part.title for part in contents(page)]


def test_a_post_has_its_notes_their_headings_the_transcript_and_its_chapters() -> None:
    turns = tuple(turn(f"Part {n}.") for n in range(4))
    sections = (Section("Late", 3), Section("Early", 1))
    page = Page(Transcript(Metadata(title="A post"), turns, sections, NOTES))
    assert told(page) == ["Notes", "  Read on", "Transcript", "  Early", "  Late"]
    assert [part.place.turn for part in contents(page)] == [-1, -1, 0, 1, 3]
    start = page.blocks[page.position(contents(page)[1].place)[0]]
    assert start.text == "Read on"


def test_links_that_stand_under_no_heading_are_a_part() -> None:
    notes = "Who was there.\n\n- [A map](https://a.example)\n- [A chart](https://b.example)"
    page = Page(Transcript(turns=(turn("Hello."),), notes=notes))
    assert told(page)[:3] == ["Notes", "  Links", "Transcript"]


def test_chapters_have_the_time_they_tell_or_that_of_their_words() -> None:
    talk = timed(3)
    page = Page(Transcript(talk.metadata, talk.turns, (Section("A", 0, 500), Section("B", 2))))
    assert contents(page) == (Part("A", Place(0), 500), Part("B", Place(2), 120_000))


def test_chapters_without_a_word_can_be_gone_to() -> None:
    page = Page(Transcript(sections=(Section("Start", 0, 0), Section("End", 0, 9_000)), notes="N."))
    assert [(part.title, part.time) for part in contents(page)] == [
        ("Notes", None), ("Start", 0), ("End", 9_000),
    ]  # fmt: skip
    end = contents(page)[-1].place
    assert "End" in page.blocks[page.position(end)[0]].text


def test_a_talk_without_chapters_has_a_landmark_every_so_many_minutes() -> None:
    parts = contents(Page(timed(120)))
    assert [part.time for part in parts] == [n * 600_000 for n in range(12)]
    assert parts[1].title == "Ann: Turn 10 begins and goes on."


def test_without_times_there_is_one_every_so_many_turns() -> None:
    page = Page(Transcript(turns=tuple(turn(f"Paragraph {n}.") for n in range(150))))
    assert told(page)[:2] == ["#1  Paragraph 0.", "#11  Paragraph 10."]
    assert len(contents(page)) == 15


def test_where_one_is_is_the_last_part_that_has_begun() -> None:
    talk = timed(6)
    page = Page(Transcript(talk.metadata, talk.turns, (Section("A", 1), Section("B", 3))))
    parts = contents(page)
    at = [part_at(parts, place) for place in (Place(-1), Place(1), Place(2, 9), Place(5))]
    assert at == [0, 0, 0, 1]
    assert section_at(page, Place(0, 4)) is None
    assert section_at(page, Place(-1)) is None
    assert section_at(page, Place(4)) == Section("B", 3)


def test_chapters_that_stand_with_the_same_words_are_all_there() -> None:
    page = Page(Transcript(turns=(turn("One."),), sections=(Section("A", 0), Section("B", 0))))
    assert told(page) == ["A", "B"]
    assert section_at(page, Place(0)) == Section("B", 0)


def test_nothing_at_all_has_no_parts() -> None:
    assert contents(Page(Transcript())) == ()


@given(transcripts())
def test_every_part_is_on_the_page_in_its_order(talk: Transcript) -> None:
    page = Page(talk)
    places = [part.place for part in contents(page)]
    assert places == sorted(places)
    for place in places:
        assert page.place(*page.position(place)) == place


@given(st.lists(st.integers(0, 20_000_000), min_size=1, max_size=40))
def test_landmarks_are_few_and_where_there_are_words_there_is_one(starts: list[int]) -> None:
    turns = tuple(Turn(f"{n}.", start=start) for n, start in enumerate(sorted(starts)))
    assert 1 <= len(contents(Page(Transcript(turns=turns)))) <= 21
