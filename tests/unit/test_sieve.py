from hypothesis import given
from hypothesis import strategies as st

from tui_reader.fold import fold
from tui_reader.sieve import Sieve

TALKS = ["Żuraw nad Wisłą", "A crane over the river", "The River Company"]

words = st.text(st.sampled_from("aAbłŁé "), max_size=4)


def sieve() -> Sieve[str]:
    return Sieve(str)


def test_words_are_found_in_any_order_whatever_their_case_and_accents() -> None:
    assert sieve().sift(TALKS, "WISLA zuraw") == TALKS[:1]
    assert sieve().sift(TALKS, "river crane") == [TALKS[1]]
    assert sieve().sift(TALKS, "riv") == TALKS[1:]


def test_without_a_word_everything_is_there() -> None:
    assert sieve().sift(TALKS, "  ") is TALKS


def test_each_text_is_asked_for_once_as_long_as_it_is_there() -> None:
    asked: list[str] = []

    def text(talk: str) -> str:
        asked.append(talk)
        return talk

    found: Sieve[str] = Sieve(text)
    found.sift(TALKS, "r")
    found.sift(TALKS, "ri")
    assert asked == TALKS
    more = [*TALKS, "A new one"]
    assert found.sift(more, "new") == ["A new one"]
    assert asked == more
    found.sift(TALKS[:1], "x")
    found.sift(more, "new")
    assert asked == [*more, *TALKS[1:], "A new one"], "what was gone is known no more"


@given(st.lists(words, max_size=8), words)
def test_all_words_are_there_and_nothing_is_passed_over(texts: list[str], typed: str) -> None:
    found = sieve().sift(texts, typed)
    wanted = fold(typed).split()
    assert list(found) == [text for text in texts if all(word in fold(text) for word in wanted)]
