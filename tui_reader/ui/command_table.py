"""Every command of the reader, once: its id, its keys, what it is called and what it does.

The footer, the help, the palette and the README are made from this table. An id never changes: it
is what people write in `config.toml` to give a command other keys.
"""

from enum import Enum
from typing import Final, NamedTuple

__all__ = ["COMMANDS", "Command", "Where", "meet"]


class Where(Enum):
    """Where a key works. The value is the heading that help gives it."""

    MOVE = "Moving in the transcript"
    JUMP = "Jumping"
    FIND = "Finding"
    LIST = "In the episode list"
    KEEP = "Marks and notes"
    SPEAK = "Who speaks"
    TAKE = "Taking out"
    PLAY = "Listening"
    VIEW = "The screen"
    SOURCE = "In the source text"
    PEOPLE = "In the panel of speakers"
    NOTES = "In the panel of marks and notes"


_PLACES: Final = (
    frozenset(Where) - {Where.LIST, Where.SOURCE, Where.PEOPLE, Where.NOTES},
    frozenset(Where) - {Where.MOVE, Where.SOURCE, Where.PEOPLE, Where.NOTES},
    frozenset({Where.MOVE, Where.SOURCE}),
    frozenset({Where.PEOPLE}),
    frozenset({Where.NOTES}),
)
"""What works together: in the transcript, in the list, in the source, among speakers or notes."""


def meet(where: Where, other: Where) -> bool:
    """Whether one key for a command of each would be one key for two things."""
    return any(where in place and other in place for place in _PLACES)


class Command(NamedTuple):
    """Something a person can do, and the keys that do it (Textual's names, comma-separated).

    What is done seldom has no keys, and is found in the palette.

    `label` is its name in the footer and the palette, `help` the sentence about it, where `{id}`
    stands for the key of another command. A command that `opens_input` is done before the next key
    is looked at, which may be there already and is text.
    """

    id: str
    keys: str
    action: str
    label: str
    help: str
    where: Where
    footer: bool = False
    opens_input: bool = False


