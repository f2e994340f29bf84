"""What opens over the screen for a moment: where to go, the help, the links of an episode."""

from tui_reader.ui.dialogs.goto import GotoDialog
from tui_reader.ui.dialogs.help import HelpDialog
from tui_reader.ui.dialogs.links import LinksDialog

__all__ = ["GotoDialog", "HelpDialog", "LinksDialog"]
