"""A row of controls goes on in a second line where it has no room."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.flow_row import FlowRow


def test_that_controls_go_on_in_a_second_line(qtbot: QtBot) -> None:
    whole = QWidget()
    qtbot.addWidget(whole)
    buttons = [QPushButton(text) for text in ("Open files", "Open folder", "Open study file")]
    for button in buttons:
        button.setFixedSize(100, 24)
    row = FlowRow(*buttons)
    whole.setLayout(row)
    whole.resize(330, 30)
    whole.show()
    step = 100 + theme.SPACE

    assert [b.x() for b in buttons] == [0, step, 2 * step]
    assert {b.y() for b in buttons} == {0}
    assert row.sizeHint().width() == 300 + 2 * theme.SPACE

    whole.resize(250, row.heightForWidth(250))

    assert [b.x() for b in buttons] == [0, step, 0]
    assert [b.y() for b in buttons] == [0, 0, 24 + theme.SPACE]
    assert row.minimumSize().width() == 100

    buttons[0].hide()
    whole.resize(330, 30)
    assert row.sizeHint().width() == 200 + theme.SPACE


def test_that_a_field_takes_what_its_line_has_left_and_a_choice_does_not(qtbot: QtBot) -> None:
    whole, field, choice = QWidget(), QLineEdit(), QComboBox()
    qtbot.addWidget(whole)
    row = FlowRow()
    row.add_named("&Text", field)
    row.add_named("&Kind", choice)
    whole.setLayout(row)
    whole.resize(900, 40)
    whole.show()

    assert choice.width() == choice.sizeHint().width()
    assert choice.mapTo(whole, choice.rect().topRight()).x() == 899
    assert field.width() > 3 * choice.width()
    named = [label.buddy() for label in whole.findChildren(QLabel)]
    assert named == [field, choice]


def test_that_a_title_without_room_stands_above_its_buttons_and_wraps(qtbot: QtBot) -> None:
    whole, button = QWidget(), QPushButton("Export")
    qtbot.addWidget(whole)
    title = QLabel("Adverse events by severity and relationship to treatment")
    title.setWordWrap(True)
    button.setFixedSize(100, 24)
    row = FlowRow(title, button)
    whole.setLayout(row)
    wide = title.fontMetrics().horizontalAdvance(title.text())
    whole.resize(wide + 200, 30)
    whole.show()

    assert title.geometry().center().y() == button.geometry().center().y()
    assert button.geometry().right() == wide + 199

    whole.resize(wide * 2 // 3, row.heightForWidth(wide * 2 // 3))
    assert button.x() == 0
    assert button.y() >= title.geometry().bottom()
    assert title.height() >= 2 * title.fontMetrics().height()
