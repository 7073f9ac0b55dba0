"""Several studies beside each other: their options, and one mixed model for each of them.

Every analysis that sets studies or subgroups side by side takes its model from
here, so that a study has the same result in all of them and in
:mod:`.mmrm_change`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import mmrm_change
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.spec import Choice, Item, Option
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import AVISIT, BASE, STUDYID, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from sjogren_desktop.stats.mmrm import MMRMResult

Line = Mapping[str, float]
"""An estimate with std_error, df, lower, upper, statistic and p_value."""


# --- options --------------------------------------------------------------


def _every_study(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (Item(who.POOLED, "All studies, side by side and pooled"),)


def _pooled(study: StudyData, values: Mapping[str, object]) -> str:
    return who.POOLED


def _arm_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(a, a) for a in who.arm_order(study))


def _all_arms(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(who.arm_order(study))


def _chosen_visits(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    visits = values["visits"]
    assert isinstance(visits, tuple)
    return tuple(Item(str(v), str(v)) for v in visits)


def _last_chosen(study: StudyData, values: Mapping[str, object]) -> str:
    visits = _chosen_visits(study, values)
    if not visits:
        raise AnalysisError("No visit is chosen. Tick at least one.")
    return visits[-1].value


STUDY = Choice(
    "study",
    "Studies",
    "Every study that was opened, each by itself and all together.",
    _every_study,
    _pooled,
)
ARMS = Choice(
    "arms",
    "Treatment arms",
    "Arms in the models (planned treatment); a study takes those that it has.",
    _arm_items,
    _all_arms,
    many=True,
)
VISIT = Choice(
    "visit",
    "Visit compared",
    "The visit at which treatments are compared; the model uses all visits ticked above.",
    _chosen_visits,
    _last_chosen,
)
_MODEL = {o.key: o for o in mmrm_change.OPTIONS}
MODEL_OPTIONS: tuple[Option, ...] = (
    offered.BASELINE,
    _MODEL["baseline_by_visit"],
    _MODEL["df_method"],
    offered.COVARIATES,
    offered.RECORDS,
    offered.TIMEPOINT,
    _MODEL["covariance"],
    _MODEL["fallback"],
)
"""The model of :mod:`.mmrm_change`, option by option."""
SELECTION_OPTIONS: tuple[Option, ...] = (
    STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    ARMS,
    who.REFERENCE,
    offered.VISITS,
    VISIT,
)


def one_scope(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return the one set of options: all studies at once."""
    return ({"study": who.POOLED},)


def several(study: StudyData, what: str) -> tuple[str, ...]:
    """Return the studies.

    Raises
    ------
    AnalysisError
        If there is only one.
    """
    if len(study.study_ids) < 2:
        raise AnalysisError(
            f"{what} sets several studies side by side, but only "
            f"{' and '.join(study.study_ids) or 'one study'} is open. Open the files of the other "
            "studies together with these, or use the MMRM for the single study."
        )
    return study.study_ids


# --- records --------------------------------------------------------------


