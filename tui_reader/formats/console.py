"""What Whisper prints as it listens: `[00:00.000 --> 00:04.000]  text`."""

import re
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.written.counting import are_enough, filled
from tui_reader.formats.written.paragraphs import Paragraph
from tui_reader.formats.written.pieces import Piece, turns_of
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.timecode import CLOCK, parse_clock

__all__ = ["FORMAT"]

_LINE: Final = pattern(rf"[ \t]*\[({CLOCK})[ \t]*--?>[ \t]*({CLOCK})\][ \t]*(.*)", re.ASCII)


def _sniff(head: str) -> float:
    lines = filled(head)
    found = sum(_LINE.fullmatch(line) is not None for line in lines)
    return 0.893 if are_enough(found, len(lines)) else 0.0


def _parse(text: str) -> Transcript:
    """What stands between or around the lines with times, after a blank one, is the program's."""
    pieces: list[Piece] = []
    notes: list[str] = []
    saying = False
    for number, line in enumerate(text.split("\n"), start=1):
        match = _LINE.fullmatch(line)
        start, end = (parse_clock(match[1]), parse_clock(match[2])) if match else (None, None)
        if match is not None and start is not None:
            words = " ".join(match[3].split())
            saying = bool(words)
            if words:
                pieces.append(Piece(number, None, start, [Paragraph(number, words)], end))
        elif saying and line.strip():
            said = f"{pieces[-1].paragraphs[0].text} {' '.join(line.split())}"
            pieces[-1] = pieces[-1]._replace(paragraphs=[Paragraph(pieces[-1].line, said)])
        else:
            saying = False
            notes.append(line)
    return Transcript(turns=turns_of(pieces), notes="\n".join(notes).strip())


FORMAT: Final = Format(
    name="whisper-console",
    title="Whisper's output",
    suffixes=(".txt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "Detecting language\n\n[00:00.000 --> 00:04.000]  The tide is out.\n"
            "[59:58.000 --> 01:00:02.500]  It will be\nback by six.\n",
            turns=2,
        ),
        Sample("[00:02.880 -> 00:07.240] The tide\n[00:07.240 -> 00:09.000] is out.\n", turns=1),
        Sample(
            "[00:00:01.000 --> 00:00:02.000]   [SPEAKER_00]: Out?\n"
            "[00:00:02.000 --> 00:00:03.000]   [SPEAKER_01]: Out.\n"
            "[00:00:03.000 --> 00:00:04.000]   [SPEAKER_00]: Oh.\n",
            turns=3,
            speakers=("SPEAKER_00", "SPEAKER_01"),
        ),
    ),
)
