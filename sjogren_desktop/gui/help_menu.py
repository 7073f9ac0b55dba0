"""The Help menu: pages, tour, check of the installation, reports of faults."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sjogren_desktop.gui import about, files
from sjogren_desktop.gui.crash_reports import reports_folder
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.qualification import Qualification
from sjogren_desktop.gui.tour import Tour


class HelpMenu(QObject):
    """Fills the menu and does what it says; the window places ``tour`` below its tabs."""

    said = Signal(str, str)
    """Kind of message ("note" or "error") and its text."""
    tab_wanted = Signal(str)
    """Object name of the tab that the tour has come to."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.tour = Tour()
        self.tour.tab_wanted.connect(self.tab_wanted)
        self.tour.closed.connect(self._end_tour)
        self.qualification = Qualification(window)
        self.qualification.said.connect(self.said)

    def fill(self, menu: QMenu) -> dict[str, QAction]:
        """Add the commands to a menu and return them by name."""
        made = {}
        for name, text, key, tip, slot in (
            (
                "help",
                tr("&Contents and search"),
                "Shift+F1",
                tr("Search all help pages"),
                self.show_help,
            ),
            (
                "tour",
                tr("Short &tour"),
                "",
                tr("Go through the tabs in five steps"),
                self.tour.begin,
            ),
            (
                "check",
                tr("C&heck the installation\u2026"),
                "",
                tr("Repeat the reference results on this computer and save the report as PDF"),
                self.qualification.ask,
            ),
            (
                "reports",
                tr("&Reports of faults\u2026"),
                "",
                tr("Show the folder of reports; they hold no data of a study"),
                self.show_reports,
            ),
        ):
            action = QAction(text, self._window)
            action.setObjectName(f"action_{name}")
            action.setToolTip(tip)
            action.setStatusTip(tip)
            if key:
                action.setShortcut(QKeySequence(key))
            action.triggered.connect(slot)
            menu.addAction(action)
            made[name] = action
        return made

    @Slot()
    def show_help(self) -> None:
        """Show the help."""
        about.show_help(self._window)

    @Slot()
    def show_reports(self) -> None:
        """Show the folder of the reports of faults, or say that there are none."""
        folder = reports_folder()
        if folder.is_dir() and any(folder.glob("fault-*.txt")):
            files.show_folder(folder)
        else:
            self.said.emit("note", tr("There are no reports: no fault has been recorded."))

    @Slot()
    def _end_tour(self) -> None:
        self.tour.hide()
