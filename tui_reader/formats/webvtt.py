"""WebVTT: captions with times, and often with the voice that speaks them.

The scanner reads what nearly all files are; webvtt-py reads the others.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import chain
from operator import attrgetter
from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.cuetext import spoken
from tui_reader.formats.captions.vtt_blocks import read_blocks
from tui_reader.formats.captions.vtt_scan import scan
from tui_reader.formats.written.labels import named_in, split_label
from tui_reader.model import Metadata, Problem, Transcript
from tui_reader.turns import PAUSE, Cue, assemble

__all__ = ["FORMAT"]

_SIGNATURE: Final = re.compile(r"\s*WEBVTT(?=\s|$)")
_UNSIGNED: Final = re.compile(
    r"(?:\S[^\n]*\n)?[ \t]*(?:\d+:){0,2}\d+\.\d+[ \t]*-->[ \t]*(?:\d+:){0,2}\d+\.\d+"
)
_LANGUAGE: Final = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE | re.IGNORECASE)
_SPEAKER: Final = attrgetter("speaker")
_GENERIC: Final = frozenset({"file", "captions", "subtitles", "transcript"})


def _sniff(head: str) -> float:
    if _SIGNATURE.match(head):
        return 1.0
    return 0.6 if _UNSIGNED.match(head.lstrip()) else 0.0


def _parse(text: str) -> Transcript:
    problems: Sequence[Problem] = ()
    cues = scan(text)
    if cues is None:
        blocks, problems = read_blocks(text)
        cues = list(chain.from_iterable(map(spoken, blocks)))
    if any(map(_SPEAKER, cues)):
        cues = cues if all(map(_SPEAKER, cues)) else _carried(cues)
    else:
        cues = _labelled(cues)
    return Transcript(_metadata(text), assemble(cues), problems=tuple(problems))


def _metadata(text: str) -> Metadata:
    """What the header says: a title behind `WEBVTT`, and a language."""
    if not _SIGNATURE.match(text):
        return Metadata()
    header = text.lstrip().partition("\n\n")[0].partition("-->")[0]
    first, _, rest = header.partition("\n")
    title = first.removeprefix("WEBVTT").strip(" \t-–—:")
    language = _LANGUAGE.search(rest)
    return Metadata(
        title="" if title.lower() in _GENERIC else " ".join(title.split()),
        language=language[1] if language else None,
    )


def _carried(cues: Sequence[Cue]) -> list[Cue]:
    """In a file with voices, a cue without one goes on with the last voice.

    Unless voices are the rule in the file and the cue stands between two pauses: then nobody says
    who speaks.
    """
    tagged = 2 * sum(cue.speaker is not None for cue in cues) > len(cues)
    carried: list[Cue] = []
    speaker: str | None = None
    for index, cue in enumerate(cues):
        if cue.speaker is None and not (tagged and _stands_alone(cues, index)):
            cue = cue._replace(speaker=speaker)
        speaker = cue.speaker or speaker
        carried.append(cue)
    return carried


def _stands_alone(cues: Sequence[Cue], index: int) -> bool:
    """Whether there is a pause on both sides of a cue."""
    around = zip(cues[max(index - 1, 0) : index + 1], cues[index : index + 2], strict=False)
    gaps = [
        (after.start or 0) - (before.end or 0) for before, after in around if before is not after
    ]
    return all(gap >= PAUSE for gap in gaps)


def _labelled(cues: Sequence[Cue]) -> list[Cue]:
    """Cues of a file without voices, with the names that stand before their words, if any do."""
    names = named_in(cue.text for cue in cues)
    return list(_with_names(cues, names)) if names else list(cues)


def _with_names(cues: Iterable[Cue], names: frozenset[str]) -> Iterable[Cue]:
    speaker: str | None = None
    for cue in cues:
        label = split_label(cue.text)
        if label is not None and label[0] in names:
            speaker, text = label
            cue = cue._replace(text=text)
        yield cue._replace(speaker=speaker)


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
            turns=1,
            speakers=("Cy Ro",),
            problems=2,
        ),
    ),
)
