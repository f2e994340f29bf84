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

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.errors import FormatError, PathError
from tui_reader.finding import find
from tui_reader.harmless import harmless_path
from tui_reader.index import Abandoned, Index
from tui_reader.index.shard import Shard
from tui_reader.library.episode import Episode
from tui_reader.library.joining import joined
from tui_reader.library.memory import give_back_at_once
from tui_reader.library.numbering import Claim, Numbers
from tui_reader.library.opening import Stranger, open_file, open_group
from tui_reader.library.peopled import called_by
from tui_reader.library.reading import read_lots
from tui_reader.library.snapshot import Content, Snapshot
from tui_reader.library.sources import Source
from tui_reader.library.watching import changes
from tui_reader.loading import Loaded
from tui_reader.model import Metadata
from tui_reader.workers import ALONE

if TYPE_CHECKING:
    from tui_reader.people import Rules

__all__ = ["Batch", "Library"]

_LOTS: Final = 24
"""About so many shards are made of a large library: each is asked at every search."""

_LOT_BYTES: Final = (1_000_000, 32_000_000)
_LOT_FILES: Final = 4_000
"""What is read for one shard, at least and at most."""


class Batch(NamedTuple):
    """Episodes just read, and how many of how many are done: files, or some that go together.

    `gone` are the numbers of episodes that are no longer there.
    """

    episodes: tuple[Episode, ...]
    done: int
    total: int
    gone: tuple[int, ...] = ()


class _Held(NamedTuple):
    """What is known to be in some files: episodes, by their numbers, and what is no transcript."""

    source: Source
    numbers: tuple[int, ...]
    strangers: tuple[Stranger, ...]


