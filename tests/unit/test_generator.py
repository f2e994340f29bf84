from pathlib import Path

import pytest

from tests.bench.episodes import episode, shows
from tests.bench.generator import FORMATS, write_library
from tests.bench.vocabulary import LANGUAGES, words
from tests.bench.writers import WRITERS
from tui_reader.loading import Loaded, load, load_bytes

SEED = 7
TALK = episode(shows(SEED), 0, SEED)

CHAPTERS = {"chapters-json", "chapter-list"}
NOBODY = {
    *("sbv", "lrc", "youtube-xml", "essay", "prose", "timed-text", "whisper-console"),
    *("whisper", "whisper-cpp", "youtube-json", "tsv"),
}
UNTIMED = {"post", "essay", "prose", "labelled-text"}


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_same_seed_writes_the_same_library(tmp_path: Path) -> None:
    write_library(tmp_path / "one", 6, seed=SEED)
    write_library(tmp_path / "two", 6, seed=SEED)
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_another_seed_writes_another_library(tmp_path: Path) -> None:
    write_library(tmp_path / "one", 3, seed=SEED)
    write_library(tmp_path / "two", 3, seed=SEED + 1)
    assert contents(tmp_path / "one") != contents(tmp_path / "two")


def test_a_larger_library_begins_with_the_smaller_one(tmp_path: Path) -> None:
    small = write_library(tmp_path / "small", 4, seed=SEED)
    large = write_library(tmp_path / "large", 12, seed=SEED)
    assert len(set(large)) == 12
    assert [path.read_bytes() for path in large[:4]] == [path.read_bytes() for path in small]


@pytest.mark.parametrize("name", sorted(set(FORMATS) - CHAPTERS))
def test_every_format_written_is_read_back_word_by_word(name: str) -> None:
    loaded = read_back(name)
    turns = loaded.transcript.turns
    assert loaded.format == name
    assert loaded.transcript.problems == ()
    said = [word for turn in TALK.turns for word in turn.text.split()]
    assert [word for turn in turns for word in turn.text.split()][-len(said) :] == said
    speakers = len(loaded.transcript.speakers)
    assert speakers == (0 if name in NOBODY else len({turn.speaker for turn in TALK.turns}))
    if name not in UNTIMED:
        starts = [mark.time for turn in turns for mark in turn.marks]
        assert abs(starts[0] - TALK.turns[0].cues[0][0]) < 1_000
        assert abs(starts[-1] - TALK.turns[-1].cues[-1][0]) < 60_000


@pytest.mark.parametrize("name", sorted(CHAPTERS))
def test_lists_of_chapters_that_are_written_are_read_as_such(name: str) -> None:
    loaded = read_back(name)
    assert loaded.format == name
    assert loaded.transcript.turns == ()
    assert len(loaded.transcript.sections) == len(TALK.turns)
    assert all(section.time is not None for section in loaded.transcript.sections)


def read_back(name: str) -> Loaded:
    """What the reader makes of an episode that was written in a format."""
    writer = WRITERS[name]
    return load_bytes(writer.write(TALK).encode(), Path(f"talk{writer.suffix}"))


def test_an_hour_of_captions_is_as_large_as_a_real_one(tmp_path: Path) -> None:
    (file,) = write_library(tmp_path, 1, seed=SEED, formats=["webvtt"])
    transcript = load(file).transcript
    cues = sum(len(turn.marks) for turn in transcript.turns)
    assert 1_100 < cues < 1_450
    assert 115_000 < file.stat().st_size < 141_000
    assert 180 <= len(transcript.turns) <= 400
    assert 2 <= len(transcript.speakers) <= 4
    assert transcript.duration is not None and 3_600_000 <= transcript.duration < 3_700_000


def test_both_languages_and_their_letters_come_up() -> None:
    library = shows(SEED)
    assert {show.language for show in library} == set(LANGUAGES)
    polish = next(n for n, show in enumerate(library) if show.language == "pl")
    said = " ".join(turn.text for turn in episode(library, polish, SEED).turns)
    assert all(letter in said for letter in "łąęśżźćóń")


def test_a_language_has_thousands_of_words_and_says_few_of_them_often() -> None:
    for language in LANGUAGES:
        assert len(words(language)) > 5_000
    said = [
        word.strip(".,?").lower()
        for turn in episode(shows(SEED), 0, SEED).turns
        for word in turn.text.split()
    ]
    commonest = set(words("en")[:50])
    assert 0.25 < sum(word in commonest for word in said) / len(said) < 0.6
    assert len(set(said)) > 1_000
