"""A file, read: bytes, decoded, in the format they turn out to be, made harmless."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from tui_reader.cleaning import clean
from tui_reader.errors import FormatError, NotATranscript
from tui_reader.finding import transcript_suffix
from tui_reader.formats import Format, detect, formats, head_of, shared_suffixes, suffixes
from tui_reader.harmless import harmless_line
from tui_reader.model import Problem, Transcript
from tui_reader.naming import named_by_path
from tui_reader.source import decoded, read_bytes, read_source, shown
from tui_reader.trimming import trim

__all__ = ["Loaded", "load", "load_bytes", "read_source"]

_LAST_RESORT: Final = "prose"

_SURE: Final = 0.65
"""How sure a format must be of a file whose ending others have too: a page with words is none."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """A transcript and how it was read. `path` is `-` for standard input."""

    path: Path
    format: str
    encoding: str
    transcript: Transcript


def load(path: Path, *, named: bool = True) -> Loaded:
    """Read the transcript in `path`; raises PathError or FormatError.

    One that nobody `named`, but that was found in a folder, is a transcript only if it looks like
    one: else raises NotATranscript.
    """
    return load_bytes(read_bytes(path), path, named=named)


def load_bytes(data: bytes, path: Path, *, named: bool = True) -> Loaded:
    """Read a transcript from `data`; `path` gives a title where the content has none.

    Raises FormatError where `data` is empty, too large or no text, and as `load` does.
    """
    try:
        return _loaded(data, path, named)
    except MemoryError:
        raise FormatError(f"{shown(path)} takes more memory to read than there is.") from None


def _loaded(data: bytes, path: Path, named: bool) -> Loaded:
    source = decoded(data, path)
    suffix = transcript_suffix(path)
    fmt = detect(source.text, suffix)
    if not named and not _looks_like_one(fmt, source.text, suffix):
        raise NotATranscript(f"{shown(path)} holds no transcript.")
    fmt, transcript = _parse(fmt, source.text, suffix)
    if not (transcript.turns or transcript.sections or transcript.notes.strip()):
        raise FormatError(_nothing_left(path, transcript))
    metadata = named_by_path(transcript.metadata, path)
    problems = (*source.problems, *transcript.problems)
    transcript = trim(replace(transcript, metadata=metadata, problems=problems))
    return Loaded(path, fmt.name, source.encoding, clean(transcript, source.text))


def _looks_like_one(fmt: Format, text: str, suffix: str) -> bool:
    """Whether a file that `fmt` would read is a transcript, although others end in `suffix` too."""
    return suffix not in shared_suffixes() or fmt.sniff(head_of(text)) >= _SURE


def _parse(fmt: Format, text: str, suffix: str) -> tuple[Format, Transcript]:
    """The transcript in `text`, as prose where the parser of its format fails.

    A parser that fails is a mistake in it, but whoever wants to read shall still be able to.
    """
    prose = next(fmt for fmt in formats() if fmt.name == _LAST_RESORT)
    why = ""
    if fmt.name != _LAST_RESORT:
        try:
            return fmt, fmt.parse(text)
        except Exception as error:
            why = f"could not be read as {fmt.title} ({type(error).__name__}): shown as text"
    elif suffix in suffixes() - set(prose.suffixes):
        why = f"nothing in it looks like a {suffix} transcript: shown as text"
    transcript = prose.parse(text)
    problems = (Problem(0, why), *transcript.problems) if why else transcript.problems
    return prose, replace(transcript, problems=problems)


def _nothing_left(path: Path, transcript: Transcript) -> str:
    """That nothing can be read, and the first reason why, if one is known."""
    reasons = sorted(transcript.problems)
    why = f" (line {reasons[0].line}: {harmless_line(reasons[0].message)})" if reasons else ""
    return f"{shown(path)} holds no words that could be read{why}."
