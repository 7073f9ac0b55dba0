"""Notes about patients, written while reviewing them: added, never changed.

A note that was wrong is answered by another. :class:`NoteLog` keeps them in
memory; a study file takes its place by offering the same two members, ``notes``
and ``record``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from sjogren_desktop.results import AnalysisError


@dataclass(frozen=True)
class PatientNote:
    """One note: key of the patient, text, who wrote it and when (with time zone)."""

    subject: str
    text: str
    who: str
    when: datetime

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise AnalysisError("The note is empty. Write what is to be remembered.")
        if not self.who.strip():
            raise AnalysisError("A note is saved with the name of who wrote it. Give your name.")
        if self.when.tzinfo is None:
            raise ValueError("the time of a note needs its time zone")


class Notes(Protocol):
    """Where notes are kept: in memory, or in a study file."""

    @property
    def notes(self) -> tuple[PatientNote, ...]:
        """All notes, in the order in which they were written."""

    def record(self, note: PatientNote) -> None:
        """Add a note."""


class NoteLog:
    """Keeps notes in memory, in the order in which they were written."""

    def __init__(self, notes: Iterable[PatientNote] = ()) -> None:
        self._notes = tuple(notes)

    @property
    def notes(self) -> tuple[PatientNote, ...]:
        """All notes, in the order in which they were written."""
        return self._notes

    def record(self, note: PatientNote) -> None:
        """Add a note."""
        self._notes += (note,)


def notes_of(notes: Iterable[PatientNote], subject: str) -> tuple[PatientNote, ...]:
    """Return the notes about one patient, in the order in which they were written."""
    return tuple(n for n in notes if n.subject == subject)
