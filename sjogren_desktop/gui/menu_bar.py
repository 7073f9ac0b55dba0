"""The menu bar of the main window: which command stands where, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from sjogren_desktop.gui import signs
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.menus import Entry, blinding_entries, fill
from sjogren_desktop.gui.view_menu import ViewMenu

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow


def build_menus(window: MainWindow) -> dict[str, QAction]:
    """Fill the menu bar; return the actions by name."""
    made: dict[str, QAction] = {}
    bar = window.menuBar()
    file_menu = bar.addMenu(tr("&File"))
    made |= fill(
        file_menu,
        window,
        Entry(
            "open_files", tr("&Open files\u2026"), "Ctrl+O", window.ask_files, tr("Open data files")
        ),
        Entry(
            "open_folder",
            tr("Open &folder\u2026"),
            "Ctrl+Shift+O",
            window.ask_folder,
            tr("Open all data files of a folder"),
        ),
        Entry(
            "open_demo",
            tr("Open &demonstration study"),
            "",
            window.open_demo,
            tr("Open two synthetic trials"),
        ),
        Entry(
            "reopen",
            tr("Open &again what was open"),
            "",
            window.session.bring_back,
            tr("Bring back study, tab, question and options of a program that ended unexpectedly"),
        ),
    )
    file_menu.addMenu(window.recent_menu)
    made |= fill(
        file_menu,
        window,
        None,
        Entry(
            "export_deidentified",
            tr("Export de-&identified data\u2026"),
            "",
            window.export_deidentified,
            tr("Write the data without what identifies patients, to pass them on"),
        ),
        None,
        Entry("quit", tr("&Quit"), "Ctrl+Q", window.quit, tr("Close the program")),
    )
    bar.addMenu(window.study_menu)
    history = window.history
    made |= fill(
        bar.addMenu(tr("Edit")),
        window,
        Entry("undo", tr("&Undo"), "Ctrl+Z", history.undo, tr("Take the last change back")),
        Entry(
            "redo",
            tr("&Redo"),
            "Ctrl+Shift+Z",
            history.redo,
            tr("Make the change again that was taken back last"),
        ),
        None,
        Entry(
            "event_lists",
            tr("&Lists of events\u2026"),
            "",
            window.safety_tab.edit_lists,
            tr("Which terms belong to which group of events of special interest"),
        ),
    )
    history.show_in(made["undo"], made["redo"], lambda: window.keeper.is_locked)
    made |= fill(
        bar.addMenu(tr("&Run")),
        window,
        Entry("run", tr("&Run"), "F5", window.run, tr("Run the analysis shown")),
        Entry(
            "run_all",
            tr("Run &all analyses"),
            "Ctrl+F5",
            window.planner.run_all,
            tr("Run every analysis, for every study and pooled"),
        ),
        Entry(
            "run_plan",
            tr("Run a &plan\u2026"),
            "",
            window.planner.ask_plan,
            tr("Run the analyses that a plan file asks for"),
        ),
        Entry(
            "save_plan",
            tr("&Save as a plan\u2026"),
            "",
            window.save_plan,
            tr("Write a file that repeats all results with every option, here or elsewhere"),
        ),
        Entry(
            "queue",
            tr("Show the &list"),
            "",
            window.planner.queue.show,
            tr("What was run, and how"),
        ),
        Entry("cancel", tr("&Cancel"), "Esc", window.cancel, tr("Stop what is running")),
        None,
        Entry(
            "search",
            tr("Search &everything\u2026"),
            "Ctrl+K",
            window.search,
            tr(
                "Go to a patient, a question, an adverse event, a variable, a help page "
                "or a command"
            ),
        ),
    )
    window.export_menu.wanted.connect(window.export)
    bar.addMenu(window.export_menu)
    made.update(window.export_menu.entries)
    made |= fill(bar.addMenu(tr("&Blinding")), window, *blinding_entries(window.blinder))
    view = ViewMenu(bar.addMenu(tr("&View")), window.settings, window)
    view.said.connect(window.message.say)
    made |= view.actions
    help_menu = bar.addMenu(tr("&Help"))
    made |= fill(
        help_menu,
        window,
        Entry(
            "method",
            tr("&Method of this analysis"),
            "F1",
            window.show_method,
            tr("How it is computed"),
        ),
    )
    made |= window.help_menu.fill(help_menu)
    made |= fill(
        help_menu,
        window,
        None,
        Entry(
            "about",
            tr("&About Sjögren Desktop"),
            "",
            window.show_about,
            tr("Version, changes, licence"),
        ),
    )
    signs.dress(made)
    signs.dress(window.study_menu.commands)
    return made
