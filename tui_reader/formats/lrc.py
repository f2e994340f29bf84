"""LRC: lyrics, and talks set like lyrics, each line with its time in brackets before it."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.voices import voiced
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Transcript
from tui_reader.timecode import parse_clock
from tui_reader.turns import Cue, assemble

__all__ = ["FORMAT"]

_STAMP: Final = pattern(r"\s*\[(\d{1,4}):([0-5]?\d)(?:[.:](\d{1,3}))?\]", re.ASCII)
_SURE_LINE: Final = pattern(r"(?:\[\d{1,4}:[0-5]\d\.\d{2,3}\]\s*+)+", re.ASCII)
_LOOSE_LINE: Final = pattern(r"(?:\[\d{1,4}:[0-5]\d(?:\.\d{1,3})?\]\s*+)+(?!\w+\s?:)", re.ASCII)
_TAG: Final = pattern(
    r"\[(ti|ar|al|au|lr|by|re|ve|tool|length|offset|la|#)\s*+:([^\]\n]*+)\]\s*+", re.IGNORECASE
)
_WORD_STAMP: Final = pattern(r"<\d{1,4}:[0-5]?\d(?:[.:]\d{1,3})?>\s?", re.ASCII)
_ABOUT: Final = {"by": "Timed by", "lr": "Lyrics by"}
_SURE: Final = 0.91
_LOOKED_AT: Final = 400


def _sniff(head: str) -> float:
    lines = [line for line in map(str.strip, head.split("\n")) if line][:_LOOKED_AT]
    tags = sum(_TAG.fullmatch(line) is not None for line in lines)
    times = sum(
        bool(_SURE_LINE.match(line) or (tags and _LOOSE_LINE.match(line))) for line in lines
    )
    return _SURE if times and 2 * (times + tags) > len(lines) else 0.0


def _parse(text: str) -> Transcript:
    report = Report()
    cues: list[Cue] = []
    written: dict[str, list[str]] = {}
    repeated = False
    for number, line in enumerate(text.replace("\ufeff", "").split("\n"), start=1):
        if tag := _TAG.fullmatch(line.strip()):
            if value := " ".join(tag[2].split()):
                written.setdefault(tag[1].lower(), []).append(value)
            continue
        times, words = _stamped(line)
        repeated = repeated or len(times) > 1
        if times:
            cues += (Cue(time, None, words, None, number) for time in times)
        elif words:
            report.tell(
                number, f"a line without a time: its words kept without one: {quoted(words)}"
            )
            cues.append(Cue(None, None, words, None, number))
    if repeated:  # written once for all the times it is sung: these files are not in order
        cues.sort(key=_time)
    tags = {key: ", ".join(values) for key, values in written.items()}
    cues = list(_ended(_moved(cues, tags.get("offset", ""))))
    notes = "\n".join(f"{_ABOUT[key]} {tags[key]}" for key in _ABOUT if key in tags)
    return Transcript(
        _metadata(tags), assemble(voiced(cues)), notes=notes, problems=report.problems()
    )


def _stamped(line: str) -> tuple[list[int], str]:
    """The times at the beginning of `line`, in milliseconds, and the words behind them."""
    times = []
    end = 0
    while match := _STAMP.match(line, end):
        minutes, secs, fraction = match.groups()
        whole = (int(minutes) * 60 + int(secs)) * 1000
        times.append(whole + int((fraction or "0").ljust(3, "0")))
        end = match.end()
    words = line[end:]
    return times, (_WORD_STAMP.sub(" ", words) if "<" in words else words).strip()


def _time(cue: Cue) -> int:
    return cue.start or 0


def _moved(cues: Iterable[Cue], offset: str) -> Iterable[Cue]:
    """The cues as much earlier as the `offset` of the file says, in milliseconds."""
    if not re.fullmatch(r"[+-]?\d{1,9}", offset, re.ASCII):
        return cues
    shift = int(offset)
    return [
        cue if cue.start is None else cue._replace(start=max(cue.start - shift, 0)) for cue in cues
    ]


def _ended(cues: Iterable[Cue]) -> Iterable[Cue]:
    """The cues, ending where a time without words says that nothing more is sung."""
    for cue, following in pairwise([*cues, Cue(None, None, "-")]):
        ends = cue.text and not following.text and following.start is not None
        yield cue._replace(end=max(following.start or 0, cue.start or 0)) if ends else cue


def _metadata(tags: dict[str, str]) -> Metadata:
    people = (tags[key] for key in ("ar", "au") if key in tags)
    return Metadata(
        title=tags.get("ti", ""),
        show=tags.get("al"),
        duration=parse_clock(tags.get("length", "")),
        language=tags.get("la"),
        people=tuple(dict.fromkeys(people)),
    )


FORMAT: Final = Format(
    name="lrc",
    title="LRC lyrics",
    suffixes=(".lrc",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "[ti:The kettle]\n[ar:Ada Moor]\n[by:a friend]\n[offset:+500]\n\n"
            "[00:12.00]Is the kettle on\n[00:17.20]It is and was\n[00:19.00]\n"
            "[00:31.00]Then pour the tea\n",
            turns=2,
        ),
        Sample(
            "[00:10.50][00:30.50]Pour the tea\n[00:20.00]<00:20.00>Before <00:20.60>it rains\n",
            turns=1,
        ),
        Sample(
            "[00:01.00]Kept words\nwithout a time\n[00:03.000] and others\n", turns=1, problems=1
        ),
    ),
)
