"""The turns that may be meant by a half-remembered query, and how well each answers it."""

from collections.abc import Callable
from enum import Enum
from typing import Final, NamedTuple

from tui_reader.widening.places import Places, Run
from tui_reader.widening.scoring import Passage, Reader
from tui_reader.widening.speech import Speech

__all__ = ["Answer", "Kind", "answers"]

_SPREAD: Final = 0.9
"""What a score is worth where the words are spread over turns."""

_TURN_GAP: Final = 3
"""Words on both sides of the end of a turn are so much farther from each other."""

_CHECKED: Final = 20
"""After so many turns, whether anybody still waits is asked again."""


class Kind(Enum):
    """In which way a hit is what was asked for: less and less in this order."""

    EXACT = "as written"
    FORMS = "other forms of the words"
    SPELLINGS = "near spellings"
    NEIGHBOURS = "in neighbouring turns"
    MOST = "most of the words"


class Answer(NamedTuple):
    """A turn that may be meant, and where in it the words are."""

    kind: Kind
    score: float
    episode: int
    turn: int
    passage: Passage


def answers(
    places: Places,
    reader: Reader,
    speech: Speech,
    allows: Callable[[int, int], bool],
    check: Callable[[], None],
) -> list[Answer]:
    """The answers at these places, in no order; of a turn, the best.

    Only turns that the caller `allows` are answers; others may be part of a run.
    """
    found: dict[tuple[int, int], Answer] = {}
    for number, run in enumerate([*places.turns, *places.runs]):
        if number % _CHECKED == 0:
            check()
        answer = _answer(run, reader, speech)
        if answer is None or not allows(answer.episode, answer.turn):
            continue
        place = answer.episode, answer.turn
        if place not in found or found[place].score < answer.score:
            found[place] = answer
    return list(found.values())


def _answer(run: Run, reader: Reader, speech: Speech) -> Answer | None:
    """What a run of turns answers, in that of its turns that has most of it."""
    passages = [
        reader.passage(speech.tokens(run.episode, turn)) for turn in range(run.first, run.last + 1)
    ]
    score, turn, passage = max(
        (reader.score(passage), -n, passage) for n, passage in enumerate(passages)
    )
    whole = passage
    if len(passages) > 1:
        whole = _joined(passages)
        score = _SPREAD * reader.score(whole)
    kind = _kind(whole, reader, spread=len(passages) > 1)
    if kind is None:
        return None
    return Answer(kind, score, run.episode, run.first - turn, passage)


def _joined(passages: list[Passage]) -> Passage:
    """Passages, one after the other."""
    occurrences, length = [*passages[0].occurrences], passages[0].length
    for passage in passages[1:]:
        moved = passage.after(length + _TURN_GAP)
        occurrences += moved.occurrences
        length = moved.length
    return Passage(occurrences, length)


def _kind(passage: Passage, reader: Reader, *, spread: bool) -> Kind | None:
    found = passage.occurrences
    if spread and reader.has_all(found, weighty=True):
        return Kind.NEIGHBOURS
    if not spread and reader.has_all(found):
        literal = [occurrence for occurrence in found if not occurrence.reading.near]
        return Kind.FORMS if reader.has_all(literal) else Kind.SPELLINGS
    return Kind.MOST if reader.has_most(found) else None
