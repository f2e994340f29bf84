"""Speech without end on a topic, cut into cues as a recogniser cuts it: anywhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from random import Random
from typing import Final

from tests.bench.vocabulary import TOPICS, Language, weights, words

__all__ = ["Speech", "speech"]

_CUES: Final = 4_000
_CUE_WIDTH: Final = 57  # characters: an hour of such cues is as large as a real one
_TOPICAL: Final = 0.03  # of all words
_SENTENCE: Final = (4, 26)


@dataclass(frozen=True, slots=True)
class Speech:
    """A few hours of talk. `cues` follow each other; a sentence begins at those in `starts`."""

    cues: tuple[str, ...]
    starts: tuple[int, ...]

    def cut(self, rng: Random, length: int) -> tuple[str, ...]:
        """About `length` cues from the beginning of a sentence on."""
        begin = rng.choice(self.starts)
        return self.cues[begin : begin + length] or self.cues[:length]


@cache
def speech(language: Language, topic: str, seed: int) -> Speech:
    """What is said about `topic`: the same for the same seed."""
    rng = Random(f"{seed}/{language}/{topic}")
    cues = tuple(islice(_cues(_sentences(rng, language, topic)), _CUES))
    starts = tuple(
        n + 1 for n, cue in enumerate(cues[:-60]) if cue.endswith((".", "?")) and n % 2 == 0
    )
    return Speech(cues, starts)


def _sentences(rng: Random, language: Language, topic: str) -> Iterator[list[str]]:
    all_words, totals, topical = words(language), weights(language), TOPICS[language][topic]
    while True:
        said = rng.choices(all_words, cum_weights=totals, k=rng.randint(*_SENTENCE))
        said = [rng.choice(topical) if rng.random() < _TOPICAL else word for word in said]
        if len(said) > 9:
            said[len(said) // 2] += ","
        said[0] = said[0].capitalize()
        said[-1] += rng.choice(("?", ".", ".", ".", "."))
        yield said


def _cues(sentences: Iterator[list[str]]) -> Iterator[str]:
    cue = ""
    for sentence in sentences:
        for word in sentence:
            if cue and len(cue) + 1 + len(word) > _CUE_WIDTH:
                yield cue
                cue = word
            else:
                cue = f"{cue} {word}" if cue else word
        if len(cue) > _CUE_WIDTH // 2:
            yield cue
            cue = ""
