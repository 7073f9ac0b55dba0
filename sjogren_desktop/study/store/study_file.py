"""The study file: everything of a study in one encrypted file, saved at every change.

A change is one transaction together with its entry in the audit trail; when
the call returns it is on the disk, when it raises nothing has changed. An
object of this class may be used from several threads.
"""

from __future__ import annotations

import json
import os
import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from sjogren_desktop import __version__
from sjogren_desktop.results import AnalysisError, Progress, Result, no_progress
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.store import audit, data_cuts, result_json
from sjogren_desktop.study.store.audit import Entry, Event
from sjogren_desktop.study.store.change import Change
from sjogren_desktop.study.store.connection import Secret, told
from sjogren_desktop.study.store.data_cuts import Source
from sjogren_desktop.study.store.kept_records import (
    KeptEdits,
    KeptEvents,
    KeptNotes,
    KeptUnblindings,
)
from sjogren_desktop.study.store.lock import SessionLock
from sjogren_desktop.study.store.placing import put_in_place

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

SUFFIX = ".sjd"
_LISTS = ("lists", "events of interest")
"""Kind and name of the document that holds the lists of adverse events."""
_SHOWN = 200  # characters of a value in the trail


class StudyFile:
    """An open study file; made by :func:`.opening.create` and :func:`.opening.open_file`.

    Attributes
    ----------
    scores, events, notes, unblindings
        What people add while they work, kept in the file: they offer the members
        of :class:`~..score_edits.Edits`, :class:`~..event_edits.EventEdits`,
        :class:`~..patient_notes.Notes` and :class:`~..unblinding.Unblindings`.
    path : Path
    who : str
        User of the session, entered in the trail with every change.
    read_only : str
        Why nothing can be changed, as a sentence; "" where it can.
    findings : tuple of str
        Where the audit trail was tampered with, one sentence each.
    notes_on_opening : tuple of str
        What was done on opening that the user should know.
    when_saved : callable
        Called after each change that was saved, in the thread that made it.
    """

    def __init__(
        self,
        connection: Connection,
        path: Path,
        *,
        secret: Secret | None,
        lock: SessionLock | None,
        who: str,
        read_only: str = "",
        findings: Sequence[str] = (),
        notes_on_opening: Sequence[str] = (),
    ) -> None:
        self.path, self.who, self.read_only = path, who, read_only
        self.findings, self.notes_on_opening = tuple(findings), tuple(notes_on_opening)
        self._connection: Connection | None = connection
        self._secret, self._session = secret, lock
        self._guard = threading.RLock()
        self._identity = _identity(path)
        self._trail = audit.read_trail(connection)
        self._cuts = self._read_cuts()
        self.when_saved: Callable[[], object] = _nothing
        self.scores = KeptEdits(connection, self.change)
        self.events = KeptEvents(connection, self.change)
        self.notes = KeptNotes(connection, self.change)
        self.unblindings = KeptUnblindings(connection, self.change)

    # -- state

    @property
    def is_encrypted(self) -> bool:
        """Say whether the file is encrypted."""
        return self._secret is not None

    @property
    def is_open(self) -> bool:
        """Say whether the file was not closed yet."""
        return self._connection is not None

    @property
    def study_id(self) -> str:
        """Identifier of the study file, the same in all its copies."""
        return self.facts().get("study_id", "")

    def facts(self) -> Mapping[str, str]:
        """Return what the file says of itself: study_id, created, program."""
        rows = self._all("SELECT name, value FROM fact ORDER BY id")
        return {name: value for name, value in rows}

    @property
    def trail(self) -> tuple[Entry, ...]:
        """The audit trail, oldest entry first."""
        return self._trail

    def close(self) -> None:
        """Forget the key and let go of the file; a second call does nothing."""
        with self._guard:
            connection, self._connection = self._connection, None
            self._secret = None
            if connection is not None:
                connection.close()
            if self._session is not None:
                self._session.release()
                self._session = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        self.close()

    # -- data

    def save_study(
        self,
        study: StudyData,
        *,
        sources: Sequence[Source] = (),
        reason: str = "",
        progress: Progress = no_progress,
        columns: data_cuts.Columns | None = None,
    ) -> int:
        """Save imported data as a new cut; return its number.

        ``columns`` are those of the study, where :func:`.data_cuts.encode` was done before.

        Raises
        ------
        AnalysisError
            If it cannot be saved; then the file is as it was.
        """
        if columns is None:
            columns = data_cuts.encode(study, lambda f, m: progress(0.6 * f, m))
        packed = data_cuts.Packed(study, columns, tuple(sources))
        earlier = self.cuts()
        with self.change() as change:
            cut = data_cuts.write(packed, change.insert, lambda f, m: progress(0.6 + 0.4 * f, m))
            change.enter(
                Event(
                    "Data imported",
                    place=study.source[:_SHOWN],
                    old=f"cut {earlier[-1]}" if earlier else "",
                    new=f"cut {cut}: {data_cuts.describe(study)}",
                    reason=reason,
                )
            )
        self._cuts = (*earlier, cut)
        return cut

    def cuts(self) -> tuple[int, ...]:
        """Return the numbers of the data cuts, oldest first."""
        if self.read_only:  # then another program may add some
            self._cuts = self._read_cuts()
        self._open_connection()
        return self._cuts

    def _read_cuts(self) -> tuple[int, ...]:
        return tuple(int(number) for (number,) in self._all("SELECT id FROM cut ORDER BY id"))

    def study(
        self, cut: int | None = None, *, progress: Progress = no_progress
    ) -> StudyData | None:
        """Return the data of a cut, by default the last; None while nothing was imported.

        The changes of events made in the program lie over them, and the lists of
        adverse events are those kept in the file.
        """
        reading = self.reading(cut, progress=progress)
        return None if reading is None else reading(progress)

    def reading(
        self, cut: int | None = None, *, progress: Progress = no_progress
    ) -> Callable[[Progress], StudyData] | None:
        """Return what makes :meth:`study` of what was read now; another process can do that."""
        numbers = self.cuts()
        wanted = numbers[-1] if cut is None and numbers else cut
        if wanted is None:
            return None
        with self._reading() as connection:
            stored = data_cuts.read(connection, wanted, progress)
        bare = replace(
            stored.bare, event_edits=self.events.event_edits, event_lists=self.event_lists
        )
        return partial(data_cuts.decode, replace(stored, bare=bare))

    @property
    def event_lists(self) -> str:
        """Text of the lists of adverse events of special interest, "" where none is kept."""
        return str((self.document(*_LISTS) or {}).get("text", ""))

    def save_event_lists(self, text: str, *, old: str, new: str, reason: str) -> None:
        """Keep other lists of adverse events; "" goes back to those of the program.

        Parameters
        ----------
        old, new : str
            Which lists held and what was changed, in words, for the audit trail.
        reason : str
        """
        with self.change() as change:
            kind, name = _LISTS
            change.insert("document", kind=kind, name=name, body=json.dumps({"text": text}))
            change.enter(Event("Lists of events changed", old=old, new=new, reason=reason))

    def study_numbers(self) -> frozenset[str]:
        """Return the study identifiers of the last cut."""
        numbers = self.cuts()
        if not numbers:
            return frozenset()
        with self._reading() as connection:
            return data_cuts.read_study_numbers(connection, numbers[-1])

    def sources(self, cut: int) -> tuple[Source, ...]:
        """Return the fingerprints of the files a cut was read from."""
        with self._reading() as connection:
            return data_cuts.read_sources(connection, cut)

    def source_contents(self, cut: int, name: str) -> bytes | None:
        """Return the bytes of a source file, None where they were not kept."""
        with self._reading() as connection:
            return data_cuts.read_contents(connection, cut, name)

    # -- documents: mappings, options, results and whatever else is kept as JSON

    def save_document(
        self, kind: str, name: str, body: Mapping[str, object], *, reason: str = ""
    ) -> None:
        """Save the new state of a document, such as a mapping or the options of an analysis.

        Earlier states stay in the file. A state equal to the last one is not
        saved again.

        Parameters
        ----------
        kind, name : str
            ``"mapping"``, ``"options"`` ..., and which one of them.
        body : mapping
            Of what JSON can hold.
        """
        self._save_text(kind, name, json.dumps(body, sort_keys=True), reason)

    def document(self, kind: str, name: str) -> dict[str, object] | None:
        """Return the last state of a document, None where there is none."""
        text = self._text(kind, name)
        return None if text is None else dict(json.loads(text))

    def document_names(self, kind: str) -> tuple[str, ...]:
        """Return the names of the documents of a kind, in the order of their first saving."""
        query = "SELECT name FROM document WHERE kind = ? GROUP BY name ORDER BY min(id)"
        return tuple(name for (name,) in self._all(query, (kind,)))

    def save_result(self, result: Result) -> None:
        """Save a result in place of the one of the same analysis, study and population."""
        name = " / ".join((result.analysis, result.study, result.population))
        self._save_text("result", name, result_json.to_json(result), "")

    def results(self, cut: int | None = None) -> tuple[Result, ...]:
        """Return the last result of each analysis, study and population of a cut, else the last."""
        cuts = self.cuts()
        wanted = cut if cut is not None or not cuts else cuts[-1]
        later = [c for c in cuts if wanted is not None and c > wanted]
        rows = self._all(
            "SELECT body FROM document WHERE id IN (SELECT max(id) FROM document WHERE "
            "kind = 'result' AND entry > coalesce((SELECT entry FROM cut WHERE id = ?), 0) AND "
            "(? IS NULL OR entry < (SELECT entry FROM cut WHERE id = ?)) GROUP BY name) "
            "ORDER BY id",
            (wanted, later[0] if later else None, later[0] if later else None),
        )
        return tuple(result_json.from_json(text) for (text,) in rows)

    def imported_at(self, cut: int) -> str:
        """Return when a cut was imported, in local time with its offset."""
        entries = [e for e in self._trail if e.what == "Data imported"]
        return next((e.local for e in entries if e.new.startswith(f"cut {cut}:")), "")

    # -- the trail

    def enter(self, event: Event) -> Entry:
        """Enter an event of the program in the trail, such as an export or an unblinding."""
        with self.change() as change:
            change.enter(event)
        return self._trail[-1]

    # -- for the modules beside this one

    @property
    def secret(self) -> Secret | None:
        """Key of the file, None where it is not encrypted."""
        return self._secret

    def copy_to(
        self,
        path: Path,
        *,
        secret: Secret | None = None,
        before: Callable[[], None] | None = None,
    ) -> None:
        """Write a copy of an encrypted or a plain file, with its own key or another one."""
        with self._reading() as connection:
            put_in_place(path, secret or self._secret, connection.backup, before=before)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._guard, told(self.path, "read"):
            yield self._open_connection()

    def _all(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        with self._reading() as connection:
            return list(connection.execute(query, values).fetchall())

    @contextmanager
    def change(self) -> Iterator[Change]:
        """One transaction: what is inserted and entered in it is saved together or not at all."""
        with self._guard, told(self.path, "saved"):
            connection = self._open_connection()
            self._check_writable()
            connection.execute("BEGIN IMMEDIATE")
            change = Change(connection, self._trail, self.who)
            try:
                yield change
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            self._check_place()
            self._trail += tuple(change.entered)
        self.when_saved()

    def _open_connection(self) -> Connection:
        if self._connection is None:
            raise AnalysisError(f"{self.path.name} is locked. Unlock it with its passphrase.")
        return self._connection

    def _check_writable(self) -> None:
        if self.read_only:
            raise AnalysisError(f"{self.read_only} Nothing was saved.")
        self._check_place()

    def _check_place(self) -> None:
        """Refuse to write into a file that is not the one its name leads to any more."""
        if _identity(self.path) != self._identity:
            raise AnalysisError(
                f"{self.path.name} is not where it was: it was moved, removed or replaced, or its "
                "drive is not connected. Bring it back, or save the study as a new file; what was "
                "changed last may not be saved."
            )

    def _save_text(self, kind: str, name: str, body: str, reason: str) -> None:
        with self._guard:
            before = self._text(kind, name)
            if before == body:
                return
            with self.change() as change:
                change.insert("document", kind=kind, name=name, body=body)
                change.enter(_document_event(kind, name, before, body, reason))

    def _text(self, kind: str, name: str) -> str | None:
        rows = self._all(
            "SELECT body FROM document WHERE kind = ? AND name = ? ORDER BY id DESC LIMIT 1",
            (kind, name),
        )
        return rows[0][0] if rows else None


def _nothing() -> None:
    """Stand in for ``when_saved`` while nobody wants to be told."""


def first_facts(change: Change) -> None:
    """Enter the birth of a study file."""
    made = {
        "study_id": str(uuid.uuid4()),
        "created": datetime.now().astimezone().isoformat(timespec="seconds"),
        "program": f"Sjögren Desktop {__version__}",
    }
    for name, value in made.items():
        change.insert("fact", name=name, value=value)
    change.enter(Event("Study file created", new=made["program"]))


def user_name() -> str:
    """Return the name under which the user is signed in.

    The system's list of users is not asked: on some it is kept elsewhere, and
    the question would go through a socket.
    """
    names = (os.environ.get(name) for name in ("LOGNAME", "USER", "USERNAME"))
    return next((name for name in names if name), "unknown user")


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _document_event(kind: str, name: str, before: str | None, body: str, reason: str) -> Event:
    if kind == "result":
        return Event("Result saved", place=name, reason=reason)
    what = f"{kind.capitalize()} {'saved' if before is None else 'changed'}"
    old = "" if before is None else before
    return Event(what, place=name, old=old, new=body, reason=reason)
