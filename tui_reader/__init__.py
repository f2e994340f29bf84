"""A terminal reader for transcripts."""

__all__ = ["__version__"]


def __getattr__(name: str) -> str:
    """The version, looked up when somebody asks: the look-up costs more than all other imports."""
    if name != "__version__":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("tui-reader")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0+unknown"
