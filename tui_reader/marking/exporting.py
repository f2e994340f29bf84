"""The files that marks and notes are exported to, none of which anybody loses a word by.

A file that is written here ends with a line that tells so, and what was written. As long as nobody
has changed it since, it is replaced; any other is left alone, unless that is asked for.
"""

import os
import re
import unicodedata
from collections.abc import Sequence
from hashlib import blake2s
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.errors import PathError
from tui_reader.harmless import harmless_line, harmless_path
from tui_reader.marking.listing import Group
from tui_reader.marking.markdown import all_markdown, episode_markdown
from tui_reader.writing import unwritable, write_whole

__all__ = ["Export", "export", "file_name", "is_one_file"]

_SUFFIX: Final = ".md"
_ONE: Final = frozenset({".md", ".markdown", ".txt"})
_LONGEST: Final = 100
_UNSAFE: Final = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_TAKEN: Final = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)", re.IGNORECASE)
_SEAL: Final = re.compile(r"\n<!-- tui-reader notes ([0-9a-f]{16}) -->\n\Z")


class Export(NamedTuple):
    """Where marks and notes went: a file, or a folder with so many `files`."""

    place: Path
    files: int


def is_one_file(place: Path) -> bool:
    """Whether a place is meant for one file: it is one, or is called like one."""
    looks_so = place.suffix.lower() in _ONE
    return os.path.isfile(place) or (looks_so and not os.path.isdir(place))


def export(groups: Sequence[Group], place: Path, *, one: bool, force: bool = False) -> Export:
    """Write `groups` into `one` file at `place`, or each into its own in that folder.

    Raises PathError, before anything is written, where a file would lose what it holds, or stand
    among the transcripts as if it were one. With `force` it may.
    """
    if one:
        texts = {place: all_markdown(groups)}
    else:
        names = _names(groups)
        texts = {
            place / name: episode_markdown(group) for name, group in zip(names, groups, strict=True)
        }
    transcripts = {
        os.path.realpath(entry.identity.path) for group in groups for entry in group.entries
    }
    for file in texts:
        if os.path.realpath(file) in transcripts:
            raise PathError(f"{harmless_path(file)} is the transcript itself: choose another name.")
        _check(file, force=force)
        if not force:
            _check_folder(file, groups)
    for file, text in texts.items():
        try:
            write_whole(file, _sealed(text).encode("utf-8", "replace"), lasting=True)
        except OSError as error:
            raise unwritable(file, error) from error
    return Export(place, len(texts))


def file_name(title: str) -> str:
    """A name for a file about something with this `title`, which every system takes."""
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", harmless_line(title)))
    name = " ".join(name.split()).strip(" .-")
    while len(name.encode("utf-8", "replace")) > _LONGEST:
        name = name[:-1].rstrip(" .-")
    name = name or "episode"
    return f"{name}_" if _TAKEN.fullmatch(name.partition(".")[0]) else name


def _names(groups: Sequence[Group]) -> list[str]:
    """The names of the files, no two of them alike however a file system compares names."""
    names: list[str] = []
    taken: set[str] = set()
    for group in groups:
        name, number = file_name(group.title), 2
        unique = name
        while unique.casefold() in taken:
            unique, number = f"{name} {number}", number + 1
        taken.add(unique.casefold())
        names.append(unique + _SUFFIX)
    return names


def _check(file: Path, *, force: bool) -> None:
    """Make sure that nothing is lost by writing a file."""
    try:
        if file.is_dir():
            raise PathError(f"{harmless_path(file)} is a folder.")
        if file.exists() and not file.is_file():  # to read a pipe would wait for ever
            raise PathError(f"{harmless_path(file)} is no file.")
        if force or not file.exists():
            return
        before = file.read_bytes().decode("utf-8", "replace")
    except OSError as error:
        raise unwritable(file, error) from error
    if not _is_ours(before):
        raise PathError(
            f"{harmless_path(file)} holds something else, or was changed: it stays as it is."
        )


def _check_folder(file: Path, groups: Sequence[Group]) -> None:
    """Make sure that a file does not come to stand beside the transcripts it is about."""
    folder = Path(os.path.abspath(file)).parent
    if any(entry.identity.path.parent == folder for group in groups for entry in group.entries):
        raise PathError(
            f"{harmless_path(folder)} holds the transcripts themselves: choose another place."
        )


def _sealed(text: str) -> str:
    return f"{text}\n<!-- tui-reader notes {_sum(text)} -->\n"


def _is_ours(content: str) -> bool:
    """Whether a file was written here and is still as it was."""
    seal = _SEAL.search(content)
    if seal is None:
        return False
    return seal[1] == _sum(content[: seal.start()].replace("\r\n", "\n"))


def _sum(text: str) -> str:
    return blake2s(text.encode("utf-8", "replace"), digest_size=8).hexdigest()
