"""Two lines of the score sheet: the three complaints of ESSPRI, and who saves and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.domain_panel import NumberField
from sjogren_desktop.scoring.esspri import ITEMS
from sjogren_desktop.study.score_edits import DATE, Entry


class EsspriLine(QWidget):
    """Three numbers from 0 to 10; Enter goes from one to the next."""

    entered = Signal(str, object)
    refused = Signal(str)
    passed_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {item: NumberField(item, f"ESSPRI {item}, 0 to 10") for item in ITEMS}
        self._before = FaintLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.SPACE)
        title = QLabel("ESSPRI")
        theme.set_type(title, "body", bold=True)
        line.addWidget(title)
        for item, field in self.fields.items():
            field.setObjectName(f"esspri_{item}")
            field.setToolTip(f"{item.capitalize()} over the last two weeks, 0 none to 10 worst")
            field.setMaximumWidth(7 * self.fontMetrics().averageCharWidth())
            field.entered.connect(self.entered)
            field.refused.connect(self.refused)
            field.returnPressed.connect(self._go_on)
            line.addWidget(QLabel(item))
            line.addWidget(field)
        line.addWidget(self._before, 1)

    def show_items(self, entries: Mapping[str, Entry], before: Mapping[str, float]) -> None:
        """Show what was entered, and the visit before."""
        for item, field in self.fields.items():
            field.show_number(entries.get(item))
        known = [f"{item} {before[item]:g}" for item in ITEMS if item in before]
        self._before.setText(f"before: {', '.join(known)}" if known else "")

    @Slot()
    def begin(self) -> None:
        """Put the keys on the first complaint."""
        self._to(ITEMS[0])

    def _to(self, item: str) -> None:
        self.fields[item].setFocus()
        self.fields[item].selectAll()

    @Slot()
    def _go_on(self) -> None:
        here = next((i for i, item in enumerate(ITEMS) if self.fields[item].hasFocus()), -1)
        if 0 <= here < len(ITEMS) - 1:
            self._to(ITEMS[here + 1])
        else:
            self.passed_end.emit()


class SaveLine(QWidget):
    """Says what is not saved; takes the name, the reason where one is needed, and the word."""

    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._changes = FaintLabel("", "body")
        self._changes.setObjectName("sheet_changes")
        self.who = QLineEdit()
        self.reason = QLineEdit()
        self.button = QPushButton("Sa&ve")
        for field, name, text, hint in (
            (self.who, "sheet_who", "Your name, saved with the scores", "Your name"),
            (self.reason, "sheet_reason", "Why a saved value is changed", "Reason for the change"),
        ):
            field.setObjectName(name)
            field.setAccessibleName(text)
            field.setToolTip(text)
            field.setPlaceholderText(hint)
            field.setAcceptDrops(False)
            field.returnPressed.connect(self._go_on)
        self.button.setObjectName("sheet_save")
        self.button.setToolTip("Save what is on this sheet (Ctrl+S)")
        self.button.clicked.connect(self.save_wanted)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, theme.SPACE // 2, 0)
        line.setSpacing(theme.SPACE)
        line.addWidget(self._changes, 3)
        line.addWidget(self.who, 2)
        line.addWidget(self.reason, 3)
        line.addWidget(self.button)

    def show_changes(self, changes: Sequence[tuple[str, Entry, Entry]]) -> None:
        """Show how much is not saved, and ask for a reason where a saved value changes."""
        replaced = sum(old is not None for _, old, _ in changes)
        count = sum(variable != DATE for variable, _, _ in changes)
        if not changes:
            text = "Nothing to save."
        else:
            text = f"{count} {'entry' if count == 1 else 'entries'} not saved"
            text += f"; {replaced} of a saved value: give a reason." if replaced else "."
        self._changes.setText(text)
        self.button.setEnabled(bool(changes))
        self.reason.setEnabled(bool(replaced))

    @Slot()
    def begin(self) -> None:
        """Put the keys where something is still needed."""
        for field in (self.who, self.reason):
            if field.isEnabled() and not field.text().strip():
                field.setFocus()
                return
        self.button.setFocus()

    @Slot()
    def _go_on(self) -> None:
        """Go to the reason where one is needed, else save."""
        if self.reason.isEnabled() and not self.reason.text().strip() and self.who.text().strip():
            self.reason.setFocus()
        else:
            self.save_wanted.emit()
