"""SubRip: numbered captions with times, the oldest and most mistreated of their kind."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.report import Report
from tui_reader.formats.captions.srt_blocks import read_srt
from tui_reader.formats.captions.srt_lines import timing
from tui_reader.formats.captions.voices import voiced
from tui_reader.model import Transcript
from tui_reader.turns import assemble

__all__ = ["FORMAT"]

_SURE: Final = 0.93
_UNNUMBERED: Final = 0.58  # with a point before the fraction it may be WebVTT without its header
_LOOKED_AT: Final = 400
_SHARE: Final = 8  # at least one line in so many holds times


def _sniff(head: str) -> float:
    if "WEBVTT" in head[:16]:
        return 0.0
    lines = [line.strip(" \t\ufeff") for line in head.split("\n")]
    lines = [line for line in lines if line][:_LOOKED_AT]
    times = [at for at, line in enumerate(lines) if line[0] in "-0123456789" and _is_timing(line)]
    if not times or len(times) * _SHARE < len(lines):
        return 0.0
    first = times[0]
    if len(times) == 1 and first > 1:
        return 0.0
    if "," in lines[first] or "." not in lines[first]:
        return _SURE
    return _SURE if first and lines[first - 1].isdigit() else _UNNUMBERED


def _is_timing(line: str) -> bool:
    read = timing(line)
    return read is not None and not read.is_broken


def _parse(text: str) -> Transcript:
    report = Report()
    cues = read_srt(text, report)
    return Transcript(turns=assemble(voiced(cues)), problems=report.problems())


FORMAT: Final = Format(
    name="srt",
    title="SubRip",
    suffixes=(".srt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "1\n00:00:01,000 --> 00:00:03,200\nIs the kettle on?\n\n"
            "2\n00:00:03,400 --> 00:00:05,000\n<i>I would like</i> some {\\an8}tea.\n\n"
            "3\n00:00:09,100 --> 00:00:10,000\nIt is &amp; was.\n",
            turns=2,
        ),
        Sample(
            "0\n0:00:01,5 -> 0:00:02\nAda: Who has the map?\n"
            "0\n00:00:02,000 --> 00:00:04,000 X1:40 X2:600 Y1:20 Y2:50\nBen: You have.\n"
            "00:00:04,000 --> 00:00:05,000\nAda: Then it is\n42\n\nmiles to the inn.\n",
            turns=3,
            speakers=("Ada", "Ben"),
            problems=2,
        ),
        Sample(
            "1\n00:00:01,000 --> 00:00:02,000\nKept words.\n\n"
            "2\n00:00:0x,000 --> 00:00:04,000\nThese as well.\n\n"
            "3\nAnd these.\n\n4\n00:00:05,000 --> 00:00:06,000\nBut see.\n",
            turns=1,
            problems=2,
        ),
    ),
)
