"""What can be chosen for an analysis by imputation, and the draws that follow from it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.spec import Choice, Flag, Item, Number
from sjogren_desktop.results import Progress
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.stats.imputation import Draws, Trial

METHODS = {
    "bayes": "Bayesian multiple imputation, pooled by Rubin's rules",
    "approximate": "Approximate Bayesian (bootstrap), pooled by Rubin's rules",
    "jackknife": "Conditional mean imputation with jackknife standard errors (deterministic)",
    "bmlmi": "Bootstrapped maximum likelihood imputation (von Hippel and Bartlett)",
}

_PAGE = "reference_based_imputation.md"


def _method_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in METHODS.items())


def _bayes(study: StudyData, values: Mapping[str, object]) -> str:
    return "bayes"


METHOD = Choice(
    "method",
    "Imputation",
    "How missing values are imputed and how the uncertainty of that is counted.",
    _method_items,
    _bayes,
    page=_PAGE,
)
IMPUTATIONS = Number(
    "imputations",
    "Imputations",
    "Completed data sets, or bootstrap samples. The Monte Carlo error tells whether they are "
    "enough.",
    200,
    10,
    5000,
    page=_PAGE,
)
SEED = Number(
    "seed",
    "Seed",
    "Start of the random numbers: the same seed gives the same result.",
    20261,
    0,
    2_000_000_000,
    advanced=True,
    page=_PAGE,
)
BY_ARM = Flag(
    "covariance_by_arm",
    "One covariance for each arm",
    "Estimates the covariance of the visits for each arm instead of one for all.",
    False,
    advanced=True,
    page=_PAGE,
)


def whole(values: Mapping[str, object], key: str) -> int:
    """Return a whole number of the options; a form gives 200.0 for 200."""
    return round(float(str(values[key])))


def within(progress: Progress, start: float, stop: float, message: str) -> Callable[[float], None]:
    """Return a callable that reports fractions of one part of the work."""

    def report(fraction: float) -> None:
        progress(start + (stop - start) * fraction, message)

    return report


def draw(trial: Trial, values: Mapping[str, object], progress: Progress) -> Draws:
    """Draw parameters of the imputation model by the chosen method.

    Those drawn last are kept: analyses with several rows, and the one after another,
    ask for the same draws of the same trial again.
    """
    from sjogren_desktop.stats import imputation as im

    samples, seed = whole(values, "imputations"), whole(values, "seed")
    report = within(progress, 0.1, 0.7, "Fitting the imputation model")
    method = str(values["method"])
    if method == "jackknife":
        return im.jackknife(trial, progress=report)
    key = _digest(trial, method, samples, seed)
    kept = _drawn.get(key)
    if kept is not None:
        report(1.0)
        return kept
    if method == "bmlmi":
        drawn = im.bootstrapped_ml(trial, samples=samples, seed=seed, progress=report)
    elif method == "approximate":
        drawn = im.approximate_bayes(trial, samples=samples, seed=seed, progress=report)
    else:
        drawn = im.bayes(trial, samples=samples, seed=seed, progress=report)
    while len(_drawn) >= _KEPT:
        _drawn.pop(next(iter(_drawn)), None)
    _drawn[key] = drawn
    return drawn


_KEPT = 16
_drawn: dict[str, Draws] = {}


def _digest(trial: Trial, method: str, samples: int, seed: int) -> str:
    """Return what tells a trial and how it is drawn from every other."""
    import numpy as np
    import pandas as pd

    told = hashlib.sha256(repr((method, samples, seed)).encode())
    for part in fields(trial):
        value = getattr(trial, part.name)
        if isinstance(value, np.ndarray):
            told.update(repr((value.shape, value.dtype)).encode() + value.tobytes())
        elif isinstance(value, pd.DataFrame):
            told.update(repr(tuple(value.columns)).encode())
            told.update(pd.util.hash_pandas_object(value).to_numpy().tobytes())
        else:
            told.update(repr(value).encode())
    return told.hexdigest()
