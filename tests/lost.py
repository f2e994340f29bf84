"""What a reader may not lose: the words of a text, as far as its format is plain enough to tell.

It knows less of each format than the parsers do, so it asks only for what is beyond doubt: words
that are no markup, no times and nobody's settings. They have to be in what is shown, or in what is
told about the file.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from tests.contract import said
from tui_reader.formats.written.dates import parse_date
from tui_reader.harmless import harmless
from tui_reader.model import Transcript

__all__ = ["lost"]

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_TAG: Final = re.compile(r"</?[a-zA-Z:]+(?: [\w:-]+=(?:\"[^\"<>]*\"|'[^'<>]*'))* ?/?>")
_ANGLES: Final = re.compile(r"<[^<>]*(?:>|$)")
_MARKS: Final = re.compile(r"\{[^{}\n]*\}|&#?\w+;?|\\[Nnh]|\[br\]")
_COMMENT: Final = re.compile(r"<!--.*?-->", re.DOTALL)
_UNIT: Final = re.compile(r"\d[ \u00a0][^\W\d_]+")
_CHAT: Final = re.compile(r"^([\d:. \t]+)From\b([^:\n]*?)(?:\bto\b[^:\n]*)?:", re.MULTILINE)
_PROMPT: Final = re.compile(r"\s*\S*[$#%>❯][ \t]+(?:cat|less|more|bat)[ \t]+.*")
_MATTER: Final = re.compile(
    r"\s*(?:---|\+\+\+)[ \t]*\n.*?\n(?:---|\+\+\+)[ \t]*(?:\n|$)", re.DOTALL
)
_SITE: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\]\([^()]*(?:\)|$)", re.DOTALL)
_LINE_OF_SITE: Final = re.compile(r"^ {0,3}\[[^\]\n]*\]:.*|^[ \t]*(?:```|~~~).*", re.M)
_ENTITY: Final = re.compile(r"&#?\w+;?")
_ASIDE: Final = re.compile(r"\s*(?:NOTE|STYLE|REGION|Region:|WEBVTT)")
_LRC_TAG: Final = re.compile(r"\s*\[[\w#]+\s*:[^\]]*\]\s*$")
_NOT_SAID: Final = ("<!", "<?", "<head", "<metadata", "datetime")
"""What may hold words for machines."""

_COLUMNS: Final = re.compile(r"(?:(?:start|end|speaker|text)(?:[,;\t]|$)){3,}")
_CUT: Final = ("…", "more problems", "not listed", " times)", "as well as can be")
"""How a problem tells that it does not quote all that it is about."""


def lost(fmt: str, text: str, transcript: Transcript) -> set[str]:
    """The words of `text` that are neither shown nor told about, read as the format named `fmt`."""
    spoken = _SPOKEN.get(fmt)
    if spoken is None or any(cut in p.message for p in transcript.problems for cut in _CUT):
        return set()
    shown = harmless("\n".join(said(transcript)))
    return {
        word
        for words in spoken(harmless(text))
        for word in _WORD.findall(words)
        if word not in shown
    }


def _without_marks(text: str) -> str:
    return _MARKS.sub(" ", _ANGLES.sub(" ", text))


def _all(text: str) -> Iterator[str]:
    yield text


def _chat(text: str) -> Iterator[str]:
    """All but to whom it was said."""
    yield _CHAT.sub(r"\1 \2 ", text)


def _essay(text: str) -> Iterator[str]:
    """All but the command that printed it, and its date."""
    for line in (_PROMPT.sub("", text, count=1) if _PROMPT.match(text) else text).split("\n"):
        if parse_date(" ".join(line.split())) is None:
            yield line


def _table(text: str) -> Iterator[str]:
    """The cells of several words, where no column has a name that says something else."""
    names, _, rows = text.lstrip().partition("\n")
    if _COLUMNS.fullmatch(names):
        yield from (cell for cell in re.split(r"[,;\t\n|]", rows) if " " in cell.strip())


def _post(text: str) -> Iterator[str]:
    """The body of a post, without what a site or a link needs; not that of one in JSON."""
    matter = _MATTER.match(text)
    if matter or not text.lstrip().startswith(("---", "+++", "{")):
        for body in _between_tags(text[matter.end() if matter else 0 :]):
            yield _LINE_OF_SITE.sub(" ", _SITE.sub(" ", body))


def _page(text: str) -> Iterator[str]:
    """What a page says that has no head, and no times but on its face."""
    if not any(mark in text for mark in _NOT_SAID):
        yield from _post(text)


def _last_cells(text: str) -> Iterator[str]:
    """What is said in SubStation Alpha, where the columns are the usual ones and nothing drawn."""
    lines = text.split("\n")
    if not any("\\p" in line or re.match(r"\s*format\s*:", line, re.I) for line in lines):
        cells = (line.split(",", 9) for line in lines if line.startswith("Dialogue: "))
        yield from (_without_marks(cell[9]) for cell in cells if len(cell) > 9)


def _but_units(text: str) -> Iterator[str]:
    """All but the words that times are written with."""
    yield _UNIT.sub(" ", text)


def _cues(text: str) -> Iterator[str]:
    """The lines of cues: no times, nor what stands right above them."""
    lines = text.split("\n")
    pairs = zip(lines, [*lines[1:], ""], strict=True)
    words = [line for line, below in pairs if "-->" not in line and "-->" not in below]
    yield _without_marks("\n".join(words))


def _blocks(text: str) -> Iterator[str]:
    """The same of WebVTT, which has notes and styles; not told in a file that has rules of CSS."""
    if re.search(r"^\s*(?:STYLE|REGION)", text, re.MULTILINE) is None:
        for block in re.split(r"\n\n+", text):
            if not _ASIDE.match(block):
                yield from _cues(block)


def _lyrics(text: str) -> Iterator[str]:
    lines = (line for line in text.split("\n") if not _LRC_TAG.match(line))
    yield from (_without_marks(line) for line in lines)


def _elements(text: str) -> Iterator[str]:
    """The text of XML, as far as it is whole."""
    body = text[text.find("<body") :] if "<body" in text else text
    if not any(mark in body for mark in _NOT_SAID):
        yield from _between_tags(body)


def _between_tags(text: str) -> Iterator[str]:
    """What stands between tags, where they are nothing but tags."""
    plain = _TAG.sub(" ", _COMMENT.sub(" ", text))
    if "<" not in plain:
        yield _ENTITY.sub(" ", plain)


def _values(*path: str) -> Callable[[str], Iterator[str]]:
    """What JSON that is whole has at the end of a path of keys, with lists on the way."""

    def of(text: str) -> Iterator[str]:
        try:
            yield from _found(json.loads(text), path)
        except (ValueError, RecursionError):
            return

    return of


def _found(value: Any, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, list):
        for one in value:
            yield from _found(one, path)
    elif path and isinstance(value, dict) and value.get("toc") is not False:
        yield from _found(value.get(path[0]), path[1:])
    elif not path and isinstance(value, str):
        yield value


_SPOKEN: Final[Mapping[str, Callable[[str], Iterator[str]]]] = {
    **dict.fromkeys(("prose", "named-text", "otter", "timed-text", "labelled-text"), _all),
    **dict.fromkeys(("bracketed-text", "whisper-console", "davinci"), _all),
    "chapter-list": _post,
    "teams-text": _but_units,
    "zoom-text": _chat,
    "essay": _essay,
    "post": _post,
    "ass": _last_cells,
    "html": _page,
    "csv": _table,
    "tsv": _table,
    **dict.fromkeys(("srt", "sbv"), _cues),
    "webvtt": _blocks,
    "lrc": _lyrics,
    **dict.fromkeys(("ttml", "youtube-xml"), _elements),
    "podcast-json": _values("segments", "body"),
    "chapters-json": _values("chapters", "title"),
    "youtube-json": _values("events", "segs", "utf8"),
    "openai-json": _values("segments", "text"),
    "reader-json": _values("turns", "text"),
    "whisper": _values("segments", "text"),
    "rev-ai": _values("monologues", "elements", "value"),
}
