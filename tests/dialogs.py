"""Every dialog of the window, filled, for tests that look at all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from sjogren_desktop.analyses import beside
from sjogren_desktop.gui import about, theme
from sjogren_desktop.gui.compare_dialog import CompareDialog, with_files
from sjogren_desktop.gui.errors import FaultDialog
from sjogren_desktop.gui.event_lists_dialog import EventListsDialog
from sjogren_desktop.gui.figure_bar import SizePanel
from sjogren_desktop.gui.graph_edit import GraphDialog
from sjogren_desktop.gui.help_window import HelpWindow
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.look_dialog import LookDialog
from sjogren_desktop.gui.main_window import MainWindow
from sjogren_desktop.gui.passphrase_panels import NewPassphraseDialog, UnlockDialog
from sjogren_desktop.gui.trail_dialog import TrailDialog
from sjogren_desktop.gui.unblind_dialogs import (
    PassphraseDialog,
    PatientDialog,
    RecordDialog,
    UnblindDialog,
)
from sjogren_desktop.study import store

GRAPH = {"names": ("H1", "H2"), "weights": (0.5, 0.5), "arrows": (0.0, 1.0, 1.0, 0.0)}


def every_dialog(
    window: MainWindow, folder: Path, wait: Callable[[Callable[[], bool]], object]
) -> Iterator[QDialog]:
    """Yield each dialog, shown and at rest; it is closed afterwards.

    Parameters
    ----------
    window : MainWindow
        With a study.
    folder : pathlib.Path
        Empty; holds the files that dialogs are about.
    wait : callable
        Waits until a callable returns True.
    """
    for dialog in _made(window, folder):
        dialog.show()
        if isinstance(dialog, LookDialog):
            wait(lambda dialog=dialog: not dialog.is_looking)  # type: ignore[misc]
        if isinstance(dialog, CompareDialog):
            wait(lambda dialog=dialog: not dialog.is_running)  # type: ignore[misc]
        if isinstance(dialog, EventListsDialog):
            wait(lambda dialog=dialog: dialog.groups.rows()[0][3] != "")  # type: ignore[misc]
        yield dialog
        dialog.close()


def _framed(panel: QWidget, window: MainWindow) -> QDialog:
    """Return a dialog that shows a panel which comes up in the window when it is asked for."""
    dialog = QDialog(window)
    dialog.setWindowTitle(panel.accessibleName())
    layout = QVBoxLayout(dialog)
    theme.lay_dialog(layout)
    layout.addWidget(panel)
    return dialog


def _made(window: MainWindow, folder: Path) -> Iterator[QDialog]:
    study = window.study
    assert study is not None
    yield UnblindDialog(window, second=True, who="")
    yield PatientDialog(["S1-0001"], "", window, second=True, who="")
    yield PassphraseDialog(window, second=True, who="")
    yield RecordDialog((), window)
    yield UnlockDialog("study.sjd", "", window)
    yield NewPassphraseDialog(
        "study.sjd", "", window, action=tr("&Make study file"), may_be_plain=True
    )
    yield _framed(SizePanel(), window)
    yield FaultDialog(ValueError("x"), window)
    yield HelpWindow(window)
    yield window.planner.queue
    sample = folder / "lab.csv"
    sample.write_text("USUBJID;IGG\n001;0,9\n002;-99\n", encoding="utf-8")
    yield LookDialog([sample], window)
    yield EventListsDialog(study, window)
    yield GraphDialog("H1, H2", GRAPH, window)
    yield about.PagesDialog(tr("About"), {tr("About"): "Text"}, window)
    yield CompareDialog(with_files(beside.here, study, lambda progress: study, ()), (), window)
    with store.create(folder / "study.sjd", passphrase=None, who="Anna") as file:
        yield TrailDialog(file, window)
