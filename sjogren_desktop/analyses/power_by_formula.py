"""Power, sample size and assurance of the next trial by formula.

Four analyses of the same trial side by side: the mixed model with drop-out (Lu,
Luo and Chen 2008), ANCOVA and the unadjusted change at the last visit, and
responders. Covariance, losses and rates are those of the open study
(:mod:`.trial_basis`) unless given. Method page ``power_by_formula.md``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import next_trial_options as asked
from sjogren_desktop.analyses import trial_basis as source
from sjogren_desktop.analyses.next_trial import scopes
from sjogren_desktop.analyses.power_methods import METHODS, Assumed, Method, sd_given_baseline
from sjogren_desktop.analyses.responder_rules import DIRECTION, LIMIT
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.analyses.trial_basis import Basis, Floats, basis_of
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.stats.power_mmrm import (
    assurance,
    difference_error,
)
from sjogren_desktop.stats.trial_simulation import losses
from sjogren_desktop.study.data import StudyData

_NAMED = {o.key: o for o in asked.OPTIONS}
_TARGETS = (0.8, 0.9)

OPTIONS: tuple[Option, ...] = (
    *source.SOURCE_OPTIONS,
    source.ENRICH,
    *(
        _NAMED[key]
        for key in ("first_arm", "total", "ratio_first", "effect_source", "difference_first")
    ),
    Number(
        "sd",
        "SD given baseline, given",
        "Standard deviation at the last visit given baseline; scales the study's covariance. 0: as "
        "in this study.",
        0,
        0,
        1000,
        decimals=2,
    ),
    _NAMED["loss_source"],
    _NAMED["lost"],
    LIMIT,
    _NAMED["rule"],
    Number(
        "rate_reference",
        "Responders on the reference, given (%)",
        "0: as in this study, patients without a value as non-responders.",
        0,
        0,
        99,
        decimals=1,
    ),
    Number(
        "rate_first",
        "Responders on treatment, given (%)",
        "0: as in this study, patients without a value as non-responders.",
        0,
        0,
        99,
        decimals=1,
    ),
    Number(
        "uncertainty",
        "Uncertainty of the difference",
        "Standard deviation of what the true difference may be, for the assurance. 0: the standard "
        "error with which this study estimated it.",
        0,
        0,
        1000,
        decimals=2,
    ),
    DIRECTION,
    _NAMED["alpha"],
    *source.FURTHER_OPTIONS,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compute power, sizes and assurance."""
    progress(0.1, "Estimating from the study")
    basis = basis_of(study, values)
    assumed, notes = _assumed(study, basis, values)
    total = _number(values, "total")
    progress(0.8, "Computing power")
    data = basis.data
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {data.label}",
        study=data.study,
        population=data.population,
        summary=_summary(assumed, total, values, data.decimals),
        tables=(
            _methods_table(assumed, total),
            _sizes_table(assumed, data.decimals),
            _assurance_table(assumed, total, data.decimals),
            _assumed_table(assumed, str(values["first_arm"]), data.reference, data.decimals),
        ),
        figures=(_by_size(assumed, total), _by_difference(assumed, total)),
        notes=(*notes, *basis.notes),
        method=(
            ("Mixed model", "Lu, Luo and Chen 2008, noncentral t; covariance of the study"),
            ("ANCOVA, change", "Noncentral t of two means, patients seen at the last visit only"),
            ("Responders", "z test of two proportions; missing as non-responders"),
            ("Assurance", "Power averaged over a normal distribution of the true difference"),
            ("Alpha", f"{formats.fixed(assumed.alpha, 3)}, two-sided"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _number(values: Mapping[str, object], key: str) -> float:
    return float(str(values[key]))


def _assumed(
    study: StudyData, basis: Basis, values: Mapping[str, object]
) -> tuple[Assumed, list[str]]:
    arm, reference = str(values["first_arm"]), basis.data.reference
    better = 1.0 if values["direction"] == "higher" else -1.0
    notes: list[str] = []
    covariance, sd = basis.covariance, _number(values, "sd")
    if sd > 0:
        covariance = covariance * sd**2 / covariance[-1, -1]
    loss = _number(values, "lost") / 100
    given = values["loss_source"] == "given"
    lost = [loss if given else basis.lost[a] for a in (reference, arm)]
    kept = np.cumprod(1.0 - losses(lost, basis.pattern), axis=1)
    spread = (basis.slope[-1] - 1.0) ** 2 * float(np.var(basis.start))
    found = source.responder_rates(study, basis, values)
    asked_rates = [_number(values, "rate_first") / 100, _number(values, "rate_reference") / 100]
    rates = [a or f for a, f in zip(asked_rates, found, strict=True)]
    if rates[0] <= rates[1] or min(rates) <= 0 or max(rates) >= 1:
        notes.append(
            f"Responders: {formats.percent(100 * rates[0])}% against "
            f"{formats.percent(100 * rates[1])}% gives their test nothing to find."
        )
    return (
        Assumed(
            _difference(basis, values, arm, better),
            covariance,
            kept,
            float(np.sqrt(covariance[-1, -1] + spread)),
            (rates[0], rates[1]),
            _number(values, "alpha"),
            _number(values, "ratio_first"),
            _number(values, "uncertainty") or float(basis.errors[arm][-1]),
        ),
        notes,
    )


def _difference(basis: Basis, values: Mapping[str, object], arm: str, better: float) -> float:
    if values["effect_source"] == "null":
        raise AnalysisError("Power needs a difference. Choose another effect.")
    if values["effect_source"] == "given":
        difference = better * _number(values, "difference_first")
    else:
        difference = float(basis.effects[arm][-1])
    if better * difference <= 0:
        shown = formats.fixed(difference, basis.data.decimals + 2)
        raise AnalysisError(
            f"{arm} is not better than {basis.data.reference} at the last visit (difference "
            f"{shown}), so there is nothing to plan for. Give a difference."
        )
    return difference


# --- tables -----------------------------------------------------------------


def _estimable(compute: Callable[[], float]) -> float | None:
    """Return a number, or None where a formula has no answer."""
    try:
        return compute()
    except AnalysisError:
        return None


def _total_needed(method: Method, assumed: Assumed, power: float) -> float | None:
    """Return the patients to randomise, whole patients in each group."""
    if method.name == METHODS[-1].name and assumed.rates[0] <= assumed.rates[1]:
        return None

    def total() -> float:
        first, second = method.size(assumed, power).rounded
        if not method.seen_only:
            return float(first + second)
        # Those seen at the last visit are as many as the formula asks for.
        seen = (first / assumed.kept[1, -1], second / assumed.kept[0, -1])
        return float(sum(int(np.ceil(n - 1e-9)) for n in seen))

    return _estimable(total)


def _power(method: Method, assumed: Assumed, total: float) -> float | None:
    if method.name == METHODS[-1].name and assumed.rates[0] <= assumed.rates[1]:
        return None
    return _estimable(lambda: 100 * method.power(assumed, total))


def _methods_table(assumed: Assumed, total: float) -> Table:
    rows = []
    for method in METHODS:
        cells: list[Cell | None] = [mt.one(Stat("percent", _power(method, assumed, total)))]
        for target in _TARGETS:
            n = _total_needed(method, assumed, target)
            cells.append(mt.one(Stat("n", None if n is None else int(n))))
        rows.append(Row((method.name,), tuple(cells), {"METHOD": method.name}))
    return Table(
        "methods",
        "Power and size by analysis",
        ("Analysis",),
        (
            Column(f"Power (%) with\n{round(total)} randomised", {"TOTAL": total}),
            *(Column(f"Randomised for\n{100 * t:g}%", {"POWER": t}) for t in _TARGETS),
        ),
        tuple(rows),
        (
            "Numbers are of both arms together, losses included. NE: a formula has no answer, as "
            "where responders do not differ in the right direction.",
        ),
    )


def _sizes_table(assumed: Assumed, decimals: int) -> Table:
    """Return patients for 90% by difference and standard deviation."""
    sd = float(np.sqrt(assumed.covariance[-1, -1]))
    sds = [sd * f for f in (0.8, 0.9, 1.0, 1.1, 1.2)]
    rows = []
    for factor in (0.6, 0.8, 1.0, 1.2, 1.4):
        difference = assumed.difference * factor
        cells = []
        for one in sds:
            scaled = replace(
                assumed, difference=difference, covariance=assumed.covariance * (one / sd) ** 2
            )
            n = _total_needed(METHODS[0], scaled, 0.9)
            cells.append(mt.one(Stat("n", None if n is None else int(n))))
        label = formats.fixed(difference, decimals + 2)
        rows.append(Row((label,), tuple(cells), {"DIFFERENCE": difference}))
    return Table(
        "sizes",
        "Patients for 90% power, mixed model",
        ("Difference",),
        tuple(Column(f"SD {formats.fixed(s, decimals + 2)}", {"SD": s}) for s in sds),
        tuple(rows),
        ("SD: standard deviation at the last visit given baseline.",),
    )


def _assurance_table(assumed: Assumed, total: float, decimals: int) -> Table:
    rows = []
    for factor in (0.0, 0.5, 1.0, 1.5, 2.0):
        spread = factor * assumed.uncertainty
        cells = []
        for share in (0.5, 1.0, 1.5, 2.0):
            n_first, n_second = assumed.sizes(total * share)
            error = difference_error(*assumed.groups, n_first=n_first, n_second=n_second)
            value = assurance(assumed.difference, spread, error, alpha=assumed.alpha)
            cells.append(mt.one(Stat("percent", 100 * value)))
        rows.append(
            Row((formats.fixed(spread, decimals + 2),), tuple(cells), {"UNCERTAINTY": spread})
        )
    return Table(
        "assurance",
        "Assurance of the mixed model (%)",
        ("Uncertainty (SD)",),
        tuple(
            Column(f"{round(total * s)}\nrandomised", {"TOTAL": total * s})
            for s in (0.5, 1.0, 1.5, 2.0)
        ),
        tuple(rows),
        (
            "Assurance: power averaged over what the true difference may be, normal around the "
            "difference assumed. With uncertainty 0 it is the power (normal approximation). "
            "However large the trial, it stays below the probability that the difference is in "
            "the right direction.",
        ),
    )


def _assumed_table(assumed: Assumed, arm: str, reference: str, decimals: int) -> Table:
    lines = (
        ("Difference at the last visit", Stat("difference", assumed.difference, decimals + 2)),
        ("SD given baseline", Stat("sd", sd_given_baseline(assumed), decimals + 2)),
        ("SD of the change", Stat("sd", assumed.sd_change, decimals + 2)),
        (f"Seen at the last visit, {arm} (%)", Stat("percent", 100 * float(assumed.kept[1, -1]))),
        (
            f"Seen at the last visit, {reference} (%)",
            Stat("percent", 100 * float(assumed.kept[0, -1])),
        ),
        (f"Responders, {arm} (%)", Stat("percent", 100 * assumed.rates[0])),
        (f"Responders, {reference} (%)", Stat("percent", 100 * assumed.rates[1])),
        ("Uncertainty of the difference (SD)", Stat("sd", assumed.uncertainty, decimals + 2)),
    )
    return Table(
        "assumed",
        "What was assumed",
        ("Quantity",),
        (Column("Value"),),
        tuple(Row((label,), (mt.one(stat),), {"QUANTITY": label}) for label, stat in lines),
    )


# --- figures ----------------------------------------------------------------


def _by_size(assumed: Assumed, total: float) -> LineFigure:
    totals = np.unique(np.linspace(total / 10, 2 * total, 20).round())
    series = []
    for i, method in enumerate(METHODS):
        powers = [_power(method, assumed, float(n)) for n in totals]
        series.append(_series(method, i, totals, powers))
    return LineFigure(
        "power_by_size",
        "Power by number of patients",
        "Patients randomised, both arms",
        "Power (%)",
        tuple(s for s in series if s.x),
        reference_y=80.0,
        caption=("Dashed line: 80%.",),
    )


def _by_difference(assumed: Assumed, total: float) -> LineFigure:
    differences = abs(assumed.difference) * np.linspace(0.1, 2.0, 20)
    series = []
    for i, method in enumerate(METHODS[:-1]):
        powers = [_power(method, replace(assumed, difference=float(d)), total) for d in differences]
        series.append(_series(method, i, differences, powers))
    return LineFigure(
        "power_by_difference",
        f"Power by true difference, {round(total)} patients",
        "Difference from the reference, points better",
        "Power (%)",
        tuple(series),
        reference_y=80.0,
        caption=("Dashed line: 80%.",),
    )


def _series(method: Method, style: int, x: Floats, powers: Sequence[float | None]) -> Series:
    points = [(float(at), p) for at, p in zip(x, powers, strict=True) if p is not None]
    at, found = tuple(a for a, _ in points), tuple(p for _, p in points)
    return Series(method.name, style, at, found, curve=True)


def _summary(assumed: Assumed, total: float, values: Mapping[str, object], decimals: int) -> str:
    power = _power(METHODS[0], assumed, total)
    needed = _total_needed(METHODS[0], assumed, 0.9)
    responders = _total_needed(METHODS[-1], assumed, 0.9)
    shown = "not known" if power is None else f"{formats.percent(power)}%"
    n_first, n_second = assumed.sizes(total)
    error = difference_error(*assumed.groups, n_first=n_first, n_second=n_second)
    sure = 100 * assurance(assumed.difference, assumed.uncertainty, error, alpha=assumed.alpha)
    text = (
        f"With {round(total)} patients and a true difference of "
        f"{formats.fixed(assumed.difference, decimals + 2)}, {values['first_arm']} has a power of "
        f"{shown} by the mixed model; allowing for the uncertainty of the difference, "
        f"{formats.percent(sure)}% (assurance)."
    )
    if needed is not None:
        text += f" 90% power takes {int(needed)} patients"
        text += f", by responders {int(responders)}." if responders is not None else "."
    return text


SPEC = Analysis(
    key="power_by_formula",
    title="Power and sample size",
    tab="design",
    question="How many patients does the next trial need, and how sure is success if the true "
    "difference is not known exactly?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="power_by_formula.md",
    measure="Difference of adjusted means, and of the shares of responders, in a planned trial",
    compares_arms=True,
)
