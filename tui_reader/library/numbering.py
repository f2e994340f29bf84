"""The numbers of episodes: each keeps its own while its files change, come and go."""

from collections.abc import Collection, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from tui_reader.library.episode import Episode
from tui_reader.library.sources import Source

__all__ = ["Claim", "Numbers"]


class Claim(NamedTuple):
    """The numbers that the episodes in some files may have.

    There is one for `each` file, should it stand alone; the `whole` has one of these.
    """

    each: tuple[int, ...]
    whole: int


class Numbers:
    """Which number the episode has that a file is in."""

    def __init__(self) -> None:
        self._of: dict[str, int] = {}
        self._new = count()

    def __getitem__(self, place: str) -> int:
        """The number of the file at this absolute path; KeyError where it never had one."""
        return self._of[place]

    def claim(
        self, sources: Sequence[Source], known: Mapping[int, Episode], held: Collection[int]
    ) -> list[Claim]:
        """Numbers for what is in these files, all different: the one it is `known` by if it is.

        Those that are `held` belong to others.
        """
        paths = {
            place: path
            for source in sources
            for place, path in zip(source.places, source.files, strict=True)
        }

        def is_other(place: str) -> bool:
            """Whether it is not the main file of an episode: these have the first choice."""
            episode = known.get(self._of.get(place, -1))
            return episode is None or episode.path != paths[place]

        taken: dict[str, int] = {}
        used = set(held)
        for place in sorted(paths, key=is_other):
            number = self._of.get(place)
            if number is None or number in used:
                number = next(self._new)
            used.add(number)
            taken[place] = number
        return [_claim([taken[place] for place in source.places], known) for source in sources]

    def settle(self, source: Source, claim: Claim, episodes: Sequence[Episode]) -> list[int]:
        """The numbers of the episodes that turned out to be in the files of `source`."""
        own = dict(zip(source.files, claim.each, strict=True))
        if len(episodes) == 1:
            numbers = [claim.whole]
        else:
            numbers = [own[episode.path] for episode in episodes]
        in_episode = {
            path: number
            for number, episode in zip(numbers, episodes, strict=True)
            for path in (episode.path, *episode.others)
        }
        for place, path in zip(source.places, source.files, strict=True):
            self._of[place] = in_episode.get(path, own[path])
        return numbers


def _claim(numbers: Sequence[int], known: Collection[int]) -> Claim:
    whole = min((number for number in numbers if number in known), default=numbers[0])
    return Claim(tuple(numbers), whole)
