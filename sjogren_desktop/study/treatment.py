"""What in a study tells the treatment of a patient, by name, by value and by association.

Three rules, each stated in ``resources/methods/blinding.md`` (BL.1 to BL.3):

* names: variables of the standard for arms, treatments and doses, the usual
  headers of site sheets, and data sets that hold drug concentrations;
* association: a variable that divides the arms into groups that share none of
  its values, a data set that only some arms have records in, and an order in
  which each arm stands together, where chance would not do that;
* values: texts that hold an arm's name, its code or the name of its drug.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    AVISITN,
    BASE,
    CHG,
    PARAM,
    PARAMCD,
    SITEID,
    STUDYID,
    TRT01A,
    TRT01P,
    USUBJID,
    Dataset,
    StudyData,
)

ALL_PATIENTS = "All patients"
"""The one arm of a study that is blinded or has none."""

NOT_AN_ARM = (
    *("screen failure", "screening failure", "screen fail", "screen failed", "scrnfail"),
    *("not assigned", "notassgn", "not randomized", "not randomised"),
    *("not treated", "nottrt", "unplanned treatment", "unplan"),
)
"""What stands in an arm variable of subjects who were never in an arm."""

TELLS_DATASETS = frozenset(
    {"TA", "TE", "SE", "PC", "PP", "IS", "ADPC", "ADPP", "ADPK", "ADIS", "ADADA"}
)
"""Data sets of arms and elements, of drug concentrations and of antibodies against the drug."""

_ARM_NAME = re.compile(
    r"(?:ACT|PLAN)?ARM(?:CD|N|NRS|UD|CDN)?"
    r"|TRT\d{0,2}[PA]?N?|TRTSEQ[PA]?N?|TR(?:T|\d\d)[PA]G\d+N?|TRT(?:GRP|GROUP|CD|CODE|NAME)N?"
    r"|RAND(?:NO|NUM|ID|ARM|TRT)|KIT\w*|MED(?:NO|ID|NUM)|PACK(?:NO|ID)"
    r"|ETCD|ELEMENT"
)
_DOSE_NAME = re.compile(
    r"DOSE(?:\d\d)?[PAU]?|DOSEON\w*|DOSEAEON|DOSC?CUM\w*|CUMDOSE\w*|DOSECUM\w*|AVGDD|AVGDOSE"
    r"|E[XC](?:TRT|DECOD|CAT|SCAT|DOSE\w*|DOSU|DOSFRM|DOSFRQ|DOSRGM|DOSTXT|DOSTOT|PDOSE\w*|PSTRG\w*"
    r"|ROUTE|LOT|VAMT\w*|ADJ|REFID|LNKID|LNKGRP)"
)
_WORD = (
    r"(?:TREATMENTS?|THERAPY|ARM|STUDY ?DRUG|TRIAL ?DRUG|INVESTIGATIONAL PRODUCT|IMP|ALLOCATION"
    r"|BEHANDLUNG|THERAPIE|TRAITEMENT|TRATAMIENTO|TRATTAMENTO)"
)
_HEADER = re.compile(
    r"(?:(?:PLANNED|ACTUAL|RANDOMI[SZ]ED|ASSIGNED|STUDY|TRIAL|RANDOMI[SZ]ATION|DESCRIPTION OF) )*"
    rf"{_WORD}(?: ?(?:ARMS?|GROUPS?|GRP|CODE|CD|NAME|ASSIGNED|ASSIGNMENT|ALLOCATED|RECEIVED|GIVEN"
    r"|SEQUENCE|NO|NUMBER|NUMERIC|N|SGRUPPE|SARM|FOR PERIOD \d+|\d+|\(N\)))*"
    r"|(?:RANDOMI[SZ](?:ED|ATION) |STUDY |TRIAL )?(?:GROUP|GRP|GRUPPE|GROUPE|GRUPO|KOHORTE)"
    r"|RANDOMI[SZ]ATION (?:NO|NUMBER|CODE)\.?|RANDOMI[SZ]ED TO"
)
_ORDINARY = frozenset(
    re.findall(
        r"\w+",
        """
    active add after against arm assigned before blind blinded capsule care cohort combination
    comparator control controlled course daily day days dose doses double drug each every final
    first follow followed following from group high infusion initial injection intravenous label
    level loading long low maintenance matching maximum medium middle minimum month monthly
    months multiple none normal once only open oral other part patient patients period phase plus
    quarterly randomised randomized reference regimen release second sequence short single
    standard study subcutaneous subject subjects switch tablet target test then therapy third
    topical total treated treatment trial trt twice unit units usual vehicle week weekly weeks
    with without year years yes
    """,
    )
)
"""Words that do not by themselves tell which arm is meant."""

_KEPT = frozenset(
    {STUDYID, USUBJID, "SUBJID", SITEID, PARAMCD, PARAM, AVISIT, AVISITN, AVAL, BASE, CHG}
)
_CHANCE = np.log(1e-4)
"""Probability under which a separation of the arms is taken for more than chance (BL.2)."""

_FEWEST = 10
"""Subjects a study needs before an order of its arms can be told from chance."""

_SAMPLE = 20_000


def tells_by_name(column: str, label: str = "") -> bool:
    """Say whether a variable tells the treatment by its name or label (BL.1)."""
    name = column.upper()
    if _ARM_NAME.fullmatch(name) or _DOSE_NAME.fullmatch(name):
        return True
    words = " ".join(re.split(r"[\W_]+", name)).strip()
    labelled = " ".join(re.split(r"[\W_]+", label.upper())).strip()
    return bool(_HEADER.fullmatch(words) or (labelled and _HEADER.fullmatch(labelled)))


def has_treatment(study: StudyData) -> bool:
    """Say whether anything in a study tells treatments by its name."""
    return any(
        d.name in TELLS_DATASETS
        or any(tells_by_name(str(c), d.labels.get(c, "")) for c in d.frame.columns)
        for d in study.datasets
    )


def is_arm(values: pd.Series) -> npt.NDArray[np.bool_]:
    """Say which values of an arm variable name an arm."""
    codes, distinct = pd.factorize(values)
    names = [str(v).strip().lower() not in NOT_AN_ARM for v in distinct]
    # One place more, which the code -1 of missing values reaches.
    return np.array([*names, False], dtype=bool)[codes]


# ------------------------------------------------------------------ association (BL.2)


@dataclass(frozen=True, eq=False)
class Arms:
    """Who is in which arm: by study and subject key, for those that are in one."""

    keys: pd.Index
    studies: npt.NDArray[np.intp]
    arms: npt.NDArray[np.intp]

    def place(self, study: StudyData, frame: pd.DataFrame) -> npt.NDArray[np.intp]:
        """Return the place of the subject of every record, -1 where it is in no arm."""
        return np.asarray(self.keys.get_indexer(pd.Index(study.subject_keys(frame))))


def arms_of(study: StudyData) -> Arms:
    """Return the arms of a study's subjects, empty where the study has none."""
    levels = study.of_kind("ADSL")
    empty = np.empty(0, dtype=np.intp)
    if not levels or USUBJID not in levels[0].frame:
        return Arms(pd.Index([]), empty, empty)
    frame = levels[0].frame
    named = next((c for c in (TRT01P, TRT01A, "ARM") if c in frame and frame[c].notna().any()), "")
    if not named:
        return Arms(pd.Index([]), empty, empty)
    keep = is_arm(frame[named]) & frame[USUBJID].notna().to_numpy()
    people = frame.loc[keep]
    people = people.assign(_KEY=study.subject_keys(people)).drop_duplicates("_KEY")
    ids = people[STUDYID] if STUDYID in people else pd.Series("", index=people.index)
    return Arms(
        pd.Index(people["_KEY"]),
        np.asarray(pd.factorize(ids)[0], dtype=np.intp),
        np.asarray(pd.factorize(people[named].astype("object"))[0], dtype=np.intp),
    )


