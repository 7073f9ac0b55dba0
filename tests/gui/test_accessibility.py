"""What a screen reader is told: roles, names and cells, asked through Qt's own interface."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTranslator
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QLabel,
    QScrollBar,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import getCppPointer

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import announce, language, theme
from sjogren_desktop.gui.banner import Banner
from sjogren_desktop.gui.finder import Finder
from sjogren_desktop.gui.main_window import MainWindow
from tests.dialogs import every_dialog
from tests.e2e.pseudo import clipped
from tests.patient_study import patient_study
from tests.samples import sample_mmrm_result
from tests.tabbing import backward, name_of, order_of, usable

NAMED = {
    QAccessible.Role.Button: "push button",
    QAccessible.Role.ButtonMenu: "menu button",
    QAccessible.Role.CheckBox: "check box",
    QAccessible.Role.RadioButton: "radio button",
    QAccessible.Role.ComboBox: "combo box",
    QAccessible.Role.EditableText: "text field",
    QAccessible.Role.SpinBox: "number field",
    QAccessible.Role.Slider: "slider",
    QAccessible.Role.List: "list",
    QAccessible.Role.Table: "table",
    QAccessible.Role.Tree: "tree",
    QAccessible.Role.PageTab: "tab",
    QAccessible.Role.ProgressBar: "progress bar",
}

NAMED_ROWS = ("data_sets_view", "visits_view")
"""Tables whose rows are told by what is in their first column."""


@pytest.fixture
def shown(qtbot: QtBot) -> MainWindow:
    """The window with a study, all its tabs filled."""
    return _with_study(qtbot)


def _with_study(qtbot: QtBot) -> MainWindow:
    window = MainWindow(open_study=lambda paths, progress: patient_study())
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    window.open_demo()
    qtbot.waitUntil(
        lambda: window.study is not None and not any(p.is_running for p in window._workers),
        timeout=60_000,
    )
    for tab in window.panels:
        tab.catch_up()
    return window


def _told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def _address(widget: QWidget) -> int:
    return int(getCppPointer(widget)[0])


def _names(parts: list[QAccessibleInterface], role: QAccessible.Role) -> list[str]:
    return [part.text(QAccessible.Text.Name) for part in parts if part.role() == role]


def _visible(window: MainWindow) -> list[QWidget]:
    return _parts(window.tabs.currentWidget())


def _parts(whole: QWidget) -> list[QWidget]:
    return [
        w
        for w in whole.findChildren(QWidget)
        if w.isVisible()
        and not isinstance(w, QScrollBar)
        and not w.objectName().startswith("qt_")
        # Parts of another control, which has the name.
        and not isinstance(w.parent(), QAbstractItemView | QAbstractSlider)
    ]


def _each_tab(window: MainWindow) -> Iterator[str]:
    """Show each tab, and each page of the tabs within it."""
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        name = window.tabs.currentWidget().objectName()
        yield name
        for inner in window.tabs.currentWidget().findChildren(QTabWidget):
            for page in range(inner.count()):
                if inner.isVisible() and inner.isTabVisible(page):
                    inner.setCurrentIndex(page)
                    QApplication.processEvents()
                    yield f"{name}, {inner.tabText(page)}"


def _unlabelled(whole: QWidget) -> list[str]:
    """Return the combo boxes that no label names: on Linux, Qt tells no other name of them."""
    return [
        box.objectName()
        for box in _parts(whole)
        if isinstance(box, QComboBox)
        and not any(
            other.text(QAccessible.Text.Name).strip() for other, _ in _told(box).relations()
        )
    ]


def _nameless(whole: QWidget) -> tuple[int, list[str]]:
    """Return how many controls there are, and those that tell a role but no name."""
    told = [(w, _told(w)) for w in _parts(whole)]
    controls = [(w, i) for w, i in told if i.role() in NAMED]
    return len(controls), [
        f"{NAMED[i.role()]} {type(w).__name__} {w.objectName()!r}"
        for w, i in controls
        if not i.text(QAccessible.Text.Name).strip() and w.focusPolicy() != Qt.FocusPolicy.NoFocus
    ] + [
        # Who says what is written on a button presses it by voice (WCAG 2.2, 2.5.3).
        f"{w.objectName()} is called {i.text(QAccessible.Text.Name)!r} but reads {w.text()!r}"
        for w, i in controls
        if isinstance(w, QAbstractButton)
        and _plain(w.text()) not in _plain(i.text(QAccessible.Text.Name))
    ]


def _plain(text: str) -> str:
    return "".join(sign for sign in text.replace("&", "").lower() if sign.isalnum())


def _misled(window: QWidget) -> list[str]:
    """Return what Tab skips, and where it does not follow the order of reading."""
    wanted = usable(window)
    order = order_of(window)
    skipped = [f"skipped: {name_of(each)}" for each in wanted if each not in order]
    return [*skipped, *backward(window, order)]


def test_that_every_control_tells_its_role_and_its_name(shown: MainWindow) -> None:
    nameless: list[str] = []
    for name in _each_tab(shown):
        count, found = _nameless(shown.tabs.currentWidget())
        assert count > 2, name
        nameless += [f"{name}: {each}" for each in found]
        nameless += [f"{name}: {each}" for each in _unlabelled(shown.tabs.currentWidget())]
    assert nameless == []


def test_that_tab_goes_through_each_page_in_the_order_of_reading(shown: MainWindow) -> None:
    shown.activateWindow()
    misled = [f"{name}: {each}" for name in _each_tab(shown) for each in _misled(shown)]

    assert misled == []


def test_that_dialogs_tell_roles_and_names_and_are_gone_through_in_order(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    wrong: list[str] = []
    count = 0
    for dialog in every_dialog(shown, tmp_path, wait):
        dialog.activateWindow()
        QApplication.processEvents()
        found = [*_nameless(dialog)[1], *_misled(dialog), *_unlabelled(dialog)]
        wrong += [f"{dialog.objectName()}: {each}" for each in found]
        count += 1
    assert wrong == []
    assert count >= 16


def test_that_tables_tell_their_heads_and_cells(shown: MainWindow) -> None:
    looked_at = 0
    shown.analysis_tab.view.show_result(sample_mmrm_result())
    for name in _each_tab(shown):
        for view in [w for w in _visible(shown) if isinstance(w, QTableView)]:
            model, where = view.model(), f"{name}: {view.objectName()}"
            if model is None or not model.rowCount() or view.isColumnHidden(0):
                continue
            looked_at += 1
            table, columns = _told(view), model.columnCount()
            parts = [table.child(i) for i in range(min(table.childCount(), 3 * columns + 3))]
            heads = _names(parts, QAccessible.Role.ColumnHeader)
            cells = _names(parts, QAccessible.Role.Cell)
            if view.horizontalHeader().isVisible():
                said = [model.headerData(c, Qt.Orientation.Horizontal) for c in range(columns)]
                assert heads == [str(h or "") for h in said], where
            if view.objectName() in NAMED_ROWS or view.objectName().startswith("table_"):
                rows = [part for part in parts if part.role() == QAccessible.Role.RowHeader]
                assert rows[0].text(QAccessible.Text.Name) == model.index(0, 0).data().strip(), (
                    where
                )
            first = model.index(0, 0)
            text = first.data(int(Qt.ItemDataRole.AccessibleTextRole)) or first.data() or ""
            assert cells[0] == str(text), where
    assert looked_at > 4


def test_that_the_keys_reach_every_control(shown: MainWindow) -> None:
    seen: set[int] = set()  # addresses, since widgets held here would outlive their window
    widget = shown.nextInFocusChain()
    while widget is not None and _address(widget) not in seen:  # a ring
        seen.add(_address(widget))
        widget = widget.nextInFocusChain()
    missed: list[str] = []
    for name in _each_tab(shown):
        missed += [
            f"{name}: {w.objectName()}"
            for w in _visible(shown)
            if w.isEnabled()
            and w.focusPolicy() & Qt.FocusPolicy.TabFocus
            and _address(w) not in seen
        ]
    assert missed == []


def test_that_tabs_tell_their_titles(shown: MainWindow) -> None:
    bar = _told(shown.tabs.tabBar())
    count = shown.tabs.count()
    titles = [bar.child(i).text(QAccessible.Text.Name) for i in range(count)]

    assert bar.role() == QAccessible.Role.PageTabList
    assert titles == [shown.tabs.tabText(i).replace("&", "") for i in range(count)]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    """What a screen reader is given to say, and whether at once."""
    told: list[tuple[str, bool]] = []

    def send(widget: QWidget, text: str, urgent: bool) -> None:
        told.append((text, urgent))

    monkeypatch.setattr(announce, "send", send)
    return told


def test_that_a_message_is_announced_once_and_an_error_at_once(
    qtbot: QtBot, said: list[tuple[str, bool]]
) -> None:
    banner = Banner("message")
    qtbot.addWidget(banner)

    banner.say("note", "Saved.")
    banner.say("note", "Saved.")
    banner.say("error", "Not saved.")

    assert said == [("Saved.", False), ("Error: Not saved.", True)]


def test_that_a_count_is_announced_where_it_changes_in_sight(
    qtbot: QtBot, said: list[tuple[str, bool]]
) -> None:
    label = QLabel("12 rows")
    qtbot.addWidget(label)

    announce.say_in(label, "11 rows")
    label.show()
    announce.say_in(label, "10 rows")
    announce.say_in(label, "10 rows")

    assert said == [("10 rows", False)]


def test_that_the_study_its_run_and_its_result_are_announced(
    shown: MainWindow, qtbot: QtBot, said: list[tuple[str, bool]]
) -> None:
    tab = shown.analysis_tab
    shown.tabs.setCurrentWidget(tab)
    tab.choose("demographics")
    tab.run()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)

    result = tab.current_result
    assert result is not None
    texts = [text for text, _ in said]
    assert texts[0] == f"Running: {result.title}"
    assert texts[-1] == f"{result.title}: {result.summary}"


def test_that_tab_comes_to_a_figure_which_tells_its_summary(
    shown: MainWindow, qtbot: QtBot
) -> None:
    tab, result = shown.analysis_tab, sample_mmrm_result()
    shown.tabs.setCurrentWidget(tab)
    tab.view.show_result(result)
    qtbot.waitUntil(lambda: not tab.view.is_busy)
    shown.activateWindow()

    plot = tab.view.plot
    assert plot is not None
    assert plot in order_of(shown)
    told = _told(plot)
    assert told.text(QAccessible.Text.Name) == f"Figure: {result.figures[0].title}"
    assert told.text(QAccessible.Text.Description).startswith(result.summary)
    assert "tables below" in told.text(QAccessible.Text.Description)


def test_that_what_enter_goes_to_is_announced_while_words_are_typed(
    qtbot: QtBot, shown: MainWindow, said: list[tuple[str, bool]]
) -> None:
    shown.action("search").trigger()
    finder = shown.findChild(Finder)
    assert finder is not None
    finder.field.setText("responder")

    entries = [finder.list.item(row).text() for row in range(2)]
    assert said[-1][0].endswith(entries[0])
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)
    assert said[-1] == (entries[1], False)


def test_that_a_screen_reader_is_sent_nothing_where_there_is_none(qtbot: QtBot) -> None:
    label = QLabel("text")
    qtbot.addWidget(label)
    label.show()
    QAccessible.setActive(True)
    try:
        announce.announce(label, "said", urgent=True)  # reaches Qt without a fault
    finally:
        QAccessible.setActive(False)
    announce.announce(label, "said")
    assert not QAccessible.isActive()


def test_that_the_search_is_empty_before_it_is_opened_again(shown: MainWindow) -> None:
    # Text that goes while the field gets the focus keeps a reader from naming the field.
    shown.action("search").trigger()
    finder = shown.findChild(Finder)
    assert finder is not None
    finder.field.setText("responder")

    finder.put_away()

    assert finder.field.text() == ""


@pytest.mark.parametrize("code", ["en", *language.TRANSLATED])
def test_that_texts_of_twice_the_size_are_not_cut_off(
    qapp: QApplication, qtbot: QtBot, code: str
) -> None:
    # WCAG 2.2, 1.4.4; on a small screen.
    before = set(qapp.findChildren(QTranslator))
    language.install(qapp, code)
    theme.set_text_size(qapp, theme.LARGEST)
    try:
        window = _with_study(qtbot)
        window.resize(1280, 800)
        short = []
        for name in _each_tab(window):
            QApplication.processEvents()
            # Tabs that have no room are scrolled to.
            short += [f"{name}: {each}" for each in clipped(window) if "tabbar" not in each]
        assert short == []
    finally:
        theme.set_text_size(qapp, 100)
        for translator in set(qapp.findChildren(QTranslator)) - before:
            qapp.removeTranslator(translator)
            translator.setParent(None)
