"""What is told about a file of captions: each thing once, and no more than anyone would read."""

from typing import Final

from tui_reader.model import Problem

__all__ = ["Report", "quoted"]

_TOLD: Final = 100  # problems of one file that are told one by one
_SHOWN: Final = 60  # characters of a text that are quoted


class Report:
    """Collects what was met in a file: single problems, and quirks that come again and again."""

    def __init__(self) -> None:
        self._single: list[Problem] = []
        self._untold = 0
        self._quirks: dict[tuple[str, str], tuple[int, int]] = {}

    def tell(self, line: int, message: str) -> None:
        """Something that happened on `line`."""
        if len(self._single) < _TOLD:
            self._single.append(Problem(line, message))
        else:
            self._untold += 1

    def count(self, line: int, noun: str, quirk: str) -> None:
        """One more of a quirk: told as `3 cues without an end`, at the line of the first."""
        first, times = self._quirks.get((noun, quirk), (line, 0))
        self._quirks[noun, quirk] = first, times + 1

    def problems(self) -> tuple[Problem, ...]:
        """All that was met, in the order of the lines; a quirk stands where it was met first."""
        told = list(self._single)
        for (noun, quirk), (line, times) in self._quirks.items():
            told.append(Problem(line, f"{times} {noun}{'s' * (times > 1)} {quirk}"))
        told.sort(key=lambda problem: problem.line)
        if self._untold:
            told.append(Problem(0, f"{self._untold} more problems of the same kinds"))
        return tuple(told)


def quoted(words: str) -> str:
    """The beginning of `words` in quotation marks, on one line."""
    text = " ".join(words[: 4 * _SHOWN].split())
    cut = len(text) > _SHOWN or len(words) > 4 * _SHOWN
    return f"“{text[:_SHOWN]}{'…' * cut}”"
