"""Pens of the plots, as wide on a fine screen as on a coarse one.

pyqtgraph's pens keep their width while a plot is zoomed; Qt counts such a width in
points of the screen, of which one with 200% has four where another has one.
"""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPen


def screen_ratio() -> float:
    """Return the points of the finest screen in a pixel of 96 to the inch, along a side."""
    application = QGuiApplication.instance()
    return application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0


def line_pen(
    color: str,
    *,
    width: float = 1.0,
    dash: Sequence[float] | None = None,
    style: Qt.PenStyle | None = None,
) -> QPen:
    """Return a pen of a width in pixels of 96 to the inch; dashes are in widths of the line."""
    more: dict[str, object] = {}
    if dash is not None:
        more["dash"] = list(dash)
    if style is not None:
        more["style"] = style
    made = pg.mkPen(color, width=width * screen_ratio(), **more)
    assert isinstance(made, QPen)
    return made
