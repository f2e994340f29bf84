"""Words with their source, as one pastes them into a text of one's own."""

from tui_reader.model import Metadata
from tui_reader.timecode import format_clock

__all__ = ["cite"]


def cite(text: str, about: Metadata, speaker: str | None, time: int | None) -> str:
    """`text` in quotation marks, then who said it, in which episode, and when (milliseconds)."""
    source = [speaker] if speaker else []
    source.append(f"“{about.title}”" if speaker else about.title)
    if about.show:
        source.append(about.show)
    if about.date:
        source.append(about.date.isoformat())
    if time is not None:
        source.append(format_clock(time))
    return f"“{' '.join(text.split())}” — {', '.join(source)}"
