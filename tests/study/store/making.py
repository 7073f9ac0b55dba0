"""What the tests of the study file put into it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pandas as pd
from sqlcipher3 import dbapi2 as sqlite

from sjogren_desktop.results import Issue
from sjogren_desktop.study import store
from sjogren_desktop.study.data import Dataset, Part, StudyData
from sjogren_desktop.study.event_edits import COUNTS, EventEdit
from sjogren_desktop.study.patient_notes import PatientNote
from sjogren_desktop.study.score_edits import Entry, ScoreEdit
from sjogren_desktop.study.store import Cost, StudyFile
from sjogren_desktop.study.store.connection import connect
from sjogren_desktop.study.store.opening import key_of
from sjogren_desktop.study.unblinding import PATIENT_UNBLINDED, Unblinding

PASSPHRASE = "drei Störche über Uelzen"
CHEAP = Cost(memory=13, passes=1, lanes=1)
WEEK_4 = (4.0, "Week 4")


def odd_study() -> StudyData:
    """Return a study with every type of column, missing values and a finding."""
    frame = pd.DataFrame(
        {
            "USUBJID": pd.Series(["S1-001", "S1-002", None, "Ü-003"], dtype="str"),
            "AVAL": [0.1, np.nan, -0.0, 1e-300],
            "AVISITN": np.array([0, 4, 4, 2**53 + 1], dtype=np.int64),
            "ADT": pd.to_datetime(["2023-05-01", None, "1900-01-01", "2100-12-31"]).astype(
                "datetime64[us]"
            ),
            "FLAG": [True, False, True, True],
            "TEXT": pd.Series(["=1+1", "", np.nan, "a\nb"], dtype=object),
            "MIXED": pd.Series(["x", 1, None, 2.5], dtype=object),
            "EMPTY": pd.Series([None] * 4, dtype="str"),
        }
    )
    part = Part("adqs secret.csv", "Sheet 1", 0, 4, np.array([2, 3, 5, 8], dtype=np.int64))
    dataset = Dataset(
        "ADQS", "BDS", frame, {"AVAL": "Value"}, ("adqs secret.csv",), "Scores", (part,)
    )
    issue = Issue("warning", "A value is odd.", file="adqs secret.csv", row=3, subject="S1-002")
    return StudyData((dataset,), (issue,), "adqs secret.csv", synthetic=True)


def edit(
    subject: str = "S1-001", old: Entry = None, new: Entry = 2.0, *, reason: str = "typing error"
) -> ScoreEdit:
    """Return an edit of the renal domain at week 4."""
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return ScoreEdit(subject, WEEK_4, "renal", old, new, "Anna", when, reason)


def event_edit(old: str | None = None, new: str | None = "N") -> EventEdit:
    """Return an edit that takes a rescue medication back."""
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return EventEdit("S1-001", "rescue", COUNTS, old, new, "Bea", when, "taken before the study")


def note(text: str = "Dry eyes since May.") -> PatientNote:
    """Return a note on a patient."""
    return PatientNote("S1-001", text, "Bea", datetime(2026, 1, 2, 3, 4, tzinfo=UTC))


def unblinding() -> Unblinding:
    """Return the record of an emergency."""
    when = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
    return Unblinding(PATIENT_UNBLINDED, "S1", "Bea", "anaphylaxis", when, "S1-001")


def reopened(file: StudyFile, passphrase: str | None = PASSPHRASE) -> StudyFile:
    """Close a file and open it again."""
    file.close()
    return store.open_file(file.path, passphrase=passphrase, who="Anna")


def tampered(path: Path, *statements: str, passphrase: str | None = PASSPHRASE) -> None:
    """Change a closed file as somebody would who has the passphrase and a tool for databases."""
    connection: sqlite.Connection = connect(path, key_of(path, passphrase), write=True)
    for statement in statements:
        connection.execute(statement)
    connection.close()
