"""What opens over the screen for a moment: a prompt, the help, about an episode, its links."""

from tui_reader.ui.dialogs.about import AboutDialog
from tui_reader.ui.dialogs.goto import GotoDialog
from tui_reader.ui.dialogs.help import HelpDialog
from tui_reader.ui.dialogs.links import LinksDialog

__all__ = ["AboutDialog", "GotoDialog", "HelpDialog", "LinksDialog"]
