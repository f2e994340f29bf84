"""Opening a link: only what a browser or a mail program is for, and never over the screen."""

import os
import re
from collections.abc import Sequence
from typing import Final

from tui_reader.addresses import check_address
from tui_reader.errors import ReaderError

__all__ = ["browser_command", "open_link"]

_HARMLESS_IN_A_SHELL: Final = re.compile(r"[\w:/?#@%+,.=~-]+", re.ASCII)


def open_link(url: str) -> None:
    """Open `url` in the browser; raises ReaderError with a sentence where that cannot be.

    May take a second: call it in a thread.
    """
    import webbrowser

    check_address(url)
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        raise ReaderError(f"No browser was found here to open {url}") from None
    if isinstance(browser, webbrowser.GenericBrowser):
        # A browser for the terminal would paint over the reader. It was found because there is no
        # desktop here, or because the person named it in BROWSER; only the latter is started.
        on_a_desktop = isinstance(browser, webbrowser.BackgroundBrowser)
        if not on_a_desktop and not os.environ.get("BROWSER"):
            raise ReaderError(f"There is no desktop here to open {url}")
        _start_quietly(browser_command([browser.name, *browser.args], url))
        return
    if not browser.open(url):
        raise ReaderError(f"The browser could not open {url}")


def browser_command(words: Sequence[str], url: str) -> list[str]:
    """`words` with the address for each `%s` in them: whatever is in it, it stays inside its word.

    A word of several, as in `sh -c "firefox %s"`, is a script: an address that could be anything
    but a word there is refused with a ReaderError.
    """
    for word in words:
        if "%s" in word and len(word.split()) > 1 and not _HARMLESS_IN_A_SHELL.fullmatch(url):
            raise ReaderError(
                f"BROWSER hands addresses to a shell, which this is not safe in: {url}"
            )
    return [word.replace("%s", url) for word in words]


def _start_quietly(command: list[str]) -> None:
    import subprocess

    try:
        subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise ReaderError(f"{command[0]} could not be started: {error.strerror}.") from None
