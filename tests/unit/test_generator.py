from pathlib import Path

import pytest

from tests.bench.episodes import episode, shows
from tests.bench.generator import FORMATS, write_library
from tests.bench.vocabulary import LANGUAGES, words
from tui_reader.loading import load

SEED = 7


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


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_written_is_read_as_what_it_is(name: str, tmp_path: Path) -> None:
    (file,) = write_library(tmp_path, 1, seed=SEED, formats=[name])
    loaded = load(file)
    assert loaded.format == name
    assert loaded.transcript.problems == ()
    assert len(loaded.transcript.turns) > 50
    assert sum(len(turn.text) for turn in loaded.transcript.turns) > 50_000


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
