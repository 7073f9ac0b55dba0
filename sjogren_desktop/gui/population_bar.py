"""The bar over safety results: whose events and values are counted, and how many they are.

What is chosen here holds for every question of the tab; the forms of the questions have no
controls for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.gui import theme
from sjogren_desktop.gui.announce import say_in
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import tr
from sjogren_desktop.results import AnalysisError

if TYPE_CHECKING:
    from sjogren_desktop.study.data import StudyData

KEYS = ("study", "population", "subset")
"""Options that the bar sets for all questions."""


class PopulationBar(QWidget):
    """Study, population and conditions, with the resulting number of patients."""

    changed = Signal(object)
    """The values chosen, by option key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("population_bar")
        self._study: StudyData | None = None
        self._values: dict[str, object] = {}
        self.counted = ""
        """How many patients are counted, of how many in the population; "" if that is unknown."""
        self.study = self._combo("bar_study", tr("Study"), tr("Study whose patients are counted"))
        self.population = self._combo(
            "bar_population", tr("Population"), tr("Population whose patients are counted")
        )
        self.only = QLineEdit()
        self.only.setObjectName("bar_subset")
        self.only.setAccessibleName(tr("Only patients with"))
        self.only.setPlaceholderText(tr("All of them, or such as: SEX = F and AGE >= 65"))
        self.only.setToolTip(tr("Conditions on variables of the patients, joined by 'and'"))
        self.only.setClearButtonEnabled(True)
        self.only.editingFinished.connect(self._take)
        self.add = QPushButton(tr("Add condition"))  # a tool button has no room for its arrow
        self.add.setObjectName("bar_add")
        self.add.setToolTip(tr("Choose a value of a variable of the patients"))
        self._menu = QMenu(self.add)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._menu.triggered.connect(self._add_condition)
        self.add.setMenu(self._menu)
        self.count = QLabel()
        self.count.setObjectName("bar_count")
        self.count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.lists = QToolButton()
        self.lists.setObjectName("bar_lists")
        self.lists.setText(tr("Lists of events\u2026"))
        self.lists.setToolTip(tr("Which terms belong to which group of events of special interest"))
        self.lists.setAccessibleName(tr("Lists of events of special interest"))
        self.lists.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        layout = FlowRow()
        for text, widget in (
            (tr("S&tudy"), self.study),
            (tr("&Population"), self.population),
            (tr("Only patients &with"), self.only),
        ):
            layout.add_named(text, widget)
        layout.addWidget(self.add)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, theme.SPACE // 2)
        whole.setSpacing(theme.SPACE // 2)
        whole.addLayout(layout)
        low = QHBoxLayout()
        low.setSpacing(theme.SPACE)
        low.addWidget(self.count, 1)
        low.addWidget(self.lists)
        whole.addLayout(low)
        self.setVisible(False)

    def show_values(self, study: StudyData | None, values: Mapping[str, object] | None) -> None:
        """Show what a question counts, without telling; hide where it has no such options."""
        self._study, self.counted = study, ""
        has = study is not None and values is not None and set(KEYS) <= set(values)
        self.setVisible(has)
        if not has or study is None or values is None:
            return
        self._values = dict(values)
        self.lists.setVisible(bool(study.of_kind("ADAE")))
        from sjogren_desktop.analyses import subjects as who
        from sjogren_desktop.analyses.spec import ask

        for box, option in ((self.study, who.STUDY), (self.population, who.SAFETY_POPULATION)):
            items = ask(option.items, study, values)
            box.blockSignals(True)
            box.clear()
            for item in items:
                box.addItem(tr(item.label), item.value)
            box.setCurrentIndex(box.findData(values[option.key]))
            box.blockSignals(False)
        self.only.setText(str(values["subset"]))
        self._count(study, values)

    # -- inside

    def _combo(self, name: str, label: str, tip: str) -> QComboBox:
        box = ChoiceBox()
        box.setObjectName(name)
        box.setAccessibleName(label)
        box.setToolTip(tip)
        # Filled while hidden, it would keep the width of its first texts.
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.activated.connect(self._take)
        return box

    def _count(self, study: StudyData, values: Mapping[str, object]) -> None:
        """Say how many patients there are, in all and by arm, of how many in the population."""
        from sjogren_desktop.analyses.ae_records import cohort

        try:
            group = cohort(study, values)
            whole = len(group.people)
            if str(values["subset"]).strip():
                whole = len(cohort(study, {**values, "subset": ""}).people)
        except AnalysisError as error:
            say_in(self.count, str(error))
            self.count.setToolTip(str(error))
            return
        n = len(group.people)
        of = tr(" of {whole}", whole=whole) if n != whole else ""
        sizes = group.arm_sizes.tolist()
        arms = ", ".join(f"{a} {k}" for a, k in zip(group.arms, sizes, strict=True))
        self.counted = tr("N = {n}{of}", n=n, of=of)
        text = self.counted + (f": {arms}" if len(group.arms) > 1 else "")
        say_in(self.count, text)
        self.count.setToolTip(text)

    @Slot()
    def _take(self) -> None:
        chosen: dict[str, object] = {
            "study": self.study.currentData(),
            "population": self.population.currentData(),
            "subset": self.only.text().strip(),
        }
        if self._study is not None and any(self._values.get(k) != v for k, v in chosen.items()):
            self.changed.emit(chosen)

    @Slot()
    def _fill_menu(self) -> None:
        self._menu.clear()
        if self._study is None:
            return
        from sjogren_desktop.analyses import subset
        from sjogren_desktop.analyses.subjects import in_scope

        people = in_scope(self._study.adsl, str(self._values["study"]))
        for name, values in subset.offered(people).items():
            part = self._menu.addMenu(name)
            for value in values:
                action = QAction(value, part)
                action.setData(f"{name} = {value}")
                part.addAction(action)

    @Slot(QAction)
    def _add_condition(self, action: QAction) -> None:
        parts = [self.only.text().strip(), str(action.data())]
        self.only.setText(" and ".join(p for p in parts if p))
        self._take()
