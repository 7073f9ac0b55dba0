"""Figures drawn in every format by worker processes, while the caller does something else.

Figures are taken in the order they are handed in and drawn in groups of a fixed
number, so the files are the same whatever the number of workers.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sjogren_desktop.export.result_sheets import PICTURE_WIDTH_MM
from sjogren_desktop.results import AnalysisError, Figure, Progress, Result, no_progress
from sjogren_desktop.workers import AHEAD, new_pool, stop, worker_count

Place = tuple[int, int]
"""Number of a result, and that of a figure in it."""

_GROUP = 12
_FEW = 2 * _GROUP
"""Up to this many figures are drawn here: starting workers would take longer."""
_SECONDS = 0.1
"""Between two looks at whether the work shall stop."""


@dataclass(frozen=True)
class Drawn:
    """A figure as the contents of its files."""

    png: bytes
    svg: bytes
    pdf: bytes


Job = tuple[Place, Figure, Result]


class Studio:
    """Draws the figures of results; used by ``with``, which stops what is left at the end.

    Parameters
    ----------
    workers : int
        Processes; 0 takes one a core, 1 draws in this process.
    """

    def __init__(self, workers: int = 0) -> None:
        self._workers = worker_count(workers)
        self._pool: Executor | None = None
        self._jobs: list[Job] = []
        self._handed = 0
        self._futures: list[Future[list[tuple[Place, Drawn | str]]]] = []

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            stop(self._pool)
            self._pool = None

    def add(self, number: int, result: Result) -> None:
        """Take the figures of a result; workers may begin at once."""
        # A worker needs of a result what stands in a caption.
        about = replace(result, tables=(), figures=())
        self._jobs += [((number, place), f, about) for place, f in enumerate(result.figures)]
        if len(self._jobs) > _FEW and self._workers != 1:
            self._hand_out(whole=True)

    def finish(self, progress: Progress = no_progress) -> dict[Place, Drawn | str]:
        """Return each figure drawn, or why it cannot be, by its place.

        ``progress`` is asked ten times a second; when it raises, workers are stopped.
        """
        total = len(self._jobs)
        if self._pool is None:
            found: dict[Place, Drawn | str] = {}
            for first in range(0, total, _GROUP):
                group = self._jobs[first : first + _GROUP]
                found |= _draw_group(group, progress=progress, of=(first, total))
            return found
        while True:
            self._hand_out(whole=False)
            waiting = {future for future in self._futures if not future.done()}
            done = self._handed - min(self._handed, _GROUP * len(waiting))
            progress(done / total, f"Drawing the figures: {done} of {total} done")
            if not waiting and self._handed == total:
                break
            wait(waiting, timeout=_SECONDS, return_when=FIRST_COMPLETED)
        return {place: drawn for future in self._futures for place, drawn in future.result()}

    def _hand_out(self, *, whole: bool) -> None:
        """Give groups to the workers; with ``whole`` only those that are complete."""
        if self._pool is None:
            self._pool = new_pool(self._workers)
        waiting = sum(not future.done() for future in self._futures)
        while self._handed < len(self._jobs) and waiting < AHEAD * self._workers:
            group = self._jobs[self._handed : self._handed + _GROUP]
            if whole and len(group) < _GROUP:
                return
            self._futures.append(self._pool.submit(_draw_apart, group))
            self._handed += len(group)
            waiting += 1


def _draw_apart(jobs: Sequence[Job]) -> list[tuple[Place, Drawn | str]]:
    """Draw in a worker: what was drawn goes back as a list."""
    return list(_draw_group(jobs).items())


def _draw_group(
    jobs: Sequence[Job], *, progress: Progress = no_progress, of: tuple[int, int] = (0, 1)
) -> dict[Place, Drawn | str]:
    """Draw figures together; a sentence stands for one that cannot be drawn."""
    from sjogren_desktop.export.figures import (
        draw,
        pictures,
        render,
        separate_pdfs,
        vector_pages,
    )

    found: dict[Place, Drawn | str] = {}
    drawn, drawings, svgs = [], [], []
    with _uncollected():
        for number, (place, figure, result) in enumerate(jobs, start=of[0]):
            progress(number / of[1], f"Drawing {figure.title}")
            try:
                drawing = draw(figure, result=result, width_mm=PICTURE_WIDTH_MM)
            except AnalysisError as error:
                found[place] = f"{result.title}, {result.study}: {error}"
                continue
            drawn.append((place, figure.title))
            drawings.append(drawing)
            svgs.append(render(drawing, ".svg", title=figure.title))
        if not drawings:
            return found
        titles = [title for _, title in drawn]
        pages = vector_pages(drawings)
        pngs, pdfs = pictures(pages, drawings, titles), separate_pdfs(pages, titles)
        for (place, _), png, svg, pdf in zip(drawn, pngs, svgs, pdfs, strict=True):
            found[place] = Drawn(png, svg, pdf)
        drawings.clear()
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage of drawings until they are done: a quarter of the time goes into it."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
