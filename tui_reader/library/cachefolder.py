"""Housekeeping in the cache folder: which program wrote it, and what nobody needs any more."""

import time
from collections.abc import Collection, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Final

__all__ = ["program", "remove_older"]

_GRACE: Final = 3_600
"""Seconds that a file stays which nothing refers to: another reader may be just about to."""

_UNUSED: Final = 90 * 24 * 3_600
"""Seconds after which a folder that nobody opens any more goes."""


@cache
def program() -> str:
    """What decides how a file is read and folded: this very code, and what it stands on."""
    import sqlite3
    import sys
    import unicodedata

    versions = (sys.version, sqlite3.sqlite_version, unicodedata.unidata_version)
    code = blake2b(repr(versions).encode(), digest_size=16)
    package = Path(__file__).parents[1]
    for module in sorted(package.rglob("*.py")):
        if module.relative_to(package).parts[0] not in ("ui", "cli"):
            code.update(module.read_bytes())
    return code.hexdigest()


def remove_older(folder: Path, contents: str, wanted: Collection[str]) -> None:
    """Remove what has been lying about in `folder`, and the folders beside it that are not used.

    `contents` is the name of the file that is touched whenever a folder is used.
    """
    for path in _older(folder, _GRACE):
        if path.name != contents and path.name not in wanted:
            _remove(path)
    for other in _older(folder.parent, _UNUSED):
        if _age(other / contents) > _UNUSED:
            for path in _older(other, _UNUSED):
                _remove(path)
            _remove(other)


def _older(folder: Path, seconds: float) -> Iterator[Path]:
    try:
        found = list(folder.iterdir())
    except OSError:
        return
    yield from (path for path in found if _age(path) > seconds)


def _age(path: Path) -> float:
    """Seconds since something was last written; very many where it is not there."""
    try:
        return time.time() - path.stat().st_mtime
    except OSError:
        return float("inf")


def _remove(path: Path) -> None:
    try:
        path.rmdir() if path.is_dir() else path.unlink()
    except OSError:
        return  # not empty, not ours, or another reader was faster
