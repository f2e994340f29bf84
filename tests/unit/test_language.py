import pytest

from tui_reader.widening.language import guess, languages_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("We were told that it would be there, and it was not.", "en"),
        ("Nie wiem, czy to jest to, o czym mówiliśmy przed chwilą.", "pl"),
        ("nie wiem, czy to jest to, o czym mowilismy przed chwila", "pl"),
        ("Das haben wir doch schon mal gesagt, und zwar nicht nur hier.", "de"),
        ("C'est ce que nous avons dit, mais pas dans cette langue.", "fr"),
        ("Это не то, что мы уже говорили.", "ru"),
    ],
)
def test_little_words_tell_the_language(text: str, language: str) -> None:
    assert guess(text) == language


@pytest.mark.parametrize("text", ["", "Kubernetes!", "12:30", "日本語の本", "???"])
def test_what_tells_nothing_is_in_no_language(text: str) -> None:
    assert guess(text) is None


def test_a_library_is_in_all_the_languages_it_speaks() -> None:
    english = {"the": 900, "and": 700, "with": 300, "beans": 40}
    polish = {"się": 0, "sie": 500, "jest": 400, "które": 0, "ktore": 90, "fasola": 7}
    assert languages_of(english) == ("en",)
    assert languages_of(english | polish) == ("en", "pl")
    assert languages_of({}) == ()


def test_a_word_said_once_makes_no_language() -> None:
    assert languages_of({"the": 900, "and": 700, "und": 1}) == ("en",)
