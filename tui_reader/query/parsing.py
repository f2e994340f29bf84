"""A query read from its text: once with every mistake told, or leniently while it is typed."""

import re
import unicodedata
from dataclasses import replace
from typing import Final, Literal, NoReturn, TypeAlias, cast

from tui_reader.errors import QueryError, UnclosedQuery, UnfinishedQuery
from tui_reader.fold import fold, spaced
from tui_reader.query.terms import (
    About,
    All,
    Dated,
    Either,
    Near,
    Node,
    Not,
    Pattern,
    Phrase,
    Query,
    Speaker,
    Word,
    all_of,
    any_of,
    without,
)
from tui_reader.text.patterns import check, longest_valid

__all__ = ["closed", "parse"]

_ACCENTS_FROM: Final = 3

_QUOTES: Final = '"“”„«»'
_PLAIN: Final = rf"[^\s(){_QUOTES}]"
_TERM: Final = re.compile(
    rf"""
    (?P<minus> -(?=[^\s)-]) )?
    (?: (?P<open> \( )
      | (?P<close> \) )
      | /(?=[^\s)/]) (?P<pattern> (?: \\. | [^\\] )*? ) (?P<slash> /(?=[\s)]|\Z) | \\?\Z )
      | (?P<sign> [~=] ) (?P<signed> {_PLAIN}+ )
      | (?P<field> (?i:speaker|title|show|tag|after|before): )?
        (?: [{_QUOTES}] (?P<quoted> [^{_QUOTES}]* ) (?P<endquote> [{_QUOTES}]? )
          | (?P<plain> {_PLAIN}+ )
        )?
    )
    """,
    re.VERBOSE | re.DOTALL,
)
_NEEDED: Final = {
    "speaker": "a name",
    "title": "a word",
    "show": "a word",
    "tag": "a word",
    "after": "a year, a month or a day (2024-03)",
    "before": "a year, a month or a day (2024-03)",
}
_DATE: Final = re.compile(r"\d{4}(?:-\d{1,2}){0,2}", re.ASCII)
_HALF_DATE: Final = re.compile(r"\d{0,4}|(\d{4})-0?|(\d{4}-\d{1,2})-0?", re.ASCII)

_LONGEST: Final = 20_000

_DEEPEST: Final = 50
"""So deep may parentheses be nested that cannot be left out: nobody means deeper ones."""

_Field: TypeAlias = Literal["title", "show", "tag"]
_DateField: TypeAlias = Literal["after", "before"]


def parse(text: str, *, typing: bool = False) -> Query:
    """The query that `text` means; with `typing`, as far as it has been typed.

    Raises QueryError where it cannot be understood: a quote, a parenthesis or a slash that is not
    closed, an OR or a field with nothing beside it, a regular expression or a date that is none.
    While `typing`, only the last two can go wrong, and where there is nothing to look for yet it
    is an UnfinishedQuery.
    """
    if len(text) > _LONGEST:
        raise QueryError(f"The query is longer than {_LONGEST:,} characters.", _LONGEST)
    reader = _Reader(text, typing)
    for match in _TERM.finditer(text):
        if match[0]:
            reader.take(match)
    root = reader.finish()
    if root is not None:
        return Query(root)
    problem = "needs a letter or a digit to look for" if text.strip() else "is empty"
    raise (UnfinishedQuery if typing else QueryError)(f"The query {problem}.")


def _begun(term: Word | Phrase) -> Word | Phrase:
    """What begins like `term`.

    A letter or two are of so many words that only an index can tell them, which knows no accents:
    they count from the third letter on.
    """
    short = isinstance(term, Word) and len(spaced(term.text).strip()) < _ACCENTS_FROM
    return replace(term, text=fold(term.text) if short else term.text, prefix=True)


def closed(text: str) -> str:
    """`text` with whatever it leaves open closed at its end; other mistakes are left in it."""
    while True:
        try:
            parse(text)
        except UnclosedQuery as error:
            text += error.closing
        except QueryError:
            return text
        else:
            return text


class _Group:
    """What stands between two parentheses, or is the whole query: parts, with OR between some."""

    def __init__(self, start: int = 0, *, negated: bool = False) -> None:
        self.start = start
        self.negated = negated
        self.alternatives: list[list[Node]] = [[]]
        self.last_or = 0
        self.depth = 0

    def add(self, node: Node, depth: int = 0) -> None:
        self.alternatives[-1].append(node)
        self.depth = max(self.depth, depth)

    def node(self) -> Node | None:
        """All of it as one node, or None where there is nothing to look for."""
        return any_of(all_of(parts) for parts in self.alternatives if parts)


