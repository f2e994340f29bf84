from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.marks_and_notes import entry, identity
from tui_reader.identity import Identity
from tui_reader.marking.choosing import of_paths
from tui_reader.marking.naming import with_names
from tui_reader.people import Rule, Rules


def never() -> list[Identity]:
    pytest.fail("nothing has to be read")


def test_entries_are_chosen_by_file_and_by_folder(tmp_path: Path) -> None:
    files = [tmp_path / "a" / "1.vtt", tmp_path / "b" / "2.vtt"]
    for file in files:
        file.parent.mkdir()
        file.write_text("")
    one, two = (entry(n, about=identity(path=str(file))) for n, file in enumerate(files))
    assert of_paths([one, two], [tmp_path / "a"], never) == [one]
    assert of_paths([one, two], [tmp_path], never) == [one, two]
    assert of_paths([one, two], [files[1]], list) == [two]


def test_an_episode_that_has_moved_is_known_again(tmp_path: Path) -> None:
    was = identity(path=str(tmp_path / "old.vtt"))._replace(traits="abc")
    now = identity(path=str(tmp_path / "new" / "talk.vtt"))._replace(traits="abc")
    kept = entry(about=was)
    assert of_paths([kept], [tmp_path / "new"], lambda: [now]) == [kept]
    assert of_paths([kept], [tmp_path / "new"], lambda: [now._replace(traits="x")]) == []


def test_in_a_quote_of_several_turns_everybody_has_the_name_they_have_now() -> None:
    told = "Speaker 1: Look!\n\n[…]\n\nSpeaker 2: At 3: a light."
    kept = replace(entry(speaker="Speaker 1", quote=told), end=entry(2).start)
    rules = Rules([Rule("Wen", ("Speaker 1",)), Rule("Mara", ("Speaker 2",))])
    (named,) = with_names([kept], rules)
    assert named.speaker == "Wen"
    assert named.quote == "Wen: Look!\n\n[…]\n\nMara: At 3: a light."


def test_without_rules_names_stay() -> None:
    kept = [entry(), entry(speaker=None)]
    assert with_names(kept, Rules()) == kept
