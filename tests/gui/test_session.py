"""What was open is brought back after a crash, and no data of a study are kept for it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.spec import Choice, Flag, Item, Number, Text
from sjogren_desktop.gui import session
from sjogren_desktop.gui.look_dialog import OpenOrder
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.session import may_be_kept
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.store import opening
from tests.gui import fakes
from tests.gui import test_study_file as study_files
from tests.gui.conftest import Dialogs
from tests.gui.test_main_window import load, run
from tests.study.store.making import CHEAP


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of its own for the session."""
    monkeypatch.setattr(session, "session_folder", lambda: tmp_path / "kept")
    return tmp_path / "kept"


def crashed(window: MainWindow) -> None:
    """Leave the session as a crash would: written, its lock that of a program gone."""
    window.session.write()
    assert window.session._lock is not None
    window.session._lock.unlock()
    window.session._lock = None


@pytest.fixture
def later(qtbot: QtBot, desk: fakes.Desk) -> MainWindow:
    """The window of the next start."""
    made = MainWindow(run=desk.run, open_study=desk.open)
    qtbot.addWidget(made)
    made.set_analyses((fakes.MMRM, fakes.ANCOVA, fakes.NEEDS_LABORATORY, fakes.OVERVIEW))
    made.show()
    return made


def test_that_a_crash_does_not_lose_study_tab_question_and_options(
    window: MainWindow, later: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    window.session.start()
    assert window.session.left is None
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.analysis_tab.choose(fakes.ANCOVA.key)
    run(window, qtbot)
    crashed(window)

    later.session.start()
    later.refresh_actions()
    assert later.action("reopen").isEnabled()
    later.action("reopen").trigger()
    qtbot.waitUntil(lambda: later.tabs.currentWidget() is later.analysis_tab)

    assert [path.name for path in desk.opened[-1]] == ["study"]
    assert later.analysis_tab.current is fakes.ANCOVA
    assert later.message.text == f"To be run again: {fakes.MMRM.title}."  # of the sample result
    assert not later.action("reopen").isEnabled()


def test_that_a_program_that_ends_as_it_should_leaves_nothing(
    window: MainWindow, later: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    window.session.write()
    assert (folder / "session.json").is_file()

    window.close()

    assert [path.name for path in folder.iterdir()] == []
    later.session.start()
    assert later.session.left is None


def test_that_a_second_program_leaves_the_session_of_the_first(
    window: MainWindow, later: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    window.session.write()
    before = (folder / "session.json").read_bytes()

    later.session.start()
    load(later, qtbot)
    later.session.write()
    later.close()

    assert later.session.left is None
    assert (folder / "session.json").read_bytes() == before


def test_that_a_session_cut_off_is_no_session(window: MainWindow, folder: Path) -> None:
    folder.mkdir()
    (folder / "session.json").write_text('{"paths": ["a.c')

    window.session.start()

    assert window.session.left is None


def test_that_no_value_of_a_subject_is_kept(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    window.session.start()
    load(window, qtbot)
    run(window, qtbot)
    window.session.write()

    text = (folder / "session.json").read_text()
    assert window.study is not None
    for subject in window.study.adsl["USUBJID"]:
        assert str(subject) not in text
    assert set(json.loads(text)) == {"paths", "tab", "chosen", "ran", "options"}


def test_that_typed_text_and_subjects_are_no_part_of_a_session() -> None:
    def items(study: object, values: object) -> tuple[Item, ...]:
        return (Item("a", "A"),)

    def default(study: object, values: object) -> str:
        return "a"

    options = (
        Number("alpha", "", "", 0.05, 0, 1),
        Flag("each", "", "", True),
        Choice("scope", "", "", items, default),
        Choice("subjects", "", "", items, default),
        Text("words", "", ""),
    )
    analysis = replace(fakes.MMRM, options=options)
    given = {"alpha": 0.1, "each": False, "scope": "a", "subjects": "S1-1", "words": "S1-1"}

    assert dict(may_be_kept(analysis, given)) == {"alpha": 0.1, "each": False, "scope": "a"}


# ------------------------------------------------------------------ what is open, and the offer


def paths_kept(window: MainWindow, folder: Path) -> list[str]:
    window.session.write()
    kept = folder / "session.json"
    return json.loads(kept.read_text())["paths"] if kept.is_file() else []


def test_that_a_file_that_was_not_opened_is_not_brought_back(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    desk.fail = AnalysisError("photo.jpg is not a data file of a known kind.")

    window.open_paths([Path("photo.jpg")])
    qtbot.waitUntil(lambda: not window.import_tab.is_running)

    assert [Path(path).name for path in paths_kept(window, folder)] == ["study"]


def test_that_a_study_that_was_being_opened_is_brought_back(
    window: MainWindow, qtbot: QtBot, desk: fakes.Desk, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    desk.hold = threading.Event()
    window.open_paths([Path("next")])

    kept = paths_kept(window, folder)
    desk.hold.set()
    qtbot.waitUntil(lambda: not window.import_tab.is_running)

    assert [Path(path).name for path in kept] == ["next"]


def test_that_files_looked_at_first_are_brought_back(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.session.start()
    window.import_tab._open_as_said(OpenOrder((Path("looked_at.csv"),), {}))
    qtbot.waitUntil(lambda: window.study is not None and not window.patients_tab.is_running)

    assert [Path(path).name for path in paths_kept(window, folder)] == ["looked_at.csv"]


def test_that_a_study_put_away_is_not_brought_back(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    assert paths_kept(window, folder)

    window.desk.clear_study()

    assert paths_kept(window, folder) == []


def test_that_the_study_file_is_brought_back_and_not_what_it_was_made_of(
    window: MainWindow,
    later: MainWindow,
    qtbot: QtBot,
    dialogs: Dialogs,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "Cost", lambda: CHEAP)
    window.session.start()
    study_files.load(window, qtbot)
    file = study_files.make(window, qtbot, dialogs, tmp_path / "trial.sjd")
    run(window, qtbot)
    study_files.settle(window, qtbot)

    assert paths_kept(window, folder) == [str(file.path)]

    crashed(window)
    file.close()
    later.session.start()
    later.refresh_actions()
    later.session.offer()
    assert "trial.sjd" in later.message.text
    later.message.next.click()
    study_files.give(later, qtbot, "long enough words")
    assert later.keeper.file is not None
    assert later.keeper.file.path == file.path
    assert [r.analysis for r in later.results] == [fakes.MMRM.key]
    assert "To be run again" not in later.message.text


def test_that_a_crash_while_it_comes_back_loses_nothing_of_it(
    window: MainWindow, later: MainWindow, qtbot: QtBot, desk: fakes.Desk, folder: Path
) -> None:
    window.session.start()
    load(window, qtbot)
    window.tabs.setCurrentWidget(window.analysis_tab)
    window.analysis_tab.choose(fakes.ANCOVA.key)
    crashed(window)
    before = (folder / "session.json").read_text()
    later.session.start()
    desk.hold = threading.Event()

    later.session.bring_back()
    later.session.write()

    assert (folder / "session.json").read_text() == before
    desk.hold.set()
    qtbot.waitUntil(lambda: later.study is not None and not later.patients_tab.is_running)
    assert later.analysis_tab.current is fakes.ANCOVA


def test_that_the_demonstration_study_is_offered_by_its_name_and_leaves_room_for_it(
    window: MainWindow, later: MainWindow, qtbot: QtBot
) -> None:
    window.session.start()
    window.open_demo()
    qtbot.waitUntil(lambda: window.study is not None and not window.patients_tab.is_running)
    crashed(window)
    later.session.start()

    later.session.offer()

    assert later.message.text.endswith("this was open: the demonstration study.")
    label = later.message.findChild(QLabel, "window_message_text")
    assert label.width() > later.message.next.width() + later.message.away.width()


def test_that_what_was_open_is_opened_again_by_the_button_of_the_message(
    window: MainWindow, later: MainWindow, qtbot: QtBot, desk: fakes.Desk
) -> None:
    window.session.start()
    load(window, qtbot)
    crashed(window)
    later.session.start()
    later.refresh_actions()

    later.session.offer("A report is in report.txt.")

    assert later.message.text.startswith("Please note: A report is in report.txt. When ")
    assert later.message.text.endswith("this was open: study.")
    later.message.next.setFocus()
    qtbot.keyClick(later.message.next, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: later.study is not None and not later.patients_tab.is_running)
    assert [path.name for path in desk.opened[-1]] == ["study"]
    assert not later.message.next.isVisible()
