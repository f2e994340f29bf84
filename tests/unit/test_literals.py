import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui_reader.errors import PatternTooSlow, QueryError
from tui_reader.fold import spaced
from tui_reader.text.literals import needed, written_out
from tui_reader.text.patterns import RegularExpression
from tui_reader.text.words import Searched


@pytest.mark.parametrize(
    ("source", "part"),
    [
        (r"kuber\w+", "kuber"),
        (r"\bserverl(es|is)s\b", "serverl"),
        ("kubernetes costs?", "kubernetes"),
        ("costs?", "cost"),
        ("cost{2}s", "cos"),
        ("Łód[zź] Straße", "strasse"),
        ("[abc]lodz[^d]", "lodz"),
        ("日本(語|人)", "日"),
        ("don't", "don"),
        ("open|source", ""),
        ("(open|source)", ""),
        ("(?i)open", ""),
        (r"\pLopen", "open"),
        (r"\x41open", "open"),
        (r"\d+", ""),
        ("[[:alpha:]]open", "open"),
        ("", ""),
    ],
)
def test_what_every_match_has(source: str, part: str) -> None:
    assert needed(source) == part


@pytest.mark.parametrize(
    ("source", "size"),
    [("", 0), ("kuber", 5), ("(ab){3}c", 7), ("((ab){2}){3,}", 12), (r"[abc]{2}\d{3,9}", 5)],
)
def test_how_much_is_written_out(source: str, size: int) -> None:
    assert written_out(source) == size


@pytest.mark.parametrize("source", ["a{1000000000}", "(?:" * 14 + "a" + "{2})" * 14, "a/" * 5_000])
def test_what_would_take_all_memory_or_time_is_refused(source: str) -> None:
    with pytest.raises(QueryError, match="too long"):
        RegularExpression(source)


PIECES = [*"ab.*+?|()[]^$-éß1日", r"\w", r"\b", "{2}", "{0,1}", "(?:", "(?!", "(?i)", "[^a]"]
TEXT = "abABéßS1日 ,"


@settings(deadline=None)
@given(
    source=st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
    text=st.text(st.sampled_from(TEXT), max_size=12),
)
def test_a_text_without_it_does_not_match(source: str, text: str) -> None:
    try:
        expression = RegularExpression(source)
        expression._needed = ""
        found = expression.find(Searched(text))
    except (QueryError, PatternTooSlow):
        return
    assert found is None or needed(source) in spaced(text)
