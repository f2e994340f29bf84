"""What workers make of the files of a library: episodes, and a shard with all that is said."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from functools import partial
from itertools import count
from pathlib import Path
from threading import Event
from typing import Final, NamedTuple

from tui_reader.index.shard import Shard
from tui_reader.library.episode import Episode, lost_episode, summarise
from tui_reader.library.opening import Stranger, open_group
from tui_reader.library.snapshot import Content
from tui_reader.library.sources import Source
from tui_reader.model import Turn
from tui_reader.workers import each, packed

__all__ = ["Lot", "read_lots"]

_NOWHERE: Final = -1
"""The number inside a shard of an episode that is in none, since it could not be read."""


class _Read(NamedTuple):
    """What was found in files that are called alike, the `number`-th that were to be read.

    The episodes have no numbers yet. `is_lost` says that they took the process down that read them.
    """

    number: int
    episodes: tuple[Episode, ...]
    strangers: tuple[Stranger, ...] = ()
    is_lost: bool = False


class Lot(NamedTuple):
    """What was read at one go; `shard` has the episodes that could be read, in their order."""

    contents: list[Content]
    shard: bytes


class _Packed(NamedTuple):
    """A lot as it comes from a worker."""

    read: list[_Read]
    shard: bytes

    def lot(self, sources: Sequence[Source]) -> Lot:
        """The same, with the files that it was read from."""
        inside = count()
        contents = [
            Content(
                sources[number],
                tuple(_NOWHERE if one.error else next(inside) for one in episodes),
                episodes,
                strangers,
            )
            for number, episodes, strangers, _ in self.read
        ]
        return Lot(contents, self.shard)


_WithTurns = tuple[_Read, tuple[tuple[Turn, ...], ...]]
_Task = Callable[[int, tuple[Path, ...]], _WithTurns]


def read_lots(
    sources: Sequence[Source],
    stdin: bytes | None,
    named: Set[Path],
    stopped: Event,
    chunk: tuple[int, int],
) -> Iterator[Lot]:
    """Read files, those together that are called alike, in lots of so many bytes and files.

    Where one of several is deadly, each of them is an episode of its own.
    """
    task: _Task = partial(_read, stdin=stdin, named=named)
    lost: list[int] = []
    files = [source.files for source in sources]
    for made in packed(task, _pack, enumerate(files), stopped, lost=_lost, chunk=chunk):
        apart = {read.number for read in made.read if read.is_lost and len(files[read.number]) > 1}
        lost += apart
        good = [read for read in made.read if read.number not in apart]
        yield made._replace(read=good).lot(sources)
    if lost:
        alone = _read_apart(task, {number: files[number] for number in lost}, stopped)
        yield _pack(alone).lot(sources)


def _read_apart(
    task: _Task, files: Mapping[int, tuple[Path, ...]], stopped: Event
) -> list[_WithTurns]:
    """What is in files that are called alike, each read by itself."""
    single = [(number, (path,)) for number, paths in files.items() for path in paths]
    found: dict[int, list[_WithTurns]] = {number: [] for number in files}
    for results in each(task, single, stopped, lost=_lost):
        for result in results:
            found[result[0].number].append(result)
    return [
        (
            _Read(
                number,
                tuple(episode for read, _ in parts for episode in read.episodes),
                tuple(stranger for read, _ in parts for stranger in read.strangers),
            ),
            tuple(turns for _, some in parts for turns in some),
        )
        for number, parts in found.items()
        if len(parts) == len(files[number])
    ]


def _read(
    number: int, files: tuple[Path, ...], stdin: bytes | None, named: Set[Path]
) -> _WithTurns:
    parts, strangers = open_group(files, stdin, named=named)
    episodes = tuple(summarise(-1, part.path, part.loaded, part.others) for part in parts)
    turns = tuple(
        part.loaded.transcript.turns for part in parts if not isinstance(part.loaded, str)
    )
    return _Read(number, episodes, strangers), turns


def _lost(number: int, files: tuple[Path, ...], why: str) -> _WithTurns:
    return _Read(number, (lost_episode(-1, files, why),), is_lost=True), ()


def _pack(found: list[_WithTurns]) -> _Packed:
    shard = Shard.build(turns for _, some in found for turns in some)
    return _Packed([read for read, _ in found], shard.serialize())
