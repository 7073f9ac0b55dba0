"""The columns of plain tables in the window: shown, changed, read again, remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.edit_table import ChoiceDelegate
from sjogren_desktop.gui.import_tab import ImportTab
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.variable_list import ColumnUse
from sjogren_desktop.study.mapping import read_maps
from tests.gui.conftest import Dialogs
from tests.study.test_mapping import BY_VISIT


@pytest.fixture
def tab(qtbot: QtBot, tmp_path: Path, faults: list[BaseException]) -> ImportTab:
    path = tmp_path / "site.csv"
    path.write_text(BY_VISIT, encoding="utf-8")
    made = ImportTab(maps_file=tmp_path / "remembered" / "layouts.mapping.json")
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    made.open([path])
    qtbot.waitUntil(lambda: not made.is_running, timeout=60_000)
    return made


def cell(tab: ImportTab, column: str, place: int) -> QModelIndex:
    model = tab.columns_pane.columns
    names = [row[0] for row in model.rows()]
    return model.index(names.index(column), place)


def press(tab: ImportTab, name: str) -> None:
    button = tab.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def parameters(tab: ImportTab) -> set[str]:
    assert tab._opened is not None
    return set(tab._opened.study.dataset("ADLB").frame["PARAMCD"])


def test_that_the_tab_is_there_for_plain_tables_only(tab: ImportTab, qtbot: QtBot) -> None:
    place = tab._tabs.indexOf(tab.columns_pane)
    assert tab._tabs.isTabVisible(place)

    assert cell(tab, "IGG (MG/DL)", 4).data() == "mg/dL"
    assert cell(tab, "IGG (MG/DL)", 5).data() == "g/L"
    assert cell(tab, "IGG (MG/DL)", 6).data() == "95%"
    assert cell(tab, "IGG (MG/DL)", 2).data() == "IGG: Immunoglobulin G"

    tab.columns_pane.show_maps(())

    assert tab.columns_pane.columns.rows() == []


def test_that_a_changed_column_is_read_again_and_remembered(tab: ImportTab, qtbot: QtBot) -> None:
    model = tab.columns_pane.columns
    model.setData(cell(tab, "NEUTROPHILS", 2), "LEUK")

    press(tab, "map_read")
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)

    assert parameters(tab) == {"IGG", "LEUK"}
    assert cell(tab, "NEUTROPHILS", 6).data() == "100%"

    # The same layout comes back: it is read so without a word.
    tab.open(tab._last.paths)
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    assert parameters(tab) == {"IGG", "LEUK"}


def test_that_the_choices_of_a_cell_are_offered_in_a_list(tab: ImportTab, qtbot: QtBot) -> None:
    delegate = ChoiceDelegate()
    holder = QWidget()
    qtbot.addWidget(holder)
    index = cell(tab, "COMMENT", 1)

    editor = delegate.createEditor(holder, QStyleOptionViewItem(), index)
    assert isinstance(editor, QComboBox)
    delegate.setEditorData(editor, index)
    assert editor.currentText() == "Not used"
    editor.setCurrentIndex(editor.findData("person"))
    delegate.setModelData(editor, tab.columns_pane.columns, index)

    assert index.data(Qt.ItemDataRole.EditRole) == "person"


def test_that_windows_are_proposed_and_a_wrong_one_is_refused(tab: ImportTab, qtbot: QtBot) -> None:
    press(tab, "window_propose")
    windows = tab.columns_pane.windows
    assert windows.rows() == [["Baseline", "0", "1", "-28", "1"], ["Week 4", "4", "29", "2", "56"]]

    windows.setData(windows.index(1, 4), "10")
    press(tab, "map_read")

    assert "does not hold its target, day 29" in tab.message.text
    assert not tab.is_running


def test_that_a_number_that_is_none_is_refused_with_its_visit(tab: ImportTab) -> None:
    visits = tab.columns_pane.visits
    visits.setData(visits.index(0, 2), "first")

    press(tab, "map_read")

    assert "'first' is no number for the visit Baseline" in tab.message.text


def test_that_the_maps_are_saved_to_a_file(
    tab: ImportTab, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "mine.json"

    press(tab, "map_save")

    (table,) = read_maps(tmp_path / "mine.mapping.json")
    roles = {c.column: c.role for c in table.columns}
    assert roles["IGG (MG/DL)"] == "measure"
    assert roles["COMMENT"] == "leave"
    assert "was written" in tab.message.text


def drop(tab: ImportTab, column: str, variable: str) -> bool:
    """Drag a column of the table onto a variable of the list, as the mouse does."""
    pane = tab.columns_pane
    pane.variables.show()
    item = next(
        i
        for i in map(pane.variables.item, range(pane.variables.count()))
        if i.text().startswith(variable)
    )
    pane.variables.scrollToItem(item)
    place = pane.variables.visualItemRect(item).center()
    dragged = pane.columns.mimeData([cell(tab, column, 0)])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    viewport = pane.variables.viewport()
    for event in (
        QDragEnterEvent(place, copy, dragged, left, none),
        QDragMoveEvent(place, copy, dragged, left, none),
        QDropEvent(QPointF(place), copy, dragged, left, none),
    ):
        QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_that_a_column_is_dragged_onto_a_variable(tab: ImportTab, qtbot: QtBot) -> None:
    tab._tabs.setCurrentWidget(tab.columns_pane)
    assert tab.columns_pane._views["columns"].dragEnabled()

    assert drop(tab, "NEUTROPHILS", "LEUK:")

    assert cell(tab, "NEUTROPHILS", 1).data(Qt.ItemDataRole.EditRole) == "measure"
    assert cell(tab, "NEUTROPHILS", 2).data(Qt.ItemDataRole.EditRole) == "LEUK"
    assert "NEUTROPHILS was changed" in tab.message.text
    press(tab, "map_read")
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    assert parameters(tab) == {"IGG", "LEUK"}


def test_that_nothing_else_is_taken_for_a_column(tab: ImportTab) -> None:
    text = QMimeData()
    text.setText("1")
    event = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, text, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()

    QApplication.sendEvent(tab.columns_pane.variables.viewport(), event)

    assert not event.isAccepted()


def test_that_the_mapping_of_a_study_reads_its_next_cut_without_asking(
    qtbot: QtBot, tmp_path: Path, faults: list[BaseException]
) -> None:
    """As where the study comes from its file on a computer that remembers no layout."""
    tab = ImportTab()
    qtbot.addWidget(tab)
    for name in ("older", "newer"):
        (tmp_path / f"{name}.csv").write_text(BY_VISIT, encoding="utf-8")
    tab.open([tmp_path / "older.csv"])
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    tab.columns_pane.columns.setData(cell(tab, "NEUTROPHILS", 2), "LEUK")
    press(tab, "map_read")
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    assert tab._opened is not None
    kept = tab._opened.study.mapped or tab._opened.guarded.full.mapped  # type: ignore[union-attr]
    assert [m.guessed for m in kept] == [False]

    tab.open([tmp_path / "newer.csv"])
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)

    assert parameters(tab) == {"IGG", "LEUK"}


def _window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    path = tmp_path / "site.csv"
    path.write_text(BY_VISIT, encoding="utf-8")
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    window.open_paths([path])
    qtbot.waitUntil(
        lambda: window.study is not None and not any(p.is_running for p in window._workers),
        timeout=60_000,
    )
    return window


def _choose(tab: ImportTab, column: str, place: int, value: str) -> None:
    """Choose in a cell as the list in it does."""
    delegate, index = ChoiceDelegate(), cell(tab, column, place)
    holder = QWidget()
    editor = delegate.createEditor(holder, QStyleOptionViewItem(), index)
    assert isinstance(editor, QComboBox)
    editor.setCurrentIndex(editor.findData(value))
    delegate.setModelData(editor, tab.columns_pane.columns, index)


def test_that_nothing_is_entered_where_there_is_no_map(tab: ImportTab) -> None:
    pane = tab.columns_pane
    told: list[object] = []
    pane.edited.connect(told.append)

    pane.show_maps(())
    pane._propose()  # as a click that was on its way
    pane._add_window()

    assert pane.columns.rows() == []
    assert not pane.isEnabled()
    assert told == []


def test_that_changes_of_a_map_are_undone_in_their_order(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    tab, pane = window.import_tab, window.import_tab.columns_pane
    undo, redo = window.action("undo"), window.action("redo")
    untouched = pane.maps()
    read = cell(tab, "NEUTROPHILS", 2).data(Qt.ItemDataRole.EditRole)
    assert not undo.isEnabled()

    _choose(tab, "NEUTROPHILS", 2, "LEUK")
    assert undo.text().replace("&", "") == "Undo change of the column NEUTROPHILS"
    pane.visits.setData(pane.visits.index(1, 1), "Month 1")
    assert undo.text().replace("&", "") == "Undo change of the visit Week 4"
    press(tab, "window_propose")
    assert undo.text().replace("&", "") == "Undo change of the visit windows"
    box = tab.findChild(QComboBox, "map_layout")
    assert isinstance(box, QComboBox)
    layout = box.currentIndex()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up if layout else Qt.Key.Key_Down)
    assert box.currentIndex() != layout
    assert undo.text().replace("&", "") == "Undo change of what a row is"
    changed = pane.maps()

    window.tabs.setCurrentWidget(window.analysis_tab)
    undo.trigger()
    assert box.currentIndex() == layout
    assert window.tabs.currentWidget() is tab, "what is undone is shown"
    assert tab._tabs.currentWidget() is pane
    undo.trigger()
    assert pane.windows.rows() == []
    assert pane._parts.currentIndex() == 2
    undo.trigger()
    assert pane.visits.rows()[1][1] == "Week 4"
    undo.trigger()
    assert cell(tab, "NEUTROPHILS", 2).data(Qt.ItemDataRole.EditRole) == read
    assert not undo.isEnabled()
    assert pane.maps() == untouched, "a column that was only tried is no surer than before"

    for _ in range(4):
        redo.trigger()
    assert pane.maps() == changed
    assert not redo.isEnabled()


def test_that_windows_added_and_removed_come_back(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    tab, pane = window.import_tab, window.import_tab.columns_pane
    press(tab, "window_propose")
    proposed = pane.windows.rows()
    pane._views["windows"].setCurrentIndex(pane.windows.index(0, 0))

    press(tab, "window_remove")
    press(tab, "window_add")
    window.action("undo").trigger()
    assert pane.windows.rows() == proposed[1:]
    window.action("undo").trigger()

    assert pane.windows.rows() == proposed


def test_that_a_dropped_column_is_one_change(qtbot: QtBot, tmp_path: Path) -> None:
    window = _window(qtbot, tmp_path)
    pane = window.import_tab.columns_pane
    before = pane.columns.rows()
    row = [r[0] for r in before].index("COMMENT")

    pane._use(ColumnUse(row, "measure", "LEUK"))
    assert pane.columns.rows()[row][1:3] == ["measure", "LEUK"]
    window.action("undo").trigger()

    assert pane.columns.rows() == before
