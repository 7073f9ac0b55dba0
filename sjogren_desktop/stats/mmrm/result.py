"""What a fitted mixed model can be asked: estimates, LS means, tests, residuals."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.stats.design import (
    Design,
    Weights,
    design_rows,
    level_text,
    lsmeans_matrix,
    type3_matrices,
)
from sjogren_desktop.stats.mmrm.adjust import adjust_family, check_adjustment
from sjogren_desktop.stats.mmrm.engine import ArrayFit
from sjogren_desktop.stats.mmrm.inference import Estimates, Inference
from sjogren_desktop.stats.mmrm.structures import evaluate_spatial

if TYPE_CHECKING:
    from sjogren_desktop.stats.mmrm.formula import ModelFormula

Floats = NDArray[np.float64]
Names = str | Sequence[str]


@dataclass(frozen=True)
class Settings:
    """How a model was asked for, so that it can be fitted again."""

    formula: ModelFormula
    weights: str | None
    reml: bool
    df_method: str
    vcov: str
    fallback: tuple[str, ...]


@dataclass(frozen=True)
class MMRMResult:
    """A fitted mixed model for repeated measures.

    Attributes
    ----------
    coefficients : DataFrame
        estimate, std_error, df, statistic, p_value, lower, upper; one row a coefficient.
    vcov : DataFrame
        Covariance of the coefficients, as used for standard errors.
    covariance, correlation : DataFrame, or dict of DataFrame by group
        Between visits; for a spatial structure between distances 0 and 1.
    theta : array
        Covariance parameters (covariance_structures.md).
    log_likelihood, deviance, aic, aicc, bic : float
        Restricted ones under REML; criteria count covariance parameters only.
    gradient_norm : float
        Largest derivative of the negative log likelihood.
    messages : tuple of str
        Sentences on what the reader must know (rows dropped, fallback taken).
    method_card : tuple of (str, str)
    """

    design: Design
    fit: ArrayFit
    settings: Settings
    structure: str
    visits: tuple[object, ...]
    groups: tuple[object, ...]
    subjects: NDArray[np.object_]
    index: pd.Index
    messages: tuple[str, ...]
    method_card: tuple[tuple[str, str], ...]
    inference: Inference = field(repr=False)

    @cached_property
    def coefficients(self) -> pd.DataFrame:
        """Fixed effects with t tests."""
        estimates = vars(self.inference.estimates(np.eye(len(self.design.names))))
        order = ("estimate", "std_error", "df", "statistic", "p_value", "lower", "upper")
        return pd.DataFrame(
            {name: estimates[name] for name in order}, index=pd.Index(self.design.names)
        )

    @cached_property
    def vcov(self) -> pd.DataFrame:
        """Covariance of the coefficients."""
        names = list(self.design.names)
        return pd.DataFrame(self.inference.vcov, index=names, columns=names)

    @cached_property
    def covariance(self) -> pd.DataFrame | dict[object, pd.DataFrame]:
        """Covariance between visits (of a row with weight one)."""
        return self._by_group(self._covariances())

    @cached_property
    def correlation(self) -> pd.DataFrame | dict[object, pd.DataFrame]:
        """Correlation between visits."""
        scaled = []
        for matrix in self._covariances():
            sd = np.sqrt(np.diag(matrix))
            scaled.append(matrix / np.outer(sd, sd))
        return self._by_group(scaled)

    @property
    def theta(self) -> Floats:
        """Covariance parameters, group by group."""
        return self.fit.theta

    @property
    def deviance(self) -> float:
        """Minus twice the log likelihood."""
        return self.fit.deviance

    @property
    def log_likelihood(self) -> float:
        """(Restricted) log likelihood, constants included."""
        return -0.5 * self.deviance

    @property
    def aic(self) -> float:
        """Akaike's criterion, counting covariance parameters."""
        return self.deviance + 2.0 * len(self.theta)

    @property
    def aicc(self) -> float:
        """Akaike's criterion with small-sample correction."""
        k = len(self.theta)
        # n - p also under maximum likelihood, as R's mmrm has it.
        m = max(self.n_obs - len(self.design.names), k + 2)
        return self.deviance + 2.0 * k * m / (m - k - 1.0)

    @property
    def bic(self) -> float:
        """Bayesian criterion with the number of subjects."""
        return self.deviance + float(np.log(self.n_subjects)) * len(self.theta)

    @property
    def n_obs(self) -> int:
        """Number of analysed rows."""
        return len(self.fit.rows.y)

    @property
    def n_subjects(self) -> int:
        """Number of subjects with at least one analysed row."""
        return self.fit.rows.n_subjects

    @property
    def n_visits(self) -> int:
        """Number of visits (for a spatial structure: most rows of a subject)."""
        return self.fit.rows.n_visits

    @property
    def n_dropped(self) -> int:
        """Rows left out because a variable was missing."""
        return self.design.n_dropped

    @property
    def converged(self) -> bool:
        """Whether the search ended at a proper optimum."""
        return not self.fit.optimum.problem

    @property
    def iterations(self) -> int:
        """Newton steps taken."""
        return self.fit.optimum.iterations

    @property
    def gradient_norm(self) -> float:
        """Largest derivative of the negative log likelihood."""
        return self.fit.optimum.gradient_norm

    @cached_property
    def rows_per_visit(self) -> pd.Series:
        """Number of analysed rows at each visit."""
        counts = np.bincount(self.fit.rows.visit, minlength=self.n_visits)
        return pd.Series(counts, index=pd.Index(self.visits), name="n")

    def lsmeans(
        self,
        specs: Names,
        by: Names | None = None,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return LS means by one or several factors.

        Parameters
        ----------
        specs, by : str or sequence of str
            Factors; ``by`` only arranges the rows in blocks (it varies slowest).
        weights : {"equal", "proportional"}
            How the other factors are averaged over; numbers are held at their mean.
        level : float
            Coverage of the intervals.

        Returns
        -------
        DataFrame
            The factors, then estimate, std_error, df, lower, upper, statistic, p_value.
        """
        names = [*_listed(specs), *_listed(by)]
        grid, contrast = lsmeans_matrix(self.design, names, weights)
        return _frame(
            dict(zip(names, zip(*grid, strict=True), strict=True)), self._test(contrast, level)
        )

    def contrasts(
        self,
        specs: Names,
        by: Names | None = None,
        *,
        reference: object = None,
        adjust: str | None = None,
        weights: Weights = "equal",
        level: float = 0.95,
    ) -> pd.DataFrame:
        """Return differences of LS means, each level minus the reference.

        Parameters
        ----------
        specs, by : str or sequence of str
            Levels of ``specs`` are compared within each combination of ``by``.
        reference : level, tuple of levels, or "pairwise"
            Default the first level; "pairwise" compares every later level with
            every earlier one.
        adjust : {None, "dunnett", "tukey", "holm", "sidak", "bonferroni"}
            Applied to p-values and intervals within each combination of ``by``.

        Returns
        -------
        DataFrame
            The ``by`` columns, contrast, level, reference, estimate, std_error,
            df, lower, upper, statistic, p_value.

        Raises
        ------
        AnalysisError
            If the reference is no level, or the adjustment does not fit.
        """
        pairwise = isinstance(reference, str) and reference == "pairwise"
        if adjust is not None:
            check_adjustment(adjust, pairwise=pairwise)
        inner, outer = _listed(specs), _listed(by)
        grid, means = lsmeans_matrix(self.design, [*inner, *outer], weights)
        combos = list(dict.fromkeys(row[: len(inner)] for row in grid))
        pairs = _pairs(combos, reference, ", ".join(inner))
        n = len(combos)
        labels: dict[str, list[object]] = {
            k: [] for k in (*outer, "contrast", "level", "reference")
        }
        rows = []
        for start in range(0, len(grid), n):
            for k, r in pairs:
                rows.append(means[start + k] - means[start + r])
                for name, value in zip(outer, grid[start][len(inner) :], strict=True):
                    labels[name].append(value)
                upper, lower = _join(combos[k]), _join(combos[r])
                labels["contrast"].append(f"{level_text(upper)} - {level_text(lower)}")
                labels["level"].append(upper)
                labels["reference"].append(lower)
        contrast = np.array(rows).reshape(len(rows), means.shape[1])
        estimates = self._test(contrast, level)
        if adjust is not None:
            estimates = self._adjusted(contrast, estimates, len(pairs), adjust, level, n)
        return _frame(labels, estimates)

    def test(self, hypothesis: ArrayLike, level: float = 0.95) -> pd.DataFrame:
        """Test linear functions of the coefficients.

        Parameters
        ----------
        hypothesis : array, shape (p,) or (r, p)
            One row gives a t test with interval; several rows give the joint F test.

        Returns
        -------
        DataFrame
            One row: num_df, den_df, statistic, p_value; with one linear function
            also estimate, std_error, df, lower, upper, and ``statistic`` is then t, not F.
        """
        matrix = np.atleast_2d(np.asarray(hypothesis, dtype=np.float64))
        if matrix.shape[1] != len(self.design.names):
            raise AnalysisError(
                f"A hypothesis needs one number for each of the {len(self.design.names)} "
                f"coefficients, not {matrix.shape[1]}."
            )
        if len(matrix) == 1:
            single = _frame({}, self._test(matrix, level))
            return single.assign(num_df=1, den_df=single["df"])
        return pd.DataFrame([vars(self.inference.joint(matrix))])

    def type3(self) -> pd.DataFrame:
        """Return type III F tests of the terms: term, num_df, den_df, statistic, p_value."""
        tests = {t: self.inference.joint(m) for t, m in type3_matrices(self.design).items()}
        frame = pd.DataFrame([vars(t) for t in tests.values()])
        frame.insert(0, "term", list(tests))
        return frame

    def predict(self, data: pd.DataFrame | None = None) -> pd.DataFrame:
        """Return the fixed-effects mean and its standard error for rows.

        Parameters
        ----------
        data : DataFrame, optional
            Rows with the variables of the fixed part; default the analysed rows.
            A row with a missing variable gives NaN.
        """
        x = self.design.matrix if data is None else design_rows(self.design, data)
        vcov = self.inference.vcov
        return pd.DataFrame(
            {
                "estimate": x @ self.fit.beta,
                "std_error": np.sqrt(np.einsum("ij,ij->i", x @ vcov, x)),
            },
            index=self.index if data is None else data.index,
        )

    def residuals(
        self, kind: Literal["response", "pearson", "normalized"] = "response"
    ) -> pd.Series:
        """Return residuals of the analysed rows.

        Parameters
        ----------
        kind : {"response", "pearson", "normalized"}
            Response minus mean; divided by its standard deviation; or
            multiplied by the inverse Cholesky factor of the subject's
            covariance, which makes them uncorrelated.
        """
        raw = self.fit.residuals
        if kind == "response":
            values = raw
        elif kind in ("pearson", "normalized"):
            rows = self.fit.rows
            roots = self._roots()
            scaled = raw if rows.weights is None else raw * np.sqrt(rows.weights)
            if kind == "pearson":
                sd = np.sqrt((roots * roots).sum(axis=2))[rows.subject, rows.visit]
                values = scaled / sd
            else:
                wide = np.zeros((rows.n_subjects, rows.n_visits, 1))
                wide[rows.subject, rows.visit, 0] = scaled
                values = np.linalg.solve(roots, wide)[rows.subject, rows.visit, 0]
        else:
            raise AnalysisError(
                f"Residuals {kind!r} are not known; choose response, pearson or normalized."
            )
        return self._in_given_order(values, "residual")

    def simulate(self, seed: int) -> pd.Series:
        """Return a new response for the analysed rows, drawn from the fitted model."""
        rows = self.fit.rows
        noise = np.random.default_rng(seed).standard_normal((rows.n_subjects, rows.n_visits, 1))
        drawn = (self._roots() @ noise)[rows.subject, rows.visit, 0]
        if rows.weights is not None:
            drawn = drawn / np.sqrt(rows.weights)
        return self._in_given_order(rows.x @ self.fit.beta + drawn, self.design.response)

    def refit(self, data: pd.DataFrame) -> MMRMResult:
        """Fit the same model to other data, starting from this fit's covariance.

        Weights must have been named as a column, which the data must have too.
        """
        from sjogren_desktop.stats.mmrm.fit import fit_mmrm

        s = self.settings
        return fit_mmrm(
            s.formula.text,
            data,
            weights=s.weights,
            reml=s.reml,
            df_method=s.df_method,
            vcov=s.vcov,
            start=self.theta if self.structure == s.formula.structure else None,
            fallback=s.fallback,
        )

    def _test(self, contrast: Floats, level: float) -> Estimates:
        if not 0.0 < level < 1.0:
            raise AnalysisError(f"The confidence level must lie between 0 and 1, not at {level}.")
        return self.inference.estimates(contrast, level)

    def _adjusted(
        self, contrast: Floats, plain: Estimates, size: int, adjust: str, level: float, n: int
    ) -> Estimates:
        """Replace p-values and limits by adjusted ones, family by family."""
        p_value, half = np.empty(len(contrast)), np.empty(len(contrast))
        for start in range(0, len(contrast), size):
            one = slice(start, start + size)
            spread = contrast[one] @ self.inference.vcov @ contrast[one].T
            sd = np.sqrt(np.diag(spread))
            p_value[one], critical = adjust_family(
                plain.statistic[one],
                plain.df[one],
                method=adjust,
                level=level,
                correlation=spread / np.outer(sd, sd),
                n_means=n,
            )
            half[one] = critical * plain.std_error[one]
        return Estimates(
            estimate=plain.estimate,
            std_error=plain.std_error,
            df=plain.df,
            lower=plain.estimate - half,
            upper=plain.estimate + half,
            statistic=plain.statistic,
            p_value=p_value,
        )

    def _covariances(self) -> list[Floats]:
        """Return one matrix a group."""
        if self.fit.model.patterns.distance is None:
            return list(self.fit.optimum.state.covariances)
        unit = np.array([[[0.0, 1.0], [1.0, 0.0]]])
        parameters = [self.theta[self.fit.model.parameters(g)] for g in range(len(self.groups))]
        return [evaluate_spatial(part, unit)[0][0] for part in parameters]

    def _by_group(self, matrices: list[Floats]) -> pd.DataFrame | dict[object, pd.DataFrame]:
        labels = list(self.visits) if self.fit.model.patterns.distance is None else [0, 1]
        frames = [pd.DataFrame(m, index=labels, columns=labels) for m in matrices]
        if self.settings.formula.group is None:
            return frames[0]
        return dict(zip(self.groups, frames, strict=True))

    def _roots(self) -> Floats:
        """Return lower Cholesky factors of the covariance of each subject (N, T, T)."""
        patterns = self.fit.model.patterns
        full = np.empty((len(patterns.count), self.n_visits, self.n_visits))
        for where, matrix in zip(
            patterns.group_slices, self.fit.optimum.state.covariances, strict=True
        ):
            full[where] = matrix
        both = patterns.present[:, :, None] & patterns.present[:, None, :]
        filled = np.where(both, full, np.eye(self.n_visits))
        return np.asarray(np.linalg.cholesky(filled)[patterns.subject_pattern])

    def _in_given_order(self, values: Floats, name: str) -> pd.Series:
        given = np.empty(len(values))
        given[self.fit.rows.order] = values
        return pd.Series(given, index=self.index, name=name)


def _listed(names: Names | None) -> list[str]:
    if names is None:
        return []
    return [names] if isinstance(names, str) else list(names)


def _join(combo: tuple[object, ...]) -> object:
    """Return the level itself, or the levels of a combination in one text."""
    return combo[0] if len(combo) == 1 else " ".join(map(level_text, combo))


def _pairs(combos: list[tuple[object, ...]], reference: object, what: str) -> list[tuple[int, int]]:
    """Return which combination is compared with which, as indices."""
    if reference == "pairwise":
        return [(k, r) for r in range(len(combos)) for k in range(r + 1, len(combos))]
    wanted = reference if isinstance(reference, tuple) else (reference,)
    at = 0
    if reference is not None:
        if wanted not in combos:
            known = ", ".join(level_text(_join(c)) for c in combos)
            raise AnalysisError(f"{reference} is no level of {what}; the levels are {known}.")
        at = combos.index(wanted)
    return [(k, at) for k in range(len(combos)) if k != at]


def _frame(labels: Mapping[str, Sequence[object]], estimates: Estimates) -> pd.DataFrame:
    return pd.DataFrame({**{k: list(v) for k, v in labels.items()}, **vars(estimates)})
