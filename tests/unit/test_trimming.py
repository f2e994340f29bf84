import pytest

from tui_reader import trimming
from tui_reader.model import Metadata, Problem, Section, Transcript, Turn
from tui_reader.trimming import trim

_LONG = "very " * 100 + "long"


def test_what_is_within_bounds_stays_as_it_is() -> None:
    transcript = Transcript(
        Metadata("A title", tags=("tea",)),
        (Turn("Hello.", "Ann"),),
        problems=(Problem(1, "something met"),),
    )
    assert trim(transcript) is transcript
    assert trim(Transcript()) == Transcript()


def test_turns_that_nobody_could_read_are_left_out_and_counted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trimming, "_MOST_TURNS", 3)
    turns = tuple(Turn(f"word {n}", line=n + 1) for n in range(5))
    trimmed = trim(Transcript(turns=turns, sections=(Section("In", 2), Section("Out", 4))))
    assert trimmed.turns == turns[:3]
    assert trimmed.sections == (Section("In", 2),)
    assert trimmed.problems == (Problem(4, "more turns than can be shown: 2 left out"),)


def test_a_thousand_problems_are_listed_and_the_rest_is_counted() -> None:
    problems = tuple(Problem(n, f"problem {n}") for n in range(1, 1_501))
    trimmed = trim(Transcript(turns=(Turn("word"),), problems=problems))
    assert trimmed.problems[:1_000] == problems[:1_000]
    assert trimmed.problems[1_000:] == (
        Problem(1_001, "500 more problems from here on, not listed"),
    )


def test_a_name_as_long_as_a_paragraph_is_cut_and_told_whole() -> None:
    turns = (Turn("Hello.", "Ann", line=1), Turn("Hi.", _LONG, line=2), Turn("Ho.", _LONG, line=3))
    trimmed = trim(Transcript(turns=turns))
    assert trimmed.turns[0] is turns[0]
    assert {len(turn.speaker or "") for turn in trimmed.turns[1:]} == {200}
    assert trimmed.speakers[1].endswith("…")
    (problem,) = trimmed.problems
    assert problem.line == 2
    assert _LONG in problem.message


def test_titles_and_tags_are_cut_too() -> None:
    metadata = Metadata(_LONG, _LONG, tags=("tea", f"{_LONG} tag"), people=(f"{_LONG} person",))
    trimmed = trim(Transcript(metadata, sections=(Section(f"{_LONG} section", 0),)))
    about = trimmed.metadata
    shown = [about.title, about.show or "", *about.tags, *about.people, trimmed.sections[0].title]
    assert max(map(len, shown)) <= 200
    assert about.tags[0] == "tea"
    assert len(trimmed.problems) == 4
