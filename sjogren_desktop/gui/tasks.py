"""The one door to background work.

A panel makes a :class:`Task` with itself as parent, connects to its signals
and starts it; the work runs in a thread of the one pool and sees only a
progress callable, which raises ``Cancelled`` once the user has asked to stop.

A worker thread never touches the Task, which may be destroyed at any moment
with the panel that owns it. It hands what it has to a mailbox that lives as
long as the application, and the mailbox, in the GUI thread, delivers it to
the Task if that is still there. So there is no moment at which a signal of a
dead object is emitted.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from weakref import WeakValueDictionary

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QRunnable,
    Qt,
    QThreadPool,
    Signal,
    Slot,
)
from shiboken6 import isValid

from sjogren_desktop.gui.language import said
from sjogren_desktop.results import Cancelled, Progress

Work = Callable[[Progress], object]

_QUIET_SECONDS = 0.04
"""Progress is passed on no more often than this; a loop may report at every step."""

_AFTER_PAINTING = Qt.EventPriority.LowEventPriority.value - 1
"""Priority of an event that waits for those that Qt asks for painting with."""

_numbers = itertools.count(1)
_tasks: WeakValueDictionary[int, Task] = WeakValueDictionary()


class _Mailbox(QObject):
    """Brings messages of worker threads to the GUI thread, in order."""

    posted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        # Abandoned work may still hold a thread, so there are more threads than tabs.
        self.pool = QThreadPool(self)
        self.pool.setMaxThreadCount(max(4, QThreadPool.globalInstance().maxThreadCount()))
        self.posted.connect(self.deliver, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def deliver(self, message: object) -> None:
        assert isinstance(message, tuple)
        number, kind, content = message
        task = _tasks.get(number)
        if task is not None and isValid(task):
            task._receive(kind, content)


_mailbox: _Mailbox | None = None


def _the_mailbox() -> _Mailbox:
    global _mailbox
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("background work needs an application")
    if _mailbox is None or _mailbox.parent() is not application:
        _mailbox = _Mailbox(application)
    return _mailbox


class _Run(QRunnable):
    """The work and what its thread may touch: a number, a flag and the mailbox."""

    def __init__(self, number: int, work: Work, stop: threading.Event, mailbox: _Mailbox) -> None:
        super().__init__()
        self._number, self._stop, self._mailbox = number, stop, mailbox
        self._work: Work | None = work
        self._last = 0.0

    def run(self) -> None:
        # The binding may keep this object long after; the work holds a whole study.
        work, self._work = self._work, None
        assert work is not None
        try:
            self._check()
            outcome = ("done", work(self._progress))
        except Cancelled:
            outcome = ("cancelled", None)
        except BaseException as error:  # a thread must not take the program down
            outcome = ("failed", error)
        self._mailbox.posted.emit((self._number, *outcome))

    def _check(self) -> None:
        if self._stop.is_set():
            raise Cancelled

    def _progress(self, fraction: float, message: str) -> None:
        self._check()
        now = time.monotonic()
        if now - self._last >= _QUIET_SECONDS:
            self._last = now
            self._mailbox.posted.emit((self._number, "progress", (float(fraction), message)))


class Task(QObject):
    """One piece of background work, owned by the panel that wants its outcome.

    ``progress`` tells the fraction done and, in the language of the window, what is done.
    Exactly one of ``done(object)``, ``failed(object)`` (an exception) and
    ``cancelled()`` is emitted, unless the task is destroyed before. After
    :meth:`cancel` the outcome of the work is thrown away, even if it was
    already on its way.
    """

    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    progress = Signal(float, str)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._number = next(_numbers)
        self._work: Work | None = work
        self._stop = threading.Event()
        self._over = False
        # A panel that goes takes its wish for the outcome with it. A function is connected:
        # this object is half gone by then, and of an object that is no QObject, such as the
        # event, Qt for Python 6.11 forgets the connections in whichever thread lets go of it
        # last, without a lock. That took the program down when it was a worker thread.
        stop = self._stop
        self.destroyed.connect(lambda: stop.set())

    @property
    def is_over(self) -> bool:
        """Say whether the outcome was delivered or the work was cancelled."""
        return self._over

    def start(self) -> None:
        """Queue the work; signals arrive in the GUI thread.

        It begins when the window has been laid out and painted anew: beside a thread that
        computes, each of these would wait for the interpreter, many times.
        """
        if self._number in _tasks:
            raise RuntimeError("a task starts once")
        _tasks[self._number] = self
        QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), _AFTER_PAINTING)

    def customEvent(self, event: QEvent) -> None:
        work, self._work = self._work, None
        if work is not None and not self._over:
            mailbox = _the_mailbox()
            mailbox.pool.start(_Run(self._number, work, self._stop, mailbox))

    @Slot()
    def cancel(self) -> None:
        """Stop: the work ends at its next progress call, the owner is told at once."""
        self._stop.set()
        if not self._over and isValid(self):
            self._over, self._work = True, None
            self.cancelled.emit()
            self.setParent(None)

    def _receive(self, kind: str, content: object) -> None:
        if self._over:
            return
        if kind == "progress":
            assert isinstance(content, tuple)
            fraction, message = content
            self.progress.emit(fraction, said(message))
            return
        self._over = True
        if kind == "done":
            self.done.emit(content)
        elif kind == "failed":
            self.failed.emit(content)
        else:
            self.cancelled.emit()
        # The panel has had the outcome; only whoever holds a reference keeps the task.
        self.setParent(None)


def are_running() -> bool:
    """Say whether a thread works or is about to, be it on what was cancelled."""
    if any(task._work is not None and isValid(task) for task in list(_tasks.values())):
        return True
    return _mailbox is not None and _mailbox.pool.activeThreadCount() > 0


def shut_down(*, seconds: float = 3.0) -> bool:
    """Cancel all work and wait for its threads; return whether they have ended."""
    for task in list(_tasks.values()):
        task.cancel()
    return _mailbox is None or _mailbox.pool.waitForDone(int(1000 * seconds))
