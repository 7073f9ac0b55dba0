"""How far work is that has no place in a tab, such as an export, and a way to stop it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QTimer, SignalInstance, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QToolButton, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr

_PATIENCE = 500
"""Milliseconds after which work is shown; what is over sooner would only flicker."""


class Worker(Protocol):
    """What works in the background and tells how far it is."""

    @property
    def is_running(self) -> bool: ...
    @property
    def running_changed(self) -> SignalInstance: ...
    @property
    def progressed(self) -> SignalInstance:
        """Fraction done, and what is done."""

    def cancel(self) -> None:
        """Stop."""


class WorkLine(QWidget):
    """Stands in the status bar while any of the workers works for long."""

    def __init__(self, workers: Sequence[Worker]) -> None:
        super().__init__()
        self.setObjectName("work")
        self._workers = tuple(workers)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("work_progress")
        self.progress.setAccessibleName(tr("How much is done"))
        self.progress.setRange(0, 100)
        self.cancel_button = QToolButton(self)
        self.cancel_button.setObjectName("work_cancel")
        self.cancel_button.setText(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Stop what is written or checked (Esc)"))
        self.cancel_button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        layout.addWidget(self.progress)
        layout.addWidget(self.cancel_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PATIENCE)
        self._timer.timeout.connect(self.show)
        for worker in self._workers:
            worker.running_changed.connect(self._look)
            worker.progressed.connect(self._take)
        self.hide()

    @Slot()
    def _look(self) -> None:
        if not any(worker.is_running for worker in self._workers):
            self._timer.stop()
            self.hide()
        elif not (self.isVisible() or self._timer.isActive()):
            self._take(0.0, "")
            self._timer.start()

    @Slot(float, str)
    def _take(self, fraction: float, message: str) -> None:
        self.progress.setValue(round(100 * fraction))
        self.progress.setToolTip(message)

    @Slot()
    def _cancel(self) -> None:
        for worker in self._workers:
            if worker.is_running:
                worker.cancel()
