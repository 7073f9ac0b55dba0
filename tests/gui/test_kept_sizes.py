"""Panes and columns come back as they were dragged; what was not dragged follows the data."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QTableView
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import kept_sizes
from sjogren_desktop.gui.frame_model import FrameModel
from sjogren_desktop.gui.kept_sizes import KeptSplitter, kept_width
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.score_sheet import ScoreSheet


@pytest.fixture(autouse=True)
def _nothing_kept(qtbot: QtBot) -> None:
    QSettings().clear()


def splitter(qtbot: QtBot) -> KeptSplitter:
    made = KeptSplitter(Qt.Orientation.Horizontal, "probe")
    qtbot.addWidget(made)
    for text in ("left", "right"):
        made.addWidget(QLabel(text))
    made.resize(600, 100)
    made.show()
    made.begin(200, 400)
    return made


def test_that_a_handle_stays_where_it_was_dragged(qtbot: QtBot) -> None:
    first = splitter(qtbot)
    untouched = first.sizes()
    first.moveSplitter(350, 1)
    dragged = first.sizes()
    assert dragged != untouched

    assert splitter(qtbot).sizes() == dragged
    first.begin(100, 500)  # another study is opened
    assert first.sizes() == dragged


def table(qtbot: QtBot) -> QTableView:
    view = plain_table("probe", "A table")
    qtbot.addWidget(view)
    model = FrameModel(view)
    model.set_frame(pd.DataFrame({"A": [1.0], "B/C": ["text"]}))
    view.setModel(model)
    view.resize(600, 200)
    view.show()
    fit_columns(view, ["A", "B/C"])
    return view


def test_that_a_column_keeps_the_width_it_was_dragged_to(qtbot: QtBot) -> None:
    view = table(qtbot)
    header, alone = view.horizontalHeader(), view.columnWidth(0)
    edge = header.sectionViewportPosition(1) + view.columnWidth(1) - 1
    half = header.height() // 2
    place = header.viewport()
    qtbot.mousePress(place, Qt.MouseButton.LeftButton, pos=QPoint(edge, half))
    qtbot.mouseMove(place, QPoint(edge + 120, half))
    qtbot.mouseRelease(place, Qt.MouseButton.LeftButton, pos=QPoint(edge + 120, half))
    dragged = view.columnWidth(1)
    assert kept_width(view, 0) is None

    again = table(qtbot)

    assert dragged > 100
    assert again.columnWidth(1) == pytest.approx(dragged, abs=1)  # kept in tenths of a letter
    assert again.columnWidth(0) == alone


def test_that_a_width_that_is_none_is_not_taken(qtbot: QtBot) -> None:
    view = table(qtbot)
    for text in ("", "wide", "-3", "1e9", "nan"):
        QSettings().setValue("columns/probe_view/A", text)
        assert kept_width(view, 0) is None


def test_that_the_score_sheet_keeps_where_its_handle_was_dragged(qtbot: QtBot) -> None:
    made = [ScoreSheet(), ScoreSheet()]
    for sheet in made:
        qtbot.addWidget(sheet)
        sheet.resize(1200, 700)
    first, second = (sheet.findChild(QSplitter, "score_sheet_splitter") for sheet in made)
    made[0].show()
    first.moveSplitter(first.sizes()[0] - 40, 1)

    second.begin()  # as a sheet made later does
    made[1].show()

    assert second.sizes() == first.sizes()


def test_that_every_handle_of_the_program_is_kept() -> None:
    package = Path(kept_sizes.__file__).parent
    plain = [path.name for path in package.glob("*.py") if "QSplitter(" in path.read_text("utf-8")]

    assert plain == []


def test_that_keys_move_a_handle_and_go_back(qtbot: QtBot) -> None:
    made = KeptSplitter(Qt.Orientation.Horizontal, "probe")
    qtbot.addWidget(made)
    field, inner = QLineEdit(), KeptSplitter(Qt.Orientation.Vertical, "inner")
    inner.addWidget(field)
    inner.addWidget(QLabel("low"))
    made.addWidget(inner)
    made.addWidget(QLabel("right"))
    made.resize(600, 300)
    made.show()
    made.begin(200, 400)
    made.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    before = made.sizes()

    qtbot.keyClick(field, Qt.Key.Key_F8)
    assert inner.handle(1).hasFocus()
    qtbot.keyClick(inner.handle(1), Qt.Key.Key_F8)
    assert made.handle(1).hasFocus()
    qtbot.keyClick(made.handle(1), Qt.Key.Key_Right)
    qtbot.keyClick(made.handle(1), Qt.Key.Key_Right)
    qtbot.keyClick(made.handle(1), Qt.Key.Key_Left)

    assert made.sizes()[0] == before[0] + 16
    assert made.handle(1).accessibleName() == "Divider between panes"
    qtbot.keyClick(made.handle(1), Qt.Key.Key_Escape)
    assert inner.handle(1).hasFocus()
    qtbot.keyClick(inner.handle(1), Qt.Key.Key_Escape)
    assert field.hasFocus()
