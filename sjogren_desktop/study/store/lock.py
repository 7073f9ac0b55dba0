"""One writer at a time: a lock the operating system lets go of when a program dies.

The lock is held on a small file beside the study file, not on the study file
itself: SQLite locks that for the moment of each transaction, and locks of one
process on one file undo each other. The small file says who holds it, so
that a second opener can be told; left over after a crash, it locks nothing.
"""

from __future__ import annotations

import errno
import json
import os
import platform
import sys
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_TRIES = 5
_MOST_BYTES = 1000


@dataclass(frozen=True)
class Holder:
    """Who has the file open: user, computer, and since when (text, "" if unknown)."""

    who: str = ""
    computer: str = ""
    since: str = ""

    def __str__(self) -> str:
        parts = [self.who or "another window or program"]
        if self.computer:
            parts.append(f"on {self.computer}")
        if self.since:
            parts.append(f"since {self.since}")
        return " ".join(parts)


class SessionLock:
    """The lock of one study file, held until :meth:`release` or the end of the process."""

    def __init__(self, descriptor: int, path: Path) -> None:
        self._descriptor: int | None = descriptor
        self._path = path

    def release(self) -> None:
        """Let go of the lock and remove its file; a second call does nothing."""
        if self._descriptor is None:
            return
        descriptor, self._descriptor = self._descriptor, None
        if sys.platform == "win32":
            os.close(descriptor)  # an open file cannot be removed there
            _remove(self._path)
        else:
            _remove(self._path)  # before letting go, so that nobody's new lock is removed
            os.close(descriptor)

    def __del__(self) -> None:
        self.release()


def lock_path(path: Path) -> Path:
    """Return where the lock of a study file stands."""
    return path.with_name(f".{path.name}.lock")


def acquire(path: Path, who: str) -> SessionLock | Holder:
    """Lock a study file; return who has it where that is not possible.

    Raises
    ------
    OSError
        If the folder cannot be written to.
    """
    place = lock_path(path)
    for _ in range(_TRIES):
        descriptor = os.open(place, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o644)
        if not _lock(descriptor):
            holder = _read_holder(descriptor)
            os.close(descriptor)
            return holder
        if _is_at(descriptor, place):
            _write_holder(descriptor, who)
            return SessionLock(descriptor, place)
        os.close(descriptor)  # its holder removed it between opening and locking
    return Holder()


def _is_at(descriptor: int, place: Path) -> bool:
    if sys.platform == "win32":
        return True
    try:
        there = place.stat()
    except OSError:
        return False
    mine = os.fstat(descriptor)
    return (there.st_dev, there.st_ino) == (mine.st_dev, mine.st_ino)


def _write_holder(descriptor: int, who: str) -> None:
    told = [who, platform.node(), f"{datetime.now():%Y-%m-%d %H:%M}"]
    content = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")[:_MOST_BYTES]
    try:
        os.ftruncate(descriptor, 0)
        os.lseek(descriptor, 0, os.SEEK_SET)
        os.write(descriptor, content)
    except OSError:  # a full disk: the lock holds without saying whose it is
        return


def _read_holder(descriptor: int) -> Holder:
    try:
        os.lseek(descriptor, 0, os.SEEK_SET)
        told = json.loads(os.read(descriptor, _MOST_BYTES).decode("utf-8"))
        return Holder(*[str(part)[:80] for part in told[:3]])
    except (OSError, ValueError, TypeError):
        return Holder()


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # left behind it locks nothing
        return


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> bool:
        # A byte far beyond the text: a locked byte cannot be read by others.
        os.lseek(descriptor, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            if error.errno in (errno.EWOULDBLOCK, errno.EACCES):
                return False
            raise
        return True
