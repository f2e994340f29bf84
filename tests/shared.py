"""Where the real transcripts are that some tests are run against, if they are here at all."""

import os
from pathlib import Path
from typing import Final

import pytest

__all__ = ["SHARED", "needs_shared"]

_BESIDE = Path(__file__).resolve().parents[2] / "shared"
_NAMED = os.environ.get("TUI_READER_SHARED")
_FOLDER = Path(_NAMED) if _NAMED else _BESIDE

SHARED: Final = _FOLDER if (_FOLDER / "seeds").is_dir() else None
"""The folder that holds `seeds/` and `corpus/`, or None."""


def needs_shared(path: str) -> Path:
    """The file or folder `path` inside SHARED; the test that asks is skipped without it."""
    if SHARED is None or not (SHARED / path).exists():
        pytest.skip(f"{path} is not here")
    return SHARED / path
