"""Change from baseline by visit: the mixed model for repeated measures (MMRM).

The primary analysis of both NEPTUNUS trials was reported as LS means with
standard errors, so a linear model; its exact form is not published. The
default here (treatment, visit, treatment by visit, baseline, baseline by
visit; unstructured covariance; REML; Kenward-Roger) is the usual choice for
such trials and is printed with every result. Checked against SAS table
14-3.11 of the CDISC pilot study in ``tests/e2e/test_pilot.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import counted
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item, Option
from sjogren_desktop.results import Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVISIT, BASE, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    from sjogren_desktop.stats.mmrm import MMRMResult

_COVARIANCES = {
    "us": "Unstructured",
    "toeph": "Toeplitz, heterogeneous variances",
    "toep": "Toeplitz",
    "ar1h": "First-order autoregressive, heterogeneous variances",
    "ar1": "First-order autoregressive",
    "adh": "Ante-dependence, heterogeneous variances",
    "ad": "Ante-dependence",
    "csh": "Compound symmetry, heterogeneous variances",
    "cs": "Compound symmetry",
}
_DF_METHODS = {
    "kenward-roger-linear": "Kenward-Roger (as SAS)",
    "satterthwaite": "Satterthwaite",
    "kenward-roger": "Kenward-Roger with second derivatives (R mmrm)",
    "between-within": "Between-within",
    "residual": "Residual",
}
FALLBACKS = ("toeph", "ar1h", "csh")


def _covariance_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _COVARIANCES.items())


def _unstructured(study: StudyData, values: Mapping[str, object]) -> str:
    return "us"


def _df_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _DF_METHODS.items())


def _kenward_roger(study: StudyData, values: Mapping[str, object]) -> str:
    return "kenward-roger-linear"


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISITS,
    offered.BASELINE,
    Flag(
        "baseline_by_visit",
        "Let the baseline effect differ by visit",
        "Adds the baseline by visit interaction, the usual choice in an MMRM.",
        True,
    ),
    Choice(
        "df_method",
        "Degrees of freedom",
        "How the degrees of freedom and standard errors allow for the estimated covariance.",
        _df_items,
        _kenward_roger,
        page="kenward_roger.md",
    ),
    *between.EVENT_OPTIONS,
    offered.COVARIATES,
    offered.RECORDS,
    offered.TIMEPOINT,
    Choice(
        "covariance",
        "Covariance within a subject",
        "Unstructured makes no assumption about how visits are correlated.",
        _covariance_items,
        _unstructured,
        advanced=True,
        page="covariance_structures.md",
    ),
    Flag(
        "fallback",
        "Fall back to a simpler covariance",
        "If the covariance cannot be estimated, try heterogeneous Toeplitz, autoregressive and "
        "compound symmetry in turn; what was used is said in the result.",
        False,
        advanced=True,
        page="covariance_structures.md",
    ),
    mt.WEIGHTS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Fit the model and return LS means, differences and the method card."""
    from sjogren_desktop.stats.mmrm import fit_mmrm

    progress(0.05, "Selecting records")
    data = _estimable(study, values)
    formula = _formula(data, values)
    progress(0.2, "Fitting the model")
    fit = fit_mmrm(
        formula,
        data.frame,
        df_method=str(values["df_method"]),
        fallback=FALLBACKS if values["fallback"] else (),
        watch=partial(progress, 0.2, "Fitting the model"),
    )
    progress(0.7, "Computing LS means")
    weights, level = mt.weights_of(values), float(str(values["level"])) / 100
    several = len(data.visits) > 1
    terms = [TRTP, AVISIT] if several else [TRTP]
    means = fit.lsmeans(terms, weights=weights, level=level)
    by = [AVISIT] if several else None
    contrasts = fit.contrasts([TRTP], by=by, reference=data.reference, weights=weights, level=level)
    if not several:
        means[AVISIT] = contrasts[AVISIT] = data.visits[0][1]
    progress(0.9, "Writing tables")
    last = data.visits[-1][1]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=data.study,
        population=data.population,
        summary=mt.summary(data, means, contrasts, last, level),
        tables=(
            mt.lsmeans_table(data, means, level),
            mt.differences_table(data, contrasts, level),
            *(_overall(data, fit, weights, level) if several else ()),
            mt.observed_table(data),
            mt.type3_table(fit.type3()),
            _covariance_table(data, fit),
            _fit_table(fit),
        ),
        figures=(
            mt.lsmeans_figure(data, means, level),
            mt.differences_figure(data, contrasts, level),
        ),
        notes=(*data.notes, *fit.messages),
        method=(
            *fit.method_card,
            ("LS means", mt.weights_text(weights)),
            ("Missing values", "No imputation; valid if missing at random given the model"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _estimable(study: StudyData, values: Mapping[str, object]) -> Endpoint:
    """Return the records without visits at which an arm has no value, which a note names.

    Such a visit has no mean in that arm, so the model with all of them has no solution.
    """
    visits = values["visits"]
    assert isinstance(visits, tuple)
    data = counted(study, values, visits=visits)
    n = data.frame.groupby([AVISIT, TRTP], observed=False).size().unstack()
    without = {str(visit): list(n.columns[n.loc[visit] == 0]) for visit in n.index}
    left_out = {visit: arms for visit, arms in without.items() if arms}
    if not left_out or len(left_out) == len(data.visits):
        return data
    data = counted(study, values, visits=tuple(v for v in visits if v not in left_out))
    notes = (
        f"{visit} is left out of the model: it has no value in {', '.join(map(str, arms))}."
        for visit, arms in left_out.items()
    )
    return replace(data, notes=(*data.notes, *notes))


def _formula(data: Endpoint, values: Mapping[str, object]) -> str:
    several = len(data.visits) > 1
    terms = [f"{TRTP} * {AVISIT}" if several else TRTP]
    if data.baseline:
        by_visit = several and bool(values["baseline_by_visit"])
        terms.append(f"{BASE} * {AVISIT}" if by_visit else BASE)
    terms += data.factors
    covariance = str(values["covariance"])
    return f"{data.response} ~ {' + '.join(terms)} + {covariance}({AVISIT} | {USUBJID})"


def _overall(
    data: Endpoint, fit: MMRMResult, weights: Literal["equal", "proportional"], level: float
) -> tuple[Table, Table]:
    """Return LS means and differences averaged over visits with equal weights."""
    average = "Average over visits"
    means = fit.lsmeans([TRTP], weights=weights, level=level)
    contrasts = fit.contrasts([TRTP], reference="pairwise", weights=weights, level=level)
    means[AVISIT] = contrasts[AVISIT] = average
    rows = ((None, average),)
    return (
        mt.lsmeans_table(data, means, level, key="lsmeans_overall", rows=rows),
        mt.differences_table(data, contrasts, level, key="differences_overall", rows=rows),
    )


def _covariance_table(data: Endpoint, fit: MMRMResult) -> Table:
    names = [name for _, name in data.visits]
    # One covariance for all arms: this analysis offers no grouped structures.
    assert not isinstance(fit.covariance, dict)
    matrix = fit.covariance.to_numpy()
    rows = tuple(
        Row(
            (name,),
            tuple(mt.one(Stat("covariance", float(matrix[i, j]), 4)) for j in range(len(names))),
            {"AVISIT": name},
        )
        for i, name in enumerate(names)
    )
    return Table(
        "covariance",
        "Estimated covariance of the residuals within a subject",
        ("Visit",),
        tuple(mt.plain_column(name, AVISIT_2=name) for name in names),
        rows,
    )


def _fit_table(fit: MMRMResult) -> Table:
    numbers = (
        ("Records", Stat("records", fit.n_obs)),
        ("-2 log likelihood (restricted)", Stat("deviance", fit.deviance, 2)),
        ("AIC", Stat("aic", fit.aic, 1)),
        ("AICC", Stat("aicc", fit.aicc, 1)),
        ("BIC", Stat("bic", fit.bic, 1)),
    )
    return mt.fit_table(list(fit.subjects), numbers)


SPEC = Analysis(
    key="mmrm_change",
    title="Change from baseline by visit (MMRM)",
    tab="analysis",
    question="How much does the score change under each treatment, visit by visit, and how large "
    "is the difference between treatments?",
    measure="Difference of adjusted means (LS means) at each visit",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="mmrm.md",
    compares_arms=True,
)
