"""Checks of keys: subjects, arms and records that should be there once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import Issue
from sjogren_desktop.study.check_findings import Findings, each_of, found_at, positions_of
from sjogren_desktop.study.data import (
    ANL01FL,
    AVAL,
    AVISIT,
    AVISITN,
    DTYPE,
    PARAMCD,
    SAFFL,
    STUDYID,
    TRT01A,
    TRT01P,
    TRTA,
    TRTP,
    USUBJID,
    Dataset,
    StudyData,
)
from sjogren_desktop.study.treatment import ALL_PATIENTS
from sjogren_desktop.study.wording import counted

POPULATION_FLAGS = ("ITTFL", "FASFL", "RANDFL", "EFFFL", "PPROTFL")
"""Flags of which one is needed to know who belongs to the efficacy population."""

LAST_COPY_VISIT = 99
"""AVISITN of copies such as "End of Treatment", which repeat another visit."""

_OF_SUBJECTS = frozenset({PARAMCD, AVAL, "AETERM", "AEDECOD", "TRTEMFL", "CNSR"})
"""Variables that only records of subjects have."""

_NOT_TREATED = r"(?i)screen\s*fail|not (?:treated|assigned|randomi[sz]ed)|scrnfail|notassgn"


def no_subject_level(study: StudyData) -> Findings:
    """Say so if no data set has one record per subject."""
    if not study.of_kind("ADSL"):
        yield Issue(
            "warning",
            "No subject-level data set (ADSL) was found, so populations and arms are unknown.",
            action="Open the file that holds one record per subject together with the others.",
        )


def no_subject_column(study: StudyData) -> Findings:
    """Find records of parameters or events that name no subject."""
    for dataset in study.datasets:
        if USUBJID in dataset.frame or not _OF_SUBJECTS & set(dataset.frame.columns):
            continue
        yield Issue(
            "warning",
            f"{dataset.name} has no column of subjects (USUBJID), so no analysis can use its "
            f"{counted(len(dataset.frame), 'record')}.",
            action="Export it again with the number of the subject in each record.",
            file=dataset.sources[0] if dataset.sources else "",
            column=USUBJID,
        )


def adsl_duplicates(study: StudyData) -> Findings:
    """Find subjects with more than one record in the subject-level data."""
    for dataset in study.of_kind("ADSL"):
        frame = dataset.frame
        again = frame[_subject_keys(frame)].duplicated() & frame[USUBJID].notna()
        yield from each_of(positions_of(again), partial(_subject_again, dataset))


def _subject_again(dataset: Dataset, position: int) -> Issue:
    return found_at(
        dataset,
        position,
        "error",
        f"The subject stands in {dataset.name} more than once.",
        USUBJID,
        "Keep one record per subject; counts and models are wrong otherwise.",
    )


def population_flags_absent(study: StudyData) -> Findings:
    """Find subject-level data without population flags."""
    for dataset in study.of_kind("ADSL"):
        file = dataset.sources[0] if dataset.sources else ""
        if not set(POPULATION_FLAGS) & set(dataset.frame.columns):
            yield Issue(
                "warning",
                f"{dataset.name} has none of the efficacy population flags "
                f"({', '.join(POPULATION_FLAGS)}).",
                action="All subjects are taken unless the flag is added to the source.",
                file=file,
                column=POPULATION_FLAGS[0],
            )
        if SAFFL not in dataset.frame:
            yield Issue(
                "warning",
                f"{dataset.name} has no safety population flag (SAFFL).",
                action="Add the flag to the source; safety tables need it.",
                file=file,
                column=SAFFL,
            )


def no_arms(study: StudyData) -> Findings:
    """Say so if nothing in the subject-level data names a treatment."""
    levels = study.of_kind("ADSL")
    if not levels or any(_arm_variable(d.frame) for d in levels):
        return
    dataset = levels[0]
    count = counted(len(dataset.frame), "subject")
    yield Issue(
        "warning",
        f"No variable of {dataset.name} names a treatment, so {count} are analysed as one group, "
        f"{ALL_PATIENTS}. What compares arms cannot be done.",
        action="If the study has arms, open the file that names them too, or say which column "
        "holds them.",
        file=dataset.sources[0] if dataset.sources else "",
    )


def _arm_variable(frame: pd.DataFrame) -> str:
    """Return the variable of the planned treatment that is filled, "" if none is."""
    arms = (c for c in (TRT01P, "ARM", TRT01A) if c in frame and frame[c].notna().any())
    return next(arms, "")


def treatment_missing(study: StudyData) -> Findings:
    """Find subjects of a population who have no planned treatment."""
    for dataset in study.of_kind("ADSL"):
        frame = dataset.frame
        arm = _arm_variable(frame)
        if not arm:
            continue
        members = np.ones(len(frame), dtype=bool)
        flags = [f for f in (*POPULATION_FLAGS, SAFFL) if f in frame]
        if flags:
            members = (frame[flags] == "Y").any(axis=1).to_numpy(dtype=bool)
        positions = positions_of(members & frame[arm].isna().to_numpy())
        yield from each_of(positions, partial(_no_treatment, dataset, arm))


def _no_treatment(dataset: Dataset, arm: str, position: int) -> Issue:
    return found_at(
        dataset,
        position,
        "warning",
        f"The subject belongs to a population but has no treatment ({arm}).",
        arm,
        "The subject is left out of every comparison of arms.",
    )


def not_in_adsl(study: StudyData) -> Findings:
    """Find subjects with data who are not in the subject-level data."""
    levels = study.of_kind("ADSL")
    if not levels:
        return
    known = pd.MultiIndex.from_frame(pd.concat([_keys(d.frame) for d in levels], ignore_index=True))
    for dataset in study.datasets:
        if dataset.kind not in ("BDS", "ADAE", "OCCDS", "ADTTE") or USUBJID not in dataset.frame:
            continue
        keys = _keys(dataset.frame)
        first = (~keys.duplicated() & keys[USUBJID].notna()).to_numpy()
        positions = np.flatnonzero(first)
        absent = ~pd.MultiIndex.from_frame(keys.iloc[positions]).isin(known)
        unknown = positions[absent].tolist()
        otherwise = _written_otherwise(dataset, unknown, levels)
        if otherwise is not None:
            yield otherwise
        else:
            yield from each_of(unknown, partial(_unknown_subject, dataset, keys))


def _written_otherwise(
    dataset: Dataset, unknown: list[int], levels: Sequence[Dataset]
) -> Issue | None:
    """Say once that subjects are only written in another way, where that is so of all."""
    theirs = pd.concat([d.frame[USUBJID].dropna() for d in levels]).astype(str).unique()
    spelled: dict[str, str] = {}
    for text in theirs:
        plain = _plain_number(text)
        spelled[plain] = "" if plain in spelled else text
    own = [str(v) for v in dataset.frame[USUBJID].iloc[unknown]]
    found = [spelled.get(_plain_number(text), "") for text in own]
    if len(own) < 2 or not all(found):
        return None
    return found_at(
        dataset,
        unknown[0],
        "warning",
        f"{counted(len(own), 'subject')} of {dataset.name} are written in another way in the "
        f"subject-level data ({own[0]!r} is {found[0]!r} there), so they are left out of the "
        "analyses.",
        USUBJID,
        "Write the subject numbers alike in both files. Spreadsheets drop leading zeros.",
    )


def _plain_number(text: str) -> str:
    """Return a subject number without leading zeros, signs and capitals."""
    return re.sub(r"[^a-z0-9]", "", re.sub(r"(?<!\d)0+(?=\d)", "", text.lower()))


def _unknown_subject(dataset: Dataset, keys: pd.DataFrame, position: int) -> Issue:
    count = int((keys == keys.iloc[position]).all(axis=1).sum())
    return found_at(
        dataset,
        position,
        "warning",
        f"The subject has {counted(count, 'record')} in {dataset.name} but is not in the "
        "subject-level data; left out of the analyses.",
        USUBJID,
        "Check the subject number, or add the subject to the subject-level data.",
    )


def arm_differs(study: StudyData) -> Findings:
    """Find subjects whose arm in a data set is not that of the subject-level data."""
    levels = [d for d in study.of_kind("ADSL") if "TRT02P" not in d.frame]
    for level in levels:
        for dataset in study.datasets:
            for own, planned in ((TRTP, TRT01P), (TRTA, TRT01A), (TRT01P, TRT01P)):
                if (
                    dataset.kind not in ("BDS", "ADAE", "ADTTE", "OCCDS")
                    or own not in dataset.frame
                    or planned not in level.frame
                ):
                    continue
                yield from _arm_differs(dataset, own, level, planned)


def _arm_differs(dataset: Dataset, own: str, level: Dataset, planned: str) -> Findings:
    keys = _subject_keys(dataset.frame, level.frame)
    arms = dataset.frame[[*keys, own]]
    first = ~arms.duplicated() & arms[own].notna()
    distinct = arms.loc[first].assign(_POSITION=np.flatnonzero(first))
    base = level.frame[[*keys, planned]].drop_duplicates(keys).dropna(subset=[USUBJID])
    base = base.rename(columns={planned: "_PLANNED"})
    joined = distinct.merge(base, on=keys, how="inner")
    differs = joined.loc[joined[own] != joined["_PLANNED"]].dropna(subset=["_PLANNED"])
    arm_of = dict(
        zip(
            differs["_POSITION"].tolist(),
            zip(differs[own], differs["_PLANNED"], strict=True),
            strict=True,
        )
    )

    def word(position: int) -> Issue:
        arm, other = arm_of[position]
        return found_at(
            dataset,
            position,
            "warning",
            f"{own} is {arm!r} in {dataset.name}, but {planned} of the subject is {other!r} in "
            f"{level.name}.",
            own,
            "Analyses take the arm from the subject-level data; correct the one that is wrong.",
        )

    yield from each_of(list(arm_of), word)


def duplicate_records(study: StudyData) -> Findings:
    """Find several records of one subject, parameter and visit that would be analysed."""
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        visit = AVISITN if AVISITN in frame and frame[AVISITN].notna().any() else AVISIT
        if visit not in frame or PARAMCD not in frame:
            continue
        counted = _analysed(frame, visit)
        keys = [
            *_subject_keys(frame),
            PARAMCD,
            visit,
            *(c for c in ("ATPT", "ATPTN", "BASETYPE", DTYPE) if c in frame),
        ]
        if not (ANL01FL in frame and (frame[ANL01FL] == "Y").any()):
            # Without a flag for the record to analyse, a repeat on another day is no slip.
            keys += [c for c in ("ADT", "ADTM", "ADY", "VISITNUM") if c in frame][:1]
        positions = np.flatnonzero(counted)
        again = frame.iloc[positions][keys].duplicated(keep="first").to_numpy()
        yield from each_of(positions[again].tolist(), partial(_second_record, dataset, visit))


def _second_record(dataset: Dataset, visit: str, position: int) -> Issue:
    record = dataset.frame.iloc[position]
    return found_at(
        dataset,
        position,
        "warning",
        f"{record[PARAMCD]} has more than one record at {_visit_text(record, visit)} for the "
        "subject.",
        visit,
        "Flag the record to be analysed with ANL01FL = Y, or remove the repeat.",
    )


def visit_missing(study: StudyData) -> Findings:
    """Find records with a value but without any visit, once for each data set."""
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        visits = [c for c in (AVISIT, AVISITN) if c in frame]
        if not visits or AVAL not in frame:
            continue
        lost = frame[visits].isna().all(axis=1) & frame[AVAL].notna()
        if "VISIT" in frame:
            # A visit outside the analysis windows has its name there and no analysis visit.
            lost &= frame["VISIT"].isna()
        positions = positions_of(lost)
        if positions:
            yield found_at(
                dataset,
                positions[0],
                "warning",
                f"{counted(len(positions), 'record')} of {dataset.name} with a value have no "
                "visit; the first is of this subject.",
                visits[0],
                "Name the visit in the source if the values belong to one; without it they are "
                "left out of analyses by visit.",
            )


def _visit_text(record: pd.Series, visit: str) -> str:
    if AVISIT in record and not pd.isna(record[AVISIT]):
        return str(record[AVISIT])
    return f"visit {record[visit]:g}" if isinstance(record[visit], float) else str(record[visit])


def _analysed(frame: pd.DataFrame, visit: str) -> npt.NDArray[np.bool_]:
    """Return which records count as the value of a visit."""
    counted = (frame[visit].notna() & frame[USUBJID].notna() & frame[PARAMCD].notna()).to_numpy()
    if AVISITN in frame and frame[AVISITN].dtype.kind in "if":
        counted = counted & (frame[AVISITN] != LAST_COPY_VISIT).to_numpy()
    if AVISIT in frame and frame[AVISIT].dtype == "str":
        unplanned = [v for v in frame[AVISIT].dropna().unique() if "unsch" in v.lower()]
        counted = counted & ~frame[AVISIT].isin(unplanned).to_numpy(dtype=bool)
    if ANL01FL in frame and (frame[ANL01FL] == "Y").any():
        counted = counted & (frame[ANL01FL] == "Y").to_numpy(dtype=bool)
    return np.asarray(counted, dtype=bool)


def _subject_keys(*frames: pd.DataFrame) -> list[str]:
    both = all(STUDYID in f for f in frames)
    return [STUDYID, USUBJID] if both else [USUBJID]


def _keys(frame: pd.DataFrame) -> pd.DataFrame:
    study = frame[STUDYID] if STUDYID in frame else pd.Series("", index=frame.index)
    return pd.DataFrame({STUDYID: study, USUBJID: frame[USUBJID]})
