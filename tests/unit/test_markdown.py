import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.markdown import links_in, plain
from tui_reader.model import Link


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        (
            "*one* **two** ***three*** _four_ __Five six__ ~~seven~~",
            "one two three four Five six seven",
        ),
        ("**bold with *more* inside** it", "bold with more inside it"),
        ("snake_case and _private names_", "snake_case and private names"),
        ("the __init__ method, 2 * 3 * 4, a*b", "the __init__ method, 2 * 3 * 4, a*b"),
        ("`rm *.py` and ``x_y_z``", "rm *.py and x_y_z"),
        (r"\[laughs\] \*not bold\* 1\. one", "[laughs] *not bold* 1. one"),
        ("a [link](https://x.org/a_b_(c) 'T') here", "a link here"),
        ("**[bold link](http://x)**", "bold link"),
        ("see <https://x.org/a_b>", "see https://x.org/a_b"),
        ("![a cat](cat.png)", "a cat"),
        ("fish &amp; chips &#8212; &copy; AT&T", "fish & chips — © AT&T"),
        ("one<br/>two <b>three</b> Vec<T> a < b > c", "one two three Vec<T> a < b > c"),
        ("before<!-- hidden *x* -->after <!-- open", "beforeafter <!-- open"),
        ("[not a link] (really)", "[not a link] (really)"),
        ("unclosed **bold and *more", "unclosed **bold and *more"),
    ],
)
def test_markup_goes_and_words_stay(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@given(st.text(alphabet=st.characters(exclude_characters="\\`*_[<&~", exclude_categories=["Cs"])))
def test_text_without_markup_stays_as_it_is(text: str) -> None:
    assert plain(text) == text


@given(st.text(alphabet="ab *_`[]()<>!\\&;~#x"))
def test_letters_outside_of_links_and_tags_survive(text: str) -> None:
    if not set(text) & set("[<&"):
        assert [char for char in plain(text) if char in "abx"] == [c for c in text if c in "abx"]


def test_links_keep_their_words_and_addresses() -> None:
    text = (
        "- [One &amp; *two*  ](https://x.org/1)\n<https://x.org/2> ![no](https://x.org/3.png) "
        "[bad](javascript:alert) [empty]() [mail](mailto:a@x.org)"
    )
    assert links_in(text) == [
        Link("One & two", "https://x.org/1"),
        Link("https://x.org/2", "https://x.org/2"),
        Link("mail", "mailto:a@x.org"),
    ]


def test_an_address_with_an_endless_entity_is_read_all_the_same() -> None:
    digits = "1" * 5_000
    assert links_in(f"[a](https://example.org/&#{digits};)")
    assert "a" in plain(f"a https://example.org/&#{digits};")
