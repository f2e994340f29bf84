"""The steps in which a query widens, and what each of them finds."""

from collections.abc import Callable, Container, Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.index import Abandoned, Index
from tui_reader.model import Metadata
from tui_reader.query import Query
from tui_reader.text.words import Span
from tui_reader.widening.answers import Answer, Kind, answers
from tui_reader.widening.lexicon import lexicon_of
from tui_reader.widening.places import Run, promising
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

All words in one long turn may be there by accident; that is no better than most of the words.
"""


class WideHit(NamedTuple):
    """A turn that may be meant, where in its text the words are, and how well it answers."""

    episode: int
    turn: int
    spans: tuple[Span, ...]
    score: float


class Group(NamedTuple):
    """What one step finds, the best first, at most 50."""

    kind: Kind
    hits: tuple[WideHit, ...]


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

    places = promising(readings, lexicon, index, asks, check)
    speech.fetch(_turns([*places.turns, *places.runs]))

    def allows(number: int, turn_number: int) -> bool:
        turn = speech.turn(number, turn_number)
        if turn is None or (number, turn_number) in exact:
            return False
        return rest.allows(number, turn, speech.following(number, turn_number))

    for kind, found in _by_kind(answers(places, reader, speech, allows, check)):
        yield Group(kind, tuple(_hit(answer, speech, reader) for answer in found[:_MOST]))


def _by_kind(found: Sequence[Answer]) -> Iterator[tuple[Kind, list[Answer]]]:
    """The steps that find something, with the best of it first."""
    best = max((answer.score for answer in found), default=0.0)
    steps: dict[Kind, list[Answer]] = {kind: [] for kind in Kind}
    for answer in sorted(found, key=lambda answer: (-answer.score, answer.episode, answer.turn)):
        if answer.score >= _GOOD * best:
            steps[answer.kind].append(answer)
        elif answer.score >= _WORTH_SHOWING * best:
            steps[Kind.MOST].append(answer)
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
