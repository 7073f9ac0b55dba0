"""A newer cut beside the open one: differences, moved results, export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.compare_dialog import CompareDialog
from sjogren_desktop.gui.import_tab import ImportTab
from tests.gui.conftest import Dialogs
from tests.study.test_load import ADQS, ADSL


def written(folder: Path, adqs: str) -> Path:
    folder.mkdir()
    (folder / "adsl.csv").write_text(ADSL)
    (folder / "adqs.csv").write_text(adqs)
    return folder


@pytest.fixture
def tab(qtbot: QtBot, tmp_path: Path, faults: list[BaseException]) -> ImportTab:
    made = ImportTab()
    qtbot.addWidget(made)
    made.show()
    made.open([written(tmp_path / "older", ADQS)])
    qtbot.waitUntil(lambda: not made.is_running, timeout=60_000)
    return made


@pytest.fixture
def dialog(
    tab: ImportTab, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> Iterator[CompareDialog]:
    more = ADQS.replace("Week 4,4,7,", "Week 4,4,6,") + "T-1,S2,ESSDAI,Week 8,8,5,\n"
    dialogs.answer = written(tmp_path / "newer", more)
    tab.comparing.ask_folder()
    made = tab.comparing.dialog
    assert made is not None
    qtbot.waitUntil(lambda: not made.is_running, timeout=60_000)
    yield made
    made.reject()


def row(dialog: CompareDialog, place: int) -> list[str]:
    model = dialog.data_sets
    return [str(model.index(place, c).data()).strip() for c in range(model.columnCount())]


def test_that_data_sets_are_counted(dialog: CompareDialog) -> None:
    rows = {row(dialog, r)[0]: row(dialog, r)[1:] for r in range(dialog.data_sets.rowCount())}

    assert rows["ADQS"] == ["4", "5", "1", "0", "1", "2", "2", ""]
    assert rows["ADSL"] == ["2", "2", "0", "0", "0", "0", "0", ""]


def test_that_differences_are_listed_and_filtered(dialog: CompareDialog, qtbot: QtBot) -> None:
    texts = [
        [dialog.differences.index(r, c).data() for c in range(7)]
        for r in range(dialog.differences.rowCount())
    ]
    assert ["ADQS", "value changed", "S1", "ESSDAI, 4, Week 4", "AVAL", "7", "6"] in texts
    assert ["ADQS", "record added", "S2", "ESSDAI, 8, Week 8", "", "", ""] in texts

    edit = dialog.findChild(QLineEdit, "compare_filter")
    assert isinstance(edit, QLineEdit)
    qtbot.keyClicks(edit, "week 8")
    qtbot.waitUntil(lambda: not dialog.is_running)

    assert dialog.differences.rowCount() == 1
    assert dialog._count.text() == "1 of 3"


def test_that_everything_is_written_to_a_workbook(
    dialog: CompareDialog, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "comparison.xlsx"

    dialog.export_button.click()
    qtbot.waitUntil(lambda: "was written" in dialog.message.text, timeout=60_000)

    book = load_workbook(dialogs.answer)
    assert book.sheetnames == ["Data sets", "Differences", "Results"]
    assert book["Differences"].max_row == 5


def test_that_the_newer_cut_can_be_opened(
    dialog: CompareDialog, tab: ImportTab, qtbot: QtBot
) -> None:
    dialog.open_button.click()
    qtbot.waitUntil(lambda: not tab.is_running, timeout=60_000)

    assert tab._opened is not None
    assert len(tab._opened.study.dataset("ADQS").frame) == 5
    assert tab._opened.study.source == "newer"


def test_that_a_cut_that_cannot_be_opened_says_why(
    tab: ImportTab, qtbot: QtBot, tmp_path: Path
) -> None:
    tab.comparing.compare_with([str(tmp_path / "absent")])
    made = tab.comparing.dialog
    assert made is not None
    qtbot.waitUntil(lambda: not made.is_running, timeout=60_000)

    assert "absent was not found" in made.message.text
    assert not made.export_button.isEnabled()
    made.reject()
