"""The editor of the lists of adverse events: changes, what is wrong in place, files, undo."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses import catalogue
from sjogren_desktop.analyses.event_lists import lists_of, lists_text, shipped
from sjogren_desktop.gui import banner, files
from sjogren_desktop.gui.event_lists_dialog import EventListsDialog, ListsChange
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.result_view import LISTS_CHANGED
from sjogren_desktop.gui.safety_tab import SafetyTab
from sjogren_desktop.study import store
from tests.demo_study import demo_study
from tests.study.store.making import CHEAP, PASSPHRASE


@pytest.fixture
def dialog(qtbot: QtBot) -> EventListsDialog:
    made = EventListsDialog(demo_study())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.groups.rows()[0][3] != "", timeout=20_000)
    return made


def write(dialog: EventListsDialog, qtbot: QtBot, text: str) -> None:
    """Write into the editor of a cell that is open."""
    (field,) = [
        f
        for view in (dialog.group_view, dialog.entry_view)
        for f in view.viewport().findChildren(QLineEdit)
        if f.isVisible()
    ]
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.wait(1)  # the delegate commits in the next turn of the event loop


def test_that_events_of_the_study_are_counted_for_groups_and_entries(
    dialog: EventListsDialog,
) -> None:
    frame = demo_study().dataset("ADAE").frame
    terms = frame["AEDECOD"].str.lower()

    entries = {text: count for _, text, count in dialog.entries.rows()}

    assert dialog.groups.rows()[0][0] == "Infections"
    assert entries["influenza"] == str(int(terms.str.contains(r"\binfluenza").sum()))
    assert int(dialog.groups.rows()[0][3]) >= int(entries["influenza"]) > 0


def test_that_a_file_opened_while_events_are_counted_does_not_end_the_counting(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "own.toml"
    path.write_text(lists_text(replace(shipped(), name="Ours")), encoding="utf-8")
    made = EventListsDialog(demo_study())
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)

    made._open(str(path))

    qtbot.waitUntil(lambda: made.lists.name == "Ours", timeout=20_000)
    qtbot.waitUntil(lambda: made.groups.rows()[0][3] != "", timeout=20_000)


def test_that_a_group_is_made_with_keys_alone_and_taken_back(
    dialog: EventListsDialog, qtbot: QtBot
) -> None:
    dialog.group_view.setFocus()
    qtbot.keyClick(dialog.group_view, Qt.Key.Key_Insert)
    write(dialog, qtbot, "Headaches")
    assert dialog.lists.groups[-1].title == "Headaches"
    assert not dialog.use.isEnabled()
    assert "looks for nothing" in dialog.message.text

    dialog.entry_view.setFocus()
    qtbot.keyClick(dialog.entry_view, Qt.Key.Key_Insert)
    write(dialog, qtbot, "head*ache")

    assert dialog.lists.groups[-1].entries == (("terms", "head*ache"),)
    assert dialog.use.isEnabled()
    assert int(dialog.groups.rows()[-1][3]) > 0
    for _ in range(4):
        qtbot.keyClick(dialog, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert dialog.lists == shipped()
    qtbot.keyClick(dialog, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.lists.groups) == len(shipped().groups) + 1


def test_that_a_group_within_one_removed_is_told_in_place(
    dialog: EventListsDialog, qtbot: QtBot
) -> None:
    dialog.group_view.setFocus()
    qtbot.keyClick(dialog.group_view, Qt.Key.Key_Delete)

    assert "'Serious infections' lies within a group that is not above it" in dialog.message.text
    sentence = dialog.groups.data(dialog.groups.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert sentence == "'Serious infections' lies within a group that is not above it."
    assert not dialog.use.isEnabled()
    dialog.groups.setData(dialog.groups.index(0, 1), "")
    dialog.undo()
    dialog.undo()
    assert dialog.use.isEnabled()


def test_that_a_text_that_finds_everything_is_refused_where_it_stands(
    dialog: EventListsDialog,
) -> None:
    dialog.entries.setData(dialog.entries.index(0, 1), "*")

    assert dialog.entries.faults == {(0, 1): dialog.message.text.removeprefix("Error: ")}
    assert "would find every event" in dialog.message.text


def test_that_a_fault_mended_is_no_longer_told_in_any_language(
    dialog: EventListsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(banner._WORDS, "error", "Fehler")
    dialog.entries.setData(dialog.entries.index(0, 1), "*")
    assert dialog.message.text.startswith("Fehler: ")

    dialog.undo()

    assert (dialog.message.text, dialog.message.kind) == ("", "")


def test_that_a_table_of_terms_adds_its_groups(
    dialog: EventListsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "queries.csv"
    path.write_text("SMQ name,PT,scope\nPain,Headache,2\nPain,Arthralgia,1\n", encoding="utf-8")

    dialog._open(str(path))
    qtbot.waitUntil(lambda: len(dialog.lists.groups) == len(shipped().groups) + 2, timeout=9000)

    broad, narrow = dialog.lists.groups[-2:]
    assert (broad.title, narrow.title) == ("Pain (broad)", "Pain (narrow)")
    assert broad.entries == (("exact", "ARTHRALGIA"), ("exact", "HEADACHE"))
    assert narrow.entries == (("exact", "HEADACHE"),)


def test_that_a_file_without_terms_is_said_in_place(
    dialog: EventListsDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")

    dialog._open(str(path))

    qtbot.waitUntil(lambda: "has no table of terms" in dialog.message.text, timeout=9000)


def test_that_lists_written_to_a_file_come_back(
    dialog: EventListsDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "mine.toml"
    monkeypatch.setattr(
        files, "choose_event_lists_name", lambda parent, name, chosen: chosen(str(path))
    )
    dialog.groups.setData(dialog.groups.index(3, 0), "Shingles")
    changed = dialog.lists
    dialog.ask_name()
    assert "written" in dialog.message.text
    dialog.take_shipped()

    dialog._open(str(path))
    qtbot.waitUntil(lambda: dialog.lists == changed, timeout=9000)

    assert tomllib.loads(path.read_text(encoding="utf-8"))["group"][3]["title"] == "Shingles"


def test_that_lists_used_hold_for_all_questions_and_mark_results(
    qtbot: QtBot, tmp_path: Path
) -> None:
    tab = SafetyTab([catalogue.find(k) for k in ("ae_special", "ae_time")])
    qtbot.addWidget(tab)
    tab.show()
    tab.set_study(demo_study())
    tab.run()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    changes: list[ListsChange] = []
    tab.lists_changed.connect(changes.append)
    tab.edit_lists()
    dialog = tab.findChild(EventListsDialog)
    assert isinstance(dialog, EventListsDialog)
    dialog.name.setText("SAP 1.2")
    dialog._take_name()
    dialog.groups.setData(dialog.groups.index(3, 0), "Shingles")
    dialog.reason.setText("Protocol amendment 2")
    qtbot.mouseClick(dialog.use, Qt.MouseButton.LeftButton)

    (change,) = changes
    assert change.reason == "Protocol amendment 2"
    assert "'Shingles': renamed from 'Herpes zoster'" in change.new
    tab.event_lists = change.text
    tab.change_events(tab.with_lists(demo_study()))

    assert LISTS_CHANGED in tab.view.stale.text
    tab.run()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    assert tab.current_result is not None
    named = dict(tab.current_result.method)["Lists of events"]
    assert named == lists_of(change.text).named
    assert named.startswith("SAP 1.2 (fingerprint ")
    assert "Shingles" in [row.labels[0] for row in tab.current_result.tables[0].rows]
    assert not tab.view.stale.text


def test_that_a_study_file_keeps_the_lists_and_the_trail_tells_of_them(
    qtbot: QtBot, tmp_path: Path, window: MainWindow
) -> None:
    path = tmp_path / "trial.sjd"
    with store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP) as file:
        file.save_study(demo_study())
    window.keeper.file = file = store.open_file(path, passphrase=PASSPHRASE, who="Anna")
    window.desk._take_file()
    text = 'title = "Mine"\n[[group]]\nkey = "pain"\ntitle = "Pain"\nterms = ["pain"]\n'
    change = ListsChange(text, shipped().named, f"{lists_of(text).named}: all", "Amendment")

    window.safety_tab.lists_changed.emit(change)

    assert window.safety_tab.event_lists == text
    entry = file.trail[-1]
    assert (entry.what, entry.reason, entry.old) == (
        "Lists of events changed",
        "Amendment",
        shipped().named,
    )
    file.close()
    with store.open_file(path, passphrase=PASSPHRASE, who="Anna") as again:
        assert again.findings == ()
        study = again.study()
        assert study is not None
        assert study.event_lists == text
