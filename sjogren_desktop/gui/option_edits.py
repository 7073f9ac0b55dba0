"""The controls of a form: one for each kind of option, all with the same few methods.

A control is told its items and value by ``show_value`` without telling back,
and tells by ``edited(key)`` when the user has changed it.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.spec import (
    Choice,
    Drawing,
    Flag,
    Item,
    Number,
    Option,
    Scenarios,
    Text,
    Typed,
)
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.graph_edit import GraphEdit
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.scenario_edit import ScenarioEdit
from sjogren_desktop.gui.targets import TallItems
from sjogren_desktop.gui.tick_box import TickBox, TickList
from sjogren_desktop.gui.typed_edit import TypedEdit

_LINES = 6
"""Most lines a list of check boxes shows before it scrolls."""


class ChoiceEdit(ChoiceBox):
    """One of several items."""

    edited = Signal(str)

    def __init__(self, option: Choice) -> None:
        super().__init__()
        self._key = option.key
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.setMaxVisibleItems(20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.currentIndexChanged.connect(self._tell)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Offer the items and choose one, without telling."""
        self.blockSignals(True)
        shown = tuple(Item(item.value, tr(item.label)) for item in items)
        have = tuple(Item(self.itemData(i), self.itemText(i)) for i in range(self.count()))
        if have != shown:
            self.clear()
            for item in shown:
                self.addItem(item.label, item.value)
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText())
        self.blockSignals(False)

    def value(self) -> object:
        """Return the value chosen."""
        return self.currentData()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(int)
    def _tell(self, index: int) -> None:
        self.setToolTip(self.currentText())
        self.edited.emit(self._key)


class CheckList(QWidget):
    """Any number of items, with buttons for all and none."""

    edited = Signal(str)

    def __init__(self, option: Choice) -> None:
        super().__init__()
        self._key = option.key
        self._items: tuple[Item, ...] = ()
        self.list = TickList()
        self.list.setObjectName(f"option_{option.key}_list")
        self.list.setAccessibleName(tr(option.label))
        self.list.setAccessibleDescription(tr(option.help))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setSpacing(1)
        self.list.setItemDelegate(_Checks(self.list))
        self.list.itemChanged.connect(self._tell)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        label = tr(option.label)
        for name, text, slot, tip in (
            ("all", tr("All"), self.check_all, tr("Choose all: {label}", label=label)),
            ("none", tr("None"), self.check_none, tr("Choose none: {label}", label=label)),
        ):
            button = QPushButton(text)
            button.setObjectName(f"option_{option.key}_{name}")
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        self.count = FaintLabel()
        buttons.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.list)
        layout.addLayout(buttons)
        self.setFocusProxy(self.list)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Offer the items and check those of the value, without telling."""
        chosen = set(value) if isinstance(value, tuple) else set()
        self.list.blockSignals(True)
        if items != self._items:
            self._items = items
            self.list.clear()
            for item in items:
                entry = QListWidgetItem(tr(item.label))
                entry.setToolTip(tr(item.label))
                entry.setFlags(entry.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                self.list.addItem(entry)
        for row, item in enumerate(items):
            state = Qt.CheckState.Checked if item.value in chosen else Qt.CheckState.Unchecked
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self._fit()

    def value(self) -> tuple[str, ...]:
        """Return the values checked, in the order of the items."""
        return tuple(
            item.value
            for row, item in enumerate(self._items)
            if self.list.item(row).checkState() == Qt.CheckState.Checked
        )

    @Slot()
    def check_all(self) -> None:
        self._check(Qt.CheckState.Checked)

    @Slot()
    def check_none(self) -> None:
        self._check(Qt.CheckState.Unchecked)

    def _check(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for row in range(self.list.count()):
            self.list.item(row).setCheckState(state)
        self.list.blockSignals(False)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self._fit()
        self.edited.emit(self._key)

    def _fit(self) -> None:
        total = self.list.count()
        self.count.setText(tr("{shown} of {total}", shown=len(self.value()), total=total))
        line = max(self.list.sizeHintForRow(0), self.fontMetrics().height()) + 2
        shown = min(max(total, 1), _LINES)
        # Half a line more tells that there is more to scroll to.
        extra = line // 2 if total > _LINES else 0
        frame = 2 * self.list.frameWidth() + theme.SPACE // 2
        self.list.setFixedHeight(shown * line + extra + frame)


class NumberEdit(QDoubleSpinBox):
    """A number within limits."""

    edited = Signal(str)

    def __init__(self, option: Number) -> None:
        super().__init__()
        self._key, self._whole = option.key, option.decimals == 0
        self.setDecimals(option.decimals)
        self.setRange(option.minimum, option.maximum)
        self.setSingleStep(10.0**-option.decimals)
        self.setKeyboardTracking(False)
        self.valueChanged.connect(self._tell)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the number, without telling."""
        assert isinstance(value, int | float)
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        # Qt drops the decimal sign of other countries, and 0,05 typed is 5 then.
        return super().validate(local.with_sign(text, self.locale().decimalPoint()), pos)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self._key)


class TextEdit(QLineEdit):
    """A short text."""

    edited = Signal(str)

    def __init__(self, option: Text) -> None:
        super().__init__()
        self._key = option.key
        self.editingFinished.connect(self._tell)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the text, without telling."""
        if self.text() != value:
            self.setText(str(value))

    def value(self) -> str:
        """Return the text without surrounding blanks."""
        return self.text().strip()

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self._key)


class FlagEdit(TickBox):
    """Yes or no."""

    edited = Signal(str)

    def __init__(self, option: Flag) -> None:
        super().__init__(tr(option.label))
        self._key = option.key
        self.toggled.connect(self._tell)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the state, without telling."""
        self.blockSignals(True)
        self.setChecked(bool(value))
        self.blockSignals(False)

    def value(self) -> bool:
        """Return the state."""
        return self.isChecked()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        which = QStyle.SubElement.SE_CheckBoxIndicator
        _outline(QPainter(self), self.style().subElementRect(which, option, self), self)

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self._key)


class _Checks(TallItems):
    """Draws check boxes that can be seen on a dark ground."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        self.initStyleOption(option, index)
        view = self.parent()
        assert isinstance(view, QWidget)
        which = QStyle.SubElement.SE_ItemViewItemCheckIndicator
        _outline(painter, view.style().subElementRect(which, option, view), view)


def _outline(painter: QPainter, box: QRect, widget: QWidget) -> None:
    """Draw the frame of a check box; Fusion's own is darker than the ground, so dark on dark."""
    painter.save()
    painter.setPen(widget.palette().color(QPalette.ColorRole.PlaceholderText))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(box.adjusted(0, 0, -1, -1))
    painter.restore()


Edit = (
    ChoiceEdit | CheckList | NumberEdit | TextEdit | FlagEdit | ScenarioEdit | GraphEdit | TypedEdit
)


def edit_for(option: Option) -> Edit:
    """Return the control of an option."""
    if isinstance(option, Number):
        return NumberEdit(option)
    if isinstance(option, Flag):
        return FlagEdit(option)
    if isinstance(option, Text):
        return TextEdit(option)
    if isinstance(option, Scenarios):
        return ScenarioEdit(option)
    if isinstance(option, Drawing):
        return GraphEdit(option)
    if isinstance(option, Typed):
        return TypedEdit(option)
    return CheckList(option) if option.many else ChoiceEdit(option)
