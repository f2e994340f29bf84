"""What is read from the file of names, and what is said about it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.people.reading import read
from tui_reader.people.rules import EVERYWHERE, Reach, Rule, Where

GOOD = """\
# friends
[[person]]
name = "Szymon Warda"
also = ["SW", "Szymon"]

[[person]]
name = "Warren"
also = ["Speaker 3"]
episode = "/talks/one.vtt"

[[person]]
name = "Ada"
also = ["A"]
show = "Night bread"
"""


def test_people_are_read_with_where_they_are_called_so() -> None:
    found = read(GOOD)
    assert found.problems == ()
    assert found.rules.rules == (
        Rule("Szymon Warda", ("SW", "Szymon"), EVERYWHERE, 2),
        Rule("Warren", ("Speaker 3",), Where.episode(Path("/talks/one.vtt")), 6),
        Rule("Ada", ("A",), Where(Reach.SHOW, "Night bread"), 11),
    )


def test_a_path_may_begin_at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/ada")
    rules = read('[[person]]\nname = "B"\nalso = ["x"]\nepisode = "~/one.vtt"\n').rules
    assert rules.called("x", Path("/home/ada/one.vtt"), None) == "B"


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ('also = ["x"]', "line 6: a person has a name"),
        ("name = 3", "line 6: a person has a name"),
        ('name = " "', "line 6: a person has a name"),
        ('name = "B"\nalso = "x"', "line 6: also is a list"),
        ('name = "B"\nalso = ["x", 3]', "line 6: what stands in also is text"),
        ('name = "B"\nepisode = "one.vtt"', "line 6: an episode is a whole path"),
        ('name = "B"\nshow = ""', "line 6: an episode is a whole path, and a show a title"),
        ('name = "B"\nalias = ["x"]', "line 6: alias is not known here"),
        ('name = "B"\nepisode = "/a"\nshow = "S"', "line 6: of episode and show only"),
        ('name = "B"\nalso = ["SW"]', "line 6: SW is called Szymon already (line 2)"),
    ],
)
def test_what_is_wrong_is_told_by_its_line_and_the_rest_is_used(entry: str, said: str) -> None:
    first = '\n[[person]]\nname = "Szymon"\nalso = ["SW"]\n\n'
    last = '\n\n[[person]]\nname = "Ada"\nalso = ["A"]\n'
    found = read(f"{first}[[person]]\n{entry}{last}", "people.toml")
    assert [one.startswith(f"people.toml, {said}") for one in found.problems] == [True]
    assert found.problems[0].endswith(".")
    assert not found.is_broken
    assert found.rules.called("SW", Path("/x"), None) == "Szymon"
    assert found.rules.called("A", Path("/x"), None) == "Ada"


def test_a_slip_in_one_entry_costs_that_entry_and_forbids_writing() -> None:
    broken = GOOD.replace('"Speaker 3"]', '"Speaker 3')
    found = read(broken)
    assert found.is_broken
    assert "line 8" in found.problems[0]
    assert [rule.name for rule in found.rules.rules] == ["Szymon Warda", "Ada"]


@pytest.mark.parametrize("text", ["person = 3", 'person = ["x"]', "[person]\nname = 'x'"])
def test_people_who_stand_elsewhere_are_told_where_to_stand(text: str) -> None:
    found = read(text)
    assert not found.rules
    assert "[[person]]" in found.problems[0]


def test_what_else_is_in_the_file_is_told() -> None:
    assert "colour" in read(f'colour = "red"\n{GOOD}').problems[0]


def test_a_name_cannot_do_anything_to_a_terminal() -> None:
    rule = read('[[person]]\nname = "A\\u001b[2JB\\u202e"\nalso = ["x"]\n').rules.rules[0]
    assert rule.name == "A␛[2JB�"


@given(st.text() | st.lists(st.sampled_from([*GOOD.split("\n"), '"', "[[person]]"])).map("\n".join))
def test_no_text_is_too_odd_to_be_read(text: str) -> None:
    found = read(text)
    assert all(problem.startswith("people.toml") for problem in found.problems)
    assert found.problems or not found.is_broken
