"""The data of an imputation: every subject at every visit, with what is known of events.

:func:`prepare` lays the rows of a frame out as a complete grid of subjects and
visits and codes the imputation model for each cell twice: with the subject's own
arm, and with the reference arm in its place.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import Design, build_design, design_rows, encode_levels, parse

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Integers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Trial:
    """N subjects at T visits.

    Parameters
    ----------
    frame : DataFrame
        The complete grid, N * T rows in order of subject and visit.
    subjects, visits, arms : tuple
        Names; ``arm`` and ``reference`` number into ``arms``.
    response : array, shape (N, T)
        NaN where missing.
    arm, reference : arrays of int, shape (N,)
        Arm of each subject, and the arm its strategy refers to.
    own_design, reference_design : arrays, shape (N, T, p)
        Imputation model with the own arm and with the reference arm.
    before_event : array of bool, shape (N, T)
        Visits before the intercurrent event (all, where there is none).
    strategy : tuple of str, length N
        Strategy for what is missing from the event on.
    """

    frame: pd.DataFrame
    subjects: tuple[object, ...]
    visits: tuple[object, ...]
    arms: tuple[object, ...]
    arm_column: str
    response: Floats
    arm: Integers
    reference: Integers
    own_design: Floats
    reference_design: Floats
    before_event: Bools
    strategy: tuple[str, ...]
    formula: str
    names: tuple[str, ...]
    structure: str
    covariance_by_arm: bool

    @property
    def n_subjects(self) -> int:
        """Number of subjects N."""
        return len(self.subjects)

    @property
    def n_visits(self) -> int:
        """Number of visits T."""
        return len(self.visits)

    @property
    def missing(self) -> Bools:
        """Cells without a value, shape (N, T)."""
        return np.isnan(self.response)

    @property
    def in_model(self) -> Bools:
        """Cells the imputation model is fitted to, shape (N, T).

        Values observed after an event whose strategy is not MAR are no data on
        the course without the event, so the model does not see them.
        """
        at_random = np.array([s == "MAR" for s in self.strategy])
        return np.asarray(~self.missing & (self.before_event | at_random[:, None]))

    def with_strategy(self, strategy: str | Mapping[Hashable, str]) -> Trial:
        """Return the same data with another strategy for all, or for the subjects named."""
        return replace(self, strategy=_strategies(strategy, self.subjects))

    def at_visit(self, visit: object) -> pd.DataFrame:
        """Return the rows of one visit, one a subject in the order of ``subjects``."""
        return self.frame.iloc[self.visit_number(visit) :: self.n_visits]

    def visit_number(self, visit: object) -> int:
        """Return the place of a visit.

        Raises
        ------
        AnalysisError
            If the trial has no such visit.
        """
        if visit not in self.visits:
            known = ", ".join(map(str, self.visits))
            raise AnalysisError(f"The data have no visit {visit}; they have {known}.")
        return self.visits.index(visit)


def prepare(
    data: pd.DataFrame,
    *,
    formula: str,
    subject: str,
    visit: str,
    arm: str,
    reference: object,
    events: Mapping[Hashable, object] | None = None,
    strategy: str | Mapping[Hashable, str] = "MAR",
    structure: str = "us",
    covariance_by_arm: bool = False,
) -> Trial:
    """Lay out data for imputation.

    Parameters
    ----------
    data : DataFrame
        One row for each subject and visit; absent rows count as missing values
        and take the covariates of the subject, which must not change by visit.
        Arms and visits come in the order of their categories, else sorted.
    formula : str
        Fixed part of the imputation model, such as ``"CHG ~ ARM * VISIT + BASE * VISIT"``.
    reference : object
        Arm that strategies refer to, or a mapping of arm to reference arm.
    events : mapping, optional
        First visit after the intercurrent event, by subject. By default the
        first of the visits after which nothing more was observed.
    strategy : str or mapping
        For all subjects, or by subject (MAR for those not named).
    structure : str
        Covariance within a subject, see :mod:`sjogren_desktop.stats.mmrm`.
    covariance_by_arm : bool
        Estimate one covariance for each arm instead of one for all.

    Raises
    ------
    AnalysisError
        If a row repeats a subject and visit, a covariate is missing, or a name
        in ``reference`` or ``events`` is not known.
    """
    visits, visit_code = encode_levels(data[visit])
    subjects, subject_code = encode_levels(data[subject])
    if (visit_code < 0).any() or (subject_code < 0).any():
        raise AnalysisError(f"A row has no {subject} or no {visit}. Leave such rows out.")
    response = parse(formula)[0]
    if response not in data.columns:
        raise AnalysisError(f"The data have no column {response} to impute.")
    frame = _grid(data, subject, visit, response, (subjects, subject_code), (visits, visit_code))
    own = _design(formula, response, frame)
    n, t = len(subjects), len(visits)
    values = frame[response].to_numpy(dtype=np.float64, na_value=np.nan).reshape(n, t)
    arms, arm_code = encode_levels(frame[arm])
    references = _references(reference, arms)
    code = arm_code.reshape(n, t)[:, 0]
    referring = frame.assign(**{arm: _as_arm(frame[arm], [references[c] for c in arm_code], arms)})
    p = own.matrix.shape[1]
    return Trial(
        frame=frame,
        subjects=subjects,
        visits=visits,
        arms=arms,
        arm_column=arm,
        response=values,
        arm=code,
        reference=np.array([references[c] for c in code], dtype=np.int64),
        own_design=np.ascontiguousarray(own.matrix).reshape(n, t, p),
        reference_design=np.ascontiguousarray(design_rows(own, referring)).reshape(n, t, p),
        before_event=_before_event(values, events, subjects, visits),
        strategy=_strategies(strategy, subjects),
        formula=formula,
        names=own.names,
        structure=structure,
        covariance_by_arm=covariance_by_arm,
    )


def _grid(
    data: pd.DataFrame,
    subject: str,
    visit: str,
    response: str,
    subjects: tuple[tuple[object, ...], Integers],
    visits: tuple[tuple[object, ...], Integers],
) -> pd.DataFrame:
    """Return one row for each subject and visit, absent ones with the subject's covariates."""
    (names, who), (times, when) = subjects, visits
    place = who * len(times) + when
    if len(np.unique(place)) < len(place):
        raise AnalysisError(
            f"{len(place) - len(np.unique(place))} rows repeat a {subject} and {visit}. Keep one "
            "row for each."
        )
    first = np.full(len(names), len(data), dtype=np.int64)
    np.minimum.at(first, who, np.arange(len(data)))
    source = np.repeat(first, len(times))
    source[place] = np.arange(len(data))
    frame = data.iloc[source].reset_index(drop=True)
    absent = np.ones(len(frame), dtype=bool)
    absent[place] = False
    frame[visit] = pd.Categorical.from_codes(
        np.tile(np.arange(len(times)), len(names)), categories=pd.Index(times)
    )
    frame[response] = frame[response].astype(np.float64).mask(absent)
    return frame


