"""Windows to read and edit in stand beside the main one, which goes on working.

What they tell can then be looked up in the study at the same time. Those about a study
go with it, and none is seen while a study file is locked.
"""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QApplication, QDialog, QWidget

_OF_STUDY, _EDITS, _AWAY = "of_study", "edits", "put_away"

Shown = TypeVar("Shown", bound=QDialog)


def show_beside(dialog: QDialog, *, of_study: bool = False, edits: bool = False) -> None:
    """Show a window without stopping the main one; another of its kind gives way to it.

    Parameters
    ----------
    dialog : QDialog
    of_study : bool
        It shows something of the study and is closed by :func:`close_of_study`.
    edits : bool
        It holds what the user has entered, which outlasts a lock.
    """
    parent = dialog.parentWidget()
    assert parent is not None
    if not parent.isWindow():
        # Qt 6.11 forgets to paint a window whose parent, such as a tab, is hidden meanwhile.
        dialog.setParent(parent.window(), dialog.windowFlags())
    for other in parent.window().findChildren(type(dialog)):
        if other is not dialog and other.isVisible():
            other.reject()
    dialog.setProperty(_OF_STUDY, of_study)
    dialog.setProperty(_EDITS, edits)
    dialog.setModal(False)
    dialog.show()


def bring_forward(parent: QWidget, kind: type[Shown]) -> Shown | None:
    """Bring the window of this kind to the front and return it, None where none is shown."""
    for dialog in parent.window().findChildren(kind):
        if dialog.isVisible():  # one that was closed goes in a moment
            dialog.raise_()
            dialog.activateWindow()
            return dialog
    return None


def close_of_study(window: QWidget) -> None:
    """Close what shows something of a study that is put away or shown in another way."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible() and dialog.property(_OF_STUDY):
            dialog.reject()


def put_away() -> None:
    """Close every window and hide those that hold what the user has entered."""
    for dialog in QApplication.topLevelWidgets():
        if not isinstance(dialog, QDialog) or not dialog.isVisible():
            continue
        if dialog.property(_EDITS):
            dialog.setProperty(_AWAY, True)
            dialog.hide()
        else:
            dialog.reject()


def bring_back() -> None:
    """Show again what :func:`put_away` has hidden."""
    for dialog in QApplication.topLevelWidgets():
        if dialog.property(_AWAY):
            dialog.setProperty(_AWAY, False)
            dialog.show()
