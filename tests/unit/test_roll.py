"""Who speaks how much, as the panel of speakers shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Transcript, Turn
from tui_reader.people.rules import Reach
from tui_reader.people.suggestion import Suggestion
from tui_reader.speakers import shares
from tui_reader.ui.roll import Roll, speaking
from tui_reader.ui.speaker_rows import EverybodyRows, SpeakerRows

TIMED = Transcript(
    turns=(
        Turn("One two three.", "Ada", 0, 9_000),
        Turn("Four.", "Bo", 9_000, 10_000),
        Turn("Nobody.", None, 10_000, 50_000),
    )
)


def test_parts_are_of_the_time_where_it_is_known() -> None:
    rows, by_time = speaking(shares(TIMED), {"Ada"}, {"Bo"})
    assert by_time
    assert [(row.name, row.part) for row in rows] == [("Ada", 0.9), ("Bo", 0.1)]
    assert [(row.is_only, row.is_hidden) for row in rows] == [(True, False), (False, True)]


def test_parts_are_of_the_words_where_it_is_not() -> None:
    untimed = Transcript(turns=(Turn("One two three.", "Ada"), Turn("Four.", "Bo")))
    rows, by_time = speaking(shares(untimed), (), ())
    assert not by_time
    assert [row.part for row in rows] == [0.75, 0.25]


def test_nobody_is_nobody() -> None:
    assert speaking((), (), ()) == ((), False)
    assert len(SpeakerRows(Roll())) == 0
    assert len(EverybodyRows([])) == 0


@pytest.mark.parametrize("cursor", [0, 1, 2])
def test_suggestions_stand_below_the_speakers_two_rows_each(cursor: int) -> None:
    here, _ = speaking(shares(TIMED), (), ())
    rows = SpeakerRows(Roll("", here, True, [Suggestion("Bo", "Bogdan", "why", Reach.LIBRARY)]))
    rows.cursor = cursor
    assert (rows.rows, len(rows)) == (6, 3)
    assert [rows.item_at(row) for row in range(-1, 7)] == [None, 0, 1, None, None, 2, 2, None]
    assert rows.extent(2) == (4, 6)
    assert (rows.speaker is None) == (cursor == 2)
    assert (rows.suggestion is None) == (cursor != 2)


@given(st.lists(st.tuples(st.sampled_from(["Ada", "Bo", None]), st.text(max_size=20))))
def test_all_parts_are_one_together(said: list[tuple[str | None, str]]) -> None:
    talk = Transcript(turns=tuple(Turn(text, who) for who, text in said))
    rows, _ = speaking(shares(talk), (), ())
    total = sum(row.part for row in rows)
    assert total == pytest.approx(1) or total == 0
