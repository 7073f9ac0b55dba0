"""Run every analysis, then write all tables and figures into a folder chosen before."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui import files
from sjogren_desktop.gui.exporting import Exporter
from sjogren_desktop.gui.planning import Planner
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.results import Result


class WholeSet(QObject):
    """Waits for the list of analyses between the choice of the folder and the writing."""

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        planner: Planner,
        exporter: Exporter,
        results: Callable[[], Sequence[Result]],
        look: Callable[[], Look],
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._planner, self._exporter = planner, exporter
        self._results, self._look = results, look
        self._folder: Path | None = None
        planner.queue.completed.connect(self._write)
        planner.queue.running_changed.connect(self._forget_if_stopped)

    def ask(self) -> None:
        """Ask for a folder, then begin."""
        files.choose_export_folder(self._window, self._settings.export_folder, self._begin)

    @Slot(str)
    def _begin(self, chosen: str) -> None:
        self._planner.run_all()
        self._folder = Path(chosen) if self._planner.queue.is_running else None

    @Slot()
    def _write(self) -> None:
        folder, self._folder = self._folder, None
        if folder is not None:
            self._exporter.write_everything(self._results(), self._look(), folder)

    @Slot()
    def _forget_if_stopped(self) -> None:
        if not self._planner.queue.is_running and not self._planner.queue.is_complete:
            self._folder = None
