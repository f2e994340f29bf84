from collections.abc import Callable, Iterator

import pytest

from tui_reader.index import Abandoned, Index
from tui_reader.index.shard import Shard
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse
from tui_reader.widening import Kind, WideHit, widen

GARDEN = (
    Turn("We were told that the beans would be harvested in the second week.", "Ada"),
    Turn("And that was not the end of it, because the frost was late.", "Bo"),
    Turn("The greenhouse had been heated with a paraffin stove all the time.", "Ada"),
    Turn("I would like you to look at the kubernatis cluster and the hothouse.", "Bo"),
    Turn("There was nothing in it, and I do not think that there will be.", "Ada"),
)
KITCHEN = (
    Turn("To jest o tym, że w kuchni nie było już kosztów, które są w chmurze.", "Łucja"),
    Turn("Nie wiem, czy to jest prawda, ale tak mi się wydaje.", "Bo"),
    Turn("Na półce stoi czerwony garnek, bo ktoś go tam postawił.", "Łucja"),
)
ABOUT = {0: Metadata(title="Garden"), 1: Metadata(title="Kitchen")}

Found = list[tuple[Kind, int, int]]


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    index.attach(Shard.build([GARDEN, KITCHEN]), [0, 1])
    yield index
    index.close()


@pytest.fixture
def like(index: Index) -> Callable[..., Found]:
    def like(query: str, *exact: tuple[int, int], episode: int | None = None) -> Found:
        groups = widen(parse(query), index, exact=exact, about=ABOUT.__getitem__, episode=episode)
        return [(group.kind, hit.episode, hit.turn) for group in groups for hit in group.hits]

    return like


Like = Callable[..., Found]


@pytest.mark.parametrize("query", ["harvesting bean", "bean harvest", "HARVESTS second"])
def test_other_forms_are_found(like: Like, query: str) -> None:
    assert like(query)[0] == (Kind.FORMS, 0, 0)


@pytest.mark.parametrize("query", ["koszty chmura", "kosztach chmury", "koszt chmurą"])
def test_polish_forms_are_found(like: Like, query: str) -> None:
    assert like(query)[0] == (Kind.FORMS, 1, 0)


@pytest.mark.parametrize(
    "query",
    [
        "kubernetes cluster",
        "parafin stowe",
        "green house heated",
        "look hot house",
        "garneck czervony",
    ],
)
def test_near_spellings_are_found_also_as_two_words_or_one(like: Like, query: str) -> None:
    kind, *place = like(query)[0]
    assert kind is Kind.SPELLINGS
    assert tuple(place) in {(0, 2), (0, 3), (1, 2)}


def test_words_of_two_turns_are_found_in_the_turn_that_has_most_of_them(like: Like) -> None:
    assert like("beans harvested frost")[0] == (Kind.NEIGHBOURS, 0, 0)
    assert like("harvested late frost")[0] == (Kind.NEIGHBOURS, 0, 1)


def test_one_wrong_word_does_not_hide_the_turn(like: Like) -> None:
    assert like("greenhouse heated with a coal stove")[0] == (Kind.MOST, 0, 2)
    assert like("czerwony garnek xylofon")[0] == (Kind.MOST, 1, 2)


@pytest.mark.parametrize(
    "query",
    [
        "frost xyzzy",
        "nie xyzzy",
        "the xyzzy",
        "xyzzy beans qwrtp",
        "frost xyzzy qwrtp plugh",
        "to jest xyzzy",
        "the and of xyzzy",
    ],
)
def test_half_of_the_words_or_little_ones_alone_are_not_most(like: Like, query: str) -> None:
    assert like(query) == []


def test_more_than_half_of_the_words_are_most(like: Like) -> None:
    assert like("frost late xyzzy")[0] == (Kind.MOST, 0, 1)
    assert like("who heated the greenhouse with xyzzy")[0] == (Kind.MOST, 0, 2)


def test_two_words_are_never_most_but_all_or_nothing(like: Like) -> None:
    asked = (
        "harvesting bean",
        "koszty chmura",
        "kubernetes cluster",
        "cluster frost",
        "garneck on",
    )
    for query in asked:
        assert Kind.MOST not in {kind for kind, *_ in like(query)}


def test_one_word_has_other_forms_and_near_spellings_only() -> None:
    index = Index()
    index.attach(
        Shard.build([[Turn(text) for text in ("Kubenetes", "Scubernetes", "Kubernets " * 90)]]), [0]
    )
    groups = list(widen(parse("kubernetes"), index, exact=(), about=ABOUT.__getitem__))
    assert {group.kind for group in groups} <= {Kind.FORMS, Kind.SPELLINGS}
    assert sum(len(group.hits) for group in groups) == 3
    index.close()


