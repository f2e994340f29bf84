"""Text that was written to do harm, against every format and every command that prints it."""

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.contract import read_or_refused, said
from tests.unit.conftest import Ran
from tui_reader.formats import Format, formats, head_of
from tui_reader.harmless import is_harmless

Run = Callable[..., Ran]

_CUE = "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n"
_POST = "**Ann:** a\n\n**Ben:** b\n\n**Ann:** c\n\n"
_LONG = 20_000
_ENDLESS = (  # each took minutes in some parser that tried to cut it up in every possible way
    f"A{' ' * _LONG}x",
    f"A:{' ' * _LONG}x",
    f"A (1:02){' ' * _LONG}x",
    f"A{' ' * _LONG}[0:01](http://a.b)x",
    f"{_POST}{' ' * _LONG}--x\n\n",
    f"{_POST}--|{' ' * _LONG}x",
    f"{_POST}## A{'/' * _LONG}x",
    f"{_POST}{'~' * _LONG}",
    f"{_CUE}</{' ' * _LONG}x",
    f"0:00 - a\n0:30 - b\n1:00 - c\n1:30 {'-' * 990}\n" * 20,
    f"A\na 1 h{' ' * 150}x\n" * 50,
    f"00:01 From A to{' ' * _LONG}x",
    f"---\nduration: 1h{' ' * _LONG}x\ntitle: Tea\n---\n\n{_POST}",
    f"<cite>A</cite><time datetime='PT1H{' ' * _LONG}x'>b</time><p>c</p>",
    "e" + "\u0301\u0316" * 10 * _LONG,
)


@pytest.mark.parametrize("fmt", formats(), ids=lambda fmt: fmt.name)
def test_a_line_that_does_not_end_holds_no_parser_up(fmt: Format) -> None:
    for text in _ENDLESS[:-1]:
        assert 0 <= fmt.sniff(head_of(text)) <= 1
        fmt.parse(text)


@pytest.mark.parametrize("text", _ENDLESS, ids=lambda text: repr(text[:20]))
def test_a_file_with_such_a_line_is_read_or_refused(text: str) -> None:
    read_or_refused(text.encode())


_WORD = re.compile(r"[^\W\d_]{3,}")
_TYPED = "\x1b]0;owned\x07\x1b[2J\x9b1m\u202e\u2028\r\x7f"
_ESCAPED = {
    "json": "\\u001b]0;owned\\u0007\\u001b[2J\\u009b1m\\u202e\\u2028\\r\\u007f",
    "markup": "&#27;]0;owned&#7;&#x1b;[2J&#155;1m&#x202e;&#x2028;&#13;&#127;",
}


def _spoken(fmt: Format, text: str) -> set[str]:
    """The words of a text that a reader gets to see."""
    return {word for words in said(fmt.parse(text)) for word in _WORD.findall(words)}


def _spoiled(fmt: Format, text: str) -> str:
    """`text` with harmful characters in the middle of every word that is shown."""
    if text.lstrip().startswith(("{", "[{")):
        harm = _ESCAPED["json"]
    else:
        harm = _ESCAPED["markup"] if text.lstrip().startswith("<") else _TYPED
    spoken = _spoken(fmt, text)

    def spoiled(match: re.Match[str]) -> str:
        word = match[0]
        return f"{word[:2]}{harm}{word[2:]}" if word in spoken else word

    return _WORD.sub(spoiled, text)


@pytest.mark.parametrize("fmt", formats(), ids=lambda fmt: fmt.name)
def test_nothing_in_a_file_or_its_name_reaches_the_terminal_but_text(
    fmt: Format, run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / f"talks{unquote('%1b[2J')}\u202e"
    folder.mkdir()
    read = []
    for number, sample in enumerate(fmt.samples):
        path = folder / f"{number} \x1b]0;name\x07\u202etalk{fmt.suffixes[0]}"
        path.write_bytes(_spoiled(fmt, sample.text).encode())
        _check(run("show", path))
        _check(ran := run("show", "--json", path))
        read.append(ran.out)
    (folder / "\x1b[2Jbroken.vtt").write_bytes(b"\0\1\2" * 100)
    for command in (("ls",), ("ls", "--json"), ("doctor",), ("grep", "o"), ("grep", "owned")):
        _check(run(*command, folder))
    assert any("]0;owned" in words for words in read)
    _check(run("show", folder / "\x1b[2Jbroken.vtt"))
    _check(run("show", folder / "\x1b[2Jmissing.vtt"))


def _check(ran: Ran) -> None:
    for stream in (ran.out, ran.err):
        assert is_harmless(stream), repr(stream)
        assert "\r" not in stream
