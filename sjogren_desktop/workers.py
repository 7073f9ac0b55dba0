"""How many processes may work at once, wherever the program runs from.

A worker is started by calling the interpreter. In a package that is the program
itself: ``installer/entry.py`` tells a worker from a window by its arguments.
"""

from __future__ import annotations

import sys


def worker_count(asked: int = 0) -> int:
    """Return the number of worker processes: what was asked for, or all cores for 0.

    Always 1 in a program frozen by PyInstaller on Windows: there joblib names the
    worker's handle in a way that no frozen program understands (joblib/loky issue 236).
    The package that is put together from Python's own files and a launcher is not
    frozen in this sense.
    """
    if sys.platform == "win32" and getattr(sys, "frozen", False):
        return 1
    if asked:
        return asked
    import joblib

    return int(joblib.cpu_count())
