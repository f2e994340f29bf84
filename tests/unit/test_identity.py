from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.shared import needs_shared
from tui_reader.identity import ALIKE, STRANGE, are_same, identity, likeness
from tui_reader.library import identity_of, open_file, summarise
from tui_reader.loading import Loaded
from tui_reader.model import Metadata, Transcript, Turn

WORDS = tuple(f"{one}{two}" for one in ("lan", "bo", "har", "ke", "sto") for two in "abcdefghijkl")


def talk(seed: int, words: int = 600, title: str = "Keepers") -> Transcript:
    """A talk of its own for every seed, out of the same few words."""
    said = Random(seed).choices(WORDS, k=words)
    lines = [" ".join(said[at : at + 12]) for at in range(0, words, 12)]
    turns = tuple(Turn(line, "Ada" if n % 2 else "Bo", n * 4_000) for n, line in enumerate(lines))
    return Transcript(Metadata(title), turns)


def misheard(transcript: Transcript, one_in: int) -> Transcript:
    """The same talk by a recogniser that gets a word in so many wrong, and cuts turns elsewhere."""
    words = " ".join(turn.text for turn in transcript.turns).split()
    said = [f"{word}s" if n % one_in == 0 else word.title() for n, word in enumerate(words)]
    lines = [", ".join(said[at : at + 7]) for at in range(0, len(said), 7)]
    return Transcript(Metadata("talk final 2"), tuple(Turn(line) for line in lines))


def test_the_list_knows_an_episode_as_well_as_who_opens_it_but_for_its_words() -> None:
    path, transcript = Path("/talks/keepers.vtt"), talk(1)
    opened = identity(path, transcript)
    listed = identity_of(summarise(3, path, Loaded(path, "vtt", "", transcript)))
    assert listed == opened._replace(sketch=())
    assert opened.sketch
    assert are_same(listed, opened)


def test_a_relative_path_is_known_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert identity(Path("a.vtt"), talk(1)).path == tmp_path / "a.vtt"


def test_names_that_somebody_gives_the_speakers_change_nothing() -> None:
    transcript = talk(1)
    named = replace(
        transcript, turns=tuple(replace(turn, speaker="Ada Lamp") for turn in transcript.turns)
    )
    assert identity(Path("a.vtt"), transcript) == identity(Path("a.vtt"), named)


def test_a_file_that_was_moved_is_known_before_it_is_opened() -> None:
    here = identity(Path("/here/a.vtt"), talk(1))
    there = identity(Path("/there/a.vtt"), talk(1))._replace(sketch=())
    assert are_same(here, there)
    other = identity(Path("/there/b.vtt"), talk(2))._replace(sketch=())
    assert not are_same(here, identity(Path("/there/b.vtt"), talk(2, words=612)))
    assert are_same(here._replace(sketch=()), other), "alike in all that a list knows"
    assert not are_same(here, identity(Path("/there/b.vtt"), talk(2)))


def test_the_same_talk_from_elsewhere_is_known_by_its_words() -> None:
    here = identity(Path("/here/a.vtt"), talk(1))
    assert are_same(here, identity(Path("/there/x.txt"), misheard(talk(1), 12)))
    assert not are_same(here, identity(Path("/there/x.txt"), misheard(talk(2), 12)))


def test_a_file_is_another_episode_once_all_its_words_are_others() -> None:
    path = Path("/here/newest.vtt")
    assert not are_same(identity(path, talk(1)), identity(path, talk(2)))
    assert are_same(identity(path, talk(1)), identity(path, misheard(talk(1), 5)))


@pytest.mark.parametrize("transcript", [Transcript(), Transcript(turns=(Turn("..."),))])
def test_of_nothing_that_is_said_nothing_is_known(transcript: Transcript) -> None:
    empty = identity(Path("/a.md"), transcript)
    assert (empty.traits, empty.sketch) == ("", ())
    assert not are_same(empty, identity(Path("/b.md"), transcript))
    assert are_same(empty, empty)


def test_a_few_words_are_the_same_or_not() -> None:
    short = identity(Path("/a.md"), Transcript(turns=(Turn("Nobody saw the boat."),)))
    same = identity(Path("/b.md"), Transcript(turns=(Turn("nobody saw"), Turn("the boat"))))
    other = identity(Path("/c.md"), Transcript(turns=(Turn("Nobody saw the whale."),)))
    assert are_same(short, same)
    assert not are_same(short, other)


def test_a_few_words_that_are_mended_are_still_those_of_the_file() -> None:
    path = Path("/a.md")
    before = identity(path, Transcript(turns=(Turn("Nobody saw the baot."),)))
    assert are_same(before, identity(path, Transcript(turns=(Turn("Nobody saw the boat."),))))


@pytest.fixture
def two_files(tmp_path: Path) -> tuple[Path, Path]:
    files = tmp_path / "one.vtt", tmp_path / "two.vtt"
    for file in files:
        file.touch()
    return files


@pytest.mark.parametrize("words", [60, 600, 3000])
def test_two_talks_of_a_show_are_two_though_both_begin_and_end_alike(
    two_files: tuple[Path, Path], words: int
) -> None:
    for seed in range(5):
        every_time = talk(100 + seed, words // 2).turns
        one, other = (
            identity(
                file, Transcript(Metadata(file.stem), (*every_time, *talk(n, words // 2).turns))
            )
            for n, file in enumerate(two_files, 10 * seed)
        )
        assert not are_same(one, other)
        dated = one._replace(date="2026-01-01"), other._replace(date="2026-01-08", title=one.title)
        assert not are_same(*dated)


def test_what_is_said_where_there_is_nothing_to_say_makes_no_episodes_one(
    two_files: tuple[Path, Path],
) -> None:
    said = Turn("No transcript is available for this episode yet, please come back later.")
    one, other = (identity(file, Transcript(Metadata(file.stem), (said,))) for file in two_files)
    assert not are_same(one, other)
    two_files[0].unlink()
    assert are_same(one, other), "it may have been renamed"


def test_a_copy_under_another_name_is_the_same_talk(two_files: tuple[Path, Path]) -> None:
    talks = (replace(talk(1), metadata=Metadata(file.stem)) for file in two_files)
    one, other = (identity(file, each) for file, each in zip(two_files, talks, strict=True))
    assert are_same(one, other)


@given(st.lists(st.text(max_size=30), max_size=8))
def test_no_words_make_it_fail(texts: list[str]) -> None:
    transcript = Transcript(Metadata("x"), tuple(Turn(text, "Ada") for text in texts))
    who = identity(Path("/a"), transcript)
    assert likeness(who.sketch, who.sketch) in (None, 1.0)
    assert all(0 <= run < 1 << 32 for run in who.sketch)


@pytest.mark.corpus
def test_two_recordings_of_one_talk_are_told_from_other_talks() -> None:
    files = sorted(needs_shared("seeds").glob("*.txt"))
    sketches = [identity(file, open_file(file).transcript).sketch for file in files]
    for one in range(len(files)):
        for other in range(one):
            alike = likeness(sketches[one], sketches[other])
            assert alike is not None
            is_same = {files[one].name[:3], files[other].name[:3]} == {"001", "003"}
            assert alike > 2 * ALIKE if is_same else alike < STRANGE / 2
