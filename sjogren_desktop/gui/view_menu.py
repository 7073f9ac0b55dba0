"""The View menu: theme, size of texts and language; all are remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.settings import Settings

_STEP = 25
"""Percent by which a command changes the size of texts."""


class ViewMenu(QObject):
    """Fills the menu and does what it says; ``actions`` are by name."""

    said = Signal(str, str)
    """A message for the window: kind and text."""

    def __init__(self, menu: QMenu, saved: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = saved
        self.actions: dict[str, QAction] = {}
        self._themes = QActionGroup(self)
        menu.setToolTipsVisible(True)
        for name, text in (
            ("system", tr("As the &system")),
            ("light", tr("&Light")),
            ("dark", tr("&Dark")),
            ("contrast", tr("&High contrast")),
        ):
            action = self._add(
                menu, f"theme_{name}", text, tr("Colours of the window and its plots")
            )
            action.setCheckable(True)
            action.setData(name)
            action.setChecked(name == saved.theme)
            self._themes.addAction(action)
        self._themes.triggered.connect(self._choose_theme)
        menu.addSeparator()
        for name, text, key, tip, slot in (
            ("larger", tr("Lar&ger text"), "Ctrl++", tr("Show texts larger"), self.enlarge),
            ("smaller", tr("S&maller text"), "Ctrl+-", tr("Show texts smaller"), self.reduce),
            (
                "normal",
                tr("&Normal text"),
                "Ctrl+0",
                tr("Texts as large as the system's"),
                self.restore,
            ),
        ):
            action = self._add(menu, name, text, tip)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(slot)
        self._build_languages(menu.addMenu(tr("Lang&uage")))

    def _build_languages(self, menu: QMenu) -> None:
        menu.setToolTipsVisible(True)
        self._languages = QActionGroup(self)
        draft = tr("A draft that nobody has reviewed yet; what is not translated stays English")
        for code, text, tip in (
            ("system", tr("As the &system"), tr("The first language of your system there is")),
            # Each in its own language, to be found by whoever reads no other.
            ("en", "&English", tr("The language the program is written in")),
            ("de", "&Deutsch (Entwurf, ungeprüft)", draft),
            ("fr", "&Français (ébauche, non révisée)", draft),
        ):
            action = self._add(menu, f"language_{code}", text, tip)
            action.setCheckable(True)
            action.setData(code)
            action.setChecked(code == self._settings.language)
            self._languages.addAction(action)
        self._languages.triggered.connect(self._choose_language)

    def _add(self, menu: QMenu, name: str, text: str, tip: str) -> QAction:
        action = QAction(text, self)
        action.setObjectName(f"action_{name}")
        action.setToolTip(tip)
        action.setStatusTip(tip)
        menu.addAction(action)
        self.actions[name] = action
        return action

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self._settings.theme = action.data()
        theme.apply(_application(), self._settings.theme)

    @Slot(QAction)
    def _choose_language(self, action: QAction) -> None:
        self._settings.language = action.data()
        self.said.emit(
            "note",
            tr(
                "The window speaks this language from the next start of the program. Results and "
                "exported files stay in English."
            ),
        )

    @Slot()
    def enlarge(self) -> None:
        """Show texts a step larger."""
        self._show(self._settings.text_percent + _STEP)

    @Slot()
    def reduce(self) -> None:
        """Show texts a step smaller."""
        self._show(self._settings.text_percent - _STEP)

    @Slot()
    def restore(self) -> None:
        """Show texts as large as the system does."""
        self._show(100)

    def _show(self, percent: int) -> None:
        self._settings.text_percent = min(max(percent, 100 - _STEP), theme.LARGEST)
        theme.set_text_size(_application(), self._settings.text_percent)


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application
