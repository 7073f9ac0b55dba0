"""The editor of the lists of adverse events of special interest.

Groups stand at the left, what the chosen group looks for at the right, each with the
number of adverse events of the study that it finds now. What is edited can be taken
back; what is wrong is marked in place and keeps the lists from being used. What is
edited, and the numbers, are in :mod:`.edited_lists`.
"""

# reason: building the dialog is a third of it; what it edits stands elsewhere

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import errors, files, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel, push_button
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.edit_table import ChoiceDelegate, EditColumn, MarkedTable
from sjogren_desktop.gui.edited_lists import Counts, EditedLists, words_of
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.event_lists import EventLists, Fault

_TITLE, _WITHIN, _ONLY, _FOUND, _KEY = range(5)
_SERIOUS = "serious"


@dataclass(frozen=True)
class ListsChange:
    """Lists that shall be used from now on.

    ``text`` is that of their file, "" for those that come with the program; ``old`` and
    ``new`` say in words which lists held and what was changed.
    """

    text: str
    old: str
    new: str
    reason: str


class EventListsDialog(QDialog):
    """Shows the lists of a study and lets them be changed."""

    saved = Signal(object)
    """The :class:`ListsChange` that was decided on."""

    def __init__(self, study: StudyData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("event_lists_dialog")
        self.setWindowTitle(tr("Lists of events of special interest"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        from sjogren_desktop.analyses import event_lists

        self._study: StudyData | None = study
        self._warned_of: EventLists | None = None
        self._first = event_lists.lists_of(study.event_lists)
        self._edited = EditedLists(self._first)
        self._counts = Counts()
        self._reading: Task | None = None
        self._counting: Task | None = None
        self.message = Banner("lists_message")
        self.name, self.reason = QLineEdit(), QLineEdit()
        self.groups = MarkedTable(self._group_columns(), self)
        self.entries = MarkedTable(
            (
                EditColumn(
                    marked("Looks for"),
                    marked("What is compared, and how"),
                    choices=_kinds,
                    free=False,
                ),
                EditColumn(
                    marked("Text"),
                    marked("* stands for any letters, ? for one; case does not matter"),
                ),
                EditColumn(
                    marked("Events"),
                    marked("Events of the study that this entry finds"),
                    editable=False,
                ),
            ),
            self,
        )
        self.group_view = plain_table("lists_groups", tr("Groups"))
        self.entry_view = plain_table("lists_entries", tr("What the group looks for"))
        self._buttons: dict[str, QPushButton] = {}
        self._mark = FaintLabel()
        self._mark.setObjectName("lists_fingerprint")
        self._build()
        self._show()
        self._look_through()

    @property
    def lists(self) -> EventLists:
        """The lists as they are now."""
        return self._edited.now

    @property
    def is_edited(self) -> bool:
        """Say whether there are changes that are not used yet."""
        return self.lists != self._first

    def take_study(self, study: StudyData | None, holding: str) -> None:
        """Count in another study, or in the same one with other events.

        What was changed here stays; without changes, the lists that hold now are shown.
        ``holding`` is the text of these, "" for those that come with the program.
        """
        from sjogren_desktop.analyses import event_lists

        is_edited, self._first = self.is_edited, event_lists.lists_of(holding)
        if not is_edited:
            self._edited = EditedLists(self._first)
        self._study = study
        self._look_through()

    # -- building

    def _group_columns(self) -> tuple[EditColumn, ...]:
        return (
            EditColumn(marked("Group"), marked("Name of the group, as tables print it")),
            EditColumn(
                marked("Only within"),
                marked("Only events that belong to this other group, which stands above"),
                choices=self._other_groups,
                free=False,
            ),
            EditColumn(
                marked("Only"),
                marked("Whether serious events alone belong to the group"),
                choices=_only,
                free=False,
            ),
            EditColumn(
                marked("Events"), marked("Events of the study that the group finds"), editable=False
            ),
        )

    def _build(self) -> None:
        for field, name, tip in (
            (self.name, "lists_name", tr("Name of the lists, printed with every result")),
            (self.reason, "lists_reason", tr("Why the lists are changed; kept in the audit trail")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(tip)
            field.setToolTip(tip)
            field.setMaxLength(200)
        self.name.editingFinished.connect(self._take_name)
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        label = QLabel(tr("&Name of the lists"))
        label.setBuddy(self.name)
        self._mark.setWordWrap(False)
        for widget, stretch in ((label, 0), (self.name, 1), (self._mark, 0)):
            top.addWidget(widget, stretch)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, "event_lists")
        splitter.addWidget(
            self._pane(
                tr("&Groups"),
                self.group_view,
                self.groups,
                (
                    ("add_group", tr("Add"), tr("Add a group (Insert)"), self.add_group),
                    (
                        "drop_group",
                        tr("Remove"),
                        tr("Remove the group chosen (Delete)"),
                        self.drop_group,
                    ),
                    ("up", tr("Up"), tr("Move the group up (Alt+Up)"), self.move_up),
                    ("down", tr("Down"), tr("Move the group down (Alt+Down)"), self.move_down),
                ),
            )
        )
        splitter.addWidget(
            self._pane(
                tr("&The group looks for"),
                self.entry_view,
                self.entries,
                (
                    ("add_entry", tr("Add"), tr("Add a term (Insert)"), self.add_entry),
                    (
                        "drop_entry",
                        tr("Remove"),
                        tr("Remove the term chosen (Delete)"),
                        self.drop_entry,
                    ),
                ),
            )
        )
        splitter.begin(600, 600)
        self.groups.edited.connect(self._take_groups)
        self.entries.edited.connect(self._take_entries)
        self.group_view.selectionModel().currentRowChanged.connect(self._choose)
        self.entry_view.selectionModel().currentRowChanged.connect(self._refresh)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        for name, text, tip, slot in (
            ("undo", tr("&Undo"), tr("Take the last change back (Ctrl+Z)"), self.undo),
            ("redo", tr("&Redo"), tr("Make it again (Ctrl+Y)"), self.redo),
            (
                "shipped",
                tr("As &shipped"),
                tr("Go back to the lists of the program"),
                self.take_shipped,
            ),
            (
                "open",
                tr("&Open file\u2026"),
                tr("Lists (TOML), or a table of own terms"),
                self.ask_file,
            ),
            (
                "save",
                tr("Sa&ve to file\u2026"),
                tr("Write the lists to a TOML file"),
                self.ask_name,
            ),
        ):
            line.addWidget(self._button(name, text, tip, slot))
        line.addStretch(1)
        why = QLabel(tr("Reason &for the change"))
        why.setBuddy(self.reason)
        bottom = QHBoxLayout()
        bottom.setSpacing(theme.SPACE)
        bottom.addWidget(why)
        bottom.addWidget(self.reason, 1)
        box = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        box.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("lists_cancel")
        self.use = QPushButton(tr("Use these &lists"))
        self.use.setObjectName("lists_use")
        self.use.setToolTip(
            tr("Analyses use these lists from now on; results made before are marked")
        )
        box.addButton(self.use, QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.save)
        box.rejected.connect(self._drop)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addLayout(top)
        layout.addWidget(self.message)
        layout.addWidget(splitter, 1)
        layout.addLayout(line)
        layout.addLayout(bottom)
        layout.addWidget(box)
        self._keys()
        begin_with(self, 1240, 680)

    def _pane(
        self,
        title: str,
        view: QTableView,
        model: MarkedTable,
        buttons: Sequence[tuple[str, str, str, Callable[[], None]]],
    ) -> QWidget:
        view.setModel(model)
        view.setItemDelegate(ChoiceDelegate(view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        label = QLabel(title)
        label.setBuddy(view)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        for each in buttons:
            line.addWidget(self._button(*each))
        line.addStretch(1)
        pane = QWidget()
        layout = QVBoxLayout(pane)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(label)
        layout.addWidget(view, 1)
        layout.addLayout(line)
        return pane

    def _button(self, name: str, text: str, tip: str, slot: Callable[[], None]) -> QPushButton:
        button = push_button(f"lists_{name}", text, tip, slot)
        button.setAutoDefault(False)
        self._buttons[name] = button
        return button

    def _keys(self) -> None:
        of_view = Qt.ShortcutContext.WidgetShortcut
        for key, where, slot in (
            (QKeySequence.StandardKey.Undo, None, self.undo),
            (QKeySequence.StandardKey.Redo, None, self.redo),
            ("Insert", self.group_view, self.add_group),
            ("Delete", self.group_view, self.drop_group),
            ("Alt+Up", self.group_view, self.move_up),
            ("Alt+Down", self.group_view, self.move_down),
            ("Insert", self.entry_view, self.add_entry),
            ("Delete", self.entry_view, self.drop_entry),
        ):
            shortcut = QShortcut(QKeySequence(key), where or self)
            if where is not None:
                shortcut.setContext(of_view)
            shortcut.activated.connect(slot)

    def _other_groups(self) -> Sequence[tuple[str, str]]:
        return [("", ""), *((g.key, g.title) for g in self.lists.groups)]

    # -- what the user does

    @Slot()
    def add_group(self) -> None:
        """Add a group at the end and let its name be written."""
        self._edited.add_group()
        self._show()
        self.group_view.scrollToBottom()
        self.group_view.edit(self.groups.index(self._edited.chosen, _TITLE))

    @Slot()
    def drop_group(self) -> None:
        """Remove the group chosen; what lies within it is told of, not removed."""
        self._edited.drop_group()
        self._show()

    @Slot()
    def move_up(self) -> None:
        """Move the group chosen up."""
        self._edited.move_group(-1)
        self._show()

    @Slot()
    def move_down(self) -> None:
        """Move the group chosen down."""
        self._edited.move_group(1)
        self._show()

    @Slot()
    def add_entry(self) -> None:
        """Add an entry to the group chosen and let its text be written."""
        group = self._edited.group
        if group is not None:
            self._edited.set_entries((*group.entries, ("terms", "")))
            self._show()
            index = self.entries.index(len(group.entries), 1)
            self.entry_view.scrollToBottom()
            self.entry_view.setCurrentIndex(index)
            self.entry_view.edit(index)

    @Slot()
    def drop_entry(self) -> None:
        """Remove the entry chosen."""
        row, group = self.entry_view.currentIndex().row(), self._edited.group
        if group is not None and row >= 0:
            self._edited.set_entries([e for place, e in enumerate(group.entries) if place != row])
            self._show()

    @Slot()
    def take_shipped(self) -> None:
        """Go back to the lists that come with the program."""
        from sjogren_desktop.analyses.event_lists import shipped

        self._change(shipped())

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        self._edited.undo()
        self._show()

    @Slot()
    def redo(self) -> None:
        """Make the change again that was taken back."""
        self._edited.redo()
        self._show()

    @Slot()
    def ask_file(self) -> None:
        """Ask for a file of lists, or a table of terms."""
        files.choose_event_lists(self, self._open)

    @Slot()
    def ask_name(self) -> None:
        """Ask for the name of a file and write the lists to it."""
        files.choose_event_lists_name(self, "events_of_interest.toml", self._write)

    @Slot()
    def save(self) -> None:
        """Hand the lists on to be used, if nothing is wrong with them."""
        from sjogren_desktop.analyses import event_lists

        if event_lists.faults(self.lists):
            return
        said = event_lists.difference(self._first, self.lists)
        if said:
            text = "" if self.lists == event_lists.shipped() else event_lists.lists_text(self.lists)
            new = f"{self.lists.named}: {said}"
            self.saved.emit(ListsChange(text, self._first.named, new, self.reason.text().strip()))
        else:
            self.accept()

    def take_answer(self, *, used: bool) -> None:
        """Close once the lists are used; else they stay here."""
        if used:
            self.accept()
        else:
            text = tr("The lists are not used yet; the main window says why.")
            self.message.say("error", text)

    # -- files

    @Slot(str)
    def _open(self, chosen: str) -> None:
        """Take the lists of a file; the groups of a table of terms are added to those there are."""
        path = Path(chosen)

        def work(progress: Progress) -> object:
            from sjogren_desktop.analyses import event_lists, interest

            if path.suffix.lower() == ".toml":
                return event_lists.read_lists(path)
            return interest.read_terms(path)

        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._start(work, self._take_file)

    @Slot(object)
    def _take_file(self, read: object) -> None:
        self._reading = None
        if not isinstance(read, tuple):
            self._change(read)  # type: ignore[arg-type]
            return
        self._edited.add_groups(read)
        self._show()

    @Slot(str)
    def _write(self, chosen: str) -> None:
        from sjogren_desktop.analyses.event_lists import lists_text
        from sjogren_desktop.export.files import write_contents_aside

        try:
            write_contents_aside(Path(chosen), lists_text(self.lists).encode("utf-8"))
        except AnalysisError as error:
            self.message.say("error", str(error))
            return
        self.message.say("note", tr("The lists were written: {path}", path=chosen))

    def _look_through(self) -> None:
        """Collect the terms of the study's events, to count what is found."""
        study = self._study
        if self._counting is not None:
            self._counting.cancel()
        if study is None:
            self._take_words(None)
            return

        def work(progress: Progress) -> object:
            return words_of(study)

        self._counting = self._start(work, self._take_words)

    @Slot(object)
    def _take_words(self, words: object) -> None:
        self._counting = None
        self._counts = Counts(words)  # type: ignore[arg-type]
        self._show()

    def _start(self, work: Callable[[Progress], object], take: Callable[[object], None]) -> Task:
        task = Task(work, self)
        task.done.connect(take)
        task.failed.connect(self._take_failure)
        task.start()
        return task

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        if isinstance(error, AnalysisError):
            self.message.say("error", str(error))
        else:
            errors.show_fault(error, self)

    def reject(self) -> None:
        """Close the window; changes that are not used go at the second time only."""
        if self.is_edited and self._warned_of != self.lists:
            self._warned_of = self.lists
            self.message.say(
                "warning",
                tr(
                    "These changes are not used yet. Press Use these lists to have them counted, "
                    "or close once more to drop them."
                ),
            )
            return
        super().reject()

    @Slot()
    def _drop(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def done(self, result: int) -> None:
        for task in (self._reading, self._counting):
            if task is not None:
                task.cancel()
        self._reading = self._counting = None
        super().done(result)

    # -- state

    @Slot()
    def _take_name(self) -> None:
        name = " ".join(self.name.text().split())
        if name and name != self.lists.name:
            self._change(replace(self.lists, name=name))
        self.name.setText(self.lists.name)

    @Slot()
    def _take_groups(self) -> None:
        known = {group.key: group for group in self.lists.groups}
        groups = tuple(
            replace(
                known[row[_KEY]],
                title=" ".join(row[_TITLE].split()),
                within=row[_WITHIN],
                serious=row[_ONLY] == _SERIOUS,
            )
            for row in self.groups.rows()
        )
        self._change(replace(self.lists, groups=groups))

    @Slot()
    def _take_entries(self) -> None:
        entries = tuple((kind, " ".join(text.split())) for kind, text, *_ in self.entries.rows())
        self._edited.set_entries(entries)
        self._show()

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() != self._edited.chosen:
            self._edited.chosen = now.row()
            self._show_entries()
            self._refresh()

    def _change(self, lists: EventLists) -> None:
        if self._edited.change(lists):
            self._show()

    # -- what is shown

    def _show(self) -> None:
        self.name.setText(self.lists.name)
        self._mark.setText(tr("Fingerprint {digits}", digits=self.lists.fingerprint))
        counts = self._counts
        rows = [
            (g.title, g.within, _SERIOUS * g.serious, counts.of_group(g, self.lists), g.key)
            for g in self.lists.groups
        ]
        place = self.group_view.currentIndex().column()
        self.groups.show(rows)
        if self.group_view.currentIndex().row() != self._edited.chosen:
            self.group_view.setCurrentIndex(self.groups.index(self._edited.chosen, max(0, place)))
        fit_columns(self.group_view, [self.groups.longest(c) for c in range(4)])
        self._show_entries()
        self._refresh()

    def _show_entries(self) -> None:
        group = self._edited.group
        entries = group.entries if group else ()
        rows = [(kind, text, self._counts.of_entry(kind, text)) for kind, text in entries]
        place = self.entry_view.currentIndex()
        row, column = min(place.row(), len(rows) - 1), max(0, place.column())
        self.entries.show(rows)
        if self.entry_view.currentIndex().row() != row:
            self.entry_view.setCurrentIndex(self.entries.index(row, column))
        fit_columns(self.entry_view, [self.entries.longest(c) for c in range(3)])

    @Slot()
    def _refresh(self) -> None:
        from sjogren_desktop.analyses.event_lists import faults

        found = faults(self.lists)
        self._show_faults(found)
        many, row = len(self.lists.groups), self.entry_view.currentIndex().row()
        for name, enabled in (
            ("drop_group", many > 0),
            ("up", self._edited.chosen > 0),
            ("down", self._edited.chosen < many - 1),
            ("add_entry", many > 0),
            ("drop_entry", row >= 0),
            ("undo", self._edited.can_undo),
            ("redo", self._edited.can_redo),
            ("save", not found),
        ):
            self._buttons[name].setEnabled(enabled)
        self.use.setEnabled(not found)

    def _show_faults(self, found: Sequence[Fault]) -> None:
        places = {(f.group, _TITLE): f.message for f in reversed(found)}
        entries = {
            (f.entry, 1): f.message
            for f in found
            if f.group == self._edited.chosen and f.entry is not None
        }
        for model, faults in ((self.groups, places), (self.entries, entries)):
            if model.faults != faults:
                model.faults = faults
                if model.rowCount():
                    last = model.index(model.rowCount() - 1, model.columnCount() - 1)
                    model.dataChanged.emit(model.index(0, 0), last)
        if found:
            more = tr(" There are {n} more.", n=len(found) - 1) if len(found) > 1 else ""
            self.message.say("error", found[0].message + more)
        elif self.message.kind == "error":
            self.message.clear()


def _kinds() -> Sequence[tuple[str, str]]:
    from sjogren_desktop.analyses.event_lists import KINDS

    return tuple((kind, tr(text)) for kind, text in KINDS.items())


def _only() -> Sequence[tuple[str, str]]:
    return (("", tr("All")), (_SERIOUS, tr("Serious")))
