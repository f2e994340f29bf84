"""Words with times, put together to phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.data.words import are_words, dressed, phrases
from tui_reader.turns import Cue


def _said(*words: str, speaker: str | None = None) -> list[Cue]:
    return [Cue(n * 300, n * 300 + 200, word, speaker) for n, word in enumerate(words)]


def _texts(cues: list[Cue]) -> list[str]:
    return [cue.text for cue in phrases(cues)]


def test_words_become_sentences_with_their_times() -> None:
    found = phrases(_said("It", "rains.", "Again."))
    assert found == [Cue(0, 500, "It rains."), Cue(600, 800, "Again.")]


def test_a_pause_ends_a_phrase() -> None:
    words = [Cue(0, 100, "well"), Cue(900, 1000, "yes")]
    assert _texts(words) == ["well", "yes"]


def test_a_change_of_speaker_ends_a_phrase() -> None:
    words = [*_said("so", "I", speaker="Ada"), *_said("no", speaker="Ben")]
    assert [(cue.speaker, cue.text) for cue in phrases(words)] == [("Ada", "so I"), ("Ben", "no")]


def test_marks_without_words_stand_behind_the_word_before() -> None:
    assert _texts(_said("so", ",", "we", "said", ".", "Yes", "!")) == ["so, we said.", "Yes!"]


def test_words_that_bring_their_spaces_get_no_others() -> None:
    assert _texts(_said(" so", "-called", " good", " day", "s")) == ["so-called good days"]


def test_scripts_without_spaces_are_joined_without_them() -> None:
    assert _texts(_said("今日", "は", "雨", "。", "OK", "ね")) == ["今日は雨。", "OK ね"]


def test_no_phrase_is_long() -> None:
    assert max(map(len, _texts(_said(*["word"] * 500)))) <= 80


def test_single_words_are_told_from_captions() -> None:
    assert are_words(_said("so", "we", "said", "good morning"))
    assert not are_words(_said("so we said", "yes", "that is so"))
    assert not are_words([])


@given(st.lists(st.text(" .,aź日", max_size=4)))
def test_no_word_is_lost(words: list[str]) -> None:
    joined = "".join(_texts(_said(*words)))
    assert "".join(joined.split()) == "".join("".join(words).split())


def test_words_are_dressed_as_the_whole_text_writes_them() -> None:
    words = [Cue(0, 100, "well"), Cue(100, 200, "ada's"), Cue(200, 300, "here")]
    assert [cue.text for cue in dressed(words, "Well, Ada's here.")] == ["Well,", "Ada's", "here."]


@pytest.mark.parametrize("text", ["", "Well, Ada is here.", "Well, Ben's here."])
def test_words_stay_as_they_are_where_the_text_has_others(text: str) -> None:
    words = [Cue(0, 100, "well"), Cue(100, 200, "ada's"), Cue(200, 300, "here")]
    assert dressed(words, text) == words
