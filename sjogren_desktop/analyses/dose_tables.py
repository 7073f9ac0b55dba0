"""Tables, figure and summary of dose, schedule and exposure."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from sjogren_desktop.stats.dose_contrasts import ContrastTest, DoseGroups
from sjogren_desktop.stats.dose_response import DoseFit, ModelAverage

SHAPES = {
    "linear": "Linear",
    "linlog": "Linear in the logarithm",
    "emax": "Emax",
    "sigEmax": "Sigmoid Emax",
    "exponential": "Exponential",
    "quadratic": "Quadratic (umbrella)",
}


def arms_table(
    data: Endpoint, order: Sequence[str], groups: DoseGroups, visit: str, *, unit: str
) -> Table:
    """Return amount, count and mean of every arm."""
    base = list(order).index(data.reference)
    rows = []
    for i, arm in enumerate(order):
        cells: list[Cell | None] = [
            mt.one(Stat("amount", float(groups.amounts[i]), 1)),
            who.count_cell(across.people_at(data, [arm], visit)),
            _with_error(float(groups.estimates[i]), float(groups.covariance[i, i]), data.decimals),
            None,
        ]
        if i != base:
            variance = (
                groups.covariance[i, i]
                + groups.covariance[base, base]
                - 2 * groups.covariance[i, base]
            )
            difference = float(groups.estimates[i] - groups.estimates[base])
            cells[-1] = _with_error(difference, float(variance), data.decimals)
        rows.append(Row((arm,), tuple(cells), {"ARM": arm}))
    return Table(
        "amounts",
        f"Amounts and mean responses at {visit}",
        ("Arm",),
        (
            Column(f"Amount ({unit})" if unit else "Amount"),
            Column("n"),
            Column("LS mean (SE)"),
            Column(f"Difference from\n{data.reference} (SE)"),
        ),
        tuple(rows),
        ("n: subjects with a value at the visit.",),
    )


def _with_error(estimate: float, variance: float, decimals: int) -> Cell:
    return Cell(
        (
            Stat("estimate", estimate, decimals + 1),
            Stat("std_error", float(np.sqrt(variance)), decimals + 2),
        ),
        "{0} ({1})",
    )


def tests_table(tests: ContrastTest) -> Table:
    """Return the contrast test of every shape."""
    rows = []
    for shape, line in tests.tests.iterrows():
        rows.append(
            Row(
                (str(shape),),
                (
                    mt.one(Stat("statistic", float(line["statistic"]), 3)),
                    mt.one(Stat("p_value", float(line["p_value"]))),
                    mt.one(Stat("p_value", float(line["adjusted"]))),
                    mt.one(Stat("decision", "Yes" if line["significant"] else "No")),
                ),
                {"SHAPE": str(shape)},
            )
        )
    return Table(
        "contrasts",
        "Does the response follow the amount?",
        ("Shape",),
        tuple(Column(h) for h in ("t", "p value", "Adjusted p", "Significant")),
        tuple(rows),
        ("One-sided, in the better direction; adjusted over the shapes.",),
    )


def fits_table(
    fits: Sequence[DoseFit],
    average: ModelAverage | None,
    target: float,
    decimals: int,
    *,
    unit: str = "",
) -> Table:
    """Return the fitted curves, their weights and target amounts."""
    assert average is not None
    rows = []
    for fit, weight in zip(fits, average.weights, strict=True):
        effect = _effect_at_top(fit)
        rows.append(
            Row(
                (SHAPES[fit.model],),
                (
                    mt.one(Stat("aic", fit.aic, 2)),
                    mt.one(Stat("percent", 100 * float(weight))),
                    mt.one(Stat("effect", effect, decimals + 2)),
                    mt.one(Stat("amount", mt.number(fit.target_dose(target)), 1)),
                ),
                {"MODEL": fit.model},
            )
        )
    both = average.predict([0.0, fits[0].top])["estimate"]
    rows.append(
        Row(
            ("Average of the curves",),
            (
                None,
                None,
                mt.one(Stat("effect", float(both.iloc[1] - both.iloc[0]), decimals + 2)),
                mt.one(Stat("amount", mt.number(average.target_dose(target)), 1)),
            ),
            {"MODEL": "average"},
        )
    )
    shown = formats.fixed(target, decimals + 1)
    return Table(
        "curves",
        "Fitted curves",
        ("Curve",),
        (
            Column("Generalised\nAIC"),
            Column("Weight %"),
            Column("Effect at the\nhighest amount"),
            Column(f"Amount{f' ({unit})' if unit else ''} for an\neffect of {shown}"),
        ),
        tuple(rows),
        ("NE: no amount up to the highest one studied has the effect.",),
    )


def _effect_at_top(fit: DoseFit) -> float:
    both = fit.predict([0.0, fit.top])["estimate"]
    return float(both.iloc[1] - both.iloc[0])


def curve_figure(
    label: str,
    groups: DoseGroups,
    average: ModelAverage | None,
    level: float,
    *,
    unit: str = "",
    counts: str = "",
) -> LineFigure:
    """Return the means over the amounts, with the average curve."""
    from scipy.special import stdtrit

    assert average is not None
    grid = np.linspace(0.0, float(groups.amounts[-1]), 25)
    curve = average.predict(grid, level=level)["estimate"].to_numpy()
    df = np.inf if groups.df is None else groups.df
    half = float(stdtrit(df, 0.5 + level / 2)) * np.sqrt(np.diag(groups.covariance))
    return LineFigure(
        "curve",
        "Response by amount",
        f"Amount ({unit})" if unit else "Amount",
        label,
        (
            Series(
                f"Mean with {mt.interval_header(level)}",
                0,
                tuple(float(d) for d in groups.amounts),
                tuple(float(m) for m in groups.estimates),
                tuple(float(m) for m in groups.estimates - half),
                tuple(float(m) for m in groups.estimates + half),
            ),
            Series(
                "Average of the curves",
                1,
                tuple(float(d) for d in grid),
                tuple(float(c) for c in curve),
                curve=True,
            ),
        ),
        caption=("Curves weighted by generalised AIC.", *((counts,) if counts else ())),
    )


def summary(
    what: str,
    decimals: int,
    tests: ContrastTest,
    average: ModelAverage | None,
    target: float,
    *,
    unit: str = "",
) -> str:
    """Say whether the response follows the amount, and which amount is enough."""
    best = tests.tests.sort_values("adjusted").iloc[0]
    p = formats.p_value(float(best["adjusted"]))
    shown = p if p[0] in "<>" else f"= {p}"
    verdict = "follows" if bool(best["significant"]) else "is not shown to follow"
    text = (
        f"{what} {verdict} the amount (smallest adjusted p {shown}, one-sided, against "
        f"{formats.fixed(tests.alpha, 3)}; shape {best.name})."
    )
    if average is not None:
        amount = mt.number(average.target_dose(target))
        wanted = formats.fixed(target, decimals + 1)
        reached = (
            "no amount studied" if amount is None else f"an amount of {amount:.0f} {unit}".rstrip()
        )
        text += f" On the average curve {reached} has an effect of {wanted}."
    return text
