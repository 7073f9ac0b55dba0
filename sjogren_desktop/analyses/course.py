"""The course of a continuous endpoint over visits, ready for imputation.

Unlike the records that a mixed model sees, an imputation needs every subject of
the population at every visit, observed or not. :func:`course` builds that grid,
applies the strategies of intercurrent events to the values, and hands it to
:mod:`sjogren_desktop.stats.imputation`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses.endpoint import Endpoint, select
from sjogren_desktop.analyses.endpoint_options import (
    attended,
    parameter_records,
    people_of,
    visit_list,
)
from sjogren_desktop.analyses.subjects import (
    ARM,
    SUBJECT,
    in_population,
    in_scope,
)
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    BASE,
    CHG,
    STUDYID,
    TRTP,
    USUBJID,
    StudyData,
)

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.imputation import Trial

_SUMMARY_VISIT = 90  # visit numbers from here on are summary visits


@dataclass(frozen=True)
class Course:
    """All subjects at all visits up to the one that is analysed.

    Parameters
    ----------
    data : Endpoint
        The records as they count, with names, arms and decimals.
    people : DataFrame
        One row a subject: USUBJID, TRTP, BASE, STUDYID, covariates.
    frame : DataFrame
        People by visits, with the response (NaN where missing).
    visit : str
        The visit analysed, the last of ``data.visits``.
    analysis_terms : tuple of str
        Terms of the analysis model.
    notes : tuple of str
    """

    data: Endpoint
    people: pd.DataFrame
    frame: pd.DataFrame
    visit: str
    analysis_terms: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def analysis_formula(self) -> str:
        """The ANCOVA at the visit."""
        return f"{self.data.response} ~ {' + '.join(self.analysis_terms)}"

    @property
    def imputation_formula(self) -> str:
        """The analysis terms, with arm and baseline by visit."""
        if len(self.data.visits) == 1:
            return self.analysis_formula
        by_visit = [f"{t} * {AVISIT}" if t in (TRTP, BASE) else t for t in self.analysis_terms]
        return f"{self.data.response} ~ {' + '.join(by_visit)}"


def course(study: StudyData, values: Mapping[str, object]) -> Course:
    """Return the course of the chosen parameter up to the chosen visit.

    Raises
    ------
    AnalysisError
        Where nothing is left to analyse.
    """
    scope, visit = str(values["study"]), str(values["visit"])
    records = in_scope(parameter_records(study, str(values["parameter"])), scope)
    kept, seldom = _visits(records, values)
    data = select(study, values, visits=kept)
    people, notes = _people(study, values, data, records)
    frame = _grid(data, people)
    effect, more = _after_events(study, values, data, frame)
    if not effect[frame[AVISIT] == visit].notna().any():
        raise AnalysisError(
            f"No value of {data.label} is left at {visit} after choosing population, records and "
            "what counts after intercurrent events. Choose another visit or other strategies."
        )
    if seldom:
        more.append(
            f"{', '.join(seldom)}: unplanned, or few subjects have a value (under a fifth of the "
            "best attended visit); missing values are imputed without them."
        )
    terms = (TRTP, *((BASE,) if data.baseline else ()), *data.factors)
    return Course(
        data=data,
        people=people,
        frame=frame.assign(**{data.response: effect}),
        visit=visit,
        analysis_terms=terms,
        notes=(*data.notes, *notes, *more),
    )


def course_visits(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    """Return the visits of :func:`course`, in order."""
    scope = str(values["study"])
    records = in_scope(parameter_records(study, str(values["parameter"])), scope)
    return _visits(records, values)[0]


def _visits(
    records: pd.DataFrame, values: Mapping[str, object]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the visits up to the chosen one, and those among them too seldom attended."""
    visit, response = str(values["visit"]), str(values["response"])
    visits = visit_list(records, response)
    last = next(n for n, v in visits if v == visit)
    before = tuple(v for v in visits if v[0] < min(last, _SUMMARY_VISIT))
    often = attended(records, response, (*before, (last, visit)))
    kept = (*(v for n, v in often if v != visit), visit)
    return kept, tuple(v for _, v in before if v not in kept)


