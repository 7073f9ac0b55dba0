"""What a reader hands over: tables as they stand in the file, not yet interpreted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from sjogren_desktop.results import Issue


class Declared(NamedTuple):
    """What the source said about itself, used while its values are interpreted.

    ``typed`` is True for formats that declare types (SAS, Dataset-JSON): their
    text is trimmed but never turned into numbers. ``decimal_comma`` is the
    assumption for texts such as ``1,234`` when the column itself decides
    nothing. ``decimal`` ("," or ".") and ``day_first`` are what the user said,
    which goes before what the column shows. ``sas`` is True for files of SAS, whose
    date-times are seconds from 1960. ``commas`` is True where other columns of the file
    have decimal commas, so that a point may stand between thousands.
    """

    typed: bool = True
    decimal_comma: bool = False
    decimal: str = ""
    day_first: bool | None = None
    sas: bool = False
    commas: bool = False


AS_DECLARED = Declared()


class Reading(NamedTuple):
    """How a file is to be read, where the user said so; "" leaves it to the content.

    ``encoding`` and ``separator`` are of delimited text, ``decimal`` is "," or
    ".", ``date_order`` "dmy" or "mdy" for dates such as 03/04/2014, ``missing``
    are values that mean "missing" in columns of numbers.
    """

    encoding: str = ""
    separator: str = ""
    decimal: str = ""
    date_order: str = ""
    missing: tuple[str, ...] = ()


AS_FOUND = Reading()


@dataclass(frozen=True)
class RawTable:
    """One table of a file: a data set, a sheet, a member of a transport file.

    Parameters
    ----------
    name : str
        Name of the data set as the file gives it ("" if it gives none).
    frame : pandas.DataFrame
        The records; column names as in the file. Texts that come again and again may be
        categories.
    labels : mapping of str to str
        Label of each column, where the file has them.
    label, sheet : str
        Label of the data set; sheet of a workbook.
    first_row : int
        Row of the first record as a spreadsheet numbers it.
    rows : numpy.ndarray of int, optional
        Row of every record, where they do not simply follow each other.
    declared : Declared
        How the values are to be interpreted.
    positions : tuple of int
        Column of the sheet (from 0) that each column stands in; () if unknown.
    """

    name: str
    frame: pd.DataFrame
    labels: Mapping[str, str] = field(default_factory=dict)
    label: str = ""
    sheet: str = ""
    first_row: int = 2
    rows: npt.NDArray[np.int64] | None = None
    declared: Declared = AS_DECLARED
    positions: tuple[int, ...] = ()

    def row(self, position: int) -> int:
        """Return the row in the source of the record at this position."""
        if self.rows is None:
            return self.first_row + position
        return int(self.rows[position])


@dataclass(frozen=True)
class RawTables:
    """Everything one file held, with what was wrong with it."""

    tables: tuple[RawTable, ...]
    issues: tuple[Issue, ...] = ()
