"""The control of a table that is typed in: told of every change, rows added and removed."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.spec import Typed
from sjogren_desktop.gui.typed_edit import TypedEdit

OPTION = Typed("means", "Means", "A row for each dose.", ("Dose", "Mean"), (("0", "1"),))


def test_that_edits_rows_added_and_rows_removed_are_told(qtbot: QtBot) -> None:
    edit = TypedEdit(OPTION)
    qtbot.addWidget(edit)
    edit.show_value((), OPTION.default)
    told: list[str] = []
    edit.edited.connect(told.append)

    edit.model.setData(edit.model.index(0, 1), "2,5")
    qtbot.mouseClick(edit.add, Qt.MouseButton.LeftButton)
    assert edit.value() == (("0", "2,5"), ("", ""))
    edit.view.setCurrentIndex(edit.model.index(0, 0))
    qtbot.mouseClick(edit.drop, Qt.MouseButton.LeftButton)

    assert edit.value() == (("", ""),)
    assert told == ["means"] * 3


def test_that_showing_a_value_tells_nothing_and_names_what_is_edited(qtbot: QtBot) -> None:
    edit = TypedEdit(OPTION)
    qtbot.addWidget(edit)
    with qtbot.assertNotEmitted(edit.edited):
        edit.show_value((), (("0", "1"), ("5", "2")))

    assert edit.value() == (("0", "1"), ("5", "2"))
    assert edit.view.accessibleName() == "Means"
    assert not edit.drop.isEnabled()
