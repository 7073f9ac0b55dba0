"""A data frame of any length in a table view, sorted and filtered by NumPy.

A view asks for some hundred cells at every step of scrolling, so nothing here
touches pandas per cell: a column is taken out once as an array, and a cell is an
index into it. Sorting and filtering make an array of
row numbers, in the background where the table is long, and never go through
QSortFilterProxyModel, which needs a minute for what takes a quarter of a second.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot

from sjogren_desktop.gui import local
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.gui.widths import widest_text
from sjogren_desktop.results import Progress, no_progress

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_HORIZONTAL = Qt.Orientation.Horizontal
_NO_PARENT = QModelIndex()

_LONG = 100_000
"""Tables with more rows are sorted and filtered in the background."""

_LOOKED_AT = 100_000
"""Dates looked at in one piece."""
_SAMPLE = 200
"""Rows looked at to find the width of a column."""


@dataclass(frozen=True, eq=False)
class FrameColumn:
    """One column, ready to show: values, and whether they are numbers."""

    name: str
    label: str
    values: npt.NDArray[Any]
    is_number: bool
    unit: Literal["", "D", "s"] = ""
    """Of dates: the last part shown, "D" or "s"; making texts of a million takes seconds."""

    def text(self, row: int) -> str:
        """Return the value as it was recorded, in the user's notation; missing is empty."""
        value = self.values[row]
        if self.unit and value == value:
            return local.day(str(self.texts(value)))
        return self._text(value)

    def first(self, rows: int) -> list[str]:
        """Return the texts of the first rows, those that come again not always."""
        values = self.values[:rows]
        if self.unit:
            return [local.day(str(t)) for t in self.texts(values[values == values])]
        return list(map(self._text, dict.fromkeys(values.tolist())))

    def _text(self, value: Any) -> str:
        if value is None or value != value:
            return ""
        if not self.is_number:
            return str(value)
        text = format(value, ".12g")
        return text.replace(".", local.sign()) if "." in text else text

    def texts(self, dates: npt.NDArray[np.datetime64]) -> npt.NDArray[np.str_]:
        """Return dates as they are shown."""
        import numpy as np

        return np.datetime_as_string(dates, unit=self.unit or "s")


class Columns(Sequence[FrameColumn]):
    """The columns of a frame, each taken out when it is first asked for."""

    def __init__(self, frame: pd.DataFrame, labels: Mapping[str, str]) -> None:
        self._frame = frame
        self.names = tuple(map(str, frame.columns))
        self.labels = tuple(labels.get(name, "") for name in self.names)
        self._made: dict[int, FrameColumn] = {}

    def __len__(self) -> int:
        return len(self.names)

    def __getitem__(self, place: Any) -> Any:
        if not 0 <= place < len(self.names):
            raise IndexError(place)
        made = self._made.get(place)
        if made is None:
            made = _column(self._frame.iloc[:, place], self.names[place], self.labels[place])
            self._made[place] = made
        return made


def _column(column: pd.Series, name: str, label: str) -> FrameColumn:
    import numpy as np
    from pandas.api.types import is_bool_dtype, is_datetime64_any_dtype, is_numeric_dtype

    unit: Literal["", "D", "s"] = ""
    is_number = is_numeric_dtype(column.dtype) and not is_bool_dtype(column.dtype)
    if is_number and isinstance(column.dtype, np.dtype):
        values = column.to_numpy()
    elif is_number:
        values = column.to_numpy(dtype=np.float64, na_value=np.nan)
    elif is_datetime64_any_dtype(column.dtype):
        values = column.dt.tz_localize(None).to_numpy()
        unit = "D" if _are_days(values) else "s"
    else:
        values = column.astype(object).to_numpy()
        if column.dtype != "str":  # whose missing values are all NaN
            values = np.where(column.isna(), None, values)
    return FrameColumn(name, label, values, is_number, unit)


