"""One pass over the data: subjects grouped by visit pattern, as cross-products.

Most columns of a design are a quantity of the subject (arm, baseline) that is
switched on at some visits. The rows of a subject are therefore written as
``x_it = A_t u_i`` with few numbers ``u_i`` and matrices ``A_t`` common to all
subjects; a covariate that changes over time, or a row weight, merely makes
``u_i`` longer. The likelihood then needs, for each distinct visit pattern, only
the cross-products of ``u`` and of the responses: formulas ST.1 to ST.4 of
``resources/methods/mmrm.md``. Nothing after this pass depends on the number of
subjects.

Responses are replaced by least-squares residuals, and columns by orthonormal
combinations, so that large offsets of a response or covariate cost no digits.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


@dataclass(frozen=True)
class Rows:
    """The analysed rows in order of subject and visit.

    Parameters
    ----------
    x : array, shape (n, p)
    y : array, shape (n,)
    visit, subject : arrays of int, shape (n,)
        Visit numbers 0..T-1 and subject numbers 0..N-1; sorted by both.
    group : array of int, shape (N,)
        Covariance group of each subject.
    weights : array, shape (n,), or None
    coordinates : array, shape (n, d), or None
        For a spatial structure; ``visit`` then only numbers a subject's rows.
    order : array of int, shape (n,)
        Position of each row in the order it was given in.
    """

    x: Floats
    y: Floats
    visit: Integers
    subject: Integers
    group: Integers
    weights: Floats | None
    coordinates: Floats | None
    order: Integers
    n_visits: int
    n_groups: int

    @property
    def n_subjects(self) -> int:
        """Number of subjects."""
        return len(self.group)


@dataclass(frozen=True)
class Patterns:
    """Cross-products of the data by visit pattern (P patterns, k basis numbers).

    Parameters
    ----------
    present : array of bool, shape (P, T)
    count : array, shape (P,)
        Subjects with the pattern.
    group_slices : tuple of slice
        Patterns of each covariance group.
    distance : array, shape (P, T, T), or None
    uu, ur, rr : arrays, shapes (P, k, k), (P, k, T), (P, T, T)
        Cross-products of basis numbers and least-squares residuals.
    basis : array, shape (T * k, p)
        Stacked transposes of A_t for the orthonormal columns.
    to_beta : array, shape (p, p)
        Coefficients of the columns given = ``to_beta`` @ those of orthonormal columns.
    beta_ols : array, shape (p,)
    log_det_x, log_weights : float
        Log determinant of X'X and the sum of log weights.
    subject_pattern : array of int, shape (N,)
    scale : float
        Root mean square of the response before the least-squares fit.
    """

    present: NDArray[np.bool_]
    count: Floats
    group_slices: tuple[slice, ...]
    distance: Floats | None
    uu: Floats
    ur: Floats
    rr: Floats
    basis: Floats
    to_beta: Floats
    beta_ols: Floats
    log_det_x: float
    log_weights: float
    subject_pattern: Integers
    n_obs: int
    scale: float


def sort_rows(
    x: Floats,
    y: Floats,
    *,
    visit: Integers | None,
    subject: Integers,
    group: Integers | None,
    weights: Floats | None,
    coordinates: Floats | None,
    n_groups: int = 1,
) -> Rows:
    """Put rows in order of subject and visit.

    Raises
    ------
    AnalysisError
        ``subject, visit`` of a repeated combination, as indices in ``args[1]``
        and ``args[2]``; the caller knows their names.
    """
    n = len(y)
    if visit is None:
        order = np.argsort(subject, kind="stable")
        ordered = subject[order]
        start = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        lengths = np.diff(np.r_[start, n])
        visit = np.arange(n) - np.repeat(start, lengths)
        n_visits = int(np.max(lengths))
    else:
        n_visits = int(np.max(visit)) + 1
        key = subject * n_visits + visit
        step = np.diff(key)
        order = np.arange(n) if (step > 0).all() else np.argsort(key, kind="stable")
        repeated = np.flatnonzero(np.diff(key[order]) == 0)
        if len(repeated):
            row = order[repeated[0]]
            raise DuplicateVisitError(int(subject[row]), int(visit[row]), len(repeated))
        visit = visit[order]
    subject = subject[order]
    first = np.flatnonzero(np.r_[True, subject[1:] != subject[:-1]])
    in_order = bool((np.diff(order) > 0).all())
    return Rows(
        x=np.ascontiguousarray(x if in_order else x[order]),
        y=y if in_order else y[order],
        visit=visit,
        subject=np.cumsum(np.r_[0, subject[1:] != subject[:-1]]),
        group=np.zeros(len(first), np.int64) if group is None else group[order][first],
        weights=None if weights is None else weights[order],
        coordinates=None if coordinates is None else coordinates[order],
        order=order,
        n_visits=n_visits,
        n_groups=n_groups,
    )


class DuplicateVisitError(Exception):
    """A subject has two rows at one visit: subject, visit, number of such rows."""


def group_rows(rows: Rows) -> Patterns:
    """Reduce the rows to cross-products by visit pattern (ST.1 to ST.4).

    Raises
    ------
    RankError
        If columns of the design are linear combinations of others.
    """
    x, y, log_weights = rows.x, rows.y, 0.0
    if rows.weights is not None:
        root = np.sqrt(rows.weights)
        x, y, log_weights = x * root[:, None], y * root, float(np.log(rows.weights).sum())
    n, t = rows.n_subjects, rows.n_visits
    present = np.zeros((n, t), dtype=bool)
    present[rows.subject, rows.visit] = True
    u, blocks = _basis(x, rows)
    code, distance = _pattern_codes(present, rows)
    unique, first, pattern = np.unique(code, return_index=True, return_inverse=True)
    count = np.bincount(pattern, minlength=len(unique))
    order = np.argsort(pattern, kind="stable")
    ends = np.cumsum(count)
    slices = [slice(e - c, e) for e, c in zip(ends.tolist(), count.tolist(), strict=True)]

    u_sorted = u[order]
    uu = np.stack([u_sorted[s].T @ u_sorted[s] for s in slices])
    p_present = present[first]
    to_beta, log_det_x = _orthonormal_columns(blocks, uu, p_present)
    beta = to_beta @ (to_beta.T @ (x.T @ y))
    residual = y - x @ beta
    # A second pass removes what a large offset of y left behind in the first.
    correction = to_beta @ (to_beta.T @ (x.T @ residual))
    beta = beta + correction
    residual = residual - x @ correction
    wide = np.zeros((n, t))
    wide[rows.subject, rows.visit] = residual
    wide = wide[order]
    ur = np.stack([u_sorted[s].T @ wide[s] for s in slices])
    rr = np.stack([wide[s].T @ wide[s] for s in slices])
    groups = rows.group[first]
    bounds = np.searchsorted(groups, np.arange(rows.n_groups + 1)).tolist()
    return Patterns(
        present=p_present,
        count=count.astype(np.float64),
        group_slices=tuple(slice(a, b) for a, b in itertools.pairwise(bounds)),
        distance=None if distance is None else distance[first],
        uu=uu,
        ur=ur,
        rr=rr,
        basis=np.concatenate([b.T for b in blocks]) @ to_beta,
        to_beta=to_beta,
        beta_ols=beta,
        log_det_x=log_det_x,
        log_weights=log_weights,
        subject_pattern=pattern,
        n_obs=len(y),
        scale=float(np.sqrt(np.mean(y * y))),
    )


def subject_parts(rows: Rows, patterns: Patterns) -> tuple[Floats, Floats]:
    """Return what each subject adds to the cross-products of its pattern.

    Returns
    -------
    u : array, shape (N, k)
        Basis numbers (ST.1).
    residual : array, shape (N, T)
        Least-squares residuals, zero where there is no row.

    Raises
    ------
    ValueError
        If rows have weights, which the parts do not hold.
    """
    if rows.weights is not None:
        raise ValueError("the parts of a subject do not hold row weights")
    u, _ = _basis(rows.x, rows)
    residual = np.zeros((rows.n_subjects, rows.n_visits))
    residual[rows.subject, rows.visit] = rows.y - rows.x @ patterns.beta_ols
    return u, residual


class RankError(Exception):
    """Columns of the design are determined by others: their numbers."""


def _pattern_codes(
    present: NDArray[np.bool_], rows: Rows
) -> tuple[NDArray[np.int64], Floats | None]:
    """Number the combinations of group and visits (or coordinates) of each subject."""
    n, t = present.shape
    if rows.coordinates is None:
        if t <= 40:
            code = present @ (np.int64(1) << np.arange(t, dtype=np.int64))
        else:
            code = np.unique(present, axis=0, return_inverse=True)[1].reshape(-1)
        return rows.group * (np.int64(1) << np.int64(min(t, 40) + 1)) + code, None
    d = rows.coordinates.shape[1]
    wide = np.zeros((n, t, d))
    wide[rows.subject, rows.visit] = rows.coordinates
    gap = wide[:, :, None, :] - wide[:, None, :, :]
    distance = np.sqrt((gap * gap).sum(axis=3))
    keyed = np.concatenate([present, wide.reshape(n, t * d)], axis=1)
    code = np.unique(keyed, axis=0, return_inverse=True)[1].reshape(-1)
    return rows.group * np.int64(n + 1) + code, distance


def _basis(x: Floats, rows: Rows) -> tuple[Floats, list[Floats]]:
    """Find u_i and A_t with x_it = A_t u_i exactly (ST.1).

    A column at a visit reuses a basis number if it agrees with it for every
    subject for whom that number is known already; else it becomes a new one.
    A constant column counts as a multiple of one.

    Returns
    -------
    u : array, shape (N, k), with orthogonal columns
    blocks : list of T arrays, shape (p, k)
    """
    n, p, t = rows.n_subjects, x.shape[1], rows.n_visits
    u = np.empty((0, n))
    by_visit = np.argsort(rows.visit, kind="stable")
    bounds = np.searchsorted(rows.visit[by_visit], np.arange(t + 1)).tolist()
    uses: list[tuple[Integers, Integers, Floats]] = []
    for low, high in itertools.pairwise(bounds):
        at = by_visit[low:high]
        who = rows.subject[at]
        columns = np.ascontiguousarray(x[at].T)
        head = columns[:, 0]
        constant = (columns == head[:, None]).all(axis=1)
        used = np.flatnonzero(~constant | (head != 0))
        factor = np.where(constant, head, 1.0)[used]
        columns = columns[used]
        columns[constant[used]] = 1.0
        contents: dict[bytes, int] = {}
        which = [contents.setdefault(c.tobytes(), i) for i, c in enumerate(columns)]
        first = list(contents.values())
        distinct = columns[first]
        known = u[:, who]
        unknown = np.isnan(known)
        chosen = _assign([((c == known) | unknown).all(axis=1) for c in distinct], len(known))
        new = int(np.max(chosen, initial=-1)) + 1 - len(u)
        if new > 0:
            u = np.concatenate([u, np.full((new, n), np.nan)])
        u[chosen[:, None], who] = distinct
        place = dict(zip(first, chosen.tolist(), strict=True))
        uses.append((used, np.array([place[i] for i in which], dtype=np.int64), factor))
    k = len(u)
    q, r = np.linalg.qr(np.nan_to_num(u).T)
    scale = np.sqrt(n)
    blocks = []
    for used, place_of, factor in uses:
        block = np.zeros((p, k))
        block[used, place_of] = factor
        blocks.append(block @ r.T / scale)
    return q * scale, blocks


def _assign(fits: list[NDArray[np.bool_]], new: int) -> Integers:
    """Give each distinct column the first free basis number it fits, else a new one."""
    taken: set[int] = set()
    chosen = []
    for row in fits:
        free = [b for b in np.flatnonzero(row).tolist() if b not in taken]
        if free:
            taken.add(free[0])
            chosen.append(free[0])
        else:
            chosen.append(new)
            new += 1
    return np.array(chosen, dtype=np.int64)


def _orthonormal_columns(
    blocks: list[Floats], uu: Floats, present: NDArray[np.bool_]
) -> tuple[Floats, float]:
    """Return S with X S orthonormal, and log det X'X (ST.2)."""
    p = blocks[0].shape[0]
    k = uu.shape[1]
    by_visit = (present.T.astype(np.float64) @ uu.reshape(-1, k * k)).reshape(-1, k, k)
    values, vectors = np.linalg.eigh(by_visit)
    roots = np.sqrt(np.maximum(values, 0.0))[:, :, None] * vectors.swapaxes(1, 2)
    stacked = (roots @ np.stack(blocks).swapaxes(1, 2)).reshape(-1, p)
    norm = np.sqrt((stacked * stacked).sum(axis=0))
    if stacked.shape[0] < p:
        stacked = np.concatenate([stacked, np.zeros((p - stacked.shape[0], p))])
    r = np.linalg.qr(stacked / np.where(norm > 0, norm, 1.0), mode="r")
    diagonal = np.abs(np.diag(r))
    if (diagonal < 1e-8).any():
        raise RankError(*np.flatnonzero(diagonal < 1e-8).tolist())
    inverse = np.linalg.inv(r)
    return inverse / norm[:, None], 2.0 * float(np.log(diagonal).sum() + np.log(norm).sum())


def check_unique_locations(patterns: Patterns) -> None:
    """Refuse two rows of a subject at the same place, whose correlation would be one.

    Raises
    ------
    AnalysisError
    """
    if patterns.distance is None:
        return
    both = patterns.present[:, :, None] & patterns.present[:, None, :]
    t = both.shape[1]
    both[:, np.arange(t), np.arange(t)] = False
    if (both & (patterns.distance == 0)).any():
        raise AnalysisError(
            "A subject has two rows with the same coordinates in the spatial covariance term. "
            "Keep one row for each place or time."
        )
