"""The episodes that ship with the program: what a newcomer sees first has to be flawless."""

from datetime import date
from pathlib import Path
from typing import Final, NamedTuple

import pytest

from tui_reader.finding import find, sample_library
from tui_reader.library import Library
from tui_reader.loading import Loaded, load
from tui_reader.model import Transcript

NORA, IDRIS, TAM = "Nora Quill", "Idris Vane", "Tam Orrin"
HESTER = "Hester Blum"
CALLERS = tuple(f"Caller {n}" for n in range(1, 10))
LUCJA, GUSTAW = "Łucja Wrzesień", "Gustaw Żelazny"


class Meant(NamedTuple):
    """What a reader should see of an episode."""

    format: str
    title: str
    date: date
    speakers: tuple[str, ...]
    timed: bool


MEANT: Final = {
    "2023-10-19-The-foghorn-tape.txt": Meant(
        "named-text", "The foghorn tape", date(2023, 10, 19), (IDRIS, NORA, TAM), True
    ),
    "2023-11-18-Minutes-of-the-annual-meeting.txt": Meant(
        "prose", "Minutes of the annual meeting", date(2023, 11, 18), (), False
    ),
    "2023-12-03-What-was-never-meant-to-be-kept.txt": Meant(
        "essay", "What Was Never Meant to Be Kept", date(2023, 12, 3), (), False
    ),
    "2024-03-08-What-the-machine-hears.vtt": Meant(
        "webvtt", "What the machine hears", date(2024, 3, 8), (), True
    ),
    "2024-03-13-szum-wlasny-27.md": Meant(
        "post",
        "#27 Szum własny: Przewoźnik, mgła i pięć zwykłych liter",
        date(2024, 3, 13),
        (GUSTAW, LUCJA),
        False,
    ),
    "2024-03-14-Reading-with-your-hands.vtt": Meant(
        "webvtt", "Reading with your hands", date(2024, 3, 14), (NORA, IDRIS, LUCJA), True
    ),
    "2024-04-11-The-lift-that-hummed.srt": Meant(
        "srt", "The lift that hummed", date(2024, 4, 11), (HESTER, IDRIS), True
    ),
    "2024-05-02-Nine-of-you.json": Meant(
        "podcast-json", "Nine of you", date(2024, 5, 2), (NORA, *CALLERS), True
    ),
}

CHAPTERS: Final = "2024-03-14-Reading-with-your-hands.chapters.json"


@pytest.fixture(scope="module")
def library() -> dict[str, Loaded]:
    return {path.name: load(path) for path in find([sample_library()]).files}


def words(transcript: Transcript) -> str:
    return "\n".join(turn.text for turn in transcript.turns)


def test_these_and_no_other_episodes_ship() -> None:
    files = [path.name for path in find([sample_library()]).files]
    assert sorted(files) == sorted([*MEANT, CHAPTERS])
    library = Library([sample_library()])
    assert sum(len(batch.episodes) for batch in library.build()) == len(MEANT)


def test_the_chapters_that_lie_beside_an_episode_are_its_own() -> None:
    library = Library([sample_library()])
    list(library.build())
    (chaptered,) = [episode for episode in library.episodes if episode.others]
    transcript = library.open(chaptered).transcript
    titles = {section.title: transcript.turns[section.turn] for section in transcript.sections}
    assert len(titles) == 7
    assert titles["Finding"].text.startswith("Finding is the slash.")
    assert titles["When one is lost"].text.startswith("And when I'm lost?")


@pytest.mark.parametrize("name", MEANT)
def test_an_episode_is_read_as_it_is_meant_and_without_a_problem(
    name: str, library: dict[str, Loaded]
) -> None:
    loaded, meant = library[name], MEANT[name]
    assert loaded.format == meant.format
    assert loaded.transcript.problems == ()
    assert loaded.transcript.metadata.title == meant.title
    assert loaded.transcript.metadata.date == meant.date
    assert loaded.transcript.speakers == meant.speakers
    assert loaded.transcript.timed is meant.timed


@pytest.mark.parametrize("name", [name for name in MEANT if name.endswith(".vtt")])
def test_captions_follow_each_other_at_the_pace_of_speech(
    name: str, library: dict[str, Loaded]
) -> None:
    transcript = library[name].transcript
    times = [mark.time for turn in transcript.turns for mark in turn.marks]
    assert times == sorted(times)
    assert transcript.duration is not None
    pace = len(words(transcript).split()) / (transcript.duration / 60_000)
    assert 120 < pace < 170


def test_the_place_the_first_episode_sends_its_reader_to_is_there(
    library: dict[str, Loaded],
) -> None:
    transcript = library["2024-03-14-Reading-with-your-hands.vtt"].transcript
    place = transcript.place_at((11 * 60 + 30) * 1000)
    assert transcript.turns[place.turn].text[place.offset :].startswith("Marzipan")
    assert "marzipan" not in words(transcript).lower()[: words(transcript).index("Marzipan")]


def test_a_recording_that_passes_the_hour_shows_it(library: dict[str, Loaded]) -> None:
    transcript = library["2023-10-19-The-foghorn-tape.txt"].transcript
    starts = [turn.start or 0 for turn in transcript.turns]
    assert starts[0] < 3_600_000 < starts[-1]
    assert "⁓" not in words(transcript)


def test_a_rare_word_a_phrase_over_a_break_and_a_polish_name_can_be_looked_for(
    library: dict[str, Loaded],
) -> None:
    said = {name: words(loaded.transcript) for name, loaded in library.items()}
    assert sum("diaphone" in text for text in said.values()) >= 3
    assert sum("leave it running" in text.replace('"', "") for text in said.values()) >= 3
    captions = (sample_library() / "2024-03-14-Reading-with-your-hands.vtt").read_text("utf-8")
    assert "the loudest thing in town" not in captions
    assert "the loudest thing in town" in said["2024-03-14-Reading-with-your-hands.vtt"]
    assert sum("Łucja" in text for text in said.values()) >= 3


def test_the_post_keeps_its_links_tags_and_notes(library: dict[str, Loaded]) -> None:
    transcript = library["2024-03-13-szum-wlasny-27.md"].transcript
    assert transcript.metadata.number == "27"
    assert len(transcript.metadata.tags) == 5
    assert len(transcript.metadata.links) == 5
    assert "Do usłyszenia w piątek" in transcript.notes


def test_the_library_is_small_enough_to_ship(library: dict[str, Loaded]) -> None:
    sizes = [Path(loaded.path).stat().st_size for loaded in library.values()]
    assert 60_000 < sum(sizes) < 100_000
