"""Simulated trials of a planned design, starting from what one study has measured.

A :class:`Population` describes who may enter and how values run without an
effect; a :class:`Design` says who is let in, how many, with which effects and
losses. Every trial is analysed by the mixed model of
:mod:`.monotone_mmrm` and by a test of two proportions. Formulas TS.1 to TS.8 in
``resources/methods/trial_simulation.md``.
"""

# reason: drawing, entry, losses and analysis of a trial are one piece that workers run

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray
from scipy.special import ndtr, stdtr

from sjogren_desktop.results import AnalysisError, Progress, no_progress
from sjogren_desktop.stats.arguments import fraction, numbers, positive_definite, within
from sjogren_desktop.stats.monotone_mmrm import fit_last_visit, kenward_roger_last_visit
from sjogren_desktop.stats.parallel import map_chunks

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]

ENTRIES = ("start", "earlier", "both", "mean")
"""Which value must reach the limit of entry; with "mean" that is the start value too."""
INFERENCES = {"satterthwaite": fit_last_visit, "kenward-roger": kenward_roger_last_visit}
"""How standard errors and degrees of freedom of the mixed model are taken."""
_LEAST_ADMITTED = 0.002
"""Share of candidates below which a limit lets in too few to simulate."""
_CHUNK = 50


@dataclass(frozen=True)
class Population:
    """Candidates, and how their values run in the reference group.

    Parameters
    ----------
    start : array, shape (m,)
        Values before a study began; candidates are drawn from them.
    reliability : float
        Correlation of two measurements before the beginning.
    centre : float
        Mean towards which a further measurement falls back.
    course, slope : arrays, shape (T,)
        Mean value at each visit of one with the mean start value, and its
        change with the start value.
    covariance : array, shape (T, T)
        Of the values given the start value.
    step : float
        Values are rounded to multiples of it; 0 leaves them as they are.
    """

    start: Floats
    reliability: float
    centre: float
    course: Floats
    slope: Floats
    covariance: Floats
    step: float = 0.0

    @classmethod
    def of(
        cls,
        start: npt.ArrayLike,
        *,
        reliability: float,
        centre: float,
        course: npt.ArrayLike,
        slope: npt.ArrayLike,
        covariance: npt.ArrayLike,
        step: float = 0.0,
    ) -> Population:
        """Check and return a population.

        Raises
        ------
        AnalysisError
            If sizes do not fit, or the reliability is out of range or below
            :meth:`least_reliability`.
        """
        mean, change = numbers(course, "Course"), numbers(slope, "Slope")
        matrix = positive_definite(covariance, "Covariance", mean.size)
        if change.size != mean.size:
            raise AnalysisError("Give one slope for each visit of the course.")
        fraction(reliability, "Reliability")
        made = cls(
            numbers(start, "Start values", minimum_length=2),
            reliability,
            centre,
            mean,
            change,
            matrix.copy(),
            step,
        )
        if reliability < made.least_reliability():
            raise AnalysisError(
                f"Reliability: {reliability:g} is too low. Later values follow the start value so "
                f"closely that two measurements must correlate by {made.least_reliability():.3f} "
                "or more."
            )
        return made

    def least_reliability(self) -> float:
        """Return the smallest reliability that the dependence on the start value allows (TS.3)."""
        explained = float(self.slope @ np.linalg.solve(self.covariance, self.slope))
        ratio = explained * float(np.var(self.start))
        return ratio / (1.0 + ratio)


@dataclass(frozen=True)
class Response:
    """When a row counts as a success: by improvement, by a share of the start, or by the value.

    Improvement is positive in the better direction. A row that ended early is
    no success.
    """

    improvement: float = np.inf
    share: float = np.inf
    below: float = -np.inf


@dataclass(frozen=True)
class Design:
    """One planned trial.

    Parameters
    ----------
    sizes : tuple of int
        Rows that begin in each group, the reference first.
    effects : array, shape (A, T)
        Difference of each other group from the reference, by visit after the
        groups part.
    leaving : array, shape (A + 1, T)
        Probability that a row still there ends before each visit.
    entry : str
        One of :data:`ENTRIES`.
    least, most : float
        Limits of the value of entry.
    run_in : int
        Visits that all spend as the reference before the groups part; the
        last of them is then the start value.
    run_in_limit : float
        Rows that improve by this or more during the run-in do not go on.
    better : {-1, 1}
        Direction of improvement.
    response : Response
    alpha : float
        Two-sided.
    inference : str
        Key of :data:`INFERENCES`.
    """

    sizes: tuple[int, ...]
    effects: Floats
    leaving: Floats
    entry: str = "start"
    least: float = -np.inf
    most: float = np.inf
    run_in: int = 0
    run_in_limit: float = np.inf
    better: int = -1
    response: Response = Response()
    alpha: float = 0.05
    inference: str = "satterthwaite"


