"""SPSS (SAV, ZSAV) and Stata (DTA) files, by pyreadstat."""

from __future__ import annotations

from pathlib import Path

import pyreadstat

from sjogren_desktop.results import Progress, no_progress
from sjogren_desktop.study.raw import RawTables
from sjogren_desktop.study.read_sas import read_with


def read_sav(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read an SPSS file; user-defined missing values become missing.

    Raises
    ------
    AnalysisError
        If the file cannot be read.
    """
    return read_with(pyreadstat.read_sav, path, progress)


def read_stata(path: Path, *, progress: Progress = no_progress) -> RawTables:
    """Read a Stata file.

    Raises
    ------
    AnalysisError
        If the file cannot be read.
    """
    return read_with(pyreadstat.read_dta, path, progress)
