"""Counts of responders and their comparison, for one rule and handling of missing values.

Shared by the tables and figures of :mod:`.responders`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.analyses import responder_rules as rr
from sjogren_desktop.analyses.course import Course
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import BASE, CHG, STUDYID, TRTP, USUBJID

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.estimate import Estimate
    from sjogren_desktop.stats.logistic import LogisticResult
    from sjogren_desktop.stats.standardisation import StandardisedRisks

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

HANDLING = {
    "nri": "Missing as non-response",
    "observed": "Observed values only",
    "mi": "Multiple imputation",
}


@dataclass(frozen=True)
class Shares:
    """Responders of every subject under one rule and handling.

    Parameters
    ----------
    response : array, shape (M, N)
        1, 0 or NaN (does not count), in M data sets.
    """

    rule: rr.Rule
    handling: str
    response: Floats


def blocks_of(
    at_visit: pd.DataFrame,
    completed: Floats,
    rules: list[rr.Rule],
    values: Mapping[str, object],
    *,
    failed: NDArray[np.bool_],
) -> list[Shares]:
    """Return the responders under every rule and handling.

    Who had an event of the composite strategy (``failed``) responds by no rule, also not
    by one that the baseline value alone would meet.
    """
    sign = -1.0 if values["direction"] == "lower" else 1.0
    base = at_visit[BASE].to_numpy(dtype=np.float64)
    observed = at_visit[CHG].to_numpy(dtype=np.float64)
    missing = np.isnan(observed)
    blocks = []
    for rule in rules:
        met = rule.met(sign * observed, base + observed, base) & ~failed
        seen = met.astype(np.float64)
        filled = rule.met(sign * completed, base + completed, base) & ~failed
        blocks += [
            Shares(rule, "nri", np.where(missing, 0.0, seen)[None]),
            Shares(rule, "observed", np.where(missing, np.nan, seen)[None]),
            Shares(rule, "mi", filled.astype(np.float64)),
        ]
    return blocks


def stratum_codes(at_visit: pd.DataFrame, names: tuple[str, ...]) -> Integers:
    """Return the number of the combination of strata of each subject."""
    if not names:
        return np.zeros(len(at_visit), dtype=np.int64)
    return np.asarray(at_visit.groupby(list(names), sort=True).ngroup(), dtype=np.int64)


class Line:
    """One row of the table: counts and comparisons of a rule and handling."""

    def __init__(
        self,
        found: Course,
        at_visit: pd.DataFrame,
        stratum: Integers,
        block: Shares,
        level: float,
        strata: tuple[str, ...],
    ) -> None:
        self.block = block
        self.level = level
        arm = at_visit[TRTP].astype(str).to_numpy()
        n_strata = int(np.max(stratum)) + 1
        self.events: dict[str, Floats] = {}
        self.totals: dict[str, Floats] = {}
        counted = ~np.isnan(block.response)
        responded = block.response[0] == 1
        keys = at_visit[USUBJID].astype(str).to_numpy()
        self.responders: dict[str, tuple[str, ...]] = {}
        """Keys of the responders of each arm; empty after imputation, where they differ."""
        for name in found.data.arms:
            member = np.zeros((len(arm), n_strata))
            mine = np.flatnonzero(arm == name)
            told = block.handling != "mi"
            self.responders[name] = tuple(sorted(keys[mine[responded[mine]]])) if told else ()
            member[mine, stratum[mine]] = 1.0
            self.events[name] = np.nan_to_num(block.response) @ member
            self.totals[name] = counted.astype(np.float64) @ member
        self._model = (found, at_visit, block, level, strata)

    @cached_property
    def _fit(self) -> LogisticResult | None:
        """The logistic regression on arm, baseline, study and strata, where it can be fitted."""
        from sjogren_desktop.stats.logistic import fit_logistic

        found, at_visit, block, _, strata = self._model
        if block.handling == "mi":
            return None
        frame = at_visit.assign(RESPONSE=block.response[0])
        formula = " + ".join(("RESPONSE ~ TRTP", BASE, *study_term(found), *strata))
        try:
            return fit_logistic(formula, frame.loc[frame["RESPONSE"].notna()])
        except AnalysisError:
            return None

    @cached_property
    def odds(self) -> dict[str, tuple[float, float, float]]:
        """Adjusted odds ratio of each arm with limits, where it can be estimated."""
        return {} if self._fit is None else _odds_ratios(self._fit, self._model[0], self.level)

    @cached_property
    def standardised(self) -> StandardisedRisks | None:
        """Shares of responders of each arm adjusted to everybody's covariates (g-computation)."""
        from sjogren_desktop.stats.standardisation import standardised_risks

        if self._fit is None:
            return None
        reference = self._model[0].data.reference
        return standardised_risks(self._fit, TRTP, reference=reference, level=self.level)

    def share(self, arm: str) -> float:
        """Return the share of responders, the mean over data sets."""
        return float(self.events[arm].sum(axis=1).mean() / self.totals[arm].sum(axis=1).mean())

    def difference(self, arm: str, reference: str, method: str) -> Estimate:
        """Return the stratified risk difference of the one data set."""
        from sjogren_desktop.stats.proportions_stratified import stratified_difference

        return stratified_difference(
            self.events[arm][0],
            self.totals[arm][0],
            self.events[reference][0],
            self.totals[reference][0],
            method=method,
            level=self.level,
        )

    def test(self, arm: str, reference: str) -> float:
        """Return the p value of the Cochran-Mantel-Haenszel test."""
        from sjogren_desktop.stats.cmh import mantel_haenszel_test

        found = mantel_haenszel_test(
            self.events[arm][0],
            self.totals[arm][0],
            self.events[reference][0],
            self.totals[reference][0],
        )
        return float(found.p_value)

    def pooled(self, arm: str, reference: str) -> dict[str, dict[str, float]]:
        """Return difference and log odds ratio pooled over imputed data sets."""
        import pandas as pd

        from sjogren_desktop.stats.imputation import Estimates, pool
        from sjogren_desktop.stats.proportions_stratified import (
            stratified_difference,
            stratified_odds_ratio,
        )

        counts = (
            self.events[arm],
            self.totals[arm],
            self.events[reference],
            self.totals[reference],
        )
        difference = stratified_difference(*counts, method="sato", level=self.level)
        ratio = stratified_odds_ratio(*counts, method="mantel_haenszel", level=self.level)
        with np.errstate(divide="ignore"):
            log_ratio = np.log(np.asarray(ratio.estimate))
        if not np.isfinite(log_ratio).all():
            # Nobody (or everybody) responds in some data set: there is no ratio to pool.
            log_ratio = np.full_like(log_ratio, np.nan)
        estimates = Estimates(
            labels=pd.DataFrame({"parameter": ["difference", "log_odds_ratio"]}),
            values=np.column_stack([np.asarray(difference.estimate), log_ratio]),
            std_errors=np.column_stack(
                [np.asarray(difference.std_error), np.asarray(ratio.std_error)]
            ),
            df=np.full(2, np.inf),
            pooling="rubin",
            copies=1,
        )
        names = ["estimate", "lower", "upper", "p_value"]
        found = pool(estimates, level=self.level)[names].to_numpy(dtype=np.float64)
        rows = (dict(zip(names, row.tolist(), strict=True)) for row in found)
        return dict(zip(("difference", "log_odds_ratio"), rows, strict=True))


def _odds_ratios(
    fit: LogisticResult, found: Course, level: float
) -> dict[str, tuple[float, float, float]]:
    from sjogren_desktop.stats.estimate import normal_quantile

    z = normal_quantile(level)
    ratios = {}
    for arm in active_arms(found):
        place = fit.design.names.index(f"{TRTP}{arm}")
        estimate, error = (
            float(v[place])
            for v in fit.coefficients[["estimate", "std_error"]].to_numpy(dtype=np.float64).T
        )
        ratios[arm] = (
            float(np.exp(estimate)),
            float(np.exp(estimate - z * error)),
            float(np.exp(estimate + z * error)),
        )
    return ratios


def study_term(found: Course) -> tuple[str, ...]:
    return tuple(f for f in found.data.factors if f == STUDYID)


def active_arms(found: Course) -> list[str]:
    return [a for a in found.data.arms if a != found.data.reference]
