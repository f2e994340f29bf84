import pytest

from tui_reader.formats.written.labels import is_name, named_in, split_label


def test_a_label_is_what_stands_before_the_first_colon() -> None:
    assert split_label("Ann  Lee: one: two") == ("Ann Lee", "one: two")
    assert split_label("at 10:30 we") is None
    assert split_label("https://x.org") is None


@pytest.mark.parametrize(
    "name",
    ["Łukasz", "Dr. Ann Lee", "MR. LEE", "J. R. Holm", "שרה", "leo_b", "SPEAKER_01", "A B (tbenr)"],
)
def test_names_have_the_shape_of_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "words",
    [
        "Note",
        "https",
        "what I mean is",
        "So. There",
        "12",
        "Why? Because",
        "One two three four five six",
    ],
)
def test_other_words_have_not(words: str) -> None:
    assert not is_name(words)


def test_names_come_back_and_outnumber_other_words_before_colons() -> None:
    assert named_in(["Ann: a", "Bo: b", "well", "Ann: c", "Bo: d"]) == {"Ann", "Bo"}
    assert (
        named_in(["Ann: a", "one thing is clear: b", "Ann: c", "and then I said: d"]) == frozenset()
    )
    assert named_in(["Ann: a", "b", "c", "d"]) == frozenset()


def test_who_speaks_once_is_named_too_where_nearly_every_line_has_a_name() -> None:
    assert named_in(["Ann: a", "Bo: b", "Ann: c"]) == {"Ann", "Bo"}


def test_a_sentence_that_begins_with_a_colon_is_no_name_that_is_there_but_once() -> None:
    said = ["Ann: a", "Bo: b", "Ann: c", "Bo: d", "My point is: e", "WHAT YOU MAY NOT DO: f"]
    assert named_in(said) == {"Ann", "Bo"}


def test_who_speaks_once_is_named_whatever_stands_above_the_talk() -> None:
    above = ["A title", "A date", "Prayers", "Questions", "More", "And more"]
    said = ["Ann: a", "Bo: b", "Ann: c", "Hon. Members: d"]
    assert named_in([*above, *said]) == {"Ann", "Bo", "Hon. Members"}
