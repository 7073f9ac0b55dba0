"""The button that compares the study that is open with another cut of its data.

A newer cut is chosen from files or a folder; earlier ones are those of the study file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from sjogren_desktop.analyses.beside import Do
from sjogren_desktop.analyses.opening import Read
from sjogren_desktop.gui import files, local
from sjogren_desktop.gui.beside_window import show_beside
from sjogren_desktop.gui.compare_dialog import Compare, CompareDialog, with_cut, with_files
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.study.store import StudyFile


class CompareButton(QPushButton):
    """Offers the cuts there are and shows what differs.

    ``reading`` says how a newer cut is read from files, ``results`` gives those of the
    study that is open, ``study_file`` the file it is kept in.
    """

    open_wanted = Signal(object)
    """The :class:`.look_dialog.OpenOrder` of the newer cut."""
    exported = Signal(object)

    def __init__(self, do: Do, reading: Callable[[Sequence[Path]], Read], parent: QWidget) -> None:
        super().__init__(tr("Compare"), parent)
        self._do, self._reading = do, reading
        self.study: StudyData | None = None
        self.results: Callable[[], Sequence[Result]] = tuple
        self.study_file: Callable[[], StudyFile | None] = _none
        self.dialog: CompareDialog | None = None
        self.setObjectName("open_compare")
        tip = tr("See what a newer cut of the data changes, and which results move with it")
        self.setToolTip(tip)
        self.setAccessibleDescription(tip)
        self.setMenu(QMenu(self))
        self.menu().addAction(tr("With newer &files\u2026"), self.ask_files)
        self.menu().addAction(tr("With a newer f&older\u2026"), self.ask_folder)
        self.menu().aboutToShow.connect(self._offer_cuts)

    @Slot()
    def ask_files(self) -> None:
        """Ask for the files of a newer cut."""
        from sjogren_desktop.study.readers import SUFFIXES

        patterns = tuple(f"*{s}" for s in (*SUFFIXES, ".zip"))
        files.choose_study_files(self, "", patterns, self.compare_with)

    @Slot()
    def ask_folder(self) -> None:
        """Ask for the folder of a newer cut."""
        files.choose_study_folder(self, "", self.compare_with)

    @Slot(list)
    @Slot(str)
    def compare_with(self, chosen: list[str] | str) -> None:
        """Compare with the cut in these files or this folder."""
        paths = [Path(c) for c in ([chosen] if isinstance(chosen, str) else chosen)]
        if not paths or self.study is None:
            return
        results = tuple(self.results())
        self._show(with_files(self._do, self.study, self._reading(paths), results), paths)

    @Slot()
    def _offer_cuts(self) -> None:
        """List the earlier cuts that the study file keeps."""
        menu, file = self.menu(), self.study_file()
        for action in menu.actions():
            if action.data() is not None:
                menu.removeAction(action)
        if file is None or not file.is_open:
            return
        for number, cut in reversed(list(enumerate(file.cuts()[:-1], start=1))):
            at = local.day(file.imported_at(cut)[:16].replace("T", " "))
            action = menu.addAction(
                tr("With data cut {number} of the study file ({at})", number=number, at=at)
            )
            action.setData(cut)
            action.triggered.connect(self._compare_with_cut)

    @Slot()
    def _compare_with_cut(self) -> None:
        action, file = self.sender(), self.study_file()
        assert isinstance(action, QAction)
        if file is not None and self.study is not None:
            self._show(with_cut(self._do, file, int(action.data()), self.study), ())

    def _show(self, work: Compare, paths: Sequence[Path]) -> None:
        self.dialog = CompareDialog(work, paths, self.parentWidget())
        self.dialog.open_wanted.connect(self.open_wanted)
        self.dialog.exported.connect(self.exported)
        show_beside(self.dialog, of_study=True)


def _none() -> None:
    """Stand in for ``study_file`` where there is none."""
