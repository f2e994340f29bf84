from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import QueryError, UnfinishedQuery
from tui_reader.query import (
    About,
    All,
    Dated,
    Either,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Query,
    Speaker,
    Word,
    all_of,
    any_of,
    closed,
    parse,
    walk,
)

DEEP = len("(a OR (b " * 34)
"""Where the parenthesis is that is nested too deep, of 120: the innermost need not be there."""

PIECES = [
    *'-*":“ \n.()()#/~=',
    "speaker:",
    "SPEAKER:",
    "tag:",
    "after:20",
    "before:",
    "24-03",
    "note:",
    " OR ",
    " /a|b/ ",
    "/(a",
    "\\/",
    "Łódź",
    "don't",
    "日本",
    "e\u0301",
    "\u0338",
    "a",
    "b",
]
typed = st.lists(st.sampled_from(PIECES) | st.characters(), max_size=20).map("".join)


def root(text: str, *, typing: bool = False) -> Node:
    return parse(text, typing=typing).root


def all_in(*parts: Node) -> Node:
    return parts[0] if len(parts) == 1 else All(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kubernetes cost", [Word("kubernetes"), Word("cost")]),
        ('"open  source"', [Phrase("open source")]),
        ("„open source”", [Phrase("open source")]),
        ("kuber*", [Word("kuber", prefix=True)]),
        ('"open sour*"', [Phrase("open sour", prefix=True)]),
        ("-word", [Not(Word("word"))]),
        ('-"a phrase"', [Not(Phrase("a phrase"))]),
        ("=koszt", [Word("koszt", strict=True)]),
        ("=koszt*", [Word("koszt", prefix=True, strict=True)]),
        ('="open source"', [Phrase("open source")]),
        ("~kubernetes", [Near("kubernetes")]),
        ("-~kubernetes", [Not(Near("kubernetes"))]),
        ("/serverl(es|is)s/", [Pattern("serverl(es|is)s")]),
        ("/open source/ -/a\\/b/", [Pattern("open source"), Not(Pattern("a\\/b"))]),
        ("/a/b/ c/d", [Pattern("a/b"), Word("c/d")]),
        ("speaker:omer", [Speaker("omer")]),
        ("Speaker:om*", [Speaker("om")]),
        ('speaker:"will button"', [Speaker("will button")]),
        ("-speaker:omer", [Not(Speaker("omer"))]),
        ('title:"two words" show:x', [About("title", "two words"), About("show", "x")]),
        ("-tag:food", [Not(About("tag", "food"))]),
        ("after:2024-03 before:2025", [Dated("after", "2024-03"), Dated("before", "2025")]),
        ('a"b c"d', [Word("a"), Phrase("b c"), Word("d")]),
        ("f(x)", [Word("f"), Word("x")]),
    ],
)
def test_the_language(text: str, expected: list[Node]) -> None:
    assert root(text) == all_in(*expected)


A, B, C, D = map(Word, "abcd")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a OR b", Either((A, B))),
        ("a OR b OR c", Either((A, B, C))),
        ("a b OR c d", Either((All((A, B)), All((C, D))))),
        ("a (b OR c) d", All((A, Either((B, C)), D))),
        ("a(b OR c)d", All((A, Either((B, C)), D))),
        ("-(a b)", Not(All((A, B)))),
        ("-(a OR b) c", All((Not(Either((A, B))), C))),
        ("a OR -b", Either((A, Not(B)))),
        ("-(-a)", Not(Not(A))),
        ("(a)", A),
        ("((a) (b c)) d", All((A, B, C, D))),
        ("(a OR (b OR c)) OR d", Either((A, B, C, D))),
        ("(speaker:om OR /x/) ()", Either((Speaker("om"), Pattern("x")))),
        ("a or b", All((A, Word("or"), B))),
        ('a "OR" b', All((A, Phrase("OR"), B))),
        ("-OR", Not(Word("OR"))),
    ],
)
def test_terms_belong_together_as_parentheses_and_or_say(text: str, expected: Node) -> None:
    assert root(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("10:30", "http://x.org/a-b", "note:", "--verbose", "t-shirt", "C#", "a*b", "a/b"),
        *("and/or", "c=d", "a~b", "//x", "x:speaker:y", "2024/25"),
    ],
)
def test_what_is_no_part_of_the_language_is_looked_for_as_text(text: str) -> None:
    assert root(text) == Word(text)


