"""Processes that work for this one and hold what they work on, such as a study.

A member of the crew is a Python of its own. What is said to it and what it answers
goes through two pipes, pickled, and never through a file. It does one piece of work
after the other, and can be stopped in the middle of one, which a thread cannot: that
is how Cancel takes effect at once. It ends when its pipe is closed, so none outlives
the program, however that ends. A program that stops and starts such processes often
keeps one ready that does nothing yet (:mod:`.spare_process`).

Work is a function of a module with its arguments. It finds what the crew holds, and
tells how far it is, by :func:`held` and :func:`progress` of this module.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import itertools
import os
import pickle
import queue
import signal
import subprocess
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError, Future, wait
from types import TracebackType
from typing import Any, BinaryIO

from sjogren_desktop import spare_process, workers
from sjogren_desktop.results import AnalysisError, Progress

DIED = (
    "The process that did this ended before its time, most often because the memory of the "
    "computer was used up. Close other programs or choose fewer data, and run it again."
)
_QUIET_SECONDS = 0.04
"""Progress is told no more often than this."""
_LOOK_SECONDS = 0.03
"""Between two looks at whether work that is followed shall end."""
_BREATH = 0.00005
"""Seconds in which another thread has the interpreter at once; it would wait for it to be taken
away otherwise, which lasts longer than a piece of what is sent."""
_NOW, _LATER, _LAST = 0, 1, 2

_talk = threading.local()
"""``process`` is the one that this thread sends to or reads from."""


class NotStarted(Exception):
    """No process could be started; the work can be done in this one."""


class Places(Exception):
    """Where in another process a fault went through: the cause of what is raised here."""

    def __init__(self, frames: Sequence[traceback.FrameSummary]) -> None:
        super().__init__("in another process:\n" + "".join(traceback.format_list(list(frames))))
        self.frames = tuple(frames)


class Work(Future[Any]):
    """A piece of work handed to a crew: a future that also knows how far it is."""

    def __init__(
        self,
        function: Callable[..., object],
        arguments: tuple[object, ...],
        holds: Mapping[str, object],
    ) -> None:
        super().__init__()
        self._call: tuple[Callable[..., object], tuple[object, ...]] | None = function, arguments
        self._holds = holds
        self.said: tuple[float, str] | None = None
        """Fraction and message it last told, None before it has."""

    def _take(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        call, self._call = self._call, None
        assert call is not None
        return call


class Crew:
    """Processes that do work; used by ``with``, which stops them at the end.

    Parameters
    ----------
    count : int
        Processes; they begin to start at once.
    load : sequence of str
        Modules each of them loads while nothing is to be done yet.
    """

    def __init__(self, count: int, *, load: Sequence[str] = ()) -> None:
        self._load = tuple(load)
        self._work: queue.PriorityQueue[tuple[int, int, Work | None]] = queue.PriorityQueue()
        self._numbers = itertools.count(1)
        self._held: Mapping[str, object] = {}
        self._over = threading.Event()
        self._members = [_Member(self) for _ in range(count)]
        for member in self._members:
            threading.Thread(target=member.serve, daemon=True).start()

    def __enter__(self) -> Crew:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: object, places: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def count(self) -> int:
        """Number of processes."""
        return len(self._members)

    def hold(self, things: Mapping[str, object]) -> None:
        """Have what is handed in from now on find these things, by name.

        A thing that a process holds already (the same object) is not sent again; one that is
        not named any more is let go.
        """
        self._held = dict(things)

    def submit(
        self, function: Callable[..., object], *arguments: object, later: bool = False
    ) -> Work:
        """Hand in work; with ``later`` it waits until all other work has begun."""
        work = Work(function, arguments, self._held)
        if self._over.is_set():
            work.set_exception(NotStarted())
        self._work.put((_LATER if later else _NOW, next(self._numbers), work))
        return work

    def abandon(self, work: Work) -> None:
        """Stop a piece of work at once; another process takes the place of the one that did it."""
        if not work.cancel():
            for member in self._members:
                member.stop_if_at(work)

    def stop(self) -> None:
        """Stop all processes at once, whatever they do, and wait until they are gone."""
        self._over.set()
        for member in self._members:
            member.stop()
        with contextlib.suppress(queue.Empty):
            while True:
                left = self._work.get(block=False)[2]
                if left is not None:
                    left.cancel()
        for _ in self._members:
            self._work.put((_LAST, next(self._numbers), None))
        for member in self._members:
            member.ended.wait()


def follow(work: Work, progress: Progress, said: str = "") -> Any:
    """Wait for the outcome of work and pass on what it tells; ``progress`` may raise to end that.

    The work itself goes on then, until it is abandoned or its crew stopped.
    """
    told = (0.0, said)
    while not work.done():
        told = work.said or told
        progress(*told)
        wait([work], timeout=_LOOK_SECONDS)
    return work.result()


def breathe() -> None:
    """Let another thread have the interpreter, between two pieces of what is sent or read.

    Raises
    ------
    BrokenPipeError
        If the process that it is sent to or read from was ended.
    """
    time.sleep(_BREATH)
    process = getattr(_talk, "process", None)
    if process is not None and process.poll() is not None:
        raise BrokenPipeError


class _Member:
    """One process, and the thread of this one that talks with it."""

    def __init__(self, crew: Crew) -> None:
        self._crew = crew
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._at: Work | None = None
        self._sent: dict[str, object] = {}
        self._failed = False
        self.ended = threading.Event()

    def serve(self) -> None:
        """Do work until the crew is stopped."""
        try:
            self._start()
            while not self._crew._over.is_set():
                work = self._crew._work.get()[2]
                if work is None:
                    break
                if work.set_running_or_notify_cancel():
                    self._do(work)
                del work
                if self._process is None and not self._failed:
                    self._start()
        finally:
            self.stop()
            self._end()
            self.ended.set()

    def stop(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def stop_if_at(self, work: Work) -> None:
        """End the process if it does this."""
        with self._lock:
            if self._at is work and self._process is not None:
                self._at = None
                self._process.kill()

    def _start(self) -> None:
        with self._lock:
            if self._crew._over.is_set():
                return
            with contextlib.suppress(OSError):
                self._process = spare_process.take_or_launch(self._crew._load)
        process = self._process
        if process is None:
            self._failed = True
            return
        assert process.stdout is not None
        try:
            begun = _read(process.stdout) == "begun"
        except (EOFError, OSError, pickle.UnpicklingError):
            begun = False
        if not begun:
            self._end()
            self._failed = True

    def _end(self) -> None:
        """Clear away a process that has ended or shall end."""
        with self._lock:
            process, self._process, self._sent = self._process, None, {}
        if process is None:
            return
        spare_process.clear_away(process)

    def _do(self, work: Work) -> None:
        process = self._process
        if process is None:
            work.set_exception(NotStarted())
            return
        with self._lock:
            self._at = work
        outcome: tuple[str, Any] | None = None
        try:
            outcome = self._ask(process, work)
        except (EOFError, OSError, pickle.UnpicklingError):
            self._end()
        except BaseException as error:  # what cannot be pickled, or read back
            self._end()
            outcome = ("fault", (error, ()))
        with self._lock:
            stopped, self._at = self._at is None, None
        if stopped or (outcome is not None and outcome[0] == "broken"):
            self._end()
        if outcome is None:
            over = self._crew._over.is_set()
            work.set_exception(CancelledError() if over else AnalysisError(DIED))
        elif outcome[0] == "done":
            work.set_result(outcome[1])
        elif outcome[0] == "refused":
            work.set_exception(AnalysisError(outcome[1]))
        else:
            fault, frames = outcome[1]
            if frames:
                fault.__cause__ = Places(frames)
            work.set_exception(fault)

    def _ask(self, process: subprocess.Popen[bytes], work: Work) -> tuple[str, Any]:
        """Send what the crew holds and the work, and wait for its outcome."""
        assert process.stdin is not None
        assert process.stdout is not None
        _talk.process = process
        holds = work._holds
        for name in [n for n in self._sent if n not in holds]:
            _write(process.stdin, ("drop", name))
            del self._sent[name]
        for name, thing in holds.items():
            if self._sent.get(name) is not thing:
                self._sent.pop(name, None)
                _write(process.stdin, ("hold", name, thing))
                self._sent[name] = thing
        _write(process.stdin, ("do", *work._take()))
        while True:
            kind, content = _read(process.stdout)
            if kind != "progress":
                return kind, content
            work.said = content


class _Piecewise(io.RawIOBase):
    """A pipe that pickle uses by methods written in Python.

    Between two pieces of 64 kB, another thread may have the interpreter: the window
    goes on answering while a million records are sent.
    """

    def __init__(self, pipe: Any) -> None:
        self._pipe = pipe

    def write(self, data: Any) -> int:
        return int(self._pipe.write(data))

    def read(self, size: int | None = -1) -> bytes:
        return bytes(self._pipe.read(size))

    def readinto(self, data: Any) -> int:
        return int(self._pipe.readinto(data))

    def readline(self, size: int | None = -1) -> bytes:
        return bytes(self._pipe.readline(size))


def _write(pipe: Any, message: object) -> None:
    pickle.Pickler(_Piecewise(pipe), protocol=5).dump(message)
    pipe.flush()


def _read(pipe: Any) -> Any:
    return pickle.Unpickler(_Piecewise(pipe)).load()


# ------------------------------------------------------------------ in the process

_things: dict[str, object] = {}
_answers: BinaryIO | None = None
_told = 0.0


def held() -> Mapping[str, object]:
    """Return what the crew holds, by name; for work only."""
    return _things


def progress(fraction: float, message: str) -> None:
    """Tell how far the work is; for work only."""
    global _told
    now = time.monotonic()
    if now - _told >= _QUIET_SECONDS:
        _told = now
        _answer(("progress", (float(fraction), message)))


def serve(load: Sequence[str]) -> None:
    """Do in this process what is asked for on standard input, until that is closed."""
    global _answers
    # Compiled parts may print to standard output and read from standard input.
    asked, _answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    quiet = os.open(os.devnull, os.O_RDWR)
    os.dup2(quiet, 0)
    os.dup2(quiet, 1)
    # Ctrl+C at a terminal reaches every process of it; the one that asks decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    workers.work_alone()
    messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(asked, messages), daemon=True).start()
    _answer("begun")
    for name in load:
        importlib.import_module(name)
    while True:
        kind, *content = messages.get()
        if kind == "hold":
            name, thing = content
            _things[name] = thing
            del thing, content
        elif kind == "drop":
            del _things[content[0]]
        elif kind == "broken":
            _answer(("broken", content[0]))
        else:
            _answer(_outcome(*content))


def _listen(asked: BinaryIO, messages: queue.SimpleQueue[Any]) -> None:
    """Take what is asked for; the end of it is the end of this process, whatever it does."""
    while True:
        try:
            message = _read(asked)
        except (EOFError, OSError):
            os._exit(0)
        except BaseException as error:  # a function or class that is not there
            message = ("broken", _sendable(error))
        messages.put(message)
        del message


def _outcome(function: Callable[..., object], arguments: tuple[object, ...]) -> tuple[str, object]:
    try:
        return ("done", function(*arguments))
    except AnalysisError as error:
        return ("refused", str(error))
    except BaseException as error:  # a fault is told where the work was asked for
        return ("fault", _sendable(error))


def _sendable(error: BaseException) -> tuple[BaseException, list[traceback.FrameSummary]]:
    """Return an error that can be sent, and the places it went through."""
    frames = traceback.extract_tb(error.__traceback__)
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:  # its own way of pickling is at fault, in whatever manner
        error = RuntimeError(f"{type(error).__name__}: {error}")
    return error.with_traceback(None), list(frames)


def _answer(message: object) -> None:
    assert _answers is not None
    try:
        _write(_answers, message)
    except OSError:  # nobody is there any more
        os._exit(0)


if __name__ == "__main__":
    # By its name, so that the functions sent here find this module and not a second one.
    importlib.import_module("sjogren_desktop.crew").serve(sys.argv[1:])
