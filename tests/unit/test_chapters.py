"""Chapters laid over turns."""

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.chapters import placed
from tui_reader.model import Mark, Turn
from tui_reader.turns import Cue, assemble


def _talk() -> tuple[Turn, ...]:
    return assemble(
        [
            Cue(0, 4_000, "Good morning.", "Ada"),
            Cue(5_000, 9_000, "Now the harbour.", "Ada"),
            Cue(10_000, 12_000, "Which one?", "Ben"),
        ]
    )


def test_a_chapter_begins_with_the_turn_that_begins_with_it() -> None:
    turns, sections = placed(_talk(), [(10_000, "Questions"), (0, "Start")])
    assert turns == _talk()
    assert [(section.title, section.turn) for section in sections] == [
        ("Start", 0),
        ("Questions", 1),
    ]
    assert [section.time for section in sections] == [0, 10_000]


def test_a_turn_that_is_under_way_is_cut_where_a_chapter_begins() -> None:
    turns, sections = placed(_talk(), [(5_400, "Harbour")])
    assert [turn.text for turn in turns] == ["Good morning.", "Now the harbour.", "Which one?"]
    assert turns[1].start == 5_000 and turns[1].marks == (Mark(0, 5_000),)
    assert turns[0].end == 5_000 and turns[0].marks == (Mark(0, 0),)
    assert sections[0].turn == 1


def test_of_words_that_begin_about_then_the_nearest_begin_a_chapter() -> None:
    starts = range(0, 5_000, 1_000)
    talk = assemble([Cue(start, start + 900, f"Bean {start}.", "Ada") for start in starts])
    turns, sections = placed(talk, [(2_000, "Two"), (3_900, "Four")])
    assert [turns[section.turn].start for section in sections] == [2_000, 4_000]


def test_a_chapter_behind_the_last_words_stands_with_the_last_turn() -> None:
    turns, sections = placed(_talk(), [(99_000, "Outro")])
    assert len(turns) == 2 and sections[0].turn == 1


def test_turns_without_times_have_their_chapters_at_the_top() -> None:
    turns, sections = placed([Turn("One."), Turn("Two.")], [(0, "A"), (9_000, "B")])
    assert len(turns) == 2
    assert [section.turn for section in sections] == [0, 0]


def test_chapters_of_nothing_are_kept() -> None:
    turns, sections = placed([], [(0, "A"), (9_000, "B")])
    assert turns == () and [section.title for section in sections] == ["A", "B"]


_CUES = st.builds(
    Cue,
    st.none() | st.integers(0, 100_000),
    st.none() | st.integers(0, 100_000),
    st.text("ab .", max_size=9),
    st.sampled_from([None, "Ada", "Ben"]),
)


@given(st.lists(_CUES), st.lists(st.tuples(st.integers(0, 100_000), st.just("x"))))
def test_no_word_and_no_chapter_is_lost(cues: list[Cue], chapters: list[tuple[int, str]]) -> None:
    before = assemble(cues)
    turns, sections = placed(before, chapters)
    words = [(turn.speaker, word) for turn in turns for word in turn.text.split()]
    assert words == [(turn.speaker, word) for turn in before for word in turn.text.split()]
    assert sorted(section.time or 0 for section in sections) == sorted(t for t, _ in chapters)
    assert all(section.turn in range(max(len(turns), 1)) for section in sections)
    for turn in turns:
        assert all(0 <= mark.offset < len(turn.text) for mark in turn.marks)


def test_a_talk_with_times_only_within_turns_has_its_chapters_there() -> None:
    talk = [
        Turn("So it was. Early, then.", "Ada", marks=(Mark(11, 10_000),)),
        Turn("Late. Very late.", "Ben", marks=(Mark(6, 300_000),)),
    ]
    turns, sections = placed(talk, [(0, "Start"), (300_000, "Night"), (900_000, "Outro")])
    assert [turn.text for turn in turns] == ["So it was. Early, then.", "Late.", "Very late."]
    assert [(section.title, section.turn) for section in sections] == [
        ("Start", 0),
        ("Night", 2),
        ("Outro", 2),
    ]
