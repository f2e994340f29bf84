"""Noticing that files have changed on disk."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Queue
from threading import Event, Thread
from typing import Final

from tui_reader.errors import PathError
from tui_reader.finding import STDIN, transcript_suffix

__all__ = ["changes"]

_SETTLED: Final = 200
"""Milliseconds without another change, after which a burst of them is told as one."""

_AT_MOST: Final = 1_000
"""Milliseconds after which changes are told though they go on."""

_LOOK_UP: Final = 500
"""Milliseconds without any change after which the watcher comes back all the same."""


def changes(paths: Sequence[Path], stopped: Event) -> Iterator[None]:
    """Comes back whenever something may have changed in what `paths` hold, until `stopped` is set.

    The first time it does so once it watches, for what has changed before. Raises PathError where
    the system cannot tell.
    """
    news: Queue[PathError | bool] = Queue()
    folders = [path for path in paths if path.is_dir()]
    # Of a file the folder is watched: who saves it may put another one in its place.
    files = {path.resolve() for path in paths if path != STDIN and not path.is_dir()}
    watches = [(folders, True, None), (sorted({f.parent for f in files}), False, files)]
    threads = [
        Thread(target=_watch, args=(where, deep, only, stopped, news), daemon=True)
        for where, deep, only in watches
        if where
    ]
    for thread in threads:
        thread.start()
    for _ in threads:
        while told := news.get():
            if isinstance(told, PathError):
                raise told
            yield


def _watch(
    folders: Sequence[Path],
    deep: bool,
    only: set[Path] | None,
    stopped: Event,
    news: "Queue[PathError | bool]",
) -> None:
    """Tell `news` of changes: True for each, False at the end."""
    from watchfiles import Change, watch

    from tui_reader.formats import suffixes

    def matters(change: Change, name: str) -> bool:
        path = Path(name)
        if only is not None:
            return path in only
        if not path.suffix or transcript_suffix(path) in suffixes():
            return True
        return change is Change.deleted or path.is_dir()  # a folder may be called anything

    begun = False
    try:
        for changed in watch(
            *folders,
            watch_filter=matters,
            stop_event=stopped,
            debounce=_AT_MOST,
            step=_SETTLED,
            rust_timeout=_LOOK_UP,
            yield_on_timeout=True,
            recursive=deep,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            if changed or not begun:
                news.put(begun := True)
    except Exception as error:  # whatever the system says when it runs out of watches
        news.put(PathError(f"Changes on disk will not be noticed: {error}."))
    news.put(False)
