"""The Safety tab: the panel of analyses on the safety part of the catalogue.

One bar over all of it says whose events and values are counted, and opens the lists of
events of special interest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.analysis_tab import AnalysisTab, Run, run_in_catalogue
from sjogren_desktop.gui.beside_window import bring_forward, show_beside
from sjogren_desktop.gui.population_bar import KEYS, PopulationBar
from sjogren_desktop.gui.tab_order import put_first
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.gui.event_lists_dialog import EventListsDialog, ListsChange


class SafetyTab(AnalysisTab):
    """Adverse events and other safety questions."""

    lists_changed = Signal(object)
    """The :class:`.event_lists_dialog.ListsChange` that was decided on."""

    def __init__(
        self,
        analyses: Sequence[Analysis] = (),
        *,
        run: Run = run_in_catalogue,
        parent: QWidget | None = None,
    ) -> None:
        self.bar = PopulationBar()
        self._event_lists = ""
        self._editor: EventListsDialog | None = None
        super().__init__(analyses, name="safety", run=run, elsewhere=KEYS, parent=parent)
        cast(QVBoxLayout, self.layout()).insertWidget(0, self.bar)
        put_first(self, self.bar)
        self.bar.changed.connect(self._take_population)
        self.bar.lists.clicked.connect(self.edit_lists)
        self.form.changed.connect(self._show_population)
        self.results_changed.connect(self._show_population)

    @property
    def event_lists(self) -> str:
        """Text of the lists of events that hold for any study opened, "" for those shipped."""
        return self._event_lists

    @event_lists.setter
    def event_lists(self, text: str) -> None:
        if text != self._event_lists:
            self._event_lists = text
            self._count_again()

    def with_lists(self, study: StudyData) -> StudyData:
        """Return a study with the lists of events that hold."""
        if study.event_lists == self.event_lists:
            return study
        return replace(study, event_lists=self.event_lists)

    @property
    def has_edited_lists(self) -> bool:
        """Say whether lists of events are edited and not used yet."""
        return self._editor is not None and isValid(self._editor) and self._editor.is_edited

    def set_study(self, study: StudyData | None) -> None:
        """Take a new study; lists that are being edited are counted in it."""
        super().set_study(study)
        self._count_again()

    def change_events(self, study: StudyData) -> None:
        """Take the same study with other events or lists; what can be chosen follows."""
        super().change_events(study)
        self._count_again()
        if not self.is_late:
            self._show_current()

    @property
    def counted(self) -> str:
        """How many patients the bar leaves, of how many in the population."""
        return self.bar.counted

    @Slot()
    def edit_lists(self) -> None:
        """Open the editor of the lists of events."""
        from sjogren_desktop.gui.event_lists_dialog import EventListsDialog

        if self._study is not None and bring_forward(self, EventListsDialog) is None:
            dialog = EventListsDialog(self._study, self)
            dialog.saved.connect(self._hand_on)
            self._editor = dialog
            show_beside(dialog, edits=True)

    def _count_again(self) -> None:
        if self._editor is not None and isValid(self._editor):
            self._editor.take_study(self._study, self._event_lists)

    @Slot(object)
    def _hand_on(self, change: ListsChange) -> None:
        assert self._editor is not None
        self.lists_changed.emit(change)
        self._editor.take_answer(used=self.event_lists == change.text)

    @Slot(object)
    def _take_population(self, chosen: object) -> None:
        assert isinstance(chosen, dict)
        self.take_values(chosen)

    @Slot()
    def _show_population(self) -> None:
        if self.form.values is None and self.form.has_controls:
            return  # choices that do not go together may be solved in the bar
        self.bar.show_values(self._study, self.form.values)
