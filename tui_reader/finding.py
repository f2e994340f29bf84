"""Which files a person means: folders walked, endings looked at, `FILE@12:34` taken apart."""

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.errors import PathError, QueryError
from tui_reader.harmless import harmless_path
from tui_reader.timecode import parse_clock
from tui_reader.unpacking import ENDINGS

__all__ = [
    "STDIN",
    "Found",
    "check",
    "check_paths",
    "find",
    "sample_library",
    "split_time",
    "transcript_suffix",
]

STDIN: Final = Path("-")
"""The path that stands for standard input."""

_KNOWN_TO_MOST: Final = (".vtt", ".srt", ".json", ".md", ".txt")
_SKIPPED: Final = frozenset({"node_modules", "__pycache__"})
_NUMBERS: Final = re.compile(r"(\d+)")
_TIMED: Final = re.compile(r"(?P<path>.+)@(?P<time>[\d:.,]+)", re.DOTALL)


class Found(NamedTuple):
    """The files that were found, in natural order, and what had to be left out and why.

    `named` are those of the files that were not found in a folder, but asked for one by one.
    `passed_by` counts the files of each other ending that the folders hold, hidden ones aside.
    """

    files: tuple[Path, ...]
    left_out: tuple[PathError, ...]
    named: frozenset[Path]
    passed_by: Mapping[str, int]


def find(paths: Sequence[Path]) -> Found:
    """Every transcript that `paths` name or hold.

    A file that is named is taken whatever it is called; in a folder the ending decides. Nothing is
    found twice. Never fails: what cannot be walked is in `left_out`, in the order it was met.
    """
    walk = _Walk()
    files: dict[str, Path] = {}
    for path in walk.all(paths):
        files.setdefault(os.path.abspath(path), path)
    named = frozenset(files[os.path.abspath(path)] for path in walk.named)
    return Found(tuple(files.values()), tuple(walk.left_out), named, walk.passed_by)


def check(paths: Sequence[Path]) -> None:
    """Make sure that there is something to read, looking no further than the first file.

    Raises PathError for a path that is not there, and where `paths` hold no transcript at all.
    """
    check_paths(paths)
    walk = _Walk()
    if next(walk.all(paths), None) is None and walk.left_out:
        raise walk.left_out[0]


def check_paths(paths: Sequence[Path]) -> None:
    """Make sure that every path is there, whatever is in it; raises PathError."""
    for path in paths:
        if path != STDIN:
            _status(path)


def transcript_suffix(path: Path | str) -> str:
    """The ending of a file's name in small letters, for a packed file that of what is inside.

    `.vtt` for `talk.VTT` and for `talk.vtt.gz`.
    """
    stem, suffix = os.path.splitext(path)
    if suffix.lower() in ENDINGS:
        suffix = os.path.splitext(stem)[1] or suffix
    return suffix.lower()


def split_time(text: str) -> tuple[Path, int | None]:
    """The file and the time, in milliseconds, that `FILE@12:34` names.

    The whole of `text` is the path where such a file exists, or where no time follows. Raises
    QueryError for a file that exists with a time that does not.
    """
    match = _TIMED.fullmatch(text)
    if match is None or os.path.lexists(text):
        return Path(text), None
    time = parse_clock(match["time"])
    if time is None and os.path.exists(match["path"]):
        raise QueryError(
            f"{match['time']} is not a time: write it like 12:34 or 1:02:03.", match.start("time")
        )
    return (Path(text), None) if time is None else (Path(match["path"]), time)


def sample_library() -> Path:
    """The folder of sample episodes: inside an installed package, else beside it in a checkout."""
    package = Path(__file__).parent
    inside = package / "assets" / "library"
    return inside if inside.is_dir() else package.parent / "assets" / "library"


