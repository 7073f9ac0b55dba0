"""A hand-made study with the items of every score; four subjects, two arms, few visits."""

from __future__ import annotations

import pandas as pd

from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import Dataset, Part, StudyData

CODES = {
    "constitutional": "ESSCON",
    "lymphadenopathy": "ESSLYM",
    "glandular": "ESSGLA",
    "articular": "ESSART",
    "cutaneous": "ESSCUT",
    "pulmonary": "ESSPUL",
    "renal": "ESSREN",
    "muscular": "ESSMUS",
    "pns": "ESSPNS",
    "cns": "ESSCNS",
    "haematological": "ESSHAE",
    "biological": "ESSBIO",
    "dryness": "ESPDRY",
    "fatigue": "ESPFAT",
    "pain": "ESPPAIN",
}
ZERO = {d.key: 0 for d in DOMAINS}
PEOPLE = {"A-1": "Placebo", "A-2": "Placebo", "B-1": "Drug", "B-2": "Drug"}
BASELINE, WEEK_24 = (0, "Baseline"), (24, "Week 24")


def levels(**given):
    """Return the twelve levels as parameters; those not named are none."""
    return {CODES[k]: v for k, v in {**ZERO, **given}.items()}


def visit(subject, when, values, *, unit=None, low=None):
    """Return the records of one subject and visit."""
    return [
        {
            "STUDYID": "S1",
            "USUBJID": subject,
            "PARAMCD": code,
            "PARAM": code,
            "AVISITN": when[0],
            "AVISIT": when[1],
            "AVAL": value,
            "ANL01FL": "Y",
            "AVALU": unit,
            "A1LO": low,
        }
        for code, value in values.items()
    ]


def study(*records, flags=None):
    """Return the study of these records, with where they stood in a file."""
    rows = [r for part in records for r in part]
    frame = pd.DataFrame(rows)
    frame["AVAL"] = frame["AVAL"].astype(float)
    adsl = pd.DataFrame(
        {
            "STUDYID": "S1",
            "USUBJID": list(PEOPLE),
            "TRT01P": list(PEOPLE.values()),
            "TRT01PN": [0 if a == "Placebo" else 1 for a in PEOPLE.values()],
            "FASFL": flags or ["Y"] * len(PEOPLE),
        }
    )
    parts = (Part("adqs.csv", "", 0, len(frame), (frame.index + 2).to_numpy()),)
    return StudyData(
        (
            Dataset("ADSL", "ADSL", adsl),
            Dataset("ADQS", "BDS", frame, sources=("adqs.csv",), parts=parts),
        )
    )


def texts(table):
    """Return the cells of a table as text, by the labels of the row."""
    from sjogren_desktop import formats

    return {row.labels: [formats.cell(c) for c in row.cells] for row in table.rows}


def table(result, key):
    """Return the table of this key."""
    return next(t for t in result.tables if t.key == key)
