"""Talks that are made up, each with words of its own; and one that several may have heard."""

from pathlib import Path
from random import Random

from tui_reader.identity import Identity, identity
from tui_reader.model import Metadata, Transcript, Turn

__all__ = ["heard", "talk", "who"]

_WORDS = tuple(f"{one}{two}" for one in ("lan", "bo", "har", "ke", "sto") for two in "abcdefghijkl")


def talk(seed: int, turns: int = 40) -> Transcript:
    """A talk, another one for every seed."""
    random = Random(seed)
    said = (" ".join(random.choices(_WORDS, k=14)) for _ in range(turns))
    spoken = tuple(Turn(text, "AB"[n % 2], n * 5_000) for n, text in enumerate(said))
    return Transcript(Metadata(f"Talk {seed}", show="Talks"), spoken)


def who(path: str, seed: int) -> Identity:
    """Who the talk is, once it is open at a path."""
    return identity(Path(path), talk(seed))


def heard(seed: int, *speakers: str, slips: int = 0) -> Transcript:
    """One and the same talk for a seed, as a recogniser has it.

    It calls the `speakers` so, and mishears up to `slips` words of each turn.
    """
    random, slip = Random(seed), Random(seed + 1)
    turns = []
    for number in range(60):
        words = random.choices(_WORDS, k=30)
        for _ in range(slips):
            words[slip.randrange(30)] = "misheard"
        turns.append(Turn(" ".join(words), speakers[number % len(speakers)]))
    return Transcript(turns=tuple(turns))
