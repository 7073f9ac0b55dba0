"""Tells a screen reader what changes where the focus is not (WCAG 2.2, 4.1.3).

A reader says by itself what the focus comes to, and nothing of a message that appears, a
count that changes while a filter is typed, or a result that arrives.
"""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget


def announce(widget: QWidget, text: str, *, urgent: bool = False) -> None:
    """Have a screen reader say a text.

    Parameters
    ----------
    widget : QWidget
        What the text is about; nothing is said of what is not shown.
    text : str
    urgent : bool
        Say it at once, whatever is being said.
    """
    if text and widget.isVisible():
        send(widget, text, urgent)


def say_in(label: QLabel, text: str) -> None:
    """Put a text on a label, and announce it where it replaces another that was read."""
    before = label.text()
    label.setText(text)
    if before and before != text:
        announce(label, text)


def send(widget: QWidget, text: str, urgent: bool) -> None:
    """Hand a text over to the system's interface; without a reader nothing happens."""
    if not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    kinds = QAccessible.AnnouncementPoliteness
    event.setPoliteness(kinds.Assertive if urgent else kinds.Polite)
    QAccessible.updateAccessibility(event)
