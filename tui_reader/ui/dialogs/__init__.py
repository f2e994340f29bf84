"""What opens over the screen for a moment: a prompt, the help, a list, the source."""

from tui_reader.ui.dialogs.about import AboutDialog, Sibling
from tui_reader.ui.dialogs.files import FilesDialog
from tui_reader.ui.dialogs.goto import GotoDialog
from tui_reader.ui.dialogs.help import HelpDialog
from tui_reader.ui.dialogs.left_out import LeftOutDialog
from tui_reader.ui.dialogs.links import LinksDialog
from tui_reader.ui.dialogs.source import SourceScreen

__all__ = [
    "AboutDialog",
    "FilesDialog",
    "GotoDialog",
    "HelpDialog",
    "LeftOutDialog",
    "LinksDialog",
    "Sibling",
    "SourceScreen",
]
