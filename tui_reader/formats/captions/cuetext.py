"""The text of a cue: voices, tags and entities of WebVTT, as far as readers need them.

What looks like markup and is none, as in `a < b`, stays text.
"""

import re
from typing import Final, NamedTuple

from tui_reader.turns import Cue

__all__ = ["CueBlock", "spoken"]

_TAG: Final = re.compile(
    r"<(?:"
    r"(?P<voice>v(?:\.[^\s<>]*)?(?:\s[^<>]*)?)"
    r"|/?(?:c|i|b|u|ruby|rt|lang|v)(?:[.\s][^<>]*)?"
    r"|[\d:.]+"
    r"|/?[A-Za-z][\w.-]*(?:\s+[\w-]+=[^<>]*)?/?|/"
    r")>"
)
_VOICE_NAME: Final = re.compile(r"v(?:\.\S*)?\s*(.*)", re.DOTALL)


class CueBlock(NamedTuple):
    """A cue as it stands in a WebVTT file: `payload` with its tags, `line` that of the timing."""

    identifier: str
    start: int
    end: int
    payload: str
    line: int


def spoken(block: CueBlock) -> list[Cue]:
    """What is said in `block`: a cue for each voice, the time split as the characters are."""
    _, start, end, payload, line = block
    if "&" not in payload:
        tags = payload.count("<")
        if not tags:
            return [Cue(start, end, payload, None, line)]
        if tags == 1 and payload.startswith("<v "):
            name, closed, text = payload[3:].partition(">")
            if closed:
                return [Cue(start, end, text, " ".join(name.split()) or None, line)]
    pieces = _pieces(payload)
    if len(pieces) == 1:
        return [Cue(block.start, block.end, pieces[0][1], pieces[0][0], block.line)]
    total = sum(len(text) for _, text in pieces) or 1
    length = max(block.end - block.start, 0)
    cues = []
    done = 0
    for speaker, text in pieces:
        start = block.start + length * done // total
        done += len(text)
        end = block.start + length * done // total
        cues.append(Cue(start, end, text, speaker, block.line))
    cues[-1] = cues[-1]._replace(end=block.end)
    return cues


def _pieces(payload: str) -> list[tuple[str | None, str]]:
    """The voices of a payload and their words; nobody speaks what stands before the first."""
    pieces: list[tuple[str | None, str]] = []
    speaker: str | None = None
    words: list[str] = []
    end = 0
    for tag in _TAG.finditer(payload):
        words.append(_unescaped(payload[end : tag.start()]))
        end = tag.end()
        if tag["voice"] is not None:
            if (text := "".join(words)).strip():
                pieces.append((speaker, text))
            words = []
            speaker = _voice(tag["voice"])
    words.append(_unescaped(payload[end:]))
    if (text := "".join(words)).strip() or not pieces:
        pieces.append((speaker, text))
    return pieces


def _voice(annotation: str) -> str | None:
    match = _VOICE_NAME.match(annotation)
    return " ".join(_unescaped(match[1]).split()) or None if match else None


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)
