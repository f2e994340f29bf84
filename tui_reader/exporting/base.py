"""What a form is: the contract every form beside this one fulfils.

A form is one file with one `FORM`. What of a transcript it keeps, so that reading the file again
finds it, stands at the top of that file, and is tested.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tui_reader.loading import Loaded

__all__ = ["Form"]


@dataclass(frozen=True, slots=True)
class Form:
    """How a transcript is written down.

    `name` is what one asks for (`vtt`), `title` what people call it, `about` what it is good for;
    `rank` is its place among the others, from 0. `write` raises ReaderError where it cannot, which
    is where the form `needs_times` and there are none.
    """

    name: str
    title: str
    suffix: str
    about: str
    rank: int
    write: Callable[[Loaded], str]
    needs_times: bool = False
