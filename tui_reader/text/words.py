"""Where words stand in a text: what every search for words comes down to.

They are looked for in the text as `fold.spaced` has it, and found whole: a maximal run of letters
and digits. The words of a phrase follow each other, whatever else stands between, so that it is
found across a cue, a line and a paragraph. An accent in the query is honoured on the original.
"""

import re
from collections.abc import Sequence
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

from tui_reader.fold import Origin, exact, fold, spaced
from tui_reader.text.oneline import OneLine

__all__ = ["Searched", "Span", "WordSequence"]

_TOKEN: Final = re.compile("[^ ]+")


class Span(NamedTuple):
    """Some characters of a text: from `start` up to, not including, `end`."""

    start: int
    end: int


class Searched:
    """A text as the matcher sees it, who said it, and the text that a phrase may go on in."""

    __slots__ = ("_folded_line", "_line", "_origin", "_words", "following", "speaker", "text")

    def __init__(
        self,
        text: str,
        speaker: str = "",
        words: str | None = None,
        following: "Searched | None" = None,
    ) -> None:
        self.text = text
        self.speaker = speaker
        self.following = following
        self._words = words
        self._origin: Origin | None = None
        self._line: OneLine | None = None
        self._folded_line: str | None = None

    @property
    def words(self) -> str:
        """What `fold.spaced` makes of the text."""
        if self._words is None:
            self._words = spaced(self.text)
        return self._words

    @property
    def line(self) -> OneLine:
        """The text on one line."""
        if self._line is None:
            self._line = OneLine(self.text)
        return self._line

    @property
    def folded_line(self) -> str:
        """The text on one line, as `fold` has it."""
        if self._folded_line is None:
            self._folded_line = fold(self.line.text)
        return self._folded_line

    def original(self, start: int, end: int) -> Span:
        """Where the characters of `words` from `start` to `end` are in `text`."""
        if self._origin is None:
            self._origin = spaced.origin(self.text)
        return Span(self._origin.start(start), self._origin.end(end))

    def exact(self, start: int, end: int) -> str:
        """The same characters with their accents, if any."""
        return exact(self.text[slice(*self.original(start, end))])


class WordSequence:
    """Words to be found one right after the other; with `prefix`, of the last the beginning."""

    def __init__(self, text: str, *, prefix: bool) -> None:
        words, origin = spaced(text), spaced.origin(text)
        found = list(_TOKEN.finditer(words))
        self.tokens = tuple(token[0] for token in found)
        self.prefix = prefix
        self.needle = max(self.tokens, key=len, default="")
        as_typed = (exact(text[origin.start(t.start()) : origin.end(t.end())]) for t in found)
        pairs = zip(self.tokens, as_typed, strict=True)
        self.accented = {n: typed for n, (token, typed) in enumerate(pairs) if typed != token}

    def find(self, searched: Searched) -> list[Span]:
        """Everywhere in its text."""
        found = self._occurrences(searched.words)
        if self.accented:
            found = [place for place in found if self._honours_accents(place, searched)]
        return [searched.original(start, end) for start, end in found]

    def find_across(self, searched: Searched) -> list[Span]:
        """Wherever it begins in the text and ends in what follows it.

        The spans go on behind the end of the text, as if what follows stood right there.
        """
        following = searched.following
        most = len(self.tokens) - 1
        if following is None or most < 1:
            return []
        before = list(_TOKEN.finditer(searched.words))[-most:]
        after = list(islice(_TOKEN.finditer(following.words), most))
        spans = []
        for count in range(max(1, len(self.tokens) - len(after)), len(before) + 1):
            head, tail = before[-count:], after[: len(self.tokens) - count]
            if self._is_at(0, head, searched) and self._is_at(count, tail, following):
                start = searched.original(*head[0].span()).start
                end = following.original(*tail[-1].span()).end
                spans.append(Span(start, len(searched.text) + end))
        return spans

    def _is_at(self, first: int, found: Sequence[re.Match[str]], searched: Searched) -> bool:
        """Whether its tokens from the `first` on are those that were `found`."""
        return all(
            self._is_token(number, token[0])
            and (number not in self.accented or self._honours_accent(number, token, searched))
            for number, token in enumerate(found, first)
        )

    def _occurrences(self, words: str) -> list[tuple[int, int]]:
        """Also those that overlap: `a b a` twice in `a b a b a`."""
        if self.needle not in words or not self.needle:
            return []
        found = []
        match = self._pattern.search(words)
        while match:
            found.append(match.span())
            match = self._pattern.search(words, match.start() + 1)
        return found

    def _honours_accents(self, place: tuple[int, int], searched: Searched) -> bool:
        tokens = list(_TOKEN.finditer(searched.words, *place))
        return all(
            self._honours_accent(number, tokens[number], searched) for number in self.accented
        )

    def _honours_accent(self, number: int, token: re.Match[str], searched: Searched) -> bool:
        found, typed = searched.exact(*token.span()), self.accented[number]
        return found == typed or (self._is_begun(number) and found.startswith(typed))

    def _is_token(self, number: int, token: str) -> bool:
        asked = self.tokens[number]
        return token == asked or (self._is_begun(number) and token.startswith(asked))

    def _is_begun(self, number: int) -> bool:
        return self.prefix and number == len(self.tokens) - 1

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        # Compiled when a text first has the needle: a query of a thousand words seldom gets there.
        # Beginning with the word itself, and only then looking behind it, is twice as fast.
        first, *others = map(re.escape, self.tokens)
        rest = "".join(f" +{word}" for word in others)
        end = "[^ ]*" if self.prefix else "(?![^ ])"
        return re.compile(f"{first}(?<![^ ]{first}){rest}{end}")
