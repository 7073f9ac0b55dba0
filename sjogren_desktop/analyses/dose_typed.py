"""MCP-Mod on means typed in by hand: a dose-ranging trial known from its publication only.

Each row holds dose, mean, and either a standard error or a standard deviation with a
number of patients. Method page ``dose_finding.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses.across_studies import level_of
from sjogren_desktop.analyses.dose_finding import (
    PARAMETERS,
    SHAPE_OPTIONS,
    TEST_OPTIONS,
    candidate,
)
from sjogren_desktop.analyses.dose_tables import (
    SHAPES,
    curve_figure,
    fits_table,
    summary,
    tests_table,
)
from sjogren_desktop.analyses.responder_rules import DIRECTION
from sjogren_desktop.analyses.spec import Analysis, Choice, Option, Text, Typed
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.stats.dose_contrasts import DoseGroups, contrast_test
from sjogren_desktop.stats.dose_response import average_models, fit_dose_model
from sjogren_desktop.study.data import StudyData

Floats = NDArray[np.float64]

_COLUMNS = ("Dose", "Mean", "SE", "SD", "n")
# Means and n: results of NCT02962895 in the registry. SD: from the published interval of
# 300 mg against placebo, -4.15 to 0.32 (Bowman, Lancet 2022; 399: 161-171).
_PHASE_2B = (
    ("0", "-6.39", "", "5.6", "49"),
    ("5", "-5.64", "", "5.6", "47"),
    ("50", "-6.93", "", "5.6", "47"),
    ("300", "-8.30", "", "5.6", "47"),
)
_NAME = "Change in ESSDAI at week 24, ianalumab phase 2b, mg every 4 weeks"
_SOURCE = (
    "As delivered, the table holds the phase 2b trial of ianalumab (NCT02962895): means and "
    "numbers from its registry, one standard deviation worked back from the published interval "
    "of 300 mg against placebo (Bowman, Lancet 2022; 399: 161-171). The candidate shapes of that "
    "trial are not published, so its p values cannot be repeated."
)


def _lower(study: StudyData, values: Mapping[str, object]) -> str:
    return "lower"


OPTIONS: tuple[Option, ...] = (
    Text(
        "name",
        "What the means are of",
        "Measure, visit, trial and unit of the dose, as tables and figure shall say it.",
        _NAME,
    ),
    Typed(
        "means",
        "Means",
        "A row for each dose, placebo with dose 0. Give the standard error (SE), or the standard "
        "deviation (SD) and the number of patients (n).",
        _COLUMNS,
        _PHASE_2B,
    ),
    *SHAPE_OPTIONS,
    Choice(DIRECTION.key, DIRECTION.label, DIRECTION.help, DIRECTION.items, _lower),
    *TEST_OPTIONS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Test the means typed in for a response that follows the dose, and fit curves."""
    shapes, rows = values["shapes"], values["means"]
    assert isinstance(shapes, tuple)
    assert isinstance(rows, tuple)
    if not shapes:
        raise AnalysisError("No candidate shape is chosen. Tick at least one.")
    progress(0.1, "Reading the table")
    groups, pooled = groups_of(rows)
    doses = len(groups.amounts)
    decimals = _decimals([row[1] for row in rows])
    rising = values["direction"] == "higher"
    half = float(str(values["half"])) / 100
    alpha = float(str(values["alpha"]))
    progress(0.3, "Contrast tests")
    candidates = [candidate(str(s), float(groups.amounts[-1]), half) for s in shapes]
    tests = contrast_test(groups, candidates, alpha=alpha, increasing=rising)
    progress(0.6, "Fitting curves")
    fits = [fit_dose_model(groups, str(s)) for s in shapes if PARAMETERS[str(s)] <= doses]
    average = average_models(fits) if fits else None
    target = (1 if rising else -1) * float(str(values["target"]))
    name = str(values["name"]) or "Mean"
    left_out = [SHAPES[str(s)] for s in shapes if PARAMETERS[str(s)] > doses]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study="Typed in",
        population="As typed in",
        summary=summary(name, decimals, tests, average, target),
        tables=(
            _means_table(name, groups, decimals),
            tests_table(tests),
            *((fits_table(fits, average, target, decimals),) if average else ()),
        ),
        figures=((curve_figure(name, groups, average, level_of(values)),) if average else ()),
        notes=(
            "The means were typed in; nothing of them is in the data of the study that is open.",
            *((_SOURCE,) if rows == _PHASE_2B else ()),
            *(
                (f"Not fitted, as there are too few doses: {', '.join(left_out)}.",)
                if left_out
                else ()
            ),
            *(
                f"{SHAPES[f.model]}: a shape parameter stopped at its bound, so its curve is only "
                "one of many that fit."
                for f in fits
                if f.at_bound
            ),
        ),
        method=(
            (
                "Errors",
                "One standard deviation pooled over doses"
                if pooled
                else "As typed in, dose by dose, taken as known",
            ),
            ("Tests", "MCP-Mod: optimal contrasts, adjusted over the shapes by multivariate t"),
            ("Alpha", f"{formats.fixed(alpha, 4)}, one-sided"),
            ("Curves", "Generalised least squares on the means; average by generalised AIC"),
        ),
        options=dict(values),
        counts=_counts(rows),
    )


