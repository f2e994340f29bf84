"""Who is who in two transcripts of one recording."""

import pytest

from tests.shared import needs_shared
from tests.unit.talks import heard
from tui_reader.loading import load
from tui_reader.model import Transcript
from tui_reader.people.recognising import Sayings, matches


def found(here: Transcript, there: Transcript) -> dict[str, str]:
    return {match.label: match.name for match in matches(Sayings(here), Sayings(there))}


def test_labels_are_told_by_the_words_they_say() -> None:
    here, there = heard(1, "Speaker 1", "Speaker 2", slips=3), heard(1, "Ada", "Bo")
    assert found(here, there) == {"Speaker 1": "Ada", "Speaker 2": "Bo"}


def test_another_talk_tells_nothing() -> None:
    assert found(heard(1, "Speaker 1", "Speaker 2"), heard(2, "Ada", "Bo")) == {}
    assert found(Transcript(), heard(2, "Ada")) == {}


def test_one_label_for_two_people_is_neither() -> None:
    assert found(heard(1, "Speaker 1"), heard(1, "Ada", "Bo")) == {}


def test_one_person_may_have_had_two_labels() -> None:
    here = heard(1, "Speaker 1", "Speaker 2", "Speaker 3", "Speaker 2")
    assert found(here, heard(1, "Ada", "Bo")) == {
        "Speaker 1": "Ada",
        "Speaker 2": "Bo",
        "Speaker 3": "Ada",
    }


def test_how_sure_it_is_can_be_counted() -> None:
    (match,) = matches(Sayings(heard(1, "Speaker 1")), Sayings(heard(1, "Ada")))
    assert match[:2] == ("Speaker 1", "Ada")
    assert match.shared == match.total > 1_500


@pytest.mark.corpus
def test_the_speakers_of_a_recognisers_captions_have_names_in_the_recorders_export() -> None:
    captions = load(needs_shared("seeds/001_26e7465fdbf8b668.txt")).transcript
    export = load(needs_shared("seeds/003_cfc135a07d7c23b2.txt")).transcript
    assert found(captions, export) == {
        "Speaker 1": "Will Button",
        "Speaker 2": "Will Button",
        "Speaker 3": "Warren",
        "Speaker 4": "Omer",
    }
    assert all(match.shared > 0.95 * match.total for match in matches(
        Sayings(captions), Sayings(export)
    ))  # fmt: skip


@pytest.mark.corpus
@pytest.mark.parametrize("other", ["000_1bb75e0da7ee316f.txt", "002_646235ad2532da24.txt"])
def test_other_talks_of_the_same_people_and_times_are_others(other: str) -> None:
    captions = load(needs_shared("seeds/001_26e7465fdbf8b668.txt")).transcript
    assert found(captions, load(needs_shared(f"seeds/{other}")).transcript) == {}
