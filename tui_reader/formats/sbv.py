"""SBV: the captions that YouTube's editor writes, two times on a line and words below."""

import re
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.stamps import STAMP, Stamp, stamp
from tui_reader.formats.captions.styled import styled
from tui_reader.formats.captions.timed import Timing, checked, said
from tui_reader.formats.captions.voices import voiced
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["FORMAT"]

_TIMING: Final = pattern(rf"{STAMP}[ \t]*+,[ \t]*+{STAMP}", re.ASCII)
_STANDARD: Final = pattern(r"\d{1,3}:\d\d:\d\d\.\d{3},\d{1,3}:\d\d:\d\d\.\d{3}", re.ASCII)
_SURE: Final = 0.92
_LOOKED_AT: Final = 400
_SHARE: Final = 8  # at least one line in so many holds times


def _sniff(head: str) -> float:
    lines = [line for line in map(str.strip, head.split("\n")) if line][:_LOOKED_AT]
    times = sum(line[0].isdigit() and _STANDARD.fullmatch(line) is not None for line in lines)
    if not times or times * _SHARE < len(lines):
        return 0.0
    return _SURE if times > 1 or _STANDARD.fullmatch(lines[0]) else 0.0


def _parse(text: str) -> Transcript:
    report = Report()
    lines = text.split("\n")
    found = [(at, read) for at, line in enumerate(lines) if "," in line and (read := _timing(line))]
    cues = _untimed(lines[: found[0][0]] if found else lines, report)
    ends = [at for at, _ in found[1:]] + [len(lines)]
    for (at, read), end in zip(found, ends, strict=False):
        times = checked(read, lines[at], at + 1, report)
        body = "\n".join(lines[at + 1 : end]).rstrip().replace("[br]", "\n").split("\n")
        cues += said(times, body, at + 1, report)
    return Transcript(turns=assemble(voiced(cues)), problems=report.problems())


def _timing(line: str) -> Timing | None:
    """The two times on `line`; None where it holds anything else."""
    line = line.strip()
    match = _TIMING.fullmatch(line)
    if match is not None:
        groups = match.groups()
        start, end = stamp(*groups[:5]), stamp(*groups[5:])
        if start and end and start.clear and end.clear:
            return Timing(start.ms, end.ms, is_standard=bool(_STANDARD.fullmatch(line)))
    if " " in line or line.count(":") < 3:
        return None
    before, _, after = line.partition(",")
    start, end = Stamp.read(before), Stamp.read(after)
    if (start is None and end is None) or ":" not in after:
        return None
    return Timing(start.ms if start else None, end.ms if end else None, is_broken=True)


def _untimed(lines: list[str], report: Report) -> list[Cue]:
    """What stands above the first time."""
    at = next((n for n, line in enumerate(lines) if line.strip()), None)
    if at is None:
        return []
    words = "\n".join(lines[at:])
    report.tell(at + 1, f"words above the first time kept without one: {quoted(words)}")
    return styled(None, None, words, at + 1)


FORMAT: Final = Format(
    name="sbv",
    title="YouTube's SBV",
    suffixes=(".sbv",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "0:00:01.000,0:00:03.200\nIs the kettle on?\nIt is cold.\n\n"
            "0:00:03.400,0:00:05.000\n>> I would like some tea.\n",
            turns=2,
        ),
        Sample(
            "0:00:01.000,0:00:02.000\nADA: Who has[br]the map?\n\n"
            "0:00:02.000,0:00:03.000\nBEN: You have.\n\n"
            "0:00:03.000,0:00:04.000\nADA: Have I?\n\nI have.\n",
            turns=3,
            speakers=("ADA", "BEN"),
            problems=1,
        ),
        Sample(
            "0:00:01.0x0,0:00:02.000\nKept words.\n\n0:00:02.000,0:00:03.000\nOthers.\n\n"
            "0:00:05.000,0:00:04.000\nBackwards.\n",
            turns=2,
            problems=2,
        ),
    ),
)
