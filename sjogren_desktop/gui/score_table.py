"""The twelve domains of a score sheet: one row each, with only the levels that exist.

The number keys rate the domain of the row and go on to the next; the choices
can be clicked as well. What was rated at the visit before stands beside it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sjogren_desktop.analyses.score_sheet import Assessment
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.targets import LEAST
from sjogren_desktop.scoring.essdai import DOMAINS, LEVEL_NAMES, Domain
from sjogren_desktop.study.score_edits import Entry

_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
LEVEL = int(Qt.ItemDataRole.UserRole) + 1
"""Role of the level entered (None where there is none)."""
CHOICES = int(Qt.ItemDataRole.UserRole) + 2
"""Role of the levels that exist in the domain."""
_RIGHT = int(Qt.AlignmentFlag.AlignRight.value | Qt.AlignmentFlag.AlignVCenter.value)
_LEFT = int(Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value)
_NO_PARENT = QModelIndex()

SHOWN = (marked("none"), marked("low"), marked("moderate"), marked("high"))
_HEADS = (
    (marked("Domain"), marked("Domain with its weight in ESSDAI")),
    (marked("Level"), marked("Press 0, 1, 2 or 3; only the levels that exist can be chosen")),
    (marked("Before"), marked("Level at the visit before")),
    (marked("Change"), marked("Level minus level at the visit before")),
    ("ESSDAI", marked("Points in ESSDAI: weight times level")),
    (marked("Clin"), marked("Points in ClinESSDAI")),
    (
        marked("Remark"),
        marked("Where level and findings disagree, and what differs from what was saved"),
    ),
)
DOMAIN, LEVELS, BEFORE, CHANGE, POINTS, CLINICAL, REMARK = range(7)


class ScoreModel(QAbstractTableModel):
    """What stands in the rows; told anew after every entry."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: Mapping[str, Entry] = {}
        self._saved: Mapping[str, Entry] = {}
        self._before: Mapping[str, float] = {}
        self._assessment: Assessment | None = None

    def show_entries(
        self,
        entries: Mapping[str, Entry],
        *,
        saved: Mapping[str, Entry],
        before: Mapping[str, float],
        assessment: Assessment,
    ) -> None:
        """Show what is on the sheet, what was saved, and the visit before."""
        self._entries, self._saved, self._before = entries, saved, before
        self._assessment = assessment
        self.dataChanged.emit(self.index(0, 0), self.index(len(DOMAINS) - 1, len(_HEADS) - 1))

    def level(self, domain: Domain) -> int | None:
        """Return the level entered for a domain."""
        return _whole(self._entries.get(domain.key))

    def remark(self, domain: Domain) -> str:
        """Return what is to be looked at in a domain, in full."""
        doubt = self._assessment.doubts.get(domain.key, "") if self._assessment else ""
        saved, now = self._saved.get(domain.key), self._entries.get(domain.key)
        if saved is None or saved == now:
            return doubt
        words = (
            tr("Saved before: {saved:g}.", saved=saved) if isinstance(saved, int | float) else ""
        )
        return f"{doubt} {words}".strip()

    # -- what the view calls

    def rowCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(DOMAINS)

    def columnCount(self, parent: Any = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def data(self, index: Any, role: int = _DISPLAY) -> object:
        domain, column = DOMAINS[index.row()], index.column()
        if role == _DISPLAY:
            return self._text(domain, column)
        if role == _ALIGN:
            return _RIGHT if column in (BEFORE, POINTS, CLINICAL) else _LEFT
        if role == LEVEL:
            return self.level(domain)
        if role == CHOICES:
            return domain.levels
        if role == _SPOKEN:
            return self._spoken(domain)
        if role == _TIP:
            return self.remark(domain) if column == REMARK else tr(_HEADS[column][1])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation == Qt.Orientation.Vertical and role == _SPOKEN:  # the rows show no head
            return DOMAINS[section].label
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(_HEADS):
            return None
        if role in (_DISPLAY, _TIP):
            return tr(_HEADS[section][0 if role == _DISPLAY else 1])
        if role == _ALIGN:
            return _RIGHT if section in (BEFORE, POINTS, CLINICAL) else _LEFT
        return None

    # -- texts

    def _text(self, domain: Domain, column: int) -> str:
        level, before = self.level(domain), _whole(self._before.get(domain.key))
        if column == DOMAIN:
            return f"{domain.label} \u00d7{domain.weight}"
        if column == LEVELS:
            return "" if level is None else f"{level} {tr(SHOWN[level])}"
        if column == BEFORE:
            return "" if before is None else str(before)
        if column == CHANGE:
            return _change(level, before)
        if column == REMARK:
            return self._mark(domain)
        if self._assessment is None:
            return ""
        total = self._assessment.essdai if column == POINTS else self._assessment.clinessdai
        if column == CLINICAL and not domain.clinical_weight:
            return "\u2013"
        points = (total.points or {}).get(domain.key)
        return "" if points is None else str(points)

    def _mark(self, domain: Domain) -> str:
        doubt = self._assessment.doubts.get(domain.key) if self._assessment else None
        words = [tr("\u26a0 check findings")] if doubt else []
        saved = self._saved.get(domain.key)
        if saved is not None and saved != self._entries.get(domain.key):
            words.append(
                tr("saved: {saved:g}", saved=saved)
                if isinstance(saved, int | float)
                else tr("changed")
            )
        return ", ".join(words)

    def _spoken(self, domain: Domain) -> str:
        """Return a row as it is read out."""
        level, before = self.level(domain), _whole(self._before.get(domain.key))
        said = (
            tr("not rated")
            if level is None
            else tr("level {level}, {name}", level=level, name=tr(LEVEL_NAMES[level]))
        )
        choices = ", ".join(map(str, domain.levels))
        was = "" if before is None else tr("; before {before}", before=before)
        return tr(
            "{label}: {said}; choices {choices}{was}. {remark}",
            label=domain.label,
            said=said,
            choices=choices,
            was=was,
            remark=self.remark(domain),
        ).strip()


def _whole(value: Entry) -> int | None:
    return int(value) if value in (0, 1, 2, 3) and isinstance(value, int | float) else None


def _change(level: int | None, before: int | None) -> str:
    if level is None or before is None:
        return ""
    if level == before:
        return tr("same")
    word = tr("worse") if level > before else tr("better")
    return f"{level - before:+d} {word}"


class LevelChoices(QStyledItemDelegate):
    """Draws the levels of a domain side by side; the one entered is filled and bold."""

    def boxes(self, rect: QRect, levels: tuple[int, ...]) -> dict[int, QRect]:
        """Return where each level that exists stands; the places of others stay empty."""
        width = rect.width() // len(SHOWN)
        return {
            level: QRect(rect.left() + level * width, rect.top(), width, rect.height()).adjusted(
                2, 3, -2, -3
            )
            for level in levels
        }

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        widest = max(option.fontMetrics.horizontalAdvance(f"0 {tr(word)}") for word in SHOWN)
        return QSize(len(SHOWN) * (widest + 2 * theme.SPACE), option.fontMetrics.height() + 10)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        colors = option.palette
        entered = index.data(LEVEL)
        here = option.state & option.state.State_Selected
        painter.save()
        painter.fillRect(option.rect, colors.base())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for level, box in self.boxes(option.rect, index.data(CHOICES)).items():
            chosen = level == entered
            role = QPalette.ColorRole.Highlight if chosen else QPalette.ColorRole.Button
            edge = QPalette.ColorRole.Text if here else QPalette.ColorRole.PlaceholderText
            painter.setBrush(colors.color(role))
            painter.setPen(QPen(colors.color(edge), 2 if chosen and here else 1))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setFont(theme.font("small", bold=chosen))
            ink = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.ButtonText
            painter.setPen(colors.color(ink))
            painter.drawText(
                box, int(Qt.AlignmentFlag.AlignCenter.value), f"{level} {tr(SHOWN[level])}"
            )
        painter.restore()


class ScoreTable(QTableView):
    """Takes levels by key and by click."""

    level_wanted = Signal(str, object)
    """Domain, and the level wanted for it (None takes it away)."""
    domain_changed = Signal(str)
    passed_end = Signal()
    """A level was wanted in the last row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_table")
        self.setAccessibleName(tr("ESSDAI domains"))
        self.setAccessibleDescription(tr("Number keys 0 to 3 rate the domain and go to the next"))
        self.setToolTip(tr("0 to 3 rate the domain and go on; Delete takes the level away"))
        self.model_ = ScoreModel(self)
        self.setModel(self.model_)
        self._choices = LevelChoices(self)
        self.setItemDelegateForColumn(LEVELS, self._choices)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        # Where the columns are wider than the sheet, the names of the domains stay in view.
        self.setAutoScroll(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setStretchLastSection(True)
        self.selectionModel().currentRowChanged.connect(self._tell_domain)
        self._fit()

    @property
    def domain(self) -> Domain:
        """The domain of the row the keys act on."""
        return DOMAINS[max(0, self.currentIndex().row())]

    def go_to(self, row: int) -> None:
        """Let the keys act on a row."""
        self.setCurrentIndex(self.model_.index(row, LEVELS))

    # -- events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and text.isascii() and text.isdigit():
            self._rate(int(text))
        elif plain and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.level_wanted.emit(self.domain.key, None)
        elif plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        # Letters would jump to a domain and so rate another than the one looked at.
        return

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        level = self._level_at(event.position().toPoint())
        if level is not None and event.button() == Qt.MouseButton.LeftButton:
            self.level_wanted.emit(self.domain.key, level)

    def _rate(self, level: int) -> None:
        """Want a level, and go on to the next row if it exists."""
        possible = level in self.domain.levels
        self.level_wanted.emit(self.domain.key, level)
        if possible:
            self._go_on()

    def _go_on(self) -> None:
        row = self.currentIndex().row()
        if row + 1 < len(DOMAINS):
            self.go_to(row + 1)
        else:
            self.passed_end.emit()

    def _level_at(self, position: QPoint) -> int | None:
        index = self.indexAt(position)
        if not index.isValid() or index.column() != LEVELS:
            return None
        boxes = self._choices.boxes(self.visualRect(index), index.data(CHOICES))
        return next((level for level, box in boxes.items() if box.contains(position)), None)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "model_"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_height()

    @Slot(QModelIndex)
    def _tell_domain(self, current: QModelIndex) -> None:
        if current.isValid():
            self.domain_changed.emit(DOMAINS[current.row()].key)

    # -- sizes

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        widest = max(metrics.horizontalAdvance(f"{d.label} \u00d70") for d in DOMAINS)
        words = max(metrics.horizontalAdvance(f"0 {tr(word)}") for word in SHOWN)
        widths = {
            DOMAIN: widest + 2 * theme.SPACE,
            LEVELS: len(SHOWN) * (words + 2 * theme.SPACE),
            BEFORE: metrics.horizontalAdvance(tr("Before")) + 2 * theme.SPACE,
            CHANGE: max(
                metrics.horizontalAdvance(f"+1 {word}") for word in (tr("better"), tr("worse"))
            )
            + 2 * theme.SPACE,
            POINTS: metrics.horizontalAdvance("ESSDAI") + 2 * theme.SPACE,
            CLINICAL: metrics.horizontalAdvance(tr("Clin")) + 2 * theme.SPACE,
        }
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        line = max(LEAST, metrics.height() + theme.SPACE)
        self.horizontalHeader().setMinimumHeight(LEAST)
        vertical = self.verticalHeader()
        vertical.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        vertical.setDefaultSectionSize(line)
        self._set_height()

    def _set_height(self) -> None:
        """Show every row, whether there is a scroll bar below them or not."""
        header = self.horizontalHeader()
        height = max(LEAST, header.sizeHint().height()) + theme.SPACE // 2
        height += self.verticalHeader().defaultSectionSize() * len(DOMAINS)
        # The last column is stretched only after the table has its new size.
        last = header.sectionSize(header.count() - 1)
        if header.length() - last + header.minimumSectionSize() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if height != self.height():
            self.setFixedHeight(height)
