"""A page of which only some turns are shown, and between them how many are not.

      04:37  Omer   ▎ Over the past years things have happened
                      ⋯ 14 turns
      06:28  Warren ▎ I think we're definitely going to get there.

Blocks are those of the whole page as far as they can be, so that a page of thousands of turns is
filtered in less time than it takes to wrap it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, takewhile

from tui_reader.model import Place, Transcript
from tui_reader.page import Block, Kind, Page, turns_in_words

__all__ = ["FilteredPage"]


class FilteredPage(Page):
    """The turns of `whole` with these numbers, each below the heading of its section.

    Title and notes stand above them only `with_front`. A place that is hidden is looked for at the
    next turn that is not.
    """

    def __init__(self, whole: Page, turns: Iterable[int], *, with_front: bool = False) -> None:
        self.whole = whole
        numbers = tuple(sorted({turn for turn in turns if turn in whole.shown}))
        front = takewhile(lambda block: block.turn < 0, whole.blocks) if with_front else ()
        super().__init__(whole.transcript, chain(front, _blocks(whole, numbers)))
        self.shown = numbers

    def is_just(self, whole: Page, turns: Sequence[int], *, with_front: bool) -> bool:
        """Whether it is the page of these turns in their order."""
        has_front = self.blocks[0].turn < 0
        same = self.whole is whole and has_front == with_front
        return same and list(self.shown) == list(turns)

    def has(self, place: Place) -> bool:
        """Whether a place is not hidden."""
        if place.turn < 0:
            return self.blocks[0].turn < 0
        index = bisect_left(self.shown, place.turn)
        return self.shown[index : index + 1] == (place.turn,)

    def position(self, place: Place) -> tuple[int, int]:
        """The block of `place` and the character there, or the start of the next turn shown."""
        if place.turn < 0 and self.has(place):
            return super().position(place)
        if not self.shown:
            return len(self.blocks) - 1, 0
        index = min(bisect_left(self.shown, place.turn), len(self.shown) - 1)
        block = self.blocks_of_turns[index]
        offset = place.offset if self.shown[index] == place.turn else 0
        return block, min(offset, len(self.blocks[block].text))


def _blocks(whole: Page, shown: Sequence[int]) -> Iterator[Block]:
    """The blocks of the turns `shown`; a name is printed where it changes and after every gap.

    Runs at every key while one types, over thousands of turns: hence without calls for each.
    """
    transcript, every, of_turns = whole.transcript, whole.blocks, whole.blocks_of_turns
    turns, one, many = transcript.turns, *_units(transcript)
    headings = _headings(whole)
    starts = list(headings)
    following, before = 0, None
    for turn in shown:
        if turn > following:
            count = turn - following
            yield Block(Kind.SKIPPED, f"⋯ {count} {one if count == 1 else many}", following)
            before = None
        if starts:
            latest = bisect_right(starts, turn) - 1
            if latest >= 0 and starts[latest] >= following:
                yield from (block._replace(turn=turn) for block in headings[starts[latest]])
                before = None
        block, speaker = every[of_turns[turn]], turns[turn].speaker
        name = speaker if speaker != before else None
        if name != block.name:
            block = Block(Kind.TURN, block.text, turn, name, (), block.narrow)
        yield block
        following, before = turn + 1, speaker
    if following < len(turns) or not shown:
        left = turns_in_words(transcript, len(turns) - following)
        yield Block(Kind.SKIPPED, f"⋯ {left}" if shown else f"⋯ none of {left}", following)


def _units(transcript: Transcript) -> Iterator[str]:
    """What one turn is called, and several."""
    return (turns_in_words(transcript, count).partition(" ")[2] for count in (1, 2))


def _headings(whole: Page) -> dict[int, list[Block]]:
    """The headings by the turn they stand before, in the order of the turns."""
    found: dict[int, list[Block]] = {}
    if whole.transcript.sections:
        for block in whole.blocks:
            if block.kind is Kind.SECTION:
                found.setdefault(block.turn, []).append(block)
    return found
