"""Queries that are only half remembered, widened a step at a time.

The plain words of a query may stand for other forms of themselves, for what is spelled or written
about alike, be spread over turns that follow each other, or be wrong, one or the other. All else in
a query is kept as it is.
"""

from tui_reader.widening.answers import Kind
from tui_reader.widening.groups import ENOUGH, Group, WideHit, widen

__all__ = ["ENOUGH", "Group", "Kind", "WideHit", "widen"]
