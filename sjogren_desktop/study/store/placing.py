"""Put a new database in place as a whole: written beside its place, then renamed."""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.study.store.connection import Secret, connect, told

if TYPE_CHECKING:
    from sqlcipher3.dbapi2 import Connection


def put_in_place(
    path: Path,
    secret: Secret | None,
    fill: Callable[[Connection], None],
    *,
    before: Callable[[], None] | None = None,
) -> None:
    """Write a database and put it where ``path`` says, in place of any file there.

    Parameters
    ----------
    fill : callable
        Writes into the connection of the new file that it is given.
    before : callable, optional
        Called when the new file is complete, before it takes its place.

    Raises
    ------
    AnalysisError
        If it cannot be written; nothing is left behind then.
    """
    with told(path, "written"):
        aside = path.with_name(f".{path.stem}-{secrets.token_hex(4)}{path.suffix}")
        try:
            with closing(connect(aside, secret, write=True)) as connection:
                fill(connection)
            _flush(aside)
            if before is not None:
                before()
            aside.replace(path)
            _flush_folder(path.parent)
        finally:
            aside.unlink(missing_ok=True)


def clear_leftovers(path: Path) -> None:
    """Remove what a program left beside a file that died while putting a new one in its place.

    Only for who holds the lock of the file: nobody else is writing it then.
    """
    pattern = re.compile(rf"\.{re.escape(path.stem)}-[0-9a-f]{{8}}{re.escape(path.suffix)}")
    with suppress(OSError):
        for other in path.parent.iterdir():
            if pattern.fullmatch(other.name.removesuffix("-journal")):
                other.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("r+b") as written:
        os.fsync(written.fileno())


def _flush_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
