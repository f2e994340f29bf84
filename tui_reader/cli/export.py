"""`tui-reader export`: transcripts in another form, printed or written to files."""

import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from tui_reader.cli.arguments import Parser, source
from tui_reader.cli.console import Console, complain
from tui_reader.errors import QueryError, ReaderError
from tui_reader.exporting import Form, export, form, forms
from tui_reader.exporting.saving import file_names, save
from tui_reader.finding import STDIN, check, find
from tui_reader.harmless import harmless_path
from tui_reader.library import joined, open_file, open_group
from tui_reader.loading import Loaded
from tui_reader.people import People

_EXAMPLES = """\
examples:
  tui-reader export talk.txt --to vtt               captions, on standard output
  tui-reader export talk.vtt -o talk.html           what it becomes, the ending tells
  tui-reader export podcasts/ --to md -o notes/     a file for each episode

A file that is there already stays, unless --force is given.
"""


class _Whither(NamedTuple):
    """What is to be written, and where: None is standard output."""

    form: Form
    place: Path | None
    is_folder: bool
    force: bool


_SLASHES: Final = tuple(filter(None, (os.sep, os.altsep)))
"""A name that ends with one means a folder, which need not be there yet."""


def parser() -> Parser:
    """What the command takes."""
    taken = Parser(
        "export",
        usage="tui-reader export [--to FORM] [-o FILE|FOLDER] [--force] PATH…",
        description="Write transcripts in another form.",
        epilog=f"forms:\n{_told()}\n\n{_EXAMPLES}",
    )
    taken.add_argument(
        "paths", metavar="PATH", nargs="+", help="files and folders; - reads standard input"
    )
    names = ", ".join(form.name for form in forms())
    taken.add_argument("--to", metavar="FORM", help=f"one of {names}")
    taken.add_argument(
        "-o", "--output", metavar="FILE|FOLDER", help="where to write; a folder for several files"
    )
    taken.add_argument("--force", action="store_true", help="write over files that are there")
    return taken


def _told() -> str:
    """Every form and what it is good for, a line each."""
    return "\n".join(f"  {form.name:5} {form.title}: {form.about}" for form in forms())


def main(arguments: Sequence[str]) -> int:
    """Run the command and answer with its exit code."""
    asked = parser().parse(arguments)
    place = Path(asked.output) if asked.output is not None else None
    is_folder = place is not None and (place.is_dir() or asked.output.endswith(_SLASHES))
    form_of_it = _form(asked.to, None if is_folder else place)
    whither = _Whither(form_of_it, place, is_folder, asked.force)
    paths, stdin = source(asked.paths)
    check(paths)
    if len(paths) == 1 and not paths[0].is_dir():
        return _one(paths[0], stdin, whither)
    return _many(paths, stdin, whither)


def _form(name: str | None, place: Path | None) -> Form:
    """The form that is asked for, by name or by the ending of where it goes."""
    if name is not None:
        return form(name)
    if place is not None and place.suffix:
        return form(place.suffix)
    names = ", ".join(form.name for form in forms())
    raise QueryError(f"Say which form with --to: there are {names}.")


def _one(path: Path, stdin: bytes | None, whither: _Whither) -> int:
    loaded = _named(open_file(path, stdin), People.load())
    text = _text(loaded, whither.form)
    place = whither.place
    if place is None:
        _print(text)
        return 0
    if whither.is_folder:
        place = place / next(file_names(path, whither.form))
    save(text, place, path, force=whither.force)
    Console().print(harmless_path(place))
    return 0


def _many(paths: Sequence[Path], stdin: bytes | None, whither: _Whither) -> int:
    """Every episode into a file of its own; one that cannot be written costs none of the others."""
    folder = whither.place
    if folder is None or (folder.exists() and not folder.is_dir()):
        raise QueryError("Several transcripts need a folder to go to: name one with -o.")
    console, people = Console(), People.load()
    files, left_out, named, _ = find(paths)
    for error in left_out:
        complain(error.message)
    written, failed = 0, bool(left_out)
    taken = set(map(os.path.realpath, files))  # a transcript is no place for another
    for group in joined(files):
        for part in open_group(group, stdin, named=named).parts:
            try:
                loaded = _named(_opened(part.loaded), people)
                names = file_names(part.path, whither.form)
                places = (folder / _beside(part.path, paths) / name for name in names)
                file = next(place for place in places if os.path.realpath(place) not in taken)
                taken.add(os.path.realpath(file))
                save(_text(loaded, whither.form), file, part.path, force=whither.force)
            except ReaderError as error:
                complain(error.message)
                failed = True
            else:
                console.print(harmless_path(file))
                written += 1
    if not (written or failed):
        complain("There is no transcript in what was named.")
    return 2 if failed or not written else 0


def _opened(loaded: Loaded | str) -> Loaded:
    """What was read of an episode; raises ReaderError with the reason where nothing was."""
    if isinstance(loaded, str):
        raise ReaderError(loaded)
    return loaded


def _beside(path: Path, paths: Sequence[Path]) -> Path:
    """The folder of a file below the one that was named, which the export keeps."""
    for named in paths:
        if named in path.parents:
            return path.parent.relative_to(named)
    return Path()


def _named(loaded: Loaded, people: People) -> Loaded:
    """What was loaded, with the names that people have been given."""
    return replace(loaded, transcript=people.named(loaded.transcript, loaded.path))


def _text(loaded: Loaded, to: Form) -> str:
    try:
        return export(loaded, to)
    except ReaderError as error:
        name = "Standard input" if loaded.path == STDIN else harmless_path(loaded.path)
        raise ReaderError(f"{name} cannot be written as {to.title}: {error.message}") from None


def _print(text: str) -> None:
    """Print a whole file, in UTF-8 wherever it goes."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    for line in text.splitlines(keepends=True) if sys.stdout is not None else ():
        sys.stdout.write(line)
