from dataclasses import replace

from tests.unit.marks_and_notes import entry
from tests.unit.pages import turn
from tui_reader.marking.locating import locate
from tui_reader.model import Place, Transcript

SAID = (
    "The dough is older than I am, and it has seen more nights.",
    "And it has better manners than anybody in this bakery.",
    "It gets fed at four in the morning, and nobody feeds me.",
    "The oven hums when it is warm enough for the first loaf.",
)
TALK = Transcript(turns=tuple(turn(text, ("Ann", "Bo")[n % 2]) for n, text in enumerate(SAID)))


def test_marks_and_notes_are_found_in_the_order_of_their_places() -> None:
    late = entry(1, letter="a", at=(TALK, Place(3, 4), None))
    early = entry(2, text="Ask.", at=(TALK, Place(0), Place(2, len(SAID[2]))))
    found = locate([late, early], TALK)
    assert [(one.entry.id, one.place) for one in found] == [(2, Place(0)), (1, Place(3, 4))]
    assert found[0].turns == range(3), "a note on several turns is about all of them"
    assert found[1].turns == range(3, 4)


def test_they_are_found_again_where_turns_have_moved() -> None:
    kept = entry(1, at=(TALK, Place(2), None))
    longer = replace(TALK, turns=(turn("A new beginning, which was not there."), *TALK.turns))
    assert locate([kept], longer)[0].place == Place(3)


def test_those_whose_words_are_gone_come_last_and_are_nowhere() -> None:
    gone = entry(1, at=(TALK, Place(1), None))
    there = entry(2, at=(TALK, Place(3), None))
    shorter = replace(TALK, turns=(TALK.turns[0], TALK.turns[3]))
    found = locate([gone, there], shorter)
    assert [(one.entry.id, one.place) for one in found] == [(2, Place(1)), (1, None)]
    assert not found[1].turns


def test_where_the_end_is_gone_a_note_is_about_the_turn_it_begins_at() -> None:
    kept = entry(1, at=(TALK, Place(0), Place(3, len(SAID[3]))))
    shorter = replace(TALK, turns=TALK.turns[:1])
    assert locate([kept], shorter)[0].turns == range(1)
