"""Help, tour and the check of the installation, from the window."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop import self_test
from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import files, help_window, tour
from sjogren_desktop.gui.crash_reports import write_report
from sjogren_desktop.gui.help_window import HelpWindow, Page, find, folded
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.paths import resource_path
from sjogren_desktop.self_test import Check, Report

AMONG = (
    Page("one.md", "Ärzte and visits", "# Ärzte and visits\n\nMissing visits.", folded("visits")),
    Page("two.md", "Visits", "# Visits\n\nvisits twice", folded("Visits visits missing")),
    Page("three.md", "Other", "# Other\n\nSee [two](two.md).", folded("Other see two")),
)


def help_of(window: MainWindow) -> HelpWindow:
    found = window.findChild(HelpWindow, "help_window")
    assert isinstance(found, HelpWindow)
    return found


# ------------------------------------------------------------------ help


def test_that_every_method_page_and_guide_page_is_in_the_help() -> None:
    names = {page.name for page in help_window.pages()}

    assert {a.method_page for a in ANALYSES} <= names
    assert {o.page for a in ANALYSES for o in a.options} - {""} <= names
    assert help_window.pages()[0].name == "getting_started.md"
    assert all(page.title and not page.title.endswith(".md") for page in help_window.pages())


def test_that_a_page_must_hold_every_word_and_titles_come_first() -> None:
    assert [p.name for p in find("visits", AMONG)] == ["two.md", "one.md"]
    assert [p.name for p in find("missing VISITS", AMONG)] == ["two.md"]
    assert find("nowhere", AMONG) == []
    assert find("  ", AMONG) == list(AMONG)


def test_that_accents_case_and_hyphens_do_not_matter_to_the_search() -> None:
    assert folded("Sjögren  Kenward–Roger") == "sjogren kenward roger"
    assert any(p.name == "kenward_roger.md" for p in find("kenward-roger", help_window.pages()))


def test_that_searching_narrows_the_list_and_shows_the_best_page(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.action("help").trigger()
    shown = help_of(window)
    assert shown.list.count() == len(help_window.pages())

    qtbot.keyClicks(shown.search, "tipping point")

    assert 0 < shown.list.count() < len(help_window.pages())
    assert shown.shown is not None
    assert shown.shown.name == "tipping_point.md"
    assert "ipping" in shown.view.toPlainText()
    assert shown.view.extraSelections()
    shown.close()


def test_that_a_search_without_result_says_so(qtbot: QtBot, window: MainWindow) -> None:
    shown = HelpWindow(window, among=AMONG)

    shown.search.setText("zebra")

    assert shown.count.text() == "0 of 3 pages"
    assert "No page holds all of these words: zebra" in shown.view.toPlainText()
    assert shown.shown is None
    shown.close()


def test_that_links_go_to_other_pages_and_never_to_the_web(
    window: MainWindow, qtbot: QtBot
) -> None:
    shown = HelpWindow(window, page="three.md", among=AMONG)

    shown._follow(QUrl("two.md"))
    assert shown.shown is not None
    assert shown.shown.name == "two.md"
    shown._follow(QUrl("https://example.org/"))

    assert shown.shown.name == "two.md"
    assert "stays offline" in shown.count.text()
    shown.close()


# ------------------------------------------------------------------ tour


def test_that_the_tour_goes_through_the_tabs_and_ends(window: MainWindow, qtbot: QtBot) -> None:
    start = window.import_tab.findChild(QPushButton, "start_tour")
    assert isinstance(start, QPushButton)
    assert not window.help_menu.tour.isVisible()

    qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
    seen = []
    for _ in tour.STEPS:
        seen.append(window.tabs.currentWidget().objectName())
        window.help_menu.tour.next.click()

    assert seen == [step.tab for step in tour.STEPS]
    assert not window.help_menu.tour.isVisible()


def test_that_the_tour_can_go_back_and_be_closed(window: MainWindow) -> None:
    window.action("tour").trigger()
    assert not window.help_menu.tour.back.isEnabled()

    window.help_menu.tour.next.click()
    window.help_menu.tour.back.click()
    assert window.help_menu.tour.step == 0
    window.help_menu.tour.close_button.click()

    assert not window.help_menu.tour.isVisible()


def test_that_every_step_names_a_tab_of_the_window(window: MainWindow) -> None:
    tabs = {window.tabs.widget(n).objectName() for n in range(window.tabs.count())}

    assert {step.tab for step in tour.STEPS} <= tabs


# ------------------------------------------------------------------ reports of faults


def test_that_the_reports_are_shown_once_there_are_any(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Path] = []
    monkeypatch.setattr(files, "show_folder", shown.append)

    window.action("reports").trigger()
    assert shown == []
    assert "no fault has been recorded" in window.message.text
    report = write_report(ValueError("x"))
    assert report is not None
    monkeypatch.setattr("sjogren_desktop.gui.help_menu.reports_folder", lambda: report.parent)
    window.action("reports").trigger()

    assert shown == [report.parent]


# ------------------------------------------------------------------ check of the installation

REPORT = Report(
    (("Date", "2026-01-02"), ("System", "<somewhere> & else")),
    (Check("Good & well", 1e-9, 1e-6), Check("Bad", 1.0, 1e-6)),
)


def test_that_checking_the_installation_writes_a_pdf(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    target = tmp_path / "report.pdf"

    def choose(parent: object, suggested: str, chosen: object) -> None:
        assert suggested.endswith(".pdf")
        chosen(str(target))  # type: ignore[operator]

    monkeypatch.setattr(files, "choose_page", choose)
    monkeypatch.setattr(self_test, "run_checks", lambda progress: REPORT)

    window.action("check").trigger()
    qtbot.waitUntil(lambda: not window.help_menu.qualification.is_running)

    assert target.read_bytes().startswith(b"%PDF")
    assert [p.name for p in tmp_path.iterdir()] == ["report.pdf"]
    assert "1 of 2 checks passed." in window.message.text


def test_that_the_page_of_questions_names_analyses_as_they_are_called() -> None:
    page = resource_path("help", "which_analysis.md").read_text("utf-8")
    bold = {" ".join(name.split()) for name in re.findall(r"\*\*(.+?)\*\*", page, re.DOTALL)}

    titles = {analysis.title for analysis in ANALYSES}
    assert {a.title for a in ANALYSES if a.tab != "safety"} <= bold
    # What is bold besides is a heading, a question.
    assert all(name.endswith("?") for name in bold - titles)


def test_that_every_analysis_of_the_statisticians_list_leads_to_one_that_exists() -> None:
    page = resource_path("help", "which_analysis.md").read_text("utf-8")
    rows = [
        [part.strip() for part in line.strip("|").split("|")]
        for line in page.splitlines()
        if line.startswith("| A")
    ]
    by_title = {analysis.title: analysis for analysis in ANALYSES}

    named = [code.strip() for row in rows for code in row[0].split(",")]
    assert named == [*(f"A{n}" for n in (1, 2, 3)), "A3b", *(f"A{n}" for n in range(4, 41))]
    for codes, _, where in rows:
        analyses = [by_title[title] for title in re.findall(r"\*\*(.+?)\*\*", where)]
        # "the same" are those of the row before; A27 is an option of every analysis as well.
        assert analyses or where.startswith("the same"), codes
        labels = {o.label.lower() for a in analyses or ANALYSES for o in a.options}
        for phrase in re.findall(r"(?<!\*)\*([^*]+?)\*(?!\*)", where):
            text = phrase.removeprefix("Pooled: ").lower()
            assert text in labels or text in _texts(), f"{codes}: {phrase}"


@cache
def _texts() -> str:
    """Return the program's source, in which heads of tables and names of rows stand."""
    folder = Path(self_test.__file__).parent
    return "\n".join(p.read_text("utf-8") for p in sorted(folder.rglob("*.py"))).lower()
