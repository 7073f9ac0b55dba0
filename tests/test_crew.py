"""A crew works elsewhere, stops at once, tells of faults, and never outlives the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import CancelledError
from pathlib import Path

import psutil  # type: ignore[import-untyped]
import pytest

from sjogren_desktop import crew, spare_process, workers
from sjogren_desktop.crew import DIED, Crew, NotStarted, Places, Work
from sjogren_desktop.results import AnalysisError

ROOT = Path(__file__).resolve().parents[1]


def _pid() -> int:
    return os.getpid()


def _hold() -> object:
    return dict(crew.held())


def _sleep(seconds: float) -> int:
    crew.progress(0.5, "half")
    time.sleep(seconds)
    return os.getpid()


def _die() -> None:
    os._exit(9)


def _refuse() -> None:
    raise AnalysisError("This cannot be done.")


def _fail() -> None:
    raise KeyError("secret")


def _workers_of_its_own() -> int:
    return workers.worker_count(8)


class _Long:
    """Takes a minute to be sent."""

    def __init__(self, at_it: threading.Event) -> None:
        self.at_it = at_it

    def __reduce__(self) -> tuple[object, ...]:
        over = time.monotonic() + 60
        while time.monotonic() < over:
            self.at_it.set()
            crew.breathe()
        return str, ()


def begun(work: Work) -> None:
    """Wait until a process does this."""
    while work.said is None:
        time.sleep(0.01)


@pytest.fixture
def team() -> Iterator[Crew]:
    """One process."""
    with Crew(1) as made:
        yield made


def test_that_work_is_done_elsewhere_in_its_order(team: Crew) -> None:
    last = team.submit(_pid, later=True)
    found = [team.submit(abs, -n).result(60) for n in range(3)]

    assert found == [0, 1, 2]
    assert last.result(60) not in (os.getpid(), None)


def test_that_a_process_holds_what_the_crew_holds_now_and_nothing_of_before(team: Crew) -> None:
    kept = [1.5, 2.5]
    team.hold({"a": kept, "b": "old"})
    assert team.submit(_hold).result(60) == {"a": [1.5, 2.5], "b": "old"}

    team.hold({"a": kept, "c": "new"})

    assert team.submit(_hold).result(60) == {"a": [1.5, 2.5], "c": "new"}


def test_that_a_refusal_is_the_same_sentence_and_a_fault_names_its_places(team: Crew) -> None:
    with pytest.raises(AnalysisError, match=r"^This cannot be done\.$"):
        team.submit(_refuse).result(60)
    with pytest.raises(KeyError) as caught:
        team.submit(_fail).result(60)

    assert isinstance(caught.value.__cause__, Places)
    assert caught.value.__cause__.frames[-1].name == "_fail"


def test_that_abandoned_work_ends_at_once_and_another_process_goes_on(team: Crew) -> None:
    first = team.submit(_pid).result(60)
    team.hold({"a": 1})
    long = team.submit(_sleep, 60.0)
    begun(long)
    pressed = time.monotonic()

    team.abandon(long)

    with pytest.raises(AnalysisError):
        long.result(60)
    assert not psutil.pid_exists(first)
    # The processor's time of a busy computer apart, it is a matter of milliseconds.
    assert time.monotonic() - pressed < 2
    assert team.submit(_hold).result(60) == {"a": 1}


def test_that_a_process_that_dies_is_reported_in_a_sentence_and_replaced(team: Crew) -> None:
    with pytest.raises(AnalysisError) as caught:
        team.submit(_die).result(60)

    assert str(caught.value) == DIED
    assert team.submit(abs, -1).result(60) == 1


def test_that_work_that_cannot_be_sent_is_a_fault_and_the_next_is_done(team: Crew) -> None:
    with pytest.raises(Exception, match="pickle"):
        team.submit(lambda: 1).result(60)

    assert team.submit(abs, -1).result(60) == 1


def test_that_stopping_ends_what_is_done_and_what_waits() -> None:
    with Crew(2) as team:
        works = [team.submit(_sleep, 60.0) for _ in range(3)]
        while sum(work.said is not None for work in works) < 2:
            time.sleep(0.01)

    for work in works:
        with pytest.raises(CancelledError):
            work.result(1)
    mine = psutil.Process().children(recursive=True)
    assert not [p for p in mine if "sjogren_desktop.crew" in p.cmdline()]


def test_that_stopping_ends_what_is_being_sent() -> None:
    at_it = threading.Event()
    with Crew(1) as team:
        work = team.submit(str, _Long(at_it))
        assert at_it.wait(60)
        pressed = time.monotonic()

    assert time.monotonic() - pressed < 5
    with pytest.raises(CancelledError):
        work.result(1)


def test_that_a_process_starts_none_itself(team: Crew) -> None:
    assert team.submit(_workers_of_its_own).result(60) == 1


def test_that_where_none_starts_the_work_is_handed_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(ROOT / "no such program"))

    with Crew(1) as team, pytest.raises(NotStarted):
        team.submit(abs, -1).result(60)


@pytest.fixture
def spare() -> Iterator[psutil.Process]:
    """A process kept ready for a crew without modules to load."""
    spare_process.keep_ready(())
    assert spare_process._spare is not None
    assert spare_process._spare._process is not None
    yield psutil.Process(spare_process._spare._process.pid)
    spare_process.keep_none_ready()
    mine = psutil.Process().children(recursive=True)
    assert not [p for p in mine if "sjogren_desktop.crew" in p.cmdline()]


def test_that_a_crew_takes_the_process_kept_ready_and_another_takes_its_place(
    spare: psutil.Process,
) -> None:
    with Crew(1) as team:
        assert team.submit(_pid).result(60) == spare.pid
        assert spare_process._spare is not None
        assert spare_process._spare._process is not None
        second = spare_process._spare._process.pid
        assert second != spare.pid
        long = team.submit(_sleep, 60.0)
        begun(long)

        team.abandon(long)

        assert team.submit(_pid).result(60) == second


def test_that_a_process_kept_ready_that_has_ended_is_not_taken(spare: psutil.Process) -> None:
    spare.kill()
    assert spare_process._spare is not None
    assert spare_process._spare._process is not None
    spare_process._spare._process.wait()

    with Crew(1) as team:
        assert team.submit(_pid).result(60) != spare.pid


def test_that_a_process_that_has_loaded_something_else_is_not_taken(spare: psutil.Process) -> None:
    with Crew(1, load=("sjogren_desktop.formats",)) as team:
        assert team.submit(_pid).result(60) != spare.pid


PARENT = """
import time
from sjogren_desktop.crew import Crew
from tests.test_crew import _sleep, begun
crew = Crew(1)
long = crew.submit(_sleep, 600.0)
begun(long)
print(crew._members[0]._process.pid, flush=True)
time.sleep(600)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9")
def test_that_none_outlives_a_program_that_is_killed() -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", PARENT], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    child = psutil.Process(int(parent.stdout.readline()))

    parent.send_signal(signal.SIGKILL)
    parent.wait()
    parent.stdout.close()

    # An orphan that nobody waits for stays as a zombie where no init takes it.
    gone = time.monotonic() + 30
    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < gone, "the process works on"
        time.sleep(0.05)
