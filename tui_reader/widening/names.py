"""The names, titles, shows and tags of a library: which of them somebody meant who wrote another.

They are few beside the words that are said, and written from memory. So they may be spelled worse
than those, and words of them may be wrong, left out or in another order.
"""

from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping
from heapq import nsmallest
from math import log
from typing import Final

from tui_reader.fold import spaced
from tui_reader.index import Index
from tui_reader.model import Metadata
from tui_reader.query import About, Speaker
from tui_reader.text.spelling import distance
from tui_reader.text.words import Searched, WordSequence

__all__ = ["Names", "names_of"]

_LETTERS: Final = 3
"""Of so many letters, one may be wrong."""

_SCATTERED: Final = 0.5
_MISSING: Final = 1.5
_BEGUN: Final = 0.25
"""How unlikely it is that words stand apart or in another order, are not there, go on."""

_COMMON: Final = 0.05
"""Of two names about as near, the commoner is likelier to be meant."""

_Costs = Mapping[str, float]


class Names:
    """What one can ask for in a field, and how often each is there."""

    def __init__(self, values: Mapping[str, int]) -> None:
        self._counts = values
        self._words = dict(zip(values, spaced.each(list(values)), strict=True))

    def __contains__(self, asked: str) -> bool:
        words = WordSequence(asked, prefix=True)
        return any(words.find(Searched(name, words=own)) for name, own in self._words.items())

    def nearest(self, asked: str, most: int, little: Container[str]) -> list[tuple[float, str]]:
        """The folded words of names that may be meant by `asked`, and how unlikely each is.

        They are never `little` words alone, unless those are all that is asked for.
        """
        tokens = spaced(asked).split()
        known = {word for words in self._words.values() for word in words.split()}
        costs = [_costs(token, known, is_last=token is tokens[-1]) for token in tokens]
        found: dict[tuple[str, ...], float] = {}
        times = Counter[tuple[str, ...]]()
        for name, words in self._words.items():
            for cost, piece in _pieces(words.split(), costs):
                if len(piece) >= len(tokens) or not all(word in little for word in piece):
                    found[piece] = min(cost, found.get(piece, cost))
                    times[piece] += self._counts[name]
        ranked = ((found[p] - _COMMON * log(1 + times[p]), " ".join(p)) for p in found)
        return nsmallest(most, ranked)


def names_of(node: Speaker | About, index: Index, about: Callable[[int], Metadata]) -> Names:
    """What one can ask for in the field of `node`: by the number of turns, or of episodes."""
    if isinstance(node, Speaker):
        return Names(index.speakers())
    episodes = (about(number) for number in index.episodes)
    match node.field:
        case "title":
            return Names(Counter(known.title for known in episodes if known.title))
        case "show":
            return Names(Counter(known.show for known in episodes if known.show))
        case "tag":
            return Names(Counter(tag for known in episodes for tag in known.tags))


def _pieces(words: list[str], costs: list[_Costs]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """What of a name may be meant: all words side by side, or else what there is of them."""
    size, is_whole = len(costs), False
    for start in range(len(words) - size + 1 if size else 0):
        window = words[start : start + size]
        if all(word in known for word, known in zip(window, costs, strict=True)):
            is_whole = True
            cost = sum(known[word] for word, known in zip(window, costs, strict=True))
            yield cost, tuple(window)
    if is_whole or size < 2:
        return
    best = [
        min((known[word], n) for n, word in enumerate(words) if word in known)
        for known in costs
        if not known.keys().isdisjoint(words)
    ]
    if 2 * len(best) >= size:
        places = [place for _, place in best]
        cost = sum(cost for cost, _ in best) + _SCATTERED + _MISSING * (size - len(best))
        yield cost, tuple(words[min(places) : max(places) + 1])


def _costs(token: str, known: set[str], *, is_last: bool) -> _Costs:
    """The known words that may be meant by a token, and how unlikely that is."""
    costs = {}
    for word in known:
        cost = _apart(token, word)
        if is_last and len(token) < len(word):
            begun = _apart(token, word[: len(token)])
            if begun is not None:
                cost = min(begun + _BEGUN, begun + _BEGUN if cost is None else cost)
        if cost is not None:
            costs[word] = cost
    return costs


def _apart(word: str, other: str) -> float | None:
    """How differently two words are spelled; None, not alike."""
    from rapidfuzz.distance.OSA import distance as edits

    alike = distance(word, other)
    if alike is not None or not (word.isalpha() and other.isalpha()):
        return alike
    most = max(len(word), len(other)) // _LETTERS
    letters = edits(word, other, score_cutoff=most)
    return float(letters) if letters <= most else None
