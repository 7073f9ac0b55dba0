"""Runs the analyses of the window in a process that holds the study shown.

When the window shows a study, the process is given it in the background, by a pipe and
in small pieces, and an analysis waits for that. While the process does something else,
and where none can be started, an analysis is run in its thread as the result is the same.
Studies are opened by other processes (:mod:`..analyses.beside`).
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from sjogren_desktop.analyses.beside import NEEDED
from sjogren_desktop.crew import Crew, NotStarted, Work, follow
from sjogren_desktop.gui.analysis_tab import Run, run_in_catalogue
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import Progress, Result
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.workers import may_start

if TYPE_CHECKING:
    from sjogren_desktop.analyses.spec import Analysis
    from sjogren_desktop.study.data import Dataset

_LOOK_SECONDS = 0.02
"""Between two looks at whether the process is ready."""
_PATIENCE = 100
"""Milliseconds between two looks at whether the window can spare the interpreter."""


class StudyWorker(QObject):
    """One process with the study shown; ``here`` runs what it cannot."""

    def __init__(self, *, here: Run = run_in_catalogue) -> None:
        super().__init__()
        self._here = here
        self.is_busy: Callable[[], bool] = bool
        """Whether the window has more urgent things to do than to send a study."""
        self._study: StudyData | None = None
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(_PATIENCE)
        self._waiting.timeout.connect(self._send)
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
        self._waiting.stop()
        self._study = study if isinstance(study, StudyData) and may_start() else None
        with self._lock:
            if self._study is None:
                self._end()
                return
            if not self._has_data_of(self._study):
                self._ready, self._datasets = None, ()
        self._send()

    @Slot()
    def _send(self) -> None:
        """Send the study as soon as the window does not wait for the interpreter meanwhile."""
        from sjogren_desktop.analyses import apart

        study = self._study
        if study is None:
            return
        if self.is_busy():
            self._waiting.start()
            return
        with self._lock:
            if self._crew is None:
                self._crew = Crew(1, load=NEEDED)
            self._datasets = study.datasets
            apart.show(self._crew, study)
            self._ready = apart.make_ready(self._crew)

    def _has_data_of(self, study: StudyData) -> bool:
        return len(study.datasets) == len(self._datasets) and all(
            a is b for a, b in zip(study.datasets, self._datasets, strict=True)
        )

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self._waiting.stop()
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
        while begun is None and self._will_be_ready(study):
            progress(0.0, tr(analysis.title))  # Cancel works at once here, in a thread it would not
            time.sleep(_LOOK_SECONDS)
            begun = self._begin(analysis, study, given)
        if begun is None:
            return self._here(analysis, study, given, progress)
        crew, work = begun
        try:
            return follow(work, progress, tr(analysis.title))  # type: ignore[no-any-return]
        except NotStarted:
            return self._here(analysis, study, given, progress)
        finally:
            crew.abandon(work)  # nothing where it is done
            self._give_back(crew)

    def _begin(
        self, analysis: Analysis, study: StudyData, given: Mapping[str, object]
    ) -> tuple[Crew, Work] | None:
        """Have the process begin an analysis, None if it is not to be had."""
        from sjogren_desktop.analyses import apart

        with self._lock:
            if not self._has_data_of(study) or not self._is_ready or self._crew is None:
                return None
            self._busy = True
            # The data are there; what else is known of the study goes over with each run.
            apart.show(self._crew, study)
            return self._crew, apart.start(self._crew, analysis.key, given, alone=True)

    def _will_be_ready(self, study: StudyData) -> bool:
        """Say whether the process is being given this study, as after a Cancel."""
        with self._lock:
            ready = self._ready
            coming = ready is not None and not self._busy and not ready.done()
            return coming and self._has_data_of(study)

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
