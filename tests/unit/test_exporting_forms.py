"""What is particular to a form: its looks, and what no text may do to it."""

import re
from colorsys import hls_to_rgb
from pathlib import Path

import pytest
from hypothesis import given
from textual.color import Color
from webvtt import WebVTT

from tests.unit.from_cues import HOSTILE, NAMES, PLAIN, transcripts
from tui_reader.entities import unescaped
from tui_reader.exporting import export, form
from tui_reader.exporting.cues import cues_of
from tui_reader.exporting.html import DARK, HUES, LIGHT, colour
from tui_reader.loading import Loaded
from tui_reader.model import Link, Mark, Metadata, Section, Transcript, Turn
from tui_reader.ui.colours import contrast

SCRIPT = Transcript(
    Metadata(title="</title><script>alert(1)</script>", links=(Link("x", "javascript:alert(1)"),)),
    (
        Turn('<img src=x onerror="alert(1)">', "<b>Ann</b>", 1_000, 2_000, (Mark(0, 1_000),)),
        Turn("Same second.", "Bo", 1_500, None, (Mark(0, 1_500),)),
    ),
    (Section("<i>Tea</i>", 0),),
    "[x](javascript:alert(1)) and [y](https://y.example/?a=1&b='2')",
)


def written(transcript: Transcript, name: str) -> str:
    return export(Loaded(Path("talk.vtt"), "webvtt", "utf-8", transcript), form(name))


def test_a_page_holds_no_markup_but_its_own() -> None:
    page = written(SCRIPT, "html")
    tags = set(re.findall(r"<\s*/?\s*([a-zA-Z!]\w*)", page))
    assert tags <= {
        *("!DOCTYPE", "html", "head", "meta", "title", "style", "body", "header", "main", "h1"),
        *("h2", "p", "a", "section", "cite", "time", "ul", "li"),
    }
    links = re.findall(r'href="([^"]*)"', page)
    assert links == ["https://y.example/?a=1&amp;b=&#x27;2&#x27;", "#t=1", "#t=1"]
    assert page.count('id="t=1"') == 1, "an anchor is there once"


@pytest.mark.parametrize("look", [LIGHT, DARK])
def test_speakers_can_be_read_in_their_colours(look: tuple[str, str, int]) -> None:
    background, text, lightness = look
    behind = Color.parse(background)
    assert contrast(behind, Color.parse(text)) >= 7
    for hue in HUES:
        assert colour(hue, lightness) == f"hsl({hue}, 70%, {lightness}%)"
        red, green, blue = hls_to_rgb(hue / 360, lightness / 100, 0.7)
        shade = Color(round(red * 255), round(green * 255), round(blue * 255))
        assert contrast(behind, shade) >= 4.5, hue


@given(transcripts(PLAIN + HOSTILE, (*NAMES, None)))
def test_a_subtitle_has_its_words_and_its_time_and_nothing_else(transcript: Transcript) -> None:
    text = written(transcript, "srt")
    blocks = [block.split("\n") for block in text.strip().split("\n\n")]
    cues = [found.cue for found in cues_of(transcript)]
    assert [block[0] for block in blocks] == [str(n + 1) for n in range(len(cues))]
    for block, cue in zip(blocks, cues, strict=True):
        assert len(block) == 3
        assert block[1].count("-->") == 1
        assert "-->" not in block[2]
        assert unescaped(block[2].removeprefix(f"{cue.speaker}: ")) in (
            cue.text,
            unescaped(cue.text),
        )


def test_a_name_stands_where_somebody_begins_to_speak() -> None:
    turns = (
        Turn("One. Two.", "Ann", 0, 2_000, (Mark(0, 0), Mark(5, 1_000))),
        Turn("Three.", "Bo", 2_000, 3_000, (Mark(0, 2_000),)),
    )
    captions = WebVTT.from_string(
        "WEBVTT\n\n" + written(Transcript(turns=turns), "srt").replace(",", ".")
    ).captions
    assert [caption.text for caption in captions] == ["Ann: One.", "Two.", "Bo: Three."]


def test_nothing_in_the_words_is_markdown() -> None:
    talk = Transcript(
        Metadata(title="T: #1"),
        (
            Turn("# Not a heading. *No* `code`, [no](link).", "Ann"),
            Turn("1. No list.\n\n- Nor here.\n\n> Nor a quotation.", "Bo_b"),
            Turn("snake_case & 2 < 3", "Ann"),
        ),
    )
    assert written(talk, "md") == (
        "---\ntitle: 'T: #1'\nspeakers:\n- Ann\n- Bo_b\n---\n\n"
        "**Ann**: \\# Not a heading. \\*No\\* \\`code\\`, \\[no\\](link).\n\n"
        "**Bo\\_b**: 1\\. No list.\n\n\\- Nor here.\n\n\\> Nor a quotation.\n\n"
        "**Ann**: snake\\_case & 2 \\< 3\n"
    )


def test_text_has_the_shape_that_a_recorder_writes() -> None:
    turns = (Turn("Tea?", "Ann", 1_000), Turn("Yes.\n\nPlease.", "Bo", 3_723_000))
    talk = Transcript(Metadata(title="Tea"), turns, (Section("The pot", 1),))
    assert written(talk, "txt") == (
        "Tea\n\nAnn (00:01)\nTea?\n\n== The pot ==\n\nBo (1:02:03)\nYes.\n\nPlease.\n"
    )
