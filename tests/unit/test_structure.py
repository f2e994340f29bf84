"""The shape of the code: which module may know which, and how long anything may be."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tui_reader

ROOT = Path(tui_reader.__file__).parent
MODULES = sorted(ROOT.rglob("*.py"))

LONGEST_MODULE = 400
LONGEST_FUNCTION = 60

FOUNDATION = {"errors", "timecode", "harmless", "fold", "counting", "entities", "lazily"}
SEARCHED = FOUNDATION | {"text"}
MAY_KNOW = {
    "model": FOUNDATION,
    "formats": FOUNDATION | {"model", "formats", "turns", "chapters", "markdown"},
    "text": SEARCHED,
    "query": SEARCHED | {"query"},
    "matching": SEARCHED | {"query", "model", "matching"},
    "index": SEARCHED | {"query", "model", "matching", "workers", "index"},
    "widening": SEARCHED | {"query", "model", "matching", "index", "widening"},
    "wrap": FOUNDATION,
    "page": FOUNDATION | {"model", "markdown", "notes", "wrap"},
    "layout": FOUNDATION | {"model", "page", "wrap"},
    "contents": FOUNDATION | {"model", "page"},
    "filtered": FOUNDATION | {"model", "page"},
    "selecting": FOUNDATION | {"model", "page"},
    "speakers": {"model"},
    "turn_filter": FOUNDATION | {"model", "speakers"},
    "jumps": {"model"},
    "sieve": FOUNDATION,
    "ordering": FOUNDATION | {"library"},
    "folders": FOUNDATION,
    "writing": FOUNDATION,
    "clipboard": set(),
    "timed_links": FOUNDATION | {"model"},
    "citing": FOUNDATION | {"model", "timed_links"},
    "contract": FOUNDATION | {"model", "speakers", "library"},
    "config": FOUNDATION | {"citing", "folders", "config"},
    "alone": FOUNDATION,
    "people": FOUNDATION | {"model", "speakers", "folders", "writing", "alone", "people"},
    "anchoring": FOUNDATION | {"model", "speakers", "anchoring"},
    "identity": FOUNDATION | {"model", "speakers"},
    "state": FOUNDATION | {"folders", "anchoring", "identity", "alone", "state"},
    "marking": FOUNDATION
    | {"model", "people", "anchoring", "identity", "state", "writing", "marking"},
    "recording": FOUNDATION | {"model", "addresses", "filename", "finding"},
    "playing": FOUNDATION | {"model", "recording", "playing"},
    "exporting": FOUNDATION
    | {"model", "turns", "markdown", "notes", "filename", "finding", "loading", "contract"}
    | {"library", "writing", "exporting"},
    "library": FOUNDATION
    | {"model", "chapters", "speakers", "formats", "filename", "naming", "finding", "loading"}
    | {"people", "identity", "index", "workers", "writing", "library"},
}
"""What some parts may import of the package, and nothing else: the arrows of the design."""


def part(name: str) -> str:
    """The part of the package that a module belongs to: its first name below the root."""
    return name.split(".")[1] if "." in name else ""


def name_of(module: Path) -> str:
    names = module.relative_to(ROOT.parent).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(module: Path) -> Iterator[str]:
    """Every module that one imports, those inside functions too."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports by dots"
            assert node.module is not None
            yield node.module
            if node.module == "tui_reader":
                yield from (f"tui_reader.{alias.name}" for alias in node.names)


def own_imports(module: Path) -> set[str]:
    return {part(name) for name in imports(module) if name.startswith("tui_reader.")}


def by_part(*parts: str) -> list[Path]:
    return [module for module in MODULES if part(name_of(module)) in parts]


CORE = [module for module in MODULES if part(name_of(module)) not in ("ui", "cli", "__main__", "")]


@pytest.mark.parametrize("module", MODULES, ids=name_of)
def test_modules_and_functions_stay_short(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= LONGEST_MODULE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            assert node.end_lineno - node.lineno < LONGEST_FUNCTION, node.name


@pytest.mark.parametrize("module", CORE, ids=name_of)
def test_the_core_knows_neither_the_interface_nor_the_commands(module: Path) -> None:
    assert not own_imports(module) & {"ui", "cli"}
    assert not {name for name in imports(module) if name.split(".")[0] == "textual"}


@pytest.mark.parametrize("module", by_part("ui"), ids=name_of)
def test_the_interface_does_not_know_the_commands(module: Path) -> None:
    assert "cli" not in own_imports(module)


@pytest.mark.parametrize("known", MAY_KNOW)
def test_the_arrows_of_the_design_point_one_way(known: str) -> None:
    for module in by_part(known):
        assert own_imports(module) <= MAY_KNOW[known], module.name


@pytest.mark.parametrize("module", by_part(*FOUNDATION), ids=name_of)
def test_the_foundation_stands_on_nothing(module: Path) -> None:
    assert own_imports(module) <= FOUNDATION


@pytest.mark.parametrize("module", by_part("ui"), ids=name_of)
def test_widgets_do_not_know_each_other(module: Path) -> None:
    widgets = {"search_bar", "episode_list", "transcript_view", "status_bar"}
    if module.stem in widgets:
        known = {name.split(".")[-1] for name in imports(module) if ".ui." in name}
        assert not known & widgets


def test_a_core_that_is_imported_whole_brings_no_textual_along() -> None:
    names = [name_of(module) for module in CORE]
    check = "import importlib, sys\nfor name in sys.argv[1:]: importlib.import_module(name)\n"
    check += "print(*sorted(n for n in sys.modules if n.partition('.')[0] == 'textual'))"
    ran = subprocess.run(
        [sys.executable, "-c", check, *names],
        cwd=ROOT.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.split() == []


def test_formats_are_found_and_never_named() -> None:
    for module in CORE:
        if part(name_of(module)) != "formats":
            named = {name for name in imports(module) if name.startswith("tui_reader.formats.")}
            assert named <= {"tui_reader.formats.base"}, module.name


def test_the_features_of_the_screen_are_listed_in_their_order() -> None:
    from tui_reader.ui import screens
    from tui_reader.ui.main_screen import MainScreen

    chain = [feature.__module__ for feature in reversed(MainScreen.__mro__)]
    features = [module.rpartition(".")[2] for module in chain if ".ui.screens." in module]
    assert re.findall(r"^\| `(\w+)` \|", screens.__doc__ or "", re.M) == features
    assert sorted(features) == sorted(f.stem for f in (ROOT / "ui/screens").glob("[!_]*.py"))
