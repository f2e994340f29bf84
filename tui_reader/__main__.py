"""`python -m tui_reader`: the same as the `tui-reader` command."""

from tui_reader.cli import entry

if __name__ == "__main__":
    entry()
