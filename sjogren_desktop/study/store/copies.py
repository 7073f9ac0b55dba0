"""Save a study file under another name or with another passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.store import schema
from sjogren_desktop.study.store.audit import Event
from sjogren_desktop.study.store.connection import file_uri
from sjogren_desktop.study.store.header import Cost
from sjogren_desktop.study.store.opening import hold, lock_for_writing, new_secret, open_with
from sjogren_desktop.study.store.placing import put_in_place
from sjogren_desktop.study.store.study_file import StudyFile

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def save_as(file: StudyFile, path: Path) -> StudyFile:
    """Save a study file under another name, with the same passphrase; close it, open the copy.

    Raises
    ------
    AnalysisError
        If the copy cannot be written; the file given then stays open.
    """
    path = path.resolve()
    if path == file.path:
        raise AnalysisError(f"{path.name} is the file that is open. Choose another name.")
    held = lock_for_writing(path, file.who)
    try:
        file.copy_to(path)
        made = open_with(path, file.secret, file.who, held)
    except BaseException:
        held.release()
        raise
    if not made.read_only:
        made.enter(Event("Saved as a new file", old=file.path.name, new=path.name))
    file.close()
    return made


def change_passphrase(
    file: StudyFile,
    passphrase: str,
    *,
    cost: Cost | None = None,
    progress: Progress | None = None,
) -> StudyFile:
    """Encrypt a study file with another passphrase and a new salt; return it, opened again.

    A file that was not encrypted becomes so. The new file is written beside
    the old one and takes its place at the end; copies made before keep their
    passphrase.

    Raises
    ------
    AnalysisError
        If it cannot be done; the file given then stays open, unless putting
        the new one in its place failed.
    """
    secret = new_secret(passphrase, cost, progress)
    event = Event("Passphrase changed" if file.is_encrypted else "Encrypted with a passphrase")
    file.enter(event)  # before, so that the new file has it too
    if file.is_encrypted:
        file.copy_to(file.path, secret=secret, before=file.close)
    else:
        source = file.path

        def export(connection: Connection) -> None:
            connection.execute("ATTACH DATABASE ? AS source KEY ''", (file_uri(source, "ro"),))
            connection.execute("SELECT sqlcipher_export('main', 'source')")
            connection.execute("DETACH DATABASE source")
            connection.execute(f"PRAGMA user_version = {schema.VERSION}")
            connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")

        put_in_place(file.path, secret, export, before=file.close)
    return open_with(file.path, secret, file.who, hold(file.path, file.who, False))
