"""The people of a reader: the rules of `people.toml`, read, changed and followed as it changes."""

from __future__ import annotations

import stat
from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final, NamedTuple

from tui_reader.alone import alone
from tui_reader.errors import PathError
from tui_reader.folders import config_folder
from tui_reader.harmless import harmless_line, harmless_path
from tui_reader.people.labels import key
from tui_reader.people.reading import Reading, read
from tui_reader.people.rules import EVERYWHERE, Reach, Rules, Where

if TYPE_CHECKING:
    from tui_reader.model import Transcript

__all__ = ["People"]

_FILE: Final = "people.toml"

_PATIENCE = 5.0
"""Seconds to wait for another reader to finish what it is writing."""


class _Stamp(NamedTuple):
    """What tells that a file is as it was."""

    time: int
    size: int
    node: int


class _Change(NamedTuple):
    """What was in the file before and after something was changed; None: there was no file."""

    before: bytes | None
    after: bytes
    said: str


class _Wanted(NamedTuple):
    """What somebody is to be called, as in `People.call`."""

    label: str
    name: str
    where: Where
    labels: tuple[str, ...]
    show: str | None


class People:
    """Who is who. Any thread may call; the `rules` are replaced whole, and never change.

    `problems` are sentences about the file. Whatever is wrong with it costs as little as it can.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self.rules = Rules()
        self.problems: tuple[str, ...] = ()
        self._is_broken = False
        self._stamp: _Stamp | None = None
        self._changes: list[_Change] = []
        self._lock = Lock()

    @classmethod
    def load(cls) -> People:
        """The people that a person has told of, in the config folder."""
        people = cls(config_folder() / _FILE)
        people.refresh()
        return people

    def refresh(self) -> bool:
        """Read the file again if it has changed: whether other rules hold now."""
        with self._lock:
            stamp = _stamp(self.file)
            if stamp == self._stamp:
                return False
            before = self.rules.rules
            self._take(_content(self.file), stamp)
            return self.rules.rules != before

    def called(self, label: str, episode: Path, show: str | None) -> str:
        """The name of whoever has this label in an episode, or the label itself."""
        return self.rules.called(label, episode, show)

    def named(self, transcript: Transcript, episode: Path) -> Transcript:
        """The same transcript with people's names."""
        return self.rules.named(transcript, episode)

    def call(
        self,
        label: str,
        name: str,
        where: Where = EVERYWHERE,
        labels: Collection[str] | None = None,
        show: str | None = None,
    ) -> None:
        """From now on, who is called `label` there is called `name`.

        `labels` are what transcripts call them: `label` itself, if nothing else is known; `show` is
        the show of the episode. What others have written to the file meanwhile stays. Raises
        PathError where the file is damaged or cannot be written.
        """
        name = harmless_line(name)
        if not name:
            raise PathError("A person needs a name.")
        with self._lock, _alone(self.file.parent):
            before = self._current()
            text = "" if before is None else _text(before)
            known = (label,) if labels is None else tuple(labels)
            changed = _called(text, _Wanted(label, name, where, known, show))
            if changed != text:
                after = _encoded(changed)
                self._write(after)
                said = f"{label} is not called {name} any more."
                self._changes.append(_Change(before, after, said))

    def follow(self, gone: Collection[Where], path: Path, labels: Collection[str]) -> bool:
        """Have the rules for episodes that are `gone` hold for the file that they have become.

        Says whether there were some for one of the `labels` in it. That cannot be undone. Raises
        PathError as `call` does.
        """
        with self._lock, _alone(self.file.parent):
            before = self._current()
            text = "" if before is None else _text(before)
            from tui_reader.people.changing import with_file

            changed = with_file(text, gone, path, labels)
            if changed == text:
                return False
            self._write(_encoded(changed))
            self._changes.clear()
            return True

    def undo(self) -> str | None:
        """Take back the last change that was made here: what it was; None where there is none.

        Raises PathError where somebody has changed the file since, whose work would be lost.
        """
        with self._lock, _alone(self.file.parent):
            if not self._changes:
                return None
            before, after, said = self._changes[-1]
            if _content(self.file) != after:
                raise PathError("people.toml has been changed by somebody else since: edit it.")
            self._write(before)
            self._changes.pop()
            return said

    def _current(self) -> bytes | None:
        """What is in the file now; raises PathError where it is damaged."""
        content = _content(self.file)
        self._take(content, _stamp(self.file))
        if self._is_broken:
            raise PathError(self.problems[0])
        return content if isinstance(content, bytes) else None

    def _take(self, content: bytes | str | None, stamp: _Stamp | None) -> None:
        """Follow what is in the file; `content` says why, where it could not be read."""
        found = Reading(Rules())
        if isinstance(content, str):
            found = Reading(Rules(), (content,), is_broken=True)
        elif content is not None:
            try:
                found = read(_text(content))
            except UnicodeDecodeError:
                said = "people.toml is not written in UTF-8, so nobody in it is known."
                found = Reading(Rules(), (said,), is_broken=True)
        self.rules, self.problems, self._is_broken = found
        self._stamp = stamp

    def _write(self, content: bytes | None) -> None:
        from tui_reader.writing import unwritable, write_whole

        try:
            if content is None:
                self.file.unlink(missing_ok=True)
            else:
                write_whole(self.file, content, lasting=True)
        except OSError as error:
            raise unwritable(self.file, error) from error
        self._take(content, _stamp(self.file))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """While no other reader changes what is in a folder; raises PathError."""
    with ExitStack() as held:
        try:
            is_alone = held.enter_context(alone(folder, _PATIENCE))
        except OSError as error:
            from tui_reader.writing import unwritable

            raise unwritable(folder, error) from error
        if not is_alone:
            raise PathError("Another program holds people.toml: try again later.")
        yield


def _stamp(file: Path) -> _Stamp | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return _Stamp(found.st_mtime_ns, found.st_size, found.st_ino)


def _content(file: Path) -> bytes | str | None:
    """What is in the file; None where there is none, a sentence where it cannot be read."""
    try:
        if not stat.S_ISREG(file.stat().st_mode):  # to read a pipe would wait for ever
            return f"{harmless_path(file)} cannot be read: it is no file."
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        return f"{harmless_path(file)} cannot be read: {error.strerror}."


def _text(content: bytes) -> str:
    return content.decode().removeprefix("\ufeff")


def _encoded(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise PathError("This name cannot be written down: its letters are none.") from None


def _called(text: str, change: _Wanted) -> str:
    """The text of the file with a name for whoever has one of some labels."""
    from tui_reader.people.changing import with_name

    label, name, where, labels, show = change
    is_label = any(key(one) == key(label) for one in labels)
    changed = with_name(text, label, name, where, is_label=is_label)
    for one in labels:
        if where.reach is not Reach.EPISODE and key(one) != key(name):
            continue  # who has this label may be somebody else in the next episode
        naming = read(changed).rules.at(where, show)
        if naming[one] not in (name, naming[name]) or (key(one) == key(name) != key(naming[one])):
            changed = with_name(changed, one, name, where, firmly=True)
    return changed
