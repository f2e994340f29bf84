"""What was searched before, to be had again."""

from collections.abc import Iterable, Iterator
from typing import Final

__all__ = ["History", "Recall", "with_query"]

_MOST: Final = 200
_LONGEST: Final = 1_000


def with_query(queries: Iterable[str], query: str) -> tuple[str, ...]:
    """`queries` with another one as the newest, at the end: each once, and not too many."""
    kept = [known for known in queries if known != query]
    if query and len(query) <= _LONGEST:
        kept.append(query)
    return tuple(kept[-_MOST:])


class History:
    """The queries that were read on at, the newest last."""

    def __init__(self, queries: Iterable[str] = ()) -> None:
        self._queries = tuple(queries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._queries)

    def add(self, query: str) -> bool:
        """Remember a query as the newest; whether it was not that already."""
        before, self._queries = self._queries, with_query(self._queries, query)
        return self._queries != before

    def recall(self, typed: str, beginning: str) -> "Recall":
        """A walk from what is typed through the queries that begin with `beginning`."""
        start = beginning.casefold()
        found = [query for query in reversed(self._queries) if query.casefold().startswith(start)]
        return Recall([typed, *(query for query in found if query != typed)])


class Recall:
    """A walk through queries, the newest first; the first step is what one has typed oneself."""

    def __init__(self, steps: list[str]) -> None:
        self._steps = steps
        self._at = 0

    @property
    def query(self) -> str:
        """The query one has come to."""
        return self._steps[self._at]

    def older(self) -> str:
        """One step back in time, as far as there is any."""
        self._at = min(self._at + 1, len(self._steps) - 1)
        return self.query

    def newer(self) -> str | None:
        """One step forth in time; None where one has been at what one typed."""
        if self._at == 0:
            return None
        self._at -= 1
        return self.query
