"""All patients with their scores, as the Patients tab lists and opens them.

The items of every visit are collected once (:func:`open_book`); edits made in
the program are laid over them and everything derived from them is computed
anew (:func:`with_edits`). A total is computed from its items where they are
all there, else taken as recorded. No arm is read before the study is unblinded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.analyses import score_parameters as items
from sjogren_desktop.analyses.score_parameters import Collected, collect, guess, in_unit
from sjogren_desktop.analyses.subjects import POOLED
from sjogren_desktop.results import AnalysisError, Progress, no_progress
from sjogren_desktop.scoring import score_frame
from sjogren_desktop.scoring.essdai import ACTIVITY_LEVELS, activity_level
from sjogren_desktop.study.course import Patient
from sjogren_desktop.study.data import (
    AVISIT,
    AVISITN,
    SITEID,
    STUDYID,
    TRT01A,
    TRT01P,
    USUBJID,
    StudyData,
)
from sjogren_desktop.study.patients import SUBJECT, PatientIndex, index_patients, visit_days
from sjogren_desktop.study.score_edits import DATE, ScoreEdit

WANTED = (
    *items.LEVELS,
    *items.ESSPRI_ITEMS,
    *items.TOTALS,
    *items.COMPOSITE_TESTS,
    *items.LABORATORY,
)
IN_UNITS = ("neutrophils_per_mm3", "hb_g_dl", "platelets_per_mm3", "lymphocytes_per_mm3", "igg_g_l")
LEVELS = tuple(item.key for item in items.LEVELS)
ESSPRI = tuple(item.key for item in items.ESSPRI_ITEMS)
TOTALS = ("essdai", "clinessdai", "esspri")

LISTED = (
    "Patient",
    "Site",
    "Status",
    "Arm",
    "Last visit",
    "ESSDAI",
    "Change",
    "ESSPRI",
    "ESSPRI change",
    "Flags",
    "Study",
    "Identifier",
)
"""Columns of the list of patients; Arm only once the treatment was unblinded."""

HELP = {
    "ESSDAI": "ESSDAI total at the last visit that has one",
    "Change": "ESSDAI at that visit minus baseline: negative is improvement",
    "ESSPRI": "ESSPRI at the last visit that has one",
    "ESSPRI change": "ESSPRI at that visit minus baseline: negative is improvement",
    "Flags": "What to look at; a response is a fall of ESSDAI by 3 points or more",
}
RESPONSE, LOW, HIGH = "response", "low activity", "high activity"
SERIOUS, RESCUE, STOPPED, DIFFERS, EDITED = (
    "serious event",
    "rescue",
    "treatment stopped",
    "total differs",
    "edited",
)
FLAGS = (RESPONSE, LOW, HIGH, SERIOUS, RESCUE, STOPPED, DIFFERS, EDITED)
"""Flags a patient may have, in the order in which they are named."""


@dataclass(frozen=True, eq=False)
class PatientBook:
    """The patients of a study with their scores.

    Parameters
    ----------
    index : PatientIndex
    recorded : pandas.DataFrame
        One row a subject and visit as imported: SUBJECT, AVISITN, AVISIT, DAY
        (since the first dose), DATE (ISO), BASELINE and one column an item.
    scores : pandas.DataFrame
        The same with edits on top and totals computed.
    listing : pandas.DataFrame
        One row a patient, columns :data:`LISTED`, in the order of ``index.keys``.
    edits : tuple of ScoreEdit
    notes : tuple of str
    synthetic, blinding
        As those of the study.
    """

    index: PatientIndex
    recorded: pd.DataFrame
    scores: pd.DataFrame
    listing: pd.DataFrame
    edits: tuple[ScoreEdit, ...] = ()
    notes: tuple[str, ...] = ()
    synthetic: bool = False
    blinding: str = ""

    @cached_property
    def _starts(self) -> npt.NDArray[np.intp]:
        place = pd.Index(self.index.keys).get_indexer(pd.Index(self.scores[SUBJECT]))
        return np.searchsorted(place, np.arange(len(self.index.keys) + 1))

    def patient(self, key: str) -> Patient:
        """Return one patient with the edits on top.

        Raises
        ------
        AnalysisError
            If there is no such patient.
        """
        if key not in self.index:
            return self.index.patient(key, self.scores.iloc[:0])
        place = self.index.keys.index(key)
        mine = slice(self._starts[place], self._starts[place + 1])
        return self.index.patient(key, self.scores.iloc[mine])


def open_book(study: StudyData, progress: Progress = no_progress) -> PatientBook:
    """Bring the patients of a study and their scores together.

    Raises
    ------
    AnalysisError
        If the study has no subject-level data set.
    """
    index = index_patients(study)
    progress(0.3, "Collecting the scores")
    found = {w.key: value for w in WANTED if (value := guess(study, w)) != items.NOT_IN_DATA}
    notes: tuple[str, ...] = ()
    recorded = _no_visits()
    try:
        collected = collect(study, POOLED, found)
        recorded, notes = _recorded(collected, index), collected.notes
    except AnalysisError as error:
        notes = (f"No scores by visit are shown. {error}",)
    progress(0.7, "Scoring")
    bare = PatientBook(
        index, recorded, recorded, recorded, (), notes, study.synthetic, study.blinding
    )
    return with_edits(bare, ())


def with_edits(book: PatientBook, edits: Iterable[ScoreEdit]) -> PatientBook:
    """Return the book with these edits, and no others, on top of what was imported."""
    kept = tuple(edits)
    scores = _with_totals(_overlaid(book.recorded, kept, book.index))
    return replace(book, scores=scores, listing=_listing(book.index, scores, kept), edits=kept)


# ------------------------------------------------------------------ scores by visit


def _no_visits() -> pd.DataFrame:
    heads = {SUBJECT: "object", AVISITN: "float", AVISIT: "object", "DAY": "float"}
    made = {name: pd.Series(dtype=kind) for name, kind in heads.items()}
    made |= {"DATE": pd.Series(dtype="object"), "BASELINE": pd.Series(dtype=bool)}
    return pd.DataFrame(made | {w.key: pd.Series(dtype=float) for w in WANTED})


def _recorded(collected: Collected, index: PatientIndex) -> pd.DataFrame:
    frame = collected.frame.copy()
    frame[AVISITN] = frame[AVISITN].astype(float)
    for key in IN_UNITS:
        if key in frame:
            frame[key] = in_unit(collected, key)
    for name in ("ADT", "ADY"):
        frame[name] = _first_known(collected, name)
    frame["ADT"] = pd.to_datetime(frame["ADT"], errors="coerce")
    frame["ADY"] = pd.to_numeric(frame["ADY"], errors="coerce")
    low = [_is_low(collected, key) for key in ("c3", "c4") if key in frame]
    if low:
        known = ~np.all([np.isnan(part) for part in low], axis=0)
        frame["low_complement"] = np.where(known, np.any(np.array(low) == 1, axis=0), np.nan)
    flagged = _first_known(collected, "ABLFL") == "Y"
    frame[SUBJECT] = frame[SUBJECT].astype(str)
    frame = frame.loc[frame[SUBJECT].isin(index.keys)]
    made = frame.copy()
    made["DAY"] = visit_days(frame, index)
    made["DATE"] = frame["ADT"].dt.strftime("%Y-%m-%d").fillna("")
    made["BASELINE"] = _baseline(frame, flagged.loc[frame.index])
    absent = {w.key: np.nan for w in WANTED if w.key not in made}
    made = made.assign(**absent).drop(columns=["ADT", "ADY", STUDYID, USUBJID])
    return _in_order(made, index)


def _in_order(frame: pd.DataFrame, index: PatientIndex) -> pd.DataFrame:
    place = pd.Index(index.keys).get_indexer(pd.Index(frame[SUBJECT]))
    order = np.lexsort((frame[AVISITN].to_numpy(dtype=float), place))
    return frame.iloc[order].reset_index(drop=True)


def _first_known(collected: Collected, column: str) -> pd.Series:
    """Return a variable of the records of each visit, from the first item recorded there."""
    known = pd.Series(None, index=collected.frame.index, dtype="object")
    wanted = np.ones(len(known), dtype=bool)
    for dataset, positions in collected.positions.values():
        rows = np.flatnonzero(wanted & (positions >= 0))
        if len(rows) and column in dataset.frame:
            values = dataset.frame[column].iloc[positions[rows]]
            known.iloc[rows] = values.astype("object").to_numpy()
            wanted[rows] = False
    return known


def _is_low(collected: Collected, key: str) -> npt.NDArray[np.float64]:
    """Return 1 where a value is below the laboratory's own limit, 0 where not, else NaN."""
    value = collected.frame[key].to_numpy(dtype=float)
    for name in ("A1LO", "ANRLO"):
        limits = collected.extra(key, name)
        if limits is not None:
            limit = pd.to_numeric(limits, errors="coerce").to_numpy(dtype=float)
            known = ~(np.isnan(value) | np.isnan(limit))
            return np.where(known, value < limit, np.nan)
    return np.full(len(value), np.nan)


