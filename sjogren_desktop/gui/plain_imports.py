"""Has Qt for Python leave alone what is imported after it."""

from __future__ import annotations

import builtins

import PySide6.QtCore  # noqa: F401  (it puts its own import in place)


def keep_plain() -> None:
    """Do not read the source of whatever is imported from now on, nor keep its lines.

    Qt for Python does so to serve ``from __feature__ import``, which nothing here uses: a
    seventh of the time of all imports, and 64 MB (measured with 6.11).
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
