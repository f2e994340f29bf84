"""What a heading of a post stands over: the transcript, or notes around it."""

import re
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["is_notes", "opens_transcript"]

_TRANSCRIPT: Final = pattern(
    r"(?:[\w-]+\s){0,2}(?:transcript|transcription|transkrypcja|transkrypt|transkript"
    r"|transkription|transcripción|transcrição|trascrizione|transcriptie|transkripce"
    r"|расшифровка|транскрипт)s?\b.{0,40}",
    re.IGNORECASE,
)
_NOTES: Final = pattern(
    r"(?:(?:the |our |this |full |more |episode |show |useful |related |important |additional )*"
    r"(?:(?:show ?|episode ?)?notes|links?|resources|references|timestamps?|time codes?|chapters"
    r"|sponsors?|sponsorship|credits|footnotes|further reading|comments|episodes|contact|feedback"
    r"|subscribe|support(?: .{1,30})?|follow .{1,30}|connect with .{1,30}|mentioned.{0,30}"
    r"|links .{1,40}|table of contents|contents|outline))"
    r"|(?:about|meet) .{1,40}|where to .{1,40}"
    r"|linki.{0,30}|notatki|materiały|źródła|rozdziały|polecane.{0,30}|więcej|kontakt|sponsorzy?"
    r"|notizen|shownotes|quellen|kapitel(?:marken)?|weiterführende.{0,30}"
    r"|notes de l.épisode|liens|ressources|chapitres|enlaces|recursos|notas|capítulos",
    re.IGNORECASE,
)
_LONGEST: Final = 200
"""Characters of a heading that says such a thing."""

_DECORATION: Final = pattern(r"^[\W_]+|[\W_]+$")


def opens_transcript(title: str) -> bool:
    """Whether the plain words of a heading say that the transcript begins."""
    short = len(title) <= _LONGEST
    return short and _TRANSCRIPT.fullmatch(_DECORATION.sub("", title)) is not None


def is_notes(title: str) -> bool:
    """Whether they say that what follows was not spoken: show notes, links, sponsors."""
    return len(title) < 80 and _NOTES.fullmatch(_DECORATION.sub("", title)) is not None
