"""Reading time over size, for every format: sixteen times the text, sixteen times the time.

Also of text that was written to take a parser's time. All of it is time of the processor, so that
others may use the machine meanwhile.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Final, NamedTuple

from tests.bench.episodes import Episode, Said, marathon
from tests.bench.hostile import CROWDS, TEXTS, Text
from tests.bench.row import Figure, Row, Setting
from tests.bench.writers import WRITERS, Writer
from tui_reader.errors import ReaderError
from tui_reader.formats import formats
from tui_reader.layout import Layout
from tui_reader.loading import load_bytes
from tui_reader.page import Page

__all__ = ["ROW"]

_MEGABYTE: Final = 1_000_000
_TIMES: Final = 16
_GOAL: Final = 1.5
"""How many times longer a character may take to read where there are sixteen times as many."""

_HOSTILE: Final = 10_000
_CROWD: Final = 50_000
_HOSTILE_TIMES: Final = 4
_HOSTILE_GOAL: Final = 2.5
_NEGLIGIBLE: Final = 0.03
"""Seconds: below, the clock tells more about the machine than about the text."""

_SUSPICIOUS: Final = 1.6
_WIDTH: Final = 80


def measure(setting: Setting) -> Iterator[Figure]:
    """Every format in two sizes; hostile text against every parser, crowds against the reader.

    One run on a small library is for seeing that all of this works: it takes less of everything.
    """
    full = bool(setting.at_size(1)) or setting.runs > 1
    size, step = (_MEGABYTE, 1) if full else (_MEGABYTE // 64, 16)
    for name, writer in WRITERS.items():
        yield _grown(name, writer, size, setting.runs)
    texts = dict(islice(TEXTS.items(), 0, None, step))
    for fmt in formats():
        what = f"{fmt.name}: the worst of {len(texts)} hostile texts"
        runs = ((name, text, partial(_parsed, fmt.parse)) for name, text in texts.items())
        yield _worst(what, runs, _HOSTILE // step)
    crowds = dict(islice(CROWDS.items(), 0, None, step))
    runs = ((name, text, partial(_shown, suffix)) for name, (suffix, text) in crowds.items())
    yield _worst(f"the worst of {len(crowds)} crowds, read and laid out", runs, _CROWD // step)


def _grown(name: str, writer: Writer, size: int, runs: int) -> Figure:
    """How long files in a format take to read, one of `size` and one sixteen times as large.

    The large one is read again, up to so many `runs`, where it looks bad.
    """
    small, large = (writer.write(_talk(turns)) for turns in _turns(writer, size))
    part = min(_seconds(partial(_read, small, writer.suffix)) for _ in range(3))
    expected = part * len(large) / len(small)
    whole = _seconds(partial(_read, large, writer.suffix))
    for _ in range(1, runs):
        if whole > _GOAL * expected:
            whole = min(whole, _seconds(partial(_read, large, writer.suffix)))
    what = f"{name}: {_TIMES} times the text ÷ {_TIMES} times its time"
    return Figure(what, whole, expected, _GOAL)


def _turns(writer: Writer, size: int) -> tuple[int, int]:
    """How many turns make a file of that size, and one sixteen times as large."""
    some, more = len(writer.write(_talk(20))), len(writer.write(_talk(120)))
    each = (more - some) / 100
    return max(round(size / each), 20), max(round(size * _TIMES / each), 20)


@cache
def _hour() -> Episode:
    return marathon(700, 0)


def _talk(turns: int) -> Episode:
    """A talk of so many turns: an hour of one, over and over."""
    hour = _hour()
    lasts = hour.turns[-1].cues[-1][1] + 1_000
    said = (
        _later(turn, again * lasts)
        for again in range(-(-turns // len(hour.turns)))
        for turn in hour.turns
    )
    return replace(hour, turns=tuple(islice(said, turns)))


def _later(turn: Said, by: int) -> Said:
    cues = tuple((start + by, end + by, text) for start, end, text in turn.cues)
    return turn._replace(cues=cues)


def _read(text: str, suffix: str) -> None:
    load_bytes(text.encode(), Path(f"talk{suffix}"))


class _Slowdown(NamedTuple):
    """Seconds for a hostile text, and for one several times as long."""

    name: str
    short: float
    long: float

    @property
    def ratio(self) -> float:
        """How much longer a character of the long one takes."""
        return self.long / (self.short * _HOSTILE_TIMES) if self.long > _NEGLIGIBLE else 0.0


def _worst(
    what: str, runs: Iterable[tuple[str, Text, Callable[[str], object]]], length: int
) -> Figure:
    """The text whose time grows fastest; where none takes long enough to tell, the slowest."""
    slowdowns = [_slowdown(name, text, read, length) for name, text, read in runs]
    worst = max(slowdowns, key=lambda one: (one.ratio, one.long))
    if not worst.ratio:
        return Figure(what, worst.long)
    note = f"the worst is {worst.name}"
    return Figure(what, worst.long, worst.short * _HOSTILE_TIMES, _HOSTILE_GOAL, note=note)


def _slowdown(name: str, text: Text, read: Callable[[str], object], length: int) -> _Slowdown:
    """What looks bad is measured three times."""
    short, long = (partial(read, text(length * times)) for times in (1, _HOSTILE_TIMES))
    found = _Slowdown(name, _seconds(short), _seconds(long))
    if found.ratio < _SUSPICIOUS:
        return found
    return _Slowdown(name, *(min(_seconds(work) for _ in range(3)) for work in (short, long)))


def _seconds(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _parsed(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ReaderError:
        return


def _shown(suffix: str, text: str) -> None:
    """Read as a file, and laid out for a screen."""
    try:
        loaded = load_bytes(text.encode(), Path(f"talk{suffix}"))
    except ReaderError:
        return
    Layout(Page(loaded.transcript), _WIDTH)


ROW: Final = Row("growth", 70, measure, grows=False)
