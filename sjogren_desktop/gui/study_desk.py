"""The study file and the tabs: what is shown of it, kept in it, hidden while it is locked.

:mod:`.study_keeper` has the file and knows nothing of tabs; the window has the
tabs. What the one means for the other is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from sjogren_desktop.gui import kept_options
from sjogren_desktop.gui.beside_window import bring_back, close_of_study, put_away, show_beside
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.study_file_work import InMemory
from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    from sjogren_desktop.gui.main_window import MainWindow
    from sjogren_desktop.study.data import StudyData


class StudyDesk(QObject):
    """Connects the keeper of the study file with the tabs of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._connect()

    @Slot()
    def new_study_file(self) -> None:
        """Keep the study, and what was added to it, in a new file."""
        tab, log, events = (
            self._window.patients_tab,
            self._window.blinder.log,
            self._window.estimand_tab.event_edits,
        )
        options: kept_options.Options = {}
        for panel in self._window.panels:
            options |= kept_options.composed(panel)
        self._window.keeper.ask_new(
            InMemory(
                tab.edits,
                tab.notes,
                log.records,
                log.passphrase,
                events,
                self._window.safety_tab.event_lists,
                options,
                self._window.study.blinding if self._window.study else "",
            )
        )

    def restore_options(self, study: StudyData) -> None:
        """Bring back the composed options that are kept in the study file, run or not."""
        file = self._window.keeper.file
        if file is None or not file.is_open:
            return
        kept = kept_options.read(file, study.blinding)
        for panel in self._window.panels:
            keys = {analysis.key for analysis in panel.analyses}
            if mine := {key: values for key, values in kept.items() if key in keys}:
                panel.take_options(mine)

    @Slot()
    def close_study(self) -> None:
        """Put the study file and its study away."""
        if self._window.leaving.may_go_on(self._close_now):
            self._close_now()

    def _close_now(self) -> None:
        self._window.keeper.close_file()
        self._window.safety_tab.event_lists = ""
        self.clear_study()
        self._window.tabs.setCurrentWidget(self._window.import_tab)  # where the next is opened

    @Slot()
    def show_trail(self) -> None:
        """Show the audit trail of the study file."""
        from sjogren_desktop.gui.trail_dialog import TrailDialog

        if self._window.keeper.file is not None:
            show_beside(TrailDialog(self._window.keeper.file, self._window), of_study=True)

    def open(self, paths: Sequence[Path]) -> None:
        """Open a study file; it comes by itself."""
        if len(paths) > 1:
            self._window.message.say(
                "error", tr("A study file is opened by itself, without other files.")
            )
        else:
            self._open_file(str(paths[0]))

    @Slot(str)
    def _open_file(self, path: str) -> None:
        go_on = partial(self._window.keeper.open, Path(path))
        if self._window.leaving.may_go_on(go_on):
            go_on()

    @Slot(str)
    def _open_recent(self, path: str) -> None:
        self._window.open_paths([Path(path)])

    @Slot(object)
    def open_again(self, paths: object) -> None:
        """Open what was opened together before."""
        assert isinstance(paths, tuple)
        self._window.open_paths([Path(path) for path in paths])

    @Slot(object)
    def _read_study(self, read: object) -> None:
        """Show the study of the file just opened."""
        self._window.tabs.setCurrentWidget(self._window.import_tab)
        self.clear_study()
        if callable(read):
            self._window.import_tab.open_kept(read)

    @Slot()
    def _close_windows(self) -> None:
        close_of_study(self._window)

    def clear_study(self) -> None:
        """Put the study away."""
        self._close_windows()
        self._window.study = None
        self._window.history.clear()
        self._window.blinder.forget()
        self._window.keeper.forget_study()
        self._window.planner.set_study(None)
        self._window.import_tab.cancel()
        self._window.import_tab.close_study()
        self._window.patients_tab.set_study(None)
        self._window.estimand_tab.set_study(None)
        for tab in self._window.panels:
            tab.set_study(None)
        self._window.show_study()

    @Slot()
    def _take_file(self) -> None:
        """Have scores, notes and changed events kept in the file that is open, else in memory."""
        from sjogren_desktop.study.event_edits import EventLog
        from sjogren_desktop.study.patient_notes import NoteLog
        from sjogren_desktop.study.score_edits import EditLog
        from sjogren_desktop.study.unblinding import UnblindingLog

        file = self._window.keeper.file
        if file is None:
            self._window.patients_tab.set_store(EditLog(), NoteLog(), file="")
            self._window.estimand_tab.set_event_edits(EventLog(), file="")
            self._window.blinder.set_log(UnblindingLog())
            self._window.safety_tab.event_lists = ""
        else:
            self._window.blinder.set_log(file.unblindings)
            self._window.patients_tab.set_store(file.scores, file.notes, file=file.path.name)
            self._window.estimand_tab.set_event_edits(file.events, file=file.path.name)
            self._window.safety_tab.event_lists = file.event_lists

    @Slot(object)
    def _take_lists(self, change: object) -> None:
        """Keep other lists of events, and have the study analysed with them from now on."""
        from sjogren_desktop.gui.event_lists_dialog import ListsChange

        assert isinstance(change, ListsChange)
        file, study = self._window.keeper.file, self._window.study
        try:
            if file is not None:
                file.save_event_lists(
                    change.text, old=change.old, new=change.new, reason=change.reason
                )
        except AnalysisError as error:
            self._window.message.say("error", str(error))
            return
        self._window.safety_tab.event_lists = change.text
        if study is not None:
            self._window.take_changed(study)

    @Slot()
    def _save_results(self) -> None:
        self._window.keeper.save_results(self._window.results)

    @Slot()
    def _save_options(self) -> None:
        """Keep composed options as they are edited."""
        study, keeper = self._window.study, self._window.keeper
        if study is None or keeper.file is None or not keeper.can_save:
            return
        try:
            for panel in self._window.panels:
                kept_options.save(keeper.file, panel, study.blinding)
        except AnalysisError as error:
            self._window.message.say("error", str(error))

    @Slot()
    def _show_file(self) -> None:
        words, sentence = self._window.keeper.state()
        self._window.file_state.setText(words)
        self._window.file_state.setToolTip(sentence)
        self._window.file_state.setAccessibleDescription(sentence)

    @Slot()
    def _show_recent(self) -> None:
        self._window.import_tab.start.set_recent(self._window.keeper.recent_studies)

    @Slot()
    def _show_lock(self) -> None:
        """Hide everything while the file is locked, dialogs and commands too."""
        locked = self._window.keeper.is_locked
        file = self._window.keeper.file
        for action in (
            *self._window.actions_by_name.values(),
            *self._window.study_menu.commands.values(),
        ):
            action.setEnabled(not locked or action.objectName() == "action_quit")
        self._window.pages.setCurrentIndex(1 if locked else 0)
        if locked and file is not None:
            put_away()
            self._window.export_menu.set_enabled(False)
            self._window.message.clear()
            self._window.status.setText(tr("Locked"))
            self._window.lock_page.panel.who.setText(self._window.settings.who)
            self._window.lock_page.panel.ask(file.path.name)
            self._window.lock_page.panel.passphrase.setFocus()
            return
        self._window.lock_page.panel.ask("")  # nothing of a passphrase stays in the field
        bring_back()
        self._window.show_study()
        self._window.study_menu.refresh()
        self._window.refresh_actions()

    def _connect(self) -> None:
        keeper, menu = self._window.keeper, self._window.study_menu
        self._window.import_tab.study_file_wanted.connect(keeper.ask_open)
        self._window.import_tab.study_opened.connect(self._close_windows)
        self._window.import_tab.comparing.study_file = keeper.kept
        keeper.said.connect(self._window.message.say)
        keeper.file_changed.connect(self._take_file)
        keeper.state_changed.connect(self._show_file)
        keeper.state_changed.connect(self._show_recent)
        keeper.running_changed.connect(self._show_recent)
        self._window.import_tab.start.recent_wanted.connect(self.open_again)
        self._window.recent_menu.wanted.connect(self.open_again)
        keeper.lock_changed.connect(self._show_lock)
        keeper.study_wanted.connect(self._read_study)
        keeper.open_wanted.connect(self._open_file)
        keeper.refused.connect(self._window.lock_page.panel.refuse)
        self._window.lock_page.panel.given.connect(keeper.unlock)
        self._window.safety_tab.lists_changed.connect(self._take_lists)
        menu.new_wanted.connect(self.new_study_file)
        menu.open_wanted.connect(self._open_recent)
        menu.trail_wanted.connect(self.show_trail)
        menu.close_wanted.connect(self.close_study)
        for tab in self._window.panels:
            tab.results_changed.connect(self._save_results)
            tab.form.composed.connect(self._save_options)
        self._show_file()
        self._show_recent()
