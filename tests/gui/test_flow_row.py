"""A row of controls goes on in a second line where it has no room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.flow_row import FlowRow


@pytest.mark.parametrize("to_right", [False, True])
def test_that_controls_go_on_in_a_second_line(qtbot: QtBot, to_right: bool) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    buttons = [QPushButton(text) for text in ("Open files", "Open folder", "Open study file")]
    for button in buttons:
        button.setFixedSize(100, 24)
    row = FlowRow(*buttons, to_right=to_right)
    whole.setLayout(row)
    whole.resize(330, 30)
    whole.show()
    step, start = 100 + theme.SPACE, 330 - 300 - 2 * theme.SPACE if to_right else 0

    assert [b.x() for b in buttons] == [start, start + step, start + 2 * step]
    assert {b.y() for b in buttons} == {0}
    assert row.sizeHint().width() == 300 + 2 * theme.SPACE

    whole.resize(250, row.heightForWidth(250))

    start = 250 - 200 - theme.SPACE if to_right else 0
    assert [b.x() for b in buttons] == [start, start + step, 150 if to_right else 0]
    assert [b.y() for b in buttons] == [0, 0, 24 + theme.SPACE]
    assert row.minimumSize().width() == 100

    buttons[0].hide()
    whole.resize(330, 30)
    assert row.sizeHint().width() == 200 + theme.SPACE
