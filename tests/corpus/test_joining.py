"""Folders of published files, grouped as a person would who knows their names and words."""

from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.library import Library

pytestmark = pytest.mark.corpus


def episodes(folder: str) -> list[set[str]]:
    """The names of the files of each episode, which are joined whatever comes first."""
    library = Library([needs_shared(f"corpus/{folder}")])
    for _ in library.build():
        pass
    return [{path.name for path in (episode.path, *episode.others)} for episode in library.episodes]


@pytest.mark.parametrize("name", ["1", "10"])
def test_an_episode_as_captions_and_as_json_is_one(name: str) -> None:
    assert {f"{name}.json", f"{name}.vtt"} in episodes("awsbites")
    assert len(episodes("awsbites")) == 2


def test_captions_and_timed_text_of_the_same_words_are_one() -> None:
    found = episodes("talkpython")
    assert len(found) == 2
    assert all({Path(name).suffix for name in names} == {".txt", ".vtt"} for names in found)


def test_what_another_reader_made_of_a_transcript_is_none_of_its_files() -> None:
    found = episodes("transcriptator")
    assert {"buzzcast.html", "buzzcast.json", "buzzcast.srt"} in found
    assert all(len(names) == 1 for names in found if any("_parsed" in name for name in names))


def test_an_example_of_another_talk_is_not_joined() -> None:
    found = episodes("podcast-namespace")
    assert {"example.html", "example.srt"} <= next(
        names for names in found if "example.srt" in names
    )
    assert {"example.vtt"} in found
    assert {"example.json"} in found


def test_the_same_lines_in_many_formats_are_one_episode() -> None:
    found = episodes("go-astisub")
    together = next(names for names in found if "example-in.srt" in names)
    assert {"example-in.ssa", "example-in.srt", "example-in.vtt"} <= together
    assert not any("example-out.srt" in names for names in found if "example-in.srt" in names)
    assert {"example-in-non-utf8.srt", "example-in-non-utf8.vtt"} in found


def test_the_same_name_of_files_and_words_joins_them() -> None:
    found = episodes("webvtt-py")
    assert {"sample.sbv", "sample.srt", "sample.vtt"} in found
    assert {"one_caption.srt", "one_caption.vtt"} in found
    assert {"invalid_timeframe_in_cue_text.vtt"} in found


def test_a_recording_is_known_by_its_name_in_one_folder() -> None:
    found = episodes("whisper-timestamped")
    assert {"punctuations.mp3.csv", "punctuations.mp3.words.json"} in found
    assert {"bonjour.wav.txt", "bonjour.wav.words.vtt"} in found
    assert {"bonjour.wav.words.csv"} in found, "it is in another folder"
    assert {"punctuations.mp3_6.vtt"} in found
    assert {"punctuations.mp3_20.srt"} in found