def _design(formula: str, response: str, frame: pd.DataFrame) -> Design:
    """Return the model for every cell, refusing missing covariates."""
    design = build_design(formula, frame.assign(**{response: 0.0}))
    if design.n_dropped:
        raise AnalysisError(
            f"{design.n_dropped} of {len(frame)} combinations of subject and visit miss a "
            f"covariate of the imputation model ({formula}), so nothing can be imputed for them. "
            "Leave out these subjects or the covariate."
        )
    return design


def _references(reference: object, arms: tuple[object, ...]) -> list[int]:
    """Return the reference arm of each arm."""
    given = reference if isinstance(reference, Mapping) else dict.fromkeys(arms, reference)
    unknown = [str(a) for a in given.values() if a not in arms]
    if unknown:
        raise AnalysisError(
            f"The reference arm {unknown[0]} is not among the arms {', '.join(map(str, arms))}."
        )
    return [arms.index(given.get(a, a)) for a in arms]


def _as_arm(column: pd.Series, codes: list[int], arms: tuple[object, ...]) -> pd.Series:
    return pd.Series(
        pd.Categorical.from_codes(codes, categories=pd.Index(arms)), index=column.index
    )


def _before_event(
    values: Floats,
    events: Mapping[Hashable, object] | None,
    subjects: tuple[object, ...],
    visits: tuple[object, ...],
) -> Bools:
    """Return the visits before each subject's event."""
    n, t = values.shape
    if events is None:
        observed = ~np.isnan(values)
        # Number of visits up to the last one with a value.
        until = np.where(observed.any(axis=1), t - np.argmax(observed[:, ::-1], axis=1), 0)
        return np.arange(t) < until[:, None]
    result = np.ones((n, t), dtype=bool)
    place = {s: i for i, s in enumerate(subjects)}
    for name, visit in events.items():
        if name not in place or visit not in visits:
            raise AnalysisError(
                f"The event of subject {name} at {visit} does not fit the data: there is no such "
                "subject or visit."
            )
        result[place[name], visits.index(visit) :] = False
    return result


def _strategies(
    strategy: str | Mapping[Hashable, str], subjects: tuple[object, ...]
) -> tuple[str, ...]:
    if isinstance(strategy, str):
        return (strategy,) * len(subjects)
    return tuple(strategy.get(s, "MAR") for s in subjects)
