"""Where the sound of an episode is: a file beside its transcript, or what that names.

What a transcript names is text from a file: only files that are there and end as recordings do, and
addresses of the web, are ever handed to a player. `edl://…`, options and the like are neither.
"""

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from tui_reader.addresses import check_address
from tui_reader.errors import ReaderError
from tui_reader.filename import FileName
from tui_reader.finding import STDIN
from tui_reader.harmless import harmless_line
from tui_reader.model import Link, Metadata

__all__ = ["ENDINGS", "Recording", "recordings"]

_SOUND: Final = (
    *(".mp3", ".m4a", ".m4b", ".aac", ".opus", ".ogg", ".oga", ".flac", ".wav", ".wma"),
    *(".aiff", ".aif", ".mka"),
)
_VIDEO: Final = (".mp4", ".m4v", ".mkv", ".webm", ".mov", ".ogv", ".avi", ".mpg", ".mpeg")
ENDINGS: Final = (*_SOUND, *_VIDEO)
"""What recordings end in; of several beside a transcript the first is taken."""

_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_LOCAL: Final = re.compile(r"file:", re.IGNORECASE)
_PAGES: Final = frozenset({"youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com"})
"""Sites whose pages have a video in them that a player has to look for."""


class Recording(NamedTuple):
    """The sound of an episode: `address` is the absolute path of a file, or leads into the web."""

    address: str

    @property
    def is_remote(self) -> bool:
        """Whether somebody elsewhere would know that it is listened to."""
        return _WEB.match(self.address) is not None

    @property
    def host(self) -> str:
        """Where in the web it is; nothing for a file."""
        return (urlsplit(self.address).hostname or "") if self.is_remote else ""

    @property
    def is_page(self) -> bool:
        """Whether it is the page of a video, in which the player needs help to find that."""
        return ".".join(self.host.rsplit(".", 2)[-2:]) in _PAGES

    @property
    def name(self) -> str:
        """What it is called in a sentence."""
        path = urlsplit(self.address).path if self.is_remote else self.address
        name = harmless_line(os.path.basename(unquote(path) if self.is_remote else path))
        if not self.is_remote:
            return name
        return f"{name} from {self.host}" if name and not self.is_page else self.host


def recordings(path: Path, metadata: Metadata, links: Sequence[Link] = ()) -> tuple[Recording, ...]:
    """The recordings of the episode whose transcript is at `path`, the best one first.

    That is a file beside it that is called the same, then what the transcript names, then a link
    that leads to a sound, and last one to a page with a video. Looks into the folder, so it is a
    thread's work. Raises ReaderError, with what was looked for, where there is none.
    """
    found = [*_beside(path)]
    trouble = ""
    if metadata.recording:
        try:
            found.append(_named(metadata.recording, path))
        except ReaderError as error:
            trouble = error.message
    linked = [Recording(link.url) for link in links if _is_address(link.url)]
    found += [link for link in linked if _ending(urlsplit(link.address).path) in ENDINGS]
    found += [link for link in linked if link.is_page]
    if not found:
        raise ReaderError(trouble or _none(path))
    return tuple(dict.fromkeys(found))


def _none(path: Path) -> str:
    if path == STDIN:
        return "No recording is known: the transcript names none."
    name = harmless_line(FileName.of(path).bare)
    return (
        f"No recording is known: there is no {name}.mp3 (or .m4a, .ogg, .wav, .mp4 …) beside the "
        "transcript, and it names none."
    )


def _beside(path: Path) -> Iterator[Recording]:
    """The recordings in the folder of `path` that are called as it is; where it is called
    after that, any one there."""
    if path == STDIN:
        return
    folder = os.path.dirname(os.path.abspath(path))
    try:
        with os.scandir(folder) as entries:
            media = [e.name for e in entries if _ending(e.name) in ENDINGS and e.is_file()]
    except OSError:
        return
    own = FileName.of(path)
    same = [name for name in media if FileName.of(os.path.join(folder, name)).key == own.key]
    if not same and own.bare == os.path.basename(folder) and len(media) == 1:
        same = media
    same.sort(key=lambda name: (ENDINGS.index(_ending(name)), name))
    same.sort(key=lambda name: os.path.splitext(name)[0] != own.stem)
    yield from (Recording(os.path.join(folder, name)) for name in same)


def _named(text: str, path: Path) -> Recording:
    """The recording that a transcript names; raises ReaderError where that cannot be played."""
    if _WEB.match(text):
        check_address(text)
        return Recording(text)
    folder = os.path.dirname(os.path.abspath(path))
    for name in _paths(text):
        file = os.path.abspath(os.path.join(folder, name))
        if _ending(file) in ENDINGS and _is_file(file):
            return Recording(file)
    raise ReaderError(f"The recording that the transcript names is not here: {harmless_line(text)}")


def _paths(text: str) -> Iterator[str]:
    """What path `text` may mean: what stands on a page may be written as in an address."""
    if _LOCAL.match(text):
        try:
            parts = urlsplit(text)
        except ValueError:
            return
        if parts.netloc in ("", "localhost"):
            yield unquote(parts.path)
        return
    yield text
    if "%" in text:
        yield unquote(text)


def _is_file(path: str) -> bool:
    try:
        return os.path.isfile(path)
    except ValueError:  # a name that no file can have
        return False


def _is_address(url: str) -> bool:
    if not _WEB.match(url):
        return False
    try:
        check_address(url)
    except ReaderError:
        return False
    return True


def _ending(path: str) -> str:
    return os.path.splitext(path)[1].lower()