class _Piece(NamedTuple):
    """What is in some files, and the shard that has it, as it is kept if it is new."""

    contents: list[Content]
    shard: Shard | None
    serialized: bytes = b""


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
        self.passed_by: Mapping[str, int] = {}
        """How many files of each other ending were not looked into, by then."""
        self.notice = ""
        """A sentence, where the index cannot be kept."""
        self.index = Index()
        """Where the turns of every episode read so far are searched, by episode number."""
        self.rules: Rules | None = None
        """By what rules people are called, where somebody searches."""
        self._stdin = stdin
        self._snapshot = Snapshot(paths) if kept else None
        self._episodes: dict[int, Episode] = {}
        self._gone: dict[int, Episode] = {}
        self._numbers = Numbers()
        self._held: dict[str, _Held] = {}
        self._stopped = Event()

    def call_people(self, rules: "Rules") -> None:
        """From now on, searches know people by the names that these rules give them."""
        self.rules = rules
        self.index.name_speakers(called_by(rules, self.__getitem__))

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

    @property
    def strangers(self) -> tuple[Stranger, ...]:
        """Files that were looked into, since they end like transcripts, and that are none."""
        return tuple(stranger for held in list(self._held.values()) for stranger in held.strangers)

    def open(self, episode: Episode, other: Path | None = None) -> Loaded:
        """The whole transcript of an episode, or that in one of its `others` by itself.

        Raises PathError or FormatError.
        """
        if other is not None or not episode.others:
            return open_file(other or episode.path, self._stdin)
        files = (episode.path, *episode.others)
        parts = open_group(files, self._stdin, named=files).parts
        found = next(part for part in parts if episode.path in (part.path, *part.others))
        if isinstance(found.loaded, str):
            raise FormatError(found.loaded)
        return found.loaded

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
        found = find(self.paths)
        self.left_out, self.passed_by = found.left_out, found.passed_by
        sources = [Source.of(files) for files in joined(found.files)]
        left = [source for source in sources if self._has_changed(source)]
        old = self._held.keys() - {source.key for source in sources}
        claims = self._claims(left, old)
        claimed = {number for claim in claims.values() for number in claim.each}
        gone = tuple(sorted(n for key in old for n in self._let_go(key) if n not in claimed))
        for number in gone:
            self._forget(number)
        done, total = len(sources) - len(left), len(sources)
        if gone:
            yield Batch((), done, total, gone)
        try:
            for piece in self._read(left, found.named):
                batch = self._take(piece, claims)
                done += len(piece.contents)
                yield batch._replace(done=done, total=total)
        finally:
            self._put_away(Snapshot.save)
        if not self._episodes and self.strangers:
            self.left_out += (_no_transcript(self.strangers),)

    def _has_changed(self, source: Source) -> bool:
        earlier = self._held.get(source.key)
        return earlier is None or not source.is_as(earlier.source.stamps)

    def _claims(self, left: Sequence[Source], old: Set[str]) -> dict[str, Claim]:
        """Which numbers the episodes in what is `left` to be read may have."""
        keys = [source.key for source in left]
        free = {*old, *keys}
        others = {n for key, held in self._held.items() if key not in free for n in held.numbers}
        return dict(zip(keys, self._numbers.claim(left, self._episodes, others), strict=True))

    def _let_go(self, key: str) -> tuple[int, ...]:
        """Files are gone, or with others now: the numbers of the episodes that were in them."""
        if self._snapshot is not None:
            self._snapshot.forget(key)
        return self._held.pop(key).numbers

    def _forget(self, number: int) -> None:
        self.index.remove(number)
        self._gone[number] = self._episodes.pop(number)

    def _read(self, left: Sequence[Source], named: Set[Path]) -> Iterator[_Piece]:
        """What is in some files: out of the snapshot, or read."""
        size = sum(source.size for source in left)
        if not self._held:
            if size <= ALONE:
                self._snapshot = None  # reading it is as fast
            if self._snapshot is not None:
                restored: set[str] = set()
                for shard, contents in self._snapshot.restore(left):
                    restored.update(content.source.key for content in contents)
                    yield _Piece(contents, shard)
                left = [source for source in left if source.key not in restored]
        least, most = _LOT_BYTES
        chunk = (max(least, min(size // _LOTS, most)), _LOT_FILES)
        for lot in read_lots(left, self._stdin, named, self._stopped, chunk):
            yield _Piece(lot.contents, Shard.load(lot.shard), lot.shard)

    def _take(self, piece: _Piece, claims: Mapping[str, Claim]) -> Batch:
        """Make the episodes of a piece known, then searchable, then keep them."""
        known: list[Episode] = []
        inside: dict[int, int] = {}
        gone: list[int] = []
        for content in piece.contents:
            source, claim = content.source, claims[content.source.key]
            numbers = self._numbers.settle(source, claim, content.episodes)
            self._held[source.key] = _Held(source, tuple(numbers), content.strangers)
            known += map(_numbered, content.episodes, numbers)
            inside.update(zip(content.inside, numbers, strict=True))
            gone += (n for n in claim.each if n in self._episodes and n not in numbers)
        for number in gone:
            self._forget(number)
        # Before their turns can be found: a search asks what they are about.
        self._episodes.update((episode.number, episode) for episode in known)
        for episode in known:
            if episode.error is not None:
                self.index.remove(episode.number)
        if piece.shard is not None:
            last = max(inside, default=-1)
            self.index.attach(piece.shard, [inside.get(n) for n in range(last + 1)])
        if piece.serialized:
            kept = partial(Snapshot.keep, shard=piece.serialized, contents=piece.contents)
            self._put_away(kept)
        return Batch(tuple(known), 0, 0, tuple(gone))

    def _put_away(self, write: Callable[[Snapshot], None]) -> None:
        """Write to the snapshot, if there is one; where that cannot be, there is none any more."""
        if self._snapshot is not None:
            try:
                write(self._snapshot)
            except PathError as error:
                self._snapshot, self.notice = None, error.message


def _numbered(episode: Episode, number: int) -> Episode:
    return replace(episode, number=number)


def _no_transcript(strangers: Sequence[Stranger]) -> PathError:
    if len(strangers) == 1:
        path, reason = strangers[0]
        return PathError(f"{harmless_path(path)} {reason}")
    return PathError(f"None of the {len(strangers):,} files that might be transcripts is one.")
