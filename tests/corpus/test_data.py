"""Real transcripts that are data, beside the same talk in other formats."""

import json
import re
from collections.abc import Iterable

import pytest

from tests.shared import needs_shared
from tui_reader.loading import load
from tui_reader.model import Transcript

pytestmark = pytest.mark.corpus


def _read(path: str) -> Transcript:
    return load(needs_shared(f"corpus/{path}")).transcript


def _words(texts: Iterable[str]) -> list[str]:
    return " ".join(texts).split()


def _said(transcript: Transcript) -> list[str]:
    return _words(turn.text for turn in transcript.turns)


def _turns(transcript: Transcript) -> list[tuple[str | None, int | None, str]]:
    return [(turn.speaker, turn.start, turn.text) for turn in transcript.turns]


@pytest.mark.parametrize("episode", ["1", "10"])
def test_an_episode_says_the_same_as_captions_and_as_json(episode: str) -> None:
    segments, captions = (_read(f"awsbites/{episode}.{kind}") for kind in ("json", "vtt"))
    assert _said(segments) == _said(captions)
    assert set(segments.speakers) == {"Luciano", "Eoin"}
    assert segments.duration == captions.duration


def test_the_example_of_the_standard_is_the_same_talk_in_json_and_captions() -> None:
    transcript = _read("podcast-namespace/example.json")
    assert transcript.speakers == ("Darth Vader", "Luke")
    assert [len(turn.text.split()) for turn in transcript.turns] == [4, 1]
    assert transcript.turns[0].start == 500


@pytest.mark.parametrize("name", ["buzzcast", "podnews_weekly_review_2023-05-05"])
def test_podcasts_are_read_as_another_reader_does(name: str) -> None:
    other = f"transcriptator/{name}_json_parsed.json"
    transcript = _read(f"transcriptator/{name}.json")
    assert _turns(transcript) == _turns(_read(other))
    parsed = json.loads(needs_shared(f"corpus/{other}").read_text("utf-8"))["segments"]
    assert _said(transcript) == _words(segment["body"] for segment in parsed)
    assert transcript.speakers == tuple(dict.fromkeys(segment["speaker"] for segment in parsed))


def test_single_words_keep_their_order_and_have_few_marks() -> None:
    path = "transcriptator/one_word_segments.json"
    raw = json.loads(needs_shared(f"corpus/{path}").read_text("utf-8"))["segments"]
    transcript = _read(path)
    assert "".join(_said(transcript)) == "".join(segment["body"].strip() for segment in raw)
    assert " ," not in transcript.turns[0].text
    assert sum(len(turn.marks) for turn in transcript.turns) * 5 < len(raw)


def test_whispers_files_say_what_their_text_does() -> None:
    files = list(needs_shared("corpus/whisper-timestamped").rglob("*.words.json"))
    assert files
    for path in files:
        loaded = load(path)
        raw = json.loads(path.read_text("utf-8"))
        assert loaded.format == "whisper", path
        assert loaded.transcript.metadata.language == raw["language"]
        said = "".join(_said(loaded.transcript))
        assert re.sub(r"\s", "", said) == re.sub(r"\s", "", raw["text"]), path


def test_tables_of_words_and_of_sentences_say_the_same() -> None:
    files = list(needs_shared("corpus/whisper-timestamped").rglob("*.csv"))
    assert files
    for path in files:
        loaded = load(path)
        assert loaded.format == "csv", path
        assert not loaded.transcript.problems
    words = _read("whisper-timestamped/punctuations_yes/punctuations.mp3.words.csv")
    sentence = _read("whisper-timestamped/punctuations_no/punctuations.mp3.csv")
    assert words.turns[0].text == sentence.turns[0].text
    assert (words.turns[0].start, words.turns[0].end) == (380, 2760)
