"""Who says their own name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Transcript, Turn
from tui_reader.people.introductions import introductions


def names(*texts: str, label: str = "Speaker 1") -> list[str]:
    turns = tuple(Turn(text, label) for text in texts)
    return [found.name for found in introductions(Transcript(turns=turns))]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hello and welcome. I'm Warren.", "Warren"),
        ("Hi, I’m your host, Warren Parad, and this is the show.", "Warren Parad"),
        ("My name is Jane Doe and I bake.", "Jane Doe"),
        ("I am Jane.", "Jane"),
        ("Cześć, nazywam się Łucja Żak.", "Łucja Żak"),
        ("Dzień dobry, tu Anna Nowak.", "Anna Nowak"),
        ("Mam na imię Szymon.", "Szymon"),
        ("Hallo, ich heiße Grete.", "Grete"),
        ("I'm Polish, and my name is Ada.", "Ada"),
    ],
)
def test_people_say_who_they_are(text: str, name: str) -> None:
    assert names(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "I'm not sure.",
        "I'm American.",
        "I'm CEO of something.",
        "It is Monday and I am here.",
        "Kto tu Anna zawołał?",
        "That I'm OK with.",
        "My name is on the list.",
    ],
)
def test_what_else_people_are_is_no_name(text: str) -> None:
    assert names(text) == []


def test_only_the_first_turns_of_those_without_a_name_count() -> None:
    assert names(*["Well."] * 8, "I'm Warren.") == []
    assert names("I'm Warren.", label="Omer") == []
    assert names("I'm Warren.", "I'm Omer, he said.") == ["Warren"]


@pytest.mark.parametrize(
    ("label", "name"),
    [("James C", "James Cridland"), ("James", "James Cridland"), ("JC", "James Cridland"),
     ("J.C.", "James Cridland")],
)  # fmt: skip
def test_who_has_a_part_of_a_name_says_the_rest(label: str, name: str) -> None:
    assert names("Hello, I'm James Cridland.", label=label) == [name]


@pytest.mark.parametrize("label", ["James Cridland", "Jim", "Sam Cridland", "AB", "James D"])
def test_who_has_another_name_or_all_of_it_is_not_asked(label: str) -> None:
    assert names("Hello, I'm James Cridland.", label=label) == []


@given(st.text() | st.lists(st.sampled_from(["I'm", "tu", "Ada", "my name is", "-"])).map(" ".join))
def test_no_words_are_too_odd(text: str) -> None:
    assert len(names(text)) <= 1
