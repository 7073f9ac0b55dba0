"""Cox's partial likelihood and its derivatives.

Rows are ordered once, by stratum and falling time, so that sums over risk sets
are running sums; ties are then a matter of which share of the tied rows each
event still finds at risk. Formulas CX.1 to CX.6 in
``resources/methods/cox.md``.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sjogren_desktop.stats.arguments import BoolArray, FloatArray, IntArray

TIES = ("efron", "breslow", "exact")


@dataclass(frozen=True)
class Ordered:
    """Rows by stratum and falling time, with the places of events.

    ``last_at_risk`` holds, for every event, the last row at risk in its
    stratum; ``tie_start`` and ``tie_size`` the first event with the same
    stratum and time and how many there are.
    """

    time: FloatArray
    event: BoolArray
    design: FloatArray
    stratum_edges: IntArray
    last_at_risk: IntArray
    tie_start: IntArray
    tie_size: IntArray

    @classmethod
    def of(
        cls, time: FloatArray, event: BoolArray, stratum: IntArray, design: FloatArray
    ) -> Ordered:
        """Bring rows into order; events precede censored rows of the same time."""
        order = np.lexsort((~event, -time, stratum))
        time, event, stratum = time[order], event[order], stratum[order]
        edges = np.searchsorted(stratum, np.arange(stratum[-1] + 2))
        new = np.ones(time.size, dtype=bool)
        new[1:] = (time[1:] != time[:-1]) | (stratum[1:] != stratum[:-1])
        block = np.cumsum(new) - 1
        block_last = np.append(np.flatnonzero(new)[1:], time.size) - 1
        of_event = block[event]
        _, start, inverse, size = np.unique(
            of_event, return_index=True, return_inverse=True, return_counts=True
        )
        return cls(
            time,
            event,
            design[order],
            edges,
            block_last[of_event],
            start[inverse],
            size[inverse],
        )


@dataclass(frozen=True)
class Derivatives:
    """Log partial likelihood with first and second derivatives.

    The weighted ones multiply each event's part by a number given for it, once
    or (in ``twice_weighted_information``) squared; they are what the
    derivatives with respect to an interaction with time come to.
    """

    log_likelihood: float
    gradient: FloatArray
    information: FloatArray
    weighted_gradient: FloatArray
    weighted_information: FloatArray
    twice_weighted_information: FloatArray


def partial_likelihood(
    rows: Ordered, beta: FloatArray, ties: str, *, event_weight: FloatArray | None = None
) -> Derivatives:
    """Return the log partial likelihood of coefficients and its derivatives.

    Parameters
    ----------
    rows : Ordered
    beta : array of shape (p,)
    ties : {"efron", "breslow", "exact"}
    event_weight : array of shape (number of events,), optional
        Only with Efron and Breslow ties.
    """
    eta = rows.design @ beta
    # The largest linear predictor of a stratum is taken out of both numerator
    # and denominator, so that no exponential overflows.
    shift = np.repeat(
        np.maximum.reduceat(eta, rows.stratum_edges[:-1]), np.diff(rows.stratum_edges)
    )
    risk = np.exp(eta - shift)
    x = rows.design
    tied = rows.event
    p = beta.size
    s0, s1, s2 = _running(rows, risk, x)
    at = rows.last_at_risk
    d0, d1, d2 = _tie_sums(rows, risk[tied], x[tied])
    share = np.zeros(at.size)
    if ties == "efron":
        share = (np.arange(at.size) - rows.tie_start) / rows.tie_size
    zero = s0[at] - share * d0
    # Coefficients far out leave a risk set without weight; the caller sees a
    # likelihood that is not finite and goes back.
    with np.errstate(divide="ignore", invalid="ignore"):
        first = (s1[at] - share[:, None] * d1) / zero[:, None]
        second = (s2[at] - share[:, None, None] * d2) / zero[:, None, None]
        each = eta[tied] - shift[tied] - np.log(zero)
    variance = second - first[:, :, None] * first[:, None, :]
    residual = x[tied] - first
    weight = np.zeros(at.size) if event_weight is None else event_weight
    if ties != "exact":
        return Derivatives(
            float(each.sum()),
            residual.sum(axis=0),
            variance.sum(axis=0),
            weight @ residual,
            np.tensordot(weight, variance, axes=1).reshape(p, p),
            np.tensordot(weight**2, variance, axes=1).reshape(p, p),
        )
    # An event alone at its time is the same in every form; the others take
    # their share from the recursion over sets of rows.
    alone = rows.tie_size == 1
    value, gradient, information = _sets_of_ties(rows, eta)
    zeros = np.zeros((p, p))
    return Derivatives(
        value + float(each[alone].sum()),
        gradient + residual[alone].sum(axis=0),
        information + variance[alone].sum(axis=0),
        np.zeros(p),
        zeros,
        zeros,
    )


def _running(
    rows: Ordered, risk: FloatArray, x: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return sums of r, r x and r x x' over the rows up to each, by stratum."""
    s0, s1 = risk.copy(), risk[:, None] * x
    s2 = s1[:, :, None] * x[:, None, :]
    for start, stop in pairwise(rows.stratum_edges):
        for sums in (s0, s1, s2):
            np.cumsum(sums[start:stop], axis=0, out=sums[start:stop])
    return s0, s1, s2


