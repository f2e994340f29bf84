"""`Name: text`: telling who speaks from any other words before a colon.

One line cannot tell, so the whole file has to: a name comes back, and names outnumber everything
else that stands before a colon.
"""

import re
from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["NOT_SPEAKERS", "is_name", "named_in", "split_label"]

_LABEL: Final = re.compile(r"([^\s:][^:\n]{0,39}?)\s?:(?:\s+|$)")
_WORDS: Final = 5
_SENTENCE_MARKS: Final = frozenset('?!;"“”„<>{}=*…')

NOT_SPEAKERS: Final = frozenset(
    {
        *("note", "notes", "example", "examples", "warning", "important", "tip", "caution", "todo"),
        *("update", "edit", "http", "https", "ftp", "url", "link", "links", "source", "sources"),
        *("date", "time", "title", "subject", "re", "fwd", "ps", "faq", "answer", "question"),
        *("info", "error", "errors", "debug", "warn", "trace", "fatal", "critical", "fatal error"),
        *("fix", "fixed", "add", "added", "changed", "removed", "deprecated", "security", "feat"),
        *("from", "to", "cc", "bcc", "sent", "author", "commit"),
        *("uwaga", "przykład", "źródło", "pytanie", "odpowiedź", "hinweis", "beispiel", "quelle"),
    }
)
"""Words that stand before a colon without speaking, in lower case."""

_MOST: Final = 0.6  # the share of texts with a name from which on a name need not come back


def split_label(text: str) -> tuple[str, str] | None:
    """The words before the first colon of `text` and those behind, if they could be a label."""
    match = _LABEL.match(text)
    return None if match is None else (" ".join(match[1].split()), text[match.end() :])


def is_name(label: str) -> bool:
    """Whether `label` has the shape of a name: few words, a capital, no sentence."""
    first = label[:1]
    return (
        len(label.split()) <= _WORDS
        and (first.isupper() or first.istitle() or _is_caseless(first) or _is_handle(label))
        and label.lower() not in NOT_SPEAKERS
        and not _SENTENCE_MARKS.intersection(label)
        and ". " not in label.removeprefix("Dr. ")
    )


def named_in(texts: Iterable[str]) -> frozenset[str]:
    """The names that speak in a file whose pieces are `texts`; none where that is in doubt."""
    total = 0
    labels: Counter[str] = Counter()
    for text in texts:
        total += 1
        if ":" in text[:48] and (found := split_label(text)):
            labels[found[0]] += 1
    names = {label: count for label, count in labels.items() if is_name(label)}
    again = {label: count for label, count in names.items() if count > 1}
    if sum(names.values()) >= _MOST * total and again:
        again = names
    said = sum(again.values())
    return frozenset(again) if said > sum(labels.values()) - said else frozenset()


def _is_caseless(char: str) -> bool:
    """Letters of scripts without capitals: Hebrew, Arabic, Chinese …"""
    return char.isalpha() and char.lower() == char.upper()


def _is_handle(label: str) -> bool:
    """`leobago`, `kingy_sigp`: one word, as people sign in to a meeting."""
    return label.replace("_", "").isalnum() and not label.isdigit()
