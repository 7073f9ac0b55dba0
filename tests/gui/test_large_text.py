"""With letters of twice the size, in a window of 1280 by 800, nothing is squeezed or covered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLayout,
    QLineEdit,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import language, on_screen, theme
from sjogren_desktop.gui.main_window import MainWindow
from tests.dialogs import every_dialog
from tests.e2e.pseudo import clipped
from tests.patient_study import patient_study

FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QAbstractButton)
LETTERS = 8
"""Of width that a field for texts has at least."""


def squeezed(widget: QWidget) -> Iterator[str]:
    """Yield fields and buttons in sight that are lower than their text or leave no room for one."""
    for each in widget.findChildren(QWidget):
        if not isinstance(each, FIELDS) or each.visibleRegion().isEmpty():
            continue
        if isinstance(each.parentWidget(), QComboBox | QAbstractSpinBox):
            continue
        if each.height() + 1 < each.minimumSizeHint().height():
            yield f"low: {_path(each)}, {each.height()}"
        letters = LETTERS * each.fontMetrics().averageCharWidth()
        if isinstance(each, QLineEdit) and each.width() < letters:
            yield f"narrow: {_path(each)}, {each.width()}"


def covered(widget: QWidget) -> Iterator[str]:
    """Yield what lies in part over its neighbour in a layout."""
    for layout in widget.findChildren(QLayout):
        parent = layout.parentWidget()
        if isinstance(layout, QStackedLayout) or parent is None or not parent.isVisible():
            continue
        boxes = []
        for place in range(layout.count()):
            item = layout.itemAt(place)
            inside = item.widget() if item is not None else None
            if inside is not None and inside.isVisible():
                boxes.append((inside, inside.geometry()))
        for at, (one, box) in enumerate(boxes):
            for other, there in boxes[at + 1 :]:
                if box.intersects(there):
                    yield f"{_path(one)} and {_path(other)}"


def _path(each: QWidget | None) -> str:
    names = []
    while each is not None:
        if each.objectName():
            names.append(each.objectName())
        each = each.parentWidget()
    return "/".join(reversed(names))


@pytest.fixture(params=language.TRANSLATED)
def window(
    qapp: QApplication, qtbot: QtBot, request: pytest.FixtureRequest
) -> Iterator[MainWindow]:
    """The window with a study, in another language and at twice the size."""
    before = set(qapp.findChildren(QTranslator))
    language.install(qapp, request.param)
    theme.set_text_size(qapp, theme.LARGEST)
    made = MainWindow(open_study=lambda paths, progress: patient_study())
    qtbot.addWidget(made)
    made.set_analyses(ANALYSES)
    made.show()
    made.resize(1280, 800)
    made.open_paths([Path("study")])
    qtbot.waitUntil(
        lambda: made.patients_tab.book is not None and not made.is_settling(), timeout=60_000
    )
    yield made
    theme.set_text_size(qapp, 100)
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.setParent(None)


def faults(widget: QWidget) -> Iterator[str]:
    """Yield all that is squeezed, covered or cut off in a widget as it is now."""
    for _ in range(4):
        QApplication.processEvents()
    yield from squeezed(widget)
    yield from covered(widget)
    # Tab bars have arrows where they are too long.
    yield from (f for f in clipped(widget) if not f.startswith("QTabBar"))


def test_that_nothing_is_squeezed_or_covered_at_twice_the_size(
    window: MainWindow, qtbot: QtBot
) -> None:
    found: set[str] = set()

    def look() -> None:
        found.update(faults(window))
        if window.width() > 1280 or window.height() > 800:
            found.add(f"{window.size()}, {window.tabs.currentWidget().objectName()}")
            window.resize(1280, 800)

    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        look()
        for inner in window.tabs.widget(place).findChildren(QTabWidget):
            for at in range(inner.count()):
                inner.setCurrentIndex(at)
                look()
    panel = window.analysis_tab
    window.tabs.setCurrentWidget(panel)
    panel.choose("demographics")
    panel.run_button.click()
    qtbot.waitUntil(lambda: not panel.is_running, timeout=60_000)
    look()
    details = window.import_tab.findChild(QTabWidget, "import_details")
    assert isinstance(details, QTabWidget)
    details.setCurrentIndex(0)  # as the tour finds it, a message read
    window.message.clear()
    window.help_menu.tour.begin()
    look()

    assert not found, "\n".join(sorted(found))


def test_that_dialogs_have_room_on_a_small_screen_at_twice_the_size(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    found: set[str] = set()
    small = QSize(1280 - 6 * theme.SPACE, 800 - 6 * theme.SPACE)
    monkeypatch.setattr(on_screen, "room", lambda of: small)
    for dialog in every_dialog(window, tmp_path, wait):
        found.update(faults(dialog))
        if dialog.size().boundedTo(small) != dialog.size():
            found.add(f"beyond the screen: {dialog.objectName()}, {dialog.size()}")

    assert not found, "\n".join(sorted(found))


def test_that_the_measure_finds_a_low_field_and_a_covered_one(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    one, other = QLineEdit(), QLineEdit()
    layout.addWidget(one)
    layout.addWidget(other)
    page.show()
    assert [*squeezed(page), *covered(page)] == []

    one.setFixedHeight(8)
    QApplication.processEvents()
    other.move(other.x(), one.y() + 4)

    assert len([*squeezed(page)]) == 1
    assert len([*covered(page)]) == 1
