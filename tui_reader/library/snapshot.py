"""The index of a library, kept between two runs.

In the cache folder a library has a folder of its own, named after its paths:

    contents.json     which files of the library, as they then were, are which episode in which
                      shard; before it, on a line of its own, the seal of the program that wrote it
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
from tui_reader.harmless import harmless_path
from tui_reader.index.shard import Shard
from tui_reader.library.cachefolder import program, remove_older
from tui_reader.library.episode import Episode, from_json, to_json
from tui_reader.library.opening import Stranger
from tui_reader.library.sources import Source, Stamp
from tui_reader.writing import write_whole

__all__ = ["Content", "Restored", "Snapshot", "is_kept"]

_CONTENTS: Final = "contents.json"

_SMALL: Final = 1_000_000
_MANY: Final = 16
"""So many shards of fewer bytes are read anew, and become one."""


class Content(NamedTuple):
    """What is in some files: `episodes`, with their numbers `inside` of a shard, and strangers."""

    source: Source
    inside: tuple[int, ...]
    episodes: tuple[Episode, ...]
    strangers: tuple[Stranger, ...]


class Restored(NamedTuple):
    """Of an earlier run, what is in files that have not changed, and the shard it is in."""

    shard: Shard | None
    contents: list[Content]


class _Kept(NamedTuple):
    """What is in some files, on disk: how these were, and in which shard it is.

    An episode has its number in the shard, its files by their places among all, the main one first,
    and what `to_json` makes of it; a stranger its place and the reason.
    """

    stamps: tuple[Stamp, ...]
    shard: str
    episodes: list[tuple[int, list[int], Any]]
    strangers: list[tuple[int, str]]


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
        """What is in files that are still as they were, shard by shard."""
        self._kept, self._checksums = self._contents()
        by_key = {source.key: source for source in sources}
        scattered = self._scattered()
        for name, kept in self._by_shard().items():
            good = [key for key in kept if key in by_key and by_key[key].is_as(kept[key].stamps)]
            worth = 2 * len(good) >= len(kept) and name not in scattered
            shard = self._load(name) if worth and name else None
            if shard is None and name:
                self._forget(kept)
                continue
            self._forget(kept.keys() - good)
            yield Restored(shard, [_content(by_key[key], kept[key]) for key in good])

    def keep(self, shard: bytes, contents: Sequence[Content]) -> None:
        """Write a shard and what is in it; raises PathError where that cannot be.

        What could not be read is not kept, nor what may change and look the same.
        """
        good = [
            content
            for content in contents
            if content.source.settled and not any(one.error for one in content.episodes)
        ]
        name = ""
        if any(content.episodes for content in good):
            checksum = zlib.crc32(shard)
            name = f"{checksum:08x}{zlib.adler32(shard):08x}{len(shard):x}.shard"
            self._write(name, shard)
            self._checksums[name] = checksum
        for content in good:
            self._kept[content.source.key] = _kept(content, name if content.episodes else "")
            self._is_saved = False

    def forget(self, key: str) -> None:
        """Keep what is in the files with this key no longer."""
        self._forget([key])

    def save(self) -> None:
        """Write down what is kept, if that has changed; raises PathError where it cannot be."""
        if self._is_saved:
            return
        names = {entry.shard for entry in self._kept.values()} - {""}
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
                key: _Kept(tuple(Stamp(*values) for values in stamps), *entry)
                for key, stamps, *entry in found["files"]
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
                f"({harmless_path(self.folder)})."
            ) from None


def is_kept(paths: Sequence[Path]) -> bool:
    """Whether there is a snapshot of the library that `paths` hold, good or not."""
    return (Snapshot(paths).folder / _CONTENTS).exists()


def _kept(content: Content, shard: str) -> _Kept:
    files = content.source.files
    stamps = tuple(stamp for stamp in content.source.stamps if stamp)
    episodes = [
        (inside, [files.index(path) for path in (one.path, *one.others)], to_json(one))
        for inside, one in zip(content.inside, content.episodes, strict=True)
    ]
    strangers = [(files.index(path), reason) for path, reason in content.strangers]
    return _Kept(stamps, shard, episodes, strangers)


def _content(source: Source, kept: _Kept) -> Content:
    episodes = []
    for _, places, values in kept.episodes:
        path, *others = (source.files[place] for place in places)
        episodes.append(from_json(-1, path, values, tuple(others)))
    strangers = tuple(Stranger(source.files[place], reason) for place, reason in kept.strangers)
    inside = tuple(inside for inside, _, _ in kept.episodes)
    return Content(source, inside, tuple(episodes), strangers)


def _seal(written: bytes) -> bytes:
    """What tells that this program wrote this, and that it is all there."""
    return blake2b(written, key=program().encode(), digest_size=16).hexdigest().encode()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
