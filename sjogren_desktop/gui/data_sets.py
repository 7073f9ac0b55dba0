"""What stands in the lists of the Import tab: data sets found, and findings.

Both are small tables of texts made once, in the background with the import.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QSize, Qt
from PySide6.QtWidgets import QApplication, QStyle

from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.widths import widest_text
from sjogren_desktop.results import Issue

if TYPE_CHECKING:
    from sjogren_desktop.study.summary import DatasetSummary

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_NAME = int(Qt.ItemDataRole.AccessibleTextRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_ICON = int(Qt.ItemDataRole.DecorationRole)
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_NO_PARENT = QModelIndex()

KIND_NAMES = {
    "ADSL": marked("Subjects"),
    "BDS": marked("Measurements"),
    "ADAE": marked("Adverse events"),
    "OCCDS": marked("Occurrences"),
    "ADTTE": marked("Time to event"),
    "OTHER": marked("Other"),
}
SEVERAL = {"error": marked("Errors"), "warning": marked("Warnings"), "note": marked("Notes")}
SEVERITIES = {"error": marked("Error"), "warning": marked("Warning"), "note": marked("Note")}
_ICONS = {
    "error": QStyle.StandardPixmap.SP_MessageBoxCritical,
    "warning": QStyle.StandardPixmap.SP_MessageBoxWarning,
    "note": QStyle.StandardPixmap.SP_MessageBoxInformation,
}


class TextTable(QAbstractTableModel):
    """Rows of texts under fixed headers; number columns at the right."""

    HEADERS: tuple[str, ...] = ()
    NUMBERS: tuple[int, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._texts: list[tuple[str, ...]] = []
        self._tips: list[str] = []
        self._marks: list[str] = []

    def _fill(self, texts: list[tuple[str, ...]], tips: list[str], marks: list[str]) -> None:
        self.beginResetModel()
        self._texts, self._tips, self._marks = texts, tips, marks
        self.endResetModel()

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._texts)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.HEADERS)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        row, column = index.row(), index.column()
        if role == _DISPLAY:
            return self._texts[row][column]
        if role == _ALIGN:
            return _RIGHT if column in self.NUMBERS else _LEFT
        if role == _TIP:
            return self._tips[row]
        if role == _ICON and column == 0 and self._marks:
            return QApplication.style().standardIcon(_ICONS[self._marks[row]])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical and role == _NAME:  # the rows show no head
            return self._texts[section][0]
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.HEADERS):
            return None
        if role == _DISPLAY:
            return tr(self.HEADERS[section])
        if role == _ALIGN:
            return _RIGHT if section in self.NUMBERS else _LEFT
        return None

    def longest(self, column: int) -> str:
        """Return the longest text of a column, its header included."""
        texts = [tr(self.HEADERS[column]), *(row[column] for row in self._texts)]
        mark = "     " if self._marks and column == 0 else ""
        return widest_text(texts) + mark


class DataSetTable(TextTable):
    """The data sets found."""

    HEADERS = (
        marked("Data set"),
        marked("Content"),
        marked("Rows  "),
        marked("Subjects  "),
        marked("Visits  "),
        marked("Findings  "),
        marked("Studies"),
        marked("Arms"),
    )
    NUMBERS = (2, 3, 4, 5)

    def set_summaries(self, summaries: Sequence[DatasetSummary]) -> None:
        """Show these data sets."""
        self._fill([_texts(each) for each in summaries], [_tip(each) for each in summaries], [])


def _tip(summary: DatasetSummary) -> str:
    label = f"{summary.label}: " if summary.label else ""
    counts = zip(SEVERAL.values(), (summary.errors, summary.warnings, summary.notes), strict=True)
    found = ", ".join(f"{tr(name)}: {count}" for name, count in counts)
    return f"{label}{', '.join(summary.sources)}\n{found}"


def _texts(summary: DatasetSummary) -> tuple[str, ...]:
    # Blanks keep numbers at the right off the texts of the next column. A data set without
    # subjects or visits has none to count, which is not the same as none found.
    found = tuple(f"{n}  " if n else "" for n in (summary.subjects, summary.visits))
    shown = (f"{summary.rows}  ", *found, f"{summary.issues}  ")
    kind = tr(KIND_NAMES.get(summary.kind, summary.kind))
    return (summary.name, kind, *shown, ", ".join(summary.studies), ", ".join(summary.arms))


class FindingTable(TextTable):
    """The problems found, worst first, with what to do about each."""

    HEADERS = (
        marked("Severity"),
        marked("What was found"),
        marked("What to do"),
        marked("Data set"),
        marked("File"),
        marked("Row  "),
        marked("Column"),
        marked("Subject"),
    )
    NUMBERS = (5,)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[Issue, str]] = []
        self._shown: list[tuple[Issue, str]] = []

    def set_issues(self, issues: Sequence[Issue], data_sets: Sequence[str] = ()) -> None:
        """Show these problems, all of them, with the names of the data sets they are about."""
        order = list(SEVERITIES)
        pairs = zip(issues, data_sets or [""] * len(issues), strict=True)
        self._all = sorted(pairs, key=lambda pair: order.index(pair[0].severity))
        self.set_filter("", "", "")

    def set_filter(self, needle: str, severity: str, check: str) -> None:
        """Show the problems with a text anywhere, of a severity and of a check ("": any)."""
        wanted = needle.strip().casefold()
        self._shown = [
            (i, name)
            for i, name in self._all
            if severity in ("", i.severity)
            and check in ("", i.check or "other")
            and (not wanted or wanted in _everything(i, name).casefold())
        ]
        tips = [f"{i.message} {i.action}".strip() for i, _ in self._shown]
        marks = [i.severity for i, _ in self._shown]
        self._fill([_line(i, name) for i, name in self._shown], tips, marks)

    @property
    def total(self) -> int:
        """Number of problems, shown or not."""
        return len(self._all)

    def issue(self, row: int) -> Issue:
        """Return the problem in a row."""
        return self._shown[row][0]

    def shown(self) -> tuple[tuple[Issue, str], ...]:
        """Return the problems shown with the data sets they are about, in their order."""
        return tuple(self._shown)


def _line(i: Issue, data_set: str) -> tuple[str, ...]:
    return (
        tr(SEVERITIES[i.severity]),
        i.message,
        i.action,
        data_set,
        f"{i.file} ({i.sheet})" if i.sheet else i.file,
        "" if i.row is None else f"{i.row}  ",
        i.column,
        i.subject,
    )


def _everything(i: Issue, data_set: str) -> str:
    return "\n".join((i.message, i.action, data_set, i.file, i.sheet, i.column, i.subject, i.check))


def icon_size(height: int) -> QSize:
    """Return the size of the severity mark beside text of this height."""
    return QSize(height, height)
