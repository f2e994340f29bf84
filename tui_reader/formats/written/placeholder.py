"""Posts that have no transcript yet, or keep it in another place, and say so in a sentence."""

import re
from typing import Final

from tui_reader.lazily import pattern
from tui_reader.model import Status

__all__ = ["status_of"]

_LONGEST: Final = 400  # characters; who says more says more than that
_TRANSCRIPT: Final = (
    r"(?:transcripts?|transcriptions?|transkrypcj\w+|transkrypt\w*|zapis\w* rozmowy|transkript\w*"
    r"|transkription\w*|transcripción|transcripciones)"
)
_MISSING: Final = pattern(
    r"\bnie zdąży\w+ (?:jeszcze )?(?:przepisać|spisać|przetranskrybować)"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,3}}(?:wkrótce|niedostępn\w+|w przygotowaniu|niebawem)"
    rf"|(?:brak|nie ma)(?: jeszcze)? {_TRANSCRIPT}"
    r"|\bnot (?:yet |been ){0,2}transcribed|has ?n.t been transcribed|yet to be transcribed"
    rf"|\bno {_TRANSCRIPT}(?: (?:is|was|are))?(?: (?:available|yet|for this)\b)"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,5}}(?:not (?:yet )?(?:available|ready)|unavailable|pending"
    r"|coming soon|to follow|to come|soon)\b"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,3}}(?:folgt|noch nicht|in kürze)"
    rf"|\bkein(?:e|en)? {_TRANSCRIPT}|noch nicht transkribiert"
    rf"|pas encore (?:été )?transcrit|(?:aucune|pas de) {_TRANSCRIPT}"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,4}}(?:à venir|indisponible|non disponible|bientôt)"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,4}}(?:no disponible|no está disponible|próximamente)"
    r"|aún no (?:\w+ ){0,3}transcrit[oa]",
    re.IGNORECASE,
)
_ELSEWHERE: Final = pattern(
    rf"{_TRANSCRIPT} (?:\w+ ){{0,4}}(?:dostępn\w+|znajduje się|znajdziesz|jest)"
    r" (?:\w+ ){0,2}(?:w|na|pod|tutaj|tu)\b"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,6}}(?:in|at|on|as|from|here|below|via) ?(?:\w+ ){{0,3}}"
    r"(?:file|pdf|attachment|website|site|page|here|link|github|https?:)"
    rf"|(?:read|see|get|find|download) (?:the )?(?:\w+ ){{0,3}}{_TRANSCRIPT}"
    r" (?:here|at|on|in|from|below)\b"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,4}}(?:available|found) (?:here|at|on|in|from|below)\b"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,6}}(?:in der datei|als datei|als pdf|findest du|finden sie|hier)"
    rf"|{_TRANSCRIPT} (?:\w+ ){{0,4}}disponibles? (?:dans|sur|ici|en|aquí)\b",
    re.IGNORECASE,
)


def status_of(words: str) -> Status | None:
    """What the plain words of a body without turns say of its transcript; None where nothing."""
    words = " ".join(words.split())
    if len(words) > _LONGEST:
        return None
    if _MISSING.search(words):
        return Status.MISSING
    return Status.ELSEWHERE if _ELSEWHERE.search(words) else None
