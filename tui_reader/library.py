"""A library: the episodes that some paths hold, read in the background and searchable meanwhile.

    library = Library([Path("podcasts")])
    for batch in library.build():      # in a thread of its own
        show(batch.episodes)           # light; the text stays on disk and in the index
    library.open(episode)              # the whole transcript, read again when it is wanted

`build` is the only slow thing here. It runs in one thread; everything else may be called from
another meanwhile.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event
from typing import NamedTuple

from tui_reader.errors import PathError, ReaderError
from tui_reader.finding import STDIN, find
from tui_reader.harmless import harmless_line
from tui_reader.index import Abandoned, Index, Prepared, prepare
from tui_reader.loading import Loaded, load, load_bytes
from tui_reader.model import Metadata
from tui_reader.speakers import Share, shares
from tui_reader.workers import each

__all__ = [
    "Batch",
    "Episode",
    "Library",
    "lost_episode",
    "open_file",
    "summarise",
    "survey",
    "try_file",
]


@dataclass(frozen=True, slots=True)
class Episode:
    """What the list says about a transcript, without its text.

    `number` is the place of its file in the library, from 0, and its id in the index. `metadata`
    comes without the description. `turns` and `problems` are counts, `duration` is in
    milliseconds. `error` says why it could not be read; the rest is empty then.
    """

    number: int
    path: Path
    format: str = ""
    metadata: Metadata = field(default_factory=Metadata)
    duration: int | None = None
    shares: tuple[Share, ...] = ()
    turns: int = 0
    timed: bool = False
    problems: int = 0
    error: str | None = None

    @property
    def reason(self) -> str:
        """Why it could not be read, where its path need not be named again."""
        return (self.error or "").removeprefix(f"{harmless_line(str(self.path))} ")

    @property
    def title(self) -> str:
        """Its title, or the name of the file where there is none."""
        return self.metadata.title or harmless_line(self.path.name)


class Batch(NamedTuple):
    """Episodes just read, in the order of their numbers, and how many of how many are done."""

    episodes: tuple[Episode, ...]
    done: int
    total: int


class Library:
    """The transcripts that `paths` name or hold; `stdin` is the content of the path `-`."""

    def __init__(self, paths: Sequence[Path], stdin: bytes | None = None) -> None:
        self.paths = tuple(paths)
        self.left_out: tuple[PathError, ...] = ()
        """Folders that could not be walked, and paths that are gone; known once `build` began."""
        self.index = Index()
        """Where the turns of every episode read so far are searched, by episode number."""
        self._stdin = stdin
        self._episodes: dict[int, Episode] = {}
        self._stopped = Event()

    @property
    def episodes(self) -> list[Episode]:
        """Those read so far, in the order of their files."""
        return sorted(self._episodes.values(), key=lambda episode: episode.number)

    def __len__(self) -> int:
        return len(self._episodes)

    def __getitem__(self, number: int) -> Episode:
        """The episode with this number; KeyError as long as it is not read."""
        return self._episodes[number]

    def open(self, episode: Episode) -> Loaded:
        """The whole transcript of an episode; raises PathError or FormatError."""
        return open_file(episode.path, self._stdin)

    def build(self) -> Iterator[Batch]:
        """Read and index every file, in batches as they are done.

        Numbers follow the order of the files, batches need not. Ends early when `close` is called
        or the iterator is closed, and leaves no process behind.
        """
        files, self.left_out = find(self.paths)
        task = partial(_read, stdin=self._stdin)
        for results in each(task, enumerate(files), self._stopped, lost=_lost):
            batch = tuple(episode for episode, _ in results)
            try:
                for episode, prepared in results:
                    if prepared is not None:
                        self.index.add(episode.number, prepared)
            except Abandoned:
                return
            self._episodes.update((episode.number, episode) for episode in batch)
            yield Batch(batch, len(self._episodes), len(files))

    def close(self) -> None:
        """End `build`, from any thread, and free the index: no batch comes, the workers go."""
        self._stopped.set()
        self.index.close()


def open_file(path: Path, stdin: bytes | None = None) -> Loaded:
    """The transcript in a file, or in `stdin` for the path `-`; raises PathError or FormatError."""
    return load_bytes(stdin or b"", path) if path == STDIN else load(path)


def try_file(path: Path, stdin: bytes | None = None) -> Loaded | str:
    """The transcript in a file, or a sentence that says why there is none. Raises nothing."""
    try:
        return open_file(path, stdin)
    except ReaderError as error:
        return error.message
    except Exception as error:  # a slip in one format costs this file, never the whole library
        name = harmless_line(str(path))
        return f"{name} made the reader stumble ({type(error).__name__}: {error})."


def survey(number: int, path: Path, stdin: bytes | None = None) -> Episode:
    """The episode in a file; one that cannot be read says so in `error`. Raises nothing."""
    return summarise(number, path, try_file(path, stdin))


def lost_episode(number: int, path: Path) -> Episode:
    """What stands in for an episode that took the process down that read it."""
    name = harmless_line(str(path))
    return Episode(number, path, error=f"{name} made the process that read it break down.")


def _read(number: int, path: Path, stdin: bytes | None) -> tuple[Episode, Prepared | None]:
    """What a worker makes of a file: an episode, and its turns ready for the index."""
    loaded = try_file(path, stdin)
    prepared = None if isinstance(loaded, str) else prepare(loaded.transcript.turns)
    return summarise(number, path, loaded), prepared


def _lost(number: int, path: Path) -> tuple[Episode, Prepared | None]:
    return lost_episode(number, path), None


def summarise(number: int, path: Path, loaded: Loaded | str) -> Episode:
    """The episode that was loaded, or that could not be for the reason given."""
    if isinstance(loaded, str):
        return Episode(number, path, error=loaded)
    transcript = loaded.transcript
    return Episode(
        number=number,
        path=path,
        format=loaded.format,
        metadata=replace(transcript.metadata, description=""),
        duration=transcript.duration,
        shares=shares(transcript),
        turns=len(transcript.turns),
        timed=transcript.timed,
        problems=len(transcript.problems),
    )
