"""What is told of a file written out of a study, so that its study file can record it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sjogren_desktop.results import Result


@dataclass(frozen=True)
class Export:
    """A file or folder that was written.

    Parameters
    ----------
    what : str
        Such as "Workbook of results".
    path : Path
    blinding : str
        Mark of what was written (a key of :data:`.results.BLINDING`), "" without one.
    """

    what: str
    path: Path
    blinding: str = ""


def blinding_of(results: Iterable[Result]) -> str:
    """Return the marks of results as one text."""
    return ", ".join(dict.fromkeys(r.blinding for r in results if r.blinding))
