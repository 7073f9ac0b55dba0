"""What Qt remembers of file dialogs is as it was before each."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import dialog_traces, files

RESTORING = [dialog_traces.delete, dialog_traces._delete_and_restore]


def _remembered() -> dict[str, object]:
    store = QSettings(QSettings.Scope.UserScope, "QtProject")
    store.setFallbacksEnabled(False)
    store.sync()
    return {key: store.value(key) for key in store.allKeys()}


def _dialog(bare_window: QWidget, folder: Path) -> QFileDialog:
    dialog = QFileDialog(bare_window, "Open", str(folder))
    dialog.open()
    dialog.setDirectory(str(folder))
    return dialog


def test_that_qt_would_write_down_the_folder(bare_window: QWidget, tmp_path: Path) -> None:
    # Without this, the other tests would show nothing.
    shiboken6.delete(_dialog(bare_window, tmp_path))

    assert tmp_path.name in str(_remembered()["FileDialog/lastVisited"])


@pytest.mark.parametrize("delete", RESTORING)
def test_that_a_dialog_deleted_leaves_nothing(
    bare_window: QWidget, tmp_path: Path, delete: Callable[[QFileDialog], None]
) -> None:
    before = _remembered()
    own = QSettings().fileName()
    dialog = _dialog(bare_window, tmp_path)

    delete(dialog)

    assert not shiboken6.isValid(dialog)
    assert _remembered() == before
    assert QSettings().fileName() == own


@pytest.mark.parametrize("delete", RESTORING)
def test_that_what_other_programs_wrote_stays(
    bare_window: QWidget, tmp_path: Path, delete: Callable[[QFileDialog], None]
) -> None:
    other = QSettings(QSettings.Scope.UserScope, "QtProject")
    other.setValue("FileDialog/lastVisited", "file:///srv/holidays")
    other.setValue("FileDialog/history", ["file:///srv", "file:///srv/holidays"])
    other.setValue("Other/kept", "yes")
    del other
    before = _remembered()

    delete(_dialog(bare_window, tmp_path))

    assert before.items() >= {"Other/kept": "yes"}.items()
    assert _remembered() == before


def test_that_a_file_chosen_in_the_window_is_not_written_down(
    bare_window: QWidget, qtbot: QtBot, tmp_path: Path
) -> None:
    before = _remembered()
    file = tmp_path / "study.sjd"
    file.touch()
    chosen: list[str] = []
    files.choose_study_file(bare_window, str(tmp_path), chosen.append)
    dialog = bare_window.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.selectFile(file.name)
    dialog.accept()
    qtbot.waitUntil(lambda: bare_window.findChild(QFileDialog) is None)

    assert [Path(path).name for path in chosen] == ["study.sjd"]
    assert _remembered() == before
    if sys.platform not in ("win32", "darwin"):
        assert not Path(QSettings(QSettings.Scope.UserScope, "QtProject").fileName()).exists()


def test_that_dialogs_open_at_the_end_leave_nothing(bare_window: QWidget, tmp_path: Path) -> None:
    before = _remembered()
    dialog = _dialog(bare_window, tmp_path)

    dialog_traces.delete_all()

    assert not shiboken6.isValid(dialog)
    assert _remembered() == before
