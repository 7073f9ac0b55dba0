"""A result table as a page of a report shows it: groups over columns, no vertical lines."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAction,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPalette,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.right_menu import RightMenu
from sjogren_desktop.gui.table_model import ResultTableModel, TableTexts
from sjogren_desktop.gui.targets import LEAST
from sjogren_desktop.results import Table

_SHOWN_ROWS = 40
"""Tables up to this long stand in the page in full; longer ones scroll in themselves."""

_LABEL_LETTERS = 30
"""Labels longer than so many letters run over several lines, so that numbers stay in sight."""

_STRETCH = 1.3
"""How much wider than their texts columns may get for the sake of the text above them."""

_WORDS = int(Qt.TextFlag.TextWordWrap.value)
_WRAP = int(_WORDS | Qt.AlignmentFlag.AlignCenter.value)
_PART = int(Qt.AlignmentFlag.AlignBottom.value | Qt.AlignmentFlag.AlignRight.value)
_LABEL = int(Qt.AlignmentFlag.AlignBottom.value | Qt.AlignmentFlag.AlignLeft.value)


def split_header(text: str) -> tuple[str, str]:
    """Return the lines of a header that neighbours may share, and its own last line.

    The number of subjects of an arm belongs to the arm above it, not to a column.
    """
    group, _, own = text.rpartition("\n")
    return (text, "") if own.startswith("(N=") else (group, own)


class GroupHeader(QHeaderView):
    """Column heads; what neighbouring columns share is written once above them."""

    def __init__(self, headers: list[str], labels: int, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("group_header")
        self._parts = [split_header(text) for text in headers]
        self._labels = labels
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def groups(self) -> list[tuple[str, int, int]]:
        """Return (text, first column, last column) of each group."""
        found: list[tuple[str, int, int]] = []
        for column, (group, _) in enumerate(self._parts):
            if found and group and found[-1][0] == group:
                found[-1] = (group, found[-1][1], column)
            else:
                found.append((group, column, column))
        return found

    def own(self, column: int) -> str:
        """Return the part of a column's head that is its own."""
        return self._parts[column][1]

    def group_height(self) -> int:
        """Return the height that the groups need at the present widths."""
        metrics = self.fontMetrics()
        heights = [0]
        for text, first, last in self.groups():
            if text:
                width = sum(self.sectionSize(c) for c in range(first, last + 1)) - theme.SPACE
                box = QRect(0, 0, max(width, 1), 10_000)
                heights.append(metrics.boundingRect(box, _WRAP, text).height() + theme.SPACE)
        return max(heights)

    def sizeHint(self) -> QSize:
        own = self.fontMetrics().height() + theme.SPACE
        return QSize(super().sizeHint().width(), self.group_height() + own)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        painter.save()
        painter.setClipRect(rect)
        palette = self.palette()
        painter.fillRect(rect, palette.color(QPalette.ColorRole.Base))
        line = theme.color("line", theme.scheme_of(palette))
        painter.setPen(line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        top = self.group_height()
        painter.setPen(palette.color(QPalette.ColorRole.Text))
        pad = theme.SPACE // 2 + 2
        own = rect.adjusted(pad, 0, -pad, -theme.SPACE // 2)
        own_height = self.fontMetrics().height()
        flags = _LABEL if logicalIndex < self._labels else _PART
        painter.drawText(own, flags, self.own(logicalIndex))
        for text, first, last in self.groups():
            if text and first <= logicalIndex <= last:
                left = self.sectionViewportPosition(first)
                right = self.sectionViewportPosition(last) + self.sectionSize(last)
                box = QRect(QPoint(left, rect.top()), QSize(right - left, top))
                if first < last:
                    painter.drawText(box.adjusted(4, 0, -4, 0), _WRAP, text)
                    painter.setPen(line)
                    painter.drawLine(left + pad, top, right - pad, top)
                else:  # One column's head: a line would cut it in two.
                    box.setBottom(own.bottom() - (own_height if self.own(first) else 0))
                    painter.drawText(box.adjusted(4, 0, -pad, 0), _PART | _WORDS, text)
        painter.restore()


class ResultTable(QTableView):
    """Shows one table of a result, as high as its rows."""

    subjects_wanted = Signal(object)
    brushed = Signal(object)
    """Patients (keys) whose marks are to be set or taken away everywhere."""
    """The patients behind a cell (Subjects) are to be opened."""

    def __init__(
        self, table: Table, parent: QWidget | None = None, *, texts: TableTexts | None = None
    ) -> None:
        """Show a table, with the texts that were made of it already if there are any."""
        super().__init__(parent)
        self.setObjectName(f"table_{table.key}")
        self.setAccessibleName(table.title)
        self.results = ResultTableModel(table, self, texts=texts)
        self.setModel(self.results)
        self._header = GroupHeader(self.results.headers, self.results.labels, self)
        self.setHorizontalHeader(self._header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        if self.results.has_subjects:
            self.setMouseTracking(True)
            self.entered.connect(self._point)
            self.viewportEntered.connect(self._point)
            self.activated.connect(self.open_subjects)
        self._offer()
        self._fit()

    # -- what the panel calls

    @Slot()
    def copy(self) -> None:
        """Put the whole table on the clipboard, as text and as HTML."""
        self._put(None)

    # -- events

    def sizeHint(self) -> QSize:
        width = self._content_width() + 2 * self.frameWidth()
        if self.results.rowCount() > _SHOWN_ROWS:
            width += self.verticalScrollBar().sizeHint().width()
        return QSize(width, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_selection()
            return
        if event.key() == Qt.Key.Key_M and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            index = self.currentIndex()
            found = self.results.subjects(index.row(), index.column()) if index.isValid() else None
            if found is not None:
                self.brushed.emit(found.keys)
                return
        super().keyPressEvent(event)

    @Slot()
    def copy_selection(self) -> None:
        """Put the selected cells on the clipboard; with the heads if all are selected."""
        selected = self.selectionModel().selection()
        if selected.isEmpty():
            return
        box = selected.first()
        part = (range(box.top(), box.bottom() + 1), range(box.left(), box.right() + 1))
        count = self.results.rowCount(), self.results.columnCount()
        self._put(None if (len(part[0]), len(part[1])) == count else part)

    def _put(self, part: tuple[range, range] | None) -> None:
        from sjogren_desktop.export.web import clipboard_html, clipboard_text

        content = QMimeData()
        content.setText(clipboard_text(self.results.table, part=part))
        content.setHtml(clipboard_html(self.results.table, part=part))
        QGuiApplication.clipboard().setMimeData(content)

    def _offer(self) -> None:
        """Offer by the right button, too, what can be done with the table."""
        offered = [
            ("copy", tr("Copy table"), self.copy),
            ("copy_cells", tr("Copy selected cells"), self.copy_selection),
        ]
        if self.results.has_subjects:
            offered.append(("open", tr("Open the patients"), self._open_current))
        actions = []
        for name, text, slot in offered:
            action = QAction(text, self)
            action.setObjectName(f"table_{name}")
            action.triggered.connect(slot)
            actions.append(action)
        RightMenu(self, actions)

    @Slot()
    def _open_current(self) -> None:
        self.open_subjects(self.currentIndex())

    @Slot(QModelIndex)
    def open_subjects(self, index: QModelIndex) -> None:
        """Ask for the patients that a cell stands for."""
        found = self.results.subjects(index.row(), index.column()) if index.isValid() else None
        if found is not None:
            self.subjects_wanted.emit(found)

    @Slot()
    def _point(self, index: QModelIndex | None = None) -> None:
        """Show by the pointer where patients can be opened."""
        opens = index is not None and self.results.subjects(index.row(), index.column())
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._set_height()

    # -- inside

    def _fit(self) -> None:
        """Give every column the width of its texts, and the table the height of its rows."""
        metrics = self.fontMetrics()
        pad = 2 * theme.SPACE
        for column in range(self.results.columnCount()):
            texts = (self._header.own(column), self.results.widest(column))
            self.setColumnWidth(column, max(map(metrics.horizontalAdvance, texts)) + pad)
        self._widen_for_groups(metrics)
        self.verticalHeader().setDefaultSectionSize(max(LEAST, metrics.height() + theme.SPACE))
        if self.results.rowCount() <= _SHOWN_ROWS:
            self._wrap_labels(metrics, pad)
        self._set_height()

    def _wrap_labels(self, metrics: QFontMetrics, pad: int) -> None:
        """Let long labels run over several lines."""
        most = _LABEL_LETTERS * metrics.averageCharWidth()
        wide = [c for c in range(self.results.labels) if self.columnWidth(c) > most + pad]
        self.setWordWrap(bool(wide))
        for column in wide:
            texts = [self.results.text(row, column) for row in range(self.results.rowCount())]
            words = [w for text in texts for w in text.split(" ")]
            # The head of a column stands on one line.
            unbroken = (self._header.own(column), *words)
            longest = max(map(metrics.horizontalAdvance, unbroken))
            self.setColumnWidth(column, max(most, longest) + pad)
        for row in range(self.results.rowCount() if wide else 0):
            height = metrics.height()
            for column in wide:
                # The style keeps a margin on either side of a text.
                box = QRect(0, 0, self.columnWidth(column) - theme.SPACE - 2, 10_000)
                text = self.results.text(row, column)
                height = max(height, metrics.boundingRect(box, _WORDS, text).height())
            self.setRowHeight(row, max(LEAST, height + theme.SPACE))

    def _widen_for_groups(self, metrics: QFontMetrics) -> None:
        """A group may wrap between words, unless a little more width saves a line."""
        for text, first, last in self._header.groups():
            columns = range(first, last + 1)
            have = sum(self.columnWidth(c) for c in columns)
            line = max((metrics.horizontalAdvance(t) for t in text.split("\n")), default=0)
            word = max((metrics.horizontalAdvance(t) for t in text.split()), default=0)
            room = 2 * theme.SPACE
            wanted = line + room if line + room <= _STRETCH * have else word + room
            each = -(-(wanted - have) // len(columns))
            if each > 0:
                for column in columns:
                    self.setColumnWidth(column, self.columnWidth(column) + each)

    def _content_width(self) -> int:
        return sum(self.columnWidth(c) for c in range(self.results.columnCount()))

    def _set_height(self) -> None:
        rows = min(self.results.rowCount(), _SHOWN_ROWS)
        height = self._header.sizeHint().height()
        height += sum(map(self.rowHeight, range(rows))) + 2 * self.frameWidth()
        if self._content_width() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
