"""Shows one result as a page: finding first, then figure, tables, estimand, notes and method.

Messages stand above the result and never take its place: an error leaves the
last good result where it was, marked as belonging to other choices. A page is put
together part by part, from its head on, in turns of the event loop.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.plain_words import in_plain_words
from sjogren_desktop.figures import (
    Figure,
    FlowFigure,
    ForestFigure,
    GraphFigure,
    GridFigure,
    MapFigure,
)
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import (
    Banner,
    FaintLabel,
    blinding_badge,
    say_blinding,
    synthetic_badge,
    text_label,
)
from sjogren_desktop.gui.brush import Brush
from sjogren_desktop.gui.choice_box import ChoiceBox
from sjogren_desktop.gui.code_bar import CodeBar
from sjogren_desktop.gui.figure_bar import FigureBar
from sjogren_desktop.gui.flow_row import FlowRow
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.result_table import ResultTable
from sjogren_desktop.gui.right_menu import RightMenu
from sjogren_desktop.gui.table_model import TableTexts, texts_of
from sjogren_desktop.gui.turns import Turns
from sjogren_desktop.gui.widths import at_least
from sjogren_desktop.results import Result, Table

if TYPE_CHECKING:
    from sjogren_desktop.gui.plots import FigurePlot

_LETTERS = 32
"""Of width that a result has at least."""

OPENS = marked(
    "Double-click a number, or press Enter on it, to open the patients it stands for; M marks "
    "them in every figure and table, as Ctrl+click or Ctrl+drag in a figure does."
)

IN_NUMBERS = marked("Its numbers are in the tables below, and in full by Copy data.")
"""What a reader who does not see a figure is told after its summary."""

STALE = marked("Options have changed since this result: press Run to bring it up to date.")
LISTS_CHANGED = marked(
    "The lists of events have changed since this result: press Run to bring it up to date."
)
EVENTS_CHANGED = marked(
    "Intercurrent events have changed since this result: press Run to bring it up to date."
)


class ResultView(QWidget):
    """The right side of an analysis tab."""

    export_requested = Signal()
    subjects_wanted = Signal(object)
    """The patients behind a number or a mark (Subjects) are to be opened."""
    exported = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.result: Result | None = None
        self._turns = Turns(self)
        self.tables: list[ResultTable] = []
        self._plot: FigurePlot | None = None
        self.brush = Brush()
        self.brush.changed.connect(self._show_marked)
        self.brush.subjects_wanted.connect(self.subjects_wanted)
        self.error = Banner("error_banner")
        self.stale = Banner("stale_banner")
        self._title = text_label("", "title", bold=True)
        self._title.setObjectName("result_title")
        self._scope = FaintLabel("", "body")
        self._scope.setObjectName("result_scope")
        self._synthetic = synthetic_badge("result_synthetic")
        self._blinding = blinding_badge("result_blinding")
        self._summary = text_label()
        self._summary.setObjectName("result_summary")
        self._go_to = ChoiceBox()
        self._meaning = QPushButton(tr("&What does this mean?"))
        self._words: QWidget | None = None
        self._export = QPushButton(tr("Ex&port result\u2026"))
        self._hint = FaintLabel("", "body")
        self._hint.setObjectName("result_hint")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._header = self._build_header()
        self._figures = QWidget(self)
        self._figures.hide()
        self._figures.setObjectName("result_figures")
        self._figure_box = QVBoxLayout(self._figures)
        self._figure_box.setContentsMargins(0, 0, 0, 0)
        self._figure_box.setSpacing(theme.SPACE)
        self._figure_choice = ChoiceBox()
        self._figure_choice.setObjectName("figure_choice")
        self._figure_choice.setAccessibleName(tr("Figure shown"))
        self._figure_choice.setToolTip(tr("Choose which figure of this result is shown"))
        self._figure_choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._figure_choice.setMinimumContentsLength(20)
        self._figure_choice.currentIndexChanged.connect(self._draw)
        self._figure_title = text_label("", "heading", bold=True)
        self._caption = FaintLabel()
        self.figure_bar = FigureBar(self._figures)
        self.figure_bar.exported.connect(self.exported)
        self._legend: QWidget | None = None
        self._page: QWidget | None = None
        self._parts: list[tuple[str, QWidget]] = []
        self._scroll = QScrollArea()
        self._scroll.setObjectName("result_page")
        self._scroll.setAccessibleName(tr("Result"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, 0, 0, 0)
        layout.setSpacing(theme.SPACE)
        for widget in (self.error, self.stale, self._header, self.brush):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._hint, 1)
        self.clear("")

    # -- what the panel calls

    def clear(self, hint: str) -> None:
        """Show no result, and say instead what to do."""
        self._turns.drop()
        self.result, self.tables = None, []
        self.error.clear()
        self.stale.clear()
        self._header.hide()
        self._scroll.hide()
        self._hint.setText(hint)
        self._hint.show()

    def show_result(self, result: Result, then: Callable[[], None] | None = None) -> None:
        """Show a result from its beginning; ``then`` is called when all of it is there.

        It is called too if another result, or none, is shown before that.
        """
        self._turns.drop()
        self.result = result
        self._title.setText(result.title)
        self._scope.setText(" \u00b7 ".join(t for t in (result.study, result.population) if t))
        self._synthetic.setVisible(result.synthetic)
        say_blinding(self._blinding, result.blinding)
        self._summary.setText(result.summary)
        self._hint.hide()
        self._header.show()
        self._scroll.show()
        self._begin_page(result)
        self._turns.start(self._add_parts(result), then)

    @property
    def is_busy(self) -> bool:
        """Say whether parts of the result are still to come."""
        return self._turns.is_busy

    def set_stale(self, why: str) -> None:
        """Say why the result no longer belongs to what is chosen, "" where it does."""
        if why and self.result is not None:
            self.stale.say("warning", why)
        else:
            self.stale.clear()

    @property
    def plot(self) -> FigurePlot | None:
        """The plot, once a result had a figure."""
        return self._plot

    # -- building

    def minimumSizeHint(self) -> QSize:
        return at_least(_LETTERS, self, super().minimumSizeHint())

    def _build_header(self) -> QWidget:
        self._go_to.setObjectName("go_to")
        self._go_to.setAccessibleName(tr("Go to a part of the result"))
        self._go_to.setToolTip(tr("Go to a part of the result"))
        self._go_to.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self._go_to.setMinimumContentsLength(18)
        self._go_to.activated.connect(self._jump)
        self._export.setObjectName("export_result")
        self._export.setToolTip(
            tr("Write this result to an Excel workbook (Ctrl+E); more formats in the Export menu")
        )
        self._export.clicked.connect(self.export_requested)
        self._meaning.setObjectName("show_meaning")
        self._meaning.setCheckable(True)
        self._meaning.setToolTip(
            tr("Say in plain words what this result means, and what it does not mean")
        )
        self._meaning.toggled.connect(self._show_meaning)
        header = QWidget()
        top = FlowRow(self._title, self._meaning, self._export)
        line = FlowRow(self._scope, self._blinding, self._synthetic)
        line.add_named(tr("&Go to"), self._go_to)
        layout = QVBoxLayout(header)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addLayout(top)
        layout.addLayout(line)
        layout.addWidget(self._summary)
        return header

    def _begin_page(self, result: Result) -> None:
        # The figures' panel, with the one plot, is taken off the old page before that goes. It
        # always has a parent: what outlives its window is taken apart in any order at the end.
        self._figures.hide()
        self._figures.setParent(self)
        if self._plot is not None:
            self._plot.put_away()
        page = self._page = QWidget()
        page.setBackgroundRole(QPalette.ColorRole.Base)
        page.setAutoFillBackground(True)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(*[2 * theme.SPACE] * 4)
        layout.setSpacing(2 * theme.SPACE)
        layout.addStretch(1)
        self._parts, self.tables = [], []
        self._go_to.clear()
        said = in_plain_words(result)
        self._words = _sentences_part(tr("In plain words"), "plain_words", said)
        self._words.setVisible(self._meaning.isChecked())
        self._meaning.setEnabled(bool(said))
        layout.insertWidget(0, self._words)
        self._scroll.setWidget(page)
        self._scroll.verticalScrollBar().setValue(0)

    def _add_parts(self, result: Result) -> Iterator[None]:
        """Put the page together, one part in a turn."""
        if result.figures:
            if self._plot is None:
                self._make_plot()
                yield
            self._offer_figures(result.figures)
            yield from self._drawing(0)
            self._add(tr("Figure"), self._figures)
            yield
        for table in result.tables:
            texts = yield from texts_of(table)
            yield
            self._add(table.title, self._table_part(table, texts))
            yield
        if result.estimand:
            card = _pairs_part(tr("Estimand"), "estimand_card", result.estimand)
            self._add(tr("Estimand"), card)
        if result.notes:
            notes = _sentences_part(tr("Notes"), "result_notes", result.notes)
            self._add(tr("Notes"), notes)
        yield
        if result.method:
            method = _pairs_part(tr("Method"), "method_card", result.method)
            code = CodeBar(result)
            code.setVisible(code.has_code)
            box = method.layout()
            assert box is not None
            box.addWidget(code)
            self._add(tr("Method"), method)
            yield

    def _add(self, title: str, part: QWidget) -> None:
        """Add a part to the end of the page and to the list of places to go to."""
        layout = self._page.layout() if self._page is not None else None
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, part)
        part.show()
        self._parts.append((title, part))
        self._go_to.addItem(title)

    def _make_plot(self) -> None:
        # pyqtgraph takes longer to import than the window to open.
        from sjogren_desktop.gui.plots import FigurePlot

        self._plot = FigurePlot()
        self._plot.subjects_wanted.connect(self.subjects_wanted)
        self._plot.brush.brushed.connect(self.brush.toggle)
        self._plot.brush.show_marked(self.brush.marked)
        RightMenu(self._plot, self.figure_bar.offered)
        self._figure_box.addWidget(self._figure_choice)
        self._figure_box.addWidget(self._figure_title)
        across = QHBoxLayout()
        self._figure_box.addLayout(across)
        across.addWidget(self._plot, 1)
        across.addStretch(0)  # what the plot, which is no wider than it should be, leaves
        self._figure_box.addWidget(self._caption)
        self._figure_box.addWidget(self.figure_bar)

    def _offer_figures(self, figures: tuple[Figure, ...]) -> None:
        self._figure_choice.blockSignals(True)
        self._figure_choice.clear()
        self._figure_choice.addItems([f.title for f in figures])
        self._figure_choice.blockSignals(False)
        self._figure_choice.setVisible(len(figures) > 1)
        self._figure_title.setVisible(len(figures) == 1)

    @Slot(int)
    def _draw(self, index: int) -> None:
        for _ in self._drawing(index):
            pass

    def _drawing(self, index: int) -> Iterator[None]:
        """Draw a figure, then what stands around it, one in a turn."""
        if self.result is None or self._plot is None or index < 0:
            return
        figure = self.result.figures[index]
        self._plot.draw(figure)
        yield
        self.figure_bar.set_figure(figure, self.result)
        said = (self.result.summary, *figure.caption, tr(IN_NUMBERS))
        self._plot.describe(" ".join(said))
        self._figure_title.setText(figure.title)
        self._caption.setText(" ".join(figure.caption))
        self._caption.setVisible(bool(figure.caption))
        if self._legend is not None:
            self._figure_box.removeWidget(self._legend)
            self._legend.hide()
            self._legend.deleteLater()
            self._legend = None
        unnamed = ForestFigure | MapFigure | GridFigure | FlowFigure | GraphFigure
        if not isinstance(figure, unnamed) and figure.series:
            from sjogren_desktop.gui.legend import Legend

            self._legend = Legend(figure)
            self._figure_box.insertWidget(2, self._legend)
        yield
        # The plot has the height its figure needs; the page is laid out before it is painted.
        self._figure_box.activate()
        page = self._page.layout() if self._page is not None else None
        if page is not None:
            page.activate()

    def _table_part(self, table: Table, texts: TableTexts) -> QWidget:
        part = QWidget()
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        view = ResultTable(table, texts=texts)
        view.subjects_wanted.connect(self.subjects_wanted)
        view.brushed.connect(self.brush.toggle)
        view.results.show_marked(self.brush.marked)
        self.tables.append(view)
        copy = QPushButton(tr("Copy table"))
        copy.setObjectName(f"copy_{table.key}")
        copy.setToolTip(tr("Copy this table for a spreadsheet or a text document"))
        copy.setAccessibleName(tr("Copy table: {title}", title=table.title))
        copy.clicked.connect(view.copy)
        layout.addWidget(text_label(table.title, "heading", bold=True))
        body = QHBoxLayout()
        body.addWidget(view)
        body.addStretch(1)
        layout.addLayout(body)
        for note in table.footnotes:
            layout.addWidget(FaintLabel(note))
        if view.results.has_subjects:
            layout.addWidget(FaintLabel(tr(OPENS)))
        # Where those of a figure are; at the right end of the page it would be far from the table.
        layout.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeft)
        return part

    @Slot(object)
    def _show_marked(self, marked: object) -> None:
        assert isinstance(marked, frozenset)
        if self._plot is not None:
            self._plot.brush.show_marked(marked)
        for table in self.tables:
            table.results.show_marked(marked)

    @Slot(bool)
    def _show_meaning(self, wanted: bool) -> None:
        if self._words is not None:
            self._words.setVisible(wanted)
            self._scroll.verticalScrollBar().setValue(0)

    @Slot(int)
    def _jump(self, index: int) -> None:
        if 0 <= index < len(self._parts):
            self._scroll.verticalScrollBar().setValue(self._parts[index][1].y())


def _sentences_part(title: str, name: str, sentences: tuple[str, ...]) -> QWidget:
    part = QWidget()
    part.setObjectName(name)
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.SPACE // 2)
    layout.addWidget(text_label(title, "heading", bold=True))
    for sentence in sentences:
        layout.addWidget(text_label(sentence))
    return part


def _pairs_part(title: str, name: str, pairs: tuple[tuple[str, str], ...]) -> QWidget:
    part = QWidget()
    part.setObjectName(name)
    outer = QVBoxLayout(part)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(theme.SPACE // 2)
    outer.addWidget(text_label(title, "heading", bold=True))
    rows = QFormLayout()
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setHorizontalSpacing(2 * theme.SPACE)
    rows.setVerticalSpacing(theme.SPACE // 2)
    rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
    for label, content in pairs:
        rows.addRow(FaintLabel(label, "body"), text_label(content))
    outer.addLayout(rows)
    return part
