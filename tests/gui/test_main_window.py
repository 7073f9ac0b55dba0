"""The window: commands, state shown, exports, drag and drop, settings, closing."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QWindow
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QTextBrowser,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop import __version__, palette
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.export import bundle, report
from sjogren_desktop.export.displays import Run
from sjogren_desktop.export.house import House
from sjogren_desktop.gui import files, settings, theme
from sjogren_desktop.gui.app import FollowSystem
from sjogren_desktop.gui.graph_edit import GraphDialog
from sjogren_desktop.gui.help_window import HelpWindow
from sjogren_desktop.gui.leaving import LeaveDialog
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.results import AnalysisError, Progress, Result
from tests.dialogs import GRAPH
from tests.gui import fakes
from tests.gui.conftest import Dialogs
from tests.studies import small_study


def load(window: MainWindow, qtbot: QtBot) -> None:
    window.open_paths([Path("study")])
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)


def run(window: MainWindow, qtbot: QtBot, tab: int = 1) -> None:
    panel = window.analysis_tab if tab == 1 else window.safety_tab
    window.tabs.setCurrentWidget(panel)
    window.action("run").trigger()
    qtbot.waitUntil(lambda: not panel.is_running)


def test_that_the_tabs_stand_in_order(window: MainWindow) -> None:
    names = [window.tabs.tabText(i) for i in range(window.tabs.count())]
    assert names == [
        "&Import",
        "Pa&tients",
        "Esti&mand",
        "&Analysis",
        "&Safety",
        "Next trial",
    ]
    assert window.analysis_tab.list.count() == 3
    assert window.safety_tab.list.count() == 1


def test_that_an_opened_study_reaches_both_tabs_and_the_status_bar(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    assert window.status.text() == "No study open"
    desk.study = replace(small_study(), synthetic=True)

    load(window, qtbot)

    assert window.study is desk.study
    assert window.status.text() == "S1, S2 \u00b7 60 subjects \u00b7 2 data sets"
    assert window.synthetic.isVisible()
    assert window.windowTitle() == "Sjögren Desktop"
    run(window, qtbot, 2)
    assert [r.analysis for r in window.results] == ["ae_overview"]


def test_that_data_that_are_not_synthetic_are_not_marked(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)

    assert not window.synthetic.isVisible()


def test_that_a_failed_import_leaves_study_and_results(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(window, qtbot)
    run(window, qtbot)
    study, results = window.study, window.results
    desk.fail = AnalysisError("The file is damaged.")

    load(window, qtbot)

    assert window.study is study
    assert window.results == results
    assert len(results) == 1


def test_that_files_and_folders_come_from_the_dialogs(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, desk: fakes.Desk, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "adsl.csv"
    window.action("open_files").trigger()
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)
    dialogs.answer = tmp_path
    window.action("open_folder").trigger()
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)

    assert dialogs.asked == ["files", "folder"]
    assert desk.opened == [(tmp_path / "adsl.csv",), (tmp_path,)]
    assert window.settings.open_folder == str(tmp_path)


def test_that_the_demonstration_study_is_opened_by_the_same_way(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    window.action("open_demo").trigger()
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)

    assert [path.name for path in desk.opened[0]] == ["neptunus_like.zip"]


def _mime(*urls: QUrl) -> QMimeData:
    content = QMimeData()
    content.setUrls(list(urls))
    return content


def test_that_files_dropped_on_the_window_are_opened(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, tmp_path: Path
) -> None:
    content = _mime(QUrl.fromLocalFile(str(tmp_path)))
    actions = Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window.tabs.setCurrentWidget(window.safety_tab)
    enter = QDragEnterEvent(QPoint(9, 9), actions, content, button, key)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()

    drop = QDropEvent(QPointF(9, 9), actions, content, button, key)
    QApplication.sendEvent(window, drop)
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)

    assert desk.opened == [(tmp_path,)]
    assert window.tabs.currentWidget() is window.import_tab


def test_that_files_dropped_over_a_field_are_opened_and_not_typed(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, tmp_path: Path
) -> None:
    window.open_paths([tmp_path / "first"])
    qtbot.waitUntil(lambda: window.study is not None)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)
    field = window.import_tab.findChild(QLineEdit, "preview_filter")
    assert isinstance(field, QLineEdit)
    qtbot.waitUntil(field.isVisible)
    assert field.acceptDrops()
    place = QPointF(field.mapTo(window, field.rect().center()))
    content = _mime(QUrl.fromLocalFile(str(tmp_path)))
    actions = Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    handle, hint = window.windowHandle(), window.import_tab.findChild(QWidget, "drop_hint")
    assert isinstance(hint, QLabel)
    before = hint.text()
    for event in (
        QDragEnterEvent(place.toPoint(), actions, content, button, key),
        QDragMoveEvent(place.toPoint(), actions, content, button, key),
    ):
        QApplication.sendEvent(handle, event)
        assert event.isAccepted()
    assert hint.text() != before
    QApplication.sendEvent(handle, QDragLeaveEvent())
    assert hint.text() == before

    QApplication.sendEvent(handle, QDropEvent(place, actions, content, button, key))
    qtbot.waitUntil(lambda: not window.import_tab.is_running)
    qtbot.waitUntil(lambda: not window.patients_tab.is_running, timeout=30_000)

    assert desk.opened[1:] == [(tmp_path,)]
    assert field.text() == ""


def _drag_over(window: QWindow, path: Path) -> QDragEnterEvent:
    """Hold a file over a window of the system, as a file manager does."""
    content = _mime(QUrl.fromLocalFile(str(path)))
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, content, button, key)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    return enter


def test_that_files_dropped_on_a_window_of_the_program_are_opened(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, tmp_path: Path
) -> None:
    window.action("queue").trigger()
    handle = window.planner.queue.windowHandle()
    QApplication.instance().focusWindowChanged.emit(handle)
    assert _drag_over(handle, tmp_path).isAccepted()
    assert window.running.text() == "Let go to open."

    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    content = _mime(QUrl.fromLocalFile(str(tmp_path)))
    drop = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, content, button, key)
    QApplication.sendEvent(handle, drop)

    assert window.running.text() != "Let go to open."
    qtbot.waitUntil(lambda: window.study is not None and not window.patients_tab.is_running)
    assert desk.opened == [(tmp_path,)]
    window.planner.queue.close()


def test_that_a_dialog_that_waits_for_an_answer_says_why_it_takes_no_files(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = LeaveDialog("Quit?", ["Not saved."], "Quit", window, may_keep=False)
    dialog.open()
    assert dialog.isModal()
    QApplication.instance().focusWindowChanged.emit(dialog.windowHandle())

    enter = _drag_over(dialog.windowHandle(), tmp_path)

    assert not enter.isAccepted()
    assert QToolTip.text() == f"Close \u201c{dialog.windowTitle()}\u201d first."
    QToolTip.hideText()
    dialog.close()


def test_that_what_is_dropped_while_a_study_is_opened_is_refused_in_a_sentence(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, tmp_path: Path
) -> None:
    desk.hold = threading.Event()
    window.open_paths([tmp_path / "first"])
    window.tabs.setCurrentWidget(window.safety_tab)
    content = _mime(QUrl.fromLocalFile(str(tmp_path / "second")))
    actions = Qt.DropAction.CopyAction
    button, key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    enter = QDragEnterEvent(QPoint(9, 9), actions, content, button, key)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(9, 9), actions, content, button, key))

    assert window.tabs.currentWidget() is window.import_tab
    assert window.import_tab.message.text.startswith("A study is being opened. Wait for it")
    assert window.keeper._paths == (tmp_path / "first",)  # fingerprints are of what is opened
    desk.hold.set()
    qtbot.waitUntil(lambda: window.study is not None and not window.patients_tab.is_running)
    assert desk.opened == [(tmp_path / "first",)]


def test_that_a_link_dropped_from_a_browser_is_refused(window: MainWindow) -> None:
    content = _mime(QUrl("https://example.org/adsl.csv"))
    enter = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        content,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()

    QApplication.sendEvent(window, enter)

    assert not enter.isAccepted()


# -- run and cancel by key


def test_that_f5_runs_and_escape_cancels(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    load(window, qtbot)
    qtbot.waitUntil(lambda: not window.estimand_tab.is_running)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.activateWindow()
    desk.hold = threading.Event()
    panel = window.analysis_tab
    panel.list.setFocus()

    qtbot.keyClick(panel.list, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: panel.is_running)
    qtbot.waitUntil(lambda: panel.progress.value() == 50)
    assert window.running.text() == "Running: Change from baseline by visit (MMRM)"
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not panel.is_running)
    assert desk.was_cancelled.wait(5)
    assert window.running.text() == "Ready"


def test_that_run_is_offered_only_where_there_is_something_to_run(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not window.action("run").isEnabled()
    load(window, qtbot)
    assert not window.action("run").isEnabled()

    window.tabs.setCurrentWidget(window.analysis_tab)
    assert window.action("run").isEnabled()


# -- export


@pytest.fixture
def exports(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, tuple[Result, ...], Path]]:
    """What was to be written where, in place of the real export."""
    seen: list[tuple[str, tuple[Result, ...], Path]] = []

    def written(
        path: Path, results: Sequence[Result], *, style: House, run: Run, progress: Progress
    ) -> None:
        marks = "".join(f" {mark.lower()}" for mark in run.marks)
        seen.append((f"{style.name.split()[0]}{marks}", tuple(results), path))

    def everything(
        results: Sequence[Result], folder: Path, *, style: House, run: Run, progress: Progress
    ) -> bundle.Exported:
        seen.append(("all", tuple(results), folder))
        return bundle.Exported(folder / "results.xlsx", (folder / "a.png",), folder / "r.json")

    monkeypatch.setattr(report, "write_report", written)
    monkeypatch.setattr(bundle, "export_all", everything)
    return seen


def test_that_nothing_is_exported_before_there_is_a_result(window: MainWindow) -> None:
    assert not window.action("export_workbook").isEnabled()

    window.export_current()

    assert "no result to export" in window.message.text


def test_that_the_result_shown_goes_to_a_workbook(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    exports: list[tuple[str, tuple[Result, ...], Path]],
    tmp_path: Path,
) -> None:
    load(window, qtbot)
    run(window, qtbot)
    dialogs.answer = tmp_path / "out.xlsx"

    button = window.analysis_tab.findChild(QAbstractButton, "export_result")
    assert isinstance(button, QAbstractButton)
    button.click()
    qtbot.waitUntil(lambda: not window.exporter.is_running)

    assert dialogs.asked == ["workbook"]
    current = window.analysis_tab.current_result
    assert exports == [("Sponsor", (current,), tmp_path / "out.xlsx")]
    assert window.message.text == f"The Excel workbook was written: {tmp_path / 'out.xlsx'}"


def test_that_all_results_go_to_a_report_in_the_style_and_with_the_mark_chosen(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    exports: list[tuple[str, tuple[Result, ...], Path]],
    tmp_path: Path,
) -> None:
    load(window, qtbot)
    run(window, qtbot, 1)
    run(window, qtbot, 2)
    window.action("style_journal").trigger()
    window.action("draft").trigger()
    kinds = ("docx", "pdf", "rtf", "html")

    for kind in kinds:
        dialogs.answer = tmp_path / f"r.{kind}"
        window.action(f"export_all_{kind}").trigger()
        qtbot.waitUntil(lambda: not window.exporter.is_running)

    results = window.results
    assert exports == [("Journal draft", results, tmp_path / f"r.{kind}") for kind in kinds]
    assert dialogs.asked == ["Word document", "PDF report", "RTF document", "Web page"]
    window.close()
    assert settings.load().house_style == "journal"


def test_that_a_style_file_of_ones_own_is_used_or_refused_in_a_sentence(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    load(window, qtbot)
    run(window, qtbot)
    dialogs.answer = tmp_path / "mine.toml"
    dialogs.answer.write_text("[page]\nsize = 'A3'\n", encoding="utf-8")
    window.action("style_own").trigger()
    dialogs.answer = tmp_path / "r.pdf"

    window.action("export_pdf").trigger()
    qtbot.waitUntil(lambda: not window.exporter.is_running)

    assert "choose from A4, Letter" in window.message.text
    assert not dialogs.answer.exists()


def test_that_everything_goes_to_a_folder(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    exports: list[tuple[str, tuple[Result, ...], Path]],
    tmp_path: Path,
) -> None:
    load(window, qtbot)
    run(window, qtbot, 1)
    run(window, qtbot, 2)
    dialogs.answer = tmp_path

    window.action("export_all").trigger()
    qtbot.waitUntil(lambda: not window.exporter.is_running)

    assert exports == [("all", window.results, tmp_path)]
    assert [r.analysis for r in window.results] == ["mmrm_change", "ae_overview"]
    assert "1 figure files" in window.message.text


def test_that_the_folder_of_an_export_is_offered_and_the_message_put_away(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(files, "show_folder", shown.append)
    load(window, qtbot)
    run(window, qtbot)
    dialogs.answer = tmp_path / "out.xlsx"
    window.action("export_workbook").trigger()
    qtbot.waitUntil(lambda: not window.exporter.is_running, timeout=30_000)

    assert window.message.next.isVisible()
    qtbot.mouseClick(window.message.next, Qt.MouseButton.LeftButton)
    assert shown == [tmp_path]

    window.message.say("note", "Something else was done.")
    assert not window.message.next.isVisible()
    qtbot.mouseClick(window.message.away, Qt.MouseButton.LeftButton)
    assert not window.message.isVisible()


def test_that_an_export_that_cannot_be_written_says_why(
    window: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    def refuse(path: Path, results: Sequence[Result], **given: object) -> None:
        raise AnalysisError("The workbook is open in another program. Close it there.")

    monkeypatch.setattr(report, "write_report", refuse)
    load(window, qtbot)
    run(window, qtbot)
    dialogs.answer = tmp_path / "out.xlsx"

    window.action("export_workbook").trigger()
    qtbot.waitUntil(lambda: not window.exporter.is_running)

    assert window.message.text.startswith("Error: The workbook is open")
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert window.message.text == ""


# -- theme, settings, pages


def test_that_window_plot_and_dialog_follow_the_system_while_they_are_open(
    window: MainWindow, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    FollowSystem(qapp, window)
    load(window, qtbot)
    run(window, qtbot)
    dialog = GraphDialog("H1, H2", GRAPH, window)
    dialog.show()
    plot = window.analysis_tab.view.plot
    assert plot is not None
    chosen = theme.scheme_for
    monkeypatch.setattr(theme, "scheme_for", lambda s, a: "dark" if s == "system" else chosen(s, a))

    def schemes() -> list[str]:
        qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
        qapp.processEvents()
        return [theme.scheme_of(w.palette()) for w in (window, dialog)] + [plot.scheme]

    assert schemes() == ["dark"] * 3
    assert plot.backgroundBrush().color().name() == palette.THEMES["dark"].background

    window.action("theme_light").trigger()

    assert schemes() == ["light"] * 3
    dialog.close()


def test_that_the_theme_is_changed_kept_and_shown(
    window: MainWindow, qtbot: QtBot, qapp: QApplication
) -> None:
    load(window, qtbot)
    run(window, qtbot)

    window.action("theme_dark").trigger()

    qtbot.waitUntil(lambda: theme.scheme_of(window.palette()) == "dark")
    assert window.analysis_tab.view.plot is not None
    qtbot.waitUntil(lambda: window.analysis_tab.view.plot.scheme == "dark")  # type: ignore[union-attr]
    window.close()
    assert settings.load().theme == "dark"


def test_that_settings_that_do_not_fit_take_their_defaults(qtbot: QtBot) -> None:
    settings.save(settings.Settings(theme="purple", open_folder="here", geometry=b"\x01\x02"))

    loaded = settings.load()

    assert loaded == settings.Settings(open_folder="here", geometry=b"\x01\x02")


def test_that_about_shows_version_and_licence(window: MainWindow, qtbot: QtBot) -> None:
    window.action("about").trigger()

    dialog = window.findChild(QDialog, "pages_dialog")
    assert isinstance(dialog, QDialog)
    texts = " ".join(page.toPlainText() for page in dialog.findChildren(QTextBrowser))
    assert __version__ in texts
    assert "Apache License" in texts
    dialog.close()


def test_that_the_method_page_of_the_analysis_shown_is_opened(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert not window.action("method").isEnabled()
    window.tabs.setCurrentWidget(window.safety_tab)

    window.action("method").trigger()

    dialog = window.findChild(HelpWindow)
    assert isinstance(dialog, HelpWindow)
    assert dialog.shown is not None
    assert dialog.shown.name == "adverse_events.md"
    dialog.close()


def test_that_an_option_leads_to_its_own_page_in_the_one_help_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    first, *others = fakes.OPTIONS
    options = (replace(first, page="essdai.md"), *others)
    window.set_analyses([replace(fakes.MMRM, options=options)])
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.activateWindow()
    pages = []
    for option in options[:2]:
        control = window.analysis_tab.form.findChild(QWidget, f"option_{option.key}")
        assert isinstance(control, QWidget)
        control.setFocus()
        qtbot.waitUntil(lambda: control.isAncestorOf(QApplication.focusWidget()))  # noqa: B023
        window.action("method").trigger()
        (help_window,) = window.findChildren(HelpWindow)
        assert help_window.shown is not None
        pages.append(help_window.shown.name)
        window.activateWindow()

    assert pages == ["essdai.md", fakes.MMRM.method_page]
    help_window.close()


# -- access


def test_that_every_control_has_a_name_for_screen_readers_and_a_tooltip(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    run(window, qtbot, 1)
    run(window, qtbot, 2)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractSpinBox)
    nameless, tipless = [], []
    for widget in window.findChildren(QWidget):
        own = widget.objectName().startswith("qt_") or widget.parent() is None
        if own or not isinstance(widget, kinds) or _is_part(widget):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            nameless.append(f"{type(widget).__name__} {widget.objectName()}")
        if not widget.toolTip():
            tipless.append(f"{type(widget).__name__} {widget.objectName()}")

    assert nameless == []
    assert tipless == []
    for view in window.findChildren(QAbstractItemView):
        if view.objectName() and not _is_part(view):
            assert view.accessibleName(), view.objectName()


def _is_part(widget: QWidget) -> bool:
    """Say whether Qt made the widget as a part of another, such as the arrow of a tab bar."""
    parent = widget.parentWidget()
    part_of = ("QComboBox", "QTabBar", "QTableView", "QDoubleSpinBox", "QLineEdit", "QMenuBar")
    while parent is not None:
        if any(parent.inherits(name) for name in part_of):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("ScrollLeft") or widget.objectName().startswith("qt_")


def test_that_mnemonics_do_not_collide(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    bar = [a.text() for a in window.menuBar().actions()]
    tabs = [window.tabs.tabText(i) for i in range(window.tabs.count())]
    for page in (
        window.import_tab,
        window.estimand_tab,
        window.analysis_tab,
        window.safety_tab,
    ):
        window.tabs.setCurrentWidget(page)
        texts = [*bar, *tabs]
        for widget in page.findChildren(QWidget):
            if widget.isVisible() and isinstance(widget, QAbstractButton | QLabel):
                if isinstance(widget, QLabel) and widget.buddy() is None:
                    continue
                texts.append(widget.text())
        inner = page.findChild(QWidget, "import_details")
        if inner is not None:
            texts += [inner.tabText(i) for i in range(2)]  # type: ignore[attr-defined]
        keys = [t[t.index("&") + 1].lower() for t in texts if "&" in t]

        assert len(keys) == len(set(keys)), sorted(keys)


def test_that_mnemonics_within_a_menu_do_not_collide(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    menus = [menu for menu in window.findChildren(QMenu) if menu.actions()]
    assert len(menus) > 8
    for menu in menus:
        texts = [action.text() for action in menu.actions()]
        keys = [t[t.index("&") + 1].lower() for t in texts if "&" in t]

        assert len(keys) == len(set(keys)), texts


def test_that_keys_turn_to_the_pages_of_a_patient_from_the_tab_itself(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.patients_tab)
    window.activateWindow()
    window.tabs.tabBar().setFocus()
    view = window.patients_tab.view
    assert view is not None

    qtbot.keyClick(window.tabs.tabBar(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert view.pages.currentWidget() is view.sheet


# -- end


def test_that_closing_cancels_what_runs(window: MainWindow, qtbot: QtBot, desk: fakes.Desk) -> None:
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.analysis_tab)
    desk.hold = threading.Event()
    window.action("run").trigger()
    qtbot.waitUntil(lambda: window.analysis_tab.progress.value() == 50)

    window.close()

    assert desk.was_cancelled.wait(5)


def test_that_a_closed_window_is_freed_with_its_panels(
    qtbot: QtBot, desk: fakes.Desk, dialogs: Dialogs
) -> None:
    window = MainWindow(run=desk.run, open_study=desk.open)
    window.set_analyses((fakes.MMRM, fakes.OVERVIEW))
    window.show()
    load(window, qtbot)
    run(window, qtbot)
    gone = [weakref.ref(w) for w in (window, window.import_tab, window.analysis_tab.form)]
    window.close()

    shiboken6.delete(window)
    del window

    import gc

    gc.collect()
    assert [ref() for ref in gone] == [None, None, None]


def test_that_text_size_and_contrast_are_chosen_from_the_menu_and_remembered(
    window: MainWindow, qtbot: QtBot
) -> None:
    for _ in range(9):
        window.action("larger").trigger()
    assert window.settings.text_percent == 200
    window.action("smaller").trigger()
    assert window.settings.text_percent == 175
    window.action("normal").trigger()
    assert window.settings.text_percent == 100

    window.action("theme_contrast").trigger()
    assert window.settings.theme == "contrast"
    assert theme.scheme_of(QApplication.palette()) == "contrast"
    window.action("theme_light").trigger()


def test_that_hidden_tabs_show_a_study_one_by_one_and_at_once_when_looked_at(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.tabs.setCurrentWidget(window.import_tab)
    window.import_tab.study_opened.connect(lambda _: seen.append(late()))
    seen: list[list[bool]] = []

    def late() -> list[bool]:
        return [tab.is_late for tab in window.panels]

    window.open_paths([Path("study")])
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [[True, True, True]]
    window.tabs.setCurrentWidget(window.safety_tab)
    assert not window.safety_tab.is_late
    assert window.safety_tab.form.values is not None

    qtbot.waitUntil(lambda: not any(late()))
    assert window.analysis_tab.form.values is not None


def test_that_the_status_bar_tells_population_and_how_many_patients_are_listed(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.patients_tab)
    assert window.status.text().endswith("2 data sets")
    patients = window.patients_tab.list
    assert patients is not None
    patients.search.setText("S2-1003")
    qtbot.waitUntil(lambda: window.status.text().endswith("1 of 60 patients listed"))

    window.tabs.setCurrentWidget(window.analysis_tab)
    window.set_analyses((replace(fakes.MMRM, options=(who.STUDY, who.POPULATION)),))
    window.show_study()
    assert window.status.text().endswith("2 data sets \u00b7 Full analysis set")

    whole = replace(
        fakes.OVERVIEW, options=(who.STUDY, who.SAFETY_POPULATION, who.ARMS, who.SUBSET)
    )
    window.set_analyses((whole,))
    window.tabs.setCurrentWidget(window.safety_tab)
    assert window.status.text().endswith("Safety population \u00b7 N = 22")
    window.safety_tab.bar.only.setText("SEX = M")
    qtbot.keyClick(window.safety_tab.bar.only, Qt.Key.Key_Return)
    assert window.status.text().endswith("Safety population \u00b7 N = 4 of 22")
