"""What has the focus is in sight, and shows it, when keys moved it."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTabBar,
    QTextBrowser,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.focus_frame import FocusFrame
from tests.gui.test_theme import contrast

T = TypeVar("T", bound=QWidget)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A field above a form that is too long, a page of text and a default button."""
    made = QWidget()
    qtbot.addWidget(made)
    form, area = QWidget(), QScrollArea()
    lines = QVBoxLayout(form)
    for number in range(20):
        field = QLineEdit()
        field.setObjectName(f"field_{number}")
        lines.addWidget(field)
    area.setWidget(form)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFixedHeight(100)
    page, button = QTextBrowser(), QPushButton("Run")
    button.setDefault(True)
    layout = QVBoxLayout(made)
    for widget in (QLineEdit(), area, page, button):
        layout.addWidget(widget)
    FocusFrame(made)
    made.show()
    made.activateWindow()
    made.findChildren(QLineEdit)[0].setFocus()
    QApplication.processEvents()
    return made


def part(window: QWidget, kind: type[T]) -> T:
    found = window.findChild(kind)
    assert isinstance(found, kind)
    return found


def step(window: QWidget, times: int = 1) -> QWidget:
    for _ in range(times):
        at = window.focusWidget()
        assert at is not None
        QTest.keyClick(at, Qt.Key.Key_Tab)
        QApplication.processEvents()
    found = window.focusWidget()
    assert found is not None
    return found


def picture(widget: QWidget) -> QImage:
    shown: QImage = widget.window().grab().toImage()
    return shown.copy(widget.geometry())


def test_that_a_form_scrolls_to_what_tab_comes_to_from_outside(window: QWidget) -> None:
    area = part(window, QScrollArea)
    area.verticalScrollBar().setValue(area.verticalScrollBar().maximum())

    first = step(window)

    assert first.objectName() == "field_0"
    assert not first.visibleRegion().isEmpty()


def test_that_a_text_and_the_default_button_show_the_focus(window: QWidget) -> None:
    page, button = part(window, QTextBrowser), part(window, QPushButton)
    without = picture(page), picture(button)

    assert step(window, 21) is page
    with_page, plain_button = picture(page), picture(button)
    assert step(window) is button
    plain_page, with_button = picture(page), picture(button)

    assert with_page != without[0]
    assert plain_page == without[0]
    assert with_button != plain_button


def test_that_a_click_frames_nothing(window: QWidget) -> None:
    page = part(window, QTextBrowser)
    before = picture(page)

    QTest.mouseClick(page.viewport(), Qt.MouseButton.LeftButton)
    QApplication.processEvents()

    assert window.focusWidget() is page
    assert picture(page) == before


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
@pytest.mark.parametrize(
    "kind", [QPushButton, QCheckBox, QRadioButton, QToolButton, QComboBox, QSlider, QTabBar]
)
def test_that_what_has_the_focus_stands_out_in_every_scheme(
    qapp: QApplication, qtbot: QtBot, scheme: str, kind: type[QWidget]
) -> None:
    theme.apply(qapp, scheme)
    made, first, control = QWidget(), QLineEdit(), kind()
    qtbot.addWidget(made)
    if isinstance(control, QTabBar):
        control.addTab("Tab")
    control.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(made)
    layout.addWidget(first)
    layout.addWidget(control)
    FocusFrame(made)
    made.show()
    made.activateWindow()
    first.setFocus()
    QApplication.processEvents()
    without = picture(control)

    assert step(made) is control

    shown = picture(control)
    edge = [(x, 1) for x in range(4, shown.width() - 4)]
    # WCAG 2.2, 1.4.11: 3:1 against the ground around it; and it was not there before.
    ground = qapp.palette().color(QPalette.ColorRole.Window)
    assert min(contrast(shown.pixelColor(*place), ground) for place in edge) >= 3
    changed = sum(shown.pixelColor(*place) != without.pixelColor(*place) for place in edge)
    assert changed > len(edge) / 2


def test_that_a_dialog_opened_by_keys_shows_where_the_focus_is(
    window: QWidget, qtbot: QtBot
) -> None:
    step(window, 2)
    dialog = QDialog(window)
    qtbot.addWidget(dialog)
    button = QPushButton("OK", dialog)
    button.setFocus()
    dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button)
    QApplication.processEvents()
    framed = [w for w in button.findChildren(QWidget) if w.isVisible()]
    assert len(framed) == 1

    dialog.close()
    dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    window.activateWindow()
    page = part(window, QTextBrowser)
    for _ in range(25):
        if window.focusWidget() is page:
            break
        step(window)

    assert any(type(w).__name__ == "_Frame" and w.isVisible() for w in page.children())
