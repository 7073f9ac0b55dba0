"""Sizes of windows and dialogs that do not go beyond their screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from sjogren_desktop.gui import theme

_FRAME = 6 * theme.SPACE
"""Title bar and borders, not known before a window is shown."""


def room(window: QWidget) -> QSize:
    """Return the largest size that a window may have inside its frame."""
    space = window.screen().availableGeometry()
    return QSize(space.width() - _FRAME, space.height() - _FRAME)


def begin_with(window: QWidget, width: int, height: int) -> None:
    """Give a window its first size, or as much of it as the screen has."""
    window.resize(QSize(width, height).boundedTo(room(window)))


def keep_width(window: QWidget, width: int) -> None:
    """Have a window be at least this wide, or as wide as the screen; never less than it needs."""
    layout = window.layout()
    needed = layout.minimumSize().width() if layout is not None else 0
    window.setMinimumWidth(max(needed, min(width, room(window).width())))
