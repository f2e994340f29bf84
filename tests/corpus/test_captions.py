"""Real captions but for WebVTT: each format says what the others do, and what other readers do."""

import json
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.loading import load
from tui_reader.model import Transcript

pytestmark = pytest.mark.corpus

_SAME_LINES = ["example-in.ttml", "example-out.ttml", "example-out-no-indent.ttml"]
_SAME_LINES += ["example-in.ssa", "example-out.ssa", "example-out-v4plus.ssa"]
_SAME_LINES += ["example-in.srt", "example-in-non-utf8.srt", "missing-sequence-in.srt"]


def _read(path: Path) -> Transcript:
    return load(path).transcript


def _said(transcript: Transcript) -> str:
    return " ".join(turn.text for turn in transcript.turns)


def _times(transcript: Transcript) -> list[int]:
    return [time for turn in transcript.turns for _, time in turn.marks]


@pytest.mark.parametrize("name", _SAME_LINES)
def test_the_same_lines_are_the_same_in_every_format(name: str) -> None:
    folder = needs_shared("corpus/go-astisub")
    read, wanted = _read(folder / name), _read(folder / "example-out.srt")
    assert _said(read) == _said(wanted)
    assert _times(read) == _times(wanted)


def test_entities_are_the_same_in_captions_of_both_kinds() -> None:
    folder = needs_shared("corpus/go-astisub")
    assert _said(_read(folder / "example-in-html-entities.srt")) == _said(
        _read(folder / "example-in-html-entities.vtt")
    )


@pytest.mark.parametrize(
    ("name", "captions", "problems"),
    [
        ("invalid_timeframe.srt", "12345", 0),
        ("missing_caption_text.srt", "1345", 0),
        ("missing_timeframe.srt", "12345", 1),
        ("invalid_timeframe.sbv", "12345", 2),
        ("missing_caption_text.sbv", "1345", 1),
        ("missing_timeframe.sbv", "12345", 2),
    ],
)
def test_files_broken_on_purpose_keep_every_word(name: str, captions: str, problems: int) -> None:
    transcript = _read(needs_shared("corpus/webvtt-py") / name)
    assert _said(transcript) == " ".join(f"Caption text #{number}" for number in captions)
    assert len(transcript.problems) == problems


@pytest.mark.parametrize("name", ["buzzcast", "podcasting_20_episode_124"])
def test_podcasts_are_read_as_another_reader_does(name: str) -> None:
    folder = needs_shared("corpus/transcriptator")
    wanted = json.loads((folder / f"{name}_srt_parsed.json").read_text("utf-8"))["segments"]
    transcript = _read(folder / f"{name}.srt")
    words = [word for segment in wanted for word in segment["body"].split()]
    assert _said(transcript).split() == words
    assert list(transcript.speakers) == list(
        dict.fromkeys(segment["speaker"] for segment in wanted if segment.get("speaker"))
    )