def _baseline(frame: pd.DataFrame, flagged: pd.Series) -> npt.NDArray[np.bool_]:
    """Mark one visit a subject: the flagged one, else the last numbered 0 or below.

    Without either, the visit named baseline; a subject with none has no change.
    """
    rank = np.where(frame[AVISITN] <= 0, 2.0, 0.0)
    rank = np.where(frame[AVISIT].astype(str).str.contains("baseline", case=False), 3.0, rank)
    rank = np.where(flagged.to_numpy(), 4.0, rank)
    keyed = pd.DataFrame(
        {"S": frame[SUBJECT].to_numpy(), "R": rank, "N": frame[AVISITN].to_numpy(dtype=float)}
    )
    best = keyed.loc[keyed["R"] > 0].sort_values(["S", "R", "N"]).groupby("S").tail(1)
    made = np.zeros(len(frame), dtype=bool)
    made[best.index.to_numpy()] = True
    return made


def _overlaid(
    recorded: pd.DataFrame, edits: Sequence[ScoreEdit], index: PatientIndex
) -> pd.DataFrame:
    """Return the scores with edits on top; a visit that was added gets its row."""
    if not edits:
        return recorded
    frame = recorded.copy()
    rows = {
        (s, float(n), v): i
        for i, (s, n, v) in enumerate(
            zip(frame[SUBJECT], frame[AVISITN], frame[AVISIT].astype(str), strict=True)
        )
    }
    for edit in edits:
        if edit.subject not in index:  # made on another study
            continue
        place = (edit.subject, *edit.visit)
        if place not in rows:
            rows[place] = len(frame)
            frame = pd.concat([frame, _new_visit(frame, edit)], ignore_index=True)
        if edit.variable == DATE:
            _set_date(frame, rows[place], edit, index)
        elif edit.variable in frame:
            frame.loc[rows[place], edit.variable] = np.nan if edit.new is None else edit.new
    return _in_order(frame, index)


