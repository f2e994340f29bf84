"""What people type to search, as a tree, and back as text.

    kubernetes cost     both, in one turn
    "open source"       the phrase
    kuber*              a word that begins so; in quotes, the last word of the phrase
    -word  -"a phrase"  without
    speaker:omer        who says it; speaker:"will button"

Everything else is words: `10:30`, `http://x` and `note:` are looked for as they stand. While a
query is being typed, its last word is a beginning, and what is not finished yet is no error.
"""

import re
import unicodedata
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from tui_reader.errors import QueryError
from tui_reader.fold import spaced

__all__ = ["Node", "Not", "Phrase", "Query", "Speaker", "Word", "parse"]

_QUOTES: Final = '"“”„«»'
_TERM: Final = re.compile(
    rf"""
    (?P<minus> -(?=[^\s-]) )?
    (?P<field> (?i:speaker): )?
    (?: [{_QUOTES}] (?P<quoted> [^{_QUOTES}]* ) (?P<close> [{_QUOTES}]? )
      | (?P<plain> [^\s{_QUOTES}]+ )
    )?
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces: usually a word, a phrase where it folds to several.

    With `prefix`, its last word only has to begin so.
    """

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return self.text + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes: one right after the other, whatever stands between them but words."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return f'"{self.text}{"*" * self.prefix}"'


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody's turns: these words anywhere in the speaker's name, of the last the beginning."""

    name: str

    def __str__(self) -> str:
        return f'speaker:"{self.name}"' if " " in self.name else f"speaker:{self.name}"


@dataclass(frozen=True, slots=True)
class Not:
    """The turns that have none of it."""

    term: Word | Phrase | Speaker

    def __str__(self) -> str:
        return f"-{self.term}"


Node: TypeAlias = Word | Phrase | Speaker | Not


@dataclass(frozen=True, slots=True)
class Query:
    """All `terms` at once, in one turn. There is at least one; `str` prints what parses to it."""

    terms: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that `text` means; with `typing`, as far as it has been typed.

    Raises QueryError where nothing is left to look for, and unless `typing` where a quote is not
    closed or a field has no value.
    """
    found = (_term(match, typing) for match in _TERM.finditer(text) if match[0])
    terms = tuple(term for term in found if term is not None)
    if not terms:
        problem = "needs a letter or a digit to look for" if text.strip() else "is empty"
        raise QueryError(f"The query {problem}.")
    return Query(terms)


def _term(match: re.Match[str], typing: bool) -> Node | None:
    """The term at `match`, or None where it has neither a letter nor a digit."""
    if not typing:
        _check_finished(match)
    term = _positive_term(match)
    if not spaced(_text(term)).strip():
        return None
    if match["minus"]:
        return Not(term)
    unfinished = typing and match.end() == len(match.string) and not match["close"]
    if unfinished and not isinstance(term, Speaker) and not _ends_in_space(match):
        return replace(term, prefix=True)
    return term


def _check_finished(match: re.Match[str]) -> None:
    if match["quoted"] is not None and not match["close"]:
        raise QueryError("The quote is not closed.", match.start("quoted") - 1)
    if match["field"] and not match["quoted"] and not match["plain"]:
        raise QueryError("speaker: needs a name right after it.", match.start("field"))


def _positive_term(match: re.Match[str]) -> Word | Phrase | Speaker:
    raw = match["plain"] or match["quoted"] or ""
    text = " ".join(unicodedata.normalize("NFC", raw).split())
    bare = text.rstrip("* ")
    if match["field"]:
        return Speaker(bare)
    kind = Word if match["quoted"] is None else Phrase
    return kind(bare, prefix=text.endswith("*"))


def _text(term: Word | Phrase | Speaker) -> str:
    return term.name if isinstance(term, Speaker) else term.text


def _ends_in_space(match: re.Match[str]) -> bool:
    return match.string[-1:].isspace()
