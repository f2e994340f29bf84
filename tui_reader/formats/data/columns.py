"""The many names that words, times and speakers go by, in lists that no one vendor has shaped."""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["SPOKEN", "Column", "column"]

_NAMES: Final = {
    "text": (
        *("text", "body", "transcript", "sentence", "utterance", "rawtext", "transcription"),
        *("caption", "subtitle", "sentences", "texte", "texto", "tekst", "testo"),
        *("content", "message", "line", "phrase", "speech", "words", "word", "annotation"),
    ),
    "speaker": (
        *("speakername", "speaker", "speakerdisplayname", "speakerlabel", "speakerid"),
        *("speakertag", "participantname", "participant", "participantrole", "spokenby"),
        *("sprecher", "intervenant", "locuteur", "hablante", "orador", "mwca", "rozmwca"),
        *("who", "actor", "name", "displayname", "tier"),
    ),
    "start": (
        *("start", "starttime", "starttimestamp", "begin", "begintime", "startoffset"),
        *("beginoffset", "from", "in", "timecodein", "timestamp", "time", "timecode", "offset"),
        *("tstart", "starttimeformatted", "starttimecode", "datastart", "timespan", "timerange"),
        *("startzeit", "zeit", "dbut", "inicio", "pocztek", "czas"),
    ),
    "end": (
        *("end", "endtime", "endtimestamp", "stop", "finish", "endoffset", "to", "out"),
        *("timecodeout", "endtimeformatted", "endtimecode", "dataend"),
        *("endzeit", "ende", "fin", "koniec"),
    ),
    "duration": ("duration", "dur", "dduration", "length"),
}
"""Names in small letters of ASCII, the best first; of words in other languages, others drop out."""

_SPOKEN: Final = 14
_PLACE: Final = {
    name: (kind, rank) for kind, names in _NAMES.items() for rank, name in enumerate(names)
}
_UNIT: Final = pattern(
    r"(?:in)?(?:(ms|msec|msecs|millis|milliseconds)|s|secs?|seconds|hhmmss(?:ms|ff)?|ssmsec)",
    re.ASCII,
)
_TIMES: Final = frozenset({"start", "end", "duration"})
_NO_LETTER: Final = pattern(r"[^a-z]+")

SPOKEN: Final = frozenset(name for name in _NAMES["text"][:_SPOKEN])
"""Names of texts that are speech; the others are so only beside a time and a speaker."""


class Column(NamedTuple):
    """What a name means: its kind, how good a name it is for that (0 the best), and its unit.

    `unit` is in milliseconds, None where the name does not say it; `name` has small letters only.
    """

    kind: str
    rank: int
    name: str
    unit: int | None = None


@lru_cache(maxsize=1024)
def column(key: str) -> Column | None:
    """What `key` means in a list of segments or at the head of a table, if it means anything."""
    if len(key) > 40:
        return None
    name = _NO_LETTER.sub("", key.strip().lower())
    if place := _PLACE.get(name):
        return Column(*place, name)
    for kind_name, (kind, rank) in _PLACE.items():
        timely = kind in _TIMES and name.startswith(kind_name)
        if timely and (unit := _UNIT.fullmatch(name, len(kind_name))):
            return Column(kind, rank, name, 1 if unit[1] else 1000)
    return None
