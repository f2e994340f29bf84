"""Files that are no text, told by their first bytes, so that one can say what they are instead."""

import re
from typing import Final

__all__ = ["known_binary"]

_DOCUMENTS: Final = (
    (rb"PK\x03\x04.{26}\[Content_Types\]\.xml.*?xl/", "an Excel workbook"),
    (rb"PK\x03\x04.{26}\[Content_Types\]\.xml.*?ppt/", "a PowerPoint presentation"),
    (rb"PK\x03\x04.{26}(?:\[Content_Types\]\.xml|_rels/\.rels|word/)", "a Word document"),
    (rb"PK\x03\x04.{26}mimetypeapplication/epub", "an EPUB book"),
    (rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis", "an OpenDocument file"),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document"),
    (rb"\{\\rtf\d", "an RTF document"),
    (rb"%PDF-\d", "a PDF"),
)
_OTHERS: Final = (
    (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive"),
    (rb"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (rb"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (rb"\x89PNG\r\n|\xff\xd8\xff", "an image"),
    (rb"\x1aE\xdf\xa3", "a Matroska or WebM recording"),
    (rb"\x7fELF|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe", "a program"),
)
_SPELLED: Final = (  # with letters that a text may begin with as well
    (rb"Rar!\x1a", "a RAR archive"),
    (rb".{257}ustar", "a tar archive"),
    (rb"GIF8[79]a|BM|II\*\x00|MM\x00\*|RIFF....WEBP|\x00\x00\x01\x00", "an image"),
    (rb"RIFF....WAVE|ID3|OggS|fLaC|FORM....AIF|\xff[\xf2\xf3\xfa\xfb]", "a recording"),
    (rb".{4}ftyp|RIFF....AVI ", "a recording"),
    (rb"SQLite format 3\x00", "a database"),
    (rb"MZ", "a program"),
)
_HEAD: Final = 4_096
_HINT: Final = "save it as plain text to read it here"


def known_binary(data: bytes) -> str | None:
    """What `data` is, if it is one of the common kinds of files that hold no text.

    A phrase to go behind a name: `is a PDF: save it as plain text to read it here`.
    """
    head = data[:_HEAD]
    for pattern, name in _DOCUMENTS:
        if re.match(pattern, head, re.DOTALL):
            return f"is {name}: {_HINT}"
    for pattern, name in _OTHERS + (_SPELLED if b"\0" in head else ()):
        if re.match(pattern, head, re.DOTALL):
            return f"is {name}, not text"
    return None
