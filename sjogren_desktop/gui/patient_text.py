"""A patient's course in words: for readers who do not see plots, and for copying."""

from __future__ import annotations

from sjogren_desktop.gui.visit_table import number, signed
from sjogren_desktop.scoring.essdai import ACTIVITY_LEVELS, DOMAINS, LEVEL_NAMES
from sjogren_desktop.study.course import Measure, Patient, Span, Visit, study_day


def title_of(patient: Patient) -> str:
    """Return study and number of a patient."""
    named = patient.subject.startswith(patient.study)
    return patient.subject if named or not patient.study else f"{patient.study} {patient.subject}"


def score_line(patient: Patient) -> str:
    """Return how the scores went from baseline to the last visit."""
    parts = []
    for item, name in (("essdai", "ESSDAI"), ("clinessdai", "ClinESSDAI"), ("esspri", "ESSPRI")):
        known = [v for v in patient.visits if item in v.values]
        if not known:
            parts.append(f"{name}: no value")
            continue
        last, first = known[-1], patient.baseline
        text = f"{name} {number(last.values[item], item)} at {last.name}"
        if first is not None and item in first.values and first is not last:
            change = last.values[item] - first.values[item]
            text += (
                f" ({signed(change, item)} from {number(first.values[item], item)} at {first.name})"
            )
        parts.append(text)
    return "; ".join(parts) + "."


def domain_line(visit: Visit) -> str:
    """Return the domains that are active at a visit, the worst first."""
    rated = [(visit.values[d.key], d.label) for d in DOMAINS if d.key in visit.values]
    active = sorted((r for r in rated if r[0]), key=lambda r: -r[0])
    words = [
        f"{label.lower()} {LEVEL_NAMES[int(level)] if level in (1, 2, 3) else f'{level:g}'}"
        for level, label in active
    ]
    missing = len(DOMAINS) - len(rated)
    text = ", ".join(words) or ("no active domain" if rated else "no domain rated")
    return f"{text}; {missing} not rated" if missing and rated else text


def measure_line(measure: Measure) -> str:
    """Return first and last value of a test, and where it was outside its range."""
    text = f"{measure.label}: {measure.values[0]:.12g} at {measure.visits[0]}"
    if len(measure.values) > 1:
        text += f", {measure.values[-1]:.12g} at {measure.visits[-1]}"
    outside = [
        f"{measure.outside(i)} at {name}"
        for i, name in enumerate(measure.visits)
        if measure.outside(i)
    ]
    return f"{text}; {', '.join(outside)}." if outside else f"{text}; always within its range."


def span_line(span: Span) -> str:
    """Return an event or a medication with its days."""
    start = "day not known" if span.start is None else f"day {study_day(span.start)}"
    if span.ongoing:
        until = ", ongoing"
    elif span.stop is None:
        until = ", end not known"
    else:
        until = f" to day {study_day(span.stop)}"
    detail = f" ({span.detail})" if span.detail else ""
    return f"{span.label}: {start}{until}{detail}."


def patient_text(patient: Patient) -> str:
    """Return the whole course as plain text."""
    lines = [title_of(patient), f"Status: {patient.status}."]
    lines += [f"{name}: {value}." for name, value in patient.facts]
    lines += ["", "Scores", score_line(patient), "", "Visits"]
    for visit in patient.visits:
        values = visit.values
        activity = values.get("activity")
        totals = [
            f"{name} {number(values[item], item)}"
            for item, name in (("essdai", "ESSDAI"), ("clinessdai", "ClinESSDAI"))
            if item in values
        ]
        if activity is not None:
            totals.append(f"activity {ACTIVITY_LEVELS[int(activity)]}")
        if "esspri" in values:
            totals.append(f"ESSPRI {number(values['esspri'], 'esspri')}")
        day = f"day {study_day(visit.day)}"
        head = f"{visit.name} ({', '.join(t for t in (day, visit.date) if t)})"
        lines.append(f"{head}: {', '.join(totals) or 'no total'}. Domains: {domain_line(visit)}.")
    for title, spans in (
        ("Adverse events", patient.events),
        ("Concomitant medication", patient.medications),
    ):
        lines += ["", title, *(map(span_line, spans) if spans else ["None recorded."])]
    if patient.doses:
        days = ", ".join(str(study_day(day)) for day in patient.doses)
        lines += ["", "Injections", f"{len(patient.doses)} injections, on days {days}."]
    lines += ["", "Laboratory"]
    lines += [measure_line(m) for m in patient.measures] or ["None recorded."]
    return "\n".join(lines)
