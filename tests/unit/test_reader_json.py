"""What the program prints as JSON, read again, by hand or whole."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.contract import check
from tui_reader.formats import detect
from tui_reader.loading import load_bytes
from tui_reader.model import Mark, Transcript

TEA: dict[str, Any] = {
    "path": "tea.vtt", "format": "webvtt", "title": "Tea", "show": None, "number": None,
    "date": None, "duration": 4.5, "language": "en", "tags": [], "links": [], "speakers": [],
    "sections": [{"title": "Boiling", "turn": 1}],
    "turns": [
        {"speaker": "Ada", "start": 0.5, "end": 2.5, "text": "Hot?", "marks": [[0, 0.5]]},
        {"speaker": "Bo", "start": 2.5, "end": 4.5, "text": "Yes.", "marks": [[0, 2.5]]},
    ],
    "notes": "", "problems": [{"line": 3, "message": "odd"}], "status": "transcribed",
}  # fmt: skip


def read(value: dict[str, Any]) -> Transcript:
    text = json.dumps(value)
    assert detect(text, ".json").name == "reader-json"
    found = load_bytes(text.encode(), Path("tea.json")).transcript
    check(found)
    return found


def test_what_was_wrong_with_another_file_is_not_wrong_with_this_one() -> None:
    assert read(TEA).problems == ()


def test_an_episode_without_turns_is_told_by_what_is_known_of_it() -> None:
    assert read({**TEA, "turns": [], "notes": "Soon."}).notes == "Soon."


@pytest.mark.parametrize(
    "turn",
    [
        {"text": "Hot?", "marks": [[99, 1], [-1, 1], ["0", 1], [0], 7, [0, 0.5]]},
        {"text": "Hot?", "marks": {"0": 1}},
        {"text": "  Hot?  ", "speaker": ["Ada"], "start": "soon", "end": {}},
    ],
)
def test_what_somebody_has_changed_by_hand_costs_only_itself(turn: dict[str, Any]) -> None:
    found = read({**TEA, "turns": [turn, *TEA["turns"]]})
    assert found.turns[0].text == "Hot?"
    assert found.turns[0].marks in ((), (Mark(0, 500),))
    assert len(found.turns) == 3


def test_a_heading_stays_where_it_was_when_a_turn_before_it_is_empty() -> None:
    empty = {"text": " ", "marks": []}
    found = read({**TEA, "turns": [empty, *TEA["turns"]], "sections": [{"title": "B", "turn": 2}]})
    assert [(section.title, section.turn) for section in found.sections] == [("B", 1)]
