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
        [],
        {},
    ],
)
def test_other_json_is_no_transcript(value: Any) -> None:
    assert detect(json.dumps(value, indent=1), ".json").name == "prose"


def test_front_matter_before_a_text_is_no_json() -> None:
    text = json.dumps({"title": "A walk", "segments": _SEGMENTS}) + "\n\nWe walked.\n"
    assert FORMAT.sniff(text) == 0
