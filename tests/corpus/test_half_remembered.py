"""Whether the turn is found that somebody half-remembers, in the five real transcripts."""

from collections.abc import Iterator

import pytest

from tests.corpus.half_remembered import HELD_OUT, TUNED, Remembered
from tests.shared import needs_shared
from tui_reader.fold import spaced
from tui_reader.library import Library
from tui_reader.query import parse
from tui_reader.widening.recall import recall

pytestmark = pytest.mark.corpus

FIRST = 5
GOOD_ENOUGH = 0.95


@pytest.fixture(scope="module")
def library() -> Iterator[Library]:
    library = Library([needs_shared("seeds")])
    for _ in library.build():
        pass
    yield library
    library.close()


def meant(remembered: Remembered, library: Library) -> set[tuple[int, int]]:
    """The turns that have one of the pieces; there is no piece that no turn has."""
    (episode,) = (e for e in library.episodes if e.path.name.startswith(remembered.file))
    texts = {
        number: f" {' '.join(spaced(turn.text).split())} "
        for number, turn in library.index.turns(episode.number, range(episode.turns)).items()
    }
    found = set()
    for piece in remembered.pieces:
        words = f" {' '.join(spaced(piece).split())} "
        turns = {(episode.number, number) for number, text in texts.items() if words in text}
        assert turns, piece
        found |= turns
    return found


def first_hits(query: str, library: Library) -> set[tuple[int, int]]:
    groups = recall(parse(query), library.index, about=library.about)
    hits = [(hit.episode, hit.turn) for group in groups for hit in group.hits]
    return set(hits[:FIRST])


@pytest.mark.parametrize("queries", [TUNED, HELD_OUT], ids=["tuned", "held out"])
def test_the_turn_meant_is_among_the_first(
    queries: tuple[Remembered, ...], library: Library
) -> None:
    missed = [
        one.query
        for one in queries
        if first_hits(one.query, library).isdisjoint(meant(one, library))
    ]
    assert len(queries) >= 40
    assert len(missed) <= (1 - GOOD_ENOUGH) * len(queries), missed


def test_a_turn_that_has_the_words_as_written_comes_first(library: Library) -> None:
    group = next(recall(parse("giant leaps"), library.index, about=library.about))
    for hit in group.hits:
        text = library.index.turn(hit.episode, hit.turn).text
        assert {text[a:b].lower() for a, b in hit.spans} <= {"giant", "leaps", "giant leaps"}
        assert hit.spans
