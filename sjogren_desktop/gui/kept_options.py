"""Options that a user composed, kept in the study file before and without a run.

Kept scenarios and drawn graphs are work of their own: they go into the file with every
change, not only with the result they led to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.spec import COMPOSED, Analysis

if TYPE_CHECKING:
    from sjogren_desktop.gui.analysis_tab import AnalysisTab
    from sjogren_desktop.study.store import StudyFile

_KIND = "options"
"""Kind of the document of each analysis."""

Options = dict[str, dict[str, object]]
"""Values by option, by the key of the analysis."""


def composed(panel: AnalysisTab) -> Options:
    """Return what was composed on a tab."""
    found = ((analysis, _composed(analysis, given)) for analysis, given in panel.options_given)
    return {analysis.key: values for analysis, values in found if values}


def save(file: StudyFile, panel: AnalysisTab, blinding: str) -> None:
    """Save what was composed on a tab; what was taken away is saved as nothing."""
    now = composed(panel)
    known = set(file.document_names(_KIND))
    for analysis, _ in panel.options_given:
        values = now.get(analysis.key, {})
        if values or analysis.key in known:
            write(file, analysis.key, values, blinding)


def write(file: StudyFile, key: str, values: Mapping[str, object], blinding: str) -> None:
    """Save the options of one analysis."""
    file.save_document(_KIND, key, {"blinding": blinding, "values": values})


def read(file: StudyFile, blinding: str) -> Options:
    """Return what is kept; what was composed while arms were shown waits until they are again."""
    found: Options = {}
    for key in file.document_names(_KIND):
        body = file.document(_KIND, key) or {}
        values = body.get("values")
        if isinstance(values, dict) and body.get("blinding") == blinding:
            found[key] = {name: _frozen(value) for name, value in values.items()}
    return found


def _composed(analysis: Analysis, given: Mapping[str, object]) -> dict[str, object]:
    keys = {option.key for option in analysis.options if isinstance(option, COMPOSED)}
    return {key: value for key, value in given.items() if key in keys}


def _frozen(value: object) -> object:
    """Return lists, as JSON gives them back, as the tuples that options hold."""
    if isinstance(value, list):
        return tuple(_frozen(v) for v in value)
    if isinstance(value, dict):
        return {key: _frozen(v) for key, v in value.items()}
    return value
