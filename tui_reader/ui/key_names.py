"""The names of keys: as people and the help write them, and as Textual has them."""

import unicodedata
from typing import Final

from textual.keys import KEY_NAME_REPLACEMENTS, Keys, format_key

from tui_reader.harmless import harmless_line

__all__ = ["pretty", "understood", "written"]

_PRETTY: Final = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "comma": ",",
    "full_stop": ".",
    "space": "Space",
    "enter": "Enter",
    "backspace": "Backspace",
    "delete": "Delete",
    "insert": "Insert",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}
"""What is written otherwise than Textual has it, all else than letters with a capital."""

_ALSO: Final = {
    **{name.lower(): key for key, name in _PRETTY.items() if len(name) > 1},
    **{name: key for key, name in _PRETTY.items() if len(name) == 1 and not name.isascii()},
    "pgdown": "pagedown",
    "page down": "pagedown",
    "page up": "pageup",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
}

_MODIFIERS: Final = {
    **dict.fromkeys(("ctrl", "control", "strg"), "ctrl"),
    **dict.fromkeys(("alt", "option", "meta"), "alt"),
    **dict.fromkeys(("super", "cmd", "command"), "super"),
    "shift": "shift",
}

_THE_SAME: Final = {
    "ctrl+i": "tab",
    "ctrl+m": "enter",
    "ctrl+h": "backspace",
    "ctrl+left_square_bracket": "escape",
}
"""What a terminal sends no other bytes for."""

_WRITTEN: Final = "Keys are written as the help shows them: Ctrl+F, PgDn, Space, G, F5, Alt+Left."

_KNOWN: Final = frozenset(
    [key.value for key in Keys if key.value[0] != "<"] + list(KEY_NAME_REPLACEMENTS.values())
)


def _named(character: str) -> str:
    """What Textual calls a character that is no letter nor digit."""
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return KEY_NAME_REPLACEMENTS.get(name, name)


_ASCII: Final = frozenset(_named(c) for c in map(chr, range(0x20, 0x7F)) if not c.isalnum())
_SIGNS: Final = (c for c in map(chr, range(0xA1, 0x100)) if c.isprintable() and not c.isalnum())
_LATIN: Final = {_named(sign): sign for sign in _SIGNS}
"""Keys of European keyboards, such as « and §, as Textual names them."""


def pretty(key: str) -> str:
    """A key as people write it: `Ctrl+F` for `ctrl+f`, `?` for `question_mark`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    name = _PRETTY.get(last) or _LATIN.get(last) or format_key(last)
    if name == last and (modifiers or len(last) > 1):
        name = last.title()
    return "+".join([*(modifier.title() for modifier in modifiers), name])


def written(key: str) -> str:
    """The same in letters that every keyboard has: `Alt+Left`."""
    name = pretty(key)
    arrow = _ALSO.get(name[-1:]) if len(name) > 1 or not name.isascii() else None
    return f"{name[:-1]}{arrow.title()}" if arrow else name


def understood(text: str) -> str:
    """Textual's name of the key that is written so; raises ValueError with a sentence."""
    text = text.strip() or text[:1]
    if len(text) == 2 and text[0] == "^":
        text = f"ctrl+{text[1]}"
    key = _composed(text)
    if key is None:
        shown = harmless_line(text[:30]) or "a blank"
        raise ValueError(f"{shown} is no key. {_WRITTEN}")
    if key in _THE_SAME:
        same = pretty(_THE_SAME[key])
        raise ValueError(f"a terminal cannot tell {pretty(key)} from {same}, so it is not used.")
    return key


def _composed(text: str) -> str | None:
    """The key with its modifiers, in the order in which Textual has them."""
    before, _, last = text[:-1].rpartition("+")
    last += text[-1:]
    modifiers = {_MODIFIERS.get(name.strip().lower()) for name in before.split("+") if before}
    key = _single(last.strip() or last, alone=not modifiers)
    if key is None or None in modifiers:
        return None
    if modifiers == {"shift"} and len(key) == 1 and key.isalpha():
        return key.upper()
    named = sorted(modifier for modifier in modifiers if modifier)
    return "+".join([*named, key])


def _single(text: str, *, alone: bool) -> str | None:
    """A key without modifiers. Capitals count where it stands alone."""
    if len(text) == 1 and text not in _ALSO:
        if text.isalnum():
            return text if alone else text.lower()
        name = _named(text)
        return name if name in _LATIN or name in _ASCII else None
    name = _ALSO.get(text.lower(), text.lower().replace(" ", "_"))
    return name if name in _KNOWN or name in _ASCII or name in _LATIN else None
