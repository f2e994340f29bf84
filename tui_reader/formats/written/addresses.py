"""The addresses in front matter: an episode's own links, its recording, its video."""

import re
from collections.abc import Iterator
from typing import Any, Final

from tui_reader.entities import unescaped
from tui_reader.formats.written.values import entries_of, line_of
from tui_reader.lazily import pattern
from tui_reader.model import Link

__all__ = ["links_from"]

_OPENABLE: Final = pattern(r"(?:https?://|mailto:)[^\s<>\"]+")
_YOUTUBE_ID: Final = pattern(r"[\w-]{11}", re.ASCII)
_YOUTUBE: Final = "https://www.youtube.com/watch?v="
_IDS: Final = ("youtube_id", "youtubeid", "youtube", "yt_id", "video_id")
_PICTURES: Final = pattern(
    r"(?:.*_)?(?:images?|cover|thumbnail|thumb|picture|photo|logo|icon|avatar|artwork|og|banner)(?:_.*)?"
    r"|(?:og|twitter|schema)_.*|canonical.*"
)
_PICTURE_END: Final = (".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg", ".ico")
_AUDIO: Final = pattern(r"(?:.*_)?(?:audio|mp3|enclosure|file|media|podcast)(?:_.*)?")
_TITLES: Final = {"youtube": "YouTube", "spotify": "Spotify", "apple": "Apple Podcasts"}
_ENDINGS: Final = pattern(r"[_-]?(?:url|link|href)$")


def links_from(fields: dict[str, Any]) -> Iterator[Link]:
    """The list of links first, in its order, then every field that is an address."""
    yield from _listed(fields.get("links"))
    video = next((found for name in _IDS if (found := line_of(fields.get(name)))), "")
    if not _YOUTUBE_ID.fullmatch(video) or not any("youtu" in key for key in fields):
        video = ""
    elif not any(_is_video(value, video) for value in fields.values()):
        yield Link("YouTube", _YOUTUBE + video)
    for name, value in fields.items():
        if name == "links" or _PICTURES.fullmatch(name):
            continue
        url = value.get("url") if isinstance(value, dict) else value
        if isinstance(url, str) and _is_address(url):
            yield Link(_title(name), url.strip())


def _listed(value: Any) -> Iterator[Link]:

    if isinstance(value, dict):
        yield from (
            Link(str(key), url)
            for key, text in value.items()
            if (url := line_of(text)) and _is_address(url)
        )
        return
    for entry in entries_of(value):
        if isinstance(entry, dict):
            url = line_of(entry.get("url") or entry.get("link") or entry.get("href"))
            title = line_of(entry.get("title") or entry.get("name") or entry.get("text"))
        else:
            url, title = line_of(entry), None
            url = url if url and _is_address(url) else None
        if url:
            # Some sites escape a title that is escaped already.
            yield Link(" ".join(unescaped(unescaped(title or url)).split()), url)


def _is_video(value: Any, video: str) -> bool:
    return isinstance(value, str) and video in value and _is_address(value)


def _is_address(text: str) -> bool:
    text = text.strip()
    return bool(_OPENABLE.fullmatch(text)) and not text.lower().endswith(_PICTURE_END)


def _title(name: str) -> str:
    if _AUDIO.fullmatch(name):
        return "Audio"
    words = _ENDINGS.sub("", name).replace("_", " ").strip()
    return _TITLES.get(words, words.capitalize() or "Page")
