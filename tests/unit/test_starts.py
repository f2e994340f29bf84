from pathlib import Path
from subprocess import CalledProcessError

import pytest

from tests.bench.fresh import fresh
from tests.bench.generator import write_library
from tests.bench.starts import empty_cache, start, warm_start


def test_a_start_that_reads_the_files_again_is_refused_as_a_warm_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    write_library(tmp_path / "library", 1, formats=["webvtt"])
    with empty_cache():
        assert fresh(start, str(tmp_path / "library")) > 0
        with pytest.raises(CalledProcessError):
            fresh(warm_start, str(tmp_path / "library"))
    assert "no warm start: 1 files were read" in capfd.readouterr().err
