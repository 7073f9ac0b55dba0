"""Bring what can still be read of a damaged study file into a new one.

Each record is asked for by itself; one on a damaged page is left out and
named. The damaged file is only read. Where its first page is damaged, nothing
can be read any more: then a backup copy is the only way.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from sjogren_desktop.results import AnalysisError, Doing, Progress, no_progress
from sjogren_desktop.study.store import audit, schema
from sjogren_desktop.study.store.audit import Event
from sjogren_desktop.study.store.change import Change
from sjogren_desktop.study.store.connection import (
    CORRUPT,
    IO_ERROR,
    NOT_A_DATABASE,
    Secret,
    code_of,
    connect,
    told,
)
from sjogren_desktop.study.store.header import Cost
from sjogren_desktop.study.store.opening import (
    key_of,
    lock_for_writing,
    new_secret,
    open_with,
)
from sjogren_desktop.study.store.placing import put_in_place
from sjogren_desktop.study.store.study_file import StudyFile, user_name

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

_UNREADABLE = (CORRUPT, NOT_A_DATABASE, IO_ERROR)
_MOST_MISSES = 2000
"""So many record numbers in a row that give nothing are taken for the end of a table."""

WORDS = {
    "trail": "entries of the audit trail",
    "fact": "facts on the file",
    "cut": "data cuts",
    "source": "source files",
    "data_set": "data sets",
    "data_column": "columns of data",
    "part": "addresses of records",
    "document": "mappings, options or results",
    "score_edit": "scores",
    "loss": "earlier losses",
    "note": "notes",
    "event_edit": "changes of events",
    "unblinding": "records of unblinding",
}


@dataclass(frozen=True)
class Recovery:
    """The new file, and what could not be read, as one sentence."""

    file: StudyFile
    summary: str


def recover(
    damaged: Path,
    to: Path,
    *,
    passphrase: str | None,
    who: str = "",
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> Recovery:
    """Recover a damaged study file into a new file with the same passphrase, and open that.

    Raises
    ------
    WrongPassphraseError
        If the passphrase does not open the damaged file.
    AnalysisError
        If nothing of it can be read, or the new file cannot be written.
    """
    if to.resolve() == damaged.resolve():
        raise AnalysisError("The recovered study goes into a new file. Choose another name.")
    reader = _Reader(damaged, key_of(damaged, passphrase, progress))
    user = who or user_name()
    secret = None
    if passphrase is not None and reader.secret is not None:
        secret = new_secret(passphrase, cost, progress)
    held = lock_for_writing(to, user)
    try:
        reader.open()
        put_in_place(to, secret, lambda target: reader.fill(target, user, progress or no_progress))
        file = open_with(to, secret, user, held)
    except BaseException:
        held.release()
        raise
    finally:
        reader.close()
    return Recovery(file, reader.summary())


class _Reader:
    """Reads record by record, starting anew after each failure: SQLCipher goes on no other way."""

    def __init__(self, path: Path, secret: Secret | None) -> None:
        self.path, self.secret = path, secret
        self.read: Counter[str] = Counter()
        self.lost: Counter[str] = Counter()
        self._connection: Connection | None = None
        self._tables: dict[str, list[str]] = {}

    def open(self) -> None:
        try:
            with told(self.path, "recovered"):
                connection = self._connected()
                self._version = schema.version_of(connection)
                names = connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rootpage"
                ).fetchall()
                for (name,) in names:
                    columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
                    self._tables[name] = [column[1] for column in columns]
        except AnalysisError as error:
            raise AnalysisError(
                f"The first page of {self.path.name} is damaged or the passphrase is another one, "
                "so nothing of it can be read. Take a backup copy."
            ) from error
        if not 1 <= self._version <= schema.VERSION or "trail" not in self._tables:
            raise AnalysisError(f"{self.path.name} holds no study this program can read.")

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def fill(self, target: Connection, who: str, progress: Progress) -> None:
        """Write what can be read, and the entry that tells what could not."""
        target.execute("BEGIN IMMEDIATE")
        schema.bring_forward(target, to=self._version)
        for number, table in enumerate(self._tables):
            progress(
                number / len(self._tables),
                Doing("Recovering {name}", name=Doing(WORDS.get(table, table))),
            )
            self._copy(table, target, progress)
        schema.bring_forward(target)
        trail = audit.read_trail(target)
        change = Change(target, trail, who)
        for entry in sorted(self._incomplete(target, trail)):
            change.insert("loss", lost=entry, what="damage")
        change.enter(Event("Recovered after damage", old=self.path.name, new=self.summary()))
        target.execute("COMMIT")

    def summary(self) -> str:
        lost = [f"{n} {WORDS.get(t, t)}" for t, n in self.lost.items() if n]
        if not lost:
            return "Everything could be read."
        return f"Not readable any more: {', '.join(lost)}. Everything else is in the new file."

    def _copy(self, table: str, target: Connection, progress: Progress) -> None:
        columns = self._tables[table]
        key = columns[0]
        marks = ", ".join("?" * len(columns))
        number, misses, failed = 0, 0, 0
        while misses < _MOST_MISSES:
            number += 1
            row = self._row(table, key, number)
            if row is None:
                misses += 1
                continue
            if isinstance(row, str):
                misses, failed = misses + 1, failed + 1
                if number % 50 == 0:
                    progress(0.5, Doing("Recovering {name}", name=Doing(WORDS.get(table, table))))
                continue
            self.lost[table] += failed
            misses = failed = 0
            target.execute(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", row)
            self.read[table] += 1
        self.lost[table] += self._rest_lost(table, key, number - misses, failed)

    def _rest_lost(self, table: str, key: str, last: int, failed: int) -> int:
        """Return how many records after the last readable one are lost."""
        if not failed:
            return 0
        try:
            (end,) = self._connected().execute(f"SELECT max({key}) FROM {table}").fetchone()
        except sqlite.Error:
            self.close()
            return failed if failed < _MOST_MISSES else 1
        return max(0, int(end or 0) - last)

    def _row(self, table: str, key: str, number: int) -> tuple[object, ...] | str | None:
        """Return a record, None where there is none, "" where it cannot be read."""
        try:
            row = (
                self._connected()
                .execute(f"SELECT * FROM {table} WHERE {key} = ?", (number,))
                .fetchone()
            )
        except sqlite.Error as error:
            if code_of(error) not in _UNREADABLE:
                raise
            self.close()
            return ""
        return None if row is None else tuple(row)

    def _connected(self) -> Connection:
        if self._connection is None:
            self._connection = connect(self.path, self.secret, write=False)
        return self._connection

    def _incomplete(self, target: Connection, trail: tuple[audit.Entry, ...]) -> set[int]:
        """Return the entries that are gone, or whose records are."""
        found = audit.digests(target)
        there = {entry.number: entry.digest for entry in trail}
        last = max([0, *there, *found])
        gone = set(range(1, last + 1)) - set(there)
        return gone | {n for n, digest in there.items() if found.get(n, "") != digest}
