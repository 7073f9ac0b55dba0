"""What can be chosen for a continuous endpoint: parameter, records, visits, covariates.

These options are shared by every analysis of a continuous parameter (MMRM,
ANCOVA ...). Their items come from the data, so a form can only offer what the
study holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from sjogren_desktop.analyses.spec import Choice, Flag, Item
from sjogren_desktop.analyses.subjects import ARM, SUBJECT, in_scope, subjects
from sjogren_desktop.results import AnalysisError, Course
from sjogren_desktop.study.data import (
    ANL01FL,
    AVAL,
    AVISIT,
    AVISITN,
    CHG,
    DTYPE,
    PARAM,
    PARAMCD,
    STUDYID,
    USUBJID,
    Dataset,
    StudyData,
)
from sjogren_desktop.study.record_parts import (
    APERIOD,
    Part,
    counted_by,
    keep_parts,
    record_parts,
)
from sjogren_desktop.study.visits import is_unplanned

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

_PREFERRED = ("ESSDAI", "CLINESSDAI", "CLINESSD", "ESSPRI", "ACTOT")
"""Parameters looked for first as the default: primary endpoints by usual code."""

_NO_ENDPOINT = ("ADEX", "EX", "ADEC", "EC", "ADPC", "PC", "ADPP", "PP", "ADPK", "ADCM", "ADDA")
"""Data sets of doses, drug concentrations and medication, which hold no endpoint."""

_SAFETY = ("ADLB", "LB", "ADVS", "VS", "ADEG", "EG")
"""Data sets whose parameters are the default only where the study has no others."""

_FEW_AT_VISIT = 0.2
"""A visit with a smaller share of the subjects of the best attended visit is not ticked."""

_NOT_SCHEDULED = 90
"""Visit numbers from here on are summary visits (end of treatment is 99)."""

_MAX_LEVELS = 60
"""A text variable with more values than this is no factor for a model."""


_parameters: WeakKeyDictionary[Dataset, dict[str, str]] = WeakKeyDictionary()
_records: WeakKeyDictionary[Dataset, dict[str, pd.DataFrame]] = WeakKeyDictionary()
# A form asks at every change; finding the parameters of a million records
# takes longer than a form may.


def parameters(study: StudyData) -> dict[str, tuple[Dataset, str, str]]:
    """Return the parameters with numeric values: value -> (data set, code, label).

    A code that stands in several data sets is plain for the first and
    ``DATASET.CODE`` for the others.
    """
    found: dict[str, tuple[Dataset, str, str]] = {}
    for dataset in study.of_kind("BDS"):
        if AVAL not in dataset.frame or AVISIT not in dataset.frame:
            continue
        if dataset not in _parameters:
            _parameters[dataset] = _labels(dataset)
        for code, label in _parameters[dataset].items():
            value = code if code not in found else f"{dataset.name}.{code}"
            found[value] = (dataset, code, label)
    return found


def parameter_codes(dataset: Dataset) -> tuple[npt.NDArray[np.int32], tuple[str, ...]]:
    """Return the code of each record's parameter, -1 where it has none, and the names.

    Courses of other periods or kinds of baseline are parameters of their own
    (:mod:`sjogren_desktop.study.record_parts`).
    """
    codes, parts = record_parts(dataset)
    return codes, tuple(part.name for part in parts)


def part_of(study: StudyData, parameter: str) -> Part:
    """Return the course that a parameter of :func:`parameters` is of."""
    dataset, name, _ = parameters(study)[parameter]
    return next(part for part in record_parts(dataset)[1] if part.name == name)


def course_of(study: StudyData, parameter: str) -> Course | None:
    """Return which records are those of a parameter, None where it is none of :func:`parameters`.

    :func:`part_of` tells the same to analyses; this can be kept with a result.
    """
    if parameter not in parameters(study):
        return None
    part, frame = part_of(study, parameter), parameters(study)[parameter][0].frame
    told = not part.period or (APERIOD in frame and bool(frame[APERIOD].notna().any()))
    by = () if told else counted_by(frame)
    return Course(part.parameter, part.period, part.baseline, by)


def safety_parameters(study: StudyData) -> dict[str, tuple[Dataset, str, str]]:
    """Return :func:`parameters` but for courses of later periods, which are left out (PD.2)."""
    return {
        value: found
        for value, found in parameters(study).items()
        if (part := part_of(study, value)).first or part.period <= 1
    }


def usual(study: StudyData, chosen: Iterable[str]) -> tuple[str, ...]:
    """Return the parameters that are no further course of one with another kind of baseline."""
    return tuple(value for value in chosen if part_of(study, value).first)


def people_of(study: StudyData, parameter: str) -> pd.DataFrame:
    """Return the subjects, each in the arm of its treatment in the period of the parameter.

    It is the planned one (TRT02P), else the actual, else that of the records; in the first
    period the arm is that of :func:`.subjects.subjects`.
    """
    from sjogren_desktop.study.treatment import is_arm

    people = subjects(study)
    period = part_of(study, parameter).period
    columns = (f"TRT{period:02d}P", f"TRT{period:02d}A")
    given = next((c for c in columns if c in people and people[c].notna().any()), "")
    if period <= 1 or study.arms_pooled:
        return people
    if given:
        own = people[given].astype("object")
    else:
        records = parameter_records(study, parameter)
        column = next((c for c in ("TRTP", "TRTA") if c in records), "")
        if not column:
            return people
        treated = records[column].groupby(study.subject_keys(records)).first()
        own = people[SUBJECT].map(treated).astype("object")
    return people.assign(**{ARM: own}).loc[is_arm(own)]


Known = tuple[dict[str, str], tuple["npt.NDArray[np.int32]", tuple[Part, ...]]]


def known_of(dataset: Dataset) -> Known | None:
    """Return what was found out about the parameters of a data set, to be kept elsewhere."""
    labels = _parameters.get(dataset)
    return None if labels is None else (labels, record_parts(dataset))


def keep_known(dataset: Dataset, known: Known) -> None:
    """Take over what was found out about the same data set elsewhere."""
    _parameters[dataset], parts = known
    keep_parts(dataset, parts)


def _labels(dataset: Dataset) -> dict[str, str]:
    """Return code and label of every parameter with a value, in the order they appear."""
    import numpy as np

    frame = dataset.frame
    codes, names = parameter_codes(dataset)
    known = (codes >= 0) & frame[AVAL].notna().to_numpy()
    first = _first_records(codes, known, len(names))
    if PARAM in frame and frame[PARAM].iloc[first[first >= 0]].isna().any():
        first = _first_records(codes, known & frame[PARAM].notna().to_numpy(), len(names))
    found = np.flatnonzero(first >= 0)
    found = found[np.argsort(first[found], kind="stable")]
    texts = frame[PARAM] if PARAM in frame else frame[PARAMCD]
    labels = texts.iloc[first[found]].tolist()
    told = [part.words for part in record_parts(dataset)[1]]
    return {
        names[i]: f"{label}, {told[i]}" if told[i] else str(label)
        for i, label in zip(found.tolist(), labels, strict=True)
    }


def _first_records(
    codes: npt.NDArray[np.int32], known: npt.NDArray[np.bool_], size: int
) -> npt.NDArray[np.intp]:
    """Return the place of the first known record of each code, -1 where there is none."""
    import numpy as np

    # Backwards, so that the first record of a code is the one that stays.
    rows = np.flatnonzero(known)[::-1]
    first = np.full(size, -1, dtype=np.intp)
    first[codes[rows]] = rows
    return first


def parameter_records(study: StudyData, parameter: str) -> pd.DataFrame:
    """Return all records of a parameter, as :func:`parameters` names it."""
    known = parameters(study)
    if parameter not in known:
        raise AnalysisError(
            f"The study has no parameter {parameter} with numeric values by visit. "
            "Choose another parameter, or import the data set that holds it."
        )
    dataset, code, _ = known[parameter]
    cache = _records.setdefault(dataset, {})
    if code not in cache:
        cache.clear()  # one parameter a data set is enough, and memory is not
        codes, names = parameter_codes(dataset)
        cache[code] = dataset.frame.loc[codes == names.index(code)]
    return cache[code]


def _parameter_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    known = parameters(study)
    return tuple(
        Item(value, f"{label} ({value})" if label != value else value)
        for value, (_, _, label) in known.items()
    )


def _parameter_default(study: StudyData, values: Mapping[str, object]) -> str:
    known = parameters(study)
    for code in _PREFERRED:
        if code in known:
            return code
    if not known:
        raise AnalysisError(
            "The study has no parameter with numeric values by visit (a data set with PARAMCD, "
            "AVISIT and AVAL). Import the efficacy or laboratory data set."
        )

    changing = {dataset: _with_change(dataset) for dataset, _, _ in known.values()}

    def rank(value: str) -> tuple[bool, bool, bool, bool]:
        dataset, code, _ = known[value]
        other = dataset.name.startswith(_NO_ENDPOINT)
        safety = dataset.name.startswith(_SAFETY)
        return other, CHG not in dataset.frame, safety, code not in changing[dataset]

    return min(known, key=rank)


def _with_change(dataset: Dataset) -> frozenset[str]:
    """Return the codes of the parameters that have a change from baseline."""
    import numpy as np

    if CHG not in dataset.frame:
        return frozenset()
    codes, names = parameter_codes(dataset)
    there = np.unique(codes[dataset.frame[CHG].notna().to_numpy()])
    return frozenset(names[n] for n in there if n >= 0)


def _response_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    records = parameter_records(study, str(values["parameter"]))
    value = Item(AVAL, "Value at the visit (AVAL)")
    if CHG in records and records[CHG].notna().any():
        return (Item(CHG, "Change from baseline (CHG)"), value)
    return (value,)


def _response_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _response_items(study, values)[0].value


def _records_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    records = parameter_records(study, str(values["parameter"]))
    imputed = DTYPE in records and records[DTYPE].notna().any()
    kinds = ", ".join(sorted(records[DTYPE].dropna().unique())) if imputed else ""
    items = []
    if _flag_is_by_visit(records):
        items.append(Item("flagged", "Observed, flagged for analysis (ANL01FL = Y)"))
        if imputed:
            items.append(Item("flagged-imputed", f"Flagged for analysis, with imputed ({kinds})"))
    items.append(Item("observed", "All observed"))
    if imputed:
        items.append(Item("all", f"All, with imputed ({kinds})"))
    return tuple(items)


def _flag_is_by_visit(records: pd.DataFrame) -> bool:
    """Say whether ANL01FL picks one record a visit (not, say, the worst of all visits)."""
    if ANL01FL not in records or AVISITN not in records:
        return False
    scheduled = records[AVISITN].between(0, _NOT_SCHEDULED, inclusive="left")
    flagged = records.loc[scheduled, ANL01FL] == "Y"
    return bool(len(flagged)) and float(flagged.mean()) > 0.5


def _records_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _records_items(study, values)[0].value


def _timepoint_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    records = parameter_records(study, str(values["parameter"]))
    if "ATPT" not in records or not records["ATPT"].notna().any():
        return (Item("", "One value a visit"),)
    order = ["ATPTN", "ATPT"] if "ATPTN" in records else ["ATPT"]
    points = records[order].dropna().drop_duplicates().sort_values(order)["ATPT"]
    return tuple(Item(str(p), str(p)) for p in dict.fromkeys(points))


def _timepoint_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _timepoint_items(study, values)[0].value


def visit_list(records: pd.DataFrame, response: str) -> tuple[tuple[float, str], ...]:
    """Return the visits after baseline at which the response was observed, in order."""
    if AVISITN not in records:
        raise AnalysisError(
            "The data set has no visit number (AVISITN), so its visits cannot be put in order."
        )
    seen = records.loc[(records[AVISITN] > 0) & records[response].notna(), [AVISITN, AVISIT]]
    pairs = seen.dropna().drop_duplicates().sort_values(AVISITN)
    first: dict[str, float] = {}
    for number, name in pairs.itertuples(index=False):
        first.setdefault(str(name), float(number))
    return tuple((number, name) for name, number in first.items())


def _visit_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    records = in_scope(parameter_records(study, str(values["parameter"])), str(values["study"]))
    return tuple(
        Item(name, name) for _, name in visit_list(records, str(values.get("response", AVAL)))
    )


def attended(
    records: pd.DataFrame, response: str, visits: tuple[tuple[float, str], ...]
) -> tuple[tuple[float, str], ...]:
    """Return the planned visits at which not only few subjects have a value."""
    planned = tuple(v for v in visits if not is_unplanned(v[1]))
    here = records[AVISIT].isin([name for _, name in planned]) & records[response].notna()
    size = records.loc[here].groupby(AVISIT)[USUBJID].nunique()
    least = _FEW_AT_VISIT * size.max() if len(size) else 0.0
    return tuple(v for v in planned if size.get(v[1], 0) >= least)


def _scheduled(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    records = in_scope(parameter_records(study, str(values["parameter"])), str(values["study"]))
    response = str(values.get("response", AVAL))
    visits = tuple(v for v in visit_list(records, response) if v[0] < _NOT_SCHEDULED)
    return tuple(name for _, name in attended(records, response, visits))


def _last_visit(study: StudyData, values: Mapping[str, object]) -> str:
    scheduled = _scheduled(study, values)
    if not scheduled:
        raise AnalysisError(
            f"{values['parameter']} has no values after baseline in {values['study']}. "
            "Choose another parameter."
        )
    return scheduled[-1]


def _covariate_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    """Subject-level variables usable as covariates: few-valued texts, and numbers."""
    adsl_labels = next((d.labels for d in study.of_kind("ADSL")), {})
    scoped = in_scope(subjects(study), str(values["study"]))
    skip = {STUDYID, USUBJID, "SUBJID", SUBJECT, ARM, "ARMN", "ARMCD", "ACTARM", "ACTARMCD"}
    items = []
    for column in scoped.columns:
        if column in skip or column.startswith(("TRT", "DTH", "EOS", "DCS")):
            continue
        if column.endswith(("DT", "DTM", "DTC", "FL")):
            continue
        values_here = scoped[column].dropna()
        distinct = values_here.nunique()
        numeric = values_here.dtype.kind in "if"
        if distinct < 2 or (not numeric and distinct > _MAX_LEVELS):
            continue
        if numeric and column.endswith("N") and column[:-1] in scoped:
            continue  # the numeric code of a text variable
        kind = "number" if numeric else f"{distinct} levels"
        label = adsl_labels.get(column)
        items.append(Item(column, f"{column}: {label} ({kind})" if label else f"{column} ({kind})"))
    return tuple(items)


def _no_covariates(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return ()


def _screening_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    adsl = in_scope(subjects(study), str(values["study"]))
    numeric = [
        c
        for c in adsl.columns
        if adsl[c].dtype.kind in "if" and adsl[c].nunique() > 3 and not c.startswith("TRT")
    ]
    return (Item("", "Not in the data"), *(Item(c, c) for c in numeric))


def _screening_default(study: StudyData, values: Mapping[str, object]) -> str:
    """Return SCR followed by the beginning of the parameter's code, as in SCRESSD for ESSDAI."""
    code = str(values["parameter"]).split(".")[-1]
    for item in _screening_items(study, values):
        rest = item.value.removeprefix("SCR")
        if item.value.startswith("SCR") and len(rest) > 2 and code.startswith(rest):
            return item.value
    return ""


