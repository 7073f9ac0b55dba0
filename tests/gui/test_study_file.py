"""The study file in the window: made, filled, locked, opened again, and what is said of it."""
# reason: one keeper of one file, whose states all tests go through

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.opening import open_files
from sjogren_desktop.gui import keychain, last_seen, settings
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.figure_bar import PictureSize
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import NewPassphraseDialog, UnlockDialog
from sjogren_desktop.gui.strength import strength_of
from sjogren_desktop.gui.trail_dialog import TrailDialog
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, AnalysisError
from sjogren_desktop.study import store
from sjogren_desktop.study.blinding import blind
from sjogren_desktop.study.event_edits import EventEdit
from sjogren_desktop.study.patient_notes import PatientNote
from sjogren_desktop.study.score_edits import ScoreEdit
from sjogren_desktop.study.store import StudyFile, opening
from sjogren_desktop.study.unblinding import Request
from tests.gui import fakes
from tests.gui.conftest import Dialogs, type_passphrase
from tests.studies import small_study
from tests.study.store.making import CHEAP, PASSPHRASE, tampered

WAIT = 30_000


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "Cost", lambda: CHEAP)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "trial.sjd"


def quiet(window: MainWindow) -> bool:
    """Say whether nothing is being done in the background."""
    return not any(worker.is_running for worker in window._workers)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: quiet(window), timeout=WAIT)


def load(window: MainWindow, qtbot: QtBot) -> None:
    window.open_paths([Path("study")])
    settle(window, qtbot)


def command(window: MainWindow, name: str) -> QAction:
    return window.study_menu.commands[name]


def make(window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path) -> StudyFile:
    """Make a study file through the menu and the dialog."""
    dialogs.answer = path
    command(window, "new").trigger()
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, NewPassphraseDialog)
    qtbot.keyClicks(dialog.passphrase, "long enough words")
    qtbot.keyClicks(dialog.again, "long enough words")
    dialog.who.setText("Anna")
    qtbot.mouseClick(dialog.button, Qt.MouseButton.LeftButton)
    settle(window, qtbot)
    assert window.keeper.file is not None
    return window.keeper.file


def give(window: MainWindow, qtbot: QtBot, passphrase: str) -> None:
    """Give a passphrase to the dialog that asks for it."""
    type_passphrase(window, qtbot, passphrase)
    settle(window, qtbot)


def kept_file(path: Path) -> None:
    with store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(small_study())


def edit() -> ScoreEdit:
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return ScoreEdit("S1-0000", (4.0, "Week 4"), "renal", None, 2.0, "Anna", when)


# ------------------------------------------------------------------ make, fill, open again


def test_that_without_a_study_file_the_window_says_so(window: MainWindow) -> None:
    assert window.file_state.text() == "No study file"
    assert not command(window, "trail").isEnabled()
    assert command(window, "new").isEnabled()


def test_that_a_new_file_takes_the_study_and_what_was_added_to_it(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]
    note = PatientNote("S1-0000", "Dry eyes.", "Anna", datetime(2026, 1, 2, tzinfo=UTC))
    window.patients_tab._notes.record(note)

    file = make(window, qtbot, dialogs, path)

    study = file.study()
    assert study is not None
    assert study.study_ids == ("S1", "S2")
    assert file.scores.edits == (edit(),)
    assert file.notes.notes == (note,)
    assert {entry.who for entry in file.trail} == {"Anna"}
    assert window.file_state.text().startswith("trial.sjd \u00b7 encrypted \u00b7 saved")