def separated_columns(
    study: StudyData, dataset: Dataset, arms: Arms, skip: Collection[str]
) -> Iterator[str]:
    """Yield the columns of a data set whose values separate the arms of a study."""
    frame = dataset.frame
    if USUBJID not in frame or not len(arms.keys):
        return
    place = arms.place(study, frame)
    known = np.flatnonzero(place >= 0)
    for column in frame.columns:
        if column in skip or column in _KEPT:
            continue
        values = frame[column]
        if _separates(values, place, known, arms) or (
            dataset.kind == "ADSL" and values.dtype.kind in "if" and _orders(values, place, arms)
        ):
            yield str(column)


def is_one_sided(study: StudyData, dataset: Dataset, arms: Arms) -> bool:
    """Say whether having records in a data set separates the arms of a study."""
    if USUBJID not in dataset.frame or dataset.kind == "ADSL":
        return False
    present = np.zeros(len(arms.keys), dtype=np.intp)
    place = arms.place(study, dataset.frame)
    present[place[place >= 0]] = 1
    everybody = np.arange(len(arms.keys))
    return _any_study(present, everybody, arms)


def stands_by_arm(study: StudyData, frame: pd.DataFrame, arms: Arms) -> bool:
    """Say whether the records are ordered so that each arm stands together."""
    if USUBJID not in frame:
        return False
    place = arms.place(study, frame)
    first = pd.unique(place[place >= 0])
    return _blocks(np.asarray(first, dtype=np.intp), arms)


def subject_numbers_tell(arms: Arms) -> bool:
    """Say whether the arms stand together when subjects are sorted by their numbers."""
    order = np.argsort(arms.keys.to_numpy(dtype=str), kind="stable")
    return _blocks(np.asarray(order, dtype=np.intp), arms)


