"""Names before the words of a cue: `Ann: `, `[Ann] `, `(Ann) `, `[SPEAKER_01]: `.

Which of them are names, the whole file has to tell: labels with a colon as in any text, those in
brackets where they come back, are written as names are, and are no sounds.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from tui_reader.formats.captions.pieces import Piece, in_pieces
from tui_reader.formats.captions.sounds import is_sound
from tui_reader.formats.written.labels import is_name, named_in, split_label
from tui_reader.turns import Cue

__all__ = ["labelled"]

_BRACKETS: Final = re.compile(
    r"[ \t]*(?:\[([^\[\]\n]{1,40})\]|\(([^()\n]{1,40})\))(?:[ \t]?(:)(?=\s|$)|(?!\w))\s*"
)
_PARTICLES: Final = frozenset(
    {"de", "da", "di", "von", "van", "der", "den", "la", "le", "el", "al"}
)
_SELDOM: Final = 50  # cues for one name in brackets, above which brackets hold something else
_NO_WORDS: Final = "…"


class _Tag(NamedTuple):
    name: str
    rest: str
    bare: bool
    """Whether it stands in brackets without a colon, which is as sounds are written, too."""


class _Names(NamedTuple):
    """Who is named in a file, by labels with a colon, and by brackets alone."""

    called: frozenset[str]
    bracketed: frozenset[str]

    def in_front(self, text: str) -> tuple[str, str] | None:
        """The name before the words of `text`, and those words."""
        tag = _tag(text)
        if tag is None or tag.name not in (self.bracketed if tag.bare else self.called):
            return None
        return tag.name, tag.rest


def labelled(cues: Sequence[Cue], words: str) -> Sequence[Cue]:
    """`cues` with the names that stand before their words as speakers, carried on until the next.

    A cue that is fresh and has no name belongs to nobody. `words` are the texts of all cues.
    """
    names = _names([cue.text for cue in cues], words)
    if not names.called and not names.bracketed:
        return cues
    return list(_carried(_named(cues, names)))


def _names(texts: Sequence[str], words: str) -> _Names:
    if "[" not in words and "(" not in words:
        return _Names(named_in(texts) if ":" in words else frozenset(), frozenset())
    tags = [_tag(text) for text in texts]
    bare = Counter(tag.name for tag in tags if tag is not None and tag.bare)
    called = named_in(
        f"{tag.name}: {tag.rest}" if tag is not None and not tag.bare else text
        for tag, text in zip(tags, texts, strict=True)
    )
    return _Names(frozenset(name for name in called if not is_sound(name)), _people(bare, texts))


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
    label = split_label(stripped) if ":" in stripped[:48] else None
    return None if label is None else _Tag(*label, bare=False)


def _named(cues: Iterable[Cue], names: _Names) -> Iterator[Cue]:
    """`cues`, cut where a line below their first begins with a name."""
    for cue in cues:
        if "\n" not in cue.text:
            found = names.in_front(cue.text)
            yield cue._replace(speaker=found[0], text=found[1]) if found else cue
        else:
            yield from in_pieces(cue, _by_line(cue, names))


def _by_line(cue: Cue, names: _Names) -> list[Piece]:
    pieces: list[Piece] = []
    for below, line in enumerate(cue.text.split("\n")):
        found = names.in_front(line)
        if found is not None and pieces and not pieces[-1].text.strip() and not pieces[-1].speaker:
            pieces.pop()
        if found is not None:
            pieces.append(Piece(found[1], found[0], cue.fresh and not below, below))
        elif pieces:
            pieces[-1] = pieces[-1]._replace(text=f"{pieces[-1].text}\n{line}")
        else:
            pieces.append(Piece(line, cue.speaker, cue.fresh, below))
    return pieces


def _carried(cues: Iterable[Cue]) -> Iterator[Cue]:
    """A cue without a name goes on with the last one; a name without words says `…`."""
    speaker: str | None = None
    silent: Cue | None = None
    for cue in cues:
        if silent is not None and (cue.speaker or cue.fresh):
            yield silent._replace(text=_NO_WORDS)
            silent = None
        if cue.speaker:
            same = cue.speaker == speaker
            speaker = cue.speaker
            cue = cue._replace(fresh=cue.fresh and not same)
            if not cue.text.strip():
                silent = cue
                continue
        elif cue.fresh:
            speaker = None
        if silent is not None and cue.text.strip():
            cue = cue._replace(line=silent.line, start=silent.start)
            silent = None
        yield cue._replace(speaker=speaker)
    if silent is not None:
        yield silent._replace(text=_NO_WORDS)
