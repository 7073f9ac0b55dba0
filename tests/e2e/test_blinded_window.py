"""A blinded study through the real window: nothing on any tab or in any export tells arms."""

import dataclasses
from inspect import isbuiltin

import pytest
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QListWidget,
    QWidget,
)

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.results import BLINDED, UNBLINDED
from tests.canary_study import CANARIES, write_canary_study
from tests.e2e.test_pilot import User
from tests.export.test_blinded_export import NAMES, cells_of, contents_of

_SAID = (
    *("text", "title", "toolTip", "statusTip", "whatsThis", "placeholderText"),
    *("accessibleName", "accessibleDescription", "toPlainText", "windowTitle", "objectName"),
)
_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.UserRole,
)


def everything_said(window):
    """Return all texts of all widgets, lists, tables, menus and plots, seen or not."""
    said = [action.text() + action.toolTip() for action in window.findChildren(QAction)]
    for widget in [window, *window.findChildren(QWidget)]:
        own = (getattr(widget, name, None) for name in _SAID)
        said += [str(method()) for method in own if isbuiltin(method)]  # those of Qt itself
        if isinstance(widget, QComboBox):
            said += [widget.itemText(i) + str(widget.itemData(i)) for i in range(widget.count())]
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            said += cells_shown(widget.model())
    # Plots are drawn from the results; asking a scene for its items can crash PySide later.
    said += [str(dataclasses.asdict(result)) for result in window.results]
    return "\n".join(said).lower()


def cells_shown(model):
    rows = min(model.rowCount(), 400)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    heads = [str(model.headerData(c, Qt.Orientation.Horizontal)) for c in range(columns)]
    return heads + [
        str(model.index(r, c).data(role))
        for r in range(rows)
        for c in range(columns)
        for role in _ROLES
    ]


def look_at_every_data_set(window):
    said = []
    view = window.import_tab.data_set_view
    for row in range(window.import_tab.data_sets.rowCount()):
        view.selectRow(row)
        said.append("\n".join(cells_shown(window.import_tab.preview.model)).lower())
    return "\n".join(said)


def run_all_that_can(user, tab):
    user.go_to(tab)
    listed = tab.findChild(QListWidget)
    for row in range(listed.count()):
        listed.setCurrentRow(row)
        if tab.run_button.isEnabled():
            user.qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
            user.qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)


@pytest.fixture
def opened(qtbot, monkeypatch, tmp_path):
    window = MainWindow()
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    user = User(window, qtbot, monkeypatch)
    user.open(write_canary_study(tmp_path / "cnbet_data"))
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=60_000)
    yield user
    assert tasks.shut_down(seconds=30)


def test_that_nothing_in_the_window_or_its_exports_tells_a_treatment(opened, tmp_path):
    window = opened.window
    assert window.study.blinding == BLINDED
    said = [look_at_every_data_set(window)]
    for tab in (window.analysis_tab, window.safety_tab):
        run_all_that_can(opened, tab)
        said.append(everything_said(window))
    assert len(window.results) >= 6
    opened.export("export_all", tmp_path / "out")

    assert [c for c in CANARIES if c in "\n".join(said)] == []
    files = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert len(files) > 10
    for path in files:
        assert [c for c in NAMES if c in contents_of(path)] == [], path.name
    (book,) = (tmp_path / "out").glob("*.xlsx")
    assert [cell for cell in cells_of(book) if "7773" in cell] == []
    assert (tmp_path / "out" / "BLINDED.txt").exists()


def test_that_the_same_look_finds_treatments_once_they_are_shown(opened, tmp_path):
    window = opened.window
    opened.unblind()
    opened.qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=60_000)
    assert window.study.blinding == UNBLINDED

    said = look_at_every_data_set(window)
    assert [c for c in CANARIES if c not in said] == []
    opened.go_to(window.safety_tab)
    opened.choose_analysis("Adverse event overview")
    opened.run()
    said = everything_said(window)
    assert "canarybeta" in said
    assert "unblinded" in said
    opened.export("export_workbook", tmp_path / "out.xlsx")
    assert "UNBLINDED: treatment arms are shown" in cells_of(tmp_path / "out.xlsx")
