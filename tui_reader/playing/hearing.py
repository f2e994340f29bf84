"""What mpv reports, made into what there is to tell: where it is, and why it has ended."""

from typing import Any, Final, NamedTuple

from tui_reader.harmless import harmless_line

__all__ = ["Ended", "Heard", "Hearing", "Report"]

_LONGEST: Final = 100
"""Characters of what it says that still are a reason."""

_GRAIN: Final = 100
"""Milliseconds of the recording from one report to the next: mpv would tell of every few."""

_UNUSUAL: Final = {
    "loading failed": "it could not be opened",
    "unrecognized file format": "it is no recording",
    "no audio or video data played": "there is no sound in it",
}
"""What mpv says about a file, for people."""


class Heard(NamedTuple):
    """Where the player is, in milliseconds; None as long as it is still opening the recording."""

    time: int | None = None
    paused: bool = False


class Ended(NamedTuple):
    """The player plays no more, and why: a sentence. `expected` is false where something broke."""

    why: str
    expected: bool = False


Report = Heard | Ended


class Hearing:
    """Listens to the messages of mpv and remembers what they come to."""

    def __init__(self) -> None:
        self.heard = Heard()
        self._told: tuple[object, ...] = ()
        self._reason = ""
        self._error = ""

    def take(self, message: dict[str, Any]) -> Heard | None:
        """What there is to tell after a message, where that is anything new."""
        name, value = message.get("name"), message.get("data")
        if message.get("event") == "property-change":
            if name == "time-pos":
                is_time = isinstance(value, int | float) and 0 <= value < 1e9
                time = round(value * 1000) if is_time and value is not None else None
                self.heard = self.heard._replace(time=time)
            elif name == "pause":
                self.heard = self.heard._replace(paused=value is True)
        elif message.get("event") == "end-file":
            self._reason = str(message.get("reason", ""))
            self._error = harmless_line(str(message.get("file_error", "")))[:_LONGEST]
            return None
        if self._reason:
            return None  # it forgets where it was before it ends
        time = self.heard.time
        news = (time if time is None else time // _GRAIN, self.heard.paused)
        if news == self._told:
            return None
        self._told = news
        return self.heard

    def end(self, player: str, recording: str, code: int) -> Ended:
        """Why there is nothing more to hear, once the process has ended with `code`."""
        if self._reason == "eof":
            return Ended(f"The end of {recording}.", True)
        if self._reason == "error":
            why = _UNUSUAL.get(self._error, self._error or "it does not say why")
            return Ended(f"{player} cannot play {recording}: {why}.")
        if self._reason or code == 0:
            return Ended(f"{player} was closed.", True)
        if code > 0 and not self._told:
            return Ended(f"{player} did not begin ({code}): it has to be mpv 0.33, or like it.")
        how = f"was ended (signal {-code})" if code < 0 else f"ended with an error ({code})"
        return Ended(f"{player} {how}.")
