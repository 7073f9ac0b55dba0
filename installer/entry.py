"""Where the packaged program starts.

Worker processes start the same file again, as if it were a Python; what they
were started for is done here before anything of the program is loaded.
"""

from __future__ import annotations

import multiprocessing
import os
import runpy
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

_CLEANER = "from multiprocessing.resource_tracker "
"""By this the standard library starts what cleans up after processes that share something."""
_OWN = ("sjogren_desktop.study.own_process", "sjogren_desktop.crew")
"""Modules by which the program reads a file, and works, in processes of its own."""


def worker_of(arguments: Sequence[str]) -> tuple[str, list[str]] | None:
    """Return the way and the rest of the arguments by which a worker was started, else None.

    The program itself writes ``-m`` with one of its own modules first, the standard library
    ``-c "from MODULE import main; ..."`` after the flags of its Python. Nothing else is obeyed.
    """
    if len(arguments) > 1 and arguments[0] == "-m" and arguments[1] in _OWN:
        return "-m", list(arguments[1:])
    for place, word in enumerate(arguments[:-1]):
        if word == "-c" and arguments[place + 1].startswith(_CLEANER):
            return "-c", list(arguments[place + 1 :])
    return None


def fonts_folder(system: str, environment: Mapping[str, str], home: Path) -> Path:
    """Return where matplotlib remembers the fonts it found: beside what the program remembers.

    By itself it would write into the user's home, where no uninstaller looks for it.
    """
    if system == "win32":
        place = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif system == "darwin":
        place = home / "Library" / "Application Support"
    else:
        place = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    return place / "Sjogren Desktop" / "Sjogren Desktop" / "matplotlib"


def main() -> int:
    """Serve as a worker if started as one, else start the program."""
    multiprocessing.freeze_support()
    if "MPLCONFIGDIR" not in os.environ:
        os.environ["MPLCONFIGDIR"] = str(fonts_folder(sys.platform, os.environ, Path.home()))
    started = worker_of(sys.argv[1:])
    if started is None:
        from sjogren_desktop.__main__ import main as start

        return start()
    way, rest = started
    sys.argv = rest
    if way == "-m":
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    else:
        exec(rest[0], {"__name__": "__main__"})
    return 0


if __name__ == "__main__":
    sys.exit(main())
