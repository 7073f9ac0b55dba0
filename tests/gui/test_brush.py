"""Brushing: patients marked in a figure or a table are seen in all others, and opened."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.figures import ScatterFigure, Series
from sjogren_desktop.gui.result_view import ResultView
from sjogren_desktop.results import Cell, Column, Row, Stat, Subjects, Table
from tests.samples import sample_ae_result

CONTROL = Qt.KeyboardModifier.ControlModifier
POINTS = Series(
    "Drug", 0, (1.0, 2.0, 3.0), (1.0, 2.0, 3.0), subjects=(("P-1",), ("P-2",), ("P-3",))
)
FIGURE = ScatterFigure("points", "Points", "x", "y", (POINTS,))
CELLS = tuple(
    Cell((Stat("count", len(who)),), subjects=who) for who in (("P-1", "P-2"), ("P-3",), ())
)
TABLE = Table(
    "t", "T", ("",), tuple(Column(c) for c in "abc"), (Row(("Any",), CELLS), Row(("X",), CELLS))
)


@pytest.fixture
def view(qtbot: QtBot) -> ResultView:
    made = ResultView()
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.show_result(replace(sample_ae_result(), tables=(TABLE,), figures=(FIGURE, FIGURE)))
    qtbot.waitUntil(lambda: not made.is_busy)
    QApplication.processEvents()
    return made


def place(view: ResultView, i: int) -> QPoint:
    """Return where a point stands on the plot."""
    plot = view._plot
    assert plot is not None
    box = plot.getPlotItem().getViewBox()
    found: QPoint = plot.mapFromScene(box.mapViewToScene(QPointF(POINTS.x[i], POINTS.y[i])))
    return found


def bold(view: ResultView) -> list[bool]:
    """Return which numbers of the first row of the table are bold."""
    model = view.tables[0].results
    fonts = [model.index(0, 1 + c).data(int(Qt.ItemDataRole.FontRole)) for c in range(3)]
    return [isinstance(font, QFont) and font.bold() for font in fonts]


def rings(view: ResultView) -> int:
    assert view._plot is not None
    drawn = view._plot.brush.rings
    return 0 if drawn is None else len(drawn.data)


def test_that_a_click_with_control_marks_the_patient_in_figures_and_tables(
    view: ResultView, qtbot: QtBot
) -> None:
    assert view._plot is not None
    qtbot.mouseClick(view._plot.viewport(), Qt.MouseButton.LeftButton, CONTROL, place(view, 1))

    assert view.brush.marked == {"P-2"}
    assert rings(view) == 1
    assert bold(view) == [True, False, False]
    tip = view.tables[0].results.index(0, 1).data(int(Qt.ItemDataRole.ToolTipRole))
    assert "1 of the 1 marked" in tip
    assert view.brush.isVisible()
    view._figure_choice.setCurrentIndex(1)
    assert rings(view) == 1


def test_that_a_drag_with_control_marks_all_within(view: ResultView, qtbot: QtBot) -> None:
    assert view._plot is not None
    viewport = view._plot.viewport()
    first, last = place(view, 1), place(view, 2)
    start = QPoint(first.x() - 10, first.y() + 10)
    end = QPoint(last.x() + 10, last.y() - 10)

    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, CONTROL, start)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, CONTROL, end)

    assert view.brush.marked == {"P-2", "P-3"}
    assert view.brush.text.text().startswith("2 patients are marked")


def test_that_a_number_marks_its_patients_by_key_and_takes_the_marks_away(
    view: ResultView, qtbot: QtBot
) -> None:
    table = view.tables[0]
    table.setFocus()
    table.setCurrentIndex(table.results.index(0, 1))

    qtbot.keyClick(table, Qt.Key.Key_M)

    assert view.brush.marked == {"P-1", "P-2"}
    assert rings(view) == 2
    qtbot.keyClick(table, Qt.Key.Key_M)
    assert view.brush.marked == frozenset()
    assert rings(view) == 0
    assert not view.brush.isVisible()


def test_that_marked_patients_are_opened_and_cleared(view: ResultView, qtbot: QtBot) -> None:
    view.brush.toggle(("P-3", "P-1"))

    with qtbot.waitSignal(view.subjects_wanted, timeout=5_000) as asked:
        qtbot.mouseClick(view.brush.open_button, Qt.MouseButton.LeftButton)

    assert asked.args == [Subjects("Marked patients", ("P-1", "P-3"))]
    qtbot.mouseClick(view.brush.clear_button, Qt.MouseButton.LeftButton)
    assert bold(view) == [False, False, False]


def test_that_a_reader_is_told_what_is_seen_in_bold(view: ResultView) -> None:
    spoken = int(Qt.ItemDataRole.AccessibleDescriptionRole)
    model = view.tables[0].results

    before = [model.index(0, column).data(spoken) for column in range(3)]
    view.brush.toggle(("P-1",))

    after = [model.index(0, column).data(spoken) for column in range(3)]
    assert before == [None, None, None]
    assert after == [None, "1 of the 1 marked", None]
