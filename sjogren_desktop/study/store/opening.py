"""Make and open study files.

What is opened is checked first: every page against its keyed hash, the format,
and the audit trail. Nothing is written before that, so a damaged file stays
as it is.
"""

from __future__ import annotations

import os
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.store import audit, lock, schema
from sjogren_desktop.study.store.audit import Event
from sjogren_desktop.study.store.change import Change
from sjogren_desktop.study.store.connection import (
    CORRUPT,
    NOT_A_DATABASE,
    PAGE,
    Secret,
    WrongPassphraseError,
    code_of,
    connect,
    damaged,
    damaged_pages,
    make_durable,
    memory_connection,
    told,
)
from sjogren_desktop.study.store.header import (
    PLAIN,
    SIZE,
    Cost,
    Header,
    derive_key,
    new_header,
    read_header,
)
from sjogren_desktop.study.store.lock import Holder, SessionLock
from sjogren_desktop.study.store.placing import clear_leftovers, put_in_place
from sjogren_desktop.study.store.study_file import (
    StudyFile,
    first_facts,
    user_name,
)

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def create(
    path: Path,
    *,
    passphrase: str | None,
    who: str = "",
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> StudyFile:
    """Make a new study file, in place of any that has the name, and open it.

    Parameters
    ----------
    passphrase : str or None
        None makes a file that is **not encrypted**: whoever has it can read it.
    cost : Cost, optional
        What trying one passphrase costs.
    progress : callable, optional
        Told until there is a key, which takes long: what it raises leaves no trace of a file.
        The key is made in a process then; without, in this thread, which nothing ends.

    Raises
    ------
    AnalysisError
        If it cannot be written; a file that had the name is then untouched.
    """
    user = who or user_name()
    secret = None if passphrase is None else new_secret(passphrase, cost, progress)
    if progress is not None:
        progress(0.0, "Making the study file")

    def fill(connection: Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        schema.bring_forward(connection)
        first_facts(Change(connection, (), user))
        connection.execute("COMMIT")

    held = lock_for_writing(path, user)
    try:
        put_in_place(path, secret, fill)
        return open_with(path, secret, user, held)
    except BaseException:
        held.release()
        raise


def open_file(
    path: Path,
    *,
    passphrase: str | None = None,
    who: str = "",
    read_only: bool = False,
    progress: Progress | None = None,
) -> StudyFile:
    """Open a study file.

    It is opened to be read only, with a sentence why, where another window
    has it open, it or its folder cannot be written to, or its audit trail was
    tampered with. ``progress`` is that of :func:`create`.

    Raises
    ------
    WrongPassphraseError
        If the passphrase does not open it.
    DamagedError
        If a part of it cannot be read.
    AnalysisError
        If it is no study file, or of a newer program.
    """
    secret = key_of(path, passphrase, progress)
    user = who or user_name()
    held = hold(path, user, read_only)
    try:
        return open_with(path, secret, user, held)
    except BaseException:
        if isinstance(held, SessionLock):
            held.release()
        raise


def needs_passphrase(path: Path) -> bool:
    """Say whether a study file is encrypted.

    Raises
    ------
    AnalysisError
        If it is not there or no study file.
    """
    return _header_of(path) is not None


def key_of(path: Path, passphrase: str | None, progress: Progress | None = None) -> Secret | None:
    """Return the key of a file, None where it is not encrypted.

    Raises
    ------
    AnalysisError
        If there is no study file, or no passphrase for an encrypted one.
    """
    header = _header_of(path)
    if header is None:
        return None
    if not passphrase:
        raise WrongPassphraseError(f"{path.name} is encrypted. Give its passphrase.")
    return Secret(derive_key(passphrase, header, progress), header)


def new_secret(
    passphrase: str, cost: Cost | None = None, progress: Progress | None = None
) -> Secret:
    """Return the key of a passphrase with a new salt.

    Raises
    ------
    AnalysisError
        If the passphrase is empty.
    """
    if not passphrase:
        raise AnalysisError("The passphrase is empty. Give one, or choose not to encrypt.")
    header = new_header(cost or Cost())
    return Secret(derive_key(passphrase, header, progress), header)


def _header_of(path: Path) -> Header | None:
    """Return the header of an encrypted file, None for one that is not encrypted."""
    try:
        with path.open("rb") as file:
            first = file.read(SIZE)
    except OSError as error:
        why = "it was not found" if isinstance(error, FileNotFoundError) else error.strerror
        raise AnalysisError(
            f"{path.name} could not be opened in {path.absolute().parent}: {why}. "
            "Check the name and whether the drive is connected."
        ) from error
    if first == PLAIN:
        return None
    header = read_header(first)
    if header is None:
        raise AnalysisError(
            f"{path.name} is not a study file, or its first bytes are damaged. Choose another "
            "file, or take a backup copy."
        )
    return header


def lock_for_writing(path: Path, who: str) -> SessionLock:
    with told(path, "written"):
        held = lock.acquire(path.resolve(), who)
    if isinstance(held, Holder):
        raise AnalysisError(f"{path.name} is open: {held}. Close it there, or choose another name.")
    return held


def hold(path: Path, who: str, read_only: bool) -> SessionLock | str:
    """Lock the file for this session; return why it is read only where that is not done."""
    if read_only:
        return f"{path.name} was opened to be read only."
    if not os.access(path, os.W_OK):
        return f"{path.name} is read-only: it can be looked at but not changed."
    try:
        held = lock.acquire(path.resolve(), who)
    except OSError:
        return (
            f"The folder of {path.name} cannot be written to: the study can be looked at but not "
            "changed. Save it as a new file in another folder to go on with it."
        )
    if isinstance(held, Holder):
        return (
            f"{path.name} is open already: {held}. Here it can be looked at but not changed. "
            "Close it there and open it again to change it."
        )
    return held


def open_with(path: Path, secret: Secret | None, who: str, held: SessionLock | str) -> StudyFile:
    path = path.resolve()
    why = held if isinstance(held, str) else ""
    if not why:
        clear_leftovers(path)
    with told(path, "opened"):
        connection = _checked_connection(path, secret, write=not why)
        try:
            connection = _current(connection, path, secret, who, write=not why)
            findings = audit.check_trail(connection)
            if findings and not why:
                why = (
                    f"The audit trail of {path.name} does not fit what the file holds, so it can "
                    "be looked at but not changed."
                )
            notes = []
            if secret is not None and secret.header.repaired:
                notes.append(
                    f"One bit at the beginning of {path.name} was wrong and was put right. The "
                    "disk may be failing: keep a copy elsewhere."
                )
            return StudyFile(
                connection,
                path,
                secret=secret,
                lock=held if isinstance(held, SessionLock) else None,
                who=who,
                read_only=why,
                findings=findings,
                notes_on_opening=notes,
            )
        except BaseException:
            connection.close()
            raise


def _checked_connection(path: Path, secret: Secret | None, *, write: bool) -> Connection:
    """Return a connection to a file all of whose pages are whole."""
    connection = connect(path, secret, write=write)
    try:
        try:
            connection.execute("BEGIN")  # a writer elsewhere waits while the pages are checked
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            (pages,) = connection.execute("PRAGMA page_count").fetchone()
        except sqlite.DatabaseError as error:
            if code_of(error) not in (CORRUPT, NOT_A_DATABASE):
                raise
            raise _wrong_or_damaged(path, secret) from error
        if secret is None:
            whole = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            failing = 0 if whole else 1
        else:
            failing, _ = damaged_pages(connection, path)
        if failing or path.stat().st_size < pages * PAGE:
            raise _wrong_or_damaged(path, secret)
        connection.execute("COMMIT")
        make_durable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _wrong_or_damaged(path: Path, secret: Secret | None) -> AnalysisError:
    if secret is None:
        return damaged(path, "its contents do not fit together")
    with closing(connect(path, secret, write=False)) as fresh:
        with suppress(sqlite.DatabaseError):  # the check wants a first read, however it ends
            fresh.execute("SELECT count(*) FROM sqlite_master").fetchone()
        failing, pages = damaged_pages(fresh, path)
    if failing >= pages:
        return WrongPassphraseError(
            f"The passphrase does not open {path.name}. Check capital letters and the keyboard's "
            "language, and try again."
        )
    if failing:
        return damaged(path, f"{failing} of its {pages} pages cannot be read")
    return damaged(path, "its end is missing")


def _current(
    connection: Connection, path: Path, secret: Secret | None, who: str, *, write: bool
) -> Connection:
    """Return a connection in the format of today, brought forward if need be."""
    version = schema.version_of(connection)
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application != schema.APPLICATION:
        raise AnalysisError(f"{path.name} is a database, but not a study file. Choose another.")
    if version > schema.VERSION:
        raise AnalysisError(
            f"{path.name} was written by a newer version of this program (format {version}; this "
            f"version reads up to {schema.VERSION}). Update the program. The file was left as it "
            "is."
        )
    if version == schema.VERSION:
        return connection
    if not write:
        return _forward_in_memory(connection, secret)
    connection.execute("BEGIN IMMEDIATE")
    try:
        schema.bring_forward(connection)
        change = Change(connection, audit.read_trail(connection), who)
        change.enter(
            Event("Format brought forward", old=f"format {version}", new=f"format {schema.VERSION}")
        )
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    return connection


def _forward_in_memory(connection: Connection, secret: Secret | None) -> Connection:
    """Return a copy in memory in the format of today, for a file that may not be written."""
    memory = memory_connection(secret)
    connection.backup(memory)
    connection.close()
    memory.execute("BEGIN")
    schema.bring_forward(memory)
    memory.execute("COMMIT")
    return memory