def test_that_changed_events_go_into_the_file_and_come_back(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    before = EventEdit("S1-0000", "rescue", "counts", None, "Y", "Anna", when, "seen in the chart")
    later = EventEdit("S1-0001", "death", "counts", None, "Y", "Anna", when, "letter")
    window.estimand_tab._log.record_events([before])

    file = make(window, qtbot, dialogs, path)
    window.estimand_tab._log.record_events([later])

    assert file.events.event_edits == (before, later)
    command(window, "close").trigger()
    assert window.estimand_tab.event_edits == ()
    window.open_paths([path])
    give(window, qtbot, "long enough words")
    assert window.estimand_tab.event_edits == (before, later)
    assert window.study is not None
    assert window.study.event_edits == (before, later)


def test_that_data_imported_later_are_saved_at_once(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    file = make(window, qtbot, dialogs, path)
    assert file.cuts() == ()
    (tmp_path / "adsl.csv").write_text("x", encoding="utf-8")

    window.open_paths([tmp_path])
    settle(window, qtbot)

    assert file.cuts() == (1,)
    assert [s.name for s in file.sources(1)] == ["adsl.csv"]
    assert "saved in trial.sjd, data cut 1" in window.message.text


def test_that_scores_go_to_the_file_and_results_are_saved(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, path)

    window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.action("run").trigger()
    settle(window, qtbot)

    assert file.scores.edits == (edit(),)
    assert [r.analysis for r in file.results()] == ["mmrm_change"]


def test_that_an_earlier_cut_of_the_file_is_compared_with_what_moved(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    study = small_study()
    frame = study.adsl.copy()
    assert frame.loc[0, ["USUBJID", "FASFL"]].tolist() == ["S1-0000", "Y"]
    frame.loc[0, "FASFL"] = "N"
    changed = [
        replace(d, frame=frame) if d.name == "ADSL" else d for d in study.datasets
    ]  # fmt: skip
    result = catalogue.run(catalogue.find("participant_flow"), blind(study).study, {})
    with store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(study)
        file.save_result(result)
        file.save_study(replace(study, datasets=tuple(changed)))
        assert (file.results(), [r.title for r in file.results(1)]) == ((), [result.title])
    window.keeper.open(path)
    give(window, qtbot, PASSPHRASE)
    menu = window.import_tab.comparing.menu()

    menu.aboutToShow.emit()
    (action,) = [a for a in menu.actions() if "data cut 1" in a.text()]
    action.trigger()
    dialog = window.import_tab.comparing.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=WAIT)

    assert dialog.compared is not None
    counts = {
        c.dataset: (c.added, c.removed, c.changed_records, c.subjects)
        for c in dialog.compared.datasets
    }
    assert counts["ADSL"] == (0, 0, 1, ("S1-0000",))
    assert counts["ADQS"] == (0, 0, 0, ())
    (rerun,) = dialog.compared.reruns
    assert rerun.moved
    assert all("Placebo" not in f"{m.row} {m.column}" for m in rerun.moved)
    assert dialog.open_button.isHidden()
    dialog.reject()


def test_that_every_export_is_entered_in_the_trail(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, path)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.action("run").trigger()
    settle(window, qtbot)

    dialogs.answer = tmp_path / "results.xlsx"
    window.action("export_workbook").trigger()
    settle(window, qtbot)
    dialogs.answer = tmp_path / "figure.png"
    window.analysis_tab.view.figure_bar._ask_name(PictureSize())
    qtbot.waitUntil(lambda: not window.analysis_tab.view.figure_bar.is_running, timeout=WAIT)
    settle(window, qtbot)
    dialogs.answer = tmp_path / "findings.xlsx"
    window.import_tab.findings_pane._ask_where()
    qtbot.waitUntil(lambda: file.trail[-1].place == "findings.xlsx", timeout=WAIT)

    entered = [(e.what, e.place, e.new, e.who) for e in file.trail if "Export" in e.what]
    assert entered == [
        ("Exported: Report of results", "results.xlsx", "BLINDED", "Anna"),
        ("Exported: Picture of a figure", "figure.png", "BLINDED", "Anna"),
        ("Exported: Findings of the import", "findings.xlsx", "", "Anna"),
    ]


def test_that_an_export_of_a_file_read_only_is_said_to_be_missing_in_its_trail(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)
    with store.open_file(path, passphrase=PASSPHRASE, who="Carl"):
        window.open_paths([path])
        give(window, qtbot, PASSPHRASE)

        window.exporter.exported.emit(Export("Report of results", path))

    assert "not entered in the audit trail" in window.message.text


def test_that_an_opened_file_brings_study_scores_and_results_back(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, desk: fakes.Desk
) -> None:
    desk.study = replace(desk.study, synthetic=True)  # so that there is no blind to keep
    load(window, qtbot)
    make(window, qtbot, dialogs, path)
    window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.action("run").trigger()
    settle(window, qtbot)
    command(window, "close").trigger()
    assert window.study is None
    assert window.patients_tab.edits == ()

    window.open_paths([path])
    give(window, qtbot, "long enough words")

    assert window.study is not None
    assert window.study.study_ids == ("S1", "S2")
    assert window.patients_tab.edits == (edit(),)
    assert [r.analysis for r in window.results] == ["mmrm_change"]
    assert window.keeper.file is not None
    assert window.keeper.file.cuts() == (1,), "what was read from the file is not saved again"
    assert window.keeper.file.who == "Bea"


def test_that_a_wrong_passphrase_is_said_in_the_dialog_and_can_be_corrected(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)

    window.open_paths([path])
    give(window, qtbot, "guess")

    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, UnlockDialog)
    assert "does not open trial.sjd" in dialog.panel.message.text
    assert window.keeper.file is None
    give(window, qtbot, PASSPHRASE)
    assert window.study is not None


def test_that_putting_the_dialog_away_opens_nothing(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.keeper.asking.dialog is not None, timeout=WAIT)

    assert window.keeper.asking.dialog is not None
    window.keeper.asking.dialog.reject()

    assert window.keeper.file is None
    assert command(window, "open").isEnabled()


def test_that_data_of_another_study_close_the_file_instead_of_going_into_it(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, desk: fakes.Desk
) -> None:
    load(window, qtbot)
    make(window, qtbot, dialogs, path)
    other = small_study()
    for dataset in other.datasets:
        dataset.frame["STUDYID"] = "S9"
    desk.study = other

    load(window, qtbot)

    assert window.keeper.file is None
    assert "another study than trial.sjd" in window.message.text
    with store.open_file(path, passphrase="long enough words") as file:
        assert file.cuts() == (1,)


def test_that_saving_as_goes_on_with_the_new_file(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    load(window, qtbot)
    make(window, qtbot, dialogs, path)
    dialogs.answer = tmp_path / "copy.sjd"

    command(window, "save_as").trigger()
    settle(window, qtbot)
    window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]

    assert window.file_state.text().startswith("copy.sjd")
    with store.open_file(path, passphrase="long enough words") as first:
        assert first.scores.edits == ()


def test_that_a_new_file_never_takes_the_place_of_another(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    path.write_bytes(b"something else")
    dialogs.answer = path
    command(window, "new").trigger()
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, NewPassphraseDialog)
    dialog.plain.setChecked(True)
    dialog.who.setText("Anna")
    dialog.button.click()

    assert "already" in dialog.message.text
    assert path.read_bytes() == b"something else"
    dialog.reject()


def test_that_a_file_without_encryption_is_made_by_choice_only_and_says_so(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    dialogs.answer = path
    command(window, "new").trigger()
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, NewPassphraseDialog)
    assert not dialog.plain.isChecked()
    dialog.plain.setChecked(True)
    dialog.who.setText("Anna")
    dialog.button.click()
    settle(window, qtbot)

    assert "NOT ENCRYPTED" in window.file_state.text()
    assert not command(window, "lock").isEnabled()


@pytest.mark.parametrize(
    ("first", "second", "who", "said"),
    [
        ("short", "short", "Anna", "at least 8 characters"),
        ("long enough", "long enoguh", "Anna", "not the same"),
        ("long enough", "long enough", " ", "your name"),
    ],
)
def test_that_a_passphrase_is_taken_only_if_it_is_long_typed_twice_and_signed(
    window: MainWindow, dialogs: Dialogs, path: Path, first: str, second: str, who: str, said: str
) -> None:
    dialogs.answer = path
    command(window, "new").trigger()
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, NewPassphraseDialog)
    dialog.passphrase.setText(first)
    dialog.again.setText(second)
    dialog.who.setText(who)

    dialog.button.click()

    assert said in dialog.message.text
    assert not path.exists()
    dialog.reject()


