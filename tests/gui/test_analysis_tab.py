"""The panel of analyses: run, result, stale mark, errors in place, cancel."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import tasks
from sjogren_desktop.gui.analysis_tab import AnalysisTab
from sjogren_desktop.gui.question_row import two_lines
from sjogren_desktop.gui.result_view import STALE
from sjogren_desktop.gui.right_menu import RightMenu
from sjogren_desktop.results import AnalysisError
from tests.gui import fakes
from tests.samples import sample_mmrm_result
from tests.studies import small_study


@pytest.fixture
def tab(qtbot: QtBot, desk: fakes.Desk, faults: list[BaseException]) -> AnalysisTab:
    made = AnalysisTab((fakes.MMRM, fakes.ANCOVA, fakes.NEEDS_LABORATORY), run=desk.run)
    qtbot.addWidget(made)
    made.set_study(small_study())
    made.resize(1200, 700)
    made.show()
    return made


def run(tab: AnalysisTab, qtbot: QtBot) -> None:
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.is_running)


def text(tab: AnalysisTab, name: str) -> str:
    label = tab.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def choose_essdai_or(tab: AnalysisTab, value: str) -> None:
    box = tab.form.findChild(QComboBox, "option_parameter")
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))


def test_that_without_a_study_the_panel_says_what_to_do(qtbot: QtBot, desk: fakes.Desk) -> None:
    tab = AnalysisTab((fakes.MMRM,), run=desk.run)
    qtbot.addWidget(tab)

    assert "Open a study" in text(tab, "result_hint")
    assert not tab.run_button.isEnabled()
    tab.run()
    assert desk.seen == []


def test_that_the_list_gives_titles_with_their_questions(tab: AnalysisTab) -> None:
    assert [tab.list.item(row).text() for row in range(3)] == [
        "Change from baseline by visit (MMRM)",
        "Change from baseline at one visit (ANCOVA)",
        "Laboratory shift",
    ]
    assert tab.list.item(1).toolTip() == fakes.ANCOVA.question


def test_that_a_run_shows_finding_figure_tables_notes_and_method(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    expected = sample_mmrm_result()

    run(tab, qtbot)

    assert text(tab, "result_title") == expected.title
    assert text(tab, "result_scope") == "NEPTUNUS-2 \u00b7 Full analysis set"
    assert text(tab, "result_summary") == expected.summary
    assert [t.results.table.key for t in tab.view.tables] == ["ls_means", "differences"]
    assert tab.view.tables[0].model().index(0, 1).data() == "167"
    assert tab.view.plot is not None
    assert tab.view.plot.isVisible()
    assert expected.summary in tab.view.plot.accessibleDescription()
    shown = {label.text() for label in tab.view.findChildren(QLabel)}
    assert set(expected.notes) <= shown
    assert {content for _, content in expected.method} <= shown
    assert tab.view.stale.text == ""
    assert tab.results == (tab.current_result,)


def test_that_a_synthetic_result_is_marked_in_words(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)

    badge = tab.view._synthetic
    assert badge.isVisible()
    assert badge.findChild(QLabel).text() == "SYNTHETIC DATA"


def test_that_the_run_is_told_only_what_the_user_has_set(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    choose_essdai_or(tab, "ESSPRI")

    run(tab, qtbot)

    assert desk.seen == [{"parameter": "ESSPRI"}]


def test_that_a_changed_option_marks_the_result_stale_and_changing_back_frees_it(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    run(tab, qtbot)

    choose_essdai_or(tab, "ESSPRI")
    assert tab.view.stale.text == f"Please note: {STALE}"
    assert tab.view.stale.isVisible()
    assert tab.current_result is not None

    choose_essdai_or(tab, "ESSDAI")
    assert tab.view.stale.text == ""

    choose_essdai_or(tab, "ESSPRI")
    run(tab, qtbot)
    assert tab.view.stale.text == ""


def test_that_options_changed_during_the_run_make_its_result_stale(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.hold = threading.Event()
    tab.run()
    choose_essdai_or(tab, "ESSPRI")
    desk.hold.set()
    qtbot.waitUntil(lambda: not tab.is_running)

    assert tab.current_result is not None
    assert STALE in tab.view.stale.text


def test_that_a_sentence_for_the_user_stands_above_the_last_good_result(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk, faults: list[BaseException]
) -> None:
    run(tab, qtbot)
    kept = tab.current_result
    choose_essdai_or(tab, "ESSPRI")
    desk.fail = AnalysisError("The covariance is singular. Choose fewer visits.")

    run(tab, qtbot)

    assert tab.view.error.text == "Error: The covariance is singular. Choose fewer visits."
    assert tab.view.error.isVisible()
    assert tab.current_result is kept
    assert STALE in tab.view.stale.text
    assert tab.view.tables[0].isVisible()
    assert faults == []

    desk.fail = None
    run(tab, qtbot)
    assert tab.view.error.text == ""


def test_that_a_failed_first_run_leaves_the_sentence_and_the_hint(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.fail = fakes.NO_ARM

    run(tab, qtbot)

    assert "No arm is chosen" in tab.view.error.text
    assert tab.current_result is None
    assert tab.run_button.isEnabled()


def test_that_a_fault_of_the_program_is_reported_as_such(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk, faults: list[BaseException]
) -> None:
    desk.fail = ZeroDivisionError("division by zero")

    run(tab, qtbot)

    assert [type(error) for error in faults] == [ZeroDivisionError]
    assert "fault in the program" in tab.view.error.text


def test_that_cancel_stops_the_run_and_keeps_the_result(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    run(tab, qtbot)
    kept = tab.current_result
    desk.hold = threading.Event()
    tab.run()
    qtbot.waitUntil(lambda: tab.progress.value() == 50)
    assert tab.progress.isVisible()
    assert not tab.run_button.isEnabled()
    assert tab.doing == "Running: Change from baseline by visit (MMRM)"

    qtbot.mouseClick(tab.cancel_button, Qt.MouseButton.LeftButton)

    assert not tab.is_running
    assert tab.run_button.isEnabled()
    assert tab.current_result is kept
    assert desk.was_cancelled.wait(5)
    assert tab.doing == ""


def test_that_each_analysis_keeps_its_own_result_options_and_error(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    choose_essdai_or(tab, "ESSPRI")
    run(tab, qtbot)
    first = tab.current_result
    tab.list.setCurrentRow(1)
    assert tab.current_result is None
    assert tab.form.given == {}
    desk.fail = fakes.NO_ARM
    run(tab, qtbot)

    tab.list.setCurrentRow(0)
    assert tab.current_result is first
    assert tab.form.given == {"parameter": "ESSPRI"}
    assert tab.view.error.text == ""
    assert tab.view.stale.text == ""

    tab.list.setCurrentRow(1)
    assert "No arm is chosen" in tab.view.error.text


def test_that_a_result_arriving_while_another_analysis_is_shown_waits_for_its_own(
    tab: AnalysisTab, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.hold = threading.Event()
    tab.run()
    tab.list.setCurrentRow(1)
    desk.hold.set()
    qtbot.waitUntil(lambda: not tab.is_running)

    assert tab.current_result is None
    tab.list.setCurrentRow(0)
    assert tab.current_result is not None


def test_that_an_analysis_without_its_data_cannot_be_run(tab: AnalysisTab) -> None:
    tab.list.setCurrentRow(2)

    assert "needs a data set of kind ADTTE" in tab.form.problem
    assert not tab.run_button.isEnabled()


def test_that_a_new_study_takes_the_results_of_the_old_one_away(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    run(tab, qtbot)

    tab.set_study(small_study(seed=2))

    assert tab.results == ()
    assert tab.current_result is None


def test_that_a_panel_destroyed_during_a_run_is_ignored(qtbot: QtBot, desk: fakes.Desk) -> None:
    tab = AnalysisTab((fakes.MMRM,), run=desk.run)
    tab.set_study(small_study())
    desk.hold = threading.Event()
    tab.run()
    qtbot.waitUntil(lambda: tab.progress.value() == 50)

    shiboken6.delete(tab)

    assert desk.was_cancelled.wait(5)
    assert tasks.shut_down()
    QCoreApplication.processEvents()


def test_that_running_again_leaves_no_old_tables_or_plots_behind(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    run(tab, qtbot)
    plot = tab.view.plot
    counts = []
    for value in ("ESSPRI", "ESSDAI", "ESSPRI", "ESSDAI"):
        choose_essdai_or(tab, value)
        run(tab, qtbot)
        qtbot.wait(10)
        counts.append(len(tab.findChildren(QPushButton)) + len(tab.findChildren(QLabel)))

    assert tab.view.plot is plot
    # Plain words of ESSDAI have a sentence more.
    assert counts[:2] == counts[2:]


def test_that_a_table_is_copied_as_text_and_as_html(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)
    button = tab.findChild(QPushButton, "copy_differences")
    assert isinstance(button, QPushButton)

    button.click()

    content = QGuiApplication.clipboard().mimeData()
    assert content.text().split("\n")[0].split("\t")[0] == "Visit"
    assert content.text().count("\n") == 12
    assert "<b>Differences in adjusted mean change" in content.html()


def test_that_on_a_wide_screen_a_table_is_copied_by_a_button_below_it(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    tab.resize(3000, 900)
    run(tab, qtbot)
    QCoreApplication.processEvents()

    button = tab.findChild(QPushButton, "copy_differences")
    assert isinstance(button, QPushButton)
    view = next(each for each in tab.view.tables if each.objectName() == "table_differences")
    below = view.mapTo(tab, QPoint(0, view.height()))
    place = button.mapTo(tab, QPoint(0, 0))
    assert place.x() == below.x()
    assert 0 < place.y() - below.y() < 4 * button.height()


def test_that_the_right_button_offers_what_can_be_done_with_table_and_figure(
    tab: AnalysisTab, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tab, qtbot)
    plot = tab.view.plot
    assert plot is not None
    opened: list[RightMenu] = []
    monkeypatch.setattr(RightMenu, "popup", lambda menu, at: opened.append(menu))

    for view in (tab.view.tables[0], plot):
        view.customContextMenuRequested.emit(QPoint(20, 20))

    table, figure = ([action.text() for action in menu.actions()] for menu in opened)
    assert table[:2] == ["Copy table", "Copy selected cells"]
    assert figure == ["Copy picture", "Copy data", "Save picture\u2026"]
    QGuiApplication.clipboard().clear()
    opened[0].actions()[0].trigger()
    assert QGuiApplication.clipboard().text() != ""


def test_that_selected_cells_are_copied(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)
    table = tab.view.tables[0]
    table.setCurrentIndex(table.model().index(0, 0))

    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "Week 4"


def test_that_what_columns_share_is_written_once_above_them(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)
    header = tab.view.tables[0]._header

    assert header.groups()[:3] == [
        ("", 0, 0),
        ("Ianalumab 300 mg monthly\n(N=168)", 1, 3),
        ("Ianalumab 300 mg every 3 months\n(N=168)", 4, 6),
    ]
    assert [header.own(c) for c in range(4)] == ["Visit", "n", "LS mean (SE)", "95% CI"]


def test_that_a_table_is_as_high_as_its_rows(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)
    table = tab.view.tables[0]

    last = table.visualRect(table.model().index(11, 0))

    assert last.bottom() <= table.viewport().rect().bottom()


def test_that_the_figure_can_be_chosen(tab: AnalysisTab, qtbot: QtBot) -> None:
    run(tab, qtbot)

    tab.view._figure_choice.setCurrentIndex(1)

    assert tab.view.plot is not None
    assert tab.view.plot.figure is sample_like(tab, 1)
    plot, caption = tab.view.plot, tab.view._caption
    assert plot.height() == plot.maximumHeight()
    assert caption.y() >= plot.geometry().bottom()


def sample_like(tab: AnalysisTab, place: int) -> object:
    assert tab.current_result is not None
    return tab.current_result.figures[place]


def test_that_a_narrow_window_needs_no_sideways_scrolling_of_the_page(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    run(tab, qtbot)

    tab.resize(760, 500)
    qtbot.wait(20)

    assert tab.view._scroll.horizontalScrollBar().maximum() == 0


def test_that_a_long_question_is_cut_at_two_lines(tab: AnalysisTab) -> None:
    metrics = tab.fontMetrics()
    width = metrics.horizontalAdvance("How large is the")

    shown = two_lines(
        "How large is the difference between treatments at the visit?", width, metrics
    )

    assert shown.split("\n")[0] == "How large is the"
    assert len(shown.split("\n")) == 2
    assert shown.endswith("\u2026")


def test_that_the_code_of_a_model_is_shown_and_copied(qtbot: QtBot) -> None:
    from sjogren_desktop.gui.code_bar import CodeBar
    from tests.export.test_program_code import run as fitted

    bar = CodeBar(fitted("ancova_visit"))
    qtbot.addWidget(bar)
    button = bar.findChild(QPushButton, "copy_sas_code")
    assert isinstance(button, QPushButton)

    button.click()

    assert "model CHG = TRTP BASE" in QGuiApplication.clipboard().text()
    assert bar.shown.toPlainText() == QGuiApplication.clipboard().text()
    assert not CodeBar(fitted("missingness")).has_code


def test_that_another_study_may_come_while_a_result_is_being_shown(
    tab: AnalysisTab, qtbot: QtBot
) -> None:
    qtbot.mouseClick(tab.run_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: tab.view.is_busy)
    assert tab.is_running
    tab.hide()  # as another tab is shown when a study is opened

    tab.set_study(small_study())
    qtbot.waitUntil(lambda: not tab.is_running)

    assert tab.results == ()
    tab.show()
    assert tab.current_result is None
