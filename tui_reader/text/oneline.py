"""A text on one line: white space collapsed, with the way there and back."""

import re
from bisect import bisect_left
from functools import cached_property
from itertools import accumulate
from typing import Final

__all__ = ["OneLine"]

_GAP: Final = re.compile(r"\s{2,}|[^\S ]")


class OneLine:
    """Some text, on one line as `text`."""

    def __init__(self, text: str) -> None:
        self._gaps = [gap.span() for gap in _GAP.finditer(text)]
        self.text = _GAP.sub(" ", text) if self._gaps else text

    def place(self, offset: int) -> int:
        """Where on the line a place of the original text is."""
        return offset - self._lost[bisect_left(self._gaps, (offset, 0))]

    def origin(self, offset: int) -> int:
        """Where in the original text a place on the line is."""
        return offset + self._lost[bisect_left(self._spaces, offset)]

    @cached_property
    def _lost(self) -> list[int]:
        """How many characters the first gaps have cost, by the number of gaps."""
        return list(accumulate((end - start - 1 for start, end in self._gaps), initial=0))

    @cached_property
    def _spaces(self) -> list[int]:
        """Where on the line the gaps are."""
        return [self.place(start) for start, _ in self._gaps]
