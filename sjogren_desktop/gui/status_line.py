"""The status bar: which study is open and how much of it is shown, the file, and the marks."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import SteadyLabel, blinding_badge, say_blinding, synthetic_badge
from sjogren_desktop.gui.language import tr
from sjogren_desktop.study.data import StudyData


class StatusLine:
    """Fills a status bar; the marks are words, never colour alone."""

    def __init__(self, bar: QStatusBar, work: QWidget) -> None:
        """Fill it; ``work`` stands beside what is running."""
        words = QLabel()
        words.setContentsMargins(theme.SPACE, 0, 0, 0)
        self.study = SteadyLabel(words)
        self.study.setObjectName("status_study")
        self.study.setMinimumWidth(8 * theme.SPACE)
        self.running = QLabel()
        self.running.setObjectName("status_running")
        self.file = QLabel()
        self.file.setObjectName("status_file")
        self.file.setContentsMargins(2 * theme.SPACE, 0, theme.SPACE, 0)
        self.blinding = blinding_badge("status_blinding")
        self.synthetic = synthetic_badge("status_synthetic")
        bar.addWidget(self.study, 1)
        for widget in (self.running, work, self.file, self.blinding, self.synthetic):
            bar.addPermanentWidget(widget)

    def show(self, study: StudyData | None, note: str, *scope: str) -> None:
        """Show the study.

        Parameters
        ----------
        study : StudyData or None
            The study on the screen.
        note : str
            What the badge of blinding adds.
        *scope : str
            What the numbers on the screen are of (data cut, population, patients
            listed), each in a few words; "" for what does not apply.
        """
        say_blinding(self.blinding, study.blinding if study else "", note)
        self.synthetic.setVisible(study is not None and study.synthetic)
        if study is None:
            self.study.setText(tr("No study open"))
            return
        subjects = sum(len(d.frame) for d in study.of_kind("ADSL"))
        people = tr("{subjects} subjects", subjects=subjects) if subjects else ""
        words = (
            ", ".join(study.study_ids) or study.source,
            people,
            tr("{count} data sets", count=len(study.datasets)),
            *scope,
        )
        self.study.setText(" \u00b7 ".join(word for word in words if word))
