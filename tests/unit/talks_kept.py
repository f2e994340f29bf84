"""Episodes to keep something of, each with words of its own."""

from pathlib import Path
from random import Random

from tui_reader.identity import Identity, identity
from tui_reader.model import Metadata, Transcript, Turn

__all__ = ["talk", "who"]

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
