"""Search in everything: found by words, walked by keys, gone to, put away."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import about
from sjogren_desktop.gui.destinations import destinations
from sjogren_desktop.gui.finder import Place, find
from sjogren_desktop.gui.help_window import HelpWindow, pages
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.study.data import Dataset
from tests.gui import fakes
from tests.gui.test_main_window import load

PLACES = (
    Place("Question", "Change from baseline (MMRM)", "How much does the score change?", "mmrm"),
    Place("Patient", "S1-0012", "Completed", "S1-0012"),
    Place("Command", "Open files", "Open data files", "open_files"),
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["mmrm", "S1-0012", "open_files"]),
        ("open", ["open_files"]),
        ("MMRM change", ["mmrm"]),
        ("patient 0012", ["S1-0012"]),
        ("change open", []),
    ],
)
def test_that_every_word_has_to_be_found(text: str, keys: list[str]) -> None:
    assert [p.key for p in find(PLACES, text)] == keys


def test_that_titles_that_begin_with_the_text_come_first() -> None:
    places = (Place("A", "late score", "", "1"), Place("A", "score", "", "2"))

    assert [p.key for p in find(places, "score")] == ["2", "1"]


def test_that_what_holds_the_words_only_inside_comes_last(window: MainWindow) -> None:
    places = (
        Place("Help", "Safety", "", "1", "counts of neutropenia"),
        Place("A", "count", "", "2"),
    )
    assert [p.key for p in find(places, "count")] == ["2", "1"]
    assert [p.key for p in find(places, "safety neutropenia")] == ["1"]

    assert "proportions.md" in [p.key for p in find(tuple(destinations(window)), "newcombe")]


def test_that_ctrl_k_finds_a_question_and_goes_there(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.activateWindow()
    window.action("search").trigger()
    field = window.finder.field
    qtbot.waitUntil(field.hasFocus)

    qtbot.keyClicks(field, "question overview adverse")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert not window.finder.isVisible()
    assert window.tabs.currentWidget() is window.safety_tab
    assert window.safety_tab.current is fakes.OVERVIEW


def test_that_what_comes_while_words_are_typed_is_found_too(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.action("search").trigger()
    qtbot.keyClicks(window.finder.field, "S2-1003")
    assert window.finder.list.count() == 0

    load(window, qtbot)
    qtbot.waitUntil(lambda: window.finder.list.count() > 0, timeout=30_000)
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    assert window.patients_tab.view.patient.key == "S2-1003"


def test_that_a_patient_is_found_and_shown(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("search").trigger()

    qtbot.keyClicks(window.finder.field, "S2-1003")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    assert window.tabs.currentWidget() is window.patients_tab
    assert window.patients_tab.view.patient.key == "S2-1003"


def test_that_a_command_and_a_method_page_are_reached(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(about, "show_about", lambda parent: shown.append("about"))
    monkeypatch.setattr(about, "show_help", lambda parent, page: shown.append(page))
    for text in ("command about", "method ancova"):
        window.action("search").trigger()
        qtbot.keyClicks(window.finder.field, text)
        qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    assert shown == ["about", "ancova.md"]


def test_that_arrows_walk_and_escape_gives_the_keys_back(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.analysis_tab.list.setFocus()
    qtbot.waitUntil(window.analysis_tab.list.hasFocus)
    window.action("search").trigger()
    qtbot.waitUntil(window.finder.field.hasFocus)

    qtbot.keyClick(window.finder.field, Qt.Key.Key_Down)
    assert window.finder.list.currentRow() == 1
    qtbot.keyClicks(window.finder.field, "xyz")
    assert window.finder.list.count() == 0
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)
    assert window.finder.isVisible()
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Escape)

    assert not window.finder.isVisible()
    assert QApplication.focusWidget() is window.analysis_tab.list


def test_that_a_variable_is_found_and_its_column_shown(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    assert window.study is not None
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.action("search").trigger()

    qtbot.keyClicks(window.finder.field, "variable avisitn adqs")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    preview = window.import_tab.preview
    assert window.tabs.currentWidget() is window.import_tab
    assert preview.model.names[preview.view.currentIndex().column()] == "AVISITN"


def test_that_a_measurement_is_found_and_its_records_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    places = [p for p in destinations(window) if p.kind == "Measurement"]
    assert any(p.key.startswith("ADQS/ESSDAI") for p in places)
    window.action("search").trigger()

    qtbot.keyClicks(window.finder.field, "measurement essdai adqs")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    model = window.import_tab.preview.model
    assert window.tabs.currentWidget() is window.import_tab
    assert window.import_tab._tabs.currentWidget() is window.import_tab.preview
    column = model.names.index("PARAMCD")
    qtbot.waitUntil(lambda: model.rowCount() > 0, timeout=10_000)
    field = window.import_tab.preview.findChild(QLineEdit, "preview_filter")
    assert isinstance(field, QLineEdit)
    assert field.text() == "ESSDAI"
    assert "ESSDAI" in str(model.index(0, column).data())


def test_that_an_adverse_event_is_found_and_its_patients_listed(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    headache, nausea = ("S1-0000", "S1-0001", "S1-0001", "S2-1003"), ("S1-0002",)
    records = pd.DataFrame(
        {
            "STUDYID": [subject[:2] for subject in headache + nausea],
            "USUBJID": headache + nausea,
            "AEDECOD": ["Headache"] * 4 + ["Nausea"],
        }
    )
    study = desk.study
    desk.study = replace(study, datasets=(*study.datasets, Dataset("ADAE", "ADAE", records)))
    load(window, qtbot)
    window.action("search").trigger()

    qtbot.keyClicks(window.finder.field, "headache")
    assert window.finder.list.item(0).text() == "Adverse event: Headache \u2013 3 patients"
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    listing = window.patients_tab.list
    assert listing is not None
    qtbot.waitUntil(lambda: listing.model.rowCount() == 3, timeout=10_000)
    assert window.tabs.currentWidget() is window.patients_tab
    assert listing.current == "S1-0000"
    assert "3 of 60 patients listed" in window.status.text()


def test_that_terms_of_a_study_put_away_are_not_found(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    records = pd.DataFrame({"USUBJID": ["S1-0000"], "AETERM": ["Headache"]})
    study = desk.study
    desk.study = replace(study, datasets=(*study.datasets, Dataset("AE", "ADAE", records)))
    load(window, qtbot)
    assert [p.title for p in destinations(window) if p.kind == "Adverse event"] == ["Headache"]

    window.desk.clear_study()

    assert [p.title for p in destinations(window) if p.kind == "Adverse event"] == []


def test_that_variables_withheld_from_a_blinded_study_are_not_found(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    assert window.study is not None
    kept = replace(window.study.datasets[0], frame=window.study.datasets[0].frame[["USUBJID"]])
    window.study = replace(window.study, datasets=(kept,))

    found = [p.title for p in destinations(window) if p.kind == "Variable"]

    assert found == ["USUBJID"]


def test_that_a_page_of_the_help_is_reached(window: MainWindow, qtbot: QtBot) -> None:
    window.action("search").trigger()
    qtbot.keyClicks(window.finder.field, "help which analysis")
    qtbot.keyClick(window.finder.field, Qt.Key.Key_Return)

    shown = window.findChild(HelpWindow, "help_window")
    assert isinstance(shown, HelpWindow)
    assert shown.list.currentItem().text() in [p.title for p in pages()]
    shown.close()
