"""NAMES in capitals before the words of captions."""

import pytest

from tests.unit.test_voices import said_in
from tui_reader.formats.captions.shouted import shouted_in, without_aside


def test_names_in_capitals_need_not_come_back() -> None:
    assert said_in("[door slams]", "ANN: Who is it?", "BO: Me.\nWAITER:\nReady?", "Yes.") == [
        (None, "[door slams]"),
        ("ANN", "Who is it?"),
        ("BO", "Me."),
        ("WAITER", "Ready? Yes."),
    ]


def test_how_somebody_speaks_is_part_of_the_words() -> None:
    assert said_in("ANN: Hello?", "(sighs) BO: No.", "ANN (on the phone): Hello!") == [
        ("ANN", "Hello?"),
        ("BO", "(sighs) No."),
        ("ANN", "(on the phone) Hello!"),
    ]


@pytest.mark.parametrize(
    ("words", "cues"),
    [
        ("MAN:\nHow did we end up here?", 6),
        ("NASA: they went\nSo: they went\nThen: they came\nUSA: here", 4),
        ("ALL OF IT: IS WRITTEN\nLIKE: THIS", 2),
        ("NASA: they went\nFAQ: what", 900),
        ("NOTE: this\nWARNING: that", 2),
    ],
    ids=["once", "other labels", "all capitals", "seldom", "notes"],
)
def test_other_capitals_are_words(words: str, cues: int) -> None:
    assert not shouted_in(words, cues)


def test_an_aside_stands_behind_a_name() -> None:
    assert without_aside("ANN LEE (on TV)") == ("ANN LEE", "(on TV)")
    assert without_aside("ANN LEE") == ("ANN LEE", "")