def groups_of(rows: Sequence[Sequence[str]]) -> tuple[DoseGroups, bool]:
    """Return the estimates of a table, and whether their error is one pooled deviation.

    With a standard deviation and a number in every row, errors are those of least squares
    on the data: one pooled deviation with its degrees of freedom. Otherwise the errors are
    taken as known.

    Raises
    ------
    AnalysisError
        Naming the row and what to give there.
    """
    read = [_row(i, row) for i, row in enumerate(rows) if any(cell.strip() for cell in row)]
    if len(read) < 3:
        raise AnalysisError("A curve needs at least three doses. Type in a row for each.")
    read.sort(key=lambda row: row[0])
    doses = [row[0] for row in read]
    for first, second in pairwise(doses):
        if first == second:
            raise AnalysisError(f"The dose {first:g} is there twice. Keep one row for each dose.")
    means = np.array([row[1] for row in read])
    if any(row[2] is not None for row in read):
        errors = [row[2] or (row[3] or 0) / np.sqrt(row[4] or 1) for row in read]
        return DoseGroups.of(doses, means, np.diag(np.square(errors))), False
    n = np.array([row[4] for row in read], dtype=float)
    df = float(np.sum(n - 1))
    variance = float(np.sum((n - 1) * np.square([row[3] for row in read])) / df)
    return DoseGroups.of(doses, means, np.diag(variance / n), df=df), True


def _counts(rows: Sequence[Sequence[str]]) -> tuple[tuple[str, int], ...]:
    """Return the patients of each dose, nothing where a row does not tell them."""
    told = [(row[0].strip(), row[4].strip()) for row in rows if any(c.strip() for c in row)]
    if not all(n.isdecimal() for _, n in told):
        return ()
    return tuple((f"dose {dose}", int(n)) for dose, n in told)


def _row(
    place: int, row: Sequence[str]
) -> tuple[float, float, float | None, float | None, float | None]:
    """Return dose, mean, and the standard error or standard deviation and n of a row."""
    found: list[float | None] = []
    for name, text in zip(_COLUMNS, row, strict=True):
        try:
            found.append(float(text.strip().replace(",", ".")) if text.strip() else None)
        except ValueError:
            found.append(np.nan)
        last = found[-1]
        if last is not None and not np.isfinite(last):
            raise AnalysisError(f"Means, row {place + 1}: {text!r} under {name} is not a number.")
    dose, mean, error, deviation, n = found
    where = f"Means, row {place + 1}"
    if dose is None or mean is None or dose < 0:
        raise AnalysisError(f"{where}: give a dose of 0 or more, and a mean.")
    if error is not None and error > 0:
        return dose, mean, error, None, None
    if error is None and deviation is not None and n is not None and deviation > 0 and n >= 2:
        return dose, mean, None, deviation, n
    raise AnalysisError(
        f"{where}: give a standard error above 0, or a standard deviation above 0 and the number "
        "of patients (2 or more)."
    )


def _decimals(texts: Sequence[str]) -> int:
    """Return the decimals of the means, less the one that tables add."""
    most = max(
        (len(t.replace(",", ".").partition(".")[2].strip()) for t in texts), default=0
    )  # fmt: skip
    return max(0, min(most, 4) - 1)


def _means_table(name: str, groups: DoseGroups, decimals: int) -> Table:
    rows = []
    base, errors = groups.estimates[0], np.diag(groups.covariance)
    for i, dose in enumerate(groups.amounts):
        mean, difference = float(groups.estimates[i]), float(groups.estimates[i] - base)
        cells: tuple[Cell | None, ...] = (
            _with_error(mean, float(errors[i]), decimals),
            _with_error(difference, float(errors[i] + errors[0]), decimals) if i else None,
        )
        rows.append(Row((f"{dose:g}",), cells, {"DOSE": float(dose)}))
    return Table(
        "means",
        name,
        ("Dose",),
        (Column("Mean (SE)"), Column(f"Difference from\n{groups.amounts[0]:g} (SE)")),
        tuple(rows),
    )


def _with_error(estimate: float, variance: float, decimals: int) -> Cell:
    return Cell(
        (
            Stat("estimate", estimate, decimals + 1),
            Stat("std_error", float(np.sqrt(variance)), decimals + 2),
        ),
        "{0} ({1})",
    )


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return no set of options: what is typed in belongs to no study."""
    return ()


SPEC = Analysis(
    key="dose_typed",
    title="MCP-Mod on means typed in",
    tab="design",
    question="Does the response follow the dose in a trial known from its publication only, such "
    "as phase 2b, and which dose would be enough?",
    requires=("ADSL",),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="dose_finding.md",
    measure="Mean by dose, and the dose for a target difference",
)
