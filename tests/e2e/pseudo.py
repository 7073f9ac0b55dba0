"""A language that does not exist: what it has said stands in brackets, accented and longer.

Every text of the window that a walk finds outside of brackets was never given to
``tr``; every label or button too narrow for it would be cut off in German.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTranslator
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.language import CONTEXT
from sjogren_desktop.paths import resource_path

NAMES = frozenset(
    {
        "ESSDAI", "ClinESSDAI", "ESSPRI", "STAR", "CRESS", "PDF", "Excel", "UTF-8", "UTF-16",
        "Cons", "Lymph", "Gland", "Artic", "Cutan", "Pulm", "Renal", "Musc", "PNS", "CNS", "Haem",
        "Biol",
    }
)  # fmt: skip
"""Instruments, their domains in short and formats, which have no other name elsewhere."""

LONGER = 0.4
_ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "àéîöûÀÉÎÖÛçñšýž")
_KEPT = re.compile(r"\{[^{}]*\}|\{\{|\}\}|&\w;|<[^>]*>")
_QT = ("QPlatformTheme", "QDialogButtonBox")  # standard buttons


class Pseudo(QTranslator):
    """Says the texts that translators are given, and standard buttons, in the pseudo language."""

    def __init__(self) -> None:
        super().__init__()
        sources = ET.parse(resource_path("translations", "de.ts")).getroot().iter("source")
        # Names that are the same in every language stay as short as they are.
        self._known = {source.text for source in sources} - NAMES

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str = "", n: int = -1
    ) -> str | None:
        known = context in _QT or (context == CONTEXT and text in self._known)
        return pseudo(text) if known else None


def pseudo(text: str) -> str:
    """Return a text accented and 40 % longer, in brackets; placeholders stay."""
    parts, last = [], 0
    for found in _KEPT.finditer(text):
        parts += [text[last : found.start()].translate(_ACCENTS), found.group()]
        last = found.end()
    parts.append(text[last:].translate(_ACCENTS))
    plain = _KEPT.sub("", text)
    return f"[{''.join(parts)}{'~' * round(LONGER * len(plain))}]"


def outside(text: str) -> str:
    """Return what of a text stands in no brackets and holds a letter, "" if nothing does."""
    depth, left = 0, []
    for sign in text:
        depth += (sign == "[") - (sign == "]")
        if depth <= 0 and sign not in "[]":
            left.append(sign)
    rest = "".join(left).strip()
    return rest if any(c.isalpha() for c in rest) else ""


def texts(widget: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a widget and those inside it say, with where: names of widgets and kind."""
    for each in (widget, *widget.findChildren(QWidget)):
        if isinstance(each, QMenu):
            continue  # menus are walked by their actions
        said = [(kind, text) for kind, text in _own(each) if text]
        if said:
            path = _path(each)
            yield from ((f"{path}, {kind}", text) for kind, text in said)


def _own(each: QWidget) -> Iterator[tuple[str, str]]:
    yield "tooltip", each.toolTip()
    yield "accessible name", each.accessibleName()
    yield "accessible description", each.accessibleDescription()
    if each.isWindow():
        yield "title", each.windowTitle()
    if isinstance(each, QLabel) or (
        isinstance(each, QAbstractButton) and not each.objectName().startswith("qt_")
    ):
        yield "text", _plain(each.text())
    elif isinstance(each, QGroupBox):
        yield "text", each.title()
    elif isinstance(each, QLineEdit | QPlainTextEdit):
        yield "placeholder", each.placeholderText()
    elif isinstance(each, QComboBox):
        yield from (("item", each.itemText(i)) for i in range(each.count()))
    elif isinstance(each, QTabBar):
        yield from (("tab", each.tabText(i)) for i in range(each.count()))
        yield from (("tab tooltip", each.tabToolTip(i)) for i in range(each.count()))
    elif isinstance(each, QListWidget):
        yield from (("entry", each.item(i).text()) for i in range(each.count()))
    elif isinstance(each, QTableView):
        yield from _heads(each)


def _heads(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    for column in range(model.columnCount() if model is not None else 0):
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            head = model.headerData(column, Qt.Orientation.Horizontal, role)
            yield "head", str(head or "")


def _plain(text: str) -> str:
    if "<" not in text:
        return text
    document = QTextDocument()
    document.setHtml(text)
    return document.toPlainText()


def action_texts(owner: QObject) -> Iterator[tuple[str, str]]:
    """Yield texts and tips of the actions of menus."""
    for action in owner.findChildren(QAction):
        if not action.isSeparator():
            yield "action", action.text()
            yield "action tip", action.toolTip()
            yield "action status", action.statusTip()


def clipped(widget: QWidget) -> Iterator[str]:
    """Yield labels, buttons, tabs and forms on the screen with less room than they need."""
    for each in widget.findChildren(QWidget):
        if each.isVisible() and not each.visibleRegion().isEmpty() and _is_short(each):
            yield f"{type(each).__name__} {_path(each)}"


def askew(widget: QWidget) -> Iterator[str]:
    """Yield labels on the screen that stand higher or lower than the one-line field they name."""
    for label in widget.findChildren(QLabel):
        field = label.buddy()
        if field is None or not (label.isVisible() and field.isVisible()):
            continue
        if label.visibleRegion().isEmpty() or field.visibleRegion().isEmpty():
            continue
        line = label.fontMetrics().height()
        here, there = (_on_screen(each) for each in (label, field))
        beside = here.right() < there.left() and here.top() < there.bottom()
        if not beside or max(here.height(), there.height()) > 2 * line + 2:
            continue  # above it, or beside a list or a wrapped text
        if abs(here.center().y() - there.center().y()) > 2:
            yield f"{label.text()}: {here.center().y() - there.center().y()} px, {_path(field)}"


def _on_screen(each: QWidget) -> QRect:
    return QRect(each.mapToGlobal(QPoint(0, 0)), each.size())


def _is_short(each: QWidget) -> bool:
    if isinstance(each, QLabel) and each.text() and each.pixmap().isNull():
        if each.wordWrap():
            return each.height() + 1 < each.heightForWidth(each.width())
        return each.width() + 1 < each.sizeHint().width()
    if isinstance(each, QPushButton | QToolButton | QCheckBox | QRadioButton):
        return bool(each.text()) and each.width() + 1 < each.sizeHint().width()
    if isinstance(each, QComboBox):
        # One with an ellipsis says that there is more.
        return not isinstance(each, ChoiceBox) and each.width() + 1 < each.sizeHint().width()
    if isinstance(each, QHeaderView):
        return any(_heads_cut(each))
    if isinstance(each, QScrollArea):
        off = each.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        inside = each.widget()
        return off and inside is not None and inside.width() > each.viewport().width()
    if isinstance(each, QTabBar) and each.count():
        return each.tabRect(each.count() - 1).right() > each.width() + 1
    return False


def _heads_cut(header: QHeaderView) -> Iterator[bool]:
    """Say of each head in sight whether it is cut off without an ellipsis."""
    if header.orientation() != Qt.Orientation.Horizontal or header.model() is None:
        return
    if header.textElideMode() != Qt.TextElideMode.ElideNone:
        return
    for section in range(header.count()):
        text = str(header.model().headerData(section, header.orientation()) or "")
        if text and not header.isSectionHidden(section):
            yield header.sectionSize(section) < header.fontMetrics().horizontalAdvance(text.strip())


def _path(each: QWidget) -> str:
    names = []
    at: QWidget | None = each
    while at is not None:
        if at.objectName():
            names.append(at.objectName())
        at = at.parentWidget()
    return "/".join(reversed(names))
