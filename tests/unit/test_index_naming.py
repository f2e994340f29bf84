"""Searching for people by names that are not the labels in their files."""

from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.index import Index
from tui_reader.index.shard import Shard
from tui_reader.matching import Matcher
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse

SAID: dict[int, list[tuple[str | None, str]]] = {
    0: [("Speaker 1", "Frost at four."), ("Speaker 2", "Thaw at noon."), ("Ada", "Frost, then.")],
    1: [("Speaker 1", "Frost again."), ("SW", "The thaw is late.")],
    2: [("Speaker 1 (Bo)", "Frost and thaw."), ("Warren", "A thaw.")],
    3: [(None, "Frost without a speaker.")],
}
NAMES = {
    0: {"Speaker 1": "Warren", "Speaker 2": "Warren", "Ada": "Ada"},
    1: {"Speaker 1": "Speaker 1", "SW": "Szymon Warda"},
}


def nothing(episode: int) -> Metadata:
    return Metadata(title="frosty" if episode == 1 else "")


def plain(episode: int) -> Mapping[str, str]:
    return {name: name for name, _ in SAID[episode] if name}


def called(episode: int) -> Mapping[str, str]:
    return NAMES.get(episode) or plain(episode)


@pytest.fixture(params=[1, 4], ids=["one shard", "four shards"])
def index(request: pytest.FixtureRequest) -> Iterator[Index]:
    index = Index()
    said = [[Turn(text, name) for name, text in turns] for turns in SAID.values()]
    for start in range(0, 4, 4 // request.param):
        some = list(range(start, start + 4 // request.param))
        index.attach(Shard.build(said[number] for number in some), some)
    index.name_speakers(called)
    yield index
    index.close()


def found(index: Index, query: str) -> dict[int, tuple[int, ...]]:
    asked = parse(query)
    hits = index.search(asked, about=nothing)
    turns = {hit.episode: index.hits(asked, hit.episode, about=nothing) for hit in hits}
    assert {hit.episode: hit.count for hit in hits} == {e: len(t) for e, t in turns.items()}
    return dict(sorted(turns.items()))


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("speaker:warren", {0: (0, 1), 2: (1,)}),
        ("speaker:warr frost", {0: (0,)}),
        ('speaker:"speaker 1"', {1: (0,), 2: (0,)}),
        ("speaker:szymon", {1: (1,)}),
        ("speaker:sw", {}),
        ("thaw -speaker:warren", {1: (1,), 2: (0,)}),
        ("speaker:warren OR speaker:szymon", {0: (0, 1), 1: (1,), 2: (1,)}),
        ("speaker:ada", {0: (2,)}),
        ("title:frosty speaker:szymon", {1: (1,)}),
        ("title:frosty speaker:warren", {}),
        ("frost", {0: (0, 2), 1: (0,), 2: (0,), 3: (0,)}),
    ],
)
def test_people_are_found_by_the_names_they_have_now(
    index: Index, query: str, hits: dict[int, tuple[int, ...]]
) -> None:
    assert found(index, query) == hits


def test_a_label_that_has_the_words_of_another_is_not_taken_for_it(index: Index) -> None:
    index.name_speakers(lambda episode: {**plain(episode), "Speaker 1": "Warren"})
    assert found(index, "speaker:warren") == {0: (0,), 1: (0,), 2: (1,)}
    index.name_speakers(lambda e: {**plain(e), "Speaker 1": "Zed", "Speaker 1 (Bo)": "Zed"})
    assert found(index, "speaker:zed") == {0: (0,), 1: (0,), 2: (0,)}


def test_whoever_is_shown_has_their_name(index: Index) -> None:
    assert [turn.speaker for turn in index.turns(0, [0, 1, 2]).values()] == [
        "Warren",
        "Warren",
        "Ada",
    ]
    assert index.turn(3, 0).speaker is None
    matcher = Matcher(parse("speaker:warren frost"))
    spans = [spans for _, _, spans in index.matched(matcher, 0, [0])]
    assert spans == [((0, 5),)]


def test_names_are_counted_as_they_are_called(index: Index) -> None:
    assert index.speakers() == {
        "Warren": 3, "Ada": 1, "Speaker 1": 1, "Szymon Warda": 1, "Speaker 1 (Bo)": 1,
    }  # fmt: skip
    index.name_speakers(None)
    assert index.speakers()["Speaker 1"] == 2


def test_a_name_can_be_changed_and_taken_back_at_any_time(index: Index) -> None:
    index.name_speakers(None)
    assert found(index, "speaker:warren") == {2: (1,)}
    index.name_speakers(lambda episode: {**plain(episode), "SW": "Ada"})
    assert found(index, "speaker:ada") == {0: (2,), 1: (1,)}
    index.name_speakers(called)
    assert found(index, "speaker:ada") == {0: (2,)}


LABELS = st.sampled_from(["A", "A b", "b", "Łu", "Lu", "…", "C"])


@settings(deadline=None)
@given(
    st.lists(st.lists(LABELS, min_size=1, max_size=4), min_size=1, max_size=3),
    st.dictionaries(LABELS, LABELS),
    st.sampled_from(["a", "b", "lu", "łu", '"a b"', "c"]),
    st.sampled_from(["speaker:{}", "-speaker:{}", "speaker:{} word", "word -speaker:{}"]),
)
def test_the_index_finds_what_reading_every_turn_finds(
    said: list[list[str]], names: dict[str, str], name: str, form: str
) -> None:
    index = Index()
    turns = [[Turn("A word.", label) for label in labels] for labels in said]
    index.attach(Shard.build(turns), list(range(len(said))))
    index.name_speakers(lambda episode: {one: names.get(one, one) for one in said[episode]})
    query = parse(form.format(name))
    matcher = Matcher(query)
    expected = {
        episode: hits
        for episode, labels in enumerate(said)
        if (
            hits := tuple(
                number
                for number, label in enumerate(labels)
                if matcher.match("A word.", names.get(label, label)) is not None
            )
        )
    }
    assert found(index, str(query)) == expected
    index.close()
