"""Finding things by a few words typed, in any order, whatever their case and accents."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

__all__ = ["Sieve"]

T = TypeVar("T")


class Sieve(Generic[T]):
    """Sifts things by the text that `text_of` has for each.

    Texts are folded once, when something is typed for the first time; of the things it is given
    later, only the new ones are.
    """

    def __init__(self, text_of: Callable[[T], str]) -> None:
        self._text_of = text_of
        self._known: tuple[Sequence[T], Sequence[str]] = (), ()
        """Things and their folded texts; one pair, so that no thread ever sees half of it."""

    def sift(self, things: Sequence[T], typed: str) -> Sequence[T]:
        """Those of `things` that have every word of `typed`, in their order.

        It is fast where `things` is the very sequence it was the last time.
        """
        from tui_reader.fold import fold

        first, *others = fold(typed).split() or [""]
        if not first:
            return things
        self.prepare(things)
        found = [pair for pair in zip(*self._known, strict=True) if first in pair[1]]
        for word in others:
            found = [pair for pair in found if word in pair[1]]
        return [thing for thing, _ in found]

    def prepare(self, things: Sequence[T]) -> None:
        """Fold what was not there before, that the next to type need not wait for it.

        Things are known by their identity, which costs less than a hash. Any thread may call this.
        """
        from tui_reader.fold import fold

        if things is self._known[0]:
            return
        known = dict(zip(map(id, self._known[0]), self._known[1], strict=True))
        new = [thing for thing in things if id(thing) not in known]
        texts = fold.each([self._text_of(thing) for thing in new])
        known.update(zip(map(id, new), texts, strict=True))
        self._known = things, [known[id(thing)] for thing in things]
