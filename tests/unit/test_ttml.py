import pytest

from tui_reader.formats import detect
from tui_reader.formats.data.ttml_times import TtmlClock
from tui_reader.formats.ttml import FORMAT
from tui_reader.model import Transcript

_NS = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'


def _read(body: str, head: str = "", root: str = "") -> Transcript:
    return FORMAT.parse(f"<tt {_NS} {root}><head>{head}</head><body>{body}</body></tt>")


def _times(transcript: Transcript) -> list[int]:
    return [time for turn in transcript.turns for _, time in turn.marks]


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("00:01:02.5", 62_500),
        ("01:00:00", 3_600_000),
        ("1:02.345", 62_345),
        ("00:00:01:12", 1_480),
        ("12.345", 12_345),
        ("12.5s", 12_500),
        ("100ms", 100),
        ("2m", 120_000),
        ("1h", 3_600_000),
        ("50f", 2_000),
        ("20000000t", 2_000),
        ("soon", None),
        ("", None),
    ],
)
def test_times_are_read_in_all_units(text: str, ms: int | None) -> None:
    clock = TtmlClock.of({"frameRate": "25", "tickRate": "10000000"})
    assert clock.milliseconds(text) == ms


def test_frames_may_have_a_multiplier() -> None:
    clock = TtmlClock.of({"frameRate": "30", "frameRateMultiplier": "1000 1001"})
    assert clock.milliseconds("30f") == 1_001
    assert TtmlClock.of({"frameRate": "none"}).milliseconds("15f") == 500


def test_times_count_from_the_element_around() -> None:
    transcript = _read(
        '<div begin="10s"><p begin="1s" dur="2s">One</p><p begin="4s" end="6s">'
        '<span begin="1s" end="2s">Two three</span></p></div>'
    )
    assert _times(transcript) == [11_000, 15_000]
    assert transcript.turns[-1].end == 16_000


def test_times_of_the_recording_are_told_by_what_makes_no_sense() -> None:
    word = '<span podcasts:unit="word" begin="{0}" end="{1}">{2}</span>'
    said = "".join(
        word.format(10 + n, 11 + n, text)
        for n, text in enumerate(["We", "met", "Bob", ".", "He", "left."])
    )
    transcript = _read(
        '<div begin="10" end="16"><p begin="10" end="16" ttm:agent="S1">'
        f'<span podcasts:unit="sentence" begin="10" end="16">{said}</span></p></div>'
    )
    (turn,) = transcript.turns
    assert turn.text == "We met Bob. He left."
    assert turn.speaker == "S1"
    assert _times(transcript) == [10_000, 14_000]
    assert transcript.problems == ()


def test_an_hour_of_words_has_a_mark_a_phrase() -> None:
    words = "".join(f'<span begin="{n}.0" end="{n}.9">word</span>' for n in range(1_000))
    (turn,) = _read(f'<p begin="0" end="1000" ttm:agent="a">{words}</p>').turns
    assert len(turn.text.split()) == 1_000
    assert len(turn.marks) < 100


def test_syllables_make_a_word() -> None:
    (turn,) = _read(
        '<p begin="1s" end="4s"><span begin="0s">to</span><span begin="1s">day</span> '
        '<span begin="2s">we</span> <span begin="2.5s">sing</span></p>'
    ).turns
    assert turn.text == "today we sing"


def test_breaks_and_white_space_stand_for_one_space() -> None:
    (turn,) = _read("<p begin='1s'>\n  One <i>t</i>wo<br/>three\n  <x:br></x:br> four</p>").turns
    assert turn.text == "One two three four"


def test_agents_have_their_names_in_the_head() -> None:
    head = (
        "<metadata><ttm:title>A  walk</ttm:title><ttm:desc>In the rain</ttm:desc>"
        '<ttm:copyright>Us</ttm:copyright><ttm:agent xml:id="a"><ttm:name>Ann Lee</ttm:name>'
        '</ttm:agent><ttm:agent xml:id="b"/></metadata>'
    )
    transcript = _read(
        '<p begin="1s" ttm:agent="a">One.</p><p begin="2s" ttm:agent="b">Two.</p>', head
    )
    assert transcript.speakers == ("Ann Lee", "b")
    assert transcript.metadata.title == "A walk"
    assert transcript.metadata.description == "In the rain"
    assert transcript.notes == "Us"


def test_paragraphs_know_their_lines() -> None:
    transcript = _read('\n<p begin="1s" end="2s">One.</p>\n\n<p begin="9s" end="10s">Two.</p>')
    assert [turn.line for turn in transcript.turns] == [2, 4]


def test_words_without_times_are_kept_and_broken_times_told() -> None:
    transcript = _read('<p>One.</p><p begin="x">Two.</p><div>Three.</div>')
    assert [turn.text for turn in transcript.turns] == ["One. Two. Three."]
    assert _times(transcript) == []
    assert len(transcript.problems) == 1


def test_broken_xml_is_read_on() -> None:
    text = f'<tt {_NS}><body><p begin="1s">Q & A</p>\n<p begin="2s">more</p>'
    transcript = FORMAT.parse(text)
    assert [turn.text for turn in transcript.turns] == ["Q & A more"]
    assert _times(transcript) == [1_000, 2_000]
    assert len(transcript.problems) == 1


@pytest.mark.parametrize(
    "root",
    [
        "<tt xmlns='http://www.w3.org/2006/04/ttaf1'>",
        "<?xml version='1.0'?>\n<!-- by hand -->\n<tt:tt xmlns:tt='http://www.w3.org/ns/ttml'>",
        "<tt>",
    ],
)
def test_content_tells_it_under_all_its_namespaces(root: str) -> None:
    close = "</tt:tt>" if "<tt:tt" in root else "</tt>"
    text = f"{root}<body><p begin='1s'>One</p></body>{close}"
    assert detect(text, ".xml").name == "ttml"
    assert FORMAT.parse(text).turns[0].text == "One"
