"""Writers of captions."""

from html import escape
from typing import Final

from tests.bench.episodes import Episode
from tests.bench.writers.writer import Writer, clock
from tui_reader.timecode import format_clock

__all__ = ["WRITERS"]


def _webvtt(episode: Episode) -> str:
    lines = ["WEBVTT\n"]
    number = 0
    for turn in episode.turns:
        for start, end, cue in turn.cues:
            number += 1
            times = f"{clock(start)} --> {clock(end)}"
            lines.append(f"{number}\n{times}\n<v {turn.speaker}>{cue}\n")
    return "\n".join(lines)


def _srt(episode: Episode) -> str:
    lines: list[str] = []
    for turn in episode.turns:
        name = f"{turn.speaker}: "
        for start, end, cue in turn.cues:
            times = f"{clock(start, ',')} --> {clock(end, ',')}"
            lines.append(f"{len(lines) + 1}\n{times}\n{name}{cue}\n")
            name = ""
    return "\n".join(lines)


def _sbv(episode: Episode) -> str:
    return "\n".join(
        f"{clock(start)[1:]},{clock(end)[1:]}\n{cue}\n"
        for turn in episode.turns
        for start, end, cue in turn.cues
    )


def _lrc(episode: Episode) -> str:
    lines = [f"[ti:{episode.title}]"]
    for turn in episode.turns:
        for start, _, cue in turn.cues:
            minutes, rest = divmod(start, 60_000)
            lines.append(f"[{minutes:02}:{rest // 1000:02}.{rest % 1000 // 10:02}]{cue}")
    return "\n".join(lines)


def _ttml(episode: Episode) -> str:
    """All on one line, as Apple has it."""
    people = list(dict.fromkeys(turn.speaker for turn in episode.turns))
    agents = "".join(
        f'<ttm:agent type="person" xml:id="s{n}"><ttm:name>{escape(name)}</ttm:name></ttm:agent>'
        for n, name in enumerate(people)
    )
    said = "".join(
        f'<p begin="{clock(start)}" end="{clock(end)}" ttm:agent="s{people.index(turn.speaker)}">'
        f"{escape(cue)}</p>"
        for turn in episode.turns
        for start, end, cue in turn.cues
    )
    return (
        '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
        f"<head><metadata>{agents}</metadata></head><body><div>{said}</div></body></tt>"
    )


def _youtube_xml(episode: Episode) -> str:
    said = "\n".join(
        f'<text start="{start / 1000}" dur="{(end - start) / 1000}">{escape(cue)}</text>'
        for turn in episode.turns
        for start, end, cue in turn.cues
    )
    return f'<?xml version="1.0" encoding="utf-8" ?><transcript>{said}</transcript>'


def _ass(episode: Episode) -> str:
    lines = [
        f"[Script Info]\nTitle: {episode.title}\nScriptType: v4.00+\n\n[Events]",
        "Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text",
    ]
    for turn in episode.turns:
        for start, end, cue in turn.cues:
            times = f"{_centiseconds(start)},{_centiseconds(end)}"
            lines.append(f"Dialogue: 0,{times},Default,{turn.speaker},0,0,0,,{cue}")
    return "\n".join(lines)


def _centiseconds(ms: int) -> str:
    return f"{format_clock(ms, hours=True)}.{ms % 1000 // 10:02}"


WRITERS: Final = {
    "webvtt": Writer(".vtt", _webvtt, 16),
    "srt": Writer(".srt", _srt, 4),
    "sbv": Writer(".sbv", _sbv),
    "lrc": Writer(".lrc", _lrc),
    "ttml": Writer(".ttml", _ttml),
    "youtube-xml": Writer(".xml", _youtube_xml),
    "ass": Writer(".ass", _ass),
}
