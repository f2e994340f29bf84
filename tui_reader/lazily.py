"""Regular expressions that are compiled when they are first asked for.

The formats hold more than two hundred, of which a library needs a few: to compile all of them would
take longer, at every start, than to find a thousand files.
"""

import re
from typing import Any, cast

__all__ = ["pattern"]


class _Pattern:
    """Stands in for a pattern, and becomes as fast as it method by method."""

    def __init__(self, text: str, flags: int) -> None:
        self._text = text
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self._text, self._flags), name)
        setattr(self, name, value)  # found without this detour from now on
        return value


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` returns, as far as its methods go; a slip in `text` shows at first use."""
    return cast(re.Pattern[str], _Pattern(text, flags))
