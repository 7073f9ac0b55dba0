"""Keeps the blind of the study that is open: what is shown, who asks for more, the record.

The window gives every study to :meth:`Blinder.take` and shows what comes back.
Records of unblinding go to ``log``, which keeps them in memory unless a study
file takes its place (:meth:`Blinder.set_log`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sjogren_desktop.gui import about, errors
from sjogren_desktop.gui.beside_window import show_beside
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.patients_tab import PatientsTab
from sjogren_desktop.gui.tasks import Task
from sjogren_desktop.gui.unblind_dialogs import (
    AskDialog,
    Asked,
    PassphraseDialog,
    PatientDialog,
    RecordDialog,
    UnblindDialog,
)
from sjogren_desktop.results import AnalysisError, Progress
from sjogren_desktop.study.data import USUBJID, StudyData
from sjogren_desktop.study.unblinding import (
    PATIENT_UNBLINDED,
    GuardedStudy,
    Request,
    UnblindingLog,
    Unblindings,
    change_passphrase,
)

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do

OPENED_BLINDED = marked(
    "This study has treatment arms and was opened blinded: all patients are pooled, and what tells "
    "the treatment is withheld. The menu Blinding says what that is and shows the arms."
)


class Blinder(QObject):
    """Shows a study blinded or with its arms, and asks and records before it shows more."""

    study_changed = Signal(object)
    """The study to show from now on."""
    said = Signal(str, str)
    """Kind of message and its text."""
    running_changed = Signal()
    progressed = Signal(float, str)
    """Fraction done, and what is done."""

    def __init__(self, window: QWidget, patients: PatientsTab, do: Do) -> None:
        super().__init__(window)
        self._window, self._patients, self._do = window, patients, do
        self._guarded: GuardedStudy | None = None
        self._shown: StudyData | None = None
        self._dialog: AskDialog | None = None
        self._task: Task | None = None
        self.log: Unblindings = UnblindingLog()

    # -- what the window calls

    def take(self, guarded: GuardedStudy) -> StudyData:
        """Take a study that was opened; return what may be shown of it, with its mark."""
        self._guarded = guarded
        self._shown = guarded.shown(self.log)
        return self._shown

    def forget(self) -> None:
        """The study was put away."""
        self._guarded = self._shown = None

    def set_log(self, log: Unblindings) -> None:
        """Keep records in a study file from now on."""
        self.log = log

    @property
    def is_pooled(self) -> bool:
        """Say whether arms are withheld from what is shown."""
        return self._shown is not None and self._shown.arms_pooled

    @property
    def can_pool(self) -> bool:
        """Say whether a study is shown with its arms."""
        return self._shown is not None and not self.is_pooled and self._task is None

    @property
    def note(self) -> str:
        """How many patients' treatments were shown one by one, "" where there are none."""
        name = self._guarded.name if self._guarded else ""
        records = (r for r in self.log.records if r.study == name)
        count = len({r.subject for r in records if r.what == PATIENT_UNBLINDED})
        return (
            tr("Treatments shown one by one, for emergencies: {count}.", count=count)
            if count
            else ""
        )

    @property
    def is_running(self) -> bool:
        """Say whether a study is being blinded."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr("Withholding treatments") if self._task is not None else ""

    @Slot()
    def cancel(self) -> None:
        """Stop blinding; what is shown stays."""
        if self._task is not None:
            self._task.cancel()

    def unblind(self, request: Request) -> None:
        """Show the arms of the study, once that is recorded.

        Raises
        ------
        AnalysisError
            If it is refused.
        """
        if self._guarded is not None and self.is_pooled:
            self._change(self._guarded.unblind(request, self.log, self.log.passphrase))

    # -- commands

    @Slot()
    def ask_study(self) -> None:
        """Ask for name and reason, then show the arms of the study."""
        if self.is_pooled:
            made = UnblindDialog(
                self._window, second=self.log.passphrase is not None, who=self._who
            )
            self._open(made, self._unblind_study)

    @Slot()
    def ask_patient(self) -> None:
        """Ask for a patient, name and reason, then show that patient's treatment.

        The patient chosen on the Patients tab is offered.
        """
        if not self.is_pooled or self._shown is None:
            return
        levels = self._shown.of_kind("ADSL")
        keys: list[str] = []
        if levels and USUBJID in levels[0].frame:
            keys = self._shown.subject_keys(levels[0].frame).dropna().astype(str).tolist()
        made = PatientDialog(
            keys,
            self._patients.list.current if self._patients.list is not None else "",
            self._window,
            second=self.log.passphrase is not None,
            who=self._who,
        )
        self._open(made, self._unblind_patient)

    @Slot()
    def ask_passphrase(self) -> None:
        """Ask for a second passphrase to be needed from now on."""
        if self._guarded is not None:
            second = self.log.passphrase is not None
            made = PassphraseDialog(self._window, second=second, who=self._who)
            self._open(made, self._change_passphrase)

    @Slot()
    def pool(self) -> None:
        """Withhold the arms that are shown; made in the background where it was not yet."""
        if self._guarded is None or not self.can_pool:
            return
        full, do, said = self._guarded.full, self._do, tr("Withholding treatments")
        if self._guarded.blinded is not None:
            self._change(self._guarded.shown(self.log))
            return

        def work(progress: Progress) -> object:
            from sjogren_desktop.study.blinding import blind_copy

            blinded, withheld = do(blind_copy, full, progress=progress, said=said)
            return GuardedStudy(full, blinded, withheld)

        task = Task(work, self)
        task.done.connect(self._take_blinded)
        task.failed.connect(self._take_failure)
        task.progress.connect(self.progressed)
        task.cancelled.connect(self._end)
        self._task = task
        self.running_changed.emit()
        task.start()

    @Slot()
    def show_records(self) -> None:
        """Show who saw treatments, when and why."""
        show_beside(RecordDialog(self.log.records, self._window), of_study=True)

    @Slot()
    def show_withheld(self) -> None:
        """Show what is withheld from the study while it is blinded."""
        lines = self._guarded.withheld if self._guarded is not None else ()
        text = "\n".join(f"- {_plain(line)}" for line in lines) or tr("Nothing.")
        page = tr(
            "# What is withheld\n\nVariables and records that tell the treatment:\n\n{text}\n",
            text=text,
        )
        about.show_pages(tr("What is withheld"), {tr("Withheld"): page}, self._window)

    @Slot()
    def show_help(self) -> None:
        """Show the page on blinding."""
        about.show_help(self._window, "blinding.md")

    def _change(self, study: StudyData) -> None:
        self._shown = study
        self.study_changed.emit(study)

    # -- answers

    @property
    def _who(self) -> str:
        """Whoever was recorded last, most likely the one who asks now."""
        return self.log.records[-1].who if self.log.records else ""

    def _open(self, dialog: AskDialog, answer: object) -> None:
        self._dialog = dialog
        dialog.asked.connect(answer)
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    @Slot()
    def _forget_dialog(self) -> None:
        self._dialog = None

    @Slot(object)
    def _unblind_study(self, asked: object) -> None:
        assert isinstance(asked, Asked)
        dialog = self._dialog
        assert dialog is not None
        try:
            self.unblind(asked.request)
        except AnalysisError as error:
            dialog.refuse(str(error))
            return
        dialog.accept()
        self.said.emit("warning", tr("The study is unblinded: treatment arms are shown. Recorded."))

    @Slot(object)
    def _unblind_patient(self, asked: object) -> None:
        assert isinstance(asked, Asked)
        dialog = self._dialog
        assert isinstance(dialog, PatientDialog)
        assert self._guarded is not None
        try:
            told = self._guarded.unblind_patient(
                asked.subject, asked.request, self.log, self.log.passphrase
            )
        except AnalysisError as error:
            dialog.refuse(str(error))
            return
        dialog.show_answer(told)
        self.running_changed.emit()  # the badge counts the patients

    @Slot(object)
    def _change_passphrase(self, asked: object) -> None:
        assert isinstance(asked, Asked)
        dialog = self._dialog
        assert dialog is not None
        assert self._guarded is not None
        try:
            self.log.passphrase = change_passphrase(
                self.log.passphrase,
                asked.request,
                asked.new,
                study=self._guarded.name,
                log=self.log,
            )
        except AnalysisError as error:
            dialog.refuse(str(error))
            return
        dialog.accept()
        said = (
            tr("A second passphrase is needed from now on to show treatments.")
            if self.log.passphrase
            else tr("A second passphrase is no longer needed to show treatments.")
        )
        self.said.emit("note", said)

    # -- background work

    @Slot()
    def _end(self) -> None:
        self._task = None
        self.running_changed.emit()

    @Slot(object)
    def _take_blinded(self, guarded: object) -> None:
        assert isinstance(guarded, GuardedStudy)
        self._end()
        if guarded.blinded is None:
            self.said.emit(
                "note", tr("Nothing in this study tells a treatment, so all stays shown.")
            )
            return
        self._guarded = guarded
        self._change(guarded.shown(self.log))

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._end()
        self.said.emit("error", tr("Blinding stopped because of a fault in the program."))
        errors.show_fault(error, self._window)


def _plain(text: str) -> str:
    """Return a text that Markdown leaves as it is."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in text)
