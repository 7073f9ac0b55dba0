"""Pooling of estimates from several studies, fixed and random effects.

Formulas MA.1 to MA.12 in ``resources/methods/meta_analysis.md``; checked
against R's ``metafor``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq
from scipy.special import chdtrc, chdtri, ndtr, ndtri, stdtr, stdtrit

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.arguments import (
    FloatArray,
    choice,
    equally_long,
    fraction,
    numbers,
    within,
)

if TYPE_CHECKING:
    import pandas as pd

METHODS = ("fixed", "DL", "REML", "ML", "PM", "SJ")
INTERVALS = ("normal", "hksj", "hksj-adhoc")


@dataclass(frozen=True)
class MetaAnalysis:
    """A pooled estimate with its heterogeneity.

    Parameters
    ----------
    estimate, std_error, statistic, p_value, lower, upper : float
    df : float
        Degrees of freedom of the interval; infinite for the normal one.
    tau2, tau2_std_error, tau2_lower, tau2_upper : float
        Variance between studies, with the Q-profile interval; 0 and missing in
        a fixed-effect analysis.
    q, q_df, q_p_value : float
        Cochran's test of homogeneity.
    i2, i2_lower, i2_upper, h2 : float
        I2 in percent, with limits from those of tau2.
    prediction_lower, prediction_upper : float
        Interval for the effect in a new study; missing if fixed.
    studies : DataFrame
        ``study, estimate, std_error, lower, upper, weight``; weights in
        percent.
    method, interval : str
    level : float
    """

    estimate: float
    std_error: float
    statistic: float
    df: float
    p_value: float
    lower: float
    upper: float
    tau2: float
    tau2_std_error: float
    tau2_lower: float
    tau2_upper: float
    q: float
    q_df: int
    q_p_value: float
    i2: float
    i2_lower: float
    i2_upper: float
    h2: float
    prediction_lower: float
    prediction_upper: float
    studies: pd.DataFrame
    method: str
    interval: str
    level: float


@dataclass(frozen=True)
class EffectDifferences:
    """Whether an effect differs between studies, from their summary figures.

    ``differences`` has one row per pair of studies: ``study, reference,
    estimate, std_error, statistic, p_value, lower, upper``; ``statistic, df,
    p_value`` are the joint chi-square test.
    """

    differences: pd.DataFrame
    statistic: float
    df: int
    p_value: float


def pool(
    estimates: npt.ArrayLike,
    std_errors: npt.ArrayLike,
    *,
    method: str = "REML",
    interval: str = "normal",
    level: float = 0.95,
    labels: Sequence[object] | None = None,
    prediction_df: int | None = None,
) -> MetaAnalysis:
    """Pool independent estimates, weighting by inverse variance.

    Parameters
    ----------
    estimates, std_errors : arrays of shape (k,)
        Two studies at least, on a scale on which they are about normal.
    method : {"fixed", "DL", "REML", "ML", "PM", "SJ"}
        Fixed effect, or estimator of the variance between studies:
        DerSimonian-Laird, restricted and full maximum likelihood,
        Paule-Mandel, Sidik-Jonkman.
    interval : {"normal", "hksj", "hksj-adhoc"}
        Normal, or Hartung-Knapp-Sidik-Jonkman with t on k - 1 degrees of
        freedom; ad hoc: never narrower than the normal standard error allows.
    level : float
    labels : sequence of length k, optional
    prediction_df : int, optional
        Degrees of freedom of the prediction interval. The distribution of
        ``interval`` if None; k - 2 is Higgins, Thompson and Spiegelhalter's.

    Raises
    ------
    AnalysisError
        If an argument has not the form described.

    References
    ----------
    DerSimonian and Laird, Control Clin Trials 1986;7:177-188. Viechtbauer, J
    Educ Behav Stat 2005;30:261-293. Paule and Mandel, J Res Natl Bur Stand
    1982;87:377-385. Sidik and Jonkman, Appl Stat 2005;54:367-384. Hartung and
    Knapp, Stat Med 2001;20:3875-3889. Viechtbauer, Stat Med 2007;26:37-52
    (Q-profile). Higgins, Thompson and Spiegelhalter, JRSS A 2009;172:137-159.
    """
    y, v = _studies(estimates, std_errors)
    choice(method, "Method", METHODS)
    choice(interval, "Interval", INTERVALS)
    alpha = 1.0 - fraction(level, "Level of confidence")
    k = y.size
    if prediction_df is not None and prediction_df < 1:
        raise AnalysisError("Degrees of freedom of the prediction interval: give at least 1.")
    tau2, tau2_error = _between(y, v, method)
    w = 1.0 / (v + tau2)
    estimate = float(w @ y / w.sum())
    std_error = float(1.0 / np.sqrt(w.sum()))
    df = float("inf")
    if interval != "normal":
        scale = float(w @ (y - estimate) ** 2 / (k - 1))
        if interval == "hksj-adhoc":
            scale = max(scale, 1.0)
        std_error *= float(np.sqrt(scale))
        df = float(k - 1)
    critical = _critical(alpha, df)
    statistic = estimate / std_error if std_error > 0 else float("nan")
    q = _generalised_q(0.0, y, v)
    typical = (k - 1) / _trace_p(1.0 / v)
    nan = float("nan")
    if method == "fixed":
        tau2_limits = (nan, nan)
        i2, h2 = 100 * max(0.0, (q - (k - 1)) / q) if q > 0 else 0.0, q / (k - 1)
        prediction = (nan, nan)
    else:
        tau2_limits = _q_profile(y, v, alpha)
        i2, h2 = 100 * tau2 / (tau2 + typical), tau2 / typical + 1
        reach = critical if prediction_df is None else _critical(alpha, float(prediction_df))
        half = reach * float(np.sqrt(std_error**2 + tau2))
        prediction = (estimate - half, estimate + half)
    return MetaAnalysis(
        estimate=estimate,
        std_error=std_error,
        statistic=statistic,
        df=df,
        p_value=float(2 * (ndtr(-abs(statistic)) if np.isinf(df) else stdtr(df, -abs(statistic)))),
        lower=estimate - critical * std_error,
        upper=estimate + critical * std_error,
        tau2=tau2,
        tau2_std_error=tau2_error,
        tau2_lower=tau2_limits[0],
        tau2_upper=tau2_limits[1],
        q=q,
        q_df=k - 1,
        q_p_value=float(chdtrc(k - 1, q)),
        i2=i2,
        i2_lower=100 * tau2_limits[0] / (tau2_limits[0] + typical),
        i2_upper=100 * tau2_limits[1] / (tau2_limits[1] + typical),
        h2=h2,
        prediction_lower=prediction[0],
        prediction_upper=prediction[1],
        studies=_study_frame(y, v, w, alpha, labels),
        method=method,
        interval=interval,
        level=level,
    )


def leave_one_out(
    estimates: npt.ArrayLike,
    std_errors: npt.ArrayLike,
    *,
    method: str = "REML",
    interval: str = "normal",
    level: float = 0.95,
    labels: Sequence[object] | None = None,
) -> pd.DataFrame:
    """Pool again without each study in turn; three studies at least.

    Returns
    -------
    DataFrame
        ``omitted, estimate, std_error, p_value, lower, upper, tau2, i2``.
    """
    import pandas as pd

    y, v = _studies(estimates, std_errors)
    if y.size < 3:
        raise AnalysisError("Leaving one study out needs at least three studies.")
    names = _labels(labels, y.size)
    rows = []
    for i, name in enumerate(names):
        kept = np.arange(y.size) != i
        result = pool(y[kept], np.sqrt(v[kept]), method=method, interval=interval, level=level)
        columns = ("estimate", "std_error", "p_value", "lower", "upper", "tau2", "i2")
        rows.append({"omitted": name, **{c: getattr(result, c) for c in columns}})
    return pd.DataFrame(rows)


def effect_differences(
    estimates: npt.ArrayLike,
    std_errors: npt.ArrayLike,
    *,
    level: float = 0.95,
    labels: Sequence[object] | None = None,
) -> EffectDifferences:
    """Test whether independent effects differ (interaction, MA.12).

    With one effect per study this is the interaction of effect and study; with
    one per subgroup, the subgroup interaction.
    """
    import pandas as pd

    y, v = _studies(estimates, std_errors)
    names = _labels(labels, y.size)
    z = _critical(1.0 - fraction(level, "Level of confidence"), float("inf"))
    rows = []
    for i in range(y.size):
        for j in range(i + 1, y.size):
            difference, error = float(y[j] - y[i]), float(np.sqrt(v[i] + v[j]))
            rows.append(
                {
                    "study": names[j],
                    "reference": names[i],
                    "estimate": difference,
                    "std_error": error,
                    "statistic": difference / error,
                    "p_value": float(2 * ndtr(-abs(difference / error))),
                    "lower": difference - z * error,
                    "upper": difference + z * error,
                }
            )
    q = _generalised_q(0.0, y, v)
    df = y.size - 1
    return EffectDifferences(pd.DataFrame(rows), q, df, float(chdtrc(df, q)))


def _studies(estimates: npt.ArrayLike, std_errors: npt.ArrayLike) -> tuple[FloatArray, FloatArray]:
    y = numbers(estimates, "Estimates", minimum_length=2)
    se = within(std_errors, "Standard errors", low=0.0, open_low=True)
    equally_long(estimates=y, std_errors=se)
    return y, se**2


def _labels(labels: Sequence[object] | None, k: int) -> list[object]:
    names = list(range(1, k + 1)) if labels is None else list(labels)
    equally_long(estimates=range(k), labels=names)
    return list(names)


def _study_frame(
    y: FloatArray, v: FloatArray, w: FloatArray, alpha: float, labels: Sequence[object] | None
) -> pd.DataFrame:
    import pandas as pd

    se = np.sqrt(v)
    z = _critical(alpha, float("inf"))
    return pd.DataFrame(
        {
            "study": _labels(labels, y.size),
            "estimate": y,
            "std_error": se,
            "lower": y - z * se,
            "upper": y + z * se,
            "weight": 100 * w / w.sum(),
        }
    )


def _critical(alpha: float, df: float) -> float:
    return float(-ndtri(alpha / 2) if np.isinf(df) else -stdtrit(df, alpha / 2))


def _generalised_q(tau2: float, y: FloatArray, v: FloatArray) -> float:
    """Return Q with weights 1 / (v + tau2) (MA.3)."""
    w = 1.0 / (v + tau2)
    return float(w @ (y - w @ y / w.sum()) ** 2)


def _trace_p(w: FloatArray) -> float:
    """Return the trace of P = W - W 1 1' W / sum(w)."""
    return float(w.sum() - (w @ w) / w.sum())


