"""Where one is, in words: what stands above the transcript and in the status line."""

from collections.abc import Iterator

from tui_reader.model import Place, Transcript
from tui_reader.page import Page, turns_in_words
from tui_reader.timecode import format_clock

__all__ = ["pane_title", "place_in_words"]


def pane_title(page: Page, *, narrow: bool, turns_shown: str = "") -> str:
    """What is open; of a page that does not show it all, first how much is shown, and what.

    Where it is `narrow`, there is no room for everything.
    """
    transcript = page.transcript
    title, count = transcript.metadata.title, len(transcript.turns)
    if len(page.shown) < count:
        shown = f"{len(page.shown)} of {turns_in_words(transcript, count)}"
        return " ─ ".join(filter(None, (shown, turns_shown, title)))
    parts = [title]
    if (speakers := len(transcript.speakers)) and not narrow:
        parts.append(f"{speakers} speaker{'s' * (speakers > 1)}")
    if transcript.duration is not None:
        parts.append(format_clock(transcript.duration))
    return " ─ ".join(parts)


def place_in_words(transcript: Transcript, place: Place, *, narrow: bool) -> str:
    """The time, the turn and who speaks there; above the first turn, how long it is."""
    return " · ".join(_place(transcript, place, narrow))


def _place(transcript: Transcript, place: Place, narrow: bool) -> Iterator[str]:
    if not transcript.turns:
        if chapters := len(transcript.sections):
            yield f"{chapters} chapter{'s' * (chapters > 1)}"
        return
    if place.turn < 0:
        yield turns_in_words(transcript, len(transcript.turns))
        return
    time = transcript.time_of(place)
    if time is not None:
        total = transcript.duration or 0
        yield format_clock(time) + ("" if narrow else f" / {format_clock(total)}")
    yield f"turn {place.turn + 1}/{len(transcript.turns)}"
    if speaker := transcript.turns[place.turn].speaker:
        yield speaker
