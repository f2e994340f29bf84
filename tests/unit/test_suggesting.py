from collections.abc import Iterator

import pytest

from tui_reader.index import Index
from tui_reader.index.shard import Shard
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse
from tui_reader.widening.suggesting import suggest

ABOUT = {
    0: Metadata(title="Garden in the Rain", show="Green Hour", tags=("kubernetes", "beans")),
    1: Metadata(title="The Kitchen #12"),
}
TURNS = (
    Turn("Kubernetes clusters cost money", "Ada"),
    Turn("Kubernetes again", "Bo"),
    Turn("Kubernets, as it was heard", "Bo"),
    Turn("Łódź is an open city", "Ada"),
)


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    index.attach(Shard.build([TURNS, [Turn("Money for a kettle", "Will Button")]]), [0, 1])
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


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("speaker:adda cost", "speaker:ada cost"),
        ("speaker:buton", "speaker:button"),
        ('speaker:"wil buton" kettle', 'speaker:"will button" kettle'),
        ('speaker:"button will"', 'speaker:"will button"'),
        ('speaker:"ada lovelace" open', "speaker:ada open"),
        ("title:kitchn kettle", "title:kitchen kettle"),
        ('title:"rain garden" open', 'title:"garden in the rain" open'),
        ("show:gren open", "show:green open"),
        ("tag:kubernets OR xyzzy", ""),
        ("tag:kubernets cost", "tag:kubernetes cost"),
        ("speaker:wil (speaker:adda OR money)", "speaker:wil (speaker:ada OR money)"),
    ],
)
def test_a_field_is_mended_by_what_there_is(index: Index, query: str, expected: str) -> None:
    found = suggested(query, index)
    assert [first for first, _, _ in found[:1]] == [expected] * bool(expected)
    for text, _, count in found:
        assert sum(hit.count for hit in index.search(parse(text), about=ABOUT.__getitem__)) == count


def test_a_field_is_mended_together_with_the_words(index: Index) -> None:
    assert suggested("speaker:adda kubernetis", index) == [
        ("speaker:ada kubernetes", "speaker:ada kubernetes", 1)
    ]


def test_what_no_name_is_like_is_not_mended(index: Index) -> None:
    for query in ("speaker:xyzzy", "title:13", 'title:"the xyzzy"', "tag:zz"):
        assert suggested(query, index) == []
    assert suggested("speaker:ada kettle", index) == []


def test_a_suggestion_is_of_whole_words_where_they_exist(index: Index) -> None:
    def typed(query: str) -> list[str]:
        found = suggest(parse(query, typing=True), index, about=ABOUT.__getitem__)
        return [one.query for one in found]

    assert typed("kubernetis again") == ["kubernetes again"]
    assert typed("again kubernetis") == ["again kubernetes"]
    assert typed("kubernetis aga") == ["kubernetes aga*"]
    assert typed('"open sity') == ['"open city"']


def test_what_would_find_nothing_is_not_offered(index: Index) -> None:
    assert suggested("again kubernetis money", index) == []


def test_where_all_words_exist_it_is_not_the_spelling(index: Index) -> None:
    assert suggested("city money", index) == []
    assert suggest(parse("city kub", typing=True), index, about=ABOUT.__getitem__) == []


def test_nonsense_is_like_nothing(index: Index) -> None:
    assert suggested("qwrtp", index) == []
    assert suggested("/kubernetis/", index) == []
