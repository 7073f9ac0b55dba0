"""Open connections to SQLCipher, and sentences for what it reports.

A study file is one file at rest: changes go through SQLite's rollback journal,
which stands beside it only while a change is being written and is encrypted
like the file. Nothing is put into temporary files.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.store.header import Header

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection

PAGE = 4096
_BUSY_SECONDS = 5

FULL, READ_ONLY, IO_ERROR, CORRUPT, NOT_A_DATABASE = 13, 8, 10, 11, 26
BUSY, LOCKED, CANNOT_OPEN, NO_PERMISSION, TOO_BIG = 5, 6, 14, 3, 18


@dataclass(frozen=True)
class Secret:
    """Key and salt of an encrypted file, kept in memory only."""

    key: bytes
    header: Header

    def __repr__(self) -> str:
        return "Secret()"  # a key must not reach a crash report


class WrongPassphraseError(AnalysisError):
    """The passphrase does not open the file; nothing was learned from it."""


class DamagedError(AnalysisError):
    """Part of the file cannot be read; what is left can be recovered (see :mod:`.recover`)."""


def connect(path: Path, secret: Secret | None, *, write: bool) -> Connection:
    """Return a connection in autocommit mode; nothing of the file is read yet.

    Parameters
    ----------
    path : Path
        File to open; it is made if ``write`` is set and it does not exist.
    secret : Secret or None
        None for a file that is not encrypted.
    """
    connection = sqlite.connect(
        file_uri(path, "rwc" if write else "ro"),
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=_BUSY_SECONDS,
    )
    connection.execute("PRAGMA cipher_log_level = NONE")  # it would print to the console
    _give_key(connection, secret)
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def make_durable(connection: Connection) -> None:
    """Have each change reach the disk before it counts as saved; reads the first page.

    A change is saved in this order: the old pages go to the rollback journal, which
    is flushed; the new pages go to the file, which is flushed; the journal is
    removed. Whenever the power fails, the journal is whole and brings the old
    state back, or it is gone and the new state is whole. EXTRA flushes the
    folder too, without which a removed journal may come back and undo a change
    that was told as saved. On macOS a flush reaches the disk itself only with
    ``fullfsync``; elsewhere that does nothing. A write-ahead log would need files
    beside the study file at rest and memory shared over the network.

    Source: *Atomic Commit In SQLite* and *PRAGMA synchronous*, sqlite.org.
    """
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")


def memory_connection(secret: Secret | None) -> Connection:
    """Return an empty database in memory, with the key that lets pages be copied into it."""
    connection = sqlite.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level = NONE")
    _give_key(connection, secret)
    return connection


@contextmanager
def told(path: Path, doing: str) -> Iterator[None]:
    """Turn errors of SQLite and of the system into sentences about this file.

    Parameters
    ----------
    doing : str
        What was going on, such as ``"saved"``.
    """
    try:
        yield
    except sqlite.Error as error:
        raise _translated(error, path, doing) from error
    except OSError as error:
        raise AnalysisError(
            f"{path.name} could not be {doing}: {_reason(error)}. {_ADVICE}"
        ) from error


def code_of(error: sqlite.Error) -> int:
    """Return the primary result code of SQLite, 0 where there is none."""
    return int(getattr(error, "sqlite_errorcode", 0) or 0) & 0xFF


def damaged_pages(connection: Connection, path: Path) -> tuple[int, int]:
    """Return how many pages fail their check, and how many there are.

    Every page of an encrypted file carries a keyed hash (HMAC-SHA512) over its
    contents and number: a flipped bit, a page in the place of another and a
    wrong key all fail it.
    """
    failing = len(connection.execute("PRAGMA cipher_integrity_check").fetchall())
    return failing, max(1, path.stat().st_size // PAGE)


def damaged(path: Path, what: str) -> DamagedError:
    """Return the error for a file of which a part cannot be read."""
    return DamagedError(
        f"{path.name} is damaged: {what}. The file was left as it is. Recover what can still be "
        "read into a new study file, or take a backup copy."
    )


def _give_key(connection: Connection, secret: Secret | None) -> None:
    if secret is not None:
        raw = f"{secret.key.hex()}{secret.header.salt.hex()}"
        connection.execute(f"PRAGMA key = \"x'{raw}'\"")


_ADVICE = "What was saved before is unchanged."


def file_uri(path: Path, mode: str) -> str:
    """Return the address SQLite opens a file by, in a mode such as ``"ro"``."""
    uri = path.absolute().as_uri()
    if not uri.startswith("file:///"):  # a share of Windows: SQLite takes no host in an address
        uri = f"file:////{uri.removeprefix('file://')}"
    return f"{uri}?mode={mode}"


_SENTENCES: dict[int, Callable[[str], str]] = {
    FULL: lambda start: f"{start}: the disk is full. Free some space and try again. {_ADVICE}",
    READ_ONLY: lambda start: f"{start}: the file or its folder is read-only. {_ADVICE}",
    NO_PERMISSION: lambda start: f"{start}: access was refused. {_ADVICE}",
    CANNOT_OPEN: lambda start: (
        f"{start}: it is not there any more, or its folder cannot be written to. {_ADVICE}"
    ),
    IO_ERROR: lambda start: (
        f"{start}: the disk or the network drive reports an error. Check that it is connected "
        f"and has space, and try again. {_ADVICE}"
    ),
    BUSY: lambda start: f"{start}: another program is using it. Try again. {_ADVICE}",
    LOCKED: lambda start: f"{start}: another program is using it. Try again. {_ADVICE}",
    TOO_BIG: lambda start: f"{start}: a column is larger than a study file can hold. {_ADVICE}",
}


def _translated(error: sqlite.Error, path: Path, doing: str) -> AnalysisError:
    code = code_of(error)
    if code in (CORRUPT, NOT_A_DATABASE):
        return damaged(path, "a part of it cannot be read")
    sentence = _SENTENCES.get(code)
    start = f"{path.name} could not be {doing}"
    return AnalysisError(sentence(start) if sentence else f"{start} ({error}). {_ADVICE}")


def _reason(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return "the disk is full"
    if isinstance(error, FileNotFoundError):
        return "the file or its folder is not there any more"
    if error.errno == errno.EROFS:
        return "the folder is read-only"
    if isinstance(error, PermissionError):
        return "access was refused; it may be open in another program, or read-only"
    return error.strerror or type(error).__name__
