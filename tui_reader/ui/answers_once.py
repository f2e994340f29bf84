"""Screens that open over others for an answer."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

__all__ = ["AnswersOnce"]

Answer = TypeVar("Answer")


class AnswersOnce(Screen[Answer]):
    """Goes away once, however often it is asked to.

    When Enter is pressed twice, Textual would take away whichever screen is on top by then.
    """

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answer, unless that is done already."""
        return super().dismiss(result) if self.is_active else AwaitComplete()
