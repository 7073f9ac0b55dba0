"""Folders for what an import has to put on the disk, removed even after the program was killed.

What is unpacked from an archive is data of patients. A folder of this module
is removed at the end of the import; one whose program was killed before that
is removed by the next import, which knows it by its lock: the operating
system lets go of that when a program dies.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from sjogren_desktop.study.store import lock

_PREFIX = "sjogren-"
_NAME = re.compile(_PREFIX + r"\w{8}")
_HELD = "held"
_TRIES = 20
_YOUNG = 60.0
"""Seconds for which a folder without a lock may be one that is just being made."""


@contextlib.contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder in the place for temporary files, and remove it with all it holds."""
    remove_leftovers()
    folder, held = _locked_folder()
    try:
        yield folder
    finally:
        if held is not None:
            held.release()
        shutil.rmtree(folder, ignore_errors=True)


def _locked_folder() -> tuple[Path, lock.SessionLock | None]:
    """Make a folder and lock it.

    Another program that looks for leftovers just then may take the lock between making
    and locking, and remove the folder: then another one is made.
    """
    for _ in range(_TRIES):
        folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
        with contextlib.suppress(FileNotFoundError):
            held = lock.acquire(folder / _HELD, "")
            if isinstance(held, lock.SessionLock) and folder.is_dir():
                return folder, held
    return Path(tempfile.mkdtemp(prefix=_PREFIX)), None


def remove_leftovers() -> None:
    """Remove the folders of programs that were killed; what cannot be removed is left."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        if not _NAME.fullmatch(folder.name) or folder.is_symlink() or not folder.is_dir():
            continue
        with contextlib.suppress(OSError):  # of another user, or removed by another import
            if not lock.lock_path(folder / _HELD).exists():
                if time.time() - folder.stat().st_mtime > _YOUNG:
                    shutil.rmtree(folder, ignore_errors=True)
                continue
            held = lock.acquire(folder / _HELD, "")
            if isinstance(held, lock.SessionLock):
                held.release()
                shutil.rmtree(folder, ignore_errors=True)
