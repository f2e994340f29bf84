"""The files of one episode, to switch between them."""

from collections.abc import Sequence
from pathlib import Path

from tui_reader.harmless import harmless_line
from tui_reader.ui.dialogs.about import Sibling
from tui_reader.ui.dialogs.choosing import Choice, ChoosingDialog

__all__ = ["FilesDialog"]


class FilesDialog(ChoosingDialog):
    """Answers with the number of the file to read; the cursor is at the one after the open one."""

    def __init__(self, siblings: Sequence[Sibling], opened: Path) -> None:
        paths = [sibling.path for sibling in siblings]
        at = paths.index(opened) if opened in paths else -1
        super().__init__(
            "Files of this episode",
            "Enter opens · Esc closes",
            [
                Choice(f"{'▸ ' * (n == at)}{harmless_line(sibling.path.name)}", [sibling.about])
                for n, sibling in enumerate(siblings)
            ],
            (at + 1) % len(siblings),
        )
