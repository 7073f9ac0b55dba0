"""Changes of scores made in the program: kept apart from the data, laid over them, never lost.

An edit says whose value at which visit went from what to what, by whom, when
and why. Edits are only ever added: taking one back is another edit. What was
imported stays as it is; :func:`overlay` gives the values with the edits on top.

:class:`EditLog` keeps them in memory. A study file takes its place by offering
the same two members, ``edits`` and ``record``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sjogren_desktop.results import AnalysisError

Entry = float | str | None
"""A value entered; None where there is none."""

DATE = "date"
"""Variable of the date (ISO text) of a visit that was added in the program."""


@dataclass(frozen=True)
class ScoreEdit:
    """One change of one value.

    Parameters
    ----------
    subject : str
        Key of the patient.
    visit : tuple of (float, str)
        Number and name of the visit.
    variable : str
        Item, such as ``"renal"`` or ``"dryness"``; raw findings begin with ``finding.``.
    old, new : float, str or None
        None where there is no value.
    who : str
    when : datetime
        With its time zone.
    reason : str
        Needed where a value is changed or removed, not where one is added.
    """

    subject: str
    visit: tuple[float, str]
    variable: str
    old: Entry
    new: Entry
    who: str
    when: datetime
    reason: str = ""

    def __post_init__(self) -> None:
        if not self.who.strip():
            raise AnalysisError("A score is saved with the name of who entered it. Give your name.")
        if self.old is not None and not self.reason.strip():
            raise AnalysisError(
                "A value that was saved before is being changed. Give the reason for the change."
            )
        if self.old == self.new:
            raise ValueError(f"{self.variable} is not changed")
        if self.when.tzinfo is None:
            raise ValueError("the time of an edit needs its time zone")


class Edits(Protocol):
    """Where edits are kept: in memory, or in a study file."""

    @property
    def edits(self) -> tuple[ScoreEdit, ...]:
        """All edits, in the order in which they were made."""

    def record(self, edits: Sequence[ScoreEdit]) -> None:
        """Add edits, all or none."""


class EditLog:
    """Keeps edits in memory, in the order in which they were made.

    Edits given at the start were recorded before and are taken as they are.
    """

    def __init__(self, edits: Iterable[ScoreEdit] = ()) -> None:
        self._edits: tuple[ScoreEdit, ...] = tuple(edits)

    @property
    def edits(self) -> tuple[ScoreEdit, ...]:
        """All edits, in the order in which they were made."""
        return self._edits

    def record(self, edits: Sequence[ScoreEdit]) -> None:
        """Add edits, all or none.

        Raises
        ------
        AnalysisError
            If an edit starts from another value than the one before it left.
        """
        latest = {_place(e): e.new for e in self._edits}
        for edit in edits:
            place = _place(edit)
            if place in latest and latest[place] != edit.old:
                raise AnalysisError(
                    f"{edit.variable} of {edit.subject} at {edit.visit[1]} was changed in the "
                    "meantime. Open the visit again and repeat the change."
                )
            latest[place] = edit.new
        self._edits += tuple(edits)


def edits_of(
    edits: Iterable[ScoreEdit], subject: str, visit: tuple[float, str] | None = None
) -> tuple[ScoreEdit, ...]:
    """Return the edits of a patient, at one visit or all."""
    return tuple(e for e in edits if e.subject == subject and visit in (None, e.visit))


def overlay(values: Mapping[str, Entry], edits: Iterable[ScoreEdit]) -> dict[str, Entry]:
    """Return the values of one visit with its edits on top; None values are left out."""
    laid = dict(values)
    for edit in edits:
        laid[edit.variable] = edit.new
    return {name: value for name, value in laid.items() if value is not None}


def _place(edit: ScoreEdit) -> tuple[str, tuple[float, str], str]:
    return edit.subject, edit.visit, edit.variable


@dataclass(frozen=True)
class _Step:
    variable: str
    before: Entry
    after: Entry


class EntryStack:
    """The values on a score sheet while they are being entered, with undo and redo.

    Undo goes back over saved values too: what then differs from the saved
    values is a change like any other, to be saved with a reason.
    """

    def __init__(self, values: Mapping[str, Entry]) -> None:
        self._saved: dict[str, Entry] = {k: v for k, v in values.items() if v is not None}
        self._values = dict(self._saved)
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def values(self) -> dict[str, Entry]:
        """What is on the sheet."""
        return dict(self._values)

    @property
    def saved(self) -> dict[str, Entry]:
        """What was saved last."""
        return dict(self._saved)

    def enter(self, variable: str, value: Entry) -> bool:
        """Enter a value (None removes it); say whether that changed anything."""
        before = self._values.get(variable)
        if before == value:
            return False
        self._done.append(_Step(variable, before, value))
        self._undone.clear()
        self._put(variable, value)
        return True

    def undo(self) -> str:
        """Take the last entry back; return its variable, "" when there is none."""
        if not self._done:
            return ""
        step = self._done.pop()
        self._undone.append(step)
        self._put(step.variable, step.before)
        return step.variable

    def redo(self) -> str:
        """Enter again what was taken back; return its variable, "" when there is none."""
        if not self._undone:
            return ""
        step = self._undone.pop()
        self._done.append(step)
        self._put(step.variable, step.after)
        return step.variable

    @property
    def can_undo(self) -> bool:
        """Say whether there is an entry to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Say whether an entry was taken back."""
        return bool(self._undone)

    def changes(self) -> tuple[tuple[str, Entry, Entry], ...]:
        """Return what is to be saved: variable, saved value, value on the sheet."""
        names = dict.fromkeys([*self._saved, *self._values])
        pairs = ((name, self._saved.get(name), self._values.get(name)) for name in names)
        return tuple(change for change in pairs if change[1] != change[2])

    def mark_saved(self) -> None:
        """Take what is on the sheet for saved."""
        self._saved = dict(self._values)

    def _put(self, variable: str, value: Entry) -> None:
        if value is None:
            self._values.pop(variable, None)
        else:
            self._values[variable] = value