def _new_visit(frame: pd.DataFrame, edit: ScoreEdit) -> pd.DataFrame:
    head = {SUBJECT: edit.subject, AVISITN: edit.visit[0], AVISIT: edit.visit[1]}
    head |= {"DAY": 7.0 * edit.visit[0], "DATE": "", "BASELINE": False}
    row = {name: [head.get(name, np.nan)] for name in frame.columns}
    return pd.DataFrame(row).astype(frame.dtypes.to_dict())


def _set_date(frame: pd.DataFrame, row: int, edit: ScoreEdit, index: PatientIndex) -> None:
    frame.loc[row, "DATE"] = str(edit.new or "")
    first = index.people["FIRST"].iloc[index.keys.index(edit.subject)]
    day = pd.to_datetime(str(edit.new or ""), errors="coerce")
    if not (pd.isna(first) or pd.isna(day)):
        frame.loc[row, "DAY"] = float((day - first).days)


def _with_totals(frame: pd.DataFrame) -> pd.DataFrame:
    """Compute the totals from their items, and mark where another was recorded."""
    made = frame.copy()
    differs = np.zeros(len(made), dtype=bool)
    for total, instrument, output in (
        ("essdai", "ESSDAI", "total"),
        ("clinessdai", "CLINESSDAI", "total"),
        ("esspri", "ESSPRI", "score"),
    ):
        computed = score_frame(instrument, made)[output].to_numpy(dtype=float)
        given = frame[total].to_numpy(dtype=float)
        # Recorded means are rounded; half a unit of the second decimal is no difference.
        differs |= np.abs(computed - given) > (0.051 if total == "esspri" else 1e-9)
        made[total] = np.where(np.isnan(computed), given, computed)
    made["differs"] = differs.astype(float)
    codes = activity_level(made["essdai"].to_numpy(dtype=float)).codes.astype(float)
    made["activity"] = np.where(codes == 0, np.nan, codes)
    return made


