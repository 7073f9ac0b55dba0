"""Results for tests of the exports and of the window, built without any data.

They have the shape of what the analyses give (labels, keys, names of
statistics, full-precision numbers), but their numbers come from smooth
formulas with long fractions, so that a test can tell a rounded value from an
exact one. Nothing in them is a result of a trial.
"""

from __future__ import annotations

from math import erfc, exp, sqrt

from sjogren_desktop.figures import BarFigure, ForestFigure, ForestRow, LineFigure, Series
from sjogren_desktop.results import Cell, Column, Result, Row, Stat, Table

WEEKS = tuple(range(4, 52, 4))
ARMS = ("Ianalumab 300 mg monthly", "Ianalumab 300 mg every 3 months", "Placebo")
ARM_N = (168, 168, 168)


def _mean(arm: int, week: int) -> float:
    """Return an adjusted mean change that falls and levels off, lower in the first arms."""
    depth = (8.0 + 1 / 7, 6.0 + 1 / 11, 5.0 + 1 / 13)[arm]
    return -depth * (1 - exp(-week / 17))


def _error(arm: int, week: int) -> float:
    return (0.31 + 0.011 * arm) * sqrt(1 + week / 48)


def _estimate(value: float, error: float) -> tuple[Stat, Stat, Stat, Stat]:
    """Return estimate, standard error and the two limits."""
    return (
        Stat("estimate", value),
        Stat("std_error", error),
        Stat("lower", value - 1.965 * error),
        Stat("upper", value + 1.965 * error),
    )


def _visit(week: int) -> dict[str, float | int | str | None]:
    return {"PARAMCD": "ESSDAI", "AVISIT": f"Week {week}", "AVISITN": week}


