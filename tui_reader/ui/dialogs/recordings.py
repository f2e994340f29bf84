"""The recordings of an episode that are elsewhere, each with where it leads, before one plays."""

from collections.abc import Sequence

from tui_reader.addresses import real_host
from tui_reader.recording import Recording
from tui_reader.ui.dialogs.choosing import Choice, ChoosingDialog

__all__ = ["RecordingsDialog"]


class RecordingsDialog(ChoosingDialog):
    """Answers with the number of the recording to play."""

    def __init__(self, found: Sequence[Recording]) -> None:
        super().__init__(
            "Play from the web?", "Enter plays · Esc closes", list(map(_choice, found))
        )


def _choice(recording: Recording) -> Choice:
    host = real_host(recording.address) or recording.host
    video = "; a page with a video, of this episode or not" if recording.is_page else ""
    return Choice(recording.address, [f"leads to {host}{video}"])