# ------------------------------------------------------------------ the list


def _listing(index: PatientIndex, scores: pd.DataFrame, edits: Sequence[ScoreEdit]) -> pd.DataFrame:
    people = index.people
    keys = pd.Index(index.keys)
    last = scores.groupby(SUBJECT).tail(1).set_index(SUBJECT)
    listed = pd.DataFrame(index=keys)
    listed["Patient"] = _short_names(people)
    listed["Identifier"] = people[USUBJID].astype(str).to_numpy()
    listed["Site"] = people[SITEID].astype(str).to_numpy() if SITEID in people else ""
    listed["Status"] = people["STATUS"].to_numpy()
    if index.shows_arms:
        arm = next((v for v in (TRT01A, TRT01P) if v in people), None)
        listed["Arm"] = people[arm].fillna("none").astype(str).to_numpy() if arm else "none"
    listed["Last visit"] = last[AVISIT].astype(str).reindex(keys).fillna("none").to_numpy()
    essdai = _last_and_baseline(scores, "essdai", keys)
    esspri = _last_and_baseline(scores, "esspri", keys)
    response = score_frame("ESSDAI_RESPONSE", essdai)
    listed["ESSDAI"] = essdai["followup"]
    listed["Change"] = response["change"]
    # Two decimals tell thirds apart; full precision is in the patient's own view.
    listed["ESSPRI"] = esspri["followup"].round(2)
    listed["ESSPRI change"] = (esspri["followup"] - esspri["baseline"]).round(2)
    listed["Flags"] = _flags(index, scores, essdai, response, edits)
    listed["Study"] = people[STUDYID].astype(str).to_numpy() if STUDYID in people else ""
    return listed[[name for name in LISTED if name in listed]]


def _short_names(people: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Return the subject number within its study where there is one for everybody."""
    name = "SUBJID" if "SUBJID" in people and people["SUBJID"].notna().all() else USUBJID
    return people[name].astype(str).to_numpy(dtype=object)


def _last_and_baseline(scores: pd.DataFrame, item: str, keys: pd.Index[str]) -> pd.DataFrame:
    """Return the last value after baseline, and baseline; at baseline alone no change."""
    known = scores.loc[scores[item].notna()]
    last = known.groupby(SUBJECT).tail(1).set_index(SUBJECT)
    baseline = known.loc[known["BASELINE"]].set_index(SUBJECT)[item].reindex(keys)
    alone = last["BASELINE"].reindex(keys).eq(True)
    return pd.DataFrame(
        {"followup": last[item].reindex(keys), "baseline": baseline.mask(alone)}, index=keys
    )


_HIGH = ACTIVITY_LEVELS.index("high")


def _flags(
    index: PatientIndex,
    scores: pd.DataFrame,
    essdai: pd.DataFrame,
    response: pd.DataFrame,
    edits: Sequence[ScoreEdit],
) -> list[str]:
    keys = pd.Index(index.keys)
    marks = {
        RESPONSE: response["responder"].eq(1).to_numpy(),
        LOW: response["low_disease_activity"].eq(1).to_numpy(),
        HIGH: activity_level(essdai["followup"].to_numpy(dtype=float)).codes == _HIGH,
        SERIOUS: index.has_serious_event(),
        RESCUE: _yes(index.people, "RESCFL"),
        STOPPED: _yes(index.people, "TRTDISFL"),
        DIFFERS: keys.isin(scores.loc[scores["differs"] == 1, SUBJECT]),
        EDITED: keys.isin({e.subject for e in edits}),
    }
    return [
        ", ".join(name for name, mark in marks.items() if mark[place]) for place in range(len(keys))
    ]


def _yes(people: pd.DataFrame, name: str) -> npt.NDArray[np.bool_]:
    if name not in people:
        return np.zeros(len(people), dtype=bool)
    return (people[name] == "Y").fillna(False).to_numpy(dtype=bool)
