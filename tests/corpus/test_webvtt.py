"""WebVTT as it is published, against what is known of it: the W3C's answers, and other files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.shared import needs_shared
from tui_reader.decoding import decode
from tui_reader.formats.captions.cuetext import CueBlock, spoken
from tui_reader.formats.captions.vtt_blocks import read_blocks
from tui_reader.formats.webvtt import FORMAT
from tui_reader.model import Transcript

pytestmark = pytest.mark.corpus

_WRITTEN_OTHERWISE = "people publish times such as `0.860 --> 7.380`, and words are what counts"
_ARROW = "words with an arrow in them are words, where nobody would take it for a time"
_NUL = "a NUL is a replaced character like any other: it ends a time as a space does"

_WORDS = "words under a time that cannot be read stay, beside those around them, and it is told"

LENIENT: dict[str, tuple[int, str]] = {
    "arrows": (2, _ARROW),
    "nulls": (60, f"{_NUL}; {_WRITTEN_OTHERWISE}; {_ARROW}; {_WORDS}"),
    "timings-60": (4, _WORDS),
    "timings-garbage": (58, f"{_WRITTEN_OTHERWISE}; {_WORDS}"),
    "timings-too-long": (13, f"{_WRITTEN_OTHERWISE}; {_WORDS}"),
    "timings-too-short": (30, f"{_WRITTEN_OTHERWISE}; {_WORDS}"),
    "whitespace-chars": (1, _WORDS),
}
"""Cues that the standard refuses and a reader keeps, by file: how many, and why."""

KEPT = {"&<", "&<c", "<", "<<", "<\t", "< ", "<.", "<0", "<0.500"}
"""Texts whose `<` nothing closes. The standard drops what follows; it may be `a < b`, so it stays:
only what can be nothing but a tag or a time (`</`, `<c.`, `<00:00.500`) goes."""


def _answers(name: str) -> tuple[Path, dict[str, list[dict[str, Any]]]]:
    folder = needs_shared("corpus/wpt")
    answers: dict[str, list[dict[str, Any]]] = json.loads((folder / name).read_text("utf-8"))
    return folder, answers


def _as_the_standard_decodes(data: bytes) -> str:
    """Unlike `decode`, for which a vertical tab is a space, in whitespace-chars before a time."""
    text = data.decode("utf-8-sig").replace("\0", "\ufffd")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _read(path: Path) -> Transcript:
    return FORMAT.parse(decode(path.read_bytes()).text)


def _words(transcript: Transcript) -> list[str]:
    return [word for turn in transcript.turns for word in turn.text.split()]


def test_the_cues_of_the_conformance_files_are_as_the_standard_says() -> None:
    folder, answers = _answers("EXPECTED.json")
    for name, cues in answers.items():
        blocks, *_ = read_blocks(_as_the_standard_decodes((folder / name).read_bytes()))
        found = [
            (block.identifier, block.start, block.end, block.payload.removesuffix("\n"))
            for block in blocks
            if not block.lenient
        ]
        assert found == [
            (cue["id"], round(cue["start"] * 1000), round(cue["end"] * 1000), cue["text"])
            for cue in cues
        ], name
        more = sum(block.lenient for block in blocks)
        assert more == LENIENT.get(Path(name).stem, (0, ""))[0], name


def test_the_texts_of_the_conformance_files_are_as_the_standard_says() -> None:
    _, answers = _answers("EXPECTED_CUETEXT.json")
    kept = set()
    for name, texts in answers.items():
        for text in texts:
            cues = spoken(CueBlock("", 0, 0, text["raw_in_file"], 1))
            if "".join(cue.text for cue in cues) != text["plain"]:
                kept.add(text["raw_in_file"])
            voices = [cue.speaker for cue in cues if cue.speaker]
            assert voices == [voice for voice in text["voices"] if voice], name
    assert kept == KEPT


@pytest.mark.parametrize("episode", ["1", "10"])
def test_captions_and_segments_of_one_episode_say_the_same(episode: str) -> None:
    folder = needs_shared("corpus/awsbites")
    segments = json.loads((folder / f"{episode}.json").read_text("utf-8"))["segments"]
    transcript = _read(folder / f"{episode}.vtt")
    assert transcript.problems == ()
    said = [word for segment in segments for word in segment["text"].split()]
    assert _words(transcript) == said


@pytest.mark.parametrize(
    ("name", "more"), [("008_james_curran_groklearning", 0), ("019_automate_the_boring", 46)]
)
def test_captions_and_timed_text_of_one_episode_say_the_same(name: str, more: int) -> None:
    """In the text of one somebody has left out “uh”, “um” and words said twice."""
    folder = needs_shared("corpus/talkpython")
    lines = (folder / f"{name}.txt").read_text("utf-8").split("\n")
    written = [word for line in lines for word in line.split()[1:]]
    said = _words(_read(folder / f"{name}.vtt"))
    rest = iter(said)
    assert all(word in rest for word in written)
    assert len(said) - len(written) == more


def test_everybody_in_a_meeting_is_named_and_nothing_is_left_of_the_names() -> None:
    for path in sorted(needs_shared("corpus/ethereum-zoom").glob("*.vtt")):
        text = path.read_text("utf-8")
        labels = re.findall(r"^\d+\n\S+ --> \S+\n([^:\n]+): ", text, re.MULTILINE)
        transcript = _read(path)
        assert set(transcript.speakers) == set(labels)
        assert not any(turn.text.startswith(f"{turn.speaker}:") for turn in transcript.turns)
        assert transcript.problems == ()


@pytest.mark.parametrize("name", ["podnews_daily_2024-01-25", "kde_express-16_kde_en_telegram"])
def test_another_reader_finds_the_same_in_what_podcasts_publish(name: str) -> None:
    folder = needs_shared("corpus/transcriptator")
    answer = json.loads((folder / f"{name}_vtt_parsed.json").read_text("utf-8"))
    segments = answer["segments"] if isinstance(answer, dict) else answer
    said = [word for segment in segments for word in segment["body"].split()]
    transcript = _read(folder / f"{name}.vtt")
    assert _words(transcript) == said
    assert transcript.turns[0].start == round(segments[0]["startTime"] * 1000)


def test_captions_that_roll_are_read_once() -> None:
    transcript = _read(needs_shared("corpus/webvtt-py/youtube_dl.vtt"))
    (turn,) = transcript.turns
    assert turn.text == "yeah what this will happen is I'm telling"
