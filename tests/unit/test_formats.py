"""The contract every format fulfils, run over the samples each brings along."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.contract import check, read_or_refused, said
from tests.lost import lost
from tui_reader.formats import Format, Sample, detect, formats, shared_suffixes, suffixes

_SAMPLES = [(fmt, sample) for fmt in formats() for sample in fmt.samples]
_EACH = pytest.mark.parametrize(
    ("fmt", "sample"),
    _SAMPLES,
    ids=[f"{fmt.name}-{fmt.samples.index(sample)}" for fmt, sample in _SAMPLES],
)
_TEXTS = [sample.text for _, sample in _SAMPLES]
_ENDINGS = st.sampled_from(["", *sorted(suffixes())])
_REPEATED = settings(derandomize=True)  # what chance may find is the fuzzer's, which takes hours


def test_every_format_brings_samples_and_a_name_of_its_own() -> None:
    assert all(fmt.samples for fmt in formats())
    assert len({fmt.name for fmt in formats()}) == len(formats())
    assert len({fmt.title for fmt in formats()}) == len(formats())


def test_an_ending_that_other_files_have_too_is_one_of_the_formats() -> None:
    for fmt in formats():
        assert set(fmt.shared_suffixes) <= set(fmt.suffixes)
    assert not {".vtt", ".srt", ".md", ".txt"} & shared_suffixes()
    assert {".json", ".html", ".csv"} <= shared_suffixes()


@_EACH
def test_a_sample_is_recognised_by_its_own_format_whatever_its_name(
    fmt: Format, sample: Sample
) -> None:
    for suffix in ("", ".xyz", *sorted(suffixes())):
        assert detect(sample.text, suffix).name == fmt.name, suffix


@_EACH
def test_a_sample_is_read_as_it_says(fmt: Format, sample: Sample) -> None:
    transcript = fmt.parse(sample.text)
    assert len(transcript.turns) == sample.turns
    assert transcript.speakers == sample.speakers
    assert len(transcript.problems) == sample.problems
    check(transcript)


@_EACH
def test_a_format_is_sure_between_no_and_certainly(fmt: Format, sample: Sample) -> None:
    assert all(0 <= other.sniff(sample.text) <= 1 for other in formats())


@_EACH
def test_every_parser_takes_every_sample(fmt: Format, sample: Sample) -> None:
    for other in formats():
        check(other.parse(sample.text))


@_REPEATED
@given(st.sampled_from(_TEXTS), st.floats(0, 1), st.sampled_from(_TEXTS), st.floats(0, 1), _ENDINGS)
def test_cut_and_spliced_samples_are_read_without_a_loss_or_refused(
    head: str, until: float, tail: str, since: float, ending: str
) -> None:
    _read_whole(head[: int(len(head) * until)] + tail[int(len(tail) * since) :], ending)


@_REPEATED
@given(st.lists(st.sampled_from([line for text in _TEXTS for line in text.split("\n")])), _ENDINGS)
def test_shuffled_lines_of_samples_are_read_without_a_loss_or_refused(
    lines: list[str], ending: str
) -> None:
    _read_whole("\n".join(lines), ending)


def _read_whole(text: str, ending: str) -> None:
    loaded = read_or_refused(text.encode(), f"a talk{ending}")
    missing = lost(loaded.format, text, loaded.transcript) if loaded else set()
    assert not missing, missing


@_EACH
def test_no_word_of_a_sample_is_lost(fmt: Format, sample: Sample) -> None:
    assert not lost(fmt.name, sample.text, fmt.parse(sample.text))


@given(st.sampled_from(formats()), st.data())
def test_every_parser_takes_what_is_left_of_its_samples(fmt: Format, data: st.DataObject) -> None:
    text = data.draw(st.sampled_from([sample.text for sample in fmt.samples]))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    junk = data.draw(st.text(max_size=8))
    check(fmt.parse(text[:start] + junk + text[end:]))


@given(st.text())
def test_any_text_is_read_or_refused_by_every_format(text: str) -> None:
    read_or_refused(text.encode("utf-8", "surrogatepass"))
    for fmt in formats():
        check(fmt.parse(text))


@given(st.binary(max_size=400), _ENDINGS)
def test_any_bytes_are_read_or_refused(data: bytes, ending: str) -> None:
    read_or_refused(data, f"a talk{ending}")


@pytest.mark.parametrize("fmt", formats(), ids=lambda fmt: fmt.name)
def test_a_line_that_does_not_belong_is_read_or_reported(fmt: Format) -> None:
    strange = "Quagmire zebrafish"
    for sample in fmt.samples:
        lines = sample.text.split("\n")
        for number in range(len(lines) + 1):
            text = "\n".join([*lines[:number], strange, *lines[number:]])
            loaded = read_or_refused(text.encode(), f"a talk{fmt.suffixes[0]}")
            if loaded is None:
                continue
            told = loaded.transcript.problems
            shown = "\n".join(said(loaded.transcript))
            in_comment = any(line.startswith(_COMMENTS) for line in lines[:number])
            assert "zebrafish" in shown or told or in_comment, (number, text)


_COMMENTS = ("NOTE", "STYLE", "REGION", "<!--", "Comment:")


def test_the_ending_of_a_name_decides_only_where_the_text_does_not() -> None:
    vtt = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n"
    assert detect(vtt, ".md").name == "webvtt"
    assert detect("Hello", ".md").name == "prose"


def test_neighbouring_suffixes_are_lower_case() -> None:
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes())
    assert all(a.name < b.name for a, b in pairwise(formats()))
