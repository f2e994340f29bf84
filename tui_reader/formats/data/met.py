"""What was met while a file was read, told once for each kind."""

from typing import Final

from tui_reader.model import Problem

__all__ = ["Met", "brief"]

_TOLD: Final = 40


class Met:
    """A tally of what was met and done: for each kind how often, and the first of it."""

    def __init__(self) -> None:
        self._met: dict[str, tuple[int, int, str]] = {}

    def note(self, what: str, example: str, line: int) -> None:
        """Note that `what` was met and done on `line`, with the words it was about."""
        first, count, words = self._met.get(what, (line, 0, brief(example)))
        self._met[what] = (first, count + 1, words)

    def problems(self) -> tuple[Problem, ...]:
        """One problem for each kind, with the line and the words of its first."""
        return tuple(
            Problem(line, f"{what}{f' ({count} times)' if count > 1 else ''}: “{words}”")
            for what, (line, count, words) in self._met.items()
        )


def brief(text: str) -> str:
    """`text` on one line, and no longer than a problem should quote it."""
    words = " ".join(text[: 8 * _TOLD].split())
    return words if len(words) <= _TOLD else words[: _TOLD - 1] + "…"
