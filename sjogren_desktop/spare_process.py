"""Starts the processes of crews, and keeps one ready where they are started often.

To start one and have it load the analyses takes 2 to 3 s. That is long after a Cancel,
which ends the process that worked.
"""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from sjogren_desktop import workers

_PROGRAM = "sjogren_desktop.crew"


def keep_ready(load: Sequence[str]) -> None:
    """Keep a process started that has loaded these modules, until :func:`keep_none_ready`.

    The next crew with these modules takes it, or the next process of it that must be
    replaced, and another is started.
    """
    global _spare
    keep_none_ready()
    if workers.may_start():
        _spare = _Spare(tuple(load))


def keep_none_ready() -> None:
    """End the process that is kept ready."""
    global _spare
    spare, _spare = _spare, None
    if spare is not None:
        spare.end()


def take_or_launch(load: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """Return the process kept ready if it has loaded this, else a new one.

    Raises
    ------
    OSError
        If no process can be started.
    """
    ready = _spare.take(load) if _spare is not None else None
    return ready or _launch(load)


def clear_away(process: subprocess.Popen[bytes]) -> None:
    """End a process and close its pipes."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        assert pipe is not None
        with contextlib.suppress(OSError):
            pipe.close()


def _launch(load: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a process that loads these modules; it says that it has begun."""
    return subprocess.Popen(
        [sys.executable, "-m", _PROGRAM, *load],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(__file__).parents[1],
        env={**os.environ, **workers.ONE_THREAD},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


class _Spare:
    """A process that waits for a crew that needs it."""

    def __init__(self, load: tuple[str, ...]) -> None:
        self._load = load
        self._lock = threading.Lock()
        self._over = False
        self._process: subprocess.Popen[bytes] | None = None
        self._start()

    def take(self, load: tuple[str, ...]) -> subprocess.Popen[bytes] | None:
        """Hand over the process if it has loaded this, and start the next."""
        with self._lock:
            if load != self._load or self._process is None or self._over:
                return None
            process, self._process = self._process, None
        self._start()
        if process.poll() is not None:
            clear_away(process)
            return None
        return process

    def end(self) -> None:
        """End the process, and one that is being started too."""
        with self._lock:
            self._over = True
            process, self._process = self._process, None
        if process is not None:
            clear_away(process)

    def _start(self) -> None:
        with contextlib.suppress(OSError):  # then each crew starts its own, or says why not
            process = _launch(self._load)
            with self._lock:
                if not self._over:
                    self._process = process
                    return
            clear_away(process)


_spare: _Spare | None = None
