"""Accents composed with their letters, however many there are."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.composing import composed
from tui_reader.decoding import decode


@given(st.text())
def test_text_is_composed_as_unicode_says(text: str) -> None:
    assert composed(text).text == unicodedata.normalize("NFC", text)


def test_a_letter_keeps_thirty_accents_and_the_others_are_told() -> None:
    decoded = decode(("Tea\ne" + "\u0301\u0316" * 100_000 + " or not").encode())
    assert decoded.text.endswith("\u0301 or not")
    assert len(decoded.text) < 50
    (problem,) = decoded.problems
    assert problem == (2, "1 letter with more than 30 accents: the others left out")


def test_thirty_accents_on_a_letter_stay() -> None:
    pile = "y" + "\u0316\u0301" * 15
    text = f"{pile}{'!' * 1_000}{pile}"
    assert composed(text) == (unicodedata.normalize("NFC", text), -1, 0)


def test_accents_of_every_kind_pile_up() -> None:
    marks = "".join(map(chr, range(0x300, 0x34F)))
    assert composed(f"tea e{marks * 20}").cut == 1
