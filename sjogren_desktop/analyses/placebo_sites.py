"""Does the placebo response differ between sites and countries? Random intercepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.placebo_models import clustering
from sjogren_desktop.results import AnalysisError, Cell, Column, Row, Stat, Table
from sjogren_desktop.study.data import BASE, CHG, SITEID, STUDYID, TRTP, USUBJID

if TYPE_CHECKING:
    import pandas as pd


def units_of(at_visit: pd.DataFrame, people: pd.DataFrame, column: str) -> pd.Series | None:
    """Return the site or country of each record, with the study where sites may share numbers."""
    if column not in people:
        return None
    unit = at_visit[USUBJID].map(people[column])
    if column == SITEID and "STUDYID" in people:
        unit = at_visit[USUBJID].map(people["STUDYID"]).astype(str) + " " + unit.astype(str)
    return unit if unit.nunique() > 2 else None


def clusters_table(
    data: Endpoint, at_visit: pd.DataFrame, people: pd.DataFrame, notes: list[str]
) -> Table | None:
    """Return how much the change varies between sites and countries, arm by arm."""
    rows = []
    for what, column in (("Country", "COUNTRY"), ("Site", SITEID)):
        unit = units_of(at_visit, people, column)
        if unit is None:
            notes.append(f"The subject-level data set tells no {what.lower()} ({column}).")
            continue
        for arm in data.arms:
            mine = (at_visit[TRTP] == arm) & unit.notna()
            counted = Stat("n", int(mine.sum()))
            codes = np.unique(unit[mine].astype(str), return_inverse=True)[1]
            covariates = [at_visit.loc[mine, BASE].to_numpy(dtype=float)]
            if STUDYID in data.factors:
                # A difference between studies is none between their sites.
                studies = at_visit.loc[mine, STUDYID].astype(str)
                covariates += [(studies == s).to_numpy(float) for s in sorted(set(studies))[1:]]
            try:
                found = clustering(
                    at_visit.loc[mine, CHG].to_numpy(dtype=float),
                    np.column_stack(covariates),
                    codes.astype(np.int64),
                )
            except AnalysisError as error:
                notes.append(f"{what}, {arm}: {error}")
                continue
            rows.append(
                Row(
                    (what, arm),
                    (
                        mt.one(Stat("n", found.units)),
                        Cell((counted,), subjects=who.named(at_visit.loc[mine, USUBJID])),
                        mt.one(Stat("sd", found.between**0.5, data.decimals + 2)),
                        mt.one(Stat("sd", found.within**0.5, data.decimals + 2)),
                        mt.one(Stat("icc", found.icc, 3)),
                        mt.one(Stat("p_value", found.p_value)),
                    ),
                    {"UNIT": what, "ARM": arm},
                )
            )
    if not rows:
        return None
    heads = ("Units", "Subjects", "SD between units", "SD within units", "Correlation", "p value")
    return Table(
        "clusters",
        f"{data.label}: does the change differ between countries and sites?",
        ("Unit", "Arm"),
        tuple(Column(h) for h in heads),
        tuple(rows),
        (
            "Random intercept of the unit by REML, adjusted for baseline (and study). Correlation: "
            "of two subjects of one unit. p value: likelihood ratio test of no difference between "
            "units.",
        ),
    )
