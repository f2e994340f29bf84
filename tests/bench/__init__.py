"""How fast the reader is, each figure against a rival in the same run: `python -m tests.bench`."""

import tui_reader.ui  # noqa: F401  # before Textual: it says how often that paints
