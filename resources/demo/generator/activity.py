"""ESSDAI domain levels over the visits: who is entered, and how the disease goes.

Every domain has a latent severity: a lasting part (some of it shared between
the domains of a patient), a part that drifts from visit to visit, and a fall
that grows with time by arm and by patient. Levels are what lies above fixed
cut points, so totals are right by construction. The mean course of each arm is
steered by a shift of the latent severities found by bisection.
"""

from __future__ import annotations

from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from .design import DOMAINS, IN_ENTRY, POST_WEEKS, WEEKS, WEIGHTS, Arm, Trial, stream, target_fall

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

N_DOMAINS = len(DOMAINS)
BIOLOGICAL = np.array([d.code == "BIO" for d in DOMAINS])  # lowered directly on drug
ENTRY_SCORE = 5  # screening ESSDAI over eight domains (entry rule of both trials)


@dataclass(frozen=True)
class Activity:
    """Disease course of the randomised patients of one trial, complete.

    ``levels`` is patients x visits x domains (visits as ``WEEKS``), ``latent``
    the severities behind them, ``screening`` the levels at screening, ``arm``
    the index of each patient's arm, ``response`` each patient's own part of the
    improvement (standardised), ``improvement`` the fall of severity by visit.
    """

    arm: Ints
    levels: Ints
    latent: Floats
    screening: Ints
    response: Floats
    improvement: Floats

    @property
    def totals(self) -> Ints:
        """ESSDAI totals, patients x visits."""
        totals: Ints = self.levels @ WEIGHTS
        return totals


def draw_activity(trial: Trial) -> Activity:
    """Draw the disease course of every patient of a trial, before any drop-out."""
    rng = stream(trial, 1)
    n = sum(arm.n for arm in trial.arms)
    lasting, drift = _screened(rng, 6 * n)
    latent0 = lasting[:, None, :] + drift
    screening = levels_of(latent0[:, 0, :])
    eligible = np.flatnonzero((screening * IN_ENTRY) @ WEIGHTS >= ENTRY_SCORE)[:n]
    latent0, screening = latent0[eligible], screening[eligible]
    arm = _randomise(rng, trial, levels_of(latent0[:, 1, :]) @ WEIGHTS)
    response = rng.standard_normal(n)
    own = rng.standard_normal((n, N_DOMAINS)) * 0.35
    latent, improvement = _treated(trial, latent0[:, 1:, :], arm, response, own)
    return Activity(arm, levels_of(latent), latent, screening, response, improvement)


def cut_points(domain: int) -> Floats:
    """Cut points of a domain's latent severity (standard normal when screened)."""
    active = DOMAINS[domain].active
    above = np.cumsum(active[::-1])[::-1]
    return np.array([NormalDist().inv_cdf(1 - float(share)) for share in above])


def levels_of(latent: Floats) -> Ints:
    """Turn latent severities (last axis: domains) into allowed levels."""
    levels = np.zeros(latent.shape, dtype=np.int64)
    for d, domain in enumerate(DOMAINS):
        step = np.searchsorted(cut_points(d), latent[..., d], side="right")
        levels[..., d] = np.array(domain.levels)[step]
    return levels


def _screened(rng: np.random.Generator, n: int) -> tuple[Floats, Floats]:
    """Draw the lasting part and the drift (screening, then all visits)."""
    restless = np.array([d.restless for d in DOMAINS])
    shared = rng.standard_normal((n, 1))
    own = rng.standard_normal((n, N_DOMAINS))
    lasting = (np.sqrt(0.03) * shared + np.sqrt(0.97) * own) * np.sqrt(1 - restless)
    drift = np.empty((n, len(WEEKS) + 1, N_DOMAINS))
    drift[:, 0] = rng.standard_normal((n, N_DOMAINS))
    keep = 0.86  # correlation of the drift of neighbouring visits
    for t in range(1, len(WEEKS) + 1):
        fresh = rng.standard_normal((n, N_DOMAINS))
        drift[:, t] = keep * drift[:, t - 1] + np.sqrt(1 - keep**2) * fresh
    return lasting, drift * np.sqrt(restless)


def _randomise(rng: np.random.Generator, trial: Trial, baseline: Ints) -> Ints:
    """Assign arms in turn within the strata of baseline ESSDAI (>= 10 or below)."""
    n = len(baseline)
    order = np.lexsort((baseline + 3 * rng.random(n), baseline >= 10))
    arm = np.empty(n, dtype=np.int64)
    arm[order] = np.arange(n) % len(trial.arms)
    # The arms of the second trial differ by one or two patients from equal shares.
    sizes = [a.n for a in trial.arms]
    for short in range(len(sizes)):
        while np.count_nonzero(arm == short) < sizes[short]:
            over = next(k for k in range(len(sizes)) if np.count_nonzero(arm == k) > sizes[k])
            arm[np.flatnonzero(arm == over)[-1]] = short
    return arm


def _treated(
    trial: Trial, latent0: Floats, arm: Ints, response: Floats, own: Floats
) -> tuple[Floats, Floats]:
    latent = latent0.copy()
    improvement = np.zeros((len(arm), len(WEEKS)))
    strength = np.array([d.response for d in DOMAINS])
    base = levels_of(latent0[:, 0, :]) @ WEIGHTS
    for index, design in enumerate(trial.arms):
        rows = np.flatnonzero(arm == index)
        for t, week in enumerate(POST_WEEKS, start=1):
            growth = week / (week + 12) / 0.8
            spread = design.spread * growth * response[rows]
            each = np.where(BIOLOGICAL & (design.extra > 0), 0.8, strength) * (1 + own[rows])
            shift = _shift_for(design, trial, week, latent0[rows, t], spread, each, base[rows])
            improvement[rows, t] = shift + spread
            latent[rows, t] = latent0[rows, t] - each * (shift + spread)[:, None]
    return latent, improvement


def _shift_for(
    design: Arm, trial: Trial, week: int, latent: Floats, spread: Floats, each: Floats, base: Ints
) -> float:
    """Find the latent shift that gives the arm its mean fall at a visit."""
    wanted = target_fall(trial, design, week)
    low, high = -1.0, 4.0
    for _ in range(30):
        middle = (low + high) / 2
        levels = levels_of(latent - each * (middle + spread)[:, None])
        fall = float(np.mean(base - levels @ WEIGHTS))
        low, high = (middle, high) if fall < wanted else (low, middle)
    return (low + high) / 2
