"""The model of a result as R and SAS code: shown, and copied."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import Result

_LINES = 14


class CodeBar(QWidget):
    """Two buttons that show the code and put it on the clipboard."""

    def __init__(self, result: Result, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from sjogren_desktop.export.program_code import r_code, sas_code

        self._texts = {"R": r_code(result), "SAS": sas_code(result)}
        self.shown = QPlainTextEdit()
        self.shown.setObjectName("code_shown")
        self.shown.setAccessibleName(tr("Code of the model"))
        self.shown.setToolTip(tr("The same model in another program; it was copied too"))
        self.shown.setReadOnly(True)
        self.shown.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        theme.set_fixed_type(self.shown)
        self.shown.setFixedHeight(_LINES * self.shown.fontMetrics().lineSpacing())
        self.shown.hide()
        line = QHBoxLayout()
        line.setSpacing(theme.SPACE)
        for name, slot in (("R", self.copy_r), ("SAS", self.copy_sas)):
            button = QPushButton(tr("Copy {name} code", name=name))
            button.setObjectName(f"copy_{name.lower()}_code")
            button.setToolTip(tr("Show and copy {name} code that fits the same model", name=name))
            button.setVisible(bool(self._texts[name]))
            button.clicked.connect(slot)
            line.addWidget(button)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addLayout(line)
        layout.addWidget(self.shown)

    @property
    def has_code(self) -> bool:
        """Say whether there is code for this kind of result."""
        return any(self._texts.values())

    @Slot()
    def copy_r(self) -> None:
        """Show and copy the R code."""
        self._copy("R")

    @Slot()
    def copy_sas(self) -> None:
        """Show and copy the SAS code."""
        self._copy("SAS")

    def _copy(self, name: str) -> None:
        self.shown.setPlainText(self._texts[name])
        self.shown.show()
        QGuiApplication.clipboard().setText(self._texts[name])
