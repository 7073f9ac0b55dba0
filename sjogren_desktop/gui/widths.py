"""How much room texts take: the widest one of a column, and a number of letters."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nlargest

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QWidget

_MEASURED = 40
_NEARLY = 0.7
"""How many texts are measured, and the share of the longest one's letters they have."""


def widest_text(texts: Iterable[str]) -> str:
    """Return the text that is widest on the screen, not the one with the most letters.

    A name in capitals takes more room than a longer one in small letters.
    """
    longest = nlargest(_MEASURED, dict.fromkeys(texts), key=len)
    least = _NEARLY * len(longest[0])
    metrics = QFontMetrics(QGuiApplication.font())
    return max((t for t in longest if len(t) >= least), key=metrics.horizontalAdvance)


def at_least(letters: int, widget: QWidget, hint: QSize) -> QSize:
    """Return the size, as wide as so many letters of the widget if it is not wider."""
    return QSize(
        max(hint.width(), letters * widget.fontMetrics().averageCharWidth()), hint.height()
    )
