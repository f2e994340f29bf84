from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, scan_all, written
from tui_reader.fold import spaced
from tui_reader.matching import Hit, Matcher, Searchable, Span
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
        ("a\x00b AND NEAR", "near a, b and", ["near", "a, b", "and"]),
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


def test_a_phrase_goes_on_in_the_next_turn_where_nobody_is_named() -> None:
    turns = [
        Turn("All of it is open."),
        Turn("Source, it says."),
        Turn("Open"),
        Turn("source", "Ada"),
    ]
    hits = Matcher(parse('"open source"')).search(turns)
    assert hits == [Hit(0, (Span(13, 18),), (Span(0, 6),))]
    assert Matcher(parse('"it is open sour*"')).search(turns)[0].spans == (Span(7, 18),)
    assert Matcher(parse('-"open source" open')).search(turns) == [Hit(2, (Span(0, 4),))]
    assert Matcher(parse("open source")).search(turns) == []
    assert Matcher(parse('"open source" says')).search(turns) == []


def test_an_accent_is_honoured_where_a_phrase_goes_on() -> None:
    turns = [Turn("Mój"), Turn("żal"), Turn("moj"), Turn("żal")]
    assert [hit.turn for hit in Matcher(parse('"mój żal"')).search(turns)] == [0]
    assert [hit.turn for hit in Matcher(parse('"moj żal"')).search(turns)] == [0, 2]
    assert [hit.turn for hit in Matcher(parse('"moj ża*"')).search(turns)] == [0, 2]


@given(turn=said(), data=st.data())
def test_a_phrase_is_found_wherever_its_text_is_cut_in_two(turn: Said, data: st.DataObject) -> None:
    words = [word for word in turn.turn.text.split() if spaced(word).strip()]
    assume(words)
    cut, first = (data.draw(st.integers(0, len(words) - 1)) for _ in range(2))
    phrase = " ".join(words[first : first + 3])
    turns = [Turn(" ".join(words[:cut])), Turn(" ".join(words[cut:]))]
    hits = Matcher(parse(f'"{phrase}"')).search(turns)
    assert (first >= cut) in [hit.turn for hit in hits]


@settings(deadline=None)
@given(query=queries, turns=st.lists(said(), max_size=4))
def test_the_matcher_finds_what_a_slow_scan_finds(query: list[Term], turns: list[Said]) -> None:
    hits = Matcher(parse(written(query))).search([said.turn for said in turns])
    found = {hit.turn: characters(hit, turns[hit.turn].turn.text) for hit in hits}
    assert found == scan_all(query, turns)
    for hit in hits:
        assert all(a.end < b.start for a, b in pairwise(hit.spans))


@settings(deadline=None)
@given(query=queries, turn=said(), following=said())
def test_a_turn_by_itself_is_matched_as_in_its_transcript(
    query: list[Term], turn: Said, following: Said
) -> None:
    named = turn.turn.speaker or following.turn.speaker
    matcher = Matcher(parse(written(query)))
    spans = matcher.match(turn.turn.text, turn.turn.speaker, "" if named else following.turn.text)
    hits = matcher.search([turn.turn, following.turn])
    assert spans == next((hit.spans for hit in hits if hit.turn == 0), None)


def characters(hit: Hit, text: str) -> set[int]:
    """Where a hit is, in its turn's text and behind it."""
    size = len(text)
    within = {place for span in hit.spans for place in range(*span)}
    return within | {size + place for span in hit.carried for place in range(*span)}
