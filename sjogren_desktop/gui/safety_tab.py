"""The Safety tab: the panel of analyses on the safety part of the catalogue."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.gui.analysis_tab import AnalysisTab


class SafetyTab(AnalysisTab):
    """Adverse events and other safety questions."""

    def __init__(self, analyses: Sequence[Analysis] = (), parent: QWidget | None = None) -> None:
        super().__init__(analyses, name="safety", parent=parent)
