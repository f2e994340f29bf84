import pytest

from tui_reader.marking.pending import Answer, Pending, answer, is_letter


@pytest.mark.parametrize("letter", ["a", "z", "A", "Z"])
def test_a_letter_answers_either_key(letter: str) -> None:
    for pending in Pending:
        assert answer(pending, letter, letter) == Answer(letter=letter)


def test_the_quote_twice_leads_back_and_is_no_mark() -> None:
    assert answer(Pending.GO, "apostrophe", "'") == Answer(back=True)
    assert answer(Pending.SET, "apostrophe", "'").complaint


@pytest.mark.parametrize(
    ("key", "character"),
    [("escape", "\x1b"), ("1", "1"), ("down", None), ("ctrl+a", "\x01"), ("ł", "ł"), ("tab", "\t")],
)
def test_any_other_key_leaves_with_a_sentence(key: str, character: str | None) -> None:
    for pending in Pending:
        told = answer(pending, key, character)
        assert told.complaint.endswith(".")
        assert not told.letter and not told.back


def test_marks_are_called_by_letters_that_every_keyboard_has() -> None:
    assert is_letter("q") and is_letter("Q")
    assert not any(map(is_letter, ("", "ab", "ż", "1", "'", "α")))


def test_what_can_be_typed_is_told() -> None:
    assert Pending.SET.hint("m") == "m…  a letter, Esc leaves"
    assert "no marks yet" in Pending.GO.hint("'")
    assert Pending.GO.hint("'", [("a", "The dough…"), ("B", "")]).startswith(
        "'…  a The dough… · B · "
    )
