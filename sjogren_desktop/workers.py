"""Processes that work for this one, wherever the program runs from.

A worker is started by calling the interpreter. In a package that is the program
itself: ``installer/entry.py`` tells a worker from a window by its arguments.
Workers come from loky and not from ``joblib.Parallel``, which cannot be used where
the name of the user, and so that of the temporary folder, has letters beyond ASCII.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager, suppress

_IDLE_SECONDS = 60
_alone = False
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
"""One thread each: the processes already fill the cores."""

AHEAD = 2
"""Pieces to hand out for each process: one that it does, and one for it to go on with.

More would wait outside the queue of the pool, whose thread looks for them in vain, and
fails, when the processes are stopped.
"""


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
def shared_pool(count: int) -> Iterator[Executor]:
    """Lend a pool of worker processes that stay for the next call until they were idle a while.

    If the work ends by an exception, such as that of Cancel, they are stopped at once.
    """
    from joblib.externals.loky import get_reusable_executor

    pool: Executor = get_reusable_executor(count, timeout=_IDLE_SECONDS, env=ONE_THREAD)
    try:
        yield pool
    except BaseException:
        stop(pool)
        raise


def stop(pool: Executor) -> None:
    """Stop the processes of a pool at once, whatever they do."""
    # What no process has begun is taken back first: when the processes are gone, the thread
    # of the pool would look for it in vain and fail (joblib 1.5, a private queue of loky).
    numbers: queue.Queue[int] = pool._work_ids  # type: ignore[attr-defined]
    with suppress(queue.Empty):
        while True:
            numbers.get(block=False)
    pool.shutdown(wait=True, kill_workers=True)  # type: ignore[call-arg]
