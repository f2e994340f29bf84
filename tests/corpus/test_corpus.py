"""Real files of all kinds, as `show` prints them: each whole, or refused with a sentence."""

import json
from pathlib import Path

import pytest

from tests.shared import needs_shared
from tui_reader.cli import main

pytestmark = pytest.mark.corpus

NOTHING_IN_IT = {"empty.vtt", "no_captions.vtt"}


def _shown(path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object] | None:
    """What `show --json` prints for a file; None where it refuses with a sentence."""
    code = main(["show", "--json", str(path)])
    out, err = capsys.readouterr()
    if code:
        assert (code, out) == (2, "")
        assert err.startswith("tui-reader: ") and err.endswith(".\n"), err
        return None
    assert err == ""
    shown = json.loads(out)
    assert isinstance(shown, dict)
    return shown


def test_every_file_is_printed_or_refused_with_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    folder = needs_shared("corpus")
    refused = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        shown = _shown(path, capsys)
        if shown is None:
            refused.add(path)
            continue
        assert shown["title"], path
        assert "could not be read as" not in json.dumps(shown["problems"]), path
    outside = {path.name for path in refused if folder / "wpt" not in path.parents}
    assert outside == NOTHING_IN_IT
    expected = json.loads((folder / "wpt" / "EXPECTED.json").read_text("utf-8"))
    with_words = {name for name, cues in expected.items() if any(cue["text"] for cue in cues)}
    assert not {name for name in with_words if folder / "wpt" / name in refused}


def test_nothing_of_any_file_can_do_anything_to_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for path in sorted(path for path in needs_shared("corpus").rglob("*") if path.is_file()):
        main(["show", str(path)])
        out, err = capsys.readouterr()
        assert not {char for char in out + err if ord(char) < 32} - {"\n", "\t"}, path
