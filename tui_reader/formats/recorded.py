"""Where a file says that its recording is: in fields, or in the tags of a page."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Final

from tui_reader.entities import unescaped
from tui_reader.lazily import pattern

__all__ = ["recording_from", "recording_in"]

_FIELDS: Final = (
    *("audio", "audiourl", "audiofile", "audiolink", "audiosrc", "mp3", "mp3url", "mp3file"),
    *("enclosure", "enclosureurl", "enclosures", "recording", "recordingurl", "recordingfile"),
    *("media", "mediaurl", "mediafile", "podcastfile", "podcasturl", "podcastaudio"),
    *("video", "videourl", "videofile", "videolink", "youtube", "youtubeurl", "youtubelink"),
    *("vimeo", "vimeourl"),
)
"""The names of fields without dashes, the likeliest first: sound before pictures."""

_IDS: Final = ("youtube", "youtubeid", "ytid", "videoid")
_INSIDE: Final = ("url", "src", "href", "file", "path", "source", "link", "mp3")
_YOUTUBE: Final = "https://www.youtube.com/watch?v="
_YOUTUBE_ID: Final = pattern(r"(?=.*[\d_A-Z-])[\w-]{11}", re.ASCII)
_MOST: Final = 100  # entries of a list that are looked at
_LONGEST: Final = 2_000

_ADDRESS: Final = pattern(r"(?:https?|file)://\S+", re.IGNORECASE)
_NO_SOUND: Final = pattern(
    r"[^?#]*\.(?:png|jpe?g|gif|webp|svg|ico|pdf|vtt|srt|json|md|html?|xml|rss)(?:[?#].*)?",
    re.IGNORECASE,
)
_FILE: Final = pattern(
    r"[^\n?#]+\.(?:mp[34]|m4[abv]|aac|og[gav]|opus|flac|wav|wma|aiff?|mk[av]|webm|mov|avi|mpe?g)",
    re.IGNORECASE,
)
_TAG: Final = pattern(r"<(?:audio|video|source)\b(?P<rest>[^<>]*+)>", re.IGNORECASE)
_SRC: Final = pattern(
    r"(?<![\w-])src\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s\"']++))",
    re.IGNORECASE,
)


def recording_from(fields: Mapping[Any, Any]) -> str | None:
    """The path or address that one of `fields` has, under the many names it goes by."""
    plain = {
        key.lower().replace("_", "").replace("-", ""): value
        for key, value in fields.items()
        if isinstance(key, str)
    }
    found = (_address(plain[name]) for name in _FIELDS if name in plain)
    first = next((address for address in found if address), None)
    if first is None and any("yt" in name or "youtu" in name for name in plain):
        ids = filter(None, (_id(plain.get(name)) for name in _IDS))
        first = next((_YOUTUBE + found for found in ids), None)
    return first


def recording_in(page: str) -> str | None:
    """The recording that is embedded in HTML."""
    return next(_embedded(page), None)


def _embedded(page: str) -> Iterator[str]:
    for tag in islice(_TAG.finditer(page), _MOST):
        source = _SRC.search(tag["rest"])
        if source is not None:
            written = source["double"] or source["single"] or source["bare"] or ""
            address = _address(unescaped(written))
            if address is not None:
                yield address


def _address(value: Any) -> str | None:
    """What of a value is an address or the name of a file that could be heard."""
    if isinstance(value, Mapping):
        inside = (_address(value[key]) for key in _INSIDE if isinstance(value.get(key), str))
        return next(filter(None, inside), None)
    if isinstance(value, list):
        entries = (entry for entry in value[:_MOST] if not isinstance(entry, list))
        return next(filter(None, map(_address, entries)), None)
    text = value.strip() if isinstance(value, str) else ""
    if not text or len(text) > _LONGEST or _NO_SOUND.fullmatch(text):
        return None
    return text if _ADDRESS.fullmatch(text) or _FILE.fullmatch(text) else None


def _id(value: Any) -> str | None:
    """What could be the name of a video, and of nothing else."""
    text = value.strip() if isinstance(value, str) else ""
    return text if _YOUTUBE_ID.fullmatch(text) else None
