"""The menu bar of the main window: which command stands where, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from sjogren_desktop.gui.menus import Entry, blinding_entries, fill
from sjogren_desktop.gui.view_menu import ViewMenu

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow


def build_menus(window: MainWindow) -> dict[str, QAction]:
    """Fill the menu bar; return the actions by name."""
    made: dict[str, QAction] = {}
    bar = window.menuBar()
    made |= fill(
        bar.addMenu("&File"),
        window,
        Entry("open_files", "&Open files\u2026", "Ctrl+O", window.ask_files, "Open data files"),
        Entry(
            "open_folder",
            "Open &folder\u2026",
            "Ctrl+Shift+O",
            window.ask_folder,
            "Open all data files of a folder",
        ),
        Entry(
            "open_demo",
            "Open &demonstration study",
            "",
            window.open_demo,
            "Open two synthetic trials",
        ),
        Entry(
            "reopen",
            "Open &again what was open",
            "",
            window.session.bring_back,
            "Bring back study, tab, question and options of a program that ended unexpectedly",
        ),
        None,
        Entry(
            "export_deidentified",
            "Export &de-identified data\u2026",
            "",
            window.export_deidentified,
            "Write the data without what identifies patients, to pass them on",
        ),
        None,
        Entry("quit", "&Quit", "Ctrl+Q", window.close, "Close the program"),
    )
    bar.addMenu(window.study_menu)
    made |= fill(
        bar.addMenu("&Run"),
        window,
        Entry("run", "&Run", "F5", window.run, "Run the analysis shown"),
        Entry(
            "run_all",
            "Run &all analyses",
            "Ctrl+F5",
            window.planner.run_all,
            "Run every analysis, for every study and pooled",
        ),
        Entry(
            "run_plan",
            "Run a &plan\u2026",
            "",
            window.planner.ask_plan,
            "Run the analyses that a plan file asks for",
        ),
        Entry(
            "save_plan",
            "&Save as a plan\u2026",
            "",
            window.save_plan,
            "Write a file that repeats all results with every option, here or elsewhere",
        ),
        Entry("queue", "Show the &list", "", window.planner.queue.show, "What was run, and how"),
        Entry("cancel", "&Cancel", "Esc", window.cancel, "Stop what is running"),
        None,
        Entry(
            "search",
            "&Search everything\u2026",
            "Ctrl+K",
            window.search,
            "Go to a patient, a question, a method, a variable, a help page or a command",
        ),
    )
    window.export_menu.wanted.connect(window.export)
    bar.addMenu(window.export_menu)
    made.update(window.export_menu.entries)
    made |= fill(bar.addMenu("&Blinding"), window, *blinding_entries(window.blinder))
    made |= ViewMenu(bar.addMenu("&View"), window.settings, window).actions
    help_menu = bar.addMenu("&Help")
    made |= fill(
        help_menu,
        window,
        Entry("method", "&Method of this analysis", "F1", window.show_method, "How it is computed"),
    )
    made |= window.help_menu.fill(help_menu)
    made |= fill(
        help_menu,
        window,
        None,
        Entry(
            "about", "&About Sjögren Desktop", "", window.show_about, "Version, changes, licence"
        ),
    )
    return made
