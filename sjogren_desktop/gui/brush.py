"""Patients marked in one picture and seen again in all others and in the tables.

Marks are set in a plot with Ctrl and a click or a drag, or in a table with the M
key; they stay while other results are looked at, until they are cleared.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import text_label
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import Subjects


def marked_text(subjects: tuple[str, ...], marked: frozenset[str]) -> str:
    """Return how many of the marked patients are among these, "" if none is."""
    count = len(marked.intersection(subjects))
    return tr("{count} of the {total} marked", count=count, total=len(marked)) if count else ""


class Brush(QWidget):
    """Says how many patients are marked; opens them, and clears the marks."""

    changed = Signal(object)
    """The keys of the patients marked (frozenset of str)."""
    subjects_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brush")
        self.marked: frozenset[str] = frozenset()
        self.text = text_label()
        self.text.setObjectName("brush_text")
        self.open_button = QPushButton(tr("Open marked"))
        self.open_button.setObjectName("brush_open")
        self.open_button.setToolTip(tr("Show the marked patients on the Patients tab"))
        self.open_button.clicked.connect(self._open)
        self.clear_button = QPushButton(tr("Clear marks"))
        self.clear_button.setObjectName("brush_clear")
        self.clear_button.setToolTip(tr("Mark no patients any more"))
        self.clear_button.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.open_button)
        layout.addWidget(self.clear_button)
        self.hide()

    @Slot(object)
    def toggle(self, subjects: object) -> None:
        """Mark these patients; take their marks away if all of them have one."""
        assert isinstance(subjects, tuple | frozenset)
        keys = frozenset(subjects)
        if keys:
            self._set(self.marked - keys if keys <= self.marked else self.marked | keys)

    @Slot()
    def clear(self) -> None:
        """Mark nobody."""
        self._set(frozenset())

    def _set(self, marked: frozenset[str]) -> None:
        self.marked = marked
        count = len(marked)
        self.text.setText(
            tr("1 patient is marked: rings in figures and bold numbers in tables have them.")
            if count == 1
            else tr(
                "{count} patients are marked: rings in figures and bold numbers in tables have "
                "them.",
                count=count,
            )
        )
        self.setVisible(bool(marked))
        self.changed.emit(marked)

    @Slot()
    def _open(self) -> None:
        self.subjects_wanted.emit(Subjects(tr("Marked patients"), tuple(sorted(self.marked))))