def _ls_means() -> Table:
    columns: list[Column] = []
    for arm, n in zip(ARMS, ARM_N, strict=True):
        head = f"{arm}\n(N={n})"
        key = {"ARM": arm}
        columns += [
            Column(f"{head}\nn", key),
            Column(f"{head}\nLS mean (SE)", key),
            Column(f"{head}\n95% CI", key),
        ]
    rows = []
    for week in WEEKS:
        cells: list[Cell] = []
        for arm, n in enumerate(ARM_N):
            value, error, lower, upper = _estimate(_mean(arm, week), _error(arm, week))
            cells += [
                Cell((Stat("n", n - week // 3 - arm),)),
                Cell((value, error), "{0} ({1})"),
                Cell((lower, upper), "({0}, {1})"),
            ]
        rows.append(Row((f"Week {week}",), tuple(cells), _visit(week)))
    return Table(
        "ls_means",
        "Adjusted mean change from baseline in ESSDAI by visit",
        ("Visit",),
        tuple(columns),
        tuple(rows),
        ("LS = least squares; SE = standard error; CI = confidence interval; n = subjects.",),
    )


def _differences() -> Table:
    columns: list[Column] = []
    for arm in ARMS[:2]:
        key = {"ARM": arm, "REFERENCE": "Placebo"}
        head = f"{arm}\nminus placebo"
        columns += [
            Column(f"{head}\nDifference (SE)", key),
            Column(f"{head}\n95% CI", key),
            Column(f"{head}\np", key),
        ]
    rows = []
    for week in WEEKS:
        cells: list[Cell | None] = []
        for arm in (0, 1):
            if arm == 1 and week == 4:
                none = Cell((Stat("estimate", None), Stat("std_error", None)), "{0} ({1})")
                limits = Cell((Stat("lower", None), Stat("upper", None)), "({0}, {1})")
                cells += [none, limits, Cell((Stat("p_value", None),))]
                continue
            gap = _mean(arm, week) - _mean(2, week)
            error = sqrt(_error(arm, week) ** 2 + _error(2, week) ** 2)
            value, se, lower, upper = _estimate(gap, error)
            p = erfc(abs(gap / error) / sqrt(2))
            cells += [
                Cell((value, se), "{0} ({1})"),
                Cell((lower, upper), "({0}, {1})"),
                Cell((Stat("p_value", p),)),
            ]
        rows.append(Row((f"Week {week}",), tuple(cells), _visit(week)))
    return Table(
        "differences",
        "Differences in adjusted mean change from placebo by visit",
        ("Visit",),
        tuple(columns),
        tuple(rows),
        ("A negative difference favours ianalumab.", "NE = not estimable."),
    )


def _course() -> LineFigure:
    series = []
    for arm, name in enumerate(ARMS):
        means = [_mean(arm, week) for week in WEEKS]
        errors = [1.965 * _error(arm, week) for week in WEEKS]
        series.append(
            Series(
                name,
                arm,
                tuple(float(w) for w in WEEKS),
                tuple(means),
                tuple(m - e for m, e in zip(means, errors, strict=True)),
                tuple(m + e for m, e in zip(means, errors, strict=True)),
            )
        )
    return LineFigure(
        "ls_means",
        "Adjusted mean change from baseline in ESSDAI",
        "Visit (week)",
        "LS mean change (95% CI)",
        tuple(series),
        tuple((float(w), str(w)) for w in WEEKS),
        0.0,
        ("Error bars are 95% confidence intervals.", "Lower values mean less disease activity."),
    )


def _forest() -> ForestFigure:
    rows = []
    for arm in (0, 1):
        gap = _mean(arm, 48) - _mean(2, 48)
        error = sqrt(_error(arm, 48) ** 2 + _error(2, 48) ** 2)
        low, high = gap - 1.965 * error, gap + 1.965 * error
        rows.append(ForestRow(ARMS[arm], gap, low, high, f"{gap:.2f} ({low:.2f}, {high:.2f})", arm))
    rows.append(ForestRow("Subjects with a missing biomarker", None, None, None, "NE", 0))
    return ForestFigure(
        "differences_week48",
        "Difference from placebo in ESSDAI change at Week 48",
        "Difference in LS means (95% CI)",
        tuple(rows),
        0.0,
        ("Favours ianalumab", "Favours placebo"),
        ("Symbols are differences in adjusted means; lines are 95% confidence intervals.",),
    )


def sample_mmrm_result() -> Result:
    """Return a result like that of the MMRM: 12 visits, 3 arms, 2 tables, 2 figures."""
    return Result(
        analysis="mmrm_change",
        title="Change from baseline by visit (MMRM): ESSDAI total score",
        study="NEPTUNUS-2",
        population="Full analysis set",
        summary=(
            "At Week 48 ESSDAI had fallen further with ianalumab 300 mg monthly than with placebo."
        ),
        tables=(_ls_means(), _differences()),
        figures=(_course(), _forest()),
        notes=("The fit converged after 9 iterations.", "2 subjects had no value after baseline."),
        method=(
            ("Formula", "CHG ~ BASE + ARM * AVISIT + us(AVISIT | USUBJID)"),
            ("Covariance", "unstructured"),
            ("Degrees of freedom", "Kenward-Roger"),
            ("Subjects / records", "502 / 5571"),
            ("Versions", "numpy 2.3, scipy 1.16"),
        ),
        options={
            "parameter": "ESSDAI",
            "arms": ARMS,
            "visits": tuple(f"Week {w}" for w in WEEKS),
            "df_method": "kenward_roger",
            "alpha": 0.05,
            "adjust_region": True,
        },
        synthetic=True,
    )


_EVENTS = (
    ("Subjects with at least one TEAE", (131, 128, 127), (402, 371, 388), 0),
    ("Mild", (98, 90, 93), (240, 233, 231), 1),
    ("Severe", (9, 7, 8), (11, 7, 9), 1),
    ("Serious TEAE", (12, 14, 10), (13, 17, 11), 0),
    ("TEAE related to study drug", (66, 58, 41), (113, 98, 60), 0),
    ("TEAE leading to discontinuation", (5, 3, 4), (5, 3, 4), 0),
    ("Deaths", (0, 0, 1), (0, 0, 1), 0),
    ("Any record of the safety population", ARM_N, ARM_N, 0),
)


def sample_ae_result() -> Result:
    """Return a result like that of the adverse event overview: counts and percentages."""
    columns: list[Column] = []
    for arm, total in zip(ARMS, ARM_N, strict=True):
        key = {"ARM": arm, "N": total}
        columns += [
            Column(f"{arm}\n(N={total})\nn (%)", key),
            Column(f"{arm}\n(N={total})\nEvents", key),
        ]
    rows = []
    for label, subjects, events, indent in _EVENTS:
        cells: list[Cell] = []
        for count, number, total in zip(subjects, events, ARM_N, strict=True):
            share = Stat("percent", 100 * count / total)
            cells += [
                Cell((Stat("count", count), share), "{0} ({1}%)"),
                Cell((Stat("events", number),)),
            ]
        rows.append(Row((label,), tuple(cells), {"CATEGORY": label}, indent))
    shares = BarFigure(
        "ae_percent",
        "Subjects with treatment-emergent adverse events",
        "Subjects (%)",
        tuple(label for label, *_ in _EVENTS[:6]),
        tuple(
            Series(
                arm,
                index,
                tuple(100 * counts[index] / ARM_N[index] for _, counts, _, _ in _EVENTS[:6]),
                (),
            )
            for index, arm in enumerate(ARMS)
        ),
        ("Percentages are of the safety population.",),
    )
    return Result(
        analysis="ae_overview",
        title="Overview of treatment-emergent adverse events",
        study="NEPTUNUS-2",
        population="Safety set",
        summary="Adverse events were about as frequent in all arms.",
        tables=(
            Table(
                "overview",
                "Subjects and events by arm",
                ("Category",),
                tuple(columns),
                tuple(rows),
                (
                    "TEAE = treatment-emergent adverse event: starting on or after the first dose.",
                    "Subjects are counted once per row.",
                ),
            ),
        ),
        figures=(shares,),
        notes=(),
        method=(
            ("Denominator", "subjects of the safety set in the arm"),
            ("Treatment-emergent", "TRTEMFL = Y"),
        ),
        options={"treatment": "TRT01A"},
        synthetic=True,
    )
