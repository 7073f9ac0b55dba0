"""Boxes to tick grow with the letters beside them, and shrink again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QListWidgetItem,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.tick_box import TickBox, TickList


def box() -> TickBox:
    return TickBox("Counts as an event")


def list_of_one() -> TickList:
    made = TickList()
    item = QListWidgetItem("Placebo")
    item.setCheckState(Qt.CheckState.Unchecked)
    made.addItem(item)
    return made


def side(widget: QWidget) -> int:
    """Return how high the box is that is drawn."""
    if isinstance(widget, TickBox):
        button = QStyleOptionButton()
        widget.initStyleOption(button)
        which = QStyle.SubElement.SE_CheckBoxIndicator
        return widget.style().subElementRect(which, button, widget).height()
    assert isinstance(widget, TickList)
    option = QStyleOptionViewItem()
    option.initFrom(widget)
    widget.itemDelegate().initStyleOption(option, widget.model().index(0, 0))  # type: ignore[attr-defined]
    option.rect.setHeight(100)
    which = QStyle.SubElement.SE_ItemViewItemCheckIndicator
    return widget.style().subElementRect(which, option, widget).height()


@pytest.mark.parametrize("make", [box, list_of_one])
def test_that_boxes_are_as_large_as_the_letters(
    make: object, qtbot: QtBot, qapp: QApplication
) -> None:
    widget: QWidget = make()  # type: ignore[operator]
    qtbot.addWidget(widget)
    usual, letters = side(widget), widget.fontMetrics().height()

    theme.set_text_size(qapp, 200)
    grown, later = side(widget), make()  # type: ignore[operator]
    qtbot.addWidget(later)

    assert widget.fontMetrics().height() > 1.8 * letters
    assert grown >= 0.85 * widget.fontMetrics().height()
    assert side(later) == grown

    theme.set_text_size(qapp, 100)
    assert side(widget) == usual
    assert widget.fontMetrics().height() == letters
