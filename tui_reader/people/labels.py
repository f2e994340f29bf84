"""The labels by which a transcript tells its speakers apart: which are names, and which are not."""

import re
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["initials", "is_initials", "is_placeholder", "key", "looks_like_a_name"]

_PLACEHOLDER: Final = pattern(
    r"(?:(?:speaker|spkr?|person|participant|voice|user|host|guest|interviewer|interviewee|"
    r"moderator|unknown(?: speaker)?|unidentified(?: speaker)?|man|woman|male|female|"
    r"mówca|rozmówca|osoba|głos|gość|prowadzący|prowadząca|"
    r"sprecher(?:in)?|orateur|locuteur|hablante|interlocutor|falante|parlante)"
    r"[ _#-]*(?:\d+|[a-z])?|s\d+|\d+|[a-z])",
)
"""What recognisers and people write who do not know a name."""

_INITIALS: Final = pattern(r"(?:[^\W\d_]\.? ?){2,4}")

_NAME: Final = pattern(r"[^\W\d_][^\W\d_.'’-]*\.?(?:[ '’-][^\W\d_][^\W\d_.'’-]*\.?){0,4}")


def key(label: str) -> str:
    """What is compared of a label: all but case and white space."""
    return " ".join(label.split()).casefold()


def is_placeholder(label: str) -> bool:
    """Whether a label stands in for a name that nobody knew: `Speaker 1`, `SPEAKER_00`, `Guest`."""
    return _PLACEHOLDER.fullmatch(key(label)) is not None


def is_initials(label: str) -> bool:
    """Whether a label is two to four capitals: `SW`, `S.W.`"""
    bare = label.strip()
    return _INITIALS.fullmatch(bare) is not None and bare.upper() == bare


def initials(name: str) -> str:
    """The first letters of the parts of a name, as capitals."""
    return "".join(part[0] for part in re.split(r"[\s.-]+", name) if part).upper()


def looks_like_a_name(text: str) -> bool:
    """Whether a text may be a person's name: up to five words, the first and last with capitals."""
    words = text.split()
    if not words or is_placeholder(text) or not _NAME.fullmatch(text.strip()):
        return False
    return not (words[0][0].islower() or words[-1][0].islower())
