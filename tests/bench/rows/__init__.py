"""The rows of the table: one module each with a `ROW`, found by looking into this folder."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tests.bench.row import Row

__all__ = ["rows"]


@cache
def rows() -> tuple[Row, ...]:
    """Every row there is, in the order of the table."""
    modules = (import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__))
    return tuple(sorted((module.ROW for module in modules), key=lambda row: row.order))
