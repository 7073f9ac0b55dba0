"""The tables of a study file and how older files are brought forward.

``MIGRATIONS[n]`` leads from format n to n + 1; a new file goes through all of
them, so that it cannot differ from one that was brought forward. A migration
that has been released is never changed, and columns of :data:`CONTENT` are
only ever added with a new table, since the audit trail holds their digests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

APPLICATION = 0x534A4431
"""``SJD1``: SQLite's mark of whose database this is."""

_VERSION_1 = """
CREATE TABLE trail (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    utc TEXT NOT NULL, local TEXT NOT NULL, who TEXT NOT NULL, what TEXT NOT NULL,
    subject TEXT NOT NULL, place TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
    reason TEXT NOT NULL, digest TEXT NOT NULL, hash TEXT NOT NULL
);
CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail
    BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TRIGGER trail_is_not_deleted BEFORE DELETE ON trail
    BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END;
CREATE TABLE fact (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    name TEXT NOT NULL, value TEXT NOT NULL
);
CREATE TABLE cut (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    source TEXT NOT NULL, synthetic INTEGER NOT NULL, issues TEXT NOT NULL
);
CREATE TABLE source (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    cut INTEGER NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL,
    modified TEXT NOT NULL, sha256 TEXT NOT NULL, contents BLOB
);
CREATE TABLE data_set (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    cut INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL, label TEXT NOT NULL,
    labels TEXT NOT NULL, sources TEXT NOT NULL, records INTEGER NOT NULL, columns INTEGER NOT NULL
);
CREATE TABLE data_column (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    data_set INTEGER NOT NULL, position INTEGER NOT NULL, name TEXT NOT NULL, kind TEXT NOT NULL,
    sha256 TEXT NOT NULL, contents BLOB
);
CREATE TABLE part (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    data_set INTEGER NOT NULL, file TEXT NOT NULL, sheet TEXT NOT NULL,
    first INTEGER NOT NULL, stop INTEGER NOT NULL, sha256 TEXT NOT NULL, contents BLOB
);
CREATE TABLE document (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    kind TEXT NOT NULL, name TEXT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE score_edit (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    subject TEXT NOT NULL, visit_number REAL, visit TEXT NOT NULL, variable TEXT NOT NULL,
    old TEXT NOT NULL, new TEXT NOT NULL, who TEXT NOT NULL, made TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE TABLE loss (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    lost INTEGER NOT NULL, what TEXT NOT NULL
);
CREATE INDEX data_column_by_set ON data_column (data_set);
CREATE INDEX document_by_name ON document (kind, name);
"""

_VERSION_2 = """
CREATE TABLE note (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    subject TEXT NOT NULL, text TEXT NOT NULL, who TEXT NOT NULL, made TEXT NOT NULL
);
CREATE TABLE unblinding (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    what TEXT NOT NULL, study TEXT NOT NULL, subject TEXT NOT NULL, who TEXT NOT NULL,
    reason TEXT NOT NULL, made TEXT NOT NULL
);
"""

_VERSION_3 = """
CREATE TABLE event_edit (
    id INTEGER PRIMARY KEY, entry INTEGER NOT NULL,
    subject TEXT NOT NULL, kind TEXT NOT NULL, variable TEXT NOT NULL, old TEXT, new TEXT,
    who TEXT NOT NULL, made TEXT NOT NULL, reason TEXT NOT NULL
);
"""

MIGRATIONS: tuple[str, ...] = (_VERSION_1, _VERSION_2, _VERSION_3)
VERSION = len(MIGRATIONS)
"""Format that this program writes."""

CONTENT: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("fact", ("name", "value")),
    ("cut", ("source", "synthetic", "issues")),
    ("source", ("cut", "name", "size", "modified", "sha256")),
    (
        "data_set",
        ("cut", "name", "kind", "label", "labels", "sources", "records", "columns"),
    ),
    ("data_column", ("data_set", "position", "name", "kind", "sha256")),
    ("part", ("data_set", "file", "sheet", "first", "stop", "sha256")),
    ("document", ("kind", "name", "body")),
    (
        "score_edit",
        ("subject", "visit_number", "visit", "variable", "old", "new", "who", "made", "reason"),
    ),
    ("loss", ("lost", "what")),
    ("note", ("subject", "text", "who", "made")),
    ("unblinding", ("what", "study", "subject", "who", "reason", "made")),
    ("event_edit", ("subject", "kind", "variable", "old", "new", "who", "made", "reason")),
)
"""Tables whose rows belong to an entry of the trail, and the columns its digest is over.

The column ``contents`` stays out: its SHA-256 stands beside it.
"""


def version_of(connection: Connection) -> int:
    """Return the format of an open file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def bring_forward(connection: Connection, *, to: int = VERSION) -> None:
    """Run the migrations that are missing, inside the transaction of the caller."""
    for version in range(version_of(connection), to):
        for statement in _statements(MIGRATIONS[version]):
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {to}")
    connection.execute(f"PRAGMA application_id = {APPLICATION}")


def _statements(script: str) -> list[str]:
    """Split a script at the semicolons that end a line outside of triggers.

    ``executescript`` would commit the transaction it runs in.
    """
    statements, lines = [], []
    for line in script.splitlines():
        lines.append(line)
        text = "\n".join(lines).strip()
        is_trigger = text.startswith("CREATE TRIGGER")
        if text.endswith("END;" if is_trigger else ";"):
            statements.append(text)
            lines = []
    return statements
