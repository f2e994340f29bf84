import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.widening.forms import forms
from tui_reader.widening.lexicon import Lexicon

POLISH = """
    chmura chmury chmurze chmure chmur koszt koszty kosztow kosztem prad pradu pradzie blad bledu
    bledy odcinek odcinka odcinku kod kodu kodzie robic robie robimy robilismy robione testowac
    testujemy testowanie testy ciekawy ciekawego ciekawszy rzeka rzece noga nodze kobieta psy
""".split()  # noqa: SIM905 - a table of words
ENGLISH = ["cost", "costs", "costing", "costly", "manage", "managed", "manager", "man", "stations"]


def known(word: str, words: list[str], *languages: str) -> set[str]:
    return forms(word, Lexicon(dict.fromkeys(words, 1), len(words)), languages)


@pytest.mark.parametrize(
    ("word", "others"),
    [
        ("chmura", {"chmury", "chmurze", "chmure", "chmur"}),
        ("chmurami", {"chmura", "chmury", "chmurze", "chmure", "chmur"}),
        ("kosztu", {"koszt", "koszty", "kosztow", "kosztem"}),
        ("prad", {"pradu", "pradzie"}),
        ("blad", {"bledu", "bledy"}),
        ("odcinki", {"odcinek", "odcinka", "odcinku"}),
        ("kod", {"kodu", "kodzie"}),
        ("robil", {"robic", "robie", "robimy", "robilismy", "robione"}),
        ("testowali", {"testowac", "testujemy", "testowanie"}),
        ("ciekawej", {"ciekawy", "ciekawego", "ciekawszy"}),
        ("rzeka", {"rzece"}),
        ("noga", {"nodze"}),
    ],
)
def test_polish_words_are_found_in_all_their_forms(word: str, others: set[str]) -> None:
    assert known(word, POLISH, "pl") >= others


@pytest.mark.parametrize(
    ("word", "other"), [("chmura", "koszt"), ("kod", "koszt"), ("pies", "psy")]
)
def test_polish_words_that_only_begin_alike_are_others(word: str, other: str) -> None:
    assert other not in known(word, POLISH, "pl")


def test_english_words_are_found_by_their_stems() -> None:
    assert known("costed", ENGLISH, "en") == {"cost", "costs", "costing", "costly"}
    assert known("managing", ENGLISH, "en-GB") == {"manage", "managed", "manager"}
    assert known("station", ENGLISH, "en") == {"stations"}


def test_a_word_is_no_other_form_of_itself() -> None:
    assert "cost" not in known("cost", ENGLISH, "en", "pl")


def test_without_a_language_one_knows_there_are_no_forms() -> None:
    assert known("costs", ENGLISH) == set()
    assert known("costs", ENGLISH, "tlh", "") == set()


@given(st.text(alphabet="aeikmnorstwyz", min_size=1, max_size=9), st.data())
def test_polish_forms_are_each_others(word: str, data: st.DataObject) -> None:
    endings = st.sampled_from(["", "a", "y", "ie", "ow", "ami", "emu", "ujemy", "lismy"])
    other = word + data.draw(endings)
    assert (other in known(word, [word, other], "pl")) == (
        word in known(other, [word, other], "pl")
    )
