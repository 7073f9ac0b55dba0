"""How an analysis stands in a list: its title, and the question it answers below."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from sjogren_desktop.gui import theme

QUESTION = int(Qt.ItemDataRole.UserRole) + 1


class TitleAndQuestion(QStyledItemDelegate):
    """Draws an analysis as its title with the question it answers below."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        lines = option.fontMetrics.lineSpacing()
        return QSize(10 * theme.SPACE, round(3.2 * lines) + theme.SPACE)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        title, question = index.data(), index.data(QUESTION)
        option.text = ""
        widget = option.widget
        style = widget.style() if widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        colors = option.palette
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        faint = role if chosen else QPalette.ColorRole.PlaceholderText
        rect: QRect = option.rect
        half = theme.SPACE // 2
        box = rect.adjusted(theme.SPACE, half, -theme.SPACE, -half)
        painter.save()
        painter.setFont(theme.font("body", bold=True))
        metrics = painter.fontMetrics()
        painter.setPen(colors.color(role))
        shown = two_lines(title, box.width(), metrics)
        painter.drawText(box, 0, shown)
        long = "\n" in shown
        box.setTop(box.top() + (2 if long else 1) * metrics.lineSpacing())
        painter.setFont(theme.font("small"))
        painter.setPen(colors.color(faint))
        metrics = painter.fontMetrics()
        elide = Qt.TextElideMode.ElideRight
        # A title on two lines leaves one for the question, which the tip tells in full.
        cut = metrics.elidedText(question, elide, box.width()) if long else ""
        painter.drawText(box, 0, cut or two_lines(question, box.width(), metrics))
        painter.restore()


def two_lines(text: str, width: int, metrics: QFontMetrics) -> str:
    """Return a text on at most two lines of a width, the second elided."""
    first, rest = "", text.split(" ")
    while rest and metrics.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    second = metrics.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)
    return f"{first}\n{second}" if rest else first
