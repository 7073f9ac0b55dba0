"""The self-test from the window, and its report as a PDF to sign and file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sjogren_desktop import __version__
from sjogren_desktop.gui import errors, files
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress


@dataclass(frozen=True)
class Outcome:
    """Whether all checks passed, and what is said of it."""

    passed: bool
    sentence: str


class Qualification(QObject):
    """Asks where to write, runs the self-test in the background, writes, and reports."""

    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    running_changed = Signal()
    progressed = Signal(float, str)
    """Fraction done, and what is done."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._task: Task | None = None

    @property
    def is_running(self) -> bool:
        """Say whether the self-test runs."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr("Checking the installation") if self._task is not None else ""

    def ask(self) -> None:
        """Ask for a file and write the report of a self-test to it."""
        if self._task is not None:
            self.said.emit(
                "note", tr("The installation is being checked; wait for it or press Esc.")
            )
            return
        name = f"sjogren-desktop-{__version__}-self-test-{date.today().isoformat()}.pdf"
        files.choose_page(self._window, name, self._run)

    @Slot()
    def cancel(self) -> None:
        """Stop; nothing is written."""
        if self._task is not None:
            self._task.cancel()

    @Slot(str)
    def _run(self, chosen: str) -> None:
        path = Path(chosen)

        def work(progress: Progress) -> object:
            return _check_and_write(path, progress)

        task = Task(work, self)
        task.done.connect(self._take_report)
        task.failed.connect(self._take_failure)
        task.progress.connect(self.progressed)
        task.cancelled.connect(self._take_cancel)
        self._task = task
        self.running_changed.emit()
        task.start()

    def _end(self, kind: str, text: str) -> None:
        self._task = None
        self.running_changed.emit()
        self.said.emit(kind, text)

    @Slot(object)
    def _take_report(self, outcome: object) -> None:
        assert isinstance(outcome, Outcome)
        self._end("note" if outcome.passed else "error", outcome.sentence)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        fault = tr("The check stopped because of a fault in the program.")
        self._end("error", errors.sentence_of(error, fault, self._window))

    @Slot()
    def _take_cancel(self) -> None:
        self._end("note", tr("The check was cancelled; no report was written."))


def _check_and_write(path: Path, progress: Progress) -> Outcome:
    from sjogren_desktop.export.files import write_contents_aside
    from sjogren_desktop.self_test import run_checks
    from sjogren_desktop.self_test_pdf import report_pdf

    report = run_checks(progress)
    write_contents_aside(path, report_pdf(report))
    return Outcome(
        report.passed,
        tr("{verdict} The report was written: {path}", verdict=report.verdict, path=path),
    )
