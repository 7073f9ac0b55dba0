"""The graph of hypotheses is drawn with the mouse and set in the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import multiplicity_plans
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.graph_edit import GraphDialog, GraphEdit
from sjogren_desktop.gui.option_form import OptionForm
from tests.studies import MONTHLY, QUARTERLY, small_study


@pytest.fixture
def form(qtbot: QtBot) -> OptionForm:
    made = OptionForm()
    qtbot.addWidget(made)
    made.set_analysis(multiplicity_plans.SPEC, small_study(), {"later": ()})
    made.show()
    return made


def edit(form: OptionForm) -> GraphEdit:
    found = form.findChild(GraphEdit, "option_drawn")
    assert isinstance(found, GraphEdit)
    return found


@pytest.fixture
def dialog(qtbot: QtBot, form: OptionForm) -> GraphDialog:
    edit(form).draw.click()
    made = edit(form).dialog
    assert made is not None
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    return made


def put(dialog: GraphDialog, row: int, column: int, text: str) -> None:
    entry = dialog.table.item(row, column)
    assert entry is not None
    entry.setText(text)


def at(point: QPointF) -> QPoint:
    return point.toPoint()


def drag(qtbot: QtBot, dialog: GraphDialog, start: QPoint, end: QPoint) -> None:
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(dialog.canvas, left, pos=start)
    qtbot.mouseMove(dialog.canvas, end)
    qtbot.mouseRelease(dialog.canvas, left, pos=end)


def test_that_a_share_set_in_the_table_is_taken(form: OptionForm, dialog: GraphDialog) -> None:
    put(dialog, 0, 0, "80")
    assert not dialog.ok.isEnabled()  # 80 and 50 are more than all
    assert "add up to 1.3" in dialog.fault.text()
    put(dialog, 1, 0, "12,5")
    assert "7.5% of alpha is not used" in dialog.fault.text()

    dialog.ok.click()

    drawn = form.given["drawn"]
    assert drawn["names"] == (f"{MONTHLY}, ESSDAI", f"{QUARTERLY}, ESSDAI")  # type: ignore[index]
    assert drawn["weights"] == (0.8, 0.125)  # type: ignore[index]


def test_that_what_is_no_share_changes_nothing_and_is_said(dialog: GraphDialog) -> None:
    put(dialog, 0, 0, "half")

    assert dialog.weights.tolist() == [0.5, 0.5]
    assert "half is no number from 0 to 100" in dialog.fault.text()
    assert dialog.table.item(0, 0).text() == "50"  # type: ignore[union-attr]


def test_that_the_bar_sets_the_share_and_no_more_than_is_left(
    qtbot: QtBot, dialog: GraphDialog
) -> None:
    bar = dialog.canvas.bar(0)
    middle = QPointF(bar.left() + 0.25 * bar.width(), bar.center().y())

    drag(qtbot, dialog, at(bar.center()), at(middle))
    assert dialog.weights[0] == pytest.approx(0.25, abs=0.02)
    assert dialog.table.item(0, 0).text() == f"{100 * dialog.weights[0]:g}"  # type: ignore[union-attr]

    drag(qtbot, dialog, at(middle), at(QPointF(bar.right() + 40, bar.center().y())))
    assert dialog.weights.tolist() == [0.5, 0.5]


def test_that_an_arrow_is_drawn_from_the_ring_and_taken_away_again(
    qtbot: QtBot, dialog: GraphDialog
) -> None:
    put(dialog, 0, 2, "0")
    ring, target = dialog.canvas.ring(0), dialog.canvas.box(1).center()

    drag(qtbot, dialog, at(ring), at(target))
    assert dialog.arrows.tolist() == [[0.0, 1.0], [1.0, 0.0]]

    drag(qtbot, dialog, at(ring), at(target))
    assert dialog.arrows.tolist() == [[0.0, 0.0], [1.0, 0.0]]


def test_that_a_box_has_room_for_its_share_at_twice_the_size(
    bare_window: QWidget, qapp: QApplication
) -> None:
    theme.set_text_size(qapp, 200)
    graph = {"names": ("H1", "H2"), "weights": (0.5, 0.5), "arrows": (0.0, 1.0, 1.0, 0.0)}
    dialog = GraphDialog("H1, H2", graph, bare_window)

    wide = QFontMetricsF(theme.font("small")).horizontalAdvance("alpha 100.0%")
    assert dialog.canvas.box(0).width() >= wide + theme.SPACE


def test_that_a_box_is_moved_and_stays_there(qtbot: QtBot, dialog: GraphDialog) -> None:
    box = dialog.canvas.box(0)
    grip = QPointF(box.left() + 5, box.top() + 5)
    end = QPointF(0.4 * dialog.canvas.width(), 0.8 * dialog.canvas.height())

    drag(qtbot, dialog, at(grip), at(end))

    assert dialog.places[0] == pytest.approx((0.4, 0.8), abs=0.01)
    assert dialog.canvas.box(0).center().y() > box.center().y() + 50


def test_that_the_preset_comes_back(form: OptionForm, dialog: GraphDialog) -> None:
    put(dialog, 0, 0, "10")
    dialog.ok.click()
    assert "drawn" in form.given

    edit(form).reset.click()

    assert "drawn" not in form.given
    assert edit(form).value()["weights"] == (0.5, 0.5)


def test_that_cancel_leaves_the_graph_as_it_was(form: OptionForm, dialog: GraphDialog) -> None:
    put(dialog, 0, 0, "10")
    dialog.reject()

    assert "drawn" not in form.given
