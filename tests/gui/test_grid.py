"""The grid and the scale of type, measured: margins and gaps of all layouts, sizes of all texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QGridLayout,
    QLabel,
    QLayout,
    QMainWindow,
    QStackedLayout,
    QStatusBar,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sjogren_desktop.analyses.catalogue import ANALYSES
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.main_window import MainWindow
from tests.dialogs import every_dialog
from tests.patient_study import patient_study

HALF = theme.SPACE // 2
STEPS = ("small", "body", "heading", "title")


@pytest.fixture
def shown(qtbot: QtBot) -> MainWindow:
    """The window with a study and a result."""
    window = MainWindow(open_study=lambda paths, progress: patient_study())
    qtbot.addWidget(window)
    window.set_analyses(ANALYSES)
    window.show()
    window.open_paths([Path("study")])
    qtbot.waitUntil(
        lambda: window.patients_tab.book is not None and not window.is_settling(), timeout=60_000
    )
    window.tabs.setCurrentWidget(window.analysis_tab)
    panel = window.analysis_tab
    panel.choose("demographics")
    panel.run_button.click()
    qtbot.waitUntil(lambda: not panel.is_running, timeout=60_000)
    return window


def _each_view(
    window: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], object]
) -> Iterator[QWidget]:
    """Yield the window with each tab, and the tabs in it, in front; then each dialog."""
    for place in range(window.tabs.count()):
        window.tabs.setCurrentIndex(place)
        QApplication.processEvents()
        yield window
        page = window.tabs.widget(place)
        for inner in page.findChildren(QTabWidget):
            for at in range(inner.count()):
                inner.setCurrentIndex(at)
                QApplication.processEvents()
                yield page
    window.help_menu.tour.begin()
    window.search()
    QApplication.processEvents()
    yield window
    window.finder.put_away()
    yield from every_dialog(window, folder, wait)


def off_grid(widget: QWidget) -> Iterator[str]:
    """Yield margins, gaps and spacers of the layouts in a widget that are on no half of the grid.

    Left out is what has no effect or is Qt's own: margins of a stack, whose pages cover it; the
    gap of a layout of one thing; and the frames of a main window and of its status bar.
    """
    for layout in widget.findChildren(QLayout):
        parent = layout.parentWidget()
        if isinstance(layout, QStackedLayout) or isinstance(parent, QMainWindow | QStatusBar):
            continue
        around = layout.contentsMargins()
        found = [around.left(), around.top(), around.right(), around.bottom()]
        if layout.count() > 1:
            if isinstance(layout, QGridLayout | QFormLayout):
                found += [layout.horizontalSpacing(), layout.verticalSpacing()]
            else:
                found.append(layout.spacing())
        for place in range(layout.count()):
            item = layout.itemAt(place)
            spacer = item.spacerItem() if item is not None else None
            if spacer is not None:
                found += [spacer.sizeHint().width(), spacer.sizeHint().height()]
        if any(space % HALF for space in found):
            yield f"{type(layout).__name__} of {_path(parent)}: {found}"


def off_scale(widget: QWidget) -> Iterator[str]:
    """Yield widgets whose text has a size that is none of the scale."""
    scale = {round(theme.font(step).pointSizeF(), 2) for step in STEPS}
    for each in (widget, *widget.findChildren(QWidget)):
        size = round(each.font().pointSizeF(), 2)
        if size not in scale:
            yield f"{_path(each)}: {size}"


def _path(each: QWidget | None) -> str:
    names = []
    while each is not None:
        names.append(each.objectName() or type(each).__name__)
        each = each.parentWidget()
    return "/".join(reversed(names))


def test_that_the_measure_finds_what_is_on_no_grid_and_no_scale(qtbot: QtBot) -> None:
    page, first = QWidget(), QLabel("One")
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    layout.setContentsMargins(HALF, 0, 0, 2 * theme.SPACE)
    layout.setSpacing(theme.SPACE)
    for label in (first, QLabel("Two")):
        layout.addWidget(label)
    assert [*off_grid(page), *off_scale(page)] == []

    layout.setSpacing(6)
    font = first.font()
    font.setPointSizeF(1.2 * theme.font("body").pointSizeF())
    first.setFont(font)

    assert len([*off_grid(page)]) == 1
    assert len([*off_scale(page)]) == 1


def test_that_every_view_keeps_to_the_grid_and_to_the_scale_of_type(
    shown: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=60_000)

    spaces: set[str] = set()
    sizes: set[str] = set()
    views = 0
    for view in _each_view(shown, tmp_path, wait):
        spaces.update(off_grid(view))
        sizes.update(off_scale(view))
        views += 1

    assert views > 30
    assert not spaces, "\n".join(sorted(spaces))
    assert not sizes, "\n".join(sorted(sizes))
