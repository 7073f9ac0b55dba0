"""How many processes may work for this one; they are those of :mod:`.crew`.

A process is started by calling the interpreter. In a package that is the program
itself: ``installer/entry.py`` tells a process from a window by its arguments.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

_alone = False
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""One thread each: the processes already fill the cores."""


def worker_count(asked: int = 0) -> int:
    """Return the number of worker processes: what was asked for, or all cores for 0.

    Always 1 in a process that works for another one, which has given the other cores
    work already.
    """
    if _alone:
        return 1
    if asked:
        return asked
    import joblib

    return int(joblib.cpu_count())


def may_start() -> bool:
    """Say whether other processes can work beside this one, without loading anything heavy."""
    return not _alone and (os.cpu_count() or 1) > 1


def work_alone() -> None:
    """Have this process, which works for another one, start no processes of its own."""
    global _alone
    _alone = True


@contextmanager
def taking_all_cores() -> Iterator[None]:
    """Let this process have workers of its own for one piece of work: no other works beside it.

    They end with this process, however that ends, as theirs is a pipe from it.
    """
    global _alone
    before, _alone = _alone, False
    try:
        yield
    finally:
        _alone = before