@dataclass(frozen=True)
class Share:
    """A share of simulated trials with its Monte Carlo error."""

    value: float
    error: float

    @classmethod
    def of(cls, hits: Bools) -> Share:
        """Return the share of true values (TS.8)."""
        p = float(np.mean(hits))
        return cls(p, float(np.sqrt(p * (1.0 - p) / hits.size)))


@dataclass(frozen=True)
class Simulated:
    """All simulated trials of a design; arrays of shape (R, A) unless said otherwise.

    Parameters
    ----------
    estimate, p_value : arrays
        Of the mixed model at the last visit; missing where it could not be fitted.
    response_p : array
        Of the test of two proportions.
    rates : array, shape (R, A + 1)
        Shares of successes, the reference first.
    screened : array, shape (R,)
        Candidates looked at until all places were filled.
    start : array, shape (R, 2)
        Mean and standard deviation of the start values.
    better, alpha
        Of the design.
    """

    estimate: Floats
    p_value: Floats
    response_p: Floats
    rates: Floats
    screened: Floats
    start: Floats
    better: int
    alpha: float

    @property
    def n_failed(self) -> int:
        """Trials whose model could not be fitted; they count as not significant."""
        return int(np.isnan(self.p_value).any(axis=1).sum())

    def model_hits(self, *, better_only: bool = True) -> Bools:
        """Return which trials the mixed model calls significant, shape (R, A)."""
        hits = np.nan_to_num(self.p_value, nan=1.0) <= self.alpha
        return np.asarray(hits & ((self.better * self.estimate > 0) | (not better_only)))

    def response_hits(self, *, better_only: bool = True) -> Bools:
        """Return which trials the successes call significant, shape (R, A)."""
        hits = self.response_p <= self.alpha
        return np.asarray(hits & ((self.rates[:, 1:] > self.rates[:, :1]) | (not better_only)))


def simulate_trials(
    population: Population,
    design: Design,
    *,
    trials: int,
    seed: int,
    workers: int = 0,
    scheduler: str = "",
    progress: Progress = no_progress,
) -> Simulated:
    """Simulate and analyse trials.

    Parameters
    ----------
    population, design
    trials, seed : int
        Trial ``i`` has a stream of random numbers of its own, so that results
        depend neither on the number of workers nor on where they run.
    workers, scheduler
        See :func:`~sjogren_desktop.stats.parallel.map_chunks`.

    Raises
    ------
    AnalysisError
        If the design does not fit the population, or lets in next to nobody.
    """
    checked = _checked(population, design)
    spans = [(at, min(at + _CHUNK, trials)) for at in range(0, trials, _CHUNK)]
    parts = map_chunks(
        _simulate_span,
        [(population, checked, seed, *span) for span in spans],
        workers=workers,
        scheduler=scheduler,
        progress=progress,
    )
    estimate, p_value, response_p, rates, screened, start = (
        np.concatenate(pieces) for pieces in zip(*parts, strict=True)
    )
    return Simulated(
        estimate, p_value, response_p, rates, screened, start, design.better, design.alpha
    )


def _checked(population: Population, design: Design) -> Design:
    visits = population.course.size - design.run_in
    groups = len(design.sizes)
    if groups < 2 or min(design.sizes) < 2:
        raise AnalysisError("Give at least two groups of two rows.")
    if visits < 1 or design.run_in < 0:
        raise AnalysisError("The run-in leaves no visit to compare the groups at.")
    if design.entry not in ENTRIES:
        raise AnalysisError(f"Entry: choose from {', '.join(ENTRIES)}.")
    if design.inference not in INFERENCES:
        raise AnalysisError(f"Inference: choose from {', '.join(INFERENCES)}.")
    effects = np.asarray(design.effects, dtype=np.float64)
    leaving = np.asarray(design.leaving, dtype=np.float64)
    if effects.shape != (groups - 1, visits) or leaving.shape != (groups, visits):
        raise AnalysisError("Effects and losses must be given for every group and visit.")
    within(leaving.ravel(), "Losses", low=0.0, high=1.0)
    fraction(design.alpha, "Alpha")
    if not np.isfinite(effects).all():
        raise AnalysisError("Effects: give finite numbers.")
    return design