def _projection(w: FloatArray) -> FloatArray:
    return np.asarray(np.diag(w) - np.outer(w, w) / w.sum(), dtype=np.float64)


def _between(y: FloatArray, v: FloatArray, method: str) -> tuple[float, float]:
    """Return the variance between studies and its standard error (MA.4 to MA.8)."""
    k = y.size
    if method == "fixed":
        return 0.0, float("nan")
    if method == "DL":
        w = 1.0 / v
        trace = _trace_p(w)
        tau2 = max(0.0, (_generalised_q(0.0, y, v) - (k - 1)) / trace)
        p = _projection(w)
        spread = 2 * (k - 1) + 4 * tau2 * trace + 2 * tau2**2 * float((p * p).sum())
        return tau2, float(np.sqrt(spread)) / trace
    if method == "PM":
        tau2 = 0.0
        if _generalised_q(0.0, y, v) > k - 1:
            tau2 = _root(lambda t: _generalised_q(t, y, v) - (k - 1), v)
        return tau2, float(np.sqrt(2 * k**2 / (k - 1))) / float((1.0 / (v + tau2)).sum())
    if method == "SJ":
        return _sidik_jonkman(y, v)
    tau2 = _likeliest(y, v, restricted=method == "REML")
    w = 1.0 / (v + tau2)
    if method == "ML":
        return tau2, float(np.sqrt(2 / (w @ w)))
    p = _projection(w)
    return tau2, float(np.sqrt(2 / (p * p).sum()))


