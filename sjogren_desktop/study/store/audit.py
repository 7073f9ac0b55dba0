"""The audit trail: entries, the chain of hashes through them, and finding breaks in it.

Each entry's hash is the SHA-256 of the hash before it and of everything the
entry says, including a digest of the records it brought. So a changed, removed
or added entry, or a record changed behind the back of the trail, shows at the
next opening and is named. What a chain cannot show is a trail that somebody
with the passphrase has rewritten as a whole: its last hash, printed with every
export of the trail, is there to be compared.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sjogren_desktop.study.store.schema import CONTENT

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

START = "0" * 64
"""Hash before the first entry."""

_FIELDS = "number, utc, local, who, what, subject, place, old, new, reason, digest"


@dataclass(frozen=True)
class Event:
    """What is to be entered in the trail; the place is a visit, variable or name.

    ``who`` is left empty for the user of the session.
    """

    what: str
    subject: str = ""
    place: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    who: str = ""


@dataclass(frozen=True)
class Entry:
    """One entry of the trail; times are ISO 8601, the local one with its offset."""

    number: int
    utc: str
    local: str
    who: str
    what: str
    subject: str
    place: str
    old: str
    new: str
    reason: str
    digest: str
    hash: str


def make_entry(
    event: Event, *, number: int, who: str, digest: str, before: str, now: datetime | None = None
) -> Entry:
    """Return the entry that follows the one with the hash ``before``."""
    moment = now or datetime.now(UTC)
    fields = (
        number,
        moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        moment.astimezone().isoformat(timespec="seconds"),
        event.who or who,
        event.what,
        event.subject,
        event.place,
        event.old,
        event.new,
        event.reason,
        digest,
    )
    return Entry(*fields, chained(before, fields))


def chained(before: str, fields: tuple[object, ...]) -> str:
    """Return the hash of an entry with these fields after the one with the hash ``before``."""
    told = json.dumps([before, *fields], ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(told.encode("ascii")).hexdigest()


def read_trail(connection: Connection) -> tuple[Entry, ...]:
    """Return all entries in order."""
    rows = connection.execute(f"SELECT {_FIELDS}, hash FROM trail ORDER BY number").fetchall()
    return tuple(Entry(*row) for row in rows)


def write_entry(connection: Connection, entry: Entry) -> None:
    """Add an entry."""
    marks = ", ".join("?" * len(astuple(entry)))
    connection.execute(f"INSERT INTO trail ({_FIELDS}, hash) VALUES ({marks})", astuple(entry))


def digest_of(connection: Connection, number: int) -> str:
    """Return the digest of the records that entry ``number`` brings."""
    return digests(connection, " WHERE entry = ?", (number,)).get(number, "")


def digests(
    connection: Connection, condition: str = "", values: tuple[int, ...] = ()
) -> Mapping[int, str]:
    """Return the digest of the records of each entry that has some."""
    sums: defaultdict[int, hashlib._Hash] = defaultdict(hashlib.sha256)
    for table, columns in CONTENT:
        query = f"SELECT entry, {', '.join(columns)} FROM {table}{condition} ORDER BY id"
        for entry, *fields in connection.execute(query, values):
            told = json.dumps([table, *fields], ensure_ascii=True, separators=(",", ":"))
            sums[entry].update(told.encode("ascii") + b"\n")
    return {entry: found.hexdigest() for entry, found in sums.items()}


def check_trail(connection: Connection) -> tuple[str, ...]:
    """Return one sentence for each place at which the trail of a file was tampered with."""
    lost = [number for (number,) in connection.execute("SELECT lost FROM loss").fetchall()]
    # SQLite keeps the highest number there ever was, so that a missing end shows.
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = 'trail'").fetchone()
    last = int(row[0]) if row else 0
    return find_breaks(read_trail(connection), digests(connection), last=last, lost=lost)


def find_breaks(
    trail: Iterable[Entry], found: Mapping[int, str], *, last: int, lost: Iterable[int] = ()
) -> tuple[str, ...]:
    """Return one sentence for each break in a trail.

    Parameters
    ----------
    trail : iterable of Entry
        As read, in order.
    found : mapping of int to str
        Digests of the records there are, by entry.
    last : int
        Number of the last entry that was made.
    lost : iterable of int
        Entries known to be incomplete, since the file was recovered after damage.
    """
    excused = set(lost)
    breaks: list[str] = []
    before, expected = START, 1
    numbers = set()
    for entry in trail:
        numbers.add(entry.number)
        gap = set(range(expected, entry.number))
        if gap - excused:
            breaks.append(_removed(sorted(gap - excused)))
        broken = chained(before, astuple(entry)[:-1]) != entry.hash
        if broken and not gap and entry.number not in excused:
            breaks.append(f"Entry {entry.number} ({_named(entry)}) was changed.")
        if found.get(entry.number, "") != entry.digest and entry.number not in excused:
            breaks.append(
                f"The records that entry {entry.number} ({_named(entry)}) tells of were changed, "
                "added to or removed."
            )
        before, expected = entry.hash, entry.number + 1
    gap = set(range(expected, last + 1)) - excused
    if gap:
        breaks.append(_removed(sorted(gap)))
    strays = sorted(set(found) - numbers - excused)
    breaks += [f"There are records of an entry {n} that the trail does not hold." for n in strays]
    return tuple(breaks)


def _removed(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"Entry {numbers[0]} was removed from the audit trail."
    return f"Entries {', '.join(map(str, numbers))} were removed from the audit trail."


def _named(entry: Entry) -> str:
    return ", ".join(part for part in (entry.what, entry.subject, entry.place) if part)
