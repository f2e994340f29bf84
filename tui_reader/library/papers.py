"""Files that stand in folders whatever the folders hold: what a project says about itself."""

import re
from pathlib import Path
from typing import Final

from tui_reader.filename import bare_stem
from tui_reader.model import Transcript

__all__ = ["is_paper"]

_NAMES: Final = re.compile(
    r"readme|licen[cs]e|copying|contributing|code[-_]of[-_]conduct|changelog|cmakelists|robots"
    r"|(?:[\w-]+[-_])?requirements(?:[-_][\w-]+)?",
    re.IGNORECASE,
)


def is_paper(path: Path, transcript: Transcript) -> bool:
    """Whether a file is called like one that is no talk, and nobody is heard talking in it."""
    if transcript.timed or transcript.speakers:
        return False
    return _NAMES.fullmatch(bare_stem(path)) is not None
