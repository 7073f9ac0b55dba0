"""Writes results to files in the background and says how that went."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sjogren_desktop.analyses.beside import here
from sjogren_desktop.export.files import PARTS
from sjogren_desktop.export_apart import Look, deidentified_data, everything, report, write_apart
from sjogren_desktop.gui import errors, files
from sjogren_desktop.gui.exported import Export, blinding_of
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress, Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.export.bundle import Exported

_SHOWN = 3  # discrepancies told in the window; the file has all
_BUSY = marked("An export is being written; wait for it or press Esc.")


def _said_of_everything(written: Exported, folder: Path, look: Look) -> str:
    from sjogren_desktop.export.report import FORMATS

    reports = "".join(f", {tr(FORMATS[f'.{suffix}'])}" for suffix in look.formats)
    said = tr(
        "Workbook{reports}, {count} figure files and results.json were written to {folder}",
        reports=reports,
        count=len(written.figures),
        folder=folder,
    )
    agree = [f"{written.reconciled.summary}", *written.reconciled.discrepancies[:_SHOWN]]
    said = " ".join([f"{said}.", *agree])
    return " ".join(
        [said, *(tr("Not drawn: {sentence}", sentence=sentence) for sentence in written.not_drawn)]
    )


class Exporter(QObject):
    """Asks where to write, writes, and reports; one export at a time."""

    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    running_changed = Signal()
    progressed = Signal(float, str)
    """Fraction done, and what is done."""
    exported = Signal(object)
    """What was written, an :class:`.exported.Export`."""

    def __init__(self, window: QWidget, settings: Settings, beside: Do = here) -> None:
        """Make it; ``beside`` writes in other processes, without it a thread does."""
        super().__init__(window)
        self._beside = beside
        self._window, self._settings = window, settings
        self._results: tuple[Result, ...] = ()
        self._look = Look()
        self.inputs: Mapping[str, str] = {}
        self._study: StudyData | None = None
        self._task: Task | None = None
        self._export: Export | None = None
        self._written: Path | None = None
        self.show_action = QAction(tr("Show in folder"), self)
        self.show_action.setToolTip(tr("Open the folder of what was written"))
        self.show_action.triggered.connect(self._show)

    @property
    def is_running(self) -> bool:
        """Say whether something is being written."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr("Writing the export") if self._task is not None else ""

    def ask_report(self, results: Sequence[Result], suffix: str, look: Look) -> None:
        """Ask for the name of a file of this format and write these results into it."""
        from sjogren_desktop.export.report import FORMATS

        if not self._accept(results, look):
            return
        first = results[0]
        words = [first.analysis if len(results) == 1 else "results", first.study]
        name = "_".join("".join(c if c.isalnum() else "-" for c in w) for w in words if w)
        folder = self._settings.export_folder
        suggested = str(Path(folder) / f"{name}{suffix}") if folder else f"{name}{suffix}"
        if suffix == ".xlsx":
            files.choose_workbook(self._window, suggested, self._write_report)
        else:
            files.choose_report(self._window, tr(FORMATS[suffix]), suggested, self._write_report)

    def ask_everything(self, results: Sequence[Result], look: Look) -> None:
        """Ask for a folder and write these results with their figures into it."""
        if self._accept(results, look):
            files.choose_export_folder(
                self._window, self._settings.export_folder, self._write_everything
            )

    def write_everything(self, results: Sequence[Result], look: Look, folder: Path) -> None:
        """Write these results with their figures into a folder chosen before."""
        if self._accept(results, look):
            self._write_everything(str(folder))

    def ask_deidentified(self, study: StudyData) -> None:
        """Ask for a folder and write the study as it is shown, without what identifies."""
        if self._task is not None:
            self.said.emit("note", tr(_BUSY))
            return
        self._study = study
        folder = self._settings.export_folder
        files.choose_deidentified_folder(self._window, folder, self._write_deidentified)

    @Slot()
    def cancel(self) -> None:
        """Stop writing; files not yet complete are not put in place."""
        if self._task is not None:
            self._task.cancel()

    def _accept(self, results: Sequence[Result], look: Look) -> bool:
        if self._task is not None:
            self.said.emit("note", tr(_BUSY))
            return False
        if not results:
            self.said.emit("note", tr("There is no result to export yet. Run an analysis first."))
            return False
        self._results, self._look = tuple(results), replace(look, inputs=self.inputs)
        return True

    @Slot(str)
    def _write_report(self, chosen: str) -> None:
        path, results, look = Path(chosen), self._results, self._look
        self._settings.export_folder = str(path.parent)
        beside, place = self._beside, path.absolute()

        def work(progress: Progress) -> object:
            from sjogren_desktop.export.report import FORMATS

            folders = [place.parent, Path(os.path.realpath(place)).parent]  # it may be a link
            write_apart(beside, folders, report, results, place, look, progress=progress)
            kind = tr(FORMATS[path.suffix.lower()])
            return tr("The {kind} was written: {path}", kind=kind, path=path)

        self._start(work, Export("Report of results", path, blinding_of(results)))

    @Slot(str)
    def _write_everything(self, chosen: str) -> None:
        folder, results, look = Path(chosen), self._results, self._look
        self._settings.export_folder = str(folder)
        beside, place = self._beside, folder.absolute()
        folders = [place, *(place / part for part in PARTS)]

        def work(progress: Progress) -> object:
            written = write_apart(
                beside, folders, everything, results, place, look, progress=progress
            )
            return _said_of_everything(written, folder, look)

        what = tr("Workbook, figures and results as data")
        self._start(work, Export(what, folder, blinding_of(results)))

    @Slot(str)
    def _write_deidentified(self, chosen: str) -> None:
        folder, study = Path(chosen), self._study
        self._study = None
        if study is None:
            return
        found, beside, place = study, self._beside, folder.absolute()

        def work(progress: Progress) -> object:
            from sjogren_desktop.export.deidentified import REPORT

            count, cells = write_apart(
                beside, [place.parent], deidentified_data, found, place, progress=progress
            )
            return tr(
                "{count} de-identified data sets were written to {folder}. {cells} small "
                "cells are listed in {report}: read them before you pass the data on.",
                count=count,
                folder=folder,
                cells=cells,
                report=REPORT,
            )

        self._start(work, Export("De-identified data", folder, found.blinding))

    def _start(self, work: object, export: Export) -> None:
        task = Task(work, self)  # type: ignore[arg-type]
        task.done.connect(self._take_done)
        task.failed.connect(self._take_failure)
        task.progress.connect(self.progressed)
        task.cancelled.connect(self._take_cancel)
        self._task, self._export = task, export
        self.running_changed.emit()
        task.start()

    def _end(self, kind: str, text: str) -> None:
        self._task = None
        self.running_changed.emit()
        self.said.emit(kind, text)

    @Slot(object)
    def _take_done(self, sentence: object) -> None:
        assert self._export is not None
        self._written = self._export.path
        self._end("note", str(sentence))
        self.exported.emit(self._export)

    @Slot()
    def _show(self) -> None:
        if self._written is not None:
            files.show_folder(self._written if self._written.is_dir() else self._written.parent)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        fault = tr("The export stopped because of a fault in the program.")
        self._end("error", errors.sentence_of(error, fault, self._window))

    @Slot()
    def _take_cancel(self) -> None:
        self._end("note", tr("The export was cancelled."))
