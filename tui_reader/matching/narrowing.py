"""A query as it is for the turns of one episode, once what it asks of the episode is answered."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache, partial
from typing import TypeAlias

from tui_reader.model import Metadata
from tui_reader.query import (
    About,
    All,
    Dated,
    Either,
    Everything,
    Node,
    Not,
    Query,
    all_of,
    any_of,
    walk,
    without,
)
from tui_reader.text.words import Searched, WordSequence

__all__ = ["narrowed"]

_Field: TypeAlias = About | Dated


def narrowed(query: Query, metadata: Metadata) -> Query | None:
    """What `query` asks of the turns of an episode with this `metadata`.

    None where none of them can be a hit; a query of Everything where all of them are.
    """
    fields = _fields(query)
    if not fields:
        return query
    return _answered(query, tuple(is_so(metadata) for _, is_so in fields))


@lru_cache(maxsize=64)
def _fields(query: Query) -> tuple[tuple[_Field, Callable[[Metadata], bool]], ...]:
    """What the query asks of an episode, and how to tell."""
    fields = dict.fromkeys(node for node in walk(query.root) if isinstance(node, About | Dated))
    return tuple((field, _test(field)) for field in fields)


@lru_cache(maxsize=1024)
def _answered(query: Query, answers: tuple[bool, ...]) -> Query | None:
    """The query, with the answers put where it asks: the same for very many episodes."""
    known = {field: answer for (field, _), answer in zip(_fields(query), answers, strict=True)}
    root = _simplified(query.root, known)
    return None if root is None else Query(root)


def _simplified(node: Node, known: Mapping[_Field, bool]) -> Node | None:
    match node:
        case About() | Dated():
            return Everything() if known[node] else None
        case Not(part):
            return without(_simplified(part, known))
        case All(parts):
            return all_of(_simplified(part, known) for part in parts)
        case Either(parts):
            return any_of(_simplified(part, known) for part in parts)
        case _:
            return node


def _test(field: _Field) -> Callable[[Metadata], bool]:
    if isinstance(field, Dated):
        return partial(_is_dated, field.day, field.field == "after")
    words = WordSequence(field.text, prefix=True)
    match field.field:
        case "title":
            return lambda metadata: _has(words, metadata.title)
        case "show":
            return lambda metadata: _has(words, metadata.show or "")
        case "tag":
            return lambda metadata: any(_has(words, tag) for tag in metadata.tags)


def _is_dated(day: date, after: bool, metadata: Metadata) -> bool:
    return metadata.date is not None and (metadata.date >= day) == after


def _has(words: WordSequence, text: str) -> bool:
    return bool(words.find(_searched(text)))


@lru_cache(maxsize=32_768)
def _searched(text: str) -> Searched:
    """A title, a show or a tag, folded once for all the keys that are typed."""
    return Searched(text)
