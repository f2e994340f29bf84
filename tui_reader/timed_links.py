"""The address of an episode, at a time where the site behind it is known to take one."""

import re
from collections.abc import Sequence
from typing import Final
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from tui_reader.lazily import pattern
from tui_reader.model import Link

__all__ = ["at_time", "own_link"]

_VIDEO: Final = pattern(
    r"https?://(?:(?:www\.|m\.|music\.)?youtube\.com/(?:watch\?|live/|shorts/|embed/)"
    r"|youtu\.be/[\w-]|(?:player\.)?vimeo\.com/(?:video/)?\d)",
    re.IGNORECASE,
)
_SOUND: Final = (".mp3", ".m4a", ".ogg", ".opus", ".oga", ".wav", ".mp4", ".webm", ".m4v")


def own_link(links: Sequence[Link]) -> str | None:
    """The address of the recording among the `links` of an episode: a video, or the first of all.

    The first is what most people put there: the page of the episode.
    """
    videos = (link.url for link in links if _VIDEO.match(link.url))
    return next(videos, links[0].url if links else None)


def at_time(url: str, time: int | None) -> str:
    """`url` so that it plays from `time` (milliseconds); as it is where that cannot be asked for.

    YouTube takes `t=`, Vimeo and sound files take `#t=`.
    """
    if time is None:
        return url
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    video, seconds = _VIDEO.match(url), time // 1000
    if video and "vimeo" not in video[0].lower():
        fields = [(name, value) for name, value in parse_qsl(parts.query) if name != "t"]
        return urlunsplit(parts._replace(query=urlencode([*fields, ("t", str(seconds))])))
    if video or parts.path.lower().endswith(_SOUND):
        return urlunsplit(parts._replace(fragment=f"t={seconds}{'s' if video else ''}"))
    return url
