"""What a file says about where its recording is."""

import pytest

from tui_reader.formats import ass, podcast_html, podcast_json, post
from tui_reader.formats.recorded import recording_from, recording_in


@pytest.mark.parametrize(
    ("fields", "recording"),
    [
        ({"audio": "ferry.mp3"}, "ferry.mp3"),
        ({"audio_url": "https://cdn.example/e/7?x=1"}, "https://cdn.example/e/7?x=1"),
        ({"audioUrl": "../sound/ferry.opus"}, "../sound/ferry.opus"),
        ({"enclosure": {"url": "https://cdn.example/7.mp3"}}, "https://cdn.example/7.mp3"),
        ({"enclosures": [{"type": "audio/mpeg"}, {"href": "seven.m4a"}]}, "seven.m4a"),
        ({"video": "https://www.youtube.com/watch?v=abc"}, "https://www.youtube.com/watch?v=abc"),
        ({"youtube": "a1B2c3D4e5_"}, "https://www.youtube.com/watch?v=a1B2c3D4e5_"),
        ({"video": "talk.mp4", "mp3-url": "talk.mp3"}, "talk.mp3"),
        ({"recording": "file:///srv/ferry.flac"}, "file:///srv/ferry.flac"),
    ],
)
def test_a_recording_is_named_in_many_ways(fields: dict[str, object], recording: str) -> None:
    assert recording_from(fields) == recording


@pytest.mark.parametrize(
    "fields",
    [
        {"audio": "It is loud"},
        {"audio": True},
        {"media": "https://cdn.example/cover.png"},
        {"media": "notes.pdf"},
        {"video": None, "audio": ""},
        {"enclosure": [[["deep.mp3"]]]},
        {"youtube": "Ferry People"},
        {7: "seven.mp3"},
    ],
)
def test_what_cannot_be_heard_is_no_recording(fields: dict[object, object]) -> None:
    assert recording_from(fields) is None


def test_the_player_of_a_page_names_the_recording() -> None:
    picture = '<picture><source srcset="a.webp"><source src="b.png"></picture>'
    page = f"{picture}<audio controls>\n<source type=audio/mpeg src='e7.mp3?a&amp;b'></audio>"
    assert recording_in(page) is None  # what stands behind the name is of an address
    assert recording_in(page.replace("e7", "https://x.example/e7")) == (
        "https://x.example/e7.mp3?a&b"
    )
    assert recording_in("<video src=talk.webm>") == "talk.webm"
    assert recording_in("an <audio data-src='x.mp3'> without a source") is None


def test_a_post_tells_its_recording_in_front_matter_or_in_its_text() -> None:
    body = "## Transcript\n\n**Ann:** One.\n\n**Bo:** Two.\n"
    fields = f"---\ntitle: Ferries\naudio: ferries.mp3\n---\n{body}"
    assert post.FORMAT.parse(fields).metadata.recording == "ferries.mp3"
    embedded = f'---\ntitle: Ferries\n---\n<audio src="ferries.ogg"></audio>\n\n{body}'
    assert post.FORMAT.parse(embedded).metadata.recording == "ferries.ogg"


def test_json_pages_and_subtitles_tell_their_recording() -> None:
    text = '{"audioUrl": "f.mp3", "segments": [{"startTime": 1, "body": "Land!"}]}'
    assert podcast_json.FORMAT.parse(text).metadata.recording == "f.mp3"
    page = "<html><body><audio src='f.mp3'></audio><p>Land in sight.</p></body></html>"
    assert podcast_html.FORMAT.parse(page).metadata.recording == "f.mp3"
    subtitles = (
        "[Script Info]\nTitle: Ferry\n\n[Aegisub Project Garbage]\nAudio File: ?video\n"
        "Video File: ferry.mkv\n\n[Events]\n"
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Land!\n"
    )
    assert ass.FORMAT.parse(subtitles).metadata.recording == "ferry.mkv"
