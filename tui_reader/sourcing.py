"""Where in its source the words stand that one reads.

A transcript knows the line each turn begins on. From there on the first words at the place are
looked for, past whatever a format has put between or into them: tags, times, numbers, line breaks,
entities, escapes.
"""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.model import Place, Transcript

__all__ = ["SourcePlace", "note_place", "source_place"]

_WORDS: Final = (6, 3, 1)
"""So many words are looked for, the more the surer."""

_SURE: Final = 3
"""So many have to be alike where nothing tells on which lines they are."""

_QUOTES: Final = (60, 30, 15)
"""So many characters are looked for as they are, the more the surer."""

_PATIENCE: Final = 4_000_000
"""Characters of a source that are looked through for words one by one: half a second a million."""

_GAP: Final = 400
"""Characters that may stand between two words which are neighbours in the transcript."""

_LONGEST: Final = 40
"""Characters of a word, and of nothing but a word, that are compared."""

_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uf900-\ufaff"
_TOKEN: Final = re.compile(rf"[{_UNSPACED}]|[^\W_{_UNSPACED}]+")
"""A word; where writing has no spaces, a character."""

_INSIDE: Final = re.compile(rf"[^\W_{_UNSPACED}]{{2}}")
"""Two letters between which no word begins."""

_AHEAD: Final = 600
"""Characters from a place on in which its first words are looked for."""


class SourcePlace(NamedTuple):
    """A line of a source, from 1, and a character in it, from 0."""

    line: int
    column: int = 0


def source_place(source: str, transcript: Transcript, place: Place) -> SourcePlace:
    """Where in `source` the words at `place` stand, or at least their turn. Takes linear time."""
    if place.turn < 0 or not transcript.turns:
        return note_place(source, transcript, place) or SourcePlace(1)
    number = min(place.turn, len(transcript.turns) - 1)
    turns, line = transcript.turns, transcript.turns[number].line
    first = number
    while first and turns[first - 1].line == line:
        first -= 1
    ends = (turn.line for turn in turns[number + 1 :] if turn.line > line)
    line, begin, end = _extent(source, line, next(ends, None))
    before = " ".join(turn.text for turn in turns[first:number])
    found = _find(source, begin, end, before, turns[number].text, place.offset)
    return _at(source, found, begin, line)


def note_place(source: str, transcript: Transcript, place: Place) -> SourcePlace | None:
    """Where what stands above the first turn is in `source`; None where it is of another file."""
    from tui_reader.page import Page

    page = Page(transcript)
    block, offset = page.position(place)
    text = page.blocks[block].text
    found = _find(source, 0, len(source), "", text, offset, least=_SURE)
    return None if found is None else _at(source, found, 0, 1)


def _extent(source: str, line: int, last: int | None) -> tuple[int, int, int]:
    """A line, and the characters from its beginning to the end of the `last` one, or of the text.

    The first line where there is no such line: the source is not the one that was read.
    """
    begin = end = 0
    for _ in range(line - 1):
        begin = source.find("\n", begin) + 1
        if not begin:
            return 1, 0, len(source)
    if last is None:
        return line, begin, len(source)
    end = begin - 1
    for _ in range(last - line + 1):
        end = source.find("\n", end + 1)
        if end < 0:
            return line, begin, len(source)
    return line, begin, end


def _at(source: str, found: int | None, begin: int, line: int) -> SourcePlace:
    """The line and column of what was `found`, counted from where `line` begins."""
    if found is None:
        return SourcePlace(line)
    line += source.count("\n", begin, found)
    return SourcePlace(line, found - source.rfind("\n", 0, found) - 1)


