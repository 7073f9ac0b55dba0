"""One treatment effect from several studies: in one model, in two stages, and the way between.

The two-stage result pools the differences of the studies (stats.meta_analysis,
checked against R's metafor); the one-stage result comes from one mixed model of
all records with the study as a factor. :class:`Step` values lead from one to the
other, one change of the model at a time, so that a departure can be explained.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses.across_studies import Comparison
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import AVISIT, BASE, STUDYID, TRTP, StudyData

if TYPE_CHECKING:
    from sjogren_desktop.stats.meta_analysis import EffectDifferences, MetaAnalysis

AGREEMENT = 0.1
"""Share of its standard error within which the two-stage result counts as the same."""
_UNEVEN = 1.1
"""Ratio of the allocations of two studies from which they are called uneven."""


STUDY_AS_FACTOR = "One model, study as factor"
STUDY_IGNORED = "One model, study ignored"
BY_STUDY = "One model, everything by study"
"""One treatment effect; course, effect of baseline and covariance of each study its own."""


@dataclass(frozen=True)
class Interaction:
    """Joint test that the effect is the same in all studies, from one model."""

    num_df: float
    den_df: float
    statistic: float
    p_value: float


@dataclass(frozen=True)
class Step:
    """A result on the way from two stages to one model, and what was changed before it."""

    label: str
    change: str
    estimate: float
    std_error: float
    p_value: float


@dataclass(frozen=True)
class Pooled:
    """What all studies say together on one treatment.

    ``models`` are the one-stage results, that with the study as factor first; ``steps`` lead
    from the two-stage result to that one and beyond it to no study at all.
    """

    arm: str
    reference: str
    studies: tuple[Comparison, ...]
    models: tuple[Comparison, ...]
    fixed: MetaAnalysis
    random: MetaAnalysis
    differences: EffectDifferences
    interaction: Interaction | None
    steps: tuple[Step, ...]
    notes: tuple[str, ...]


def pool_arm(
    study: StudyData,
    values: Mapping[str, object],
    endpoints: Mapping[str, Endpoint],
    comparisons: Sequence[Comparison],
) -> Pooled:
    """Pool the comparisons of one arm with the reference.

    Parameters
    ----------
    endpoints : mapping of str to Endpoint
        The records of each study.
    comparisons : sequence of Comparison
        Of this arm with the reference, one a study, two at least.
    """
    from sjogren_desktop.stats.meta_analysis import effect_differences, pool

    level = across.level_of(values)
    names = [c.study for c in comparisons]
    estimates = [c.line["estimate"] for c in comparisons]
    errors = [c.line["std_error"] for c in comparisons]
    fixed = pool(estimates, errors, method="fixed", level=level, labels=names)
    random = pool(estimates, errors, method="REML", interval="hksj", level=level, labels=names)
    pooling = _Pooling(study, values, endpoints, comparisons)
    models, steps, notes = pooling.ladder(fixed)
    return Pooled(
        comparisons[0].arm,
        comparisons[0].reference,
        tuple(comparisons),
        models,
        fixed,
        random,
        effect_differences(estimates, errors, level=level, labels=names),
        pooling.interaction(notes),
        steps,
        tuple(dict.fromkeys(notes)),
    )


class _Pooling:
    """The models of one arm, sharing their records."""

    def __init__(
        self,
        study: StudyData,
        values: Mapping[str, object],
        endpoints: Mapping[str, Endpoint],
        comparisons: Sequence[Comparison],
    ) -> None:
        self.study, self.values = study, values
        self.arm, self.reference = comparisons[0].arm, comparisons[0].reference
        self.studies = [c.study for c in comparisons]
        self.visit, self.level = str(values["visit"]), across.level_of(values)
        arms = {s: endpoints[s].arms for s in self.studies}
        every = list(dict.fromkeys(a for s in self.studies for a in arms[s]))
        self.common = [a for a in every if all(a in arms[s] for s in self.studies)]
        self.every = every
        self.data = across.pooled_endpoint(study, values, self.studies, self.common)

    def ladder(
        self, fixed: MetaAnalysis
    ) -> tuple[tuple[Comparison, ...], tuple[Step, ...], list[str]]:
        """Return the one-stage results, the steps to them, and notes."""
        notes: list[str] = []
        steps = [
            Step("Two-stage, fixed effect", "", fixed.estimate, fixed.std_error, fixed.p_value)
        ]
        left_out = [a for a in self.every if a not in self.common]
        if left_out:
            again = self._two_stage_of_common()
            steps.append(
                Step(
                    f"Two-stage, without {' and '.join(left_out)}",
                    f"leaving {' and '.join(left_out)} out of the models of the studies",
                    *again,
                )
            )
        plan = (
            (
                BY_STUDY,
                "one model with one treatment effect, all else by study",
                {"by_study": "nuisance", "covariance_by_study": True},
            ),
            (
                "One model, one covariance",
                "one covariance for all studies",
                {"by_study": "nuisance"},
            ),
            (
                STUDY_AS_FACTOR,
                "one course and one effect of baseline for all studies",
                {"by_study": "main"},
            ),
            (
                STUDY_IGNORED,
                "leaving the study out of the model",
                {"by_study": "none"},
            ),
        )
        by_label: dict[str, Comparison] = {}
        for label, change, asked in plan:
            found = self._compared(self.data, label, notes, **asked)
            if found is None:
                continue
            line = found.line
            steps.append(Step(label, change, line["estimate"], line["std_error"], line["p_value"]))
            by_label[label] = found
        models = [by_label[m] for m in (STUDY_AS_FACTOR, BY_STUDY) if m in by_label]
        if left_out:
            data = across.pooled_endpoint(self.study, self.values, self.studies, self.every)
            with_all = self._compared(data, "One model, all arms", notes, by_study="main")
            models += [with_all] if with_all else []
        models.append(self._at_the_visit())
        return tuple(models), tuple(steps), notes

    def interaction(self, notes: list[str]) -> Interaction | None:
        """Test whether the effect at the visit is the same in all studies."""
        try:
            fitted = across.fit(self.data, self.values, by_study="all")
        except AnalysisError as error:
            notes.append(f"Study by treatment interaction: {error}")
            return None
        rows = across.means_at(fitted, self.visit, by=[STUDYID])
        effects = [rows[self.arm, s] - rows[self.reference, s] for s in self.studies]
        test = fitted.test(np.array([e - effects[0] for e in effects[1:]]), self.level).iloc[0]
        # Of one linear function the statistic is t; F is its square.
        statistic = float(test["statistic"]) ** (2 if len(effects) == 2 else 1)
        return Interaction(
            float(test["num_df"]), float(test["den_df"]), statistic, float(test["p_value"])
        )

    def _compared(
        self,
        data: Endpoint,
        label: str,
        notes: list[str],
        *,
        by_study: str,
        covariance_by_study: bool = False,
    ) -> Comparison | None:
        """Return the difference from one model, or None with a note where it has no fit."""
        try:
            fitted = across.fit(
                data, self.values, by_study=by_study, covariance_by_study=covariance_by_study
            )
        except AnalysisError as error:
            notes.append(f"{label}: {error}")
            return None
        notes += [f"{label}: {m}" for m in fitted.messages]
        return across.compare(
            data,
            fitted,
            visit=self.visit,
            arms=[self.arm],
            references=[self.reference],
            level=self.level,
            study="Pooled",
            label=label,
        )

    def _two_stage_of_common(self) -> tuple[float, float, float]:
        """Return the fixed-effect result when each model has the common arms alone."""
        from sjogren_desktop.stats.meta_analysis import pool

        lines = []
        for name in self.studies:
            given = {**self.values, "arms": tuple(self.common)}
            data = across.endpoint_of(self.study, name, given)
            # The study had these arms and the visit before.
            assert isinstance(data, Endpoint)
            one = across.compare(
                data,
                across.fit(data, self.values),
                visit=self.visit,
                arms=[self.arm],
                references=[self.reference],
                level=self.level,
                study=name,
            )
            lines.append(one.line)
        again = pool(
            [x["estimate"] for x in lines], [x["std_error"] for x in lines], method="fixed"
        )
        return again.estimate, again.std_error, again.p_value

    def _at_the_visit(self) -> Comparison:
        """Return the difference by ANCOVA of the values at the visit, study as a factor."""
        from sjogren_desktop.stats.ancova import fit_ancova

        frame = self.data.frame.loc[self.data.frame[AVISIT] == self.visit]
        terms = [TRTP, *([BASE] if self.data.baseline else []), *self.data.factors]
        fitted = fit_ancova(f"{self.data.response} ~ {' + '.join(terms)}", frame)
        lines = fitted.contrasts([TRTP], reference=self.reference, level=self.level)
        line = lines.loc[lines["level"].astype(str) == self.arm].iloc[0]
        means = fitted.lsmeans([TRTP]).set_index(TRTP)["estimate"]
        names = ("estimate", "std_error", "df", "lower", "upper", "statistic", "p_value")
        return Comparison(
            "Pooled",
            "ANCOVA at the visit, study as factor",
            self.arm,
            self.reference,
            {name: float(line[name]) for name in names},
            (
                across.people_at(self.data, [self.arm], self.visit),
                across.people_at(self.data, [self.reference], self.visit),
            ),
            (float(means[self.arm]), float(means[self.reference])),
        )


def departure(pooled: Pooled, *, decimals: int, alpha: float) -> str:
    """Say whether the one-stage result departs from the two-stage one, and why.

    It departs if it differs by more than :data:`AGREEMENT` standard errors, lies
    outside the results of the studies, or leads to another decision at ``alpha``.
    """
    if not pooled.models or pooled.models[0].label != STUDY_AS_FACTOR:
        return ""
    one, two = pooled.models[0].line, pooled.fixed
    gap = one["estimate"] - two.estimate
    studies = [c.line["estimate"] for c in pooled.studies]
    reasons = []
    if abs(gap) > AGREEMENT * two.std_error:
        reasons.append("it differs by more than a tenth of a standard error")
    if not min(studies) <= one["estimate"] <= max(studies):
        reasons.append("no weighting of the results of the studies gives it")
    if (one["p_value"] <= alpha) != (two.p_value <= alpha):
        reasons.append("the decision differs")
    numbers = (
        f"{formats.fixed(one['estimate'], decimals + 2)} (p {_p(one['p_value'])}) from one model "
        f"with the study as factor, {formats.fixed(two.estimate, decimals + 2)} "
        f"(p {_p(two.p_value)}) from pooling the differences of the studies"
    )
    share = formats.fixed(abs(gap) / two.std_error, 2)
    head = f"{pooled.arm}: {numbers}."
    if not reasons:
        return f"{head} They agree (apart by {share} standard errors). {_largest(pooled, decimals)}"
    return (
        f"{head} The pooled model departs from the studies: {' and '.join(reasons)} "
        f"(apart by {share} standard errors). {_largest(pooled, decimals)}"
    )


def naive_departure(pooled: Pooled, *, decimals: int, alpha: float) -> str:
    """Say whether pooling that ignores the study departs from the model with it, and why.

    The bounds are those of :func:`departure`; "" where it does not depart.
    """
    by_label = {step.label: step for step in pooled.steps}
    stratified, naive = by_label.get(STUDY_AS_FACTOR), by_label.get(STUDY_IGNORED)
    if stratified is None or naive is None:
        return ""
    moved = abs(naive.estimate - stratified.estimate) > AGREEMENT * stratified.std_error
    turned = (naive.p_value <= alpha) != (stratified.p_value <= alpha)
    if not moved and not turned:
        return ""
    counts = [(c.study, len(c.people[0]), len(c.people[1])) for c in pooled.studies if c.people]
    ratios = [first / second for _, first, second in counts if second]
    why = "the difference between the studies is left in the residual variance"
    if ratios and max(ratios) > _UNEVEN * min(ratios):
        spread = ", ".join(f"{name} {first} to {second}" for name, first, second in counts)
        why = (
            "the treatments are spread unevenly over the studies, so that a difference between the "
            f"studies looks like one between treatments ({spread} patients)"
        )
    return (
        f"{pooled.arm}: naive pooling, which leaves the study out, gives "
        f"{formats.fixed(naive.estimate, decimals + 2)} (p {_p(naive.p_value)}) instead of "
        f"{formats.fixed(stratified.estimate, decimals + 2)} (p {_p(stratified.p_value)}) with the "
        f"study in the model: {why}. Read the model with the study."
    )


def _largest(pooled: Pooled, decimals: int) -> str:
    """Name the change of the model that moves the estimate most."""
    until = [s.label for s in pooled.steps].index(STUDY_AS_FACTOR)
    moves = [
        (after.estimate - before.estimate, after.change)
        for before, after in zip(pooled.steps[:until], pooled.steps[1 : until + 1], strict=True)
    ]
    move, change = max(moves, key=lambda m: abs(m[0]))
    return (
        f"On the way, {change} moves the difference most (by {formats.fixed(move, decimals + 2)})."
    )


def _p(value: float) -> str:
    text = formats.p_value(value)
    return text if text[0] in "<>" else f"= {text}"