def _simulate_span(
    population: Population, design: Design, seed: int, first: int, last: int
) -> tuple[Floats, ...]:
    """Return the arrays of :class:`Simulated` of trials ``first`` to ``last`` (excluded)."""
    draw = _Drawing.of(population)
    rows = []
    for trial in range(first, last):
        rng = np.random.default_rng(np.random.SeedSequence(seed, spawn_key=(trial,)))
        rows.append(_trial(draw, design, rng))
    return tuple(np.array(column, dtype=np.float64) for column in zip(*rows, strict=True))


@dataclass(frozen=True)
class _Drawing:
    """A population made ready to draw from (TS.1, TS.2)."""

    population: Population
    loading: Floats
    root: Floats
    noise: float
    level_noise: float
    mean_level: float

    @classmethod
    def of(cls, population: Population) -> _Drawing:
        r, variance = population.reliability, float(np.var(population.start))
        loading = population.slope / r
        left = population.covariance - np.outer(loading, loading) * variance * r * (1.0 - r)
        # At the least reliability it is singular: the factor comes from its eigenvalues.
        values, vectors = np.linalg.eigh(left)
        root = vectors * np.sqrt(np.maximum(values, 0.0))
        mean = float(np.mean(population.start))
        return cls(
            population,
            loading,
            root,
            float(np.sqrt(variance * (1.0 - r))),
            float(np.sqrt(variance * r * (1.0 - r))),
            population.centre + r * (mean - population.centre),
        )

    def candidates(self, rng: np.random.Generator, n: int) -> tuple[Floats, Floats, Floats]:
        """Return start value, an earlier measurement and the level behind both."""
        p = self.population
        start = p.start[rng.integers(0, p.start.size, n)]
        level = p.centre + p.reliability * (start - p.centre)
        level = level + self.level_noise * rng.standard_normal(n)
        earlier = self.rounded(level + self.noise * rng.standard_normal(n))
        return start, earlier, level

    def course(self, rng: np.random.Generator, level: Floats) -> Floats:
        """Return values at all visits without an effect, not yet rounded."""
        noise = rng.standard_normal((level.size, self.root.shape[1])) @ self.root.T
        away = level - self.mean_level
        return np.asarray(self.population.course + away[:, None] * self.loading + noise)

    def rounded(self, values: Floats) -> Floats:
        """Return values as the instrument gives them."""
        step = self.population.step
        return np.asarray(np.round(values / step) * step) if step else values


def _trial(
    draw: _Drawing, design: Design, rng: np.random.Generator
) -> tuple[Floats, Floats, Floats, Floats, float, tuple[float, float]]:
    total = sum(design.sizes)
    start, values, screened = _enrolled(draw, design, rng, total)
    group = np.repeat(np.arange(len(design.sizes)), design.sizes)
    other = group > 0
    values[other] += design.effects[group[other] - 1]
    values = draw.rounded(values)
    gone = rng.random(values.shape) < design.leaving[group]
    values[np.logical_or.accumulate(gone, axis=1)] = np.nan
    change = values - start[:, None]
    estimate, p_value = _model(change, start, group, design)
    success = _success(change[:, -1], values[:, -1], start, design)
    counts = np.bincount(group, weights=success, minlength=len(design.sizes))
    sizes = np.array(design.sizes, dtype=np.float64)
    return (
        estimate,
        p_value,
        _two_proportions(counts, sizes),
        counts / sizes,
        float(screened),
        (float(np.mean(start)), float(np.std(start, ddof=1))),
    )


def _enrolled(
    draw: _Drawing, design: Design, rng: np.random.Generator, total: int
) -> tuple[Floats, Floats, int]:
    """Return start value and later course of those let in, and how many were looked at (TS.4)."""
    starts: list[Floats] = []
    courses: list[Floats] = []
    found = screened = 0
    while found < total:
        rate = (found + 1.0) / (screened + 1.0)
        n = int(min(1.2 * (total - found) / rate + 20, 20 * total))
        start, values, fits = _candidates(draw, design, rng, n)
        starts.append(start[fits])
        courses.append(values[fits])
        if found + fits.sum() >= total:
            # The one who filled the last place was the last to be looked at.
            screened += int(np.flatnonzero(fits)[total - found - 1]) + 1
        else:
            screened += n
        found += int(fits.sum())
        if screened > 20 * total and found < _LEAST_ADMITTED * screened:
            raise AnalysisError(
                "The conditions of entry let in fewer than 1 in "
                f"{round(1 / _LEAST_ADMITTED)} candidates. Ease them."
            )
    return np.concatenate(starts)[:total], np.concatenate(courses)[:total], screened


