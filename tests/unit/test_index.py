import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, scan_all, written
from tui_reader.index import Abandoned, EpisodeHits, Index, IndexedTurn
from tui_reader.index.shard import Shard
from tui_reader.matching import Matcher
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse
from tui_reader.text.spelling import nearest


def nothing(episode: int) -> Metadata:
    return Metadata()


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    yield index
    index.close()


def add(index: Index, episode: int, *texts: str, speaker: str | None = None) -> None:
    index.attach(Shard.build([[Turn(text, speaker) for text in texts]]), [episode])


def found(index: Index, query: str) -> dict[int, tuple[int, ...]]:
    """The turns with hits by episode."""
    asked = parse(query)
    hits = index.search(asked, about=nothing)
    turns = {hit.episode: index.hits(asked, hit.episode, about=nothing) for hit in hits}
    for hit in hits:
        numbers = turns[hit.episode]
        assert (hit.count, hit.first, hit.last) == (len(numbers), numbers[0], numbers[-1])
        assert set(hit.best) <= set(numbers)
    return turns


def test_an_episode_is_found_by_its_words_its_phrases_and_its_speakers(index: Index) -> None:
    add(index, 3, "Kubernetes costs", "the cost\n\nof Kubernetes", speaker="Łukasz Kałużny")
    add(index, 7, "Nothing of the kind", speaker="Omer")
    assert found(index, "kubernetes cost") == {3: (1,)}
    assert found(index, '"cost of"') == {3: (1,)}
    assert found(index, "cost*") == {3: (0, 1)}
    assert found(index, "speaker:lukasz") == {3: (0, 1)}
    assert found(index, "speaker:łukasz -cost") == {3: (0,)}
    assert found(index, "-kubernetes") == {7: (0,)}
    assert found(index, "nothing OR costs") == {3: (0,), 7: (0,)}
    assert found(index, "~kubernets") == {3: (0, 1)}
    assert found(index, "/co.t/") == {3: (0, 1)}
    assert found(index, "speaker") == {}


def test_an_accent_in_the_query_is_honoured(index: Index) -> None:
    add(index, 0, "mam żal", "mam zal")
    assert found(index, "zal") == {0: (0, 1)}
    assert found(index, "żal") == {0: (0,)}
    assert found(index, "-żal") == {0: (1,)}
    assert found(index, "mam -żal") == {0: (1,)}


def test_an_episode_is_found_by_what_it_is(index: Index) -> None:
    add(index, 0, "frost", "thaw")
    add(index, 1, "frost")
    shows = {0: Metadata(show="Garden", tags=("ice",)), 1: Metadata(show="Orchard")}

    def search(query: str) -> dict[int, int]:
        hits = index.search(parse(query), about=shows.__getitem__)
        return {hit.episode: hit.count for hit in hits}

    assert search("frost") == {0: 1, 1: 1}
    assert search("frost show:garden") == {0: 1}
    assert search("tag:ice") == {0: 2}
    assert search("thaw OR show:orchard") == {0: 1, 1: 1}
    assert search("-show:garden -thaw") == {1: 1}
    assert search("after:2020") == {}
    assert index.hits(parse("tag:ice"), 0, about=shows.__getitem__) == (0, 1)
    assert index.hits(parse("tag:ice"), 1, about=shows.__getitem__) == ()


def test_a_phrase_goes_on_in_the_next_turn_where_nobody_is_named(index: Index) -> None:
    add(index, 0, "it was the open", "source of all", "the river")
    add(index, 1, "it was the open", "source of all", speaker="Ada")
    assert found(index, '"open source"') == {0: (0,)}
    assert found(index, '"source of all the river"') == {0: (1,)}
    assert found(index, '"of all"') == {0: (1,), 1: (1,)}
    assert found(index, "open source") == {}


