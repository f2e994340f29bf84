"""What a person has chosen: the settings, as `config.toml` has them."""

import os

from tui_reader.config.settings import FILE_NAME, Settings
from tui_reader.folders import config_folder

__all__ = ["FILE_NAME", "Settings", "load"]


def load() -> Settings:
    """The settings of whoever runs this, with their problems; without a file, those of nobody."""
    if not os.path.lexists(config_folder() / FILE_NAME):
        return Settings()  # at no cost, since most people have none
    from tui_reader.config import loading

    return loading.load()
