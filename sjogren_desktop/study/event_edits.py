"""Changes of intercurrent events made in the program: kept apart from the data, laid over them.

What is found in the data stays as it is. An edit says what of a patient's event of
one kind went from what to what, by whom, when and why. Edits are only ever added:
taking one back is another edit. The rules are those of :mod:`.score_edits`.

:class:`EventLog` keeps them in memory. A study file takes its place by offering the
same two members, ``event_edits`` and ``record_events``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sjogren_desktop.results import AnalysisError

COUNTS, DATE, CAUSE, STRATEGY = "counts", "date", "cause", "strategy"
VARIABLES = {
    COUNTS: "Counts as an event",
    DATE: "Date",
    CAUSE: "Reason or drug",
    STRATEGY: "Strategy",
}
"""What of an event can be changed: whether it counts (Y or N), its date (ISO text), its reason
or drug, and the strategy of this patient ("" or absent: that of the estimand)."""

State = Mapping[str, str]
"""An event as it stands: text by variable; absent where there is none."""


@dataclass(frozen=True)
class EventEdit:
    """One change of one variable of an event.

    Parameters
    ----------
    subject : str
        Key of the patient.
    kind : str
        Kind of event, such as ``"rescue"``; a patient has one of each at most.
    variable : str
        One of :data:`VARIABLES`.
    old, new : str or None
        None where there is no value.
    who, reason : str
        Both are always needed.
    when : datetime
        With its time zone.
    """

    subject: str
    kind: str
    variable: str
    old: str | None
    new: str | None
    who: str
    when: datetime
    reason: str

    def __post_init__(self) -> None:
        if self.variable not in VARIABLES:
            raise ValueError(f"unknown variable {self.variable!r}")
        if not self.who.strip():
            raise AnalysisError("An event is changed under a name. Give your name.")
        if not self.reason.strip():
            raise AnalysisError("Give the reason for the change; it is printed with the result.")
        if self.old == self.new:
            raise ValueError(f"{self.variable} is not changed")
        if self.when.tzinfo is None:
            raise ValueError("the time of an edit needs its time zone")
        if self.variable == DATE and self.new is not None:
            _check_date(self.new)


class EventEdits(Protocol):
    """Where edits are kept: in memory, or in a study file."""

    @property
    def event_edits(self) -> tuple[EventEdit, ...]:
        """All edits, in the order in which they were made."""

    def record_events(self, edits: Sequence[EventEdit]) -> None:
        """Add edits, all or none."""


class EventLog:
    """Keeps edits in memory, in the order in which they were made.

    Edits given at the start were recorded before and are taken as they are.
    """

    def __init__(self, edits: Iterable[EventEdit] = ()) -> None:
        self._edits = tuple(edits)

    @property
    def event_edits(self) -> tuple[EventEdit, ...]:
        """All edits, in the order in which they were made."""
        return self._edits

    def record_events(self, edits: Sequence[EventEdit]) -> None:
        """Add edits, all or none.

        Raises
        ------
        AnalysisError
            If an edit starts from another value than the one before it left.
        """
        latest = {(e.subject, e.kind, e.variable): e.new for e in self._edits}
        for edit in edits:
            place = (edit.subject, edit.kind, edit.variable)
            if place in latest and latest[place] != edit.old:
                raise AnalysisError(
                    f"The event of {edit.subject} was changed in the meantime. Open it again and "
                    "repeat the change."
                )
            latest[place] = edit.new
        self._edits += tuple(edits)


def edits_by_event(
    edits: Iterable[EventEdit],
) -> dict[tuple[str, str], tuple[EventEdit, ...]]:
    """Return the edits of each event, by subject and kind, in their order."""
    found: dict[tuple[str, str], list[EventEdit]] = {}
    for edit in edits:
        found.setdefault((edit.subject, edit.kind), []).append(edit)
    return {place: tuple(of_event) for place, of_event in found.items()}


def laid_over(found: State, edits: Iterable[EventEdit]) -> dict[str, str]:
    """Return an event with its edits on top; what has no value is left out."""
    state: dict[str, str | None] = dict(found)
    for edit in edits:
        state[edit.variable] = edit.new
    return {name: value for name, value in state.items() if value is not None}


def changes(
    subject: str,
    kind: str,
    *,
    before: State,
    after: State,
    who: str,
    when: datetime,
    reason: str,
) -> tuple[EventEdit, ...]:
    """Return the edits that lead from one state of an event to another, none if they agree.

    Raises
    ------
    AnalysisError
        If the name or the reason is missing, or the date is none.
    """
    return tuple(
        EventEdit(subject, kind, name, before.get(name), after.get(name), who, when, reason)
        for name in VARIABLES
        if before.get(name) != after.get(name)
    )


def _check_date(text: str) -> None:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise AnalysisError(
            f"{text} is no date. Write year, month and day, such as 2024-03-31."
        ) from None
