"""Two lines of the score sheet: the three complaints of ESSPRI, and who saves and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.domain_panel import NumberField
from sjogren_desktop.gui.language import tr
from sjogren_desktop.scoring.esspri import ITEMS
from sjogren_desktop.study.score_edits import DATE, Entry


class RatingSlider(QSlider):
    """A rating from 0 to 10 in whole steps; tells when it was set, at 0 too."""

    entered = Signal(str, object)
    moved = Signal(str, int)
    """Where the handle is while it is being dragged."""

    def __init__(self, variable: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._variable = variable
        self.setObjectName(f"esspri_{variable}_slider")
        self.setAccessibleName(title)
        self.setToolTip(tr("{title}; arrow keys go by 1", title=title))
        self.setRange(0, 10)
        self.setPageStep(1)
        self.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.setTickInterval(1)
        self.actionTriggered.connect(self._act)
        self.sliderReleased.connect(self._tell)

    def show_rating(self, value: Entry) -> None:
        """Show a rating, without telling; none stands at 0."""
        if not self.isSliderDown():
            self.setValue(round(value) if isinstance(value, int | float) else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the sheet; it must not rate what the pointer happens to be on.
        event.ignore()

    @Slot(int)
    def _act(self, action: int) -> None:
        # A step is told even where it changes nothing: from no rating to 0, say.
        if action == QSlider.SliderAction.SliderMove.value:
            self.moved.emit(self._variable, self.sliderPosition())
        else:
            self._tell()

    @Slot()
    def _tell(self) -> None:
        self.entered.emit(self._variable, self.sliderPosition())


class EsspriLine(QWidget):
    """Three ratings from 0 to 10, as sliders and numbers; Enter goes from one to the next."""

    entered = Signal(str, object)
    refused = Signal(str)
    passed_end = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields = {
            item: NumberField(item, tr("ESSPRI {item}, 0 to 10", item=tr(item))) for item in ITEMS
        }
        self.sliders = {
            item: RatingSlider(item, tr("ESSPRI {item}, 0 to 10", item=tr(item))) for item in ITEMS
        }
        self._before = FaintLabel()
        title = QLabel("ESSPRI")
        theme.set_type(title, "body", bold=True)
        head = QHBoxLayout()
        head.setSpacing(theme.SPACE)
        head.addWidget(title)
        head.addWidget(self._before, 1)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.SPACE // 2)
        outer.addLayout(head)
        outer.addLayout(line)
        for item, field in self.fields.items():
            field.setObjectName(f"esspri_{item}")
            field.setToolTip(
                tr("{item} over the last two weeks, 0 none to 10 worst", item=tr(item).capitalize())
            )
            field.setMaximumWidth(7 * self.fontMetrics().averageCharWidth())
            field.entered.connect(self.entered)
            field.refused.connect(self.refused)
            field.returnPressed.connect(self._go_on)
            slider = self.sliders[item]
            slider.entered.connect(self.entered)
            slider.moved.connect(self._preview)
            line.addWidget(QLabel(tr(item)))
            line.addWidget(slider, 1)
            line.addWidget(field)

    def show_items(self, entries: Mapping[str, Entry], before: Mapping[str, float]) -> None:
        """Show what was entered, and the visit before."""
        for item, field in self.fields.items():
            field.show_number(entries.get(item))
            self.sliders[item].show_rating(entries.get(item))
        known = [
            f"{tr(item)} {local.numbers(f'{before[item]:g}')}" for item in ITEMS if item in before
        ]
        self._before.setText(tr("before: {known}", known=", ".join(known)) if known else "")

    @Slot(str, int)
    def _preview(self, item: str, value: int) -> None:
        """Show the number of a slider that is being dragged."""
        self.fields[item].show_number(value)

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
        self.button = QPushButton(tr("Sa&ve"))
        for field, name, text, hint in (
            (self.who, "sheet_who", tr("Your name, saved with the scores"), tr("Your name")),
            (
                self.reason,
                "sheet_reason",
                tr("Why a saved value is changed"),
                tr("Reason for the change"),
            ),
        ):
            field.setObjectName(name)
            field.setAccessibleName(text)
            field.setToolTip(text)
            field.setPlaceholderText(hint)
            field.returnPressed.connect(self._go_on)
        self.button.setObjectName("sheet_save")
        self.button.setToolTip(tr("Save what is on this sheet (Ctrl+S)"))
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
            text = tr("Nothing to save.")
        else:
            text = (
                tr("1 entry not saved")
                if count == 1
                else tr("{count} entries not saved", count=count)
            )
            text += (
                tr("; {replaced} of a saved value: give a reason.", replaced=replaced)
                if replaced
                else "."
            )
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
