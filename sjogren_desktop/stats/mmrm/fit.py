"""Fit a mixed model for repeated measures to a frame, in the notation of R's mmrm."""

from __future__ import annotations

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop import __version__
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import Design, build_design, encode_levels, level_text
from sjogren_desktop.stats.mmrm.engine import (
    ArrayFit,
    DuplicateVisitError,
    RankError,
    fit_rows,
)
from sjogren_desktop.stats.mmrm.formula import ModelFormula, split_formula
from sjogren_desktop.stats.mmrm.inference import DF_METHODS, VCOVS, Inference
from sjogren_desktop.stats.mmrm.optimise import idle
from sjogren_desktop.stats.mmrm.patterns import Rows, sort_rows
from sjogren_desktop.stats.mmrm.result import MMRMResult, Settings
from sjogren_desktop.stats.mmrm.structures import Structure, find_structure

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def fit_mmrm(
    formula: str,
    data: pd.DataFrame,
    *,
    weights: str | ArrayLike | None = None,
    reml: bool = True,
    df_method: str = "satterthwaite",
    vcov: str = "asymptotic",
    start: ArrayLike | None = None,
    fallback: Sequence[str] = (),
    watch: Callable[[], None] = idle,
) -> MMRMResult:
    """Fit a mixed model for repeated measures.

    Parameters
    ----------
    formula : str
        As in R's mmrm: ``"CHG ~ BASE + ARM * VISIT + us(VISIT | ID)"``, a
        covariance for each group ``us(VISIT | ARM / ID)``, or
        ``sp_exp(x, y | ID)``. Reference levels are the first categories of a
        Categorical, else the first in sorted order.
    data : DataFrame
        One row for each subject and visit. Rows with a missing variable are
        left out and counted.
    weights : str or array, optional
        Column or values; the variance of a row is divided by its weight.
    reml : bool
        Restricted (default) or full maximum likelihood.
    df_method : str
        "satterthwaite", "kenward-roger-linear" (as SAS), "kenward-roger" (with
        second derivatives, as R), "between-within" or "residual".
    vcov : str
        "asymptotic", "empirical" (CR0), "empirical-bias-reduced" (CR2) or
        "empirical-jackknife" (CR3).
    start : array, optional
        Covariance parameters to start from.
    fallback : sequence of str
        Structures to try in turn when the one asked for cannot be fitted; the
        usual chain is ("toeph", "ar1h", "csh"). The result says which was used.
    watch : callable
        Called at every step of the search; what it raises ends the fit.

    Returns
    -------
    MMRMResult

    Raises
    ------
    AnalysisError
        If the model cannot be fitted: what was found, and what to do.

    Notes
    -----
    Likelihood and search: L.1 to L.8 in ``resources/methods/mmrm.md``.

    References
    ----------
    Mallinckrodt, Clark and David (2001), J Biopharm Stat 11: 9-21.
    """
    parts = split_formula(formula)
    frame, weight_column = _with_weights(data, weights)
    extra = [*parts.coordinates, parts.subject]
    extra += [c for c in (parts.group, weight_column) if c]
    design = build_design(parts.fixed, frame, also=extra)
    coded = _code_rows(parts, frame, design, weight_column)
    messages = list(coded.messages)
    if design.n_dropped:
        messages.append(
            f"{design.n_dropped} of {len(data)} rows were left out because a variable of the "
            "model is missing."
        )
    fitted, used, notes = _fit_with_fallback(
        parts, coded, design, reml=reml, start=start, fallback=tuple(fallback), watch=watch
    )
    messages += notes
    inference = Inference(fitted, df_method, vcov)
    settings = Settings(parts, weight_column, reml, df_method, vcov, tuple(fallback))
    return MMRMResult(
        design=design,
        fit=fitted,
        settings=settings,
        structure=used.key,
        visits=coded.visits,
        groups=coded.groups,
        subjects=coded.subjects,
        index=data.index[design.rows],
        messages=tuple(messages),
        method_card=_method_card(settings, design, fitted, used),
        inference=inference,
    )


