"""Mixed model for repeated measures in closed form, where rows end but never pause.

For an unstructured covariance, effects that all differ by visit, and rows of
which only the end is missing, restricted maximum likelihood needs no search:
the likelihood falls apart into one regression a visit (Anderson, JASA 1957;
52:200-203), and since the change from effects to those of the regressions has
Jacobian 1, so does its integral over the effects. Formulas MM.1 to MM.6 in
``resources/methods/trial_simulation.md``; proved equal to
:func:`sjogren_desktop.stats.mmrm.fit_mmrm` with Satterthwaite's degrees of
freedom in ``tests/stats/test_monotone_mmrm.py``. It is some hundred times as
fast, which is what simulations need. :func:`kenward_roger_last_visit` adds the
adjustment of Kenward and Roger.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class LastVisit:
    """Linear functions of the effects at the last visit, each of shape (r,)."""

    estimate: Floats
    std_error: Floats
    df: Floats
    covariance: Floats
    """Of the response between visits, shape (T, T)."""


def kenward_roger_last_visit(
    x: npt.ArrayLike, y: npt.ArrayLike, contrasts: npt.ArrayLike
) -> LastVisit:
    """Return the same functions with the inference of Kenward and Roger (linear, as SAS).

    Parameters and errors as :func:`fit_last_visit`. The general fitter starts, and ends, at the
    closed form, and adds the adjustment; it takes some ten times as long.
    """
    from sjogren_desktop.stats.mmrm.engine import fit_arrays
    from sjogren_desktop.stats.mmrm.inference import Inference
    from sjogren_desktop.stats.mmrm.structures import find_structure, start_theta

    closed = fit_last_visit(x, y, contrasts)
    design, response, functions = (np.asarray(a, dtype=np.float64) for a in (x, y, contrasts))
    subject, visit = np.nonzero(~np.isnan(response))
    visits = response.shape[1]
    at = np.eye(visits)[visit]
    rows = (at[:, :, None] * design[subject][:, None, :]).reshape(len(subject), -1)
    fit = fit_arrays(
        rows,
        response[subject, visit],
        subject=np.unique(subject, return_inverse=True)[1],
        visit=visit,
        start=start_theta(find_structure("us"), closed.covariance),
    )
    if fit.optimum.problem:
        raise AnalysisError(f"The mixed model could not be fitted. {fit.optimum.problem}")
    last = np.zeros(visits)
    last[-1] = 1.0
    wanted = np.asarray(np.kron(last, functions), dtype=np.float64)
    found = Inference(fit, "kenward-roger-linear", "asymptotic").estimates(wanted)
    return LastVisit(found.estimate, found.std_error, found.df, closed.covariance)


def fit_last_visit(x: npt.ArrayLike, y: npt.ArrayLike, contrasts: npt.ArrayLike) -> LastVisit:
    """Return functions of the effects at the last visit, by REML.

    Parameters
    ----------
    x : array, shape (n, q)
        Design of one visit; every column has an effect of its own at each visit.
    y : array, shape (n, T)
        Responses, missing from some visit on to the end.
    contrasts : array, shape (r, q)
        Functions of the effects at the last visit.

    Raises
    ------
    AnalysisError
        If a row pauses and goes on, or too few rows are left at a visit.

    Notes
    -----
    Standard errors are those of the model, degrees of freedom Satterthwaite's
    with the observed information, as those of ``fit_mmrm``.
    """
    design, response, functions = (np.asarray(a, dtype=np.float64) for a in (x, y, contrasts))
    n_seen = _n_seen(response)
    order = np.argsort(-n_seen, kind="stable")
    # Of a row that has ended, no product is used; a zero keeps it out of the others.
    rows = np.hstack((design, np.where(np.isnan(response), 0.0, response)))[order]
    q, visits = design.shape[1], response.shape[1]
    # How many rows, the first ones, reach each visit.
    reach = (n_seen[None, :] > np.arange(visits)[:, None]).sum(axis=1)
    spare = reach - q - np.arange(visits)
    if spare[-1] < 1 or (spare < 1).any():
        raise AnalysisError("Too few rows reach the last visit to fit the model.")
    phi = np.zeros((visits, visits))
    gamma = np.empty((visits, q))
    variance, unit = np.empty(visits), np.empty((visits, len(functions)))
    roots: list[Floats] = []
    gram, stop = np.empty(0), -1
    for t in range(visits):
        if reach[t] != stop:
            stop = int(reach[t])
            part = rows[:stop]
            gram = part.T @ part
        size = q + t + 1
        try:
            root = np.linalg.cholesky(gram[:size, :size])
        except np.linalg.LinAlgError:
            raise AnalysisError(
                "The effects cannot be told apart in the rows that reach the last visit."
            ) from None
        # MM.2: one regression on the design and the visits before.
        found = np.linalg.solve(root[:-1, :-1].T, root[-1, :-1])
        gamma[t], phi[t, :t] = found[:q], found[q:]
        variance[t] = root[-1, -1] ** 2 / (stop - q)
        unit[t] = (np.linalg.solve(root[:q, :q], functions.T) ** 2).sum(axis=0)
        roots.append(root[q:-1, q:-1])
    carried = np.linalg.inv(np.eye(visits) - phi)
    share = carried[-1]
    each = (share**2 * variance)[:, None] * unit
    total = each.sum(axis=0)  # MM.4
    spread = 2.0 * (each**2 / (reach - q)[:, None]).sum(axis=0) + _spread_of_phi(
        roots, carried, share, variance, unit
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        df = 2.0 * total**2 / spread  # MM.6
    covariance = (carried * variance) @ carried.T
    return LastVisit(functions @ (share @ gamma), np.sqrt(total), df, covariance)


def _n_seen(response: Floats) -> NDArray[np.intp]:
    seen = ~np.isnan(response)
    if (seen[:, 1:] & ~seen[:, :-1]).any():
        raise AnalysisError(
            "A row is missing at a visit and present at a later one; the closed form needs rows "
            "that end once."
        )
    return np.asarray(seen.sum(axis=1))


def _spread_of_phi(
    roots: list[Floats], carried: Floats, share: Floats, variance: Floats, unit: Floats
) -> Floats:
    """Return what the regressions on earlier visits add to the variance of MM.4 (MM.5)."""
    # Derivative of the variance by the coefficient of visit s in the regression of visit r.
    inner = carried @ ((share * variance)[:, None] * unit)
    total = np.zeros(unit.shape[1])
    for r in range(1, len(share)):
        slope = 2.0 * share[r] * inner[:r]
        turned = np.linalg.solve(roots[r], slope)
        total += variance[r] * (turned**2).sum(axis=0)
    return total
