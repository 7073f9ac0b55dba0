"""Find the moves that bring the headline figures to the published ones.

``python -m resources.demo.generator.calibrate`` writes ``moves.json``: single
steps of ESSDAI domain levels. First the mean baseline totals of the arms are
set; then steps at the late visits are chosen so that the week 48 results of
three mixed models (change from baseline by arm, visit and baseline, each by
visit, unstructured covariance, REML; both trials and the two common arms
pooled with the trial as a factor) come to the targets. A step is allowed only
where the new level is the patient's level at a neighbouring visit, so it moves
a change of level by one visit rather than adding one.

Given the covariance, every estimate is a fixed linear function of the scores,
and the change of a standard error follows from one scoring step of the
covariance. That makes all candidate steps cheap to judge; the models are
fitted again after every round.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .activity import Activity, draw_activity
from .build import MOVES, Move
from .conduct import Conduct, draw_conduct
from .design import DOMAIN_CODES, DOMAINS, MONTHLY, PLACEBO, QUARTERLY, TRIALS, WEEKS, WEIGHTS

Floats = NDArray[np.float64]

MOVABLE = tuple(DOMAIN_CODES.index(code) for code in ("CON", "GLA", "ART", "CUT"))
LATE_VISITS = (8, 9, 10, 11, 12)

# Mean baseline totals: 12.7 and 12.6 are published for the first trial. A small imbalance in the
# second is needed for the pooled difference to exceed the mean of the two.
BASELINE = {
    ("NEPTUNUS-1", PLACEBO): 12.61,
    ("NEPTUNUS-1", MONTHLY): 12.69,
    ("NEPTUNUS-2", PLACEBO): 12.45,
    ("NEPTUNUS-2", MONTHLY): 12.85,
    ("NEPTUNUS-2", QUARTERLY): 12.65,
}


@dataclass(frozen=True)
class Target:
    """One figure: which model, which contrast and week, value and tolerance.

    ``kind`` is "mean" of an arm, "difference" or "error" (its standard error) of
    an arm to placebo, or "ancova": the difference at week 48 by least squares
    with the baseline total, observed cases.
    """

    model: str
    kind: str
    arm: str
    value: float
    tolerance: float
    week: int = 48


TARGETS = (
    Target("NEPTUNUS-1", "mean", PLACEBO, -5.120, 0.008),
    Target("NEPTUNUS-1", "difference", MONTHLY, -1.307, 0.002),
    Target("NEPTUNUS-1", "error", MONTHLY, 0.6570, 0.0012),
    Target("NEPTUNUS-2", "mean", PLACEBO, -5.490, 0.006),
    Target("NEPTUNUS-2", "difference", MONTHLY, -1.040, 0.002),
    Target("NEPTUNUS-2", "error", MONTHLY, 0.5080, 0.0010),
    Target("NEPTUNUS-2", "difference", QUARTERLY, -0.490, 0.010),
    Target("pooled", "mean", PLACEBO, -5.315, 0.006),
    Target("pooled", "difference", MONTHLY, -1.163, 0.0015),
    Target("pooled", "error", MONTHLY, 0.4040, 0.0010),
    # Observed cases agree with the mixed model, and the course stays smooth.
    Target("NEPTUNUS-1", "ancova", MONTHLY, -1.28, 0.03),
    Target("NEPTUNUS-2", "ancova", MONTHLY, -1.05, 0.03),
    Target("NEPTUNUS-2", "ancova", QUARTERLY, -0.49, 0.03),
    Target("NEPTUNUS-1", "difference", MONTHLY, -1.27, 0.03, week=44),
    Target("NEPTUNUS-1", "difference", MONTHLY, -1.24, 0.03, week=40),
    Target("NEPTUNUS-1", "difference", MONTHLY, -1.20, 0.03, week=36),
    Target("NEPTUNUS-2", "difference", MONTHLY, -1.02, 0.03, week=44),
    Target("NEPTUNUS-2", "difference", MONTHLY, -0.98, 0.03, week=40),
    Target("NEPTUNUS-2", "difference", MONTHLY, -0.94, 0.03, week=36),
    Target("NEPTUNUS-2", "difference", QUARTERLY, -0.48, 0.04, week=44),
    Target("NEPTUNUS-2", "difference", QUARTERLY, -0.47, 0.04, week=40),
    Target("NEPTUNUS-2", "difference", QUARTERLY, -0.45, 0.04, week=36),
)


@dataclass
class Model:
    """Data of one mixed model; patients without a visit after baseline are left out.

    ``who`` gives (trial index, patient) of each row, ``x`` the design (rows x
    visits x coefficients, zero where missing), ``seen`` which visits count.
    """

    name: str
    who: NDArray[np.int64]
    y: Floats
    x: Floats
    seen: NDArray[np.bool_]
    contrasts: dict[tuple[str, str, int], Floats]
    slopes: Floats  # least squares at week 48: coefficients x rows


@dataclass
class Fit:
    """A fitted model: estimates, covariance, weights of each row, sensitivities."""

    covariance: Floats
    inverse: Floats  # rows x visits x visits, zero where missing
    coefficients: Floats
    unscaled: Floats
    residuals: Floats
    information: Floats
    duplication: Floats


def build_model(
    name: str,
    trials: list[int],
    arms: list[str],
    activities: list[Activity],
    conducts: list[Conduct],
    levels: list[NDArray[np.int64]],
) -> Model:
    """Set up a mixed model for change from baseline in the ESSDAI total."""
    parts = []
    for k in trials:
        total = levels[k] @ WEIGHTS
        seen = conducts[k].attended[:, 1:]
        rows = np.flatnonzero(np.isin(conducts[k].arm_name, arms) & seen.any(axis=1))
        parts.append(
            (
                np.full(len(rows), k),
                rows,
                total[rows, 1:] - total[rows, :1],
                total[rows, 0],
                seen[rows],
                conducts[k].arm_name[rows],
            )
        )
    trial, row, y, base, seen, arm = (np.concatenate(p) for p in zip(*parts, strict=True))
    visits = len(WEEKS) - 1
    lead = [np.ones(len(row)), *[(arm == a).astype(float) for a in arms[1:]], base.astype(float)]
    blocks = np.stack(lead, axis=1)
    x = np.einsum("iq,tv->itvq", blocks, np.eye(visits)).reshape(len(row), visits, -1)
    if len(trials) > 1:
        x = np.concatenate([x, np.repeat((trial == 1).astype(float)[:, None, None], visits, 1)], 2)
    mean_base = float(np.average(np.broadcast_to(base[:, None], seen.shape), weights=seen))
    contrasts = {}
    for t, week in enumerate(WEEKS[1:]):
        at = t * len(lead)
        for number, name_of_arm in enumerate(arms):
            vector = np.zeros(x.shape[2])
            if number:
                vector[at + number] = 1
                contrasts["difference", name_of_arm, week] = vector.copy()
            vector[at], vector[at + len(lead) - 1] = 1, mean_base
            if len(trials) > 1:
                vector[-1] = 0.5
            contrasts["mean", name_of_arm, week] = vector
    x[~seen] = 0
    y = np.where(seen, y, 0).astype(float)
    slopes = np.zeros((len(lead), len(row)))
    last = seen[:, -1]
    slopes[:, last] = np.linalg.pinv(blocks[last])
    return Model(name, np.stack([trial, row], axis=1), y, x, seen, contrasts, slopes)


def fit(model: Model, start: Floats | None = None) -> Fit:
    """Fit by restricted maximum likelihood with Fisher scoring."""
    visits = model.y.shape[1]
    pairs = [(a, b) for a in range(visits) for b in range(a + 1)]
    duplication = np.zeros((visits * visits, len(pairs)))
    for k, (a, b) in enumerate(pairs):
        duplication[a * visits + b, k] = duplication[b * visits + a, k] = 1
    covariance = 25.0 * (0.2 * np.eye(visits) + 0.8) if start is None else start
    patterns, which = np.unique(model.seen, axis=0, return_inverse=True)
    count = np.bincount(which)
    for _ in range(60):
        small = np.zeros((len(patterns), visits, visits))
        for k, pattern in enumerate(patterns):
            at = np.flatnonzero(pattern)
            small[k][np.ix_(at, at)] = np.linalg.inv(covariance[np.ix_(at, at)])
        inverse = small[which]
        weighted = inverse @ model.x
        unscaled = np.linalg.inv(np.einsum("itp,itq->pq", model.x, weighted, optimize=True))
        coefficients = unscaled @ np.einsum("itp,it->p", weighted, model.y, optimize=True)
        residuals = np.where(model.seen, model.y - model.x @ coefficients, 0)
        q = np.einsum("ist,it->is", inverse, residuals)
        score = q.T @ q - np.einsum("k,kst->st", count, small)
        score += np.einsum("itp,isp->ts", weighted @ unscaled, weighted, optimize=True)
        kron = np.einsum("k,kac,kbd->abcd", count, small, small, optimize=True)
        information = duplication.T @ kron.reshape(visits**2, visits**2) @ duplication / 2
        gradient = duplication.T @ score.ravel() / 2
        step = np.linalg.solve(information, gradient)
        change = (duplication @ step).reshape(visits, visits)
        while np.linalg.eigvalsh(covariance + change)[0] <= 1e-3:
            change /= 2
        covariance = covariance + change
        if np.abs(change).max() < 1e-9 * np.abs(covariance).max():
            break
    return Fit(covariance, inverse, coefficients, unscaled, residuals, information, duplication)


def figure(model: Model, fitted: Fit, target: Target) -> float:
    """Return the current value of a target."""
    if target.kind == "ancova":
        return float(linear_weights(model, fitted, target)[:, -1] @ model.y[:, -1])
    kind = "mean" if target.kind == "mean" else "difference"
    vector = model.contrasts[kind, target.arm, target.week]
    if target.kind == "error":
        return float(np.sqrt(vector @ fitted.unscaled @ vector))
    return float(vector @ fitted.coefficients)


def linear_weights(model: Model, fitted: Fit, target: Target) -> Floats:
    """Return the derivative of an estimate by each score (rows x visits)."""
    if target.kind == "ancova":
        out = np.zeros_like(model.y)
        out[:, -1] = model.slopes[2 if target.arm == QUARTERLY else 1]
        return out
    vector = model.contrasts[target.kind, target.arm, target.week]
    weights: Floats = np.einsum("ist,itp,p->is", fitted.inverse, model.x, fitted.unscaled @ vector)
    return weights


def error_form(model: Model, fitted: Fit, target: Target) -> Floats:
    """Return the form G with d(SE) = tr(G dQ), Q the sum of weighted residual products."""
    vector = model.contrasts["difference", target.arm, target.week]
    u = np.einsum("ist,itp,p->is", fitted.inverse, model.x, fitted.unscaled @ vector)
    gradient = fitted.duplication.T @ (u.T @ u).ravel()
    step = np.linalg.solve(fitted.information, gradient) / 2
    size = model.y.shape[1]
    error = float(np.sqrt(vector @ fitted.unscaled @ vector))
    return (fitted.duplication @ step).reshape(size, size) / (2 * error)


def set_baselines(
    activities: list[Activity], conducts: list[Conduct], levels: list[NDArray[np.int64]]
) -> list[tuple[int, int, int, int, int]]:
    """Step domain levels at baseline until the arms have the wanted mean totals."""
    moves = []
    for k, trial in enumerate(TRIALS):
        for arm in trial.arms:
            rows = np.flatnonzero(conducts[k].arm_name == arm.name)
            wanted = round(BASELINE[trial.study, arm.name] * len(rows))
            for i in rows:
                gap = wanted - int((levels[k][rows, 0] @ WEIGHTS).sum())
                for d in MOVABLE:
                    new = int(activities[k].screening[i, d])
                    rise = (new - int(levels[k][i, 0, d])) * int(WEIGHTS[d])
                    # Only steps of two points, towards the level at screening.
                    if rise and abs(gap) >= abs(rise) and rise * gap > 0 and abs(rise) == 2:
                        levels[k][i, 0, d] = new
                        moves.append((k, int(i), 0, d, new))
                        break
    return moves


def candidates(
    conducts: list[Conduct], levels: list[NDArray[np.int64]]
) -> list[tuple[int, int, int, int, int]]:
    """List the allowed single steps: trial, patient, visit, domain, new level."""
    found = []
    for k, level in enumerate(levels):
        for t in LATE_VISITS:
            for d in MOVABLE:
                allowed = DOMAINS[d].levels
                for i in np.flatnonzero(conducts[k].attended[:, t]):
                    now = int(level[i, t, d])
                    around = {int(level[i, t - 1, d])}
                    if t + 1 < len(WEEKS):
                        around.add(int(level[i, t + 1, d]))
                    found += [
                        (k, int(i), t, d, new)
                        for new in (now - 1, now + 1)
                        if new in around and new in allowed
                    ]
    return found


def effects(
    moves: list[tuple[int, int, int, int, int]],
    levels: list[NDArray[np.int64]],
    models: dict[str, Model],
    fits: dict[str, Fit],
) -> Floats:
    """Return the predicted effect of every step on every target (steps x targets)."""
    place = {
        name: {(int(k), int(i)): r for r, (k, i) in enumerate(model.who)}
        for name, model in models.items()
    }
    out = np.zeros((len(moves), len(TARGETS)))
    delta = np.array([(new - levels[k][i, t, d]) * WEIGHTS[d] for k, i, t, d, new in moves])
    visit = np.array([t - 1 for _, _, t, _, _ in moves])
    for column, target in enumerate(TARGETS):
        model, fitted = models[target.model], fits[target.model]
        row = np.array([place[target.model].get((k, i), -1) for k, i, *_ in moves])
        inside = np.flatnonzero(row >= 0)
        r, t, size = row[inside], visit[inside], delta[inside].astype(float)
        if target.kind == "error":
            form = error_form(model, fitted, target)
            q = np.einsum("ist,it->is", fitted.inverse, fitted.residuals)
            w = fitted.inverse[r, :, t]
            out[inside, column] = 2 * size * np.einsum(
                "is,st,it->i", w, form, q[r]
            ) + size**2 * np.einsum("is,st,it->i", w, form, w)
        else:
            out[inside, column] = size * linear_weights(model, fitted, target)[r, t]
    return out


def choose(
    gap: Floats, effect: Floats, moves: list[tuple[int, int, int, int, int]], most: int
) -> list[int]:
    """Pick steps one by one, each the one that brings the figures closest."""
    scale = np.array([t.tolerance for t in TARGETS])
    gap, effect = gap / scale, effect / scale
    patient = np.array([k * 10000 + i for k, i, *_ in moves])
    free = np.ones(len(moves), dtype=bool)
    picked: list[int] = []
    for _ in range(most):
        loss = ((gap - effect) ** 2).sum(axis=1)
        loss[~free] = np.inf
        best = int(np.argmin(loss))
        if loss[best] >= 0.995 * (gap**2).sum():
            break
        picked.append(best)
        gap = gap - effect[best]
        free &= patient != patient[best]
    return picked


def calibrate(rounds: int = 8, most: int = 40) -> list[Move]:
    """Return the moves and print the figures after every round."""
    activities = [draw_activity(trial) for trial in TRIALS]
    conducts = [draw_conduct(t, a) for t, a in zip(TRIALS, activities, strict=True)]
    levels = [a.levels.copy() for a in activities]
    original = [a.levels.copy() for a in activities]
    set_baselines(activities, conducts, levels)
    fits: dict[str, Fit] = {}
    for number in range(rounds + 1):
        models = {
            name: build_model(name, trials, arms, activities, conducts, levels)
            for name, trials, arms in (
                ("NEPTUNUS-1", [0], [PLACEBO, MONTHLY]),
                ("NEPTUNUS-2", [1], [PLACEBO, MONTHLY, QUARTERLY]),
                ("pooled", [0, 1], [PLACEBO, MONTHLY]),
            )
        }
        fits = {
            name: fit(model, fits[name].covariance if name in fits else None)
            for name, model in models.items()
        }
        now = np.array([figure(models[t.model], fits[t.model], t) for t in TARGETS])
        gap = np.array([t.value for t in TARGETS]) - now
        print(f"round {number}: " + " ".join(f"{v:.4f}" for v in now), flush=True)
        if number == rounds or all(
            abs(g) <= 2 * t.tolerance for g, t in zip(gap, TARGETS, strict=True)
        ):
            break
        steps = candidates(conducts, levels)
        picked = choose(gap, effects(steps, levels, models, fits), steps, most)
        if not picked:
            break
        for index in picked:
            k, i, t, d, new = steps[index]
            levels[k][i, t, d] = new
    return [
        (TRIALS[k].study, int(i), WEEKS[t], DOMAIN_CODES[d], int(levels[k][i, t, d]))
        for k in range(len(TRIALS))
        for i, t, d in zip(*np.nonzero(levels[k] != original[k]), strict=True)
    ]


if __name__ == "__main__":
    found = calibrate()
    MOVES.write_text(
        "[\n" + ",\n".join(json.dumps(move) for move in found) + "\n]\n", encoding="utf-8"
    )
    print(f"{len(found)} moves")
