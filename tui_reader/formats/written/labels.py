"""`Name: text`: telling who speaks from any other words before a colon.

One line cannot tell, so the whole file has to: a name comes back, and names outnumber everything
else that stands before a colon.
"""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import Final

from tui_reader.lazily import pattern

__all__ = ["NOT_SPEAKERS", "has_colon", "is_name", "named_in", "split_label"]

_LABEL: Final = pattern(r"([^\s:：][^:：\n]{0,39}?)\s?(?:：\s*|:(?:\s+|$))")
_WORDS: Final = 5
_PROPER_WORDS: Final = 4  # of a name that is there but once
_SHOUTED_WORDS: Final = 3
_TITLED: Final = pattern(
    r"(?<!\w)(?:(?:Dr|Mr|Mrs|Ms|Prof|Hon|Sen|Rep|Gov|Gen|Lt|Sgt|Capt|St|Rev|Fr|Sr|Jr|[^\W\d_])"
    r"\. ?)+",
    re.I,
)
_PARTICLES: Final = frozenset(
    {"de", "da", "di", "do", "von", "van", "der", "den", "la", "le", "el", "al", "of", "the", "in"}
)
_SENTENCE_MARKS: Final = frozenset('?!;"“”„<>{}=*…')

NOT_SPEAKERS: Final = frozenset(
    {
        *("note", "notes", "example", "examples", "warning", "important", "tip", "caution", "todo"),
        *("update", "edit", "http", "https", "ftp", "url", "link", "links", "source", "sources"),
        *("date", "time", "title", "subject", "re", "fwd", "ps", "faq", "answer", "question"),
        *("info", "error", "errors", "debug", "warn", "trace", "fatal", "critical", "fatal error"),
        *("fix", "fixed", "add", "added", "changed", "removed", "deprecated", "security", "feat"),
        *("from", "to", "cc", "bcc", "sent", "author", "commit"),
        *("action", "actions", "action item", "action items", "decision", "decisions", "agenda"),
        *("apologies", "next meeting", "next steps", "summary", "key takeaways", "minutes"),
        *("prep time", "cook time", "total time", "serves", "servings", "yield", "ingredients"),
        *("uwaga", "przykład", "źródło", "pytanie", "odpowiedź", "hinweis", "beispiel", "quelle"),
    }
)
"""Words that stand before a colon without speaking, in lower case."""

_MOST: Final = 0.6  # the share of texts with a name from which on a name need not come back


def split_label(text: str) -> tuple[str, str] | None:
    """The words before the first colon of `text` and those behind, if they could be a label."""
    match = _LABEL.match(text)
    return None if match is None else (" ".join(match[1].split()), text[match.end() :])


def has_colon(text: str) -> bool:
    """Whether there is a colon where a label could end, as far as one can tell at a glance."""
    start = text[:48]
    return ":" in start or "：" in start


def is_name(label: str) -> bool:
    """Whether `label` has the shape of a name: few words, a capital, no sentence."""
    first = label[:1]
    return (
        len(label.split()) <= _WORDS
        and (first.isupper() or first.istitle() or _is_caseless(first) or _is_handle(label))
        and label.lower() not in NOT_SPEAKERS
        and not _SENTENCE_MARKS.intersection(label)
        and (". " not in label or ". " not in _TITLED.sub("", label))
    )


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """The names that speak in a file whose pieces are `texts`; none where that is in doubt."""
    found = [_label_of(text) for text in texts]
    labels = Counter(label for label in found if label is not None)
    names = {label: count for label, count in labels.items() if is_name(label)}
    again = {label: count for label, count in names.items() if count > 1}
    if again and _are_most(found, names, again):
        again |= {label: count for label, count in names.items() if _is_proper(label)}
    said = sum(again.values())
    return frozenset(again) if said > sum(labels.values()) - said else frozenset()


def _label_of(text: str) -> str | None:
    split = split_label(text) if has_colon(text) else None
    return split[0] if split else None


def _are_most(labels: Sequence[str | None], names: Container[str], again: Container[str]) -> bool:
    """Whether most texts have a name, from the first on who speaks again."""
    begun = next(at for at, label in enumerate(labels) if label in again)
    named = sum(label in names for label in labels[begun:])
    return named >= _MOST * (len(labels) - begun)


def _is_proper(label: str) -> bool:
    """Whether `label` is written as names are, not as a sentence begins: `And the thing is`."""
    words = label.split()
    most = _SHOUTED_WORDS if label.isupper() else _PROPER_WORDS
    others = (word for word in words[1:] if word.lower() not in _PARTICLES)
    return len(words) <= most and not any(word[0].islower() for word in others)


def _is_caseless(char: str) -> bool:
    """Letters of scripts without capitals: Hebrew, Arabic, Chinese …"""
    return char.isalpha() and char.lower() == char.upper()


def _is_handle(label: str) -> bool:
    """`leobago`, `kingy_sigp`: one word, as people sign in to a meeting."""
    return label.replace("_", "").isalnum() and not label.isdigit()
