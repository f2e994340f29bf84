"""The text of a file, come by safely: its bytes, unpacked where they are packed, and decoded."""

from pathlib import Path
from typing import Final

from tui_reader.decoding import Decoded, decode
from tui_reader.errors import FormatError, PathError
from tui_reader.harmless import harmless_path
from tui_reader.signatures import known_binary
from tui_reader.unpacking import unpack

__all__ = ["LARGEST", "decoded", "read_bytes", "read_source", "shown"]

LARGEST: Final = 64 * 1024 * 1024
"""Bytes of a file, as it is and unpacked: hundreds of hours of speech."""


def read_source(path: Path, stdin: bytes | None = None) -> Decoded:
    """The text in a file, or in `stdin` for the path `-`, as the parsers get it.

    Its lines are those that turns and problems speak of. Raises PathError or FormatError.
    """
    return decoded(stdin or b"" if str(path) == "-" else read_bytes(path), path)


def read_bytes(path: Path) -> bytes:
    """What is in a file; raises PathError where that cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise PathError(f"There is no file {shown(path)}.") from None
    except IsADirectoryError:
        raise PathError(f"{shown(path)} is a folder, not a file.") from None
    except PermissionError:
        raise PathError(f"{shown(path)} may not be read.") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise PathError(f"{shown(path)} cannot be read: {reason or error}.") from None
    if len(data) > LARGEST:
        raise PathError(_too_large(path))
    return data


def decoded(data: bytes, path: Path) -> Decoded:
    """The text in `data`, which is the content of `path`; raises FormatError where it is none."""
    if len(data) > LARGEST:
        raise FormatError(_too_large(path))
    try:
        data, packed = unpack(data, LARGEST)
        if (binary := known_binary(data)) is not None:
            raise FormatError(binary)
        found = decode(data)
    except FormatError as error:
        raise FormatError(f"{shown(path)} {error.message}.") from None
    if not found.text.strip():
        raise FormatError(f"{shown(path)} is empty.")
    return found._replace(problems=(*packed, *found.problems))


def shown(path: Path) -> str:
    """What a sentence calls a file."""
    return "Standard input" if str(path) == "-" else harmless_path(path)


def _too_large(path: Path) -> str:
    return f"{shown(path)} is larger than {LARGEST >> 20} MiB, which is no transcript."
