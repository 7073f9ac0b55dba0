"""A mapping goes into the study file, and reads the next cut of the data without asking."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.study import store
from tests.gui.conftest import type_passphrase
from tests.study.store.making import CHEAP, PASSPHRASE
from tests.study.test_mapping import BY_VISIT

WAIT = 60_000


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not any(w.is_running for w in window._workers), timeout=WAIT)


def unlock(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    window.open_paths([path])
    type_passphrase(window, qtbot, PASSPHRASE)
    settle(window, qtbot)
    assert window.keeper.file is not None


def parameters(window: MainWindow) -> set[str]:
    assert window.study is not None
    return set(window.study.dataset("ADLB").frame["PARAMCD"])


def test_that_the_mapping_kept_in_a_study_file_reads_its_next_cut(
    new_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window, path = new_window, tmp_path / "trial.sjd"
    older, newer = tmp_path / "older.csv", tmp_path / "newer.csv"
    older.write_text(BY_VISIT, encoding="utf-8")
    newer.write_text(
        BY_VISIT + "P02;Ianalumab;m;44;Week 8;06.03.2024;7;880;2,0;\n", encoding="utf-8"
    )
    store.create(path, passphrase=PASSPHRASE, who="Anna", cost=CHEAP).close()
    window.show()
    unlock(window, qtbot, path)
    window.open_paths([older])
    settle(window, qtbot)
    assert parameters(window) == {"IGG", "NEUT"}
    columns = window.import_tab.columns_pane.columns
    place = [row[0] for row in columns.rows()].index("NEUTROPHILS")
    columns.setData(columns.index(place, 2), "LEUK")
    button = window.import_tab.findChild(QPushButton, "map_read")
    assert isinstance(button, QPushButton)
    button.click()
    settle(window, qtbot)
    assert parameters(window) == {"IGG", "LEUK"}
    window.study_menu.commands["close"].trigger()
    settle(window, qtbot)
    assert window.study is None

    unlock(window, qtbot, path)
    window.open_paths([newer])
    settle(window, qtbot)

    assert parameters(window) == {"IGG", "LEUK"}
    assert window.keeper.file is not None
    assert window.keeper.file.cuts()[-1] == 3
    kept = window.keeper.file.study()
    assert kept is not None
    assert "Week 8" in set(kept.dataset("ADLB").frame["AVISIT"])
    # Nothing of the layout is guessed any more.
    assert [m.guessed for m in kept.mapped] == [False]
