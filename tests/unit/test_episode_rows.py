"""What the list says about an episode where there is not room for all."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style

from tui_reader.library import Episode, identity_of
from tui_reader.model import Metadata, Status
from tui_reader.speakers import Share
from tui_reader.state import Progress, ReadMarks
from tui_reader.ui.episode_rows import EpisodeRows
from tui_reader.ui.how_far import HowFar
from tui_reader.ui.styling import Brush

TALK = Episode(
    0,
    Path("talk.vtt"),
    metadata=Metadata("Talk", show="Allotment hour", date=datetime.date(2024, 5, 6)),
    duration=199_000,
    shares=(Share("Ada", 1, 1, None), Share("Bo", 1, 1, None)),
    turns=2,
    problems=3,
)


class Plain(Brush):
    """Paints nothing."""

    def __init__(self) -> None:
        pass

    def piece(self, text: str, *_: str) -> Segment:
        return Segment(text, Style.null())


def facts(episode: Episode, width: int, how_far: HowFar | None = None) -> str:
    rows = EpisodeRows([episode])
    rows.how_far = how_far
    return "".join(piece.text for piece in rows.paint(1, width + 2, Plain())).strip()


@pytest.mark.parametrize(
    ("width", "told"),
    [
        (80, "Allotment hour · 2024-05-06 · 03:19 · 2 speakers · 3 problems"),
        (44, "2024-05-06 · 03:19 · 2 speakers · 3 problems"),
        (31, "2024-05-06 · 03:19 · 3 problems"),
        (23, "2024-05-06 · 3 problems"),
        (12, "2024-05-06"),
        (6, "03:19"),
    ],
)
def test_what_was_wrong_stays_when_the_room_gets_less(width: int, told: str) -> None:
    assert facts(TALK, width) == told


def test_what_is_not_transcribed_says_so_before_all_else() -> None:
    about = Metadata("Soon", show="Allotment hour", date=datetime.date(2024, 5, 6))
    soon = Episode(0, Path("soon.md"), metadata=about, status=Status.MISSING)
    assert facts(soon, 32) == "2024-05-06 · not transcribed yet"
    assert facts(soon, 22) == "not transcribed yet"


def how_far(share: float | None, read: bool | None = None) -> HowFar:
    """What is known of the talk, wherever its file is now."""
    traits = identity_of(TALK).traits
    return HowFar(
        Progress({}, {} if share is None else {traits: share}),
        ReadMarks({}, {} if read is None else {traits: read}),
    )


@pytest.mark.parametrize(
    ("known", "told"),
    [
        (how_far(None), "2024-05-06 · 3 problems"),
        (how_far(0.0), "2024-05-06 · 3 problems"),
        (how_far(0.004), "1 % · 2024-05-06 · 03:19"),
        (how_far(0.42), "42 % · 2024-05-06 · 03:19"),
        (how_far(1.0), "99 % · 2024-05-06 · 03:19"),
        (how_far(0.42, False), "42 % · 2024-05-06 · 03:19"),
        (how_far(0.42, True), "✓ 2024-05-06 · 3 problems"),
    ],
)
def test_how_far_one_is_comes_first_and_a_tick_costs_no_room(known: HowFar, told: str) -> None:
    assert facts(TALK, 25, known) == told


def test_a_file_that_cannot_be_read_is_not_read_either() -> None:
    broken = replace(TALK, error="It is damaged.")
    assert facts(broken, 25, how_far(0.5, True)) == "It is damaged."
