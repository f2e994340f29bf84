import random
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.finding import STDIN
from tui_reader.library.joining import joined


def groups(*names: str) -> list[list[str]]:
    return [list(map(str, group)) for group in joined(map(Path, names))]


def test_files_that_differ_in_their_endings_are_one_episode() -> None:
    assert groups("talk.json", "talk.srt", "talk.vtt", "other.vtt") == [
        ["talk.json", "talk.srt", "talk.vtt"],
        ["other.vtt"],
    ]


def test_languages_chapters_and_packed_files_are_of_the_same_episode() -> None:
    names = ["talk.chapters.json", "talk.en.vtt", "talk.md", "talk.pl.vtt.gz", "talk.pt-BR.srt"]
    assert groups(*names) == [names]


def test_capitals_and_how_accents_are_written_tell_no_episodes_apart() -> None:
    assert len(groups("Talk.vtt", "talk_Transcript.txt", "TALK.md")) == 1
    assert len(groups("Z\u0142y b\u00f3r.vtt", "Z\u0142y bo\u0301r.md")) == 1


def test_parts_and_days_are_episodes_of_their_own() -> None:
    names = ["talk-1.vtt", "talk-2.vtt", "talk (3).vtt", "talk 4.vtt", "talk.vtt"]
    assert groups(*names) == [[name] for name in names]
    names = ["2024-01-12.md", "2024-01-13.md", "2024-01-12-talk.vtt"]
    assert groups(*names) == [[name] for name in names]


def test_folders_are_not_mixed() -> None:
    assert len(groups("a/talk.vtt", "b/talk.vtt", "talk.vtt")) == 3


def test_a_folder_is_the_same_however_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    here = Path.cwd()
    assert groups("talk.md", f"{here}/talk.vtt") == [["talk.md", f"{here}/talk.vtt"]]


def test_a_transcript_beside_a_post_in_its_folder_goes_with_it() -> None:
    for name in ("transcript.vtt", "captions.en.srt", "my-talk.vtt", "S01E02 final.vtt"):
        assert groups("my-talk/index.md", f"my-talk/{name}") == [
            ["my-talk/index.md", f"my-talk/{name}"]
        ]


def test_all_that_is_called_after_what_it_is_goes_with_the_post() -> None:
    names = ["talk/chapters.json", "talk/index.md", "talk/transcript.pl.vtt", "talk/transcript.vtt"]
    assert groups(*names) == [names]


def test_a_post_above_several_talks_is_of_none_of_them() -> None:
    assert len(groups("season/_index.md", "season/one.vtt", "season/two.vtt")) == 3
    assert len(groups("season/index.md", "season/about.md")) == 2


def test_standard_input_goes_with_nothing() -> None:
    assert joined([STDIN, Path("-.txt")]) == [(STDIN,), (Path("-.txt"),)]


NAMES = [f"{stem}{ending}" for stem in "abc" for ending in (".vtt", ".pl.vtt", "-1.md", ".md")]


@given(st.lists(st.sampled_from(NAMES), unique=True), st.randoms(use_true_random=False))
def test_every_file_is_in_one_group_whatever_the_order(
    names: Sequence[str], chance: random.Random
) -> None:
    found = groups(*names)
    assert sorted(name for group in found for name in group) == sorted(names)
    assert [group[0] for group in found] == sorted((g[0] for g in found), key=names.index)
    others = list(names)
    chance.shuffle(others)
    assert {frozenset(g) for g in groups(*others)} == {frozenset(g) for g in found}
