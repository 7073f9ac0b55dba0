"""Asks for a passphrase in the one dialog that may be open for a study file."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget

from sjogren_desktop.gui import known_files
from sjogren_desktop.gui.passphrase_panels import NewPassphraseDialog, UnlockDialog
from sjogren_desktop.gui.settings import Settings


class PassphraseAsking(QObject):
    """Opens the dialogs, answers in them why something was refused, and closes them.

    ``dropped`` says that the user closed the dialog, by Cancel or otherwise.
    """

    dropped = Signal()

    def __init__(self, window: QWidget, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._settings = window, settings
        self.dialog: QDialog | None = None

    def ask(self, name: str, take: object) -> None:
        """Ask for the passphrase of a file; the slot ``take`` gets what is given."""
        dialog = UnlockDialog(name, known_files.who(self._settings), self._window)
        dialog.panel.given.connect(take)
        self._open(dialog)

    def ask_new(self, name: str, take: object, *, action: str, may_be_plain: bool) -> None:
        """Ask for a new passphrase of a file; the slot ``take`` gets what is given."""
        who = known_files.who(self._settings)
        dialog = NewPassphraseDialog(
            name, who, self._window, action=action, may_be_plain=may_be_plain
        )
        dialog.given.connect(take)
        self._open(dialog)

    def refuse(self, sentence: str) -> bool:
        """Say in the dialog what was not done and why; return whether there is a dialog."""
        if isinstance(self.dialog, UnlockDialog):
            self.dialog.panel.refuse(sentence)
        elif isinstance(self.dialog, NewPassphraseDialog):
            self.dialog.refuse(sentence)
        return self.dialog is not None

    def close(self) -> None:
        """Close the dialog, if there is one: what it asked for is known or no longer needed."""
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.finished.disconnect(self._forget)
            dialog.close()

    def _open(self, dialog: QDialog) -> None:
        self.close()
        self.dialog = dialog
        dialog.setModal(True)
        dialog.finished.connect(self._forget)
        dialog.open()

    @Slot()
    def _forget(self) -> None:
        self.dialog = None
        self.dropped.emit()
