"""Names of speakers where there is little room for them."""

from collections import Counter
from collections.abc import Iterable

from tui_reader.wrap import clip

__all__ = ["short_names"]


def short_names(names: Iterable[str], width: int) -> dict[str, str]:
    """Each name in at most `width` cells: its first word, unless that is somebody else's too."""
    firsts = {name: name.split()[0] if name.split() else name for name in names}
    shared = Counter(firsts.values())
    return {
        name: clip(first if shared[first] == 1 else name, width) for name, first in firsts.items()
    }
