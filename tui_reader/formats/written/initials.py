"""Short names that stand for longer ones in the same file: `ŁK` and `Łukasz` for Łukasz Kałużny."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from tui_reader.lazily import pattern

__all__ = ["Names", "names_meant"]

_DECLARED: Final = pattern(r"(?P<name>[^\[\]()]+?)\s*[\[(](?P<short>[^\W\d_]{1,4})[\])]")
_MOST: Final = 200  # different labels in a file, above which none is looked at


class Names(NamedTuple):
    """Who each label of a file means, and those of them for which that is only a guess."""

    full: dict[str, str]
    guessed: dict[str, str]

    def of(self, label: str) -> str:
        """Whom `label` means: itself, where nothing else is sure."""
        return self.full.get(label, label)


def names_meant(labels: Iterable[str], people: Sequence[str] = ()) -> Names:
    """The full names that `labels`, all in a file, stand for; `people` are known to be in it.

    A short form counts where exactly one name can be meant. One that was declared beside the name
    (`Łukasz Kałużny [ŁK]`) is certain, everything else a guess.
    """
    different = list(dict.fromkeys(labels))
    if len(different) > _MOST:
        return Names({}, {})
    declared = _declared(different)
    whole = [declared.get(label, label) for label in different]
    longer = list(dict.fromkeys([name for name in (*whole, *people) if " " in name]))
    first = {name: full for name in whole if (full := _by_one_name(name, longer))}
    known = list(dict.fromkeys([*longer, *(n for n in whole if n not in first and len(n) > 3)]))
    short = _by_initials([name for name in whole if _is_short(name)], known)
    guessed = {name: full for name, full in (first | short).items() if name not in declared}
    return Names(
        guessed | {name: first.get(full, full) for name, full in declared.items()}, guessed
    )


def _declared(labels: Sequence[str]) -> dict[str, str]:
    """The names that stand before their own initials, by the label and by the initials."""
    found: dict[str, str] = {}
    meant: dict[str, set[str]] = {}
    for label in labels:
        match = _DECLARED.fullmatch(label)
        if match and _initials(match["name"]).startswith(match["short"].upper()):
            found[label] = match["name"]
            meant.setdefault(match["short"], set()).add(match["name"])
    return found | {short: names.pop() for short, names in meant.items() if len(names) == 1}


def _by_one_name(label: str, longer: Sequence[str]) -> str | None:
    """The one name that begins or ends with `label`, itself a single word of some length.

    A last name may be in capitals, as in an interview that gives names in full once.
    """
    if " " in label or len(label) < 2:
        return None
    found = [name for name in longer if name.split()[0] == label and not label.isupper()]
    if not found and len(label) > 3:
        last = label.casefold()
        found = [name for name in longer if name.split()[-1].casefold() == last]
    return found[0] if len(found) == 1 else None


def _by_initials(short: Sequence[str], known: Sequence[str]) -> dict[str, str]:
    """The one name of `known` for each of `short`; single letters only if all of them have one.

    Where some letters stand for no name, as in `Q` and `A`, the others don't either.
    """
    found: dict[str, str] = {}
    letters = True
    for label in short:
        names = [name for name in known if _stands_for(label, name)]
        if len(names) == 1:
            found[label] = names[0]
        elif len(label) == 1:
            letters = False
    return {label: name for label, name in found.items() if letters or len(label) > 1}


def _stands_for(label: str, name: str) -> bool:
    initials = _initials(name)
    return initials.startswith(label) if len(label) == 1 else initials == label


def _is_short(label: str) -> bool:
    return len(label) <= 3 and label.isalpha() and label.isupper()


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).upper()
