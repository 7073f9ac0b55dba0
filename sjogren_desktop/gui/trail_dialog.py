"""The audit trail of a study file: who did what, when and why; filtered and exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, files, theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.data_sets import TextTable
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import Progress

if TYPE_CHECKING:
    from sjogren_desktop.study.store import Entry, StudyFile

HEADERS = (
    marked("No.  "),
    marked("Local time"),
    marked("Who"),
    marked("What"),
    marked("Subject"),
    marked("Where"),
    marked("Old value"),
    marked("New value"),
    marked("Reason"),
    marked("UTC"),
)
_UNBROKEN = marked(
    "The chain of entries is unbroken. Its last hash, to be noted and compared: {last}"
)
_BROKEN = marked(
    "The chain of entries does not fit the file. Its last hash, to be noted and compared: {last}"
)
_SHOWN = 80  # characters of a cell; the tooltip and the workbook have all


def texts_of(entry: Entry) -> tuple[str, ...]:
    """Return an entry as texts, one a header."""
    return (
        str(entry.number),
        entry.local.replace("T", " "),
        entry.who,
        entry.what,
        entry.subject,
        entry.place,
        entry.old,
        entry.new,
        entry.reason,
        entry.utc.replace("T", " "),
    )


class TrailTable(TextTable):
    """The entries that the filter leaves, newest first."""

    HEADERS = HEADERS
    NUMBERS = (0,)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all: list[tuple[str, ...]] = []
        self._search: list[str] = []
        self.shown: list[tuple[str, ...]] = []

    def set_trail(self, trail: Sequence[Entry]) -> None:
        """Take a trail."""
        self._all = [texts_of(entry) for entry in reversed(trail)]
        self._search = ["\n".join(texts).casefold() for texts in self._all]
        self.filter("")

    def filter(self, text: str) -> None:
        """Show the entries that hold every word of a text."""
        words = text.casefold().split()
        self.shown = [
            texts
            for texts, searched in zip(self._all, self._search, strict=True)
            if all(word in searched for word in words)
        ]
        tips = [
            "\n".join(f"{tr(h).strip()}: {t}" for h, t in zip(HEADERS, row, strict=True) if t)[
                :2000
            ]
            for row in self.shown
        ]
        short = [(f"{row[0]}  ", *(_short(t) for t in row[1:])) for row in self.shown]
        self._fill(short, tips, [])

    @property
    def total(self) -> int:
        """Number of all entries."""
        return len(self._all)


class TrailDialog(QDialog):
    """Shows the trail of a file; it can be filtered and exported, not changed."""

    exported = Signal(object)
    """Path of a workbook that was written."""

    def __init__(self, file: StudyFile, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("trail_dialog")
        self.setWindowTitle(tr("Audit trail"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._file = file
        self._task: Task | None = None
        self.message = Banner("trail_message")
        self.table = TrailTable(self)
        self.view = plain_table("trail", tr("Entries of the audit trail, newest first"))
        self.search = QLineEdit()
        self.search.setObjectName("trail_filter")
        self.search.setAccessibleName(tr("Filter"))
        self.search.setPlaceholderText(tr("Patient, person, value, date \u2026"))
        self.search.setToolTip(tr("Show the entries that hold all of these words"))
        self.search.setClearButtonEnabled(True)
        self.count = QLabel()
        self.count.setObjectName("trail_count")
        self.state = FaintLabel()
        self.state.setObjectName("trail_state")
        self.state.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._build()
        self.show_trail()

    def show_trail(self) -> None:
        """Show the trail as it is now."""
        trail = self._file.trail
        self.table.set_trail(trail)
        self.table.filter(self.search.text())
        self._show_count()
        fit_columns(self.view, [self.table.longest(c) for c in range(len(HEADERS))])
        if self._file.findings:
            self.message.say("error", " ".join(self._file.findings))
        last = trail[-1].hash if trail else ""
        self._said, self._last = _BROKEN if self._file.findings else _UNBROKEN, last
        self.state.setText(tr(self._said, last=last))

    def _build(self) -> None:
        self.view.setModel(self.table)
        label = QLabel(tr("&Filter"))
        label.setBuddy(self.search)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(label)
        top.addWidget(self.search, 1)
        top.addWidget(self.count)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        self.export_button = QPushButton(tr("&Export to Excel\u2026"))
        self.export_button.setObjectName("trail_export")
        self.export_button.setToolTip(tr("Write the entries shown to an Excel workbook"))
        buttons.addButton(self.export_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(self.message)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.state)
        layout.addWidget(buttons)
        self.search.textChanged.connect(self._filter)
        self.export_button.clicked.connect(self._ask_export)
        buttons.rejected.connect(self.reject)
        width = 140 * self.fontMetrics().averageCharWidth()
        begin_with(self, width, round(0.55 * width))

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.table.filter(text)
        self._show_count()

    def _show_count(self) -> None:
        say_in(
            self.count,
            tr("{count} of {total} entries", count=len(self.table.shown), total=self.table.total),
        )

    @Slot()
    def _ask_export(self) -> None:
        files.choose_workbook(self, "audit-trail.xlsx", self._export)

    @Slot(str)
    def _export(self, chosen: str) -> None:
        if self._task is not None:
            return
        path, rows, name = Path(chosen), tuple(self.table.shown), self._file.path.name
        words = self.search.text().strip()
        notes = [
            f"{len(rows)} of {self.table.total} entries"
            + (f", those that hold: {words}." if words else "."),
            self._said.format(last=self._last),
            *self._file.findings,
        ]

        def work(progress: Progress) -> object:
            from sjogren_desktop.export.trail_workbook import write_trail

            headers = [header.strip() for header in HEADERS]
            write_trail(path, headers, rows, title=f"Audit trail of {name}", notes=notes)
            return path

        task = Task(work, self)
        task.done.connect(self._take_written)
        task.failed.connect(self._take_failure)
        self._task = task
        self.export_button.setEnabled(False)
        task.start()

    @Slot(object)
    def _take_written(self, path: object) -> None:
        self._end()
        self.message.say("note", tr("The workbook was written: {path}", path=path))
        self.exported.emit(path)

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._end()
        fault = tr("The export stopped because of a fault in the program.")
        self.message.say("error", errors.sentence_of(error, fault, self))

    def _end(self) -> None:
        self._task = None
        self.export_button.setEnabled(True)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}\u2026"
