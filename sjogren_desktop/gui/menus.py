"""What the lines of a menu are, and the menu of blinding."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from sjogren_desktop.gui.blinder import Blinder
from sjogren_desktop.gui.language import tr


class Entry(NamedTuple):
    """One line of a menu."""

    name: str
    text: str
    key: str
    slot: object
    tip: str


def fill(menu: QMenu, owner: QWidget, *entries: Entry | None) -> dict[str, QAction]:
    """Add lines to a menu, None for a separator; return the actions by name."""
    menu.setToolTipsVisible(True)
    made: dict[str, QAction] = {}
    for entry in entries:
        if entry is None:
            menu.addSeparator()
            continue
        action = QAction(entry.text, owner)
        action.setObjectName(f"action_{entry.name}")
        action.setToolTip(entry.tip)
        action.setStatusTip(entry.tip)
        if entry.key:
            action.setShortcut(QKeySequence(entry.key))
        action.triggered.connect(entry.slot)
        menu.addAction(action)
        made[entry.name] = action
    return made


def blinding_entries(blinder: Blinder) -> tuple[Entry | None, ...]:
    """Return the lines of the menu of blinding."""
    return (
        Entry(
            "unblind",
            tr("&Show treatment arms\u2026"),
            "",
            blinder.ask_study,
            tr("Unblind the study: asks for your name and a reason, and records both"),
        ),
        Entry(
            "unblind_patient",
            tr("Unblind one &patient\u2026"),
            "",
            blinder.ask_patient,
            tr("In an emergency: show the treatment of one patient, recorded"),
        ),
        Entry(
            "pool",
            tr("Pool &all patients"),
            "",
            blinder.pool,
            tr("Withhold treatment arms: blinded review of all patients together"),
        ),
        None,
        Entry(
            "withheld",
            tr("&What is withheld\u2026"),
            "",
            blinder.show_withheld,
            tr("Variables and records left out because they tell the treatment"),
        ),
        Entry(
            "records",
            tr("&Record of unblinding\u2026"),
            "",
            blinder.show_records,
            tr("Who saw treatments, when and why"),
        ),
        Entry(
            "passphrase",
            tr("Se&cond passphrase\u2026"),
            "",
            blinder.ask_passphrase,
            tr("A passphrase that must be known to show treatments"),
        ),
        None,
        Entry(
            "blinding_help",
            tr("&How blinding works"),
            "",
            blinder.show_help,
            tr("What is withheld, what is pooled, how it is undone"),
        ),
    )
