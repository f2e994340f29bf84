from hypothesis import given
from hypothesis import strategies as st

from tui_reader.text.oneline import OneLine

texts = st.text(st.sampled_from("ab \n\t\u00a0\u2003")).map(str.strip)


def test_a_paragraph_break_is_one_space() -> None:
    line = OneLine("open\n\nsource")
    assert line.text == "open source"
    assert [line.place(offset) for offset in (4, 6, 12)] == [4, 5, 11]
    assert [line.origin(offset) for offset in (4, 5, 11)] == [4, 6, 12]


@given(text=texts)
def test_white_space_is_collapsed_and_nothing_else(text: str) -> None:
    assert OneLine(text).text == " ".join(text.split())


@given(text=texts)
def test_every_letter_has_a_place_on_the_line_and_the_way_back(text: str) -> None:
    line = OneLine(text)
    for offset, char in enumerate(text):
        if not char.isspace():
            assert line.text[line.place(offset)] == char
            assert line.origin(line.place(offset)) == offset
            assert line.origin(line.place(offset) + 1) - 1 == offset
    assert line.place(len(text)) == len(line.text)
    assert line.origin(len(line.text)) == len(text)