def _separates(
    values: pd.Series, place: npt.NDArray[np.intp], known: npt.NDArray[np.intp], arms: Arms
) -> bool:
    step = max(1, len(known) // _SAMPLE)
    if step > 1:
        # Values that connect all arms in a part of the records do so in all of them.
        part = known[::step]
        codes, _ = pd.factorize(values.iloc[part], use_na_sentinel=False)
        if not _any_study(np.asarray(codes), place[part], arms, count_chance=False):
            return False
    codes, _ = pd.factorize(values.iloc[known], use_na_sentinel=False)
    return _any_study(np.asarray(codes), place[known], arms)


def _any_study(
    codes: npt.NDArray[np.intp],
    place: npt.NDArray[np.intp],
    arms: Arms,
    *,
    count_chance: bool = True,
) -> bool:
    """Say whether values, one a record, separate the arms of any one study."""
    for study in np.unique(arms.studies):
        mine = arms.studies[place] == study
        everyone = arms.arms[arms.studies == study]
        if len(np.unique(everyone)) < 2 or not mine.any():
            continue
        pairs = np.unique(np.stack([place[mine], codes[mine]]), axis=1)
        if _divides(pairs[1], arms.arms[pairs[0]], everyone, count_chance=count_chance):
            return True
    return False


def _divides(
    codes: npt.NDArray[np.intp],
    arm: npt.NDArray[np.intp],
    everyone: npt.NDArray[np.intp],
    *,
    count_chance: bool,
) -> bool:
    """Say whether the values fall into groups that share no arm, beyond chance.

    The chance is that of each value meeting subjects of one group of arms only,
    the product over values of sum(share of group ** subjects with the value).
    """
    names = np.unique(everyone)
    distinct, levels = np.unique(codes, return_inverse=True)
    column = np.searchsorted(names, arm)
    counts = np.zeros((len(distinct), len(names)), dtype=np.int64)
    np.add.at(counts, (levels, column), 1)
    present = counts > 0
    joined = np.eye(len(names), dtype=bool) | (present.T.astype(int) @ present.astype(int) > 0)
    for _ in names:
        joined = (joined.astype(int) @ joined.astype(int)) > 0
    groups = np.unique(joined, axis=0)
    if len(groups) < 2:
        return False
    if not count_chance:
        return True
    sizes = np.bincount(np.searchsorted(names, everyone), minlength=len(names))
    shares = np.array([sizes[group].sum() for group in groups]) / sizes.sum()
    met = counts.sum(axis=1)
    return bool(np.log((shares[None, :] ** met[:, None]).sum(axis=1)).sum() < _CHANCE)


def _orders(values: pd.Series, place: npt.NDArray[np.intp], arms: Arms) -> bool:
    """Say whether sorting subjects by a number brings the arms together."""
    known = np.flatnonzero((place >= 0) & values.notna().to_numpy())
    numbers = values.to_numpy(dtype=float, na_value=np.nan)[known]
    if len(known) < _FEWEST or len(np.unique(numbers)) < 0.8 * len(known):
        return False
    return _blocks(place[known[np.argsort(numbers, kind="stable")]], arms)


def _blocks(order: npt.NDArray[np.intp], arms: Arms) -> bool:
    """Say whether subjects in an order have less than half the changes of arm of chance."""
    for study in np.unique(arms.studies):
        sequence = arms.arms[order[arms.studies[order] == study]]
        if len(sequence) < _FEWEST or len(np.unique(sequence)) < 2:
            continue
        shares = np.bincount(sequence) / len(sequence)
        expected = (len(sequence) - 1) * (1 - (shares**2).sum())
        if np.count_nonzero(np.diff(sequence)) < expected / 2:
            return True
    return False


# ------------------------------------------------------------------ values (BL.3)


def terms(study: StudyData) -> tuple[str, ...]:
    """Return the names and codes of arms and drugs, longest first, as texts are searched for them.

    Words that any text may hold (*high*, *active*, *weekly*) are not among
    them unless they belong to a longer name.
    """
    found: dict[str, str] = {}
    for dataset in study.datasets:
        for column in dataset.frame.columns:
            values = dataset.frame[column]
            label = dataset.labels.get(column, "")
            named = column in ("EXTRT", "ECTRT", "EXDECOD") or (
                tells_by_name(str(column), label) and not _DOSE_NAME.fullmatch(str(column))
            )
            if values.dtype.kind in "ifMb" or not named:
                continue
            distinct = values.dropna().astype(str).unique()
            if len(distinct) > 200:  # numbers of kits and randomisation, not names
                continue
            for name in distinct:
                found.update({t.casefold(): t for t in _terms_of(name.strip())})
    return tuple(sorted(found.values(), key=lambda t: (-len(t), t)))


def _terms_of(name: str) -> Iterator[str]:
    if name.lower() in NOT_AN_ARM:
        return
    words = re.findall(r"[^\W\d_]+", name)
    telling = [w for w in words if len(w) >= 5 and w.lower() not in _ORDINARY]
    compound = len(re.findall(r"\w+", name)) > 1 or bool(re.search(r"\d", name) and words)
    if len(name) >= 3 and words and (compound or name.lower() not in _ORDINARY):
        yield name
    yield from telling


def masker(found: Iterable[str]) -> re.Pattern[str] | None:
    """Return the pattern that finds any of the terms as a whole word, whatever its case."""
    parts = [r"[\s_-]+".join(map(re.escape, re.split(r"[\s_-]+", term))) for term in found]
    if not parts:
        return None
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])", re.IGNORECASE)
