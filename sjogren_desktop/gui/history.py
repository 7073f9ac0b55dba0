"""One history of changes in the window, for Undo and Redo of the Edit menu.

A panel tells what was changed and how to go back and forth; the history keeps
the order over all panels. What is logged is never erased: going back over such a
change is another entry of its log. The score sheet has a history of its own, of
the entries that are not saved yet; Undo is about these while the keys are there.
The keys are the menu's alone: where two want the same, neither gets them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from sjogren_desktop.gui.language import tr

_MOST = 200
_TOGETHER = 1.0
"""Seconds within which changes of one thing, such as typed digits, are undone as one."""


@dataclass(frozen=True)
class Change:
    """One change.

    Parameters
    ----------
    text : str
        What was changed, as it stands in the menu after "Undo"; no value of a subject.
    where : QWidget
        The tab it was made on, shown when it is undone.
    back, forth : callable
    place : hashable
        What was changed: changes of one place in quick succession are one.
    """

    text: str
    where: QWidget
    back: Callable[[], None]
    forth: Callable[[], None]
    place: Hashable = None


class _Sheet(Protocol):
    def undo(self) -> None: ...

    def redo(self) -> None: ...


class _Command(QUndoCommand):
    def __init__(self, change: Change, went: Callable[[QWidget], None]) -> None:
        super().__init__(change.text)
        self.change, self._went = change, went
        self._at, self._is_new = time.monotonic(), True

    def id(self) -> int:
        return -1 if self.change.place is None else hash(self.change.place) & 0x7FFFFFFF

    def mergeWith(self, other: QUndoCommand) -> bool:
        assert isinstance(other, _Command)
        if other.change.place != self.change.place or other._at - self._at > _TOGETHER:
            return False
        first, last = self.change, other.change
        self.change = Change(first.text, first.where, first.back, last.forth, first.place)
        self._at = other._at
        return True

    def undo(self) -> None:
        self._went(self.change.where)
        self.change.back()

    def redo(self) -> None:
        if self._is_new:  # it was made already
            self._is_new = False
            return
        self._went(self.change.where)
        self.change.forth()


class History(QObject):
    """Keeps the changes of all panels in their order."""

    went = Signal(object)
    """The tab that a change is undone or made again on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._stack = QUndoStack(self)
        self._stack.setUndoLimit(_MOST)
        self._actions: tuple[QAction, QAction] | None = None
        self._is_locked: Callable[[], bool] = bool

    def show_in(self, undo: QAction, redo: QAction, is_locked: Callable[[], bool]) -> None:
        """Name in these actions of a menu what would be undone, unless the study is locked."""
        self._actions, self._is_locked = (undo, redo), is_locked
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._stack.indexChanged.connect(self.refresh)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self.refresh)
        self.refresh()

    @Slot(object)
    def take(self, change: object) -> None:
        """Keep a change that was just made."""
        assert isinstance(change, Change)
        self._stack.push(_Command(change, self.went.emit))

    @Slot()
    def clear(self) -> None:
        """Forget all: another study is shown, or the same with its arms or without."""
        self._stack.clear()

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        sheet = _sheet()
        if sheet is not None:
            sheet.undo()
        else:
            self._stack.undo()

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back last."""
        sheet = _sheet()
        if sheet is not None:
            sheet.redo()
        else:
            self._stack.redo()

    @Slot()
    def refresh(self) -> None:
        """Say in the menu what would be undone and made again."""
        if self._actions is None or self._is_locked():
            return
        on_sheet = _sheet() is not None
        undo, redo = self._actions
        for action, word, what, can in (
            (undo, tr("&Undo"), self._stack.undoText(), self._stack.canUndo()),
            (redo, tr("&Redo"), self._stack.redoText(), self._stack.canRedo()),
        ):
            action.setText(f"{word} {tr('score entry') if on_sheet else what}".strip())
            action.setEnabled(on_sheet or can)


def _sheet() -> _Sheet | None:
    """Return the score sheet that has the keys."""
    widget = QApplication.focusWidget()
    while widget is not None and widget.objectName() != "score_sheet":
        widget = widget.parentWidget()
    return cast("_Sheet | None", widget)
