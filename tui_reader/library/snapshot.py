"""The index of a library, kept between two runs.

In the cache folder a library has a folder of its own, named after its paths:

    contents.json     which file of the library, as it then was, is in which shard; before it, on a
                      line of its own, the seal of the program that wrote it
    ….shard           shards, each named after its content and never changed

Whatever is missing, damaged, or of another version of the program is as if it had never been
there. Everything is written beside its place and then moved there, and what nothing refers to any
more goes only after a while: so any number of readers may use one folder at once.
"""

import json
import os
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, NamedTuple

from tui_reader.errors import PathError
from tui_reader.harmless import harmless_line
from tui_reader.index.shard import Shard
from tui_reader.library.cachefolder import program, remove_older
from tui_reader.library.episode import Episode, from_json, to_json
from tui_reader.library.sources import Source, Stamp
from tui_reader.writing import write_whole

__all__ = ["Restored", "Snapshot", "is_kept"]

_CONTENTS: Final = "contents.json"

_SMALL: Final = 1_000_000
_MANY: Final = 16
"""So many shards of fewer bytes are read anew, and become one."""


class Restored(NamedTuple):
    """A shard of an earlier run. Its `episodes` by their numbers in it; None is out of date."""

    shard: Shard
    episodes: list[Episode | None]


class _Kept(NamedTuple):
    """An episode on disk: how its file was, which shard it is in, and its number in that."""

    stamp: Stamp
    shard: str
    inside: int
    values: Any


class Snapshot:
    """The snapshot of the library that `paths` hold. It is for one thread."""

    def __init__(self, paths: Sequence[Path]) -> None:
        from platformdirs import user_cache_path

        key = "\0".join(sorted(os.path.abspath(path) for path in paths))
        name = blake2b(key.encode("utf-8", "surrogateescape"), digest_size=12).hexdigest()
        self.folder = user_cache_path("tui-reader", appauthor=False) / name
        self._kept: dict[str, _Kept] = {}
        self._checksums: dict[str, int] = {}
        self._is_saved = True

    def restore(self, sources: Iterable[Source]) -> Iterator[Restored]:
        """The shards with episodes whose files are still as they were, and these episodes."""
        self._kept, self._checksums = self._contents()
        by_key = {source.key: source for source in sources}
        scattered = self._scattered()
        for name, kept in self._by_shard().items():
            good = [key for key in kept if key in by_key and by_key[key].is_as(kept[key].stamp)]
            worth = 2 * len(good) >= len(kept) and name not in scattered
            shard = self._load(name) if worth else None
            if shard is None:
                self._forget(kept)
                continue
            self._forget(kept.keys() - good)
            episodes: list[Episode | None] = [None] * (1 + max(e.inside for e in kept.values()))
            for key in good:
                source, entry = by_key[key], kept[key]
                episodes[entry.inside] = from_json(source.number, source.path, entry.values)
            yield Restored(shard, episodes)

    def keep(self, content: bytes, episodes: Sequence[tuple[Source, Episode]]) -> None:
        """Write a shard with these episodes; raises PathError where that cannot be."""
        checksum = zlib.crc32(content)
        name = f"{checksum:08x}{zlib.adler32(content):08x}{len(content):x}.shard"
        self._write(name, content)
        self._checksums[name] = checksum
        self._is_saved = False
        for inside, (source, episode) in enumerate(episodes):
            if source.stamp is not None and source.stamp.settled:
                self._kept[source.key] = _Kept(source.stamp, name, inside, to_json(episode))

    def forget(self, source: Source) -> None:
        """Keep the episode of this file no longer."""
        self._forget([source.key])

    def save(self) -> None:
        """Write down what is kept, if that has changed; raises PathError where it cannot be."""
        if self._is_saved:
            return
        names = {entry.shard for entry in self._kept.values()}
        contents = {
            "shards": {name: self._checksums[name] for name in names},
            "files": [[key, *entry] for key, entry in self._kept.items()],
        }
        written = json.dumps(contents).encode()
        self._write(_CONTENTS, _seal(written) + b"\n" + written)
        self._is_saved = True
        remove_older(self.folder, _CONTENTS, names)

    def _contents(self) -> tuple[dict[str, _Kept], dict[str, int]]:
        """What was written down; nothing, where it cannot be trusted."""
        try:
            seal, _, written = (self.folder / _CONTENTS).read_bytes().partition(b"\n")
            if seal != _seal(written):
                return {}, {}
            found = json.loads(written)
            kept = {
                key: _Kept(Stamp(*values), name, inside, episode)
                for key, values, name, inside, episode in found["files"]
            }
            checksums = dict(found["shards"])
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return {}, {}
        with suppress(OSError):  # where nothing may be written, it can still be used
            os.utime(self.folder / _CONTENTS)
        return kept, checksums

    def _by_shard(self) -> dict[str, dict[str, _Kept]]:
        shards: dict[str, dict[str, _Kept]] = {}
        for key, entry in self._kept.items():
            shards.setdefault(entry.shard, {})[key] = entry
        return shards

    def _load(self, name: str) -> Shard | None:
        """A shard by its name; None where it is gone or damaged."""
        try:
            content = (self.folder / Path(name).name).read_bytes()
            return Shard.load(content) if zlib.crc32(content) == self._checksums[name] else None
        except (OSError, ValueError, KeyError):
            return None

    def _scattered(self) -> set[str]:
        """Small shards, where so many have come together that they are better read anew."""
        small = {name for name in self._checksums if _size(self.folder / name) < _SMALL}
        return small if len(small) >= _MANY else set()

    def _forget(self, keys: Iterable[str]) -> None:
        for key in keys:
            if self._kept.pop(key, None):
                self._is_saved = False

    def _write(self, name: str, content: bytes) -> None:
        try:
            write_whole(self.folder / name, content)
        except OSError as error:
            raise PathError(
                f"The index cannot be kept for the next start: {error.strerror} "
                f"({harmless_line(str(self.folder))})."
            ) from None


def is_kept(paths: Sequence[Path]) -> bool:
    """Whether there is a snapshot of the library that `paths` hold, good or not."""
    return (Snapshot(paths).folder / _CONTENTS).exists()


def _seal(written: bytes) -> bytes:
    """What tells that this program wrote this, and that it is all there."""
    return blake2b(written, key=program().encode(), digest_size=16).hexdigest().encode()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
