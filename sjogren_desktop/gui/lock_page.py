"""What the window shows while its study file is locked: nothing but the way back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import FaintLabel
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.passphrase_panels import UnlockPanel

_WHY = marked(
    "The study file is locked: its key is forgotten until the passphrase is given again. "
    "What you were doing is still here."
)


class LockPage(QWidget):
    """The unlock panel in the middle of an empty page."""

    def __init__(self, who: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lock_page")
        self.panel = UnlockPanel(who)
        middle = QWidget()
        middle.setFixedWidth(70 * self.fontMetrics().averageCharWidth())
        inner = QVBoxLayout(middle)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(2 * theme.SPACE)
        inner.addWidget(self.panel)
        inner.addWidget(FaintLabel(tr(_WHY), "body"))
        inner.addStretch(1)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(middle)
        across.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(theme.SPACE)
        layout.addStretch(1)
        layout.addLayout(across, 3)