@pytest.mark.parametrize(
    "text",
    [
        "cost & cloud",
        "cost - cloud",
        "cost … cloud",
        'cost "" cloud',
        "cost / cloud",
        "~ cost cloud",
    ],
)
def test_punctuation_alone_is_passed_over(text: str) -> None:
    assert root(text) == All((Word("cost"), Word("cloud")))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("open sou", [Word("open"), Word("sou", prefix=True)]),
        ("open ", [Word("open")]),
        ('"open sou', [Phrase("open sou", prefix=True)]),
        ('"open ', [Phrase("open")]),
        ('"open"', [Phrase("open")]),
        ("cost -clo", [Word("cost"), Not(Word("clo"))]),
        ("cost -", [Word("cost")]),
        ('cost "', [Word("cost")]),
        ("cost speaker:", [Word("cost")]),
        ("tag: cost ", [Word("cost")]),
        ('speaker:"will bu', [Speaker("will bu")]),
        ("=cos", [Word("cos", strict=True)]),
        ("~cos", [Near("cos")]),
        ("cost OR", [Word("cost")]),
        ("OR cost ", [Word("cost")]),
        ("cost (", [Word("cost")]),
        ("cost (clo", [Word("cost"), Word("clo", prefix=True)]),
        ("cost -(clo", [Word("cost"), Not(Word("clo"))]),
        ("cost )", [Word("cost")]),
        ("cost /", [Word("cost")]),
        ("cost /serverl", [Word("cost"), Pattern("serverl")]),
        ("cost /serverl(es|is", [Word("cost"), Pattern("serverl")]),
        ("/a\\", [Pattern("a")]),
        ("/[", []),
        ("cost after:", [Word("cost")]),
        ("cost after:20", [Word("cost")]),
        ("cost after:2024-", [Word("cost"), Dated("after", "2024")]),
        ("cost after:2024-0", [Word("cost"), Dated("after", "2024")]),
        ("cost after:2024-03-0", [Word("cost"), Dated("after", "2024-03")]),
        ("cost after:2024-1", [Word("cost"), Dated("after", "2024-1")]),
    ],
)
def test_a_query_being_typed(text: str, expected: list[Node]) -> None:
    if expected:
        assert root(text, typing=True) == all_in(*expected)
    else:
        with pytest.raises(UnfinishedQuery):
            root(text, typing=True)


