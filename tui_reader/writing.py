"""Files that are written whole or not at all, whoever else reads or writes them."""

import errno
import os
import stat
from contextlib import suppress
from itertools import count
from pathlib import Path

from tui_reader.errors import PathError
from tui_reader.harmless import harmless_path

__all__ = ["unwritable", "write_whole"]


def write_whole(file: Path, content: bytes, *, lasting: bool = False) -> None:
    """Put `content` into a file, making its folder; raises OSError, nothing half done then.

    A link stays one: what it leads to is written. A file keeps its permissions; one that may not be
    written is not, and neither are pipes and devices. Where it is to be `lasting`, it is on the
    disk when this returns: a power cut takes away neither what is there now nor what was before.
    """
    target = Path(os.path.realpath(file))
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = _mode(target)
    draft, number = _draft(target.parent)
    try:
        with open(number, "wb") as out:
            out.write(content)
            if mode is not None:
                os.chmod(draft, mode)
            if lasting:
                out.flush()
                os.fsync(number)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def unwritable(path: Path, error: OSError | ValueError) -> PathError:
    """What to raise where a file or folder cannot be written because of `error`."""
    reason = error.strerror if isinstance(error, OSError) else error
    return PathError(f"{harmless_path(path)} cannot be written: {reason}.")


def _mode(target: Path) -> int | None:
    """The permissions of what is there, None where nothing is; raises OSError if it has to stay."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(mode):
        raise OSError(errno.EINVAL, "It is no file")
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return stat.S_IMODE(mode)


def _draft(folder: Path) -> tuple[Path, int]:
    """A new file in `folder` that nobody else has, open to be written."""
    # Its name is short, since that of the file may be as long as can be.
    numbers = count()
    while True:
        draft = folder / f".tui-reader-{os.getpid()}-{next(numbers)}"
        with suppress(FileExistsError):
            return draft, os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
