"""Who speaks in a file, by other files of the same recording."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tests.unit.talks import heard
from tui_reader.library import Library
from tui_reader.library.same_recording import recognised
from tui_reader.model import Transcript
from tui_reader.people import Rule, Rules

Found = list[tuple[str, dict[str, str]]]


def captions(transcript: Transcript, seconds: int = 20) -> str:
    cues = []
    for number, turn in enumerate(transcript.turns):
        start, end = divmod(number * seconds, 60), divmod((number + 1) * seconds, 60)
        clock = f"{start[0]:02}:{start[1]:02}.000 --> {end[0]:02}:{end[1]:02}.000"
        cues.append(f"{clock}\n<v {turn.speaker}>{turn.text}\n")
    return "\n".join(["WEBVTT\n", *cues])


@pytest.fixture
def look(tmp_path: Path) -> Iterator[Callable[..., Found]]:
    """Writes files, and looks for who speaks in the first of them."""
    libraries = []

    def look(files: dict[str, str], rules: Rules | None = None, most: int = 9) -> Found:
        for name, text in files.items():
            (tmp_path / name).write_text(text)
        library = Library([tmp_path])
        libraries.append(library)
        for _ in library.build():
            pass
        here = next(one for one in library.episodes if one.path.name == next(iter(files)))
        transcript = library.open(here).transcript
        left = iter([False] * most + [True] * 99)
        asked = recognised(
            here.path, transcript, library.episodes, rules or Rules(), lambda: next(left)
        )
        return [(one.title, {m.label: m.name for m in one.matches}) for one in asked]

    yield look
    for library in libraries:
        library.close()


HERE = captions(heard(1, "Speaker 1", "Speaker 2"))
NAMED = {"Speaker 1": "Ada", "Speaker 2": "Bo"}


def test_another_file_of_the_recording_has_the_names(look: Callable[..., Found]) -> None:
    assert look(
        {
            "captions.vtt": HERE,
            "export.vtt": captions(heard(1, "Ada", "Bo")),
            "another.vtt": captions(heard(2, "Ada", "Bo")),
            "also captions.vtt": captions(heard(1, "SPEAKER_00", "SPEAKER_01")),
        }
    ) == [("export", NAMED)]


def test_files_of_another_length_are_not_looked_into_unless_called_alike(
    look: Callable[..., Found],
) -> None:
    longer = captions(heard(1, "Ada", "Bo"), seconds=30)
    assert look({"captions.vtt": HERE, "longer.vtt": longer}) == []
    titled = f"WEBVTT - The talk\n{longer.removeprefix('WEBVTT')}"
    here = f"WEBVTT - The talk\n{HERE.removeprefix('WEBVTT')}"
    assert look({"captions.vtt": here, "longer.vtt": titled}) == [("The talk", NAMED)]


def test_names_that_a_person_has_given_are_names(look: Callable[..., Found]) -> None:
    rules = Rules([Rule("Ada", ("SPEAKER_00",)), Rule("Bo", ("SPEAKER_01",))])
    files = {"captions.vtt": HERE, "others.vtt": captions(heard(1, "SPEAKER_00", "SPEAKER_01"))}
    assert look(files, rules) == [("others", NAMED)]


def test_who_has_a_name_needs_no_other(look: Callable[..., Found]) -> None:
    files = {"a.vtt": captions(heard(1, "Ada", "Bo")), "b.vtt": captions(heard(1, "Eve", "Bo"))}
    assert look(files) == []


def test_nobody_is_looked_for_who_is_not_wanted_any_more(look: Callable[..., Found]) -> None:
    assert look({"captions.vtt": HERE, "export.vtt": captions(heard(1, "Ada", "Bo"))}, most=0) == []


@pytest.mark.corpus
def test_a_recorders_export_has_the_names_for_a_recognisers_captions() -> None:
    library = Library([needs_shared("seeds")])
    for _ in library.build():
        pass
    here = next(one for one in library.episodes if one.path.name.startswith("001"))
    found = list(
        recognised(
            here.path, library.open(here).transcript, library.episodes, Rules(), lambda: False
        )
    )
    library.close()
    assert [{m.label: m.name for m in one.matches} for one in found] == [
        {
            "Speaker 1": "Will Button",
            "Speaker 2": "Will Button",
            "Speaker 3": "Warren",
            "Speaker 4": "Omer",
        }
    ]
