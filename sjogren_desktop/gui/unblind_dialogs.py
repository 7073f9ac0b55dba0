"""The dialogs of blinding: ask for treatments, set the second passphrase, read the record.

A dialog only asks. What it was given goes out as one signal; whoever opened it
answers with :meth:`AskDialog.refuse` or closes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import Banner, text_label
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.data_sets import TextTable
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.on_screen import begin_with, keep_width
from sjogren_desktop.gui.preview import fit_columns, plain_table
from sjogren_desktop.gui.tab_order import in_order, put_first
from sjogren_desktop.study.unblinding import WHAT, Request, Unblinding

_STUDY = marked(
    "Everybody who looks at this window will see which patient got what. Your name, the time and "
    "the reason are recorded for ever, and the window and everything exported from now on say "
    "UNBLINDED. Results made so far are put away; run them again."
)
_PATIENT = marked(
    "For an emergency: shows the treatment of one patient here, and nowhere else. Your name, the "
    "time and the reason are recorded for ever. The study stays blinded."
)
_PASSPHRASE = marked(
    "Whoever asks for treatments must then also know this passphrase, which one person, the "
    "statistician for example, keeps. Leave both fields empty to need none. The change is recorded."
)

_FIELD = QFormLayout.ItemRole.FieldRole


@dataclass(frozen=True)
class Asked:
    """What a dialog was given; ``subject`` and ``new`` only where it asks for them."""

    request: Request
    subject: str = ""
    new: str = ""


class AskDialog(QDialog):
    """Asks for name, reason, the second passphrase where one is set, and what else is needed."""

    asked = Signal(object)

    def __init__(
        self, title: str, explanation: str, action: str, parent: QWidget, *, second: bool, who: str
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.message = Banner("unblind_message")
        self.who = _field("unblind_who", tr("Your name"), tr("Recorded with what is shown"))
        self.who.setText(who)
        self.reason = _field(
            "unblind_reason",
            tr("Reason"),
            tr("Why treatments are needed now; recorded with your name"),
        )
        self.passphrase = _field(
            "unblind_passphrase", tr("Second passphrase"), tr("The one that was set for this study")
        )
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self._form = QFormLayout()
        self._form.setSpacing(theme.SPACE)
        self._form.addRow(tr("Your &name"), self.who)
        self._form.addRow(tr("&Reason"), self.reason)
        if second:
            self._form.addRow(tr("Second &passphrase"), self.passphrase)
        self.confirm = QPushButton(action)
        self.confirm.setObjectName("unblind_confirm")
        self.confirm.setToolTip(tr("{action}; this is recorded", action=action.replace("&", "")))
        self.confirm.clicked.connect(self._ask)
        self._buttons = ButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.ActionRole)
        self._buttons.rejected.connect(self.reject)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setDefault(True)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(text_label(tr(explanation)))
        layout.addLayout(self._form)
        layout.addWidget(self.message)
        layout.addWidget(self._buttons)
        keep_width(self, 84 * self.fontMetrics().averageCharWidth())

    def refuse(self, sentence: str) -> None:
        """Say why nothing is shown; the dialog stays open."""
        self.message.say("error", sentence)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()
        fields = (self._form.itemAt(r, _FIELD) for r in range(self._form.rowCount()))
        for field in (item.widget() for item in fields if item is not None):
            if isinstance(field, QLineEdit) and not field.text():
                field.setFocus()
                break

    def _fit(self) -> None:
        """Take the height that wrapped texts need at this width."""
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def _request(self) -> Request:
        return Request(self.who.text(), self.reason.text(), self.passphrase.text())

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(Asked(self._request()))


class UnblindDialog(AskDialog):
    """Asks for the treatments of the study."""

    def __init__(self, parent: QWidget, *, second: bool, who: str) -> None:
        super().__init__(
            tr("Show treatment arms"),
            _STUDY,
            tr("&Show treatment arms"),
            parent,
            second=second,
            who=who,
        )
        self.setObjectName("unblind_dialog")


class PatientDialog(AskDialog):
    """Asks for the treatment of one patient, and shows it."""

    def __init__(
        self, patients: Sequence[str], chosen: str, parent: QWidget, *, second: bool, who: str
    ) -> None:
        super().__init__(
            tr("Unblind one patient"),
            _PATIENT,
            tr("&Show treatment"),
            parent,
            second=second,
            who=who,
        )
        self.setObjectName("unblind_patient_dialog")
        self.subject = _field(
            "unblind_subject", tr("Patient"), tr("Number as in the list of patients")
        )
        self.subject.setText(chosen)
        completer = QCompleter(list(patients), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.subject.setCompleter(completer)
        self._form.insertRow(0, tr("P&atient"), self.subject)
        put_first(self, self.subject)
        self.answer = text_label("", "heading", bold=True)
        self.answer.setObjectName("unblind_answer")
        self.answer.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._form.addRow("", self.answer)

    def show_answer(self, told: Sequence[tuple[str, str]]) -> None:
        """Show what the patient was given."""
        self.message.say("note", tr("Shown and recorded."))
        text = "\n".join(f"{name}: {value}" for name, value in told)
        self.answer.setText(text)
        self.answer.setAccessibleName(text)
        for field in (self.subject, self.who, self.reason, self.passphrase, self.confirm):
            field.setEnabled(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("&Close"))
        self._fit()

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(Asked(self._request(), subject=self.subject.text().strip()))


class PassphraseDialog(AskDialog):
    """Asks for a new second passphrase, twice."""

    def __init__(self, parent: QWidget, *, second: bool, who: str) -> None:
        super().__init__(
            tr("Second passphrase"),
            _PASSPHRASE,
            tr("&Set passphrase"),
            parent,
            second=second,
            who=who,
        )
        self.setObjectName("passphrase_dialog")
        self.new = _field("passphrase_new", tr("New passphrase"), tr("At least 8 characters"))
        self.again = _field(
            "passphrase_again", tr("New passphrase again"), tr("The same once more")
        )
        for field, text in ((self.new, tr("Ne&w passphrase")), (self.again, tr("The same a&gain"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            self._form.addRow(text, field)
            in_order(field, self.confirm)

    @Slot()
    def _ask(self) -> None:
        if self.new.text() != self.again.text():
            self.refuse(tr("The two new passphrases are not the same. Type them again."))
            return
        self.asked.emit(Asked(self._request(), new=self.new.text()))


class RecordTable(TextTable):
    """The records of unblinding, the latest first."""

    HEADERS = (
        marked("When (UTC)"),
        marked("What"),
        marked("Study"),
        marked("Patient"),
        marked("Who"),
        marked("Reason"),
    )

    def set_records(self, records: Sequence[Unblinding]) -> None:
        """Show these records."""
        rows: list[tuple[str, ...]] = [
            (
                f"{r.when.astimezone(UTC):%Y-%m-%d %H:%M:%S}",
                tr(WHAT[r.what]),
                r.study,
                r.subject,
                r.who,
                r.reason,
            )
            for r in reversed(records)
        ]
        self._fill(rows, [": ".join(t for t in (row[1], row[5]) if t) for row in rows], [])


class RecordDialog(QDialog):
    """Shows who saw treatments, when and why."""

    def __init__(self, records: Sequence[Unblinding], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("record_dialog")
        self.setWindowTitle(tr("Record of unblinding"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = RecordTable(self)
        self.table.set_records(records)
        view = plain_table("unblinding_record", tr("Record of unblinding"))
        view.setModel(self.table)
        fit_columns(view, [self.table.longest(c) for c in range(len(RecordTable.HEADERS))])
        view.horizontalHeader().setStretchLastSection(True)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        if not records:
            layout.addWidget(text_label(tr("Nobody has seen a treatment in this program so far.")))
        layout.addWidget(view)
        layout.addWidget(buttons)
        width = 150 * self.fontMetrics().averageCharWidth()
        begin_with(self, width, width // 3)


def _field(name: str, title: str, tip: str) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(title)
    field.setToolTip(tip)
    return field
