"""Figures of the placebo response."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.placebo_models import Slope, wang_change
from sjogren_desktop.analyses.placebo_sites import units_of
from sjogren_desktop.figures import (
    BarFigure,
    ForestFigure,
    ForestRow,
    LineFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.study.data import AVISIT, BASE, CHG, TRTP, USUBJID

if TYPE_CHECKING:
    import pandas as pd

_WANG = "Placebo curve of Wang 2021 (reference line, equation second-hand)"
_BARS = 20
"""Values from the entry threshold on that the histogram shows."""
_LEAST = 5
"""Subjects a country needs to be drawn."""


def course_figure(
    data: Endpoint, slopes: Mapping[str, Slope], with_curve: bool, level: float
) -> LineFigure:
    """Return mean observed changes over visits, beside the published placebo curve."""
    from scipy.special import stdtrit

    series = []
    grouped = data.frame.groupby([TRTP, AVISIT], observed=False)[CHG]
    means, sds = grouped.mean(), grouped.std()
    people, everyone = who.named_by(data.frame, TRTP, AVISIT), who.named_by(data.frame, TRTP)
    for arm in data.arms:
        x, y, lower, upper = [0.0], [0.0], [0.0], [0.0]
        behind = [everyone.get((arm,), ())]
        for number, visit in data.visits:
            n = len(people.get((arm, visit), ()))
            if n < 2:
                continue
            behind.append(people[arm, visit])
            mean = float(means[arm, visit])
            half = float(stdtrit(n - 1, 0.5 + level / 2)) * float(sds[arm, visit]) / n**0.5
            x, y = [*x, number], [*y, mean]
            lower, upper = [*lower, mean - half], [*upper, mean + half]
        points = (tuple(x), tuple(y), tuple(lower), tuple(upper), tuple(behind))
        series.append(Series(arm, data.styles[arm], *points))
    if with_curve:
        baseline = float(np.nanmean(data.frame.drop_duplicates(USUBJID)[BASE]))
        weeks = np.linspace(0.0, data.visits[-1][0], 49)
        curve = wang_change(baseline, weeks)
        style = max(data.styles.values()) + 1
        x, y = weeks.tolist(), [float(v) for v in curve]
        series.append(Series(_WANG, style, tuple(x), tuple(y), curve=True))
    return LineFigure(
        "course",
        f"{data.label}: observed mean change",
        "Visit",
        "Mean change from baseline",
        tuple(series),
        x_ticks=((0.0, "Baseline"), *data.visits),
        reference_y=0.0,
        caption=(
            f"Bars: {mt.interval_header(level)} of the mean.",
            mt.counts_sentence(data, data.visits[0][1], data.visits[-1][1]),
            *(
                ("The reference line is for the mean baseline of all arms; it is no truth.",)
                if with_curve
                else ()
            ),
        ),
    )


def slope_figure(
    data: Endpoint,
    slopes: Mapping[str, Slope],
    at_visit: pd.DataFrame,
    week: float | None,
    visit: str,
) -> LineFigure:
    """Return change as a straight line in the baseline, one line an arm."""
    low, high = (float(at_visit[BASE].quantile(q)) for q in (0.05, 0.95))
    x = np.linspace(low, high, 5)
    series = [
        Series(
            arm, data.styles[arm], tuple(x.tolist()), tuple(s.at(float(v)) for v in x), curve=True
        )
        for arm, s in slopes.items()
    ]
    if week is not None:
        # The model is linear in the baseline of a trial, not of a patient.
        y = tuple(float(wang_change(float(v), np.array([week]))[0]) for v in x)
        style = max(data.styles.values()) + 1
        series.append(Series(_WANG, style, tuple(x.tolist()), y, curve=True))
    return LineFigure(
        "slopes",
        f"{data.label} at {visit}: change against baseline",
        f"Baseline {data.label}",
        "Change from baseline",
        tuple(series),
        reference_y=0.0,
        caption=(
            "Least squares within each arm, from the 5th to the 95th percentile of the baseline.",
            mt.counts_sentence(data, visit),
            *(
                ("The reference line is a slope between trials, not between patients.",)
                if week is not None
                else ()
            ),
        ),
    )


def scatter_figure(data: Endpoint, at_visit: pd.DataFrame, visit: str) -> ScatterFigure:
    """Return the change of every subject against its baseline."""
    series, names = [], []
    for arm in data.arms:
        mine = at_visit.loc[at_visit[TRTP] == arm]
        series.append(
            Series(
                arm,
                data.styles[arm],
                tuple(float(v) for v in mine[BASE]),
                tuple(float(v) for v in mine[CHG]),
                subjects=tuple((str(s),) for s in mine[USUBJID]),
            )
        )
        names.append(tuple(str(s) for s in mine[USUBJID]))
    return ScatterFigure(
        "change_baseline",
        f"{data.label} at {visit}: change of every subject against baseline",
        f"Baseline {data.label}",
        "Change from baseline",
        tuple(series),
        tuple(names),
        reference_y=(0.0,),
        caption=(
            "One symbol a subject. No value can fall below zero, so change has a floor."
            if float(at_visit[BASE].min()) >= 0
            else "One symbol a subject.",
            mt.counts_sentence(data, visit),
        ),
    )


def country_figure(
    data: Endpoint, at_visit: pd.DataFrame, people: pd.DataFrame, visit: str, level: float
) -> tuple[ForestFigure, ...]:
    """Return the mean change on the reference in each country that is large enough."""
    from scipy.special import stdtrit

    unit = units_of(at_visit, people, "COUNTRY")
    if unit is None:
        return ()
    mine = at_visit.loc[at_visit[TRTP] == data.reference].assign(UNIT=unit)
    style = data.styles[data.reference]
    overall = float(mine[CHG].mean())
    rows = []
    for name, part in mine.groupby("UNIT"):
        n = len(part)
        if n < _LEAST:
            continue
        mean, sd = float(part[CHG].mean()), float(part[CHG].std(ddof=1))
        half = float(stdtrit(n - 1, 0.5 + level / 2)) * sd / n**0.5
        text = formats.fixed(mean, data.decimals + 1)
        label, behind = f"{name} ({n})", who.named(part[USUBJID])
        rows.append(ForestRow(label, mean, mean - half, mean + half, text, style, behind))
    if len(rows) < 2:
        return ()
    return (
        ForestFigure(
            "countries",
            f"{data.label} at {visit}: change on {data.reference} by country",
            f"Mean change from baseline ({mt.interval_header(level)})",
            tuple(rows),
            reference_x=overall,
            caption=(
                f"Line: all countries. In brackets: subjects; countries with fewer than {_LEAST} "
                "are not drawn.",
            ),
        ),
    )


def funnel_figure(
    data: Endpoint, at_visit: pd.DataFrame, people: pd.DataFrame, visit: str
) -> tuple[ScatterFigure, ...]:
    """Return the mean change on the reference of every site against its size, with limits.

    Limits are those within which 95% and 99.8% of sites of a size would lie if all had the
    same mean and spread (Spiegelhalter, Stat Med 2005;24:1185-1202, section 2).
    """
    unit = units_of(at_visit, people, "SITEID")
    if unit is None:
        return ()
    mine = at_visit.loc[at_visit[TRTP] == data.reference].assign(UNIT=unit)
    sites, behind = mine.groupby("UNIT")[CHG].agg(["size", "mean"]), who.named_by(mine, "UNIT")
    if len(sites) < _LEAST:
        return ()
    overall, sd = float(mine[CHG].mean()), float(mine[CHG].std(ddof=1))
    largest = int(sites["size"].max())
    grid = np.geomspace(1, largest, 60)
    gap = (float("nan"),)  # between the upper and the lower limit
    style = data.styles[data.reference]
    series = [
        Series(
            f"Sites, {data.reference}",
            style,
            tuple(float(n) for n in sites["size"]),
            tuple(float(m) for m in sites["mean"]),
            subjects=tuple(behind[(str(site),)] for site in sites.index),
        )
    ]
    names = [tuple(f"Site {s}: {n} subjects" for s, n in sites["size"].items())]
    outside = {}
    for place, (label, z) in enumerate((("95%", 1.959964), ("99.8%", 3.090232)), start=1):
        reach = z * sd / np.sqrt(grid)
        series.append(
            Series(
                f"{label} limits",
                style + place,
                tuple(float(g) for g in (*grid, grid[0], *grid)),
                tuple(float(v) for v in (*(overall - reach), *gap, *(overall + reach))),
                curve=True,
            )
        )
        names.append(("",) * (2 * len(grid) + 1))
        away = (sites["mean"] - overall).abs() > z * sd / np.sqrt(sites["size"])
        outside[label] = int(away.sum())
    return (
        ScatterFigure(
            "funnel",
            f"{data.label} at {visit}: change on {data.reference} by site (funnel)",
            "Subjects of the site",
            "Mean change from baseline",
            tuple(series),
            tuple(names),
            reference_y=(overall,),
            caption=(
                f"{outside['95%']} of {len(sites)} sites lie outside the 95% limits "
                f"({formats.fixed(0.05 * len(sites), 1)} expected by chance), "
                f"{outside['99.8%']} outside the 99.8% limits.",
            ),
        ),
    )


def threshold_figure(
    data: Endpoint, first: pd.DataFrame, values: pd.Series, what: str, threshold: float
) -> BarFigure:
    """Return how many subjects have each value before treatment from the threshold on.

    ``values`` belong to the rows of ``first``, one a subject; ``what`` says which they are.
    """
    known = values.dropna().to_numpy(dtype=float)
    width = 1.0 if float(np.ptp(known)) <= 200 else float(np.ptp(known)) / _BARS
    edges = threshold - 3 * width + width * np.arange(_BARS + 4)
    names = [f"{low:g}" if width == 1 else f"{low:.3g} to {low + width:.3g}" for low in edges[:-1]]
    names[3] += " (threshold)"
    series = []
    for arm in data.arms:
        part = (first[TRTP] == arm) & values.notna()
        mine = values[part].astype(float).set_axis(first.loc[part, USUBJID])
        behind = [who.named(mine.index[(mine >= a) & (mine < a + width)]) for a in edges[:-1]]
        counts = tuple(float(len(keys)) for keys in behind)
        series.append(Series(arm, data.styles[arm], counts, (), subjects=tuple(behind)))
    return BarFigure(
        "threshold" if what == "baseline" else "threshold_screening",
        f"{data.label}: {what} values around the entry threshold of {threshold:g}",
        "Subjects",
        tuple(names),
        tuple(series),
        caption=(
            f"Bars: subjects with each {what} value of {data.label}, as named at the left.",
            "A pile of values just at the threshold suggests that scores were raised to let "
            "patients in; values further up are not shown.",
        ),
    )
