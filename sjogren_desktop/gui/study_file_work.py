"""What is done to study files in the background: made, opened, copied, filled, recovered.

Each function returns the work for a task; it touches no widget and no setting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.gui import kept_options, keychain
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.passphrase_panels import Given
from sjogren_desktop.gui.tasks import Work
from sjogren_desktop.results import AnalysisError, Progress, Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.study.event_edits import EventEdit
    from sjogren_desktop.study.patient_notes import PatientNote
    from sjogren_desktop.study.score_edits import ScoreEdit
    from sjogren_desktop.study.store import StudyFile
    from sjogren_desktop.study.unblinding import Passphrase, Unblinding


@dataclass(frozen=True)
class InMemory:
    """What was added before there was a study file, to be taken into it."""

    edits: tuple[ScoreEdit, ...] = ()
    notes: tuple[PatientNote, ...] = ()
    unblindings: tuple[Unblinding, ...] = ()
    second: Passphrase | None = None
    events: tuple[EventEdit, ...] = ()
    lists: str = ""
    options: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    """Composed options by the key of their analysis (see :mod:`.kept_options`)."""
    blinding: str = ""
    """Of the study they were composed for."""


@dataclass(frozen=True)
class Opened:
    """A file that was opened in the background, and what to say about it."""

    file: StudyFile
    remarks: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    """Those in memory that were saved in it when it was made."""


@dataclass(frozen=True)
class Look:
    """What opening a file will need; the passphrase where the keychain has it."""

    path: Path
    is_encrypted: bool
    passphrase: str | None


def look(path: Path, *, recall: bool) -> Work:
    """Find out what opening a file needs."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        encrypted = store.needs_passphrase(path)
        return Look(path, encrypted, keychain.recall(path) if encrypted and recall else None)

    return work


def make(
    path: Path,
    given: Given,
    *,
    do: Do,
    study: StudyData | None,
    paths: Sequence[Path],
    results: Sequence[Result],
    carried: InMemory,
) -> Work:
    """Make a file that holds what there is; nothing is left of it if that fails."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        file = store.create(path, passphrase=given.passphrase, who=given.who, progress=progress)
        try:
            if study is not None:
                _save_study(do, file, study, paths, progress)
            _carry_over(file, carried)
            for result in results:
                file.save_result(result)
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
        return Opened(file, _remember(path, given), tuple(results))

    return work


def _carry_over(file: StudyFile, carried: InMemory) -> None:
    """Save what was added before there was a file."""
    if carried.edits:
        file.scores.record(carried.edits)
    if carried.events:
        file.events.record_events(carried.events)
    if carried.lists:
        _save_lists(file, carried.lists)
    for note in carried.notes:
        file.notes.record(note)
    for unblinding in carried.unblindings:
        file.unblindings.record(unblinding)
    file.unblindings.passphrase = carried.second
    for key, values in carried.options.items():
        kept_options.write(file, key, values, carried.blinding)


def open_file(path: Path, given: Given) -> Work:
    """Open a file."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        file = store.open_file(path, passphrase=given.passphrase, who=given.who, progress=progress)
        try:
            progress(1.0, tr("Opened"))
        except BaseException:
            file.close()  # nobody waits for it any more, and it would stay locked
            raise
        return Opened(file, _remember(path, given))

    return work


def save_as(file: StudyFile, path: Path) -> Work:
    """Go on in a copy of a file."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        return Opened(store.save_as(file, path))

    return work


def change_passphrase(file: StudyFile, given: Given, *, forget: bool) -> Work:
    """Encrypt a file anew; ``forget`` takes the old passphrase out of the keychain."""
    passphrase = given.passphrase
    assert passphrase is not None

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        if forget:
            keychain.forget(file.path)
        made = store.change_passphrase(file, passphrase, progress=progress)
        return Opened(made, _remember(made.path, given))

    return work


def recover(damaged: Path, to: Path, *, passphrase: str | None, who: str) -> Work:
    """Bring what is left of a damaged file into a new one."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study import store

        found = store.recover(damaged, to, passphrase=passphrase, who=who, progress=progress)
        return Opened(found.file, (found.summary,))

    return work


def save_study(do: Do, file: StudyFile, study: StudyData, paths: Sequence[Path]) -> Work:
    """Save a study as a new data cut."""

    def work(progress: Progress) -> object:
        return _save_study(do, file, study, paths, progress)

    return work


def save_results(file: StudyFile, results: tuple[Result, ...]) -> Work:
    """Save results; gives them back."""

    def work(progress: Progress) -> object:
        for result in results:
            progress(0.0, tr("Saving the result"))
            file.save_result(result)
        return results

    return work


def enter_exports(file: StudyFile, exports: tuple[Export, ...]) -> Work:
    """Enter what was written in the audit trail; gives it back."""

    def work(progress: Progress) -> object:
        from sjogren_desktop.study.store import Event

        for export in exports:
            what = f"Exported: {export.what}"
            file.enter(Event(what, place=export.path.name, new=export.blinding))
        return exports

    return work


def _save_study(
    do: Do, file: StudyFile, study: StudyData, paths: Sequence[Path], progress: Progress
) -> int:
    """Save a study with the fingerprints of the files it was read from."""
    from sjogren_desktop.study import store
    from sjogren_desktop.study.store import data_cuts

    names = {name for dataset in study.datasets for name in dataset.sources}
    sources = [
        store.fingerprint(path, progress=progress) for path in store.files_among(paths, names)
    ]
    columns = do(
        data_cuts.encode,
        study,
        progress=lambda f, m: progress(0.6 * f, m),
        said=tr("Saving the data"),
    )
    return file.save_study(study, sources=sources, columns=columns, progress=progress)


def _save_lists(file: StudyFile, text: str) -> None:
    """Keep lists of events that were made before there was a file."""
    from sjogren_desktop.analyses.event_lists import difference, lists_of, shipped

    old, new = shipped(), lists_of(text)
    said = f"{new.named}: {difference(old, new)}"
    file.save_event_lists(text, old=old.named, new=said, reason="")


def _remember(path: Path, given: Given) -> tuple[str, ...]:
    """Keep the passphrase in the keychain if that was wished; return what is to be said."""
    if not given.remember or given.passphrase is None:
        return ()
    try:
        keychain.remember(path, given.passphrase)
    except AnalysisError as error:
        return (str(error),)
    return ()
