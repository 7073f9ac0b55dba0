"""Leads from the term of an adverse event to the patients who had it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from sjogren_desktop.gui import errors
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress, Subjects
from sjogren_desktop.study.data import StudyData


class EventFinder(QObject):
    """Looks for the patients in the background: there may be a million records."""

    found = Signal(object)
    """The patients (:class:`.results.Subjects`)."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._task: Task | None = None

    def find(self, study: StudyData, dataset: str, term: str) -> None:
        """Look for the patients with an event of this term; another search is given up."""

        def work(progress: Progress) -> object:
            from sjogren_desktop.analyses.event_terms import patients_with

            return patients_with(study, dataset, term)

        self.cancel()
        self._task = Task(work, self)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._fail)
        self._task.start()

    def cancel(self) -> None:
        """Give a search up, as when another study is shown."""
        if self._task is not None:
            self._task.cancel()
        self._task = None

    @Slot(object)
    def _take(self, found: object) -> None:
        assert isinstance(found, Subjects)
        self._task = None
        self.found.emit(found)

    @Slot(object)
    def _fail(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._task = None
        errors.show_fault(error, None)
