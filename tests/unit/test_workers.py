"""The workers are real processes here; the tasks are in this module so that they can import it."""

import io
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from tui_reader import crew, workers
from tui_reader.workers import each, packed

Result = tuple[int, str]


def pid_of(number: int, path: Path) -> Result:
    return number, str(os.getpid())


def name_of(number: int, path: Path) -> Result:
    return number, path.name


def name_or_death(number: int, path: Path, deadly: frozenset[str]) -> Result:
    if path.name in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return number, path.name


def lost(number: int, path: Path, why: str) -> Result:
    return number, f"lost: {why}"


@pytest.fixture
def in_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the files are, processes read them, in chunks of three."""
    monkeypatch.setattr(workers, "ALONE", -1)
    monkeypatch.setattr(workers, "CHUNK_FILES", 3)
    monkeypatch.setattr(workers, "worker_count", lambda: 2)


def files(count: int) -> list[tuple[int, Path]]:
    return [(number, Path(f"file {number}")) for number in range(count)]


def flat(lots: Iterable[list[Result]]) -> list[Result]:
    return [result for lot in lots for result in lot]


def test_few_bytes_are_read_in_the_calling_thread() -> None:
    found = flat(each(pid_of, files(3), threading.Event(), lost=lost))
    assert found == [(number, str(os.getpid())) for number in range(3)]


def test_no_files_are_no_results() -> None:
    assert flat(each(pid_of, [], threading.Event(), lost=lost)) == []


@pytest.mark.usefixtures("in_workers")
def test_many_are_read_in_other_processes_and_none_is_forgotten() -> None:
    found = flat(each(pid_of, files(20), threading.Event(), lost=lost))
    assert sorted(number for number, _ in found) == list(range(20))
    assert str(os.getpid()) not in {pid for _, pid in found}


@pytest.mark.usefixtures("in_workers")
def test_a_worker_that_dies_costs_the_file_it_died_on() -> None:
    task = partial(name_or_death, deadly=frozenset({"file 0", "file 4"}))
    found = dict(flat(each(task, files(9), threading.Event(), lost=lost)))
    deadly = "lost: made the process that read it break down"
    assert found == {n: deadly if n in (0, 4) else f"file {n}" for n in range(9)}


def name_or_death_at_first(number: int, path: Path, seen: Path) -> Result:
    if path.name == "file 4" and not seen.exists():
        seen.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number, path.name


@pytest.mark.usefixtures("in_workers")
def test_a_file_is_read_once_more_before_it_is_given_up(tmp_path: Path) -> None:
    task = partial(name_or_death_at_first, seen=tmp_path / "seen")
    found = dict(flat(each(task, files(9), threading.Event(), lost=lost)))
    assert found == {n: f"file {n}" for n in range(9)}


def name_or_none_for_ever(number: int, path: Path) -> Result:
    while path.name == "file 4":
        time.sleep(1)
    return number, path.name


@pytest.mark.usefixtures("in_workers")
def test_a_file_that_takes_too_long_costs_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "SECONDS", (0.3, 0.0))
    found = dict(flat(each(name_or_none_for_ever, files(9), threading.Event(), lost=lost)))
    slow = "lost: took longer than 0 seconds to read and was given up"
    assert found == {n: slow if n == 4 else f"file {n}" for n in range(9)}


def name_or_stop(number: int, path: Path) -> Result:
    if number == 4:
        os.kill(os.getpid(), signal.SIGSTOP)
    return number, path.name


@pytest.mark.usefixtures("in_workers")
def test_a_worker_that_can_do_nothing_any_more_costs_one_file(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "SECONDS", (0.3, 0.0))
    monkeypatch.setattr(crew, "_GRACE", 0.3)
    found = dict(flat(each(name_or_stop, files(9), threading.Event(), lost=lost)))
    slow = "lost: took longer than 0 seconds to read and was given up"
    assert found == {n: slow if n == 4 else f"file {n}" for n in range(9)}


@pytest.mark.usefixtures("in_workers")
def test_a_worker_that_is_stuck_ends_when_it_is_told_to() -> None:
    lots = each(name_or_none_for_ever, files(5), threading.Event(), lost=lost)
    assert next(lots)
    lots.close()  # type: ignore[attr-defined]


def size_or_death(results: list[Result]) -> list[Result]:
    if (4, "file 4") in results:
        os.kill(os.getpid(), signal.SIGKILL)
    return results


@pytest.mark.usefixtures("in_workers")
def test_a_file_whose_result_is_deadly_costs_no_other() -> None:
    lots = packed(name_of, size_or_death, files(9), threading.Event(), lost=lost)
    found = dict(flat(lots))
    assert found.pop(4).startswith("lost")
    assert found == {n: f"file {n}" for n in range(9) if n != 4}


def room_for_most_of_the_memory(number: int, path: Path) -> Result:
    try:
        bytearray(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") * 3 // 4)
    except MemoryError:
        return number, "refused"
    return number, "taken"


@pytest.mark.skipif(sys.platform != "linux", reason="the system sets no such limit")
@pytest.mark.usefixtures("in_workers")
def test_a_worker_may_not_take_all_memory() -> None:
    (found,) = flat(each(room_for_most_of_the_memory, files(1), threading.Event(), lost=lost))
    assert found == (0, "refused")


def name_and_much(number: int, path: Path) -> Result:
    return number, path.name * 50


@pytest.mark.usefixtures("in_workers")
def test_long_names_and_long_answers_do_not_wait_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(workers, "CHUNK_FILES", 1_000)
    names = [(number, Path(f"file {number:04}" * 50)) for number in range(8_000)]
    found = flat(each(name_and_much, names, threading.Event(), lost=lost))
    assert sorted(number for number, _ in found) == list(range(8_000))


@pytest.mark.usefixtures("in_workers")
def test_where_no_process_can_be_started_the_files_are_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise OSError("no more processes")

    monkeypatch.setattr(subprocess, "Popen", refuse)
    found = flat(each(pid_of, files(5), threading.Event(), lost=lost))
    assert found == [(number, str(os.getpid())) for number in range(5)]


@pytest.mark.usefixtures("in_workers")
def test_where_every_process_dies_at_birth_the_files_are_read_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    found = flat(each(pid_of, files(5), threading.Event(), lost=lost))
    assert found == [(number, str(os.getpid())) for number in range(5)]


class _Standin(io.StringIO):
    """What an interface puts in the place of a stream, so that nothing is printed over it."""

    def fileno(self) -> int:
        return -1


@pytest.mark.usefixtures("in_workers")
def test_workers_start_where_an_interface_has_taken_the_place_of_the_streams(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stderr", _Standin())
    monkeypatch.setattr(sys, "stdout", _Standin())
    found = flat(each(pid_of, files(9), threading.Event(), lost=lost))
    assert sorted(number for number, _ in found) == list(range(9))
    assert str(os.getpid()) not in {pid for _, pid in found}


@pytest.mark.usefixtures("in_workers")
def test_stopping_ends_it_and_every_process() -> None:
    stopped = threading.Event()
    lots = each(pid_of, files(400), stopped, lost=lost)
    pid = int(next(lots)[0][1])
    stopped.set()
    assert len(flat(lots)) < 300
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


@pytest.mark.usefixtures("in_workers")
def test_closing_the_iterator_ends_every_process() -> None:
    lots = each(pid_of, files(400), threading.Event(), lost=lost)
    pid = int(next(lots)[0][1])
    lots.close()  # type: ignore[attr-defined]
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_stopping_ends_it_in_the_calling_thread_too() -> None:
    stopped = threading.Event()
    stopped.set()
    assert flat(each(name_of, files(3), stopped, lost=lost)) == []
