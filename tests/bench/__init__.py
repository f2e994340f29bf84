"""How fast the reader is, each figure against a rival in the same run: `python -m tests.bench`."""
