"""JSON: what `show --json` prints, on one line.

Kept: everything but the people that are only named and not heard, the description, and the lines
of the file it was read from.
"""

from typing import Final

from tui_reader.exporting.base import Form
from tui_reader.loading import Loaded

__all__ = ["FORM"]


def _write(loaded: Loaded) -> str:
    import json

    from tui_reader.contract import transcript_values
    from tui_reader.library import summarise

    episode = summarise(0, loaded.path, loaded)
    return json.dumps(transcript_values(episode, loaded.transcript))


FORM: Final = Form(
    name="json",
    title="JSON",
    suffix=".json",
    about="for other programs, as tui-reader show --json prints it",
    rank=4,
    write=_write,
)
