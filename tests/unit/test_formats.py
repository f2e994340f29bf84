"""The contract every format fulfils, run over the samples each brings along."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui_reader.errors import ReaderError
from tui_reader.formats import Format, Sample, detect, formats, suffixes
from tui_reader.loading import load_bytes
from tui_reader.model import Transcript

_SAMPLES = [(fmt, sample) for fmt in formats() for sample in fmt.samples]
_EACH = pytest.mark.parametrize(
    ("fmt", "sample"),
    _SAMPLES,
    ids=[f"{fmt.name}-{fmt.samples.index(sample)}" for fmt, sample in _SAMPLES],
)
_TEXTS = [sample.text for _, sample in _SAMPLES]


def _check(transcript: Transcript) -> None:
    """What the rest of the program relies on."""
    for turn in transcript.turns:
        assert turn.text.strip()
        assert turn.line >= 1
        offsets = [mark.offset for mark in turn.marks]
        assert offsets == sorted(offsets)
        assert all(0 <= offset < len(turn.text) for offset in offsets)
        times = [turn.start or 0, turn.end or 0, *(mark.time for mark in turn.marks)]
        assert min(times) >= 0
    for section in transcript.sections:
        assert section.turn in range(max(len(transcript.turns), 1))
        assert section.title.strip()


def test_every_format_brings_samples_and_a_name_of_its_own() -> None:
    assert all(fmt.samples for fmt in formats())
    assert len({fmt.name for fmt in formats()}) == len(formats())
    assert {".vtt", ".md", ".txt"} <= suffixes()


@_EACH
def test_a_sample_is_recognised_by_its_own_format_whatever_its_name(
    fmt: Format, sample: Sample
) -> None:
    for suffix in ("", ".txt", ".xyz"):
        assert detect(sample.text, suffix).name == fmt.name


@_EACH
def test_a_sample_is_read_as_it_says(fmt: Format, sample: Sample) -> None:
    transcript = fmt.parse(sample.text)
    assert len(transcript.turns) == sample.turns
    assert transcript.speakers == sample.speakers
    assert len(transcript.problems) == sample.problems
    _check(transcript)


@_EACH
def test_a_format_is_sure_between_no_and_certainly(fmt: Format, sample: Sample) -> None:
    assert all(0 <= other.sniff(sample.text) <= 1 for other in formats())


@given(st.sampled_from(_TEXTS), st.floats(0, 1), st.sampled_from(_TEXTS), st.floats(0, 1))
def test_cut_and_spliced_samples_are_read_or_refused(
    head: str, until: float, tail: str, since: float
) -> None:
    text = head[: int(len(head) * until)] + tail[int(len(tail) * since) :]
    _read(text.encode())


@given(st.lists(st.sampled_from([line for text in _TEXTS for line in text.split("\n")])))
def test_shuffled_lines_of_samples_are_read_or_refused(lines: list[str]) -> None:
    _read("\n".join(lines).encode())


@given(st.text())
def test_any_text_is_read_or_refused_by_every_format(text: str) -> None:
    _read(text.encode("utf-8", "surrogatepass"))
    for fmt in formats():
        _check(fmt.parse(text))


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _read(data)


def _read(data: bytes) -> None:
    try:
        loaded = load_bytes(data, Path("a talk.txt"))
    except ReaderError as error:
        assert error.message.endswith(".")
    else:
        _check(loaded.transcript)
        assert not [p for p in loaded.transcript.problems if "could not be read as" in p.message]


def test_the_ending_of_a_name_decides_only_where_the_text_does_not() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"
    assert detect(vtt, ".md").name == "webvtt"
    assert detect("Hello", ".md").name == "prose"


def test_neighbouring_suffixes_are_lower_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes())
    assert all(a.name < b.name for a, b in pairwise(formats()))
