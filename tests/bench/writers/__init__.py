"""How a generated episode is written down: one writer for each format the reader knows by name."""

from collections.abc import Mapping
from typing import Final

from tests.bench.writers import captions, data, services, written
from tests.bench.writers.writer import Writer

__all__ = ["WRITERS", "Writer"]

WRITERS: Final[Mapping[str, Writer]] = {
    **captions.WRITERS,
    **written.WRITERS,
    **data.WRITERS,
    **services.WRITERS,
}
