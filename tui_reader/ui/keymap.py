"""Every key, once: the footer, the help, the palette and the README are made from this table.

An id never changes, so that a key can be given to another command by it.
"""

from enum import Enum
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import format_key

__all__ = ["COMMANDS", "Command", "Where", "bindings", "footer", "palette", "pretty_keys"]


class Where(Enum):
    """Where a key works. The value is the heading that help gives it."""

    MOVE = "Moving in the transcript"
    JUMP = "Jumping"
    FIND = "Finding"
    LIST = "In the episode list"
    TAKE = "Taking out"
    VIEW = "The screen"
    SOURCE = "In the source text"


class Command(NamedTuple):
    """Something a person can do, and the keys that do it (Textual's names, comma-separated).

    What is done seldom has no keys, and is found in the palette.

    `label` is its name in the footer and the palette, `help` the sentence about it. A command that
    `opens_input` is done before the next key is looked at, which may be there already and is text.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    where: Where
    footer: bool = False
    opens_input: bool = False


_M, _J, _F, _L, _T, _V, _S = (
    Where.MOVE, Where.JUMP, Where.FIND, Where.LIST, Where.TAKE, Where.VIEW, Where.SOURCE,
)  # fmt: skip

COMMANDS: Final = (
    Command("line-down", "j,down", "scroll_rows(1)", "Line down", "One line down", _M),
    Command("line-up", "k,up", "scroll_rows(-1)", "Line up", "One line up", _M),
    Command("half-down", "d,ctrl+d", "scroll_pages(0.5)", "Half a page down", "Half a page", _M),
    Command("half-up", "u,ctrl+u", "scroll_pages(-0.5)", "Half a page up", "Half a page back", _M),
    Command(
        "page-down", "space,f,pagedown,ctrl+f", "scroll_pages(1)", "Page down", "A page", _M
    ),
    Command("page-up", "b,pageup,ctrl+b", "scroll_pages(-1)", "Page up", "A page back", _M),
    Command("top", "home", "edge(-1)", "Top", "To the top (also gg)", _M),
    Command("bottom", "G,end", "edge(1)", "Bottom", "To the bottom", _M),
    Command("next-turn", "}", "turn(1)", "Next turn", "The next turn", _J),
    Command("previous-turn", "{", "turn(-1)", "Previous turn", "The turn before", _J),
    Command(
        "next-of-speaker", ")", "turn_of_speaker(1)", "Same speaker, next",
        "The next turn of the same speaker", _J,
    ),
    Command(
        "previous-of-speaker", "(", "turn_of_speaker(-1)", "Same speaker, previous",
        "The turn before of the same speaker", _J,
    ),
    Command("next-section", "]", "section(1)", "Next section", "The next heading or chapter", _J),
    Command(
        "previous-section", "[", "section(-1)", "Previous section",
        "The heading or chapter before", _J,
    ),
    Command("next-episode", "J", "episode(1)", "Next episode", "The next episode", _J),
    Command("previous-episode", "K", "episode(-1)", "Previous episode", "The one before", _J),
    Command(
        "go-to", "g", "go_to", "Go to",
        "Go to 12:34, 1:02:03, +30, -1:00, 50% or turn #61; gg for the top", _J, footer=True,
        opens_input=True,
    ),
    Command("jump-back", "ctrl+o,alt+left", "jump(-1)", "Back",
            "Back to where you were before the last jump, in any episode", _J),
    Command("jump-forward", "alt+right", "jump(1)", "Forward", "Forward again", _J),
    Command(
        "search", "/", "search", "Search",
        "Search where you are: the library from the list, the episode from the transcript", _F,
        footer=True, opens_input=True,
    ),
    Command("search-library", "S", "search_library", "Search library", "Search all episodes", _F,
            opens_input=True),
    Command("switch-scope", "ctrl+t", "switch_scope", "Episode or library",
            "Switch the search between episode and library", _F),
    Command("next-hit", "n", "hit(1)", "Next hit",
            "The next hit, on into the next episode in a library search", _F, footer=True),
    Command("previous-hit", "N", "hit(-1)", "Previous hit", "The hit before", _F),
    Command("filter", "&", "filter", "Only hits",
            "Show only the turns with hits, and all again", _F, opens_input=True),
    Command("leave", "escape", "leave", "Leave",
            "Show all turns again, then leave the search; never quits", _F),
    Command("list-down", "j,down", "move(1)", "Next", "The next episode or hit", _L),
    Command("list-up", "k,up", "move(-1)", "Previous", "The one before", _L),
    Command("list-page-down", "space,f,pagedown,d,ctrl+d,ctrl+f", "move_pages(1)",
            "Page down", "A page of the list", _L),
    Command("list-page-up", "b,pageup,u,ctrl+u,ctrl+b", "move_pages(-1)",
            "Page up", "A page of the list back", _L),
    Command("list-top", "home", "move_to_edge(-1)", "First", "The first of the list", _L),
    Command("list-bottom", "G,end", "move_to_edge(1)", "Last", "The last of the list", _L),
    Command("open", "enter,l,right", "open", "Open",
            "Read the episode, or on at the hit", _L),
    Command("sort", "comma", "sort", "Sort",
            "Sort by date, title, duration or show; in a search by relevance or date", _L),
    Command("reverse", "full_stop", "reverse", "Reverse", "Reverse the order", _L),
    Command("copy", "y", "copy", "Copy", "Copy the selection, else the turn", _T, footer=True),
    Command("cite", "Y", "cite", "Copy with source",
            "Copy it as a quotation with speaker, title and time", _T),
    Command("links", "o,U", "links", "Links", "The episode's links, to open in a browser", _T),
    Command("other-pane", "tab,shift+tab", "other_pane", "Other pane",
            "Between list and transcript; from the search bar, take the nearest spelling", _V),
    Command("to-list", "h,left", "to_list", "To the list", "To the list", _V),
    Command("about", "i", "about", "About this episode",
            "What the file is, who speaks how much, and what was wrong in it", _V),
    Command("source", "V", "source", "Source text",
            "The text of the file, at the line one is reading", _V),
    Command("edit", "e", "edit", "Edit", "Edit the file there, in VISUAL or EDITOR", _V),
    Command("other-file", "A", "other_file", "Other file",
            "Another file of this episode, at the same words", _V),
    Command("left-out", "", "left_out", "Files left out",
            "The files that are not in the list, and why", _V),
    Command("gutter", "T", "gutter", "Times", "Times per turn, per cue, or none", _V),
    Command("next-theme", "c", "app.next_theme", "Next theme", "The next theme", _V),
    Command("choose-theme", "C", "app.choose_theme", "Choose a theme",
            "Choose a theme by name", _V),
    Command("help", "?,f1", "help", "Help", "This help", _V, footer=True),
    Command("palette", "ctrl+p", "app.command_palette", "Palette",
            "Every command, by typing a part of its name", _V, footer=True),
    Command("back", "q", "back", "Quit", "Back to the list where it is hidden, else quit", _V),
    Command("suspend", "ctrl+z", "app.suspend_process", "Suspend", "To the shell; fg returns", _V),
    Command("quit", "Q,ctrl+q", "app.quit", "Quit", "Quit at once", _V),
    Command("next-problem", "n", "problem(1)", "Next problem",
            "The next line that something was wrong with", _S),
    Command("previous-problem", "N", "problem(-1)", "Previous problem", "The one before", _S),
    Command("edit-line", "e", "edit_here", "Edit", "Edit the file at this line", _S),
    Command("leave-source", "escape,q,V", "leave", "Back", "Back to where one was reading", _S),
)  # fmt: skip
"""The table. Its order is the order of the help."""

_FOOTER_LABELS: Final = {"palette": "commands", "go-to": "go to", "next-hit": "next"}


def bindings(*where: Where) -> list[BindingType]:
    """The keys of some parts of the table, for the `BINDINGS` of the widget that does them."""
    return [
        Binding(command.keys, command.action, command.label, False, tooltip=command.help,
                priority=command.opens_input, id=command.id)
        for command in COMMANDS
        if command.where in where and command.keys
    ]  # fmt: skip


def pretty_keys(command: Command) -> str:
    """The keys of a command as people write them: `Space f PgDn Ctrl+F`."""
    return " ".join(_pretty(key) for key in command.keys.split(",") if key)


def footer() -> list[tuple[str, str]]:
    """The (key, label) pairs that the status line has room for, the most useful first."""
    return [
        (_pretty(command.keys.split(",")[0]), _FOOTER_LABELS.get(command.id, command.label.lower()))
        for command in COMMANDS
        if command.footer
    ]


def palette() -> list[Command]:
    """The commands that make sense by name: moving by lines and in the list does not."""
    return [
        command
        for command in COMMANDS
        if command.where not in (Where.MOVE, Where.LIST, Where.SOURCE) and command.id != "palette"
    ]


_NAMES: Final = {
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "escape": "Esc",
    "comma": ",",
    "full_stop": ".",
    "home": "Home",
    "end": "End",
    "space": "Space",
    "enter": "Enter",
    "tab": "Tab",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "f1": "F1",
}


def _pretty(key: str) -> str:
    *modifiers, last = key.split("+")
    name = _NAMES.get(last) or (last.upper() if modifiers else format_key(last))
    return "+".join([*(modifier.title() for modifier in modifiers), name])
