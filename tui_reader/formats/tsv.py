"""Tables with tabs: Whisper's, in milliseconds, and Audacity's labels, in seconds."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.shapes import shape_of
from tui_reader.formats.data.tables import table
from tui_reader.model import Problem, Transcript

__all__ = ["FORMAT"]


def _sniff(head: str) -> float:
    return 0.89 if shape_of(head, "\t") else 0.0


def _parse(text: str) -> Transcript:
    shape = shape_of(text, "\t")
    if shape is None:
        return Transcript(problems=(Problem(0, "no columns of words and times: nothing read"),))
    return table(text, shape)


FORMAT: Final = Format(
    name="tsv",
    title="Tab-separated table",
    suffixes=(".tsv", ".aud"),
    shared_suffixes=(".tsv",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            'start\tend\ttext\n0\t1900\t"Well," she said,\n1900\t3000\tthat is "it."\n'
            "9000\t9500\tYes.\n",
            turns=2,
        ),
        Sample("0.000000\t1.500000\tThe gate\n4.000000\t6.250000\tThe hill\n", turns=2),
        Sample(
            "0.1\t1.2\t[[SPEAKER_00]]Who goes?\n1.3\t2.0\t[[SPEAKER_01]]Me.\nand him.\n",
            turns=2,
            speakers=("SPEAKER_00", "SPEAKER_01"),
            problems=1,
        ),
    ),
)
