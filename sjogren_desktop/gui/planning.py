"""Run all analyses or a plan, and keep what was run as a plan file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui import files
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.run_queue import RunOne, RunQueue
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.results import AnalysisError, Result

if TYPE_CHECKING:
    from sjogren_desktop.study.data import StudyData


class Planner(QObject):
    """Fills the queue from the catalogue or a plan, and writes plans."""

    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    study_changed = Signal(object)
    """The study that is analysed from now on, None when there is none."""
    plan_changed = Signal(object)
    """The plan that is run (:class:`.analyses.plan.Plan`), None when everything is."""

    def __init__(self, window: QWidget, settings: Settings, run: RunOne) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._study: StudyData | None = None
        self._results: tuple[Result, ...] = ()
        self._look = Look()
        self.queue = RunQueue(run, window)

    def set_study(self, study: StudyData | None) -> None:
        """Take a new study, or none; results of the one before go."""
        self._study = study
        self.queue.clear()
        self.study_changed.emit(study)
        self.plan_changed.emit(None)

    @property
    def has_study(self) -> bool:
        """Say whether there is a study to run something on."""
        return self._study is not None

    @Slot()
    def run_all(self) -> None:
        """Run every analysis of the catalogue for every study and pooled."""
        self.plan_changed.emit(None)
        self._start({})

    @Slot()
    def ask_plan(self) -> None:
        """Ask for a plan file and run it."""
        files.choose_plan(self._window, self._settings.export_folder, self._run_plan)

    def ask_where_to_save(self, results: Sequence[Result], look: Look) -> None:
        """Ask for a name and write a plan that repeats these results and their look."""
        self._results, self._look = tuple(results), look
        if not self._results:
            self.said.emit("note", tr("Run an analysis first; the plan repeats what was run."))
            return
        name = str(Path(self._settings.export_folder) / "plan.toml")
        files.choose_plan_name(self._window, name, self._save)

    @Slot(str)
    def _run_plan(self, chosen: str) -> None:
        from sjogren_desktop.analyses.plan import read_plan

        try:
            plan = read_plan(Path(chosen))
        except AnalysisError as error:
            self.said.emit("error", str(error))
            return
        if not plan.options:
            self.said.emit(
                "error", tr("The plan {name} asks for no analysis.", name=Path(chosen).name)
            )
            return
        self.plan_changed.emit(plan)
        self._start(plan.options, plan.event_lists)

    def _start(
        self, options: Mapping[str, Sequence[Mapping[str, object]]], event_lists: str = ""
    ) -> None:
        from sjogren_desktop.analyses.batch import jobs

        if self._study is None:
            self.said.emit("note", tr("Open a study first."))
            return
        study = replace(self._study, event_lists=event_lists) if event_lists else self._study
        self.queue.start(study, jobs(study, plan=options))
        self.queue.show()

    @Slot(str)
    def _save(self, chosen: str) -> None:
        from sjogren_desktop.analyses.plan import plan_text
        from sjogren_desktop.export.files import write_contents_aside

        look = self._look
        text = plan_text(
            self._results,
            house_style=look.style,
            draft=look.draft,
            formats=look.formats,
            data_cut_off=look.cut_off,
            event_lists=self._study.event_lists if self._study is not None else "",
        )
        try:
            write_contents_aside(Path(chosen), text.encode("utf-8"))
        except AnalysisError as error:
            self.said.emit("error", str(error))
            return
        self.said.emit("note", tr("The plan was written: {chosen}", chosen=chosen))
