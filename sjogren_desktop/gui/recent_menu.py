"""The menu of the studies opened last: files and folders of data, and study files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.study_keeper import StudyKeeper


def name_of(paths: tuple[str, ...]) -> str:
    """Return what files and folders opened together are called: the first by its name."""
    name = Path(paths[0]).name or paths[0]
    if len(paths) == 1:
        return name
    return tr("{name} and {more} more", name=name, more=len(paths) - 1)


class RecentMenu(QMenu):
    """Lists what can be opened again whenever it is looked at."""

    wanted = Signal(object)
    """Paths (tuple of str) to be opened together."""

    def __init__(self, keeper: StudyKeeper, parent: QWidget) -> None:
        super().__init__(tr("&Recent studies"), parent)
        self.setObjectName("recent_studies_menu")
        self.setToolTipsVisible(True)
        self._keeper = keeper
        self.aboutToShow.connect(self.refresh)
        self.triggered.connect(self._open)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """List the studies opened last, the latest first."""
        self.clear()
        if self._keeper.is_locked:
            return
        for paths in self._keeper.recent_studies:
            action = self.addAction(name_of(paths).replace("&", "&&"))
            action.setToolTip("\n".join(paths))
            action.setData(paths)
        if self.isEmpty():
            self.addAction(tr("No study was opened yet")).setEnabled(False)
            return
        self.addSeparator()
        self.addAction(tr("&Clear this list"))

    @Slot(QAction)
    def _open(self, action: QAction) -> None:
        if action.data() is None:
            self._keeper.clear_recent()
        else:
            self.wanted.emit(tuple(map(str, action.data())))
