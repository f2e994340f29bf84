from collections.abc import Iterator

import pytest

from tui_reader.errors import PatternTooSlow
from tui_reader.index import Abandoned, Index
from tui_reader.index.shard import Shard
from tui_reader.model import Metadata, Turn
from tui_reader.query import parse
from tui_reader.widening import ENOUGH, Kind
from tui_reader.widening.recall import recall

FAR_APART = Turn(f"The stove is cold. {'And so it goes on. ' * 30}It burns paraffin.", "Ada")
SCATTERED = Turn("The stove is cold, and it burns paraffin.", "Bo")
TOGETHER = Turn("It is a paraffin stove.", "Bo")
LIKE = Turn("Those are the stoves that burn parafin.", "Ada")
OTHERS = [Turn(f"Nothing of the kind was said in turn {n}.", "Bo") for n in range(20)]
ABOUT = {0: Metadata(title="Stoves"), 1: Metadata(title="Beans")}


@pytest.fixture
def index() -> Iterator[Index]:
    index = Index()
    index.attach(Shard.build([[FAR_APART, SCATTERED, *OTHERS, LIKE, TOGETHER]]), [0])
    yield index
    index.close()


def recalled(query: str, index: Index) -> list[tuple[Kind, list[str]]]:
    groups = recall(parse(query), index, about=ABOUT.__getitem__)
    return [
        (group.kind, [index.turn(hit.episode, hit.turn).text for hit in group.hits])
        for group in groups
    ]


def test_what_is_as_written_comes_first_and_what_is_like_it_after(index: Index) -> None:
    (exact, texts), (kind, like), *_ = recalled("paraffin stove", index)
    assert (exact, texts) == (Kind.EXACT, [TOGETHER.text, SCATTERED.text, FAR_APART.text])
    assert (kind, like) == (Kind.SPELLINGS, [LIKE.text])


def test_where_enough_is_found_as_written_nothing_is_widened(index: Index) -> None:
    ((kind, texts),) = recalled("nothing said", index)
    assert kind is Kind.EXACT
    assert len(texts) == len(OTHERS) >= ENOUGH


@pytest.mark.parametrize(
    "query", ['"paraffin stove"', "speaker:ada", "/st.ve\\./", "paraf*", "-said"]
)
def test_every_kind_of_query_is_answered(index: Index, query: str) -> None:
    kinds = [kind for kind, _ in recalled(query, index)]
    assert kinds[0] is Kind.EXACT


def test_what_nothing_is_like_finds_nothing(index: Index) -> None:
    assert recalled("xyzzy", index) == []
    assert recalled("title:beans paraffin", index) == []


def test_what_nobody_waits_for_is_given_up(index: Index) -> None:
    with pytest.raises(Abandoned):
        next(recall(parse("stoves"), index, about=ABOUT.__getitem__, cancelled=lambda: True))


def test_a_pattern_that_takes_too_long_is_told_of() -> None:
    index = Index()
    index.attach(Shard.build([[Turn("a" * 5_000 + "! Stoves", "Ada")]]), [0])
    with pytest.raises(PatternTooSlow):
        list(recall(parse("stove /(a+)+$/"), index, about=ABOUT.__getitem__, languages=["en"]))
    index.close()


def test_where_not_all_is_told_it_says_how_many_there_are(index: Index) -> None:
    (group,) = recall(parse("nothing said"), index, about=ABOUT.__getitem__, most=12)
    assert (len(group.hits), group.total) == (12, len(OTHERS))
    (group,) = recall(parse("nothing said"), index, about=ABOUT.__getitem__)
    assert (len(group.hits), group.total) == (len(OTHERS), len(OTHERS))
