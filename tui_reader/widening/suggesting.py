"""What somebody may have wanted to type who finds nothing: the nearest that exists.

That may be a word that is said, or in a field a name, a title, a show or a tag.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import product
from math import log
from typing import Final, TypeAlias

from tui_reader.fold import spaced
from tui_reader.index import Index
from tui_reader.model import Metadata
from tui_reader.query import About, All, Either, Node, Phrase, Query, Speaker, Word
from tui_reader.text.spelling import nearest
from tui_reader.widening.lexicon import Lexicon, lexicon_of
from tui_reader.widening.names import names_of

__all__ = ["Suggestion", "suggest"]

_MOST: Final = 5
_TRIED: Final = 12
"""So many queries are asked of the index, to see whether they find anything."""

_MISSPELLED: Final = 3
"""With more words that don't exist, it is no slip of the finger."""

_COMMON: Final = 0.05
"""Of two spellings about as near, the commoner word is likelier to be meant."""

_Unknown: TypeAlias = str | Speaker | About
"""What is nowhere in the library: a folded word, or what a field asks for."""

_Options: TypeAlias = list[tuple[float, str]]
"""What may be meant, and how unlikely that is, the likeliest first."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A query that finds something: itself, the words that were replaced, how many turns it finds.

    `words` are the new ones, with spaces between; of a field, with its name.
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

    Empty where all that it asks for exists, since then it is not the spelling. At most 5; each
    finds something, and its words are whole, also where the query has beginnings of them. Raises
    Abandoned soon after `cancelled` turns true.
    """
    found: list[Suggestion] = []
    lexicon = lexicon_of(index)
    unknown: dict[_Unknown, _Options] = {}
    for asked in dict.fromkeys(_unknown(query.root, lexicon, index, about)):
        if len(unknown) == _MISSPELLED:
            return found
        if isinstance(asked, str):
            unknown[asked] = _spellings(asked, lexicon)
        else:
            names = names_of(asked, index, about)
            unknown[asked] = names.nearest(_text(asked), _MOST, lexicon.little_words)
    for mended in _likeliest(unknown):
        other = Query(_mended(query.root, mended, lexicon))
        hits = index.search(other, about=about, cancelled=cancelled)
        if hits:
            words = " ".join(map(_named, mended.items()))
            found.append(Suggestion(str(other), words, sum(hit.count for hit in hits)))
        if len(found) == _MOST:
            break
    return found


def _unknown(
    node: Node, lexicon: Lexicon, index: Index, about: Callable[[int], Metadata]
) -> Iterator[_Unknown]:
    """What a query asks for, and not against, that is nowhere in the library."""
    match node:
        case Word(text, prefix) | Phrase(text, prefix):
            *others, last = spaced(text).split()
            yield from (word for word in others if word not in lexicon)
            if last not in lexicon and not (prefix and lexicon.beginning(last)):
                yield last
        case Speaker() | About():
            if _text(node) not in names_of(node, index, about):
                yield node
        case All(parts) | Either(parts):
            for part in parts:
                yield from _unknown(part, lexicon, index, about)


def _text(node: Speaker | About) -> str:
    return node.name if isinstance(node, Speaker) else node.text


def _named(mended: tuple[_Unknown, str]) -> str:
    """What was mended, as one reads it."""
    asked, other = mended
    if isinstance(asked, Speaker):
        return str(Speaker(other))
    return str(About(asked.field, other)) if isinstance(asked, About) else other


def _likeliest(unknown: Mapping[_Unknown, _Options]) -> Iterator[Mapping[_Unknown, str]]:
    """What each unknown word may stand for; the likeliest of all ways first."""
    if not unknown:
        return
    ways = sorted(product(*unknown.values()), key=lambda way: sum(cost for cost, _ in way))
    for way in ways[:_TRIED]:
        yield dict(zip(unknown, (other for _, other in way), strict=True))


def _spellings(word: str, lexicon: Lexicon) -> _Options:
    """The nearest spellings that exist, and how unlikely each is to be meant."""
    found = (
        (apart - _COMMON * log(lexicon.turns[other]), other)
        for words in lexicon.about_as_long(word)
        for other, apart in nearest(word, words)
    )
    return sorted(found)[:_MOST]


def _mended(node: Node, mended: Mapping[_Unknown, str], lexicon: Lexicon) -> Node:
    """The same, with what exists instead of what does not."""
    match node:
        case Word() | Phrase():
            text = _with_others(node.text, mended)
            is_begun = node.prefix and spaced(text).split()[-1] not in lexicon
            return replace(node, text=text, prefix=is_begun)
        case Speaker(name):
            return Speaker(mended.get(node, name))
        case About(field, text):
            return About(field, mended.get(node, text))
        case All(parts) | Either(parts):
            return replace(node, parts=tuple(_mended(part, mended, lexicon) for part in parts))
        case _:
            return node


def _with_others(text: str, mended: Mapping[_Unknown, str]) -> str:
    """`text` with its words replaced, if any are to be."""
    words = spaced(text).split()
    if mended.keys().isdisjoint(words):
        return text
    return " ".join(mended.get(word, word) for word in words)
