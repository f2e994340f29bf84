"""What stands for a mark or a note wherever it is shown."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from tui_reader.state.notebook import Entry

__all__ = ["NOTE", "sign"]

NOTE: Final = "✎"


def sign(entry: "Entry") -> str:
    """The letter of a mark, or a pencil for a note."""
    return entry.letter or NOTE