def _tie_sums(
    rows: Ordered, risk: FloatArray, x: FloatArray
) -> tuple[FloatArray, FloatArray, FloatArray]:
    """Return sums of r, r x and r x x' over the events tied with each event."""
    starts, place = np.unique(rows.tie_start, return_inverse=True)
    first = risk[:, None] * x
    second = first[:, :, None] * x[:, None, :]

    def by_tie(values: FloatArray) -> FloatArray:
        return np.asarray(np.add.reduceat(values, starts, axis=0)[place], dtype=np.float64)

    return by_tie(risk), by_tie(first), by_tie(second)


def _sets_of_ties(rows: Ordered, eta: FloatArray) -> tuple[float, FloatArray, FloatArray]:
    """Return the discrete likelihood of all times with several events (CX.4)."""
    p = rows.design.shape[1]
    value, gradient, information = 0.0, np.zeros(p), np.zeros((p, p))
    stratum_start = rows.stratum_edges[
        np.searchsorted(rows.stratum_edges, rows.last_at_risk, side="right") - 1
    ]
    event_rows = np.flatnonzero(rows.event)
    for first in np.unique(rows.tie_start[rows.tie_size > 1]):
        d = int(rows.tie_size[first])
        own = event_rows[first : first + d]
        risk_set = slice(int(stratum_start[first]), int(rows.last_at_risk[first]) + 1)
        log_sum, mean, variance = _subset_moments(eta[risk_set], rows.design[risk_set], d)
        value += float(np.sum(eta[own])) - log_sum
        gradient += rows.design[own].sum(axis=0) - mean
        information += variance
    return value, gradient, information


def _subset_moments(eta: FloatArray, x: FloatArray, d: int) -> tuple[float, FloatArray, FloatArray]:
    """Return log sum, mean and covariance over all subsets of d rows (CX.5, CX.6).

    A subset has the weight exp of its sum of eta; the mean and covariance
    are those of the sum of x over the subset. The recursion runs over the rows
    and holds, for 0 to d rows chosen, total weight, mean and second moment, so
    that it costs n d p^2 and nothing is divided by nearly nothing.
    """
    p = x.shape[1]
    log_total = np.full(d + 1, -np.inf)
    log_total[0] = 0.0
    mean, second = np.zeros((d + 1, p)), np.zeros((d + 1, p, p))
    for r, row in zip(eta, x, strict=True):
        chosen = log_total[:-1] + r
        total = np.logaddexp(log_total[1:], chosen)
        with np.errstate(invalid="ignore"):
            share = np.where(np.isfinite(chosen), np.exp(chosen - total), 0.0)
        moved = mean[:-1] + row
        cross = mean[:-1][:, :, None] * row
        grown = second[:-1] + cross + cross.transpose(0, 2, 1) + np.outer(row, row)
        keep = 1.0 - share
        mean[1:] = keep[:, None] * mean[1:] + share[:, None] * moved
        second[1:] = keep[:, None, None] * second[1:] + share[:, None, None] * grown
        log_total[1:] = total
    return float(log_total[d]), mean[d], second[d] - np.outer(mean[d], mean[d])
