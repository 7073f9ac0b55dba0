"""Reports of faults, written to a file on this computer and sent nowhere.

A report names places in the program, never a value: the message of an
exception may quote the data that upset it, so only its kind is kept. A crash
that ends the program at once leaves the stack of each thread, likewise without
values, which is found at the next start.
"""

from __future__ import annotations

import faulthandler
import os
import platform
import traceback
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QStandardPaths

from sjogren_desktop import __version__
from sjogren_desktop.crew import Places

_KEPT = 20
"""Reports beyond these are removed, the oldest first."""


def reports_folder() -> Path:
    """Return the folder of the reports, which need not exist."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place)) / "reports"


def report_of(error: BaseException) -> str:
    """Return version, system, and the places a fault went through, without any value."""
    lines = [*_head(), ""]
    seen: set[int] = set()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} in {frame.name}" for frame in _frames(cause)
        ]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        if cause is not None:
            lines.append("which followed on")
    return "\n".join(lines) + "\n"


def _frames(error: BaseException) -> Sequence[traceback.FrameSummary]:
    """Return the places an error went through, here or in another process."""
    if isinstance(error, Places):
        return error.frames
    return traceback.extract_tb(error.__traceback__)


def _head() -> list[str]:
    return [
        f"Sjögren Desktop {__version__}: report of a fault",
        f"Date: {datetime.now().astimezone().isoformat(timespec='seconds')}",
        f"System: {platform.platform()}; Python {platform.python_version()}",
        "This file holds no data of a study: only places in the program are named.",
    ]


def _short(name: str) -> str:
    """Return the path of a module from its package on: folders may name a user or a study."""
    parts = Path(name).parts
    if "sjogren_desktop" in parts:
        return "/".join(parts[len(parts) - 1 - parts[::-1].index("sjogren_desktop") :])
    for top in ("site-packages", "lib", "app", "_internal"):
        if top in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(top)
            return "/".join(parts[last + 1 :])
    return parts[-1]


def write_report(error: BaseException) -> Path | None:
    """Write the report of a fault and return its file, None if it cannot be written."""
    folder = reports_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"fault-{datetime.now():%Y%m%d-%H%M%S-%f}.txt"
        path = folder / name
        path.write_text(report_of(error), encoding="utf-8")
        for old in sorted(folder.glob("fault-*.txt"))[:-_KEPT]:
            old.unlink()
    except OSError:
        return None
    return path


@dataclass
class CrashWatch:
    """Records where every thread was if the program is ended by a crash.

    ``earlier`` is the record of a program that ended so before, None if none did.
    """

    earlier: Path | None = None
    _stream: TextIO | None = field(default=None, repr=False)
    _path: Path | None = field(default=None, repr=False)

    def start(self) -> None:
        """Begin to watch; without a folder to write to, nothing is recorded."""
        folder = reports_folder()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.earlier = _take_earlier(folder)
            self._path = folder / f"running-{os.getpid()}.txt"
            self._stream = self._path.open("w", encoding="utf-8")
            self._stream.write("\n".join(_head()) + "\n\n")
            self._stream.flush()
        except OSError:
            self._stream = None
            return
        faulthandler.enable(self._stream)

    def stop(self) -> None:
        """End to watch, at the end of a program that did not crash."""
        if self._stream is None or self._path is None:
            return
        faulthandler.disable()
        self._stream.close()
        self._stream = None
        self._path.unlink(missing_ok=True)


def _take_earlier(folder: Path) -> Path | None:
    """Keep the records that hold a crash, remove those that do not, return the newest kept."""
    found = None
    for record in sorted(folder.glob("running-*.txt")):
        if _is_running(record):
            continue
        text = record.read_text(encoding="utf-8", errors="replace")
        if "most recent call first" not in text:
            record.unlink()  # ended from outside; nothing to tell
            continue
        when = datetime.fromtimestamp(record.stat().st_mtime)
        found = record.replace(folder / f"fault-{when:%Y%m%d-%H%M%S-%f}-crash.txt")
    return found


def _is_running(record: Path) -> bool:
    """Tell whether the program that writes a record still runs."""
    number = int(record.stem.removeprefix("running-"))
    if number == os.getpid():
        return False
    if os.name == "nt":  # there, a file that is open elsewhere cannot be renamed
        try:
            record.replace(record)
        except OSError:
            return True
        return False
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