def test_that_data_a_full_disk_refuses_are_marked_and_can_be_saved_again(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    file = make(window, qtbot, dialogs, path)
    connection = file._open_connection()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    load(window, qtbot)
    assert "NOT SAVED" in window.file_state.text()
    assert "disk is full" in window.file_state.toolTip()
    assert "disk is full" in window.message.text

    connection.execute("PRAGMA max_page_count = 1000000")
    command(window, "again").trigger()
    settle(window, qtbot)

    assert file.cuts() == (1,)
    assert "NOT SAVED" not in window.file_state.text()
    assert not command(window, "again").isEnabled()


def refuse_the_data(window: MainWindow, qtbot: QtBot, file: StudyFile) -> None:
    """Import a study while the disk has no room for it."""
    connection = file._open_connection()
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    load(window, qtbot)
    assert "NOT SAVED" in window.file_state.text()


def test_that_data_that_could_not_be_saved_never_go_into_another_file(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    refuse_the_data(window, qtbot, make(window, qtbot, dialogs, path))
    other = tmp_path / "other.sjd"
    kept_file(other)

    window.open_paths([other])
    give(window, qtbot, PASSPHRASE)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.action("run").trigger()
    settle(window, qtbot)

    assert window.keeper.file is not None
    assert window.keeper.file.path == other
    assert window.keeper.file.cuts() == (1,)
    assert [r.analysis for r in window.keeper.file.results()] == ["mmrm_change"]


def test_that_data_that_could_not_be_saved_go_into_the_copy_saved_elsewhere(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    refuse_the_data(window, qtbot, make(window, qtbot, dialogs, path))
    dialogs.answer = tmp_path / "elsewhere.sjd"

    command(window, "save_as").trigger()
    settle(window, qtbot)

    assert window.keeper.file is not None
    assert window.keeper.file.path == dialogs.answer
    assert window.keeper.file.cuts() == (1,)
    assert " \u00b7 saved" in window.file_state.text()


def test_that_data_imported_while_others_are_being_saved_are_saved_after_them(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    file = make(window, qtbot, dialogs, path)

    window.keeper.take_study(small_study())
    window.keeper.take_study(small_study())
    settle(window, qtbot)

    assert file.cuts() == (1, 2)


def test_that_an_unblinding_stands_in_the_trail_and_is_known_when_the_file_is_opened_again(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    make(window, qtbot, dialogs, path)
    assert window.study is not None
    assert window.study.blinding == BLINDED
    window.blinder.unblind(Request("Anna", "database lock"))
    settle(window, qtbot)
    command(window, "close").trigger()

    window.open_paths([path])
    give(window, qtbot, "long enough words")

    assert window.study.blinding == POOLED_AGAIN
    assert window.keeper.file is not None
    assert "database lock" in [entry.reason for entry in window.keeper.file.trail]
    kept = window.keeper.file.study()
    assert kept is not None
    assert kept.adsl["TRT01P"].nunique() == 3, "the file keeps the arms"


# ------------------------------------------------------------------ lock


def test_that_data_that_arrive_while_locked_are_saved_after_unlocking(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, desk: fakes.Desk
) -> None:
    make(window, qtbot, dialogs, path)
    desk.hold = threading.Event()
    window.open_paths([Path("study")])
    command(window, "lock").trigger()
    desk.hold.set()
    settle(window, qtbot)

    window.lock_page.panel.passphrase.setText("long enough words")
    window.lock_page.panel.button.click()
    settle(window, qtbot)

    assert window.keeper.file is not None
    assert window.keeper.file.cuts() == (1,)


def test_that_locking_hides_everything_and_unlocking_brings_it_back(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, path)
    study = window.study

    command(window, "lock").trigger()

    assert not file.is_open
    assert file.secret is None
    assert window.lock_page.isVisible()
    assert not window.tabs.isVisible()
    assert not any(action.isEnabled() for name, action in window._actions.items() if name != "quit")
    with pytest.raises(AnalysisError, match="is locked"):
        window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]

    panel = window.lock_page.panel
    panel.passphrase.setText("guess")
    panel.button.click()
    settle(window, qtbot)
    assert "does not open" in panel.message.text
    panel.passphrase.setText("long enough words")
    panel.button.click()
    settle(window, qtbot)

    assert window.tabs.isVisible()
    assert window.study is study
    assert panel.passphrase.text() == ""
    window.patients_tab._edits.record([edit()])  # type: ignore[union-attr]


def test_that_a_file_changed_elsewhere_while_locked_is_read_again(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    load(window, qtbot)
    make(window, qtbot, dialogs, path)
    study = window.study
    command(window, "lock").trigger()
    with store.open_file(path, passphrase="long enough words") as other:
        other.scores.record([edit()])

    window.lock_page.panel.passphrase.setText("long enough words")
    window.lock_page.panel.button.click()
    settle(window, qtbot)

    assert window.study is not study
    assert window.patients_tab.edits == (edit(),)


def test_that_locking_puts_open_dialogs_away(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    make(window, qtbot, dialogs, path)
    command(window, "trail").trigger()

    command(window, "lock").trigger()
    qtbot.waitUntil(
        lambda: (
            not [
                w
                for w in QApplication.topLevelWidgets()
                if isinstance(w, QDialog) and w.isVisible()
            ]
        )
    )


# ------------------------------------------------------------------ what is wrong with a file


def test_that_a_second_window_reads_only_and_says_who_has_it(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)
    with store.open_file(path, passphrase=PASSPHRASE, who="Clara"):
        window.open_paths([path])
        give(window, qtbot, PASSPHRASE)

        assert "read only" in window.file_state.text()
        assert "Clara" in window.message.text
        assert not command(window, "passphrase").isEnabled()
        command(window, "close").trigger()


def test_that_tampering_is_named_and_shown_with_the_trail(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)
    tampered(path, "UPDATE data_set SET name = 'ADLB' WHERE name = 'ADQS'")

    window.open_paths([path])
    give(window, qtbot, PASSPHRASE)
    assert "The records that entry 2" in window.message.text
    command(window, "trail").trigger()

    dialog = window.findChild(TrailDialog)
    assert dialog is not None
    assert "The records that entry 2" in dialog.message.text
    assert "does not fit" in dialog.state.text()
    dialog.reject()


def test_that_a_damaged_file_is_recovered_into_another(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    with store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(small_study())
        file.scores.record([edit()])
    contents = bytearray(path.read_bytes())
    contents[-50] ^= 1
    path.write_bytes(contents)
    assert not command(window, "recover").isEnabled()

    window.open_paths([path])
    give(window, qtbot, PASSPHRASE)
    assert "is damaged" in window.message.text
    dialogs.answer = tmp_path / "recovered.sjd"
    command(window, "recover").trigger()
    settle(window, qtbot)

    assert window.keeper.file is not None
    assert window.keeper.file.path.name == "recovered.sjd"
    assert window.keeper.file.trail[-1].what == "Recovered after damage"
    assert path.read_bytes() == bytes(contents)


def test_that_a_trail_that_does_not_continue_the_one_seen_is_told(
    window: MainWindow, qtbot: QtBot, path: Path
) -> None:
    kept_file(path)
    older = path.read_bytes()
    with store.open_file(path, passphrase=PASSPHRASE) as file:
        file.scores.record([edit()])
        last_seen.note(window.settings, file)
    path.write_bytes(older)

    window.open_paths([path])
    give(window, qtbot, PASSPHRASE)

    assert "does not continue the one that was seen" in window.message.text


def test_that_a_study_file_among_others_is_not_opened(window: MainWindow, path: Path) -> None:
    window.open_paths([path, Path("adsl.csv")])

    assert "opened by itself" in window.message.text


def test_that_a_missing_study_file_is_told(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.open_paths([path])
    settle(window, qtbot)

    assert "was not found" in window.message.text


# ------------------------------------------------------------------ the trail


def test_that_the_trail_is_filtered_and_exported(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path, tmp_path: Path
) -> None:
    load(window, qtbot)
    file = make(window, qtbot, dialogs, path)
    file.scores.record([edit()])
    command(window, "trail").trigger()
    dialog = window.findChild(TrailDialog)
    assert dialog is not None
    assert dialog.count.text() == "3 of 3 entries"

    qtbot.keyClicks(dialog.search, "s1-0000 RENAL")
    assert dialog.count.text() == "1 of 3 entries"
    dialogs.answer = tmp_path / "trail.xlsx"
    dialog.export_button.click()
    qtbot.waitUntil(lambda: "was written" in dialog.message.text, timeout=WAIT)
    dialog.reject()

    rows = [
        [cell.value for cell in row]
        for row in load_workbook(tmp_path / "trail.xlsx")["Audit trail"].iter_rows()
    ]
    head = next(i for i, row in enumerate(rows) if row[0] == "No.")
    assert len(rows) == head + 2
    assert rows[head + 1][2:8] == ["Anna", "Score entered", "S1-0000", "Week 4, renal", None, "2"]
    assert file.trail[-1].hash in str(rows[2][0])


# ------------------------------------------------------------------ remembered


def test_that_recent_files_are_listed_and_can_be_forgotten(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    make(window, qtbot, dialogs, path)
    assert window.study_menu.recent.actions()[0].text() == "trial.sjd"
    command(window, "close").trigger()
    start = window.import_tab.start
    again = start.findChild(QPushButton, "start_recent_0")
    assert again.isVisible()
    assert (again.text(), again.toolTip()) == ("trial.sjd", str(path))

    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    type_passphrase(window, qtbot, "long enough words")
    settle(window, qtbot)
    assert window.keeper.file is not None

    window.study_menu.recent.actions()[-1].trigger()
    assert window.study_menu.recent.actions() == []
    assert start.findChild(QWidget, "start_recent").isHidden()


def test_that_data_opened_are_offered_again_too(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, desk: fakes.Desk, path: Path
) -> None:
    window.open_paths([Path("/data/adsl.csv"), Path("/data/adqs.csv")])
    settle(window, qtbot)
    window.open_paths([Path("/data/R&D study")])
    settle(window, qtbot)
    window.open_demo()  # has a button of its own
    settle(window, qtbot)
    assert settings.load().recent == "/data/R&D study\n/data/adsl.csv\t/data/adqs.csv"
    window.recent_menu.aboutToShow.emit()
    folder, files, _, clear = window.recent_menu.actions()
    assert (folder.text(), files.text()) == ("R&&D study", "adsl.csv and 1 more")
    assert files.toolTip() == "/data/adsl.csv\n/data/adqs.csv"

    files.trigger()
    settle(window, qtbot)

    assert desk.opened[-1] == (Path("/data/adsl.csv"), Path("/data/adqs.csv"))
    make(window, qtbot, dialogs, path)
    assert command(window, "close").isEnabled()
    assert [a.text() for a in window.study_menu.recent.actions()][:1] == ["trial.sjd"]
    window.tabs.setCurrentWidget(window.patients_tab)
    command(window, "close").trigger()
    assert window.tabs.currentWidget() is window.import_tab
    start = window.import_tab.start
    offered = start.findChild(QWidget, "start_recent").findChildren(QPushButton)
    shown = [button.text() for button in offered if button.isVisible()]
    assert shown == ["trial.sjd", "adsl.csv and 1 more", "R&&D study"]
    clear.trigger()
    window.recent_menu.aboutToShow.emit()
    assert not window.recent_menu.actions()[0].isEnabled()


def test_that_data_opened_that_are_gone_are_told(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.import_tab, "_open", open_files)

    window.desk.open_again((str(path.parent / "moved" / "adsl.csv"),))
    settle(window, qtbot)

    assert window.import_tab.message.kind == "error"
    assert "adsl.csv" in window.import_tab.message.text


def test_that_a_crash_does_not_lose_which_file_was_open(
    window: MainWindow, qtbot: QtBot, dialogs: Dialogs, path: Path
) -> None:
    make(window, qtbot, dialogs, path)

    assert settings.load().recent == str(path)  # the window is not closed yet


def test_that_settings_of_the_study_file_survive_a_restart(qapp: QApplication) -> None:
    made = settings.Settings(who="Anna", recent="a.sjd\nb.sjd", lock_minutes=5)
    settings.save(made)

    assert settings.load() == made


def test_that_a_computer_without_keychain_says_so_and_opens_all_the_same(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring
    from keyring.backends import fail

    monkeypatch.setattr(keyring, "get_password", fail.Keyring().get_password)
    monkeypatch.setattr(keyring, "set_password", fail.Keyring().set_password)
    kept_file(path)
    window.open_paths([path])
    qtbot.waitUntil(lambda: window.keeper.asking.dialog is not None, timeout=WAIT)
    dialog = window.keeper.asking.dialog
    assert isinstance(dialog, UnlockDialog)
    dialog.panel.remember.setChecked(True)
    give(window, qtbot, PASSPHRASE)

    assert window.study is not None
    assert "no keychain" in window.message.text
    assert keychain.recall(path) is None


def test_that_a_remembered_passphrase_opens_without_asking(
    window: MainWindow, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import keyring

    kept: dict[tuple[str, str], str] = {}
    monkeypatch.setattr(keyring, "get_password", lambda s, a: kept.get((s, a)))
    monkeypatch.setattr(keyring, "set_password", lambda s, a, p: kept.update({(s, a): p}))
    kept_file(path)
    keychain.remember(path, PASSPHRASE)
    assert "trial" not in repr(list(kept))
    window.settings.remembered = str(path.resolve())

    window.open_paths([path])
    qtbot.waitUntil(lambda: window.study is not None, timeout=WAIT)
    settle(window, qtbot)

    assert window.keeper.asking.dialog is None


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [("", 0), ("sommer", 1), ("Passwort1", 1), ("drei Störche über Uelzen im Mai", 4)],
)
def test_that_the_meter_tells_common_words_from_long_phrases(passphrase: str, level: int) -> None:
    found = strength_of(passphrase)

    assert found.level == level
    assert found.sentence.endswith(".")


def test_that_a_very_long_passphrase_is_rated_at_once() -> None:
    assert strength_of("ab cd " * 500).level >= 0
