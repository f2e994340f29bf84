"""A library: the episodes that some paths hold, read in the background and searchable meanwhile.

    library = Library([Path("podcasts")])
    for batch in library.build():      # in a thread of its own
        show(batch.episodes)           # light; the text stays on disk and in the index
    for batch in library.watch():      # what changes on disk from then on
        show(batch.episodes)
    library.open(episode)              # the whole transcript, read again when it is wanted

`build` and `watch` are the only slow things here. They run in one thread, one after the other;
everything else may be called from another meanwhile.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from threading import Event
from typing import Final, NamedTuple

from tui_reader.errors import PathError
from tui_reader.finding import find
from tui_reader.index import Abandoned, Index
from tui_reader.index.shard import Shard
from tui_reader.library.episode import Episode, lost_episode, summarise
from tui_reader.library.memory import give_back_at_once
from tui_reader.library.opening import open_file, try_file
from tui_reader.library.snapshot import Snapshot
from tui_reader.library.sources import Source, stamp
from tui_reader.library.watching import changes
from tui_reader.loading import Loaded
from tui_reader.model import Metadata, Turn
from tui_reader.workers import ALONE, packed

__all__ = ["Batch", "Library"]

_LOTS: Final = 24
"""About so many shards are made of a large library: each is asked at every search."""

_LOT_BYTES: Final = (1_000_000, 32_000_000)
_LOT_FILES: Final = 4_000
"""What is read for one shard, at least and at most."""


class Batch(NamedTuple):
    """Episodes just read, and how many of how many are done.

    `gone` are the numbers of episodes that are no longer there.
    """

    episodes: tuple[Episode, ...]
    done: int
    total: int
    gone: tuple[int, ...] = ()


class Library:
    """The transcripts that `paths` name or hold; `stdin` is the content of the path `-`.

    With `kept`, what is worked out about a library that is not small is kept on disk, and there at
    the next start already.
    """

    def __init__(
        self, paths: Sequence[Path], stdin: bytes | None = None, *, kept: bool = False
    ) -> None:
        self.paths = tuple(paths)
        self.left_out: tuple[PathError, ...] = ()
        """Folders that could not be walked, and paths that are gone; known once `build` began."""
        self.notice = ""
        """A sentence, where the index cannot be kept."""
        self.index = Index()
        """Where the turns of every episode read so far are searched, by episode number."""
        self._stdin = stdin
        self._snapshot = Snapshot(paths) if kept else None
        self._episodes: dict[int, Episode] = {}
        self._gone: dict[int, Episode] = {}
        self._numbers: dict[str, int] = {}
        self._sources: dict[int, Source] = {}
        self._stopped = Event()

    @property
    def episodes(self) -> list[Episode]:
        """Those read so far, in the order of their files."""
        return sorted(self._episodes.values(), key=lambda episode: episode.number)

    def __len__(self) -> int:
        return len(self._episodes)

    def __getitem__(self, number: int) -> Episode:
        """The episode with this number; KeyError as long as it is not read.

        One whose file is gone stays known: somebody may be reading it.
        """
        return self._episodes.get(number) or self._gone[number]

    def about(self, number: int) -> Metadata:
        """What is known about an episode beside its words; KeyError as for the episode."""
        return self[number].metadata

    def open(self, episode: Episode) -> Loaded:
        """The whole transcript of an episode; raises PathError or FormatError."""
        return open_file(episode.path, self._stdin)

    def build(self) -> Iterator[Batch]:
        """Read and index every file, in batches as they are done.

        Numbers follow the order of the files, batches need not. Ends early when `close` is called
        or the iterator is closed, and leaves no process behind.
        """
        give_back_at_once()
        try:
            yield from self._catch_up()
        except Abandoned:
            return

    def watch(self) -> Iterator[Batch]:
        """Read and index what changes on disk, as it changes, until `close` is called.

        An episode that is read again keeps its number. Raises PathError where the system cannot
        tell of changes.
        """
        try:
            for _ in changes(self.paths, self._stopped):
                yield from self._catch_up()
        except Abandoned:
            return

    def close(self) -> None:
        """End `build` and `watch`, from any thread, and free the index: the workers go."""
        self._stopped.set()
        self.index.close()

    def _catch_up(self) -> Iterator[Batch]:
        """Bring everything to the state of the disk."""
        files, self.left_out = find(self.paths)
        now = {source.number: source for source in map(self._source, files)}
        gone = tuple(sorted(self._sources.keys() - now.keys()))
        for number in gone:
            self._forget(number)
        left = {number: source for number, source in now.items() if self._has_changed(source)}
        if gone:
            yield Batch((), len(now) - len(left), len(now), gone)
        try:
            for episodes in self._read(left):
                for episode in episodes:
                    self._sources[episode.number] = left.pop(episode.number)
                yield Batch(episodes, len(now) - len(left), len(now))
        finally:
            self._put_away(Snapshot.save)

    def _source(self, path: Path) -> Source:
        number = self._numbers.setdefault(os.path.abspath(path), len(self._numbers))
        return Source(number, path, stamp(path))

    def _has_changed(self, source: Source) -> bool:
        earlier = self._sources.get(source.number)
        return earlier is None or not source.is_as(earlier.stamp)

    def _forget(self, number: int) -> None:
        self.index.remove(number)
        self._gone[number] = self._episodes[number]
        del self._episodes[number]
        source = self._sources.pop(number)
        if self._snapshot is not None:
            self._snapshot.forget(source)

    def _read(self, sources: Mapping[int, Source]) -> Iterator[tuple[Episode, ...]]:
        """The episodes in some files, made searchable: out of the snapshot, or read."""
        left = dict(sources)
        size = sum(source.stamp.size for source in left.values() if source.stamp)
        if not self._sources:
            if size <= ALONE:
                self._snapshot = None  # reading it is as fast
            if self._snapshot is not None:
                for shard, found in self._snapshot.restore(left.values()):
                    restored = tuple(episode for episode in found if episode is not None)
                    self._know(restored)
                    self.index.attach(shard, [one.number if one else None for one in found])
                    for episode in restored:
                        del left[episode.number]
                    yield restored
        least, most = _LOT_BYTES
        lots = packed(
            partial(_read, stdin=self._stdin),
            _pack,
            [(number, source.path) for number, source in left.items()],
            self._stopped,
            lost=_lost,
            chunk=(max(least, min(size // _LOTS, most)), _LOT_FILES),
        )
        for episodes, content in lots:
            self._know(episodes)
            searchable = [episode for episode in episodes if episode.error is None]
            for episode in episodes:
                if episode.error is not None:
                    self.index.remove(episode.number)
            self.index.attach(Shard.load(content), [episode.number for episode in searchable])
            if searchable:
                kept = [(sources[episode.number], episode) for episode in searchable]
                self._put_away(partial(Snapshot.keep, content=content, episodes=kept))
            yield episodes

    def _know(self, episodes: Iterable[Episode]) -> None:
        """Take in episodes, before their turns can be found: a search asks what they are about."""
        self._episodes.update((episode.number, episode) for episode in episodes)

    def _put_away(self, write: Callable[[Snapshot], None]) -> None:
        """Write to the snapshot, if there is one; where that cannot be, there is none any more."""
        if self._snapshot is not None:
            try:
                write(self._snapshot)
            except PathError as error:
                self._snapshot, self.notice = None, error.message


class _Packed(NamedTuple):
    """Episodes, and a shard with the turns of those that could be read, in their order."""

    episodes: tuple[Episode, ...]
    shard: bytes


def _read(number: int, path: Path, stdin: bytes | None) -> tuple[Episode, tuple[Turn, ...]]:
    """What a worker makes of a file."""
    loaded = try_file(path, stdin)
    turns = () if isinstance(loaded, str) else loaded.transcript.turns
    return summarise(number, path, loaded), turns


def _lost(number: int, path: Path) -> tuple[Episode, tuple[Turn, ...]]:
    return lost_episode(number, path), ()


def _pack(read: list[tuple[Episode, tuple[Turn, ...]]]) -> _Packed:
    """What a worker makes of the files of a lot."""
    shard = Shard.build(turns for episode, turns in read if episode.error is None)
    return _Packed(tuple(episode for episode, _ in read), shard.serialize())