@pytest.mark.parametrize(
    ("text", "position", "sentence"),
    [
        ("", 0, "The query is empty."),
        (" \n", 0, "The query is empty."),
        ("?!", 0, "The query needs a letter or a digit to look for."),
        ('cost "open source', 5, "The quote is not closed."),
        ("cost -speaker: omer", 6, "speaker: needs a name right after it."),
        ('speaker:""', 0, "speaker: needs a name right after it."),
        ("cost tag:?!", 5, "tag: needs a word right after it."),
        ("title: cost", 0, "title: needs a word right after it."),
        ("after:May", 0, "after: needs a year, a month or a day (2024-03) right after it."),
        ("before:2024-13", 0, "before: needs a year, a month or a day (2024-03) right after it."),
        ("after:2023-02-29", 0, "after: needs a year, a month or a day (2024-03) right after it."),
        ("a (b c", 2, "The parenthesis is not closed."),
        ("a -(b (c)", 3, "The parenthesis is not closed."),
        ("a b) c", 3, "This parenthesis closes nothing."),
        ("a OR", 2, "OR needs something to look for after it."),
        ("(a OR) b", 3, "OR needs something to look for after it."),
        ("OR a", 0, "OR needs something to look for before it."),
        ("a OR OR b", 5, "OR needs something to look for before it."),
        (
            "cost /usr/bin",
            5,
            "The regular expression has no slash at its end; in quotes, a slash is but a slash.",
        ),
        ("cost /a(b/", 9, "The regular expression is not understood: missing )."),
        ("/a{2}{3}/", 5, "The regular expression is not understood: multiple repeat."),
        ("(a OR (b " * 60 + "))" * 60, DEEP, "Parentheses are nested too deep here."),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(text: str, position: int, sentence: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.message == sentence
    assert caught.value.position == position


@pytest.mark.parametrize("text", ["cost /a(/", "after:May", "before:2024-13-", "after:2023-02-29"])
def test_what_can_become_no_query_is_said_while_it_is_typed(text: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text, typing=True)
    assert not isinstance(caught.value, UnfinishedQuery)


@pytest.mark.parametrize(
    "text", ["(", ")", "-(-(", "/(", "(a OR ", "-(", "a -(b OR (c ", '"(', "/a"]
)
def test_very_many_parentheses_are_read_at_once(text: str) -> None:
    for query in (text * 10_000 + "a", "a " + text * 10_000, "(" * 10_000 + text + ")" * 10_000):
        for typing in (True, False):
            try:
                parsed = parse(query, typing=typing)
            except QueryError as error:
                assert 0 <= error.position <= len(query)
            else:
                assert parse(str(parsed)) == parsed


plain = st.sampled_from(["a", "Łódź", "don't", "日本", "OR*a", "=x", "~x", "a:b", "-x", "e/f"])
several = st.lists(plain, min_size=1, max_size=3).map(" ".join)
dates = st.sampled_from(["2024", "2024-03", "2024-3-09"])
leaves: st.SearchStrategy[Node] = st.one_of(
    st.builds(Word, plain.filter(lambda text: text[0] not in "=~-"), st.booleans()),
    st.builds(Word, plain, st.booleans(), st.just(True)),
    st.builds(Phrase, several | st.just("OR ( a )"), st.booleans()),
    st.builds(Near, plain),
    st.builds(Pattern, st.sampled_from(["a", "a b", "(a|b)+", "a\\/b", "a/b", '"', "-x", "\\\\"])),
    st.builds(Speaker, several | st.just("a (b)")),
    st.builds(About, st.sampled_from(["title", "show", "tag"]), several),
    st.builds(Dated, st.sampled_from(["after", "before"]), dates),
)


def nested(nodes: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    some = st.lists(nodes, min_size=1, max_size=3)
    return some.map(whole(all_of)) | some.map(whole(any_of)) | nodes.map(Not)


def whole(combine: Callable[[list[Node]], Node | None]) -> Callable[[list[Node]], Node]:
    def combined(parts: list[Node]) -> Node:
        node = combine(parts)
        assert node is not None
        return node

    return combined


trees = st.recursive(leaves, nested, max_leaves=8)


@given(tree=trees)
def test_a_query_that_is_printed_and_read_again_is_the_same(tree: Node) -> None:
    assert parse(str(Query(tree))) == Query(tree)


@settings(deadline=None)
@given(text=typed, typing=st.booleans())
def test_what_was_read_is_printed_so_that_it_reads_the_same(text: str, typing: bool) -> None:
    try:
        query = parse(text, typing=typing)
    except QueryError:
        return
    assert parse(str(query)) == query


@settings(deadline=None)
@given(text=typed | st.text(st.characters(categories=["Cs", "L", "Cc"])), typing=st.booleans())
def test_any_text_is_a_query_or_an_error_with_its_place(text: str, typing: bool) -> None:
    try:
        assert isinstance(parse(text, typing=typing), Query)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
        assert error.message[0].isupper() or error.message.split(":")[0].islower()
        assert error.message.endswith(".")


@given(tree=trees)
def test_every_beginning_of_a_query_can_be_typed(tree: Node) -> None:
    text = str(tree)
    for end in range(1, len(text)):
        with suppress(UnfinishedQuery):
            parse(text[:end], typing=True)


def test_every_part_of_a_query_can_be_walked() -> None:
    query = parse("a -(b OR tag:c)")
    assert list(map(str, walk(query.root))) == [
        *("a -(b OR tag:c)", "a", "-(b OR tag:c)", "b OR tag:c", "b", "tag:c"),
    ]
    assert query.asks_about_episodes
    assert not parse("a -(b OR speaker:c)").asks_about_episodes


@pytest.mark.parametrize(("typed", "means"), [("ł", "l*"), ("Łó", "lo*"), ("łód", "łód*")])
def test_accents_count_from_the_third_letter_that_is_typed(typed: str, means: str) -> None:
    assert parse(typed, typing=True) == parse(means)
    assert parse(f"{typed} ", typing=True) == parse(typed)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ('a "b c', 'a "b c"'),
        ("a ((b OR c", "a ((b OR c))"),
        ('(a OR ("b', '(a OR ("b"))'),
        ("/a.b", "/a.b/"),
        ("(a OR", "(a OR)"),
        ("a) (b", "a) (b"),
        ("a b", "a b"),
    ],
)
def test_what_is_left_open_is_closed_and_nothing_else_mended(text: str, whole: str) -> None:
    assert closed(text) == whole


def test_nobody_means_a_query_as_long_as_a_book() -> None:
    with pytest.raises(QueryError, match="longer than 20,000 characters"):
        parse("word " * 5_000, typing=True)
