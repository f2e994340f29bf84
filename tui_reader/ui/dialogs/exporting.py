"""Asks in which form a transcript is to be written, and to which file."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui_reader.exporting import Form
from tui_reader.harmless import harmless_line, harmless_path
from tui_reader.ui.dialogs.dialog import Dialog
from tui_reader.ui.line_input import LineInput

__all__ = ["ExportDialog", "Target"]

_HINT = "↑ ↓ choose the form · Enter writes · Esc cancels"


class Target(NamedTuple):
    """What is to be written, and where; what is there may go if `force`."""

    form: Form
    file: Path
    force: bool


class ExportDialog(Dialog[Target | None]):
    """Answers with a form and a file. A file that is there already takes a second Enter."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "dismiss", "Cancel"),
        ("down,ctrl+n", "choose(1)", "Next form"),
        ("up", "choose(-1)", "Form before"),
    ]

    def __init__(self, forms: Sequence[Form], proposed: Callable[[Form], Path]) -> None:
        """`forms` are those to choose from; `proposed` tells the file for one."""
        super().__init__()
        self._forms = forms
        self._proposed = proposed
        self._chosen = 0
        self._there: Path | None = None
        """The file that has been told to be there already."""

    def compose(self) -> ComposeResult:
        """The forms, and the name."""
        with Vertical(id="export"):
            yield OptionList(*map(_option, self._forms), id="export-forms")
            name = _short(self._proposed(self._forms[0]))
            yield LineInput(name, id="export-file", compact=True, select_on_focus=False)
            yield Static(Content(_HINT), id="export-hint")

    def on_mount(self) -> None:
        """Take the keyboard."""
        self.query_one("#export").border_title = Content("Export")
        self._tell_folder(self.query_one(Input).value)
        options = self.query_one(OptionList)
        options.highlighted = self._chosen
        options.can_focus = False
        prompt = self.query_one(Input)
        prompt.cursor_position = len(prompt.value)
        self.set_focus(prompt)

    def action_choose(self, step: int) -> None:
        """Take another form."""
        self._choose((self._chosen + step) % len(self._forms))

    def _choose(self, number: int) -> None:
        """Take a form; the name gets its ending, or becomes the one that is proposed for it."""
        if number == self._chosen:
            return
        before, form = self._forms[self._chosen], self._forms[number]
        self._chosen = number
        self.query_one(OptionList).highlighted = number
        prompt = self.query_one(Input)
        if prompt.value == _short(self._proposed(before)):
            prompt.value = _short(self._proposed(form))
        elif prompt.value.lower().endswith(before.suffix):
            prompt.value = prompt.value[: -len(before.suffix)] + form.suffix
        prompt.cursor_position = len(prompt.value)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """A click on a form takes it."""
        self._choose(event.option_index)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Likewise."""
        self._choose(event.option_index)

    def on_input_changed(self, event: Input.Changed) -> None:
        """A name that ends like another form means that form."""
        self._hint(_HINT)
        self._tell_folder(event.value)
        self._there = None
        ending = Path(event.value).suffix.lower()
        number = next((n for n, form in enumerate(self._forms) if form.suffix == ending), None)
        if number is not None and number != self._chosen:
            self._chosen = number
            self.query_one(OptionList).highlighted = number

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Answer; ask once more where there is something already."""
        if not self.is_current:
            return  # Enter was pressed twice
        if not event.value.strip():
            self.dismiss(None)
            return
        form = self._forms[self._chosen]
        file = Path(event.value.strip())
        try:
            file = file.expanduser()
        except RuntimeError:
            self._hint(f"There is no such home folder: {file.parts[0]}", wrong=True)
            return
        if file.is_dir():
            file = file / self._proposed(form).name
        if file.exists() and file != self._there:
            self._there = file
            name = harmless_line(file.name)
            self._hint(f"{name} is there already: Enter once more writes over it.", wrong=True)
            return
        self.dismiss(Target(form, file, force=file == self._there))

    def _tell_folder(self, name: str) -> None:
        """Tell which folder a name means."""
        try:
            file = Path(os.path.abspath(os.path.expanduser(name.strip())))
        except OSError:  # whoever is in a folder that is gone must name another
            return
        folder = file if file.is_dir() else file.parent
        self.query_one("#export").border_subtitle = Content(f"in {harmless_path(folder)}")

    def _hint(self, text: str, *, wrong: bool = False) -> None:
        hint = self.query_one("#export-hint", Static)
        hint.update(Content(text))
        hint.set_class(wrong, "-wrong")


def _option(form: Form) -> Option:
    label = Text(f"{form.title:9}", style="bold")
    return Option(label.append(form.about, style="not bold dim"))


def _short(file: Path) -> str:
    """A path as people write it: from the current folder, else from the home folder with `~`."""
    for folder, sign in ((Path.cwd, Path()), (Path.home, Path("~"))):
        try:
            return str(sign / file.relative_to(folder()))
        except (OSError, ValueError, RuntimeError):  # no such folder, or the file is not in it
            continue
    return str(file)
