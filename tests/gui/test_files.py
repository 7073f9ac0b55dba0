"""The file dialogs: none blocks, and what was chosen comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import files


class Chooser(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []

    @Slot(str)
    def one(self, path: str) -> None:
        self.got.append(path)

    @Slot(list)
    def many(self, paths: list[str]) -> None:
        self.got.append(paths)


def _answer(bare_window: QWidget, path: Path, qtbot: QtBot) -> None:
    dialog = bare_window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()
    qtbot.waitUntil(lambda: bare_window.findChild(QFileDialog) is None)


def test_that_the_files_chosen_come_back(
    bare_window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    chooser, path = Chooser(), tmp_path / "adsl.csv"
    path.write_text("USUBJID\n1\n")

    files.choose_study_files(bare_window, str(tmp_path), ("*.csv",), chooser.many)
    _answer(bare_window, path, qtbot)

    assert chooser.got == [[str(path)]]


@pytest.mark.parametrize("ask", [files.choose_study_folder, files.choose_export_folder])
def test_that_the_folder_chosen_comes_back(
    bare_window: QWidget,
    qtbot: QtBot,
    tmp_path: Path,
    ask: Callable[[QWidget, str, Callable[[str], None]], None],
) -> None:
    chooser, folder = Chooser(), tmp_path / "study"
    folder.mkdir()

    ask(bare_window, str(tmp_path), chooser.one)
    _answer(bare_window, folder, qtbot)

    assert chooser.got == [str(folder)]


def test_that_a_workbook_gets_its_suffix(
    bare_window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    chooser = Chooser()

    files.choose_workbook(bare_window, str(tmp_path / "mmrm.xlsx"), chooser.one)
    _answer(bare_window, tmp_path / "out", qtbot)

    assert chooser.got == [str(tmp_path / "out.xlsx")]


def test_that_a_dialog_put_away_chooses_nothing(bare_window: QWidget, qtbot: QtBot) -> None:
    chooser = Chooser()
    files.choose_study_folder(bare_window, "", chooser.one)

    dialog = bare_window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.reject()
    qtbot.waitUntil(lambda: bare_window.findChild(QFileDialog) is None)

    assert chooser.got == []


def _folder_of(bare_window: QWidget, qtbot: QtBot) -> Path:
    """Return where the dialog begins, and put it away."""
    dialog = bare_window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    folder = Path(dialog.directory().absolutePath())
    dialog.reject()
    qtbot.waitUntil(lambda: bare_window.findChild(QFileDialog) is None)
    return folder


def test_that_a_dialog_begins_among_the_documents_and_then_where_it_was_used_last(
    bare_window: QWidget, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chooser, documents, out = Chooser(), tmp_path / "documents", tmp_path / "out"
    documents.mkdir()
    out.mkdir()
    monkeypatch.setattr(
        files.QStandardPaths, "writableLocation", staticmethod(lambda place: str(documents))
    )
    files.choose_picture(bare_window, "lsmeans.png", chooser.one)
    assert _folder_of(bare_window, qtbot) == documents

    files.choose_workbook(bare_window, "mmrm.xlsx", chooser.one)
    _answer(bare_window, out / "mmrm.xlsx", qtbot)

    files.choose_picture(bare_window, "lsmeans.png", chooser.one)
    assert _folder_of(bare_window, qtbot) == out
    files.choose_study_folder(bare_window, str(tmp_path / "gone"), chooser.one)
    assert _folder_of(bare_window, qtbot) == out
