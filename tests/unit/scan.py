"""A slow, obvious search, to hold the fast ones against; it knows nothing of how they work.

What the words fold to is written down by hand here, and so is what the regular expressions match,
so that folding is not tested with itself. Only what spelled alike means is taken from the reader.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias

from hypothesis import strategies as st

from tui_reader.model import Turn
from tui_reader.query import parse
from tui_reader.text.spelling import distance


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
    apart("中国"),
    apart("国中"),
    apart("ไทย"),
    one("2024", "2024"),
    one("kubernetes", "kubernetes"),
    one("Kuberneties", "kuberneties"),
    one("kubernets,", "kubernets")._replace(tokens=(Token("kubernets", "kubernets", 0, 9),)),
)
PATTERNS = {
    "sourced?": ("sourced", "source"),
    "OP.N": ("open", "Open"),
    "kuber\\w+": ("kubernetes", "Kuberneties", "kubernets"),
    "l[oa]dz": ("ŁÓDŹ", "łodź", "lodz"),
    "łód(ź|zi)": ("ŁÓDŹ",),
    "stras+e": ("Straße", "STRASSE"),
    "λογο[σς]": ("Λόγος", "ΛΟΓΟΣ"),
    "λόγος": ("Λόγος",),
    "שלום": ("שלום", "שָׁלוֹם"),
    "日本": ("日本",),
    "don.t": ("don't",),
    "20\\d+": ("2024",),
    "x*": ("",),
}
"""Regular expressions, and what they match of the entries, the longest first."""

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


class Leaf(NamedTuple):
    """A term of a query: as it is written, and what it means."""

    text: str
    kind: Literal["word", "phrase", "near", "pattern", "speaker"]
    tokens: tuple[Token, ...] = ()
    prefix: bool = False
    surfaces: tuple[str, ...] = ()
    negated: bool = False


class Group(NamedTuple):
    """Terms in parentheses: all of those that have no OR between them, any of the rest."""

    alternatives: tuple[tuple["Term", ...], ...]
    negated: bool = False

    @property
    def inner(self) -> str:
        return " OR ".join(" ".join(term.text for term in terms) for terms in self.alternatives)

    @property
    def text(self) -> str:
        return f"{'-' * self.negated}({self.inner})"


Term: TypeAlias = Leaf | Group


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


few = st.shared(st.lists(st.sampled_from(ENTRIES), min_size=1, max_size=3), key="entries")
"""The entries of one test, few enough that what is asked for is often said."""

speakers = st.just(()) | st.just(()) | st.sampled_from(NAMES)
"""Of most turns nobody knows who says them, so that phrases go on from one to the next."""


@st.composite
def said(draw: st.DrawFn) -> Said:
    entries = tuple(draw(st.lists(few.flatmap(st.sampled_from), max_size=8)))
    between = draw(st.tuples(*[st.sampled_from(BETWEEN)] * max(len(entries) - 1, 0)))
    text, tokens = laid_out(entries, between)
    name, speaker = laid_out(draw(speakers), (" ",))
    return Said(Turn(text, name or None), tokens, speaker)


@st.composite
def begun(draw: st.DrawFn) -> Entry:
    """The beginning of a word."""
    level = [entry for entry in draw(few) if is_level(entry)]
    entry = draw(st.sampled_from(level or [ENTRIES[0]]))
    (token,) = entry.tokens
    size = draw(st.integers(1, len(entry.surface)))
    return one(entry.surface[:size], token.plain[:size], token.typed[:size])


def is_level(entry: Entry) -> bool:
    return len(entry.tokens) == 1 and all(len(t) == len(entry.surface) for t in entry.tokens[0][:2])


@st.composite
def words(draw: st.DrawFn) -> Leaf:
    kind: Literal["word", "phrase"] = draw(st.sampled_from(["word", "phrase"]))
    size = draw(st.integers(1, 3)) if kind == "phrase" else 1
    entries = draw(st.lists(few.flatmap(st.sampled_from), min_size=size, max_size=size))
    star = draw(st.sampled_from(["", "", "*"]))
    if star:
        entries[-1] = draw(begun())
    text, tokens = laid_out(tuple(entries), (" ",) * size)
    if kind == "phrase":
        return Leaf(f'"{text}{star}"', kind, tokens, bool(star))
    sign = draw(st.sampled_from(["", "", "="]))
    return Leaf(f"{sign}{text}{star}", kind, tokens, bool(star))


@st.composite
def nears(draw: st.DrawFn) -> Leaf:
    entry = draw(few.flatmap(st.sampled_from))
    return Leaf(f"~{entry.surface}", "near", entry.tokens)


@st.composite
def patterns(draw: st.DrawFn) -> Leaf:
    source = draw(st.sampled_from(list(PATTERNS)))
    return Leaf(f"/{source}/", "pattern", surfaces=PATTERNS[source])


@st.composite
def names(draw: st.DrawFn) -> Leaf:
    name = draw(st.sampled_from([name for name in NAMES if name]))
    start = draw(st.integers(0, len(name) - 1))
    text, tokens = laid_out(name[start:], (" ",))
    return Leaf(f'speaker:"{text}"', "speaker", tokens, prefix=True)


def signed(term: Term) -> Term:
    """The opposite of `term`."""
    if isinstance(term, Group):
        return term._replace(negated=True)
    return term._replace(text=f"-{term.text}", negated=True)


def maybe_signed(plain: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    return plain | plain | plain.map(signed)


def groups(inner: st.SearchStrategy[Term]) -> st.SearchStrategy[Term]:
    some = st.lists(inner, min_size=1, max_size=2).map(tuple)
    return maybe_signed(st.lists(some, min_size=1, max_size=3).map(tuple).map(Group))


terms: st.SearchStrategy[Term] = st.recursive(
    maybe_signed(words() | words() | words() | nears() | patterns() | names()),
    groups,
    max_leaves=4,
)
queries = st.lists(terms, min_size=1, max_size=3)
"""Queries by their terms. Their text is `written(query)`."""


def written(query: list[Term]) -> str:
    match query:
        case [Group(negated=False) as group]:
            text = group.inner
        case _:
            text = " ".join(term.text for term in query)
    parse(text)
    return text


def scan(query: Sequence[Term], turn: Said, following: Said | None = None) -> set[int] | None:
    """The characters that `query` finds, or None where the turn is no hit.

    Those behind the end of the turn are in the `following` one, where a phrase may go on.
    """
    found = [covered(term, turn, following) for term in query]
    met = [characters for characters in found if characters is not None]
    return set().union(*met) if len(met) == len(found) else None


def scan_all(query: Sequence[Term], turns: Sequence[Said]) -> dict[int, set[int]]:
    """What `query` finds in an episode, by the number of the turn."""
    hits = {}
    for number, (turn, following) in enumerate(zip_longest(turns, turns[1:])):
        named = turn.turn.speaker or (following and following.turn.speaker)
        found = scan(query, turn, None if named else following)
        if found is not None:
            hits[number] = found
    return hits


def covered(term: Term, turn: Said, following: Said | None) -> set[int] | None:
    if isinstance(term, Group):
        found = [scan(terms, turn, following) for terms in term.alternatives]
        met = [characters for characters in found if characters is not None]
        whole = set().union(*met) if met else None
    else:
        ranges = list(ranges_of(term, turn, following))
        whole = set().union(*ranges) if ranges else None
    if term.negated:
        return set() if whole is None else None
    return whole


def ranges_of(term: Leaf, turn: Said, following: Said | None) -> Iterator[range]:
    """Where a term stands in the text, and behind its end; an empty range where nowhere in it."""
    text = turn.turn.text
    if term.kind == "pattern":
        for start in range(len(text) + 1):
            found = [surface for surface in term.surfaces if text.startswith(surface, start)]
            if found:
                yield range(start, start + len(found[0]))
    elif term.kind == "speaker":
        yield from (range(0) for _ in places(term, turn.speaker))
    else:
        tokens = list(turn.tokens)
        if term.kind == "phrase" and following is not None:
            size = len(text)
            tokens += (t._replace(start=t.start + size, end=t.end + size) for t in following.tokens)
        yield from (place for place in places(term, tokens) if place.start < len(text))


def places(term: Leaf, tokens: Sequence[Token]) -> list[range]:
    """Where the tokens of `term` follow each other among `tokens`."""
    size = len(term.tokens)
    found = []
    for first in range(len(tokens) - size + 1):
        window = tokens[first : first + size]
        asked = enumerate(zip(window, term.tokens, strict=True), 1)
        if all(is_same(a, b, term, last=n == size) for n, (a, b) in asked):
            found.append(range(window[0].start, window[-1].end))
    return found


def is_same(found: Token, asked: Token, term: Leaf, *, last: bool) -> bool:
    if term.kind == "near":
        return distance(asked.plain, found.plain) is not None
    accented = asked.plain != asked.typed
    if term.prefix and last:
        return found.plain.startswith(asked.plain) and (
            not accented or found.typed.startswith(asked.typed)
        )
    return found.plain == asked.plain and (not accented or found.typed == asked.typed)
