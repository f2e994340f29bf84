"""What the C library does with memory that is free again."""

from typing import Final

__all__ = ["give_back_at_once"]

_MMAP_THRESHOLD: Final = -3
"""`M_MMAP_THRESHOLD` of glibc's malloc.h."""

_LARGE: Final = 1 << 18


def give_back_at_once() -> None:
    """Have large pieces of memory go back to the system as soon as they are free.

    glibc by itself learns from large pieces that come and go to keep them, and those of shards that
    pass through are as large as the shards that stay. Elsewhere nothing happens.
    """
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    except (OSError, AttributeError):
        return
