"""What of a score sheet goes to paper and into a workbook, and the work of writing it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path

from sjogren_desktop.analyses.score_sheet import FINDINGS, Assessment, Total, assess
from sjogren_desktop.export.score_sheet import (
    DomainLine,
    Marks,
    ScorePage,
    write_score_page,
    write_score_rows,
)
from sjogren_desktop.gui.language import tr
from sjogren_desktop.gui.score_sheet import ScoreSheet
from sjogren_desktop.gui.score_totals import composite_text, total_text
from sjogren_desktop.gui.tasks import Work
from sjogren_desktop.gui.visit_table import SHORT
from sjogren_desktop.results import AnalysisError, Progress, Value
from sjogren_desktop.scoring import conventions_text, find
from sjogren_desktop.scoring.definitions import REMINDER
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.scoring.esspri import ITEMS
from sjogren_desktop.study.course import Patient, Visit, study_day
from sjogren_desktop.study.score_edits import Entry, ScoreEdit, edits_of

_USED = ("ESSDAI", "CLINESSDAI", "ESSDAI_RESPONSE", "ESSPRI", "ESSPRI_RESPONSE", "STAR", "CRESS")


def write_page(sheet: ScoreSheet, edits: Sequence[ScoreEdit], chosen: str, marks: Marks) -> Work:
    """Return the work of writing the visit shown as one page."""
    page, path = page_of(sheet, edits, marks), Path(chosen)

    def work(progress: Progress) -> object:
        write_score_page(path, page)
        return tr("The score sheet was written: {path}", path=path)

    return work


def write_rows(sheet: ScoreSheet, edits: Sequence[ScoreEdit], chosen: str, marks: Marks) -> Work:
    """Return the work of writing all visits of the patient, and the changes of scores."""
    patient = _patient(sheet)
    rows = rows_of(sheet)
    mine = edits_of(edits, patient.key)
    changes, path, notes = [_change_row(e) for e in mine], Path(chosen), rules()

    def work(progress: Progress) -> object:
        write_score_rows(path, rows, changes=changes, notes=notes, marks=marks)
        return tr(
            "The score sheets of {count} visits were written: {path}", count=len(rows), path=path
        )

    return work


def rules() -> tuple[str, ...]:
    """Return rules, versions and conventions of the instruments on the sheet."""
    lines: list[str] = [f"{f.text} [{f.note}]" if f.note else f.text for f in REMINDER]
    for key in _USED:
        found = find(key)
        lines.append(f"{found.title}: {found.rule} (program rule {found.key} {found.version}).")
    lines += dict.fromkeys(line for key in _USED for line in conventions_text(key))
    return tuple(lines)


def page_of(sheet: ScoreSheet, edits: Sequence[ScoreEdit], marks: Marks) -> ScorePage:
    """Return what stands on the page of the visit shown."""
    patient, visit, assessment = _patient(sheet), sheet.shown, sheet.assessment
    assert visit is not None
    assert assessment is not None
    model = sheet.table.model_
    lines = []
    for row, domain in enumerate(DOMAINS):
        level, before, change, points, clinical = (
            str(model.index(row, column).data()) for column in range(1, 6)
        )
        remark = model.remark(domain)
        lines.append(DomainLine(domain.label, level, before, change, points, clinical, remark))
    mine = edits_of(edits, patient.key, (visit.number, visit.name))
    return ScorePage(
        patient=_about(patient, visit),
        domains=tuple(lines),
        totals=_totals(assessment, sheet.entries),
        findings=_findings(sheet.entries),
        notes=rules(),
        changes=tuple(_change_text(e) for e in mine if e.old is not None),
        is_draft=sheet.is_draft,
        marks=marks,
    )


def rows_of(sheet: ScoreSheet) -> list[dict[str, Value]]:
    """Return one row a visit of the patient; the visit shown as it is on the sheet."""
    patient = _patient(sheet)
    return [_row(patient, visit, sheet) for visit in sheet.visits]


def _patient(sheet: ScoreSheet) -> Patient:
    if sheet.patient is None or sheet.shown is None:
        raise AnalysisError("No visit is on the score sheet. Choose a patient with a visit first.")
    return sheet.patient


def _about(patient: Patient, visit: Visit) -> tuple[tuple[str, str], ...]:
    site = dict(patient.facts).get("Site", "")
    return (
        ("Study", patient.study),
        ("Patient", patient.subject),
        ("Site", site),
        ("Visit", visit.name),
        ("Date", f"{visit.date} (study day {study_day(visit.day)})".strip()),
    )


def _totals(assessment: Assessment, entries: Mapping[str, Entry]) -> tuple[tuple[str, str], ...]:
    items = ", ".join(f"{item} {_shown(entries.get(item))}" for item in ITEMS)
    made = [
        ("ESSDAI", total_text(assessment.essdai, "essdai")),
        ("ClinESSDAI", total_text(assessment.clinessdai, "clinessdai")),
        ("ESSPRI", f"{total_text(assessment.esspri, 'esspri')} ({items})"),
    ]
    for name, composite, most in (("STAR", assessment.star, 9), ("CRESS", assessment.cress, 5)):
        if composite is not None:
            made.append(
                (name, composite_text(name, composite, most, str.format).removeprefix(f"{name} "))
            )
    return tuple(made)


def _findings(entries: Mapping[str, Entry]) -> tuple[str, ...]:
    texts = []
    for finding in FINDINGS:
        value = entries.get(finding.variable)
        if value is None:
            continue
        if finding.kind == "flag":
            shown = "yes" if value else "no"
        else:
            shown = dict(finding.choices).get(str(value), f"{_shown(value)} {finding.unit}".strip())
        texts.append(f"{finding.label}: {shown}")
    return ("; ".join(texts) + ".",) if texts else ()


def _shown(value: Entry) -> str:
    return "missing" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _change_text(edit: ScoreEdit) -> str:
    when = f"{edit.when.astimezone():%Y-%m-%d %H:%M}"
    return (
        f"{edit.variable}: {_shown(edit.old)} to {_shown(edit.new)}, by {edit.who}, {when}. "
        f"Reason: {edit.reason}"
    )


def _change_row(edit: ScoreEdit) -> dict[str, Value]:
    return {
        "Patient": edit.subject,
        "Visit": edit.visit[1],
        "Variable": edit.variable,
        "Old value": edit.old,
        "New value": edit.new,
        "Who": edit.who,
        "When (UTC)": edit.when.astimezone(tz=UTC).isoformat(sep=" ", timespec="seconds"),
        "Reason": edit.reason,
    }


def _row(patient: Patient, visit: Visit, sheet: ScoreSheet) -> dict[str, Value]:
    entries, baseline = sheet.entries_of(visit), patient.baseline
    start = None if baseline is None or baseline is visit else baseline.values
    found = assess(entries, start, visit.values)
    row: dict[str, Value] = {
        "Study": patient.study,
        "Patient": patient.subject,
        "Site": dict(patient.facts).get("Site", ""),
        "Visit": visit.name,
        "Visit number": visit.number,
        "Date": visit.date,
        "Study day": study_day(visit.day),
    }
    row |= {SHORT[d.key]: entries.get(d.key) for d in DOMAINS}
    row |= _total("ESSDAI", found.essdai) | _total("ClinESSDAI", found.clinessdai)
    row |= {f"ESSPRI {item}": entries.get(item) for item in ITEMS}
    row |= {
        "ESSPRI": found.esspri.value,
        "ESSPRI change": found.esspri.change,
        "ESSPRI response": _word(found.esspri.responder),
    }
    for name, composite in (("STAR", found.star), ("CRESS", found.cress)):
        row[name] = None if composite is None else composite.total
        row[f"{name} response"] = _word(None if composite is None else composite.responder)
    row["Check"] = " ".join(f"{SHORT[k]}: {text}" for k, text in found.doubts.items())
    row["State"] = "draft, not saved" if sheet.is_changed(visit) else ""
    return row


def _total(name: str, total: Total) -> dict[str, Value]:
    return {
        name: total.value,
        f"{name} activity": total.activity,
        f"{name} change": total.change,
        f"{name} response": _word(total.responder),
    }


def _word(value: bool | None) -> str:
    return "" if value is None else "yes" if value else "no"
