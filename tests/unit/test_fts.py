import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, scan_all, written
from tui_reader.fold import spaced
from tui_reader.index.fts import SEAM, candidates
from tui_reader.model import Turn
from tui_reader.query import parse
from tui_reader.text.spelling import nearest


class Table:
    """Some turns of one episode, as FTS5 is to have them."""

    def __init__(self, turns: Sequence[Turn]) -> None:
        self.turns = turns
        self.words = [spaced(turn.text).split() for turn in turns]
        self._connection = sqlite3.connect(":memory:")
        self._connection.execute(
            "CREATE VIRTUAL TABLE words USING fts5 (text, speaker, seam, tokenize = 'ascii')"
        )
        self._connection.executemany(
            "INSERT INTO words (rowid, text, speaker, seam) VALUES (?, ?, ?, ?)", self._rows()
        )

    def _rows(self) -> Iterator[tuple[int, str, str, str]]:
        seams = [
            "" if a.speaker or b.speaker else " ".join([*before[-SEAM:], *after[:SEAM]])
            for (a, b), (before, after) in zip(
                pairwise(self.turns), pairwise(self.words), strict=True
            )
        ]
        for n, (turn, words) in enumerate(zip(self.turns, self.words, strict=True)):
            yield n, " ".join(words), spaced(turn.speaker or ""), [*seams, ""][n]

    def spellings(self, word: str) -> Iterable[str]:
        return [other for other, _ in nearest(word, sorted({w for ws in self.words for w in ws}))]

    def containing(self, part: str) -> Iterable[str]:
        return [word for words in self.words for word in words if part in word]

    def ask(self, query: str) -> tuple[set[int], bool]:
        """The candidates, and whether they must be hits."""
        asked = candidates(parse(query), self.spellings, containing=self.containing)
        every = set(range(len(self.turns)))
        if not asked.match:
            return (set() if asked.complement else every), asked.are_hits
        select = "SELECT rowid FROM words WHERE words MATCH ?"
        found = {row for (row,) in self._connection.execute(select, [asked.match])}
        return (every - found if asked.complement else found), asked.are_hits

    def close(self) -> None:
        self._connection.close()


def ask(query: str, *texts: str) -> tuple[set[int], bool]:
    table = Table([Turn(text) for text in texts])
    answer = table.ask(query)
    table.close()
    return answer


@settings(deadline=None)
@given(query=queries, turns=st.lists(said(), max_size=4))
def test_the_hits_are_among_the_candidates(query: list[Term], turns: list[Said]) -> None:
    table = Table([said.turn for said in turns])
    found, are_hits = table.ask(written(query))
    hits = set(scan_all(query, turns))
    table.close()
    assert found >= hits
    assert not are_hits or found == hits


@pytest.mark.parametrize(
    "query",
    [
        *("open cost", "open -cost", "-cost", "cost OR open", "-(open cost)", "-(open -cost)"),
        *("(open OR cost) -x", "(-open OR cost) (x OR -cost)", "op*", "speaker:om", "don't"),
        *("=open", "~open", "-~open", "open OR speaker:om", "-(-open)"),
    ],
)
def test_what_fts_can_tell_needs_no_confirming(query: str) -> None:
    texts = ("open cost", "open", "cost", "x", "don't open", "")
    _, are_hits = ask(query, *texts)
    assert are_hits


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("żal", {0, 1}),
        ("mam -żal", {0, 1, 2}),
        ("/ma./", {0, 1, 2}),
        ("/.al/", {0, 1}),
        ("-/.al/", {0, 1, 2}),
        ("/m|z/", {0, 1, 2}),
        ("zal /ma./", {0, 1}),
        ("/zal.*/ OR /na./", {0, 1}),
        ('"zal mam"', {0, 1}),
        ('-"mam zal"', {2}),
        ('mam -"zal mam"', {0, 1, 2}),
    ],
)
def test_what_fts_cannot_tell_is_left_to_be_confirmed(query: str, expected: set[int]) -> None:
    found, are_hits = ask(query, "mam żal", "mam zal", "mam")
    assert found == expected
    assert not are_hits


def test_phrases_go_on_nowhere_where_no_seam_says_so() -> None:
    asked = candidates(parse('"open source"'), lambda word: (), seams=False)
    assert asked.are_hits
    assert "seam" not in asked.match


def test_a_long_phrase_is_found_wherever_it_is_cut() -> None:
    words = [f"w{n}" for n in range(40)]
    for cut in range(1, len(words)):
        halves = [" ".join(["so", *words[:cut]]), " ".join([*words[cut:], "there"])]
        for size in (2, 12, 13, 14, 40):
            for first in range(max(0, cut - size + 1), min(cut, len(words) - size + 1)):
                found, _ = ask(f'"{" ".join(words[first : first + size])}"', *halves)
                assert 0 in found


def test_a_word_that_is_spelled_like_none_is_nowhere() -> None:
    assert ask("~kubernetes", "open", "source") == (set(), True)
    assert ask("open -~kubernetes", "open", "source") == ({0}, True)
    assert ask("open OR ~kubernetes", "open", "source") == ({0}, True)


@pytest.mark.parametrize(
    "query",
    [
        " ".join(f"w{n}" for n in range(1_000)),
        " OR ".join(f"w{n}" for n in range(1_000)),
        " ".join(f"-w{n}" for n in range(1_000)),
        '"' + " ".join(f"w{n}" for n in range(1_000)) + '"',
        "-(" + " ".join(f"(w{n} OR -x{n})" for n in range(100)) + ")",
        "(a OR -(b " * 16 + "c" + "))" * 16,
        "a " * 5_000,
        "x" * 10_000,
    ],
)
def test_however_long_a_query_is_fts_can_be_asked_it(query: str) -> None:
    table = Table([Turn(" ".join(f"w{n}" for n in range(1_000))), Turn("a w0"), Turn("b")])
    found, _ = table.ask(query)
    assert len(found) <= 3
    table.close()


@pytest.mark.parametrize(("count", "expected"), [(200, {0}), (2_000, {0, 1})])
def test_a_word_with_very_many_spellings_can_be_asked_for(
    count: int, expected: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    spellings = [f"kuber{n}" for n in range(count)]
    monkeypatch.setattr(Table, "spellings", lambda table, word: spellings)
    found, are_hits = ask("~kuber open", "kuber7 open", "open", "kuber7")
    assert found == expected
    assert are_hits == (found == {0})
