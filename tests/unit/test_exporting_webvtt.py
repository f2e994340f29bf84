"""WebVTT written down and read again is the same transcript."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from tests.unit.from_cues import HOSTILE, NAMES, PLAIN, transcripts
from tui_reader.exporting import export, form
from tui_reader.formats import detect
from tui_reader.formats.captions.vtt_turns import placed_cues
from tui_reader.loading import Loaded, load_bytes
from tui_reader.model import Mark, Metadata, Section, Transcript, Turn

VTT = form("vtt")


def written(transcript: Transcript) -> str:
    return export(Loaded(Path("talk.vtt"), "webvtt", "utf-8", transcript), VTT)


def read_again(transcript: Transcript) -> Transcript:
    return load_bytes(written(transcript).encode(), Path("talk.vtt")).transcript


def same(transcript: Transcript) -> Transcript:
    """A transcript without what tells of its file: the lines."""
    return replace(transcript, turns=tuple(replace(turn, line=1) for turn in transcript.turns))


@given(transcripts(PLAIN + HOSTILE, (*NAMES, None, "A & B", "<Zoë>", "x --> y", "cut --")))
def test_whatever_is_said_the_same_transcript_comes_back(transcript: Transcript) -> None:
    title = transcript.metadata.title.replace("-->", "→")
    expected = replace(transcript, metadata=replace(transcript.metadata, title=title))
    assert same(read_again(transcript)) == same(expected)


@given(transcripts())
def test_writing_once_more_changes_nothing(transcript: Transcript) -> None:
    text = written(transcript)
    assert written(load_bytes(text.encode(), Path("talk.vtt")).transcript) == text


def test_a_cue_is_named_after_its_place_and_lasts_until_the_next_begins() -> None:
    talk = Transcript(
        Metadata(title="Tea", language="en"),
        (
            Turn(
                "Is it hot? It is.\n\nYes.",
                "Ann",
                1_000,
                9_000,
                (Mark(0, 1_000), Mark(11, 3_500), Mark(19, 8_000)),
            ),
            Turn("No & <no>.", None, 9_500, 10_000, (Mark(0, 9_500),)),
        ),
        (Section("Later --> on", 1, 9_500), Section("And so", 1)),
        "Heard on a hill.\n\nTwice.",
    )
    assert written(talk) == (
        "WEBVTT - Tea\nLanguage: en\n\nNOTE Heard on a hill.\n\nNOTE Twice.\n\n"
        "1.1.1\n00:00:01.000 --> 00:00:03.500\n<v Ann>Is it hot?\n\n"
        "1.1.2\n00:00:03.500 --> 00:00:08.000\n<v Ann>It is.\n\n"
        "1.2.1\n00:00:08.000 --> 00:00:09.000\n<v Ann>Yes.\n\n"
        "NOTE chapter 00:00:09.500 Later → on\n\nNOTE chapter - And so\n\n"
        "2.1.1\n00:00:09.500 --> 00:00:10.000\nNo &amp; &lt;no&gt;.\n"
    )
    sections = (Section("Later → on", 1, 9_500), Section("And so", 1))
    assert same(read_again(talk)) == same(replace(talk, sections=sections))


def test_words_without_a_time_stand_where_they_are_likely_said_and_get_no_mark() -> None:
    talk = Transcript(
        turns=(
            Turn("Half of it.\n\nHalf again", "Ann", 0, None, (Mark(0, 0),)),
            Turn("Then.", "Bo", 4_000, None, (Mark(0, 4_000),)),
        )
    )
    text = written(talk)
    assert "1.2.0\n00:00:02.095 --> 00:00:04.000\n<v Ann>Half again\n" in text
    assert read_again(talk).turns[0].marks == (Mark(0, 0),)


def test_the_last_words_stay_as_long_as_it_takes_to_read_them() -> None:
    text = written(Transcript(turns=(Turn("Good night", None, 0, None, (Mark(0, 0),)),)))
    assert "00:00:00.000 --> 00:00:01.600" in text


@pytest.mark.parametrize(
    "change",
    [
        ("1.1.2", "1.1.3"),
        ("2.1.1", "3.1.1"),
        ("2.1.1", "2.2.1"),
        ("<v Ann>It", "<v Ann><i>It</i>"),
        ("1.1.2\n", ""),
        ("00:00:03.500 --> 00:00:04.000", "00:03.500 --> 00:04.000"),
    ],
)
def test_a_file_that_somebody_has_changed_is_read_like_any_other(change: tuple[str, str]) -> None:
    text = (
        "WEBVTT\n\n1.1.1\n00:00:01.000 --> 00:00:03.500\n<v Ann>Hot?\n\n"
        "1.1.2\n00:00:03.500 --> 00:00:04.000\n<v Ann>It is.\n\n"
        "2.1.1\n00:00:09.500 --> 00:00:10.000\n<v Bo>No.\n"
    )
    assert placed_cues(text) is not None
    changed = text.replace(*change)
    assert placed_cues(changed) is None
    found = load_bytes(changed.encode(), Path("talk.vtt")).transcript
    assert [(turn.speaker, turn.text) for turn in found.turns] == [
        ("Ann", "Hot? It is."),
        ("Bo", "No."),
    ]


@pytest.mark.parametrize("words", ["&nbsp;", " ", "&#8203;"])
def test_a_cue_in_which_nothing_is_said_makes_no_turn(words: str) -> None:
    text = f"WEBVTT\n\n1.1.1\n00:00:01.000 --> 00:00:02.000\n{words}\n"
    text += "\n2.1.1\n00:00:02.000 --> 00:00:03.000\nTea.\n"
    found = load_bytes(text.encode(), Path("talk.vtt")).transcript
    assert found.turns[-1].text.endswith("Tea.")
    assert all(turn.text.strip() for turn in found.turns)


def test_it_is_webvtt_to_others_as_well() -> None:
    from webvtt import WebVTT

    talk = Transcript(turns=(Turn("Tea --> & <b>so</b>", "A & B", 0, 5, (Mark(0, 0),)),))
    text = written(talk)
    assert detect(text).name == "webvtt"
    (caption,) = WebVTT.from_string(text).captions
    assert caption.raw_text == "<v A &amp; B>Tea --&gt; &amp; &lt;b&gt;so&lt;/b&gt;"
