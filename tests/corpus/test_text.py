"""Written transcripts and pages that podcasts publish, compared with what else is known of them."""

import json
import re
from html import unescape
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.loading import Loaded, load

pytestmark = pytest.mark.corpus


def _words(loaded: Loaded) -> list[str]:
    return [
        word.lower()
        for turn in loaded.transcript.turns
        for word in re.findall(r"[\w']+", turn.text)
    ]


@pytest.mark.parametrize("stem", ["008_james_curran_groklearning", "019_automate_the_boring"])
def test_lines_with_times_hold_every_line_of_the_file(stem: str) -> None:
    path: Path = needs_shared("corpus/talkpython") / f"{stem}.txt"
    loaded = load(path)
    lines = [line for line in path.read_text("utf-8").split("\n") if line.strip()]
    marks = [turn.text[mark.offset :] for turn in loaded.transcript.turns for mark in turn.marks]
    assert loaded.format == "timed-text"
    assert loaded.transcript.problems == ()
    assert len(marks) == len(lines)
    for line, words in zip(lines, marks, strict=True):
        assert " ".join(words.split()).startswith(" ".join(line.split()[1:]))


@pytest.mark.parametrize("stem", ["008_james_curran_groklearning", "019_automate_the_boring"])
def test_lines_with_times_have_the_words_of_the_captions(stem: str) -> None:
    folder = needs_shared("corpus/talkpython")
    text, captions = _words(load(folder / f"{stem}.txt")), _words(load(folder / f"{stem}.vtt"))
    assert len(set(text) & set(captions)) >= 0.98 * len(set(captions))
    assert abs(len(text) - len(captions)) <= 0.02 * len(captions)


def test_the_example_of_the_standard() -> None:
    loaded = load(needs_shared("corpus/podcast-namespace") / "example.html")
    turns = loaded.transcript.turns
    assert loaded.format == "html"
    assert loaded.transcript.speakers == ("Travis", "Sarah", "Gilon")
    assert (len(turns), turns[1].start, turns[1].speaker) == (10, 53_000, "Sarah")
    assert loaded.transcript.problems == ()


def test_a_page_agrees_with_another_reader() -> None:
    """But for its entities, which that reader leaves as they are."""
    folder = needs_shared("corpus/transcriptator")
    turns = load(folder / "buzzcast.html").transcript.turns
    answer = json.loads((folder / "buzzcast_html_parsed.json").read_text("utf-8"))["segments"]
    assert [(turn.speaker, turn.start) for turn in turns] == [
        (said["speaker"], said["startTime"] * 1_000) for said in answer
    ]
    assert [turn.text.split() for turn in turns] == [
        unescape(said["body"]).split() for said in answer
    ]


def test_a_page_whose_first_words_are_nobodys() -> None:
    """The other reader gives every turn of this one the speaker of the next."""
    folder = needs_shared("corpus/transcriptator")
    turns = load(folder / "podnews_weekly_review_2023-03-17.html").transcript.turns
    name = "podnews_weekly_review_2023-03-17_html_parsed.json"
    answer = json.loads((folder / name).read_text("utf-8"))["segments"]
    assert turns[0].speaker is None
    assert turns[1].speaker == "Norma-Jean Belenky"
    assert [turn.start for turn in turns] == [said["startTime"] * 1_000 for said in answer]
    assert [turn.text.split() for turn in turns] == [
        unescape(said["body"]).split() for said in answer
    ]
    assert [turn.speaker for turn in turns[1:]] == [said["speaker"] for said in answer[:-1]]
