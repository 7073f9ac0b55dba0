"""Responders at a visit: shares, differences, odds ratios and number needed to treat.

Each rule is analysed with missing values as non-response, with observed values
only, and after multiple imputation of the score itself, which is then compared
with the threshold. Differences are stratified; their methods are checked against R
in ``tests/stats``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop import formats
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import imputation_options as by
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import responder_rules as rr
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course, course, trial_of
from sjogren_desktop.analyses.responder_adjusted import adjusted_table
from sjogren_desktop.analyses.responder_counts import (
    HANDLING,
    Line,
    active_arms,
    blocks_of,
    stratum_codes,
    study_term,
)
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVAL, AVISIT, BASE, CHG, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.estimate import Estimate

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

_MOST_LEVELS = 6
_MOST_THRESHOLDS = 40


def _with_response(values: Mapping[str, object]) -> dict[str, object]:
    return {**values, "response": AVAL}


def _visit_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return offered.VISIT.items(study, _with_response(values))


def _last_visit(study: StudyData, values: Mapping[str, object]) -> str | tuple[str, ...]:
    return offered.VISIT.default(study, _with_response(values))


def _strata_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    """Texts of the subject level with few levels."""
    scoped = who.in_scope(who.subjects(study), str(values["study"]))
    return tuple(
        item
        for item in offered.COVARIATES.items(study, values)
        if scoped[item.value].dtype.kind not in "if"
        and scoped[item.value].nunique() <= _MOST_LEVELS
    )


def _default_strata(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(
        i.value for i in _strata_items(study, values) if i.value.upper().startswith("STRAT")
    )


STRATA = Choice(
    "strata",
    "Strata",
    "Differences are taken within these groups and averaged; pooled, the study is one too.",
    _strata_items,
    _default_strata,
    many=True,
    page="cmh.md",
)
"""Also an option of the re-randomisation test."""

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    Choice("visit", offered.VISIT.label, offered.VISIT.help, _visit_items, _last_visit),
    rr.LIMIT,
    rr.RULES,
    STRATA,
    rr.DIRECTION,
    by.IMPUTATIONS,
    *between.EVENT_OPTIONS,
    offered.RECORDS,
    offered.TIMEPOINT,
    by.SEED,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count responders under each rule and handling of missing values."""
    progress(0.05, "Selecting records")
    strata = values["strata"]
    assert isinstance(strata, tuple)
    asked = {
        **values,
        "response": CHG,
        "baseline": True,
        "covariates": strata,
        "method": "bayes",
    }
    _require_change(study, values)
    found = course(study, asked)
    if not found.data.baseline:
        raise AnalysisError(
            f"{found.data.label} has no baseline value, so improvement cannot be told. Choose "
            "another parameter."
        )
    at_visit = found.frame.loc[found.frame[AVISIT] == found.visit].reset_index(drop=True)
    rules = _rules(values)
    progress(0.1, "Imputing the score")
    completed, card, messages = _completed(found, asked, progress)
    progress(0.85, "Comparing arms")
    located = at_visit.rename(columns={USUBJID: who.SUBJECT})
    strategy, _ = between.handled(study, asked, located)
    failed = (strategy == between.COMPOSITE).to_numpy(dtype=bool)
    blocks = blocks_of(at_visit, completed, rules, values, failed=failed)
    stratum = stratum_codes(at_visit, (*study_term(found), *strata))
    level = float(str(values["level"])) / 100
    lines = [Line(found, at_visit, stratum, block, level, strata) for block in blocks]
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {found.visit}",
        study=found.data.study,
        population=found.data.population,
        summary=_summary(found, lines, level),
        tables=(_table(found, lines, level), *adjusted_table(found, lines, level)),
        figures=_figures(found, at_visit, values, level),
        notes=(*found.notes, *messages),
        method=(
            ("Strata", ", ".join((*study_term(found), *strata)) or "none"),
            (
                "Difference of shares",
                "Stratified score limits of Miettinen and Nurminen, and stratified Newcombe "
                "limits; Mantel-Haenszel weights",
            ),
            ("Test", "Cochran-Mantel-Haenszel"),
            ("Odds ratio", "Logistic regression on arm, baseline and strata; Wald limits"),
            (
                "Adjusted difference",
                "Standardised predictions of that regression (g-computation); delta method",
            ),
            (
                "After imputation",
                "Score imputed as missing at random and compared with the threshold; "
                "Mantel-Haenszel difference (variance of Sato) and log odds ratio pooled by "
                "Rubin's rules",
            ),
            *card,
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _require_change(study: StudyData, values: Mapping[str, object]) -> None:
    records = offered.parameter_records(study, str(values["parameter"]))
    if CHG not in records or BASE not in records or not records[CHG].notna().any():
        raise AnalysisError(
            f"{values['parameter']} has no change from baseline (CHG and BASE), so response cannot "
            "be told. Choose another parameter."
        )


def _rules(values: Mapping[str, object]) -> list[rr.Rule]:
    wanted = values["rules"]
    assert isinstance(wanted, tuple)
    known = rr.rules_for(str(values["parameter"]), float(str(values["threshold"])))
    rules = [r for r in known if r.key in wanted]
    if not rules:
        raise AnalysisError("No rule of response is chosen. Tick at least one.")
    return rules


def _completed(
    found: Course, values: Mapping[str, object], progress: Progress
) -> tuple[Floats, tuple[tuple[str, str], ...], tuple[str, ...]]:
    """Return the change at the visit of every subject in every data set, (M, N)."""
    from sjogren_desktop.stats import imputation as im

    trial = trial_of(found)
    draws = by.draw(trial, values, progress)
    imputed = im.impute(
        trial,
        draws,
        seed=by.whole(values, "seed") + 1,
        visits=[found.visit],
        progress=by.within(progress, 0.7, 0.85, "Imputing the score"),
    )
    completed = imputed.completed(trial.n_visits - 1)
    place = {s: i for i, s in enumerate(trial.subjects)}
    at_visit = found.frame.loc[found.frame[AVISIT] == found.visit, USUBJID]
    order = [place[s] for s in at_visit]
    return completed[:, order], draws.method_card, draws.messages


def _interval(estimate: object, lower: object, upper: object, scale: float, decimals: int) -> Cell:
    values = (mt.number(estimate), mt.number(lower), mt.number(upper))
    names = ("estimate", "lower", "upper")
    return Cell(
        tuple(
            Stat(n, None if v is None else scale * v, decimals)
            for n, v in zip(names, values, strict=True)
        ),
        "{0} ({1}, {2})",
    )


def _needed(difference: Estimate) -> Cell:
    """Return the number needed to treat with its interval."""
    from sjogren_desktop.stats.proportions import number_needed

    found = number_needed(difference)
    estimate, low, high = (float(np.asarray(v)) for v in (found.estimate, found.lower, found.upper))
    if found.through_infinity:
        stats = (Stat("estimate", estimate, 1), Stat("upper", high, 1), Stat("lower", low, 1))
        return Cell(stats, "{0} ({1} to ∞, -∞ to {2})")
    stats = (Stat("estimate", estimate, 1), Stat("lower", low, 1), Stat("upper", high, 1))
    return Cell(stats, "{0} ({1}, {2})")


def _comparison(line: Line, arm: str, reference: str) -> list[Cell | None]:
    """Return difference by two methods, p, odds ratio and number needed."""
    if line.block.handling == "mi":
        pooled = line.pooled(arm, reference)
        d, r = pooled["difference"], pooled["log_odds_ratio"]
        # What Rubin's rules give is an estimate with limits; the number needed follows.
        from sjogren_desktop.stats.estimate import Estimate

        as_estimate = Estimate(
            "risk difference",
            "rubin",
            line.level,
            d["estimate"],
            d["lower"],
            d["upper"],
        )
        ratio = tuple(float(np.exp(r[k])) for k in ("estimate", "lower", "upper"))
        return [
            _interval(d["estimate"], d["lower"], d["upper"], 100, 1),
            None,
            mt.one(Stat("p_value", mt.number(d["p_value"]))),
            _interval(ratio[0], ratio[1], ratio[2], 1, 2),
            _needed(as_estimate),
        ]
    score = line.difference(arm, reference, "miettinen_nurminen")
    newcombe = line.difference(arm, reference, "newcombe")
    odds = line.odds.get(arm)
    return [
        _interval(score.estimate, score.lower, score.upper, 100, 1),
        Cell(
            (
                Stat("lower", _percent(newcombe.lower), 1),
                Stat("upper", _percent(newcombe.upper), 1),
            ),
            "({0}, {1})",
        ),
        mt.one(Stat("p_value", mt.number(line.test(arm, reference)))),
        None if odds is None else _interval(odds[0], odds[1], odds[2], 1, 2),
        _needed(newcombe),
    ]


def _percent(value: object) -> float | None:
    number = mt.number(value)
    return None if number is None else 100 * number


def _table(found: Course, lines: list[Line], level: float) -> Table:
    columns = [
        Column(f"{mt.arm_header(found.data, a)}\nn/N (%)", {"ARM": a}) for a in found.data.arms
    ]
    for arm in active_arms(found):
        head = f"{arm}\nminus {found.data.reference}"
        key = {"ARM": arm, "REFERENCE": found.data.reference}
        for part in (
            f"Difference in % ({mt.interval_header(level)})",
            f"Newcombe {mt.interval_header(level)}",
            "p value",
            f"Odds ratio ({mt.interval_header(level)})",
            f"Number needed ({mt.interval_header(level)})",
        ):
            columns.append(Column(f"{head}\n{part}", key))
    rows = []
    for line in lines:
        cells: list[Cell | None] = [_share_cell(line, arm) for arm in found.data.arms]
        for arm in active_arms(found):
            cells += _comparison(line, arm, found.data.reference)
        rows.append(
            Row(
                (line.block.rule.label, HANDLING[line.block.handling]),
                tuple(cells),
                {
                    "RULE": line.block.rule.key,
                    "HANDLING": line.block.handling,
                    "PARAMCD": found.data.parameter,
                    "AVISIT": found.visit,
                },
            )
        )
    return Table(
        "responders",
        f"{found.data.label}: responders at {found.visit}",
        ("Response", "Missing values"),
        tuple(columns),
        tuple(rows),
        (
            "Difference: share of responders minus that of the reference arm, in percentage "
            "points, stratified (Miettinen and Nurminen; after imputation Mantel-Haenszel by "
            "Rubin's rules).",
            "Number needed: patients to treat for one more responder, with Newcombe limits (after "
            "imputation, limits of the difference); negative numbers mean fewer responders. Where "
            "the difference may be zero, the interval goes through infinity.",
            "p values: Cochran-Mantel-Haenszel test (after imputation, of the pooled difference); "
            "two-sided, not adjusted for multiple comparisons.",
        ),
    )


def _share_cell(line: Line, arm: str) -> Cell:
    total = float(line.totals[arm].sum(axis=1)[0])
    if line.block.handling == "mi":
        return Cell((Stat("percent", 100 * line.share(arm)),), "{0}")
    events = int(line.events[arm].sum())
    percent = 100 * events / total if total else None
    return Cell(
        (Stat("responders", events), Stat("subjects", int(total)), Stat("percent", percent)),
        "{0}/{1} ({2})",
        line.responders[arm],
    )


def _figures(
    found: Course, at_visit: pd.DataFrame, values: Mapping[str, object], level: float
) -> tuple[LineFigure, LineFigure]:
    """Return the share that improves by at least x, and its difference between arms."""
    from sjogren_desktop.stats.proportions import risk_difference

    sign = -1.0 if values["direction"] == "lower" else 1.0
    improvement = sign * at_visit[CHG].to_numpy(dtype=np.float64)
    arm = at_visit[TRTP].astype(str).to_numpy()
    seen = np.unique(improvement[~np.isnan(improvement)])
    if len(seen) > _MOST_THRESHOLDS:
        low, high = np.quantile(improvement[~np.isnan(improvement)], [0.01, 0.99])
        within = seen[(seen >= low) & (seen <= high)]
        seen = within[:: -(-len(within) // _MOST_THRESHOLDS)]
    total = {a: float((arm == a).sum()) for a in found.data.arms}
    # A missing value is no improvement of any size.
    reached = {
        a: np.array([(improvement[arm == a] >= x - 1e-9).sum() for x in seen], dtype=np.float64)
        for a in found.data.arms
    }
    x = tuple(float(v) for v in seen)
    keys = at_visit[USUBJID].to_numpy()
    share = tuple(
        Series(
            a,
            found.data.styles[a],
            x,
            tuple(float(100 * n / total[a]) for n in reached[a]),
            subjects=tuple(who.named(keys[(arm == a) & (improvement >= t - 1e-9)]) for t in seen),
        )
        for a in found.data.arms
    )
    gaps = []
    for a in active_arms(found):
        r = found.data.reference
        d = risk_difference(
            reached[a], total[a], reached[r], total[r], method="newcombe", level=level
        )
        parts = (np.asarray(v) * 100 for v in (d.estimate, d.lower, d.upper))
        y, lower, upper = (tuple(float(v) for v in part) for part in parts)
        gaps.append(Series(f"{a} minus {r}", found.data.styles[a], x, y, lower, upper))
    label = f"Improvement in {found.data.label} of at least"
    return (
        LineFigure(
            "distribution",
            f"{found.data.label} at {found.visit}: share that improves by at least so much",
            label,
            "Share of subjects (%)",
            share,
            caption=("Subjects without a value count as not improved.",),
        ),
        LineFigure(
            "distribution_difference",
            f"{found.data.label} at {found.visit}: difference of these shares",
            label,
            "Difference (percentage points)",
            tuple(gaps),
            reference_y=0.0,
            caption=(
                f"Bars: Newcombe {mt.interval_header(level)}, not stratified, one threshold at a "
                "time. Subjects without a value count as not improved.",
            ),
        ),
    )


def _summary(found: Course, lines: list[Line], level: float) -> str:
    first = lines[0]
    sentences = [
        f"{found.data.label}, {first.block.rule.label.lower()} at {found.visit}, missing values as "
        "non-response:"
    ]
    reference = found.data.reference
    for arm in active_arms(found):
        difference = _comparison(first, arm, reference)[0]
        p = formats.stat(Stat("p_value", mt.number(first.test(arm, reference))))
        assert difference is not None
        sentences.append(
            f"{arm} {formats.percent(100 * first.share(arm))}%, {reference} "
            f"{formats.percent(100 * first.share(reference))}%, difference "
            f"{formats.cell(difference)} points ({mt.interval_header(level)}; "
            f"p {'' if p[0] in '<>' else '= '}{p})."
        )
    return " ".join(sentences)


SPEC = Analysis(
    key="responders",
    title="Responders",
    tab="analysis",
    question="How many patients improve by an amount that matters, and how many more than under "
    "the reference treatment?",
    measure="Difference of the shares of responders; odds ratio; number needed to treat",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="responders.md",
    compares_arms=True,
)
