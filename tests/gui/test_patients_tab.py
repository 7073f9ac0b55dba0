"""The Patients tab: found and stepped through by keys, scored by keys, undone, saved, written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop import palette
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.legend import Legend
from sjogren_desktop.gui.patients_tab import NO_STUDY, PatientsTab
from sjogren_desktop.gui.score_table import REMARK
from sjogren_desktop.results import BLINDED, UNBLINDED, AnalysisError, Subjects
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import Dataset, StudyData
from sjogren_desktop.study.patient_notes import PatientNote
from sjogren_desktop.study.score_edits import DATE, ScoreEdit
from tests.gui.conftest import Dialogs
from tests.patient_study import ARMS, patient_study

ROW = {d.key: row for row, d in enumerate(DOMAINS)}


@pytest.fixture
def tab(qtbot: QtBot, dialogs: Dialogs, faults: list[BaseException]) -> PatientsTab:
    """The tab with three patients."""
    made = PatientsTab()
    qtbot.addWidget(made)
    made.resize(1500, 900)
    made.show()
    made.set_study(patient_study())
    qtbot.waitUntil(lambda: made.book is not None and not made.is_running, timeout=30_000)
    qtbot.waitUntil(lambda: not made.view.is_busy)
    return made


def open_one(tab: PatientsTab, key: str) -> None:
    tab.open_subjects(Subjects("", (key,)))


def show_sheet(tab: PatientsTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    tab.view.show_sheet()
    qtbot.waitUntil(tab.view.sheet.table.hasFocus)


def keys(qtbot: QtBot, widget: QWidget, text: str) -> None:
    qtbot.keyClicks(widget, text)


def label(tab: PatientsTab, name: str) -> str:
    return tab.findChild(QLabel, name).text()


def listed(tab: PatientsTab) -> list[str]:
    model = tab.list.model
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


# ------------------------------------------------------------------ list


def test_that_the_tab_says_what_to_do_without_a_study(qtbot: QtBot) -> None:
    tab = PatientsTab()
    qtbot.addWidget(tab)

    assert label(tab, "patients_hint") == NO_STUDY
    tab.step(1)
    tab.ask_page()
    tab.ask_rows()
    assert tab.edits == ()


def test_that_a_study_whose_patients_cannot_be_told_apart_gives_a_sentence(
    qtbot: QtBot, faults: list[BaseException]
) -> None:
    tab = PatientsTab()
    qtbot.addWidget(tab)
    bare = patient_study().adsl.drop(columns="USUBJID")

    tab.set_study(StudyData((Dataset("ADSL", "ADSL", bare),)))
    qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)

    assert "no USUBJID" in tab.message.text
    assert faults == []


def test_that_the_first_patient_is_shown_with_its_course(tab: PatientsTab) -> None:
    assert tab.view.patient.key == "P-1"
    assert label(tab, "patient_title") == "S1 P-1"
    assert label(tab, "patient_summary").startswith(
        "ESSDAI 7 at Week 24 (-4 from 11 at Baseline); "
        "ClinESSDAI 8 at Week 24 (-6 from 14 at Baseline); "
        "ESSPRI 5.33 at Week 24 (-1.33 from 6.67 at Baseline)"
    )
    assert label(tab, "patient_facts").startswith("Completed \u00b7 Site 10")


def test_that_nothing_on_the_tab_tells_the_arm(tab: PatientsTab) -> None:
    for key in ARMS:
        open_one(tab, key)
        texts = [tab.view.text.toPlainText(), *(w.text() for w in tab.findChildren(QLabel))]
        texts += [w.accessibleDescription() + w.toolTip() for w in tab.findChildren(QWidget)]
        assert not [t for t in texts for arm in set(ARMS.values()) if arm in t]


def test_that_typing_finds_patients_and_filters_narrow(tab: PatientsTab, qtbot: QtBot) -> None:
    keys(qtbot, tab.list.search, "P-2")
    qtbot.waitUntil(lambda: listed(tab) == ["P-2"])
    tab.list.clear_filters()
    qtbot.waitUntil(lambda: listed(tab) == ["P-1", "P-2", "P-3"])

    tab.list.site.setCurrentIndex(tab.list.site.findData("20"))
    qtbot.waitUntil(lambda: listed(tab) == ["P-3"])
    assert tab.list.count.text() == "1 of 3 patients"
    tab.list.clear_filters()
    tab.list.flag.setCurrentIndex(tab.list.flag.findData("serious event"))
    qtbot.waitUntil(lambda: listed(tab) == ["P-2"])


def test_that_keys_step_through_the_patients(tab: PatientsTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    tab.list.view.setFocus()
    qtbot.keyClick(tab, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: tab.view.patient.key == "P-2")
    qtbot.keyClick(tab, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(tab, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert tab.view.patient.key == "P-3"
    qtbot.keyClick(tab, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert tab.view.patient.key == "P-2"


def test_that_the_patients_behind_a_number_are_listed_alone(tab: PatientsTab, qtbot: QtBot) -> None:
    tab.open_subjects(Subjects("Serious events, Placebo", ("P-2", "P-3", "X-9")))

    qtbot.waitUntil(lambda: listed(tab) == ["P-2", "P-3"])
    assert label(tab, "patient_only") == "Only 2 patients: Serious events, Placebo"
    assert tab.view.patient.key == "P-2"
    qtbot.mouseClick(tab.list.everybody, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(listed(tab)) == 3)
    assert not tab.list.only.isVisible()


def test_that_patients_who_are_not_there_are_named_in_a_sentence(tab: PatientsTab) -> None:
    tab.open_subjects(Subjects("Headache, Drug", ("X-9",)))

    assert "No patient of this study stands behind: Headache, Drug" in tab.message.text


def test_that_patients_wanted_before_they_are_listed_are_shown_then(qtbot: QtBot) -> None:
    tab = PatientsTab()
    qtbot.addWidget(tab)
    tab.set_study(patient_study())

    tab.open_subjects(Subjects("Pneumonia", ("P-2",)))
    qtbot.waitUntil(lambda: tab.view is not None and tab.view.patient is not None, timeout=30_000)

    assert tab.view.patient.key == "P-2"


def test_that_the_models_keep_their_contract(tab: PatientsTab, qtmodeltester: object) -> None:
    for model in (tab.view.visits, tab.view.sheet.table.model_):
        assert isinstance(model, QAbstractItemModel)
        qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_that_arms_are_shown_once_the_study_was_unblinded(tab: PatientsTab, qtbot: QtBot) -> None:
    badge = tab.findChild(QWidget, "patient_blinded")
    assert badge.isVisible()

    tab.set_study(replace(patient_study(), blinding=UNBLINDED))
    qtbot.waitUntil(lambda: not tab.is_running and not tab.view.is_busy, timeout=30_000)

    assert not badge.isVisible()
    heads = [tab.list.model.headerData(c, Qt.Orientation.Horizontal) for c in range(5)]
    assert heads[3] == "Arm"
    assert [tab.list.model.index(r, 3).data() for r in range(3)] == list(ARMS.values())
    assert "Planned arm Placebo" in label(tab, "patient_facts")
    box = tab.findChild(QComboBox, "lab_choice_1")
    assert "CD19 B cells (cells/uL)" in [box.itemText(i) for i in range(box.count())]


# ------------------------------------------------------------------ course


def test_that_a_patient_without_records_is_shown_as_such(tab: PatientsTab) -> None:
    open_one(tab, "P-3")

    assert label(tab, "patient_summary") == (
        "ESSDAI: no value; ClinESSDAI: no value; ESSPRI: no value."
    )
    assert tab.view.sheet.shown is None
    assert not tab.view.sheet.saving.button.isEnabled()
    assert "None recorded." in tab.view.text.toPlainText()


def test_that_the_course_is_drawn_again_in_the_dark(tab: PatientsTab, qtbot: QtBot) -> None:
    plot = tab.view._plots["scores"]
    application = QApplication.instance()
    assert isinstance(application, QApplication)

    theme.apply(application, "dark")

    dark = palette.THEMES["dark"].background
    qtbot.waitUntil(lambda: plot.backgroundBrush().color().name() == dark)


def test_that_marks_of_the_course_say_what_they_are(tab: PatientsTab) -> None:
    texts = [m.text for m in tab.view._plots["scores"].marks]

    assert "ESSDAI 7\nWeek 24, day 169 2024-08-16" in texts
    levels = [m.text for m in tab.view._plots["domains"].marks]
    assert "Pulmonary: level 1" in levels
    labs = [m.text for m in tab.view._labs[0][1].marks]
    assert labs[-1] == "Immunoglobulin G (g/L)\nWeek 24: 21 (high)\nreference 7 to 16"


def test_that_a_test_that_is_not_in_the_data_is_not_offered(tab: PatientsTab) -> None:
    box = tab.findChild(QComboBox, "lab_choice_1")

    assert [box.itemText(i) for i in range(box.count())] == ["Immunoglobulin G (g/L)"]


def test_that_enter_on_a_visit_opens_its_sheet(tab: PatientsTab) -> None:
    tab._turn_to(1)
    tab.view.visit_view.setCurrentIndex(tab.view.visits.index(1, 0))
    tab.view.visit_view.activated.emit(tab.view.visits.index(1, 0))

    assert tab.view.pages.currentWidget() is tab.view.sheet
    assert tab.view.sheet.shown.name == "Week 4"


# ------------------------------------------------------------------ score sheet


def test_that_a_visit_is_rated_by_keys_and_everything_follows(
    tab: PatientsTab, qtbot: QtBot
) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.add_visit()
    qtbot.waitUntil(sheet.table.hasFocus)

    keys(qtbot, sheet.table, "100200000010")
    for item, rating in (("dryness", "4"), ("fatigue", "5"), ("pain", "6,0")):
        field = sheet.esspri.fields[item]
        qtbot.waitUntil(field.hasFocus)
        keys(qtbot, field, rating)
        qtbot.keyClick(field, Qt.Key.Key_Return)

    # constitutional 3 + articular 2 x 2 + haematological 2 = 9; Clin 4 + 6 + 2 = 12
    totals = sheet.totals
    assert (totals.text("essdai", "Now"), totals.text("clinessdai", "Now")) == ("9", "12")
    assert totals.text("essdai", "Change") == "-2"
    assert totals.text("essdai", "Activity") == "moderate"
    assert totals.text("esspri", "Now") == "5.00"
    assert totals.text("esspri", "Response") == "yes (fall \u2265 1 or 15%)"
    qtbot.waitUntil(sheet.saving.who.hasFocus)
    keys(qtbot, sheet.saving.who, "Dr A")
    qtbot.keyClick(sheet.saving.who, Qt.Key.Key_Return)

    assert {e.variable: e.new for e in tab.edits if e.variable not in ROW} == {
        DATE: sheet.shown.date,
        "dryness": 4,
        "fatigue": 5,
        "pain": 6,
    }
    assert all((e.subject, e.who, e.old, e.reason) == ("P-1", "Dr A", None, "") for e in tab.edits)
    assert tab.list.model.index(0, 4).data() == "9"
    assert "until the program ends" in sheet.message.text  # no file has it
    assert not sheet.is_draft


def test_that_an_impossible_level_is_refused_in_place(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(ROW["cns"])

    keys(qtbot, sheet.table, "1")

    assert "Central nervous system has no level 1" in sheet.message.text
    assert sheet.entries["cns"] == 0
    assert sheet.table.domain.key == "cns"
    keys(qtbot, sheet.table, "2")
    assert sheet.entries["cns"] == 2
    assert sheet.message.text == ""


def test_that_letters_rate_nothing_and_go_nowhere(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(3)

    keys(qtbot, sheet.table, "rx")

    assert (sheet.is_draft, sheet.table.domain.key) == (False, "articular")


def test_that_undo_and_redo_go_over_entries_of_every_kind(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(ROW["renal"])
    keys(qtbot, sheet.table, "2")
    slider = sheet.esspri.sliders["pain"]
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Home)
    assert (sheet.entries["renal"], sheet.entries["pain"]) == (2, 0)
    assert sheet.esspri.fields["pain"].text() == "0"

    for _ in range(2):
        sheet.undo()

    assert (sheet.entries["renal"], sheet.entries["pain"]) == (0, 6)
    assert (slider.value(), sheet.is_draft) == (6, False)
    sheet.redo()
    assert sheet.entries["renal"] == 2


def test_that_changing_a_saved_level_needs_name_and_reason(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(ROW["pulmonary"])
    keys(qtbot, sheet.table, "3")
    assert sheet.table.model_.index(ROW["pulmonary"], REMARK).data() == "saved: 1"

    sheet.save()
    assert "Give your name" in sheet.message.text
    keys(qtbot, sheet.saving.who, "Dr A")
    sheet.save()
    assert "Give the reason" in sheet.message.text
    assert tab.edits == ()
    assert sheet.saving.reason.hasFocus()
    keys(qtbot, sheet.saving.reason, "CT read again")
    qtbot.keyClick(sheet.saving.reason, Qt.Key.Key_Return)

    (edit,) = tab.edits
    assert (edit.visit, edit.variable, edit.old, edit.new) == ((24.0, "Week 24"), "pulmonary", 1, 3)
    assert edit.reason == "CT read again"
    assert "edited" in str(tab.book.listing.loc["P-1", "Flags"])


def test_that_entries_wait_while_other_patients_are_looked_at(
    tab: PatientsTab, qtbot: QtBot
) -> None:
    show_sheet(tab, qtbot)
    tab.view.sheet.table.go_to(ROW["renal"])
    keys(qtbot, tab.view.sheet.table, "1")

    tab.step(1)
    assert tab.view.sheet.drafts() == ("P-1",)
    assert not tab.view.sheet.is_draft
    tab.step(-1)

    assert tab.view.sheet.entries["renal"] == 1


def test_that_a_finding_that_disagrees_with_the_level_is_remarked(
    tab: PatientsTab, qtbot: QtBot
) -> None:
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(ROW["articular"])
    field = sheet.panel._fields["finding.synovitis_28"]
    field.setFocus()
    keys(qtbot, field, "6")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    model = sheet.table.model_
    assert "support 3 (high); the level is 0" in sheet.panel.doubt.text
    assert model.index(ROW["articular"], REMARK).data() == "\u26a0 check findings"
    # IgG of 21 g/L in the data supports moderate; the level is 0.
    assert "support 2" in model.remark(DOMAINS[ROW["biological"]])


def test_that_a_text_that_is_no_number_is_refused(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    field = tab.view.sheet.esspri.fields["pain"]
    field.setFocus()
    field.selectAll()
    keys(qtbot, field, "much")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert "much is not a number" in tab.view.sheet.message.text
    assert field.text() == "6"


def test_that_a_click_on_a_level_rates_it(tab: PatientsTab, qtbot: QtBot) -> None:
    show_sheet(tab, qtbot)
    table = tab.view.sheet.table
    index = table.model_.index(ROW["cutaneous"], 1)
    box = table._choices.boxes(table.visualRect(index), (0, 1, 2, 3))[2]

    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box.center())

    assert tab.view.sheet.entries["cutaneous"] == 2


def test_that_the_page_and_the_workbook_hold_what_is_on_the_sheet(
    tab: PatientsTab, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    show_sheet(tab, qtbot)
    tab.view.sheet.table.go_to(ROW["renal"])
    keys(qtbot, tab.view.sheet.table, "2")
    for name, ask in (("sheet.pdf", tab.ask_page), ("sheet.xlsx", tab.ask_rows)):
        dialogs.answer = tmp_path / name
        ask()
        qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)
        assert name in tab.message.text

    assert (tmp_path / "sheet.pdf").read_bytes()[:5] == b"%PDF-"
    rows = list(openpyxl.load_workbook(tmp_path / "sheet.xlsx")["Score sheets"].values)
    last = dict(zip(rows[0], rows[3], strict=True))
    assert (last["Visit"], last["Renal"], last["ESSDAI"]) == ("Week 24", 2, 17)
    assert last["State"] == "draft, not saved"
    assert not any(arm in str(row) for row in rows for arm in set(ARMS.values()))


def test_that_what_is_written_says_how_blinded_the_study_is(
    tab: PatientsTab, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    tab.set_study(replace(patient_study(), blinding=BLINDED))
    qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)
    show_sheet(tab, qtbot)
    dialogs.answer = tmp_path / "sheet.xlsx"

    tab.ask_rows()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)

    book = openpyxl.load_workbook(dialogs.answer)
    assert str(book["Notes"]["A1"].value).startswith("BLINDED: ")
    assert all("BLINDED" in sheet.oddHeader.center.text for sheet in book)


def test_that_a_file_that_cannot_be_written_gives_a_sentence(
    tab: PatientsTab, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path, faults: list[BaseException]
) -> None:
    dialogs.answer = tmp_path / "nowhere" / "sheet.pdf"

    tab.ask_page()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=30_000)

    assert "sheet.pdf" in tab.message.text
    assert faults == []


# ------------------------------------------------------------------ notes and keeping


def test_that_a_note_is_written_by_keys_and_kept(tab: PatientsTab, qtbot: QtBot) -> None:
    tab.activateWindow()
    tab._turn_to(4)
    page = tab.view.notes
    keys(qtbot, page.entry, "Ask the site about Week 4")
    page.save()
    assert "Give your name" in page.message.text
    keys(qtbot, page.who, "Dr B")
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)

    (note,) = tab.notes
    assert (note.subject, note.text, note.who) == ("P-1", "Ask the site about Week 4", "Dr B")
    assert page.text.toPlainText().endswith(", Dr B\nAsk the site about Week 4")
    assert page.entry.toPlainText() == ""
    open_one(tab, "P-2")
    assert "no note" in page.text.toPlainText()


def test_that_a_note_begun_waits_for_its_patient(tab: PatientsTab) -> None:
    tab.view.notes.entry.setPlainText("half a")

    tab.step(1)
    assert tab.view.notes.entry.toPlainText() == ""
    tab.step(-1)

    assert tab.view.notes.entry.toPlainText() == "half a"


class Refusing:
    """A study file that cannot be written."""

    edits: tuple[ScoreEdit, ...] = ()
    notes: tuple[PatientNote, ...] = ()

    def record(self, what: object) -> None:
        raise AnalysisError("The study file cannot be written. Check the disk.")


def test_that_what_could_not_be_kept_stays_on_the_sheet(tab: PatientsTab, qtbot: QtBot) -> None:
    tab.set_store(Refusing(), Refusing(), file="trial.sjd")
    show_sheet(tab, qtbot)
    sheet = tab.view.sheet
    sheet.table.go_to(ROW["renal"])
    keys(qtbot, sheet.table, "1")
    keys(qtbot, sheet.saving.who, "Dr A")
    keys(qtbot, sheet.saving.reason, "seen")
    sheet.save()

    assert "cannot be written" in sheet.message.text
    assert sheet.is_draft
    tab.view.notes.who.setText("Dr A")
    tab.view.notes.entry.setPlainText("keep me")
    tab.view.notes.save()
    assert "cannot be written" in tab.view.notes.message.text
    assert tab.view.notes.entry.toPlainText() == "keep me"


def test_that_the_legend_of_scores_is_not_cut_at_twice_the_size(
    tab: PatientsTab, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.set_text_size(qapp, 200)
    tab.resize(1000, 800)
    tab.show()
    legend = tab.view.findChild(Legend)
    assert legend is not None

    qtbot.waitUntil(lambda: legend.places(legend.width())[-1].right() < legend.width())
    assert all(place.right() < legend.width() for place in legend.places(legend.width()))
