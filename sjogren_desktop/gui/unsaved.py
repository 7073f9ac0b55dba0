"""What is not in the study file yet: data, results and exports, in the order they are written.

:class:`Unsaved` knows what there is and what of it the file has; it gives the
work that writes the next piece and is told how that went. It starts nothing
and says nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sjogren_desktop.gui import study_file_work as work
from sjogren_desktop.gui.exported import Export
from sjogren_desktop.gui.language import marked
from sjogren_desktop.gui.tasks import Work
from sjogren_desktop.results import Result
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    from sjogren_desktop.analyses.beside import Do
    from sjogren_desktop.study.store import StudyFile

_DATA, _RESULT = marked("Saving the data"), marked("Saving the result")
_EXPORT = marked("Entering the export in the audit trail")


class Unsaved:
    """What waits to be written into one study file, beginning with a file that has ``kept``."""

    def __init__(self, kept: Sequence[Result] = ()) -> None:
        self.why = ""
        """Why data or a result could not be saved, "" when all is."""
        self.study: StudyData | None = None
        """Data that are to be a data cut of the file."""
        self._paths: tuple[Path, ...] = ()
        self._exports: tuple[Export, ...] = ()
        self._writing = ""
        self._written: StudyData | None = None
        self.begin(kept)

    def begin(self, kept: Sequence[Result] = ()) -> None:
        """Another study is shown, or none; the file has these results of it."""
        self._results = self._kept_results = tuple(kept)

    def put_study(self, study: StudyData, paths: Sequence[Path]) -> None:
        """Have a study saved that was read from these files, instead of one that still waits."""
        self.study, self._paths = study, tuple(paths)

    def put_results(self, results: Sequence[Result]) -> None:
        """Have those of the results saved that the file does not have."""
        self._results = tuple(results)

    def put_export(self, export: Export) -> None:
        """Have an export entered in the audit trail."""
        self._exports += (export,)

    def next(self, file: StudyFile, do: Do) -> tuple[Work, str] | None:
        """Return the work that writes the next piece and what it does, None when all is saved.

        What became of it is told to :meth:`take` or :meth:`fail` before this is called again.
        """
        if self.study is not None:
            self._writing, self._written = _DATA, self.study
            return work.save_study(do, file, self.study, self._paths), _DATA
        missing = tuple(r for r in self._results if not any(r is k for k in self._kept_results))
        if missing:
            self._writing = _RESULT
            return work.save_results(file, missing), _RESULT
        if self._exports:
            self._writing = _EXPORT
            return work.enter_exports(file, self._exports), _EXPORT
        return None

    def take(self, saved: object) -> bool:
        """Note that the last piece is in the file, and return whether that was data."""
        writing, self._writing = self._writing, ""
        if writing == _EXPORT:
            assert isinstance(saved, tuple)
            self._exports = self._exports[len(saved) :]
        if writing not in (_DATA, _RESULT):  # nothing, where the file was closed meanwhile
            return False
        self.why = ""
        if writing == _RESULT:
            assert isinstance(saved, tuple)
            self._kept_results += saved
            return False
        if self.study is self._written:  # else other data came while these were written
            self.study = None
        self._written = None
        return True

    def fail(self, why: str) -> bool:
        """Note why the last piece is not in the file.

        Returns
        -------
        bool
            Whether data or a result was being written: that is said until it has been saved.
        """
        writing, self._writing, self._written = self._writing, "", None
        if writing not in (_DATA, _RESULT):
            return False
        self.why = why
        return True
