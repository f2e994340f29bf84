"""Real Markdown posts: who speaks how often, as a search for their labels counts it by hand."""

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.loading import Loaded, load
from tui_reader.model import Place, Status, Transcript

pytestmark = pytest.mark.corpus

_HOSTS = ("Łukasz Kałużny", "Szymon Warda")
_FOLDERS = ("lennys", "patoarchitekci", "thechangelog")


def _load(name: str) -> Loaded:
    loaded = load(needs_shared(f"corpus/{name}.md"))
    assert loaded.format == "post"
    return loaded


def _counts(transcript: Transcript) -> dict[str | None, int]:
    return Counter(turn.speaker for turn in transcript.turns)


@pytest.mark.parametrize(
    ("number", "first", "second"),
    [
        *((1, 113, 113), (120, 43, 43), (131, 58, 57), (142, 56, 55), (153, 41, 40), (164, 50, 50)),
        *((56, 53, 52), (67, 48, 49), (78, 31, 31), (89, 43, 43)),
    ],
)
def test_the_hosts_speak_under_their_full_names(number: int, first: int, second: int) -> None:
    loaded = _load(f"patoarchitekci/{number}")
    assert _counts(loaded.transcript) == dict(zip(_HOSTS, (first, second), strict=True))
    assert loaded.transcript.metadata.number == str(number)
    assert loaded.transcript.problems == ()


def test_letters_stand_for_the_first_names_and_that_is_told() -> None:
    transcript = _load("patoarchitekci/23").transcript
    assert _counts(transcript) == {"Łukasz": 90, "Szymon": 92}
    assert [problem.line for problem in transcript.problems] == [80]


@pytest.mark.parametrize(
    ("number", "status"), [(11, Status.MISSING), (34, Status.MISSING), (45, Status.ELSEWHERE)]
)
def test_what_is_not_there_yet_says_so(number: int, status: Status) -> None:
    transcript = _load(f"patoarchitekci/{number}").transcript
    assert (transcript.status, transcript.turns) == (status, ())
    assert transcript.metadata.duration
    assert len(transcript.notes.split()) > 8


def test_words_that_were_not_heard_tell_where_one_is() -> None:
    transcript = _load("patoarchitekci/153").transcript
    assert transcript.timed
    marks = [(turn, mark) for turn in transcript.turns for mark in turn.marks]
    assert [mark.time for _, mark in marks] == [442_000, 568_000]
    place = transcript.place_at(600_000)
    assert transcript.turns[place.turn].text[place.offset :].startswith("[niesłyszalne 00:09:28]")
    assert transcript.place_at(0) <= Place(*place)


@pytest.mark.parametrize(
    ("name", "speakers", "times", "day"),
    [
        ("ada-chen-rekhi", {"Ada Chen Rekhi": 81, "Lenny": 81}, 207, date(2023, 4, 21)),
        ("anneka-gupta", {"Anneka Gupta": 58, "Lenny Rachitsky": 58}, 149, date(2024, 10, 17)),
    ],
)
def test_times_alone_go_on_with_the_speaker(
    name: str, speakers: dict[str, int], times: int, day: date
) -> None:
    loaded = _load(f"lennys/{name}")
    transcript, metadata = loaded.transcript, loaded.transcript.metadata
    assert _counts(transcript) == speakers
    written = re.findall(r"\d\d:\d\d:\d\d[])]", loaded.path.read_text("utf-8"))
    assert sum(len(turn.marks) for turn in transcript.turns) == times == len(written)
    assert (metadata.show, metadata.date) == ("Lenny's Podcast", day)
    assert [section.title for section in transcript.sections] == ["Transcript"]
    assert "youtube.com" in metadata.links[0].url


@pytest.mark.parametrize(
    ("name", "speakers", "events"),
    [
        ("away-from-keyboard-1", {"Tim Smith": 11, "Jason Snell": 11}, 1),
        ("changelog-news-133", {"Jerod Santo": 8}, 7),
        ("go-time-169", {"Jon Calhoun": 46, "Rafael Garcia": 28, "Nathan Leiby": 20}, 3),
        (
            "go-time-98",
            {"Mat Ryer": 49, "Ian Lance Taylor": 49, "Jon Calhoun": 26, "Johnny Boursiquot": 9},
            2,
        ),
        ("js-party-33", {"Jerod Santo": 44, "Kevin Ball": 36, "Nick Nisi": 21}, 2),
        (
            "practical-ai-246",
            {"Russ Maschmeyer": 23, "Daniel Whitenack": 22, "Chris Benson": 20},
            1,
        ),
        ("ship-it-74", {"Sebastian Kister": 39, "Gerhard Lazu": 39}, 2),
        (
            "the-changelog-412",
            {"Simon Eskildsen": 74, "Jerod Santo": 74, "Adam Stacoviak": 44},
            2,
        ),
    ],
)
def test_breaks_are_nobody(name: str, speakers: dict[str, int], events: int) -> None:
    transcript = _load(f"thechangelog/{name}").transcript
    counts = _counts(transcript)
    assert counts.pop(None) == events
    assert counts == speakers
    assert {turn.text for turn in transcript.turns if not turn.speaker} <= {"Break", "Jingle"}
    assert transcript.problems == ()
    assert transcript.notes == ""


def test_the_times_of_breaks_are_theirs() -> None:
    turns = _load("thechangelog/go-time-169").transcript.turns
    heard = [(turn.text, turn.start, turn.end) for turn in turns if turn.speaker is None]
    assert heard == [
        ("Break", 1_532_000, None),
        ("Break", 2_580_000, None),
        ("Jingle", 3_035_000, 3_053_000),
    ]


def _posts() -> list[Path]:
    return [path for name in _FOLDERS for path in needs_shared(f"corpus/{name}").glob("*.md")]


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", text))


def test_every_word_of_a_body_is_kept() -> None:
    for path in _posts():
        transcript = load(path).transcript
        turns = (f"{turn.speaker or ''} {turn.text}" for turn in transcript.turns)
        titles = (section.title for section in transcript.sections)
        shown = _words(" ".join([transcript.metadata.title, transcript.notes, *turns, *titles]))
        source = path.read_text("utf-8")
        body = source.partition("\n---\n")[2] if source.startswith("---\n") else source
        without_addresses = re.sub(r"\]\([^)\s]*\)|</?\w+>", "]", body)
        labels = re.sub(
            r"^\*\*(?:[^*]+\[)?(?:ŁK|SW|Ł|S)\]?:?\*\*:?", "", without_addresses, flags=re.M
        )
        missing = _words(labels.replace(r"\] to \[", "")) - shown
        assert not missing, path.name
