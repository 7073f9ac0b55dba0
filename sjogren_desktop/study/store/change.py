"""One transaction on a study file, with its entries in the audit trail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

from sjogren_desktop.study.store import audit
from sjogren_desktop.study.store.audit import Entry, Event

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


class Change:
    """One transaction being made: rows are inserted, then the entry they belong to is made."""

    def __init__(self, connection: Connection, trail: Sequence[Entry], who: str) -> None:
        self._connection, self._who = connection, who
        self._before = trail[-1].hash if trail else audit.START
        self._number = trail[-1].number + 1 if trail else 1
        self.entered: list[Entry] = []

    def insert(self, table: str, **values: object) -> int:
        """Add a row to the entry that is made next; return its id."""
        columns = ", ".join(("entry", *values))
        marks = ", ".join("?" * (len(values) + 1))
        done = self._connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})", (self._number, *values.values())
        )
        return int(done.lastrowid or 0)

    def enter(self, event: Event) -> None:
        """Make the entry of what was inserted since the last one."""
        entry = audit.make_entry(
            event,
            number=self._number,
            who=self._who,
            digest=audit.digest_of(self._connection, self._number),
            before=self._before,
        )
        audit.write_entry(self._connection, entry)
        self.entered.append(entry)
        self._before, self._number = entry.hash, entry.number + 1


Begin = Callable[[], AbstractContextManager[Change]]
"""Begins a transaction; what is done in it is saved together or not at all."""
