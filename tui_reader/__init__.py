"""A terminal reader for transcripts."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("tui-reader")
except PackageNotFoundError:  # run from a checkout that was never installed
    __version__ = "0+unknown"

__all__ = ["__version__"]
