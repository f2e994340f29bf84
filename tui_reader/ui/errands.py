"""Errands to the disk, each done after the one before it, and all of them before one leaves."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_line
from tui_reader.ui.reports import WorkFailed

if TYPE_CHECKING:
    from textual.message import Message
    from textual.message_pump import MessagePump

__all__ = ["Errand", "Errands"]

Errand: TypeAlias = "Callable[[], Message | None]"
"""Something slow, which touches no widget, and answers with what there is to report."""


class Errands:
    """Does one errand after the other in a thread of its own.

    Textual's workers run side by side, and are cancelled when their screen closes: of two changes
    the later one could come first, and the last be lost.
    """

    def __init__(self) -> None:
        self._waiting: SimpleQueue[tuple[Errand, MessagePump] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._finished = False
        self.failed: tuple[str, ...] = ()
        """What went wrong since nobody is there any more to take reports, in sentences."""

    def give(self, errand: Errand, reports_to: MessagePump) -> None:
        """Have something done, and what comes of it reported to a screen.

        Once all had to be finished, it is done at once.
        """
        if self._finished:
            self._note_failure(_report_of(errand))
            return
        if self._thread is None:
            self._thread = Thread(target=self._work, name="errands", daemon=True)
            self._thread.start()
        self._waiting.put((errand, reports_to))

    def finish(self) -> None:
        """Wait until all is done."""
        self._finished = True
        if self._thread is not None:
            self._waiting.put(None)
            self._thread.join()
            self._thread = None

    @property
    def is_finished(self) -> bool:
        """Whether those who gave errands are leaving."""
        return self._finished

    def _note_failure(self, report: Message | None) -> None:
        if self._finished and isinstance(report, WorkFailed):
            self.failed += (report.reason,)

    def _work(self) -> None:
        while (given := self._waiting.get()) is not None:
            errand, reports_to = given
            report = _report_of(errand)
            self._note_failure(report)
            if report is not None:
                reports_to.post_message(report)


def _report_of(errand: Errand) -> Message | None:
    try:
        return errand()
    except ReaderError as error:
        return WorkFailed(error.message)
    except Exception as error:  # a slip in one errand does not lose those after it
        return WorkFailed(harmless_line(f"Something broke ({type(error).__name__}: {error})."))
