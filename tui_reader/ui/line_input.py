"""A line that somebody types or pastes, with nothing in it that a terminal would obey."""

from textual.widgets import Input

from tui_reader.harmless import harmless

__all__ = ["LineInput"]


class LineInput(Input):
    """An input whose text is shown, and repeated in messages, as it stands."""

    def validate_value(self, value: str) -> str:
        """What was pasted made harmless, each character still one."""
        return harmless(value).replace("\n", " ").replace("\t", " ")
