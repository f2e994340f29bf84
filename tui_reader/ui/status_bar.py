"""The status line: where one is, what is being done, what went wrong, and which keys to try."""

from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from tui_reader.ui.keymap import footer
from tui_reader.wrap import clip

__all__ = ["StatusBar", "progress_bar"]

_BLOCKS = 8


class StatusBar(Widget):
    """One row: the place on the left, a message or the progress in it, keys on the right."""

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

    place = reactive("")
    """Where one is."""
    progress = reactive("")
    """What is being done meanwhile."""
    message = reactive("")
    """What there is to say; it takes the room of everything else."""
    warning = reactive(False)
    """Whether the message is bad news."""

    def say(self, message: str, *, warning: bool = False) -> None:
        """Say something in a sentence, until the next key."""
        self.warning = warning
        self.message = message

    def render_line(self, y: int) -> Strip:
        """The row."""
        width, base = self.size.width, self.rich_style
        if self.message:
            part = "status--warning" if self.warning else "status--message"
            text = clip(self.message, max(1, width - 2))
            segments = [Segment(f" {text}", self.get_component_rich_style(part))]
            return Strip(segments).extend_cell_length(width, base).crop(0, width)
        left = "   ".join(filter(None, (self.place, self.progress)))
        left = clip(left, max(1, width - 2))
        keys = self._keys(width - cell_len(left) - 4)
        gap = width - 2 - cell_len(left) - sum(cell_len(segment.text) for segment in keys)
        segments = [Segment(f" {left}{' ' * max(0, gap)}", base), *keys]
        return Strip(segments).extend_cell_length(width, base).crop(0, width)

    def _keys(self, room: int) -> list[Segment]:
        """As many keys as there is room for; help is the last to go."""
        key_style = self.get_component_rich_style("status--key")
        label_style = self.get_component_rich_style("status--label")
        pairs = footer()
        while pairs and sum(len(key) + len(label) + 3 for key, label in pairs) > room:
            others = [n for n, (key, _) in enumerate(pairs) if key != "?"]
            pairs.pop(others[-1] if others else 0)
        segments = []
        for key, label in pairs:
            segments += [Segment(key, key_style), Segment(f" {label}  ", label_style)]
        return segments


def progress_bar(done: int, total: int) -> str:
    """How far something has come, in numbers and blocks: `indexing 214/1000 ▇▇▁▁▁▁▁▁`."""
    full = done * _BLOCKS // max(1, total)
    return f"indexing {done}/{total} {'▇' * full}{'▁' * (_BLOCKS - full)}"
