from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.widening.names import Names

PEOPLE = Names(
    {"Omer": 90, "Will Button": 50, "Łukasz Kałużny": 40, "Speaker 1": 7, "Speaker 2": 5}
)
TITLES = Names(Counter(["Navigating the LLM Tsunami", "The Cost of Clouds", "#37 Clouds Again"]))


def meant(asked: str, names: Names = PEOPLE) -> list[str]:
    return [name for _, name in names.nearest(asked, 5, {"the", "of"})]


def test_a_name_exists_as_a_field_finds_it() -> None:
    for asked in ("omer", "om", "Button", "will butt", "lukasz", "łukasz kał"):
        assert asked in PEOPLE
    for asked in ("omr", "utton", "button will", "omer will"):
        assert asked not in PEOPLE


def test_a_name_may_be_misspelled() -> None:
    assert meant("omr") == ["omer"]
    assert meant("wil buton") == ["will button"]
    assert meant("lukash kaluzhny") == ["lukasz kaluzny"]


def test_a_name_that_is_being_typed_may_be_misspelled() -> None:
    assert meant("will buton") == ["will button"]
    assert meant("tsumna", TITLES) == ["tsunami"]


def test_words_may_be_in_another_order_or_missing_or_too_many() -> None:
    assert meant("button will") == ["will button"]
    assert meant("llm navigating", TITLES) == ["navigating the llm"]
    assert meant("omer hamerman") == ["omer"]
    assert meant("clouds budget of", TITLES)[0] == "of clouds"


def test_another_number_is_another_name() -> None:
    assert meant("3", PEOPLE) == []
    assert meant("38", TITLES) == []


def test_of_two_names_as_near_the_commoner_comes_first() -> None:
    assert meant("speker") == ["speaker"]
    assert meant("anna", Names({"Anno": 2, "Anni": 30})) == ["anni", "anno"]


def test_little_words_alone_are_no_name() -> None:
    assert meant("the xyzzy", TITLES) == []
    assert meant("", TITLES) == []
    assert meant("xyzzy", Names({})) == []


@given(st.dictionaries(st.text(max_size=12), st.integers(1, 9), max_size=5), st.text(max_size=12))
def test_what_is_offered_exists(values: dict[str, int], asked: str) -> None:
    names = Names(values)
    for _, name in names.nearest(asked, 5, ()):
        assert name in names
