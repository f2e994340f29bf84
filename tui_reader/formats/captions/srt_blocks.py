"""SubRip taken apart into cues, whatever is missing between them.

A cue begins at its number, or at its time where it has none, and goes on to the next one. A person
who copies such a file by hand keeps every word in it, with its time or without: so does this.
"""

from collections.abc import Iterator, Sequence

from tui_reader.formats.captions.numbering import Numbered, as_number, numbered
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.srt_lines import timing
from tui_reader.formats.captions.styled import styled
from tui_reader.formats.captions.timed import UNTIMED, checked, said
from tui_reader.turns import Cue

__all__ = ["read_srt"]


def read_srt(text: str, report: Report) -> list[Cue]:
    """The cues of `text`, one for each voice in them; what was odd goes into `report`."""
    lines, numbers = _lines(text)
    found = [
        (at, read)
        for at, line in enumerate(lines)
        if (">" in line or "→" in line or "&gt;" in line) and (read := timing(line))
    ]
    begins = numbered(lines, [at for at, _ in found])
    begins.append(Numbered(len(lines)))
    cues = _untimed(lines, numbers, begins[0].begins, report)
    for (at, read), begin, following in zip(found, begins, begins[1:], strict=False):
        if begin.name and not any(map(str.isdigit, begin.name)):
            name = quoted(begin.name)
            report.tell(numbers[begin.begins], f"{name} in the place of a number left out")
        times = checked(read, lines[at], numbers[at], report)
        body = lines[at + 1 : following.begins]
        while body and not body[-1].strip():
            body.pop()
        parts: list[tuple[int, Sequence[str]]] = [(0, body)]
        if "" in body:
            parts = list(_parts(body, begin.number, following.number))
        for offset, part in parts:
            line = numbers[at + offset]
            if offset:
                words = quoted(" ".join(part))
                report.tell(line, f"a cue without a time: its words kept without one: {words}")
                times = UNTIMED
            cues += said(times, part, line, report)
    return cues


def _lines(text: str) -> tuple[list[str], Sequence[int]]:
    """The lines of `text` and their numbers; a file joined on within a line begins a new one."""
    lines = text.split("\n")
    if "\ufeff" not in text:
        return lines, range(1, len(lines) + 1)
    split: list[tuple[int, str]] = []
    for number, line in enumerate(lines, start=1):
        before, mark, after = line.rpartition("\ufeff")
        if mark and before and (as_number(after) is not None or timing(after)):
            split += (number, before.replace("\ufeff", "")), (number, after)
        else:
            split.append((number, line.replace("\ufeff", "")))
    return [line for _, line in split], [number for number, _ in split]


def _untimed(lines: Sequence[str], numbers: Sequence[int], end: int, report: Report) -> list[Cue]:
    """What stands above the first time."""
    at = next((n for n, line in enumerate(lines[:end]) if line.strip()), None)
    if at is None:
        return []
    words = quoted(" ".join(lines[at:end]))
    report.tell(numbers[at], f"words above the first time kept without one: {words}")
    return styled(None, None, "\n".join(lines[at:end]), numbers[at])


def _parts(
    body: Sequence[str], number: int | None, following: int | None
) -> Iterator[tuple[int, Sequence[str]]]:
    """The text of a cue, and behind it that of others whose time is missing.

    They show by the next number standing alone behind an empty line, where the cue that follows
    goes on counting from there. Each comes with how many lines below the time its number stands.
    """
    begin = offset = 0
    for at, line in enumerate(body):
        if number is None or following == number + 1:
            break
        if at and not body[at - 1].strip() and as_number(line) == number + 1:
            yield offset, body[begin:at]
            number += 1
            begin, offset = at + 1, at + 1
    yield offset, body[begin:]
