"""What follows from the entries of a score sheet, live: totals, change, response, indices."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from sjogren_desktop.analyses.score_sheet import Assessment, Composite, Total
from sjogren_desktop.gui import theme
from sjogren_desktop.gui.banner import FaintLabel, text_label
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.visit_table import SHORT, change_shown, number, shown, signed

_ROWS = (
    ("essdai", "ESSDAI"),
    ("clinessdai", "ClinESSDAI"),
    ("esspri", "ESSPRI"),
)
_HEADS = (
    "",
    marked("Now"),
    marked("Activity"),
    marked("Baseline"),
    marked("Change"),
    marked("Response"),
    marked("Low activity"),
)
_RULES = {
    "essdai": (marked("fall \u2265 3"), marked("below 5")),
    "clinessdai": (marked("fall \u2265 3"), marked("below 5")),
    "esspri": (marked("fall \u2265 1 or 15%"), marked("below 5")),
}
_PARTS = {
    "systemic": marked("systemic"),
    "pro": marked("patient-reported"),
    "lachrymal": marked("tears"),
    "tear": marked("tears"),
    "salivary": marked("saliva"),
    "biological": marked("serology"),
    "serology": marked("serology"),
}


class ScoreTotals(QWidget):
    """Three totals as rows, and STAR and CRESS where their inputs exist."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("score_totals")
        self._cells: dict[tuple[str, str], QLabel] = {}
        self.missing = FaintLabel()
        self.missing.setObjectName("score_missing")
        self.indices = text_label()
        self.indices.setObjectName("score_indices")
        self._build()

    def show_assessment(self, assessment: Assessment) -> None:
        """Show what follows from the entries."""
        for key, total in (
            ("essdai", assessment.essdai),
            ("clinessdai", assessment.clinessdai),
            ("esspri", assessment.esspri),
        ):
            texts = {
                "Now": shown(total.value, key) or "\u2013",
                "Activity": tr(total.activity),
                "Baseline": shown(total.baseline, key) or "\u2013",
                "Change": change_shown(total.change, key) or "\u2013",
                "Response": _yes(total.responder, _RULES[key][0]),
                "Low activity": _yes(total.low_disease_activity, _RULES[key][1]),
            }
            for head, text in texts.items():
                cell = self._cells[key, head]
                cell.setText(text)
                cell.setAccessibleName(f"{dict(_ROWS)[key]}, {tr(head)}: {text}")
        self.missing.setText(_still_missing(assessment))
        self.indices.setText(
            f"{composite_text('STAR', assessment.star, 9)}\n"
            f"{composite_text('CRESS', assessment.cress, 5)}"
            if assessment.star and assessment.cress
            else tr(
                "STAR and CRESS need a test of tears, saliva or blood at baseline and this visit."
            )
        )

    def text(self, key: str, head: str) -> str:
        """Return what a cell says."""
        return self._cells[key, head].text()

    def _build(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * theme.SPACE)
        grid.setVerticalSpacing(theme.SPACE // 2)
        for column, head in enumerate(_HEADS):
            grid.addWidget(FaintLabel(tr(head)), 0, column)
        for row, (key, name) in enumerate(_ROWS, start=1):
            label = QLabel(name)
            theme.set_type(label, "body", bold=True)
            grid.addWidget(label, row, 0)
            for column, head in enumerate(_HEADS[1:], start=1):
                cell = QLabel()
                cell.setWordWrap(column > 3)  # sentences, beside numbers and one word
                cell.setObjectName(f"total_{key}_{head.lower().replace(' ', '_')}")
                cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                theme.set_type(cell, "heading" if head == "Now" else "body", bold=head == "Now")
                grid.addWidget(cell, row, column)
                self._cells[key, head] = cell
        grid.addWidget(self.missing, len(_ROWS) + 1, 0, 1, len(_HEADS))
        grid.addWidget(self.indices, len(_ROWS) + 2, 0, 1, len(_HEADS))
        grid.setColumnStretch(len(_HEADS) - 1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)


def _yes(value: bool | None, rule: str) -> str:
    if value is None:
        return "\u2013"
    return f"{tr('yes') if value else tr('no')} ({tr(rule)})"


def _still_missing(assessment: Assessment) -> str:
    domains = [SHORT.get(name, name) for name in assessment.essdai.missing]
    items = list(assessment.esspri.missing)
    parts = []
    if domains:
        parts.append(
            tr("No ESSDAI total yet, not rated: {domains} (C1).", domains=", ".join(domains))
        )
    if items:
        parts.append(tr("No ESSPRI yet, missing: {items} (C1).", items=", ".join(items)))
    return " ".join(parts)


def composite_text(name: str, composite: Composite, most: int, say: Callable[..., str] = tr) -> str:
    """Return STAR or CRESS in one sentence: total, response, and what was met.

    ``say`` is :func:`.language.tr`, or ``str.format`` for what is exported.
    """
    met = [say(label) for key, label in _PARTS.items() if composite.parts.get(key)]
    answer = {
        True: marked("response"),
        False: marked("no response"),
        None: marked("not known"),
    }[composite.responder]
    return say(
        marked("{name} {total} of {most}, {answer} (met: {met}{remark})."),
        name=name,
        total="\u2013" if composite.total is None else number(composite.total, name),
        most=most,
        answer=say(answer),
        met=", ".join(met) or say(marked("none")),
        remark=f"; {composite.remark}" if composite.remark else "",
    )


def total_text(total: Total, item: str) -> str:
    """Return a total with its activity, change and response in one line, for exports."""
    parts = [number(total.value, item) or "missing"]
    if total.activity:
        parts.append(f"{total.activity} activity")
    if total.change is not None:
        parts.append(f"change {signed(total.change, item)} from {number(total.baseline, item)}")
    if total.responder is not None:
        parts.append("response" if total.responder else "no response")
    return ", ".join(parts)
