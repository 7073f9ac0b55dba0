"""Keeps the study file that is open: makes, opens, saves, locks it, and says how that went.

The window shows what the keeper has; the keeper knows nothing of tabs. A study
that was imported is given to :meth:`StudyKeeper.take_study`, a result to
:meth:`StudyKeeper.save_results`; both are on the disk when the state says
"saved".

Locking forgets the key and closes the file; what is on the screen is hidden by
the window and stays in memory, so that nothing that was being entered is lost.
What waits to be written is in :mod:`.unsaved`, the dialog that asks for a
passphrase in :mod:`.passphrase_asking`.
"""

# reason: each command leads to another state of the one file, and one runs at a time

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sjogren_desktop.gui import errors, files, known_files, last_seen, study_words
from sjogren_desktop.gui import study_file_work as work
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.idle import IdleWatch
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.passphrase_asking import PassphraseAsking
from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.settings import Settings
from sjogren_desktop.gui.study_file_work import InMemory, Look, Opened
from sjogren_desktop.gui.tasks import Task, Work
from sjogren_desktop.gui.unsaved import Unsaved
from sjogren_desktop.results import AnalysisError, Progress, Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.analyses.opening import Read
    from sjogren_desktop.study.store import StudyFile

SUFFIX = known_files.SUFFIX


