"""YouTube's own captions as XML: `<transcript>`, and `<timedtext>` in three versions."""

import re
from collections.abc import Mapping
from typing import Final

from tui_reader.entities import unescaped
from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.data.xmlevents import read_xml
from tui_reader.lazily import pattern
from tui_reader.model import Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["FORMAT"]

_ROOT: Final = pattern(
    r"\s*+(?:<\?[^>]*+>\s*+)?<(?:transcript|timedtext)(?=[\s>])[^>]*+>(?:\s*+<(?:head|body)[\s>]"
    r"|\s*+<(?:window|w[ps])\s|\s*+<text\s|\s*+<p\s|\s*+</)"
)
_SECONDS: Final = pattern(r"\d{1,9}(?:\.\d{1,9})?", re.ASCII)
_CUES: Final = frozenset({"text", "p"})


class _Listener:
    """Hears the events of one file; has what was said in `cues` when it is over."""

    def __init__(self, report: Report) -> None:
        self.cues: list[Cue] = []
        self._report = report
        self._cue = Cue(None, None, "")
        self._said: list[str] = []

    def open(self, name: str, attributes: Mapping[str, str], line: int) -> None:
        """A cue begins; what is in it, such as a word with its own time, is text."""
        if name in _CUES:
            self.end()
            if "start" in attributes or "dur" in attributes:
                start, length = attributes.get("start", ""), attributes.get("dur", "0")
                scale = 1000
            else:
                start, length = attributes.get("t", ""), attributes.get("d", "0")
                scale = 1
            begin, lasts = _milliseconds(start, scale), _milliseconds(length, scale)
            if begin is None:
                told = f"a time that cannot be read, {quoted(start)}: its words kept"
                self._report.tell(line, told)
            end = None if begin is None or not lasts else begin + lasts
            self._cue = Cue(begin, end, "", None, line)
        elif name == "br":
            self._said.append("\n")

    def close(self, name: str) -> None:
        """A cue ends."""
        if name in _CUES:
            self.end()

    def words(self, text: str, line: int) -> None:
        """Text, in or between cues."""
        self._said.append(text)

    def end(self) -> None:
        """Nothing more is said in this cue."""
        if text := unescaped("".join(self._said)).strip():  # escaped twice by some versions
            self.cues.append(self._cue._replace(text=text))
        self._said = []
        self._cue = Cue(None, None, "", None, self._cue.line)


def _milliseconds(text: str, scale: int) -> int | None:
    if not _SECONDS.fullmatch(text):
        return None
    whole, _, fraction = text.partition(".")
    return int(whole) * scale + int(fraction.ljust(3, "0")[:3]) * scale // 1000


def _sniff(head: str) -> float:
    return 0.98 if _ROOT.match(head.lstrip("\ufeff")) else 0.0


def _parse(text: str) -> Transcript:
    report = Report()
    listener = _Listener(report)
    problems = (*read_xml(text, listener), *report.problems())
    listener.end()
    return Transcript(turns=assemble(voiced(listener.cues)), problems=tuple(sorted(problems)))


FORMAT: Final = Format(
    name="youtube-xml",
    title="YouTube captions as XML",
    suffixes=(".xml", ".srv1", ".srv2", ".srv3"),
    shared_suffixes=(".xml",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            '<?xml version="1.0" encoding="utf-8" ?><transcript>'
            '<text start="1.2" dur="2">Isn&amp;#39;t the kettle on?</text>'
            '<text start="3.4" dur="1.6">&gt;&gt; It is.</text></transcript>',
            turns=2,
        ),
        Sample(
            '<?xml version="1.0"?>\n<timedtext format="3">\n<head><ws id="0"/></head>\n<body>\n'
            '<p t="0" d="2000" w="1"><s>look</s><s t="300"> at</s><s t="500"> those</s></p>\n'
            '<p t="1900" d="100" w="1" a="1">\n</p>\n<p t="2000" d="900"><s>clouds</s></p>\n'
            "</body></timedtext>",
            turns=1,
        ),
        Sample(
            '<timedtext>\n<text t="0" d="900">Kept words.</text>\n'
            '<text t="later">These</text><text t="2000">as well & these',
            turns=1,
            problems=2,
        ),
    ),
)
