"""TTML, also called DFXP, IMSC or iTT: captions as XML, of broadcasters and of Apple's podcasts."""

from typing import Final

from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.report import Report, quoted
from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.data.ttml_body import TtmlBody
from tui_reader.formats.data.ttml_cues import cues_of
from tui_reader.formats.data.xmlevents import read_xml
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["FORMAT"]

_ROOT: Final = pattern(
    r"(?:\s*+(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\]\s*+)?>))*+"
    r"\s*+<(?:[\w.-]++:)?tt(?=[\s>])([^>]*+)>"
)
_NAMESPACE: Final = pattern(r"ns/ttml|ttaf1|smpte-tt|ebu:tt")
_SPOKEN: Final = pattern(r"<(?:[\w.-]++:)?(?:body|p)(?=[\s>])")


def _sniff(head: str) -> float:
    root = _ROOT.match(head.lstrip("\ufeff"))
    if root is None:
        return 0.0
    if _NAMESPACE.search(root[1]):
        return 1.0
    return 0.95 if _SPOKEN.search(head) else 0.0


def _parse(text: str) -> Transcript:
    heard = TtmlBody()
    problems = read_xml(text, heard)
    heard.end()
    report = Report()
    for line, value in heard.doubt.unreadable:
        report.tell(line, f"a time that cannot be read, {quoted(value)}: left out")
    turns = assemble(voiced([_checked(cue, report) for cue in cues_of(heard)]))
    metadata = Metadata(
        title=heard.about.get("title", ""),
        duration=heard.length,
        language=heard.language or None,
        description=heard.about.get("desc", ""),
    )
    notes = heard.about.get("copyright", "")
    return Transcript(
        metadata, turns, notes=notes, problems=tuple(sorted((*problems, *report.problems())))
    )


def _checked(cue: Cue, report: Report) -> Cue:
    if cue.start is not None and cue.end is not None and cue.end < cue.start:
        report.count(cue.line, "cue", "ending before the beginning: the end left out")
        return cue._replace(end=None)
    return cue


FORMAT: Final = Format(
    name="ttml",
    title="TTML",
    suffixes=(".ttml", ".dfxp", ".itt", ".xml"),
    shared_suffixes=(".xml",),
    sniff=_sniff,
    parse=_parse,
    samples=(
        Sample(
            '<?xml version="1.0" encoding="UTF-16"?>\n'
            '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata">'
            '\n<head><metadata><ttm:title>Tea</ttm:title><ttm:agent xml:id="a" type="person">'
            "<ttm:name>Ada Moor</ttm:name></ttm:agent></metadata></head>\n<body><div>\n"
            '<p begin="1s" end="3.2s" ttm:agent="a">Is the kettle<br/>on?</p>\n'
            '<p begin="00:00:03.400" dur="1500ms" ttm:agent="b">It is &amp; was.</p>\n'
            "</div></body></tt>\n",
            turns=2,
            speakers=("Ada Moor", "b"),
        ),
        Sample(
            '<tt xmlns="http://www.w3.org/2006/10/ttaf1"><body><div begin="10s" end="20s">'
            '<p begin="10.5" end="12"><span begin="10.5" end="11">Words</span>'
            '<span begin="11" end="12">apart.</span></p>'
            '<p begin="17" end="20"><span begin="17" end="20">Bye.</span></p></div></body></tt>',
            turns=2,
        ),
        Sample(
            "<tt>\n<body>\n<p begin='0:01'>Kept words.</p>\n"
            "<p begin='soon'>These <b>as well & these</p>\n",
            turns=1,
            problems=2,
        ),
    ),
)
