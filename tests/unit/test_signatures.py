import io
import sqlite3
import tarfile
import wave
import zipfile
from pathlib import Path

import pytest

from tui_reader.signatures import known_binary


def _zip(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "application/epub+zip" if name == "mimetype" else "x")
    return file.getvalue()


def _tar() -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("talk.vtt"))
    return file.getvalue()


def _wave() -> bytes:
    file = io.BytesIO()
    with wave.open(file, "wb") as sound:
        sound.setparams((1, 2, 8_000, 0, "NONE", ""))
        sound.writeframes(bytes(64))
    return file.getvalue()


def _database(folder: Path) -> bytes:
    path = folder / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE words (word)")
    connection.close()
    return path.read_bytes()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a PDF"),
        (_zip("[Content_Types].xml", "word/document.xml"), "a Word document"),
        (_zip("[Content_Types].xml", "xl/workbook.xml"), "an Excel workbook"),
        (_zip("mimetype", "OEBPS/x.html"), "an EPUB book"),
        (_zip("talk.vtt"), "a ZIP archive"),
        (b"{\\rtf1\\ansi words}", "an RTF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (b"\0\0\0\x20ftypisom\0\0\2\0", "a recording"),
        (b"ID3\x04\0\0\0\0", "a recording"),
        (b"\x7fELF\2\1\1\0", "a program"),
        (_tar(), "a tar archive"),
        (_wave(), "a recording"),
    ],
)
def test_a_common_binary_is_called_what_it_is(data: bytes, name: str) -> None:
    said = known_binary(data)
    assert said is not None
    assert said.startswith(f"is {name}")


def test_a_database_is_one(tmp_path: Path) -> None:
    assert known_binary(_database(tmp_path)) == "is a database, not text"


@pytest.mark.parametrize(
    "text",
    [
        "GIF89a is the name of a format.",
        "BMX is fun.",
        "MZ stands for a name.",
        "ID3 tags, explained.",
        "OggS and other animals.",
        "",
        "PK: Hello.",
    ],
)
def test_words_that_begin_like_a_binary_are_words(text: str) -> None:
    assert known_binary(text.encode()) is None
    assert known_binary(text.encode("utf-16")) is None
