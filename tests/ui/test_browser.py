"""How a browser is started: an address is one word of a command, whatever is in it."""

import webbrowser
from collections.abc import Callable

import pytest

from tui_reader.errors import ReaderError
from tui_reader.ui import browser
from tui_reader.ui.browser import browser_command, open_link

HOSTILE = "https://evil.example/?a=1&b='2'\"3\"$(touch${IFS}x)`y`;z|w"


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that were started, none of which was."""
    commands: list[list[str]] = []
    monkeypatch.setattr(browser, "_start_quietly", commands.append)
    return commands


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> Callable[[webbrowser.BaseBrowser], None]:
    """Have this browser be the one that is found."""

    def found(one: webbrowser.BaseBrowser) -> None:
        monkeypatch.setattr(webbrowser, "get", lambda: one)

    return found


def test_an_address_is_one_word_and_no_shell_sees_it(
    started: list[list[str]],
    found: Callable[[webbrowser.BaseBrowser], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("BROWSER", "surf --new %s")
    found(webbrowser.GenericBrowser(["surf", "--new", "%s"]))
    open_link(HOSTILE)
    assert started == [["surf", "--new", HOSTILE]]


def test_the_desktop_is_asked_in_the_same_way(
    started: list[list[str]], found: Callable[[webbrowser.BaseBrowser], None]
) -> None:
    found(webbrowser.BackgroundBrowser("xdg-open"))
    open_link(HOSTILE)
    assert started == [["xdg-open", HOSTILE]]


def test_a_browser_of_the_terminal_is_not_started_unasked(
    started: list[list[str]], found: Callable[[webbrowser.BaseBrowser], None]
) -> None:
    found(webbrowser.GenericBrowser("w3m"))
    with pytest.raises(ReaderError, match="no desktop"):
        open_link("https://bread.example/")
    assert started == []


def test_a_script_gets_no_address_that_could_be_more_than_a_word() -> None:
    script = ["sh", "-c", "surf %s"]
    assert browser_command(script, "https://a.example/?b=1")[2] == "surf https://a.example/?b=1"
    with pytest.raises(ReaderError, match="shell"):
        browser_command(script, HOSTILE)


def test_a_browser_that_is_not_there_is_told(
    found: Callable[[webbrowser.BaseBrowser], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BROWSER", "/no/such/browser")
    found(webbrowser.GenericBrowser("/no/such/browser"))
    with pytest.raises(ReaderError, match="could not be started"):
        open_link("https://bread.example/")
