"""The notes about a patient: those there are, and a place to write another."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.study.patient_notes import PatientNote

NONE = marked("There is no note about this patient.")


class NotePage(QWidget):
    """Shows and takes notes about one patient."""

    written = Signal(object)
    """A note (PatientNote) to be recorded."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("note_page")
        self._subject = ""
        self._drafts: dict[str, str] = {}
        self.message = Banner("note_message")
        self.text = QPlainTextEdit()
        self.entry = QPlainTextEdit()
        self.who = QLineEdit()
        self.save_button = QPushButton(tr("Save n&ote"))
        self._build()

    @property
    def begun(self) -> int:
        """On how many patients a note is begun that is not saved."""
        texts = [*self._drafts.values(), self.entry.toPlainText()]
        return sum(bool(text.strip()) for text in texts)

    # -- what the panel calls

    def show_notes(self, subject: str, notes: Sequence[PatientNote]) -> None:
        """Show the notes about a patient; what was begun about another is kept for it."""
        if subject != self._subject:
            self._drafts[self._subject] = self.entry.toPlainText()
            self._subject = subject
            self.entry.setPlainText(self._drafts.pop(subject, ""))
            self.message.clear()
        self.text.setPlainText("\n\n".join(map(note_text, notes)) or tr(NONE))
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def take_saved(self, said: str) -> None:
        """The note written is recorded, which is said in this sentence."""
        self.entry.clear()
        self.message.say("note", said)

    def forget(self, kept: Collection[str] = ()) -> None:
        """Drop what was begun, but about patients that are shown again."""
        self._drafts = {key: text for key, text in self._drafts.items() if key in kept}
        if self._subject not in kept:
            self.entry.clear()
            self._subject = ""

    # -- building

    def _build(self) -> None:
        self.text.setObjectName("notes")
        self.text.setReadOnly(True)
        self.text.setAccessibleName(tr("Notes about the patient"))
        self.text.setToolTip(tr("Notes written so far; they are added to, never changed"))
        self.entry.setObjectName("note_entry")
        self.entry.setAccessibleName(tr("New note"))
        self.entry.setToolTip(tr("What is to be remembered about this patient"))
        self.entry.setPlaceholderText(tr("Write a note"))
        self.entry.setTabChangesFocus(True)
        self.entry.setMaximumHeight(6 * self.fontMetrics().lineSpacing())
        self.who.setObjectName("note_who")
        self.who.setAccessibleName(tr("Your name, saved with the note"))
        self.who.setToolTip(tr("Your name, saved with the note"))
        self.who.setPlaceholderText(tr("Your name"))
        self.save_button.setObjectName("note_save")
        self.save_button.setToolTip(tr("Save the note (Ctrl+S)"))
        self.save_button.clicked.connect(self.save)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.activated.connect(self.save)
        label = QLabel(tr("New note"))
        label.setBuddy(self.entry)
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        line.addWidget(self.who)
        line.addStretch(1)
        line.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, theme.SPACE, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.text, 1)
        layout.addWidget(
            FaintLabel(tr("A note is never changed; answer a wrong one with another."))
        )
        layout.addWidget(self.message)
        layout.addWidget(label)
        layout.addWidget(self.entry)
        layout.addLayout(line)

    @Slot()
    def save(self) -> None:
        """Save the note, or say what is missing for that."""
        if not self._subject:
            return
        try:
            note = PatientNote(
                self._subject,
                self.entry.toPlainText().strip(),
                self.who.text().strip(),
                datetime.now(UTC),
            )
        except AnalysisError as error:
            self.message.say("error", str(error))
            (self.who if self.entry.toPlainText().strip() else self.entry).setFocus()
            return
        self.message.clear()
        self.written.emit(note)


def note_text(note: PatientNote) -> str:
    """Return a note with who wrote it and when, in local time."""
    return f"{local.moment(note.when)}, {note.who}\n{note.text}"
