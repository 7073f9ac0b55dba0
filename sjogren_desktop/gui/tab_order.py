"""The order in which the Tab key goes from one control to the next: that of reading.

Qt takes the order in which controls were made, which is another where a form is made
anew or a bar is put above what was there before.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def in_order(*parts: QWidget) -> None:
    """Have Tab go through these widgets, and the controls in each, one after the other."""
    for at, to in pairwise(control for part in parts for control in _controls(part)):
        QWidget.setTabOrder(at, to)


def put_first(whole: QWidget, part: QWidget) -> None:
    """Have Tab come to the controls of a part before all others of the whole."""
    controls, policy = _controls(part), whole.focusPolicy()
    # Qt orders only what can have the focus; the place of the whole is before all in it.
    whole.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for control in reversed(controls):
        QWidget.setTabOrder(whole, control)
    whole.setFocusPolicy(policy)


def _controls(part: QWidget) -> list[QWidget]:
    # Not along the chain of focus itself: that makes PySide delete what it passes.
    return [
        each
        for each in (part, *part.findChildren(QWidget))
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.focusProxy() is None  # else it is come to as that
        and each.window() is part.window()  # the list of a combo box is another
    ]
