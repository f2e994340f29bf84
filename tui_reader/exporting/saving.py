"""Where what is exported goes: a name for the file, and never over anything by itself."""

from collections.abc import Iterable, Iterator
from itertools import count
from pathlib import Path

from tui_reader.errors import PathError
from tui_reader.exporting.base import Form
from tui_reader.filename import bare_stem
from tui_reader.finding import STDIN
from tui_reader.harmless import harmless_path
from tui_reader.writing import unwritable, write_whole

__all__ = ["AlreadyThere", "default_folder", "file_names", "save"]


class AlreadyThere(PathError):  # noqa: N818
    """There is a file of that name, and nobody has said that it may go."""


def file_names(source: Path, form: Form) -> Iterator[str]:
    """Names for what is made of `source`: its own with the ending of `form`, then with numbers."""
    stem = "transcript" if source == STDIN else bare_stem(source)
    yield f"{stem}{form.suffix}"
    for number in count(2):
        yield f"{stem} {number}{form.suffix}"


def default_folder(library: Iterable[Path]) -> Path:
    """Where an export goes when nothing else is said: the current folder, or the home folder.

    Not where the transcripts are themselves: there it would become one of them.
    """
    try:
        here = Path.cwd()
    except OSError:  # it has been deleted meanwhile
        return Path.home()
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in library]
    inside = any(here == folder or folder in here.parents for folder in folders)
    return Path.home() if inside else here


def save(text: str, file: Path, source: Path, *, force: bool = False) -> None:
    """Write `text` into `file`, whole or not at all; raises PathError.

    Raises AlreadyThere for a file that is there, unless it may go by `force`. The `source` never
    goes.
    """
    shown = harmless_path(file)
    try:
        if file.is_dir():
            raise PathError(f"{shown} is a folder.")
        if file.exists() or file.is_symlink():
            if source != STDIN and source.exists() and file.exists() and file.samefile(source):
                raise PathError(f"{shown} is the transcript itself: choose another name.")
            if not force:
                raise AlreadyThere(f"{shown} is there already.")
        write_whole(file, text.encode("utf-8", "replace"), lasting=True)
    except (OSError, ValueError) as error:
        raise unwritable(file, error) from error
