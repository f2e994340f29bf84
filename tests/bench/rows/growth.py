"""Reading time over size, for every format: sixteen times the text, sixteen times the time.

Also of text that was written to take a parser's time: one piece of markup again and again.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.episodes import Episode, Said, marathon
from tests.bench.measuring import timed
from tests.bench.row import Figure, Row, Setting
from tests.bench.writers import WRITERS
from tui_reader.errors import ReaderError
from tui_reader.formats import formats
from tui_reader.loading import load_bytes

__all__ = ["HOSTILE", "ROW"]

_MEGABYTE: Final = 1_000_000
_TIMES: Final = 16
_GOAL: Final = 1.5
"""How many times longer a character may take to read where there are sixteen times as many."""

_HOSTILE_SIZE: Final = 250_000
_HOSTILE_TIMES: Final = 4
_HOSTILE_GOAL: Final = 2.5
_NEGLIGIBLE: Final = 0.05
"""Seconds: below, the clock tells more about the machine than about the text."""

HOSTILE: Final = (
    *("<v ", "<", "&", "&#x", "<!--", "<p>", "</", "]]>", "<![CDATA[", "<a b='"),
    *("[", "(", "{", '"', "\\", "{\\", '{"a":', "[[", "]", ")", "[0:0", "(1:02)", "00:", "1:"),
    *("**", "*", "_", "`", "~", "#", "# ", "> ", "- ", "* a\n", "|", "![](", "[a](", "{{<", "{%"),
    *(
        "a: ",
        "A: a\n",
        "A B C D: ",
        "A (1:02)\n",
        "A  0:01\n",
        "a\n",
        "\n",
        " ",
        "\t",
        " \n",
        "a\n\n",
    ),
    *("-->", " --> ", "00:00:01.000 --> ", "1\n00:00:01,000 --> 00:00:02,000\n", ">>", ">> A: "),
    *("[00:01.00]", "[00:00.000 --> 00:01.000]", "00:00:01 a\n", "0:00:01.000,0:00:02.000\n"),
    *("---\n", "+++\n", "a: &a [*a]\n", "- - ", "? ", "\ufeff", "\u202e", "é", "0" * 50, "A" * 50),
)
"""What a text is made of, again and again, to take somebody's time."""


def measure(setting: Setting) -> Iterator[Figure]:
    """Every format in two sizes; hostile text against every parser."""
    size = _MEGABYTE if setting.at_size(1) or setting.runs > 1 else _MEGABYTE // 64
    for name, writer in WRITERS.items():
        small, large = (
            partial(_read, writer.write(_talk(size * times)), writer.suffix)
            for times in (1, _TIMES)
        )
        small()
        whole = min(timed(large) for _ in range(setting.runs))
        part = min(timed(small) for _ in range(3))
        what = f"{name}: {_TIMES} times the text ÷ {_TIMES} times its time"
        yield Figure(what, whole, part * _TIMES, _GOAL)
    length = _HOSTILE_SIZE if size == _MEGABYTE else _HOSTILE_SIZE // 25
    for fmt in formats():
        worst = max(_slowdowns(fmt.parse, length), key=lambda slowdown: slowdown.ratio)
        what = f"{fmt.name}: the worst of hostile texts, {_HOSTILE_TIMES} times as long"
        note = f"the worst is {worst.piece!r}"
        yield Figure(what, worst.long, worst.short * _HOSTILE_TIMES, _HOSTILE_GOAL, note=note)


@cache
def _hour() -> Episode:
    return marathon(700, 0)


def _talk(size: int) -> Episode:
    """A talk of about so many characters: an hour of one, over and over."""
    hour = _hour()
    length = sum(len(turn.text) for turn in hour.turns)
    lasts = hour.turns[-1].cues[-1][1] + 1_000
    turns: list[Said] = []
    for again in range(-(-size // length)):
        turns += (_later(turn, again * lasts) for turn in hour.turns)
    return replace(hour, turns=tuple(turns))


def _later(turn: Said, by: int) -> Said:
    cues = tuple((start + by, end + by, text) for start, end, text in turn.cues)
    return turn._replace(cues=cues)


def _read(text: str, suffix: str) -> None:
    load_bytes(text.encode(), Path(f"talk{suffix}"))


class _Slowdown(NamedTuple):
    """Seconds for a hostile text, and for one several times as long."""

    piece: str
    short: float
    long: float

    @property
    def ratio(self) -> float:
        """How much longer a character of the long one takes."""
        return self.long / self.short if self.long > _NEGLIGIBLE else 0.0


def _slowdowns(parse: Callable[[str], object], length: int) -> Iterator[_Slowdown]:
    for piece in HOSTILE:
        texts = (piece * (length * times // len(piece)) for times in (1, _HOSTILE_TIMES))
        short, long = (timed(partial(_parsed, parse, text)) for text in texts)
        yield _Slowdown(piece, short, long)


def _parsed(parse: Callable[[str], object], text: str) -> None:
    try:
        parse(text)
    except ReaderError:
        return


ROW: Final = Row("growth", 70, measure, grows=False)
