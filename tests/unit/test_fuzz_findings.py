"""What fuzzing has found, kept: each was a word lost in silence, or a parser that failed."""

import pytest

from tests.fuzz.target import fuzz, read, seeds
from tui_reader.formats import formats

_FINDINGS = {
    "a tag that a quotation mark keeps open swallows the head, and not what is said": (
        "ttml",
        b'<tt xmlns="http://w<ttm:agent xml:id="aww.w3.org/ns/ttml"><head><metadata>'
        b'<ttm:title>Tea</ttm:title></metadata></head><body><div><p begin="1s">The kettle.</p>'
        b"</div></body></tt>",
    ),
    "a title that is never closed does not hold what is said": (
        "ttml",
        b'<tt xmlns="http://www.w3.org/ns/ttml"><head><metadata><ttm:title>Tea</ttm:title" a="b">'
        b'<body><div><p begin="1s">The kettle.</p></div></body></tt>',
    ),
    "a row without one of its cells": (
        "csv",
        b'start,end,speaker,text\n0.5,2.25,Ada,Is it on?\n2.5,Ada,"I would like ""tea""."\n',
    ),
    "a row that repeats the names of the columns": (
        "tsv",
        b"start\tend\ttext\n0\t1900\tWell\n9000\t9500\tYes.\nstart\tend\ttext\n",
    ),
    "a unit that is none": (
        "teams-text",
        b"Kim\n1 hour 1 minute 5 seconds\n1:01:05\nKim 1 hvur 1 minute 5 seconds\nMorning.\n",
    ),
    "a tag over several lines": (
        "sbv",
        b'0:00:00.378,0:00:11.378\n{"a <span begin="17" end"}],\n "words"more":>Bye.</span>\n',
    ),
}


@pytest.mark.parametrize(("name", "data"), _FINDINGS.values(), ids=_FINDINGS)
def test_a_finding_stays_mended(name: str, data: bytes) -> None:
    fmt = next(fmt for fmt in formats() if fmt.name == name)
    read(fmt, data)
    read(fmt.suffixes[0], data)


def test_what_is_said_behind_a_broken_head_is_read() -> None:
    (ttml,) = (fmt for fmt in formats() if fmt.name == "ttml")
    for name in list(_FINDINGS)[:2]:
        (turn,) = ttml.parse(_FINDINGS[name][1].decode()).turns
        assert turn.text.endswith("The kettle.")


def test_the_fuzzer_begins_with_every_format_and_nothing_that_fails() -> None:
    for seed in seeds():
        fuzz(seed)
