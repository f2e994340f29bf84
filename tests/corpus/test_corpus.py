"""Real files of all kinds: each is read, or refused with a sentence."""

import json
from itertools import chain

import pytest

from tests.shared import needs_shared
from tui_reader.decoding import decode
from tui_reader.errors import ReaderError
from tui_reader.formats.captions.cuetext import spoken
from tui_reader.formats.captions.vtt_blocks import read_blocks
from tui_reader.loading import load

pytestmark = pytest.mark.corpus

# Times the standard refuses and people publish all the same, such as `0.860 --> 7.380`.
_LENIENT = {"nulls", "timings-garbage", "timings-too-long", "timings-too-short"}


def test_every_file_is_read_or_refused_with_a_sentence() -> None:
    files = [path for path in needs_shared("corpus").rglob("*") if path.is_file()]
    assert files
    for path in files:
        try:
            transcript = load(path).transcript
        except ReaderError as error:
            assert error.message.endswith("."), path
        else:
            assert transcript.metadata.title
            assert not any("could not be read as" in p.message for p in transcript.problems), path


def test_the_cues_of_the_conformance_files_are_as_the_standard_says() -> None:
    folder = needs_shared("corpus/wpt")
    expected = json.loads((folder / "EXPECTED.json").read_text("utf-8"))
    for name, cues in expected.items():
        blocks, _ = read_blocks(decode((folder / name).read_bytes()).text)
        found = [
            (block.identifier, block.start, block.end, block.payload.strip("\n"))
            for block in blocks
        ]
        wanted = [
            (
                cue["id"],
                round(cue["start"] * 1000),
                round(cue["end"] * 1000),
                cue["text"].strip("\n"),
            )
            for cue in cues
        ]
        if any(lenient in name for lenient in _LENIENT):
            assert set(wanted) <= set(found), name
        else:
            assert found == wanted, name


@pytest.mark.parametrize("episode", ["1", "10"])
def test_captions_and_segments_of_one_episode_say_the_same(episode: str) -> None:
    folder = needs_shared("corpus/awsbites")
    blocks, problems = read_blocks((folder / f"{episode}.vtt").read_text("utf-8"))
    words = [word for cue in chain.from_iterable(map(spoken, blocks)) for word in cue.text.split()]
    turns = load(folder / f"{episode}.vtt").transcript.turns
    assert [word for turn in turns for word in turn.text.split()] == words
    assert problems == []