def counted(study: StudyData, values: Mapping[str, object], *, visits: tuple[str, ...]) -> Endpoint:
    """Return the records of these visits as they count after intercurrent events.

    As :func:`.endpoint.select`, for models without imputation: values set aside are
    left out, and visits missed after a composite event count as no change.

    Raises
    ------
    AnalysisError
        Where nothing is left to analyse.
    """
    import pandas as pd

    data = select(study, values, visits=visits)
    if between.all_policy(study, values):
        return data
    scope, response = data.study, data.response
    records = in_scope(parameter_records(study, data.parameter), scope)
    last = data.visits[-1][0]
    # The last value before an event may be of a visit that is not analysed.
    before = tuple(
        v for n, v in visit_list(records, response) if n < min(last, _SUMMARY_VISIT) or v in visits
    )
    whole = select(study, values, visits=before)
    people, left_out = _people(study, values, whole, records)
    frame = _grid(whole, people)
    effect, notes = _after_events(study, values, whole, frame)
    changed = ~(effect.eq(frame[response]) | (effect.isna() & frame[response].isna()))
    frame = frame.assign(**{response: effect})
    for measure, sign in ((AVAL, 1.0), (CHG, -1.0)):
        if measure in frame and measure != response and BASE in frame:
            frame[measure] = frame[measure].mask(changed, effect + sign * frame[BASE])
    names = [v for _, v in data.visits]
    frame = frame.loc[frame[AVISIT].isin(names) & frame[response].notna()].reset_index(drop=True)
    if frame.empty:
        raise AnalysisError(
            f"No value of {data.label} is left once what counts after intercurrent events is "
            "applied. Choose other visits or other strategies."
        )
    numbers = {v: n for n, v in data.visits}
    frame[AVISITN] = frame[AVISIT].astype("object").map(numbers).astype(float)
    frame[AVISIT] = pd.Categorical(frame[AVISIT].astype("object"), categories=names)
    return replace(data, frame=frame, notes=(*data.notes, *left_out, *notes))


def trial_of(found: Course, *, strategy: str = "MAR", covariance_by_arm: bool = False) -> Trial:
    """Lay the course out for imputation under one strategy for all subjects."""
    from sjogren_desktop.stats.imputation import prepare

    return prepare(
        found.frame,
        formula=found.imputation_formula,
        subject=USUBJID,
        visit=AVISIT,
        arm=TRTP,
        reference=found.data.reference,
        strategy=strategy,
        covariance_by_arm=covariance_by_arm,
    )


def _people(
    study: StudyData, values: Mapping[str, object], data: Endpoint, records: pd.DataFrame
) -> tuple[pd.DataFrame, list[str]]:
    """Return the subjects of the population with complete covariates, and who was left out."""
    import pandas as pd

    everybody = in_scope(people_of(study, data.parameter), data.study)
    people = in_population(everybody, str(values["population"]))
    people = people.loc[people[ARM].isin(data.arms)]
    covariates = [f for f in data.factors if f != STUDYID]
    found = pd.DataFrame(
        {
            USUBJID: people[SUBJECT].astype("object"),
            TRTP: pd.Categorical(people[ARM], categories=list(data.arms)),
            STUDYID: people[STUDYID].astype("object") if STUDYID in people else "",
        }
    )
    for name in covariates:
        found[name] = people[name].to_numpy()
    if data.baseline:
        subject = study.subject_keys(records)
        base = records[BASE]
        # A subject without visits after baseline has its value in the baseline record only.
        own = records[AVAL].where(records[AVISITN] <= 0)
        first = base.fillna(own).groupby(subject.to_numpy()).first()
        found[BASE] = found[USUBJID].map(first).astype(float)
    notes = []
    needed = [*covariates, *((BASE,) if data.baseline else ())]
    incomplete = found[needed].isna().any(axis=1)
    if incomplete.any():
        notes.append(
            f"{int(incomplete.sum())} subjects without a value of {', '.join(needed)} are left out."
        )
    return found.loc[~incomplete].reset_index(drop=True), notes


def _grid(data: Endpoint, people: pd.DataFrame) -> pd.DataFrame:
    """Return people by visits with response, value and change where there are any."""
    import pandas as pd

    names = [v for _, v in data.visits]
    frame = people.merge(pd.DataFrame({AVISIT: names}), how="cross")
    measures = [m for m in (AVAL, CHG) if m in data.frame]
    seen = data.frame[[USUBJID, AVISIT, *measures]].astype({AVISIT: "object"})
    frame = frame.merge(seen, on=[USUBJID, AVISIT], how="left", validate="one_to_one")
    frame[AVISIT] = pd.Categorical(frame[AVISIT], categories=names)
    return frame


def _after_events(
    study: StudyData, values: Mapping[str, object], data: Endpoint, frame: pd.DataFrame
) -> tuple[pd.Series, list[str]]:
    """Return the response as it counts after intercurrent events, and what was done."""
    response = frame[data.response].astype(float)
    located = frame.rename(columns={USUBJID: SUBJECT})[[SUBJECT, AVISIT]]
    strategy, notes = between.handled(study, values, located)
    said = list(notes)
    after = strategy != ""
    if not after.any():
        return response, said
    result = response.mask(after)
    # "While on treatment": the last value before the event goes on.
    carried = result.groupby(frame[USUBJID]).ffill()
    result = result.mask(strategy == between.WHILE, carried)
    unchanged = 0.0 if data.response == CHG else frame.get(BASE, float("nan"))
    result = result.mask(strategy == between.COMPOSITE, unchanged)
    for name, text in (
        (between.HYPOTHETICAL, "set aside and imputed"),
        (between.WHILE, "replaced by the last value before it"),
        (between.COMPOSITE, "counted as no change from baseline"),
    ):
        count = int((response.notna() & (strategy == name)).sum())
        if count:
            said.append(f"{count} values after an intercurrent event were {text}.")
    return result, said
