"""The control of kept scenarios: keep the options of a form under a name, take up, remove."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.spec import Item, Scenarios
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import push_button
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.targets import TallItems

_LINES = 4


class ScenarioEdit(QWidget):
    """Named sets of options."""

    edited = Signal(str)
    keep_wanted = Signal(str)
    """The options of the form shall be kept under this name."""
    take_wanted = Signal(object)
    """These options shall come back into the form."""

    def __init__(self, option: Scenarios) -> None:
        super().__init__()
        self._key = option.key
        self._kept: tuple[Mapping[str, object], ...] = ()
        self.name = QLineEdit()
        self.name.setObjectName(f"option_{option.key}_name")
        self.name.setPlaceholderText(tr("Name of the scenario"))
        self.name.setAccessibleName(tr("Name of the scenario"))
        self.name.setToolTip(tr("Name under which the options of this form are kept"))
        self.name.setMaxLength(60)
        self.name.textChanged.connect(self._refresh)
        self.name.returnPressed.connect(self._keep)
        self.list = QListWidget()
        self.list.setObjectName(f"option_{option.key}_list")
        self.list.setItemDelegate(TallItems(self.list))
        self.list.setAccessibleName(tr(option.label))
        self.list.setAccessibleDescription(tr(option.help))
        self.list.currentRowChanged.connect(self._refresh)
        named = f"option_{option.key}"
        self.keep = push_button(
            f"{named}_keep",
            tr("Keep"),
            tr("Keep the options of this form under the name"),
            self._keep,
        )
        self.take = push_button(
            f"{named}_take",
            tr("Take up"),
            tr("Bring the chosen scenario back into the form"),
            self._take,
        )
        self.drop = push_button(
            f"{named}_drop", tr("Remove"), tr("Remove the chosen scenario"), self._drop
        )
        top = QHBoxLayout()
        top.setSpacing(theme.SPACE)
        top.addWidget(self.name, 1)
        top.addWidget(self.keep)
        low = QHBoxLayout()
        low.setSpacing(theme.SPACE)
        low.addWidget(self.take)
        low.addWidget(self.drop)
        low.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addLayout(top)
        layout.addWidget(self.list)
        layout.addLayout(low)
        self.setFocusProxy(self.name)
        self._refresh()

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the scenarios, without telling."""
        assert isinstance(value, tuple)
        chosen = self.list.currentRow()
        self._kept = value
        self.list.clear()
        for scenario in value:
            entry = QListWidgetItem(str(scenario["name"]))
            entry.setToolTip(_described(scenario))
            self.list.addItem(entry)
        self.list.setCurrentRow(min(chosen, len(value) - 1))
        line = self.fontMetrics().height() + 4
        self.list.setFixedHeight(max(1, min(len(value), _LINES)) * line + theme.SPACE)
        self.list.setVisible(bool(value))
        self._refresh()

    def value(self) -> tuple[Mapping[str, object], ...]:
        """Return the scenarios kept."""
        return self._kept

    def add(self, scenario: Mapping[str, object]) -> None:
        """Keep a scenario, in place of one of the same name."""
        others = [s for s in self._kept if s["name"] != scenario["name"]]
        self._kept = (*others, scenario)
        self.name.clear()
        self.edited.emit(self._key)

    @Slot()
    def _keep(self) -> None:
        if self.name.text().strip():
            self.keep_wanted.emit(self.name.text().strip())

    @Slot()
    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._kept):
            self.take_wanted.emit(self._kept[row])

    @Slot()
    def _drop(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._kept):
            self._kept = self._kept[:row] + self._kept[row + 1 :]
            self.edited.emit(self._key)

    @Slot()
    def _refresh(self) -> None:
        chosen = self.list.currentRow() >= 0
        self.keep.setEnabled(bool(self.name.text().strip()))
        self.take.setEnabled(chosen)
        self.drop.setEnabled(chosen)
        self.take.setVisible(bool(self._kept))
        self.drop.setVisible(bool(self._kept))


def _described(scenario: Mapping[str, object]) -> str:
    """Return what differs from the defaults, for the pointer."""
    own = {k: v for k, v in scenario.items() if k != "name"}
    return "\n".join(f"{k}: {v}" for k, v in own.items()) or tr("All options at their defaults")
