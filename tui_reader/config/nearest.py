"""The name that somebody meant who wrote another one."""

from collections.abc import Iterable
from typing import Final

__all__ = ["meant", "nearest"]

_ALIKE: Final = 60
"""How much alike, of 100, a name has to be to be offered."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The one of `names` that is most like `name`, if any is like it at all."""
    from rapidfuzz import fuzz, process, utils

    plain = utils.default_process
    candidates = sorted(names)
    found = process.extractOne(
        name, candidates, scorer=fuzz.ratio, processor=plain, score_cutoff=_ALIKE
    )
    return None if found is None else str(found[0])


def meant(name: str, names: Iterable[str]) -> str:
    """An offer to be put behind a sentence: ` Is theme meant?`, or nothing."""
    found = nearest(name, names)
    return "" if found is None else f" Is {found} meant?"
