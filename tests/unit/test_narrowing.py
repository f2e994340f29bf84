from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.matching.narrowing import narrowed
from tui_reader.model import Metadata
from tui_reader.query import All, Either, Everything, Node, Not, Query, Word, all_of, parse

KITCHEN = Metadata(
    title="#7 Kitchen talk",
    show="Żółw & Co.",
    date=date(2024, 3, 9),
    tags=("food", "open source", "日本"),
)
UNKNOWN = Metadata(title="Untitled")


def left(query: str, metadata: Metadata = KITCHEN) -> str | None:
    """What is asked of the turns, as text; `*` where all of them are hits."""
    found = narrowed(parse(query), metadata)
    return None if found is None else str(found)


@pytest.mark.parametrize(
    "field",
    [
        *("title:kitchen", "title:kit", 'title:"kitchen talk"', 'title:"7 kitchen t"', "TITLE:7"),
        *("show:zolw", "show:żółw", "show:co", "tag:food", "tag:foo", "tag:source", "tag:本"),
        *("after:2024", "after:2024-03", "after:2024-03-09", "after:2023-12-31"),
        *("before:2025", "before:2024-04", "before:2024-03-10", "after:2024 before:2025"),
    ],
)
def test_an_episode_that_is_what_is_asked_for(field: str) -> None:
    assert left(field) == "*"
    assert left(f"beans {field}") == "beans"
    if " " not in field:
        assert left(f"-{field}") is None
        assert left(f"beans -{field}") is None


@pytest.mark.parametrize(
    "field",
    [
        *("title:talks", "title:itchen", 'title:"talk kitchen"', "show:kitchen", "show:żolw"),
        *("tag:ood", 'tag:"food open"', "tag:kitchen"),
        *("after:2025", "after:2024-04", "after:2024-03-10"),
        *("before:2024", "before:2024-03", "before:2024-03-09", "before:0001"),
    ],
)
def test_an_episode_that_is_something_else(field: str) -> None:
    assert left(field) is None
    assert left(f"beans {field}") is None
    assert left(f"-{field}") == "*"
    assert left(f"beans -{field}") == "beans"
    assert left(f"beans OR {field}") == "beans"


@pytest.mark.parametrize("field", ["show:a", "tag:a", "after:1000", "before:3000"])
def test_what_is_not_known_of_an_episode_is_not_so(field: str) -> None:
    assert left(field, UNKNOWN) is None
    assert left(f"-{field}", UNKNOWN) == "*"


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a -b speaker:c", "a -b speaker:c"),
        ("a (tag:food OR b)", "a"),
        ("a (tag:x OR b)", "a b"),
        ("a (tag:x OR b c)", "a b c"),
        ("(a tag:x) OR b", "b"),
        ("(a tag:food) OR b", "a OR b"),
        ("(a (b OR c) tag:food) OR (d tag:x)", "a (b OR c)"),
        ("a -(tag:food b)", "a -b"),
        ("a -(tag:food OR b)", None),
        ("a -(tag:x OR b)", "a -b"),
        ("title:kitchen OR a", "*"),
    ],
)
def test_what_is_left_to_ask_of_the_turns(query: str, expected: str | None) -> None:
    assert left(query) == expected


def test_a_query_without_such_fields_is_left_as_it_is() -> None:
    query = parse("a -b speaker:c")
    assert narrowed(query, KITCHEN) is query


def test_every_turn_is_a_hit_where_only_the_episode_was_asked_for() -> None:
    assert narrowed(parse("tag:food"), KITCHEN) == Query(Everything())


@settings(deadline=None)
@given(data=st.data())
def test_what_is_left_asks_for_the_same(data: st.DataObject) -> None:
    """Whatever a turn has of the words, what is left says the same of it as the whole query."""
    leaves = st.sampled_from([parse(text).root for text in ("a", "b", "tag:food", "tag:x")])
    tree = data.draw(
        st.recursive(
            leaves,
            lambda nodes: (
                st.lists(nodes, min_size=2, max_size=3).map(lambda parts: All(tuple(parts)))
                | st.lists(nodes, min_size=2, max_size=3).map(lambda parts: Either(tuple(parts)))
                | nodes.map(Not)
            ),
            max_leaves=6,
        )
    )
    rest = narrowed(Query(tree), KITCHEN)
    for a, b in product((True, False), repeat=2):
        known = {"a": a, "b": b, "tag:food": True, "tag:x": False}
        assert (rest is not None and holds(rest.root, known)) == holds(tree, known)


def holds(node: Node, known: dict[str, bool]) -> bool:
    match node:
        case All(parts):
            return all(holds(part, known) for part in parts)
        case Either(parts):
            return any(holds(part, known) for part in parts)
        case Not(part):
            return not holds(part, known)
        case Everything():
            return True
        case _:
            return known[str(node)]


def test_nothing_is_nested_that_need_not_be() -> None:
    inner = All((Word("a"), Word("b")))
    assert all_of([inner, Everything(), Word("c")]) == All((Word("a"), Word("b"), Word("c")))
    assert all_of([inner, None]) is None
    assert all_of([]) == Everything()
