"""Generated episodes, whatever format they will be written in."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, takewhile
from random import Random
from typing import Final, NamedTuple

from tests.bench.speech import speech
from tests.bench.vocabulary import LANGUAGES, PEOPLE, TOPICS, Language

__all__ = ["Episode", "Said", "Show", "episode", "marathon", "shows"]

HOUR: Final = 3_600_000  # milliseconds, like every time here

_SHOWS: Final = 10
_FIRST_DAY: Final = date(2016, 1, 8)
_LENGTHS: Final = (1, 1, 1, 2, 2, 3, 4, 5, 7, 9, 14, 21)  # of turns, in cues
_MS_PER_CHARACTER: Final = 55


class Said(NamedTuple):
    """A turn: who, and the cues with the times they begin and end at."""

    speaker: str
    cues: tuple[tuple[int, int, str], ...]

    @property
    def text(self) -> str:
        """The whole turn on one line."""
        return " ".join(cue for _, _, cue in self.cues)


@dataclass(frozen=True, slots=True)
class Show:
    """A programme: what it is called, what it is about, and who is always there."""

    name: str
    language: Language
    topics: tuple[str, ...]
    hosts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Episode:
    """One hour of a show."""

    show: Show
    number: int
    title: str
    topic: str
    date: date
    turns: tuple[Said, ...]


def shows(seed: int) -> tuple[Show, ...]:
    """The programmes of a library: two in three English, the others Polish."""
    rng = Random(f"{seed}/shows")
    return tuple(_show(rng, LANGUAGES[n % 3 == 2]) for n in range(_SHOWS))


def _show(rng: Random, language: Language) -> Show:
    topics = tuple(rng.sample(sorted(TOPICS[language]), 3))
    hosts = tuple(rng.sample(PEOPLE[language], 2))
    return Show(f"{topics[0]} {hosts[0].split()[0]}".title(), language, topics, hosts)


def episode(library: tuple[Show, ...], index: int, seed: int) -> Episode:
    """The episode at `index` of a library: the same for the same seed, however many follow it."""
    rng = Random(f"{seed}/episode/{index}")
    show = library[index % len(library)]
    number = index // len(library) + 1
    topic = rng.choice(show.topics)
    turns = tuple(takewhile(_within_the_hour, _turns(rng, show, topic, seed)))
    said = (word.strip(".,?").lower() for word in turns[0].text.split())
    title = " ".join(
        [topic, *[word for word in said if word.isalpha() and len(word) > 3][:4]]
    ).capitalize()
    return Episode(show, number, title, topic, _FIRST_DAY + timedelta(weeks=number), turns)


def marathon(turns: int, seed: int) -> Episode:
    """One recording of so many turns, however long that takes."""
    (show, *_) = shows(seed)
    topic = show.topics[0]
    said = tuple(islice(_turns(Random(f"{seed}/marathon"), show, topic, seed), turns))
    return Episode(show, 1, f"{topic} without end".capitalize(), topic, _FIRST_DAY, said)


def _within_the_hour(turn: Said) -> bool:
    return turn.cues[0][0] < HOUR


def _turns(rng: Random, show: Show, topic: str, seed: int) -> Iterator[Said]:
    """Talk between the hosts and one or two guests that never ends."""
    talk = speech(show.language, topic, seed)
    guests = rng.sample(PEOPLE[show.language], rng.randint(1, 2))
    people = list(dict.fromkeys([*show.hosts, *guests]))
    clock = rng.randint(0, 9_000)
    speaker = people[0]
    while True:
        cues = []
        for cue in talk.cut(rng, rng.choice(_LENGTHS)):
            end = clock + len(cue) * _MS_PER_CHARACTER + rng.randint(-120, 120)
            cues.append((clock, end, cue))
            clock = end + rng.choice((0, 40, 120))
        yield Said(speaker, tuple(cues))
        clock += rng.randint(100, 600)
        speaker = rng.choice([name for name in people if name != speaker])