def _find(
    source: str, begin: int, end: int, before: str, text: str, offset: int, least: int = 1
) -> int | None:
    """Where the words at `offset` of `text` stand between two characters of `source`.

    Of several places it is the one that has as many alike before it as the text has: those `before`
    it and its own. So many words have to be alike at `least`, or all there are.
    """
    offset = _word_start(text, offset)
    for size in _QUOTES:
        literal = text[offset : offset + size].partition("\n")[0]
        if len(literal) >= _QUOTES[-1]:
            earlier = before.count(literal) + text.count(literal, 0, offset)
            found = _find_literal(source, begin, end, literal, earlier)
            if found is not None:
                return found
    if end - begin > _PATIENCE:
        return None
    return _find_words(source, begin, end, f"{before} {text[:offset]}", text, offset, least)


def _find_words(
    source: str, begin: int, end: int, said: str, text: str, offset: int, least: int
) -> int | None:
    """The same for words that have something between or in them; `said` is all before them."""
    matches = _TOKEN.finditer(text, offset, offset + _AHEAD)
    words = [match[0].lower()[:_LONGEST] for match in matches]
    counts = {min(count, len(words)) for count in _WORDS if count >= least} - {0}
    for count in sorted(counts, reverse=True):
        quote = words[:count]
        places = list(_chains(source, begin, end, quote))
        if places:
            earlier = sum(1 for _ in _chains(said, 0, len(said), quote))
            return places[min(earlier, len(places) - 1)]
    return None


def _find_literal(source: str, begin: int, end: int, quote: str, earlier: int) -> int | None:
    """The same for words that stand there as they are, or as JSON has them: much faster."""
    for written in (quote, json.dumps(quote)[1:-1]):
        last, left = -1, earlier
        found = source.find(written, begin, end)
        while found >= 0 and left >= 0:
            last, left = found, left - 1
            found = source.find(written, found + 1, end)
        if last >= 0:
            return last
    return None


def _word_start(text: str, offset: int) -> int:
    """Where the word begins that `offset` is in."""
    offset = max(0, min(offset, len(text)))
    while offset and _INSIDE.fullmatch(text, offset - 1, offset + 1):
        offset -= 1
    return offset


def _chains(text: str, begin: int, end: int, quote: Sequence[str]) -> Iterator[int]:
    """Every place at which the words of `quote` follow each other, with no great gaps.

    One pass: `reached[n]` is the latest row of n + 1 words under way, where it began and where it
    has come to.
    """
    positions = [[n for n, word in enumerate(quote) if word == known] for known in quote]
    found = re.compile("|".join(f"({_pattern(word)})" for word in quote), re.IGNORECASE)
    reached: list[tuple[int, int] | None] = [None] * len(quote)
    for match in found.finditer(text, begin, end):
        for step in reversed(positions[(match.lastindex or 1) - 1]):
            if not step:
                reached[0] = (match.start(), match.end())
            elif (row := reached[step - 1]) and match.start() - row[1] <= _GAP:
                reached[step] = (row[0], match.end())
        if whole := reached[-1]:
            yield whole[0]
            reached = [None] * len(quote)


def _pattern(word: str) -> str:
    """A pattern for a word as it may be written: plainly, escaped as in JSON, with entities.

    A word begins at a border or behind an escape such as the n of a line break.
    """
    border = r"(?<![^\W_])|(?<=\\[nrtbfh])"
    letters = "".join(map(_letter, word))
    if _TOKEN.fullmatch(word) and len(word) == 1 and not word.isascii():
        return letters
    return f"(?:{border}){letters}" + (r"(?![^\W_])" if len(word) < _LONGEST else "")


def _letter(letter: str) -> str:
    if letter.isascii():
        return re.escape(letter)
    written = {letter, letter.upper(), letter.lower()}
    ways = []
    for form in sorted(written):
        units = form.encode("utf-16-be").hex(" ", 2).split()
        codes = [ord(char) for char in form]
        ways.append(re.escape(form))
        ways.append("".join(rf"\\u{unit}" for unit in units))
        ways.append("".join(f"&(?:#{code}|#x0*{code:x}|{_name(code)});" for code in codes))
    return f"(?:{'|'.join(ways)})"


def _name(code: int) -> str:
    """The name of an entity, or again its number where it has none."""
    from html.entities import codepoint2name

    return codepoint2name.get(code, f"#{code}")
