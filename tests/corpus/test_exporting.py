"""Real transcripts, written down in other forms and read again."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tests.unit.test_exporting import told, words
from tui_reader.errors import ReaderError
from tui_reader.exporting import export, form, forms
from tui_reader.loading import Loaded, load, load_bytes
from tui_reader.model import Transcript

pytestmark = pytest.mark.corpus

_BACKWARDS = {"timings-negative.vtt"}
"""A cue that ends before it begins: that end is not kept."""


def _read(path: Path) -> Loaded | None:
    try:
        return load(path)
    except ReaderError:
        return None


def _again(loaded: Loaded, name: str) -> Transcript:
    return load_bytes(export(loaded, form(name)).encode(), Path(f"talk.{name}")).transcript


def _same(transcript: Transcript) -> Transcript:
    """What WebVTT holds of a transcript that was WebVTT before, without the lines of the file."""
    turns = tuple(replace(turn, line=1) for turn in transcript.turns)
    about = replace(transcript.metadata, date=None)  # which is of the file's name
    return replace(transcript, metadata=about, turns=turns, problems=())


def test_webvtt_stays_what_it_is() -> None:
    checked = 0
    files = sorted(needs_shared("corpus").rglob("*.vtt"))
    for path in (*files, needs_shared("seeds/001_26e7465fdbf8b668.txt")):
        loaded = _read(path)
        if loaded is None or not loaded.transcript.timed or path.name in _BACKWARDS:
            continue
        assert _same(_again(loaded, "vtt")) == _same(loaded.transcript), path
        checked += 1
    assert checked > 50


@pytest.mark.parametrize("name", [one.name for one in forms()])
def test_a_seed_is_found_again_in_every_form(name: str) -> None:
    for path in sorted(needs_shared("seeds").iterdir()):
        loaded = load(path)
        if form(name).needs_times and not loaded.transcript.timed:
            continue
        again = _again(loaded, name)
        assert set(again.speakers) == set(loaded.transcript.speakers), path
        if name not in ("srt", "txt"):
            assert told(again) == told(loaded.transcript), path
        spoken = replace(loaded.transcript, notes="", metadata=again.metadata, problems=())
        assert words(spoken) <= words(again), path


def test_the_posts_of_the_corpus_stay_what_they_are_as_markdown() -> None:
    for path in sorted(needs_shared("corpus/patoarchitekci").rglob("*.md")):
        loaded = _read(path)
        if loaded is None or len(loaded.transcript.speakers) < 2:
            continue
        again = _again(loaded, "md")
        assert [piece[::2] for piece in told(again)] == [
            piece[::2] for piece in told(loaded.transcript)
        ], path
        assert again.metadata.links == loaded.transcript.metadata.links, path
