"""What README takes from the program itself: `python -m tests.readme --write` puts it there."""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tui_reader.config.document import setting_rows
from tui_reader.formats import Format, formats
from tui_reader.ui.keymap import Keymap, Where, pretty_keys

__all__ = ["README", "format_table", "key_table", "renewed", "setting_table"]

README: Final = Path(__file__).parents[1] / "README.md"


def key_table() -> str:
    """Every key and what it does, under the headings that the help has."""
    return "\n".join(_keys())


def _keys() -> Iterator[str]:
    yield from ("| Key | What it does |", "| --- | --- |")
    for where in Where:
        yield f"| **{where.value}** | |"
        for command in Keymap().commands:
            if command.where is where and command.keys:
                keys = " ".join(map(_code, pretty_keys(command).split()))
                yield f"| {keys} | {_cell(command.help)} |"


def setting_table() -> str:
    """Every setting: its name, what it is and takes, and what it is at first."""
    rows = (
        f"| `{name}` | {_cell(about)} | {_code(first) if _is_value(first) else first} |"
        for name, about, first in setting_rows()
    )
    return "\n".join(["| Setting | What it is | At first |", "| --- | --- | --- |", *rows])


def _is_value(text: str) -> bool:
    return text[0] in '"[' or text[0].isdigit()


def format_table() -> str:
    """Every format: its name, what it is in its own words, and its endings."""
    rows = (
        f"| `{fmt.name}` | {_cell(_description(fmt))} | {' '.join(map(_code, fmt.suffixes))} |"
        for fmt in formats()
    )
    return "\n".join(["| Name | What it is | Usual endings |", "| --- | --- | --- |", *rows])


def _description(fmt: Format) -> str:
    """The first paragraph of the module that a format is written in."""
    inside = f"{formats.__module__}."
    modules = (module for name, module in sys.modules.items() if name.startswith(inside))
    about = next(m.__doc__ for m in modules if getattr(m, "FORMAT", None) is fmt) or fmt.title
    return " ".join(about.partition("\n\n")[0].split())


def _code(text: str) -> str:
    return f"`` {text} ``" if "`" in text else f"`{_cell(text)}`"


def _cell(text: str) -> str:
    """`text` as it may stand in a table."""
    return text.replace("|", "\\|")


def renewed(text: str) -> str:
    """`text` with the parts between the marks made anew; raises ValueError where one is missing."""
    parts = {"keys": key_table(), "settings": setting_table(), "formats": format_table()}
    for name, part in parts.items():
        begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
        marked = re.compile(f"{re.escape(begin)}.*?{re.escape(end)}", re.DOTALL)
        if len(marked.findall(text)) != 1:
            raise ValueError(f"{begin} … {end} has to stand in the text once")
        whole = f"{begin}\n{part}\n{end}"
        text = marked.sub(lambda _, whole=whole: whole, text)  # type: ignore[misc]
    return text


def main() -> int:
    """Check that README is as the program is, or make it so."""
    parser = argparse.ArgumentParser(prog="python -m tests.readme", description=__doc__)
    parser.add_argument("--write", action="store_true", help="renew README.md")
    asked = parser.parse_args()
    before = README.read_text(encoding="utf-8")
    after = renewed(before)
    if before == after:
        return 0
    if not asked.write:
        print("README.md is out of date: python -m tests.readme --write renews it.")
        return 1
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
