"""How each patient goes through the trial: dates, drop-out, missed visits, events.

Leaving the trial depends on the course seen so far (patients who do not improve
leave more often), so data are missing at random given the observed scores.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .activity import Activity
from .design import ARM_CODES, NO_DATE, PLACEBO, WEEKS, Trial, days, stream

Ints = NDArray[np.int64]
Days = NDArray[np.datetime64]
NEVER = 99  # visit index of what does not happen

REASONS = (
    "WITHDRAWAL BY SUBJECT",
    "ADVERSE EVENT",
    "LACK OF EFFICACY",
    "LOST TO FOLLOW-UP",
    "PHYSICIAN DECISION",
    "PROTOCOL DEVIATION",
    "PREGNANCY",
)
_REASON_SHARES = np.array([0.36, 0.24, 0.18, 0.09, 0.07, 0.04, 0.02])


@dataclass(frozen=True)
class Conduct:
    """Dates and events of the patients of one trial.

    Visits are counted as in ``WEEKS``. ``last_visit`` is the last one attended,
    ``last_dose`` the last one with an injection; ``reason`` says why the trial
    was left ("" when completed), ``stop_reason`` why treatment was;
    ``rescue`` and ``prohibited`` are the visits after which oral steroids were
    raised or an immunosuppressant was started (``NEVER`` otherwise).
    """

    arm_name: NDArray[np.str_]
    randomised: Days
    visit_date: Days
    attended: NDArray[np.bool_]
    last_visit: Ints
    last_dose: Ints
    reason: NDArray[np.str_]
    stop_reason: NDArray[np.str_]
    rescue: Ints
    prohibited: Ints
    rescue_date: Days
    prohibited_date: Days
    end_of_study: Days
    death: NDArray[np.bool_]


def draw_conduct(trial: Trial, activity: Activity) -> Conduct:
    """Draw dates, drop-out with reasons, missed visits and intercurrent events."""
    rng = stream(trial, trial.conduct_topic)
    n = len(activity.arm)
    arm_name = np.array([a.name for a in trial.arms])[activity.arm]
    change = activity.totals - activity.totals[:, [0]]
    randomised = np.datetime64(trial.first_randomised) + days(rng.integers(0, 620, n))
    randomised.sort()
    visit_date = _visit_dates(rng, randomised)
    last_visit = _last_visit(rng, change)
    reason = _reasons(rng, last_visit, change)
    death = np.zeros(n, dtype=bool)
    if trial.number == 1:
        # One death in the placebo arm of the first trial (published); the day is invented.
        candidates = np.flatnonzero((arm_name == PLACEBO) & (last_visit == len(WEEKS) - 1))
        who = candidates[len(candidates) // 3]
        last_visit[who], reason[who], death[who] = 6, "DEATH", True
    last_dose = np.minimum(last_visit, len(WEEKS) - 1)
    stop_reason = reason.copy()
    _stop_treatment_only(rng, last_visit, last_dose, stop_reason)
    attended = _attended(rng, last_visit)
    rescue = _event_visit(rng, change, last_visit, np.where(arm_name == PLACEBO, 0.055, 0.032))
    prohibited = _event_visit(rng, change, last_visit, np.where(arm_name == PLACEBO, 0.028, 0.016))
    end = visit_date[np.arange(n), last_visit].copy()
    completed = reason == ""
    end[completed] += days(28 + rng.integers(-3, 4, n)[completed])
    end[~completed] += days(rng.integers(3, 25, n)[~completed])
    return Conduct(
        arm_name=arm_name,
        randomised=randomised,
        visit_date=visit_date,
        attended=attended,
        last_visit=last_visit,
        last_dose=last_dose,
        reason=reason,
        stop_reason=stop_reason,
        rescue=rescue,
        prohibited=prohibited,
        rescue_date=_event_date(rng, visit_date, rescue, end),
        prohibited_date=_event_date(rng, visit_date, prohibited, end),
        end_of_study=end,
        death=death,
    )


def arm_codes(conduct: Conduct) -> Ints:
    """Return the numeric arm of each patient (placebo 0, monthly 1, quarterly 2)."""
    return np.array([ARM_CODES[name] for name in conduct.arm_name])


def _visit_dates(rng: np.random.Generator, randomised: Days) -> Days:
    n = len(randomised)
    start = randomised + days(rng.integers(0, 3, n))
    window = rng.integers(-4, 5, (n, len(WEEKS)))
    window[:, 0] = 0
    return start[:, None] + days(7 * np.array(WEEKS) + window)


def _last_visit(rng: np.random.Generator, change: Ints) -> Ints:
    n, visits = change.shape
    last = np.full(n, visits - 1)
    draws = rng.random((n, visits))
    for t in range(visits - 1, 0, -1):
        # Leaving between visits t-1 and t, more likely when the last score had not fallen.
        hazard = 0.0115 * np.exp(0.07 * (change[:, t - 1] + 4.5).clip(-8, 8))
        last = np.where(draws[:, t] < hazard, t - 1, last)
    return last


def _reasons(rng: np.random.Generator, last_visit: Ints, change: Ints) -> NDArray[np.str_]:
    n, visits = change.shape
    reason = np.full(n, "", dtype="<U24")
    draws = rng.random((n,))
    for i in np.flatnonzero(last_visit < visits - 1):
        shares = np.array(_REASON_SHARES)
        shares[2] *= 2.0 if change[i, last_visit[i]] > -2 else 0.4
        edges: NDArray[np.float64] = np.cumsum(shares)
        below = int(np.count_nonzero(edges < draws[i] * edges[-1]))
        reason[i] = REASONS[min(below, len(REASONS) - 1)]
    return reason


def _stop_treatment_only(
    rng: np.random.Generator, last_visit: Ints, last_dose: Ints, reason: NDArray[np.str_]
) -> None:
    """Let a few patients stop the injections and stay in the trial."""
    n = len(last_visit)
    chosen = (rng.random(n) < 0.035) & (last_visit == len(WEEKS) - 1)
    when = rng.integers(2, len(WEEKS) - 3, n)
    why = rng.random(n)
    last_dose[chosen] = when[chosen]
    labels = np.where(why < 0.6, "ADVERSE EVENT", "WITHDRAWAL BY SUBJECT")
    reason[chosen] = labels[chosen]


def _attended(rng: np.random.Generator, last_visit: Ints) -> NDArray[np.bool_]:
    n = len(last_visit)
    visit = np.arange(len(WEEKS))
    attended = rng.random((n, len(WEEKS))) >= 0.018
    attended &= visit <= last_visit[:, None]
    attended[:, 0] = True
    attended[np.arange(n), last_visit] = True
    return attended


def _event_visit(
    rng: np.random.Generator, change: Ints, last_visit: Ints, chance: NDArray[np.float64]
) -> Ints:
    """Draw the visit after which an intercurrent event happens, or ``NEVER``."""
    n = len(last_visit)
    when = rng.integers(1, len(WEEKS) - 1, n)
    draws = rng.random(n)
    worse = change[np.arange(n), when] > -3
    happens = (draws < chance * np.where(worse, 1.9, 0.5)) & (when <= last_visit)
    return np.where(happens, when, NEVER)


def _event_date(rng: np.random.Generator, visit_date: Days, visit: Ints, end: Days) -> Days:
    after = days(rng.integers(1, 24, len(visit)))
    date = visit_date[np.arange(len(visit)), np.minimum(visit, len(WEEKS) - 1)] + after
    return np.where(visit == NEVER, NO_DATE, np.minimum(date, end))
