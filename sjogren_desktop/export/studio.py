"""Figures drawn in every format by worker processes, while the caller does something else.

Figures are taken in the order they are handed in and drawn in groups of a fixed
number, so the files are the same whatever the number of workers.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import wait
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sjogren_desktop.crew import Crew, NotStarted, Work
from sjogren_desktop.export.caption import cut_off_card
from sjogren_desktop.export.result_sheets import PICTURE_WIDTH_MM
from sjogren_desktop.figures import Figure
from sjogren_desktop.results import AnalysisError, Doing, Progress, Result, no_progress
from sjogren_desktop.workers import worker_count

NEEDED = ("sjogren_desktop.export.figures", "matplotlib.figure")
"""Modules that a crew loads while it waits for the first figures."""

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
    crew : Crew, optional
        Processes that are there already, and stay. They draw when they have nothing
        else to do, so that as many work as there are cores.
    cut_off : str
        Date of the data cut, told in each caption; "" where there is none.
    """

    def __init__(self, workers: int = 0, *, crew: Crew | None = None, cut_off: str = "") -> None:
        self._workers = worker_count(workers)
        self._crew, self._own = crew, crew is None
        self._card = cut_off_card(cut_off)
        self._jobs: list[Job] = []
        self._handed: list[Work] = []

    def __enter__(self) -> Studio:
        return self

    def __exit__(self, *error: object) -> None:
        if self._crew is None:
            return
        for work in self._handed:
            self._crew.abandon(work)
        if self._own:
            self._crew.stop()
            self._crew = None

    def add(self, number: int, result: Result) -> None:
        """Take the figures of a result; workers may begin at once."""
        # A worker needs of a result what stands in a caption, and so the heads of tables.
        heads = tuple(replace(table, rows=()) for table in result.tables)
        about = replace(result, tables=heads, figures=(), method=(*result.method, *self._card))
        self._jobs += [((number, place), f, about) for place, f in enumerate(result.figures)]
        if self._crew is None and len(self._jobs) > _FEW and self._workers != 1:
            self._crew = Crew(self._workers, load=NEEDED)
        if self._crew is not None:
            self._hand_out(whole=True)

    def finish(self, progress: Progress = no_progress) -> dict[Place, Drawn | str]:
        """Return each figure drawn, or why it cannot be, by its place."""
        return dict(self.drawn(progress))

    def drawn(self, progress: Progress = no_progress) -> Iterator[tuple[Place, Drawn | str]]:
        """Yield place and figure, or why it cannot be drawn, of one result after the other.

        ``progress`` is asked ten times a second while a figure is waited for.
        """
        total = len(self._jobs)
        if self._crew is not None:
            self._hand_out(whole=False)
        for number, first in enumerate(range(0, total, _GROUP)):
            group = self._jobs[first : first + _GROUP]
            work = self._handed[number] if self._handed else None
            while work is not None and not work.done():
                done = min(total, _GROUP * sum(w.done() for w in self._handed))
                progress(
                    done / total,
                    Doing("Drawing the figures: {done} of {total} done", done=done, total=total),
                )
                wait([work], timeout=_SECONDS)
            try:
                drawn = None if work is None else work.result()
            except NotStarted:
                drawn = None
            yield from (
                _draw_group(group, progress=progress, of=(first, total)).items()
                if drawn is None
                else drawn
            )

    def _hand_out(self, *, whole: bool) -> None:
        """Give groups to the workers; with ``whole`` only those that are complete."""
        assert self._crew is not None
        for first in range(_GROUP * len(self._handed), len(self._jobs), _GROUP):
            group = self._jobs[first : first + _GROUP]
            if len(group) == _GROUP or not whole:
                self._handed.append(self._crew.submit(_draw_apart, group, later=True))


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
        separate_pdfs,
        vector_files,
    )

    found: dict[Place, Drawn | str] = {}
    drawn, drawings = [], []
    with _uncollected():
        for number, (place, figure, result) in enumerate(jobs, start=of[0]):
            progress(number / of[1], Doing("Drawing {name}", name=figure.title))
            try:
                drawing = draw(figure, result=result, width_mm=PICTURE_WIDTH_MM)
            except AnalysisError as error:
                found[place] = f"{result.title}, {result.study}: {error}"
                continue
            drawn.append((place, figure.title))
            drawings.append(drawing)
        if not drawings:
            return found
        titles = [title for _, title in drawn]
        svgs, pages = vector_files(drawings, titles)
        pngs, pdfs = pictures(pages, drawings, titles), separate_pdfs(pages, titles)
        for (place, _), png, svg, pdf in zip(drawn, pngs, svgs, pdfs, strict=True):
            found[place] = Drawn(png, svg, pdf)
        drawings.clear()
    return found


@contextmanager
def _uncollected() -> Iterator[None]:
    """Leave the garbage of drawings until they are done: a quarter of the time goes into it.

    It is then looked for among what was made meanwhile, not in the whole study.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    gc.freeze()
    try:
        yield
    finally:
        gc.enable()
        gc.collect()
        gc.unfreeze()
