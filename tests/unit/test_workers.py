"""The workers are real processes here; the tasks are in this module so that they can import it."""

import io
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import pytest

from tui_reader import workers
from tui_reader.workers import each

Result = tuple[int, str]


def pid_of(number: int, path: Path) -> Result:
    return number, str(os.getpid())


def name_of(number: int, path: Path) -> Result:
    return number, path.name


def name_or_death(number: int, path: Path, deadly: frozenset[str]) -> Result:
    if path.name in deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return number, path.name


def lost(number: int, path: Path) -> Result:
    return number, "lost"


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
    assert found == {n: "lost" if n in (0, 4) else f"file {n}" for n in range(9)}


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