def test_an_episode_that_comes_again_is_replaced_and_one_removed_is_gone(index: Index) -> None:
    index.attach(Shard.build([[Turn("first"), Turn("żółty")], [Turn("neighbour")]]), [0, 1])
    version = index.version
    add(index, 0, "second")
    assert index.version > version
    assert found(index, "first") == found(index, "zolty") == {}
    assert found(index, "second") == {0: (0,)}
    assert found(index, "neighbour") == {1: (0,)}
    assert index.turns(0, [0, 1]) == {0: IndexedTurn(None, None, 1, "second")}
    index.remove(0)
    index.remove(99)
    assert found(index, "second") == {}
    assert found(index, "-first") == {1: (0,)}


def test_an_episode_of_a_shard_that_has_no_number_is_not_there(index: Index) -> None:
    index.attach(Shard.build([[Turn("frost")], [Turn("frost")], [Turn("frost")]]), [None, 4])
    assert found(index, "frost") == found(index, "/fr.st/") == found(index, "-thaw") == {4: (0,)}
    assert index.having(["frost"]) == [(4, 0)]


def test_the_episode_with_the_best_turn_comes_first(index: Index) -> None:
    add(index, 0, "cost is one of very many words in a turn about something else")
    add(index, 1, "a long turn that has cost in it too, but only once", "cost, cost and cost")
    add(index, 2, "unrelated")
    best, other = index.search(parse("cost"), about=nothing)
    assert (best.episode, best.best) == (1, (1, 0))
    assert (other.episode, other.best) == (0, (0,))


def test_a_hit_in_a_small_shard_is_as_good_as_in_a_large_one(index: Index) -> None:
    talk = [Turn(f"other words of the talk {n}", "Ada") for n in range(2_000)]
    once = Turn("about the frost, and then of many other things", "Ada")
    index.attach(Shard.build([talk, [once]]), [0, 1])
    add(index, 2, "the frost, that frost and this frost", "no more of it", speaker="Ada")
    add(index, 3, f"{once.text} {talk[0].text} {talk[1].text}", "no", "no", speaker="Ada")
    assert [hit.episode for hit in index.search(parse("frost"), about=nothing)] == [2, 1, 3]


