"""How values are written into a database and read from it.

A broken byte on the disk may make anything of a value. What is read is of the right kind whatever
is there, so that a place that is lost does not take the note with it.
"""

import json
from datetime import UTC, datetime
from typing import Final

from tui_reader.anchoring import Anchor

__all__ = [
    "NOWHERE",
    "anchor_from",
    "moment_from",
    "now",
    "number_from",
    "storable",
    "text_from",
    "written",
]

NOWHERE: Final = Anchor(0, 0, None, "", "", None)
"""A place without words: it is nowhere to be found."""

_KINDS: Final = (int, int, int | None, str, str, str | None)
_LONG_AGO: Final = datetime.fromtimestamp(0, UTC)


def storable(text: str) -> str:
    """`text` without halves of characters, which a database does not take."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def written(anchor: Anchor) -> str:
    """An anchor as JSON."""
    return json.dumps(anchor)


def anchor_from(text: object) -> Anchor:
    """The anchor that was `written`; `NOWHERE` where that cannot be read any more."""
    try:
        values = json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return NOWHERE
    if not isinstance(values, list) or len(values) != len(_KINDS):
        return NOWHERE
    fits = all(isinstance(one, kind) for one, kind in zip(values, _KINDS, strict=True))
    return Anchor(*values) if fits else NOWHERE


def now() -> str:
    """This moment, UTC."""
    return datetime.now(UTC).isoformat()


def moment_from(text: object) -> datetime:
    """The moment that was written; long ago where that cannot be read any more."""
    try:
        moment = datetime.fromisoformat(str(text))
    except ValueError:
        return _LONG_AGO
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def text_from(value: object) -> str:
    """A text, whatever has become of it."""
    return value if isinstance(value, str) else "" if value is None else str(value)


def number_from(value: object) -> int | None:
    """A number; None for anything else."""
    return value if isinstance(value, int) else None
