"""The study in memory: ADaM-shaped data sets with where they came from.

One :class:`StudyData` is held by the main window and replaced as a whole on
import. Its frames follow one convention, which every reader must establish:

* column names are upper case, without surrounding blanks;
* text is trimmed, and empty text is missing (NaN);
* numbers are float64 or int64; dates (``*DT``) are datetime64 where the whole
  column could be read as dates, else text, partial ISO dates such as
  ``2023-05`` staying text;
* data sets of the same name from several studies stand in one frame, told
  apart by ``STUDYID``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from sjogren_desktop.results import BLINDED, POOLED_AGAIN, AnalysisError, Issue

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from sjogren_desktop.study.event_edits import EventEdit
    from sjogren_desktop.study.mapping import AppliedMap

STUDYID = "STUDYID"
USUBJID = "USUBJID"
SITEID = "SITEID"
PARAMCD = "PARAMCD"
PARAM = "PARAM"
AVISIT = "AVISIT"
AVISITN = "AVISITN"
AVAL = "AVAL"
BASE = "BASE"
CHG = "CHG"
TRT01P = "TRT01P"
TRT01A = "TRT01A"
TRTP = "TRTP"
TRTA = "TRTA"
SAFFL = "SAFFL"
ANL01FL = "ANL01FL"
DTYPE = "DTYPE"
TRTEMFL = "TRTEMFL"

KINDS = ("ADSL", "BDS", "ADAE", "OCCDS", "ADTTE", "OTHER")
"""Kinds of data set, recognised by their variables (see :mod:`.recognise`)."""


@dataclass(frozen=True, eq=False)
class Part:
    """Which records of a data set came from one file (or one sheet of it).

    The records at positions ``start`` to ``stop`` (excluded) of the frame are
    those of the file; ``rows`` has the row of each as a spreadsheet numbers
    it, None where that is unknown.
    """

    file: str
    sheet: str
    start: int
    stop: int
    rows: npt.NDArray[np.int64] | None = None


@dataclass(frozen=True, eq=False)
class Dataset:
    """One data set of a study; compared and hashed by identity.

    Parameters
    ----------
    name : str
        Upper-case name, such as ``"ADSL"`` or ``"ADQS"``.
    kind : str
        One of :data:`KINDS`.
    frame : pandas.DataFrame
        The records, by the convention of this module.
    labels : mapping of str to str
        Variable labels, where the file had them.
    sources : tuple of str
        File names (without folder) the records were read from.
    label : str
        Label of the data set, where the file had one.
    parts : tuple of Part
        Where the records stand in the files, in the order of the frame.
    """

    name: str
    kind: str
    frame: pd.DataFrame
    labels: Mapping[str, str] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    label: str = ""
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"unknown kind of data set {self.kind!r}")

    def __getstate__(self) -> dict[str, object]:
        from sjogren_desktop.study import by_pieces

        state = dict(vars(self))
        plain = len(self.frame) < by_pieces.LARGE or not _is_counted(self.frame)
        return state if plain else state | {"frame": by_pieces.take_apart(self.frame)}

    def __setstate__(self, state: dict[str, object]) -> None:
        from sjogren_desktop.study import by_pieces

        vars(self).update(state)
        if isinstance(self.frame, by_pieces.Apart):
            vars(self)["frame"] = by_pieces.put_together(self.frame)

    def address(self, position: int) -> tuple[str, str, int | None]:
        """Return file, sheet and row of the record at a position of the frame."""
        for part in self.parts:
            if part.start <= position < part.stop:
                row = None if part.rows is None else int(part.rows[position - part.start])
                return part.file, part.sheet, row
        return (self.sources[0] if len(self.sources) == 1 else ""), "", None

    def position(self, file: str, sheet: str, row: int) -> int | None:
        """Return the position of the first record from a row of a file, None if there is none."""
        for part in self.parts:
            if (part.file, part.sheet) != (file, sheet) or part.rows is None:
                continue
            for place in (part.rows == row).nonzero()[0][:1]:
                return part.start + int(place)
        return None


def _is_counted(frame: pd.DataFrame) -> bool:
    """Say whether the records have the index 0, 1, ..., as those of every reader."""
    import pandas as pd

    return frame.index.equals(pd.RangeIndex(len(frame)))


@dataclass(frozen=True, eq=False)
class StudyData:
    """All data sets that were opened together, with the problems found in them.

    ``blinding`` is the mark of the study (a key of :data:`.results.BLINDING`),
    "" where there is no blind to keep or to have broken.
    ``event_edits`` are the changes of intercurrent events made in the program; the
    data sets themselves are as they were read.
    ``event_lists`` is the text of the study's own lists of adverse events of special
    interest, "" where those that come with the program hold.
    ``mapped`` has the maps by which plain tables were read.
    ``fingerprints`` has the SHA-256 of each file read, by its folder and name.
    """

    datasets: tuple[Dataset, ...]
    issues: tuple[Issue, ...] = ()
    source: str = ""
    synthetic: bool = False
    blinding: str = ""
    event_edits: tuple[EventEdit, ...] = ()
    event_lists: str = ""
    mapped: tuple[AppliedMap, ...] = ()
    fingerprints: Mapping[str, str] = field(default_factory=dict)

    @property
    def arms_pooled(self) -> bool:
        """Say whether treatment arms are withheld and all patients are in one."""
        return self.blinding in (BLINDED, POOLED_AGAIN)

    def of_kind(self, kind: str) -> tuple[Dataset, ...]:
        """Return the data sets of one kind, in the order they were opened."""
        return tuple(d for d in self.datasets if d.kind == kind)

    def dataset(self, name: str) -> Dataset:
        """Return the data set of this name.

        Raises
        ------
        AnalysisError
            If there is none.
        """
        for dataset in self.datasets:
            if dataset.name == name:
                return dataset
        have = ", ".join(d.name for d in self.datasets) or "none"
        raise AnalysisError(
            f"The study has no data set {name}. Data sets present: {have}. "
            "Import the missing file, or choose another analysis."
        )

    @property
    def adsl(self) -> pd.DataFrame:
        """Subject-level records, one per subject and study."""
        found = self.of_kind("ADSL")
        if not found:
            raise AnalysisError(
                "The study has no subject-level data set (ADSL), so populations and arms are "
                "unknown. Import the file that holds one row per subject with its treatment."
            )
        return found[0].frame

    @cached_property
    def study_ids(self) -> tuple[str, ...]:
        """Identifiers of the studies present, sorted."""
        ids: set[str] = set()
        for dataset in self.datasets:
            if STUDYID in dataset.frame:
                # Few are different; dropping what is missing of millions would copy them.
                different = dataset.frame[STUDYID].drop_duplicates().dropna()
                ids.update(str(s) for s in different)
        return tuple(sorted(ids))

    @cached_property
    def _names_study(self) -> bool:
        """Say whether a USUBJID stands in several studies, so that a key names the study."""
        if not {STUDYID, USUBJID} <= set(self.adsl.columns):
            return False
        people = self.adsl[[STUDYID, USUBJID]].dropna().drop_duplicates()
        return bool(people[USUBJID].duplicated().any())

    def take_known(self, other: StudyData) -> None:
        """Take over what was found out about the same data elsewhere, so as not to look again."""
        for name in ("study_ids", "_names_study"):
            if name in vars(other):
                vars(self)[name] = vars(other)[name]

    def subject_keys(self, frame: pd.DataFrame) -> pd.Series:
        """Return the key of the subject of every record of a frame.

        It is USUBJID, with the study before it ("STUDY/USUBJID") where one
        USUBJID stands in several studies; missing where USUBJID is.
        """
        subject = frame[USUBJID].astype("object")
        if not self._names_study or STUDYID not in frame:
            return subject
        return frame[STUDYID].astype("object") + "/" + subject
