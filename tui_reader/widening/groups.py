"""The steps in which a query widens, and what each of them finds."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.index import Abandoned, Index
from tui_reader.model import Metadata
from tui_reader.query import Query
from tui_reader.text.words import Span
from tui_reader.widening.answers import Answer, Kind, answers
from tui_reader.widening.lexicon import lexicon_of
from tui_reader.widening.places import Run, in_batches, promising
from tui_reader.widening.readings import read
from tui_reader.widening.rest import Rest, asked_words
from tui_reader.widening.scoring import Reader
from tui_reader.widening.spans import spans_of
from tui_reader.widening.speech import Speech

__all__ = ["ENOUGH", "Group", "WideHit", "widen"]

ENOUGH: Final = 10
"""With so many hits, the exact ones too, nobody needs a query to be wider."""

_MOST: Final = 50
"""A group has so many hits at most."""

_GOOD: Final = 0.8
_WORTH_SHOWING: Final = 0.5
"""How much a hit must be worth of the best one of all: to be shown in its own step, or at all.

All words in one long turn may be there by accident; that is no better than most of the words,
where the query has so many that most of them is something else than all.
"""


class WideHit(NamedTuple):
    """A turn that may be meant, where in its text the words are, and how well it answers."""

    episode: int
    turn: int
    spans: tuple[Span, ...]
    score: float


class Group(NamedTuple):
    """What one step finds, the best first, at most 50, and how many more there are.

    `others` is as far as that is known: not all of very many turns are read.
    """

    kind: Kind
    hits: tuple[WideHit, ...]
    others: int = 0

    @property
    def total(self) -> int:
        """How many hits there are in all, as far as known."""
        return len(self.hits) + self.others


def widen(
    query: Query,
    index: Index,
    *,
    exact: Container[tuple[int, int]],
    about: Callable[[int], Metadata],
    languages: Sequence[str] = (),
    episode: int | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Iterator[Group]:
    """What `query` finds when it is taken less and less at its word, a step at a time.

    The turns in `exact`, as (episode, turn), are left out, and a turn is in one group only. The
    `languages` are ISO 639 codes; those that the library's own words tell are added. With an
    `episode`, only its turns are hits. Raises Abandoned soon after `cancelled` turns true.
    """

    def check() -> None:
        if cancelled is not None and cancelled():
            raise Abandoned

    words = asked_words(query)
    if not words:
        return
    lexicon = lexicon_of(index)
    readings = read(words, lexicon, tuple(dict.fromkeys([*languages, *lexicon.languages])), check)
    reader, rest, speech = Reader(readings), Rest(query, about), Speech(index)

    def asks(number: int) -> bool:
        return episode in (None, number) and rest.asks(number)

    may_be = _Allowed(rest, speech, exact)
    places = promising(readings, lexicon, index, asks, may_be.among, check)
    speech.fetch(_turns([*places.turns, *places.runs]))
    found = answers(places, reader, speech, may_be, check)
    known = {(answer.episode, answer.turn) for answer in found}
    for kind, most in _by_kind(found, reader):
        hits = tuple(_hit(answer, speech, reader) for answer in most[:_MOST])
        others = len(most) - len(hits)
        if others:
            unread = {(number, turn) for number, turn, near in places.unread if kind is _kind(near)}
            for some in in_batches(sorted(unread - known)):
                check()
                others += len(may_be.among(some))
        yield Group(kind, hits, others)


class _Allowed:
    """Whether turns may be hits: they have what does not widen, and are not found already."""

    def __init__(self, rest: Rest, speech: Speech, exact: Container[tuple[int, int]]) -> None:
        self._rest = rest
        self._speech = speech
        self._exact = exact

    def __call__(self, number: int, turn_number: int) -> bool:
        """Of a turn that has been read."""
        if (number, turn_number) in self._exact:
            return False
        if self._rest.allows_all(number):
            return True
        turn = self._speech.turn(number, turn_number)
        following = self._speech.following(number, turn_number)
        return turn is not None and self._rest.allows(number, turn, following)

    def among(self, turns: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """Those of some turns; they are read where they have to be."""
        doubtful = [Run(n, turn, turn) for n, turn in turns if not self._rest.allows_all(n)]
        self._speech.fetch(_turns(doubtful))
        return [place for place in turns if self(*place)]


def _kind(near: bool) -> Kind:
    return Kind.SPELLINGS if near else Kind.FORMS


def _by_kind(found: Sequence[Answer], reader: Reader) -> Iterator[tuple[Kind, list[Answer]]]:
    """The steps that find something, with the best of it first."""
    best = max((answer.score for answer in found), default=0.0)
    steps: dict[Kind, list[Answer]] = {kind: [] for kind in Kind}
    for answer in sorted(found, key=lambda answer: (-answer.score, answer.episode, answer.turn)):
        if answer.score >= _GOOD * best:
            steps[answer.kind].append(answer)
        elif answer.score >= _WORTH_SHOWING * best:
            steps[Kind.MOST if reader.can_lack_words else answer.kind].append(answer)
    return ((kind, answers) for kind, answers in steps.items() if answers)


def _turns(runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """The turns of `runs`, and the one after each, which a phrase may go on in."""
    for run in runs:
        for number in range(run.first, run.last + 2):
            yield run.episode, number


def _hit(answer: Answer, speech: Speech, reader: Reader) -> WideHit:
    turn = speech.turn(answer.episode, answer.turn)
    text = turn.text if turn else ""
    spans = spans_of(text, answer.passage, reader)
    return WideHit(answer.episode, answer.turn, spans, answer.score)
