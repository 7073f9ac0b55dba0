"""Windows to read in stand beside the main one, which goes on working.

What they tell can then be looked up in the study at the same time. Those about a study
go with it.
"""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QWidget

_OF_STUDY = "of_study"


def show_beside(dialog: QDialog, *, of_study: bool = False) -> None:
    """Show a window without stopping the main one; another of its kind gives way to it.

    Parameters
    ----------
    dialog : QDialog
    of_study : bool
        It shows something of the study and is closed by :func:`close_of_study`.
    """
    parent = dialog.parentWidget()
    assert parent is not None
    for other in parent.findChildren(type(dialog)):
        if other is not dialog and other.isVisible():
            other.reject()
    dialog.setProperty(_OF_STUDY, of_study)
    dialog.setModal(False)
    dialog.show()


def close_of_study(window: QWidget) -> None:
    """Close what shows something of a study that is put away or shown in another way."""
    for dialog in window.findChildren(QDialog):
        if dialog.isVisible() and dialog.property(_OF_STUDY):
            dialog.reject()
