"""What is clicked is large enough, or has room around it (WCAG 2.2, 2.5.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListView,
    QScrollBar,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.preview import plain_table
from sjogren_desktop.gui.targets import LEAST
from tests.dialogs import every_dialog
from tests.gui.test_accessibility import _each_tab as each_tab
from tests.gui.test_accessibility import shown  # noqa: F401
from tests.samples import sample_mmrm_result

_ALONE = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QAbstractSlider)


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    yield
    theme.set_text_size(qapp, 100)


def targets(whole: QWidget) -> Iterator[tuple[str, QRect]]:
    """Yield controls that can be seen and clicked, by name, and where they are."""
    for each in whole.findChildren(QWidget):
        own = not isinstance(each.parent(), QAbstractItemView | QAbstractSpinBox | QComboBox)
        if not each.isVisible() or each.visibleRegion().isEmpty() or each.window() is not whole:
            continue
        place = QRect(each.mapTo(whole, QPoint(0, 0)), each.size())
        if isinstance(each, _ALONE) and not isinstance(each, QScrollBar) and own:
            inside = isinstance(each.parent(), QLineEdit)  # the button that clears it
            inside = inside or isinstance(each.parent(), QTabBar)  # arrows that Qt scrolls by
            if not inside and each.visibleRegion().boundingRect() == each.rect():
                yield each.objectName() or type(each).__name__, place
        elif isinstance(each, QTabBar):
            for i in range(each.count()):
                shown_part = each.tabRect(i).intersected(each.visibleRegion().boundingRect())
                if each.isTabVisible(i) and shown_part == each.tabRect(i):
                    yield each.tabText(i), each.tabRect(i).translated(place.topLeft())


def crowded(whole: QWidget) -> list[str]:
    """Return pairs of which one is small, and the other within 12 pixels of its middle."""
    found = list(targets(whole))
    wrong = []
    for (name, one), (other_name, other) in combinations(found, 2):
        for a, b in ((one, other), (other, one)):
            is_small = min(a.width(), a.height()) < LEAST
            if is_small and not b.contains(a) and distance(a.center(), b) < LEAST / 2:
                wrong.append(f"{name} {one.getRect()} and {other_name} {other.getRect()}")
    return wrong


def distance(point: QPoint, box: QRect) -> float:
    across = max(box.left() - point.x(), point.x() - box.right(), 0)
    down = max(box.top() - point.y(), point.y() - box.bottom(), 0)
    return QPointF(across, down).manhattanLength() if not across or not down else 99.0


def low(whole: QWidget) -> list[str]:
    """Return rows, heads and entries of lists that are lower than their text or than 24."""
    found = []
    for view in whole.findChildren(QAbstractItemView):
        model, letters = view.model(), view.fontMetrics().height()
        if model is None or not view.isVisible() or not model.rowCount():
            continue
        heights = {}
        if isinstance(view, QTableView):
            heights["row"] = view.rowHeight(0)
            if view.horizontalHeader().isVisible():
                heights["head"] = view.horizontalHeader().height()
        elif isinstance(view, QListView):
            heights["entry"] = view.sizeHintForRow(0)
        found += [
            f"{view.objectName()}: {what} {height}"
            for what, height in heights.items()
            if height < max(LEAST, letters)
        ]
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_that_rows_and_entries_of_every_page_are_tall_enough(
    shown: MainWindow,  # noqa: F811
    qapp: QApplication,
    large: None,
    percent: int,
) -> None:
    shown.resize(1280, 800)
    theme.set_text_size(qapp, percent)
    shown.analysis_tab.view.show_result(sample_mmrm_result())
    wrong = []
    for name in each_tab(shown):
        QApplication.processEvents()
        wrong += [f"{name}: {each}" for each in [*low(shown), *crowded(shown)]]
    assert wrong == []


def test_that_rows_and_entries_of_every_dialog_are_tall_enough(
    shown: MainWindow,  # noqa: F811
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    wrong: list[str] = []
    for dialog in every_dialog(shown, tmp_path, wait):
        QApplication.processEvents()
        wrong += [f"{dialog.objectName()}: {each}" for each in [*low(dialog), *crowded(dialog)]]
    assert wrong == []


def test_that_rows_and_columns_follow_the_size_of_letters(
    qtbot: QtBot, qapp: QApplication, large: None
) -> None:
    view, model = plain_table("table", "A table"), FrameModel()
    qtbot.addWidget(view)
    model.set_frame(pd.DataFrame({"A": ["a text", "another"]}))
    view.setModel(model)
    view.setColumnWidth(0, 100)
    view.show()

    theme.set_text_size(qapp, 200)
    qapp.processEvents()

    assert view.rowHeight(0) >= view.fontMetrics().height() + theme.SPACE
    assert view.columnWidth(0) == pytest.approx(200, abs=10)
    theme.set_text_size(qapp, 100)
    qapp.processEvents()
    assert view.columnWidth(0) == pytest.approx(100, abs=10)
