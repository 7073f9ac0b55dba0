"""A look into one data set: all its rows, sorted by a click, filtered by a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.kept_sizes import keep_columns, kept_width
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.search_field import SearchField
from sjogren_desktop.gui.targets import RowsTable
from sjogren_desktop.study.data import Dataset

_WIDEST = 44
"""Widest a column gets by itself, in average characters."""

_SELECTABLE = 20_000
"""Rows up to which several cells can be selected; Qt takes a minute for all of a million."""

"""Milliseconds without typing after which the filter is applied."""


def plain_table(name: str, title: str) -> RowsTable:
    """Return a read-only table of the Import tab."""
    view = RowsTable()
    view.setObjectName(f"{name}_view")
    view.setAccessibleName(title)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setAlternatingRowColors(True)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setCornerButtonEnabled(False)
    # The style would fill the corner between scroll bars with the colour of edges.
    view.setCornerWidget(QWidget())
    view.verticalHeader().hide()
    view.verticalHeader().setHighlightSections(False)
    header = view.horizontalHeader()
    header.setHighlightSections(False)
    keep_columns(view)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return view


def sort_by_heads(view: QTableView, model: FrameModel) -> None:
    """Show a model whose order follows clicks on the heads, and let single rows be chosen."""
    view.setModel(model)
    header = view.horizontalHeader()
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicatorClearable(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.sortIndicatorChanged.connect(model.sort)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)


def fit_columns(view: QTableView, widest: Sequence[str]) -> None:
    """Give columns the width of their longest texts, within a limit."""
    metrics = view.fontMetrics()
    limit = _WIDEST * metrics.averageCharWidth()
    for column, text in enumerate(widest):
        width = metrics.horizontalAdvance(text) + 3 * theme.SPACE
        view.setColumnWidth(column, kept_width(view, column) or min(width, limit))


class PreviewPane(QWidget):
    """The rows of one data set."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = FrameModel(self)
        self.view = plain_table("preview", tr("Preview of the data set"))
        self._filter = SearchField(
            "preview_filter",
            hint=tr("Text or number that a row must contain"),
            meaning=tr("Filter rows"),
            tip=tr("Show only the rows that contain this text, or exactly this number"),
        )
        self._within = ChoiceBox()
        self._shown_rows = FaintLabel()
        self._wanted: tuple[int, str] | None = None
        self._build_table()
        self._build_filter()
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        label = QLabel(tr("Fi&lter"))
        label.setBuddy(self._filter)
        line.addWidget(label)
        line.addWidget(self._filter, 2)
        line.addWidget(QLabel(tr("in")))
        line.addWidget(self._within)
        line.addWidget(self._shown_rows, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE // 2, theme.SPACE, theme.SPACE // 2, 0)
        layout.setSpacing(theme.SPACE)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)

    def show_data_set(self, dataset: Dataset) -> None:
        """Show a data set from its first row; filter and order start anew."""
        self._filter.settle()
        header = self.view.horizontalHeader()
        for widget in (self._filter, self._within, header):
            widget.blockSignals(True)
        self._filter.clear()
        self._within.clear()
        self._within.addItems([tr("all columns"), *map(str, dataset.frame.columns)])
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for widget in (self._filter, self._within, header):
            widget.blockSignals(False)
        self.model.set_frame(dataset.frame, dataset.labels)
        mode = QAbstractItemView.SelectionMode
        several = len(dataset.frame) <= _SELECTABLE
        self.view.setSelectionMode(mode.ContiguousSelection if several else mode.SingleSelection)
        fit_columns(self.view, [self.model.widest(c) for c in range(len(self.model.names))])

    def show_record(self, position: int, column: str) -> None:
        """Select one record of the data set shown, without filter and in its own order."""
        self._filter.clear()
        self._filter.settle()
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._wanted = (position, column)
        self.model.set_filter("", None)
        self._select_wanted()

    def show_rows_with(self, text: str) -> None:
        """Show the rows of the data set shown in which this text stands."""
        self._filter.setText(text)

    @Slot()
    def _select_wanted(self) -> None:
        if self._wanted is None:
            return
        position, column = self._wanted
        if position >= self.model.rowCount() or self.model.rowCount() < self.model.total:
            return  # the filter is still being taken off
        self._wanted = None
        place = self.model.names.index(column) if column in self.model.names else 0
        index = self.model.index(position, place)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        self.view.setFocus()

    def _build_table(self) -> None:
        self.view.setModel(self.model)
        self.view.verticalHeader().show()
        self.view.setShowGrid(True)
        self.view.setAlternatingRowColors(False)
        header = self.view.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.sortIndicatorChanged.connect(self.model.sort)
        self.model.arranged.connect(self._show_rows)
        self.model.arranged.connect(self._select_wanted)

    def _build_filter(self) -> None:
        self._filter.settled.connect(self._apply_filter)
        self._within.setObjectName("preview_filter_column")
        self._within.setAccessibleName(tr("Column that is filtered"))
        self._within.setToolTip(tr("Column that is filtered"))
        self._within.setMinimumContentsLength(14)
        self._within.currentIndexChanged.connect(self._apply_filter)

    @Slot()
    def _apply_filter(self) -> None:
        place = self._within.currentIndex()
        self.model.set_filter(self._filter.text(), place - 1 if place > 0 else None)

    @Slot()
    def _show_rows(self) -> None:
        shown, total = self.model.rowCount(), self.model.total
        say_in(
            self._shown_rows,
            tr("{shown} of {total} rows", shown=shown, total=total)
            if shown < total
            else tr("{total} rows", total=total),
        )