@dataclass(frozen=True)
class _Coded:
    """Analysed rows as numbers, with the names the numbers stand for."""

    rows: Rows
    visits: tuple[object, ...]
    groups: tuple[object, ...]
    subjects: NDArray[np.object_]
    messages: tuple[str, ...]


def _with_weights(
    data: pd.DataFrame, weights: str | ArrayLike | None
) -> tuple[pd.DataFrame, str | None]:
    """Return a frame in which the weights are a column, and its name."""
    if weights is None:
        return data, None
    if isinstance(weights, str):
        return data, weights
    values = np.asarray(weights, dtype=np.float64)
    if values.shape != (len(data),):
        raise AnalysisError(
            f"Weights must be one number for each of the {len(data)} rows, not {values.size}."
        )
    return data.assign(**{"(weights)": values}), "(weights)"


def _code_rows(
    parts: ModelFormula, data: pd.DataFrame, design: Design, weight_column: str | None
) -> _Coded:
    """Number visits, subjects and groups of the analysed rows."""
    spatial = find_structure(parts.structure).spatial
    subjects, subject = _codes(parts.subject, data, design)
    groups: tuple[object, ...] = ("",)
    group = None
    if parts.group:
        groups, group = _codes(parts.group, data, design)
        _check_constant(parts, group, subject, subjects)
    visits: tuple[object, ...] = ()
    visit = coordinates = None
    messages = []
    if spatial:
        coordinates = _coordinates(parts, data, design)
    else:
        name = parts.coordinates[0]
        visits, visit = _codes(name, data, design)
        dtype = data[name].dtype
        if isinstance(dtype, pd.CategoricalDtype) and len(dtype.categories) > len(visits):
            empty = [level_text(v) for v in dtype.categories if v not in set(visits)]
            messages.append(f"{name}: no analysed rows at {', '.join(empty)}, left out.")
    try:
        rows = sort_rows(
            design.matrix,
            design.y,
            visit=visit,
            subject=subject,
            group=group,
            weights=_weights(weight_column, data, design),
            coordinates=coordinates,
            n_groups=len(groups),
        )
    except DuplicateVisitError as error:
        who, when, more = error.args
        raise AnalysisError(
            f"Subject {level_text(subjects[who])} has more than one row at "
            f"{level_text(visits[when])} ({more} repeated rows in all). Keep one row for each "
            f"{parts.subject} and {parts.coordinates[0]}."
        ) from None
    if spatial:
        visits = tuple(range(1, rows.n_visits + 1))
    return _Coded(rows, visits, groups, np.array(subjects, dtype=object), tuple(messages))


def _codes(name: str, data: pd.DataFrame, design: Design) -> tuple[tuple[object, ...], Integers]:
    """Return the levels present in the analysed rows and the code of each row."""
    factor = design.factors.get(name)
    if factor is not None and factor.levels is not None:
        return factor.levels, factor.codes
    levels, codes = encode_levels(data[name])
    codes = codes[design.rows]
    used = np.bincount(codes, minlength=len(levels)) > 0
    if used.all():
        return levels, codes
    return tuple(v for v, u in zip(levels, used, strict=True) if u), (np.cumsum(used) - 1)[codes]


def _check_constant(
    parts: ModelFormula, group: Integers, subject: Integers, subjects: tuple[object, ...]
) -> None:
    low, high = np.full(len(subjects), np.max(group)), np.zeros(len(subjects), np.int64)
    np.minimum.at(low, subject, group)
    np.maximum.at(high, subject, group)
    changed = np.flatnonzero(low != high)
    if len(changed):
        raise AnalysisError(
            f"Subject {level_text(subjects[changed[0]])} has more than one value of "
            f"{parts.group} ({len(changed)} such subjects). A covariance group must not change "
            "within a subject."
        )


def _coordinates(parts: ModelFormula, data: pd.DataFrame, design: Design) -> Floats:
    for name in parts.coordinates:
        if not pd.api.types.is_numeric_dtype(data[name].dtype):
            raise AnalysisError(
                f"{name} must be a number, since {parts.structure} takes distances between its "
                "values."
            )
    return data[list(parts.coordinates)].to_numpy(dtype=np.float64, na_value=np.nan)[design.rows]