def _candidates(
    draw: _Drawing, design: Design, rng: np.random.Generator, n: int
) -> tuple[Floats, Floats, Bools]:
    """Return start values, courses after the groups part, and who is let in."""
    start, earlier, level = draw.candidates(rng, n)
    asked = {"start": (start,), "earlier": (earlier,), "both": (start, earlier)}
    if design.entry == "mean":
        start = 0.5 * (start + earlier)
    held = asked.get(design.entry, (start,))
    fits = np.all([(v >= design.least) & (v <= design.most) for v in held], axis=0)
    values = draw.course(rng, level)
    if design.run_in:
        end = draw.rounded(values[:, design.run_in - 1])
        fits &= design.better * (end - start) < design.run_in_limit
        start, values = end, values[:, design.run_in :]
    return start, values, fits


def _model(
    change: Floats, start: Floats, group: NDArray[np.intp], plan: Design
) -> tuple[Floats, Floats]:
    """Return estimate and p value of every group against the reference (TS.5)."""
    groups = len(plan.sizes)
    indicators = (group[:, None] == np.arange(1, groups)).astype(np.float64)
    design = np.column_stack((np.ones(len(start)), indicators, start - start.mean()))
    functions = np.eye(groups + 1)[1:groups]
    try:
        fit = INFERENCES[plan.inference](design, change, functions)
    except AnalysisError:
        missing = np.full(groups - 1, np.nan)
        return missing, missing
    return fit.estimate, 2.0 * stdtr(fit.df, -np.abs(fit.estimate / fit.std_error))


def _success(change: Floats, value: Floats, start: Floats, design: Design) -> Bools:
    """Return who is a success at the last visit; nobody whose value is missing (TS.6)."""
    rule, better = design.response, design.better * change
    with np.errstate(invalid="ignore"):
        by_share = (better >= rule.share * start - 1e-9) & (better > 0)
        return np.asarray(
            (better >= rule.improvement - 1e-9) | by_share | (value < rule.below - 1e-9)
        )


def _two_proportions(counts: Floats, sizes: Floats) -> Floats:
    """Return two-sided p values of the z test with the pooled proportion (TS.7)."""
    rates = counts / sizes
    pooled = (counts[1:] + counts[0]) / (sizes[1:] + sizes[0])
    error = np.sqrt(pooled * (1 - pooled) * (1 / sizes[1:] + 1 / sizes[0]))
    gap = np.abs(rates[1:] - rates[0])
    z = np.divide(gap, error, out=np.zeros_like(gap), where=error > 0)
    return np.asarray(2.0 * ndtr(-z))


def planned_covariance(population: Population, design: Design) -> Floats:
    """Return the covariance of later values given the start value of the design (TS.9).

    It is what the closed form of the power needs. The selection by another
    value than the start is left out, which changes it little.
    """
    s, variance = population.slope, float(np.var(population.start))
    r = population.reliability
    rounding = population.step**2 / 12.0
    outer = np.outer(s, s) * variance
    if design.run_in:
        whole = population.covariance + outer + rounding * np.eye(s.size)
        end, later = design.run_in - 1, slice(design.run_in, None)
        toward = whole[later, end]
        return np.asarray(whole[later, later] - np.outer(toward, toward) / whole[end, end])
    given = population.covariance + rounding * np.eye(s.size)
    if design.entry == "mean":
        # The mean of two measurements tells more of later values than one does.
        given = given - outer * (1.0 - r) / (1.0 + r)
    return np.asarray(given)


def losses(lost: Sequence[float], pattern: npt.ArrayLike) -> Floats:
    """Return probabilities to end before each visit that lose these shares by the last.

    Parameters
    ----------
    lost : sequence of float
        Share of each group that is gone at the last visit.
    pattern : array, shape (T,)
        Share of all losses that falls before each visit; its sum need not be 1.

    Returns
    -------
    array, shape (A, T)
    """
    weights = within(pattern, "Pattern of losses", low=0.0)
    if weights.sum() <= 0:
        weights = np.ones_like(weights)
    weights = weights / weights.sum()
    gone = np.outer(within(lost, "Losses", low=0.0, high=0.99), np.cumsum(weights))
    before = np.hstack((np.zeros((len(gone), 1)), gone[:, :-1]))
    return np.asarray((gone - before) / (1.0 - before))
