"""A short tour: a few steps that go through the window's tabs and say what each is for."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import FaintLabel, text_label
from sjogren_desktop.gui.language import marked, tr


class Step(NamedTuple):
    """One step: the object name of the tab it shows, and what it says."""

    tab: str
    title: str
    text: str


STEPS = (
    Step(
        "import_tab",
        marked("Open a study"),
        marked(
            "Here a trial comes in: files, a folder, or the demonstration study with two synthetic "
            "trials. What was found and what is wrong with it is listed with file, row and column. "
            "Files are only read, and nothing leaves this computer."
        ),
    ),
    Step(
        "patients_tab",
        marked("Look at patients"),
        marked(
            "The course of each patient over all visits, and the score sheet of every instrument "
            "with the rule behind each total."
        ),
    ),
    Step(
        "analysis_tab",
        marked("Ask about efficacy"),
        marked(
            "Choose a question, look at its options, press Run (F5). Table, figure and notes come "
            "together; F1 shows the method with the paper it follows."
        ),
    ),
    Step(
        "safety_tab",
        marked("Ask about safety"),
        marked("Adverse events, laboratory values and other safety questions work the same way."),
    ),
    Step(
        "import_tab",
        marked("Take results along"),
        marked(
            "File, Export workbook writes the result shown to Excel; Export everything writes all "
            "results, figures and numbers to a folder. The help (Shift+F1) searches every page. To "
            "begin, open the demonstration study or your own files."
        ),
    ),
)


_LINES = 4


class Tour(QFrame):
    """A strip below the tabs; the window stays usable while it is there."""

    tab_wanted = Signal(str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setAccessibleName(tr("Short tour"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._step = 0
        self._title = text_label("", "heading", bold=True)
        self._title.setObjectName("tour_title")
        self._text = text_label()
        self._text.setObjectName("tour_text")
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        # room for the longest step, so that the strip does not jump from one to the next
        self._text.setMinimumHeight(_LINES * self.fontMetrics().lineSpacing())
        self._place = FaintLabel()
        self.back = _button("tour_back", tr("Bac&k"), tr("The step before"), self._go_back)
        self.next = _button("tour_next", tr("Ne&xt"), tr("The next step"), self._go_on)
        self.close_button = _button(
            "tour_close", tr("C&lose tour"), tr("End the tour"), self.closed
        )
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._place, 1)
        words = QVBoxLayout()
        words.addLayout(head)
        words.addWidget(self._text)
        line = QHBoxLayout(self)
        line.setContentsMargins(2 * theme.SPACE, theme.SPACE, 2 * theme.SPACE, theme.SPACE)
        line.setSpacing(theme.SPACE)
        line.addLayout(words, 1)
        for button in (self.back, self.next, self.close_button):
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()

    @Slot()
    def begin(self) -> None:
        """Show the first step."""
        self.show()
        self._go_to(0)
        self.next.setFocus()

    @property
    def step(self) -> int:
        """Number of the step shown, from 0."""
        return self._step

    @Slot()
    def _go_on(self) -> None:
        if self._step + 1 == len(STEPS):
            self.closed.emit()
            return
        self._go_to(self._step + 1)

    @Slot()
    def _go_back(self) -> None:
        self._go_to(self._step - 1)

    def _go_to(self, number: int) -> None:
        self._step = max(0, number)
        shown = STEPS[self._step]
        last = self._step + 1 == len(STEPS)
        self._title.setText(tr(shown.title))
        self._text.setText(tr(shown.text))
        self._place.setText(tr("Step {number} of {count}", number=self._step + 1, count=len(STEPS)))
        self.back.setEnabled(self._step > 0)
        self.next.setText(tr("&Done") if last else tr("Ne&xt"))
        self.next.setToolTip(tr("End the tour") if last else tr("The next step"))
        self.tab_wanted.emit(shown.tab)


def _button(name: str, text: str, tip: str, slot: object) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setToolTip(tip)
    button.setAccessibleDescription(tip)
    button.clicked.connect(slot)
    return button
