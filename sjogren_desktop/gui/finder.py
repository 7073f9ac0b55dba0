"""Search in everything the window offers: patients, questions, methods, variables, commands.

A panel over the window, opened by Ctrl+K. Typing narrows the list, Enter goes
there, Esc puts the panel away. What can be found is told by the window each
time the panel opens.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from sjogren_desktop.gui import escape, theme
from sjogren_desktop.gui.announce import announce
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.targets import TallItems

_MOST = 60
"""Entries listed at most; more are found by typing on."""

_KEYS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class Place:
    """Something to go to: its kind ("Patient", say), title, further words, and key.

    ``inside`` is what can be read there, searched too but not shown.
    """

    kind: str
    title: str
    detail: str
    key: str
    inside: str = ""


def find(places: Iterable[Place], text: str) -> list[Place]:
    """Return the places that hold every word.

    Those whose title begins with the text come first, those that hold it only inside last.
    """
    words = text.casefold().split()
    whole = " ".join(words)
    found: list[tuple[int, int, Place]] = []
    for order, place in enumerate(places):
        title = place.title.casefold()
        everything = f"{title} {place.detail.casefold()} {tr(place.kind).casefold()}"
        if all(word in everything for word in words):
            rank = 0 if title.startswith(whole) else 1 if whole in title else 2
            found.append((rank, order, place))
        elif all(word in everything or word in place.inside for word in words):
            found.append((3, order, place))
    return [place for _, _, place in sorted(found, key=lambda f: f[:2])]


class Finder(QFrame):
    """The search panel."""

    chosen = Signal(object)
    """The place (Place) to go to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("finder")
        self.setAccessibleName(tr("Search in everything"))
        self._places: tuple[Place, ...] = ()
        self._found: list[Place] = []
        self._back: QWidget | None = None
        self.field = QLineEdit()
        self.list = QListWidget()
        self._said = FaintLabel()
        self._build()
        self.hide()

    def open(self, places: Sequence[Place]) -> None:
        """Show the panel with what can be found."""
        window = self.window()
        self._places = tuple(places)
        self._back = window.focusWidget()
        width = min(window.width() - 4 * theme.SPACE, 90 * self.fontMetrics().averageCharWidth())
        self.setGeometry((window.width() - width) // 2, 6 * theme.SPACE, width, self._height())
        self.field.clear()
        self._search("")
        self.show()
        self.raise_()
        self.field.setFocus()

    def renew(self, places: Sequence[Place]) -> None:
        """Search among these from now on, for what is typed already."""
        self._places = tuple(places)
        self._search(self.field.text())

    # -- building

    def _build(self) -> None:
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.field.setObjectName("finder_field")
        self.field.setPlaceholderText(
            tr("Patient, question, adverse event, variable, help page or command")
        )
        self.field.setAccessibleName(tr("Search in everything"))
        self.field.setToolTip(tr("Type what you look for; Enter goes there, Esc closes"))
        self.field.textChanged.connect(self._search)
        self.field.returnPressed.connect(self._go)
        self.field.installEventFilter(self)
        self.list.setObjectName("finder_list")
        self.list.setItemDelegate(TallItems(self.list))
        self.list.setAccessibleName(tr("Found"))
        self.list.setToolTip(tr("Enter or a click goes there"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.clicked.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._said)

    def _height(self) -> int:
        lines = 16 * (self.fontMetrics().lineSpacing() + theme.SPACE // 2)
        return int(min(self.window().height() - 12 * theme.SPACE, lines))

    # -- events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The keys that walk through the list work while the field has the focus.
        if watched is self.field and event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in _KEYS:
                self.list.keyPressEvent(event)
                self._tell()
                return True
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        return escape.claimed(event) or bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    @Slot()
    def put_away(self) -> None:
        """Hide the panel and give the keys back to where they were."""
        self.hide()
        # What had the keys may have been taken apart in the meantime.
        if self._back is not None and isValid(self._back) and self._back.isVisible():
            self._back.setFocus()
        self._back = None
        # Cleared when it is opened, a reader would take that for all there is to say of it.
        self.field.clear()

    # -- searching

    @Slot(str)
    def _search(self, text: str) -> None:
        found = find(self._places, text)
        self._found = found[:_MOST]
        self.list.clear()
        for place in self._found:
            detail = f" \u2013 {place.detail}" if place.detail else ""
            entry = QListWidgetItem(f"{tr(place.kind)}: {place.title}{detail}")
            entry.setToolTip(f"{place.title}{detail}")
            self.list.addItem(entry)
        self.list.setCurrentRow(0)
        if not found:
            self._said.setText(tr("Nothing is found. Try a part of the word, or fewer words."))
        elif len(found) > _MOST:
            self._said.setText(
                tr(
                    "The first {most} of {count}; type on to narrow the list.",
                    most=_MOST,
                    count=len(found),
                )
            )
        else:
            self._said.setText(tr("{count} found.", count=len(found)))
        self._tell(self._said.text())

    def _tell(self, before: str = "") -> None:
        """Have a screen reader say what Enter goes to, which never has the focus."""
        entry = self.list.currentItem()
        announce(self, " ".join(t for t in (before, entry.text() if entry else "") if t))

    @Slot()
    def _go(self, index: QModelIndex | None = None) -> None:
        row = self.list.currentRow() if index is None else index.row()
        if 0 <= row < len(self._found):
            place = self._found[row]
            self.put_away()
            self.chosen.emit(place)
