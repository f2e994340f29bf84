"""Writing the open transcript to a file, in another form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message

from tui_reader.errors import ReaderError
from tui_reader.harmless import harmless_path
from tui_reader.ui.reports import WorkFailed
from tui_reader.ui.screens.arranging import ArrangingScreen

if TYPE_CHECKING:
    from pathlib import Path

    from tui_reader.exporting import Form
    from tui_reader.loading import Loaded
    from tui_reader.ui.dialogs.exporting import Target

__all__ = ["ExportingScreen"]


@dataclass(eq=False, repr=False)
class Exported(Message):
    """The transcript has been written to a file."""

    file: Path


class ExportingScreen(ArrangingScreen):
    """A screen that writes down what it shows."""

    def action_export(self) -> None:
        """Ask for a form and a file, and write the transcript."""
        from tui_reader.exporting import forms
        from tui_reader.exporting.saving import default_folder, file_names
        from tui_reader.ui.dialogs.exporting import ExportDialog

        if self.opened is None:
            self.say("There is no transcript open to be exported.")
            return
        transcript = self.opened.page.transcript
        loaded = replace(self.opened.loaded, transcript=transcript)
        folder = default_folder(self.request.paths)

        def proposed(form: Form) -> Path:
            files = (folder / name for name in file_names(loaded.path, form))
            return next(file for file in files if not file.exists())

        def write(target: Target | None) -> None:
            if target is not None:
                self.say(f"Writing {harmless_path(target.file)} …")
                self._write(loaded, target)

        offered = [form for form in forms() if transcript.timed or not form.needs_times]
        self.app.push_screen(ExportDialog(offered, proposed), write)

    @work(thread=True, group="export", exit_on_error=False)
    def _write(self, loaded: Loaded, target: Target) -> None:
        from tui_reader.exporting import export
        from tui_reader.exporting.saving import save

        try:
            text = export(loaded, target.form)
            save(text, target.file, loaded.path, force=target.force)
        except ReaderError as error:
            self.post_message(WorkFailed(error.message))
        else:
            self.post_message(Exported(target.file))

    @on(Exported)
    def _say_where(self, report: Exported) -> None:
        self.say(f"Exported to {harmless_path(report.file.absolute())}")
