from hypothesis import given, settings
from hypothesis import strategies as st

from tests.unit.scan import Said, Term, queries, said, written
from tui_reader.matching import Matcher, Span, snippet
from tui_reader.query import parse


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


@settings(deadline=None)
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


def test_different_words_are_worth_more_than_many() -> None:
    text = (
        "The GPU is here and the gpu, the GPU of the cloud, and then a long story of no end at"
        " all until Fargate runs it on a GPU somewhere."
    )
    spans = Matcher(parse("gpu OR fargate")).match(text)
    assert spans
    shown = snippet(text, spans, 40)
    assert [shown.text[slice(*span)] for span in shown.spans] == ["Fargate", "GPU"]


@given(
    lengths=st.lists(st.integers(0, 6), min_size=1, max_size=30),
    found=st.integers(0, 29),
    width=st.integers(12, 60),
)
def test_a_row_is_filled_as_far_as_whole_words_allow(
    lengths: list[int], found: int, width: int
) -> None:
    words = [f"{number}{'x' * length}" for number, length in enumerate(lengths)]
    found %= len(words)

    def row(first: int, last: int) -> str:
        after = "…" if last < len(words) - 1 else ""
        return ("…" if first else "") + " ".join(words[first : last + 1]) + after

    start = len("".join(f"{word} " for word in words[:found]))
    shown = snippet(" ".join(words), [Span(start, start + len(words[found]))], width).text
    places = [words.index(word) for word in shown.strip("…").split()]
    first, last = places[0], places[-1]
    assert shown == row(first, last)
    assert first <= found <= last
    assert len(shown) <= width
    assert not first or len(row(first - 1, last)) > width
    assert last == len(words) - 1 or len(row(first, last + 1)) > width
