"""Background work: outcomes, cancelling, and owners that go while it runs."""

from __future__ import annotations

import sys
import threading
import weakref

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, Slot
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import AnalysisError, Progress


class Owner(QObject):
    """Keeps what the signals brought, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[tuple[str, object]] = []
        self.threads: list[bool] = []

    def _note(self, kind: str, value: object) -> None:
        self.got.append((kind, value))
        application = QCoreApplication.instance()
        assert application is not None
        self.threads.append(QThread.currentThread() is application.thread())

    @Slot(object)
    def done(self, value: object) -> None:
        self._note("done", value)

    @Slot(object)
    def failed(self, error: object) -> None:
        self._note("failed", error)

    @Slot()
    def cancelled(self) -> None:
        self._note("cancelled", None)

    @Slot(float, str)
    def progress(self, fraction: float, message: str) -> None:
        self._note("progress", (fraction, message))


def start(owner: Owner, work: tasks.Work) -> Task:
    task = Task(work, owner)
    task.done.connect(owner.done)
    task.failed.connect(owner.failed)
    task.cancelled.connect(owner.cancelled)
    task.progress.connect(owner.progress)
    task.start()
    return task


def test_that_the_value_of_the_work_arrives_unchanged_in_the_gui_thread(qtbot: QtBot) -> None:
    owner, value = Owner(), {12: "visit", 2.7: 2**40}

    task = start(owner, lambda progress: value)
    qtbot.waitUntil(lambda: task.is_over)

    assert owner.got == [("done", value)]
    assert owner.got[0][1] is value
    assert owner.threads == [True]


def test_that_every_exception_is_delivered_even_exit(qtbot: QtBot) -> None:
    owner = Owner()

    def sentence(progress: Progress) -> object:
        raise AnalysisError("No arm is chosen.")

    def leave(progress: Progress) -> object:
        sys.exit(3)

    for work in (sentence, leave):
        task = start(owner, work)
        qtbot.waitUntil(lambda task=task: task.is_over)

    assert [type(error) for _, error in owner.got] == [AnalysisError, SystemExit]


def test_that_cancel_stops_the_work_at_its_next_progress_call(qtbot: QtBot) -> None:
    owner, stopped = Owner(), threading.Event()

    def work(progress: Progress) -> object:
        try:
            while True:
                progress(0.5, "Fitting")
        finally:
            stopped.set()

    task = start(owner, work)
    qtbot.waitUntil(lambda: bool(owner.got))
    task.cancel()

    assert owner.got[-1] == ("cancelled", None)
    assert stopped.wait(5)
    assert tasks.shut_down()
    QCoreApplication.processEvents()
    assert [kind for kind, _ in owner.got].count("cancelled") == 1
    assert "done" not in [kind for kind, _ in owner.got]


def test_that_the_outcome_of_cancelled_work_is_thrown_away(qtbot: QtBot) -> None:
    owner, go = Owner(), threading.Event()

    def deaf(progress: Progress) -> object:
        go.wait(5)
        return "late"

    task = start(owner, deaf)
    task.cancel()
    go.set()
    assert tasks.shut_down()
    QCoreApplication.processEvents()

    assert owner.got == [("cancelled", None)]


def test_that_progress_is_thinned_out(qtbot: QtBot) -> None:
    owner = Owner()

    def work(progress: Progress) -> object:
        for step in range(20_000):
            progress(step / 20_000, "Step")
        return None

    task = start(owner, work)
    qtbot.waitUntil(lambda: task.is_over)

    assert 1 <= sum(kind == "progress" for kind, _ in owner.got) < 200


def test_that_an_owner_destroyed_during_the_run_is_ignored_and_stops_the_work(
    qtbot: QtBot,
) -> None:
    owner, running, stopped = Owner(), threading.Event(), threading.Event()

    def work(progress: Progress) -> object:
        try:
            while True:
                progress(0.5, "Fitting")
                running.set()
        finally:
            stopped.set()

    task = start(owner, work)
    qtbot.waitUntil(running.is_set)
    shiboken6.delete(owner)

    assert not shiboken6.isValid(task)
    assert stopped.wait(5)
    assert tasks.shut_down()
    QCoreApplication.processEvents()


def test_that_an_owner_destroyed_before_delivery_gets_nothing(qtbot: QtBot) -> None:
    owner = Owner()
    task = start(owner, lambda progress: "value")
    QCoreApplication.sendPostedEvents(task, QEvent.Type.User.value)
    tasks._the_mailbox().pool.waitForDone(5000)  # the outcome waits in the event queue

    shiboken6.delete(owner)
    QCoreApplication.processEvents()

    assert owner.got == []
    assert not shiboken6.isValid(task)


def test_that_work_begins_when_the_event_loop_comes_round(qtbot: QtBot) -> None:
    """What is done and painted until then does not wait for the interpreter."""
    owner, begun = Owner(), threading.Event()

    task = start(owner, lambda progress: begun.set())

    assert tasks.are_running()
    assert not begun.wait(0.05)
    qtbot.waitUntil(begun.is_set)
    qtbot.waitUntil(lambda: task.is_over)


def test_that_work_cancelled_or_left_before_it_begins_is_not_done(qtbot: QtBot) -> None:
    owner, begun = Owner(), threading.Event()
    task = start(owner, lambda progress: begun.set())
    left = Owner()
    start(left, lambda progress: begun.set())

    task.cancel()
    shiboken6.delete(left)

    assert owner.got == [("cancelled", None)]
    assert not tasks.are_running()
    qtbot.wait(50)
    assert not begun.is_set()
    assert tasks.shut_down()


def test_that_a_finished_task_is_freed(qtbot: QtBot) -> None:
    owner = Owner()
    task = start(owner, lambda progress: None)
    gone = weakref.ref(task)
    qtbot.waitUntil(lambda: gone() is not None and gone().is_over)  # type: ignore[union-attr]

    del task

    assert gone() is None
    assert owner.children() == []


def test_that_a_task_starts_once(qtbot: QtBot) -> None:
    owner = Owner()
    task = start(owner, lambda progress: None)

    with pytest.raises(RuntimeError, match="starts once"):
        task.start()
    qtbot.waitUntil(lambda: task.is_over)


def test_that_no_connection_ends_with_what_a_thread_may_let_go_of_last(qtbot: QtBot) -> None:
    """Such a connection is forgotten in that thread without a lock, which ends the program.

    It showed as "'Event' object has no attribute '_cond'" or a segmentation fault within
    some 20 s of tasks one after the other.
    """
    owner = Owner()
    task = Task(lambda progress: None, owner)

    # Qt for Python watches a receiver that is no QObject by a weak reference.
    assert weakref.getweakrefcount(task._stop) == 0

    task.start()
    qtbot.waitUntil(lambda: task.is_over)
