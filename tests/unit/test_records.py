"""JSON of no known vendor: what is taken for a transcript, and what is not."""

import json
from typing import Any

import pytest

from tui_reader.formats import detect
from tui_reader.formats.records import FORMAT

_SEGMENTS = [
    {"speaker": "Ada", "start": 0.5, "text": "Is it cold?"},
    {"speaker": "Ben", "start": 2.5, "text": "Very."},
]


@pytest.mark.parametrize("keys", [[], ["transcript"], ["segments"], ["data", "a", "sentences"]])
def test_the_list_may_stand_under_keys(keys: list[str]) -> None:
    value: Any = _SEGMENTS
    for key in reversed(keys):
        value = {"id": 7, "tags": ["a", "b"], key: value}
    text = json.dumps(value)
    assert detect(text, ".json").name == "json"
    turns = FORMAT.parse(text).turns
    assert [(turn.speaker, turn.start) for turn in turns] == [("Ada", 500), ("Ben", 2500)]


def test_a_line_may_be_an_object() -> None:
    text = "\n".join(map(json.dumps, _SEGMENTS)) + "\n\nnot json\n"
    transcript = FORMAT.parse(text)
    assert [turn.line for turn in transcript.turns] == [1, 2]
    assert [problem.line for problem in transcript.problems] == [4]


def test_names_are_looked_up_where_the_file_lists_them() -> None:
    segments = [{"speaker_id": 0, "text": "So."}, {"speaker_id": 1, "text": "Yes."}]
    value = {"speakers": [{"id": 0, "name": "Ada"}], "segments": segments}
    assert FORMAT.parse(json.dumps(value)).speakers == ("Ada", "Speaker 1")


def test_utterances_are_better_than_their_words() -> None:
    words = [{"word": word, "start": n} for n, word in enumerate(["Is", "it", "cold?", "Very."])]
    transcript = FORMAT.parse(json.dumps({"words": words, "sentences": _SEGMENTS}))
    assert transcript.speakers == ("Ada", "Ben")
    assert not transcript.problems


def test_a_second_list_with_other_words_is_told() -> None:
    other = [{"speaker": "Cy", "start": 0.5, "text": "Elsewhere."}]
    transcript = FORMAT.parse(json.dumps({"one": _SEGMENTS, "two": other}))
    assert any("Elsewhere." in problem.message for problem in transcript.problems)


@pytest.mark.parametrize(
    "value",
    [
        {"name": "a-package", "version": "1.0.0", "scripts": {"test": "x"}, "files": ["a"]},
        {"type": "FeatureCollection", "features": [{"properties": {"name": "A", "text": "B"}}]},
        {"cells": [{"cell_type": "code", "source": ["x"], "outputs": [{"text": ["1"]}]}]},
        {"compilerOptions": {"strict": True, "lib": ["es6"]}, "include": ["src"]},
        {"id": "1", "choices": [{"text": "An answer.", "index": 0}]},
        {"messages": [{"role": "user", "content": "Hello?"}, {"role": "agent", "content": "Hi."}]},
        [{"id": 1, "name": "Ada", "text": "A note."}, {"id": 2, "name": "Ben", "text": "Two."}],
        [{"name": "Ada", "length": 3, "words": 12}],
        [{"time": "2024-05-01T12:00:00Z", "message": "started", "level": "info"}],
        [["text", "start"], [1, 2]],
        {"text": "Only a text."},
        {
            "tokens": [
                {"word": "Ada", "start": 0, "end": 3},
                {"word": "lives", "start": 4, "end": 9},
            ]
        },
        {"comments": [{"text": "Well done", "timestamp": 1_600_000_000, "author": "@ada"}]},
        {"name": "Ada", "messages": [{"type": "message", "from": "Ada", "text": "Hello"}]},
        [],
        {},
    ],
)
def test_other_json_is_no_transcript(value: Any) -> None:
    assert detect(json.dumps(value, indent=1), ".json").name == "prose"


def test_a_list_of_one_object_may_hold_the_list() -> None:
    calls = [{"callId": "1", "transcript": _SEGMENTS}]
    transcript = FORMAT.parse(json.dumps({"calls": calls}))
    assert [turn.start for turn in transcript.turns] == [500, 2500]


def test_sentences_of_a_speaker_are_one_turn() -> None:
    sentences = [{"start": 900, "end": 1900, "text": "So."}, {"start": 2000, "text": "Is it cold?"}]
    value = [
        {"speakerId": "7", "sentences": sentences},
        {"speakerId": "8", "sentences": [_SEGMENTS[1]]},
    ]
    turns = FORMAT.parse(json.dumps(value)).turns
    assert [turn.text for turn in turns] == ["So. Is it cold?", "Very."]


def test_entities_of_a_page_are_resolved() -> None:
    value = [{"text": "It&#39;s cold", "offset": 1, "duration": 2}]
    assert FORMAT.parse(json.dumps(value)).turns[0].text == "It's cold"


def test_words_alone_are_put_together_as_the_text_has_them() -> None:
    words = [
        {"word": word, "start": n / 2, "end": n / 2 + 0.4}
        for n, word in enumerate(["so", "it", "is"])
    ]
    text = json.dumps({"text": "So it is.", "words": words})
    assert detect(text).name == "json"
    assert [(turn.text, turn.start) for turn in FORMAT.parse(text).turns] == [("So it is.", 0)]


@pytest.mark.parametrize(
    "summary",
    [{"summary": "Of tea."}, {"summary": {"overview": "Of tea."}}, {"description": "Of tea."}],
)
def test_title_and_summary_of_a_meeting_are_read(summary: dict[str, Any]) -> None:
    whole = {"title": " A walk ", "sentences": _SEGMENTS, **summary}
    for value in (whole, {"data": {"transcript": whole}}):
        about = FORMAT.parse(json.dumps(value)).metadata
        assert (about.title, about.description) == ("A walk", "Of tea.")


def test_front_matter_before_a_text_is_no_json() -> None:
    text = json.dumps({"title": "A walk", "segments": _SEGMENTS}) + "\n\nWe walked.\n"
    assert FORMAT.sniff(text) == 0
