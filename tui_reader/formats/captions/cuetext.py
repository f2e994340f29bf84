"""The text of a cue: voices, tags and entities of WebVTT, as far as readers need them.

What looks like markup and is none, as in `a < b`, stays text: the standard drops a tag that nothing
closes, and with it what may be words.
"""

import re
from typing import Final, NamedTuple

from tui_reader.entities import unescaped
from tui_reader.formats.captions.pieces import Piece, in_pieces
from tui_reader.lazily import pattern
from tui_reader.turns import Cue

__all__ = ["CueBlock", "spoken", "voice_of"]

_TAG: Final = pattern(
    r"<(?:"
    r"(?P<voice>v(?:\.[^\s<>]*)?(?:\s[^<>]*)?)>"
    r"|(?P<break>br\s*/?)>"
    r"|/?(?:c|i|b|u|ruby|rt|lang|v)(?:[.\s][^<>]*)?>"
    r"|[\d:.\ufffd]+>"
    r"|/?[A-Za-z][\w.-]*(?:\s+[\w-]+=[^<>]*)?/?>"
    r"|/\s*+[A-Za-z]*+\s*+(?:>|\Z)"
    r"|(?:[a-z]{1,4}\.|(?:\d+:)?\d\d?:\d\d\.\d{3})\Z"
    r")"
)
_NAMED: Final = pattern(r'\d+ "([^"\n]{1,80})" \(\d+\)\s*')
_VOICE_NAME: Final = pattern(r"v(?:\.\S*)?\s*(.*)", re.DOTALL)


class CueBlock(NamedTuple):
    """A cue as it stands in a WebVTT file: `payload` with its tags, `line` that of the timing.

    `lenient` is one that the standard refuses, but that somebody has surely written to be read.
    """

    identifier: str
    start: int
    end: int
    payload: str
    line: int
    lenient: bool = False


def spoken(block: CueBlock) -> list[Cue]:
    """What is said in `block`: a cue for each voice, the time split as the characters are."""
    identifier, start, end, payload, line, _ = block
    voice = voice_of(identifier) if '"' in identifier else None
    if "&" not in payload:
        tags = payload.count("<")
        if not tags:
            return [Cue(start, end, payload, voice, line)]
        if tags == 1 and payload.startswith("<v "):
            name, closed, text = payload[3:].partition(">")
            if closed:
                return [Cue(start, end, text, " ".join(name.split()) or None, line)]
    pieces = _pieces(payload)
    if len(pieces) == 1:
        return [Cue(start, end, pieces[0].text, pieces[0].speaker or voice, line)]
    return in_pieces(Cue(start, end, payload, None, line), pieces)


def voice_of(identifier: str) -> str | None:
    """Who speaks a cue, where its identifier says so, as Webex writes: `7 "Ann Lee" (1234)`."""
    match = _NAMED.fullmatch(identifier)
    return match and (" ".join(match[1].split()) or None)


def _pieces(payload: str) -> list[Piece]:
    """The voices of a payload and their words; nobody speaks what stands before the first."""
    payload = payload.removesuffix("\n")
    pieces: list[Piece] = []
    speaker: str | None = None
    words: list[str] = []
    end = below = lines = 0
    for tag in _TAG.finditer(payload):
        before = payload[end : tag.start()]
        words.append(unescaped(before))
        lines += before.count("\n")
        end = tag.end()
        if tag["break"] is not None:
            words.append("\n")
        elif tag["voice"] is not None:
            if (text := "".join(words)).strip():
                pieces.append(Piece(text, speaker, below=below))
            words = []
            below = lines
            speaker = _voice(tag["voice"])
        lines += tag[0].count("\n")
    words.append(unescaped(payload[end:]))
    if (text := "".join(words)).strip() or not pieces:
        pieces.append(Piece(text, speaker, below=below))
    return pieces


def _voice(annotation: str) -> str | None:
    match = _VOICE_NAME.match(annotation)
    return " ".join(unescaped(match[1]).split()) or None if match else None
