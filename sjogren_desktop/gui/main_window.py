"""The main window: places the tabs, holds the one study, and forwards.

Nothing here or in what it imports may load pandas, NumPy, pyqtgraph or SciPy:
they come in the background after the first paint (:mod:`.app` starts that).
"""

# reason: what happens on one tab and changes another is here, and nowhere else

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.beside import Do, here
from sjogren_desktop.analyses.opening import Open, Opened, keep_known, open_files
from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.export_apart import Look
from sjogren_desktop.gui import about, files, settings, signs, tasks, turns
from sjogren_desktop.gui.analysis_tab import AnalysisTab, Run, run_in_catalogue
from sjogren_desktop.gui.announce import announce
from sjogren_desktop.gui.blinder import OPENED_BLINDED, Blinder
from sjogren_desktop.gui.destinations import destinations, go_to
from sjogren_desktop.gui.estimand_tab import EstimandTab
from sjogren_desktop.gui.event_finder import EventFinder
from sjogren_desktop.gui.export_menu import ExportMenu, Wish
from sjogren_desktop.gui.exporting import Exporter
from sjogren_desktop.gui.file_drops import DialogDrops, FileDrops
from sjogren_desktop.gui.finder import Finder, Place
from sjogren_desktop.gui.help_menu import HelpMenu
from sjogren_desktop.gui.history import History
from sjogren_desktop.gui.import_tab import ImportTab
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.leaving import Leaving
from sjogren_desktop.gui.lock_page import LockPage
from sjogren_desktop.gui.menu_bar import build_menus
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.patients_tab import PatientsTab
from sjogren_desktop.gui.planning import Planner
from sjogren_desktop.gui.qualification import Qualification
from sjogren_desktop.gui.recent_menu import RecentMenu
from sjogren_desktop.gui.run_queue import RunQueue
from sjogren_desktop.gui.safety_tab import SafetyTab
from sjogren_desktop.gui.session import SessionKeeper
from sjogren_desktop.gui.status_line import StatusLine
from sjogren_desktop.gui.study_desk import StudyDesk
from sjogren_desktop.gui.study_keeper import SUFFIX, StudyKeeper
from sjogren_desktop.gui.study_menu import StudyMenu
from sjogren_desktop.gui.whole_set import WholeSet
from sjogren_desktop.gui.window_message import WindowMessage
from sjogren_desktop.gui.work_line import WorkLine
from sjogren_desktop.results import Result, Subjects
from sjogren_desktop.study.data import StudyData

TITLE = "Sjögren Desktop"
_TURN = 10
"""Milliseconds between two hidden tabs, for the window to take clicks and paint."""


