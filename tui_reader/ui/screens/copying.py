"""Taking words out: copied, cited, and the links of an episode."""

from __future__ import annotations

import os
import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import on

from tui_reader.counting import counted
from tui_reader.harmless import harmless
from tui_reader.speakers import count_words
from tui_reader.ui.errands import Errands
from tui_reader.ui.reports import WorkFailed
from tui_reader.ui.screens.exporting import ExportingScreen
from tui_reader.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message

    from tui_reader.citing import Words
    from tui_reader.request import ReadRequest

__all__ = ["CopyingScreen"]


class _Taken(NamedTuple):
    """Words to be copied, and whether turns were selected for it."""

    words: Words
    selected: bool = False


class CopyingScreen(ExportingScreen):
    """A screen from which one takes words away: into the clipboard, a file, or the browser."""

    def __init__(self, request: ReadRequest) -> None:
        super().__init__(request)
        self._copies = Errands()
        """The programs of the clipboard: the last copy is the one that stays."""

    def on_unmount(self) -> None:
        """Let what was copied last arrive."""
        self._copies.finish()

    def action_copy(self) -> None:
        """Copy what is selected, else the turn one is at."""
        self._take(self.request.settings.copy, "")

    def action_cite(self) -> None:
        """Copy it with its source."""
        self._take(self.request.settings.citation, " with the source", on_one_line=True)

    def _take(self, template: str, how: str, *, on_one_line: bool = False) -> None:
        """Copy the words by a template, and say `how`."""
        from tui_reader.citing import cite

        taken = self._words()
        if taken is None or self.opened is None:
            return
        words, about = taken.words, self.opened.page.transcript.metadata
        if on_one_line:
            words = words._replace(text=" ".join(words.text.split()))
        text = harmless(cite(template, words, about, str(self.opened.path)))
        if taken.selected:
            self.end_selection()
        count = counted(count_words(words.text), "word")
        self._copy(text, f"{count}{how}")

    def _words(self) -> _Taken | None:
        """What is to be copied; says so where there is nothing."""
        from tui_reader.citing import Words
        from tui_reader.selecting import of_turns

        if self.opened is None or self.transcript.page is None:
            return None
        transcript = self.opened.page.transcript
        selected, chosen = self.selected_turns, self.transcript.chosen
        if selected is None and chosen is None:
            place = self.transcript.place
            if place.turn < 0 or not self.transcript.shows(place):
                self.say("Go to a turn, or select some words with the mouse, to copy them.")
                return None
            turn = transcript.turns[place.turn]
            return _Taken(
                Words(turn.text, turn.speaker, transcript.time_of(place._replace(offset=0)))
            )
        turns = range(0)
        if selected is not None:
            chosen, turns = of_turns(self.transcript.page, selected), selected
        if chosen is None or not chosen.text:
            self.say("Nothing of what is selected is shown.")
            return None
        first = chosen.place.turn
        speakers = (transcript.turns[n].speaker for n in turns or range(max(first, 0), first + 1))
        names = ", ".join(dict.fromkeys(filter(None, speakers)))
        time = transcript.time_of(chosen.place) if first >= 0 else None
        return _Taken(Words(chosen.text, names or None, time), selected is not None)

    def _copy(self, text: str, what: str) -> None:
        """Copy through the terminal, and with a program where one may do it as well."""
        from tui_reader.clipboard import copiers, fits_terminal

        commands = copiers(os.environ, sys.platform, shutil.which)
        fits = fits_terminal(text)
        if fits or not commands:
            self.app.copy_to_clipboard(text)
        if commands:
            self._copies.give(partial(_give, commands, text, fits), self)
        if fits or commands:
            self.say(f"Copied {what}.")
        else:
            told = "more than some terminals take: look whether all of it arrived"
            self.say(f"Copied {what}, {told}.", warning=True)

    def action_links(self) -> None:
        """Show the links of the episode."""
        self._show_links(None)

    @on(TranscriptView.LinkChosen)
    def _show_link(self, message: TranscriptView.LinkChosen) -> None:
        self._show_links(message.url)

    def _show_links(self, chosen: str | None) -> None:
        from tui_reader.ui.dialogs import LinksDialog

        links = self.opened.page.links if self.opened else ()
        if not links:
            self.say("This episode has no links.")
            return

        def follow(number: int | None) -> None:
            if number is not None:
                self.say(f"Opening {links[number].url}")
                self.open_in_browser(links[number].url)

        self.app.push_screen(LinksDialog(links, chosen), follow)


def _give(commands: Sequence[Sequence[str]], text: str, fits: bool) -> Message | None:
    """Hand `text` to a program; tells where none takes it. A thread's work."""
    from tui_reader.clipboard import copy_with

    given = copy_with(commands, text)
    if given.by is not None:
        return None
    told = "Only the terminal was asked to copy" if fits else "Nothing was copied"
    return WorkFailed(f"{told}: {', '.join(given.failed)}.")