def arms_of(study: StudyData, scope: str, values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the chosen arms that a study has in the chosen population."""
    chosen = values["arms"]
    assert isinstance(chosen, tuple)
    everybody = offered.people_of(study, str(values["parameter"]))
    people = who.in_population(who.in_scope(everybody, scope), str(values["population"]))
    present = set(people[who.ARM])
    return tuple(str(a) for a in chosen if a in present)


def endpoint_of(study: StudyData, scope: str, values: Mapping[str, object]) -> Endpoint | str:
    """Return the records of one study, or why it cannot be compared.

    The study needs the reference, another arm, and values at the visit compared.
    """
    arms, reference, visit = (
        arms_of(study, scope, values),
        str(values["reference"]),
        values["visit"],
    )
    if reference not in arms or len(arms) < 2:
        return f"{scope} has no comparison with {reference} and is left out."
    visits = values["visits"]
    assert isinstance(visits, tuple)
    try:
        data = select(study, {**values, "study": scope, "arms": arms}, visits=visits)
    except AnalysisError as error:
        return f"{scope} is left out. {error}"
    if visit not in [name for _, name in data.visits]:
        return f"{scope} has no value at {visit} and is left out."
    return data


def pooled_endpoint(
    study: StudyData, values: Mapping[str, object], studies: Iterable[str], arms: Sequence[str]
) -> Endpoint:
    """Return the records of these arms of these studies."""
    visits = values["visits"]
    assert isinstance(visits, tuple)
    given = {**values, "study": who.POOLED, "arms": tuple(arms)}
    data = select(study, given, visits=visits)
    return replace(data, frame=data.frame.loc[data.frame[STUDYID].isin(list(studies))])


# --- models ---------------------------------------------------------------


def fit(
    data: Endpoint,
    values: Mapping[str, object],
    *,
    by_study: str = "main",
    covariance_by_study: bool = False,
    subgroup: str = "",
    baseline_by_arm: bool = False,
) -> MMRMResult:
    """Fit the model of :mod:`.mmrm_change`, with the study in it as asked.

    Parameters
    ----------
    data : Endpoint
        Records of one study, or of several.
    by_study : {"none", "main", "nuisance", "all"}
        What differs between studies when there are several: nothing, their
        level, also their course and baseline effect, also the treatment effect.
    covariance_by_study : bool
        One covariance for each study instead of one for all.
    subgroup : str
        Factor with which level, course and treatment effect change.
    baseline_by_arm : bool
        Let the effect of treatment change with the baseline value.
    """
    from sjogren_desktop.stats.mmrm import fit_mmrm

    pooled = STUDYID in data.factors
    factors = [f for f in data.factors if f != STUDYID]
    visit = f" * {AVISIT}" if len(data.visits) > 1 else ""
    baseline_visit = visit if bool(values["baseline_by_visit"]) else ""
    level = {"none": "", "main": f" + {STUDYID}"}.get(by_study, f" + {STUDYID}{visit}")
    own = f" * {STUDYID}" if pooled and by_study in ("nuisance", "all") else ""
    terms = f"{TRTP}{visit}" + (f" * {STUDYID}" if pooled and by_study == "all" else "")
    if subgroup:
        terms += f" * {subgroup}"
    if data.baseline:
        by_arm = f" * {TRTP}" if baseline_by_arm else ""
        terms += f" + {BASE}{baseline_visit}{own}{by_arm}"
    if pooled:
        terms += level
    subject = f"{STUDYID} / {USUBJID}" if pooled and covariance_by_study else USUBJID
    covariance = f"{values['covariance']}({AVISIT} | {subject})"
    return fit_mmrm(
        f"{data.response} ~ {' + '.join([terms, *factors])} + {covariance}",
        data.frame,
        df_method=str(values["df_method"]),
        fallback=mmrm_change.FALLBACKS if values["fallback"] else (),
    )


def means_at(
    fitted: MMRMResult, visit: str, *, by: Sequence[str] = ()
) -> dict[tuple[str, ...], NDArray[np.float64]]:
    """Return the LS means at a visit as linear functions of the coefficients.

    The keys are the arm, followed by the levels of ``by``.
    """
    from sjogren_desktop.stats.design import lsmeans_matrix

    several_visits = len(fitted.visits) > 1
    names = [TRTP, *by, *([AVISIT] if several_visits else [])]
    grid, matrix = lsmeans_matrix(fitted.design, names)
    found = {}
    for combination, row in zip(grid, matrix, strict=True):
        levels = tuple(str(c) for c in combination)
        if several_visits:
            *levels_before, at = levels
            if at != visit:
                continue
            levels = tuple(levels_before)
        found[levels] = row
    return found


def tested(fitted: MMRMResult, function: NDArray[np.float64], level: float) -> Line:
    """Return the estimate of a linear function with its test of zero."""
    line = fitted.test(function, level).iloc[0]
    names = ("estimate", "std_error", "df", "lower", "upper", "statistic", "p_value")
    return {name: float(line[name]) for name in names}


@dataclass(frozen=True)
class Comparison:
    """A difference between treatments in one study, or over studies.

    ``people`` are the keys of the subjects with a value at the visit and ``means``
    are LS means, both of the treatment and of what it is compared with; empty
    where the difference does not come from one model.
    """

    study: str
    label: str
    arm: str
    reference: str
    line: Line
    people: tuple[tuple[str, ...], tuple[str, ...]] | None = None
    means: tuple[float, float] | None = None


def people_at(data: Endpoint, arms: Sequence[str], visit: str) -> tuple[str, ...]:
    """Return the keys of the subjects of these arms who have a value at the visit."""
    at_visit = data.frame.loc[data.frame[AVISIT] == visit]
    return who.named(at_visit.loc[at_visit[TRTP].isin(list(arms)), USUBJID])


def compare(
    data: Endpoint,
    fitted: MMRMResult,
    *,
    visit: str,
    arms: Sequence[str],
    references: Sequence[str],
    level: float,
    study: str,
    label: str = "",
) -> Comparison:
    """Compare the mean of some arms with that of others at a visit, with equal weights."""
    import numpy as np

    rows = means_at(fitted, visit)
    first, second = (np.mean([rows[(a,)] for a in side], axis=0) for side in (arms, references))
    beta = fitted.fit.beta
    return Comparison(
        study,
        label,
        " and ".join(arms),
        " and ".join(references),
        tested(fitted, first - second, level),
        (people_at(data, arms, visit), people_at(data, references, visit)),
        (float(first @ beta), float(second @ beta)),
    )


def level_of(values: Mapping[str, object]) -> float:
    """Return the confidence level as a fraction."""
    return float(str(values[mt.LEVEL.key])) / 100
