"""A continuous endpoint by visit: the records that a model sees.

:func:`select` is the one place where records are taken from the data set:
scope, population, parameter, record selection, visits, arms. Every exclusion
is counted in the notes of the endpoint.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.endpoint_options import (
    course_of,
    parameter_records,
    parameters,
    part_of,
    people_of,
    visit_list,
)
from sjogren_desktop.analyses.subjects import (
    ARM,
    POOLED,
    SUBJECT,
    arm_order,
    in_population,
    in_scope,
    population_label,
)
from sjogren_desktop.formats import decimals_of
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.data import (
    ANL01FL,
    AVAL,
    AVISIT,
    AVISITN,
    BASE,
    CHG,
    DTYPE,
    STUDYID,
    TRTP,
    USUBJID,
    StudyData,
)

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Endpoint:
    """Records of one parameter, ready for a model.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per subject and visit with USUBJID (unique over studies), TRTP (categorical,
        reference first), AVISIT (categorical in visit order), AVISITN, AVAL,
        CHG, BASE, STUDYID and the covariates.
    response : str
        ``"CHG"`` or ``"AVAL"``.
    visits : tuple of (float, str)
        Number and name, in order.
    arms : tuple of str
        Reference first.
    counts : mapping of str to int
        Subjects of the population by arm (the N of column heads).
    styles : mapping of str to int
        Place of the arm among all arms of the study: its colour and symbol.
    factors : tuple of str
        Covariates in the model, with STUDYID first when studies are pooled.
    decimals : int
        Decimals of the raw values.
    """

    frame: pd.DataFrame
    parameter: str
    label: str
    response: str
    visits: tuple[tuple[float, str], ...]
    arms: tuple[str, ...]
    reference: str
    counts: Mapping[str, int]
    styles: Mapping[str, int]
    factors: tuple[str, ...]
    study: str
    population: str
    baseline: bool
    decimals: int
    notes: tuple[str, ...]

    @property
    def response_label(self) -> str:
        """What the response is, for titles and axes."""
        return f"Change from baseline in {self.label}" if self.response == CHG else self.label


def select(study: StudyData, values: Mapping[str, object], *, visits: tuple[str, ...]) -> Endpoint:
    """Return the records that the model sees.

    Parameters
    ----------
    values : mapping
        Complete values of the options of this module and of :mod:`.subjects`.
    visits : tuple of str
        Names of the visits to keep.

    Raises
    ------
    AnalysisError
        Where nothing is left to analyse, or a subject has several records at
        one visit.
    """
    scope, parameter = str(values["study"]), str(values["parameter"])
    arms, reference = _arms(values)
    _, _, label = parameters(study)[parameter]
    response = str(values["response"])
    people = in_population(in_scope(people_of(study, parameter), scope), str(values["population"]))
    people = people.loc[people[ARM].isin(arms)]
    notes = _part_notes(study, parameter)

    records = in_scope(parameter_records(study, parameter), scope)
    raw = records[AVAL]
    records = _kept(records, values)
    known = [(n, v) for n, v in visit_list(records, response) if v in visits]
    if not known:
        raise AnalysisError(
            f"No record of {label} is left after choosing population, records and visits. "
            "Choose more visits or another population."
        )
    records = records.loc[records[AVISIT].isin([v for _, v in known]) & (records[AVISITN] > 0)]

    frame = _joined(study, records, people, values)
    _refuse_repeats(frame, label)
    lost = int(frame[response].isna().sum())
    if lost:
        notes.append(f"{lost} records without a value of {response} are left out.")
    frame = frame.loc[frame[response].notna()]

    baseline = bool(values["baseline"]) and BASE in frame and bool(frame[BASE].notna().any())
    if values["baseline"] and not baseline:
        notes.append("The data hold no baseline value, so none is adjusted for.")
    factors = _factors(frame, values, scope)
    frame = _typed(frame, arms, reference, known)
    ordered = tuple(frame[TRTP].cat.categories)
    _require_arms(frame, ordered, label)
    everyone = arm_order(study)
    return Endpoint(
        frame=frame,
        parameter=parameter,
        label=label,
        response=response,
        visits=tuple(known),
        arms=ordered,
        reference=reference,
        counts={a: int((people[ARM] == a).sum()) for a in ordered},
        styles={a: everyone.index(a) for a in ordered},
        factors=factors,
        study=scope,
        population=population_label(str(values["population"])),
        baseline=baseline,
        decimals=decimals_of(raw.to_numpy()),
        notes=tuple(notes),
    )


def _part_notes(study: StudyData, parameter: str) -> list[str]:
    """Say which course of the parameter is analysed, where there are several."""
    part, course = part_of(study, parameter), course_of(study, parameter)
    if not part.words or course is None:
        return []
    told = [f"APERIOD = {part.period}"] if part.period else []
    told += [f"BASETYPE = '{part.baseline}'"] if part.baseline else []
    arms = " Arms are the treatments of that period." if part.period > 1 else ""
    within = " Patients are not compared with themselves." if part.period else ""
    if course.counted_by:
        treatment, time = course.counted_by
        within += f" APERIOD is not in the data; it counts the changes of {treatment} by {time}."
    return [
        f"The data hold several courses of {part.parameter}; analysed are the records with "
        f"{' and '.join(told)}. The others are parameters of their own.{arms}{within}"
    ]


def _arms(values: Mapping[str, object]) -> tuple[tuple[str, ...], str]:
    arms = values["arms"]
    assert isinstance(arms, tuple)
    if len(arms) < 2:
        raise AnalysisError(
            "A comparison needs at least two treatment arms. Tick a second arm, or use a "
            "descriptive table."
        )
    return arms, str(values["reference"])


def _kept(records: pd.DataFrame, values: Mapping[str, object]) -> pd.DataFrame:
    """Return the records chosen by the record and time point options."""
    kind = str(values["records"])
    if kind.startswith("flagged"):
        records = records.loc[records[ANL01FL] == "Y"]
    if kind in ("flagged", "observed") and DTYPE in records:
        records = records.loc[records[DTYPE].isna()]
    if values["timepoint"]:
        records = records.loc[records["ATPT"] == values["timepoint"]]
    return records


def _joined(
    study: StudyData, records: pd.DataFrame, people: pd.DataFrame, values: Mapping[str, object]
) -> pd.DataFrame:
    """Return the records of these subjects with arm and covariates from the subject level."""
    covariates = [str(c) for c in _tuple(values["covariates"])]
    own = [STUDYID, AVISIT, AVISITN, AVAL, CHG, BASE]
    frame = records[[c for c in own if c in records]].copy()
    frame[SUBJECT] = study.subject_keys(records)
    if STUDYID not in frame:
        frame[STUDYID] = ""
    added = people[[SUBJECT, ARM, *covariates]]
    return frame.merge(added, on=SUBJECT, how="inner", validate="many_to_one")


def _refuse_repeats(frame: pd.DataFrame, label: str) -> None:
    repeated = frame.duplicated([SUBJECT, AVISIT])
    if repeated.any():
        where = ", ".join(frame.loc[repeated, AVISIT].drop_duplicates().astype(str).head(3))
        raise AnalysisError(
            f"{int(repeated.sum())} records of {label} repeat a subject and visit (for example at "
            f"{where}), so it is not clear which value counts. Choose the records flagged for "
            "analysis or a time point under the further options, or correct the data."
        )


def _factors(frame: pd.DataFrame, values: Mapping[str, object], scope: str) -> tuple[str, ...]:
    pooled = scope == POOLED and len(set(frame[STUDYID])) > 1
    return (*((STUDYID,) if pooled else ()), *(str(c) for c in _tuple(values["covariates"])))


def _typed(
    frame: pd.DataFrame,
    arms: tuple[str, ...],
    reference: str,
    visits: list[tuple[float, str]],
) -> pd.DataFrame:
    """Return the frame with ordered categories, so that the reference arm comes first."""
    import pandas as pd

    order = [reference, *(a for a in arms if a != reference)]
    frame = frame.rename(columns={ARM: TRTP, SUBJECT: USUBJID})
    frame[TRTP] = pd.Categorical(frame[TRTP], categories=order)
    frame[AVISIT] = pd.Categorical(frame[AVISIT], categories=[v for _, v in visits])
    return frame.reset_index(drop=True)


def _require_arms(frame: pd.DataFrame, arms: tuple[str, ...], label: str) -> None:
    counts = frame.groupby(TRTP, observed=False)[USUBJID].nunique()
    thin = [f"{a} ({int(counts[a])})" for a in arms if counts[a] < 2]
    if thin:
        raise AnalysisError(
            f"Too few subjects with a value of {label} in: {', '.join(thin)}. A comparison needs "
            "at least two subjects in each arm. Leave the arm out, or choose another visit or "
            "population."
        )


def _tuple(value: object) -> tuple[object, ...]:
    assert isinstance(value, tuple)
    return value
