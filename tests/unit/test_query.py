import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import QueryError
from tui_reader.query import Node, Not, Phrase, Query, Speaker, Word, parse

PIECES = [*'-*":“ \n.()#', "speaker:", "SPEAKER:", "note:", "Łódź", "don't", "日本", "e\u0301", "a"]
written = st.lists(st.sampled_from(PIECES) | st.characters()).map("".join)


def terms(text: str, *, typing: bool = False) -> tuple[Node, ...]:
    return parse(text, typing=typing).terms


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
        ("speaker:omer", [Speaker("omer")]),
        ("Speaker:om*", [Speaker("om")]),
        ('speaker:"will button"', [Speaker("will button")]),
        ("-speaker:omer", [Not(Speaker("omer"))]),
        ('a"b c"d', [Word("a"), Phrase("b c"), Word("d")]),
    ],
)
def test_the_language(text: str, expected: list[Node]) -> None:
    assert list(terms(text)) == expected


@pytest.mark.parametrize(
    "text", ["10:30", "http://x.org/a-b", "note:", "title:x", "--verbose", "t-shirt", "C#", "a*b"]
)
def test_what_is_no_part_of_the_language_is_looked_for_as_text(text: str) -> None:
    assert terms(text) == (Word(text),)


@pytest.mark.parametrize("text", ["cost & cloud", "cost - cloud", "cost … cloud", 'cost "" cloud'])
def test_punctuation_alone_is_passed_over(text: str) -> None:
    assert terms(text) == (Word("cost"), Word("cloud"))


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
        ('speaker:"will bu', [Speaker("will bu")]),
    ],
)
def test_a_query_being_typed(text: str, expected: list[Node]) -> None:
    assert list(terms(text, typing=True)) == expected


@pytest.mark.parametrize(
    ("text", "position", "sentence"),
    [
        ("", 0, "The query is empty."),
        (" \n", 0, "The query is empty."),
        ("?!", 0, "The query needs a letter or a digit to look for."),
        ('cost "open source', 5, "The quote is not closed."),
        ("cost -speaker: omer", 6, "speaker: needs a name right after it."),
        ('speaker:""', 0, "speaker: needs a name right after it."),
    ],
)
def test_what_makes_no_sense_is_said_in_a_sentence(text: str, position: int, sentence: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.message == sentence
    assert caught.value.position == position


@given(text=written, typing=st.booleans())
def test_a_printed_query_is_the_same_query(text: str, typing: bool) -> None:
    try:
        query = parse(text, typing=typing)
    except QueryError:
        return
    assert parse(str(query)) == query


@given(text=written | st.text(st.characters(categories=["Cs", "L", "Cc"])), typing=st.booleans())
def test_any_text_is_a_query_or_an_error_with_its_place(text: str, typing: bool) -> None:
    try:
        assert isinstance(parse(text, typing=typing), Query)
    except QueryError as error:
        assert 0 <= error.position <= len(text)
