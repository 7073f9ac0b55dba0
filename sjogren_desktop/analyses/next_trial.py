"""The next trial, simulated from the open study: power of designs side by side.

Simulated patients have the study's own baseline values, course and covariance
(:mod:`.trial_basis`); the design is set in the form. Every trial is analysed by
the mixed model and by responders. Kept scenarios and usual variants of the
design stand beside it. Method page ``trial_simulation.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import next_trial_options as asked
from sjogren_desktop.analyses.next_trial_options import OPTIONS, VARIANTS, Plan, plan_of
from sjogren_desktop.analyses.planned_responders import observed_beside, responder_power
from sjogren_desktop.analyses.spec import Analysis, resolve
from sjogren_desktop.analyses.subjects import POOLED
from sjogren_desktop.analyses.trial_basis import Basis, Floats, basis_of
from sjogren_desktop.figures import Figure, ForestFigure, ForestRow, LineFigure, Series
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
from sjogren_desktop.stats.power_mmrm import Group, power_mmrm
from sjogren_desktop.stats.trial_simulation import (
    Share,
    Simulated,
    planned_covariance,
    simulate_trials,
)
from sjogren_desktop.study.data import StudyData

THIS = "This design"
_GOAL = 80.0
"""Power usually asked for, in per cent: the reference line."""
_MODEL, _RESPONDERS = "Mixed model", "Responders"


@dataclass(frozen=True)
class _Done:
    """A design with its simulated trials."""

    name: str
    plan: Plan
    trials: Simulated

    def closed_form(self, arm: int) -> float | None:
        """Return the power in per cent by formula, for an arm counted from 0.

        None where the arm is worse than the reference, of which the formula knows nothing, or
        where too few are left at the end.
        """
        design = self.plan.design
        if design.better * design.effects[arm, -1] < 0:
            return None
        covariance = planned_covariance(self.plan.population, design)
        kept = np.cumprod(1.0 - design.leaving, axis=1)
        if design.sizes[0] * kept[0, -1] + design.sizes[arm + 1] * kept[arm + 1, -1] <= 2:
            return None
        return 100 * power_mmrm(
            float(design.effects[arm, -1]),
            Group.of(covariance, kept[arm + 1]),
            Group.of(covariance, kept[0]),
            n_first=design.sizes[arm + 1],
            n_second=design.sizes[0],
            alpha=design.alpha,
        )

    def responder_formula(self, arm: int) -> float | None:
        """Return the power in per cent of the test of two proportions at the rates simulated."""
        design = self.plan.design
        rates = self.trials.rates.mean(axis=0)
        return responder_power(
            float(rates[arm + 1]), float(rates[0]), design.sizes[arm + 1], design.sizes[0],
            design.alpha,
        )  # fmt: skip


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Simulate the design of the form, its variants and the kept scenarios."""
    progress(0.01, "Estimating from the study")
    wanted = _wanted(study, values)
    notes: list[str] = []
    said: dict[str, list[str]] = {}
    done: list[_Done] = []
    bases: dict[tuple[object, ...], Basis] = {}
    for i, (name, own) in enumerate(wanted):
        try:
            key = tuple(str(own[k]) for k in asked.BASIS_KEYS)
            if key not in bases:
                bases[key] = basis_of(study, own)
            plan = plan_of(bases[key], own)
            trials = simulate_trials(
                plan.population,
                plan.design,
                trials=round(float(str(values["trials"]))),
                seed=round(float(str(values["seed"]))),
                workers=round(float(str(values["workers"]))),
                scheduler=str(values["scheduler"]),
                progress=_part_of(progress, i, len(wanted), name),
            )
        except AnalysisError as error:
            if name == THIS:
                raise
            notes.append(f"{name} is left out. {error}")
            continue
        done.append(_Done(name, plan, trials))
        for note in plan.notes:
            said.setdefault(note, []).append(name)
    progress(0.99, "Writing tables")
    basis = bases[tuple(str(values[k]) for k in asked.BASIS_KEYS)]
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {basis.data.label}",
        study=basis.data.study,
        population=basis.data.population,
        summary=_summary(done[0]),
        tables=(_designs_table(done), _load_table(done), _basis_table(basis)),
        figures=_figures(done),
        notes=(
            *(
                note if len(names) == len(done) else f"{', '.join(names)}: {note}"
                for note, names in said.items()
            ),
            *dict.fromkeys([*notes, *_failed(done), *basis.notes]),
            observed_beside(study, basis, values, done[0].plan, done[0].trials),
            asked.LIMITS,
        ),
        method=(
            (
                "Simulated patients",
                "Baseline drawn from the study's own; course and covariance of its mixed model",
            ),
            (
                "Analysis of each trial",
                "Mixed model with unstructured covariance, REML, "
                f"{asked.INFERENCES[str(values['inference'])]}; responders by two proportions, "
                "missing as non-responders",
            ),
            ("Trials of each design", str(round(float(str(values["trials"]))))),
            ("Seed", str(round(float(str(values["seed"]))))),
            ("Formula beside it", "Lu, Luo and Chen 2008, with t distribution"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _part_of(progress: Progress, place: int, total: int, name: str) -> Progress:
    """Return the progress of one of several designs."""

    def part(fraction: float, message: str) -> None:
        doing = Doing("{name}: {message}", name=name, message=message)
        progress(0.03 + 0.95 * (place + fraction) / total, doing)

    return part


def _wanted(
    study: StudyData, values: Mapping[str, object]
) -> list[tuple[str, Mapping[str, object]]]:
    """Return the design of the form, its variants and the kept scenarios, by name."""
    chosen, kept = values["compare"], values["scenarios"]
    assert isinstance(chosen, tuple)
    assert isinstance(kept, tuple)
    found: list[tuple[str, Mapping[str, object]]] = [(THIS, values)]
    for key in chosen:
        name, changes = VARIANTS[str(key)]
        found.append((name, {**values, **changes(values)}))
    for scenario in kept:
        given = {k: v for k, v in scenario.items() if k not in ("name", "scenarios", "compare")}
        try:
            own = resolve(OPTIONS, study, given)
        except AnalysisError as error:
            raise AnalysisError(f"Scenario {scenario['name']}: {error}") from error
        found.append((str(scenario["name"]), own))
    return found


def _failed(done: Sequence[_Done]) -> list[str]:
    return [
        f"{one.name}: in {one.trials.n_failed} trials too few were left to fit the mixed model; "
        "they count as not significant."
        for one in done
        if one.trials.n_failed
    ]


def _mean(values: Floats) -> float | None:
    """Return the mean of what could be estimated."""
    known = values[~np.isnan(values)]
    return float(known.mean()) if known.size else None


def _versus(name: str, first: float, second: float) -> Cell:
    return Cell((Stat(name, first), Stat(name, second)), "{0} : {1}")


def _percent(share: Share) -> Cell:
    return Cell(
        (Stat("percent", 100 * share.value), Stat("mc_error", 100 * share.error, 2)), "{0} ({1})"
    )


def _shares(one: _Done, arm: int) -> tuple[Share, Share]:
    return (
        Share.of(one.trials.model_hits()[:, arm]),
        Share.of(one.trials.response_hits()[:, arm]),
    )


def _designs_table(done: Sequence[_Done]) -> Table:
    rows = []
    for one in done:
        design, trials = one.plan.design, one.trials
        for arm, name in enumerate(one.plan.arms[1:]):
            model, response = _shares(one, arm)
            both = Share.of(trials.model_hits()[:, arm] & trials.response_hits()[:, arm])
            places = one.plan.decimals + 2
            difference = float(design.effects[arm, -1])
            rates = [100 * float(trials.rates[:, g].mean()) for g in (arm + 1, 0)]
            cells = (
                _versus("n", design.sizes[arm + 1], design.sizes[0]),
                mt.one(Stat("difference", difference, places)),
                mt.one(Stat("mean_estimate", _mean(trials.estimate[:, arm]), places)),
                _percent(model),
                mt.one(Stat("percent", one.closed_form(arm))),
                _versus("percent", *rates),
                _percent(response),
                mt.one(Stat("percent", one.responder_formula(arm))),
                _percent(both),
            )
            rows.append(Row((one.name, name), cells, {"DESIGN": one.name, "ARM": name}))
        if len(one.plan.arms) > 2:
            rows += _joint_rows(one)
    return Table(
        "designs",
        "Power of the designs",
        ("Design", "Arm"),
        (
            Column("n, arm : reference"),
            Column("Difference\nassumed"),
            Column("Mean of the\nestimates"),
            Column("Power, mixed\nmodel % (MC error)"),
            Column("By formula\n%"),
            Column("Responders %\narm : reference"),
            Column("Power, responders\n% (MC error)"),
            Column("By formula,\nresponders %"),
            Column("Both % (MC error)"),
        ),
        tuple(rows),
        (
            "Power: share of simulated trials significant in the better direction at the two-sided "
            "alpha, arm by arm without adjustment. MC error: Monte Carlo standard error.",
            "By formula: mixed model with drop-out in closed form; responders by the test of two "
            "proportions at the rates simulated.",
        ),
    )


def _joint_rows(one: _Done) -> list[Row]:
    """Return how often at least one arm, and every arm, is significant."""
    trials = one.trials
    rows = []
    alpha = trials.alpha
    p = np.nan_to_num(trials.p_value, nan=1.0)
    holm, best = p.min(axis=1) * p.shape[1], p.argmin(axis=1)
    right = trials.better * trials.estimate[np.arange(len(best)), best] > 0
    for label, hits in (
        ("At least one arm (Holm)", (holm <= alpha) & right),
        ("Every arm", trials.model_hits().all(axis=1)),
    ):
        cells: list[Cell | None] = [
            None,
            None,
            None,
            _percent(Share.of(hits)),
            None,
            None,
            None,
            None,
            None,
        ]
        rows.append(Row((one.name, label), tuple(cells), {"DESIGN": one.name, "ARM": label}))
    return rows


def _load_table(done: Sequence[_Done]) -> Table:
    rows = []
    for one in done:
        decimals = one.plan.decimals
        total = sum(one.plan.design.sizes)
        rows.append(
            Row(
                (one.name,),
                (
                    mt.one(Stat("n", total)),
                    mt.one(Stat("candidates", float(one.trials.screened.mean()) / total, 2)),
                    Cell(
                        (
                            Stat("mean", float(one.trials.start[:, 0].mean()), decimals + 1),
                            Stat("sd", float(one.trials.start[:, 1].mean()), decimals + 2),
                        ),
                        "{0} ({1})",
                    ),
                    mt.one(Stat("correlation", one.plan.population.reliability, 3)),
                ),
                {"DESIGN": one.name},
            )
        )
    return Table(
        "load",
        "Who is enrolled",
        ("Design",),
        (
            Column("Randomised"),
            Column("Candidates for\neach randomised"),
            Column("Baseline of the\nanalysis, mean (SD)"),
            Column("Test-retest\ncorrelation used"),
        ),
        tuple(rows),
        (
            "Candidates are like the patients of the study, so those that its own entry rule "
            "turned away are not counted.",
        ),
    )


def _basis_table(basis: Basis) -> Table:
    data, decimals = basis.data, basis.data.decimals
    arms = [a for a in data.arms if a != data.reference]
    kept = 1.0 - np.cumsum(basis.pattern) / max(len(basis.start), 1)
    rows = []
    for t, (number, name) in enumerate(data.visits):
        cells: list[Cell | None] = [
            mt.one(Stat("mean", float(basis.course[t]), decimals + 1)),
            mt.one(Stat("slope", float(basis.slope[t]), 3)),
            mt.one(Stat("sd", float(np.sqrt(basis.covariance[t, t])), decimals + 2)),
            mt.one(Stat("percent", 100 * float(kept[t]))),
        ]
        cells += [
            Cell(
                (
                    Stat("estimate", float(basis.effects[a][t]), decimals + 1),
                    Stat("std_error", float(basis.errors[a][t]), decimals + 2),
                ),
                "{0} ({1})",
            )
            for a in arms
        ]
        rows.append(Row((name,), tuple(cells), {"AVISIT": name, "AVISITN": number}))
    return Table(
        "basis",
        "What the study measured",
        ("Visit",),
        (
            Column(f"{data.reference}\nmean"),
            Column("Slope on\nbaseline"),
            Column("SD given\nbaseline"),
            Column("Still seen\n%"),
            *(Column(f"{a}\ndifference (SE)", {"ARM": a}) for a in arms),
        ),
        tuple(rows),
        ("Mean of the reference arm at the mean baseline; mixed model of the value.",),
    )


def _figures(done: Sequence[_Done]) -> tuple[Figure, ...]:
    rows = []
    for one in done:
        for arm, name in enumerate(one.plan.arms[1:]):
            who = f"{one.name}, {name}" if len(one.plan.arms) > 2 else one.name
            for style, (label, share) in enumerate(
                zip((_MODEL, _RESPONDERS), _shares(one, arm), strict=True)
            ):
                half = 1.96 * 100 * share.error
                power = 100 * share.value
                rows.append(
                    ForestRow(
                        f"{who}: {label.lower()}",
                        power,
                        max(power - half, 0.0),
                        min(power + half, 100.0),
                        f"{formats.percent(power)}%",
                        style,
                    )
                )
    compared = ForestFigure(
        "power",
        "Power of the designs",
        "Power (%), with 95% Monte Carlo interval",
        tuple(rows),
        _GOAL,
        caption=("Dashed line: 80%.",),
    )
    return compared, _curves(done)


def _curves(done: Sequence[_Done]) -> LineFigure:
    """Return power over the number of patients, by formula, for the first arm of each design."""
    largest = 2.0 * max(sum(one.plan.design.sizes) for one in done)
    totals = np.unique(np.linspace(largest / 20, largest, 20).round())
    series = []
    for i, one in enumerate(done):
        design = one.plan.design
        covariance = planned_covariance(one.plan.population, design)
        kept = np.cumprod(1.0 - design.leaving, axis=1)
        groups = [Group.of(covariance, k) for k in kept[:2]]
        shares = np.array(design.sizes[:2]) / sum(design.sizes)
        points = []
        for n in totals:
            sizes = n * shares
            if sizes @ kept[:2, -1] <= 3:
                continue
            power = power_mmrm(
                float(design.effects[0, -1]),
                groups[1],
                groups[0],
                n_first=float(sizes[1]),
                n_second=float(sizes[0]),
                alpha=design.alpha,
            )
            points.append((float(n), 100 * power))
        if points:
            x, y = zip(*points, strict=True)
            series.append(Series(one.name, i, tuple(x), tuple(y), curve=True))
    return LineFigure(
        "power_by_size",
        "Power by number of patients (formula)",
        "Patients randomised, all arms",
        "Power of the mixed model (%)",
        tuple(series),
        reference_y=_GOAL,
        caption=("First arm against the reference. Dashed line: 80%.",),
    )


def _summary(one: _Done) -> str:
    parts = []
    for arm, name in enumerate(one.plan.arms[1:]):
        model, response = _shares(one, arm)
        difference = formats.fixed(float(one.plan.design.effects[arm, -1]), one.plan.decimals + 1)
        parts.append(
            f"{name} (n={one.plan.design.sizes[arm + 1]} against {one.plan.design.sizes[0]}, "
            f"difference {difference}): power {formats.percent(100 * model.value)}% by the mixed "
            f"model and {formats.percent(100 * response.value)}% by responders"
        )
    return (
        f"In {len(one.trials.p_value)} simulated trials, {'; '.join(parts)} "
        f"({one.plan.rule_label.lower()})."
    )


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return the one set of options: planning starts from the studies together."""
    ids = study.study_ids
    return ({"study": ids[0] if len(ids) == 1 else POOLED},)


SPEC = Analysis(
    key="next_trial",
    title="Simulate the next trial",
    tab="design",
    question="How likely is the next trial to succeed, and which entry rule, run-in, allocation "
    "or instrument would make it likelier?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="trial_simulation.md",
    measure="Difference of adjusted means, and of the shares of responders, in planned trials",
    compares_arms=True,
    spreads=True,
)
