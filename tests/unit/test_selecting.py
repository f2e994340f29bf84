from hypothesis import given
from hypothesis import strategies as st

from tests.unit.pages import timed, transcripts, turn
from tui_reader.filtered import FilteredPage
from tui_reader.model import Metadata, Place, Transcript
from tui_reader.page import Kind, Page
from tui_reader.selecting import Excerpt, excerpt, of_turns

PAGE = Page(
    Transcript(
        Metadata(title="Beans"),
        (turn("Good morning.", "Ann"), turn("The beans\n\nare fine.", "Bo"), turn("Yes.", "Ann")),
    )
)
ANN, BO, LAST = (n for n, block in enumerate(PAGE.blocks) if block.kind is Kind.TURN)


def test_words_of_one_turn_are_those_words() -> None:
    assert excerpt(PAGE, (BO, 4), (BO, 9)) == Excerpt("beans", Place(1, 4))
    assert excerpt(PAGE, (BO, 0), (BO, 99)).text == "The beans\n\nare fine."


def test_who_speaks_is_said_where_there_are_several() -> None:
    assert excerpt(PAGE, (ANN, 5), (LAST, 4)) == Excerpt(
        "morning.\n\nBo: The beans\n\nare fine.\n\nAnn: Yes.", Place(0, 5)
    )


def test_the_place_is_that_of_the_first_words() -> None:
    behind_ann = len("Good morning.")
    assert excerpt(PAGE, (ANN, behind_ann), (BO, 9)) == Excerpt("The beans", Place(1))
    assert excerpt(PAGE, (BO, 3), (BO, 9)) == Excerpt("beans", Place(1, 4))


def test_a_turn_of_which_no_words_are_selected_does_not_count() -> None:
    assert excerpt(PAGE, (BO, 0), (LAST, 0)).text == "The beans\n\nare fine."


def test_nothing_selected_is_no_words() -> None:
    assert excerpt(PAGE, (BO, 3), (BO, 3)).text == ""


def test_an_ellipsis_stands_for_turns_that_are_not_shown() -> None:
    page = FilteredPage(Page(timed(6)), [1, 4])
    said = excerpt(page, (0, 0), (len(page.blocks) - 1, 9))
    assert said.text == ("Bo: Turn 1 begins and goes on.\n\n[…]\n\nAnn: Turn 4 begins and goes on.")
    assert said.place == Place(1)


def test_whole_turns_are_taken_by_their_numbers() -> None:
    assert of_turns(PAGE, range(1, 2)) == Excerpt("The beans\n\nare fine.", Place(1))
    assert of_turns(PAGE, range(1, 9)).text == "Bo: The beans\n\nare fine.\n\nAnn: Yes."
    assert of_turns(PAGE, range(5, 9)) == Excerpt("", Place(5))


def test_of_turns_only_those_are_taken_that_are_shown() -> None:
    page = FilteredPage(Page(timed(6)), [1, 4])
    assert of_turns(page, range(4)).text == "Turn 1 begins and goes on."
    assert of_turns(page, range(6)).text.count("[…]") == 1
    assert of_turns(page, range(2, 4)) == Excerpt("", Place(2))


@given(transcripts(least=1), st.data())
def test_what_is_selected_is_on_the_page(transcript: Transcript, data: st.DataObject) -> None:
    page = Page(transcript)
    ends = []
    for _ in range(2):
        block = data.draw(st.integers(0, len(page.blocks) - 1))
        ends.append((block, data.draw(st.integers(0, len(page.blocks[block].text)))))
    start, end = sorted(ends)
    found = excerpt(page, start, end)
    everything = "".join(block.text for block in page.blocks)
    for piece in found.text.split("\n\n"):
        assert piece in everything or piece.partition(": ")[2] in everything
    block, offset = page.position(found.place)
    if found.text and transcript.sections == ():
        name = f"{transcript.turns[found.place.turn].speaker}: " if found.place.turn >= 0 else ""
        assert found.text.removeprefix(name).startswith(page.blocks[block].text[offset])
