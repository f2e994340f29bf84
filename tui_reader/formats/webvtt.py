"""WebVTT: captions with times, and often with the voice that speaks them.

The scanner reads what nearly all files are; webvtt-py reads the others.
"""

import re
from collections.abc import Sequence
from itertools import chain
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.cuetext import spoken
from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.captions.vtt_chapters import chapters_in
from tui_reader.formats.captions.vtt_header import SIGNATURE, header_of
from tui_reader.formats.captions.vtt_scan import scan
from tui_reader.formats.captions.vtt_turns import placed_cues
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Problem, Transcript, Turn
from tui_reader.turns import assemble

__all__ = ["FORMAT"]

_UNSIGNED: Final = pattern(
    r"(?:\S[^\n]*\n)?[ \t]*(?:\d+:){0,2}\d+\.\d+[ \t]*-->[ \t]*(?:\d+:){0,2}\d+\.\d+"
)
_WORD_TIME: Final = pattern(r"<(?:\d+:)?\d\d:\d\d\.\d{3}>", re.ASCII)
_YOUTUBE: Final = "align:start position:0%"


def _sniff(head: str) -> float:
    if SIGNATURE.match(head):
        return 1.0
    return 0.6 if _UNSIGNED.match(head.lstrip()) else 0.0


def _parse(text: str) -> Transcript:
    problems: Sequence[Problem] = ()
    above = ""
    header = header_of(text)
    metadata = Metadata(title=header.title, language=header.language)
    if (placed := placed_cues(text)) is not None:
        notes = "\n\n".join(filter(None, (header.notes, placed.notes)))
        return Transcript(metadata, placed.turns, placed.sections, notes)
    cues = scan(text)
    if cues is None:
        from tui_reader.formats.captions.vtt_blocks import read_blocks

        blocks, problems, above = read_blocks(text)
        cues = list(chain.from_iterable(map(spoken, blocks)))
    chapters = chapters_in(cues, header.kind)
    turns: tuple[Turn, ...] = ()
    if chapters is None:
        rolls = _YOUTUBE in text and _WORD_TIME.search(text) is not None
        turns = assemble(voiced(cues, rolls=rolls))
    notes = "\n\n".join(filter(None, (header.notes, above)))
    return Transcript(metadata, turns, chapters or (), notes, tuple(problems))


FORMAT: Final = Format(
    name="webvtt",
    title="WebVTT",
    suffixes=(".vtt",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "WEBVTT\n\n"
            "1\n00:00:01.000 --> 00:00:03.200\n<v Ada>Is the kettle on?\n\n"
            "2\n00:00:03.400 --> 00:00:05.000\n<v Ada>I would like some tea.\n\n"
            "3\n00:00:05.100 --> 00:00:06.000\n<v Ben>It is &amp; was.\n",
            turns=2,
            speakers=("Ada", "Ben"),
        ),
        Sample(
            "WEBVTT - A walk\nLanguage: en\n\nNOTE checked by ear\n\n"
            "00:01.000 --> 00:02.500\nLook at those clouds.\n\n"
            "00:06.000 --> 00:07.000\n- They look like rain.\n",
            turns=2,
        ),
        Sample(
            "WEBVTT\n\n00:00:01.000 --> 00:00:0x.000\nLost words\n\n"
            "0.500 --> 2,5\n<v.loud Cy Ro>Kept words <i>here</i>.\n",
            turns=2,
            speakers=("Cy Ro",),
            problems=2,
        ),
        Sample(
            "WEBVTT\nKind: captions\nLanguage: en\n\n"
            "00:00:01.000 --> 00:00:03.000 align:start position:0%\n \n"
            "the<00:00:01.400><c> boat</c><00:00:02.000><c> leaves</c>\n\n"
            "00:00:03.000 --> 00:00:03.010 align:start position:0%\nthe boat leaves\n \n\n"
            "00:00:03.010 --> 00:00:05.000 align:start position:0%\nthe boat leaves\n"
            "at<00:00:03.500><c> six</c>\n\n"
            "00:00:05.000 --> 00:00:07.000 align:start position:0%\nat six\n"
            "&gt;&gt;<00:00:05.200><c> so</c><00:00:05.600><c> late</c>\n",
            turns=2,
        ),
        Sample(
            "WEBVTT\n\n00:00:00.000 --> 00:04:10.000\nHello and welcome\n\n"
            "00:04:10.000 --> 00:31:00.000\nA walk in the woods\n\n"
            "00:31:00.000 --> 00:45:30.000\nLetters from listeners\n",
            turns=0,
        ),
        Sample(
            "WEBVTT - Clouds\n\nNOTE Heard on a hill.\n\n"
            "1.1.1\n00:00:01.000 --> 00:00:02.500\n<v Ada>- Is that rain?\n\n"
            "1.2.1\n00:00:02.500 --> 00:00:03.000\n<v Ada>Bo: no.\n\n"
            "NOTE chapter 00:00:03.000 Later\n\n"
            "2.1.1\n00:00:03.000 --> 00:00:04.000\n<v Ada>It &lt;was&gt;.\n",
            turns=2,
            speakers=("Ada",),
        ),
    ),
)
