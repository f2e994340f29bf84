import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tui_reader.harmless import harmless, harmless_line, is_harmless


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


def test_a_name_is_put_on_one_line() -> None:
    assert harmless_line(" Ann\n\tLee\x1b ") == "Ann Lee␛"
