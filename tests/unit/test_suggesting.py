from collections.abc import Iterator

import pytest

from tui_reader.index import Index
from tui_reader.index.shard import Shard
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse
from tui_reader.widening.suggesting import suggest

ABOUT = {0: Metadata(title="Garden")}
TURNS = (
    Turn("Kubernetes clusters cost money", "Ada"),
    Turn("Kubernetes again", "Bo"),
    Turn("Kubernets, as it was heard", "Bo"),
    Turn("Łódź is an open city", "Ada"),
)


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    index.attach(Shard.build([TURNS]), [0])
    yield index
    index.close()


def suggested(query: str, index: Index) -> list[tuple[str, str, int]]:
    found = suggest(parse(query), index, about=ABOUT.__getitem__)
    return [(one.query, one.words, one.count) for one in found]


def test_the_nearest_spellings_that_exist_are_offered_with_their_counts(index: Index) -> None:
    assert suggested("kubernetis", index) == [
        ("kubernetes", "kubernetes", 2),
        ("kubernets", "kubernets", 1),
    ]


def test_only_what_does_not_exist_is_replaced(index: Index) -> None:
    assert suggested("speaker:ada Cost kubernetis", index) == [
        ("speaker:ada Cost kubernetes", "kubernetes", 1)
    ]
    assert suggested('"open sity"', index) == [('"open city"', "city", 1)]
    assert suggested("xyzzy OR agein", index) == []
    assert suggested("heared OR -cost", index)[0][0] == "heard OR -cost"


def test_what_would_find_nothing_is_not_offered(index: Index) -> None:
    assert suggested("again kubernetis money", index) == []


def test_where_all_words_exist_it_is_not_the_spelling(index: Index) -> None:
    assert suggested("city money", index) == []
    assert suggest(parse("city kub", typing=True), index, about=ABOUT.__getitem__) == []


def test_nonsense_is_like_nothing(index: Index) -> None:
    assert suggested("qwrtp", index) == []
    assert suggested("/kubernetis/", index) == []
