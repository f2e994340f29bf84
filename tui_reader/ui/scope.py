"""Where a search looks."""

from __future__ import annotations

from enum import Enum

__all__ = ["Scope"]


class Scope(Enum):
    """What is searched."""

    EPISODE = "episode"
    LIBRARY = "library"

    @property
    def short(self) -> str:
        """Its name where there is little room."""
        return "lib" if self is Scope.LIBRARY else "ep"

    @property
    def other(self) -> Scope:
        """The other one."""
        return Scope.LIBRARY if self is Scope.EPISODE else Scope.EPISODE
