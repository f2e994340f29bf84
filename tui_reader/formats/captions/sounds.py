"""Sounds in brackets, such as `[Music]` and `(laughs)`, which nobody is called."""

import re
from functools import cache
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["is_sound"]

_STEMS: Final = (  # no name begins like one of these
    *("applau", "aplau", "oklask", "beifall", "cheer", "аплод", "laugh", "chuckl", "giggl"),
    *("snicker", "śmiech", "śmiej", "gelächter", "musik", "muzyk", "músic", "музык", "смех"),
    *("inaudib", "unintellig", "indistin", "incompr", "inintel", "niesłysz", "niezrozum"),
    *("unverständ", "crosstalk", "cross-talk", "overlap", "transcri", "recording", "advert"),
    *("westchn", "footstep", "explosi", "gunshot", "whisper", "mumbl", "stutter", "applud"),
)
_WORDS: Final = (
    *("music", "musical", "song", "theme", "jingle", "instrumental", "intro", "outro", "crowd"),
    *("audience", "rire", "rires", "risa", "risas", "risos", "risate", "lacht", "lachen", "brawa"),
    *("silence", "stille", "cisza", "pause", "pauza", "break", "przerwa", "foreign", "speaks"),
    *("unclear", "noise", "noises", "sound", "sounds", "static", "szum", "dźwięk", "geräusch"),
    *("ruido", "bruit", "blank_audio", "blank", "audio", "commercial", "sponsor", "upbeat"),
    *("dramatic", "language", "background", "end", "start", "video", "clip", "translation"),
)
_VERBS: Final = (
    *("sigh", "gasp", "cough", "sneez", "sniff", "groan", "moan", "scoff", "snort", "whistl"),
    *("yawn", "breath", "inhal", "exhal", "beep", "bleep", "buzz", "ring", "chim", "click", "clap"),
    *("clatter", "knock", "bang", "thud", "scream", "shout", "sob", "weep", "bark", "meow", "hum"),
    *("exclaim", "sing", "clos", "open", "slam", "rev", "play", "stop", "pop", "tap", "crie"),
)
_GERUND: Final = pattern(r"\w{3,}ing", re.IGNORECASE)


def is_sound(label: str) -> bool:
    """Whether `label`, read in brackets, tells of a sound or a gap and names nobody."""
    return _sounds().search(label) is not None or _GERUND.fullmatch(label) is not None


@cache
def _sounds() -> re.Pattern[str]:
    """Compiled when it is needed: few files have names in brackets, and every start would wait."""
    verbs = rf"(?:{'|'.join(_VERBS)})(?:e?s|e?d|p?ing)"
    return pattern(
        rf"\b(?:{'|'.join(_STEMS)})|\b(?:{'|'.join(_WORDS)}|{verbs})\b"
        r"|音|拍手|笑|掌声|鼓掌|박수|웃음|음악|[♪♫]|^[\W_]*$",
        re.IGNORECASE,
    )
