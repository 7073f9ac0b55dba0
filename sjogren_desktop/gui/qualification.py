"""The self-test from the window, and its report as a PDF to sign and file."""

from __future__ import annotations

import hashlib
import html
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, Signal, Slot
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QWidget

from sjogren_desktop import __version__
from sjogren_desktop.gui import errors, files
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import AnalysisError, Progress

if TYPE_CHECKING:
    from sjogren_desktop.self_test import Check, Report


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
    from sjogren_desktop.self_test import run_checks

    report = run_checks(progress)
    write_pdf(report, path)
    return Outcome(
        report.passed,
        tr("{verdict} The report was written: {path}", verdict=report.verdict, path=path),
    )


def report_html(report: Report) -> str:
    """Return the report with lines for names and signatures.

    The digest is that of the text report, so that paper and file can be compared.
    """
    digest = hashlib.sha256(report.text().encode()).hexdigest()
    head = "".join(
        f"<tr><td><b>{html.escape(name)}</b></td><td>{html.escape(stated)}</td></tr>"
        for name, stated in (("Program", f"Sjögren Desktop {__version__}"), *report.head)
    )
    rows = "".join(
        f"<tr><td>{n}</td><td>{html.escape(c.name)}</td><td align='right'>{_difference(c)}</td>"
        f"<td align='right'>{c.limit:.0e}</td><td>{'PASS' if c.passed else '<b>FAIL</b>'}</td></tr>"
        for n, c in enumerate(report.checks, 1)
    )
    line = "_" * 22
    people = "".join(
        f"<tr><td>{who}&nbsp;by</td><td>{line}</td><td>Signature</td><td>{line}</td>"
        f"<td>Date</td><td>{line[:12]}</td></tr>"
        for who in ("Performed", "Reviewed")
    )
    result = "PASSED" if report.passed else "FAILED"
    return (
        "<h1>Installation qualification: self-test</h1>"
        f"<table cellpadding='3'>{head}</table>"
        f"<h2>Result: {result}. {html.escape(report.verdict)}</h2>"
        f"<table cellpadding='6'>{people}</table>"
        f"<p>SHA-256 of the text of this report: {digest}</p>"
        "<p>Each check repeats a result of another program or a published table with the "
        "functions that the analyses use, and compares: largest relative difference found, and "
        "its limit.</p>"
        "<table border='1' cellspacing='0' cellpadding='3' width='100%'>"
        "<thead><tr><th>No.</th><th>Check</th><th>Difference</th><th>Limit</th><th>Result</th></tr>"
        "</thead>"
        f"{rows}</table>"
    )


def _difference(check: Check) -> str:
    return html.escape(check.error) if check.error else f"{check.difference:.1e}"


def write_pdf(report: Report, path: Path) -> None:
    """Write the report as PDF on A4 pages, aside first, so that no half file is left.

    Raises
    ------
    AnalysisError
        If the file cannot be written.
    """
    aside = path.with_name(f"{path.name}.part")
    try:
        aside.touch()
    except OSError as error:
        raise AnalysisError(
            f"{path} cannot be written: {error.strerror}. Choose a folder you may write to."
        ) from error
    writer = QPdfWriter(str(aside))
    writer.setTitle("Sjögren Desktop: self-test")
    writer.setCreator(f"Sjögren Desktop {__version__}")
    writer.setResolution(96)  # what the sizes of the document are meant for
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # the document brings margins of 2 cm of its own
    writer.setPageMargins(QMarginsF(), QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.setDefaultStyleSheet(
        "body { color: #000000; } h1 { font-size: 16pt; } h2 { font-size: 12pt; }"
        " td, th, p { font-size: 8pt; color: #000000; }"
    )
    document.setHtml(report_html(report))
    document.print_(writer)
    del writer
    try:
        aside.replace(path)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise AnalysisError(
            f"{path} cannot be replaced: {error.strerror}. Close it in other programs."
        ) from error
