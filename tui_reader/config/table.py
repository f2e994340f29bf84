"""The table of settings: what the file is checked by, and every description of it made from."""

from typing import Final, NamedTuple

from tui_reader.config.kinds import Choice, Kind, Name, Number, Program, Template

__all__ = ["KEYS", "SECTIONS", "SETTINGS", "Setting"]

KEYS: Final = "keys"
"""The section whose settings are the commands: those are the interface's to know."""


class Setting(NamedTuple):
    """One setting: where it stands, which field of `Settings` it is, what it takes and means.

    `example` is a value somebody might choose, in TOML. `otherwise` says what holds where nothing
    is chosen and that is no fixed value.
    """

    section: str
    name: str
    field: str
    kind: Kind
    about: str
    example: str
    otherwise: str = ""

    @property
    def path(self) -> str:
        """Its name with its section: `screen.text-width`."""
        return f"{self.section}.{self.name}"


_REMEMBERED: Final = "as it was when you left"

SETTINGS: Final = (
    Setting("screen", "theme", "theme", Name("theme"),
            "The colours. The key C tells the names there are.", '"nord"', _REMEMBERED),
    Setting("screen", "gutter", "gutter", Choice("turn", "cue", "none"),
            "The times beside the words: of every turn, of every caption, or none.", '"cue"',
            _REMEMBERED),
    Setting("screen", "text-width", "text_width", Number(40, "cells"),
            "How wide the text is at most.", "72", _REMEMBERED),
    Setting("screen", "list-width", "list_width", Number(16, "cells"),
            "How wide the list of episodes is.", "40", "a third of the screen"),
    Setting("reading", "long-turn", "long_turn", Number(2, "words"),
            "From so many words on a turn is a long one, for showing only those.", "40"),
    Setting("copying", "citation", "citation", Template(),
            "What copying with the source copies. A part in [ ] is left out where something in it"
            " is not known. There are {text}, {speaker}, {title}, {show}, {number}, {date}, {time},"
            " {link} and {path}.",
            '"> {text}\\n> [{speaker}, ]*{title}*[, {time}]"'),
    Setting("copying", "copy", "copy", Template(),
            "What copying without it copies, of the same parts.", '"[{speaker}: ]{text}"'),
    Setting("playing", "player", "player", Program(),
            "The program that plays recordings, with its arguments: mpv, or one that takes the"
            " same ones.", '["mpv", "--speed=1.25"]'),
)  # fmt: skip
"""In the order in which they are shown."""

SECTIONS: Final = (*dict.fromkeys(setting.section for setting in SETTINGS), KEYS)
