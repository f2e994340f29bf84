"""SubStation Alpha, SSA and ASS: subtitles with styles and effects, and often with names."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.ass_text import ass_words
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.stamps import Stamp
from tui_reader.formats.captions.timed import Timing, checked
from tui_reader.formats.captions.voices import voiced
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["FORMAT"]

_SIGNATURE: Final = pattern(r"[\s\ufeff]*+(?:;[^\n]*+\s*+)*+\[script info\]", re.IGNORECASE)
_SECTION: Final = pattern(r"\[[A-Za-z0-9+ ]+\]")
_DIALOGUE: Final = pattern(r"Dialogue:[^,\n]*,[ \t]*\d+:\d\d:\d\d", re.IGNORECASE)
_COLUMNS: Final = (
    *("layer", "start", "end", "style", "name"),
    *("marginl", "marginr", "marginv", "effect", "text"),
)
_NOT_SAID: Final = frozenset({"comment", "picture", "sound", "movie", "command"})
_PROJECT: Final = "[aegisub project garbage]"
_DATA: Final = frozenset({"[fonts]", "[graphics]"})
_UNTITLED: Final = frozenset({"untitled", "<untitled>", "default aegisub file", "default file"})


def _sniff(head: str) -> float:
    if _SIGNATURE.match(head):
        return 1.0
    lines = [line for line in head.split("\n") if line.strip()][:400]
    said = sum(_DIALOGUE.match(line) is not None for line in lines)
    return 0.9 if said and 2 * said > len(lines) else 0.0


def _parse(text: str) -> Transcript:
    report = Report()
    title = ""
    columns: Sequence[str] = _COLUMNS
    cues: list[Cue] = []
    files: dict[str, str] = {}
    for number, section, line in _lines(text):
        key, colon, value = line.partition(":")
        key = key.strip().lower()
        if section == "[script info]" and key == "title":
            title = title or " ".join(value.split())
        elif section == _PROJECT and key in ("audio file", "video file"):
            files[key] = value.strip() if "?" not in value else ""  # made up, or in the video
        elif key == "dialogue" and colon:
            cues += _said(value, columns, number, report)
        elif section == "[events]" and key == "format":
            columns = [column.strip().lower() for column in value.split(",")]
        elif section not in _DATA and not (colon and (section != "[events]" or key in _NOT_SAID)):
            report.tell(number, f"a line that says nothing left out: {quoted(line)}")
    metadata = Metadata(
        title="" if title.lower() in _UNTITLED else title,
        recording=files.get("audio file") or files.get("video file"),
    )
    turns = assemble(voiced(list(_once(cues, report))))
    return Transcript(metadata, turns, problems=report.problems())


def _lines(text: str) -> Iterator[tuple[int, str, str]]:
    """The lines that say something: their number, the section they are in, and what they say."""
    section = ""
    for number, line in enumerate(text.split("\n"), start=1):
        line = line.strip("\ufeff \t")
        if _SECTION.fullmatch(line):
            section = line.lower()
        elif line and line[0] not in ";!":
            yield number, section, line


def _said(value: str, columns: Sequence[str], line: int, report: Report) -> list[Cue]:
    """What a line of dialogue says, if it does: most that are drawn or sung say nothing."""
    cells = [cell.strip() for cell in value.split(",", len(columns) - 1)]
    fields = dict(zip(columns, cells, strict=False))
    if len(cells) < len(columns):
        report.tell(line, f"a line with too few commas, read by its end: {quoted(value)}")
        fields["text"] = cells[-1]
    words = ass_words(fields.get("text", cells[-1]))
    if not words:
        return []
    start, end = Stamp.read(fields.get("start", "")), Stamp.read(fields.get("end", ""))
    broken = start is None or end is None
    read = Timing(start and start.ms, end and end.ms, is_broken=broken)
    times = checked(read, value, line, report)
    name = " ".join(fields.get("name", "").split())
    return [Cue(times.start, times.end, words, name or None, line)]


def _once(cues: Sequence[Cue], report: Report) -> Iterator[Cue]:
    """The cues without those that only repeat another for the sake of its looks."""
    seen: set[tuple[object, ...]] = set()
    for cue in cues:
        key = (cue.start, cue.end, cue.text, cue.speaker)
        if cue.start is not None and key in seen:
            report.count(cue.line, "line", "shown twice at the same time, read once")
        else:
            seen.add(key)
            yield cue


FORMAT: Final = Format(
    name="ass",
    title="SubStation Alpha",
    suffixes=(".ass", ".ssa"),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "[Script Info]\nTitle: Tea for two\nScriptType: v4.00+\n\n"
            "[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect,"
            " Text\n"
            "Dialogue: 0,0:00:01.00,0:00:03.20,Default,Ada,0,0,0,,{\\i1}Is the kettle\\Non?\n"
            "Comment: 0,0:00:01.00,0:00:03.20,Default,Ada,0,0,0,,not for viewers\n"
            "Dialogue: 0,0:00:03.40,0:00:05.00,Default,Ben,0,0,0,,Yes, it is, {\\b1}now.\n",
            turns=2,
            speakers=("Ada", "Ben"),
        ),
        Sample(
            "[Script Info]\n; by hand\n\n[Events]\nFormat: Marked, Start, End, Text\n"
            "Dialogue: Marked=0,0:00:01.00,0:00:02.00,Look at\\hthose clouds.\n"
            "Dialogue: Marked=0,0:00:01.00,0:00:09.00,{\\p1}m 0 0 l 9 0 9 9{\\p0}\n"
            "Dialogue: Marked=0,0:00:09.00,0:00:10.00,They look, to me, like rain.\n",
            turns=2,
        ),
        Sample(
            "[Script Info]\nTitle: <untitled>\n\n[Events]\n"
            "Dialogue: 0,0:00:xx,0:00:02.00,Default,,0,0,0,,Kept words.\n"
            "and a stray line\n",
            turns=1,
            problems=2,
        ),
    ),
)
