"""A patient's course drawn on one time axis: scores, domains, tests, events, medication.

Each part is a :class:`TimePlot` of its own, made once and drawn again for the
next patient; all have the same left edge and the same weeks. What is told by a
shade is also told by a number, and what by a colour also by a shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFontMetrics, QGuiApplication, QPainter, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from sjogren_desktop import palette
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.more_plots import Mark
from sjogren_desktop.gui.pens import line_pen
from sjogren_desktop.study.course import Measure, Span

_REACH = 14
"""Distance in pixels at which the pointer is on a mark."""

_SYMBOL = 8
_EDGE = 22
"""Width of the left edge of all parts, in average characters."""

_SHARES = (0.0, 0.16, 0.45, 0.85)
"""How much of the full colour a level has."""


@dataclass(frozen=True)
class Line:
    """A line of a part: name, style number, and its points in weeks."""

    name: str
    style: int
    x: tuple[float, ...]
    y: tuple[float, ...]
    texts: tuple[str, ...]


def shade_of(level: int, scheme: str) -> tuple[QColor, QColor]:
    """Return ground and ink of a level; the ink is black or white, whichever is read better."""
    ground = QColor(palette.shade(_SHARES[level], theme=scheme))
    return ground, max(
        (QColor("#000000"), QColor("#ffffff")), key=lambda ink: _contrast(ink, ground)
    )


def _contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours as WCAG 2.2 defines it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


class TimePlot(pg.PlotWidget):  # type: ignore[misc]
    """One part of the course; what it shows is kept, to draw it again in another scheme."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        self._draw: tuple[str, tuple[object, ...]] | None = None
        self._scheme = ""
        # A menu made and taken away again costs more than all the rest of an empty plot.
        super().__init__(parent, enableMenu=False)
        self.setObjectName(name)
        self.setMouseEnabled(x=False, y=False)
        self.hideButtons()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.marks: list[Mark] = []
        self.weeks = (0.0, 1.0)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._draw_again)
        self.scene().sigMouseMoved.connect(self._point)

    # -- what the panel calls

    def show_lines(
        self, lines: Sequence[Line], references: Sequence[float], bottom: float | None
    ) -> None:
        """Draw lines over time with horizontal reference lines."""
        self._keep("_lines", lines, references, bottom)

    def show_measure(self, measure: Measure | None) -> None:
        """Draw a laboratory test within its reference range."""
        self._keep("_measure", measure)

    def show_levels(
        self, labels: Sequence[str], weeks: Sequence[float], levels: Sequence[Sequence[int | None]]
    ) -> None:
        """Draw ``levels[row][visit]`` as numbers on shades."""
        self._keep("_levels", labels, weeks, levels)

    def show_spans(self, spans: Sequence[Span], doses: Sequence[float] | None = None) -> None:
        """Draw bars over time, and under the name of injections a mark for each dose."""
        self._keep("_spans", spans, doses)

    def describe(self, name: str, text: str) -> None:
        """Say in words what is drawn, for readers who do not see it."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(text)

    # -- events

    def close(self) -> bool:
        # pyqtgraph takes the plot apart; a change of palette may still arrive after that.
        self._draw = None
        return bool(super().close())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if getattr(self, "_draw", None) is None:
            return
        recoloured = event.type() == QEvent.Type.PaletteChange
        if event.type() == QEvent.Type.FontChange or (
            recoloured and theme.scheme_of(QGuiApplication.palette()) != self._scheme
        ):
            # Not at once: taking items away while events are being passed on to them has
            # ended the program.
            self._again.start()

    @Slot()
    def _draw_again(self) -> None:
        if self._draw is not None:
            self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot(object)
    def _point(self, position: QPointF) -> None:
        box = self.getViewBox()
        best, least = None, float(_REACH**2)
        for mark in self.marks:
            at = box.mapViewToScene(QPointF(mark.x, mark.y))
            distance = (at.x() - position.x()) ** 2 + (at.y() - position.y()) ** 2
            if distance <= least:
                best, least = mark, distance
        if best is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(
                self.mapToGlobal(self.mapFromScene(position)), local.numbers(best.text), self
            )

    # -- drawing

    def _keep(self, how: str, *what: object) -> None:
        self._draw = (how, what)
        self._redraw()

    def _redraw(self) -> None:
        assert self._draw is not None
        self._scheme = theme.scheme_of(QGuiApplication.palette())
        colors = palette.THEMES[self._scheme]
        self.clear()
        self.marks = []
        self.setBackground(colors.background)
        small = theme.font("small")
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.setTicks(None)
            axis.setPen(line_pen(colors.faint))
            axis.setTextPen(pg.mkPen(colors.ink))
            axis.setTickFont(small)
            axis.setStyle(tickLength=-4, hideOverlappingLabels=False)
        self.getAxis("left").setWidth(_EDGE * QFontMetrics(small).averageCharWidth())
        self.getViewBox().invertY(False)
        self.setXRange(*self.weeks, padding=0)
        self.getAxis("bottom").setTicks([_week_ticks(*self.weeks)])
        how, what = self._draw
        getattr(self, how)(*what)

    def _height(self, lines: float) -> None:
        self.setFixedHeight(round(lines * self.fontMetrics().lineSpacing()))

    def _across(self, y: float) -> None:
        pen = line_pen(palette.THEMES[self._scheme].faint, width=1, dash=[4, 4])
        self.addItem(pg.InfiniteLine(pos=y, angle=0, pen=pen))

    def _lines(
        self, lines: Sequence[Line], references: Sequence[float], bottom: float | None
    ) -> None:
        values = list(references) + ([] if bottom is None else [bottom])
        for y in references:
            self._across(y)
        for line in lines:
            self._curve(line)
            values += line.y
        if values:
            self.setYRange(min(values), max(values), padding=0.08)
        self._height(10)

    def _curve(self, line: Line, *, symbols: Sequence[str] | None = None) -> None:
        look = palette.style(line.style, theme=self._scheme)
        pen = line_pen(look.color, width=2)
        if look.dash:
            pen.setDashPattern(list(look.dash))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.plot(
            np.asarray(line.x, dtype=float),
            np.asarray(line.y, dtype=float),
            pen=pen,
            symbol=list(symbols) if symbols is not None else look.symbol,
            symbolSize=_SYMBOL,
            symbolBrush=look.color,
            symbolPen=look.color,
            antialias=True,
        )
        for x, y, text in zip(line.x, line.y, line.texts, strict=True):
            self.marks.append(Mark(x, y, text))

    def _measure(self, measure: Measure | None) -> None:
        self._height(7)
        if measure is None or not measure.days:
            return
        weeks = tuple(day / 7 for day in measure.days)
        low = [v for v in measure.low if v == v]
        high = [v for v in measure.high if v == v]
        values = [*measure.values, *low[-1:], *high[-1:]]
        if low and high:
            ground = QColor(palette.shade(0.12, theme=self._scheme))
            # The limits of the last record; those of earlier ones are told by the pointer.
            band = pg.LinearRegionItem(
                (low[-1], high[-1]),
                orientation="horizontal",
                movable=False,
                brush=ground,
                pen=line_pen(palette.THEMES[self._scheme].faint, dash=[4, 4]),
            )
            band.setZValue(-10)
            self.addItem(band)
        elif low or high:
            self._across((low or high)[-1])
        # A triangle points where a value left its range.
        shapes = {"low": "t", "high": "t1", "": "o"}
        outside = [measure.outside(i) for i in range(len(weeks))]
        texts = tuple(
            tr(
                "{label}\n{visit}: {value:.12g}{outside}\nreference {limits}",
                label=measure.label,
                visit=visit,
                value=value,
                outside=f" ({tr(word)})" if word else "",
                limits=_limits(lo, hi),
            )
            for visit, value, word, lo, hi in zip(
                measure.visits, measure.values, outside, measure.low, measure.high, strict=True
            )
        )
        line = Line(measure.label, 1, weeks, measure.values, texts)
        self._curve(line, symbols=[shapes[word] for word in outside])
        self.setYRange(min(values), max(values), padding=0.12)

    def _levels(
        self, labels: Sequence[str], weeks: Sequence[float], levels: Sequence[Sequence[int | None]]
    ) -> None:
        least = palette.least_spacing(weeks) if len(weeks) > 1 else 4.0
        width = max(0.9 * least, 0.012 * (self.weeks[1] - self.weeks[0]))
        self.addItem(LevelCells(weeks, levels, width, self._scheme))
        left = self.getAxis("left")
        left.setTicks([list(enumerate(labels))])
        left.setStyle(tickLength=0, hideOverlappingLabels=False)
        self.getViewBox().invertY(True)
        self.setYRange(-0.6, len(labels) - 0.4, padding=0)
        self._height(2.6 + 1.35 * len(labels))
        for row, label in enumerate(labels):
            for week, level in zip(weeks, levels[row], strict=True):
                said = tr("not rated") if level is None else tr("level {level}", level=level)
                self.marks.append(Mark(week, row, f"{label}: {said}"))

    def _spans(self, spans: Sequence[Span], doses: Sequence[float] | None) -> None:
        colors, look = palette.THEMES[self._scheme], palette.style(1, theme=self._scheme)
        labels = [span.label for span in spans]
        first = 0
        if doses:
            labels, first = [tr("Injections"), *labels], 1
            weeks = [day / 7 for day in doses]
            self.plot(
                weeks,
                [0.0] * len(weeks),
                pen=None,
                symbol="t",
                symbolSize=_SYMBOL,
                symbolBrush=colors.ink,
                symbolPen=colors.ink,
            )
            for number, week in enumerate(weeks, start=1):
                self.marks.append(
                    Mark(
                        week,
                        0,
                        tr("Injection {number}, {day}", number=number, day=_day_text(7 * week)),
                    )
                )
        for row, span in enumerate(spans, start=first):
            self._bar(span, row, look.color)
        left = self.getAxis("left")
        left.setTicks([[(row, _elided(label)) for row, label in enumerate(labels)]])
        left.setStyle(tickLength=0, hideOverlappingLabels=False)
        self.getViewBox().invertY(True)
        self.setYRange(-0.7, max(len(labels), 1) - 0.3, padding=0)
        self._height(2.6 + 1.35 * max(len(labels), 1))

    def _bar(self, span: Span, row: int, color: str) -> None:
        if span.start is None:
            text = pg.TextItem(
                tr("day not known"), palette.THEMES[self._scheme].faint, anchor=(0, 0.5)
            )
            text.setPos(self.weeks[0], row)
            self.addItem(text)
            return
        start = max(span.start / 7, self.weeks[0])
        end = self.weeks[1] if span.stop is None else (span.stop + 1) / 7
        if span.stop is None and not span.ongoing:
            end = start
        least = 0.004 * (self.weeks[1] - self.weeks[0])
        width = max(min(end, self.weeks[1]) - start, least)
        fill = QColor(color)
        if not span.is_serious:
            fill.setAlphaF(0.55)
        bar = pg.BarGraphItem(
            x0=[start],
            width=[width],
            y0=[row - 0.3],
            height=[0.6],
            brush=fill,
            pen=line_pen(color, width=2 if span.is_serious else 1),
        )
        self.addItem(bar)
        words = ([tr("S")] if span.is_serious else []) + (
            [str(span.severity)] if span.severity else []
        )
        if words:
            mark = pg.TextItem(" ".join(words), palette.THEMES[self._scheme].ink, anchor=(0, 0.5))
            mark.setFont(theme.font("small"))
            mark.setPos(start + width, row)
            self.addItem(mark)
        last = tr("ongoing") if span.ongoing else _day_text(span.stop)
        text = tr(
            "{label}\n{first} to {last}\n{detail}",
            label=span.label,
            first=_day_text(span.start),
            last=last,
            detail=span.detail,
        )
        self.marks.append(Mark(start + width / 2, row, text.strip()))


class LevelCells(pg.GraphicsObject):  # type: ignore[misc]
    """Levels as shaded cells with their number; an unrated cell is empty, with a dash."""

    def __init__(
        self,
        weeks: Sequence[float],
        levels: Sequence[Sequence[int | None]],
        width: float,
        scheme: str,
    ) -> None:
        super().__init__()
        self._weeks, self._levels, self._width, self._scheme = weeks, levels, width, scheme

    def boundingRect(self) -> QRectF:
        if not self._weeks:
            return QRectF()
        left, right = min(self._weeks) - self._width / 2, max(self._weeks) + self._width / 2
        return QRectF(left, -0.5, right - left, len(self._levels))

    def paint(self, painter: QPainter, *_: object) -> None:
        to_device = painter.transform()
        painter.save()
        painter.resetTransform()  # numbers are as large at every zoom
        painter.setFont(theme.font("small"))
        line = QColor(palette.THEMES[self._scheme].grid)
        faint = QColor(palette.THEMES[self._scheme].faint)
        for row, levels in enumerate(self._levels):
            for week, level in zip(self._weeks, levels, strict=True):
                cell = QRectF(week - self._width / 2, row - 0.45, self._width, 0.9)
                box = to_device.mapRect(cell)
                ground, ink = shade_of(level or 0, self._scheme)
                painter.setPen(line)
                painter.setBrush(ground)
                painter.drawRect(box)
                painter.setPen(faint if level in (None, 0) else ink)
                text = "\u2013" if level is None else str(level)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter.value), text)
        painter.restore()


def _week_ticks(low: float, high: float) -> list[tuple[float, str]]:
    """Name every 4th week, or 8th, 12th ... so that at most about 16 are named."""
    step = 4 * max(1, int(np.ceil((high - low) / 4 / 16)))
    first = int(np.ceil(low / step)) * step
    return [(week, str(week)) for week in range(first, int(high) + 1, step)]


def _elided(label: str) -> str:
    return label if len(label) <= _EDGE else f"{label[: _EDGE - 1]}\u2026"


def _day_text(day: float | None) -> str:
    from sjogren_desktop.study.course import study_day

    return tr("day not known") if day is None else tr("day {day}", day=study_day(day))


def _limits(low: float, high: float) -> str:
    if low == low and high == high:
        return tr("{low:.12g} to {high:.12g}", low=low, high=high)
    if low == low:
        return tr("from {low:.12g}", low=low)
    return tr("up to {high:.12g}", high=high) if high == high else tr("not given")


def span_weeks(days: Iterable[float]) -> tuple[float, float]:
    """Return the weeks to show so that all days are seen, with room at both ends."""
    weeks = [day / 7 for day in days] or [0.0]
    low, high = min(0.0, *weeks), max(4.0, *weeks)
    room = 0.04 * (high - low)
    return low - room, high + room
