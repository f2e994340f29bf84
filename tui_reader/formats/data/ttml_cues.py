"""From the paragraphs of TTML to cues: one a paragraph, or one for each phrase that has a time."""

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from tui_reader.formats.data.ttml_body import Piece, TtmlBody
from tui_reader.formats.data.words import are_words, phrases
from tui_reader.lazily import pattern
from tui_reader.turns import Cue

__all__ = ["cues_of"]

_TIMELESS: Final = frozenset({"", "body"})  # in whose times all words would begin at once
_SPACES: Final = pattern(r"[ ]*\n[ \n]*|  +")


def cues_of(heard: TtmlBody) -> list[Cue]:
    """What was heard, each with the name of who says it, if the file names anybody."""
    paragraphs = [list(_cues(paragraph, heard)) for paragraph in heard.paragraphs]
    spans = list(chain.from_iterable(paragraphs))
    if len(spans) == len(paragraphs) or not are_words(spans):
        return [cue._replace(text=_tidy(cue.text)) for cue in spans]
    spaced = _are_spaced(paragraphs)
    return [phrase for words in paragraphs for phrase in phrases(words, spaced=spaced)]


def _cues(paragraph: Sequence[Piece], heard: TtmlBody) -> Iterator[Cue]:
    """A cue for each span that has a time; text outside goes with the cue before it."""
    cue: Cue | None = None
    for scope, line, texts in paragraph:
        text = "".join(texts)
        begin, end = scope.plain if heard.doubt.is_plain else scope.counted
        if scope.element in _TIMELESS:
            begin = end = None
        speaker = _name(scope.agent, heard)
        if cue is not None and (not text.strip() or _goes_on(cue, begin, speaker, scope.element)):
            cue = cue._replace(text=cue.text + text)
        elif text.strip():
            if cue is not None:
                yield cue
            cue = Cue(begin, end, text, speaker, line)
    if cue is not None:
        yield cue


def _goes_on(cue: Cue, begin: int | None, speaker: str | None, element: str) -> bool:
    """Whether words stand outside of all spans, or in one around that of `cue`."""
    if speaker != cue.speaker:
        return False
    return element != "span" or begin is None or (cue.start is not None and begin <= cue.start)


def _name(agent: str, heard: TtmlBody) -> str | None:
    """Who speaks: agents are named in the head, perhaps; an element may have several."""
    names = (heard.agents.get(one) or one for one in agent.split())
    return ", ".join(names) or None


def _are_spaced(paragraphs: Sequence[Sequence[Cue]]) -> bool:
    """Whether words stand apart by spaces of their own, not by their tags alone."""
    pairs = chain.from_iterable(map(pairwise, paragraphs))
    apart = [before.text[-1:].isspace() or after.text[:1].isspace() for before, after in pairs]
    return 2 * sum(apart) > len(apart)


def _tidy(text: str) -> str:
    """Single spaces, none beside a line break."""
    return _SPACES.sub(lambda gap: "\n" if "\n" in gap[0] else " ", text).strip()