class MainWindow(QMainWindow):
    """The one window."""

    painted = Signal()
    """The window has been on the screen for the first time."""

    def __init__(
        self,
        saved: settings.Settings | None = None,
        *,
        run: Run = run_in_catalogue,
        open_study: Open = open_files,
        beside: Do | None = None,
        maps_file: Path | None = None,
    ) -> None:
        """Make the window; ``beside`` does long work in processes, without it threads do."""
        super().__init__()
        self.setObjectName("main_window")
        self.setWindowTitle(TITLE)
        self.setAcceptDrops(True)
        self.settings = saved or settings.Settings()
        self.study: StudyData | None = None
        self._was_painted = False
        self._cut = 0
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_TURN)
        self._late.timeout.connect(self._catch_up)
        self.import_tab = ImportTab(open_study=open_study, beside=beside, maps_file=maps_file)
        self.import_tab.comparing.results = self._all_results
        self.patients_tab = PatientsTab()
        self.estimand_tab = EstimandTab()
        self.analysis_tab = AnalysisTab(run=run)
        self.safety_tab = SafetyTab(run=run)
        self.design_tab = AnalysisTab(name="design", run=run)
        self.exporter = Exporter(self, self.settings, beside or here)
        self.planner = Planner(self, self.settings, run)
        self.export_menu = ExportMenu(self.settings, self)
        self.whole_set = WholeSet(
            self, self.settings, self.planner, self.exporter, self._all_results, self._look
        )
        self.keeper = StudyKeeper(self, self.settings, beside or here)
        self.study_menu = StudyMenu(self.keeper, self.settings.lock_minutes, self)
        self.recent_menu = RecentMenu(self.keeper, self)
        self.lock_page = LockPage(self.settings.who)
        self.blinder = Blinder(self, self.patients_tab, beside or here)
        self.help_menu = HelpMenu(self)
        self.message = WindowMessage("window_message")
        self.tabs = QTabWidget()
        self._actions: dict[str, QAction] = {}
        self.finder = Finder(self)
        self.event_finder = EventFinder(self)
        self.history = History(self)
        self._place()
        self.session = SessionKeeper(self)
        self._actions |= build_menus(self)
        self.work_line = WorkLine(
            (self.exporter, self.keeper, self.blinder, self.help_menu.qualification)
        )
        line = self.status_line = StatusLine(self.statusBar(), self.work_line)
        self.status, self.running, self.file_state = line.study, line.running, line.file
        self.synthetic, self.blinding = line.synthetic, line.blinding
        self._connect()
        self.desk = StudyDesk(self)
        self.leaving = Leaving(self)
        self.import_tab.may_open = self.leaving.may_go_on
        self.show_study()

    # -- what the application calls

    def set_analyses(self, analyses: Sequence[Analysis]) -> None:
        """Fill the lists of the tabs from the catalogue."""
        self.import_tab.analyses = tuple(analyses)
        for tab, panel in self._analysis_tabs.items():
            panel.set_analyses([a for a in analyses if a.tab == tab])

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders as one study, or a study file."""
        self.message.clear()
        if any(path.suffix.lower() == SUFFIX for path in paths):
            self.desk.open(paths)
            return
        if self.import_tab.is_running:  # it says that it opens nothing else now
            self.tabs.setCurrentWidget(self.import_tab)
        self.import_tab.open(paths)

    @Slot()
    def _show_import(self) -> None:
        self.tabs.setCurrentWidget(self.import_tab)

    @Slot()
    def open_demo(self) -> None:
        """Open the demonstration study."""
        from sjogren_desktop.study.demo import demo_files

        self.open_paths([demo_files()])

    @Slot(object)
    def open_subjects(self, wanted: object) -> None:
        """Show the patients that a number or a mark stands for."""
        assert isinstance(wanted, Subjects)
        self.tabs.setCurrentWidget(self.patients_tab)
        self.patients_tab.open_subjects(wanted)

    @Slot()
    def search(self) -> None:
        """Search in everything that can be gone to."""
        self.finder.open(tuple(destinations(self)))

    @Slot()
    def _renew_search(self) -> None:
        """Search in what has come since the search was opened: a study, or its patients."""
        if self.finder.isVisible():
            self.finder.renew(tuple(destinations(self)))

    @Slot(object)
    def _go_to(self, place: object) -> None:
        assert isinstance(place, Place)
        go_to(self, place)

    def action(self, name: str) -> QAction:
        """Return an action of the menus by its name."""
        return self._actions[name]

    def _look(self) -> Look:
        return self.export_menu.look

    def _all_results(self) -> tuple[Result, ...]:
        return self.results

    @property
    def actions_by_name(self) -> Mapping[str, QAction]:
        """All actions of the menus."""
        return self._actions

    @property
    def results(self) -> tuple[Result, ...]:
        """All results there are: of the tabs in their order, then others of the list."""
        found = [r for tab in self._analysis_tabs.values() for r in tab.results]
        known = [(r.analysis, r.options) for r in found]
        found += [r for r in self.planner.queue.results if (r.analysis, r.options) not in known]
        return tuple(found)

    @property
    def _analysis_tabs(self) -> dict[str, AnalysisTab]:
        """The tabs of the parts of the catalogue."""
        return {
            "analysis": self.analysis_tab,
            "safety": self.safety_tab,
            "design": self.design_tab,
        }

    # -- building

    def _place(self) -> None:
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.import_tab, tr("&Import"))
        self.tabs.addTab(self.patients_tab, tr("Pa&tients"))
        self.tabs.addTab(self.estimand_tab, tr("Esti&mand"))
        self.tabs.addTab(self.analysis_tab, tr("&Analysis"))
        self.tabs.addTab(self.safety_tab, tr("&Safety"))
        self.tabs.addTab(self.design_tab, tr("Next trial"))
        signs.grow_with_text(self.tabs)
        for place, drawing in enumerate(signs.TABS):
            self.tabs.setTabIcon(place, signs.sign(drawing))
        for place, tip in enumerate(
            (
                tr("Open a study and look at its data"),
                tr("Course and score sheet of each patient"),
                tr("What is estimated, and the events that change what values mean"),
                tr("Efficacy: change, responders and other questions"),
                tr("Adverse events and other safety questions"),
                tr("Power, sample size and simulated designs of the next trial"),
            )
        ):
            self.tabs.setTabToolTip(place, tip)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.message)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.help_menu.tour)
        self.pages = QStackedWidget()
        self.pages.addWidget(centre)
        self.pages.addWidget(self.lock_page)
        self.setCentralWidget(self.pages)
        begin_with(self, 1280, 800)
        if self.settings.geometry:
            self.restoreGeometry(self.settings.geometry)

    def _connect(self) -> None:
        self.import_tab.files_wanted.connect(self.ask_files)
        self.import_tab.folder_wanted.connect(self.ask_folder)
        self.import_tab.demo_wanted.connect(self.open_demo)
        self.import_tab.opening.connect(self.keeper.importing)
        self.import_tab.opening.connect(self._show_import)
        self.import_tab.study_opened.connect(self._take_study)
        self.import_tab.study_opened.connect(self.session.take_study)  # after the window has it
        for panel in self._workers:
            panel.running_changed.connect(self._show_running)
        self.exporter.exported.connect(self._offer_folder)
        self.exporter.exported.connect(self.keeper.enter_export)
        self.patients_tab.exported.connect(self.keeper.enter_export)
        self.import_tab.exported.connect(self.keeper.enter_export)
        for tab in self._analysis_tabs.values():
            self.planner.plan_changed.connect(tab.view.figure_bar.follow)
            tab.exported.connect(self.keeper.enter_export)
            tab.export_requested.connect(self.export_current)
            tab.subjects_wanted.connect(self.open_subjects)
            tab.results_changed.connect(self.refresh_actions)
            tab.results_changed.connect(self.show_study)
            tab.form.changed.connect(self.show_study)
            tab.form.page_wanted.connect(self.show_page)
            tab.edited.connect(self.history.take)
        self.estimand_tab.events_changed.connect(self.take_changed)
        self.estimand_tab.composed.connect(self._take_estimand)
        self.estimand_tab.edited.connect(self.history.take)
        self.import_tab.edited.connect(self.history.take)
        self.history.went.connect(self.tabs.setCurrentWidget)
        self.estimand_tab.subjects_wanted.connect(self.open_subjects)
        self.tabs.currentChanged.connect(self.refresh_actions)
        self.tabs.currentChanged.connect(self.show_study)
        self.patients_tab.listed_changed.connect(self.show_study)
        self.exporter.said.connect(self.message.say)
        self.finder.chosen.connect(self._go_to)
        self.import_tab.study_opened.connect(self._renew_search)
        self.patients_tab.running_changed.connect(self._renew_search)
        self.event_finder.found.connect(self.open_subjects)
        self.help_menu.said.connect(self.message.say)
        self.help_menu.tab_wanted.connect(self.show_tab)
        self.import_tab.start.tour_wanted.connect(self.help_menu.tour.begin)
        self.planner.said.connect(self.message.say)
        self.planner.plan_changed.connect(self.export_menu.follow)
        self.planner.queue.results_changed.connect(self.refresh_actions)
        self.blinder.said.connect(self.message.say)
        self.blinder.study_changed.connect(self._show_otherwise)
        self.keeper.state_changed.connect(self.show_study)

    # -- the study

    @Slot()
    def show_study(self) -> None:
        """Say in the status bar what is open, unless it is locked."""
        if self.keeper.is_locked:
            return
        self.status_line.show(self.study, self.blinder.note, *self._scope())

    def _scope(self) -> tuple[str, ...]:
        """Return what the tab shown is about: data cut, population, patients listed."""
        if self.study is None:
            return ()
        file, panel = self.keeper.file, self._panel
        if file is None or not file.is_open:
            self._cut = 0
        elif not self.keeper.is_running:  # a file read at this moment may have to be waited for
            self._cut = max(file.cuts(), default=0)
        values = panel.form.values if panel is not None else None
        flag = (values or {}).get("population")
        population = ""
        if isinstance(flag, str):
            from sjogren_desktop.analyses.subjects import population_label

            population = tr(population_label(flag))
        listed = panel.counted if panel is not None else ""
        if self.tabs.currentWidget() is self.patients_tab:
            listed = self.patients_tab.listed
        return (tr("data cut {cut}", cut=self._cut) if self._cut else "", population, listed)

    @Slot(object)
    def _take_study(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self.event_finder.cancel()
        study = opened.study
        saved: tuple[Result, ...] = ()
        if opened.guarded is not None:
            saved = self.keeper.take_study(opened.guarded.full, opened.origin)
            study = self.blinder.take(opened.guarded)
        study = self.safety_tab.with_lists(self.estimand_tab.with_edits(study))
        keep_known(opened.study, study)
        self.study = study
        self.exporter.inputs = study.fingerprints
        self.planner.set_study(study)
        self.patients_tab.set_study(study, opened.book)
        self.estimand_tab.set_study(study, opened.events)
        for tab in self._analysis_tabs.values():
            tab.set_study(study)
            # A result with arms must not come back into a study that withholds them.
            tab.restore([result for result in saved if result.blinding == study.blinding])
        self.desk.restore_options(study)
        self._late.start()
        self.history.clear()
        self.show_study()
        announce(self, self.status_line.study.text())
        self.refresh_actions()
        if opened.guarded and study.arms_pooled and not self.message.text:
            # A warning of the study file stays; the badge says BLINDED all the same.
            self.message.say("note", tr(OPENED_BLINDED))

    @Slot()
    def _catch_up(self) -> None:
        """Have one hidden tab show the study, and come back for the next."""
        late = [tab for tab in self.panels if tab.is_late]
        # While something is computed, each widget made would wait for the interpreter.
        if late and not tasks.are_running() and not turns.are_going():
            late[0].catch_up()
        if late:
            self._late.start()

    def is_settling(self) -> bool:
        """Say whether parts of the window are still to show the study that was opened."""
        return turns.are_going() or any(
            [
                self.import_tab.is_running,
                self.patients_tab.is_running,
                self.estimand_tab.is_running,
                *(tab.is_late for tab in self.panels),
            ]
        )

    @Slot(object)
    def _show_otherwise(self, study: object) -> None:
        """Show the study with its arms or without; what was made of it before goes at once."""
        assert isinstance(study, StudyData)
        self.history.clear()
        self.patients_tab.put_aside()
        self.estimand_tab.set_study(None)
        for tab in self._analysis_tabs.values():
            tab.set_study(None)
        self.import_tab.show_study(study)  # first, for the process is sent it when this is over
        self.planner.set_study(study)

    @Slot(object)
    def take_changed(self, study: object) -> None:
        """Take the same study with other events or lists; results of before are stale."""
        assert isinstance(study, StudyData)
        study = self.safety_tab.with_lists(self.estimand_tab.with_edits(study))
        if self.study is not None:
            keep_known(self.study, study)
        self.study = study
        self.planner.set_study(study)
        for tab in self._analysis_tabs.values():
            tab.change_events(study)

    @Slot(object)
    def _take_estimand(self, values: object) -> None:
        assert isinstance(values, dict)
        self.analysis_tab.take_values(values)
        self.message.say(
            "note", tr("The analyses now have this estimand. Choose one and press Run.")
        )
        self.tabs.setCurrentWidget(self.analysis_tab)

    # -- commands

    @property
    def _workers(
        self,
    ) -> tuple[
        ImportTab
        | PatientsTab
        | EstimandTab
        | AnalysisTab
        | RunQueue
        | Exporter
        | StudyKeeper
        | Blinder
        | Qualification,
        ...,
    ]:
        """All that work in the background."""
        return (
            self.import_tab,
            self.patients_tab,
            self.estimand_tab,
            *self._analysis_tabs.values(),
            self.planner.queue,
            self.exporter,
            self.keeper,
            self.blinder,
            self.help_menu.qualification,
        )

    @property
    def panels(self) -> tuple[AnalysisTab, ...]:
        """The tabs of the catalogue."""
        return tuple(self._analysis_tabs.values())

    @property
    def _panel(self) -> AnalysisTab | None:
        shown = self.tabs.currentWidget()
        return shown if isinstance(shown, AnalysisTab) else None

    @Slot()
    def ask_files(self) -> None:
        from sjogren_desktop.study.readers import SUFFIXES

        patterns = (*(f"*{suffix}" for suffix in SUFFIXES), "*.zip")
        files.choose_study_files(self, self.settings.open_folder, patterns, self._open_files)

    @Slot()
    def ask_folder(self) -> None:
        files.choose_study_folder(self, self.settings.open_folder, self._open_folder)

    @Slot(list)
    def _open_files(self, chosen: list[str]) -> None:
        if chosen:
            self.settings.open_folder = str(Path(chosen[0]).parent)
            self.open_paths([Path(name) for name in chosen])

    @Slot(str)
    def _open_folder(self, chosen: str) -> None:
        self.settings.open_folder = chosen
        self.open_paths([Path(chosen)])

    @Slot()
    def run(self) -> None:
        if self._panel is not None:
            self._panel.run()

    @Slot()
    def cancel(self) -> None:
        """Stop what runs on the tab shown, or the export; else put a message away."""
        shown = self._panel or self.import_tab
        if shown.is_running:
            shown.cancel()
        elif self.planner.queue.is_running:
            self.planner.queue.cancel()
        elif self.exporter.is_running:
            self.exporter.cancel()
        elif self.keeper.is_running:
            self.keeper.cancel()
        elif self.blinder.is_running:
            self.blinder.cancel()
        elif self.help_menu.qualification.is_running:
            self.help_menu.qualification.cancel()
        else:
            self.message.clear()

    @Slot(str)
    def show_tab(self, name: str) -> None:
        """Show the tab of an object name, if there is one."""
        tab = self.tabs.findChild(QWidget, name)
        if tab is not None:
            self.tabs.setCurrentWidget(tab)

    @Slot()
    def save_plan(self) -> None:
        """Write a plan that repeats all results."""
        self.planner.ask_where_to_save(self.results, self.export_menu.look)

    @Slot()
    def export_current(self) -> None:
        """Write the result shown to a workbook."""
        self.export(Wish(".xlsx", False))

    @Slot(object)
    def export(self, wish: object) -> None:
        """Write results as a line of the Export menu says."""
        assert isinstance(wish, Wish)
        look = self.export_menu.look
        if wish.run_first:
            self.whole_set.ask()
            return
        shown = self._panel.current_result if self._panel else None
        results = [shown] if shown and not wish.all_results else self.results
        if wish.suffix:
            self.exporter.ask_report(results, wish.suffix, look)
        else:
            self.exporter.ask_everything(results, look)

    @Slot()
    def _offer_folder(self) -> None:
        self.message.offer(self.exporter.show_action)

    @Slot()
    def export_deidentified(self) -> None:
        if self.study is not None:
            self.exporter.ask_deidentified(self.study)

    @Slot()
    def show_method(self) -> None:
        """Show the method page of the option that has the focus, else of the analysis."""
        if self._panel is not None and self._panel.current is not None:
            self.show_page(self._panel.form.page or self._panel.current.method_page)

    @Slot(str)
    def show_page(self, name: str) -> None:
        """Show a page of the help."""
        about.show_help(self, name)

    @Slot()
    def show_about(self) -> None:
        about.show_about(self)

    # -- state shown

    @Slot()
    def _show_running(self) -> None:
        self.show_study()
        self.running.setText("; ".join(p.doing for p in self._workers if p.doing) or tr("Ready"))
        self.refresh_actions()

    @Slot()
    def refresh_actions(self) -> None:
        """Enable what can be done now."""
        if self.keeper.is_locked:
            return
        panel = self._panel
        self.action("run").setEnabled(panel is not None and panel.run_button.isEnabled())
        self.action("method").setEnabled(panel is not None and panel.current is not None)
        self.export_menu.set_enabled(bool(self.results))
        for name in ("run_all", "run_plan", "whole_set"):
            self.action(name).setEnabled(self.planner.has_study)
        self.action("save_plan").setEnabled(bool(self.results))
        opening = self.import_tab.is_running
        for name in ("open_files", "open_folder", "open_demo"):
            self.action(name).setEnabled(not opening)
        self.action("reopen").setEnabled(not opening and self.session.left is not None)
        pooled = self.blinder.is_pooled and not opening
        for name in ("unblind", "unblind_patient", "withheld"):
            self.action(name).setEnabled(pooled)
        self.action("pool").setEnabled(self.blinder.can_pool and not opening)
        for name in ("passphrase", "export_deidentified", "event_lists"):
            self.action(name).setEnabled(self.study is not None)

    # -- events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            FileDrops(self, self.windowHandle())
            DialogDrops(self)
            self.painted.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.keeper.is_locked:
            return
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.import_tab.set_drop(True)
            self.running.setText(tr("Let go to open."))  # where no frame to drop on is seen

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.import_tab.set_drop(False)
        self._show_running()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.keeper.is_locked:
            return
        self.import_tab.set_drop(False)
        self._show_running()
        self.activateWindow()  # it was the file manager's turn
        urls = event.mimeData().urls()
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_paths(paths)

    @Slot()
    def quit(self) -> None:
        """End the program, once nothing is lost by it."""
        if self.leaving.may_end():
            self.close_now()

    def close_now(self) -> None:
        """End the program whatever is lost by it."""
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        # From the frame of the window; the program itself asks before it closes.
        if event.spontaneous() and not self.leaving.may_end():
            event.ignore()
            return
        for panel in self._workers:
            panel.cancel()
        self.planner.queue.close()
        self.keeper.shut()
        self.session.end()
        self.settings.geometry = bytes(self.saveGeometry().data())
        settings.save(self.settings)
        super().closeEvent(event)
