"""What a selection on the page means as text: the words, unwrapped, and where they come from."""

from typing import Final, NamedTuple

from tui_reader.model import Place
from tui_reader.page import Kind, Page

__all__ = ["Excerpt", "excerpt", "of_turns"]

_ELLIPSIS: Final = "[…]"


class Excerpt(NamedTuple):
    """Some words of a page, and the place of the first."""

    text: str
    place: Place


def excerpt(page: Page, start: tuple[int, int], end: tuple[int, int]) -> Excerpt:
    """The words from `start` to `end`, both (block, character), the end not included.

    Rows are joined as they were before they were wrapped. Where several turns are touched, each
    that is there from its beginning has its speaker's name before it. An ellipsis stands for turns
    in between that the page does not show.
    """
    (first, begin), (last, stop) = start, end
    touched = []
    for number in range(first, last + 1):
        text = page.blocks[number].text
        low = begin if number == first else 0
        words = text[low : stop if number == last else len(text)]
        if words.strip() and page.blocks[number].kind is not Kind.SKIPPED:
            touched.append((number, low + len(words) - len(words.lstrip()), words.strip()))
    if not touched:
        return Excerpt("", page.place(first, begin))
    pieces: list[str] = []
    for number, low, words in touched:
        block = page.blocks[number]
        if pieces and page.blocks[number - 1].kind is Kind.SKIPPED:
            pieces.append(_ELLIPSIS)
        name = page.transcript.turns[block.turn].speaker if block.kind is Kind.TURN else None
        labelled = name and len(touched) > 1 and low == 0
        pieces.append(f"{name}: {words}" if labelled else words)
    return Excerpt("\n\n".join(pieces), page.place(*touched[0][:2]))


def of_turns(page: Page, turns: range) -> Excerpt:
    """The words of whole turns, as far as the page shows them; no words where it shows none."""
    shown = [turn for turn in page.shown if turn in turns]
    if not shown:
        return Excerpt("", Place(turns.start))
    first, _ = page.position(Place(shown[0]))
    last, _ = page.position(Place(shown[-1]))
    return excerpt(page, (first, 0), (last, len(page.blocks[last].text)))
