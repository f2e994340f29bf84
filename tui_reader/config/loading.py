"""Finding and reading `config.toml`."""

import stat
from pathlib import Path
from typing import Final

from tui_reader.config.checking import read_settings
from tui_reader.config.settings import FILE_NAME, Settings
from tui_reader.folders import config_folder
from tui_reader.harmless import harmless_path

__all__ = ["config_file", "load"]

_LARGEST: Final = 64 * 1024
"""Bytes of a file that may still be settings."""


def config_file() -> Path:
    """Where the settings are, or would be."""
    return config_folder() / FILE_NAME


def load() -> Settings:
    """The settings of whoever runs this; those of nobody where there is no file."""
    file = config_file()
    try:
        text = _text(file)
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, ValueError) as error:
        why = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        return Settings(problems=(f"{harmless_path(file)} is not used: {why}.",))
    return read_settings(text)


def _text(file: Path) -> str:
    """What the file says; raises OSError, or ValueError with the end of a sentence."""
    about = file.stat()
    if stat.S_ISDIR(about.st_mode):
        raise ValueError("it is a folder")
    if not stat.S_ISREG(about.st_mode):
        raise ValueError("it is no file")  # and to open a pipe would wait for somebody to write
    if about.st_size > _LARGEST:
        raise ValueError(f"it is too long for settings ({about.st_size:,} bytes)")
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ValueError(f"line {line} is not in UTF-8") from None
