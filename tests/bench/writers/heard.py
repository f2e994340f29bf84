"""What programs that hear speech have of an episode: its cues, its words, the numbers of people."""

import json
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from tests.bench.episodes import Episode, Said

__all__ = ["Word", "as_json", "cues_of", "people_of", "whole_of", "words_of"]


class Word(NamedTuple):
    start: int
    end: int
    text: str


def cues_of(episode: Episode) -> Iterator[tuple[str, int, int, str]]:
    for turn in episode.turns:
        for start, end, text in turn.cues:
            yield turn.speaker, start, end, text


def words_of(turn: Said) -> Iterator[Word]:
    """The words of a turn, the time of each cue shared out by their letters."""
    for start, end, text in turn.cues:
        at = 0
        for word in text.split():
            until = at + len(word) + 1
            begin, over = (start + (end - start) * n // (len(text) + 1) for n in (at, until))
            yield Word(begin, over, word)
            at = until


def people_of(episode: Episode) -> dict[str, int]:
    names = dict.fromkeys(turn.speaker for turn in episode.turns)
    return {name: number for number, name in enumerate(names)}


def as_json(make: Callable[[Episode], Any]) -> Callable[[Episode], str]:
    return lambda episode: json.dumps(make(episode), ensure_ascii=False)


def whole_of(episode: Episode) -> str:
    return " ".join(turn.text for turn in episode.turns)
