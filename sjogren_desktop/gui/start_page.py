"""What the Import tab shows while no study is open: how to begin, and where work was left."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import FaintLabel, text_label
from sjogren_desktop.gui.drop_area import DropArea
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.recent_menu import name_of

_RECENT = 4
"""Studies offered here; the menu has the others."""
_LETTERS = 28
"""Letters of a file's name shown at most; the tool tip has all."""


class StartPage(QWidget):
    """The page of a first start.

    Parameters
    ----------
    buttons : sequence of QPushButton
        The ways to open data.
    """

    tour_wanted = Signal()
    recent_wanted = Signal(object)
    """Paths (tuple of str) to open again."""

    def __init__(self, buttons: Sequence[QPushButton], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._area = DropArea()
        self._drop = FaintLabel(tr(_DROP), "body")
        self._drop.setObjectName("drop_hint")
        self._again = QWidget()
        self._again.setObjectName("start_recent")
        self._files = QGridLayout()
        self._recent: tuple[tuple[str, ...], ...] = ()
        self._buttons = QButtonGroup(self)
        self._buttons.idClicked.connect(self._open)
        self._build(buttons)
        self._again.hide()

    def set_drop(self, is_over: bool) -> None:
        """Show that files held over the window can be dropped."""
        self._drop.setText(tr("Let go to open.") if is_over else tr(_DROP))
        self._area.set_over(is_over)

    def set_recent(self, studies: Sequence[tuple[str, ...]]) -> None:
        """Offer the studies opened last, the latest first."""
        if tuple(studies[:_RECENT]) == self._recent:
            return
        self._recent = tuple(studies[:_RECENT])
        for button in self._buttons.buttons():
            self._buttons.removeButton(button)
            self._files.removeWidget(button)
            button.hide()
            button.deleteLater()
        room = _LETTERS * self.fontMetrics().averageCharWidth()
        for place, paths in enumerate(self._recent):
            name = name_of(paths)
            short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room)
            made = QPushButton(short.replace("&", "&&"))
            made.setObjectName(f"start_recent_{place}")
            made.setAccessibleName(tr("Open {name}", name=name))
            made.setToolTip("\n".join(paths))
            self._buttons.addButton(made, place)
            self._files.addWidget(made, *divmod(place, 2))
        self._again.setVisible(bool(self._recent))

    @Slot(int)
    def _open(self, place: int) -> None:
        self.recent_wanted.emit(self._recent[place])

    # -- building

    def _build(self, buttons: Sequence[QPushButton]) -> None:
        layout = QVBoxLayout(self._area)
        layout.setContentsMargins(*[4 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addWidget(text_label(tr("Open a study to begin"), "title", bold=True))
        layout.addWidget(text_label(tr(_WHAT)))
        tour = QPushButton(tr("Take a short to&ur"))
        tour.setObjectName("start_tour")
        tour.setToolTip(tr("Go through the tabs of this window in five steps"))
        tour.setAccessibleDescription(tour.toolTip())
        tour.clicked.connect(self.tour_wanted)
        ways = QGridLayout()
        ways.setSpacing(theme.SPACE)
        # In one row, large letters would cut their texts off.
        for place, button in enumerate([*buttons, tour]):
            ways.addWidget(button, *divmod(place, 3))
        layout.addLayout(ways)
        again = QVBoxLayout(self._again)
        again.setContentsMargins(0, 0, 0, 0)
        again.setSpacing(theme.SPACE)
        again.addWidget(text_label(tr("Go on with"), "heading", bold=True))
        self._files.setSpacing(theme.SPACE)
        again.addLayout(self._files)
        layout.addWidget(self._again)
        layout.addWidget(self._drop)
        layout.addWidget(FaintLabel(tr(_PRIVATE)))
        self._area.setMaximumWidth(100 * self.fontMetrics().averageCharWidth())
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self._area, 8)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(*[theme.SPACE] * 4)
        down.setSpacing(theme.SPACE)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(2)


_WHAT = marked(
    "Choose the files or the folder of a trial: ADaM or SDTM (CSV, Excel, SAS, SPSS, Stata, "
    "Parquet, Dataset-JSON), a REDCap export, or plain spreadsheets of a site. The program finds "
    "out what each file holds. To look around first, open the demonstration study: two synthetic "
    "trials shaped like NEPTUNUS-1 and NEPTUNUS-2."
)
_DROP = marked("You can also drop files or a folder anywhere on this window.")
_PRIVATE = marked("Data stay on this computer: the program makes no network connection.")
