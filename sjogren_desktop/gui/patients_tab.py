"""The Patients tab: a list of patients, and the course and score sheet of one of them.

What it shows is prepared in the background when a study is opened, together
with the imports it needs; the window itself stays light. Saved scores go to
``edits``, which keeps them in memory unless a study file takes its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from sjogren_desktop.gui import errors, files, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.finder import Place
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.tasks import Task, Work
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.results import BLINDED, POOLED_AGAIN, AnalysisError, Progress, Subjects
from sjogren_desktop.study.data import StudyData
from sjogren_desktop.study.patient_notes import NoteLog, Notes, PatientNote, notes_of

if TYPE_CHECKING:
    from sjogren_desktop.analyses.patient_scores import PatientBook
    from sjogren_desktop.gui.patient_list import PatientList
    from sjogren_desktop.gui.patient_view import PatientView
    from sjogren_desktop.study.score_edits import Edits, ScoreEdit

NO_STUDY = marked("Open a study on the Import tab first; its patients are listed here.")


class PatientsTab(QWidget):
    """The panel of the patients of a study."""

    running_changed = Signal()
    listed_changed = Signal()
    """Filters or the search leave others on the list."""
    exported = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("patients_tab")
        self.book: PatientBook | None = None
        self.list: PatientList | None = None
        self.view: PatientView | None = None
        self._edits: Edits | None = None
        self._notes: Notes = NoteLog()
        self._file = ""
        self._wanted: Subjects | None = None
        self._keeps_entries = False
        self._doing = ""
        self._task: Task | None = None
        self._turns = Turns(self)
        self.message = Banner("patients_message")
        self._hint = FaintLabel(tr(NO_STUDY), "body")
        self._hint.setObjectName("patients_hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.message)
        layout.addWidget(self._stack, 1)

    # -- what the window calls

    def set_study(self, study: StudyData | None, book: PatientBook | None = None) -> None:
        """Take a new study; scores saved in memory stay, for whoever of its patients has them.

        ``book`` has its patients where they were listed before.
        """
        self.cancel()
        self.book = None
        self.message.clear()
        self._stack.setCurrentIndex(0)
        if study is None:
            self._keeps_entries = False
            self._hint.setText(tr(NO_STUDY))
            return
        self._hint.setText(tr("The patients are being listed."))
        edits = self._edits.edits if self._edits is not None else ()

        def work(progress: Progress) -> object:
            return _prepare(study, edits, progress, book)

        self._start(work, tr("Listing the patients"), self._take_book)

    def put_aside(self) -> None:
        """Show nobody until the same patients come in another way; entries on sheets stay."""
        self.set_study(None)
        self._keeps_entries = True

    def open_subjects(self, wanted: Subjects) -> None:
        """List only these patients and show the first; once they are listed, if that goes on."""
        if self.book is None or self.list is None:
            self._wanted = wanted
            return
        known = tuple(key for key in wanted.keys if key in self.book.index)
        if not known:
            self.message.say(
                "error", tr("No patient of this study stands behind: {of}.", of=wanted.of)
            )
            return
        self.list.show_only(replace(wanted, keys=known))
        self.open_patient(self.list.first())

    @property
    def listed(self) -> str:
        """How many patients the filters leave, "" where all are listed."""
        if self.list is None or self.book is None:
            return ""
        shown, total = self.list.model.rowCount(), len(self.book.listing)
        return (
            tr("{shown} of {total} patients listed", shown=shown, total=total)
            if shown < total
            else ""
        )

    def open_patient(self, key: str) -> None:
        """Show a patient of the list by the key of the subject."""
        if self.list is not None and self.list.choose(key):
            self._show(key)

    def places(self) -> Iterator[Place]:
        """Yield the patients as places to go to."""
        if self.book is None:
            return
        from sjogren_desktop.gui.patient_text import state_text

        listing = self.book.listing
        for key, name, status in zip(
            listing.index, listing["Identifier"], listing["Status"], strict=True
        ):
            yield Place(marked("Patient"), str(name), state_text(str(status)), str(key))

    @property
    def edits(self) -> tuple[ScoreEdit, ...]:
        """All scores saved since the program was started."""
        return self._edits.edits if self._edits is not None else ()

    @property
    def notes(self) -> tuple[PatientNote, ...]:
        """All notes about patients written since the program was started."""
        return self._notes.notes

    def set_store(self, edits: Edits, notes: Notes, *, file: str) -> None:
        """Keep saved scores and notes in a study file from now on."""
        self._edits, self._notes, self._file = edits, notes, file
        if self.view is not None:
            self.view.sheet.set_kept_in(file)

    @property
    def is_running(self) -> bool:
        """Say whether patients are being listed or something is being written."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return self._doing if self._task is not None else ""

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done."""
        if self._turns.is_busy:
            self._turns.drop()
            self._end()
        elif self._task is not None:
            self._task.cancel()

    # -- background work

    def _start(self, work: Work, doing: str, done: object) -> None:
        task = Task(work, self)
        task.done.connect(done)
        task.failed.connect(self._take_failure)
        task.cancelled.connect(self._end)
        self._task, self._doing = task, doing
        self.running_changed.emit()
        task.start()

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.running_changed.emit()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        self._end()
        fault = tr("This stopped because of a fault in the program.")
        self._say("error", errors.sentence_of(error, fault, self.window()))

    def _say(self, kind: str, text: str) -> None:
        if self.book is None:
            self._hint.setText(text)
        self.message.say(kind, text)

    # -- building, once the imports are there

    @Slot(object)
    def _take_book(self, book: object) -> None:
        self._turns.start(self._show_book(book))  # type: ignore[arg-type]

    def _show_book(self, book: PatientBook) -> Iterator[None]:
        """Make what is not there yet, then show the list and its first patient."""
        if self.list is None:
            yield from self._build()
        assert self.list is not None
        assert self.view is not None
        self.book = book
        again = frozenset(book.index.keys if self._keeps_entries else ())
        self._keeps_entries = False
        self.view.sheet.forget(again)
        self.view.notes.forget(again)
        self.list.set_listing(self.book.listing)
        yield
        for note in self.book.notes:
            self.message.say("note", note)
        self._stack.setCurrentIndex(1)
        yield
        self._end()
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.open_subjects(wanted)
        elif self.book.index.keys:
            kept = self.list.current in self.book.index
            self.open_patient(self.list.current if kept else self.list.first())

    def _build(self) -> Iterator[None]:
        # pandas and pyqtgraph take longer to import than the window to open.
        from sjogren_desktop.gui.patient_list import PatientList
        from sjogren_desktop.gui.patient_view import Parts, PatientView
        from sjogren_desktop.study.score_edits import EditLog

        parts = Parts()
        yield from parts.make()
        if self._edits is None:
            self._edits = EditLog()
        self.list, self.view = PatientList(), PatientView(parts)
        yield
        self.view.sheet.set_kept_in(self._file)
        self.list.chosen.connect(self._show)
        self.list.model.arranged.connect(self.listed_changed)
        self.view.step_wanted.connect(self.step)
        self.view.pages.currentChanged.connect(self._give_room)
        self.view.sheet.saved.connect(self._save)
        self.view.notes.written.connect(self._save_note)
        self.view.sheet.page_wanted.connect(self.ask_page)
        self.view.sheet.rows_wanted.connect(self.ask_rows)
        splitter = KeptSplitter(Qt.Orientation.Horizontal, "patients")
        splitter.addWidget(self.list)
        splitter.addWidget(self.view)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        side = 58 * self.fontMetrics().averageCharWidth()
        splitter.begin(side, 2 * side)
        self._stack.addWidget(splitter)
        for keys, slot in (
            ("Alt+Up", self._step_back),
            ("Alt+Down", self._step_forth),
            ("Ctrl+1", self._page_1),
            ("Ctrl+2", self._page_2),
            ("Ctrl+3", self._page_3),
            ("Ctrl+4", self._page_4),
            ("Ctrl+5", self._page_5),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            # Of the window while the tab is seen: the keys may still be on the tab itself.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.activated.connect(slot)

    # -- one patient

    @Slot(str)
    def _show(self, key: str) -> None:
        assert self.book is not None
        assert self.list is not None
        assert self.view is not None
        self.message.clear()
        patient = self.book.patient(key)
        self.view.show_patient(
            patient,
            synthetic=self.book.synthetic,
            shows_arms=self.book.index.shows_arms,
            place=self.list.place(),
        )
        self.view.sheet.set_patient(patient, self.edits)
        self.view.notes.show_notes(key, notes_of(self.notes, key))

    @Slot(int)
    def step(self, by: int) -> None:
        """Show the patient so many places on in the list."""
        if self.list is not None and (key := self.list.step(by)):
            self.open_patient(key)

    @Slot()
    def _step_back(self) -> None:
        self.step(-1)

    @Slot()
    def _step_forth(self) -> None:
        self.step(1)

    @Slot()
    def _page_1(self) -> None:
        self._turn_to(0)

    @Slot()
    def _page_2(self) -> None:
        self._turn_to(1)

    @Slot()
    def _page_3(self) -> None:
        self._turn_to(2)

    @Slot()
    def _page_4(self) -> None:
        self._turn_to(3)

    @Slot()
    def _page_5(self) -> None:
        self._turn_to(4)

    def _turn_to(self, page: int) -> None:
        if self.view is None or self.view.patient is None:  # nobody is shown yet
            return
        self.view.pages.setCurrentIndex(page)
        if self.view.pages.currentWidget() is self.view.sheet:
            self.view.sheet.begin()
        elif self.view.pages.currentWidget() is self.view.notes:
            self.view.notes.entry.setFocus()
        else:
            self.view.pages.currentWidget().setFocus()

    @Slot(int)
    def _give_room(self, page: int) -> None:
        """A score sheet needs the width of the list, unless the window is wide."""
        if self.view is None or self.list is None:
            return
        narrow = self.width() < 265 * self.fontMetrics().averageCharWidth()
        is_sheet = self.view.pages.widget(page) is self.view.sheet
        self.list.setVisible(not (is_sheet and narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.view is not None:
            self._give_room(self.view.pages.currentIndex())

    # -- saving

    @Slot(object)
    def _save(self, edits: object) -> None:
        from sjogren_desktop.analyses.patient_scores import with_edits

        assert isinstance(edits, tuple)
        assert self.book is not None
        assert self.list is not None
        assert self.view is not None
        assert self._edits is not None
        try:
            self._edits.record(edits)
        except AnalysisError as error:
            self.view.sheet.message.say("error", str(error))
            return
        self.book = with_edits(self.book, self._edits.edits)
        self.view.sheet.take_saved()
        self.list.set_listing(self.book.listing)
        self._show(edits[0].subject)
        self.view.sheet.message.say("note", self._said_saved())

    @Slot(object)
    def _save_note(self, note: object) -> None:
        assert isinstance(note, PatientNote)
        assert self.view is not None
        try:
            self._notes.record(note)
        except AnalysisError as error:
            self.view.notes.message.say("error", str(error))
            return
        self.view.notes.show_notes(note.subject, notes_of(self.notes, note.subject))
        self.view.notes.take_saved(self._said_saved())

    def _said_saved(self) -> str:
        """Say when it was saved and, where that is so, that no file has it."""
        if self._file:
            return tr("Saved at {time:%H:%M}.", time=datetime.now())
        return tr(
            "Kept at {time:%H:%M}, until the program ends. To save it in a file, choose Study "
            "file > New study file.",
            time=datetime.now(),
        )

    # -- exports

    @Slot()
    def ask_page(self) -> None:
        """Ask where the sheet shown is written as one page."""
        if self.view is not None and self.view.sheet.shown is not None:
            files.choose_page(self, f"{self._file_name()}.pdf", self._write_page)

    @Slot()
    def ask_rows(self) -> None:
        """Ask for the workbook that gets one row a visit of the patient shown."""
        if self.view is not None and self.view.sheet.shown is not None:
            files.choose_workbook(self, f"{self._file_name()}.xlsx", self._write_rows)

    def _file_name(self) -> str:
        from sjogren_desktop.export.files import safe_name

        assert self.view is not None
        assert self.view.patient is not None
        shown = self.view.sheet.shown
        return safe_name("score-sheet", self.view.patient.subject, shown.name if shown else "")

    @Slot(str)
    def _write_page(self, chosen: str) -> None:
        from sjogren_desktop.export.caption import marks
        from sjogren_desktop.gui.sheet_export import write_page

        assert self.view is not None
        assert self.book is not None
        self._export = Export("Score sheet", Path(chosen), self.book.blinding)
        self._start(
            write_page(self.view.sheet, self.edits, chosen, marks(self.book)),
            tr("Writing the score sheet"),
            self._take_written,
        )

    @Slot(str)
    def _write_rows(self, chosen: str) -> None:
        from sjogren_desktop.export.caption import marks
        from sjogren_desktop.gui.sheet_export import write_rows

        assert self.view is not None
        assert self.book is not None
        self._export = Export("Score sheets of a patient", Path(chosen), self.book.blinding)
        self._start(
            write_rows(self.view.sheet, self.edits, chosen, marks(self.book)),
            tr("Writing the score sheets"),
            self._take_written,
        )

    @Slot(object)
    def _take_written(self, sentence: object) -> None:
        self._end()
        self.message.say("note", str(sentence))
        self.exported.emit(self._export)


def _prepare(
    study: StudyData,
    edits: Sequence[ScoreEdit],
    progress: Progress,
    book: PatientBook | None = None,
) -> PatientBook:
    """Bring the patients together, and import what showing them needs."""
    progress(0.0, tr("Listing the patients"))
    from sjogren_desktop.analyses.patient_scores import open_book, with_edits
    from sjogren_desktop.gui import patient_view

    assert patient_view is not None  # imported here, in the background
    if book is not None and {book.blinding, study.blinding} == {BLINDED, POOLED_AGAIN}:
        book = replace(book, blinding=study.blinding)  # arms are withheld from it all the same
    if book is None or book.blinding != study.blinding:
        book = open_book(study, progress)
    if edits:
        book = with_edits(book, edits)
    if book.index.keys:
        book.patient(book.index.keys[0])  # the first is slower than all that follow
    return book
