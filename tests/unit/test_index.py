import pickle
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, scan, written
from tui_reader.index import Abandoned, EpisodeHits, Index, IndexedTurn, prepare
from tui_reader.matching import Matcher
from tui_reader.model import Turn
from tui_reader.query import parse


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    yield index
    index.close()


def add(index: Index, episode: int, *texts: str, speaker: str | None = None) -> None:
    index.add(episode, prepare([Turn(text, speaker) for text in texts]))


def found(index: Index, query: str) -> dict[int, tuple[int, ...]]:
    """The turns with hits by episode."""
    return {hits.episode: hits.turns for hits in index.search(parse(query))}


def test_an_episode_is_found_by_its_words_its_phrases_and_its_speakers(index: Index) -> None:
    add(index, 3, "Kubernetes costs", "the cost\n\nof Kubernetes", speaker="Łukasz Kałużny")
    add(index, 7, "Nothing of the kind", speaker="Omer")
    assert found(index, "kubernetes cost") == {3: (1,)}
    assert found(index, '"cost of"') == {3: (1,)}
    assert found(index, "cost*") == {3: (0, 1)}
    assert found(index, "speaker:lukasz") == {3: (0, 1)}
    assert found(index, "speaker:łukasz -cost") == {3: (0,)}
    assert found(index, "-kubernetes") == {7: (0,)}
    assert found(index, "speaker") == {}


def test_an_accent_in_the_query_is_honoured(index: Index) -> None:
    add(index, 0, "mam żal", "mam zal")
    assert found(index, "zal") == {0: (0, 1)}
    assert found(index, "żal") == {0: (0,)}
    assert found(index, "-żal") == {0: (1,)}
    assert found(index, "mam -żal") == {0: (1,)}


def test_an_episode_added_again_is_replaced_and_one_removed_is_gone(index: Index) -> None:
    add(index, 0, "first", "żółty")
    add(index, 0, "second")
    assert found(index, "first") == found(index, "zolty") == {}
    assert found(index, "second") == {0: (0,)}
    index.remove(0)
    index.remove(99)
    assert found(index, "second") == found(index, "-first") == {}


def test_the_episode_with_the_best_turn_comes_first(index: Index) -> None:
    add(index, 0, "cost is one of very many words in a turn about something else")
    add(index, 1, "a long turn that has cost in it too, but only once", "cost, cost and cost")
    add(index, 2, "unrelated")
    assert index.search(parse("cost")) == [EpisodeHits(1, (0, 1), 1), EpisodeHits(0, (0,), 0)]
    in_order = index.search(parse("cost"), order="episode")
    assert in_order == [EpisodeHits(0, (0,), 0), EpisodeHits(1, (0, 1), 1)]


def test_words_too_common_to_rank_put_the_episode_with_most_hits_first(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.index._RANKED", 2)
    add(index, 0, "the short")
    add(index, 1, "nothing", "the one", "the other")
    assert index.search(parse("the")) == [EpisodeHits(1, (1, 2), 1), EpisodeHits(0, (0,), 0)]


def test_a_turn_is_kept_as_it_was(index: Index) -> None:
    text = "Zażółć\n\ngęślą"
    index.add(5, pickle.loads(pickle.dumps(prepare([Turn("a"), Turn(text, "Omer", 7, line=3)]))))
    assert index.turn(5, 1) == IndexedTurn("Omer", 7, 3, text)
    assert index.turns(5, [1, 0, 9]) == {0: IndexedTurn(None, None, 1, "a"), 1: index.turn(5, 1)}
    with pytest.raises(KeyError):
        index.turn(5, 2)


def test_a_search_nobody_waits_for_is_abandoned(index: Index) -> None:
    add(index, 0, *["the same words"] * 20_000)
    with pytest.raises(Abandoned):
        index.search(parse("the"), cancelled=lambda: True)
    asked = iter([False] * 3 + [True] * 1_000)
    with pytest.raises(Abandoned):
        index.search(parse("the"), cancelled=lambda: next(asked))
    assert found(index, "the")[0] == tuple(range(20_000))


def test_a_closed_index_abandons_what_is_asked(index: Index) -> None:
    index.close()
    index.close()
    with pytest.raises(Abandoned):
        index.search(parse("word"))


def test_threads_search_while_another_adds(index: Index) -> None:
    done = threading.Event()
    seen: list[int] = []

    def search() -> None:
        while not done.is_set():
            seen.append(len(found(index, "word*")))
        seen.append(len(found(index, "word")))

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for episode in range(100):
        add(index, episode, f"a word {episode}", "wordless")
    done.set()
    for thread in threads:
        thread.join()
    assert seen[-2:] == [100, 100]


HOSTILE = [
    'a" OR "b', "AND", "NEAR(a b, 3)", "text:a", "a^b", "a + b", "{a b}: c", "rowid", "%", "*",
    '"""', '-"', "- -a", "words MATCH ?", "'; DROP TABLE turn; --",
    "\x00", "a\x00b", "\ud800", "a\ud800b",
]  # fmt: skip
LONG = [
    "a" * 10_000,
    "a " * 5_000,
    '"' + "a b " * 2_500 + '"',
    "-a " * 3_000,
    "ł" * 10_000,
    "(" * 10_000 + "a",
]


@pytest.mark.parametrize("text", HOSTILE + LONG)
def test_no_text_of_a_query_can_break_the_search(index: Index, text: str) -> None:
    add(index, 0, "a b c", "near and or not", "ł" * 10_000, "a " * 200)
    query = parse(f"a {text}", typing=True)
    hits = Matcher(query).search([Turn(turn.text) for turn in index.turns(0, range(4)).values()])
    assert found(index, str(query)).get(0, ()) == tuple(hit.turn for hit in hits)


def test_a_long_query_finds_the_turn_it_was_copied_from(index: Index) -> None:
    text = " ".join(f"word{n}" for n in range(1_000))
    add(index, 0, text, text.replace("word0 ", ""), text.replace("word999", "końcówka"))
    assert found(index, text) == found(index, f'"{text}"') == {0: (0,)}
    assert found(index, f"{text.replace('word999', '')} -końcówka") == {0: (0,)}


@dataclass
class Scanned:
    """A library that is searched by looking at every turn."""

    episodes: dict[int, list[Said]] = field(default_factory=dict)

    def search(self, query: list[Term]) -> dict[int, tuple[int, ...]]:
        hits = {
            episode: tuple(n for n, turn in enumerate(turns) if scan(query, turn) is not None)
            for episode, turns in self.episodes.items()
        }
        return {episode: turns for episode, turns in hits.items() if turns}


changes = st.tuples(st.integers(0, 3), st.none() | st.lists(said(), max_size=3))
"""An episode, and its turns, or None to remove it."""


@settings(deadline=None)
@given(history=st.lists(changes, max_size=6), asked=st.lists(queries, min_size=1, max_size=4))
def test_the_index_finds_what_a_slow_scan_and_the_matcher_find(
    history: list[tuple[int, list[Said] | None]], asked: list[list[Term]]
) -> None:
    index, scanned = Index(), Scanned()
    for episode, turns in history:
        if turns is None:
            index.remove(episode)
            scanned.episodes.pop(episode, None)
        else:
            index.add(episode, prepare([said.turn for said in turns]))
            scanned.episodes[episode] = turns
        for query in asked:
            expected = scanned.search(query)
            assert found(index, written(query)) == expected
            matcher = Matcher(parse(written(query)))
            for number, known in scanned.episodes.items():
                hits = matcher.search([said.turn for said in known])
                assert tuple(hit.turn for hit in hits) == expected.get(number, ())
    index.close()