def test_words_too_common_to_rank_put_the_episode_with_most_hits_first(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tui_reader.index.index._LEAST", 1)
    monkeypatch.setattr("tui_reader.index.index._RANKED", 0)
    add(index, 0, "the short")
    add(index, 1, "nothing", "the one", "the other")
    assert index.search(parse("the"), about=nothing) == [
        EpisodeHits(1, 2, 1, 2, (1,), -2),
        EpisodeHits(0, 1, 0, 0, (0,), -1),
    ]


def test_a_search_that_takes_long_tells_what_it_has_found_so_far(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    for episode in range(6):
        add(index, episode, "frost")
    go_on = threading.Semaphore(2)
    count = Shard.count

    def slowly(shard: Shard, *asked: Any) -> int:
        assert go_on.acquire(timeout=10)
        return count(shard, *asked)

    monkeypatch.setattr(Shard, "count", slowly)
    answers = index.growing(parse("frost"), about=nothing, first=0.01, then=0.01)
    assert next(is_all for hits, is_all in answers if len(hits) == 2) is False
    go_on.release(10)
    *_, (hits, is_all) = answers
    assert is_all
    assert sorted(hit.episode for hit in hits) == list(range(6))


def test_a_turn_is_kept_as_it_was(index: Index) -> None:
    text = "Zażółć\n\ngęślą"
    index.attach(Shard.build([[Turn("a"), Turn(text, "Omer", 7, line=3)]]), [5])
    assert index.turn(5, 1) == IndexedTurn("Omer", 7, 3, text)
    assert index.turns(5, [1, 0, 9]) == {0: IndexedTurn(None, None, 1, "a"), 1: index.turn(5, 1)}
    with pytest.raises(KeyError):
        index.turn(5, 2)
    assert index.turns(6, [0]) == {}


def test_the_speakers_are_of_all_shards_and_counted_anew_when_they_change(index: Index) -> None:
    add(index, 3, "A mill", "Another", speaker="Ada")
    add(index, 5, "A wheel", speaker="Ada")
    add(index, 6, "Nobody says this")
    speakers = index.speakers()
    assert speakers == {"Ada": 3}
    assert index.speakers() is speakers
    assert index.episodes == [3, 5, 6]
    index.remove(5)
    assert index.speakers() == {"Ada": 2}
    assert index.episodes == [3, 6]


def test_the_vocabulary_is_of_all_shards_and_made_anew_when_they_change(index: Index) -> None:
    add(index, 0, "frost and frost", "frost")
    add(index, 1, "frost", "thaw")
    words = index.vocabulary()
    assert (words["frost"], words["thaw"]) == (3, 1)
    assert index.vocabulary() is words
    add(index, 2, "mill")
    assert index.vocabulary()["mill"] == 1


def test_what_words_are_like_others_is_worked_out_once_until_the_index_changes(
    index: Index, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def noted(word: str, words: Sequence[str]) -> list[tuple[str, float]]:
        asked.append(word)
        return nearest(word, words)

    monkeypatch.setattr("tui_reader.index.terms.nearest", noted)
    add(index, 0, "kubernets")
    assert found(index, "~kubernetes") == {0: (0,)}
    assert found(index, "~kubernetes") == {0: (0,)}
    assert asked == ["kubernetes"]
    add(index, 1, "kubernatis")
    assert found(index, "~kubernetes") == {0: (0,), 1: (0,)}
    assert asked == ["kubernetes"] * 2


def test_turns_that_have_any_of_some_words(index: Index) -> None:
    add(index, 4, "frost", "thaw", "both frost and thaw")
    add(index, 2, "mill", "thaw")
    assert sorted(index.having(["frost", "mill"])) == [(2, 0), (4, 0), (4, 2)]
    assert len(index.having(["thaw"], limit=2)) == 2
    assert index.having([]) == []


def test_a_search_nobody_waits_for_is_abandoned(index: Index) -> None:
    add(index, 0, *["the same words"] * 20_000)
    with pytest.raises(Abandoned):
        index.search(parse("the"), about=nothing, cancelled=lambda: True)
    with pytest.raises(Abandoned):
        index.search(parse("/wor?ds/"), about=nothing, cancelled=lambda: True)
    assert found(index, "the")[0] == tuple(range(20_000))


def test_a_closed_index_abandons_what_is_asked(index: Index) -> None:
    index.close()
    index.close()
    with pytest.raises(Abandoned):
        index.search(parse("word"), about=nothing)
    with pytest.raises(Abandoned):
        add(index, 0, "late")


def test_a_search_under_way_in_an_index_that_is_closed_is_abandoned(index: Index) -> None:
    add(index, 0, "frost")
    add(index, 1, "frost")

    def closing(episode: int) -> Metadata:
        index.close()
        return Metadata(title="frost")

    with pytest.raises(Abandoned):
        index.search(parse("title:frost frost"), about=closing)


def test_threads_search_while_another_adds(index: Index) -> None:
    done = threading.Event()
    seen: list[int] = []

    def search() -> None:
        while not done.is_set():
            seen.append(len(index.search(parse("word*"), about=nothing)))
        seen.append(len(index.search(parse("word"), about=nothing)))

    threads = [threading.Thread(target=search) for _ in range(2)]
    for thread in threads:
        thread.start()
    for episode in range(100):
        add(index, episode, f"a word {episode}", "wordless")
    for episode in range(50):
        add(index, episode, "another word")
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
        hits = {episode: tuple(scan_all(query, turns)) for episode, turns in self.episodes.items()}
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
            index.attach(Shard.build([[said.turn for said in turns]]), [episode])
            scanned.episodes[episode] = turns
        for query in asked:
            expected = scanned.search(query)
            assert found(index, written(query)) == expected
            matcher = Matcher(parse(written(query)))
            for number, known in scanned.episodes.items():
                hits = matcher.search([said.turn for said in known])
                assert tuple(hit.turn for hit in hits) == expected.get(number, ())
    index.close()
