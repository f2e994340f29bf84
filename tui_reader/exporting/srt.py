"""SubRip: every cue at its time, the name before the first words of everybody who begins to speak.

Kept: the words of every cue and its times. Speakers are found again where names before a colon are
told from other words. Title, chapters and notes have no place in it.
"""

from io import StringIO
from typing import Final

from tui_reader.exporting.base import Form
from tui_reader.exporting.cues import cues_of
from tui_reader.exporting.webvtt import clock
from tui_reader.lazily import pattern
from tui_reader.loading import Loaded

__all__ = ["FORM"]

_MARKUP: Final = pattern(r"<(?=[/!?A-Za-z\d])|\{(?=[\\/]|[A-Za-z](?:\}|:))|&(?=#?\w+;)|(?<=--)>")
"""What players take for the beginning of a tag or an entity."""

_ANGLE: Final = "\ufdd0"
"""Stands for a `<` for a while: a noncharacter of Unicode, which no text contains."""


def _write(loaded: Loaded) -> str:
    from webvtt import Caption
    from webvtt.srt import write

    captions = []
    speaker: str | None = None
    for found in cues_of(loaded.transcript):
        cue = found.cue
        named = cue.speaker and cue.speaker != speaker
        speaker = cue.speaker
        words = _shielded(f"{speaker}: {cue.text}" if named else cue.text)
        captions.append(Caption(clock(cue.start or 0), clock(cue.end or 0), words))
    written = StringIO()
    write(written, captions)
    return written.getvalue()


def _shielded(text: str) -> str:
    """`text` without what would be taken for a tag: entities stand for how that begins.

    The library takes away whatever stands between `<` and `>`.
    """
    closed = text.rfind(">") + 1
    text = text[:closed].replace("<", _ANGLE) + text[closed:]
    text = _MARKUP.sub(lambda match: f"&#{ord(match[0])};", text)
    return text.replace(_ANGLE, "&#60;")


FORM: Final = Form(
    name="srt",
    title="SubRip",
    suffix=".srt",
    about="captions as old players have them, names before the words",
    rank=3,
    write=_write,
    needs_times=True,
)
