"""Files of a library, read: by whoever wants one whole, and by the workers that index them."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui_reader.errors import FormatError, NotATranscript, ReaderError
from tui_reader.finding import STDIN, transcript_suffix
from tui_reader.formats import shared_suffixes
from tui_reader.harmless import harmless_path
from tui_reader.library.episode import Episode, summarise
from tui_reader.library.merging import merged
from tui_reader.library.papers import is_paper
from tui_reader.loading import Loaded, load, load_bytes
from tui_reader.model import Problem

__all__ = ["Opened", "Part", "Stranger", "Survey", "open_file", "open_group", "survey", "try_file"]


class Stranger(NamedTuple):
    """A file that ends like a transcript and is none, and why."""

    path: Path
    reason: str


class Part(NamedTuple):
    """An episode in some files: its main file, the others, and what they hold together.

    `loaded` is a sentence that says why, where nothing could be read.
    """

    path: Path
    others: tuple[Path, ...]
    loaded: Loaded | str


class Opened(NamedTuple):
    """What there is in files that are called alike: mostly one episode."""

    parts: tuple[Part, ...]
    strangers: tuple[Stranger, ...] = ()


class Survey(NamedTuple):
    """The episodes in files that are called alike, by the `number` of these files."""

    number: int
    episodes: tuple[Episode, ...]
    strangers: tuple[Stranger, ...] = ()


def open_file(path: Path, stdin: bytes | None = None, *, named: bool = True) -> Loaded:
    """The transcript in a file, or in `stdin` for the path `-`; raises PathError or FormatError."""
    if path == STDIN:
        return load_bytes(stdin or b"", path)
    return load(path, named=named)


def try_file(path: Path, stdin: bytes | None = None, *, named: bool = True) -> Loaded | str:
    """The transcript in a file, or a sentence that says why there is none. Raises nothing."""
    try:
        return open_file(path, stdin, named=named)
    except ReaderError as error:
        return error.message
    except Exception as error:  # a slip in one format costs this file, never the whole library
        name = harmless_path(path)
        return f"{name} made the reader stumble ({type(error).__name__}: {error})."


def open_group(
    files: Sequence[Path], stdin: bytes | None = None, *, named: Container[Path] = ()
) -> Opened:
    """What there is in files that are called alike, of which some were `named`. Raises nothing."""
    read: list[Loaded] = []
    failed: list[tuple[Path, str]] = []
    strangers: list[Stranger] = []
    for path in files:
        found = _look_into(path, stdin, named=path == STDIN or path in named)
        if isinstance(found, Loaded):
            read.append(found)
        elif isinstance(found, Stranger):
            strangers.append(found)
        else:
            failed.append((path, found))
    if len(files) == len(read) == 1 and files[0] not in named and _is_paper(read[0]):
        return Opened((), (Stranger(files[0], "is about the folder, and no transcript."),))
    return Opened(tuple(_parts(read, failed)), tuple(strangers))


def survey(
    number: int,
    files: tuple[Path, ...],
    stdin: bytes | None = None,
    named: Container[Path] = (),
) -> Survey:
    """The episodes in files that are called alike, or why there are none. Raises nothing."""
    opened = open_group(files, stdin, named=named)
    episodes = (summarise(number, part.path, part.loaded, part.others) for part in opened.parts)
    return Survey(number, tuple(episodes), opened.strangers)


def _look_into(path: Path, stdin: bytes | None, *, named: bool) -> Loaded | Stranger | str:
    """A transcript, or a file that is none and need not be, or why there is nothing to be read."""
    if named:
        return try_file(path, stdin)
    try:
        return open_file(path, named=False)
    except NotATranscript as error:
        return _stranger(path, error)
    except FormatError as error:
        # Nobody expects words in every file of a kind that mostly holds something else.
        shared = transcript_suffix(path) in shared_suffixes()
        return _stranger(path, error) if shared else error.message
    except Exception:
        return try_file(path, named=False)


def _is_paper(loaded: Loaded) -> bool:
    return loaded.path != STDIN and is_paper(loaded.path, loaded.transcript)


def _stranger(path: Path, error: FormatError) -> Stranger:
    return Stranger(path, error.message.removeprefix(f"{harmless_path(path)} "))


def _parts(read: Sequence[Loaded], failed: Sequence[tuple[Path, str]]) -> Iterator[Part]:
    """The episodes in files, some of which could not be read: whoever reads the first is told.

    Where none could be, each of them says why.
    """
    if not read:
        yield from (Part(path, (), reason) for path, reason in failed)
        return
    first, *others = merged(read)
    told = tuple(Problem(0, f"{reason.removesuffix('.')}: read without it") for _, reason in failed)
    loaded = first.loaded
    if told:
        transcript = loaded.transcript
        transcript = replace(transcript, problems=(*told, *transcript.problems))
        loaded = replace(loaded, transcript=transcript)
    yield Part(loaded.path, (*first.others, *(path for path, _ in failed)), loaded)
    for episode in others:
        yield Part(episode.loaded.path, episode.others, episode.loaded)
