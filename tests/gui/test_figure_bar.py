"""The buttons under a figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.plan import Plan
from sjogren_desktop.gui.figure_bar import FigureBar, PictureSize, SizePanel
from tests.gui.conftest import Dialogs
from tests.samples import sample_ae_result


@pytest.fixture
def bar(qtbot: QtBot, dialogs: Dialogs) -> FigureBar:
    made = FigureBar()
    qtbot.addWidget(made)
    result = sample_ae_result()
    made.set_figure(result.figures[0], result)
    return made


def press(bar: QWidget, name: str) -> None:
    button = bar.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def test_that_the_printed_picture_is_copied(bar: FigureBar, qtbot: QtBot) -> None:
    press(bar, "copy_picture")
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)

    image = QGuiApplication.clipboard().image()
    assert image.width() == 2007  # 170 mm at 300 dpi
    assert bar.said.text() == "The picture was copied."


def test_that_a_picture_written_tells_the_data_cut_of_the_plan(
    bar: FigureBar, qtbot: QtBot, tmp_path: Path
) -> None:
    texts = []
    for plan in (Plan({}, data_cut_off="2026-02-01"), None):
        bar.follow(plan)
        bar._save(PictureSize(), str(tmp_path / "figure.pdf"))
        qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)
        text = PdfReader(tmp_path / "figure.pdf").pages[0].extract_text()
        texts.append(" ".join(text.split()))

    assert "Data cut-off: 2026-02-01" in texts[0]
    assert "not stated" not in texts[0]
    assert "Data cut-off: not stated" in texts[1]


def test_that_the_numbers_are_copied(bar: FigureBar) -> None:
    press(bar, "copy_data")

    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0].split("\t")[:2] == ["Category", "Group"]
    assert bar.said.text() == f"{len(lines) - 1} lines of numbers were copied."


def test_that_a_picture_is_written_at_the_size_asked_for(
    bar: FigureBar, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "f.png"
    press(bar, "save_picture")
    asked = bar.findChild(SizePanel)
    assert isinstance(asked, SizePanel)
    asked._fields["width_mm"].setValue(127)
    asked._fields["height_mm"].setValue(254)
    asked._fields["dpi"].setValue(100)

    press(asked, "picture_name")
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)

    with Image.open(dialogs.answer) as image:
        assert image.size == (500, 1000)  # 5 by 10 inches
    assert bar.said.text() == f"The picture was written: {dialogs.answer}"


def test_that_a_size_without_room_is_refused_in_a_sentence(
    bar: FigureBar, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "f.png"
    press(bar, "save_picture")
    asked = bar.findChild(SizePanel)
    assert isinstance(asked, SizePanel)
    asked._fields["height_mm"].setValue(20)

    press(asked, "picture_name")
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)

    assert "leave no room" in bar.said.text()
    assert not dialogs.answer.exists()


def test_that_escape_puts_the_size_away_and_enter_goes_on(
    bar: FigureBar, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    bar.show()
    press(bar, "save_picture")
    asked = bar.findChild(SizePanel)
    assert isinstance(asked, SizePanel)
    width = asked._fields["width_mm"]
    assert asked.isVisible()
    assert bar.focusWidget() is width

    qtbot.keyClick(width, Qt.Key.Key_Escape)
    assert not asked.isVisible()
    assert bar.focusWidget() is bar.findChild(QPushButton, "save_picture")

    dialogs.answer = tmp_path / "f.svg"
    press(bar, "save_picture")
    assert bar.findChildren(SizePanel) == [asked]
    width.setValue(90)
    qtbot.keyClick(width, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)
    assert not asked.isVisible()
    assert dialogs.answer.read_text(encoding="utf-8").count("<svg") == 1
    assert width.value() == 90  # for the next picture
