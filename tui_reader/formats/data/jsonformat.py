"""A format that is JSON, from what is its own: how it is told, and where its words are."""

from collections.abc import Callable, Iterable
from typing import Any, Final

from tui_reader.chapters import placed
from tui_reader.formats.base import Format, Sample
from tui_reader.formats.captions.voices import voiced
from tui_reader.formats.data.outline import outline
from tui_reader.formats.data.reading import Reading
from tui_reader.formats.data.repeats import repeats
from tui_reader.formats.data.values import dict_of, dig, text_of, time_of
from tui_reader.formats.data.words import are_words, dressed, phrases
from tui_reader.formats.recorded import recording_from
from tui_reader.lazily import pattern
from tui_reader.model import Metadata, Problem, Transcript
from tui_reader.turns import Cue, assemble

__all__ = ["Paths", "json_format", "transcribed"]

Paths = frozenset[str]
"""The paths of the keys of a file, such as `segments[].text`."""

Chapters = Callable[[Reading], Iterable[tuple[int, str]]]

_SURE: Final = 0.97
_ABOUT: Final = (
    *(("metadata",), ("result",), ("results",), ("params",)),
    *(("data", "transcript"), ("data",), ("transcript",), ("speech",), ("meeting",)),
)
_SUMMARIES: Final = (
    *(("summary",), ("description",), ("summary", "overview")),
    ("default_summary", "markdown_formatted"),
)
_LANGUAGE_CODE: Final = pattern(r"[A-Za-z]{2,12}(?:[-_][A-Za-z0-9]{2,8}){0,2}")


def json_format(
    name: str,
    title: str,
    recognises: Callable[[Paths], bool],
    read: Callable[[Reading], Iterable[Cue]],
    samples: tuple[Sample, ...],
    *,
    chapters: Chapters | None = None,
    captions: bool = False,
    suffixes: tuple[str, ...] = (),
) -> Format:
    """The format `name`, told by the paths that `recognises` and read by `read`.

    `captions` says that names and changes of speaker may stand in the words, as in captions;
    `suffixes` are endings of its own.
    """

    def sniff(head: str) -> float:
        return _SURE if recognises(outline(head)) else 0.0

    def parse(text: str) -> Transcript:
        reading = Reading(text)
        cues = list(read(reading))
        return transcribed(reading, cues, chapters(reading) if chapters else (), captions=captions)

    return Format(name, title, (*suffixes, ".json"), sniff, parse, samples, (".json",))


def transcribed(
    reading: Reading,
    cues: list[Cue],
    chapters: Iterable[tuple[int, str]] = (),
    *,
    captions: bool = False,
) -> Transcript:
    """The transcript that `cues` make up, with all that the JSON tells beside them.

    Where there are none, the text that many files have as a whole stands for them.
    """
    misheard: Iterable[Problem] = ()
    if not any(cue.text.strip() for cue in cues):
        cues = [Cue(None, None, _whole_text(reading.value))]
    if are_words(cues):
        cues = phrases(dressed(cues, _whole_text(reading.value)))
    else:
        misheard = repeats(cues)
    said = voiced(cues) if captions else cues
    turns, sections = placed(assemble(said), chapters)
    problems = (*reading.problems(), *misheard)
    return Transcript(_metadata(reading.value), turns, sections, problems=problems)


def _whole_text(value: Any) -> str:
    """All that is said, where a file has it in one piece."""
    texts = (dig(value, key) for key in ("text", "transcript", "transcription", "full_text"))
    return next(filter(str.strip, map(text_of, texts)), "")


def _metadata(value: Any) -> Metadata:
    """Title, summary, language and length, where a file has them in one of the usual places."""
    about = [value, *(dig(value, *path) for path in _ABOUT)]
    titles = (text_of(dig(part, "title")) for part in about)
    summaries = (text_of(dig(part, *path)) for part in about for path in _SUMMARIES)
    codes = (
        text_of(dig(part, key))
        for part in about
        for key in ("language", "language_code", "languageCode", "lang")
    )
    lengths = (
        time_of(dig(part, key)) for part in about[:2] for key in ("duration", "audio_duration")
    )
    return Metadata(
        title=next((" ".join(title.split()) for title in titles if title.strip()), ""),
        description=next((summary.strip() for summary in summaries if summary.strip()), ""),
        language=next((code for code in codes if _LANGUAGE_CODE.fullmatch(code)), None),
        duration=next((length for length in lengths if length), None),
        recording=next(filter(None, map(recording_from, map(dict_of, about))), None),
    )