def _are_days(values: npt.NDArray[np.datetime64]) -> bool:
    """Say whether all dates are without a time of day.

    Piece by piece: memory for an array of millions more takes longer than a turn may.
    """
    import numpy as np

    # The second day of all, in the unit of these dates.
    a_day = np.array([1], dtype="datetime64[D]").astype(values.dtype).view(np.int64)[0]
    for start in range(0, len(values), _LOOKED_AT):
        piece = values[start : start + _LOOKED_AT]
        days = piece.view(np.int64) // a_day
        days *= a_day
        if not bool(((days == piece.view(np.int64)) | np.isnat(piece)).all()):
            return False
    return True


_DIGITS = re.compile(r"([0-9]{1,18})")
_PIECE = 20_000


def arrange(
    columns: Sequence[FrameColumn],
    rows: int,
    *,
    by: int | None = None,
    descending: bool = False,
    needle: str = "",
    within: int | None = None,
) -> npt.NDArray[np.intp]:
    """Return the row numbers to show, in order.

    Parameters
    ----------
    columns : sequence of FrameColumn
    rows : int
    by : int, optional
        Column to sort by; missing values come last in both directions, and
        equal values keep their order.
    descending : bool
    needle : str
        Text that a row must contain, in any case of letters. A number column
        contains it if it is the same number.
    within : int, optional
        Column searched; all when None.
    """
    import numpy as np

    order = np.arange(rows)
    wanted = needle.strip()
    if wanted:
        searched = columns if within is None else [columns[within]]
        keep = np.zeros(rows, dtype=bool)
        for column in searched:
            keep |= _contains(column, wanted)
        order = order[keep]
    if by is not None and len(order):
        keys, missing = _keys(columns[by])
        keys, missing = keys[order], missing[order]
        present, absent, keys = order[~missing], order[missing], keys[~missing]
        if descending:  # from behind, so that equal values keep their order
            place = len(keys) - 1 - np.argsort(keys[::-1], kind="stable")[::-1]
        else:
            place = np.argsort(keys, kind="stable")
        order = np.concatenate([present[place], absent])
    return order


def _keys(column: FrameColumn) -> tuple[npt.NDArray[Any], npt.NDArray[np.bool_]]:
    """Return numbers in the order of the values, and which values are missing."""
    import numpy as np

    from sjogren_desktop.study import by_pieces

    if column.is_number:
        return column.values, np.isnan(column.values)
    if column.unit:
        return column.values, np.isnat(column.values)
    codes, unique = by_pieces.coded(column.values)
    ranks = np.zeros(len(unique) + 1, dtype=np.intp)
    ranks[_in_order([str(u) for u in unique])] = np.arange(len(unique))
    return ranks[codes], codes < 0


def _in_order(texts: Sequence[str]) -> list[int]:
    """Return the places of different texts in their order.

    A sort cannot be interrupted, so more texts than are sorted at a glance are sorted
    in pieces and merged, and the numbers in them (as in identifiers of records) are
    letters like others, which takes a seventh of the time.
    """
    count = len(texts)
    if count <= _PIECE:
        return sorted(range(count), key=lambda place: _as_counted(texts[place]))
    pieces = [range(start, min(start + _PIECE, count)) for start in range(0, count, _PIECE)]
    plain = texts.__getitem__
    return list(heapq.merge(*(sorted(piece, key=plain) for piece in pieces), key=plain))


def _as_counted(text: str) -> tuple[list[str | int], str]:
    """Return what sorts Week 4 before Week 12, and patient 9 before patient 10."""
    parts: list[str | int] = list(_DIGITS.split(text))
    parts[1::2] = [int(part) for part in _DIGITS.findall(text)]
    return parts, text


