"""Beside the domain being rated: what its levels mean, and findings that bear on them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sjogren_desktop.analyses.score_sheet import FINDINGS, Finding, findings_of
from sjogren_desktop.analyses.spec import Choice, Flag, Item
from sjogren_desktop.gui import local, theme
from sjogren_desktop.gui.banner import Banner, FaintLabel
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.option_edits import ChoiceEdit, FlagEdit
from sjogren_desktop.gui.wrapped_pane import WrappedPane
from sjogren_desktop.scoring.definitions import REMINDER, Feature, definition
from sjogren_desktop.scoring.essdai import DOMAINS, LEVEL_NAMES
from sjogren_desktop.study.score_edits import Entry


class NumberField(QLineEdit):
    """A number that may be left empty; tells when it was entered and is readable."""

    entered = Signal(str, object)
    """Variable and number (None where empty)."""
    refused = Signal(str)
    """A text that is no number."""

    def __init__(self, variable: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variable = variable
        self.setAccessibleName(title)
        self.setMaximumWidth(14 * self.fontMetrics().averageCharWidth())
        self.editingFinished.connect(self._tell)

    def show_number(self, value: Entry) -> None:
        """Show a value, without telling."""
        text = "" if value is None else str(value)
        if isinstance(value, float):
            text = local.numbers(f"{value:.12g}")
        if text != self.text():
            self.setText(text)

    def event(self, event: QEvent) -> bool:
        # Undo is that of the sheet, not of the letters in this field.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
            if event.matches(undo) or event.matches(redo):
                event.ignore()
                return False
        return bool(super().event(event))

    @Slot()
    def _tell(self) -> None:
        text = self.text().strip()
        if not text:
            self.entered.emit(self._variable, None)
            return
        try:
            number = local.number_of(text)
        except ValueError:
            self.refused.emit(
                tr(
                    "{name}: {text} is not a number.",
                    name=self.accessibleName(),
                    text=text,
                )
            )
            return
        if number != number or number in (float("inf"), float("-inf")):
            self.refused.emit(
                tr(
                    "{name}: {text} is not a number.",
                    name=self.accessibleName(),
                    text=text,
                )
            )
            return
        self.entered.emit(self._variable, int(number) if number.is_integer() else number)


class DomainPanel(WrappedPane):
    """Definition and findings of one domain at a time."""

    letters = 28
    entered = Signal(str, object)
    refused = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("domain_panel")
        self._domain = DOMAINS[0].key
        self._level: int | None = None
        self.definition = QTextBrowser()
        self.doubt = Banner("domain_doubt")
        self._fields: dict[str, NumberField | FlagEdit | QComboBox] = {}
        self._pages = QStackedWidget()
        self._build()

    # -- what the sheet calls

    def show_domain(self, domain: str) -> None:
        """Show the definition and the findings of a domain."""
        self._domain = domain
        place = next(i for i, d in enumerate(DOMAINS) if d.key == domain)
        self._pages.setCurrentIndex(place)

    def show_entries(
        self,
        entries: Mapping[str, Entry],
        *,
        measured: Mapping[str, float],
        level: int | None,
        doubt: str,
    ) -> None:
        """Show what was entered, and what the study holds where nothing was."""
        self._level = level
        for finding in FINDINGS:
            field = self._fields[finding.variable]
            value = entries.get(finding.variable)
            if isinstance(field, NumberField):
                field.show_number(value)
                held = measured.get(finding.key)
                field.setPlaceholderText("" if held is None else tr("data: {held:.6g}", held=held))
            elif isinstance(field, FlagEdit):
                held_flag = bool(measured.get(finding.key, 0.0)) if value is None else bool(value)
                field.show_value((), held_flag)
            elif isinstance(field, ChoiceEdit):
                field.show_value(_items(finding), value or "")
        if doubt:
            self.doubt.say("warning", doubt)
        else:
            self.doubt.clear()
        self._write()

    # -- building

    def _build(self) -> None:
        self.definition.setObjectName("domain_definition")
        self.definition.setAccessibleName(tr("Definition of the domain"))
        self.definition.setToolTip(
            tr("What earns each level of this domain, and what is not rated")
        )
        self.definition.setOpenLinks(False)
        self.definition.setFrameShape(QFrame.Shape.NoFrame)
        self.definition.setMinimumHeight(8 * self.fontMetrics().lineSpacing())
        for domain in DOMAINS:
            self._pages.addWidget(self._findings_page(domain.key))
        reminder = FaintLabel(" ".join(_feature(f) for f in REMINDER))
        reminder.setObjectName("score_reminder")
        self._pages.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.SPACE, 0, 0, 0)
        layout.setSpacing(theme.SPACE // 2)
        layout.addWidget(reminder)
        layout.addWidget(self.definition, 1)
        layout.addWidget(self.doubt)
        layout.addWidget(self._pages)

    def _findings_page(self, domain: str) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 0, theme.SPACE, 0)
        form.setHorizontalSpacing(theme.SPACE)
        form.setVerticalSpacing(theme.SPACE // 2)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        findings = findings_of(domain)
        title = tr("Findings, if at hand") if findings else tr("No raw finding is compared here.")
        form.addRow(FaintLabel(title))
        for finding in findings:
            field = self._field(finding)
            self._fields[finding.variable] = field
            if isinstance(field, FlagEdit):
                form.addRow(field)
            else:
                unit = f" ({finding.unit})" if finding.unit else ""
                form.addRow(f"{finding.label}{unit}", field)
        scroll = QScrollArea()
        scroll.setObjectName(f"findings_{domain}")
        scroll.setAccessibleName(title)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        scroll.setMaximumHeight(page.sizeHint().height() + 2)
        return scroll

    def _field(self, finding: Finding) -> NumberField | FlagEdit | ChoiceEdit:
        tip = tr("Optional: {label}, held against the level chosen", label=finding.label.lower())
        field: NumberField | FlagEdit | ChoiceEdit
        if finding.kind == "number":
            field = NumberField(finding.variable, finding.label)
            field.entered.connect(self.entered)
            field.refused.connect(self.refused)
        elif finding.kind == "flag":
            field = FlagEdit(Flag(finding.variable, finding.label, tip, False))
            field.edited.connect(self._take_flag)
        else:
            field = ChoiceEdit(Choice(finding.variable, finding.label, tip, _no_items, _nothing))
            field.show_value(_items(finding), "")
            field.edited.connect(self._take_choice)
        field.setObjectName(finding.variable.replace(".", "_"))
        field.setToolTip(tip)
        field.setAccessibleName(finding.label)
        return field

    @Slot(str)
    def _take_flag(self, variable: str) -> None:
        field = self._fields[variable]
        assert isinstance(field, FlagEdit)
        self.entered.emit(variable, 1 if field.value() else 0)

    @Slot(str)
    def _take_choice(self, variable: str) -> None:
        field = self._fields[variable]
        assert isinstance(field, ChoiceEdit)
        self.entered.emit(variable, field.value() or None)

    # -- the definition

    def _write(self) -> None:
        found = definition(self._domain)
        label = next(d.label for d in DOMAINS if d.key == self._domain)
        parts = [f"<h3>{escape(label)}</h3>"]
        for each in found.levels:
            chosen = each.level == self._level
            name = f"{each.level} {tr(LEVEL_NAMES[each.level])}"
            head = tr("▸ {name} (chosen)", name=name) if chosen else name
            items = "".join(f"<li>{escape(_feature(f))}</li>" for f in each.features)
            parts.append(f"<p style='margin-bottom:0'><b>{escape(head)}</b></p><ul>{items}</ul>")
        if found.not_rated:
            unrated = escape("; ".join(found.not_rated))
            parts.append(f"<p><b>{tr('Not rated:')}</b> {unrated}.</p>")
        parts.append(f"<p><b>{tr('Damage:')}</b> {escape(found.damage)}</p>")
        for remark in found.remarks:
            parts.append(f"<p>{escape(_feature(remark))}</p>")
        source = tr("Paraphrased; read in a {source}.", source=found.source)
        parts.append(f"<p><i>{escape(source)}</i></p>")
        text = "<style>ul{margin:0 0 4px 0;-qt-list-indent:1}p,h3{margin:0 0 4px 0}</style>"
        page = text + "".join(parts)
        if page != self.definition.property("page"):
            self.definition.setProperty("page", page)
            self.definition.setHtml(page)


def _feature(feature: Feature) -> str:
    return f"{feature.text} [{feature.note}]" if feature.note else feature.text


def _items(finding: Finding) -> tuple[Item, ...]:
    return tuple(Item(value, label) for value, label in finding.choices)


def _no_items(study: object, values: object) -> tuple[Item, ...]:
    return ()


def _nothing(study: object, values: object) -> str:
    return ""