def test_a_group_that_is_cut_tells_how_many_there_are() -> None:
    index = Index()
    turns = [Turn("The clusters of Kubernetes.", f"Guest {n % 2}") for n in range(300)]
    index.attach(Shard.build([turns]), [0])

    def sizes(query: str) -> list[tuple[Kind, int, int]]:
        groups = widen(parse(query), index, exact={(0, 7)}, about=ABOUT.__getitem__)
        return [(group.kind, len(group.hits), group.total) for group in groups]

    assert sizes("kuberntes") == [(Kind.SPELLINGS, 50, 299)]
    assert sizes("cluster") == [(Kind.FORMS, 50, 299)]
    assert sizes("cluster kuberntes") == [(Kind.SPELLINGS, 50, 299)]
    assert sizes('kuberntes speaker:"guest 0"') == [(Kind.SPELLINGS, 50, 150)]
    index.close()


def test_what_a_filter_allows_is_found_after_ever_so_much_that_it_does_not() -> None:
    index = Index()
    turns = [
        Turn("The clusters of Kubernetes.", "Ada" if n > 1_990 else "Bo") for n in range(2_000)
    ]
    index.attach(Shard.build([turns]), [0])
    (group,) = widen(parse("kuberntes speaker:ada"), index, exact=(), about=ABOUT.__getitem__)
    assert [hit.turn for hit in group.hits] == list(range(1_991, 2_000))
    assert group.total == 9
    index.close()


def test_what_is_spelled_most_alike_is_found_however_common_it_is() -> None:
    index = Index()
    turns = [Turn("Pebble.")] * 30 + [Turn("People.")] * 20_100
    index.attach(Shard.build([turns]), [0])
    (group,) = widen(parse("peopel"), index, exact=(), about=ABOUT.__getitem__)
    texts = {index.turn(hit.episode, hit.turn).text for hit in group.hits}
    assert texts == {"People."}
    assert group.total > 19_000
    index.close()


def test_what_was_found_as_written_is_left_out(like: Like) -> None:
    assert (0, 0) not in [tuple(place) for _, *place in like("harvesting bean", (0, 0))]


def test_only_plain_words_widen(like: Like) -> None:
    for query in ('"harvesting bean"', "=harvesting", "~harvestin", "/harvesting/", "speaker:ada"):
        assert like(query) == []
    assert like("bean OR harvests") == []


@pytest.mark.parametrize(
    "rest", ["speaker:ada", "title:garden", "-frost", '"second week"', "=beans", "/w..k/"]
)
def test_what_does_not_widen_filters(like: Like, rest: str) -> None:
    assert like(f"harvests {rest}")[0] == (Kind.FORMS, 0, 0)
    assert {tuple(place) for _, *place in like(f"harvests {rest}")} == {(0, 0)}


@pytest.mark.parametrize(
    "rest", ["speaker:bo", "title:kitchen", "-beans", '"week second"', "=bean"]
)
def test_what_a_filter_leaves_out_is_not_found(like: Like, rest: str) -> None:
    assert (0, 0) not in [tuple(place) for _, *place in like(f"harvests {rest}")]


def test_one_episode_can_be_searched_alone(like: Like) -> None:
    assert {episode for _, episode, _ in like("koszty chmura", episode=1)} == {1}
    assert like("koszty chmura", episode=0) == []


def test_spans_are_where_the_words_are(index: Index) -> None:
    def spans(query: str) -> list[str]:
        hit = next(best(query, index))
        text = index.turn(hit.episode, hit.turn).text
        return [text[a:b] for a, b in hit.spans]

    assert spans("harvesting bean") == ["beans", "harvested"]
    assert spans("koszty chmura") == ["kosztów", "chmurze"]
    assert spans("bean that is harvested") == ["beans", "harvested"]
    assert spans("all the time stove paraffin") == ["paraffin stove all the time"]


def best(query: str, index: Index) -> Iterator[WideHit]:
    for group in widen(parse(query), index, exact=(), about=ABOUT.__getitem__):
        yield from group.hits


def test_little_words_alone_are_searched_too(like: Like) -> None:
    assert like("the and of it was there")


def test_a_word_that_is_being_typed_is_a_beginning(index: Index) -> None:
    query = parse("bean harves", typing=True)
    groups = list(widen(query, index, exact=(), about=ABOUT.__getitem__))
    assert (groups[0].kind, groups[0].hits[0].turn) == (Kind.FORMS, 0)


def test_no_words_of_this_library_find_nothing(like: Like) -> None:
    assert like("xyzzy qwrtp") == []


def test_in_a_script_without_spaces_most_of_the_words_are_found() -> None:
    index = Index()
    index.attach(Shard.build([[Turn("日本語を話します"), Turn("中国語")]]), [0])
    groups = list(widen(parse("日本 話 xyzzy"), index, exact=(), about=ABOUT.__getitem__))
    assert [(g.kind, [h.turn for h in g.hits]) for g in groups] == [(Kind.MOST, [0])]
    index.close()


def test_a_page_pasted_as_a_query_is_answered(like: Like) -> None:
    page = " ".join(turn.text for turn in GARDEN).replace('"', "")
    assert like(page)


def test_what_nobody_waits_for_is_given_up(index: Index) -> None:
    query = parse("harvesting bean")
    with pytest.raises(Abandoned):
        next(widen(query, index, exact=(), about=ABOUT.__getitem__, cancelled=lambda: True))
