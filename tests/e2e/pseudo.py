"""A language that does not exist: what it has said stands in brackets, accented and longer.

Every text of the window that a walk finds outside of brackets was never given to
``tr``; every label or button too narrow for it would be cut off in German.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from PySide6.QtCore import QObject, QRect, Qt, QTranslator
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from sjogren_desktop.gui.language import CONTEXT

LONGER = 0.4
_ACCENTS = str.maketrans("aeiouAEIOUcnsyz", "àéîöûÀÉÎÖÛçñšýž")
_KEPT = re.compile(r"\{[^{}]*\}|\{\{|\}\}|&\w;|<[^>]*>")
_QT = ("QPlatformTheme", "QDialogButtonBox")  # standard buttons


class Pseudo(QTranslator):
    """Says every text of the window, and of standard buttons, in the pseudo language."""

    def translate(  # type: ignore[override]
        self, context: str, text: str, disambiguation: str = "", n: int = -1
    ) -> str | None:
        return pseudo(text) if context in (CONTEXT, *_QT) else None


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
    """Yield labels, buttons and tabs on the screen that have less room than their text needs."""
    for each in widget.findChildren(QWidget):
        if not each.isVisible() or each.visibleRegion().isEmpty():
            continue
        if isinstance(each, QLabel) and each.text() and each.pixmap().isNull():
            if each.wordWrap():
                needed = each.heightForWidth(each.width())
                short = each.height() + 1 < needed
            else:
                short = each.width() + 1 < each.sizeHint().width()
            if short:
                yield f"label {_path(each)}: {each.text()[:60]!r}"
        elif isinstance(each, QPushButton | QToolButton | QCheckBox | QRadioButton):
            if each.text() and each.width() + 1 < each.sizeHint().width():
                yield f"button {_path(each)}: {each.text()[:60]!r}"
        elif isinstance(each, QTabBar) and each.count():
            last: QRect = each.tabRect(each.count() - 1)
            if last.right() > each.width() + 1:
                yield f"tabs {_path(each)}: {each.tabText(each.count() - 1)!r}"


def _path(each: QWidget) -> str:
    names = []
    at: QWidget | None = each
    while at is not None:
        if at.objectName():
            names.append(at.objectName())
        at = at.parentWidget()
    return "/".join(reversed(names))
