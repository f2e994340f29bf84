"""A query as SQLite's FTS5 is asked it: which turns can be hits, and whether they must be.

The table has a column `text` and a column `speaker`, both as `fold.spaced` has them, and `seam`: of
a turn whose speaker is as unknown as the next one's, the last twelve words and the first twelve of
the next, for phrases that begin in the one and end in the other.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tui_reader.fold import spaced
from tui_reader.index.naming import AS_WRITTEN, Labels, Saying
from tui_reader.query import (
    All,
    Either,
    Everything,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Query,
    Speaker,
    Word,
)
from tui_reader.text.literals import needed
from tui_reader.text.words import WordSequence

__all__ = ["SEAM", "Candidates", "candidates"]

SEAM: Final = 12
"""So many words of either turn are in the column `seam`."""

_VAGUE: Final = re.compile(r'"[^" ]{1,2}"\*')

_MOST: Final = 32
"""FTS5 is asked for so many terms of a query, and words of a phrase; the matcher for the rest."""

_MOST_WORDS: Final = 256
"""FTS5 is asked for so many words any of which will do."""

Words = Callable[[str], Iterable[str]]
"""Tells the folded words of the library that are in some way like the one it is given."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The turns that `match`, in the language of FTS5; with `complement`, all the others.

    Without a `match`, every turn is a candidate, and with `complement` none. Unless they
    `are_hits`, each wants confirming. `words` are the conditions of the words that are looked for,
    one by one: how rare they are is what makes a turn relevant.
    """

    match: str
    complement: bool
    are_hits: bool
    words: tuple[str, ...] = ()

    @property
    def are_vague(self) -> bool:
        """Whether a letter or two are looked for as a beginning: nearly every turn has them."""
        return any(map(_VAGUE.search, self.words))


def candidates(
    query: Query,
    spellings: Words,
    *,
    containing: Words | None = None,
    seams: bool = True,
    saying: Saying = AS_WRITTEN,
) -> Candidates:
    """The fewest turns FTS5 can tell among which are all that `query` is about.

    The query is one that has been narrowed to an episode. `spellings` tells the words that are
    spelled about like one, `containing` those that have it inside: without, a regular expression
    may match anywhere. Without `seams`, that column is empty. `saying` tells whom the query means
    where people are called otherwise than the column has it.
    """
    asking = _Asking(spellings, containing, seams, saying)
    bounds = asking.bounds(query.root)
    upper = bounds.upper
    sought = (asking.upper.get(node, _ALL).match for node in _sought(query.root))
    words = tuple(match for match in sought if match)
    return Candidates(upper.match, upper.complement, bounds.upper == bounds.lower, words)


@dataclass(frozen=True, slots=True)
class _Turns:
    """Turns that FTS5 can tell, as in Candidates."""

    match: str = ""
    complement: bool = False

    @property
    def others(self) -> "_Turns":
        """All that are not among them."""
        return _Turns(self.match, not self.complement)


_ALL: Final = _Turns()
_NONE: Final = _ALL.others


@dataclass(frozen=True, slots=True)
class _Bounds:
    """All the turns that can be hits, and those of them that are hits for sure."""

    upper: _Turns
    lower: _Turns

    @classmethod
    def exactly(cls, turns: _Turns) -> "_Bounds":
        """Hits that FTS5 knows."""
        return cls(turns, turns)


_UNKNOWN: Final = _Bounds(_ALL, _NONE)


class _Asking:
    """One query on its way into the language of FTS5."""

    def __init__(
        self, spellings: Words, containing: Words | None, seams: bool, saying: Saying
    ) -> None:
        self._spellings = spellings
        self._containing = containing
        self._seams = seams
        self._saying = saying
        self._left = _MOST
        self.upper: dict[Node, _Turns] = {}
        """What can be hits of the terms that were asked for."""

    def bounds(self, node: Node) -> _Bounds:
        """The turns that `node` is about, as far as FTS5 can tell."""
        match node:
            case All(parts):
                found = self._each(parts)
                return _Bounds(_in_all([b.upper for b in found]), _in_all([b.lower for b in found]))
            case Either(parts):
                found = self._each(parts)
                return _Bounds(_in_any([b.upper for b in found]), _in_any([b.lower for b in found]))
            case Not(part):
                bounds = self.bounds(part)
                return _Bounds(bounds.lower.others, bounds.upper.others)
            case Everything():
                return _Bounds.exactly(_ALL)
            case Word() | Phrase() | Near() | Pattern() | Speaker() if self._left:
                self._left -= 1
                bounds = self._term(node)
                self.upper[node] = bounds.upper
                return bounds
            case _:
                return _UNKNOWN

    def _each(self, parts: Sequence[Node]) -> list[_Bounds]:
        # The longest first: if not all can be asked for, the rest is the more common.
        ordered = sorted(dict.fromkeys(parts), key=lambda part: len(str(part)), reverse=True)
        return [self.bounds(part) for part in ordered]

    def _term(self, term: Word | Phrase | Near | Pattern | Speaker) -> _Bounds:
        match term:
            case Near(text):
                return self._near(text)
            case Pattern(text):
                part = needed(text)
                if not part or self._containing is None:
                    return _UNKNOWN
                return _Bounds(_any_word(self._containing(part)), _NONE)
            case Speaker(name):
                meant = self._saying.get(term)
                if meant is not None:
                    return _labels(meant)
                return _sequence("speaker", WordSequence(name, prefix=True))
            case Word(text, prefix):
                return _sequence("text", WordSequence(text, prefix=prefix))
            case Phrase(text, prefix):
                words = WordSequence(text, prefix=prefix)
                bounds = _sequence("text", words)
                if self._seams and len(words.tokens) > 1:
                    # Wherever a phrase is cut, so many of its words are in one of the columns.
                    across = _sequence("{text seam}", words, most=SEAM + 1)
                    return _Bounds(across.upper, bounds.lower)
                return bounds

    def _near(self, text: str) -> _Bounds:
        each = [_any_word(self._spellings(word)) for word in spaced(text).split()]
        upper = _in_all(each)
        return _Bounds(upper, upper if len(each) == 1 and upper != _ALL else _NONE)


def _sought(node: Node) -> Iterator[Node]:
    """The words, phrases and spellings below `node` that are not to be missing."""
    match node:
        case All(parts) | Either(parts):
            for part in parts:
                yield from _sought(part)
        case Word() | Phrase() | Near():
            yield node


def _any_word(words: Iterable[str]) -> _Turns:
    """The turns with any of these `words`; where they are too many, all turns."""
    distinct = sorted(set(words))
    if len(distinct) > _MOST_WORDS:
        return _ALL
    return _in_any([_Turns(f'text : "{word}"') for word in distinct])


def _labels(meant: Labels) -> _Bounds:
    """The turns of those who have one of some labels; where they are too many, all turns."""
    words = [spaced(label).split() for label in sorted(meant.labels)]
    if len(words) > _MOST_WORDS or any(not 0 < len(one) <= _MOST for one in words):
        return _UNKNOWN
    turns = _in_any([_Turns(f'speaker : "{" ".join(one)}"') for one in words])
    return _Bounds(turns, turns if meant.surely else _NONE)


def _sequence(column: str, words: WordSequence, most: int = _MOST) -> _Bounds:
    """Words one after the other. FTS5 knows nothing of accents."""
    if not words.tokens:
        return _Bounds.exactly(_NONE)
    short = len(words.tokens) <= most
    star = "*" if words.prefix and short else ""
    turns = _Turns(f'{column} : "{" ".join(words.tokens[:most])}"{star}')
    return _Bounds(turns, turns if short and not words.accented else _NONE)


def _in_all(each: Sequence[_Turns]) -> _Turns:
    """The turns that are among all of these."""
    if _NONE in each:
        return _NONE
    within = [turns.match for turns in each if turns.match and not turns.complement]
    outside = [turns.match for turns in each if turns.match and turns.complement]
    if not within:
        return _Turns(_joined(" OR ", outside), complement=bool(outside))
    match = _joined(" AND ", within)
    if outside:
        match = f"({match}) NOT ({_joined(' OR ', outside)})"
    return _Turns(match)


def _in_any(each: Sequence[_Turns]) -> _Turns:
    """The turns that are among any of these."""
    return _in_all([turns.others for turns in each]).others


def _joined(operator: str, matches: Sequence[str]) -> str:
    distinct = list(dict.fromkeys(matches))
    return distinct[0] if len(distinct) == 1 else operator.join(f"({match})" for match in distinct)
