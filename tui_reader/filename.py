"""What the name of a file says: which episode it is of, in which language, and what of it.

    talk.vtt  talk.pl.vtt  talk.en-US.auto.vtt  talk.mp3.json  Talk_transcript.txt.gz  talk/index.md

All of these are of the episode `talk`.
"""

import os
import re
import unicodedata
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.unpacking import ENDINGS

__all__ = ["FileName", "bare_stem"]

_KINDS: Final = re.compile(
    "transcripts?|transcription|transkrypcja|transkrypt|captions?|cc|sdh|subtitles?|subs?|napisy"
    "|chapters|diari[sz](?:ed|ation)|words|segments|utterances|shownotes|notes|orig"
)
"""What of an episode a file may have, behind a dot."""

_MACHINE_MADE: Final = re.compile("auto|asr|auto-?generated")

_ENDINGS: Final = re.compile(
    "mp[34]|m4[abv]|aac|wav|flac|ogg|opus|wma|mkv|mov|webm|avi|mpe?g|vtt|srt|sbv|ttml|json"
)
"""What may stand before the ending: of the recording, or of what was saved under another one."""

_LANGUAGES: Final = re.compile(
    "a[fmrz]|b[egns]|c[asy]|d[ae]|e[lnostu]|f[air]|g[alu]|h[aeiruy]|i[dst]|j[av]|k[akmnouy]|l[botv]"
    "|m[klnrst]|n[belno]|p[alst]|r[ouw]|s[klqrvw]|t[eaghlrt]|u[krz]|vi|y[io]|z[hu]"
)
"""The ISO 639-1 codes that people write, without those that are the endings of other things."""

_DASHED_LANGUAGES: Final = re.compile("de|en|es|fr|hu|ja|ko|nl|pl|ru|sv|tr|zh")
"""Those that are no words: many a title ends in `-is`, `-it`, `-no` or `-fi`."""

_LANGUAGE: Final = re.compile(
    r"(?P<language>[a-z]{2})(?:[-_](?:[a-z]{4}|[a-z]{2}|419)){0,2}", re.ASCII | re.IGNORECASE
)
_DASHED_LANGUAGE: Final = re.compile(
    r"[-_](?P<tail>(?P<language>[a-z]{2})(?P<place>(?:[-_](?:[A-Z][a-z]{3}|[A-Z]{2}|419)){0,2}))\Z",
    re.ASCII,
)
_DASHED_KIND: Final = re.compile(
    r"(?<=[^\s_-])[\s_-]+\(?(?:full[\s_-])?(?:transcripts?|transcription|captions?|subtitles?"
    r"|chapters|diari[sz]ed|show[\s_-]?notes|transkrypcja|transkrypt|napisy)\)?\Z",
    re.IGNORECASE,
)
_FOLDERS_OWN: Final = frozenset({"index", "_index"})


class FileName(NamedTuple):
    """The parts of a file's name.

    `stem` is what the episode may be called. `bare` lacks what may be a suffix or a part of the
    title, too: `talk-en`, `a-good-transcript`. `is_post` is true where the file stands for the
    folder it is in, which it is called after.
    """

    stem: str
    bare: str
    language: str | None = None
    is_machine_made: bool = False
    is_post: bool = False

    @classmethod
    def of(cls, path: Path | str) -> "FileName":
        """The parts of the name of the file that is at `path`."""
        folder, name = os.path.split(path)
        stem, language, is_machine_made = _without_suffixes(_without_ending(name))
        if stem.casefold() in _FOLDERS_OWN:
            stem = os.path.basename(os.path.abspath(folder)) or stem
            return cls(stem, stem, language, is_machine_made, True)
        bare, dashed = _without_dashed(stem)
        if _KINDS.fullmatch(bare.casefold()):
            bare = os.path.basename(os.path.abspath(folder)) or stem
        return cls(stem, bare, language or dashed, is_machine_made)

    @property
    def key(self) -> str:
        """The same for the files of one episode in a folder, however they are written."""
        return unicodedata.normalize("NFC", self.bare).casefold().strip(" -_") or self.bare


def bare_stem(path: Path | str) -> str:
    """The name of a file without its endings, and without what says which of several it is.

    An `index.md` is called after its folder.
    """
    return FileName.of(path).stem


def _without_ending(name: str) -> str:
    stem, ending = os.path.splitext(name)
    return os.path.splitext(stem)[0] if ending.lower() in ENDINGS else stem


def _without_suffixes(stem: str) -> tuple[str, str | None, bool]:
    """`stem` without the suffixes behind its dots, the language they name, and whether `auto`."""
    language: str | None = None
    is_machine_made = False
    while True:
        head, _, suffix = stem.rpartition(".")
        low = suffix.casefold()
        if not head.strip("."):
            break
        if _MACHINE_MADE.fullmatch(low):
            is_machine_made = True
        elif tongue := _language(suffix):
            language = language or tongue
        elif not (_KINDS.fullmatch(low) or _ENDINGS.fullmatch(low)):
            break
        stem = head
    underscored = stem.casefold().removesuffix("_transcript")
    return stem[: len(underscored)] or stem, language, is_machine_made


def _language(suffix: str) -> str | None:
    """The language that a suffix such as `pl`, `pt-BR` or `zh_Hans` names, as in `pt-BR`."""
    match = _LANGUAGE.fullmatch(suffix)
    if match is None or not _LANGUAGES.fullmatch(match["language"].lower()):
        return None
    language, *others = re.split("[-_]", suffix)
    named = [part.upper() if len(part) < 4 else part.capitalize() for part in others]
    return "-".join([language.lower(), *(part for part in named if part != "Orig")])


def _without_dashed(stem: str) -> tuple[str, str | None]:
    """`stem` without a kind and a language behind dashes, and the language."""
    language: str | None = None
    while True:
        match = _DASHED_KIND.search(stem) if stem[-1:].isalpha() or stem[-1:] == ")" else None
        if match is None:
            match = _DASHED_LANGUAGE.search(stem, len(stem) - 12)
            if match is None or not _is_dashed_language(match):
                return stem, language
            language = language or _language(match["tail"])
        if not match.start():
            return stem, language
        stem = stem[: match.start()]


def _is_dashed_language(match: re.Match[str]) -> bool:
    known = _LANGUAGES if match["place"] else _DASHED_LANGUAGES
    return known.fullmatch(match["language"]) is not None
