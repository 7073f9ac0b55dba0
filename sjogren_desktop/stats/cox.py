"""Cox's proportional hazards model: Efron, Breslow and exact ties, strata.

The partial likelihood is maximised by Newton's method with analytic second
derivatives; Wald, score and likelihood-ratio tests come from the same fit, and
proportional hazards are tested by the score test for an interaction with a
function of time. Formulas CX.1 to CX.8 in ``resources/methods/cox.md``;
checked against ``coxph`` and ``cox.zph`` of R's ``survival``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.special import chdtrc, ndtr, ndtri

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    choice,
    equally_long,
    fraction,
    groups,
)
from sjogren_desktop.stats.cox_likelihood import (
    TIES,
    Derivatives,
    Ordered,
    partial_likelihood,
)
from sjogren_desktop.stats.kaplan_meier import kaplan_meier, survival_times

if TYPE_CHECKING:
    import pandas as pd

MAX_ITERATIONS = 50
STEP_TOLERANCE = 1e-9
"""Newton step, in standard deviations of a covariate, at which the fit stands."""

FLAT = 1e-8
"""Curvature, relative to that at zero, below which a coefficient is unbounded."""

TIME_SCALES = ("km", "identity", "log", "rank")


@dataclass(frozen=True)
class CoxFit:
    """A fitted Cox model.

    Parameters
    ----------
    coefficients : DataFrame
        Indexed by name: ``estimate, std_error, statistic, p_value, lower,
        upper`` of the log hazard ratio, and ``hazard_ratio,
        hazard_ratio_lower, hazard_ratio_upper``.
    vcov : DataFrame
        Inverse observed information.
    tests : DataFrame
        ``likelihood ratio``, ``score`` and ``Wald`` tests of all coefficients
        together: ``statistic, df, p_value``.
    log_likelihood_null, log_likelihood : float
    n, n_events, n_strata, iterations : int
    ties : {"efron", "breslow", "exact"}
    converged : bool
        False where the likelihood has no maximum at finite coefficients;
        ``messages`` then names the coefficients concerned.
    messages : tuple of str
    level : float
    """

    coefficients: pd.DataFrame
    vcov: pd.DataFrame
    tests: pd.DataFrame
    log_likelihood_null: float
    log_likelihood: float
    n: int
    n_events: int
    n_strata: int
    iterations: int
    ties: str
    converged: bool
    messages: tuple[str, ...]
    level: float
    _ordered: Ordered
    _terms: tuple[tuple[str, tuple[int, ...]], ...]
    _beta: FloatArray

    def ph_test(self, transform: str = "km") -> pd.DataFrame:
        """Test proportional hazards, term by term and globally (CX.8).

        Parameters
        ----------
        transform : {"km", "identity", "log", "rank"}
            Function of time the log hazard ratio may change with; "km" is one
            minus the Kaplan-Meier estimate just before the time.

        Returns
        -------
        DataFrame
            Indexed by term and ``GLOBAL``: ``statistic, df, p_value``.

        Raises
        ------
        AnalysisError
            For exact ties, where the test is not defined, or a time of 0 on
            the log scale.

        References
        ----------
        Grambsch and Therneau, Biometrika 1994;81:515-526; in the score form
        without the approximation of constant variance.
        """
        import pandas as pd

        if self.ties == "exact":
            raise AnalysisError(
                "The test of proportional hazards needs Efron or Breslow ties, not exact ones."
            )
        g = _time_scale(self._ordered, choice(transform, "Scale of time", TIME_SCALES))
        part = partial_likelihood(self._ordered, self._beta, self.ties, event_weight=g)
        p = self._beta.size
        u, information = part.weighted_gradient, np.empty((2 * p, 2 * p))
        information[:p, :p] = part.information
        information[:p, p:] = part.weighted_information
        information[p:, :p] = part.weighted_information.T
        information[p:, p:] = part.twice_weighted_information
        rows = []
        terms = list(self._terms)
        if p > 1 or len(terms) > 1:
            terms.append(("GLOBAL", tuple(range(p))))
        for name, columns in terms:
            tested = np.array(columns)
            use = np.concatenate((np.arange(p), p + tested))
            score = np.concatenate((np.zeros(p), u[tested]))
            statistic = float(score @ np.linalg.solve(information[np.ix_(use, use)], score))
            rows.append((name, statistic, tested.size, float(chdtrc(tested.size, statistic))))
        frame = pd.DataFrame(rows, columns=["term", "statistic", "df", "p_value"])
        return frame.set_index("term")


def fit_cox(
    time: npt.ArrayLike,
    event: npt.ArrayLike,
    covariates: pd.DataFrame,
    *,
    strata: Sequence[object] | npt.NDArray[np.generic] | pd.Series | None = None,
    ties: str = "efron",
    level: float = 0.95,
) -> CoxFit:
    """Fit a proportional hazards model.

    Parameters
    ----------
    time, event : arrays of shape (n,)
        See :func:`~sjogren_desktop.stats.kaplan_meier.kaplan_meier`.
    covariates : DataFrame of n rows
        Numeric columns enter as they are; text and categorical columns as
        treatment contrasts against their first level, named
        ``column[T.level]``. Missing values are refused.
    strata : sequence of length n, optional
        Each stratum has its own baseline hazard.
    ties : {"efron", "breslow", "exact"}
        Exact is the discrete-time (conditional logistic) likelihood.
    level : float
        Level of confidence.

    Raises
    ------
    AnalysisError
        If an argument has not the form described, no stratum has an event with
        two rows at risk, or the covariates are collinear.

    References
    ----------
    Cox, JRSS B 1972;34:187-220. Efron, JASA 1977;72:557-565. Breslow,
    Biometrics 1974;30:89-99. Gail, Lubin and Rubinstein, Biometrika
    1981;68:703-707 (recursion of the exact likelihood).
    """
    import pandas as pd

    times, events = survival_times(time, event)
    equally_long(time=times, covariates=covariates)
    choice(ties, "Ties", TIES)
    z = float(ndtri(0.5 + fraction(level, "Level of confidence") / 2))
    design, names, terms = _design(covariates)
    if strata is None:
        stratum, n_strata = np.zeros(times.size, dtype=np.intp), 1
    else:
        equally_long(time=times, strata=strata)
        stratum, levels = groups(strata, "Strata")
        n_strata = len(levels)
    scale = design.std(axis=0)
    if (scale == 0).any():
        raise AnalysisError(
            f"Covariate {names[int(np.argmin(scale))]} has the same value in every row; "
            "leave it out."
        )
    standard = (design - design.mean(axis=0)) / scale
    ordered = Ordered.of(times, events, stratum, standard)
    beta, part, null, iterations, unsettled = _maximise(ordered, names, ties)
    inverse = np.linalg.inv(part.information)
    vcov = inverse / np.outer(scale, scale)
    # Rounding may turn the variance of an unbounded coefficient negative.
    diagonal = np.diag(vcov)
    estimate, std_error = beta / scale, np.sqrt(np.where(diagonal > 0, diagonal, np.nan))
    statistic = estimate / std_error
    coefficients = pd.DataFrame(
        {
            "estimate": estimate,
            "std_error": std_error,
            "statistic": statistic,
            "p_value": 2 * ndtr(-np.abs(statistic)),
            "lower": estimate - z * std_error,
            "upper": estimate + z * std_error,
        },
        index=pd.Index(names),
    )
    with np.errstate(over="ignore"):
        for short, column in (("", "estimate"), ("_lower", "lower"), ("_upper", "upper")):
            coefficients[f"hazard_ratio{short}"] = np.exp(coefficients[column])
    values = {
        "likelihood ratio": 2 * (part.log_likelihood - null.log_likelihood),
        "score": float(null.gradient @ np.linalg.solve(null.information, null.gradient)),
        "Wald": float(beta @ part.information @ beta),
    }
    tests = pd.DataFrame(
        {
            "statistic": values,
            "df": dict.fromkeys(values, beta.size),
            "p_value": {key: float(chdtrc(beta.size, v)) for key, v in values.items()},
        }
    )
    messages = tuple(
        f"The likelihood keeps rising as the coefficient of {names[j]} grows without bound; "
        "its estimate and standard error have no meaning."
        for j in unsettled
    )
    return CoxFit(
        coefficients=coefficients,
        vcov=pd.DataFrame(vcov, index=names, columns=names),
        tests=tests,
        log_likelihood_null=null.log_likelihood,
        log_likelihood=part.log_likelihood,
        n=times.size,
        n_events=int(events.sum()),
        n_strata=n_strata,
        iterations=iterations,
        ties=ties,
        converged=not messages,
        messages=messages,
        level=level,
        _ordered=ordered,
        _terms=terms,
        _beta=beta,
    )


def _maximise(
    ordered: Ordered, names: list[str], ties: str
) -> tuple[FloatArray, Derivatives, Derivatives, int, list[int]]:
    """Return coefficients, derivatives there and at zero, steps, unsettled columns."""
    beta = np.zeros(len(names))
    part = null = partial_likelihood(ordered, beta, ties)
    diagonal = np.diag(null.information)
    if not null.information.any():
        raise AnalysisError(
            "No event happened while rows with different covariates were at risk, "
            "so hazards cannot be compared."
        )
    if (diagonal <= 0).any() or np.linalg.cond(null.information) > 1e13:
        raise AnalysisError(
            f"The covariates {', '.join(names)} are collinear or constant among the rows at "
            "risk; leave one of them out."
        )
    flat = FLAT * float(np.linalg.eigvalsh(null.information)[0])
    newton = np.full(beta.size, np.inf)
    iterations = 0
    while iterations < MAX_ITERATIONS and np.abs(newton).max() > STEP_TOLERANCE:
        iterations += 1
        if np.linalg.eigvalsh(part.information)[0] < flat:
            break  # the likelihood has gone flat: a coefficient runs away
        newton = np.linalg.solve(part.information, part.gradient)
        step = newton
        least = part.log_likelihood - 1e-10 * abs(part.log_likelihood)
        tried = partial_likelihood(ordered, beta + step, ties)
        # A step far too long may leave the numbers a computer has: infinite.
        while not (np.isfinite(tried.log_likelihood) and tried.log_likelihood >= least):
            step = step / 2
            tried = partial_likelihood(ordered, beta + step, ties)
        beta, part = beta + step, tried
    return beta, part, null, iterations, [int(j) for j in np.flatnonzero(np.abs(newton) > 1e-4)]


def _design(
    covariates: pd.DataFrame,
) -> tuple[FloatArray, list[str], tuple[tuple[str, tuple[int, ...]], ...]]:
    """Return the design matrix, its column names, and the columns of each term."""
    import pandas as pd

    blocks: list[FloatArray] = []
    names: list[str] = []
    terms: list[tuple[str, tuple[int, ...]]] = []
    for name in covariates.columns:
        column = covariates[name]
        if column.isna().any():
            raise AnalysisError(
                f"Covariate {name}: {int(column.isna().sum())} values are missing. "
                "Leave those rows out."
            )
        start = len(names)
        if pd.api.types.is_numeric_dtype(column) or pd.api.types.is_bool_dtype(column):
            blocks.append(column.to_numpy(dtype=np.float64))
            names.append(str(name))
        else:
            codes, levels = groups(column, f"Covariate {name}", minimum=2)
            for k, label in enumerate(levels[1:], start=1):
                blocks.append((codes == k).astype(np.float64))
                names.append(f"{name}[T.{label}]")
        terms.append((str(name), tuple(range(start, len(names)))))
    if not blocks:
        raise AnalysisError("Give at least one covariate.")
    design = np.column_stack(blocks)
    if not np.isfinite(design).all():
        raise AnalysisError("Covariates: infinite values found. Leave those rows out.")
    return design, names, tuple(terms)


def _time_scale(ordered: Ordered, transform: str) -> FloatArray:
    """Return g(t) of every event, with mean zero over the events."""
    times, events = ordered.time, ordered.event
    if transform == "identity":
        g = times[events]
    elif transform == "log":
        if (times[events] <= 0).any():
            raise AnalysisError("An event at time 0 has no logarithm; take another scale.")
        g = np.log(times[events])
    elif transform == "rank":
        order = np.sort(times)
        low = np.searchsorted(order, times[events], side="left")
        high = np.searchsorted(order, times[events], side="right")
        g = (low + high + 1) / 2
    else:
        curve = kaplan_meier(times, events).curve
        survival = np.append(1.0, curve["estimate"].to_numpy())
        g = 1.0 - survival[np.searchsorted(curve["time"], times[events], side="left")]
    return np.asarray(g - g.mean(), dtype=np.float64)
