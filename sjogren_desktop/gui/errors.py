"""What happens with an error that is our fault: one dialog, with detail to copy.

Errors of the data or of a choice are sentences shown in place and never come
here. The hook may be called in any thread and only posts to the GUI thread.
"""

from __future__ import annotations

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop import __version__
from sjogren_desktop.gui import crash_reports, files, theme
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.results import AnalysisError


def detail_of(error: BaseException) -> str:
    """Return version, system and traceback, as a report of the fault needs them."""
    lines = traceback.format_exception(type(error), error, error.__traceback__)
    system = f"Python {platform.python_version()}, {platform.platform()}"
    return f"Sjögren Desktop {__version__}, {system}\n\n{''.join(lines)}"


class FaultDialog(QDialog):
    """Says that something went wrong in the program and shows the detail."""

    def __init__(self, error: BaseException, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("fault_dialog")
        self.setWindowTitle(tr("Unexpected error"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        text = QLabel(
            tr(
                "Something went wrong inside the program. Your data and results are still here. "
                "The detail below names the place in the program; it may quote values of the data, "
                "so read it before you pass it on."
            )
        )
        text.setWordWrap(True)
        self._report = crash_reports.write_report(error)
        self.where = QLabel(_where(self._report))
        self.where.setObjectName("fault_report")
        self.where.setWordWrap(True)
        self.where.setTextFormat(Qt.TextFormat.PlainText)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.detail = QPlainTextEdit(detail_of(error))
        self.detail.setObjectName("fault_detail")
        self.detail.setAccessibleName(tr("Detail of the error"))
        self.detail.setReadOnly(True)
        self.detail.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        theme.set_fixed_type(self.detail)
        buttons = ButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(tr("&Copy detail"))
        copy.setToolTip(tr("Copy the detail to the clipboard"))
        copy.clicked.connect(self.copy)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        if self._report is not None:
            show = QPushButton(tr("&Show report"))
            show.setObjectName("fault_show_report")
            show.setToolTip(tr("Open the folder of the report, which can be passed on"))
            show.clicked.connect(self.show_report)
            buttons.addButton(show, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        for widget in (text, self.detail, self.where, buttons):
            layout.addWidget(widget)
        width = self.fontMetrics().averageCharWidth() * 90
        begin_with(self, width, width // 2)

    @Slot()
    def copy(self) -> None:
        QGuiApplication.clipboard().setText(self.detail.toPlainText())

    @Slot()
    def show_report(self) -> None:
        if self._report is not None:
            files.show_folder(self._report.parent)


def _where(report: Path | None) -> str:
    if report is None:
        return tr("No report could be written to the folder of this program's settings.")
    return tr(
        "A report without any data of a study, which can be passed on, was written to {report}.",
        report=report,
    )


def show_fault(error: BaseException, parent: QWidget | None) -> None:
    """Show the dialog without waiting for it."""
    # A desktop keeps what is printed in its log, where no value of the data may be.
    print(crash_reports.report_of(error), file=sys.stderr)
    FaultDialog(error, parent).open()


def sentence_of(error: object, otherwise: str, parent: QWidget | None) -> str:
    """Return what is said of work that failed.

    That is the sentence of an ``AnalysisError``; all else is our fault, which is shown in its
    dialog and said in the words of ``otherwise``.
    """
    assert isinstance(error, BaseException)
    if isinstance(error, AnalysisError):
        return str(error)
    show_fault(error, parent)
    return otherwise


class FaultHook(QObject):
    """Brings uncaught exceptions of any thread to :func:`show_fault`."""

    _caught = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._caught.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take the place of ``sys.excepthook``."""
        sys.excepthook = self.hook

    def hook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Post the exception; Ctrl+C in a terminal keeps its meaning."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    @Slot(object)
    def _show(self, error: object) -> None:
        assert isinstance(error, BaseException)
        show_fault(error, self._window)
