"""One file of a library, read: by whoever wants it whole, and by the workers that index it."""

from pathlib import Path

from tui_reader.errors import ReaderError
from tui_reader.finding import STDIN
from tui_reader.harmless import harmless_line
from tui_reader.library.episode import Episode, summarise
from tui_reader.loading import Loaded, load, load_bytes

__all__ = ["open_file", "survey", "try_file"]


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
