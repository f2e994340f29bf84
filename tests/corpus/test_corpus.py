"""Real files of all kinds: each is read, or refused with a sentence."""

import pytest

from tests.shared import needs_shared
from tui_reader.errors import ReaderError
from tui_reader.loading import load

pytestmark = pytest.mark.corpus


def test_every_file_is_read_or_refused_with_a_sentence() -> None:
    files = [path for path in needs_shared("corpus").rglob("*") if path.is_file()]
    assert files
    for path in files:
        try:
            transcript = load(path).transcript
        except ReaderError as error:
            assert error.message.endswith("."), path
        else:
            assert transcript.metadata.title
            assert not any("could not be read as" in p.message for p in transcript.problems), path
