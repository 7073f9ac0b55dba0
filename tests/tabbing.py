"""The order in which the Tab key goes through a window, and where it is not that of reading."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

_MOST = 200


def usable(window: QWidget) -> list[QWidget]:
    """Return the controls that can be seen, used and come to by Tab.

    Of buttons of which one is chosen, the arrow keys go from one to the next.
    """
    return [
        each
        for each in window.findChildren(QWidget)
        if each.isVisible()
        and each.isEnabled()
        and each.window() is window
        and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None
        and not each.objectName().startswith("qt_")
        and not (isinstance(each, QAbstractButton) and each.autoExclusive())
    ]


def order_of(window: QWidget) -> list[QWidget]:
    """Press Tab until the focus is where it was before; return what had it, in order.

    Raises
    ------
    AssertionError
        If the focus stays where it is when Tab is pressed.
    """
    found: list[QWidget] = []
    for _ in range(_MOST):
        at = window.focusWidget()
        if at is not None and at in found:
            return found[found.index(at) :]
        if at is not None:
            found.append(at)
        QTest.keyClick(at or window, Qt.Key.Key_Tab)
        QApplication.processEvents()
        assert window.focusWidget() is not at, f"Tab does not leave {name_of(at)}"
    raise AssertionError("Tab does not come round")


def backward(window: QWidget, order: list[QWidget]) -> Iterator[str]:
    """Yield steps of the order that go up or left, other than to the next column."""
    seen = [i for i, each in enumerate(order) if not each.visibleRegion().isEmpty()]
    first = min(seen, key=lambda i: _key(_place(order[i], window)))
    ring = [*order[first:], *order[:first]]
    for at, to in pairwise(ring):
        # What is scrolled is compared with what is scrolled along; else its whole area counts.
        parts = (at, to) if _area(at) is _area(to) else (_area(at) or at, _area(to) or to)
        here, there = (_place(part, window) for part in parts)
        above = there.bottom() <= here.top() and there.left() < here.right()
        before = there.right() <= here.left() and there.center().y() < here.bottom()
        if above or before:
            yield f"{name_of(at)} {_said(here)} -> {name_of(to)} {_said(there)}"


def name_of(widget: QWidget | None) -> str:
    """Return how a widget is called here."""
    return "nothing" if widget is None else widget.objectName() or type(widget).__name__


def _area(widget: QWidget) -> QScrollArea | None:
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above


def _place(widget: QWidget, window: QWidget) -> QRect:
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


def _key(place: QRect) -> tuple[int, int]:
    return place.top(), place.left()


def _said(place: QRect) -> str:
    return f"({place.x()}, {place.y()})"
