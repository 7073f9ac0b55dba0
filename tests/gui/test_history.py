"""Undo goes back over the changes of all panels in their order, and leaves logs whole."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.analyses.spec import Flag, Number
from sjogren_desktop.gui.history import Change, History
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.study.event_edits import COUNTS, EventEdit
from tests.patient_study import patient_study

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def _window(qtbot: QtBot) -> MainWindow:
    window = MainWindow(open_study=lambda paths, progress: patient_study())
    qtbot.addWidget(window)
    window.set_analyses([a for a in ANALYSES if a.key in ("mmrm_change", "ae_incidence")])
    window.show()
    window.open_demo()
    qtbot.waitUntil(
        lambda: window.study is not None and not any(p.is_running for p in window._workers),
        timeout=60_000,
    )
    return window


def test_that_options_are_undone_where_they_were_changed(qtbot: QtBot) -> None:
    window = _window(qtbot)
    tab, undo, redo = window.safety_tab, window.action("undo"), window.action("redo")
    window.tabs.setCurrentWidget(tab)
    assert not undo.isEnabled()
    before = tab.form.values
    assert before is not None
    option = next(o for a in tab.analyses for o in a.options if isinstance(o, Flag | Number))
    key, label = option.key, option.label
    changed = not option.default if isinstance(option, Flag) else option.maximum
    tab.form._given[key] = changed
    tab.form._resolve()
    tab.form.changed.emit()
    assert tab.form.values is not None
    assert tab.form.values[key] == changed
    assert undo.text().replace("&", "") == f"Undo {label}"

    window.tabs.setCurrentWidget(window.import_tab)
    undo.trigger()
    assert tab.form.values == before
    assert window.tabs.currentWidget() is tab, "what is undone is shown"
    redo.trigger()
    assert tab.form.values[key] == changed

    window._show_otherwise(patient_study())
    assert not undo.isEnabled(), "what was done while blinded is forgotten with the arms"
    qtbot.waitUntil(lambda: not any(p.is_running for p in window._workers), timeout=60_000)


def test_that_a_logged_change_is_undone_by_another_entry_of_the_log(qtbot: QtBot) -> None:
    window = _window(qtbot)
    tab = window.estimand_tab
    window.tabs.setCurrentWidget(tab)
    assert tab.list is not None
    assert tab.editor is not None
    assert window.study is not None
    subject = str(window.study.subject_keys(window.study.adsl).iloc[0])
    edit = EventEdit(
        subject, "rescue", COUNTS, None, "Y", "Somebody", datetime.now(UTC), "Seen in the chart"
    )
    tab._save((edit,))
    window.action("undo").trigger()
    window.action("redo").trigger()

    log = tab._log.event_edits
    assert [(e.old, e.new) for e in log] == [(None, "Y"), ("Y", None), (None, "Y")]
    assert [e.reason for e in log] == [
        "Seen in the chart",
        "Undone: Seen in the chart",
        "Made again: Seen in the chart",
    ]
    assert subject in window.action("undo").text()


def test_that_quick_changes_of_one_thing_are_undone_as_one(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    history, value = History(owner), [0]

    def put(number: int) -> None:
        value[0] = number

    for old, new in ((0, 1), (1, 12), (12, 120)):
        put(new)
        history.take(Change("size", owner, partial(put, old), partial(put, new), place="size"))
    put(7)
    history.take(Change("other", owner, partial(put, 120), partial(put, 7), place="other"))

    history.undo()
    assert value == [120]
    history.undo()
    assert value == [0]
    history.undo()
    assert value == [0]
    history.redo()
    assert value == [120]


def test_that_the_keys_are_those_of_the_score_sheet_while_it_has_them(qtbot: QtBot) -> None:
    window = _window(qtbot)
    tab = window.patients_tab
    window.tabs.setCurrentWidget(tab)
    assert tab.view is not None
    sheet = tab.view.sheet
    tab._turn_to(2)
    before = sheet.entries
    key, level = "articular", 0 if before.get("articular") != 0 else 2
    sheet.enter(key, level)
    assert window.action("undo").text().replace("&", "") == "Undo score entry"

    qtbot.keyClick(sheet.table, Qt.Key.Key_Z, CONTROL)
    assert sheet.entries == before
    for keys in ((Qt.Key.Key_Y, CONTROL), (Qt.Key.Key_Z, CONTROL | SHIFT)):
        qtbot.keyClick(sheet.table, *keys)
        assert sheet.entries[key] == level
        qtbot.keyClick(sheet.table, Qt.Key.Key_Z, CONTROL)
        assert sheet.entries == before
    window.action("redo").trigger()
    assert sheet.entries[key] == level
    window.action("undo").trigger()
    assert sheet.entries == before
