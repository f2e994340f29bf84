from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, scan, written
from tui_reader.matching import Hit, Matcher, Searchable, Span, snippet
from tui_reader.model import Turn
from tui_reader.query import parse


def found(query: str, text: str, speaker: str | None = None) -> list[str] | None:
    """What is highlighted in `text`, or None where it is no hit."""
    spans = Matcher(parse(query)).match(text, speaker)
    return None if spans is None else [text[slice(*span)] for span in spans]


@pytest.mark.parametrize(
    ("query", "text", "highlighted"),
    [
        (
            "cost kubernetes",
            "Kubernetes has a cost. KUBERNETES!",
            ["Kubernetes", "cost", "KUBERNETES"],
        ),
        ("kuber*", "Kubernetes and a Kuberneties", ["Kubernetes", "Kuberneties"]),
        ('"open source"', "an Open-Source thing, open source", ["Open-Source", "open source"]),
        ('"open source"', "is it open?\n\nSource of all", ["open?\n\nSource"]),
        ('"a b a"', "a b a b a", ["a b a b a"]),
        ("don't", "I don’t know", ["don’t"]),
        ("日本", "これは日本語です", ["日本"]),
        ("ไทย", "ภาษาไทยง่าย", ["ไทย"]),
        ("lukasz", "Łukasz i Łukasza", ["Łukasz"]),
        ("strasse", "die Straße", ["Straße"]),
        ("cafe", "un cafe\u0301.", ["cafe\u0301"]),
        ("żal", "Żal, zal, ZAL", ["Żal"]),
        ("żal", "z\u0307al", ["z\u0307al"]),
        ("zaż*", "zażalenie zazwyczaj", ["zażalenie"]),
        ('"mój żal"', "moj żal, mój zal, MÓJ ŻAL", ["MÓJ ŻAL"]),
        ("10:30", "at 10:30 sharp", ["10:30"]),
        ("a\x00b AND NEAR(", "near a, b and", ["near", "a, b", "and"]),
    ],
)
def test_what_is_highlighted(query: str, text: str, highlighted: list[str]) -> None:
    assert found(query, text) == highlighted


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("kube", "kubernetes"),
        ("netes", "kubernetes"),
        ("cost cloud", "the cost"),
        ('"open source"', "source open, open the source"),
        ("本日", "日本"),
        ("cost -cloud", "the cost of the cloud"),
        ("żal", "zal"),
        ("が", "か"),
    ],
)
def test_what_is_no_hit(query: str, text: str) -> None:
    assert found(query, text) is None


@pytest.mark.parametrize("name", ["omer", "OM", '"will button"', '"will b"', "button", "łukasz"])
def test_a_speaker_is_found_by_the_beginning_of_a_name(name: str) -> None:
    speakers = {"omer": "Omer", "om": "Omer", "łukasz": "Łukasz Kałużny"}
    speaker = speakers.get(name.lower(), "Will Button")
    assert found(f"speaker:{name}", "whatever", speaker) == []
    assert found(f"speaker:{name}", "whatever", "Warren") is None
    assert found(f"speaker:{name}", "whatever") is None
    assert found(f"-speaker:{name}", "whatever", "Warren") == []


def test_an_accent_in_a_name_is_honoured() -> None:
    assert found("speaker:łukasz", "tak", "Lukasz") is None
    assert found("speaker:lukasz", "tak", "Łukasz") == []


def test_a_query_without_anything_wanted_finds_the_rest() -> None:
    turns = [Turn("the cost"), Turn("the cloud"), Turn("")]
    assert Matcher(parse("-cost")).search(turns) == [Hit(1, ()), Hit(2, ())]


def test_an_open_transcript_is_searched_again_and_again() -> None:
    searchable = Searchable([Turn("Straße", "Omer"), Turn("strasse")])
    for _ in range(2):
        assert Matcher(parse("strasse speaker:omer")).search(searchable) == [Hit(0, (Span(0, 6),))]


def test_very_long_queries_are_answered() -> None:
    word, words = "x" * 10_000, " ".join(f"w{n}" for n in range(2_000))
    for query in (word, words, f'"{words}"', "a " * 5_000, f"-{word}"):
        assert Matcher(parse(query)).match("nothing of the kind") == (
            () if query.startswith("-") else None
        )
    assert found(words, words) == words.split()


@given(query=queries, turns=st.lists(said(), max_size=4))
def test_the_matcher_finds_what_a_slow_scan_finds(query: list[Term], turns: list[Said]) -> None:
    hits = Matcher(parse(written(query))).search([said.turn for said in turns])
    expected = {n: covered for n, s in enumerate(turns) if (covered := scan(query, s)) is not None}
    assert {hit.turn: {c for span in hit.spans for c in range(*span)} for hit in hits} == expected
    for _, spans in hits:
        assert all(a.end < b.start for a, b in pairwise(spans))


def test_a_short_text_is_its_own_snippet() -> None:
    assert snippet("one\n\ntwo", [Span(5, 8)], 40) == ("one two", (Span(4, 7),))


def test_a_snippet_shows_where_most_hits_are() -> None:
    text = (
        "cost at first, then a long story of nothing at all until cost and cost again and the end"
    )
    spans = Matcher(parse("cost")).match(text)
    assert spans
    shown = snippet(text, spans, 30)
    assert shown.text == "…until cost and cost again…"
    assert [shown.text[slice(*span)] for span in shown.spans] == ["cost", "cost"]


def test_a_snippet_without_hits_is_the_beginning() -> None:
    assert snippet("one two three four", [], 10) == ("one two…", ())


def test_text_without_spaces_is_cut_anywhere() -> None:
    shown = snippet("あ" * 50 + "日本" + "あ" * 50, [Span(50, 52)], 12)
    assert shown.text == "…ああああ日本ああああ…"
    assert shown.spans == (Span(5, 7),)


@given(turn=said(), query=queries, width=st.integers(3, 40))
def test_a_snippet_is_one_line_and_keeps_its_highlights(
    turn: Said, query: list[Term], width: int
) -> None:
    text = turn.turn.text
    spans = Matcher(parse(written(query))).match(text, turn.turn.speaker) or ()
    shown = snippet(text, spans, width)
    assert len(shown.text) <= width
    assert "\n" not in shown.text
    assert bool(shown.spans) == bool(spans)
    line = " ".join(text.split())
    assert shown.text.strip("…") in line or "…" in text
    whole = {" ".join(text[slice(*span)].split()) for span in spans}
    for span in shown.spans:
        assert any(shown.text[slice(*span)] in piece for piece in whole)
