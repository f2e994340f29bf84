"""Who is called what, by rules for an episode, a show and everything."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.model import Metadata, Transcript, Turn
from tui_reader.people import Reach, Rule, Rules, Where
from tui_reader.people.rules import EVERYWHERE
from tui_reader.speakers import Share

TALK = Path("/talks/one.vtt")
IN_TALK = Where.episode(TALK)
IN_SHOW = Where(Reach.SHOW, "Night bread")

LABELS = st.sampled_from(["A", "B", "c", "C", "D  d", "d d", "Speaker 1"])
PLACES = st.sampled_from([EVERYWHERE, IN_TALK, IN_SHOW])
RULES = st.lists(
    st.builds(Rule, LABELS, st.lists(LABELS, max_size=3).map(tuple), PLACES), max_size=6
).map(Rules)


def called(rules: Rules, label: str, show: str | None = "Night bread") -> str:
    return rules.called(label, TALK, show)


def test_the_most_specific_rule_wins() -> None:
    rules = Rules(
        [
            Rule("Everywhere", ("x", "y", "z")),
            Rule("Show", ("x", "y"), IN_SHOW),
            Rule("Episode", ("x",), IN_TALK),
        ]
    )
    assert [called(rules, label) for label in "xyz"] == ["Episode", "Show", "Everywhere"]
    assert [called(rules, label, None) for label in "xyz"] == ["Episode"] + ["Everywhere"] * 2
    other = Path("/talks/two.vtt")
    assert rules.called("x", other, "night  BREAD") == "Show"


@pytest.mark.parametrize("label", ["SW", "sw", " SW ", "Sw"])
def test_case_and_white_space_make_no_difference(label: str) -> None:
    assert called(Rules([Rule("Szymon Warda", ("SW",))]), label) == "Szymon Warda"


def test_accents_and_points_do() -> None:
    rules = Rules([Rule("Łucja", ("Lu",))])
    assert called(rules, "Łu") == "Łu"
    assert called(rules, "Lu.") == "Lu."


def test_a_name_may_be_another_label() -> None:
    rules = Rules([Rule("SW", ("Speaker 1",), IN_TALK), Rule("Szymon Warda", ("SW",))])
    assert called(rules, "Speaker 1") == "Szymon Warda"


def test_two_whose_labels_were_mixed_up_change_places() -> None:
    rules = Rules([Rule("Anna", ("Bob",), IN_TALK), Rule("Bob", ("Anna",), IN_TALK)])
    assert (called(rules, "Anna"), called(rules, "Bob")) == ("Bob", "Anna")


def test_a_label_may_stay_what_it_is_in_one_place() -> None:
    rules = Rules([Rule("Szymon", ("SW",)), Rule("SW", ("SW",), IN_TALK)])
    assert called(rules, "SW") == "SW"
    assert rules.called("SW", Path("/other.vtt"), None) == "Szymon"


def test_a_name_is_spelled_as_it_was_given() -> None:
    assert called(Rules([Rule("Szymon Warda", ("SW",))]), "SZYMON  WARDA") == "Szymon Warda"


def test_an_episode_that_was_moved_with_its_folder_keeps_its_names(tmp_path: Path) -> None:
    rules = Rules([Rule("Wen", ("Speaker 1",), Where.episode(tmp_path / "gone/talks/one.vtt"))])
    assert rules.called("Speaker 1", tmp_path / "here/talks/one.vtt", None) == "Wen"
    assert rules.called("Speaker 1", tmp_path / "here/others/one.vtt", None) == "Speaker 1"


def test_an_episode_that_is_still_there_keeps_its_names_for_itself(tmp_path: Path) -> None:
    (tmp_path / "a" / "talks").mkdir(parents=True)
    (tmp_path / "a" / "talks" / "one.vtt").touch()
    rules = Rules([Rule("Wen", ("Speaker 1",), Where.episode(tmp_path / "a/talks/one.vtt"))])
    assert rules.called("Speaker 1", tmp_path / "b/talks/one.vtt", None) == "Speaker 1"


def test_a_transcript_gets_the_names_and_keeps_its_turns() -> None:
    turns = (Turn("One.", "SW"), Turn("Two.", "Bo"), Turn("Three.", "Szymon"), Turn("Four."))
    transcript = Transcript(Metadata(title="T"), turns)
    named = Rules([Rule("Szymon Warda", ("SW", "Szymon"))]).named(transcript, TALK)
    assert [turn.speaker for turn in named.turns] == ["Szymon Warda", "Bo", "Szymon Warda", None]
    assert [turn.text for turn in named.turns] == [turn.text for turn in turns]
    assert Rules().named(transcript, TALK) is transcript
    assert Rules([Rule("X", ("nobody",))]).named(transcript, TALK) is transcript


def test_the_shares_of_one_person_are_added() -> None:
    shares = [Share("SW", 2, 20, 500), Share("Bo", 1, 3, None), Share("Szymon", 1, 5, None)]
    rules = Rules([Rule("Szymon", ("SW",))])
    assert rules.shares(shares, TALK, None) == (
        Share("Szymon", 3, 25, 500),
        Share("Bo", 1, 3, None),
    )


def test_episodes_without_rules_of_their_own_share_one_naming() -> None:
    rules = Rules([Rule("S", ("SW",)), Rule("T", ("SW",), IN_TALK)])
    assert rules.naming(Path("/a"), None) is rules.naming(Path("/b"), "Another show")
    assert rules.naming(TALK, None) is not rules.naming(Path("/b"), None)


@given(RULES)
def test_rules_come_back_from_another_process_as_they_were(rules: Rules) -> None:
    again = pickle.loads(pickle.dumps(rules))
    assert again.rules == rules.rules
    assert called(again, "A") == called(rules, "A")


@given(RULES, LABELS, st.sampled_from([None, "Night bread", "Other"]))
def test_whatever_the_rules_everybody_is_called_something(
    rules: Rules, label: str, show: str | None
) -> None:
    name = rules.called(label, TALK, show)
    assert name in {label, *(rule.name for rule in rules.rules)}
    assert rules.called(label.upper(), TALK, show).casefold() == name.casefold()
