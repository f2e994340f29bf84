"""What is written down in another form is found again by whoever reads it."""

import datetime
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given

from tests.contract import check, said
from tests.unit.from_cues import HOSTILE, PLAIN, transcripts
from tui_reader.errors import QueryError, ReaderError
from tui_reader.exporting import export, form, forms
from tui_reader.formats import formats
from tui_reader.loading import Loaded, load_bytes
from tui_reader.model import Link, Mark, Metadata, Section, Status, Transcript, Turn
from tui_reader.turns import PARAGRAPH

SAMPLES = [(fmt.name, number) for fmt in formats() for number in range(len(fmt.samples))]
NAMES = ("Ann", "Bo Li", "Żaneta Łoś")
_LETTERS = re.compile(r"[^\W\d_]{3,}")

BREAD = Transcript(
    Metadata(
        title="Bread: a talk",
        show="Crumbs",
        number="12",
        date=datetime.date(2024, 6, 1),
        duration=90_000,
        language="en",
        tags=("rye", "salt"),
        links=(Link("A mill", "https://mill.example/?a=1&b=2"),),
    ),
    (
        Turn("Is it *done*? # Not", "Ann", 1_500, 4_000, (Mark(0, 1_500), Mark(6, 2_250))),
        Turn("Give it an hour.\n\nOr two.", "Bo Li", 4_000, 61_000, (Mark(0, 4_000),)),
        Turn("Now?", "Ann", 61_000, 62_000, (Mark(0, 61_000),)),
        Turn("Now.", "Bo Li", 62_000, 63_000, (Mark(0, 62_000),)),
    ),
    (Section("Tasting", 2, 61_000),),
    "All about bread.\n\nBring [flour](https://flour.example).",
)


def loaded(transcript: Transcript, path: str = "talk.vtt") -> Loaded:
    return Loaded(Path(path), "webvtt", "utf-8", transcript)


def read_again(transcript: Transcript, name: str) -> Transcript:
    text = export(loaded(transcript), form(name))
    found = load_bytes(text.encode(), Path(f"talk.{name}")).transcript
    check(found)
    return found


def told(transcript: Transcript) -> list[tuple[str | None, int | None, str]]:
    """Who says what, and since when, to the second: the turns of one speaker in a row as one."""
    starts = {section.turn for section in transcript.sections}
    pieces, part, speaker = [], 0, None
    for number, turn in enumerate(transcript.turns):
        part += number in starts
        speaker = turn.speaker or speaker
        since = None if turn.start is None else turn.start // 1000
        pieces.append((part, speaker, since, " ".join(turn.text.split())))
    return [
        (who, run[0][2], " ".join(text for *_, text in run))
        for (_, who), group in groupby(pieces, key=lambda piece: piece[:2])
        for run in [list(group)]
    ]


def words(transcript: Transcript) -> set[str]:
    return {word for text in said(transcript) for word in _LETTERS.findall(text)}


def spoken(transcript: Transcript) -> Iterator[str]:
    for turn in transcript.turns:
        yield from _LETTERS.findall(turn.text)


def test_every_form_has_a_name_an_ending_and_a_place_of_its_own() -> None:
    assert [one.name for one in forms()] == ["md", "txt", "vtt", "srt", "json", "html"]
    assert len({one.suffix for one in forms()}) == len(forms())
    assert form(".VTT") is form("vtt")


def test_a_form_that_nobody_knows_is_refused_with_those_that_are_known() -> None:
    with pytest.raises(QueryError, match="docx is no form to write: there are md, txt"):
        form("docx")


@pytest.mark.parametrize("name", ["vtt", "srt"])
def test_captions_are_refused_where_there_are_no_times(name: str) -> None:
    with pytest.raises(ReaderError, match="no times"):
        export(loaded(Transcript(turns=(Turn("Tea."),))), form(name))


@pytest.mark.parametrize("name", [one.name for one in forms()])
def test_who_says_what_and_since_when_is_found_again(name: str) -> None:
    found = read_again(BREAD, name)
    if name == "srt":
        assert told(found)[0] == ("Ann", 1, "Is it *done*? # Not")
        assert found.speakers == BREAD.speakers
        return
    assert told(found) == told(BREAD)
    assert [section.title for section in found.sections] in (["Tasting"], ["Transcript", "Tasting"])
    assert found.metadata.title == "Bread: a talk"
    assert words(BREAD) <= words(found) | {"https", "mill", "example", "flour", "rye", "salt"} | (
        {"Crumbs", "Bread"} if name == "vtt" else set()
    )