PARAMETER = Choice(
    "parameter",
    "Parameter",
    "The score or measurement that is analysed.",
    _parameter_items,
    _parameter_default,
)
RESPONSE = Choice(
    "response",
    "Response",
    "Change from baseline is the usual response; the value itself where there is no baseline.",
    _response_items,
    _response_default,
)
RECORDS = Choice(
    "records",
    "Records",
    "Which records count: observed values only, or also values imputed in the data set.",
    _records_items,
    _records_default,
    advanced=True,
)
TIMEPOINT = Choice(
    "timepoint",
    "Time point within the visit",
    "For measurements repeated within a visit, such as blood pressure lying and standing.",
    _timepoint_items,
    _timepoint_default,
    advanced=True,
)
VISITS = Choice(
    "visits",
    "Visits",
    "Visits after baseline that enter the model together. At first, visits with values of few "
    "subjects (under a fifth of the best attended visit) are not ticked.",
    _visit_items,
    _scheduled,
    many=True,
)
VISIT = Choice(
    "visit",
    "Visit",
    "The one visit that is analysed.",
    _visit_items,
    _last_visit,
)
COVARIATES = Choice(
    "covariates",
    "Further covariates",
    "Subject characteristics added to the model, such as stratification factors or region.",
    _covariate_items,
    _no_covariates,
    many=True,
    advanced=True,
)
BASELINE = Flag(
    "baseline",
    "Adjust for the baseline value",
    "Adds the value before treatment as a covariate; recommended for every change score.",
    True,
)
SCREENING = Choice(
    "screening",
    "Screening value",
    "Variable of the subject level with the score at screening.",
    _screening_items,
    _screening_default,
    page="placebo_response.md",
)
