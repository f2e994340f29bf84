"""What of a query may be widened, and what is left of it to be kept as it is."""

from collections.abc import Callable
from itertools import chain, islice
from typing import Final

from tui_reader.fold import spaced
from tui_reader.index import IndexedTurn
from tui_reader.matching import Matchers
from tui_reader.matching.narrowing import narrowed
from tui_reader.model import Metadata
from tui_reader.query import All, Everything, Node, Query, Word, all_of
from tui_reader.widening.readings import Asked

__all__ = ["Rest", "asked_words"]

_MOST: Final = 32
"""Nobody half-remembers more words, though one may paste a page."""


class Rest:
    """The parts of a query that never widen: phrases, fields, what must not be there."""

    def __init__(self, query: Query, about: Callable[[int], Metadata]) -> None:
        root = all_of(part for part in _parts(query) if not _widens(part))
        self._query = Query(root) if root is not None else None
        self._about = about
        self._narrowed: dict[int, Query | None] = {}
        self._matchers = Matchers()

    def asks(self, episode: int) -> bool:
        """Whether any turn of an episode may have what it asks for."""
        return self._for(episode) is not None

    def allows(self, episode: int, turn: IndexedTurn, following: str) -> bool:
        """Whether a turn has what it asks for; `following` as for `Matcher.match`."""
        query = self._for(episode)
        if query is None or query.root == Everything():
            return query is not None
        return self._matchers[query].match(turn.text, turn.speaker, following) is not None

    def allows_all(self, episode: int) -> bool:
        """Whether every turn of an episode has what it asks for."""
        query = self._for(episode)
        return query is not None and query.root == Everything()

    def _for(self, episode: int) -> Query | None:
        if self._query is None:
            return None
        if episode not in self._narrowed:
            self._narrowed[episode] = narrowed(self._query, self._about(episode))
        return self._narrowed[episode]


def asked_words(query: Query) -> list[Asked]:
    """The words of a query that may be widened, each once, in order; of very many, the first."""
    asked = chain(*map(_asked, filter(_widens, _parts(query))))
    return list(islice(dict.fromkeys(asked), _MOST))


def _parts(query: Query) -> tuple[Node, ...]:
    return query.root.parts if isinstance(query.root, All) else (query.root,)


def _widens(part: Node) -> bool:
    return isinstance(part, Word) and not part.strict


def _asked(part: Node) -> list[Asked]:
    """What stands between two spaces: one word, or several as in `kube-con`."""
    if not isinstance(part, Word):
        return []
    tokens = spaced(part.text).split()
    if _is_unspaced(part.text):
        return [Asked(tuple(tokens), part.prefix)]
    return [Asked((token,), part.prefix and token is tokens[-1]) for token in tokens]


def _is_unspaced(text: str) -> bool:
    """Whether it is in a script without spaces, whose words are found as phrases."""
    return any(spaced(char) == f" {char} " for char in text)
