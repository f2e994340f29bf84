"""That somebody may be somebody, and what speaks for it: to be confirmed by a person."""

from typing import NamedTuple

from tui_reader.people.labels import is_placeholder, key
from tui_reader.people.rules import Reach

__all__ = ["Suggestion", "usual_reach"]


class Suggestion(NamedTuple):
    """Who is called `label` may be `name`; `reason` is the evidence, in words."""

    label: str
    name: str
    reason: str
    reach: Reach

    @property
    def key(self) -> tuple[str, str]:
        """The same for two that suggest the same."""
        return key(self.label), key(self.name)


def usual_reach(label: str, show: str | None) -> Reach:
    """How far a name for whoever has this label holds, unless somebody says otherwise.

    `Speaker 1` is another person in every episode; names and initials are a show's.
    """
    if is_placeholder(label):
        return Reach.EPISODE
    return Reach.SHOW if show else Reach.LIBRARY
