from markdown_it import MarkdownIt

from tests.unit.marks_and_notes import entry, identity
from tui_reader.marking.listing import Group, grouped
from tui_reader.marking.markdown import all_markdown, episode_markdown

BREAD = identity("Bread & dawn", "/talks/bread.md", show="Night shift", date="2024-06-01")
LIGHT = identity("The keepers", "/talks/light.vtt")
DOUGH = entry(1, about=BREAD, text="Ask him about *rye*.\n\nSoon.")
OVEN = entry(2, about=BREAD, letter="o", quote="It hums.\n\nIt is warm.", speaker=None, time=None)
STORM = entry(
    3, about=LIGHT, quote="Wen: Look!\n\n[…]\n\nMara: Where?", speaker="Wen", time=3_661_000
)

WHOLE = """\
# Marks and notes

## Bread & dawn

> The dough is older than I am.
>
> — Łukasz, “Bread & dawn”, Night shift, 2024-06-01, 04:37

Ask him about *rye*.

Soon.

---

> It hums.
>
> It is warm.
>
> — “Bread & dawn”, Night shift, 2024-06-01, mark o

## The keepers

> Wen: Look!
>
> \\[…\\]
>
> Mara: Where?
>
> — “The keepers”, 1:01:01
"""


def test_all_episodes_are_one_text_with_a_heading_each() -> None:
    assert all_markdown(grouped([DOUGH, OVEN, STORM])) == WHOLE


def test_an_episode_by_itself_is_headed_by_its_title() -> None:
    text = episode_markdown(grouped([DOUGH, OVEN])[0])
    assert text.startswith("# Bread & dawn\n\n> The dough")
    assert text.endswith("mark o\n")


def test_nothing_of_a_transcript_becomes_markup() -> None:
    bad = identity("# <b>x</b>\n---", "/x", show="[a](https://a)", date="2024")
    hostile = entry(
        about=bad,
        quote="</blockquote>\n\n# Heading\n\n- item\n\n\x1b[2J![i](javascript:x)",
        speaker="*Bo* <script>",
    )
    html = MarkdownIt("commonmark").render(episode_markdown(Group("# <b>x</b>", (hostile,))))
    for tag in ("<h2", "<li", "<a ", "<img", "<b>", "<script", "<em", "\x1b"):
        assert tag not in html
    assert html.count("<h1>") == 1
    assert html.count("</blockquote>") == 1
