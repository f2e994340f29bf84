"""What a query asks for, as a tree of terms, and as the text that means it.

Trees are made by `all_of`, `any_of` and `without`, which keep them plain: nothing is nested that
need not be.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, TypeAlias

__all__ = [
    "About",
    "All",
    "Dated",
    "Either",
    "Everything",
    "Near",
    "Node",
    "Not",
    "Pattern",
    "Phrase",
    "Query",
    "Speaker",
    "Word",
    "all_of",
    "any_of",
    "walk",
    "without",
]

_BARE: Final = re.compile(r"[^\s()]+")
"""What need not be quoted after the name of a field."""


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces: usually a word, a phrase where it folds to several.

    With `prefix`, its last word only has to begin so. With `strict`, no other form of it will do
    where a search is widened.
    """

    text: str
    prefix: bool = False
    strict: bool = False

    def __str__(self) -> str:
        return "=" * self.strict + self.text + "*" * self.prefix


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in quotes: one right after the other, whatever stands between them but words."""

    text: str
    prefix: bool = False

    def __str__(self) -> str:
        return f'"{self.text}{"*" * self.prefix}"'


@dataclass(frozen=True, slots=True)
class Near:
    """A word that is spelled about so."""

    text: str

    def __str__(self) -> str:
        return f"~{self.text}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, as it is written between the slashes."""

    text: str

    def __str__(self) -> str:
        return f"/{self.text}/"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody's turns: these words anywhere in the speaker's name, of the last the beginning."""

    name: str

    def __str__(self) -> str:
        return _field("speaker", self.name)


@dataclass(frozen=True, slots=True)
class About:
    """Episodes with these words in their title, their show or one of their tags.

    As with speakers, the beginning of the last word will do.
    """

    field: Literal["title", "show", "tag"]
    text: str

    def __str__(self) -> str:
        return _field(self.field, self.text)


@dataclass(frozen=True, slots=True)
class Dated:
    """Episodes from a day on, or from before it: `text` is a year, a month or a day.

    What has no date is neither after nor before.
    """

    field: Literal["after", "before"]
    text: str

    @property
    def day(self) -> date:
        """The first day of what is named; raises ValueError where there is no such day."""
        year, month, day, *_ = (*map(int, self.text.split("-")), 1, 1)
        return date(year, month, day)

    def __str__(self) -> str:
        return f"{self.field}:{self.text}"


@dataclass(frozen=True, slots=True)
class Not:
    """The turns that are not what `part` asks for."""

    part: "Node"

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, All | Either | Not) else f"-{self.part}"


@dataclass(frozen=True, slots=True)
class All:
    """All of two or more parts in one turn. None of them is an All."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " ".join(
            f"({part})" if isinstance(part, Either) else str(part) for part in self.parts
        )


@dataclass(frozen=True, slots=True)
class Either:
    """Any of two or more parts. None of them is an Either."""

    parts: tuple["Node", ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


@dataclass(frozen=True, slots=True)
class Everything:
    """Every turn: what is left of a query whose fields an episode satisfies. Nobody can type it."""

    def __str__(self) -> str:
        return "*"


Node: TypeAlias = (
    Word | Phrase | Near | Pattern | Speaker | About | Dated | Not | All | Either | Everything
)


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for. `str` prints what parses to the same query."""

    root: Node

    @property
    def asks_about_episodes(self) -> bool:
        """Whether it has fields that a whole episode satisfies or not: all but `speaker:`."""
        return any(isinstance(node, About | Dated) for node in walk(self.root))

    def __str__(self) -> str:
        return str(self.root)


def walk(node: Node) -> Iterator[Node]:
    """A node, and all below it, in the order in which they are written."""
    yield node
    match node:
        case All(parts) | Either(parts):
            for part in parts:
                yield from walk(part)
        case Not(part):
            yield from walk(part)


def all_of(parts: Iterable[Node | None]) -> Node | None:
    """What is all of `parts`, where None stands for no turn at all."""
    needed: list[Node] = []
    for part in parts:
        match part:
            case None:
                return None
            case Everything():
                pass
            case All(inner):
                needed += inner
            case _:
                needed.append(part)
    if not needed:
        return Everything()
    return needed[0] if len(needed) == 1 else All(tuple(needed))


def any_of(parts: Iterable[Node | None]) -> Node | None:
    """What is any of `parts`, where None stands for no turn at all."""
    enough: list[Node] = []
    for part in parts:
        match part:
            case None:
                pass
            case Everything():
                return part
            case Either(inner):
                enough += inner
            case _:
                enough.append(part)
    if not enough:
        return None
    return enough[0] if len(enough) == 1 else Either(tuple(enough))


def without(part: Node | None) -> Node | None:
    """What is not `part`, where None stands for no turn at all."""
    match part:
        case None:
            return Everything()
        case Everything():
            return None
        case _:
            return Not(part)


def _field(name: str, text: str) -> str:
    return f"{name}:{text}" if _BARE.fullmatch(text) else f'{name}:"{text}"'
