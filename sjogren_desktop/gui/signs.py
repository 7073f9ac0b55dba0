"""Signs beside commands and tabs: drawings of Lucide in the ink of the palette.

A sign never stands alone: it helps to find again what its text says. Its colour is looked
up when it is drawn, so it follows light, dark and high contrast as they change. The
drawings and their licence are in ``resources/icons/lucide``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication, QTabWidget

from sjogren_desktop.paths import resource_path

_FILE = {
    "open_files": "files",
    "open_folder": "folder-open",
    "open_demo": "graduation-cap",
    "reopen": "rotate-ccw",
    "export_deidentified": "eye-off",
    "quit": "log-out",
}
_STUDY_FILE = {
    "new": "file-plus",
    "open": "folder-open",
    "save_as": "save",
    "trail": "history",
    "lock": "lock",
    "passphrase": "key-round",
    "close": "x",
}
_RUN = {
    "undo": "undo-2",
    "redo": "redo-2",
    "run": "play",
    "run_all": "list-checks",
    "run_plan": "route",
    "save_plan": "save",
    "queue": "list",
    "cancel": "x",
    "search": "search",
}
_EXPORT = {
    "export_workbook": "file-spreadsheet",
    "export_docx": "file-text",
    "export_pdf": "file-text",
    "export_rtf": "file-text",
    "export_html": "file-code",
    "export_all": "package-open",
    "whole_set": "list-checks",
}
_BLINDING = {
    "unblind": "eye",
    "unblind_patient": "user-round-search",
    "pool": "users",
    "withheld": "eye-off",
    "records": "history",
    "blinding_help": "circle-question-mark",
}
_HELP = {
    "method": "book-open",
    "help": "circle-question-mark",
    "tour": "route",
    "check": "clipboard-check",
    "about": "info",
}
COMMANDS: Mapping[str, str] = {**_FILE, **_STUDY_FILE, **_RUN, **_EXPORT, **_BLINDING, **_HELP}
"""The drawing of each command that has one, by the name of its action."""

TABS = ("file-input", "users", "target", "chart-line", "shield-alert", "flask-conical")
"""The drawings of the tabs: import, patients, estimand, analysis, safety, next trial."""


_LEAST = 16
"""Side of a sign in device-independent pixels, where letters are small."""


def dress(commands: Mapping[str, QAction]) -> None:
    """Give the commands of menus their signs."""
    for name, action in commands.items():
        if name in COMMANDS:
            action.setIcon(sign(COMMANDS[name], on_highlight=True))


def sign(drawing: str, *, on_highlight: bool = False) -> QIcon:
    """Return a drawing as an icon; ``on_highlight`` if its ground is marked while it is active."""
    return QIcon(_Engine(drawing, on_highlight=on_highlight))


def grow_with_text(widget: QTabWidget | QAbstractButton) -> None:
    """Keep the signs of a widget as tall as its letters, whatever their size."""
    _Growing(widget)


class _Growing(QObject):
    """Takes the size of the letters when it changes."""

    def __init__(self, widget: QTabWidget | QAbstractButton) -> None:
        super().__init__(widget)
        self._widget = widget
        widget.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return False

    def _fit(self) -> None:
        side = max(_LEAST, self._widget.fontMetrics().height())
        self._widget.setIconSize(QSize(side, side))


@cache
def _drawn_in(drawing: str, ink: str) -> object:
    """Return what draws it in a colour; there are two or three colours at a time."""
    from PySide6.QtSvg import QSvgRenderer  # the window is painted before it is needed

    content = resource_path("icons", "lucide", f"{drawing}.svg").read_bytes()
    return QSvgRenderer(QByteArray(content.replace(b"currentColor", ink.encode())))


class _Engine(QIconEngine):
    """Draws one sign in the colour that the palette has for text now."""

    def __init__(self, drawing: str, *, on_highlight: bool) -> None:
        super().__init__()
        self._drawing, self._on_highlight = drawing, on_highlight

    def clone(self) -> QIconEngine:
        return _Engine(self._drawing, on_highlight=self._on_highlight)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        renderer = _drawn_in(self._drawing, self._ink(mode).name())
        renderer.render(painter, QRectF(rect))  # type: ignore[attr-defined]

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return made

    def _ink(self, mode: QIcon.Mode) -> QColor:
        palette = QApplication.palette()
        if mode == QIcon.Mode.Disabled:
            return palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        marked = mode == QIcon.Mode.Selected or (mode == QIcon.Mode.Active and self._on_highlight)
        role = QPalette.ColorRole.HighlightedText if marked else QPalette.ColorRole.WindowText
        return palette.color(QPalette.ColorGroup.Active, role)
