"""Whether the turn is found that somebody half-remembers, in the five real transcripts."""

from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

import pytest

from tests.corpus.half_remembered import HELD_OUT, TUNED, Remembered
from tests.shared import needs_shared
from tui_reader.fold import spaced
from tui_reader.library import Library
from tui_reader.query import parse
from tui_reader.widening import Kind
from tui_reader.widening.language import little_words
from tui_reader.widening.recall import recall

pytestmark = pytest.mark.corpus

FIRST = 5
GOOD_ENOUGH = 0.95

MADE = 200
"""So many queries are made of the words of turns."""

UNKNOWN = "xyzzyplugh"
LITTLE = little_words("en") | little_words("pl")


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


def runs_of_words(library: Library) -> Iterator[tuple[list[str], tuple[int, int]]]:
    """Five words that follow each other in a turn, three of them not little, and that turn."""
    random = Random(3)
    turns = [
        ((episode.number, number), spaced(turn.text).split())
        for episode in library.episodes
        for number, turn in library.index.turns(episode.number, range(episode.turns)).items()
    ]
    for place, words in random.sample(turns, len(turns)):
        start = random.randrange(max(1, len(words) - 4))
        run = words[start : start + 5]
        if len(set(run) - LITTLE) >= 3 and not any(map(str.isdigit, run)):
            yield run, place


def swapped(word: str) -> str:
    """`word`, two letters of it in the wrong order."""
    return word if len(word) < 6 else f"{word[:3]}{word[4]}{word[3]}{word[5:]}"


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda words: [words[0], words[1], UNKNOWN, *words[3:]],
        lambda words: [swapped(word) for word in words],
        lambda words: [*words[2:], *words[:2]],
    ],
    ids=["one word wrong", "letters swapped", "another order"],
)
def test_a_turn_is_found_by_words_of_it_that_are_spoilt(
    spoilt: Callable[[list[str]], list[str]], library: Library
) -> None:
    made = list(islice(runs_of_words(library), MADE))
    assert len(made) >= MADE // 2
    queries = [(" ".join(spoilt(words)), place) for words, place in made]
    missed = [query for query, place in queries if place not in first_hits(query, library)]
    assert len(missed) <= (1 - GOOD_ENOUGH) * len(queries), missed


def test_most_of_the_words_are_never_few_of_them(library: Library) -> None:
    for known, _ in islice(runs_of_words(library), MADE // 2):
        for query in (
            f"{known[0]} {UNKNOWN}",
            f"{UNKNOWN} {known[0]} qwrtpsdf",
            f"{UNKNOWN} {known[0]} qwrtpsdf {known[1]} zxcvbnmq",
        ):
            assert list(recall(parse(query), library.index, about=library.about)) == [], query
        kinds = {
            g.kind for g in recall(parse(swapped(known[0])), library.index, about=library.about)
        }
        assert kinds <= {Kind.EXACT, Kind.FORMS, Kind.SPELLINGS}
