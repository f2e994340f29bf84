"""Who may be who, by what stands in one transcript."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Metadata, Transcript, Turn
from tui_reader.people.evidence import suggestions
from tui_reader.people.rules import Reach


def talk(
    *speakers: str, title: str = "", people: tuple[str, ...] = (), show: str | None = None
) -> Transcript:
    turns = tuple(Turn(f"Words of turn {n}.", name) for n, name in enumerate(speakers))
    return Transcript(Metadata(title=title, people=people, show=show), turns)


def pairs(transcript: Transcript, *others: str) -> list[tuple[str, str]]:
    return [(one.label, one.name) for one in suggestions(transcript, others)]


def test_initials_of_somebody_who_speaks_too() -> None:
    found = list(suggestions(talk("SW", "Szymon Warda", "Bo")))
    assert [(one.label, one.name, one.reach) for one in found] == [
        ("SW", "Szymon Warda", Reach.LIBRARY)
    ]
    assert found[0].reason == "Szymon Warda speaks here too and has these initials"


def test_initials_hold_for_the_show_where_there_is_one() -> None:
    found = list(suggestions(talk("SW", show="Patterns"), ["Szymon Warda", "Bo"]))
    assert [(one.name, one.reach) for one in found] == [("Szymon Warda", Reach.SHOW)]
    assert "other episodes of this show" in found[0].reason


def test_initials_of_two_are_nobodys() -> None:
    assert pairs(talk("SW", "Szymon Warda", "Sara Wolska")) == []
    assert pairs(talk("SW", "Sara Wolska", people=("Szymon Warda",))) == [("SW", "Sara Wolska")]


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("Speaker 1 (Anna)", "Anna"),
        ("SPEAKER_02 [Anna Nowak]", "Anna Nowak"),
        ("Anna (host)", "Anna"),
        ("Anna Nowak (Speaker 1)", "Anna Nowak"),
    ],
)
def test_a_name_in_brackets(label: str, name: str) -> None:
    found = list(suggestions(talk(label, "Bo")))
    assert [(one.label, one.name) for one in found] == [(label, name)]
    assert label in found[0].reason


@pytest.mark.parametrize("label", ["Speaker 1 (laughs)", "Anna (via phone)", "Speaker 1 (2)"])
def test_what_else_stands_in_brackets_is_no_name(label: str) -> None:
    assert pairs(talk(label, "Bo")) == []


def test_a_short_name_of_one_person_only() -> None:
    assert pairs(talk("Anna", "Anna Nowak", "Bo")) == [("Anna", "Anna Nowak")]
    assert pairs(talk("Anna", "Bo", people=("Anna Nowak",))) == [("Anna", "Anna Nowak")]
    assert pairs(talk("Anna", "Anna Nowak", "Anna Cole")) == []
    assert pairs(talk("Anna", "Bo"), "Anna Nowak") == [("Anna", "Anna Nowak")]


def test_a_guest_who_is_named_and_the_only_one_without_a_name() -> None:
    transcript = talk("Bo", "Speaker 2", people=("Bo Frost", "Jane Doe"))
    assert ("Speaker 2", "Jane Doe") in pairs(transcript)
    reach = {one.name: one.reach for one in suggestions(transcript)}
    assert reach["Jane Doe"] is Reach.EPISODE


@pytest.mark.parametrize(
    "title",
    ["On bread, with Jane Doe", "Bread feat. Jane Doe", "On bread | Jane Doe", "Brot mit Jane Doe",
     "With Jane Doe: on bread", "#12 – Jane Doe"],
)  # fmt: skip
def test_a_guest_in_the_title(title: str) -> None:
    assert pairs(talk("Bo", "Speaker 2", title=title)) == [("Speaker 2", "Jane Doe")]


@pytest.mark.parametrize(
    "title", ["On bread, with love", "With Jane Doe and John Roe", "Baking with Bo Frost"]
)
def test_a_title_that_names_nobody_or_several_or_the_host_says_nothing(title: str) -> None:
    assert pairs(talk("Bo Frost", "Speaker 2", title=title)) == []


def test_two_without_a_name_could_both_be_the_guest() -> None:
    assert pairs(talk("Speaker 1", "Speaker 2", title="On bread, with Jane Doe")) == []


def test_who_says_their_first_name_gets_the_whole_where_it_is_known() -> None:
    turns = (Turn("Hello, I'm Anna and this is bread.", "Speaker 1"), Turn("And me.", "Speaker 2"))
    transcript = Transcript(Metadata(people=("Anna Nowak", "Bo")), turns)
    found = list(suggestions(transcript))
    assert [(one.label, one.name) for one in found] == [("Speaker 1", "Anna Nowak")]
    assert found[0].reason == "Speaker 1 says “I'm Anna”"


WORDS = st.sampled_from(["Anna", "Nowak", "Speaker", "1", "(Bo)", "SW", "[", "with", "|", "Ż", "."])
TEXTS = st.lists(WORDS, max_size=4).map(" ".join)


@given(st.lists(TEXTS, max_size=4), TEXTS, st.lists(TEXTS, max_size=2), st.lists(TEXTS, max_size=2))
def test_whatever_is_in_a_transcript_nobody_is_said_to_be_themselves(
    speakers: list[str], title: str, people: list[str], others: list[str]
) -> None:
    transcript = talk(*speakers, title=title, people=tuple(people))
    found = list(suggestions(transcript, others))
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert one.label in transcript.speakers
        assert one.name.strip()
        assert one.name != one.label
