"""One and the same talk, as several recognisers may have heard it."""

from random import Random

from tui_reader.model import Transcript, Turn

__all__ = ["talk"]

_WORDS = [f"{a}{b}" for a in ("ba", "ke", "mo", "ru", "ti") for b in ("lan", "tor", "sil", "den")]


def talk(seed: int, *speakers: str, slips: int = 0) -> Transcript:
    """A talk that depends on the seed alone: who says it is called otherwise, and words slip."""
    random, slip = Random(seed), Random(seed + 1)
    turns = []
    for number in range(60):
        words = [random.choice(_WORDS) for _ in range(30)]
        for _ in range(slips):
            words[slip.randrange(30)] = "misheard"
        turns.append(Turn(" ".join(words), speakers[number % len(speakers)]))
    return Transcript(turns=tuple(turns))
