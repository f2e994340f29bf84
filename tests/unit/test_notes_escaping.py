from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tui_reader.harmless import harmless, is_harmless
from tui_reader.marking.escaping import as_written, escaped_line

RENDERED = MarkdownIt("commonmark").enable(["table", "strikethrough"])
_ODD = st.text(st.sampled_from("a1 .)#*_-+=<>&;:!|`~[]()\\/@\"'$lt\n\t"), max_size=30)


def as_html(text: str) -> str:
    return escape(text, quote=False).replace('"', "&quot;")


@given(_ODD | st.text(max_size=30))
def test_what_was_said_reads_as_it_was_said(text: str) -> None:
    line = escaped_line(text)
    plain = " ".join(harmless(text).split())
    assert RENDERED.render(line) == (f"<p>{as_html(plain)}</p>\n" if plain else "")
    assert is_harmless(line)


@given(_ODD | st.text(max_size=30))
def test_it_does_so_in_a_quotation_too(text: str) -> None:
    plain = " ".join(harmless(text).split())
    if plain:
        shown = RENDERED.render(f"> {escaped_line(text)}")
        assert shown == f"<blockquote>\n<p>{as_html(plain)}</p>\n</blockquote>\n"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("It's 5 o'clock, isn't it? Yes -- (it is)!", "It's 5 o'clock, isn't it? Yes -- (it is)!"),
        ("# A heading", r"\# A heading"),
        ("1. A list", r"1\. A list"),
        ("3.5 of them", "3.5 of them"),
        ("see https://evil.example", r"see https\://evil.example"),
        ("see www.evil.example", r"see www\.evil.example"),
        ("snake_case and <b>", r"snake\_case and \<b\>"),
        ("AT&T &amp; me", r"AT\&T \&amp; me"),
        ("write to a@b.example", r"write to a\@b.example"),
        ("\x1b]0;title\x07", "␛\\]0;title␇"),
    ],
)
def test_only_what_would_mean_something_is_escaped(said: str, written: str) -> None:
    assert escaped_line(said) == written


def test_a_note_keeps_the_markdown_of_who_wrote_it() -> None:
    note = "Ask *him*:\n\n- about [bread](https://bread.example)\n- `a < b`"
    assert as_written(note) == note


def test_a_note_has_no_html_and_no_fence_that_swallows_what_follows() -> None:
    assert as_written("<script>x</script> <!-- y") == r"\<script>x\</script> \<!-- y"
    assert as_written("```\ncode\n```\nmore") == "```\ncode\n```\nmore"
    assert as_written("so:\n```\ncode") == "so:\n\\```\ncode"
    assert as_written("~~~~\ncode\n~~~") == "\\~~~~\ncode\n\\~~~"


@given(st.text(st.sampled_from("`~ a\n<"), max_size=40))
def test_what_stands_below_a_note_is_never_part_of_it(note: str) -> None:
    below = RENDERED.render(f"{as_written(note)}\n\n---\n\n> said\n")
    assert below.endswith("<hr />\n<blockquote>\n<p>said</p>\n</blockquote>\n")
