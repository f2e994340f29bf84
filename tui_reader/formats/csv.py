"""Tables with commas or semicolons: what was said, by whom and when, a row each."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.data.shapes import shape_of
from tui_reader.formats.data.tables import table
from tui_reader.model import Problem, Transcript

__all__ = ["FORMAT"]

_DELIMITERS: Final = (",", ";", "|")


def _sniff(head: str) -> float:
    return 0.89 if shape_of(head, _DELIMITERS) else 0.0


def _parse(text: str) -> Transcript:
    shape = shape_of(text, _DELIMITERS)
    if shape is None:
        return Transcript(problems=(Problem(0, "no columns of words and times: nothing read"),))
    return table(text, shape)


FORMAT: Final = Format(
    name="csv",
    title="CSV",
    suffixes=(".csv",),
    shared_suffixes=(".csv",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            "start,end,speaker,text\n0.5,2.25,Ada,Is the kettle on?\n"
            '2.5,4,Ada,"I would like ""tea"", please."\n4.5,5,Ben,It was.\n',
            turns=2,
            speakers=("Ada", "Ben"),
        ),
        Sample(
            "Speaker;Text;Start Time\nCy;Mind the step.;00:00:04\nDi;Which one?;00:00:06\n"
            "Di;Oh.;later\n",
            turns=2,
            speakers=("Cy", "Di"),
            problems=1,
        ),
        Sample('"So, we are here.",0.38,2.76\nBoth of us.,2.9,4.1\n', turns=1),
    ),
)
