import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.formats.written.site_markup import unwrapped
from tui_reader.model import Link


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a <!-- b\nc --> d", "a \n d"),
        ("a <!-- never closed", "a <!-- never closed"),
        ("write `<!-- x -->` there", "write `<!-- x -->` there"),
        ("{{% notice %}}\nKeep me\n{{% /notice %}}", "\nKeep me\n"),
        ('{{< figure src="x.png" caption="A cat" >}}', "A cat"),
        ("`{{< x >}}` and {{ this }}", "`{{< x >}}` and {{ this }}"),
        ('{% quote "two words" %}', "two words"),
        ("<details open>\n<summary>Transcript</summary>\nx", "\n#### Transcript\nx"),
        ('<a href="https://x.org">Ex</a>', "[Ex](https://x.org)"),
        ("[the docs][d]\n\n[d]: https://x.org 'T'", "[the docs](https://x.org)\n\n"),
        ("[laughs] [d]", "[laughs] [d]"),
    ],
)
def test_what_a_site_needs_goes_and_words_stay(text: str, shown: str) -> None:
    assert unwrapped(text).text == shown


def test_players_become_links() -> None:
    found = unwrapped(
        '{{< youtube abc >}}{% include player.html url="https://x.org/a.mp3" %}\n'
        '<iframe width="9" src="https://y.org/e"></iframe>\n[unused]: https://z.org\n'
    )
    assert found.links == [
        Link("YouTube", "https://www.youtube.com/watch?v=abc"),
        Link("https://x.org/a.mp3", "https://x.org/a.mp3"),
        Link("https://y.org/e", "https://y.org/e"),
        Link("unused", "https://z.org"),
    ]


@given(st.lists(st.sampled_from(["<!--", "-->", "{{<", ">}}", "{%", "%}", "\n", "a ", "`", "]:"])))
def test_every_line_stays_where_it_was(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert unwrapped(text).text.count("\n") == text.count("\n")


def test_links_between_notes_are_their_words_and_embedded_files_are_none() -> None:
    text = "[[Ann Lee]] met [[people/Bo|Bo]] ![[map.png]] and `[[x]]` in [[ -f y ]]"
    assert unwrapped(text).text == "Ann Lee met Bo  and `[[x]]` in [[ -f y ]]"
