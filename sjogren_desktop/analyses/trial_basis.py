"""What the open study tells of the next one: baseline, course, covariance, losses, differences.

Everything comes from one mixed model of the value with baseline by visit, so
that the planned trial begins where the study stands.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.mmrm_change import FALLBACKS
from sjogren_desktop.analyses.responder_rules import LIMIT, rules_for
from sjogren_desktop.analyses.spec import Choice, Item, Option
from sjogren_desktop.analyses.subgroup_factors import is_factor
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import AVAL, AVISIT, BASE, STUDYID, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.mmrm import MMRMResult

Floats = NDArray[np.float64]

EVERYBODY = ""
_LEAST_SUBJECTS = 20


@dataclass(frozen=True)
class Basis:
    """What a study measured, as a plan needs it.

    Parameters
    ----------
    start : array
        Baseline values of all subjects.
    course, slope : arrays, shape (T,)
        Mean value of the reference at the mean baseline, and its change with baseline.
    covariance : array, shape (T, T)
        Of values given baseline.
    effects, errors : mapping of str to array, shape (T,)
        Difference of each arm from the reference, and its standard error.
    lost : mapping of str to float
        Share of each arm without a value at the last visit.
    pattern : array, shape (T,)
        Subjects lost before each visit.
    reliability : float, optional
        Correlation of screening and baseline, where screening is known.
    """

    data: Endpoint
    times: Floats
    start: Floats
    course: Floats
    slope: Floats
    covariance: Floats
    effects: Mapping[str, Floats]
    errors: Mapping[str, Floats]
    lost: Mapping[str, float]
    pattern: Floats
    reliability: float | None
    notes: tuple[str, ...]

    @property
    def least_reliability(self) -> float:
        """Smallest reliability that the dependence on baseline allows, rounded up."""
        explained = float(self.slope @ np.linalg.solve(self.covariance, self.slope))
        ratio = explained * float(np.var(self.start))
        return min(float(np.ceil(1000 * ratio / (1.0 + ratio)) / 1000), 0.999)


# --- options --------------------------------------------------------------


def _kinds(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    """Return everybody, and every level of the characteristics before treatment."""
    scoped = who.in_scope(who.subjects(study), str(values["study"]))
    labels = next((d.labels for d in study.of_kind("ADSL")), {})
    items = [Item(EVERYBODY, "Everybody")]
    for column in scoped.columns:
        if not is_factor(column, scoped[column]):
            continue
        counts = scoped[column].dropna().astype(str).value_counts().sort_index()
        title = labels.get(column) or column
        items += [
            Item(f"{column}={level}", f"{title}: {level} (n={n})")
            for level, n in counts.items()
            if n >= _LEAST_SUBJECTS
        ]
    return tuple(items)


def _everybody(study: StudyData, values: Mapping[str, object]) -> str:
    return EVERYBODY


ENRICH = Choice(
    "enrich",
    "Whom to enrol",
    "Enrichment: only patients of this kind. Baseline, course, covariance and losses then come "
    "from them alone.",
    _kinds,
    _everybody,
)
SOURCE_OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISITS,
)
FURTHER_OPTIONS: tuple[Option, ...] = (offered.SCREENING, offered.RECORDS, offered.TIMEPOINT)


# --- estimates ------------------------------------------------------------


def basis_of(study: StudyData, values: Mapping[str, object]) -> Basis:
    """Estimate what a plan needs from the study.

    Parameters
    ----------
    values : mapping
        Complete values of :data:`SOURCE_OPTIONS`, :data:`FURTHER_OPTIONS` and ``enrich``.

    Raises
    ------
    AnalysisError
        If the study has no baseline of the parameter, or too few subjects.
    """
    from sjogren_desktop.stats.mmrm import fit_mmrm

    visits = values["visits"]
    assert isinstance(visits, tuple)
    given = {**values, "response": AVAL, "baseline": True, "covariates": ()}
    data = select(study, given, visits=visits)
    if not data.baseline:
        raise AnalysisError(
            f"{data.label} has no baseline value (BASE), from which a plan would begin. Choose a "
            "score that has one."
        )
    frame, notes = of_kind(study, data, str(values.get("enrich", EVERYBODY)))
    frame = frame.loc[frame[BASE].notna()]
    several = len(data.visits) > 1
    by_visit = f" * {AVISIT}" if several else ""
    terms = [f"{TRTP}{by_visit}", f"{BASE}{by_visit}", *data.factors]
    fitted = fit_mmrm(
        f"{AVAL} ~ {' + '.join(terms)} + us({AVISIT} | {USUBJID})", frame, fallback=FALLBACKS
    )
    first = frame.drop_duplicates(USUBJID)
    start = first[BASE].to_numpy(dtype=float)
    course, slope = _course(data, fitted, frame, float(start.mean()))
    effects, errors = _effects(data, fitted, several)
    lost, pattern = _losses(study, data, frame, values)
    assert not isinstance(fitted.covariance, dict)
    return Basis(
        data=data,
        times=np.array([number for number, _ in data.visits], dtype=float),
        start=start,
        course=course,
        slope=slope,
        covariance=fitted.covariance.to_numpy(dtype=float),
        effects=effects,
        errors=errors,
        lost=lost,
        pattern=pattern,
        reliability=_reliability(study, first, str(values.get("screening", ""))),
        notes=(*data.notes, *notes, *fitted.messages),
    )


def responder_rates(
    study: StudyData, basis: Basis, values: Mapping[str, object]
) -> tuple[float, float]:
    """Return responders of ``first_arm`` and reference as observed, missing as non-responders."""
    data = basis.data
    rule = next(
        r
        for r in rules_for(data.parameter, float(str(values[LIMIT.key])))
        if r.key == values["rule"]
    )
    frame, _ = of_kind(study, data, str(values["enrich"]))
    frame = frame.loc[(frame[AVISIT] == data.visits[-1][1]) & frame[BASE].notna()]
    sign = 1.0 if values["direction"] == "higher" else -1.0
    value, start = frame[AVAL].to_numpy(dtype=float), frame[BASE].to_numpy(dtype=float)
    met = rule.met(sign * (value - start), value, start)
    found = []
    for arm in (str(values["first_arm"]), data.reference):
        mine = (frame[TRTP] == arm).to_numpy()
        seen = 1.0 - basis.lost[arm]
        found.append(float(met[mine].mean()) * seen if mine.any() else 0.0)
    return found[0], found[1]


def of_kind(study: StudyData, data: Endpoint, kind: str) -> tuple[pd.DataFrame, list[str]]:
    """Return the records of patients of a kind (see :data:`ENRICH`), and notes."""
    if kind == EVERYBODY:
        return data.frame, []
    column, _, level = kind.partition("=")
    people = who.subjects(study).set_index(who.SUBJECT)[column].astype(str)
    kept = data.frame.loc[data.frame[USUBJID].map(people) == level].copy()
    n = kept[USUBJID].nunique()
    if n < _LEAST_SUBJECTS:
        raise AnalysisError(
            f"Only {n} patients are of the kind {kind}; a plan from them would be guesswork. "
            "Choose another kind, or everybody."
        )
    if STUDYID in data.factors and kept[STUDYID].nunique() < 2:
        raise AnalysisError(f"All patients of the kind {kind} are in one study. Choose that study.")
    return kept, [f"Planned from {n} patients with {column} {level} only."]


def _course(
    data: Endpoint, fitted: MMRMResult, frame: pd.DataFrame, mean: float
) -> tuple[Floats, Floats]:
    """Return mean of the reference at the mean baseline and slope, over studies as observed."""
    import pandas as pd

    shares = (
        frame.drop_duplicates(USUBJID)[STUDYID].value_counts(normalize=True)
        if STUDYID in data.factors
        else pd.Series({"": 1.0})
    )
    names = [name for _, name in data.visits]
    found = []
    for value in (mean, mean + 1.0):
        total = np.zeros(len(names))
        for study, share in shares.items():
            grid = pd.DataFrame({BASE: [value] * len(names), STUDYID: study})
            grid[AVISIT] = pd.Categorical(names, names)
            grid[TRTP] = pd.Categorical([data.reference] * len(names), list(data.arms))
            total += float(share) * fitted.predict(grid)["estimate"].to_numpy(dtype=float)
        found.append(total)
    return found[0], found[1] - found[0]


def _effects(
    data: Endpoint, fitted: MMRMResult, several: bool
) -> tuple[dict[str, Floats], dict[str, Floats]]:
    lines = fitted.contrasts([TRTP], by=[AVISIT] if several else None, reference=data.reference)
    effects, errors = {}, {}
    for arm in data.arms:
        mine = lines.loc[lines["level"].astype(str) == arm]
        if arm != data.reference:
            effects[arm] = mine["estimate"].to_numpy(dtype=float)
            errors[arm] = mine["std_error"].to_numpy(dtype=float)
    return effects, errors


def _losses(
    study: StudyData, data: Endpoint, frame: pd.DataFrame, values: Mapping[str, object]
) -> tuple[dict[str, float], Floats]:
    """Return the share without a value at the last visit, and when subjects are last seen.

    Subjects of the population without any value after baseline are lost before the first visit.
    """
    names = [name for _, name in data.visits]
    place = frame[AVISIT].astype(str).map({name: i for i, name in enumerate(names)})
    last = place.groupby(frame[USUBJID]).max()
    people = who.in_population(
        who.in_scope(offered.people_of(study, data.parameter), data.study),
        str(values["population"]),
    )
    column, _, level = str(values.get("enrich", EVERYBODY)).partition("=")
    if column:
        people = people.loc[people[column].astype(str) == level]
    people = people.loc[people[who.ARM].isin(data.arms)].set_index(who.SUBJECT)
    ends = last.reindex(people.index).fillna(-1).astype(int)
    lost = {}
    for arm in data.arms:
        mine = ends[people[who.ARM] == arm]
        lost[arm] = float((mine < len(names) - 1).mean()) if len(mine) else 0.0
    leaving = np.bincount(ends.to_numpy() + 1, minlength=len(names) + 1)
    return lost, leaving[: len(names)].astype(float)


def _reliability(study: StudyData, first: pd.DataFrame, screening: str) -> float | None:
    if not screening:
        return None
    people = who.subjects(study).set_index(who.SUBJECT)[screening]
    pairs = np.column_stack((first[USUBJID].map(people).to_numpy(dtype=float), first[BASE]))
    pairs = pairs[~np.isnan(pairs).any(axis=1)]
    if len(pairs) < 3 or (pairs.std(axis=0) == 0).any():
        return None
    return float(np.corrcoef(pairs.T)[0, 1])