_M, _J, _F, _L, _K, _W, _T, _P, _V, _S, _E = (
    Where.MOVE, Where.JUMP, Where.FIND, Where.LIST, Where.KEEP, Where.SPEAK, Where.TAKE, Where.PLAY,
    Where.VIEW, Where.SOURCE, Where.PEOPLE,
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
    Command("top", "home", "edge(-1)", "Top", "To the top (also {go-to}g)", _M),
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
        "Go to 12:34, 1:02:03, +30, -1:00, 50%, turn #61 or chapter c3; {go-to}g for the top", _J,
        footer=True, opens_input=True,
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
    Command("filter-list", "backslash", "screen.filter_list", "Filter the list",
            "Show only the episodes whose title, show, tags or speakers have what is typed", _L,
            opens_input=True),
    Command("toggle-read", "x", "toggle_read", "Read or unread",
            "Mark the episode as read, or as not read yet", _K),
    Command("all-read", "X", "all_read", "Mark all as read",
            "Mark all episodes of the list as read", _K),
    Command("mark", "m", "set_mark", "Set a mark",
            "Mark this place with a letter: a to z in the episode, A to Z in the library", _K,
            opens_input=True),
    Command("to-mark", "apostrophe", "to_mark", "Go to a mark",
            "Go to the place that has this letter; {to-mark}' back to before the last jump", _K,
            opens_input=True),
    Command("note", "a", "note", "Note",
            "Write a note on the turn, or on the turns that are selected", _K, opens_input=True),
    Command("select", "v", "select", "Select turns",
            "Select turns, from this one to where you go; {copy}, {cite} and {note} take them", _K),
    Command("notes", "B", "notes", "Marks and notes",
            "All marks and notes, to go to, search, change and export", _K),
    Command("speakers", "s", "speakers", "Speakers",
            "Who speaks how much; show only one, hide one, give them names", _W),
    Command("long-turns", "L", "long_turns", "Long turns",
            "Fold turns of a word, show only long turns, and all again", _W),
    Command("copy", "y", "copy", "Copy", "Copy the selection, else the turn", _T, footer=True),
    Command("cite", "Y", "cite", "Copy with source",
            "Copy it as a quotation with speaker, title and time", _T),
    Command("links", "o,U", "links", "Links", "The episode's links, to open in a browser", _T),
    Command("export", "E", "export", "Export",
            "Write the transcript to a file: Markdown, text, WebVTT, SubRip, JSON or HTML", _T,
            opens_input=True),
    Command("play", "p", "play", "Play", "Play the recording from here, in mpv", _P),
    Command("pause", "P", "pause", "Pause", "Pause the recording, and go on", _P),
    Command("follow", "F", "follow", "Follow",
            "Keep in view what is being spoken, until you scroll", _P),
    Command("contents", "t", "contents", "Contents",
            "The chapters, headings and parts, to go to one", _V, opens_input=True),
    Command("wider", "plus", "text_width(1)", "Wider", "Wider text", _V),
    Command("narrower", "minus", "text_width(-1)", "Narrower", "Narrower text", _V),
    Command("usual-width", "equals_sign", "text_width(0)", "Usual width",
            "The text as wide as it is at first", _V),
    Command("zen", "z", "zen", "Only the transcript",
            "Nothing but the transcript, and all again", _V),
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
    Command("palette", "ctrl+p,colon", "app.command_palette", "Palette",
            "Every command, by typing a part of its name", _V, footer=True),
    Command("back", "q", "back", "Quit", "Back to the list where it is hidden, else quit", _V),
    Command("redraw", "ctrl+l", "app.redraw", "Redraw", "Draw the screen anew", _V),
    Command("suspend", "ctrl+z", "app.suspend_process", "Suspend", "To the shell; fg returns", _V),
    Command("quit", "Q,ctrl+q", "app.quit", "Quit", "Quit at once", _V),
    Command("next-problem", "n", "problem(1)", "Next problem",
            "The next line that something was wrong with", _S),
    Command("previous-problem", "N", "problem(-1)", "Previous problem", "The one before", _S),
    Command("edit-line", "e", "edit_here", "Edit", "Edit the file at this line", _S),
    Command("leave-source", "escape,q,V", "leave", "Back", "Back to where one was reading", _S),
    Command("only-speaker", "space", "solo", "Only this one",
            "Show only this speaker, or this one too; 1 to 9 by number", _E),
    Command("hide-speaker", "h,minus", "hide", "Hide", "Hide this speaker, or show again", _E),
    Command("all-speakers", "0,a", "show_all", "Everybody", "Show everybody again", _E),
    Command("to-speaker", "enter", "choose", "Go there",
            "To the next turn of this speaker; do what is suggested", _E),
    Command("rename-speaker", "r", "rename", "Rename", "Give this speaker a name", _E),
    Command("same-speaker", "equals_sign", "same", "Same person",
            "Say that this is the same person as another", _E),
    Command("undo-name", "u", "undo", "Undo", "Take the last name back", _E),
    Command("people-page", "tab", "page", "Episode or library",
            "Between the speakers of the episode and of the library", _E),
    Command("leave-people", "escape,q,s", "dismiss", "Back", "Back to the transcript", _E),
    Command("to-entry", "enter,l,right", "choose", "Go there", "To the mark or note", Where.NOTES),
    Command("change-note", "a", "change", "Change", "Change the note", Where.NOTES,
            opens_input=True),
    Command("filter-notes", "/", "filter", "Filter",
            "Only those with what is typed in note, quote, speaker or title", Where.NOTES,
            opens_input=True),
    Command("delete-note", "d", "delete", "Delete", "Delete it, when pressed twice", Where.NOTES),
    Command("undelete-note", "u", "undelete", "Undo", "Bring back what was deleted last",
            Where.NOTES),
    Command("export-notes", "e", "export", "Export",
            "Write those that are shown as Markdown, into a file or a folder", Where.NOTES,
            opens_input=True),
    Command("read-entry", "tab", "other_part", "Read whole",
            "To the whole of the note below, to scroll in it, and back", Where.NOTES),
    Command("leave-notes", "escape,q,B", "leave", "Back",
            "All again where they are filtered, else back to the transcript", Where.NOTES),
)  # fmt: skip
"""The table. Its order is the order of the help."""
