"""The episodes that a command is asked about, read one after the other."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from tui_reader.cli.arguments import source
from tui_reader.cli.console import complain
from tui_reader.cli.streaming import in_order
from tui_reader.finding import find
from tui_reader.library import Survey, joined, lost_episode, survey

__all__ = ["surveyed"]


def surveyed(asked: Sequence[str]) -> tuple[Iterator[Survey], bool]:
    """What is known of the episodes in the paths, as they are read, in their order.

    Paths that are nothing are told at once; and whether there are any.
    """
    paths, stdin = source(asked)
    files, left_out, named, _ = find(paths)
    for error in left_out:
        complain(error.message)
    task = partial(survey, stdin=stdin, named=named)
    return in_order(task, joined(files), lost=_lost), bool(left_out)


def _lost(number: int, files: tuple[Path, ...], why: str) -> Survey:
    return Survey(number, (lost_episode(number, files, why),))