class _Walk:
    """One walk over folders: remembers where it has been, so that links cannot lead in circles."""

    def __init__(self) -> None:
        self.left_out: list[PathError] = []
        self.named: list[Path] = []
        self.passed_by: Counter[str] = Counter()
        self._been: set[tuple[int, int]] = set()
        self._looked_at = 0

    def all(self, paths: Sequence[Path]) -> Iterator[Path]:
        """The transcripts that `paths` name or hold, as they are met."""
        for path in paths:
            if path == STDIN or not os.path.isdir(path):
                yield from self._named(path)
                continue
            yield from self._whole_folder(path)

    def _whole_folder(self, folder: Path) -> Iterator[Path]:
        self._looked_at = 0
        before = len(self._been), len(self.left_out)
        found = None
        for found in self._folder(folder):
            yield found
        walked = len(self._been) > before[0] and len(self.left_out) == before[1]
        if walked and found is None:
            self.left_out.append(_no_transcript(folder, self._looked_at))

    def _named(self, path: Path) -> Iterator[Path]:
        try:
            if path != STDIN:
                _status(path)
            self.named.append(path)
            yield path
        except PathError as error:
            self.left_out.append(error)

    def _folder(self, folder: Path) -> Iterator[Path]:
        pending = [(str(folder), True)]
        while pending:
            path, is_folder = pending.pop()
            if is_folder:
                pending += reversed(self._entries(path))
                continue
            self._looked_at += 1
            if _ends_like_one(path):
                yield Path(path)
            else:
                self.passed_by[transcript_suffix(path)] += 1

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        """The files and folders inside `folder` that are looked at: where, and whether a folder."""
        try:
            here = os.stat(folder)
            if (here.st_dev, here.st_ino) in self._been:
                return []
            self._been.add((here.st_dev, here.st_ino))
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: _natural(entry.name))
        except OSError as error:
            self.left_out.append(_unreadable(Path(folder), error))
            return []
        looked_at = []
        for entry in entries:
            if not entry.name.startswith(".") and entry.name not in _SKIPPED:
                is_folder = _is_folder(entry)
                if is_folder is not None:
                    looked_at.append((entry.path, is_folder))
                elif entry.is_symlink() and _ends_like_one(entry.path):
                    self.left_out.append(_dead(Path(entry.path)))
        return looked_at


def _ends_like_one(path: str) -> bool:
    """Whether the ending of a file is one that transcripts have."""
    from tui_reader.formats import suffixes  # every format, which the first frame needs not

    return transcript_suffix(path) in suffixes()


def _is_folder(entry: os.DirEntry[str]) -> bool | None:
    """Whether `entry` is a folder or a file; None for what is neither, as pipes and dead links."""
    try:
        return True if entry.is_dir() else False if entry.is_file() else None
    except OSError:  # a link to itself
        return None


def _natural(name: str) -> list[tuple[int, str]]:
    """A sorting key that has `2` before `10`, and capitals beside small letters."""
    parts = _NUMBERS.split(name.casefold())
    return [(int(part), "") if n % 2 else (0, part) for n, part in enumerate(parts)]


def _status(path: Path) -> None:
    """Make sure that `path` is there; raises PathError where it is not."""
    try:
        os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        if os.path.islink(path):
            raise _dead(path) from None
        raise PathError(f"There is no {harmless_path(path)}.{_near(path)}") from None
    except (OSError, ValueError) as error:
        raise _unreadable(path, error) from None


def _dead(link: Path) -> PathError:
    return PathError(f"{harmless_path(link)} leads to a file that is not there.")


def _near(path: Path) -> str:
    """A question that offers what is called about like `path` and does exist, if anything is."""
    from difflib import get_close_matches

    try:
        beside = os.listdir(path.parent)
    except OSError:
        return ""
    near = get_close_matches(path.name, beside, n=1, cutoff=0.7)
    return f" Did you mean {harmless_path(path.parent / near[0])}?" if near else ""


def _no_transcript(folder: Path, looked_at: int) -> PathError:
    if not looked_at:
        reason = "there is no file in it"
    elif looked_at == 1:
        reason = f"the only file in it has no ending {_endings()}"
    else:
        reason = f"none of the {looked_at:,} files in it has an ending {_endings()}"
    return PathError(f"There is no transcript in {harmless_path(folder)}: {reason}.")


def _endings() -> str:
    """Some endings of transcripts: all of them would be more than anybody reads."""
    from tui_reader.formats import suffixes

    *most, last = (suffix for suffix in _KNOWN_TO_MOST if suffix in suffixes())
    return f"such as {', '.join(most)} or {last}"


def _unreadable(path: Path, error: OSError | ValueError) -> PathError:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return PathError(f"{harmless_path(path)} cannot be read: {reason}.")
