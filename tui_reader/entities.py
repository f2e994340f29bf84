"""Entities of HTML and XML: `&amp;`, `&#322;`, `&#x142;`."""

import re
from typing import Final

__all__ = ["unescaped"]

_ENDLESS: Final = re.compile(r"&#(?:[0-9]{20,}+|[xX][0-9a-fA-F]{20,}+);?")


def unescaped(text: str) -> str:
    """`text` with what its entities stand for; what is no entity stays as it is.

    A number of thousands of digits, which Python refuses, is no character: it becomes U+FFFD.
    """
    if "&" not in text:
        return text
    from html import unescape

    return unescape(_ENDLESS.sub("\ufffd", text))
