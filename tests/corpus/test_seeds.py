"""What must be found in the five real transcripts this reader was first written for."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.formats.captions.vtt_scan import scan
from tui_reader.loading import Loaded, load

pytestmark = pytest.mark.corpus


def _load(prefix: str) -> Loaded:
    (path,) = needs_shared("seeds").glob(f"{prefix}*")
    return load(path)


def _turns_by_speaker(loaded: Loaded) -> dict[str | None, int]:
    return Counter(turn.speaker for turn in loaded.transcript.turns)


def test_the_post() -> None:
    loaded = _load("000")
    transcript, metadata = loaded.transcript, loaded.transcript.metadata
    assert loaded.format == "post"
    assert metadata.title == "#89 Patoarchitekci Short #37"
    assert (metadata.number, metadata.date) == ("89", date(2023, 10, 27))
    assert len(metadata.tags) == 7
    assert metadata.tags[0] == "chatgpt"
    assert len(metadata.links) == 12
    assert metadata.links[0].title == "Search Jobs"
    assert "fine-tuning & inference" in metadata.links[1].title
    assert _turns_by_speaker(loaded) == {"Łukasz Kałużny": 43, "Szymon Warda": 43}
    assert not transcript.timed
    assert [section[:2] for section in transcript.sections] == [("Transkrypcja", 0)]
    assert transcript.notes.startswith("Przygotujcie się")
    assert "## newsletter" in transcript.notes
    assert "Do usłyszenia za tydzień!" in transcript.notes
    assert transcript.problems == ()


def test_the_captions() -> None:
    loaded = _load("001")
    turns = loaded.transcript.turns
    assert loaded.format == "webvtt"
    assert len(turns) == 180
    assert set(_turns_by_speaker(loaded)) == {f"Speaker {n}" for n in (1, 2, 3, 4)}
    assert (turns[0].start, turns[-1].end) == (7_879, 3_989_920)
    cues = scan(loaded.path.read_text("utf-8"))
    assert cues is not None
    assert len(cues) == 1_276
    marks = [(mark.time, turn.text[mark.offset :]) for turn in turns for mark in turn.marks]
    for cue, (time, words) in zip(cues, marks, strict=True):
        assert cue.start == time
        assert words.startswith(cue.text)
    assert loaded.transcript.problems == ()


def test_the_recorders_text() -> None:
    loaded = _load("003")
    turns = loaded.transcript.turns
    assert _turns_by_speaker(loaded) == {"Warren": 96, "Omer": 87, "Will Button": 86}
    assert (turns[0].start, turns[-1].start) == (0, 4_339_000)
    assert not any("⁓" in turn.text for turn in turns)
    assert turns[1].text.startswith("Well, it's funny")
    assert "\n\nSo I've actually" in turns[1].text
    assert "not just the customers" in turns[2].text


@pytest.mark.parametrize(
    ("prefix", "title", "day", "sections", "motto"),
    [
        ("002", "Navigating the LLM Tsunami", date(2024, 8, 5), 8, "first loop"),
        ("004", "Debugging the Daylight", date(2023, 2, 6), 6, "grep through"),
    ],
)
def test_the_essays(prefix: str, title: str, day: date, sections: int, motto: str) -> None:
    loaded = _load(prefix)
    transcript = loaded.transcript
    assert loaded.format == "essay"
    assert (transcript.metadata.title, transcript.metadata.date) == (title, day)
    assert len(transcript.sections) == sections
    assert transcript.notes.startswith(motto)
    assert not any("cat post/" in turn.text for turn in transcript.turns)
    assert _turns_by_speaker(loaded).keys() == {None}


def test_every_word_of_the_captions_and_the_recorders_text_is_kept() -> None:
    for prefix in ("001", "003"):
        loaded = _load(prefix)
        source = loaded.path.read_text("utf-8").split()
        missing = Counter(w for turn in loaded.transcript.turns for w in turn.text.split())
        missing.subtract(word for word in source if word != "…")
        assert not +(missing - Counter({"…": 1, **_voiced(source)})), prefix


def _voiced(source: list[str]) -> Counter[str]:
    """Words that the file has glued to the tag before them."""
    return Counter(word.partition(">")[2] for word in source if ">" in word)


def test_all_five_are_named_alike_and_told_apart() -> None:
    folder: Path = needs_shared("seeds")
    assert {path.suffix for path in folder.iterdir()} == {".txt"}
