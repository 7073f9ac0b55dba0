"""Analyses of a study without arms to compare: which can be done, and what to beware of.

Of a blinded study, an analysis is handed all patients in one arm, so no table can
tell the treatment. What still might are laboratory values that drugs of the
class change by themselves: two clouds of points are two arms, whatever their
colour. Results that hold such values say so.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from sjogren_desktop.analyses.spec import Analysis
from sjogren_desktop.analyses.subjects import arm_order
from sjogren_desktop.figures import (
    BarFigure,
    DotFigure,
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    GridFigure,
    LaneFigure,
    MapFigure,
)
from sjogren_desktop.results import Result
from sjogren_desktop.study.data import StudyData

DRUG_CLASS_EFFECTS = re.compile(
    r"\bimmunoglobulins?\b|\big ?[gam]\b|\bhypogammaglobulin|\bgamma ?globulin"
    r"|\bcd ?(?:19|20)\b|\bb[ -]?cells?\b|\bb[ -]lymphocyte"
    r"|\blymphocytes?\b|\blympho(?:penia|cytopenia)\b|\bneutrophils?\b|\bneutropenia\b"
    r"|\bneut(?:sg)?\b|\blym\b|\bbcell",
    re.IGNORECASE,
)
"""Names of laboratory values that drugs against B cells change by themselves."""

WARNING = (
    "Could unblind: immunoglobulins, B cells, lymphocytes and neutrophils may change under the "
    "study drug by themselves, so a group that stands apart, or the values of one patient, may "
    "tell the treatment. Do not pass this on to those who must stay blinded without asking."
)


def refusal(analysis: Analysis, study: StudyData) -> str:
    """Return why an analysis cannot be done without arms to compare, "" if it can."""
    if not analysis.compares_arms:
        return ""
    if not study.arms_pooled:
        arms = arm_order(study) if study.of_kind("ADSL") else []
        if len(arms) != 1:
            return ""
        return (
            f"{analysis.title} compares treatment arms, and all patients of this study are in one "
            f"group, {arms[0]}. Choose a descriptive analysis, or open the data that name the arms."
        )
    return (
        f"{analysis.title} compares treatment arms, which are withheld while the study is "
        "blinded. Choose a descriptive analysis of all patients, or have the study unblinded "
        "by someone who may."
    )


def marked(result: Result, study: StudyData) -> Result:
    """Return a result with the study's mark, and a warning where it could unblind."""
    if not study.blinding:
        return result
    result = dataclasses.replace(result, blinding=study.blinding)
    if not study.arms_pooled or not any(map(_tells, _texts(result))):
        return result
    figures = tuple(
        dataclasses.replace(figure, caption=(*figure.caption, WARNING))
        if any(map(_tells, _figure_texts(figure)))
        else figure
        for figure in result.figures
    )
    return dataclasses.replace(result, figures=figures, notes=(WARNING, *result.notes))


def _tells(text: str) -> bool:
    return bool(DRUG_CLASS_EFFECTS.search(text))


def _texts(result: Result) -> Iterator[str]:
    for table in result.tables:
        yield table.title
        for column in table.columns:
            yield column.header
        for row in table.rows:
            yield from row.labels
    for figure in result.figures:
        yield from _figure_texts(figure)


def _figure_texts(figure: Figure) -> Iterator[str]:
    yield figure.title
    if isinstance(figure, FlowFigure):
        yield from (line for box in figure.boxes for line in box.lines)
        return
    if isinstance(figure, GraphFigure):
        yield from (line for node in figure.nodes for line in node.lines)
        return
    yield figure.x_label
    if isinstance(figure, ForestFigure):
        yield from (row.label for row in figure.rows)
        return
    if isinstance(figure, GridFigure):
        yield from (*figure.rows, *figure.columns, figure.y_label)
        return
    if isinstance(figure, BarFigure | DotFigure):
        yield from figure.categories
    elif isinstance(figure, LaneFigure):
        yield from (lane.label for lane in figure.lanes)
        yield from (span.text for lane in figure.lanes for span in lane.spans)
    else:
        yield figure.y_label
    if not isinstance(figure, MapFigure):
        yield from (series.name for series in figure.series)
