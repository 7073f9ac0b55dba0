"""What of the window can be searched for and gone to: see :mod:`.finder`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sjogren_desktop.gui import about
from sjogren_desktop.gui.finder import Place
from sjogren_desktop.gui.help_window import pages
from sjogren_desktop.gui.language import marked, tr

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow


def destinations(window: MainWindow) -> Iterator[Place]:
    """Yield what can be gone to, in the order in which it is listed.

    Questions, patients, commands, methods, the variables, measurements and adverse events
    of the study as it is shown (a blinded one without those withheld), and the pages of the
    help.
    """
    for panel in window.panels:
        for analysis in panel.analyses:
            yield Place(marked("Question"), tr(analysis.title), tr(analysis.question), analysis.key)
    yield from window.patients_tab.places()
    for name, action in window.actions_by_name.items():
        if action.isEnabled() and name != "search":
            title = action.text().replace("&", "").rstrip("\u2026")
            yield Place(marked("Command"), title, action.toolTip(), name)
    for panel in window.panels:
        for analysis in panel.analyses:
            yield Place(
                marked("Method"), tr(analysis.title), tr("how it is computed"), analysis.key
            )
    for dataset in window.study.datasets if window.study is not None else ():
        for name in map(str, dataset.frame.columns):
            label = dataset.labels.get(name, "")
            detail = (
                tr("{label}, in {name}", label=label, name=dataset.name)
                if label
                else tr("in {name}", name=dataset.name)
            )
            yield Place(marked("Variable"), name, detail, f"{dataset.name}/{name}")
    yield from _measurements(window)
    yield from _events(window)
    for page in pages():
        yield Place(marked("Help"), page.title, "", page.name, page.plain)


def _measurements(window: MainWindow) -> Iterator[Place]:
    """Yield what the records of the study measure: a score, a laboratory value."""
    if window.study is None:
        return
    from sjogren_desktop.analyses.endpoint_options import parameters

    for dataset, code, label in parameters(window.study).values():
        detail = tr("{label}, in {name}", label=code, name=dataset.name)
        yield Place(marked("Measurement"), label, detail, f"{dataset.name}/{code}")


def _events(window: MainWindow) -> Iterator[Place]:
    """Yield the terms of the adverse events."""
    for event in window.import_tab.terms:
        detail = tr("{count} patients", count=event.patients)
        yield Place(marked("Adverse event"), event.term, detail, f"{event.dataset}/{event.term}")


def go_to(window: MainWindow, place: Place) -> None:
    """Show a place, or do what a command says."""
    if place.kind == "Command":
        window.action(place.key).trigger()
    elif place.kind == "Patient":
        window.tabs.setCurrentWidget(window.patients_tab)
        window.patients_tab.open_patient(place.key)
    elif place.kind == "Variable":
        dataset, _, variable = place.key.partition("/")
        window.tabs.setCurrentWidget(window.import_tab)
        window.import_tab.show_variable(dataset, variable)
    elif place.kind == "Measurement":
        dataset, _, code = place.key.partition("/")
        window.tabs.setCurrentWidget(window.import_tab)
        window.import_tab.show_measurement(dataset, code)
    elif place.kind == "Adverse event":
        dataset, _, term = place.key.partition("/")
        if window.study is not None:
            window.event_finder.find(window.study, dataset, term)
    elif place.kind == "Help":
        about.show_help(window, place.key)
    else:
        panel = next(p for p in window.panels if place.key in [a.key for a in p.analyses])
        window.tabs.setCurrentWidget(panel)
        panel.choose(place.key)
        if place.kind == "Method":
            window.show_method()
