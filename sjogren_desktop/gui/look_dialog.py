"""A look at files before they are opened: their text beside what would be read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.data_sets import TextTable
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.gui.widths import widest_text
from sjogren_desktop.results import AnalysisError, Progress

if TYPE_CHECKING:
    from sjogren_desktop.study.preview import FilePreview, TablePreview
    from sjogren_desktop.study.raw import Reading

_NO_PARENT = QModelIndex()
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_AS_FOUND = marked("as found")

ENCODINGS = (
    ("", _AS_FOUND),
    ("utf-8", "UTF-8"),
    ("cp1252", marked("Windows-1252 (Western Europe)")),
    ("cp1250", marked("Windows-1250 (Central Europe)")),
    ("cp1251", marked("Windows-1251 (Cyrillic)")),
    ("cp932", marked("Shift-JIS (Japanese)")),
    ("gb18030", marked("GB 18030 (Chinese)")),
    ("utf-16", "UTF-16"),
)
SEPARATORS = (
    ("", _AS_FOUND),
    (",", marked("comma")),
    (";", marked("semicolon")),
    ("\t", marked("tab")),
    ("|", marked("bar |")),
)
DECIMALS = (("", _AS_FOUND), (".", marked("point: 1,234.5")), (",", marked("comma: 1.234,5")))
ORDERS = (
    ("", _AS_FOUND),
    ("dmy", marked("day first: 31/12/2024")),
    ("mdy", marked("month first: 12/31/2024")),
)


_KINDS = {"number": marked("number"), "date": marked("date"), "text": marked("text")}


@dataclass(frozen=True)
class OpenOrder:
    """Files to open, and how those are to be read of which something was said."""

    paths: tuple[Path, ...]
    readings: dict[str, Reading] = field(default_factory=dict)


class _Columns(TextTable):
    """What becomes of each column."""

    HEADERS = (
        marked("Column"),
        marked("Read as"),
        marked("Missing  "),
        marked("Written otherwise  "),
        marked("Only as text  "),
        marked("Label"),
    )
    NUMBERS = (2, 3, 4)

    def show(self, table: TablePreview | None) -> None:
        """Show the columns of a table."""
        columns = () if table is None else table.columns
        texts: list[tuple[str, ...]] = [
            (c.name, tr(_KINDS[c.kind]), f"{c.missing}  ", f"{c.changed}  ", f"{c.lost}  ", c.label)
            for c in columns
        ]
        tips = [
            tr(
                "{name}: {changed} values are written in another form than in the file, {lost} "
                "are kept as text only",
                name=c.name,
                changed=c.changed,
                lost=c.lost,
            )
            for c in columns
        ]
        self._fill(texts, tips, [])


class _Pairs(QAbstractTableModel):
    """Each column twice: the text in the file, and what is read from it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: list[str] = []
        self._cells: list[tuple[list[str], list[str]]] = []

    def show(self, table: TablePreview | None) -> None:
        """Show the first rows of a table."""
        self.beginResetModel()
        self._names = [] if table is None else list(map(str, table.raw.columns))
        self._cells = [] if table is None else [
            (list(map(str, table.raw[n])), list(map(str, table.parsed[n]))) for n in self._names
        ]  # fmt: skip
        self.endResetModel()

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._cells else len(self._cells[0][0])

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else 2 * len(self._names)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        texts, read = self._cells[index.column() // 2]
        text, value = texts[index.row()], read[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return value if index.column() % 2 else text
        if role == Qt.ItemDataRole.FontRole and index.column() % 2 and text.strip() != value:
            font = theme.font("body")
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                tr("{text!r} is read as {value!r}", text=text, value=value)
                if value
                else tr("{text!r} is read as missing", text=text)
            )
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = _DISPLAY,
    ) -> object:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation != Qt.Orientation.Horizontal:
            return str(section + 1)
        return tr("read as") if section % 2 else self._names[section // 2]

    def widest(self, column: int) -> str:
        """Return the longest text of a column, its header included."""
        texts = self._cells[column // 2][column % 2]
        header = str(self.headerData(column, Qt.Orientation.Horizontal))
        return widest_text([header, *texts])


class LookDialog(QDialog):
    """Shows files as they would be read, and lets the user say how to read them."""

    open_wanted = Signal(object)
    """The :class:`OpenOrder` that was decided on."""

    def __init__(self, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("look_dialog")
        self.setWindowTitle(tr("Look at files before opening"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._paths = tuple(paths)
        self._readings: dict[str, Reading] = {}
        self._seen: FilePreview | None = None
        self._task: Task | None = None
        self.message = Banner("look_message")
        self.columns = _Columns(self)
        self.pairs = _Pairs(self)
        self._files = self._box("look_file", tr("File looked at"))
        self._sheets = self._box("look_sheet", tr("Sheet or data set looked at"))
        self._encoding = self._box("look_encoding", tr("Encoding of the text"), ENCODINGS)
        self._separator = self._box("look_separator", tr("What separates the values"), SEPARATORS)
        self._decimal = self._box("look_decimal", tr("Decimal sign"), DECIMALS)
        self._order = self._box("look_order", tr("Order of day and month"), ORDERS)
        self._missing = QLineEdit()
        self._found = FaintLabel()
        self._column_view = plain_table("look_columns", tr("Columns of the file"))
        self._pair_view = plain_table("look_rows", tr("First rows: text of the file, and as read"))
        self._build()
        self._look()

    @property
    def is_looking(self) -> bool:
        """Say whether a file is being read."""
        return self._task is not None

    @property
    def seen(self) -> FilePreview | None:
        """What is shown, None while nothing could be read."""
        return self._seen

    # -- building

    def _box(self, name: str, title: str, items: Sequence[tuple[str, str]] = ()) -> QComboBox:
        box = ChoiceBox()
        box.setMinimumContentsLength(12)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setObjectName(name)
        box.setAccessibleName(title)
        box.setToolTip(title)
        for value, text in items:
            box.addItem(tr(text), value)
        return box

    def _build(self) -> None:
        for path in self._paths:
            self._files.addItem(path.name)
        self._files.currentIndexChanged.connect(self._change_file)
        self._sheets.currentIndexChanged.connect(self._show_table)
        for box in (self._encoding, self._separator, self._decimal, self._order):
            box.activated.connect(self._say)
        self._missing.setObjectName("look_missing")
        self._missing.setAccessibleName(tr("Values that mean missing"))
        self._missing.setPlaceholderText(tr("such as -99; 999"))
        self._missing.setToolTip(
            tr("Numbers that mean \u201cmissing\u201d, separated by semicolons")
        )
        self._missing.editingFinished.connect(self._say)
        self._column_view.setModel(self.columns)
        self._pair_view.setModel(self.pairs)
        self._pair_view.verticalHeader().show()
        self._pair_view.setShowGrid(True)
        choices = QGridLayout()
        choices.setHorizontalSpacing(2 * theme.SPACE)
        choices.setVerticalSpacing(theme.SPACE)
        for place, (text, widget) in enumerate(
            (
                (tr("&File"), self._files),
                (tr("&Sheet"), self._sheets),
                (tr("&Encoding"), self._encoding),
                (tr("Separa&tor"), self._separator),
                (tr("&Decimal sign"), self._decimal),
                (tr("Order of d&ates"), self._order),
                (tr("&Missing codes"), self._missing),
                (tr("Found"), self._found),
            )
        ):
            label = QLabel(text)
            label.setBuddy(widget)
            row, column = place % 4, 2 * (place // 4)
            choices.addWidget(label, row, column)
            choices.addWidget(widget, row, column + 1)
            choices.setColumnStretch(column + 1, 1)
        splitter = KeptSplitter(Qt.Orientation.Vertical, "look")
        splitter.addWidget(self._column_view)
        splitter.addWidget(self._pair_view)
        splitter.begin(200, 320)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.open_button = buttons.addButton(tr("&Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.open_button.setObjectName("look_open")
        self.open_button.setToolTip(tr("Open all files so"))
        buttons.accepted.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(self.message)
        layout.addLayout(choices)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)
        begin_with(self, 1000, 700)

    # -- looking

    @Slot()
    def _change_file(self) -> None:
        self._show_choices()
        self._look()

    def _show_choices(self) -> None:
        said = self._readings.get(self._files.currentText())
        for box, value in (
            (self._encoding, said.encoding if said else ""),
            (self._separator, said.separator if said else ""),
            (self._decimal, said.decimal if said else ""),
            (self._order, said.date_order if said else ""),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._missing.setText("; ".join(said.missing) if said else "")

    @Slot()
    def _say(self) -> None:
        """Take over what was said of the file, and look at it again."""
        from sjogren_desktop.study.raw import AS_FOUND, Reading

        codes = tuple(c.strip() for c in self._missing.text().split(";") if c.strip())
        said = Reading(
            str(self._encoding.currentData()),
            str(self._separator.currentData()),
            str(self._decimal.currentData()),
            str(self._order.currentData()),
            codes,
        )
        name = self._files.currentText()
        if said == self._readings.get(name, AS_FOUND):
            return
        self._readings[name] = said
        self._look()

    def _look(self) -> None:
        if self._task is not None:
            self._task.cancel()
        path = self._paths[self._files.currentIndex()]
        said = self._readings.get(path.name)

        def work(progress: Progress) -> object:
            from sjogren_desktop.study.preview import preview_file
            from sjogren_desktop.study.raw import AS_FOUND

            return preview_file(path, reading=said or AS_FOUND, progress=progress)

        self._task = Task(work, self)
        self._task.done.connect(self._take)
        self._task.failed.connect(self._take_failure)
        self._found.setText(tr("Reading\u2026"))
        self._task.start()

    @Slot(object)
    def _take(self, seen: object) -> None:
        self._task = None
        self._seen = seen  # type: ignore[assignment]
        self.message.clear()
        assert self._seen is not None
        self._sheets.blockSignals(True)
        self._sheets.clear()
        for table in self._seen.tables:
            self._sheets.addItem(table.sheet or self._seen.name)
        self._sheets.blockSignals(False)
        self._sheets.setEnabled(len(self._seen.tables) > 1)
        for box in (self._encoding, self._separator):
            box.setEnabled(self._seen.is_text)
        self._found.setText(_found(self._seen))
        self._show_table()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._task = None
        self._seen = None
        self._found.setText("")
        self.columns.show(None)
        self.pairs.show(None)
        if isinstance(error, AnalysisError):
            self.message.say("error", str(error))
            return
        errors.show_fault(error, self)

    @Slot()
    def _show_table(self) -> None:
        if self._seen is None or not self._seen.tables:
            return
        table = self._seen.tables[max(0, self._sheets.currentIndex())]
        self.columns.show(table)
        self.pairs.show(table)
        fit_columns(self._column_view, [self.columns.longest(c) for c in range(6)])
        widths = [self.pairs.widest(c) for c in range(self.pairs.columnCount())]
        fit_columns(self._pair_view, widths)

    @Slot()
    def _ask(self) -> None:
        self.open_wanted.emit(OpenOrder(self._paths, dict(self._readings)))


def _found(seen: FilePreview) -> str:
    """Return what was found out about a file, in words."""
    words = [tr(seen.format)]
    if seen.is_text:
        names = dict(ENCODINGS) | {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16"}
        words.append(tr(names.get(seen.reading.encoding, seen.reading.encoding)))
        separator = seen.reading.separator
        words.append(tr(dict(SEPARATORS).get(separator, repr(separator))))
    words.append(tr("{number} records", number=sum(t.records for t in seen.tables)))
    return ", ".join(words)
