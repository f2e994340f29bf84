"""The addresses of links: which of them may be opened, and where one really leads.

An address is text from a file, and may be made to look like another: with letters of another
alphabet in the name of the host, or with a well-known name before an `@`.
"""

from typing import Final
from urllib.parse import SplitResult, urlsplit

from tui_reader.errors import ReaderError
from tui_reader.harmless import is_harmless

__all__ = ["check_address", "real_host"]

_WEB: Final = frozenset({"http", "https"})
_SCHEMES: Final = _WEB | {"mailto"}


def check_address(url: str) -> None:
    """Make sure that `url` is the whole address of a page or of somebody's mail.

    Raises ReaderError with a sentence that has the address in it.
    """
    if not is_harmless(url) or any(char.isspace() for char in url):
        raise ReaderError(f"This address is no link to open: {url}")
    parts = _parts(url)
    if parts is None or (parts.scheme in _WEB and not parts.hostname):
        raise ReaderError(f"This address is no link to open: {url}")
    if parts.scheme not in _SCHEMES:
        raise ReaderError(f"Only web and mail addresses are opened, not {url}")


def real_host(url: str) -> str | None:
    """The host that `url` leads to as the network knows it, where it could be taken for another.

    That is where it is not plain ASCII (`xn--…`), and where something stands before it.
    """
    parts = _parts(url)
    if parts is None or parts.scheme not in _WEB or not parts.hostname:
        return None
    host = parts.hostname
    if host.isascii() and "@" not in parts.netloc and "xn--" not in host:
        return None
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return "no host that exists"


def _parts(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        parts.hostname  # noqa: B018  # is worked out when asked for, and may be nonsense
    except ValueError:
        return None
    return parts
