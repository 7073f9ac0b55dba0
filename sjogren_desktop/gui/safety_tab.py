"""The Safety tab: the panel of analyses on the safety part of the catalogue.

One bar over all of it says whose events and values are counted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.analysis_tab import AnalysisTab, Run, run_in_catalogue
from sjogren_desktop.gui.population_bar import PopulationBar


class SafetyTab(AnalysisTab):
    """Adverse events and other safety questions."""

    def __init__(
        self,
        analyses: Sequence[Analysis] = (),
        *,
        run: Run = run_in_catalogue,
        parent: QWidget | None = None,
    ) -> None:
        self.bar = PopulationBar()
        super().__init__(analyses, name="safety", run=run, parent=parent)
        cast(QVBoxLayout, self.layout()).insertWidget(0, self.bar)
        self.bar.changed.connect(self._take_population)
        self.form.changed.connect(self._show_population)
        self.results_changed.connect(self._show_population)

    @Slot(object)
    def _take_population(self, chosen: object) -> None:
        assert isinstance(chosen, dict)
        self.take_values(chosen)

    @Slot()
    def _show_population(self) -> None:
        self.bar.show_values(self._study, self.form.values)
