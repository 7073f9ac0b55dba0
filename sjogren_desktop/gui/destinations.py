"""What of the window can be searched for and gone to: see :mod:`.finder`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sjogren_desktop.gui.finder import Place

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow


def destinations(window: MainWindow) -> Iterator[Place]:
    """Yield questions, patients, commands and methods, in the order in which they are listed."""
    for panel in window.panels:
        for analysis in panel.analyses:
            yield Place("Question", analysis.title, analysis.question, analysis.key)
    yield from window.patients_tab.places()
    for name, action in window.actions_by_name.items():
        if action.isEnabled() and name != "search":
            title = action.text().replace("&", "").rstrip("\u2026")
            yield Place("Command", title, action.toolTip(), name)
    for panel in window.panels:
        for analysis in panel.analyses:
            yield Place("Method", analysis.title, "how it is computed", analysis.key)


def go_to(window: MainWindow, place: Place) -> None:
    """Show a place, or do what a command says."""
    if place.kind == "Command":
        window.action(place.key).trigger()
    elif place.kind == "Patient":
        window.tabs.setCurrentWidget(window.patients_tab)
        window.patients_tab.open_patient(place.key)
    else:
        panel = next(p for p in window.panels if place.key in [a.key for a in p.analyses])
        window.tabs.setCurrentWidget(panel)
        panel.choose(place.key)
        if place.kind == "Method":
            window.show_method()
