"""What somebody may have wanted to type who finds nothing: the nearest spellings that exist."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import log
from typing import Final

from tui_reader.fold import spaced
from tui_reader.index import Index
from tui_reader.model import Metadata
from tui_reader.query import All, Either, Node, Phrase, Query, Word, walk
from tui_reader.text.spelling import nearest
from tui_reader.widening.lexicon import Lexicon, lexicon_of

__all__ = ["Suggestion", "suggest"]

_MOST: Final = 5
_TRIED: Final = 12
"""So many queries are asked of the index, to see whether they find anything."""

_MISSPELLED: Final = 3
"""With more words that don't exist, it is no slip of the finger."""

_COMMON: Final = 0.05
"""Of two spellings about as near, the commoner word is likelier to be meant."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that finds something: itself, the words that were replaced, how many turns it finds.

    `words` are the new ones, with spaces between.
    """

    query: str
    words: str
    count: int


def suggest(
    query: Query,
    index: Index,
    *,
    about: Callable[[int], Metadata],
    cancelled: Callable[[], bool] | None = None,
) -> list[Suggestion]:
    """For a query that finds nothing: what it may be a misspelling of, the likeliest first.

    Empty where all its words exist, since then it is not the spelling. At most 5; each finds
    something. Raises Abandoned soon after `cancelled` turns true.
    """
    found: list[Suggestion] = []
    for spellings in _likeliest(_unknown(query, lexicon_of(index)), lexicon_of(index)):
        other = Query(_respelled(query.root, spellings))
        hits = index.search(other, about=about, cancelled=cancelled)
        if hits:
            words = " ".join(spellings.values())
            found.append(Suggestion(str(other), words, sum(hit.count for hit in hits)))
        if len(found) == _MOST:
            break
    return found


def _unknown(query: Query, lexicon: Lexicon) -> list[str]:
    """The folded words of the query that are nowhere in the library."""
    unknown = {}
    for node in walk(query.root):
        if isinstance(node, Word | Phrase):
            *others, last = spaced(node.text).split()
            unknown.update({word: True for word in others if word not in lexicon})
            if last not in lexicon and not (node.prefix and lexicon.beginning(last)):
                unknown[last] = True
    return list(unknown)


def _likeliest(unknown: list[str], lexicon: Lexicon) -> Iterator[Mapping[str, str]]:
    """What each unknown word may stand for; the likeliest of all ways first."""
    if not unknown or len(unknown) > _MISSPELLED:
        return
    options = [_options(word, lexicon) for word in unknown]
    ways = sorted(product(*options), key=lambda way: sum(cost for cost, _ in way))
    for way in ways[:_TRIED]:
        yield dict(zip(unknown, (other for _, other in way), strict=True))


def _options(word: str, lexicon: Lexicon) -> list[tuple[float, str]]:
    """The nearest spellings that exist, and how unlikely each is to be meant."""
    found = (
        (apart - _COMMON * log(lexicon.turns[other]), other)
        for words in lexicon.about_as_long(word)
        for other, apart in nearest(word, words)
    )
    return sorted(found)[:_MOST]


def _respelled(node: Node, spellings: Mapping[str, str]) -> Node:
    match node:
        case Word() | Phrase():
            return replace(node, text=_with_others(node.text, spellings))
        case All(parts) | Either(parts):
            return replace(node, parts=tuple(_respelled(part, spellings) for part in parts))
        case _:
            return node


def _with_others(text: str, spellings: Mapping[str, str]) -> str:
    """`text` with its words replaced, if any are to be."""
    words = spaced(text).split()
    if spellings.keys().isdisjoint(words):
        return text
    return " ".join(spellings.get(word, word) for word in words)
