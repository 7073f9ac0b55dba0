"""The form of an analysis, built from its option specs.

The form keeps apart what the user has set and what follows from it. What was
never touched takes the default of its spec, so that choosing another parameter
brings that parameter's visits; what was touched stays as long as it fits.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item, Number, Option, resolve
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import StudyData

_LINES = 6
"""Most lines a list of check boxes shows before it scrolls."""


class ChoiceEdit(QComboBox):
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
        have = tuple(Item(self.itemData(i), self.itemText(i)) for i in range(self.count()))
        if have != items:
            self.clear()
            for item in items:
                self.addItem(item.label, item.value)
        self.setCurrentIndex(self.findData(value))
        self.setToolTip(self.currentText())
        self.blockSignals(False)

    def value(self) -> object:
        """Return the value chosen."""
        return self.currentData()

    def showPopup(self) -> None:
        # Long labels are read in full in the list, however narrow the form is.
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 3 * theme.SPACE)
        super().showPopup()

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
        self.list = QListWidget()
        self.list.setObjectName(f"option_{option.key}_list")
        self.list.setAccessibleName(option.label)
        self.list.setAccessibleDescription(option.help)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setSpacing(1)
        self.list.setItemDelegate(_Checks(self.list))
        self.list.itemChanged.connect(self._tell)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        for text, slot, tip in (
            ("All", self.check_all, f"Choose all: {option.label}"),
            ("None", self.check_none, f"Choose none: {option.label}"),
        ):
            button = QPushButton(text)
            button.setObjectName(f"option_{option.key}_{text.lower()}")
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
                entry = QListWidgetItem(item.label)
                entry.setToolTip(item.label)
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
        self.count.setText(f"{len(self.value())} of {total}")
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

    @Slot()
    def _tell(self) -> None:
        self.edited.emit(self._key)


class FlagEdit(QCheckBox):
    """Yes or no."""

    edited = Signal(str)

    def __init__(self, option: Flag) -> None:
        super().__init__(option.label)
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


class _Checks(QStyledItemDelegate):
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


Edit = ChoiceEdit | CheckList | NumberEdit | FlagEdit


class OptionForm(QWidget):
    """The options of one analysis for one study."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._analysis: Analysis | None = None
        self._study: StudyData | None = None
        self._given: dict[str, object] = {}
        self._values: dict[str, object] | None = None
        self._edits: dict[str, Edit] = {}
        self._body: QWidget | None = None
        self._problem = Banner("form_problem")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.SPACE)
        self._layout.addWidget(self._problem)
        self._layout.addStretch(1)

    # -- what the panel calls

    def set_analysis(
        self, analysis: Analysis, study: StudyData, given: Mapping[str, object]
    ) -> None:
        """Show the options of an analysis, with what the user had set before."""
        self._analysis, self._study, self._given = analysis, study, dict(given)
        self._clear()
        self._resolve()
        if self._values is not None:
            self._build(analysis.options)
            self._show()

    def clear(self) -> None:
        """Show nothing."""
        self._analysis = self._study = self._values = None
        self._given = {}
        self._clear()
        self._problem.clear()

    @property
    def given(self) -> dict[str, object]:
        """What the user has set."""
        return dict(self._given)

    @property
    def values(self) -> dict[str, object] | None:
        """All values; None while the choices do not go together."""
        return None if self._values is None else dict(self._values)

    @property
    def problem(self) -> str:
        """Why the choices do not go together, "" when they do."""
        return self._problem.text

    # -- inside

    def _resolve(self) -> None:
        assert self._analysis is not None
        assert self._study is not None
        options = self._analysis.options
        try:
            missing = [k for k in self._analysis.requires if not self._study.of_kind(k)]
            if missing:
                raise AnalysisError(
                    f"This analysis needs a data set of kind {', '.join(missing)}, and the study "
                    "has none. Import it, or choose another analysis."
                )
            self._values = resolve(options, self._study, self._given, lenient=True)
        except AnalysisError as error:
            self._values = None
            self._problem.say("error", str(error))
            return
        self._problem.clear()
        # What no longer fits was replaced by the default; it is not the user's choice any more.
        self._given = {k: v for k, v in self._given.items() if self._values.get(k) == v}

    def _clear(self) -> None:
        if self._body is not None:
            self._layout.removeWidget(self._body)
            self._body.hide()
            self._body.setParent(None)
            self._body = None
        self._edits = {}

    def _build(self, options: tuple[Option, ...]) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE + theme.SPACE // 2)
        for option in options:
            if not option.advanced:
                layout.addWidget(self._entry(option))
        advanced = [option for option in options if option.advanced]
        if advanced:
            layout.addWidget(_Collapsible("Further options", [self._entry(o) for o in advanced]))
        self._body = body
        self._layout.insertWidget(1, body)

    def _entry(self, option: Option) -> QWidget:
        """Return label, control and help of one option."""
        edit = _edit_for(option)
        edit.setObjectName(f"option_{option.key}")
        edit.setAccessibleName(option.label)
        edit.setAccessibleDescription(option.help)
        edit.edited.connect(self._take)
        self._edits[option.key] = edit
        panel = QWidget()
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        if not isinstance(option, Flag):
            label = QLabel(option.label)
            label.setBuddy(edit)
            label.setToolTip(option.help)
            layout.addWidget(label)
        if not isinstance(edit, ChoiceEdit):
            edit.setToolTip(option.help)
        layout.addWidget(edit)
        layout.addWidget(FaintLabel(option.help))
        return panel

    @Slot(str)
    def _take(self, key: str) -> None:
        self._given[key] = self._edits[key].value()
        self._resolve()
        if self._values is not None:
            self._show()
        self.changed.emit()

    def _show(self) -> None:
        assert self._analysis is not None
        assert self._study is not None
        assert self._values is not None
        before: dict[str, object] = {}
        for option in self._analysis.options:
            items = option.items(self._study, before) if isinstance(option, Choice) else ()
            self._edits[option.key].show_value(items, self._values[option.key])
            before[option.key] = self._values[option.key]


class _Collapsible(QWidget):
    """Options that most users leave alone, folded away behind a heading."""

    def __init__(self, title: str, entries: list[QWidget]) -> None:
        super().__init__()
        self._button = QToolButton()
        self._button.setObjectName("advanced_options")
        self._button.setText(title)
        self._button.setCheckable(True)
        self._button.setAutoRaise(True)
        self._button.setToolTip("Show or hide the options that are rarely changed")
        self._button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._button.setArrowType(Qt.ArrowType.RightArrow)
        self._button.toggled.connect(self._fold)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(theme.SPACE, 0, 0, 0)
        inner.setSpacing(theme.SPACE + theme.SPACE // 2)
        for entry in entries:
            inner.addWidget(entry)
        self._body.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._button)
        layout.addWidget(self._body)

    @Slot(bool)
    def _fold(self, is_open: bool) -> None:
        self._button.setArrowType(Qt.ArrowType.DownArrow if is_open else Qt.ArrowType.RightArrow)
        self._body.setVisible(is_open)


def _edit_for(option: Option) -> Edit:
    if isinstance(option, Number):
        return NumberEdit(option)
    if isinstance(option, Flag):
        return FlagEdit(option)
    return CheckList(option) if option.many else ChoiceEdit(option)
