"""Marks and notes as tests need them, without a database."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from tui_reader.anchoring import Anchor, anchor
from tui_reader.identity import Identity
from tui_reader.model import Place, Transcript
from tui_reader.state.notebook import Entry, Kind

__all__ = ["entry", "identity"]

_DAY = datetime(2026, 1, 1, tzinfo=UTC)


def identity(title: str = "Bread", path: str = "/talks/bread.md", **more: str | None) -> Identity:
    """Who an episode is, of which nothing but its name is known."""
    return Identity(Path(path), "", (), title, more.get("show"), more.get("date"))


def entry(
    number: int = 1,
    *,
    letter: str | None = None,
    about: Identity | None = None,
    quote: str = "The dough is older than I am.",
    speaker: str | None = "Łukasz",
    time: int | None = 277_000,
    text: str = "",
    at: tuple[Transcript, Place, Place | None] | None = None,
    day: int = 0,
) -> Entry:
    """A note, or with a `letter` a mark; `at` two places of a transcript where one is given."""
    start, end = _nowhere(), None
    if at is not None:
        transcript, first, last = at
        start = anchor(transcript, first)
        end = None if last is None else anchor(transcript, last)
    moment = _DAY + timedelta(days=day)
    return Entry(
        number,
        Kind.MARK if letter else Kind.NOTE,
        letter,
        about or identity(),
        start._replace(turn=number) if at is None else start,
        end,
        quote,
        speaker,
        time,
        text,
        moment,
        moment,
    )


def _nowhere() -> Anchor:
    return anchor(Transcript(), Place(-1))
