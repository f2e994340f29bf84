"""The status line: where one is, what is being done, what went wrong, and which keys to try."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.ui.keymap import keys_of
from tui_reader.ui.styling import layered
from tui_reader.wrap import clip

__all__ = ["StatusBar", "progress_bar"]

_BLOCKS = 8

_HELP = 10
"""The cells that are left to the key for help, whatever else there is to tell."""

_HEARD = 9
"""The cells that what plays takes beside a message, even in a narrow window."""

_LEAST = 12
_MOST = 32
"""The cells between which a chapter can be told."""


class StatusBar(Widget):
    """One row: what plays and the place on the left, a message in it, keys on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "status--message",
        "status--warning",
        "status--key",
        "status--label",
    }
    """
    | class | what it styles |
    | :- | :- |
    | `status--message`, `--warning` | what there is to say, good or bad |
    | `status--key`, `--label` | a key, and what it does |
    """

    playing = reactive("")
    """What is being heard; it stays whatever there is to say."""
    place = reactive("")
    """Where one is."""
    progress = reactive("")
    """What is being done meanwhile."""
    chapter = reactive("")
    """What it is about there; it takes no more room than is left."""
    message = reactive("")
    """What there is to say; it takes the room of everything else."""
    warning = reactive(False)
    """Whether the message is bad news."""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Say something in a sentence, until the next key."""
        self.warning = warning
        self.message = message

    def watch_message(self, message: str) -> None:
        """Let it be seen where the line is hidden otherwise."""
        self.set_class(bool(message), "-says")

    def render_line(self, y: int) -> Strip:
        """The row."""
        width, base = self.size.width, self.rich_style
        if self.message:
            part = "status--warning" if self.warning else "status--message"
            playing = clip(self.playing, max(_HEARD, width // 3))
            said = "   ".join(filter(None, (playing, self.message)))
            text = clip(said, max(1, width - 2))
            segments = [Segment(f" {text}", layered(self, part))]
            return Strip(segments).extend_cell_length(width, base).crop(0, width)
        left = "   ".join(filter(None, (self.playing, self.place, self.progress)))
        left = clip(left, max(1, width - 2))
        left += self._chapter(width - cell_len(left) - 2 - _HELP)
        keys = self._keys(width - cell_len(left) - 4)
        gap = width - 2 - cell_len(left) - sum(cell_len(segment.text) for segment in keys)
        segments = [Segment(f" {left}{' ' * max(0, gap)}", base), *keys]
        return Strip(segments).extend_cell_length(width, base).crop(0, width)

    def _chapter(self, room: int) -> str:
        """The chapter, where there is room for enough of it."""
        if not self.chapter or room < _LEAST:
            return ""
        return f"   {clip(self.chapter, min(room - 3, _MOST))}"

    def _keys(self, room: int) -> list[Segment]:
        """As many keys as there is room for; help is the last to go."""
        key_style = layered(self, "status--key")
        label_style = layered(self, "status--label")
        keymap = keys_of(self)
        pairs, for_help = list(keymap.footer), keymap.first("help")
        while pairs and sum(len(key) + len(label) + 3 for key, label in pairs) > room:
            others = [n for n, (key, _) in enumerate(pairs) if key != for_help]
            pairs.pop(others[-1] if others else 0)
        segments = []
        for key, label in pairs:
            segments += [Segment(key, key_style), Segment(f" {label}  ", label_style)]
        return segments


def progress_bar(done: int, total: int) -> str:
    """How far something has come, in numbers and blocks: `indexing 214/1000 ▇▇▁▁▁▁▁▁`."""
    full = done * _BLOCKS // max(1, total)
    return f"indexing {done}/{total} {'▇' * full}{'▁' * (_BLOCKS - full)}"
