"""Which labels are names."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.people.labels import initials, is_initials, is_placeholder, looks_like_a_name


@pytest.mark.parametrize(
    "label",
    ["Speaker 1", "SPEAKER_00", "speaker", "Spk-2", "S1", "A", "3", "Unknown", "Guest", "Host 2",
     "Unknown speaker 4", "Mówca 2", "Sprecher 1", "Participant B"],
)  # fmt: skip
def test_what_stands_in_for_a_name_is_none(label: str) -> None:
    assert is_placeholder(label)
    assert not looks_like_a_name(label)


@pytest.mark.parametrize("label", ["Anna", "Łukasz Kałużny", "Jean-Luc O’Neill", "Ada B. Cole"])
def test_names_are_names(label: str) -> None:
    assert looks_like_a_name(label)
    assert not is_placeholder(label)


@pytest.mark.parametrize("text", ["", "anna", "3 people", "[music]", "Anna and the others of us"])
def test_what_cannot_be_a_name_is_none(text: str) -> None:
    assert not looks_like_a_name(text)


def test_initials_are_two_to_four_capitals() -> None:
    assert [is_initials(one) for one in ("SW", "S.W.", "S. W.", "Ł.K", "Sw", "S", "ABCDE")] == [
        True, True, True, True, False, False, False,
    ]  # fmt: skip
    assert initials("Szymon Warda") == "SW"
    assert initials("Jean-Luc Picard") == "JLP"


@given(st.text())
def test_any_label_may_be_asked_about(label: str) -> None:
    assert not (is_placeholder(label) and looks_like_a_name(label))
    assert isinstance(is_initials(label), bool)
    assert isinstance(initials(label), str)