def _sidik_jonkman(y: FloatArray, v: FloatArray) -> tuple[float, float]:
    k = y.size
    start = float(np.var(y))
    if start == 0:
        return 0.0, 0.0
    w = 1.0 / (v + start)
    p = _projection(w)
    tau2 = start * float(y @ p @ y) / (k - 1)
    pv = p * v
    spread = 2 * np.trace(pv @ pv) + 4 * tau2 * np.trace(pv @ p) + 2 * tau2**2 * (p * p).sum()
    return tau2, start / (k - 1) * float(np.sqrt(spread))


def _root(function: Callable[[float], float], v: FloatArray) -> float:
    """Return where a function that falls from above to below 0 crosses it."""
    high = float(np.max(v))
    while function(high) > 0:
        high *= 2
    return float(brentq(function, 0.0, high, xtol=1e-14 * high, rtol=1e-14))


def _likeliest(y: FloatArray, v: FloatArray, *, restricted: bool) -> float:
    """Return the variance of greatest likelihood, 0 included (MA.5, MA.6).

    The likelihood may have several maxima, so every sign change of its
    derivative on a grid is followed up, and the best point taken.
    """

    def slope(tau2: float) -> float:
        w = 1.0 / (v + tau2)
        lost = (w @ w) / w.sum() if restricted else 0.0
        return float(w**2 @ (y - w @ y / w.sum()) ** 2 - w.sum() + lost)

    def minus_twice_log_likelihood(tau2: float) -> float:
        w = 1.0 / (v + tau2)
        extra = np.log(w.sum()) if restricted else 0.0
        return float(_generalised_q(tau2, y, v) - np.log(w).sum() + extra)

    # Beyond this the derivative is negative: every squared residual is smaller.
    top = float(np.ptp(y) ** 2 * 2 + np.max(v))
    grid = np.append(0.0, np.geomspace(top * 1e-8, top, 240))
    slopes = np.array([slope(t) for t in grid])
    candidates = [0.0]
    for i in np.flatnonzero((slopes[:-1] > 0) & (slopes[1:] <= 0)):
        low, high = float(grid[int(i)]), float(grid[int(i) + 1])
        candidates.append(float(brentq(slope, low, high, xtol=1e-15 * top, rtol=1e-14)))
    return min(candidates, key=minus_twice_log_likelihood)


def _q_profile(y: FloatArray, v: FloatArray, alpha: float) -> tuple[float, float]:
    """Return the interval of tau2 in which Q is not extreme (MA.9)."""
    df = y.size - 1
    limits = []
    for tail in (alpha / 2, 1 - alpha / 2):
        target = float(chdtri(df, tail))
        at_zero = _generalised_q(0.0, y, v)
        limits.append(
            _root(lambda t, c=target: _generalised_q(t, y, v) - c, v)  # type: ignore[misc]
            if at_zero > target
            else 0.0
        )
    return limits[0], limits[1]