class StudyKeeper(QObject):
    """Holds the one study file."""

    said = Signal(str, str)
    """Kind of message ("note", "warning" or "error") and its text."""
    running_changed = Signal()
    progressed = Signal(float, str)
    """Fraction done, and what is done."""
    file_changed = Signal()
    """Another file is open, or none."""
    lock_changed = Signal()
    study_wanted = Signal(object)
    """Finds out how the study of the file just opened is read (:data:`.import_tab.Reader`), to
    be shown; None for no data."""
    open_wanted = Signal(str)
    """Path of the study file that was chosen, to be opened."""
    refused = Signal(str)
    """Why a passphrase given on the lock page did not open the file."""
    state_changed = Signal()
    _saved = Signal()  # may be emitted in any thread

    def __init__(self, window: QWidget, settings: Settings, do: Do) -> None:
        super().__init__(window)
        self._window, self._settings, self._do = window, settings, do
        self.file: StudyFile | None = None
        self.saved_at: datetime | None = None
        self.damaged: Path | None = None
        self._passphrase: str | None = None  # of the damaged file, until it is recovered
        self._locked_head = ""
        self._study: StudyData | None = None
        self._paths: tuple[Path, ...] = ()
        self._reading: object = None
        self._restored_results: tuple[Result, ...] = ()
        self._results: tuple[Result, ...] = ()
        self._unsaved = Unsaved()
        self._carried = InMemory()
        self._target = Path()
        self.asking = PassphraseAsking(window, settings, self)
        self.asking.dropped.connect(self._take_dropped)
        self._task: Task | None = None
        self._doing = ""
        self._saved.connect(self._note_saved)
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self.lock)

    # -- state

    def kept(self) -> StudyFile | None:
        """Return the file, None if there is none."""
        return self.file

    @property
    def is_locked(self) -> bool:
        """Say whether a file waits for its passphrase."""
        return self.file is not None and not self.file.is_open

    @property
    def is_running(self) -> bool:
        """Say whether a file is being opened or written."""
        return self._task is not None

    @property
    def doing(self) -> str:
        """What is being done, "" when nothing is."""
        return tr(self._doing) if self._task is not None else ""

    @property
    def can_save(self) -> bool:
        """Say whether there is a file that takes changes."""
        return self.file is not None and self.file.is_open and not self.file.read_only

    def state(self) -> tuple[str, str]:
        """Return the state in a few words, and what it means in a sentence."""
        return study_words.state(
            self.file,
            unsaved=self.unsaved,
            is_saving=self._task is not None or self._unsaved.study is not None,
            saved_at=self.saved_at,
        )

    @property
    def unsaved(self) -> str:
        """Why data or a result could not be saved, "" when all is."""
        return self._unsaved.why

    @property
    def recent(self) -> tuple[str, ...]:
        """Paths of the study files opened last."""
        return known_files.recent(self._settings)

    @property
    def recent_studies(self) -> tuple[tuple[str, ...], ...]:
        """Paths of the studies opened last, of data and study files."""
        return known_files.recent_studies(self._settings)

    def note_data(self, paths: Sequence[str]) -> None:
        """Note that these are open, without a study file that would be opened instead."""
        if self.file is None:
            known_files.note_data(self._settings, paths)

    # -- what the window calls

    @Slot(object)
    def importing(self, paths: object) -> None:
        """Note the files that are being imported, for their fingerprints."""
        assert isinstance(paths, tuple)
        self._paths = paths

    def take_study(self, study: StudyData, origin: object = None) -> tuple[Result, ...]:
        """Take the study that is shown now; save it if it came from files.

        ``origin`` is what :attr:`study_wanted` gave, where the study was read by that.

        Returns
        -------
        tuple of Result
            Results that were saved with it.
        """
        self._study, self._results = study, ()
        if origin is not None and origin is self._reading:
            kept, self._restored_results = self._restored_results, ()
            self._reading = None
            self._unsaved.begin(kept)
            return kept
        self._unsaved.begin()
        self._keep(study)
        return ()

    def _keep(self, study: StudyData) -> None:
        """Have a study saved in the file, if it belongs there."""
        if self.file is None:
            return
        if self.is_locked:
            self._unsaved.put_study(study, self._paths)  # saved once the file is unlocked
        elif self._is_other(study):
            name = self.file.path.name
            self.close_file()
            self.said.emit(
                "warning",
                tr(
                    "These data are of another study than {name}, which was closed as it was. Make "
                    "a new study file to keep them.",
                    name=name,
                ),
            )
        elif self.can_save:
            self._unsaved.put_study(study, self._paths)
            self._save_next()
        else:
            self.said.emit(
                "warning", tr("The data are not saved. {read_only}", read_only=self.file.read_only)
            )

    def forget_study(self) -> None:
        """The study was put away; a new file does not begin with it."""
        self._study, self._results = None, ()
        self._unsaved.begin()

    def save_results(self, results: Sequence[Result]) -> None:
        """Save the results that are not in the file yet."""
        self._results = tuple(results)
        self._unsaved.put_results(results)
        self._save_next()

    @Slot(object)
    def enter_export(self, export: object) -> None:
        """Enter what was written in the audit trail of the file, if there is one."""
        assert isinstance(export, Export)
        if self.file is None:
            return
        if not self.can_save:
            self.said.emit(
                "warning",
                tr(
                    "The export is not entered in the audit trail. {read_only}",
                    read_only=self.file.read_only,
                ),
            )
            return
        self._unsaved.put_export(export)
        self._save_next()

    @Slot()
    def save_again(self) -> None:
        """Try again to save what could not be saved."""
        self._save_next()

    def shut(self) -> None:
        """Let go of the file; the program ends."""
        self.idle.stop()
        if self._task is not None:
            self._task.cancel()
        if self.file is not None:
            self._leave(self.file)

    @Slot()
    def cancel(self) -> None:
        """Stop what is being done."""
        if self._task is not None:
            self._task.cancel()

    # -- new

    def ask_new(self, carried: InMemory) -> None:
        """Ask where a new study file goes and for its passphrase, then make it."""
        if self._is_free():
            self._carried = carried
            files.choose_new_study_file(
                self._window, self._settings.open_folder, tr("New study file"), self._ask_passphrase
            )

    @Slot(str)
    def _ask_passphrase(self, chosen: str) -> None:
        self._target = Path(chosen)
        self.asking.ask_new(
            self._target.name, self._make, action=tr("&Make study file"), may_be_plain=True
        )

    @Slot(object)
    def _make(self, given: object) -> None:
        assert isinstance(given, Given)
        path = self._target
        if path.exists():
            self._refuse(
                tr(
                    "There is a file {name} already. Cancel and choose another name.",
                    name=path.name,
                )
            )
            return
        making = work.make(
            path,
            given,
            do=self._do,
            study=self._study,
            paths=self._paths,
            results=self._results,
            carried=self._carried,
        )
        known_files.note_given(self._settings, given, path)
        self._start(making, marked("Making the study file"), self._take_made)

    @Slot(object)
    def _take_made(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._end()
        self._unsaved = Unsaved(opened.results)
        self._unsaved.put_results(self._results)
        self._adopt(opened)
        self.said.emit(
            "note",
            tr(
                "{name} was made. Every change is saved in it from now on.",
                name=opened.file.path.name,
            ),
        )
        self._say("warning", " ".join(opened.remarks))
        self._save_next()

    # -- open

    @Slot()
    def ask_open(self) -> None:
        """Ask for a study file and open it."""
        if self._is_free():
            files.choose_study_file(self._window, self._settings.open_folder, self._take_chosen)

    @Slot(str)
    def _take_chosen(self, chosen: str) -> None:
        self.open_wanted.emit(chosen)

    def open(self, path: Path) -> None:
        """Open a study file, asking for its passphrase if that is needed."""
        if not self._is_free():
            return
        if self.file is not None and self.file.path == path.resolve() and self.file.is_open:
            self.said.emit("note", tr("{name} is open already.", name=path.name))
            return
        recall = known_files.is_remembered(self._settings, path.resolve())
        self._start(
            work.look(path, recall=recall), marked("Looking at the study file"), self._take_look
        )

    @Slot(object)
    def _take_look(self, look: object) -> None:
        assert isinstance(look, Look)
        self._end()
        self._target = look.path
        if not look.is_encrypted or look.passphrase:
            self._try(Given(look.passphrase, known_files.who(self._settings)))
        else:
            self.asking.ask(look.path.name, self._try)

    @Slot(object)
    def _try(self, given: object) -> None:
        assert isinstance(given, Given)
        known_files.note_given(self._settings, given, self._target)
        self._passphrase = given.passphrase
        self._start(
            work.open_file(self._target, given), marked("Opening the study file"), self._take_file
        )

    @Slot(object)
    def _take_file(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._end()
        self._passphrase = None
        self._unsaved = Unsaved()
        self._adopt(opened)
        self._say_opened(opened)
        self._want_study()

    def _want_study(self) -> None:
        file = self.file
        if file is None:
            return
        if not file.cuts():
            self.study_wanted.emit(None)
            self.said.emit(
                "note", tr("{name} holds no data yet. Import them.", name=file.path.name)
            )
            return

        def reading(progress: Progress) -> Read:
            read = file.reading(progress=progress)
            assert read is not None
            self._restored_results = file.results()
            return read

        self._reading = reading
        self.study_wanted.emit(reading)

    def _say_opened(self, opened: Opened) -> None:
        file = opened.file
        older = "" if file.findings else last_seen.compare(self._settings, file)
        self._say(*study_words.on_opening(file, opened.remarks, older=older))

    def _say(self, kind: str, text: str) -> None:
        if text:
            self.said.emit(kind, text)

    # -- save as, passphrase

    @Slot()
    def ask_save_as(self) -> None:
        """Ask for another name and save the file under it; go on with the new one."""
        if self._is_free() and self.file is not None:
            files.choose_new_study_file(
                self._window, str(self.file.path.parent), tr("Save study file as"), self._save_as
            )

    @Slot(str)
    def _save_as(self, chosen: str) -> None:
        file, path = self.file, Path(chosen)
        assert file is not None
        self._start(
            work.save_as(file, path), marked("Saving the study file"), self._take_replacement
        )

    @Slot()
    def ask_passphrase(self) -> None:
        """Ask for a new passphrase of the file that is open."""
        if self._is_free() and self.can_save and self.file is not None:
            self.asking.ask_new(
                self.file.path.name,
                self._change_passphrase,
                action=tr("&Change passphrase"),
                may_be_plain=False,
            )

    @Slot(object)
    def _change_passphrase(self, given: object) -> None:
        assert isinstance(given, Given)
        file = self.file
        assert file is not None
        forget = known_files.is_remembered(self._settings, file.path)
        changing = work.change_passphrase(file, given, forget=forget)
        known_files.note_given(self._settings, given, file.path)
        self._start(changing, marked("Changing the passphrase"), self._take_replacement)

    @Slot(object)
    def _take_replacement(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._end()
        self._adopt(opened)
        self.said.emit(
            "note",
            tr(
                "Saved as {name}. {read_only}",
                name=opened.file.path.name,
                read_only=opened.file.read_only,
            ).strip(),
        )
        self._say("warning", " ".join(opened.remarks))
        self._save_next()

    # -- lock

    @Slot()
    def lock(self) -> None:
        """Forget the key until the passphrase is given again."""
        file = self.file
        if file is None or not file.is_open or not file.is_encrypted or self._task is not None:
            return
        self.asking.close()
        self._locked_head = file.trail[-1].hash
        self._leave(file)
        self.idle.stop()
        self.lock_changed.emit()
        self.state_changed.emit()

    @Slot(object)
    def unlock(self, given: object) -> None:
        """Open the locked file again."""
        assert isinstance(given, Given)
        assert self.file is not None
        known_files.note_given(self._settings, given, self.file.path)
        self._start(
            work.open_file(self.file.path, given),
            marked("Unlocking the study file"),
            self._take_unlocked,
        )

    @Slot(object)
    def _take_unlocked(self, opened: object) -> None:
        assert isinstance(opened, Opened)
        self._end()
        same = opened.file.trail[-1].hash == self._locked_head
        self._adopt(opened)
        self.lock_changed.emit()
        self._say_opened(opened)
        waiting, self._unsaved.study = self._unsaved.study, None
        if waiting is not None:
            self._keep(waiting)
        self._save_next()
        if not same:
            self.said.emit(
                "warning",
                tr("The file was changed elsewhere while it was locked; it is read again."),
            )
            self._want_study()

    # -- close, recover

    @Slot()
    def close_file(self) -> None:
        """Close the file; the study in memory is the window's."""
        file, self.file = self.file, None
        self._unsaved = Unsaved()
        self.idle.stop()
        if file is not None:
            self._leave(file)
        self.file_changed.emit()
        self.state_changed.emit()

    @Slot()
    def ask_recover(self) -> None:
        """Ask for a new file that what is left of the damaged one goes into."""
        if self._is_free() and self.damaged is not None:
            files.choose_new_study_file(
                self._window, str(self.damaged.parent), tr("Recover into a new file"), self._recover
            )

    @Slot(str)
    def _recover(self, chosen: str) -> None:
        assert self.damaged is not None
        recovering = work.recover(
            self.damaged,
            Path(chosen),
            passphrase=self._passphrase,
            who=known_files.who(self._settings),
        )
        self._start(recovering, marked("Recovering the study file"), self._take_recovered)

    @Slot(object)
    def _take_recovered(self, opened: object) -> None:
        self.damaged = None
        self._take_file(opened)

    # -- saving, one after the other

    def _save_next(self) -> None:
        if self._task is not None or self.file is None or not self.can_save:
            return
        writing = self._unsaved.next(self.file, self._do)
        if writing is not None:
            self._start(*writing, self._take_saved)

    @Slot(object)
    def _take_saved(self, saved: object) -> None:
        is_data = self._unsaved.take(saved)
        self._end()
        if is_data and self.file is not None:
            self.said.emit(
                "note",
                tr(
                    "The data are saved in {name}, data cut {number}.",
                    name=self.file.path.name,
                    number=len(self.file.cuts()),
                ),
            )
        self._save_next()

    @Slot()
    def _note_saved(self) -> None:
        self.saved_at = datetime.now()
        self.state_changed.emit()

    # -- one task at a time

    def _start(self, work: Work, doing: str, done: object) -> None:
        task = Task(work, self)
        task.done.connect(done)
        task.failed.connect(self._take_failure)
        task.progress.connect(self.progressed)
        task.cancelled.connect(self._take_cancel)
        self._task, self._doing = task, doing
        self._tell_running()
        task.start()

    def _end(self) -> None:
        self._task = None
        self._tell_running()

    def _tell_running(self) -> None:
        self.running_changed.emit()
        self.state_changed.emit()

    @Slot()
    def _take_cancel(self) -> None:
        self._end()
        self.asking.close()
        said = tr("Cancelled. The study file is as it was.")
        if self._unsaved.fail(tr("Saving was cancelled.")):
            # The thread may be past the point at which it looks whether to stop.
            said = tr(
                "Cancelled. What was being saved is in the study file whole, if it was all but "
                "done, or not at all."
            )
        self.said.emit("note", said)
        self.state_changed.emit()

    @Slot(object)
    def _take_failure(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._end()
        self._unsaved.fail(str(error))
        from sjogren_desktop.study.store import DamagedError

        if isinstance(error, DamagedError):
            self.damaged = self._target
            self.asking.close()
            self.said.emit(
                "error", tr("{error} Use Study file, Recover damaged file.", error=error)
            )
            self._tell_running()
            return
        self._passphrase = None
        if isinstance(error, AnalysisError):
            self._refuse(str(error))
        else:
            self.asking.close()
            self.said.emit("error", tr("This stopped because of a fault in the program."))
            errors.show_fault(error, self._window)
        self._tell_running()

    def _refuse(self, sentence: str) -> None:
        if self.asking.refuse(sentence):
            return
        if self.is_locked:
            self.refused.emit(sentence)
        else:
            self.said.emit("error", sentence)

    def _is_free(self) -> bool:
        if self._task is not None:
            self.said.emit("note", tr("{doing}; wait until that is done.", doing=tr(self._doing)))
        return self._task is None and not self.is_locked

    @Slot()
    def _take_dropped(self) -> None:
        if self._task is not None and self._doing.startswith(("Opening", "Making", "Changing")):
            self._task.cancel()

    # -- the file that is open

    def _adopt(self, opened: Opened) -> None:
        self.asking.close()
        old, self.file = self.file, opened.file
        if old is not None and old is not opened.file:
            self._leave(old)
        known_files.note_opened(self._settings, opened.file.path)
        self.saved_at, self._unsaved.why = None, ""
        opened.file.when_saved = self._saved.emit
        if opened.file.is_encrypted:
            self.idle.start(self._settings.lock_minutes)
        self.file_changed.emit()
        self.state_changed.emit()

    @Slot()
    def clear_recent(self) -> None:
        """Forget which files were opened."""
        self._settings.recent = ""
        self.running_changed.emit()

    def set_lock_minutes(self, minutes: int) -> None:
        """Lock after so many idle minutes; 0 for never."""
        self._settings.lock_minutes = minutes
        if self.file is not None and self.file.is_open and self.file.is_encrypted:
            self.idle.start(minutes)

    def _leave(self, file: StudyFile) -> None:
        """Close a file, noting where its trail ends."""
        if file.is_open:
            last_seen.note(self._settings, file)
        file.close()

    def _is_other(self, study: StudyData) -> bool:
        """Say whether a study shares no study number with the one in the file."""
        file = self.file
        if file is None or not file.cuts():
            return False
        known = file.study_numbers()
        return bool(known) and bool(study.study_ids) and not known & set(study.study_ids)
