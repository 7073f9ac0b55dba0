"""A choice that has no room ends in an ellipsis, and is told in full."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QComboBox, QToolTip
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui.choice_box import ChoiceBox
from tests.e2e.pseudo import clipped

LONG = "Treatment policy: values count whatever happened before, in every arm"


def test_that_a_long_choice_ends_in_an_ellipsis_and_a_short_one_does_not(qtbot: QtBot) -> None:
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.addItems([LONG, "All"])
    box.resize(160, box.sizeHint().height())

    assert box.shown_text().endswith("…")
    assert LONG.startswith(box.shown_text()[:-1])
    assert len(box.shown_text()) > 10

    box.resize(box.sizeHint())
    assert box.shown_text() == LONG
    box.setCurrentIndex(1)
    assert box.shown_text() == "All"


def test_that_the_tooltip_tells_a_long_choice_in_full(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, text, box: told.append(text))
    box = ChoiceBox()
    qtbot.addWidget(box)
    box.setToolTip("Strategy")
    box.addItem(LONG)
    box.resize(160, box.sizeHint().height())
    box.show()

    QApplication.sendEvent(box, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))

    assert told == [f"{LONG}\nStrategy"]


def test_that_the_walk_would_find_a_choice_cut_off_without_an_ellipsis(qtbot: QtBot) -> None:
    for kind, found in ((QComboBox, 1), (ChoiceBox, 0)):
        whole = kind()
        qtbot.addWidget(whole)
        box = kind(whole)
        box.addItem(LONG)
        box.resize(160, 24)
        whole.resize(200, 60)
        whole.show()
        assert len([each for each in clipped(whole) if "frame" not in each]) == found
