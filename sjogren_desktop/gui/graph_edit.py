"""The control of a graph of hypotheses, and the window in which it is drawn.

The same numbers stand in a table and in a picture: nodes are dragged to their
place, the bar of a node is dragged to set its share of alpha, and an arrow is
drawn from the ring of a node to another node. What breaks a rule of such graphs
is said below, and only a graph without fault can be taken.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop import formats
from sjogren_desktop.analyses.spec import Drawing, Item
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import FaintLabel, text_label
from sjogren_desktop.gui.button_box import ButtonBox
from sjogren_desktop.gui.kept_sizes import KeptSplitter
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.on_screen import begin_with
from sjogren_desktop.gui.targets import LEAST
from sjogren_desktop.results import AnalysisError

Graph = dict[str, object]


class GraphEdit(QWidget):
    """Opens the window of the graph, and says whether it was drawn or is the preset."""

    edited = Signal(str)
    reset_wanted = Signal(str)
    """The value shall be that of the preset again."""

    def __init__(self, option: Drawing) -> None:
        super().__init__()
        self._key, self._title = option.key, tr(option.label)
        self._value: Mapping[str, object] = {}
        self.dialog: GraphDialog | None = None
        self.said = FaintLabel("", "body")
        self.draw = QPushButton(tr("Draw\u2026"))
        self.draw.setObjectName(f"option_{option.key}_draw")
        self.draw.setToolTip(tr("Draw the graph, or set its numbers in a table"))
        self.draw.clicked.connect(self.open_dialog)
        self.reset = QPushButton(tr("Preset"))
        self.reset.setObjectName(f"option_{option.key}_preset")
        self.reset.setToolTip(tr("Go back to the graph chosen above"))
        self.reset.clicked.connect(self._reset)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.SPACE)
        buttons.addWidget(self.draw)
        buttons.addWidget(self.reset)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(self.said)
        layout.addLayout(buttons)
        self.setFocusProxy(self.draw)

    def show_value(self, items: tuple[Item, ...], value: object) -> None:
        """Show the graph, without telling."""
        assert isinstance(value, Mapping)
        self._value = value
        names, weights = value["names"], value["weights"]
        assert isinstance(names, tuple)
        assert isinstance(weights, tuple)
        first = [
            f"{name} {local.numbers(formats.percent(100 * w))}%"
            for name, w in zip(names, weights, strict=True)
            if w > 0
        ]
        self.said.setText(
            tr(
                "{count} hypotheses. Alpha begins with: {first}.",
                count=len(names),
                first="; ".join(first),
            )
        )

    def value(self) -> Mapping[str, object]:
        """Return the graph."""
        return self._value

    @Slot()
    def open_dialog(self) -> None:
        """Open the window of the graph."""
        self.dialog = GraphDialog(self._title, self._value, self)
        self.dialog.accepted.connect(self._take)
        self.dialog.open()

    @Slot()
    def _take(self) -> None:
        assert self.dialog is not None
        self._value = self.dialog.graph
        self.edited.emit(self._key)

    @Slot()
    def _reset(self) -> None:
        self.reset_wanted.emit(self._key)


class GraphDialog(QDialog):
    """Table and picture of one graph."""

    def __init__(self, title: str, value: Mapping[str, object], parent: QWidget) -> None:
        # here, since the form of options is there before the window is painted
        import numpy as np

        from sjogren_desktop.gui.graph_canvas import GraphCanvas

        super().__init__(parent)
        self.setObjectName("graph_dialog")
        self.setWindowTitle(title)
        names = value["names"]
        assert isinstance(names, tuple)
        self.names: tuple[str, ...] = names
        self.weights = np.array(value["weights"], dtype=float)
        self.arrows = np.array(value["arrows"], dtype=float).reshape(len(names), len(names))
        self.places = _places(value, names)
        self.canvas = GraphCanvas(names)
        self.canvas.weight_changed.connect(self._drag_weight)
        self.canvas.arrow_drawn.connect(self._draw_arrow)
        self.canvas.node_moved.connect(self._move)
        self.table = self._table()
        self.fault = text_label()
        self.fault.setObjectName("graph_fault")
        ok, cancel = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        self.buttons = ButtonBox(ok | cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.ok = self.buttons.button(ok)
        self._build()
        self._show_numbers()

    @property
    def graph(self) -> Graph:
        """The graph as it stands."""
        return {
            "names": self.names,
            "weights": tuple(float(w) for w in self.weights),
            "arrows": tuple(tuple(float(g) for g in row) for row in self.arrows),
            "places": tuple(self.places),
        }

    # -- building

    def _build(self) -> None:
        left = QWidget()
        inner = QVBoxLayout(left)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(theme.SPACE // 2)
        inner.addWidget(self.canvas, 1)
        inner.addWidget(
            FaintLabel(
                tr(
                    "Drag a box to move it, its bar to set its share of alpha, and its ring to "
                    "another box to draw an arrow. Shares are set exactly in the table."
                )
            )
        )
        split = KeptSplitter(Qt.Orientation.Vertical, "graph")
        split.addWidget(left)
        split.addWidget(self.table)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.begin()
        layout = QVBoxLayout(self)
        theme.lay_dialog(layout)
        layout.addWidget(split, 1)
        layout.addWidget(self.fault)
        layout.addWidget(self.buttons)
        begin_with(self, 900, 760)

    def _table(self) -> QTableWidget:
        m = len(self.names)
        table = QTableWidget(m, m + 1)
        table.setTabKeyNavigation(False)
        table.setObjectName("graph_table")
        table.setAccessibleName(tr("Shares of alpha and arrows, in per cent"))
        table.setToolTip(
            tr("Per cent of alpha at the beginning, and per cent handed on to each other")
        )
        table.setHorizontalHeaderLabels(
            [tr("Alpha %"), *(tr("to {number}", number=i + 1) for i in range(m))]
        )
        table.setVerticalHeaderLabels([f"{i + 1}  {n}" for i, n in enumerate(self.names)])
        table.horizontalHeader().setMinimumHeight(LEAST)
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for i in range(m):
            for j in range(m + 1):
                entry = QTableWidgetItem()
                entry.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if j == i + 1:
                    entry.setFlags(Qt.ItemFlag.NoItemFlags)
                table.setItem(i, j, entry)
        table.itemChanged.connect(self._take_cell)
        return table

    # -- showing

    def _show_numbers(self) -> None:
        self.table.blockSignals(True)
        for i in range(len(self.names)):
            shares = [float(self.weights[i]), *(float(g) for g in self.arrows[i])]
            for j, share in enumerate(shares):
                entry = self.table.item(i, j)
                if entry is not None and j != i + 1:
                    entry.setText(_shown(share) if share or j == 0 else "")
        self.table.blockSignals(False)
        self.canvas.show_graph(self.weights, self.arrows, self.places)
        self._check()

    def _check(self) -> None:
        from sjogren_desktop.stats.graphical import Graph as Checked

        try:
            Checked.of(self.weights, self.arrows, self.names)
        except AnalysisError as error:
            self.fault.setText(str(error))
            self.ok.setEnabled(False)
            return
        left = 1.0 - float(self.weights.sum())
        unused = (
            tr(
                " {number}% of alpha is not used.",
                number=local.numbers(formats.percent(100 * left)),
            )
            if left > 1e-9
            else ""
        )
        self.fault.setText(tr("The graph can be used.{unused}", unused=unused))
        self.ok.setEnabled(True)

    # -- what the user does

    @Slot(QTableWidgetItem)
    def _take_cell(self, entry: QTableWidgetItem) -> None:
        row, column = entry.row(), entry.column()
        try:
            share = local.number_of(entry.text() or "0") / 100
        except ValueError:
            share = float("nan")
        if not 0 <= share <= 1:
            wrong = entry.text().strip()
            self._show_numbers()
            self.fault.setText(
                tr("{wrong} is no number from 0 to 100, so the share stays as it was.", wrong=wrong)
            )
            return
        if column == 0:
            self.weights[row] = share
        else:
            self.arrows[row, column - 1] = share
        self._show_numbers()

    @Slot(int, float)
    def _drag_weight(self, node: int, share: float) -> None:
        """Set a share by the bar, in whole per cent and no more than is left."""
        most = 1.0 - (float(self.weights.sum()) - self.weights[node])
        self.weights[node] = max(0.0, min(round(share, 2), round(most, 9)))
        self._show_numbers()

    @Slot(int, int)
    def _draw_arrow(self, start: int, end: int) -> None:
        """Draw an arrow with what the hypothesis has left to hand on, else share equally."""
        if start == end:
            return
        row = self.arrows[start]
        if row[end] > 0:
            row[end] = 0.0
        else:
            left = 1.0 - float(row.sum())
            if left > 1e-9:
                row[end] = left
            else:
                others = row > 0
                others[end] = True
                row[:] = others / others.sum()
        self._show_numbers()

    @Slot(int, float, float)
    def _move(self, node: int, x: float, y: float) -> None:
        self.places[node] = (x, y)


def _shown(share: float) -> str:
    """Return a share in per cent, without needless decimals."""
    text = formats.fixed(100 * float(share), 4)
    return local.numbers(text.rstrip("0").rstrip("."))


def _places(value: Mapping[str, object], names: tuple[str, ...]) -> list[tuple[float, float]]:
    """Return where the nodes stand; by arm and endpoint where nobody moved them."""
    given = value.get("places")
    if isinstance(given, tuple) and len(given) == len(names):
        return [(float(x), float(y)) for x, y in given]
    # Names end in the endpoint, which the hypotheses are ordered by.
    rows = len(dict.fromkeys(name.rpartition(", ")[2] for name in names))
    across = max(len(names) // rows, 1)
    return [((i % across + 0.5) / across, (i // across + 0.5) / rows) for i in range(len(names))]
