"""Opening a link: only what a browser or a mail program is for, and never over the screen."""

import os
from typing import Final

from tui_reader.errors import ReaderError
from tui_reader.harmless import is_harmless

__all__ = ["open_link"]

_SCHEMES: Final = ("http", "https", "mailto")


def open_link(url: str) -> None:
    """Open `url` in the browser; raises ReaderError with a sentence where that cannot be.

    May take a second: call it in a thread.
    """
    import webbrowser
    from urllib.parse import urlsplit

    if not is_harmless(url) or any(char.isspace() for char in url):
        raise ReaderError(f"This address is no link to open: {url}")
    if urlsplit(url).scheme.lower() not in _SCHEMES:
        raise ReaderError(f"Only web and mail addresses are opened, not {url}")
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        raise ReaderError(f"No browser was found here to open {url}") from None
    if type(browser) is webbrowser.GenericBrowser:
        # A browser for the terminal would paint over the reader. It was found because there is no
        # desktop here, or because the person named it in BROWSER; only the latter is started.
        if not os.environ.get("BROWSER"):
            raise ReaderError(f"There is no desktop here to open {url}")
        _start_quietly([browser.name, url])
        return
    if not browser.open(url):
        raise ReaderError(f"The browser could not open {url}")


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
