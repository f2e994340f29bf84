"""Where the sound of an episode is looked for."""

from pathlib import Path

import pytest

from tui_reader.errors import ReaderError
from tui_reader.finding import STDIN
from tui_reader.model import Link, Metadata
from tui_reader.recording import Recording, recordings

NOTHING = Metadata()


def touch(folder: Path, *names: str) -> Path:
    """Make some files, and answer with the first."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder / names[0]


def names(found: tuple[Recording, ...]) -> list[str]:
    return [Path(recording.address).name for recording in found]


@pytest.mark.parametrize(
    ("transcript", "sound"),
    [
        ("talk.vtt", "talk.mp3"),
        ("talk.vtt", "Talk.MP3"),
        ("talk.pl.auto.vtt", "talk.opus"),
        ("talk.mp3.json", "talk.mp3"),
        ("talk_transcript.txt.gz", "talk.m4a"),
        ("talk - transcript.md", "talk.webm"),
        ("talk/transcript.vtt", "talk/audio.flac"),
        ("talk/index.md", "talk/whatever.ogg"),
    ],
)
def test_a_file_that_is_called_the_same_is_the_recording(
    tmp_path: Path, transcript: str, sound: str
) -> None:
    path = touch(tmp_path, transcript, sound, "walk.mp3", "talk.jpg", "talk.part2.mp3")
    assert [found.address for found in recordings(path, NOTHING)] == [str(tmp_path / sound)]


def test_sound_comes_before_pictures_and_the_very_name_before_others(tmp_path: Path) -> None:
    path = touch(tmp_path, "talk.vtt", "talk.mp4", "talk.ogg", "talk.mp3", "talk.de.mp3")
    assert names(recordings(path, NOTHING)) == ["talk.mp3", "talk.ogg", "talk.mp4", "talk.de.mp3"]


def test_a_folder_that_is_called_like_a_recording_is_none(tmp_path: Path) -> None:
    path = touch(tmp_path, "talk.vtt", "talk.mp3/inside.txt")
    with pytest.raises(ReaderError, match=r"^No recording is known: there is no talk\.mp3 \("):
        recordings(path, NOTHING)


@pytest.mark.parametrize(
    "text",
    ["sound/it is.mp3", "./sound/it is.mp3", "sound/it%20is.mp3", "sub/../sound/it is.mp3"],
)
def test_a_path_in_the_transcript_begins_at_its_folder(tmp_path: Path, text: str) -> None:
    path = touch(tmp_path, "talk.md", "sound/it is.mp3")
    found = recordings(path, Metadata(recording=text))
    assert found == (Recording(str(tmp_path / "sound" / "it is.mp3")),)


def test_a_file_address_is_a_path(tmp_path: Path) -> None:
    path = touch(tmp_path, "talk.md", "a b.mp3")
    address = (tmp_path / "a b.mp3").as_uri()
    assert names(recordings(path, Metadata(recording=address))) == ["a b.mp3"]
    elsewhere = address.replace("file://", "file://server")
    with pytest.raises(ReaderError, match="is not here"):
        recordings(path, Metadata(recording=elsewhere))


@pytest.mark.parametrize(
    "text",
    [
        "edl://talk.md",
        "lavf://concat:talk.mp3",
        "--script=talk.lua",
        "|touch talk.mp3",
        "memory://talk.mp3",
        "ftp://host.example/talk.mp3",
        "/etc/passwd",
        "talk.md",
        "gone.mp3",
        "\0.mp3",
        "x" * 5_000 + ".mp3",
        "file://[/talk.mp3",
        "https:///talk.mp3",
        "https://host.example/a b.mp3",
    ],
)
def test_only_recordings_that_are_there_and_the_web_are_ever_played(
    tmp_path: Path, text: str
) -> None:
    path = touch(tmp_path, "talk.md")
    with pytest.raises(ReaderError) as refusal:
        recordings(path, Metadata(recording=text))
    assert refusal.value.message.isprintable()


def test_a_name_that_begins_with_a_dash_becomes_a_path(tmp_path: Path) -> None:
    path = touch(tmp_path, "-x.vtt", "-x.mp3")
    assert recordings(path, NOTHING)[0].address == str(tmp_path / "-x.mp3")


def test_what_is_here_comes_before_what_is_elsewhere(tmp_path: Path) -> None:
    path = touch(tmp_path, "talk.md", "talk.mp3")
    links = [
        Link("Film", "https://www.youtube.com/watch?v=1"),
        Link("Page", "https://site.example/about"),
        Link("Sound", "https://cdn.example/talk.MP3?from=site"),
        Link("Bad", "javascript:alert(1).mp3"),
    ]
    found = recordings(path, Metadata(recording="https://play.example/7"), links)
    assert [recording.host for recording in found] == [
        *("", "play.example", "cdn.example", "www.youtube.com"),
    ]
    assert [recording.is_page for recording in found] == [False, False, False, True]
    assert [recording.name for recording in found] == [
        *("talk.mp3", "7 from play.example", "talk.MP3 from cdn.example", "www.youtube.com"),
    ]


def test_a_recording_that_is_named_twice_is_one(tmp_path: Path) -> None:
    path = touch(tmp_path, "talk.md", "talk.mp3")
    assert len(recordings(path, Metadata(recording="talk.mp3"))) == 1


def test_standard_input_has_no_files_beside_it(tmp_path: Path) -> None:
    with pytest.raises(ReaderError, match="the transcript names none"):
        recordings(STDIN, NOTHING)
