"""A row of controls that goes on in a second line where it has no room, as words of a text do."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QLayoutItem, QWidget

from sjogren_desktop.gui import theme


class FlowRow(QLayout):
    """Lays controls out from the left.

    Fields and texts take what their line has left; a text that has no room on one line has a line
    of the row for itself and wraps.
    """

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(theme.SPACE)
        for control in controls:
            self.addWidget(control)

    def add_named(self, name: str, field: QWidget) -> None:
        """Add a field and, before it in the same line, the label that leads to it."""
        label = QLabel(name)
        label.setBuddy(field)
        both = QWidget()
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.spacing())
        line.addWidget(label)
        line.addWidget(field)
        self.addWidget(both)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(line.height for line in lines) + self.spacing() * max(0, len(lines) - 1)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(map(_wanted, shown))
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width + self.spacing() * max(0, len(shown) - 1), height)

    def minimumSize(self) -> QSize:
        sizes = [item.minimumSize() for item in self._shown()]
        return QSize(
            max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0)
        )

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        top = rect.top()
        for line in self._lines(rect.width()):
            left = rect.left()
            for item, width in zip(line.items, line.widths, strict=True):
                own = _height(item, width)
                down = top + (line.height - own) // 2
                item.setGeometry(QRect(QPoint(left, down), QSize(width, own)))
                left += width + self.spacing()
            top += line.height + self.spacing()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        for item in self._shown():
            wide = min(_wanted(item), width)
            if lines and self.spacing() + wide <= lines[-1].spare:
                lines[-1].spare -= self.spacing() + wide
            else:
                lines.append(_Line(width - wide))
            lines[-1].items.append(item)
            lines[-1].widths.append(wide)
        for line in lines:
            line.grow()
            line.height = max(map(_height, line.items, line.widths))
        return lines


@dataclass
class _Line:
    """The controls of one line, how wide each is, and the width that is left."""

    spare: int
    items: list[QLayoutItem] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    height: int = 0

    def grow(self) -> None:
        growing = [place for place, item in enumerate(self.items) if _grows(item)]
        for place in growing:
            self.widths[place] += self.spare // len(growing)


def _wrapping(item: QLayoutItem) -> QLabel | None:
    """Return the label of an item if its text may run over several lines."""
    label = item.widget()
    return label if isinstance(label, QLabel) and label.wordWrap() else None


def _wanted(item: QLayoutItem) -> int:
    """Return the width of an item; a text is wanted on one line."""
    label = _wrapping(item)
    if label is None:
        return item.sizeHint().width()
    lines = label.text().split("\n")
    return max(map(label.fontMetrics().horizontalAdvance, lines)) + theme.SPACE // 2


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _grows(item: QLayoutItem) -> bool:
    return _wrapping(item) is not None or bool(
        item.expandingDirections() & Qt.Orientation.Horizontal
    )