def test_markdown_keeps_what_is_known_of_an_episode() -> None:
    found = read_again(BREAD, "md")
    about, before = found.metadata, BREAD.metadata
    assert (about.title, about.show, about.number) == (before.title, before.show, before.number)
    assert (about.date, about.duration, about.language) == (before.date, 90_000, "en")
    assert about.tags == before.tags
    assert about.links[0] == before.links[0]
    assert found.notes == BREAD.notes


def test_text_keeps_the_fields_that_lines_can_hold() -> None:
    about = read_again(BREAD, "txt").metadata
    assert (about.title, about.show, about.number) == ("Bread: a talk", "Crumbs", "12")
    assert (about.date, about.language) == (datetime.date(2024, 6, 1), "en")


def test_json_keeps_everything() -> None:
    found = read_again(BREAD, "json")
    turns = [(t.text, t.speaker, t.start, t.end, t.marks) for t in found.turns]
    assert turns == [(t.text, t.speaker, t.start, t.end, t.marks) for t in BREAD.turns]
    assert (found.metadata, found.sections, found.notes) == (
        BREAD.metadata,
        BREAD.sections,
        BREAD.notes,
    )


def test_json_tells_why_there_are_no_words() -> None:
    empty = Transcript(Metadata(title="T"), notes="Soon.", status=Status.MISSING)
    assert read_again(empty, "json").status is Status.MISSING


@pytest.mark.parametrize("name", ["vtt", "md", "txt", "json"])
def test_a_list_of_chapters_stays_one(name: str) -> None:
    chapters = tuple(Section(f"Part {n} & more", 0, n * 60_000) for n in range(4))
    found = read_again(Transcript(Metadata(title="T"), sections=chapters), name)
    assert [(s.title, s.time) for s in found.sections] == [(s.title, s.time) for s in chapters]


@pytest.mark.parametrize("name", [one.name for one in forms()])
@pytest.mark.parametrize(("fmt", "number"), SAMPLES)
def test_no_word_of_any_format_is_lost_in_any_form(name: str, fmt: str, number: int) -> None:
    text = next(one for one in formats() if one.name == fmt).samples[number].text
    first = load_bytes(text.encode(), Path(f"talk.{fmt}")).transcript
    if form(name).needs_times and not first.timed:
        return
    again = read_again(first, name)
    assert set(spoken(first)) <= words(again)


@given(transcripts(PLAIN, NAMES))
def test_plain_words_come_back_as_they_were_said(transcript: Transcript) -> None:
    for name in ("html", "json"):
        assert told(read_again(transcript, name)) == told(transcript)


@given(transcripts(PLAIN + HOSTILE))
def test_nothing_that_is_said_breaks_json(transcript: Transcript) -> None:
    found = read_again(transcript, "json")
    assert [(t.text, t.speaker, t.start, t.marks) for t in found.turns] == [
        (t.text, t.speaker, t.start, t.marks) for t in transcript.turns
    ]


@given(transcripts(PLAIN + HOSTILE, NAMES))
def test_nothing_that_is_said_breaks_a_page(transcript: Transcript) -> None:
    assert told(read_again(transcript, "html")) == told(transcript)


@given(transcripts(PLAIN + HOSTILE))
def test_no_word_is_lost_however_it_is_written(transcript: Transcript) -> None:
    said = set(spoken(transcript))
    for name in ("md", "txt", "html", "srt") if said else ():  # nothing but marks is no transcript
        assert said <= words(read_again(transcript, name)), name


def test_control_characters_are_made_visible_on_the_way() -> None:
    talk = load_bytes(b"Ann: Tea \x1b[31m now.\n\nBo: No.\n\nAnn: Yes.\n", Path("t.txt"))
    for name in ("md", "txt", "json", "html"):
        text = export(talk, form(name))
        assert "\x1b" not in text
    assert PARAGRAPH in export(talk, form("txt"))
