"""A slow, obvious search, to hold the fast ones against; it knows nothing of how they work.

What the words fold to is written down by hand here, so that folding is not tested with itself.
"""

from typing import NamedTuple

from hypothesis import strategies as st

from tui_reader.model import Turn
from tui_reader.query import parse


class Token(NamedTuple):
    """A word as it is compared: without case and accents, without case only, and where it is."""

    plain: str
    typed: str
    start: int
    end: int


class Entry(NamedTuple):
    """Something to put into a text or a query, and the tokens it is made of."""

    surface: str
    tokens: tuple[Token, ...]


def one(surface: str, plain: str, typed: str | None = None) -> Entry:
    return Entry(surface, (Token(plain, plain if typed is None else typed, 0, len(surface)),))


def apart(surface: str) -> Entry:
    return Entry(surface, tuple(Token(c, c, n, n + 1) for n, c in enumerate(surface)))


ENTRIES = (
    one("open", "open"),
    one("Open", "open"),
    one("source", "source"),
    one("sourced", "sourced"),
    one("AND", "and"),
    one("café", "cafe", "café"),
    one("cafe\u0301", "cafe", "café"),
    one("CAFE", "cafe"),
    Entry("don't", (Token("don", "don", 0, 3), Token("t", "t", 4, 5))),
    one("Żal", "zal", "żal"),
    one("żal", "zal", "żal"),
    one("zal", "zal"),
    one("ŁÓDŹ", "lodz", "łódź"),
    one("łodź", "lodz", "łodź"),
    one("lodz", "lodz"),
    one("Straße", "strasse"),
    one("STRASSE", "strasse"),
    one("über", "uber", "über"),
    one("uber", "uber"),
    one("Λόγος", "λογοσ", "λόγοσ"),
    one("ΛΟΓΟΣ", "λογοσ"),
    one("שלום", "שלום"),
    one("שָׁלוֹם", "שלום", "שָׁלוֹם"),
    apart("日本語"),
    apart("日本"),
    apart("本日"),
    apart("ガ"),
    apart("カ"),
    one("2024", "2024"),
)
NAMES = (
    (),
    (one("Omer", "omer"),),
    (one("Will", "will"), one("Button", "button")),
    (one("Łukasz", "lukasz", "łukasz"), one("Kałużny", "kaluzny", "kałużny")),
    (one("Lukasz", "lukasz"),),
    (apart("日本"),),
)
BETWEEN = (" ", ", ", "\n\n", " – ", "… ", "-", "/", "_")


class Said(NamedTuple):
    """A turn, and the tokens of its text and of its speaker, with their places."""

    turn: Turn
    tokens: tuple[Token, ...]
    speaker: tuple[Token, ...]


class Term(NamedTuple):
    """A term of a query: as it is written, and what it means."""

    text: str
    tokens: tuple[Token, ...]
    prefix: bool
    of_speaker: bool
    negated: bool


def laid_out(entries: tuple[Entry, ...], between: tuple[str, ...]) -> tuple[str, tuple[Token, ...]]:
    text = ""
    tokens: list[Token] = []
    for n, entry in enumerate(entries):
        text += between[n - 1] if n else ""
        tokens += (
            token._replace(start=len(text) + token.start, end=len(text) + token.end)
            for token in entry.tokens
        )
        text += entry.surface
    return text, tuple(tokens)


@st.composite
def said(draw: st.DrawFn) -> Said:
    entries = tuple(draw(st.lists(st.sampled_from(ENTRIES), max_size=8)))
    between = draw(st.tuples(*[st.sampled_from(BETWEEN)] * max(len(entries) - 1, 0)))
    text, tokens = laid_out(entries, between)
    name, speaker = laid_out(draw(st.sampled_from(NAMES)), (" ",))
    return Said(Turn(text, name or None), tokens, speaker)


@st.composite
def begun(draw: st.DrawFn) -> Entry:
    """The beginning of a word."""
    entry = draw(st.sampled_from([e for e in ENTRIES if is_level(e)]))
    (token,) = entry.tokens
    size = draw(st.integers(1, len(entry.surface)))
    return one(entry.surface[:size], token.plain[:size], token.typed[:size])


def is_level(entry: Entry) -> bool:
    return len(entry.tokens) == 1 and all(len(t) == len(entry.surface) for t in entry.tokens[0][:2])


@st.composite
def terms(draw: st.DrawFn) -> Term:
    negated = draw(st.sampled_from([False, False, True]))
    dash = "-" if negated else ""
    kind = draw(st.sampled_from(["word", "word", "word*", "phrase", "phrase*", "speaker"]))
    if kind == "speaker":
        names = draw(st.sampled_from([name for name in NAMES if name]))
        start = draw(st.integers(0, len(names) - 1))
        text, tokens = laid_out(names[start:], (" ",))
        return Term(f'{dash}speaker:"{text}"', tokens, True, True, negated)
    size = draw(st.integers(1, 3)) if "phrase" in kind else 1
    entries = draw(st.lists(st.sampled_from(ENTRIES), min_size=size, max_size=size))
    if "*" in kind:
        entries[-1] = draw(begun())
    text, tokens = laid_out(tuple(entries), (" ",) * size)
    quote = '"' if "phrase" in kind else ""
    star = "*" if "*" in kind else ""
    return Term(f"{dash}{quote}{text}{star}{quote}", tokens, bool(star), False, negated)


queries = st.lists(terms(), min_size=1, max_size=3)
"""Queries by their terms. Their text is `written(query)`."""


def written(query: list[Term]) -> str:
    text = " ".join(term.text for term in query)
    parse(text)
    return text


def scan(query: list[Term], turn: Said) -> set[int] | None:
    """The characters of the turn that `query` finds, or None where it is no hit."""
    covered: set[int] = set()
    for term in query:
        found = places(term, turn.speaker if term.of_speaker else turn.tokens)
        if term.negated == bool(found):
            return None
        if not term.of_speaker:
            covered.update(*found)
    return covered


def places(term: Term, tokens: tuple[Token, ...]) -> list[range]:
    """Where the tokens of `term` follow each other among `tokens`."""
    size = len(term.tokens)
    found = []
    for first in range(len(tokens) - size + 1):
        window = tokens[first : first + size]
        asked = enumerate(zip(window, term.tokens, strict=True), 1)
        if all(is_same(a, b, begins=term.prefix and n == size) for n, (a, b) in asked):
            found.append(range(window[0].start, window[-1].end))
    return found


def is_same(found: Token, asked: Token, *, begins: bool) -> bool:
    accented = asked.plain != asked.typed
    if begins:
        return found.plain.startswith(asked.plain) and (
            not accented or found.typed.startswith(asked.typed)
        )
    return found.plain == asked.plain and (not accented or found.typed == asked.typed)