def _weights(name: str | None, data: pd.DataFrame, design: Design) -> Floats | None:
    if name is None:
        return None
    if not pd.api.types.is_numeric_dtype(data[name].dtype):
        raise AnalysisError(f"The weights {name} must be numbers.")
    values = data[name].to_numpy(dtype=np.float64, na_value=np.nan)[design.rows]
    if not ((values > 0) & np.isfinite(values)).all():
        raise AnalysisError("Weights must be positive and finite; leave such rows out instead.")
    return values


def _fit_with_fallback(
    parts: ModelFormula,
    coded: _Coded,
    design: Design,
    *,
    reml: bool,
    start: ArrayLike | None,
    fallback: tuple[str, ...],
    watch: Callable[[], None],
) -> tuple[ArrayFit, Structure, list[str]]:
    """Fit the structure asked for, else the first of the chain that can be fitted."""
    notes: list[str] = []
    for key in (parts.structure, *fallback):
        structure = find_structure(key)
        problem = _never_together(coded, structure)
        if not problem:
            try:
                first = None if notes else start
                fitted = fit_rows(coded.rows, structure, reml=reml, start=first, watch=watch)
            except RankError as error:
                raise AnalysisError(_rank_sentence(design, error)) from None
            problem = fitted.optimum.problem
        if not problem:
            return fitted, structure, notes
        notes.append(f"{parts.covariance_text(key)} could not be fitted. {problem}")
    tried = " ".join(notes)
    raise AnalysisError(
        f"{tried} Choose a simpler covariance structure (such as toeph, ar1h or csh), or leave "
        "out visits with few rows."
    )


def _never_together(coded: _Coded, structure: Structure) -> str:
    """Say which elements of an unstructured covariance no data can inform ("" if none)."""
    if structure.key != "us":
        return ""
    rows = coded.rows
    present = np.zeros((rows.n_subjects, rows.n_visits))
    present[rows.subject, rows.visit] = 1.0
    for g, group in enumerate(coded.groups):
        mine = present[rows.group == g]
        together = mine.T @ mine
        empty = np.argwhere(np.tril(together < 1))
        if len(empty):
            b, a = empty[0]
            where = f" in group {level_text(group)}" if len(coded.groups) > 1 else ""
            pair = f"{level_text(coded.visits[a])} and {level_text(coded.visits[b])}"
            return f"No subject{where} has rows at both {pair}, so their covariance is unknown."
    return ""


def _rank_sentence(design: Design, error: RankError) -> str:
    names = ", ".join(design.names[j] for j in error.args)
    return (
        f"The fixed part of the model cannot be estimated: {names} can be written as a "
        "combination of the other coefficients' columns (an empty combination of factor levels, "
        "or the same information twice). Leave out a term or join levels."
    )


def _method_card(
    settings: Settings, design: Design, fitted: ArrayFit, used: Structure
) -> tuple[tuple[str, str], ...]:
    """Return what a reader needs to repeat the fit elsewhere."""
    parts = settings.formula
    covariance = f"{used.title}, {parts.covariance_text(used.key)}"
    if used.key != parts.structure:
        covariance += f" (instead of {parts.covariance_text(parts.structure)})"
    optimum = fitted.optimum
    return (
        ("Model", parts.fixed),
        ("Covariance", covariance),
        ("Estimation", "REML" if settings.reml else "Maximum likelihood"),
        ("Degrees of freedom", DF_METHODS[settings.df_method]),
        ("Covariance of coefficients", VCOVS[settings.vcov]),
        ("Weights", settings.weights or "none"),
        ("Subjects", str(fitted.rows.n_subjects)),
        ("Rows analysed", str(len(fitted.rows.y))),
        ("Rows left out", str(design.n_dropped)),
        ("Iterations", str(optimum.iterations)),
        ("Largest gradient", f"{optimum.gradient_norm:.1e}"),
        ("Software", _software()),
    )


@cache  # reading package metadata takes longer than a small fit
def _software() -> str:
    parts = (f"{name} {version(name)}" for name in ("numpy", "scipy", "pandas", "formulaic"))
    return f"Sjögren Desktop {__version__}, Python {platform.python_version()}, {', '.join(parts)}"
