"""Names the series of a figure beside samples of how they are drawn."""

from __future__ import annotations

from pyqtgraph.graphicsItems.ScatterPlotItem import Symbols
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGuiApplication,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from sjogren_desktop import palette
from sjogren_desktop.figures import (
    BarFigure,
    BoxFigure,
    BoxSeries,
    DotFigure,
    LaneFigure,
    LineFigure,
    ScatterFigure,
    Series,
)
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.pens import screen_ratio

SYMBOL = 9
"""Size of the mark of a point."""
_SAMPLE = 5 * theme.SPACE
"""Width of the sample of a series in the legend."""

_ANY = 100_000
"""A width in which all names stand on one line."""

_FILLS = (
    Qt.BrushStyle.SolidPattern,
    Qt.BrushStyle.BDiagPattern,
    Qt.BrushStyle.Dense5Pattern,
    Qt.BrushStyle.DiagCrossPattern,
    Qt.BrushStyle.HorPattern,
    Qt.BrushStyle.FDiagPattern,
    Qt.BrushStyle.CrossPattern,
    Qt.BrushStyle.Dense6Pattern,
)
"""Fills of bars by style, so that bars differ without colour."""


def pen_of(look: palette.Style) -> QPen:
    """Return the pen of a line: colour and dashes by style."""
    pen = QPen(QColor(look.color), 2 * screen_ratio())
    pen.setCosmetic(True)
    if look.dash:
        pen.setDashPattern(list(look.dash))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def symbol_of(look: palette.Style) -> dict[str, object]:
    """Return what makes pyqtgraph draw the marks of points by style."""
    return {
        "symbol": look.symbol,
        "symbolSize": SYMBOL,
        "symbolBrush": look.color,
        "symbolPen": look.color,
    }


def fill(style: int, scheme: str) -> QBrush:
    """Return the brush of a bar: colour and pattern by style."""
    look = palette.style(style, theme=scheme)
    return QBrush(QColor(look.color), _FILLS[style % len(_FILLS)])


WithSeries = LineFigure | BarFigure | ScatterFigure | DotFigure | LaneFigure | BoxFigure


class Legend(QWidget):
    """Names the series of a figure beside samples of how they are drawn, on as many lines."""

    def __init__(self, figure: WithSeries, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("figure_legend")
        self._series: tuple[Series | BoxSeries, ...] = figure.series
        self._as_bars = isinstance(figure, BarFigure | BoxFigure | LaneFigure)
        self._moments = figure.moments if isinstance(figure, LaneFigure) else frozenset()
        self._as_points = isinstance(figure, ScatterFigure | DotFigure)
        theme.set_type(self, "small")
        names = ", ".join(series.name for series in figure.series)
        self.setAccessibleName(tr("Series shown: {names}", names=names))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room for all names on one line; what has a plot's width ignores it."""
        return QSize(self.places(_ANY)[-1].right() + 1, self.height_for(_ANY))

    def places(self, width: int) -> list[QRect]:
        """Return where each series is named, for a width of the legend."""
        line = self.fontMetrics().height() + theme.SPACE // 2
        found: list[QRect] = []
        x = y = 0
        for series in self._series:
            needs = _SAMPLE + theme.SPACE + self.fontMetrics().horizontalAdvance(series.name)
            if x and x + needs > width:
                x, y = 0, y + line
            found.append(QRect(x, y, needs, line))
            x += needs + 3 * theme.SPACE
        return found

    def height_for(self, width: int) -> int:
        """Return the height that the names need at a width."""
        places = self.places(width)
        return places[-1].bottom() + 1 if places else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setFixedHeight(self.height_for(event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for series, place in zip(self._series, self.places(self.width()), strict=True):
            curve = isinstance(series, Series) and series.curve
            self._sample(painter, series.style, place, curve=curve)
            painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
            text = place.adjusted(_SAMPLE + theme.SPACE, 0, theme.SPACE, 0)
            painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter.value), series.name)

    def _sample(self, painter: QPainter, style: int, place: QRect, *, curve: bool) -> None:
        scheme = theme.scheme_of(QGuiApplication.palette())
        look = palette.style(style, theme=scheme)
        left, middle = place.left(), place.center().y() + 0.5
        painter.setPen(QPen(QColor(look.color), 1))
        if self._as_bars and style not in self._moments:
            painter.setBrush(fill(style, scheme))
            painter.drawRect(QRectF(left + theme.SPACE, middle - 5, _SAMPLE - 2 * theme.SPACE, 10))
            return
        painter.setPen(pen_of(look))
        if curve or not (self._as_points or style in self._moments):
            painter.drawLine(QPointF(left, middle), QPointF(left + _SAMPLE, middle))
        if curve:
            return
        painter.setPen(QPen(QColor(look.color), 1))
        painter.setBrush(QColor(look.color))
        at = QTransform().translate(left + _SAMPLE / 2, middle).scale(SYMBOL, SYMBOL)
        painter.drawPath(at.map(Symbols[look.symbol]))
