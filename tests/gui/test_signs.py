"""Signs beside commands: each has its drawing, and the ink of the scheme that is shown."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sjogren_desktop.gui import signs, theme
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.paths import resource_path

_SIZE = QSize(48, 48)


def _inks(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> set[str]:
    """Return the colours of the points that are drawn in full."""
    image = icon.pixmap(_SIZE, mode).toImage()
    found = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {QColor(c.rgb()).name() for c in found if c.alpha() == 255}


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _ink(role: QPalette.ColorRole, group: QPalette.ColorGroup) -> set[str]:
    return {_application().palette().color(group, role).name()}


def test_that_every_drawing_is_used_and_its_licence_is_there() -> None:
    folder = resource_path("icons", "lucide")

    drawn = {path.stem for path in folder.glob("*.svg")}

    assert drawn == {*signs.COMMANDS.values(), *signs.TABS}
    assert "ISC License" in (folder / "LICENSE.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_that_a_sign_has_the_ink_of_the_scheme_also_when_it_was_made_before(
    scheme: str, qapp: QApplication
) -> None:
    theme.apply(qapp, "light")
    plain, in_menu = signs.sign("play"), signs.sign("play", on_highlight=True)
    gc.collect()  # the icon alone holds what draws it

    theme.apply(qapp, scheme)

    text, marked = QPalette.ColorRole.WindowText, QPalette.ColorRole.HighlightedText
    active, disabled = QPalette.ColorGroup.Active, QPalette.ColorGroup.Disabled
    assert _inks(plain) == _ink(text, active)
    assert _inks(plain, QIcon.Mode.Active) == _ink(text, active)
    assert _inks(in_menu, QIcon.Mode.Active) == _ink(marked, active)
    assert _inks(in_menu, QIcon.Mode.Disabled) == _ink(text, disabled)


def test_that_commands_and_tabs_of_the_window_have_their_signs(window: MainWindow) -> None:
    commands = window._actions | window.study_menu.commands

    assert set(signs.COMMANDS) <= set(commands)
    for name in signs.COMMANDS:
        assert not commands[name].icon().isNull(), name
    assert window.tabs.count() == len(signs.TABS)
    assert all(not window.tabs.tabIcon(i).isNull() for i in range(window.tabs.count()))


def test_that_signs_grow_with_the_letters(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    before = window.tabs.iconSize().height()

    theme.set_text_size(qapp, 200)

    qtbot.waitUntil(lambda: window.tabs.iconSize().height() > 1.6 * before)
    for widget in (window.tabs, window.analysis_tab.run_button):
        assert widget.iconSize().height() == widget.fontMetrics().height()
