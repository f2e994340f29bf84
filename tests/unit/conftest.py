"""What the tests of library and command line share: some transcripts, and a home of their own."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui_reader.cli import main

GARDEN_VTT = """\
WEBVTT

00:00:01.000 --> 00:00:04.000
<v Ada>Good morning from the allotment.

00:00:04.500 --> 00:00:08.250
<v Ada>Today the beans are in flower.

00:00:09.000 --> 00:00:12.000
<v Bo>Are the beans safe from the frost?

00:01:10.000 --> 00:01:14.000
<v Ada>They are, and so is the rhubarb.
"""

ORCHARD_TEXT = """\
Cleo (00:03)

The orchard needs pruning before the frost.

Bo (00:09)

And the ladder needs a new rung.
"""

KITCHEN_POST = """\
---
title: "#7 Kitchen talk"
date: 2024-03-09
episode: 7
tags:
  - food
---

We cook with what the beans give us.

- [Recipes](https://example.org/recipes)

### Transcript

**Łucja Żak**: Which beans are these?

**Bo**: Beans from the allotment, of course.
"""


@pytest.fixture(autouse=True)
def own_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or leaves anything in the home of whoever runs it."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three episodes, in the order garden, kitchen, orchard."""
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "1 garden.vtt").write_text(GARDEN_VTT)
    (folder / "2 kitchen.md").write_text(KITCHEN_POST)
    (folder / "10 orchard.txt").write_text(ORCHARD_TEXT)
    return folder


class Ran:
    """What a command answered."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err
        self.lines = out.splitlines()


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command in this process."""

    def run(*arguments: str | Path) -> Ran:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        return Ran(code, *capsys.readouterr())

    return run


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output is a terminal of 80 columns."""
    # Each phase of a test has a stream of its own, so that the class is what can be changed.
    monkeypatch.setattr(type(sys.stdout), "isatty", lambda stream: True)
