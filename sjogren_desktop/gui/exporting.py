"""Writes results to files in the background and says how that went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sjogren_desktop.gui import errors, files
from sjogren_desktop.gui.exported import Export, blinding_of
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, Progress, Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.export.displays import Run

_SHOWN = 3  # discrepancies told in the window; the file has all
_BUSY = marked("An export is being written; wait for it or press Esc.")


@dataclass(frozen=True)
class Look:
    """What a plan or the Export menu says of everything written.

    Parameters
    ----------
    style : str
        House style: its key, or the path of a TOML file.
    draft : bool
        Whether pages are marked as a draft.
    cut_off : str
        Data cut-off, printed where given.
    formats : tuple of str
        Reports (of :data:`.analyses.plan.FORMATS`) that everything in a folder
        has besides workbook, figures and data.
    inputs : mapping
        Fingerprints of the data.
    """

    style: str = "sponsor"
    draft: bool = False
    cut_off: str = ""
    formats: tuple[str, ...] = ()
    inputs: Mapping[str, str] = field(default_factory=dict)


def _run(results: Sequence[Result], look: Look) -> Run:
    """Return a run of this moment; files of a study with pooled arms are not named."""
    from sjogren_desktop.export.report import now

    pooled = any(r.blinding in (BLINDED, POOLED_AGAIN) for r in results)
    return now(draft=look.draft, inputs=look.inputs, cut_off=look.cut_off, nameless=pooled)


def _report(results: Sequence[Result], path: Path, look: Look, progress: Progress) -> str:
    from sjogren_desktop.export.house import house
    from sjogren_desktop.export.report import FORMATS, write_report

    run = _run(results, look)
    write_report(path, results, style=house(look.style), run=run, progress=progress)
    return tr("The {kind} was written: {path}", kind=tr(FORMATS[path.suffix.lower()]), path=path)


def _everything(results: Sequence[Result], folder: Path, look: Look, progress: Progress) -> str:
    from sjogren_desktop.export import bundle
    from sjogren_desktop.export.house import house
    from sjogren_desktop.export.report import FORMATS, write_report

    style, run = house(look.style), _run(results, look)
    parts = 1 + len(look.formats)

    def part(number: int) -> Progress:
        return lambda fraction, text: progress((number + fraction) / parts, text)

    written = bundle.export_all(results, folder, style=style, run=run, progress=part(0))
    for number, suffix in enumerate(look.formats, start=1):
        path = folder / f"results.{suffix}"
        write_report(path, results, style=style, run=run, progress=part(number))
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


def _deidentified(study: StudyData, folder: Path, progress: Progress) -> str:
    from sjogren_desktop.export.deidentified import REPORT, write_deidentified
    from sjogren_desktop.study.deidentify import deidentify

    made = deidentify(study, lambda fraction, text: progress(fraction / 2, text))
    write_deidentified(folder, made, progress=lambda f, text: progress((1 + f) / 2, text))
    return tr(
        "{count} de-identified data sets were written to {folder}. {cells} small "
        "cells are listed in {report}: read them before you pass the data on.",
        count=len(made.frames),
        folder=folder,
        cells=len(made.small_cells),
        report=REPORT,
    )


class Exporter(QObject):
    """Asks where to write, writes, and reports; one export at a time."""

    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    running_changed = Signal()
    exported = Signal(object)
    """What was written, an :class:`.exported.Export`."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
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

        def work(progress: Progress) -> object:
            return _report(results, path, look, progress)

        self._start(work, Export("Report of results", path, blinding_of(results)))

    @Slot(str)
    def _write_everything(self, chosen: str) -> None:
        folder, results, look = Path(chosen), self._results, self._look
        self._settings.export_folder = str(folder)

        def work(progress: Progress) -> object:
            return _everything(results, folder, look, progress)

        what = tr("Workbook, figures and results as data")
        self._start(work, Export(what, folder, blinding_of(results)))

    @Slot(str)
    def _write_deidentified(self, chosen: str) -> None:
        folder, study = Path(chosen), self._study
        self._study = None
        if study is None:
            return
        found = study

        def work(progress: Progress) -> object:
            return _deidentified(found, folder, progress)

        self._start(work, Export("De-identified data", folder, found.blinding))

    def _start(self, work: object, export: Export) -> None:
        task = Task(work, self)  # type: ignore[arg-type]
        task.done.connect(self._take_done)
        task.failed.connect(self._take_failure)
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
