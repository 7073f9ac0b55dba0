"""From a formula and a frame to a design matrix, reference grid and hypotheses.

The language is that of R's linear models: the formula is parsed by formulaic,
and the columns are coded and ordered here, so that coefficients carry R's names
(``RACEWhite``, ``ARMTRT:VISITV2``) in R's order. The reference level is the
first category of a pandas Categorical, else the first in sorted order.

Methods: treatment coding and the rule for interactions follow Chambers and
Hastie, *Statistical Models in S* (1992), p. 38; LS means follow Searle, Speed
and Milliken, *The American Statistician* 34 (1980) 216-221; type III hypotheses
are those of SAS. Formulas: ``resources/methods/mmrm.md`` (D.1 to D.4). Proven by
``tests/stats/test_design.py`` and every LS mean of ``test_mmrm_reference.py``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import formulaic
import numpy as np
import pandas as pd

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.variables import (
    Factor,
    Floats,
    Integers,
    column_of,
    encode_levels,
    evaluate_again,
    evaluate_expression,
    level_text,
    numbers_of,
    read_variable,
    restrict_variable,
)

__all__ = [
    "Design",
    "Factor",
    "Floats",
    "Integers",
    "Term",
    "Weights",
    "build_design",
    "dependent_columns",
    "design_rows",
    "encode_levels",
    "level_text",
    "lsmeans_matrix",
    "parse",
    "rank_problem",
    "reference_grid",
    "type3_matrices",
]

Weights = Literal["equal", "proportional"]

INTERCEPT = "(Intercept)"


@dataclass(frozen=True)
class Term:
    """A term of the formula and the columns it owns.

    ``parts`` lists for each column which index of which factor it multiplies;
    ``contrast`` says which factors are coded against their reference level.
    """

    name: str
    factors: tuple[str, ...]
    contrast: tuple[bool, ...]
    parts: tuple[tuple[int, ...], ...]
    first: int

    @property
    def columns(self) -> range:
        """Column numbers of the term in the design matrix."""
        return range(self.first, self.first + len(self.parts))


@dataclass(frozen=True)
class Design:
    """A coded model: matrix, response, and all that is needed to code new rows.

    Parameters
    ----------
    formula, response : str
        Fixed part as given, and the name of the response.
    names : tuple of str
        R's coefficient names, one for each column.
    matrix : array, shape (n, p)
    y : array, shape (n,)
    rows : array of int, shape (n,)
        Positions of the analysed rows in the frame given.
    n_dropped : int
        Rows left out because a variable was missing.
    """

    formula: str
    response: str
    factors: Mapping[str, Factor]
    terms: tuple[Term, ...]
    names: tuple[str, ...]
    matrix: Floats
    y: Floats
    rows: Integers
    n_dropped: int

    def levels(self, name: str) -> tuple[object, ...]:
        """Return the levels of a factor.

        Raises
        ------
        AnalysisError
            If the formula has no such factor, or it is a number.
        """
        factor = self.factors.get(name)
        if factor is None or factor.levels is None:
            known = ", ".join(f.name for f in self.factors.values() if f.levels is not None)
            why = "is a number" if factor is not None else "is not part of the model"
            raise AnalysisError(
                f"LS means were asked for by {name}, which {why}. "
                f"The factors of this model are: {known or 'none'}."
            )
        return factor.levels


@lru_cache(maxsize=256)
def parse(formula: str) -> tuple[str, bool, tuple[tuple[str, ...], ...]]:
    """Return response, whether there is an intercept, and the terms in R's order.

    Each term is the tuple of its factor texts, ordered by first appearance in
    the formula; terms are ordered by degree, then as written (D.1).

    Raises
    ------
    AnalysisError
        If the formula cannot be read or has no single response.
    """
    try:
        parsed = formulaic.Formula(formula, _ordering="none")
        left = list(parsed.lhs)
        right = list(parsed.rhs)
    except AttributeError:
        left, right = [], []
    except Exception as error:  # formulaic has no common base class for its errors
        raise AnalysisError(f"The formula {formula!r} cannot be read: {error}") from error
    if len(left) != 1 or len(left[0].factors) != 1:
        raise AnalysisError(
            f"The formula {formula!r} needs one response before the tilde, such as y ~ group."
        )
    order: dict[str, int] = {}
    terms: dict[frozenset[str], tuple[str, ...]] = {}
    intercept = False
    for term in right:
        texts = [f.expr for f in term.factors if f.eval_method.name != "LITERAL"]
        if not texts:
            intercept = True
            continue
        for text in texts:
            order.setdefault(text, len(order))
        terms.setdefault(frozenset(texts), ())
    ordered = [tuple(sorted(t, key=order.__getitem__)) for t in terms]
    ordered.sort(key=len)
    return left[0].factors[0].expr, intercept, tuple(ordered)


def build_design(formula: str, data: pd.DataFrame, *, also: Iterable[str] = ()) -> Design:
    """Code the rows of a frame in which nothing the model needs is missing.

    Parameters
    ----------
    formula : str
        Two-sided, such as ``"y ~ x + a * b"``; numbers enter as they are, all
        other variables by their levels.
    data : DataFrame
    also : iterable of str
        Further columns that must be present in a row for it to be analysed
        (they need not be in the formula).

    Raises
    ------
    AnalysisError
        If a variable is absent, infinite or constant where it may not be, or no
        row is complete.

    Notes
    -----
    Coding is D.1 and D.2 of ``resources/methods/mmrm.md``.
    """
    response, intercept, terms = parse(formula)
    texts = list(dict.fromkeys(itertools.chain.from_iterable(terms)))
    raw = {text: read_variable(text, data) for text in texts}
    y = (
        numbers_of(response, data)
        if response in data.columns
        else evaluate_expression(response, data)[0][:, 0]
    )
    keep = ~np.isnan(y)
    for levels, codes, values, _, _ in raw.values():
        keep &= (codes >= 0) if levels is not None else ~np.isnan(values).any(axis=1)
    for name in also:
        if name in raw and raw[name][0] is not None:
            continue
        keep &= ~pd.isna(column_of(name, data)).to_numpy()
    rows = np.flatnonzero(keep)
    if not len(rows):
        raise AnalysisError(
            f"No row has a value in every variable of the model ({formula}), "
            f"out of {len(data)} rows. Check the columns and the filter."
        )
    factors = {t: restrict_variable(t, raw[t], rows, data) for t in texts}
    if np.isinf(y[rows]).any():
        raise AnalysisError(f"{response} has infinite values. Set them to missing or correct them.")
    coded = _code_terms(terms, factors, intercept)
    names = tuple(_column_name(t, parts, factors) for t in coded for parts in t.parts)
    matrix = _matrix(coded, factors, len(rows))
    return Design(
        formula=formula,
        response=response,
        factors=factors,
        terms=coded,
        names=names,
        matrix=matrix,
        y=y if len(rows) == len(y) else y[rows],
        rows=rows,
        n_dropped=len(data) - len(rows),
    )


def design_rows(design: Design, data: pd.DataFrame) -> Floats:
    """Return the design matrix of new rows; a row with a missing variable is NaN.

    Raises
    ------
    AnalysisError
        If a factor has a level the model was not fitted with.
    """
    factors: dict[str, Factor] = {}
    missing = np.zeros(len(data), dtype=bool)
    for text, fitted in design.factors.items():
        if fitted.levels is None:
            values = (
                numbers_of(fitted.name, data)[:, None]
                if fitted.spec is None
                else evaluate_again(fitted.spec, data)
            )
            missing |= np.isnan(values).any(axis=1)
            factors[text] = Factor(text, None, fitted.codes, values, fitted.suffixes)
            continue
        column = column_of(fitted.name, data)
        codes = pd.Index(fitted.levels).get_indexer(pd.Index(column.astype(object)))
        absent = pd.isna(column).to_numpy()
        if (codes[~absent] < 0).any():
            new = level_text(column[(codes < 0) & ~absent].iloc[0])
            known = ", ".join(map(level_text, fitted.levels))
            raise AnalysisError(
                f"{fitted.name} has the level {new}, which the model was not fitted with "
                f"(it knows {known})."
            )
        missing |= absent
        factors[text] = Factor(text, fitted.levels, codes.astype(np.int64), fitted.values)
    matrix = _matrix(design.terms, factors, len(data))
    matrix[missing] = np.nan
    return matrix


def reference_grid(design: Design, names: Sequence[str]) -> list[tuple[object, ...]]:
    """Return all combinations of the levels of factors, the first varying fastest."""
    levels = [design.levels(name) for name in names]
    return [combo[::-1] for combo in itertools.product(*levels[::-1])]


def lsmeans_matrix(
    design: Design, names: Sequence[str], weights: Weights = "equal"
) -> tuple[list[tuple[object, ...]], Floats]:
    """Return the linear functions of the coefficients that are LS means.

    Parameters
    ----------
    design : Design
    names : sequence of str
        Factors that the means are wanted for; the others are averaged over and
        numbers are held at their mean over the analysed rows.
    weights : {"equal", "proportional"}
        Average over the levels of the other factors with equal weights, or with
        the frequencies of their combinations in the analysed rows.

    Returns
    -------
    combinations : list of tuple
        Levels in the order of ``names``, the first factor varying fastest.
    matrix : array, shape (len(combinations), p)

    Notes
    -----
    Formula D.3 in ``resources/methods/mmrm.md``.
    """
    if weights not in ("equal", "proportional"):
        raise AnalysisError(
            f"LS means are weighted 'equal' or 'proportional'; {weights!r} is not known."
        )
    grid = reference_grid(design, names)
    index = {n: {v: k for k, v in enumerate(design.levels(n))} for n in names}
    at = {n: np.array([index[n][c[i]] for c in grid]) for i, n in enumerate(names)}
    by_name = {f.name: text for text, f in design.factors.items()}
    chosen = {by_name[n]: codes for n, codes in at.items()}
    matrix = np.empty((len(grid), len(design.names)))
    for term in design.terms:
        for column, parts in zip(term.columns, term.parts, strict=True):
            matrix[:, column] = _grid_column(design, term, parts, chosen, weights)
    return grid, matrix


def type3_matrices(design: Design) -> dict[str, Floats]:
    """Return the type III hypothesis matrix (rows x p) of every term but the intercept.

    Notes
    -----
    Formula D.4 in ``resources/methods/mmrm.md``: the coefficients of the same
    model in sum-to-zero coding, expressed in those of treatment coding. Rows are
    differences from the reference level (Satterthwaite's degrees of freedom for
    several rows depend on how a hypothesis is written).
    """
    sums = np.empty_like(design.matrix)
    for term in design.terms:
        for column, parts in zip(term.columns, term.parts, strict=True):
            product = np.ones(len(sums))
            for text, index, contrast in zip(term.factors, parts, term.contrast, strict=True):
                product = product * _sum_coded(design.factors[text], index, contrast)
            sums[:, column] = product
    scale = np.abs(sums).max(axis=0)
    scale[scale == 0] = 1.0
    transform = np.linalg.lstsq(sums / scale, design.matrix, rcond=None)[0] / scale[:, None]
    # Entries are small fractions or zero; rounding noise would look like a tested coefficient.
    transform[np.abs(transform) < 1e-11 * np.abs(transform).max()] = 0.0
    return {
        t.name: _differences(design, t) @ transform[list(t.columns)]
        for t in design.terms
        if t.factors
    }


def rank_problem(design: Design) -> str:
    """Return a sentence naming the columns that the others determine ("" if none)."""
    dependent = dependent_columns(design.matrix)
    if not dependent:
        return ""
    return (
        "The fixed part of the model cannot be estimated: "
        + ", ".join(design.names[j] for j in dependent)
        + " is determined by the other terms (an empty combination of factor levels, or the same "
        "information twice). Leave out a term or join levels."
    )


def dependent_columns(matrix: Floats, tolerance: float = 1e-9) -> list[int]:
    """Return the columns that are linear combinations of columns before them."""
    scale = np.sqrt(np.einsum("ij,ij->j", matrix, matrix))
    if (scale == 0).any():
        return [int(j) for j in np.flatnonzero(scale == 0)]
    gram = (matrix.T @ matrix) / np.outer(scale, scale)
    found: list[int] = []
    work = gram.copy()
    for j in range(len(work)):
        if work[j, j] < tolerance:
            found.append(j)
            continue
        row = work[j, j + 1 :].copy()
        work[j + 1 :, j + 1 :] -= np.outer(row, row) / work[j, j]
    return found


def _code_terms(
    terms: tuple[tuple[str, ...], ...], factors: Mapping[str, Factor], intercept: bool
) -> tuple[Term, ...]:
    """Decide contrast or indicator coding for every factor of every term (D.2)."""
    coded: list[Term] = []
    first = 0
    if intercept:
        coded.append(Term(INTERCEPT, (), (), ((),), 0))
        first = 1
    before: list[frozenset[str]] = []
    # Without an intercept, R gives the first factor it meets an indicator for every level.
    open_factor = not intercept
    for texts in terms:
        contrast = []
        for text in texts:
            rest = frozenset(texts) - {text}
            by_contrast = not rest or any(rest <= earlier for earlier in before)
            if open_factor and factors[text].levels is not None:
                by_contrast = open_factor = False
            contrast.append(by_contrast)
        ranges = [
            range(1 if c and factors[t].levels is not None else 0, factors[t].size())
            for t, c in zip(texts, contrast, strict=True)
        ]
        parts = tuple(combo[::-1] for combo in itertools.product(*ranges[::-1]))
        coded.append(Term(":".join(texts), texts, tuple(contrast), parts, first))
        first += len(parts)
        before.append(frozenset(texts))
    return tuple(coded)


def _column_name(term: Term, parts: tuple[int, ...], factors: Mapping[str, Factor]) -> str:
    if not parts:
        return INTERCEPT
    return ":".join(
        text + factors[text].label(i)[len(factors[text].name) :]
        for text, i in zip(term.factors, parts, strict=True)
    )


def _matrix(terms: Sequence[Term], factors: Mapping[str, Factor], n: int) -> Floats:
    """Multiply out the columns; stored by column, since they are made one by one."""
    width = sum(len(t.parts) for t in terms)
    matrix = np.empty((n, width), order="F")
    pieces: dict[tuple[str, int], Floats] = {}
    for term in terms:
        for column, parts in zip(term.columns, term.parts, strict=True):
            if not parts:
                matrix[:, column] = 1.0
                continue
            for k, piece in enumerate(zip(term.factors, parts, strict=True)):
                if piece not in pieces:
                    pieces[piece] = _piece(factors[piece[0]], piece[1])
                if k == 0:
                    matrix[:, column] = pieces[piece]
                else:
                    matrix[:, column] *= pieces[piece]
    return matrix


def _piece(factor: Factor, index: int) -> Floats:
    """Return the indicator of a level, or a numeric column."""
    if factor.levels is None:
        return factor.values[:, index]
    return np.asarray(factor.codes == index, dtype=np.float64)


def _differences(design: Design, term: Term) -> Floats:
    """Return what turns effects of a term into differences from the reference level."""
    matrix: Floats = np.eye(1)
    for text, contrast in zip(term.factors, term.contrast, strict=True):
        factor = design.factors[text]
        by_contrast = factor.levels is not None and contrast
        size = factor.size() - by_contrast
        # Effects add to zero, so the reference's is minus the sum of the others.
        matrix = np.asarray(np.kron(np.eye(size) + by_contrast, matrix), dtype=np.float64)
    return matrix


def _sum_coded(factor: Factor, index: int, contrast: bool) -> Floats:
    """Return a column in sum-to-zero coding: level minus reference level."""
    piece = _piece(factor, index)
    if factor.levels is None or not contrast:
        return piece
    return piece - _piece(factor, 0)


def _grid_column(
    design: Design,
    term: Term,
    parts: tuple[int, ...],
    chosen: Mapping[str, Integers],
    weights: Weights,
) -> Floats:
    """Return one column of the LS-mean functions (D.3)."""
    size = len(next(iter(chosen.values()))) if chosen else 1
    column = np.ones(size)
    averaged: list[Floats] = []
    for text, index in zip(term.factors, parts, strict=True):
        factor = design.factors[text]
        if factor.typical is not None:
            column = column * factor.typical[index]
        elif text in chosen:
            column = column * (chosen[text] == index)
        elif weights == "equal":
            column = column / factor.size()
        else:
            averaged.append(_piece(factor, index))
    if averaged:
        column = column * np.prod(averaged, axis=0).mean()
    return column
