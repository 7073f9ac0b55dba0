"""Scores, events, notes and unblindings kept in a study file: only ever added.

Each class offers the members of the protocol that its records are kept by in
memory, so that a study file takes that memory's place.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from sjogren_desktop.study.event_edits import VARIABLES, EventEdit, EventLog
from sjogren_desktop.study.patient_notes import PatientNote
from sjogren_desktop.study.score_edits import EditLog, Entry, ScoreEdit
from sjogren_desktop.study.store.audit import Event
from sjogren_desktop.study.store.change import Begin, Change
from sjogren_desktop.study.unblinding import WHAT, Passphrase, Unblinding

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


_SECOND = ("blinding", "second passphrase")
"""Kind and name of the document that holds salt and digest of the second passphrase."""


class KeptEdits:
    """Score edits (the protocol :class:`~..score_edits.Edits`)."""

    def __init__(self, connection: Connection, begin: Begin) -> None:
        self._begin, self._guard = begin, threading.Lock()
        self._log = EditLog(_read_edits(connection))

    @property
    def edits(self) -> tuple[ScoreEdit, ...]:
        """All edits, in the order in which they were made."""
        return self._log.edits

    def record(self, edits: Sequence[ScoreEdit]) -> None:
        """Save edits, all or none.

        Raises
        ------
        AnalysisError
            If an edit starts from another value than the one before it left,
            or the file cannot be written.
        """
        with self._guard:
            log = EditLog(self._log.edits)
            log.record(edits)
            with self._begin() as change:
                for edit in edits:
                    _write_edit(edit, change)
            self._log = log


class KeptEvents:
    """Edits of intercurrent events (the protocol :class:`~..event_edits.EventEdits`)."""

    def __init__(self, connection: Connection, begin: Begin) -> None:
        self._begin, self._guard = begin, threading.Lock()
        rows = connection.execute(
            "SELECT subject, kind, variable, old, new, who, made, reason FROM event_edit "
            "ORDER BY id"
        )
        self._log = EventLog(
            EventEdit(subject, kind, name, old, new, who, datetime.fromisoformat(made), reason)
            for subject, kind, name, old, new, who, made, reason in rows.fetchall()
        )

    @property
    def event_edits(self) -> tuple[EventEdit, ...]:
        """All edits, in the order in which they were made."""
        return self._log.event_edits

    def record_events(self, edits: Sequence[EventEdit]) -> None:
        """Save edits, all or none.

        Raises
        ------
        AnalysisError
            If an edit starts from another value than the one before it left,
            or the file cannot be written.
        """
        with self._guard:
            log = EventLog(self._log.event_edits)
            log.record_events(edits)
            with self._begin() as change:
                for edit in edits:
                    _write_event_edit(edit, change)
            self._log = log


class KeptNotes:
    """Notes about patients (the protocol :class:`~..patient_notes.Notes`)."""

    def __init__(self, connection: Connection, begin: Begin) -> None:
        self._begin = begin
        rows = connection.execute("SELECT subject, text, who, made FROM note ORDER BY id")
        self._notes = tuple(
            PatientNote(subject, text, who, datetime.fromisoformat(made))
            for subject, text, who, made in rows.fetchall()
        )

    @property
    def notes(self) -> tuple[PatientNote, ...]:
        """All notes, in the order in which they were written."""
        return self._notes

    def record(self, note: PatientNote) -> None:
        """Save a note; raises AnalysisError if the file cannot be written."""
        with self._begin() as change:
            made = note.when.isoformat()
            change.insert("note", subject=note.subject, text=note.text, who=note.who, made=made)
            change.enter(Event("Note written", note.subject, new=note.text, who=note.who))
        self._notes += (note,)


class KeptUnblindings:
    """Records of unblinding (the protocol :class:`~..unblinding.Unblindings`)."""

    def __init__(self, connection: Connection, begin: Begin) -> None:
        self._begin = begin
        rows = connection.execute(
            "SELECT what, study, who, reason, made, subject FROM unblinding ORDER BY id"
        )
        self._records = tuple(
            Unblinding(what, study, who, reason, datetime.fromisoformat(made), subject)
            for what, study, who, reason, made, subject in rows.fetchall()
        )

        row = connection.execute(
            "SELECT body FROM document WHERE kind = ? AND name = ? ORDER BY id DESC LIMIT 1",
            _SECOND,
        ).fetchone()
        kept = json.loads(row[0]) if row else None
        self._passphrase = (
            Passphrase(bytes.fromhex(kept["salt"]), bytes.fromhex(kept["digest"])) if kept else None
        )

    @property
    def passphrase(self) -> Passphrase | None:
        """The second passphrase, None where none is set; setting it saves it."""
        return self._passphrase

    @passphrase.setter
    def passphrase(self, made: Passphrase | None) -> None:
        if made == self._passphrase:
            return
        kept = None if made is None else {"salt": made.salt.hex(), "digest": made.digest.hex()}
        with self._begin() as change:
            kind, name = _SECOND
            change.insert("document", kind=kind, name=name, body=json.dumps(kept))
            change.enter(
                Event(f"Second passphrase {'removed' if made is None else 'saved'}")
            )  # what it is stands nowhere
        self._passphrase = made

    @property
    def records(self) -> tuple[Unblinding, ...]:
        """All records, in the order in which they were made."""
        return self._records

    def record(self, unblinding: Unblinding) -> None:
        """Save a record; raises AnalysisError if the file cannot be written."""
        with self._begin() as change:
            change.insert(
                "unblinding",
                what=unblinding.what,
                study=unblinding.study,
                subject=unblinding.subject,
                who=unblinding.who,
                reason=unblinding.reason,
                made=unblinding.when.isoformat(),
            )
            change.enter(
                Event(
                    WHAT[unblinding.what],
                    subject=unblinding.subject,
                    place=unblinding.study,
                    reason=unblinding.reason,
                    who=unblinding.who,
                )
            )
        self._records += (unblinding,)


def _write_edit(edit: ScoreEdit, change: Change) -> None:
    number, visit = edit.visit
    change.insert(
        "score_edit",
        subject=edit.subject,
        visit_number=number,
        visit=visit,
        variable=edit.variable,
        old=json.dumps(edit.old),
        new=json.dumps(edit.new),
        who=edit.who,
        made=edit.when.isoformat(),
        reason=edit.reason,
    )
    if edit.old is None:
        what = "Score entered"
    else:
        what = "Score removed" if edit.new is None else "Score changed"
    change.enter(
        Event(
            what,
            subject=edit.subject,
            place=f"{visit}, {edit.variable}",
            old=_text(edit.old),
            new=_text(edit.new),
            reason=edit.reason,
            who=edit.who,
        )
    )


def _write_event_edit(edit: EventEdit, change: Change) -> None:
    change.insert(
        "event_edit",
        subject=edit.subject,
        kind=edit.kind,
        variable=edit.variable,
        old=edit.old,
        new=edit.new,
        who=edit.who,
        made=edit.when.isoformat(),
        reason=edit.reason,
    )
    change.enter(
        Event(
            "Intercurrent event changed",
            subject=edit.subject,
            place=f"{edit.kind}, {VARIABLES[edit.variable].lower()}",
            old=edit.old or "",
            new=edit.new or "",
            reason=edit.reason,
            who=edit.who,
        )
    )


def _text(value: Entry) -> str:
    if value is None:
        return ""
    return repr(value).removesuffix(".0") if isinstance(value, float | int) else value


def _read_edits(connection: Connection) -> list[ScoreEdit]:
    rows = connection.execute(
        "SELECT subject, visit_number, visit, variable, old, new, who, made, reason "
        "FROM score_edit ORDER BY id"
    ).fetchall()
    return [
        ScoreEdit(
            subject,
            (float("nan") if number is None else float(number), visit),
            variable,
            json.loads(old),
            json.loads(new),
            who,
            datetime.fromisoformat(made),
            reason,
        )
        for subject, number, visit, variable, old, new, who, made, reason in rows
    ]
