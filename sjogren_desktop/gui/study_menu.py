"""The menu of the study file: what can be done with it, enabled as its state allows."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.study_keeper import StudyKeeper

_MINUTES = (
    (5, marked("after &5 minutes")),
    (15, marked("after &15 minutes")),
    (60, marked("after an &hour")),
)


class StudyMenu(QMenu):
    """Commands of the study file; those that concern the window go up as signals."""

    new_wanted = Signal()
    open_wanted = Signal(str)
    trail_wanted = Signal()
    close_wanted = Signal()

    def __init__(self, keeper: StudyKeeper, minutes: int, parent: QWidget) -> None:
        super().__init__(tr("Stud&y file"), parent)
        self.setObjectName("study_menu")
        self.setToolTipsVisible(True)
        self._keeper = keeper
        self.commands: dict[str, QAction] = {}
        self._add(
            "new", tr("&New study file\u2026"), "Ctrl+N", tr("Keep this study in an encrypted file")
        )
        self._add(
            "open", tr("&Open study file\u2026"), "Ctrl+Alt+O", tr("Open a study file (.sjd)")
        )
        self.recent = self.addMenu(tr("&Recent study files"))
        self.recent.setObjectName("recent_menu")
        self._add(
            "save_as",
            tr("&Save as\u2026"),
            "Ctrl+Shift+S",
            tr("Go on in a copy under another name"),
        )
        self._add("again", tr("&Try saving again"), "", tr("Save what could not be saved before"))
        self.addSeparator()
        self._add("trail", tr("&Audit trail\u2026"), "Ctrl+T", tr("Who changed what, when and why"))
        self.addSeparator()
        self._add(
            "lock", tr("&Lock now"), "Ctrl+L", tr("Hide the study until the passphrase is given")
        )
        self._build_minutes(minutes)
        self._add("passphrase", tr("Change &passphrase\u2026"), "", tr("Encrypt the file anew"))
        self.addSeparator()
        self._add(
            "recover",
            tr("R&ecover damaged file\u2026"),
            "",
            tr("Bring what can still be read of the damaged file into a new one"),
        )
        self._add("close", tr("&Close study file"), "Ctrl+W", tr("Put the study away"))
        self._connect()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Enable what can be done now."""
        keeper, file = self._keeper, self._keeper.file
        free = not keeper.is_running and not keeper.is_locked
        has_file = file is not None and file.is_open
        encrypted = file is not None and file.is_encrypted
        for name, enabled in (
            ("new", free),
            ("open", free),
            ("save_as", free and has_file),
            ("again", free and keeper.can_save and bool(keeper.unsaved)),
            ("trail", has_file),
            ("lock", free and has_file and encrypted),
            ("passphrase", free and keeper.can_save),
            ("recover", free and keeper.damaged is not None),
            ("close", free and has_file),
        ):
            self.commands[name].setEnabled(enabled)
        self._fill_recent(free)

    def _add(self, name: str, text: str, key: str, tip: str) -> None:
        action = self.addAction(text)
        action.setObjectName(f"action_file_{name}")
        action.setToolTip(tip)
        action.setStatusTip(tip)
        if key:
            action.setShortcut(QKeySequence(key))
        self.commands[name] = action

    def _build_minutes(self, minutes: int) -> None:
        menu = self.addMenu(tr("Lock when &idle"))
        self._minutes = QActionGroup(self)
        for number, text in (*_MINUTES, (0, marked("&never"))):
            action = menu.addAction(tr(text))
            action.setObjectName(f"action_lock_{number}")
            action.setCheckable(True)
            action.setChecked(number == minutes)
            action.setData(number)
            self._minutes.addAction(action)
        self._minutes.triggered.connect(self._choose_minutes)

    def _connect(self) -> None:
        keeper = self._keeper
        for name, slot in (
            ("new", self.new_wanted),
            ("open", keeper.ask_open),
            ("save_as", keeper.ask_save_as),
            ("again", keeper.save_again),
            ("trail", self.trail_wanted),
            ("lock", keeper.lock),
            ("passphrase", keeper.ask_passphrase),
            ("recover", keeper.ask_recover),
            ("close", self.close_wanted),
        ):
            self.commands[name].triggered.connect(slot)
        self.recent.triggered.connect(self._open_recent)
        keeper.state_changed.connect(self.refresh)
        keeper.running_changed.connect(self.refresh)

    def _fill_recent(self, free: bool) -> None:
        self.recent.clear()
        for path in self._keeper.recent:
            action = self.recent.addAction(Path(path).name)
            action.setToolTip(path)
            action.setData(path)
        self.recent.setEnabled(free and not self.recent.isEmpty())
        if not self.recent.isEmpty():
            self.recent.addSeparator()
            self.recent.addAction(tr("&Clear this list")).setData("")

    @Slot(QAction)
    def _open_recent(self, action: QAction) -> None:
        path = str(action.data() or "")
        if path:
            self.open_wanted.emit(path)
        else:
            self._keeper.clear_recent()

    @Slot(QAction)
    def _choose_minutes(self, action: QAction) -> None:
        self._keeper.set_lock_minutes(int(action.data()))
