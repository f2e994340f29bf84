"""What all dialogs have in common."""

from typing import TypeVar

from textual.screen import ModalScreen

from tui_reader.ui.answers_once import AnswersOnce

__all__ = ["Dialog"]

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer], AnswersOnce[Answer]):
    """Opens over the screen, and answers once."""

    CSS_PATH = "dialogs.tcss"
