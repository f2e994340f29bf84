import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.harmless import count_harmful, harmless, harmless_line, is_harmless


@given(st.text())
def test_nothing_harmful_is_left_and_no_offset_moves(text: str) -> None:
    safe = harmless(text)
    assert is_harmless(safe)
    assert len(safe) == len(text)
    kinds = {unicodedata.category(char) for char in safe if char not in "\t\n"}
    assert not kinds & {"Cc", "Cs"}


@given(st.text())
def test_clean_text_stays_as_it_is(text: str) -> None:
    if is_harmless(text):
        assert harmless(text) == text


def test_a_terminal_escape_becomes_a_picture_of_itself() -> None:
    assert harmless("\x1b[31mred") == "␛[31mred"
    assert harmless("a\x07b\x7fc\x9bd\x00e") == "a␇b␡c\ufffdd\ufffde"


def test_bidirectional_overrides_are_replaced_and_marks_of_direction_stay() -> None:
    assert harmless("a\u202eb\u2066c") == "a\ufffdb\ufffdc"
    assert harmless("א\u200fb") == "א\u200fb"


def test_separators_of_lines_and_what_hides_words_are_made_visible() -> None:
    assert harmless("one\u2028two\u2029three") == "one␤two␤three"
    assert harmless("a\ufff9b\ufffac\ufffbd\u206ee") == "a\ufffdb\ufffdc\ufffdd\ufffde"


@pytest.mark.parametrize(
    "text",
    [
        "שלום\u200e, \u200fعربي\u061c",
        "می\u200cخواهم, क्\u200dष",
        "👩\u200d💻 ❤\ufe0f 🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "soft\u00adhyphen, e\u0301\u0302\u0303\u0304",
    ],
)
def test_what_writing_needs_stays_though_it_is_invisible(text: str) -> None:
    assert harmless(text) is text


def test_as_many_are_counted_as_are_changed() -> None:
    text = "a\x1b[31mb\u202ec\td\n\x9b"
    changed = sum(before != after for before, after in zip(text, harmless(text), strict=True))
    assert count_harmful(text) == changed == 3


def test_a_name_is_put_on_one_line() -> None:
    assert harmless_line(" Ann\n\tLee\x1b ") == "Ann Lee␛"