class _Reader:
    """Takes one term after the other, and puts those together that belong together."""

    def __init__(self, text: str, typing: bool) -> None:
        self._text = text
        self._typing = typing
        self._groups = [_Group()]

    def take(self, match: re.Match[str]) -> None:
        """Take the next term."""
        if match["open"]:
            self._groups.append(_Group(match.start("open"), negated=bool(match["minus"])))
        elif match["close"]:
            self._close(match.start())
        elif match[0] == "OR":
            self._take_or(match.start())
        else:
            term = self._term(match)
            if term is not None:
                self._groups[-1].add(Not(term) if match["minus"] else term)

    def finish(self) -> Node | None:
        """The whole query; None where there is nothing to look for."""
        while len(self._groups) > 1:
            if not self._typing:
                raise UnclosedQuery(
                    "The parenthesis is not closed.",
                    self._groups[-1].start,
                    ")" * (len(self._groups) - 1),
                )
            self._close(len(self._text))
        self._check_last_or()
        return self._groups[0].node()

    def _close(self, position: int) -> None:
        if len(self._groups) == 1:
            if self._typing:
                return
            raise QueryError("This parenthesis closes nothing.", position)
        self._check_last_or()
        group = self._groups.pop()
        node = group.node()
        if node is None:
            return
        depth = group.depth + isinstance(node, All | Either) + group.negated
        if depth > _DEEPEST:
            raise QueryError("Parentheses are nested too deep here.", group.start)
        negated = without(node) if group.negated else node
        if negated is not None:
            self._groups[-1].add(negated, depth)

    def _take_or(self, position: int) -> None:
        group = self._groups[-1]
        if not group.alternatives[-1] and not self._typing:
            raise QueryError("OR needs something to look for before it.", position)
        group.alternatives.append([])
        group.last_or = position

    def _check_last_or(self) -> None:
        group = self._groups[-1]
        if len(group.alternatives) > 1 and not group.alternatives[-1] and not self._typing:
            raise QueryError("OR needs something to look for after it.", group.last_or)

    def _term(self, match: re.Match[str]) -> Node | None:
        """The term at `match` without its minus, or None where it asks for nothing."""
        if match["pattern"] is not None:
            return self._pattern(match)
        if match["quoted"] is not None and not match["endquote"] and not self._typing:
            raise UnclosedQuery("The quote is not closed.", match.start("quoted") - 1, '"')
        raw = match["signed"] or match["plain"] or match["quoted"] or ""
        text = " ".join(unicodedata.normalize("NFC", raw).split())
        bare = text.rstrip("* ")
        if match["field"]:
            return self._field(match, bare)
        if not _has_words(bare):
            return None
        if match["sign"] == "~":
            return Near(bare)
        prefix = text.endswith("*")
        if match["sign"]:
            return Word(bare, prefix=prefix, strict=True)
        term = Word(bare, prefix) if match["quoted"] is None else Phrase(bare, prefix)
        return _begun(term) if self._is_begun(match) else term

    def _is_begun(self, match: re.Match[str]) -> bool:
        """Whether a term is still being typed. What is unwanted has to be there whole to count."""
        if not self._typing or match.end() < len(self._text) or match["endquote"]:
            return False
        negated = match["minus"] or any(group.negated for group in self._groups)
        return not negated and not self._text[-1].isspace()

    def _field(self, match: re.Match[str], text: str) -> Node | None:
        name = match["field"].rstrip(":").lower()
        start = match.start("field")
        if name in ("after", "before"):
            return self._dated(cast(_DateField, name), text, start)
        if _has_words(text):
            return Speaker(text) if name == "speaker" else About(cast(_Field, name), text)
        if self._typing:
            return None
        _refuse_field(name, start)

    def _dated(self, name: _DateField, text: str, start: int) -> Node | None:
        if _is_date(text):
            return Dated(name, text)
        half = _HALF_DATE.fullmatch(text) if self._typing else None
        begun = half and (half[1] or half[2])
        if begun and _is_date(begun):
            return Dated(name, begun)
        if half is None or begun:
            _refuse_field(name, start)
        return None

    def _pattern(self, match: re.Match[str]) -> Node | None:
        source = unicodedata.normalize("NFC", match["pattern"])
        if match["slash"] != "/":
            if not self._typing:
                raise UnclosedQuery(
                    "The regular expression has no slash at its end;"
                    " in quotes, a slash is but a slash.",
                    match.start("pattern") - 1,
                    "/",
                )
            source = longest_valid(source)
            return Pattern(source) if source else None
        try:
            check(source)
        except QueryError as error:
            place = min(match.start("pattern") + error.position, match.end("pattern"))
            raise QueryError(error.message, place) from error
        return Pattern(source)


def _has_words(text: str) -> bool:
    return bool(spaced(text).strip())


def _is_date(text: str) -> bool:
    try:
        return bool(_DATE.fullmatch(text) and Dated("after", text).day)
    except ValueError:
        return False


def _refuse_field(name: str, position: int) -> NoReturn:
    raise QueryError(f"{name}: needs {_NEEDED[name]} right after it.", position)
