"""Looking at files before they are opened: text beside value, dialect found and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.import_tab import ImportTab
from sjogren_desktop.gui.look_dialog import LookDialog, OpenOrder
from tests.gui.conftest import Dialogs

TEXT = "USUBJID;IGG;DATE\n001;0,9;03/04/2024\n002;-99;04/05/2024\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lab.csv"
    path.write_bytes(TEXT.encode("cp1252"))
    return path


@pytest.fixture
def dialog(qtbot: QtBot, file: Path, faults: list[BaseException]) -> LookDialog:
    broken = file.with_name("broken.csv")
    broken.write_text("A,B\n")
    made = LookDialog([file, broken])
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not made.is_looking, timeout=60_000)
    return made


def box(dialog: LookDialog, name: str) -> QComboBox:
    found = dialog.findChild(QComboBox, name)
    assert isinstance(found, QComboBox)
    return found


def choose(dialog: LookDialog, qtbot: QtBot, name: str, value: str) -> None:
    chosen = box(dialog, name)
    chosen.setCurrentIndex(chosen.findData(value))
    chosen.activated.emit(chosen.currentIndex())
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=60_000)


def pairs(dialog: LookDialog, column: int) -> list[tuple[str, str]]:
    model = dialog.pairs
    return [
        (str(model.index(r, 2 * column).data()), str(model.index(r, 2 * column + 1).data()))
        for r in range(model.rowCount())
    ]


def test_that_text_stands_beside_what_is_read(dialog: LookDialog) -> None:
    assert pairs(dialog, 1) == [("0,9", "0.9"), ("-99", "-99")]
    assert [dialog.columns.index(1, c).data() for c in range(2)] == ["IGG", "number"]
    assert "UTF-8, semicolon, 2 records" in dialog._found.text()


def test_that_what_is_said_is_shown_at_once(dialog: LookDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "look_order", "dmy")
    codes = dialog.findChild(QLineEdit, "look_missing")
    assert isinstance(codes, QLineEdit)
    codes.setText("-99")
    codes.editingFinished.emit()
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=60_000)

    assert pairs(dialog, 1) == [("0,9", "0.9"), ("-99", "")]
    assert pairs(dialog, 2)[0] == ("03/04/2024", "2024-04-03")


def test_that_a_wrong_separator_shows_what_would_become_of_it(
    dialog: LookDialog, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "look_separator", "|")

    assert dialog.pairs.columnCount() == 2


def test_that_a_file_that_cannot_be_read_says_why(dialog: LookDialog, qtbot: QtBot) -> None:
    box(dialog, "look_file").setCurrentIndex(1)
    qtbot.waitUntil(lambda: not dialog.is_looking, timeout=60_000)

    assert "has a header (A, B) but no records" in dialog.message.text
    assert dialog.pairs.rowCount() == 0


def test_that_opening_takes_over_what_was_said(dialog: LookDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "look_decimal", ".")

    with qtbot.waitSignal(dialog.open_wanted) as told:
        dialog.open_button.click()

    order = told.args[0]
    assert isinstance(order, OpenOrder)
    assert {name: r.decimal for name, r in order.readings.items()} == {"lab.csv": "."}


@pytest.fixture
def tab(qtbot: QtBot, file: Path, dialogs: Dialogs, faults: list[BaseException]) -> ImportTab:
    """The Import tab with a look at the file beside it."""
    made = ImportTab()
    qtbot.addWidget(made)
    made.show()
    dialogs.answer = file
    made.look_wanted.emit()
    looking = made._looking
    assert looking is not None
    qtbot.waitUntil(lambda: not looking.is_looking, timeout=60_000)
    return made


def test_that_the_study_is_read_as_was_said(tab: ImportTab, qtbot: QtBot) -> None:
    looking = tab._looking
    assert looking is not None
    assert not looking.isModal()
    choose(looking, qtbot, "look_order", "mdy")

    looking.open_button.click()
    qtbot.waitUntil(lambda: not tab.is_running and tab.preview.model.total == 2, timeout=60_000)

    assert str(tab.preview.model.index(0, tab.preview.model.names.index("DATE")).data()) == (
        "2024-03-04"
    )


def test_that_what_was_chosen_waits_while_another_study_is_opened(
    tab: ImportTab, qtbot: QtBot, file: Path
) -> None:
    looking = tab._looking
    assert looking is not None
    tab.open([file])
    assert tab.is_running

    looking.open_button.click()
    assert looking.isVisible()
    assert "A study is being opened" in tab.message.text

    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
    looking.open_button.click()
    assert not looking.isVisible()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)


def test_that_what_was_chosen_waits_for_an_answer(tab: ImportTab, qtbot: QtBot) -> None:
    looking, asked = tab._looking, list[Callable[[], None]]()
    assert looking is not None

    def ask(then: Callable[[], None]) -> bool:
        asked.append(then)
        return False

    tab.may_open = ask
    looking.open_button.click()
    assert looking.isVisible()
    assert not tab.is_running

    (go_on,) = asked
    go_on()
    assert not looking.isVisible()
    assert tab.is_running
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)
