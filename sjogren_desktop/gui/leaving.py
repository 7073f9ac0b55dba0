"""Asks before entries that are nowhere but on the screen are lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import push_button, text_label
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.on_screen import keep_width

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow


class LeaveDialog(QDialog):
    """Says what would be lost; going back is what Enter and Esc do."""

    lost = Signal()
    """It may be lost."""
    kept = Signal()
    """A study file is to be made first."""

    def __init__(
        self, title: str, sentences: Sequence[str], go_on: str, parent: QWidget, *, may_keep: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("leave_dialog")
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        box = ButtonBox(QDialogButtonBox.StandardButton.NoButton)
        role = QDialogButtonBox.ButtonRole
        back = push_button(
            "leave_back", tr("&Go back"), tr("Close this and lose nothing (Esc)"), self.reject
        )
        box.addButton(back, role.RejectRole)
        if may_keep:
            keep = push_button(
                "leave_keep",
                tr("&Make a study file\u2026"),
                tr("Keep all of it in an encrypted file"),
                self._keep,
            )
            box.addButton(keep, role.ActionRole)
        lose = push_button("leave_lose", go_on, tr("What is listed here is lost"), self._lose)
        box.addButton(lose, role.DestructiveRole)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        for sentence in sentences:
            layout.addWidget(text_label(sentence))
        layout.addWidget(box)
        keep_width(self, 70 * self.fontMetrics().averageCharWidth())
        back.setDefault(True)
        back.setFocus()

    @Slot()
    def _lose(self) -> None:
        self.accept()
        self.lost.emit()

    @Slot()
    def _keep(self) -> None:
        self.reject()
        self.kept.emit()


class Leaving(QObject):
    """Knows what of a window is not saved, and asks about it before it is lost."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], None] | None = None

    def may_end(self) -> bool:
        """Say whether the program may end; if not, the user is asked, and it ends by that."""
        begun, memory = (*self._begun(), *self._lists()), self._only_in_memory()
        if not begun and not memory:
            return True
        has_study = self._window.study is not None
        self._ask(
            tr("Quit without saving?"),
            (*begun, *memory),
            tr("&Quit without saving"),
            self._window.close_now,
            may_keep=bool(memory) and not begun and has_study and self._window.keeper.file is None,
        )
        return False

    def may_go_on(self, then: Callable[[], None]) -> bool:
        """Say whether another study may be shown; if not, ``then`` is done when that is answered.

        What is saved stays, in memory or in the study file.
        """
        begun = self._begun()
        if begun:
            title = tr("Go on without saving?")
            self._ask(title, begun, tr("Go &on without saving"), then)
        return not begun

    def _ask(
        self,
        title: str,
        sentences: Sequence[str],
        go_on: str,
        then: Callable[[], None],
        *,
        may_keep: bool = False,
    ) -> None:
        if any(dialog.isVisible() for dialog in self._window.findChildren(LeaveDialog)):
            return  # one question at a time
        dialog = LeaveDialog(title, sentences, go_on, self._window, may_keep=may_keep)
        self._then = then
        dialog.lost.connect(self._go_on)
        dialog.kept.connect(self._window.desk.new_study_file)
        dialog.open()

    @Slot()
    def _go_on(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    def _begun(self) -> tuple[str, ...]:
        """Return what was entered and not saved, in sentences."""
        view = self._window.patients_tab.view
        if view is None or self._window.patients_tab.book is None:
            return ()
        patients, notes = len(view.sheet.drafts()), view.notes.begun
        sentences = []
        if patients:
            sentences.append(
                tr("Patients with entries on score sheets that are not saved: {n}.", n=patients)
            )
        if notes:
            sentences.append(tr("Notes that are begun and not saved: {n}.", n=notes))
        return tuple(sentences)

    def _lists(self) -> tuple[str, ...]:
        """Say whether lists of events are edited; another study does not touch them."""
        if not self._window.safety_tab.has_edited_lists:
            return ()
        return (tr("Lists of events are changed and not used yet."),)

    def _only_in_memory(self) -> tuple[str, ...]:
        """Return what is in no study file, in sentences."""
        window = self._window
        if window.keeper.unsaved:
            return (tr("Not saved in the study file: {why}", why=window.keeper.unsaved),)
        if window.keeper.file is not None:
            return ()
        tab = window.patients_tab
        count = len(tab.edits) + len(tab.notes) + len(window.estimand_tab.event_edits)
        if not count:
            return ()
        return (
            tr(
                "Scores, notes and changed events that are in no study file: {count}. They are "
                "lost when the program ends.",
                count=count,
            ),
        )
