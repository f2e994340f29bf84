from collections.abc import Callable
from pathlib import Path

from tests.unit.conftest import Ran

Run = Callable[..., Ran]


def test_each_file_is_named_for_what_it_is(run: Run, folder: Path) -> None:
    ran = run("doctor", folder)
    assert ran.code == 0
    assert ran.lines[0] == (
        f"{folder}/1 garden.vtt: webvtt, utf-8, 3 turns, 2 speakers, 01:14, no problems"
    )
    assert ran.lines[1] == (
        f"{folder}/2 kitchen.md: post, utf-8, 2 turns, 2 speakers, no times, no problems"
    )


def test_what_was_odd_is_told_with_its_line(run: Run, folder: Path) -> None:
    file = folder / "odd.vtt"
    file.write_text(
        "WEBVTT\n\n00:01.000 --> 00:02.000\nFine.\n\nnonsense --> 00:03.000\nLost.\n", "utf-8"
    )
    ran = run("doctor", file)
    assert ran.code == 1
    assert any(line.startswith(f"{file}:6: ") for line in ran.lines)


def test_a_file_that_cannot_be_read_is_two_and_hides_no_other(run: Run, folder: Path) -> None:
    (folder / "3 binary.txt").write_bytes(bytes(range(256)) * 20)
    ran = run("doctor", folder)
    assert ran.code == 2
    assert len(ran.lines) == 4
    assert "3 binary.txt" in ran.lines[2]


def test_bytes_in_another_encoding_are_told(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("Ada: Zażółć gęślą jaźń, proszę bardzo.\n\nBo: Dziękuję.\n".encode("cp1250"))
    ran = run("doctor", file)
    assert ran.code == 1
    assert "utf-8" not in ran.lines[0]
