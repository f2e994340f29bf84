"""Words with times, put together to phrases: an hour of single words is ten thousand cues."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import Final

from tui_reader.lazily import pattern
from tui_reader.turns import Cue, ends_sentence, joint

__all__ = ["are_words", "dressed", "phrases"]

_LONGEST: Final = 80  # characters of a phrase
_BREATH: Final = 700  # a silence, in milliseconds, that ends one
_WORD: Final = 15  # characters of a word, on the average, at most
_TEXT: Final = attrgetter("text")
_CLOSING: Final = pattern(r"[.,!?;:…%)\]}»”’。、，！？：；]+(?:\s|$)")


def are_words(cues: Sequence[Cue]) -> bool:
    """Whether most of `cues` hold a single word each."""
    single = [len(cue.text) for cue in cues if len(cue.text.split()) == 1]
    return 2 * len(single) > len(cues) and sum(single) <= _WORD * len(single)


def dressed(words: list[Cue], text: str) -> list[Cue]:
    """`words` as `text` writes them, with its marks and capitals, if it has the same words."""
    written = text.split()
    if len(written) != len(words) or any(map(ends_sentence, map(_TEXT, words))):
        return words
    if any(_bare(cue.text) != _bare(word) for cue, word in zip(words, written, strict=True)):
        return words
    return [cue._replace(text=word) for cue, word in zip(words, written, strict=True)]


def _bare(word: str) -> str:
    return "".join(filter(str.isalnum, word)).lower()


def phrases(words: Iterable[Cue], *, spaced: bool | None = None) -> list[Cue]:
    """Cues of a phrase each, out of cues of a word each: a sentence, or what fits on a line.

    `spaced` says that the words bring their own spaces (` so`, `-called`), so that no others are
    put between them; if not told, it is taken from most of them.
    """
    said = [word for word in words if word.text.strip()]
    if spaced is None:
        spaced = 2 * sum(word.text[0].isspace() for word in said[1:]) >= len(said) - 1
    return [_phrase(run, spaced) for run in _runs(said, spaced)]


def _runs(words: Iterable[Cue], spaced: bool) -> Iterator[list[Cue]]:
    run: list[Cue] = []
    length = 0
    for word in words:
        if run and _begins(word, run[-1], length, _joint(run[-1].text, word.text, spaced)):
            yield run
            run, length = [], 0
        run.append(word)
        length += len(word.text) + 1
    if run:
        yield run


def _begins(word: Cue, last: Cue, length: int, space: str) -> bool:
    """Whether a phrase of `length` characters that ends with `last` ends before `word`."""
    if word.fresh or word.speaker != last.speaker:
        return True
    if length + len(word.text) > _LONGEST and (space or length > 2 * _LONGEST):
        return True
    if not space and word.text[0].isascii():
        return False
    rested = last.end is not None and word.start is not None and word.start - last.end >= _BREATH
    return rested or ends_sentence(last.text.rstrip())


def _joint(before: str, after: str, spaced: bool) -> str:
    if spaced:
        return " " if after[0].isspace() or before[-1].isspace() else ""
    if _CLOSING.match(after):
        return ""
    return joint(before.rstrip(), after.lstrip())


def _phrase(run: Sequence[Cue], spaced: bool) -> Cue:
    parts = [run[0].text.strip()]
    for before, word in pairwise(run):
        parts += (_joint(before.text, word.text, spaced), word.text.strip())
    starts = (word.start for word in run if word.start is not None)
    ends = (word.end for word in run if word.end is not None)
    first = run[0]
    start, end = next(starts, None), max(ends, default=None)
    return Cue(start, end, "".join(parts), first.speaker, first.line, first.fresh)
