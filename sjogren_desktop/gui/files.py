"""File dialogs, behind functions that tests replace.

None blocks: each opens its dialog and calls back with what was chosen. The
callback must be a method of a Qt object, which disconnects itself when its
object goes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from sjogren_desktop.gui.dialog_traces import DeletedWhenFinished
from sjogren_desktop.gui.language import marked, tr

_LAST = "last_folder"
_STUDY_FILES = marked("Study files (*.sjd)")


def choose_study_files(
    parent: QWidget, folder: str, patterns: tuple[str, ...], chosen: Callable[[list[str]], None]
) -> None:
    """Ask for the files of a study."""
    dialog = _dialog(parent, tr("Open study files"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilters(
        [tr("Data files ({patterns})", patterns=" ".join(patterns)), tr("All files (*)")]
    )
    dialog.filesSelected.connect(chosen)
    dialog.open()


def choose_study_folder(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask for the folder of a study."""
    _choose_folder(parent, tr("Open the folder of a study"), folder, chosen)


def choose_study_file(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask for the study file to open."""
    dialog = _dialog(parent, tr("Open a study file"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr(_STUDY_FILES), tr("All files (*)")])
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_new_study_file(
    parent: QWidget, folder: str, title: str, chosen: Callable[[str], None]
) -> None:
    """Ask for the name of a study file to write; asks before replacing a file."""
    dialog = _dialog(parent, title, folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([tr(_STUDY_FILES)])
    dialog.setDefaultSuffix("sjd")
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_export_folder(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask where workbook, figures and results.json are written."""
    _choose_folder(parent, tr("Export everything to a folder"), folder, chosen)


def choose_deidentified_folder(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask for the new or empty folder that gets de-identified data."""
    _choose_folder(parent, tr("Export de-identified data to a new or empty folder"), folder, chosen)


def choose_workbook(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of the workbook to write; asks before replacing a file."""
    _choose_name(parent, tr("Export to a workbook"), tr("Excel workbook"), suggested, chosen)


def choose_page(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of the PDF to write; asks before replacing a file."""
    _choose_name(parent, tr("Write as one page"), "PDF", suggested, chosen)


def choose_report(
    parent: QWidget, kind: str, suggested: str, chosen: Callable[[str], None]
) -> None:
    """Ask for the name of a report of this kind; asks before replacing a file.

    The end of the suggested name is that of the kind.
    """
    _choose_name(parent, tr("Export as {kind}", kind=kind), kind, suggested, chosen)


def choose_picture(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of a picture; asks before replacing a file."""
    dialog = _dialog(parent, tr("Save the picture"), "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters(["PNG (*.png)", "SVG (*.svg)", "PDF (*.pdf)"])
    dialog.setDefaultSuffix("png")
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_plan(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask for a plan file to run."""
    dialog = _dialog(parent, tr("Run a plan"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("Analysis plan (*.toml)")])
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_plan_name(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of a plan file to write; asks before replacing a file."""
    _choose_name(parent, tr("Save as a plan"), tr("Analysis plan"), suggested, chosen)


def choose_event_lists(parent: QWidget, chosen: Callable[[str], None]) -> None:
    """Ask for a file of lists of events, or a table of terms."""
    dialog = _dialog(parent, tr("Open lists of events"), "")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    tables = "*.csv *.txt *.xlsx *.xpt *.sas7bdat"
    dialog.setNameFilters(
        [
            tr("Lists and tables of terms ({patterns})", patterns=f"*.toml {tables}"),
            tr("Lists (*.toml)"),
            tr("All files (*)"),
        ]
    )
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_event_lists_name(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of a file of lists of events; asks before replacing a file."""
    _choose_name(parent, tr("Save lists of events"), tr("Lists of events"), suggested, chosen)


def choose_mapping(parent: QWidget, suggested: str, chosen: Callable[[str], None]) -> None:
    """Ask for the name of the mapping file to write; asks before replacing a file."""
    dialog = _dialog(parent, tr("Save how tables are read"), "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([tr("Mapping file (*.mapping.json)")])
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def choose_style(parent: QWidget, folder: str, chosen: Callable[[str], None]) -> None:
    """Ask for a file of a house style."""
    dialog = _dialog(parent, tr("House style"), folder)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("House style (*.toml)")])
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _choose_name(
    parent: QWidget, title: str, kind: str, suggested: str, chosen: Callable[[str], None]
) -> None:
    suffix = suggested.rpartition(".")[2]
    dialog = _dialog(parent, title, "")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilters([f"{kind} (*.{suffix})"])
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(suggested)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def show_folder(folder: Path) -> None:
    """Show a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _choose_folder(parent: QWidget, title: str, folder: str, chosen: Callable[[str], None]) -> None:
    dialog = _dialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
    dialog.fileSelected.connect(chosen)
    dialog.open()


def _dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Return a dialog that begins in a folder, by default where files were chosen last."""
    dialog = QFileDialog(parent, title, folder if Path(folder or "?").is_dir() else _last_folder())
    _Folder(dialog)
    DeletedWhenFinished(dialog)
    return dialog


def _last_folder() -> str:
    """Return where files were chosen last, at first the documents of the user.

    Else a dialog begins where the program was started: among its own files, or in a
    folder that cannot be written to.
    """
    places = QStandardPaths.StandardLocation
    for place in (
        str(QSettings().value(_LAST, "")),
        QStandardPaths.writableLocation(places.DocumentsLocation),
    ):
        if place and Path(place).is_dir():
            return place
    return QStandardPaths.writableLocation(places.HomeLocation)


class _Folder(QObject):
    """Notes in which folder something was chosen."""

    def __init__(self, dialog: QFileDialog) -> None:
        super().__init__(dialog)
        dialog.filesSelected.connect(self._note)

    @Slot(list)
    def _note(self, chosen: list[str]) -> None:
        for path in map(Path, chosen[:1]):
            QSettings().setValue(_LAST, str(path if path.is_dir() else path.parent))
