"""The buttons under a figure."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.plan import Plan
from sjogren_desktop.gui.figure_bar import FigureBar, SizeDialog
from tests.gui.conftest import Dialogs
from tests.samples import sample_ae_result


@pytest.fixture
def bar(qtbot: QtBot, dialogs: Dialogs) -> FigureBar:
    made = FigureBar()
    qtbot.addWidget(made)
    result = sample_ae_result()
    made.set_figure(result.figures[0], result)
    return made


def press(bar: FigureBar, name: str) -> None:
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
        bar._save(str(tmp_path / "figure.pdf"))
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
    asked = bar.findChild(SizeDialog)
    assert isinstance(asked, SizeDialog)
    asked._fields["width_mm"].setValue(127)
    asked._fields["height_mm"].setValue(254)
    asked._fields["dpi"].setValue(100)

    asked.accept()
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)

    with Image.open(dialogs.answer) as image:
        assert image.size == (500, 1000)  # 5 by 10 inches
    assert bar.said.text() == f"The picture was written: {dialogs.answer}"


def test_that_a_size_without_room_is_refused_in_a_sentence(
    bar: FigureBar, qtbot: QtBot, dialogs: Dialogs, tmp_path: Path
) -> None:
    dialogs.answer = tmp_path / "f.png"
    press(bar, "save_picture")
    asked = bar.findChild(SizeDialog)
    assert isinstance(asked, SizeDialog)
    asked._fields["height_mm"].setValue(20)

    asked.accept()
    qtbot.waitUntil(lambda: not bar.is_running, timeout=20_000)

    assert "leave no room" in bar.said.text()
    assert not dialogs.answer.exists()
