"""Whose adverse events are counted, which events count, and the counting itself.

Every safety table starts here, so that all of them have the same denominators:
the subjects of the population in the arm, with or without events. A subject is
counted once in a row however many records it has. Rules AE.1 to AE.5 in
``resources/methods/adverse_events.md``; proved through the tables that use it
(``tests/analyses/test_ae_overview.py``, ``test_ae_terms.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses import subset
from sjogren_desktop.analyses.periods import note_of, of_later_treatment
from sjogren_desktop.results import AnalysisError, Table
from sjogren_desktop.study import emergence
from sjogren_desktop.study.data import STUDYID, TRTEMFL, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

IntArray = npt.NDArray[np.intp]
Mask = npt.NDArray[np.bool_]
Members = list[tuple[tuple[str, ...], ...]]
"""Keys of subjects by row and arm."""

REPORTED = f"All reported events are counted: {emergence.NOT_DERIVABLE}."
_UNRELATED = frozenset(
    {"N", "NO", "NONE", "NOT RELATED", "UNRELATED", "UNLIKELY", "UNLIKELY RELATED", "REMOTE"}
    | {"NOT SUSPECTED", "NO RELATIONSHIP", "NO REASONABLE POSSIBILITY", "DOUBTFUL"}
    | {"NOT LIKELY", "NOT LIKELY RELATED", "PROBABLY NOT RELATED", "DEFINITELY NOT RELATED"}
)
_YES = frozenset({"Y", "YES", "1", "TRUE"})
_WITHDRAWN = frozenset(
    {"DRUG WITHDRAWN", "WITHDRAWN", "PERMANENTLY DISCONTINUED", "DISCONTINUED"}
    | {"DRUG PERMANENTLY DISCONTINUED", "DRUG DISCONTINUED", "TREATMENT DISCONTINUED"}
)
_INTERRUPTED = frozenset({"DRUG INTERRUPTED", "INTERRUPTED", "TEMPORARILY INTERRUPTED"})
_FATAL = frozenset({"FATAL", "DEATH"})
_UNRELATED_BEGINS = ("NOT RELATED", "UNRELATED", "UNLIKELY", "NOT SUSPECTED", "NOT LIKELY")
_SEVERITIES = (
    re.compile(r"\bMILD\b"),
    re.compile(r"\bMOD(?:ERATE)?\b"),
    re.compile(r"\bSEV(?:ERE)?\b"),
    re.compile(r"\bLIFE.?THREATENING\b"),
    re.compile(r"\bFATAL\b|\bDEATH\b"),
)
_GRADE = re.compile(r"(?:GRADE|GR\.?|G)?\s*([1-5])(?:\s*[-:].*)?")


@dataclass(frozen=True, eq=False)
class Cohort:
    """The subjects of a safety table: one row each, with the codes of arm and study.

    Parameters
    ----------
    scope, population : str
        Study identifier or "Pooled"; label of the population.
    arms : tuple of str
        In display order.
    styles : tuple of int
        Place of each arm among all arms of all studies, which fixes its colour.
    studies : tuple of str
        The strata of pooled comparisons.
    people : DataFrame
    arm, study : array of int, shape (subjects,)
        Places in ``arms`` and ``studies``.
    notes : tuple of str
    """

    scope: str
    population: str
    arms: tuple[str, ...]
    styles: tuple[int, ...]
    studies: tuple[str, ...]
    people: pd.DataFrame
    arm: IntArray
    study: IntArray
    notes: tuple[str, ...] = ()

    @cached_property
    def sizes(self) -> npt.NDArray[np.int64]:
        """Number of subjects by arm and study."""
        cells = np.bincount(
            self.arm * len(self.studies) + self.study,
            minlength=len(self.arms) * len(self.studies),
        )
        return cells.reshape(len(self.arms), len(self.studies)).astype(np.int64)

    @cached_property
    def arm_sizes(self) -> npt.NDArray[np.int64]:
        """Number of subjects by arm."""
        return np.asarray(self.sizes.sum(axis=1), dtype=np.int64)

    def header(self, arm: int) -> str:
        """Return the column head of an arm, with its N."""
        return f"{self.arms[arm]}\n(N={self.arm_sizes[arm]})"

    def positions(self, study: StudyData, frame: pd.DataFrame, *, every: bool = False) -> IntArray:
        """Return the place in ``people`` of the subject of each record, -1 for nobody's.

        Nobody's are also records of a later treatment than that of the subject's arm (PD.2),
        unless ``every`` record is wanted.
        """
        import pandas as pd

        if USUBJID not in frame:
            raise AnalysisError(
                "A data set has no USUBJID, so its records belong to nobody. "
                "Add the variable and import again."
            )
        keys = study.subject_keys(frame)
        codes, distinct = pd.factorize(keys)
        places = pd.Index(self.people[who.SUBJECT]).get_indexer(pd.Index(distinct))
        # A record without subject has code -1, which finds the -1 appended.
        place = np.asarray(np.append(places, -1)[codes], dtype=np.intp)
        return (
            place if every else np.where(of_later_treatment(self.people, frame, place), -1, place)
        )

    def count(self, people: IntArray, group: IntArray, groups: int) -> npt.NDArray[np.int64]:
        """Count subjects once a group (AE.2): shape (groups, arms, studies).

        Parameters
        ----------
        people, group : array of int, shape (records,)
            Place of the subject, and the group of each record.
        """
        pairs = np.unique(group.astype(np.int64) * len(self.people) + people)
        g, person = pairs // max(len(self.people), 1), pairs % max(len(self.people), 1)
        shape = (groups, len(self.arms), len(self.studies))
        cell = (g * shape[1] + self.arm[person]) * shape[2] + self.study[person]
        return np.bincount(cell, minlength=int(np.prod(shape))).reshape(shape).astype(np.int64)

    @cached_property
    def keys(self) -> npt.NDArray[np.object_]:
        """The key of each subject, as :meth:`.study.data.StudyData.subject_keys` gives it."""
        return self.people[who.SUBJECT].astype("object").to_numpy()

    def named(self, chosen: IntArray | Mask) -> tuple[str, ...]:
        """Return the keys of subjects by their places, each once."""
        places = np.flatnonzero(chosen) if chosen.dtype == bool else np.unique(chosen)
        return tuple(self.keys[places].tolist())

    def members(self, people: IntArray, group: IntArray, groups: int) -> Members:
        """Return the keys of the subjects counted by :meth:`count`, by group and arm."""
        pairs = np.unique(group.astype(np.int64) * len(self.people) + people)
        g, person = pairs // max(len(self.people), 1), pairs % max(len(self.people), 1)
        arms = len(self.arms)
        cell = g * arms + self.arm[person]
        order = np.argsort(cell, kind="stable")
        keys = self.keys[person[order]].tolist()
        edges = np.searchsorted(cell[order], np.arange(groups * arms + 1)).tolist()
        found = [tuple(keys[a:b]) for a, b in pairwise(edges)]
        return [tuple(found[i * arms : (i + 1) * arms]) for i in range(groups)]

    def count_records(self, people: IntArray, group: IntArray, groups: int) -> IntArray:
        """Count records: shape (groups, arms)."""
        cell = group * len(self.arms) + self.arm[people]
        counts = np.bincount(cell, minlength=groups * len(self.arms))
        return np.asarray(counts.reshape(groups, len(self.arms)))


def cohort(study: StudyData, values: Mapping[str, object]) -> Cohort:
    """Return the subjects of the study, population and arms chosen.

    Raises
    ------
    AnalysisError
        If no arm is chosen or no subject is left.
    """
    scope, flag, arms = str(values["study"]), str(values["population"]), values["arms"]
    assert isinstance(arms, tuple)
    if not arms:
        raise AnalysisError("No arm is chosen. Tick at least one treatment arm.")
    everyone = who.in_scope(who.subjects(study, actual=True), scope)
    people = who.in_population(everyone, flag)
    people = people.loc[people[who.ARM].isin(arms)]
    only = str(values.get("subset", ""))
    people = people.loc[subset.chosen(people, only)]
    label = who.population_label(flag) + (f", {subset.described(only)}" if only.strip() else "")
    notes = []
    twice = people[who.SUBJECT].duplicated()
    if twice.any():
        notes.append(
            f"{int(twice.sum())} subject-level records repeat a subject; the first of each counts."
        )
        people = people.loc[~twice]
    people = people.reset_index(drop=True)
    notes += note_of(people)
    if people.empty:
        raise AnalysisError(f"No subject of {scope} is in the {label}. Choose another population.")
    order = who.arm_order(study, actual=True)
    names = tuple(str(a) for a in arms)
    code = {a: i for i, a in enumerate(names)}
    named = (
        people[STUDYID].fillna("").astype(str).tolist() if STUDYID in people else [""] * len(people)
    )
    studies = tuple(sorted(set(named)))
    place = {s: i for i, s in enumerate(studies)}
    return Cohort(
        scope,
        label,
        names,
        tuple(order.index(a) for a in names),
        studies,
        people,
        # Lists are gone through several times as fast as columns of texts.
        np.array([code[a] for a in people[who.ARM].tolist()], dtype=np.intp),
        np.array([place[s] for s in named], dtype=np.intp),
        tuple(notes),
    )


@dataclass(frozen=True, eq=False)
class Events:
    """Adverse event records of a cohort: the frame, and each record's subject.

    ``emergent`` says how treatment-emergent events were told apart; ``reported`` that this
    could not be done, at least in one study, and all of its reported events are there.
    """

    frame: pd.DataFrame
    people: IntArray
    emergent: str
    notes: tuple[str, ...] = ()
    reported: bool = False

    def where(self, mask: Mask) -> Events:
        """Return the records of a mask."""
        return replace(self, frame=self.frame.loc[mask], people=self.people[mask])

    @property
    def called(self) -> str:
        """What the events are called in titles."""
        return (
            "All reported adverse events" if self.reported else "Treatment-emergent adverse events"
        )

    def below(self, table: Table) -> Table:
        """Return a table with what stands below it where events could not be told apart."""
        more = (REPORTED,) if self.reported else ()
        return replace(table, footnotes=(*table.footnotes, *more))

    def __len__(self) -> int:
        return len(self.people)


def adverse_events(
    study: StudyData, group: Cohort, *, emergent: bool = True, every: bool = False
) -> Events:
    """Return the (treatment-emergent) adverse events of the cohort (AE.1).

    With ``every``, also those of later treatments (PD.2), which listings do not leave out.
    """
    frame = who.in_scope(study.of_kind("ADAE")[0].frame, group.scope)
    whole = group.positions(study, frame, every=True)
    people = whole if every else group.positions(study, frame)
    known = people >= 0
    notes = []
    if after := int((whole != people).sum()):
        notes.append(f"{after} event records of later treatments are left out.")
    if left_out := int((whole < 0).sum()):
        notes.append(f"{left_out} event records belong to subjects outside the population or arms.")
    events = Events(frame.loc[known], people[known], "All records")
    if not emergent:
        return Events(events.frame, events.people, events.emergent, tuple(notes))
    mask, text, note, reported = _emergent(study, events)
    chosen = events.where(mask)
    return Events(chosen.frame, chosen.people, text, (*notes, *note), reported)


def _emergent(study: StudyData, events: Events) -> tuple[Mask, str, tuple[str, ...], bool]:
    """Say which events count, how that was told, notes, and whether all that were reported do."""
    frame = events.frame
    by_flag = emergence.flagged(frame)
    mask = is_yes(frame[TRTEMFL]) if by_flag.any() else by_flag
    if by_flag.all():
        return mask, "As flagged in the data (TRTEMFL = Y)", (), False
    found = emergence.begun(study, frame)
    told = by_flag | emergence.within_study(frame, found.told & ~by_flag)
    texts, notes = [], []
    if by_flag.any():
        texts.append("As flagged in the data (TRTEMFL = Y)")
    if (told & ~by_flag).any():
        where = _studies(frame, told & ~by_flag, by_flag.any() or not told.all())
        signs = ", else ".join(found.signs)
        texts.append(f"in {where}: {signs}" if where else f"{signs[0].upper()}{signs[1:]}")
        notes.append(
            f"The data{f' of {where}' if where else ''} have no treatment-emergent flag: events "
            f"that did not begin before the first dose are counted ({signs}), those of which "
            "nothing tells when they began included."
        )
    if not told.all():
        where = _studies(frame, ~told, told.any())
        texts.append(f"{f'in {where}: ' if where else ''}not derivable, all reported events")
        notes.append(f"{f'{where}: a' if where else 'A'}{REPORTED[1:]}")
    text = "; ".join(texts)
    counts = np.where(by_flag, mask, ~found.before)
    return counts, f"{text[0].upper()}{text[1:]}", tuple(notes), not told.all()


def _studies(frame: pd.DataFrame, mask: Mask, named: object) -> str:
    """Return the studies of the records of a mask, "" where they need not be named."""
    if not named or STUDYID not in frame:
        return ""
    return ", ".join(sorted({str(s) for s in frame.loc[mask, STUDYID].unique()}))


def dates(frame: pd.DataFrame, column: str) -> npt.NDArray[np.datetime64] | None:
    """Return a column as dates (partial ones missing), or None without such a column."""
    import pandas as pd

    if column not in frame or not frame[column].notna().any():
        return None
    values = frame[column]
    if values.dtype.kind != "M":
        whole = values.astype("object").astype(str).str.slice(0, 10)
        values = pd.to_datetime(whole, format="%Y-%m-%d", errors="coerce")
    return values.to_numpy(dtype="datetime64[D]")


def is_yes(column: pd.Series) -> Mask:
    """Say where a flag is set, however it is written."""
    if column.dtype.kind in "biuf":
        return np.asarray(column == 1, dtype=bool)
    return among(column.to_frame("FLAG"), "FLAG", _YES)


def start_dates(frame: pd.DataFrame) -> npt.NDArray[np.datetime64] | None:
    """Return when each event started: ASTDT, else AESTDTC."""
    analysed = dates(frame, "ASTDT")
    return dates(frame, "AESTDTC") if analysed is None else analysed


def upper(frame: pd.DataFrame, column: str) -> npt.NDArray[np.object_]:
    """Return a text column ready to compare; empty texts where there is no such column."""
    codes, texts = _distinct(frame, column)
    return np.asarray(np.array(texts, dtype=object)[codes], dtype=object)


def _word(value: object) -> str:
    number = isinstance(value, float) and value.is_integer()
    return str(int(value) if number else value).strip().upper()  # type: ignore[call-overload]


def among(frame: pd.DataFrame, column: str, words: frozenset[str]) -> Mask:
    """Say which records have one of these words, whatever its case."""
    return _said(frame, column, lambda text: text in words)


def _said(frame: pd.DataFrame, column: str, test: Callable[[str], bool]) -> Mask:
    """Apply a test to each distinct text, in capitals; a missing one is empty."""
    codes, texts = _distinct(frame, column)
    return np.array([test(text) for text in texts], dtype=bool)[codes]


def _distinct(frame: pd.DataFrame, column: str) -> tuple[IntArray, list[str]]:
    """Return a code a record and the texts of the codes, in capitals, the last one empty."""
    import pandas as pd

    if column not in frame:
        return np.zeros(len(frame), dtype=np.intp), [""]
    codes, distinct = pd.factorize(frame[column].astype("object"))
    texts = [*(_word(v) for v in distinct), ""]
    return codes.astype(np.intp, copy=False), texts  # -1 of a missing text is the last


def grades(frame: pd.DataFrame) -> npt.NDArray[np.float64]:
    """Return the toxicity grade of each event (AETOXGR or ATOXGR), NaN where there is none."""
    import pandas as pd

    for column in ("AETOXGR", "ATOXGR"):
        if _filled(frame, column):
            digit = pd.Series(upper(frame, column)).astype(str).str.extract(r"([1-5])")[0]
            return np.asarray(digit.astype(float), dtype=np.float64)
    return np.full(len(frame), np.nan)


def severities(frame: pd.DataFrame) -> IntArray:
    """Return the severity of each event (AESEV or ASEV), 1 mild to 5 fatal, 0 where not told.

    It may be a word, a number or a grade ("Severe", 3, "Grade 3"); of several words the
    worst counts.
    """
    for column in ("AESEV", "ASEV"):
        if _filled(frame, column):
            codes, texts = _distinct(frame, column)
            return np.array([_severity(text) for text in texts], dtype=np.intp)[codes]
    return np.zeros(len(frame), dtype=np.intp)


def _severity(text: str) -> int:
    named = [place for place, word in enumerate(_SEVERITIES, start=1) if word.search(text)]
    grade = _GRADE.fullmatch(text)
    return max(named) if named else int(grade.group(1)) if grade else 0


def _severe(frame: pd.DataFrame) -> Mask:
    if any(_filled(frame, column) for column in ("AESEV", "ASEV")):
        return np.asarray(severities(frame) >= 3, dtype=bool)
    return np.asarray(grades(frame) >= 3, dtype=bool)


def _serious(frame: pd.DataFrame) -> Mask:
    return among(frame, "AESER", _YES)


def related(frame: pd.DataFrame) -> Mask:
    """Say which events are not said to be unrelated to treatment (AE.10)."""
    return ~_said(
        frame, "AEREL", lambda text: text in _UNRELATED or text.startswith(_UNRELATED_BEGINS)
    )


def _discontinued(frame: pd.DataFrame) -> Mask:
    return among(frame, "AEACN", _WITHDRAWN)


def _interrupted(frame: pd.DataFrame) -> Mask:
    return among(frame, "AEACN", _INTERRUPTED)


def _fatal(frame: pd.DataFrame) -> Mask:
    return among(frame, "AESDTH", _YES) | among(frame, "AEOUT", _FATAL)


def _filled(frame: pd.DataFrame, column: str) -> bool:
    return column in frame and bool(frame[column].notna().any())


@dataclass(frozen=True)
class Category:
    """A kind of adverse event: its label, the variables it needs (one of them), its test."""

    label: str
    needs: tuple[str, ...]
    test: Callable[[pd.DataFrame], Mask]

    def available(self, frame: pd.DataFrame) -> bool:
        """Say whether a variable that tells is filled."""
        return not self.needs or any(_filled(frame, n) for n in self.needs)


def _every(frame: pd.DataFrame) -> Mask:
    return np.ones(len(frame), dtype=bool)


CATEGORIES: dict[str, Category] = {
    "any": Category("Any adverse event", (), _every),
    "serious": Category("Serious", ("AESER",), _serious),
    "severe": Category("Severe", ("AESEV", "ASEV", "AETOXGR", "ATOXGR"), _severe),
    "related": Category("Related to treatment", ("AEREL",), related),
    "discontinuation": Category(
        "Leading to discontinuation of treatment", ("AEACN",), _discontinued
    ),
    "interruption": Category("Leading to interruption of treatment", ("AEACN",), _interrupted),
    "death": Category("Leading to death", ("AESDTH", "AEOUT"), _fatal),
}
"""Kinds of adverse events by key, in display order."""


def of_category(events: Events, key: str) -> Events:
    """Return the events of a category.

    Raises
    ------
    AnalysisError
        If no variable tells which events belong to it.
    """
    category = CATEGORIES[key]
    if len(events) and not category.available(events.frame):
        raise AnalysisError(
            f"Which adverse events are of the kind '{category.label.lower()}' is not known: "
            f"{' and '.join(category.needs)} are empty. Choose other events."
        )
    return events.where(category.test(events.frame))
