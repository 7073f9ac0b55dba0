"""Deletes file dialogs such that Qt does not write down where the user looked for files.

A ``QFileDialog`` that is deleted saves the last folder and, where it is not the system's own
dialog, those before it. It does so below the name of Qt's makers, where every program made
with Qt reads and writes: the folder of a study would be named there for others to see, and
stay when the program is removed. No option turns this off. What other programs wrote there
is left as it was; what the program itself remembers is in its own settings.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QSettings, Qt, Slot
from PySide6.QtWidgets import QApplication, QFileDialog

_MAKER = "QtProject"
_NOWHERE = "/dev/null/none"
"""A folder that nothing can be written to."""


class DeletedWhenFinished(QObject):
    """Deletes a dialog once it is finished, after all have heard what was chosen."""

    def __init__(self, dialog: QFileDialog) -> None:
        super().__init__(dialog.parent())
        self._dialog = dialog
        dialog.finished.connect(self._end, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def _end(self) -> None:
        delete(self._dialog)
        self.deleteLater()


def delete(dialog: QFileDialog) -> None:
    """Delete a dialog without a trace of the folders it showed."""
    if not shiboken6.isValid(dialog):
        return
    if sys.platform == "win32":
        _delete_and_restore_registry(dialog)
    elif sys.platform == "darwin":
        _delete_and_restore(dialog)
    else:
        _delete_while_nothing_is_written(dialog)


def delete_all() -> None:
    """Delete the dialogs that are open when the program ends."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QFileDialog):
            delete(widget)


def _delete_while_nothing_is_written(dialog: QFileDialog) -> None:
    """Send Qt's settings nowhere for the moment; on Unix their folder can be chosen."""
    native, user = QSettings.Format.NativeFormat, QSettings.Scope.UserScope
    folder = str(Path(QSettings(native, user, _MAKER).fileName()).parent)
    QSettings.setPath(native, user, _NOWHERE)
    try:
        shiboken6.delete(dialog)
    finally:
        QSettings.setPath(native, user, folder)


def _delete_and_restore(dialog: QFileDialog) -> None:
    """Give each of Qt's settings the value that it had; their place cannot be chosen here."""
    store = QSettings(QSettings.Scope.UserScope, _MAKER)
    store.setFallbacksEnabled(False)
    before = {key: store.value(key) for key in store.allKeys()}
    shiboken6.delete(dialog)
    store.sync()
    for key in store.allKeys():
        if key not in before:
            store.remove(key)
        elif store.value(key) != before[key]:
            store.setValue(key, before[key])
    store.sync()


if sys.platform == "win32":
    import winreg

    _KEYS = tuple(
        rf"Software\{_MAKER}{below}"
        for below in (r"\OrganizationDefaults\FileDialog", r"\OrganizationDefaults", "")
    )
    """Where Qt writes, from the inside out."""

    def _delete_and_restore_registry(dialog: QFileDialog) -> None:
        """Give the values of the registry their content back, and remove keys that hold nothing.

        Not by ``QSettings``: that would change the kind of some values, and it is what makes
        empty keys, even where it only reads: when the dialog was made, it did.
        """
        before = {key: _values(key) for key in _KEYS}
        shiboken6.delete(dialog)
        for key in _KEYS:
            there, now = before[key], _values(key)
            if now is None:
                continue
            access = winreg.KEY_READ | winreg.KEY_WRITE
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, 0, access) as opened:
                for name in now.keys() - (there or {}).keys():
                    winreg.DeleteValue(opened, name)
                for name, (value, kind) in (there or {}).items():
                    if now.get(name) != (value, kind):
                        winreg.SetValueEx(opened, name, 0, kind, value)
            if not _values(key):
                with suppress(OSError):  # there is a key of another program below it
                    winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)

    def _values(key: str) -> dict[str, tuple[Any, int]] | None:
        """Return the values of a key with their kinds, None where there is no such key."""
        try:
            opened = winreg.OpenKey(winreg.HKEY_CURRENT_USER, key)
        except FileNotFoundError:
            return None
        with opened:
            count = winreg.QueryInfoKey(opened)[1]
            told = [winreg.EnumValue(opened, n) for n in range(count)]
        return {name: (value, kind) for name, value, kind in told}
