"""A study without its treatments: arms pooled into one, and all that tells them withheld.

:func:`blind` makes the copy of a study that a blinded team may see. Analyses,
previews, patients and exports are handed that copy in place of the study, so
that nothing behind it can tell an arm, whatever it does. What is withheld is
found by :mod:`.treatment`; the rules stand in ``resources/methods/blinding.md``.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.results import BLINDED, UNBLINDED, Doing, Issue, Progress, no_progress
from sjogren_desktop.study import treatment
from sjogren_desktop.study.data import (
    PARAM,
    PARAMCD,
    STUDYID,
    TRT01A,
    TRT01P,
    TRTA,
    TRTP,
    USUBJID,
    Dataset,
    Part,
    StudyData,
)
from sjogren_desktop.study.patients import TELLS_TREATMENT
from sjogren_desktop.study.treatment import ALL_PATIENTS
from sjogren_desktop.study.unblinding import GuardedStudy
from sjogren_desktop.study.wording import counted

WITHHELD = "[withheld]"
"""Stands in texts for the name of an arm or drug."""

_POOLED = (TRT01P, TRT01A, TRTP, TRTA)
_TREATMENT_NAME = ("EXTRT", "ECTRT")
_NO_TREATMENT_TEXT = frozenset({STUDYID, USUBJID, "SUBJID", "SITEID"})
_TESTS = (PARAM, PARAMCD, "LBTEST", "LBTESTCD")
_DOSE_WORD = re.compile(r"dos(?:e|is|age|ing)", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Blinded:
    """A study without its treatments, and what was withheld to make it so.

    Parameters
    ----------
    study : StudyData
    withheld : tuple of str
        One sentence for each data set and for the study as a whole. They name
        variables and data sets, no values.
    """

    study: StudyData
    withheld: tuple[str, ...]


def blind(study: StudyData, progress: Progress = no_progress) -> Blinded:
    """Return the copy of a study that tells no treatment.

    Subjects in an arm are pooled into :data:`ALL_PATIENTS`; those that never
    were in one (screen failures) stay in none. A study without treatments
    comes back as it is, marked blinded.
    """
    arms = treatment.arms_of(study)
    hide = _Hide(treatment.masker(treatment.terms(study)))
    kept: list[Dataset] = []
    withheld: list[str] = []
    hidden: dict[str, frozenset[str]] = {}
    unordered: set[str] = set()
    for number, dataset in enumerate(study.datasets):
        progress(
            number / len(study.datasets), Doing("Blinding {name}", name=hide.text(dataset.name))
        )
        if dataset.name in treatment.TELLS_DATASETS or treatment.is_one_sided(study, dataset, arms):
            withheld.append(f"{hide.text(dataset.name)}: the whole data set tells the treatment.")
            hidden.update({source: frozenset({""}) for source in dataset.sources})
            continue
        made, columns, sentences = _blind_dataset(study, dataset, arms, hide)
        withheld += sentences
        for source in dataset.sources:
            hidden[source] = hidden.get(source, frozenset()) | columns
        if dataset.parts and not made.parts:
            unordered.update(dataset.sources)
        kept.append(made)
    if len(arms.keys) and treatment.subject_numbers_tell(arms):
        withheld.append(
            "The subject numbers themselves seem to follow the arms, which cannot be hidden here."
        )
    progress(0.95, "Blinding the findings")
    issues, count = _blind_issues(study.issues, hidden, unordered, hide)
    if count:
        withheld.append(f"{counted(count, 'finding')} about the treatment.")
    return Blinded(
        StudyData(
            tuple(kept),
            issues,
            hide.text(study.source),
            study.synthetic,
            blinding=BLINDED,
            event_edits=study.event_edits,
            event_lists=study.event_lists,
        ),
        tuple(withheld),
    )


def guard(
    study: StudyData, progress: Progress = no_progress, *, synthetic_too: bool = False
) -> GuardedStudy:
    """Return a study as it opens: with its blinded copy, if there is a blind to keep.

    There is none where nothing tells a treatment, nor in a synthetic study,
    whose arms nobody could be blinded to; ``synthetic_too`` makes the copy all
    the same, to look at the program as a blinded team has it.
    """
    if not treatment.has_treatment(study) or (study.synthetic and not synthetic_too):
        return GuardedStudy(study)
    made = blind(study, progress)
    return GuardedStudy(study, made.study, made.withheld)


def blind_copy(study: StudyData, progress: Progress) -> tuple[StudyData | None, tuple[str, ...]]:
    """Return the copy :func:`guard` makes, of a synthetic study too, and what it withholds.

    The study itself is not in it, so that a process that is given it need not send it back.
    """
    guarded = guard(study, progress, synthetic_too=True)
    return guarded.blinded, guarded.withheld


def with_arms(study: StudyData) -> StudyData:
    """Return a study marked as showing its treatments, if there is a blind to break."""
    if study.synthetic or not treatment.has_treatment(study):
        return study
    return dataclasses.replace(study, blinding=UNBLINDED)


def treatment_of(study: StudyData, subject: str) -> tuple[tuple[str, str], ...]:
    """Return what the subject-level data say of the treatment of one subject.

    Parameters
    ----------
    subject : str
        Key of the subject (see :meth:`.data.StudyData.subject_keys`).

    Returns
    -------
    tuple of (str, str)
        Label of each variable of the arm with its value; empty where there is
        no such subject.
    """
    dataset = study.of_kind("ADSL")[0] if study.of_kind("ADSL") else None
    if dataset is None or USUBJID not in dataset.frame:
        return ()
    frame = dataset.frame
    mine = frame.loc[(study.subject_keys(frame) == subject).fillna(False).to_numpy(dtype=bool)]
    found: list[tuple[str, str]] = []
    for column in frame.columns:
        label = dataset.labels.get(column, "")
        if not treatment.tells_by_name(str(column), label) or frame[column].dtype.kind in "if":
            continue
        values = mine[column].dropna().astype(str).unique()
        found += [(f"{label} ({column})" if label else str(column), text) for text in values]
    return tuple(found)


@dataclass(frozen=True)
class _Hide:
    """Takes names of arms and drugs out of texts."""

    pattern: re.Pattern[str] | None

    def text(self, text: str) -> str:
        return self.pattern.sub(WITHHELD, text) if self.pattern else text

    def column(self, values: pd.Series) -> pd.Series:
        """Return a column of texts without the names; itself where it holds none."""
        if self.pattern is None or values.dtype.kind in "ifMmb":
            return values
        codes, distinct = pd.factorize(values)
        told = [v if not isinstance(v, str) else self.text(v) for v in distinct.tolist()]
        if told == distinct.tolist():
            return values
        texts = np.array([*told, None], dtype=object)
        return pd.Series(texts[codes], index=values.index, dtype=values.dtype)

    def file(self, name: str) -> str:
        """Return a file name without the names, its suffix kept."""
        return f"{self.text(PurePath(name).stem)}{PurePath(name).suffix}"


def _blind_dataset(
    study: StudyData, dataset: Dataset, arms: treatment.Arms, hide: _Hide
) -> tuple[Dataset, frozenset[str], list[str]]:
    """Return the data set blinded, the columns withheld, and sentences that say so."""
    frame, labels = dataset.frame, dataset.labels
    named = [
        c
        for c in frame.columns
        if treatment.tells_by_name(str(c), labels.get(c, "")) or hide.text(str(c)) != str(c)
    ]
    associated = list(treatment.separated_columns(study, dataset, arms, named))
    columns = [*named, *associated]
    name = hide.text(dataset.name)
    sentences = [f"{name}: {', '.join(map(hide.text, map(str, columns)))}."] if columns else []
    pooled = _pooled(frame, dataset.kind)
    rest = frame.drop(columns=columns)
    for column, pool in pooled.items():
        rest[column] = pool
    masked = {}
    for column in rest.columns:
        if column not in _NO_TREATMENT_TEXT and column not in pooled:
            values = rest[column]  # another object each time it is asked for
            told = hide.column(values)
            if told is not values:
                masked[column] = told
    rest = rest.assign(**masked)
    parts = tuple(
        dataclasses.replace(p, file=hide.file(p.file), sheet=hide.text(p.sheet))
        for p in dataset.parts
    )
    drop = _told_by_tests(rest, name)
    if drop.any():
        sentences.append(f"{name}: {counted(int(drop.sum()), 'record')} of tests that tell it.")
        parts = _without(parts, drop)
        rest = rest.loc[~drop].reset_index(drop=True)
    if treatment.stands_by_arm(study, rest, arms):
        sentences.append(f"{name}: the order of the records; they are sorted by subject instead.")
        keys = [c for c in (STUDYID, USUBJID) if c in rest]
        rest = rest.sort_values(keys, kind="stable", ignore_index=True)
        parts = ()
    made = Dataset(
        name,
        dataset.kind,
        rest,
        {c: hide.text(text) for c, text in labels.items() if c in rest and c not in pooled},
        tuple(map(hide.file, dataset.sources)),
        hide.text(dataset.label),
        parts,
    )
    if _is_same(made, dataset) and not (columns or pooled or masked or sentences):
        made = dataset  # what tells nothing need not be kept, or sent to a process, twice
    return made, frozenset(map(str, columns)), sentences


def _is_same(made: Dataset, dataset: Dataset) -> bool:
    """Say whether two data sets of the same records are called the same everywhere."""
    return (
        (made.name, made.labels, made.sources, made.label)
        == (dataset.name, dict(dataset.labels), dataset.sources, dataset.label)
        and [(p.file, p.sheet) for p in made.parts] == [(p.file, p.sheet) for p in dataset.parts]
    )  # fmt: skip


def _pooled(frame: pd.DataFrame, kind: str) -> Mapping[str, pd.Series]:
    """Return the arm variables with one arm in place of all, and treatments without a name."""
    made: dict[str, pd.Series] = {}
    for column in (*_POOLED, *_TREATMENT_NAME):
        if column in frame and frame[column].notna().any():
            text = ALL_PATIENTS if column in _POOLED else "Study treatment"
            made[column] = _one_value(frame[column], text)
    if kind == "ADSL" and not {TRT01P, TRT01A} & set(made) and "ARM" in frame:
        made[TRT01P] = _one_value(frame["ARM"], ALL_PATIENTS)
    return made


def _one_value(values: pd.Series, text: str) -> pd.Series:
    return pd.Series(
        np.where(treatment.is_arm(values), text, None), index=values.index, dtype="str"
    )


def _told_by_tests(frame: pd.DataFrame, name: str) -> npt.NDArray[np.bool_]:
    """Return which records are of tests that show the treatment, or of doses given."""
    told = np.zeros(len(frame), dtype=bool)
    exposure = bool(re.match(r"(?:AD)?E[XC]", name))

    def tells(value: object) -> bool:
        text = str(value)
        return bool(TELLS_TREATMENT.search(text) or (exposure and _DOSE_WORD.search(text)))

    for column in _TESTS:
        if column in frame and frame[column].dtype.kind not in "ifM":
            told |= _where(frame[column], tells)
    if "QNAM" in frame:
        told |= _where(frame["QNAM"], lambda name: treatment.tells_by_name(str(name)))
    return told


def _where(values: pd.Series, holds: Callable[[object], bool]) -> npt.NDArray[np.bool_]:
    codes, distinct = pd.factorize(values)
    answers = np.array([*(holds(v) for v in distinct.tolist()), False], dtype=bool)
    return np.asarray(answers[codes])


def _without(parts: tuple[Part, ...], drop: npt.NDArray[np.bool_]) -> tuple[Part, ...]:
    """Return where records stand in their files once some are left out."""
    before = np.concatenate([[0], np.cumsum(~drop)])
    made = []
    for part in parts:
        kept = ~drop[part.start : part.stop]
        rows = None if part.rows is None else part.rows[kept]
        start, stop = int(before[part.start]), int(before[part.stop])
        made.append(dataclasses.replace(part, start=start, stop=stop, rows=rows))
    return tuple(made)


def _blind_issues(
    issues: tuple[Issue, ...],
    hidden: Mapping[str, frozenset[str]],
    unordered: set[str],
    hide: _Hide,
) -> tuple[tuple[Issue, ...], int]:
    """Return the findings that tell no treatment, and how many were left out."""
    kept = []
    for issue in issues:
        columns = hidden.get(issue.file, frozenset())
        by_name = bool(issue.column) and treatment.tells_by_name(issue.column)
        if by_name or "" in columns or issue.column in columns - {""}:
            continue
        kept.append(
            dataclasses.replace(
                issue,
                message=hide.text(issue.message),
                action=hide.text(issue.action),
                file=hide.file(issue.file) if issue.file else "",
                sheet=hide.text(issue.sheet),
                row=None if issue.file in unordered else issue.row,
            )
        )
    return tuple(kept), len(issues) - len(kept)
