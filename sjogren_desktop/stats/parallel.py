"""Work cut into pieces, done on all cores of this computer or on a cluster.

The pieces are the same wherever they are done, so results depend on neither
the number of workers nor the place.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from typing import Any, TypeVar

from sjogren_desktop.crew import Crew, NotStarted
from sjogren_desktop.results import AnalysisError, Doing, Progress, no_progress
from sjogren_desktop.workers import worker_count

T = TypeVar("T")

_SECONDS_TO_CONNECT = 10
_ROUND = 4
"""Pieces a worker gets between two looks at whether the work shall stop."""
_SECONDS = 0.05
"""The same on this computer, where a piece need not be done for it."""
_IDLE_SECONDS = 60.0
"""For which processes stay, since work often comes again with other options."""
_FEW = 4
"""Up to this many pieces are done here: starting workers would take longer."""


def map_chunks(
    function: Callable[..., T],
    chunks: Sequence[tuple[object, ...]],
    *,
    workers: int = 0,
    scheduler: str = "",
    progress: Progress = no_progress,
) -> list[T]:
    """Return what the function gives for each tuple of arguments, in order.

    Parameters
    ----------
    function : callable
        Of a module, so that other processes can find it.
    chunks : sequence of tuple
    workers : int
        Processes; 0 takes all cores, 1 works in this process.
    scheduler : str
        Address of a Dask scheduler, such as ``"tcp://host:8786"``: the work is
        then done by its workers, on which this program must be installed.
    progress : callable
        Told now and again; raises to stop.

    Raises
    ------
    AnalysisError
        If the cluster cannot be reached or its package is not installed.
    """
    count = worker_count(workers)
    if not scheduler and (count == 1 or len(chunks) <= _FEW):
        return _here(function, chunks, progress)
    if scheduler:
        return _on_cluster(function, chunks, scheduler, progress)
    try:
        with _lent(count) as team:
            return _apart(team, function, chunks, progress)
    except NotStarted:
        return _here(function, chunks, progress)


def _here(
    function: Callable[..., T], chunks: Sequence[tuple[object, ...]], progress: Progress
) -> list[T]:
    found: list[T] = []
    for chunk in chunks:
        progress(len(found) / len(chunks), _said(len(found), len(chunks)))
        found.append(function(*chunk))
    return found


def _apart(
    team: Crew,
    function: Callable[..., T],
    chunks: Sequence[tuple[object, ...]],
    progress: Progress,
) -> list[T]:
    works = [team.submit(function, *chunk) for chunk in chunks]
    waiting: set[Future[T]] = set(works)
    while waiting:
        done = len(works) - len(waiting)
        progress(done / len(chunks), _said(done, len(chunks)))
        finished, waiting = wait(waiting, timeout=_SECONDS, return_when=FIRST_COMPLETED)
        for work in finished:
            work.result()  # raises what it raised there, and the rest is stopped
    return [work.result() for work in works]


_lock = threading.Lock()
_kept: Crew | None = None
"""Processes that have nothing to do."""
_timer: threading.Timer | None = None


@contextmanager
def _lent(count: int) -> Iterator[Crew]:
    """Lend processes that stay for the next call until they were idle a while.

    If the work ends by an exception, such as that of Cancel, they are stopped at once.
    """
    team = _take(count) or Crew(count)
    try:
        yield team
    except BaseException:
        team.stop()
        raise
    _keep(team)


def _take(count: int) -> Crew | None:
    global _kept
    with _lock:
        if _kept is None or _kept.count != count:
            return None
        if _timer is not None:
            _timer.cancel()
        team, _kept = _kept, None
    return team


def _keep(team: Crew) -> None:
    global _kept, _timer
    with _lock:
        before, _kept = _kept, team
        _timer = threading.Timer(_IDLE_SECONDS, _let_go, [team])
        _timer.daemon = True
        _timer.start()
    if before is not None:
        before.stop()


def end_idle() -> None:
    """End the processes that stay for the next call."""
    team = _kept
    if team is not None:
        _let_go(team)


def _let_go(team: Crew) -> None:
    """End processes, unless they were lent meanwhile."""
    global _kept
    with _lock:
        if _kept is not team:
            return
        _kept = None
    team.stop()


def _on_cluster(
    function: Callable[..., T],
    chunks: Sequence[tuple[object, ...]],
    address: str,
    progress: Progress,
) -> list[T]:
    """Hand out the pieces in rounds, between which the work can be stopped."""
    import joblib

    found: list[T] = []
    with (
        _cluster(address),
        joblib.parallel_config(backend="dask"),
        joblib.Parallel(n_jobs=-1) as pool,
    ):
        size = _ROUND * joblib.effective_n_jobs(-1)
        while len(found) < len(chunks):
            progress(len(found) / len(chunks), _said(len(found), len(chunks)))
            part = chunks[len(found) : len(found) + size]
            found += pool(joblib.delayed(function)(*chunk) for chunk in part)
    return found


def _said(done: int, total: int) -> Doing:
    return Doing("Simulating: {done} of {total} parts done", done=done, total=total)


@contextmanager
def _cluster(address: str) -> Iterator[object]:
    """Connect to a scheduler for the time of the work."""
    try:
        import distributed
    except ImportError:
        raise AnalysisError(
            "Work on a cluster needs the package distributed, which is not installed here. "
            "Install the program with its extra 'cluster', or leave the address empty."
        ) from None
    try:
        # Its functions carry no types.
        client: Any = distributed.Client(address, timeout=_SECONDS_TO_CONNECT)  # type: ignore[no-untyped-call]
    except (OSError, ValueError, TimeoutError) as error:
        raise AnalysisError(
            f"The scheduler at {address} cannot be reached ({error}). Check the address (such as "
            "tcp://host:8786), or leave it empty to work on this computer."
        ) from error
    with client:
        yield client
