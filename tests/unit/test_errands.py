from functools import partial
from threading import Event, Timer
from typing import cast

from textual.message import Message
from textual.message_pump import MessagePump

from tui_reader.errors import PathError
from tui_reader.ui.errands import Errands
from tui_reader.ui.reports import WorkFailed


class Box:
    """Takes reports in."""

    def __init__(self) -> None:
        self.reports: list[Message] = []

    def post_message(self, message: Message) -> bool:
        self.reports.append(message)
        return True

    @property
    def pump(self) -> MessagePump:
        return cast(MessagePump, self)


def test_errands_are_done_in_the_order_in_which_they_are_given() -> None:
    errands, box, done, first_may_end = Errands(), Box(), list[int](), Event()

    def slow() -> None:
        first_may_end.wait(10)
        done.append(0)

    errands.give(slow, box.pump)
    for number in range(1, 5):
        errands.give(partial(done.append, number), box.pump)
    assert done == []
    first_may_end.set()
    errands.finish()
    assert done == [0, 1, 2, 3, 4]


def test_what_fails_is_told_and_the_next_is_done_all_the_same() -> None:
    def fail(error: Exception) -> None:
        raise error

    errands, box = Errands(), Box()
    errands.give(lambda: fail(PathError("The disk is full.")), box.pump)
    errands.give(lambda: fail(KeyError("slip")), box.pump)
    errands.give(lambda: Message(), box.pump)
    errands.finish()
    *failed, last = box.reports
    sentences = [report.reason for report in failed if isinstance(report, WorkFailed)]
    assert sentences == ["The disk is full.", "Something broke (KeyError: 'slip')."]
    assert type(last) is Message


def test_what_comes_after_all_are_done_is_done_at_once() -> None:
    errands, box, done = Errands(), Box(), list[int]()
    errands.finish()
    errands.give(lambda: done.append(1), box.pump)
    assert done == [1]


def test_what_fails_while_one_leaves_is_known_afterwards() -> None:
    def fail(sentence: str) -> None:
        raise PathError(sentence)

    errands, box, leaving = Errands(), Box(), Event()

    def slow() -> None:
        leaving.wait(10)
        fail("The disk is full.")

    errands.give(lambda: fail("That was told."), box.pump)
    errands.give(slow, box.pump)
    while not box.reports:
        leaving.wait(0.001)
    Timer(0.01, leaving.set).start()
    errands.finish()
    errands.give(lambda: fail("It still is."), box.pump)
    assert errands.failed == ("The disk is full.", "It still is.")