def _contains(column: FrameColumn, needle: str) -> npt.NDArray[np.bool_]:
    import numpy as np
    import pandas as pd

    from sjogren_desktop.study import by_pieces

    if column.is_number:
        try:
            number = local.number_of(needle)
        except ValueError:
            return np.zeros(len(column.values), dtype=bool)
        return np.asarray(column.values == number)
    codes: npt.NDArray[Any]
    different: Sequence[object]
    if column.unit:
        codes, dates = pd.factorize(column.values)
        # A date is found as it is shown and as it is recorded; days are few, times may be many.
        different = recorded = column.texts(dates).tolist()
        shown = {day: local.day(day) for day in {text[:10] for text in recorded}}
        if any(day != own for day, own in shown.items()):
            different = [f"{text}\n{shown[text[:10]]}{text[10:]}" for text in recorded]
    else:
        codes, different = by_pieces.coded(column.values)
    folded = needle.casefold()
    # One place more, which the code -1 of missing values reaches.
    hit = np.array([folded in str(u).casefold() for u in different] + [False], dtype=bool)
    return np.asarray(hit[codes])


class FrameModel(QAbstractTableModel):
    """The rows of a frame that fit a filter, in the order of a column."""

    arranged = Signal()
    """The rows shown are those of the filter and order last asked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: Sequence[FrameColumn] = ()
        self.names: tuple[str, ...] = ()
        """Names of the columns."""
        self._labels: tuple[str, ...] = ()
        self._rows = 0
        self._order: npt.NDArray[np.intp] | None = None
        self._by: int | None = None
        self._descending = False
        self._needle = ""
        self._within: int | None = None
        self._task: Task | None = None

    # -- what the panel calls

    def set_frame(self, frame: pd.DataFrame, labels: Mapping[str, str] | None = None) -> None:
        """Show a frame from its first row, unsorted and unfiltered."""
        self._drop_task()
        columns = Columns(frame, labels or {})
        self.beginResetModel()
        self._columns, self._rows, self._order = columns, len(frame), None
        self.names, self._labels = columns.names, columns.labels
        self._by, self._needle, self._within = None, "", None
        self.endResetModel()
        self.arranged.emit()

    def set_filter(self, needle: str, within: int | None = None) -> None:
        """Show the rows that contain a text, in one column or in any."""
        self._needle, self._within = needle, within
        self._arrange()

    @property
    def total(self) -> int:
        """Rows of the frame, shown or not."""
        return self._rows

    @property
    def is_busy(self) -> bool:
        """Say whether rows are being put in order in the background."""
        return self._task is not None

    def widest(self, column: int) -> str:
        """Return the longest text among the first rows of a column, or its name."""
        shown = self._columns[column]
        return widest_text([*shown.first(_SAMPLE), shown.name + "   "])

    # -- order

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._by = column if 0 <= column < len(self._columns) else None
        self._descending = order == Qt.SortOrder.DescendingOrder
        self._arrange()

    def _arrange(self) -> None:
        self._drop_task()
        columns, rows = self._columns, self._rows
        by, descending, needle, within = self._by, self._descending, self._needle, self._within

        def work(progress: Progress) -> object:
            return arrange(
                columns, rows, by=by, descending=descending, needle=needle, within=within
            )

        if rows <= _LONG:
            self._take(work(no_progress))
            return
        self._task = Task(work, self)
        self._task.done.connect(self._take)
        self._task.start()

    @Slot(object)
    def _take(self, order: object) -> None:
        self._task = None
        self.beginResetModel()
        self._order = order  # type: ignore[assignment]
        self.endResetModel()
        self.arranged.emit()

    def _drop_task(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    # -- what the view calls

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        if parent.isValid():
            return 0
        return self._rows if self._order is None else len(self._order)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        if role == _DISPLAY:
            row, order = index.row(), self._order
            return self._columns[index.column()].text(row if order is None else order[row])
        if role == _ALIGN:
            return _RIGHT if self._columns[index.column()].is_number else _LEFT
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == _HORIZONTAL:
            if not 0 <= section < len(self._columns):
                return None
            name = self.names[section]
            if role == _DISPLAY:
                return name
            if role == _ALIGN:
                return _RIGHT if self._columns[section].is_number else _LEFT
            return (self._labels[section] or name) if role == _TIP else None
        if role == _DISPLAY and 0 <= section < self.rowCount():
            return str(section + 1 if self._order is None else int(self._order[section]) + 1)
        return None
