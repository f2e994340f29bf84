"""Which names stand before words in a file of captions: with a colon, or in brackets.

The whole file has to tell: labels with a colon as in any text, or in capitals; those in brackets
where they come back, are written as names are, and are no sounds.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.shouted import shouted_in, without_aside
from tui_reader.formats.captions.sounds import is_sound
from tui_reader.formats.written.labels import has_colon, is_name, named_in, split_label
from tui_reader.lazily import pattern

__all__ = ["Names", "names_in"]

_BRACKETS: Final = pattern(
    r"[ \t]*(?:\[([^\[\]\n]{1,40})\]|\(([^()\n]{1,40})\))(?:[ \t]?(:)(?=\s|$)|(?!\w))\s*"
)
_PARTICLES: Final = frozenset(
    {"de", "da", "di", "von", "van", "der", "den", "la", "le", "el", "al"}
)
_SELDOM: Final = 50  # cues for one name in brackets, above which brackets hold something else


class _Tag(NamedTuple):
    name: str
    rest: str
    bare: bool
    """Whether it stands in brackets without a colon, which is as sounds are written, too."""


class Names(NamedTuple):
    """Who is named in a file, by labels with a colon, and by brackets alone."""

    called: frozenset[str]
    bracketed: frozenset[str]

    def in_front(self, text: str) -> tuple[str, str] | None:
        """The name before the words of `text`, and those words."""
        tag = _tag(text)
        if tag is None:
            return None
        if tag.name in (self.bracketed if tag.bare else self.called):
            return tag.name, tag.rest
        if tag.bare:
            return self._behind_sound(text, tag)
        name, aside = without_aside(tag.name)
        return (name, f"{aside} {tag.rest}") if aside and name in self.called else None

    def _behind_sound(self, text: str, sound: _Tag) -> tuple[str, str] | None:
        """The name in `(sighs) ANN: No.`; the sound stays with her words."""
        tag = _tag(sound.rest) if is_sound(sound.name) else None
        if tag is None or tag.bare or tag.name not in self.called:
            return None
        return tag.name, f"{text[: len(text) - len(sound.rest)].strip()} {tag.rest}"


def names_in(texts: Sequence[str], words: str) -> Names:
    """The names in `texts`; `words` are all of them, a line break between each."""
    shouted = shouted_in(words, len(texts)) if ":" in words else frozenset()
    if "[" not in words and "(" not in words:
        colon = ":" in words or "：" in words
        return Names(shouted | named_in(texts) if colon else frozenset(), frozenset())
    tags = [_tag(text) for text in texts]
    bare = Counter(tag.name for tag in tags if tag is not None and tag.bare)
    called = named_in(
        f"{tag.name}: {tag.rest}" if tag is not None and not tag.bare else text
        for tag, text in zip(tags, texts, strict=True)
    )
    called = frozenset(name for name in called | shouted if not is_sound(name))
    return Names(called, _people(bare, texts))


def _people(labels: Counter[str], texts: Sequence[str]) -> frozenset[str]:
    """Those of the labels in brackets that are people: at least two, and each comes back."""
    names = {name: count for name, count in labels.items() if _is_person(name)}
    everywhere = 5 * sum(names.values()) >= 3 * len(texts)
    names = {name: count for name, count in names.items() if count > 1 or everywhere}
    if sum(names.values()) * _SELDOM < len(texts):
        return frozenset()
    return frozenset(names) if len(names) > 1 or everywhere else frozenset()


def _is_person(label: str) -> bool:
    words = [word for word in label.split() if word.lower() not in _PARTICLES]
    capitals = all(not word[:1].isalpha() or not word[:1].islower() for word in words)
    return bool(words) and capitals and is_name(label) and not is_sound(label)


def _tag(text: str) -> _Tag | None:
    """What stands before the words of `text` as a name could."""
    stripped = text.lstrip()
    if stripped[:1] in ("[", "("):
        found = _BRACKETS.match(stripped)
        if found is None:
            return None
        name = " ".join((found[1] or found[2]).split())
        inside = name.endswith(":")
        name = name.removesuffix(":").rstrip()
        bare = found[3] is None and not inside
        return _Tag(name, stripped[found.end() :], bare) if name else None
    label = split_label(stripped) if has_colon(stripped) else None
    return None if label is None else _Tag(*label, bare=False)
