"""Starts the window: shows it first, then loads what computing needs."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from sjogren_desktop import __version__, spare_process
from sjogren_desktop.analyses.beside import NEEDED, apart
from sjogren_desktop.gui import dialog_traces, language, settings, tasks, theme
from sjogren_desktop.gui.crash_reports import CrashWatch
from sjogren_desktop.gui.errors import FaultHook, show_fault
from sjogren_desktop.gui.focus_frame import FocusFrame
from sjogren_desktop.gui.garbage import CollectHere
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.main_window import TITLE, MainWindow
from sjogren_desktop.gui.study_worker import StudyWorker
from sjogren_desktop.paths import resource_path
from sjogren_desktop.results import Progress

SWITCH_SECONDS = 0.0005
"""After which a thread that computes lets another have the interpreter; Python's own is 0.005."""


class Application(QApplication):
    """The application; macOS hands it the files that are opened with it as events."""

    handed_over = Signal(str)

    def event(self, event: QEvent) -> bool:
        """Tell of a file that was opened in the Finder, and do the rest as Qt does."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.handed_over.emit(event.file())
            return True
        return super().event(event)


class Start(QObject):
    """What follows the first paint: the catalogue, and the study that was asked for."""

    loaded = Signal()
    """All that the program imports early is there."""

    def __init__(self, window: MainWindow, paths: Sequence[Path], *, demo: bool) -> None:
        super().__init__(window)
        self._window, self._paths, self._demo = window, tuple(paths), demo
        self._ready = False
        # Queued: the paint event itself must be over before anything is loaded.
        window.painted.connect(self.load, Qt.ConnectionType.QueuedConnection)

    @Slot(str)
    def open(self, path: str) -> None:
        """Open a file that the system hands over, once all that takes is there."""
        if self._ready:
            self._window.open_paths([Path(path)])
        else:
            self._paths, self._demo = (Path(path),), False

    @Slot()
    def load(self) -> None:
        """Import the numerics in the background and open the study."""
        self._task = tasks.Task(_warm_up, self)
        self._task.done.connect(self._take_catalogue)
        self._task.failed.connect(self._take_failure)
        self._task.start()

    @Slot(object)
    def _take_catalogue(self, analyses: object) -> None:
        assert isinstance(analyses, tuple)
        self._window.set_analyses(analyses)
        self._ready = True
        if self._demo:
            self._window.open_demo()
        elif self._paths:
            self._window.open_paths(self._paths)
        # The rest is loaded while the user looks at the window.
        self._rest = tasks.Task(_warm_up_rest, self)
        self._rest.done.connect(self.loaded)
        self._rest.failed.connect(self._take_failure)
        self._rest.start()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        show_fault(error, self._window)


def _warm_up(progress: Progress) -> object:
    # It opens the next study or takes over after a Cancel; it loads while this one does.
    spare_process.keep_ready(NEEDED)
    from sjogren_desktop.analyses.catalogue import ANALYSES

    # Two threads that import parts of it at the same time may each wait for the other, which
    # ends in an error; so it is there before a second thread begins.
    importlib.import_module("formulaic")
    return ANALYSES


def _warm_up_rest(progress: Progress) -> object:
    """Import what the first import and the first run would otherwise wait for."""
    import pandas

    progress(0.2, "")
    from sjogren_desktop.gui import plots

    progress(0.4, "")
    from sjogren_desktop.gui import event_editor, event_list, patient_list, patient_view

    progress(0.7, "")
    from sjogren_desktop.stats import mmrm

    progress(0.9, "")
    import joblib  # else the first simulation does, which cannot be stopped meanwhile

    return (pandas, plots, event_editor, event_list, patient_list, patient_view, mmrm, joblib)


def make_application(arguments: Sequence[str] = ()) -> QApplication:
    """Return the application, named for settings and dressed in the saved theme."""
    application = QApplication.instance() or Application([TITLE, *arguments])
    assert isinstance(application, QApplication)
    application.setApplicationName("Sjogren Desktop")
    application.setOrganizationName("Sjogren Desktop")
    application.setApplicationDisplayName(TITLE)
    application.setApplicationVersion(__version__)
    application.setWindowIcon(QIcon(str(resource_path("icons", "sjogren-desktop.png"))))
    # By this name Linux desktops find the icon and the entry in the menu.
    application.setDesktopFileName("sjogren-desktop")
    theme.set_typeface(application)
    return application


class FollowSystem(QObject):
    """Takes over the system's scheme when it changes and the setting says so."""

    def __init__(self, application: QApplication, window: MainWindow) -> None:
        super().__init__(window)
        self._application, self._window = application, window
        application.styleHints().colorSchemeChanged.connect(self._apply)

    @Slot()
    def _apply(self) -> None:
        if self._window.settings.theme == "system":
            theme.apply(self._application, "system")


def run_window(paths: Sequence[Path], *, demo: bool = False) -> int:
    """Show the window, open the paths or the demonstration study, and wait for the end."""
    # The window waits for the interpreter this long whenever a computing thread has it, which is
    # many times in one turn of its event loop.
    sys.setswitchinterval(SWITCH_SECONDS)
    application = make_application()
    saved = settings.load()
    language.install(application, saved.language)
    theme.apply(application, saved.theme)
    theme.set_text_size(application, saved.text_percent)
    worker = StudyWorker()
    window = MainWindow(saved, run=worker.run, beside=apart, maps_file=settings.layouts_file())
    worker.is_busy = window.is_settling
    window.planner.study_changed.connect(worker.show)
    collector = CollectHere(application)
    FaultHook(window).install()
    watch = CrashWatch()
    watch.start()
    told = ""
    if watch.earlier is not None:
        told = tr(
            "The program ended unexpectedly last time. A report without any data of a "
            "study is in {earlier}.",
            earlier=watch.earlier,
        )
        window.message.say("warning", told)
    window.session.start()
    window.refresh_actions()
    window.session.offer(told)
    FollowSystem(application, window)
    FocusFrame(window)
    start = Start(window, paths, demo=demo)
    start.loaded.connect(collector.spare)
    if isinstance(application, Application):
        application.handed_over.connect(start.open)
    window.show()
    code = application.exec()
    dialog_traces.delete_all()
    watch.stop()
    spare_process.keep_none_ready()
    worker.close()
    if not tasks.shut_down():
        # Work that cannot be stopped must not keep a program alive that nobody sees.
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a windowed program on Windows has none
                stream.flush()
        os._exit(code)
    return code
