"""Where words stand in a text: what every search for words comes down to.

They are looked for in the text as `fold.spaced` has it, and found whole: a maximal run of letters
and digits. The words of a phrase follow each other, whatever else stands between, so that it is
found across a cue, a line and a paragraph. An accent in the query is honoured on the original.
"""

import re
from functools import cached_property
from typing import Final, NamedTuple

from tui_reader.fold import Origin, exact, spaced

__all__ = ["Searched", "Span", "WordSequence"]

_TOKEN: Final = re.compile("[^ ]+")


class Span(NamedTuple):
    """Some characters of a text: from `start` up to, not including, `end`."""

    start: int
    end: int


class Searched:
    """A text as the matcher sees it, and who said it."""

    __slots__ = ("_origin", "_words", "speaker", "text")

    def __init__(self, text: str, speaker: str = "", words: str | None = None) -> None:
        self.text = text
        self.speaker = speaker
        self._words = words
        self._origin: Origin | None = None

    @property
    def words(self) -> str:
        """What `fold.spaced` makes of the text."""
        if self._words is None:
            self._words = spaced(self.text)
        return self._words

    def original(self, start: int, end: int) -> Span:
        """Where the characters of `words` from `start` to `end` are in `text`."""
        if self._origin is None:
            self._origin = spaced.origin(self.text)
        return Span(self._origin.start(start), self._origin.end(end))


class WordSequence:
    """Words to be found one right after the other; with `prefix`, of the last the beginning."""

    def __init__(self, text: str, *, prefix: bool) -> None:
        words, origin = spaced(text), spaced.origin(text)
        found = list(_TOKEN.finditer(words))
        self.tokens = tuple(token[0] for token in found)
        self.prefix = prefix
        self.needle = max(self.tokens, key=len)
        as_typed = (exact(text[origin.start(t.start()) : origin.end(t.end())]) for t in found)
        pairs = zip(self.tokens, as_typed, strict=True)
        self.accented = {n: typed for n, (token, typed) in enumerate(pairs) if typed != token}

    def find(self, searched: Searched) -> list[Span]:
        """Everywhere in its text."""
        found = self._occurrences(searched.words)
        if self.accented:
            found = [place for place in found if self._honours_accents(place, searched)]
        return [searched.original(start, end) for start, end in found]

    def _occurrences(self, words: str) -> list[tuple[int, int]]:
        """Also those that overlap: `a b a` twice in `a b a b a`."""
        if self.needle not in words:
            return []
        found = []
        match = self._pattern.search(words)
        while match:
            found.append(match.span())
            match = self._pattern.search(words, match.start() + 1)
        return found

    def _honours_accents(self, place: tuple[int, int], searched: Searched) -> bool:
        tokens = [token.span() for token in _TOKEN.finditer(searched.words, *place)]
        for number, typed in self.accented.items():
            found = exact(searched.text[slice(*searched.original(*tokens[number]))])
            begins = self.prefix and number == len(tokens) - 1 and found.startswith(typed)
            if found != typed and not begins:
                return False
        return True

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Compiled when a text first has the needle: a query of a thousand words seldom gets there.
        # Beginning with the word itself, and only then looking behind it, is twice as fast.
        first, *others = map(re.escape, self.tokens)
        rest = "".join(f" +{word}" for word in others)
        end = "[^ ]*" if self.prefix else "(?![^ ])"
        return re.compile(f"{first}(?<![^ ]{first}){rest}{end}")
