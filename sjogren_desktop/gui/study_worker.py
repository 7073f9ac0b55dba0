"""Opens studies and runs the analyses of the window in processes beside it.

A thread that computes keeps the interpreter from the window for moments and cannot be
stopped in the middle of a step; a process does neither. One opens the files and gives
back the study; another holds it and runs the analyses. That one is given a study in
the background, by a pipe and in small pieces. Until it has it, while it does something
else, and where no process can be started, an analysis is run in its thread as the
result is the same.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import wait
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sjogren_desktop.crew import Crew, NotStarted, Work
from sjogren_desktop.gui.analysis_tab import Run, run_in_catalogue
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import Progress, Result
from sjogren_desktop.workers import may_start

if TYPE_CHECKING:
    from sjogren_desktop.analyses.spec import Analysis
    from sjogren_desktop.gui.opening import Opened
    from sjogren_desktop.study.data import Dataset, StudyData

_SECONDS = 0.03
"""Between two looks at whether the analysis shall stop."""


class StudyWorker(QObject):
    """One process with the study shown; ``here`` runs what it cannot."""

    def __init__(self, *, here: Run = run_in_catalogue) -> None:
        super().__init__()
        self._here = here
        self._lock = threading.Lock()
        self._crew: Crew | None = None
        self._ready: Work | None = None
        self._datasets: tuple[Dataset, ...] = ()
        self._busy = False
        self._ending: list[threading.Thread] = []

    @property
    def is_ready(self) -> bool:
        """Say whether the process has the study and nothing to do."""
        with self._lock:
            return self._is_ready

    @property
    def _is_ready(self) -> bool:
        ready = self._ready
        if ready is None or self._busy or not ready.done() or ready.cancelled():
            return False
        return ready.exception() is None

    @Slot(object)
    def show(self, study: object) -> None:
        """Give the process another study; None ends it, and with it what it holds."""
        from sjogren_desktop.analyses import apart
        from sjogren_desktop.study.data import StudyData

        with self._lock:
            if not isinstance(study, StudyData):
                self._end()
                return
            if not may_start():
                return
            if self._crew is None:
                self._crew = Crew(1, load=apart.NEEDED)
            self._datasets = study.datasets
            apart.show(self._crew, study)
            self._ready = apart.make_ready(self._crew)

    def close(self) -> None:
        """End the process and wait until it is gone."""
        with self._lock:
            self._end()
        for thread in self._ending:
            thread.join()

    def run(
        self,
        analysis: Analysis,
        study: StudyData,
        given: Mapping[str, object],
        progress: Progress,
    ) -> Result:
        """Run an analysis in the process if that has the data, else here; for any thread."""
        begun = self._begin(analysis, study, given)
        if begun is None:
            return self._here(analysis, study, given, progress)
        crew, work = begun
        try:
            return _outcome(work, progress, (0.0, tr(analysis.title)))  # type: ignore[return-value]
        except NotStarted:
            return self._here(analysis, study, given, progress)
        finally:
            crew.abandon(work)  # nothing where it is done
            self._give_back(crew)

    def open(
        self,
        paths: Sequence[Path],
        progress: Progress,
        more: Mapping[str, object],
        *,
        analyses: Sequence[Analysis],
    ) -> Opened:
        """Open files in a process that ends with it, or here; for any thread.

        Reading millions of texts in a thread would keep the window from the interpreter.
        """
        from sjogren_desktop.analyses import apart
        from sjogren_desktop.gui import opening

        if may_start():
            with Crew(1, load=apart.NEEDED) as crew, suppress(NotStarted):
                work = opening.open_in_process(crew, paths, more)
                outcome = _outcome(work, progress, (0.0, tr("Opening")))
                return opening.take(outcome, analyses)
        return opening.open_guarded(opening.open_files, paths, progress, more, analyses=analyses)

    def _begin(
        self, analysis: Analysis, study: StudyData, given: Mapping[str, object]
    ) -> tuple[Crew, Work] | None:
        """Have the process begin an analysis, None if it is not to be had."""
        from sjogren_desktop.analyses import apart

        with self._lock:
            same = len(study.datasets) == len(self._datasets) and all(
                a is b for a, b in zip(study.datasets, self._datasets, strict=True)
            )
            if not same or not self._is_ready or analysis.spreads or self._crew is None:
                return None
            self._busy = True
            # The data are there; what else is known of the study goes over with each run.
            apart.show(self._crew, study)
            return self._crew, apart.start(self._crew, analysis.key, given)

    def _give_back(self, crew: Crew) -> None:
        """Have the process, or the one in its place, be ready for the next analysis."""
        from sjogren_desktop.analyses import apart

        with self._lock:
            self._busy = False
            if self._crew is crew:
                self._ready = apart.make_ready(crew)

    def _end(self) -> None:
        """End the process without keeping the caller waiting."""
        crew, self._crew, self._ready, self._datasets = self._crew, None, None, ()
        self._ending = [thread for thread in self._ending if thread.is_alive()]
        if crew is not None:
            self._ending.append(threading.Thread(target=crew.stop))
            self._ending[-1].start()


def _outcome(work: Work, progress: Progress, said: tuple[float, str]) -> object:
    """Wait for work and tell how far it is; Cancel is raised by that."""
    while not work.done():
        said = work.said or said
        progress(*said)
        wait([work], timeout=_SECONDS)
    return work.result()
