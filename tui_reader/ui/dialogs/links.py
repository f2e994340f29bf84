"""The links of an episode, each with its whole address, before any of them is opened."""

from collections.abc import Sequence

from tui_reader.addresses import real_host
from tui_reader.counting import counted
from tui_reader.model import Link
from tui_reader.ui.dialogs.choosing import Choice, ChoosingDialog

__all__ = ["LinksDialog"]


class LinksDialog(ChoosingDialog):
    """Answers with the number of the link to open."""

    def __init__(self, links: Sequence[Link], chosen: str | None = None) -> None:
        """`chosen` is the address to begin at."""
        urls = [link.url for link in links]
        super().__init__(
            counted(len(links), "link"),
            "Enter opens in the browser · Esc closes",
            [_choice(link) for link in links],
            urls.index(chosen) if chosen in urls else 0,
        )


def _choice(link: Link) -> Choice:
    """The title, the address, and the host where it could be taken for another."""
    host = real_host(link.url)
    address = [link.url] if link.title != link.url else []
    return Choice(link.title, address if host is None else [*address, f"leads to {host}"])
