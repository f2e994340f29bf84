"""A query as SQLite's FTS5 is asked it: which turns can be hits, and whether they must be."""

from dataclasses import dataclass
from typing import Final

from tui_reader.query import Not, Phrase, Query, Speaker, Word
from tui_reader.words import WordSequence

__all__ = ["Candidates", "candidates"]

_MOST: Final = 32
"""FTS5 is asked for so many terms of a query, and words of a phrase; the matcher for the rest."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """The turns that `match`, in the language of FTS5; with `complement`, all the others.

    Without a `match`, every turn is a candidate. Unless they `are_hits`, each wants confirming.
    """

    match: str
    complement: bool
    are_hits: bool


def candidates(query: Query) -> Candidates:
    """The fewest turns FTS5 can tell among which are all that `query` is about."""
    wanted: list[str] = []
    unwanted: list[str] = []
    terms = sorted(set(query.terms), key=lambda term: len(str(term)), reverse=True)
    are_hits = len(terms) <= _MOST
    for term in terms[:_MOST]:
        negated = isinstance(term, Not)
        expression, suffices = _expression(term.term if isinstance(term, Not) else term)
        are_hits = are_hits and suffices
        if not negated:
            wanted.append(expression)
        elif suffices:  # or turns would be left out that have, say, the word without its accent
            unwanted.append(expression)
    match = " AND ".join(wanted)
    if wanted and unwanted:
        match = f"({match}) NOT ({' OR '.join(unwanted)})"
    elif unwanted:
        match = " OR ".join(unwanted)
    return Candidates(match, complement=not wanted, are_hits=are_hits)


def _expression(term: Word | Phrase | Speaker) -> tuple[str, bool]:
    """`term` for FTS5, and whether it says it all: FTS5 knows nothing of accents."""
    if isinstance(term, Speaker):
        column, words = "speaker", WordSequence(term.name, prefix=True)
    else:
        column, words = "text", WordSequence(term.text, prefix=term.prefix)
    short = len(words.tokens) <= _MOST
    star = "*" if words.prefix and short else ""
    return f'{column} : "{" ".join(words.tokens[:_MOST])}"{star}', short and not words.accented
