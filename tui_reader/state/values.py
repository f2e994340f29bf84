"""How values are written into a database and read from it."""

import json
from datetime import UTC, datetime
from typing import Any

from tui_reader.anchoring import Anchor

__all__ = ["anchor_from", "moment_from", "now", "storable", "written"]


def storable(text: str) -> str:
    """`text` without halves of characters, which a database does not take."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def written(anchor: Anchor) -> str:
    """An anchor as JSON."""
    return json.dumps(anchor)


def anchor_from(text: str) -> Anchor:
    """The anchor that was `written`."""
    values: list[Any] = json.loads(text)
    return Anchor(*values)


def now() -> str:
    """This moment, UTC."""
    return datetime.now(UTC).isoformat()


def moment_from(text: str) -> datetime:
    """The moment that was written."""
    return datetime.fromisoformat(text)
