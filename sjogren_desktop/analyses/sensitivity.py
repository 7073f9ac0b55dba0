"""The same question under every assumption and every strategy, side by side.

Rows are assumptions on missing values: observed values alone, a mixed model without
imputation, and multiple imputation under missing at random and under the
reference-based strategies; then, imputed under missing at random, each strategy of
ICH E9(R1) for all intercurrent events. The imputation is checked against R's rbmi in
``tests/stats/test_imputation_reference.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import imputation_options as by
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course, course, trial_of
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import ForestFigure, ForestRow
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Doing,
    Progress,
    Result,
    Row,
    Stat,
    Table,
)
from sjogren_desktop.study.data import AVISIT, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.imputation import Draws, Trial

OBSERVED, MMRM = "OBSERVED", "MMRM"
ASSUMPTIONS = {
    OBSERVED: "Observed values only (ANCOVA)",
    MMRM: "Mixed model, no imputation (MMRM)",
    "MAR": "Missing at random (MAR)",
    "JR": "Jump to reference (J2R)",
    "CR": "Copy reference (CR)",
    "CIR": "Copy increments in reference (CIR)",
    "LMCF": "Last mean carried forward (LMCF)",
    between.POLICY: "All events: treatment policy (MAR)",
    between.HYPOTHETICAL: "All events: hypothetical (MAR)",
    between.COMPOSITE: "All events: composite (MAR)",
    between.WHILE: "All events: while on treatment (MAR)",
}
_STRATEGIES = tuple(between.STRATEGIES)
_MEANING = {
    OBSERVED: "subjects with a value at the visit stand for those without",
    MMRM: "those without a value go on as similar subjects of their arm (likelihood)",
    "MAR": "those without a value go on as similar subjects of their arm",
    "JR": "after the last value, subjects have the mean course of the reference arm",
    "CR": "subjects without later values follow the reference arm from the beginning",
    "CIR": "after the last value, changes are those of the reference arm",
    "LMCF": "after the last value, the mean of the own arm at that visit stays",
    **{key: f"{text[:1].lower()}{text[1:]}" for key, text in between.STRATEGIES.items()},
}


def _assumption_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in ASSUMPTIONS.items())


def _all_assumptions(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(ASSUMPTIONS)


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    offered.BASELINE,
    Choice(
        "assumptions",
        "Assumptions",
        "What is assumed of missing values, and how events count; one row of the table each.",
        _assumption_items,
        _all_assumptions,
        many=True,
    ),
    by.METHOD,
    by.IMPUTATIONS,
    *between.EVENT_OPTIONS,
    offered.COVARIATES,
    offered.RECORDS,
    offered.TIMEPOINT,
    by.BY_ARM,
    by.SEED,
    mt.WEIGHTS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Repeat the comparison under each assumption."""
    progress(0.05, "Selecting records")
    found = course(study, values)
    wanted = values["assumptions"]
    assert isinstance(wanted, tuple)
    if not wanted:
        raise AnalysisError("No assumption is chosen. Tick at least one.")
    lines, card, notes = _lines(found, values, wanted, progress)
    more, said = _by_strategy(study, values, [w for w in _STRATEGIES if w in wanted], progress)
    lines |= more
    notes += said
    if not lines:
        raise AnalysisError(" ".join(notes))
    progress(0.95, "Writing tables")
    level = float(str(values["level"])) / 100
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {found.visit}",
        study=found.data.study,
        population=found.data.population,
        summary=_summary(found, lines, level),
        tables=(_table(found, values, lines, level), _missing_table(found)),
        figures=tuple(_figure(found, lines, level, arm) for arm in _active(found)),
        notes=(*found.notes, *notes),
        method=(
            ("Analysis", f"ANCOVA at {found.visit}: {found.analysis_formula}"),
            *card,
            ("Event visit", "The first visit after the last value that counts"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


Lines = dict[tuple[str, str], "pd.Series"]
"""Estimates by assumption and arm."""


def _lines(
    found: Course, values: Mapping[str, object], wanted: tuple[object, ...], progress: Progress
) -> tuple[Lines, tuple[tuple[str, str], ...], list[str]]:
    """Return the comparisons under each assumption, the method card and notes."""

    lines: Lines = {}
    notes: list[str] = []
    card: tuple[tuple[str, str], ...] = ()
    level = float(str(values["level"])) / 100
    for name, fit in ((OBSERVED, _observed), (MMRM, _mixed)):
        if name in wanted:
            progress(0.05, Doing(ASSUMPTIONS[name]))
            frame, said = fit(
                found, values, level, partial(progress, 0.05, Doing(ASSUMPTIONS[name]))
            )
            notes += said
            for _, line in frame.iterrows():
                lines[name, str(line["level"])] = line
    strategies = [str(w) for w in wanted if w not in (OBSERVED, MMRM, *_STRATEGIES)]
    if strategies:
        trial = trial_of(found, covariance_by_arm=bool(values["covariance_by_arm"]))
        # Nothing counts after the event, so one fit serves every strategy.
        draws = by.draw(trial, values, progress)
        card = draws.method_card
        notes += draws.messages
        for i, name in enumerate(strategies):
            share = 0.1 / len(strategies)
            start = 0.7 + i * share
            doing = Doing("Imputing: {name}", name=Doing(ASSUMPTIONS[name]))
            report = by.within(progress, start, start + share, doing)
            lines |= _imputed(found, values, name, _under(trial, name, notes), draws, report)
    return lines, card, notes


def _imputed(
    found: Course,
    values: Mapping[str, object],
    name: str,
    trial: Trial,
    draws: Draws,
    progress: Callable[[float], None],
) -> Lines:
    """Return the pooled comparisons of one row."""
    from sjogren_desktop.stats import imputation as im

    seed, visits = by.whole(values, "seed") + 1, [found.visit]
    imputed = im.impute(trial, draws, seed=seed, visits=visits, progress=progress)
    estimates = im.analyse_ancova(
        imputed, found.analysis_formula, visits=visits, weights=mt.weights_of(values)
    )
    pooled = im.pool(estimates, level=float(str(values["level"])) / 100)
    chosen = pooled.loc[pooled["quantity"] == "difference"]
    return {(name, str(line["arm"])): line for _, line in chosen.iterrows()}


def _by_strategy(
    study: StudyData, values: Mapping[str, object], wanted: list[str], progress: Progress
) -> tuple[Lines, list[str]]:
    """Return the comparisons with one strategy for all events, and what could not be done."""
    people = who.in_scope(who.subjects(study), str(values["study"]))
    if wanted and not between.find_events(study, people)["DATE"].notna().any():
        return {}, [
            "No intercurrent event with a date was found, so rows by strategy would not differ."
        ]
    lines: Lines = {}
    notes = []
    for i, name in enumerate(wanted):
        start, share = 0.8 + 0.15 * i / len(wanted), 0.15 / len(wanted)
        report = by.within(progress, start, start + share, Doing(ASSUMPTIONS[name]))
        asked = {**values, **{o.key: name for o in between.EVENT_OPTIONS}}
        try:
            found = course(study, asked)
            trial = trial_of(found, covariance_by_arm=bool(values["covariance_by_arm"]))

            def told(fraction: float, _: str, report: Callable[[float], None] = report) -> None:
                report(fraction)

            draws = by.draw(trial, asked, told)
            lines |= _imputed(found, asked, name, trial, draws, report)
        except AnalysisError as error:
            notes.append(f"{ASSUMPTIONS[name]} could not be computed. {error}")
    return lines, notes


def _under(trial: Trial, name: str, notes: list[str]) -> Trial:
    """Return the trial under a strategy; no mean can be carried forward from no value."""
    if name != "LMCF":
        return trial.with_strategy(name)
    has_value = trial.before_event.any(axis=1)
    if not has_value.all():
        notes.append(
            f"{ASSUMPTIONS[name]}: {int((~has_value).sum())} subjects without any value have no "
            "mean to carry forward and are imputed as missing at random."
        )
    return trial.with_strategy(
        {str(s): name for s, has in zip(trial.subjects, has_value, strict=True) if has}
    )


def _observed(
    found: Course, values: Mapping[str, object], level: float, watch: Callable[[], None]
) -> tuple[pd.DataFrame, list[str]]:
    from sjogren_desktop.stats.ancova import fit_ancova

    at_visit = found.frame.loc[found.frame[AVISIT] == found.visit]
    at_visit = at_visit.loc[at_visit[found.data.response].notna()]
    fit = fit_ancova(found.analysis_formula, at_visit)
    return fit.contrasts([TRTP], reference=found.data.reference, level=level), list(fit.messages)


def _mixed(
    found: Course, values: Mapping[str, object], level: float, watch: Callable[[], None]
) -> tuple[pd.DataFrame, list[str]]:
    from sjogren_desktop.stats.mmrm import fit_mmrm

    data = found.frame.loc[found.frame[found.data.response].notna()]
    fit = fit_mmrm(
        f"{found.imputation_formula} + us({AVISIT} | {USUBJID})",
        data,
        df_method="kenward-roger-linear",
        watch=watch,
    )
    watch()
    several = len(found.data.visits) > 1
    lines = fit.contrasts(
        [TRTP],
        by=[AVISIT] if several else None,
        reference=found.data.reference,
        weights=mt.weights_of(values),
        level=level,
    )
    if several:
        lines = lines.loc[lines[AVISIT] == found.visit]
    return lines, [m for m in fit.messages if "left out" not in m]


def _active(found: Course) -> list[str]:
    return [a for a in found.data.arms if a != found.data.reference]


def _cells(line: pd.Series | None, decimals: int) -> list[Cell | None]:
    """Return difference with SE, interval, df, p and Monte Carlo error."""
    if line is None:
        return [None] * 5
    error = mt.number(line["mc_error"]) if "mc_error" in line else None
    df = mt.number(line["df"])
    finite = df is not None and df < 1e9
    return [
        *mt.effect_cells(line.to_dict(), decimals),
        mt.one(Stat("df", df)) if finite else None,
        mt.one(Stat("p_value", mt.number(line["p_value"]))),
        None if error is None else mt.one(Stat("mc_error", error, decimals + 3)),
    ]


def _shown(lines: Lines) -> list[str]:
    return [name for name in ASSUMPTIONS if any(key[0] == name for key in lines)]


def estimand_line(found: Course, values: Mapping[str, object], assumption: str) -> str:
    """Return the estimand of one row in words: the five attributes of ICH E9(R1)."""
    arms = " or ".join(_active(found))
    return (
        f"{assumption}. Population: {found.data.population}. Treatment: {arms} against "
        f"{found.data.reference}. Variable: {found.data.response_label} at {found.visit}. "
        f"Intercurrent events: {between.strategies_text(values)}. Summary: difference of "
        "adjusted means."
    )


def _table(found: Course, values: Mapping[str, object], lines: Lines, level: float) -> Table:
    columns = []
    for arm in _active(found):
        head = f"{arm}\nminus {found.data.reference}"
        for part in (
            "Difference (SE)",
            mt.interval_header(level),
            "df",
            "p value",
            "Monte Carlo error",
        ):
            key = {"ARM": arm, "REFERENCE": found.data.reference}
            columns.append(Column(f"{head}\n{part}", key))
    rows = []
    for name in _shown(lines):
        cells: list[Cell | None] = []
        for arm in _active(found):
            cells += _cells(lines.get((name, arm)), found.data.decimals)
        key = {"ASSUMPTION": name, "PARAMCD": found.data.parameter, "AVISIT": found.visit}
        rows.append(Row((ASSUMPTIONS[name],), tuple(cells), key))
    meanings = [f"{ASSUMPTIONS[n]}: {_MEANING[n]}." for n in _shown(lines)]
    same = "Estimand of '{}': the same, but for every intercurrent event the strategy {}."
    meanings += [
        same.format(ASSUMPTIONS[n], between.SHORT[n]) for n in _shown(lines) if n in _STRATEGIES
    ]
    return Table(
        "sensitivity",
        f"{found.data.response_label} at {found.visit}: differences under each assumption",
        ("Assumption",),
        tuple(columns),
        tuple(rows),
        (
            estimand_line(found, values, "Estimand of every row but those of all events"),
            *meanings,
            "Rows differ in what is assumed of missing values and in how events count. p values "
            "are two-sided and not adjusted for multiple comparisons. Monte Carlo error: standard "
            "error of the difference from the number of imputations alone.",
        ),
    )


def _missing_table(found: Course) -> Table:
    """Return how many values at the visit are observed and imputed, by arm."""
    at_visit = found.frame.loc[found.frame[AVISIT] == found.visit]
    missing = at_visit[found.data.response].isna()
    later = found.frame.loc[found.frame[found.data.response].notna()]
    seen = set(later[USUBJID])
    columns = tuple(Column(mt.arm_header(found.data, a), {"ARM": a}) for a in found.data.arms)
    of_arm = {a: at_visit[TRTP] == a for a in found.data.arms}
    never = ~at_visit[USUBJID].isin(seen)
    rows = (
        ("Subjects analysed", of_arm),
        ("With a value that counts", {a: m & ~missing for a, m in of_arm.items()}),
        ("Imputed", {a: m & missing for a, m in of_arm.items()}),
        ("Imputed without any value", {a: m & never for a, m in of_arm.items()}),
    )
    return Table(
        "imputed",
        f"Values at {found.visit} by how they came about",
        ("Values",),
        columns,
        tuple(
            Row(
                (label,),
                tuple(
                    who.count_cell(at_visit.loc[chosen[a], USUBJID], "count")
                    for a in found.data.arms
                ),
                {"ROW": label},
            )
            for label, chosen in rows
        ),
        ("N is the number of subjects of the population.",),
    )


def _figure(found: Course, lines: Lines, level: float, arm: str) -> ForestFigure:
    """Return the difference of one arm under each assumption."""
    compared = found.people[TRTP].isin([arm, found.data.reference])
    people = who.named(found.people.loc[compared, USUBJID])
    rows = []
    for name in _shown(lines):
        line = lines.get((name, arm))
        cells = _cells(line, found.data.decimals)
        if line is None or cells[0] is None or cells[1] is None:
            continue
        p = formats.stat(Stat("p_value", mt.number(line["p_value"])))
        rows.append(
            ForestRow(
                ASSUMPTIONS[name],
                estimate=mt.number(line["estimate"]),
                lower=mt.number(line["lower"]),
                upper=mt.number(line["upper"]),
                text=f"{formats.stat(cells[0].stats[0])} {formats.cell(cells[1])}, p {_p(p)}",
                style=found.data.styles[arm],
                subjects=people,
            )
        )
    return ForestFigure(
        f"sensitivity_{found.data.styles[arm]}",
        f"{found.data.response_label} at {found.visit}: {arm} under every assumption",
        f"Difference from {found.data.reference} ({mt.interval_header(level)})",
        tuple(rows),
        caption=(f"Points: differences of adjusted means. Bars: {mt.interval_header(level)}.",),
    )


def _p(text: str) -> str:
    return text if text[0] in "<>" else f"= {text}"


def _summary(found: Course, lines: Lines, level: float) -> str:
    sentences = []
    for arm in _active(found):
        mine = {n: lines[n, arm] for n in _shown(lines) if (n, arm) in lines}
        low = min(mine, key=lambda n: float(mine[n]["estimate"]))
        high = max(mine, key=lambda n: float(mine[n]["estimate"]))
        decimals = found.data.decimals + 1
        shown = [
            f"{formats.fixed(float(mine[n]['estimate']), decimals)} ({ASSUMPTIONS[n]})"
            for n in (low, high)
        ]
        below = sum(float(line["p_value"]) < 1 - level for line in mine.values())
        sentences.append(
            f"{found.visit}, {arm} minus {found.data.reference}: from {shown[0]} to {shown[1]}; "
            f"p below {formats.fixed(1 - level, 2)} under {below} of {len(mine)} assumptions."
        )
    return f"{found.data.response_label}. " + " ".join(sentences)


SPEC = Analysis(
    key="sensitivity",
    title="Sensitivity to missing values",
    tab="analysis",
    question="Does the difference between treatments hold whatever is assumed of patients who "
    "dropped out?",
    measure="Difference of adjusted means, under each assumption on missing values",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="reference_based_imputation.md",
    compares_arms=True,
)
