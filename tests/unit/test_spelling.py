import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.spelling import distance, nearest

WORDS = st.text(alphabet=string.ascii_lowercase, min_size=1, max_size=14)
LIKE_EACH_OTHER = st.text(alphabet="abcekqsz", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("word", "heard"),
    [
        ("kubernetes", "kubernets"),
        ("kubernetes", "kuberneties"),
        ("kubernetes", "kubernatis"),
        ("kubecon", "cubicon"),
        ("vercel", "versaill"),
        ("serverless", "servilis"),
        ("claude", "cloud"),
        ("jira", "gira"),
        ("cilium", "sylium"),
        ("cloudflare", "klaudfler"),
        ("idempotentnosc", "idenpotentnosc"),
        ("rekoncyliacja", "rekonsyliacja"),
        ("orzeszek", "ozeszek"),
        ("herbata", "cherbata"),
        ("krol", "krul"),
        ("llm", "lllm"),
    ],
)
def test_a_word_is_like_what_was_heard(word: str, heard: str) -> None:
    assert distance(word, heard)


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("station", "nation"),
        ("bit", "bat"),
        ("four", "fire"),
        ("podcast", "broadcast"),
        ("could", "cloud"),
        ("kod", "rok"),
        ("2014", "2015"),
        ("k3s", "k8s"),
        ("llm", "vm"),
        ("語", "話"),
    ],
)
def test_words_that_are_others_are_not_alike(word: str, other: str) -> None:
    assert distance(word, other) is None


def test_what_sounds_alike_is_nearer_than_what_does_not() -> None:
    like, unlike = distance("kubernetes", "kubernetis"), distance("kubernetes", "kubernetos")
    assert like is not None
    assert unlike is not None
    assert like < unlike


@given(WORDS | LIKE_EACH_OTHER, WORDS | LIKE_EACH_OTHER)
def test_it_is_as_far_one_way_as_the_other(word: str, other: str) -> None:
    assert distance(word, other) == distance(other, word)
    assert (distance(word, other) == 0) == (word == other)


@given(LIKE_EACH_OTHER, st.lists(LIKE_EACH_OTHER | WORDS, max_size=20))
def test_the_nearest_of_many_are_those_that_are_near(word: str, words: list[str]) -> None:
    expected = sorted(other for other in words if distance(word, other) is not None)
    found = nearest(word, words)
    assert sorted(other for other, _ in found) == expected
    assert [apart for _, apart in found] == sorted(apart for _, apart in found)


def test_nothing_is_near_in_no_words() -> None:
    assert nearest("kubernetes", []) == []
