"""The Safety tab: the panel of analyses on the safety part of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.analysis_tab import AnalysisTab, Run, run_in_catalogue


class SafetyTab(AnalysisTab):
    """Adverse events and other safety questions."""

    def __init__(
        self,
        analyses: Sequence[Analysis] = (),
        *,
        run: Run = run_in_catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(analyses, name="safety", run=run, parent=parent)
