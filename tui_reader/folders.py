"""The folders in which the reader keeps what belongs to a person, apart from their transcripts.

On every system `XDG_CONFIG_HOME`, `XDG_DATA_HOME` and `XDG_STATE_HOME` are respected where they are
set (XDG Base Directory Specification 0.8); else each is where the system has such things.
"""

import os
from pathlib import Path
from typing import Final

__all__ = ["config_folder", "data_folder", "state_folder"]

_NAME: Final = "tui-reader"


def config_folder() -> Path:
    """What a person writes by hand: settings, and who is who."""
    from platformdirs import user_config_path

    return _asked("CONFIG") or user_config_path(_NAME, appauthor=False)


def data_folder() -> Path:
    """What a person has made here and wants to keep: marks, notes, what they have read."""
    from platformdirs import user_data_path

    return _asked("DATA") or user_data_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """What makes the next start like the last: places, searches, the layout."""
    from platformdirs import user_state_path

    return _asked("STATE") or user_state_path(_NAME, appauthor=False)


def _asked(kind: str) -> Path | None:
    """The folder that the environment names; what is not absolute counts as not set."""
    home = os.environ.get(f"XDG_{kind}_HOME", "")
    return Path(home) / _NAME if os.path.isabs(home) else None
