"""A key that waits for a letter: `m` sets a mark, `'` goes to one."""

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

__all__ = ["Answer", "Pending", "answer", "is_letter"]


class Pending(Enum):
    """What the next key is for. The value is the key that asked for it."""

    SET = "m"
    GO = "'"

    def hint(self, key: str, known: Iterable[tuple[str, str]] = ()) -> str:
        """What can be typed now behind a key; the letters that are `known`, with some words."""
        if self is Pending.SET:
            return f"{key}…  a letter, Esc leaves"
        marks = " · ".join(f"{letter} {words}".strip() for letter, words in known)
        return f"{key}…  {marks or 'no marks yet'} · {self.value} back, Esc leaves"


class Answer(NamedTuple):
    """What a key means to one that waits: a `letter`, the way `back`, or nothing, and why."""

    letter: str = ""
    back: bool = False
    complaint: str = ""


def is_letter(text: str) -> bool:
    """Whether a mark may be called so: a to z in an episode, A to Z in the library."""
    return len(text) == 1 and text.isascii() and text.isalpha()


def answer(pending: Pending, key: str, character: str | None) -> Answer:
    """What `key`, which types `character`, means to what waits for it."""
    if character and is_letter(character):
        return Answer(letter=character)
    if pending is Pending.GO and character == Pending.GO.value:
        return Answer(back=True)
    if key == "escape":
        done = "No mark was set." if pending is Pending.SET else "Not gone anywhere."
        return Answer(complaint=done)
    return Answer(complaint="A mark is called by a letter, a to z or A to Z.")
