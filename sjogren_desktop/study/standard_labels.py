"""Tables that carry the labels of the standard in place of names, or in their first record.

Programs of statistics write data sets to text and workbooks with labels as headers, or
with names as headers and the labels in the row below. Taken as they stand, the first has
no variable the standard knows, and the second one subject too many.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import numpy as np
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.raw import RawTable
from sjogren_desktop.study.values import column_name
from sjogren_desktop.study.wording import counted

LABELS: Mapping[str, str] = {
    "STUDYID": "Study Identifier",
    "DOMAIN": "Domain Abbreviation",
    "USUBJID": "Unique Subject Identifier",
    "SUBJID": "Subject Identifier for the Study",
    "SITEID": "Study Site Identifier",
    "AGEU": "Age Units",
    "ETHNIC": "Ethnicity",
    "ARM": "Description of Planned Arm",
    "ARMCD": "Planned Arm Code",
    "ACTARM": "Description of Actual Arm",
    "ACTARMCD": "Actual Arm Code",
    "RFSTDTC": "Subject Reference Start Date/Time",
    "RFENDTC": "Subject Reference End Date/Time",
    "TRT01P": "Planned Treatment for Period 01",
    "TRT01PN": "Planned Treatment for Period 01 (N)",
    "TRT01A": "Actual Treatment for Period 01",
    "TRT01AN": "Actual Treatment for Period 01 (N)",
    "TRTP": "Planned Treatment",
    "TRTPN": "Planned Treatment (N)",
    "TRTA": "Actual Treatment",
    "TRTAN": "Actual Treatment (N)",
    "TRTSDT": "Date of First Exposure to Treatment",
    "TRTEDT": "Date of Last Exposure to Treatment",
    "RANDDT": "Date of Randomization",
    "EOSSTT": "End of Study Status",
    "SAFFL": "Safety Population Flag",
    "ITTFL": "Intent-To-Treat Population Flag",
    "FASFL": "Full Analysis Set Population Flag",
    "PPROTFL": "Per-Protocol Population Flag",
    "RANDFL": "Randomized Population Flag",
    "PARAM": "Parameter",
    "PARAMCD": "Parameter Code",
    "PARAMN": "Parameter (N)",
    "AVISIT": "Analysis Visit",
    "AVISITN": "Analysis Visit (N)",
    "VISIT": "Visit Name",
    "VISITNUM": "Visit Number",
    "AVAL": "Analysis Value",
    "AVALC": "Analysis Value (C)",
    "AVALU": "Analysis Value Unit",
    "BASE": "Baseline Value",
    "CHG": "Change from Baseline",
    "PCHG": "Percent Change from Baseline",
    "ABLFL": "Baseline Record Flag",
    "ANL01FL": "Analysis Flag 01",
    "ADT": "Analysis Date",
    "ADY": "Analysis Relative Day",
    "A1LO": "Analysis Range 1 Lower Limit",
    "A1HI": "Analysis Range 1 Upper Limit",
    "ANRLO": "Analysis Normal Range Lower Limit",
    "ANRHI": "Analysis Normal Range Upper Limit",
    "ANRIND": "Analysis Reference Range Indicator",
    "DTYPE": "Derivation Type",
    "CNSR": "Censor",
    "STARTDT": "Time-to-Event Origin Date for Subject",
    "EVNTDESC": "Event or Censoring Description",
    "AETERM": "Reported Term for the Adverse Event",
    "AEDECOD": "Dictionary-Derived Term",
    "AEBODSYS": "Body System or Organ Class",
    "AESOC": "Primary System Organ Class",
    "AESEV": "Severity/Intensity",
    "AESER": "Serious Event",
    "AEREL": "Causality",
    "AEACN": "Action Taken with Study Treatment",
    "AEOUT": "Outcome of Adverse Event",
    "AESTDTC": "Start Date/Time of Adverse Event",
    "AEENDTC": "End Date/Time of Adverse Event",
    "ASTDT": "Analysis Start Date",
    "AENDT": "Analysis End Date",
    "ASTDY": "Analysis Start Relative Day",
    "AENDY": "Analysis End Relative Day",
    "TRTEMFL": "Treatment Emergent Analysis Flag",
}
"""Label by variable: CDISC ADaM Implementation Guide 1.3 and SDTM 1.7."""

_OTHER_LABELS = {"Analysis Record Flag 01": "ANL01FL", "Intent-to-Treat Flag": "ITTFL"}
_NAMES = {text.casefold(): name for name, text in LABELS.items()} | {
    text.casefold(): name for text, name in _OTHER_LABELS.items()
}
_FEWEST = 4
_SUBJECT = LABELS["USUBJID"].casefold()


def with_standard_names(table: RawTable, file: str) -> tuple[RawTable, list[Issue]]:
    """Return a table under the names of the standard, its labels taken out of its records."""
    if table.declared.typed and table.labels:
        return table, []
    renamed, issues = _headed_by_labels(table, file)
    plain, more = _without_row_of_labels(renamed, file)
    return plain, [*issues, *more]


def _headed_by_labels(table: RawTable, file: str) -> tuple[RawTable, list[Issue]]:
    headers = [str(c) for c in table.frame.columns]
    said = [" ".join(h.split()).casefold() for h in headers]
    held = {column_name(h) for h in headers}
    names = {
        h: _NAMES[s]
        for h, s in zip(headers, said, strict=True)
        if s in _NAMES and _NAMES[s] not in held
    }
    if _SUBJECT not in said or len(names) < _FEWEST:
        return table, []
    frame = table.frame.rename(columns=names)
    labels = {**table.labels, **{name: header for header, name in names.items()}}
    issue = Issue(
        "note",
        f"The columns are headed by labels; {counted(len(names), 'label')} of the standard "
        f"were taken as variables: {', '.join(names.values())}.",
        action="Rename a column in the source if that is not right.",
        file=file,
        sheet=table.sheet,
        check="study.headed_by_labels",
    )
    return dataclasses.replace(table, frame=frame, labels=labels), [issue]


def _without_row_of_labels(table: RawTable, file: str) -> tuple[RawTable, list[Issue]]:
    """Take the first record for labels if it names the subject and others as the standard does."""
    frame = table.frame
    names = [column_name(c) for c in frame.columns]
    if "USUBJID" not in names or len(frame) < 2:
        return table, []
    first = [
        " ".join(v.split()) if isinstance(v, str) else "" for v in frame.iloc[0].astype(object)
    ]
    named = sum(
        _NAMES.get(text.casefold()) == name for text, name in zip(first, names, strict=True)
    )
    if first[names.index("USUBJID")].casefold() != _SUBJECT or named < _FEWEST:
        return table, []
    labels = {str(c): text for c, text in zip(frame.columns, first, strict=True) if text}
    row = table.row(0)
    rest = frame.iloc[1:].reset_index(drop=True).copy()
    for column in [c for c in rest if rest[c].dtype == object]:
        rest[column] = _typed(rest[column])
    issue = Issue(
        "note",
        f"Row {row} holds the labels of the columns, not a record; it was taken for that.",
        file=file,
        sheet=table.sheet,
        row=row,
        check="study.row_of_labels",
    )
    made = dataclasses.replace(
        table,
        frame=rest,
        labels={**table.labels, **labels},
        first_row=table.first_row + 1,
        rows=None if table.rows is None else np.asarray(table.rows[1:]),
    )
    return made, [issue]


def _typed(values: pd.Series) -> pd.Series:
    """Return a column by the kind that its values have once the label is gone."""
    made = values.infer_objects()
    return made if made.dtype.kind in "ifM" else values
