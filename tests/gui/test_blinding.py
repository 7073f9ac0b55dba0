"""The blind in the window: withheld on opening, shown for a name and a reason, recorded."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidgetItem, QPushButton, QTextBrowser
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import analysis_tab, question_row, theme
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.unblind_dialogs import RecordDialog
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, UNBLINDED, AnalysisError, Subjects
from sjogren_desktop.study.unblinding import (
    PASSPHRASE,
    PATIENT_UNBLINDED,
    REFUSED,
    STUDY_UNBLINDED,
    UnblindingLog,
)
from tests.gui import fakes
from tests.gui.conftest import Dialogs
from tests.studies import MONTHLY, PLACEBO, small_study

COMPARISON = replace(fakes.MMRM, compares_arms=True)


def load(window: MainWindow, qtbot: QtBot) -> None:
    window.set_analyses((COMPARISON, fakes.ANCOVA, fakes.OVERVIEW))
    window.open_paths([Path("study")])
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    for panel in (window.blinder, window.import_tab, window.patients_tab):
        qtbot.waitUntil(lambda panel=panel: not panel.is_running, timeout=30_000)  # type: ignore[misc]


def dialog(window: MainWindow, name: str) -> QDialog:
    found = window.findChild(QDialog, name)
    assert isinstance(found, QDialog)
    return found


def fill(asked: QDialog, qtbot: QtBot, **texts: str) -> None:
    for name, text in texts.items():
        field = asked.findChild(QLineEdit, name)
        assert isinstance(field, QLineEdit), name
        field.clear()
        if field.completer():  # its list grabs the keyboard, which a window off screen cannot
            field.setText(text)
        else:
            qtbot.keyClicks(field, text)


def confirm(asked: QDialog, qtbot: QtBot) -> None:
    button = asked.findChild(QPushButton, "unblind_confirm")
    assert isinstance(button, QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def unblind(window: MainWindow, qtbot: QtBot) -> None:
    window.action("unblind").trigger()
    asked = dialog(window, "unblind_dialog")
    fill(asked, qtbot, unblind_who="A. Reader", unblind_reason="Database lock")
    confirm(asked, qtbot)
    settle(window, qtbot)


def message_of(asked: QDialog) -> str:
    label = asked.findChild(QLabel, "unblind_message_text")
    assert isinstance(label, QLabel)
    return label.text()


def test_that_a_study_with_arms_opens_blinded(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)

    assert window.study is not None
    assert window.study.blinding == BLINDED
    assert window.study.adsl["TRT01P"].unique().tolist() == ["All patients"]
    assert window.blinding.isVisible()
    assert window.blinding.text == "BLINDED"
    assert "withheld" in window.blinding.toolTip()
    assert "opened blinded" in window.message.text
    arms = [window.import_tab.data_sets.index(row, 7).data() for row in range(2)]
    assert arms == ["All patients", ""]


def test_that_a_comparison_is_listed_as_unavailable_with_a_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    tab = window.analysis_tab
    window.tabs.setCurrentWidget(tab)
    assert tab.list.currentRow() == 1  # the first that can be done
    tab.list.setCurrentRow(0)

    listed = [tab.list.item(row) for row in range(2)]
    assert [question(e) == analysis_tab.NOT_WHILE_BLINDED for e in listed] == [True, False]
    hint = tab.view.findChild(QLabel, "result_hint")
    assert isinstance(hint, QLabel)
    assert "withheld while the study is blinded" in hint.text()
    assert not tab.run_button.isEnabled()
    tab.list.setCurrentRow(1)
    assert tab.run_button.isEnabled()


def question(entry: QListWidgetItem) -> str:
    return str(entry.data(question_row.QUESTION))


def test_that_unblinding_asks_for_a_name_and_a_reason(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("unblind").trigger()
    asked = dialog(window, "unblind_dialog")

    confirm(asked, qtbot)
    assert "Give your name" in message_of(asked)
    fill(asked, qtbot, unblind_who="A. Reader")
    confirm(asked, qtbot)
    assert "reason" in message_of(asked)

    assert asked.isVisible()
    assert window.blinder.log.records == ()
    assert window.study is not None
    assert window.study.blinding == BLINDED
    asked.reject()


def test_that_an_unblinded_study_shows_arms_everywhere_and_is_recorded(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)

    unblind(window, qtbot)

    assert window.study is not None
    assert window.study.blinding == UNBLINDED
    assert window.blinding.text == "UNBLINDED"
    assert PLACEBO in str(window.import_tab.data_sets.index(0, 7).data())
    assert question(window.analysis_tab.list.item(0)) == COMPARISON.question
    (entry,) = window.blinder.log.records
    assert (entry.what, entry.who, entry.reason) == (
        STUDY_UNBLINDED,
        "A. Reader",
        "Database lock",
    )
    assert "unblinded" in window.message.text


def test_that_entries_not_saved_stay_when_the_arms_are_shown(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    view = window.patients_tab.view
    assert view is not None
    view.sheet.enter("renal", 2)
    view.notes.entry.setPlainText("half a note")
    patient = window.patients_tab.list.current  # type: ignore[union-attr]
    assert view.sheet.drafts() == (patient,)

    unblind(window, qtbot)

    assert window.study is not None
    assert window.study.blinding == UNBLINDED
    assert view.sheet.drafts() == (patient,)
    assert view.sheet.entries["renal"] == 2
    assert view.notes.entry.toPlainText() == "half a note"

    window.import_tab.may_open = lambda then: True  # the question is asked elsewhere
    window.open_paths([Path("other")])
    settle(window, qtbot)
    assert view.sheet.drafts() == ()
    assert view.notes.begun == 0


def test_that_results_made_before_are_put_away(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.safety_tab)
    window.safety_tab.run()
    qtbot.waitUntil(lambda: not window.safety_tab.is_running)
    assert window.results

    unblind(window, qtbot)

    assert window.results == ()


def test_that_a_study_pooled_again_says_that_it_was_unblinded(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    assert not window.action("pool").isEnabled()
    unblind(window, qtbot)
    assert not window.action("unblind").isEnabled()

    window.action("pool").trigger()
    settle(window, qtbot)

    assert window.study is not None
    assert window.study.blinding == POOLED_AGAIN
    assert window.blinding.text == "UNBLINDED BEFORE"
    assert window.study.adsl["TRT01P"].nunique() == 1


def test_that_a_study_opened_again_is_blinded_and_says_that_it_was_not(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    unblind(window, qtbot)

    load(window, qtbot)

    assert window.blinding.text == "UNBLINDED BEFORE"


def test_that_one_patient_is_unblinded_in_the_dialog_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    window.open_subjects(Subjects("one patient", ("S1-1003",)))
    window.action("unblind_patient").trigger()
    asked = dialog(window, "unblind_patient_dialog")
    subject = asked.findChild(QLineEdit, "unblind_subject")
    assert isinstance(subject, QLineEdit)
    assert subject.text() == "S1-1003"

    fill(asked, qtbot, unblind_who="Dr Night", unblind_reason="Anaphylaxis")
    confirm(asked, qtbot)

    answer = asked.findChild(QLabel, "unblind_answer")
    assert isinstance(answer, QLabel)
    assert answer.text() == f"TRT01P: {MONTHLY}\nTRT01A: {MONTHLY}"
    (entry,) = window.blinder.log.records
    assert (entry.what, entry.subject, entry.who) == (PATIENT_UNBLINDED, "S1-1003", "Dr Night")
    assert window.blinding.text == "BLINDED"
    assert "one by one, for emergencies: 1." in window.blinding.toolTip()
    asked.reject()


def test_that_an_unknown_patient_is_named_in_a_sentence(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("unblind_patient").trigger()
    asked = dialog(window, "unblind_patient_dialog")

    fill(asked, qtbot, unblind_subject="S9", unblind_who="Dr Night", unblind_reason="Fall")
    confirm(asked, qtbot)

    assert "no treatment of a patient S9" in message_of(asked)
    assert window.blinder.log.records == ()
    asked.reject()


def test_that_a_second_passphrase_is_needed_once_it_is_set(
    window: MainWindow, qtbot: QtBot
) -> None:
    load(window, qtbot)
    window.action("passphrase").trigger()
    asked = dialog(window, "passphrase_dialog")
    fill(
        asked,
        qtbot,
        unblind_who="A. Statistician",
        unblind_reason="Agreed in the plan",
        passphrase_new="willow and rain",
        passphrase_again="willow and rian",
    )
    confirm(asked, qtbot)
    assert "not the same" in message_of(asked)
    fill(asked, qtbot, passphrase_again="willow and rain")
    confirm(asked, qtbot)
    assert "second passphrase is needed" in window.message.text

    window.action("unblind").trigger()
    asked = dialog(window, "unblind_dialog")
    fill(asked, qtbot, unblind_reason="Database lock", unblind_passphrase="willow")
    confirm(asked, qtbot)
    assert "passphrase is wrong" in message_of(asked)
    assert window.blinding.text == "BLINDED"
    fill(asked, qtbot, unblind_passphrase="willow and rain")
    confirm(asked, qtbot)
    settle(window, qtbot)

    assert window.blinding.text == "UNBLINDED"
    assert [r.what for r in window.blinder.log.records] == [PASSPHRASE, REFUSED, STUDY_UNBLINDED]


def test_that_a_record_that_cannot_be_kept_keeps_the_blind(
    window: MainWindow, qtbot: QtBot
) -> None:
    class Full(UnblindingLog):
        def record(self, unblinding: object) -> None:
            raise AnalysisError("The disk is full, so nothing can be recorded.")

    load(window, qtbot)
    window.blinder.set_log(Full())
    window.action("unblind").trigger()
    asked = dialog(window, "unblind_dialog")

    fill(asked, qtbot, unblind_who="A. Reader", unblind_reason="Database lock")
    confirm(asked, qtbot)

    assert "disk is full" in message_of(asked)
    assert window.blinding.text == "BLINDED"
    asked.reject()


def test_that_a_synthetic_study_opens_with_arms_and_can_be_blinded(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    desk.study = replace(small_study(), synthetic=True)
    load(window, qtbot)
    assert window.study is desk.study
    assert not window.blinding.isVisible()

    window.action("pool").trigger()
    settle(window, qtbot)

    assert window.study.blinding == BLINDED
    assert window.study.synthetic
    assert window.blinding.isVisible()
    unblind(window, qtbot)
    assert window.blinding.text == "UNBLINDED"


def test_that_the_record_and_what_is_withheld_can_be_read(window: MainWindow, qtbot: QtBot) -> None:
    load(window, qtbot)
    window.action("withheld").trigger()
    pages = dialog(window, "pages_dialog")
    (browser,) = pages.findChildren(QTextBrowser)
    assert "ADSL: TRT01P, TRT01PN, TRT01A, TRT01AN." in browser.toPlainText()
    pages.reject()
    unblind(window, qtbot)

    window.action("records").trigger()

    shown = dialog(window, "record_dialog")
    assert isinstance(shown, RecordDialog)
    texts = [shown.table.index(0, column).data() for column in range(1, 6)]
    assert texts == [
        "The treatment arms of the study were shown",
        "S1, S2",
        "",
        "A. Reader",
        "Database lock",
    ]
    shown.reject()


def test_that_de_identified_data_of_a_blinded_study_are_pooled_too(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    load(window, qtbot)
    dialogs.answer = tmp_path / "out"

    window.action("export_deidentified").trigger()
    qtbot.waitUntil(lambda: not window.exporter.is_running, timeout=30_000)

    assert "2 de-identified data sets were written" in window.message.text
    text = (tmp_path / "out" / "data" / "adsl.csv").read_text(encoding="utf-8")
    assert "All patients" in text
    assert "S1-0003" not in text
    assert MONTHLY not in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_that_the_badge_can_be_read_in_both_themes(
    window: MainWindow, qtbot: QtBot, qapp: object, scheme: str
) -> None:
    theme.apply(qapp, scheme)  # type: ignore[arg-type]
    load(window, qtbot)
    label = window.blinding.findChild(QLabel)
    assert isinstance(label, QLabel)

    ink = label.palette().color(label.foregroundRole())
    assert ink == theme.color("warning_ink", theme.scheme_of(qapp.palette()))  # type: ignore[attr-defined]
