from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len, split_graphemes

from tui_reader.wrap import clip, is_narrow, wrap

FAMILY = "👨\u200d👩\u200d👧"
ACUTE = "e\u0301"
widths = st.integers(1, 40)
narrow_words = st.text(st.sampled_from("abcdeéłß.,'-—…€ж"), min_size=1, max_size=14)
narrow_text = st.lists(narrow_words, min_size=1, max_size=30).map(" ".join)
wide_letters = st.sampled_from(["a", "z", "語", "話", "é", ACUTE, FAMILY, "한"])
wide_words = st.lists(wide_letters, min_size=1, max_size=12).map("".join)
wide_text = st.lists(wide_words, min_size=1, max_size=20).map(" ".join)
any_text = st.one_of(narrow_text, wide_text, st.text(max_size=60))


def rows(text: str, width: int) -> list[str]:
    """The rows of a text, as they are painted: without the spaces they break at."""
    starts = wrap(text, width)
    ends = [*starts[1:], len(text)]
    return [text[start:end].rstrip() for start, end in zip(starts, ends, strict=True)]


def test_rows_break_at_spaces() -> None:
    assert rows("the keeper of the light", 10) == ["the keeper", "of the", "light"]


def test_a_word_that_is_too_long_is_broken() -> None:
    assert rows("a lighthousekeeper", 6) == ["a", "lighth", "ouseke", "eper"]


def test_between_ideographs_a_row_may_end_anywhere() -> None:
    assert rows("今日は良い天気", 6) == ["今日は", "良い天", "気"]
    assert rows("tea 今日は", 6) == ["tea 今", "日は"]


def test_paragraphs_have_an_empty_row_between_them() -> None:
    assert rows("one two\n\nthree", 20) == ["one two", "", "three"]
    assert rows("one two\n\n話\n\nthree", 3) == ["one", "two", "", "話", "", "thr", "ee"]


def test_an_empty_text_is_one_row() -> None:
    assert rows("", 10) == [""]


@given(any_text, widths)
@example("a" + " " * 30 + "b", 3)
@example("\n\nlate", 5)
@example("late\n\n", 5)
def test_the_rows_cover_any_text_in_its_order(text: str, width: int) -> None:
    starts = wrap(text, width)
    assert starts[0] == 0
    assert starts == sorted(starts)
    assert starts[-1] <= len(text)


@given(st.one_of(narrow_text, wide_text), widths)
@example(FAMILY, 1)
def test_no_row_is_wider_than_there_is_room(text: str, width: int) -> None:
    for row in rows(text, width):
        assert cell_len(row) <= width or len(split_graphemes(row)[0]) == 1


@given(any_text, widths)
@example(f"{ACUTE * 9} {FAMILY * 3}", 2)
def test_a_grapheme_is_never_broken(text: str, width: int) -> None:
    inside = {n for start, end, _ in split_graphemes(text)[0] for n in range(start + 1, end)}
    assert not inside & set(wrap(text, width))


@given(narrow_text, widths)
def test_text_of_narrow_letters_is_wrapped_the_same_when_it_is_measured(
    text: str, width: int
) -> None:
    assert is_narrow(text)
    assert wrap(text, width, narrow=True) == wrap(text, width, narrow=False)


@given(st.lists(narrow_text, min_size=1, max_size=4), widths)
def test_every_paragraph_is_wrapped_as_it_would_be_alone(texts: list[str], width: int) -> None:
    alone = [[*rows(text, width), ""] for text in texts]
    assert rows("\n\n".join(texts), width) == [row for part in alone for row in part][:-1]


@given(narrow_text, widths)
def test_no_row_could_have_held_the_next_word_too(text: str, width: int) -> None:
    found = rows(text, width)
    for row, following in pairwise(found):
        assert cell_len(f"{row} {following.split(' ')[0]}") > width or len(row) == width


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], max_codepoint=0x2100), max_size=20))
def test_what_is_called_narrow_is_as_wide_as_it_is_long(text: str) -> None:
    if is_narrow(text):
        assert cell_len(text) == len(text)


@given(any_text, st.integers(0, 20))
def test_what_is_clipped_fits_and_is_a_beginning(text: str, width: int) -> None:
    clipped = clip(text, width)
    assert cell_len(clipped) <= width
    assert clipped == text or clipped == "" or text.startswith(clipped.removesuffix("…"))


@pytest.mark.parametrize(
    ("text", "width", "clipped"),
    [
        ("lantern", 7, "lantern"),
        ("lantern", 6, "lante…"),
        ("the lantern", 5, "the…"),
        ("今日は", 4, "今…"),
        ("lantern", 1, "…"),
        ("lantern", 0, ""),
    ],
)
def test_what_does_not_fit_ends_in_an_ellipsis(text: str, width: int, clipped: str) -> None:
    assert clip(text, width) == clipped
