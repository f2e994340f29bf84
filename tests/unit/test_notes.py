import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.notes import NoteKind, read_notes

HEADING, ITEM, PARAGRAPH = NoteKind.HEADING, NoteKind.ITEM, NoteKind.PARAGRAPH


def read(text: str) -> list[tuple[NoteKind, str]]:
    return [(note.kind, note.text) for note in read_notes(text)]


def test_headings_items_and_paragraphs_are_told_apart() -> None:
    text = "# What we grew\nBeans,\n and peas.\n\nRhubarb.\n- seeds\n* soil\n2. water\n## End ##"
    assert read(text) == [
        (HEADING, "What we grew"),
        (PARAGRAPH, "Beans, and peas."),
        (PARAGRAPH, "Rhubarb."),
        (ITEM, "seeds"),
        (ITEM, "soil"),
        (ITEM, "water"),
        (HEADING, "End"),
    ]


@pytest.mark.parametrize("text", ["#tag", "-1 degrees", "2024 was dry", "####### seven"])
def test_what_only_begins_like_one_is_a_paragraph(text: str) -> None:
    assert read(text) == [(PARAGRAPH, text)]


def test_links_keep_their_words_and_know_where_they_lead() -> None:
    (note,) = read_notes("- See [the seeds](https://seeds.example/a_b) now")
    assert note.text == "See the seeds now"
    assert [(note.text[start:end], url) for start, end, url in note.links] == [
        ("the seeds", "https://seeds.example/a_b")
    ]


def test_no_notes_are_no_blocks() -> None:
    assert read("") == read(" \n\n ") == []


def test_a_tab_is_a_space() -> None:
    assert read("one\ttwo") == [(PARAGRAPH, "one two")]


@given(st.text(st.sampled_from("ab #-*[]()<>!1.:/\n_`http"), max_size=80))
def test_any_notes_are_read_and_no_link_is_outside_its_text(text: str) -> None:
    for note in read_notes(text):
        assert "\n" not in note.text
        for link in note.links:
            assert 0 <= link.start <= link.end <= len(note.text)
