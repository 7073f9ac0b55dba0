"""A patient's course in words: for readers who do not see plots, and for copying."""

from __future__ import annotations

from sjogren_desktop.gui import local
from sjogren_desktop.gui.language import marked, tr
from sjogren_desktop.gui.visit_table import change_shown, shown
from sjogren_desktop.scoring.essdai import ACTIVITY_LEVELS, DOMAINS, LEVEL_NAMES
from sjogren_desktop.study.course import Measure, Patient, Span, Visit, study_day

STATES = (
    marked("Completed"),
    marked("Ongoing"),
    marked("Discontinued"),
    marked("Died"),
    marked("Not known"),
    marked("adverse event"),
    marked("death"),
    marked("lack of efficacy"),
    marked("lost to follow-up"),
    marked("physician decision"),
    marked("pregnancy"),
    marked("protocol deviation"),
    marked("withdrawal by subject"),
    marked("other"),
    marked("positive"),
    marked("negative"),
)
"""Ends of a study and their reasons, as CDISC's controlled terms name them, and results."""


def state_text(status: str) -> str:
    """Return the state of a patient, and its reason, in the language of the window."""
    return ": ".join(map(tr, status.split(": ", 1)))


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
            parts.append(tr("{name}: no value", name=name))
            continue
        last, first = known[-1], patient.baseline
        text = tr(
            "{name} {number} at {visit}",
            name=name,
            number=shown(last.values[item], item),
            visit=last.name,
        )
        if first is not None and item in first.values and first is not last:
            change = last.values[item] - first.values[item]
            text += tr(
                " ({change} from {number} at {visit})",
                change=change_shown(change, item),
                number=shown(first.values[item], item),
                visit=first.name,
            )
        parts.append(text)
    return "; ".join(parts) + "."


def domain_line(visit: Visit) -> str:
    """Return the domains that are active at a visit, the worst first."""
    rated = [(visit.values[d.key], d.label) for d in DOMAINS if d.key in visit.values]
    active = sorted((r for r in rated if r[0]), key=lambda r: -r[0])
    words = [f"{label.lower()} {_level(level)}" for level, label in active]
    missing = len(DOMAINS) - len(rated)
    text = ", ".join(words) or (tr("no active domain") if rated else tr("no domain rated"))
    return (
        tr("{text}; {missing} not rated", text=text, missing=missing) if missing and rated else text
    )


def _level(level: float) -> str:
    if level in (1, 2, 3):
        return tr(LEVEL_NAMES[int(level)])
    return local.numbers(f"{level:g}")  # no level, told as it was recorded


def measure_line(measure: Measure) -> str:
    """Return first and last value of a test, and where it was outside its range."""
    text = tr(
        "{label}: {value:.12g} at {visit}",
        label=measure.label,
        value=measure.values[0],
        visit=measure.visits[0],
    )
    if len(measure.values) > 1:
        text += tr(", {value:.12g} at {visit}", value=measure.values[-1], visit=measure.visits[-1])
    outside = [
        tr("{outside} at {visit}", outside=tr(measure.outside(i)), visit=name)
        for i, name in enumerate(measure.visits)
        if measure.outside(i)
    ]
    return (
        f"{text}; {', '.join(outside)}."
        if outside
        else tr("{text}; always within its range.", text=text)
    )


def span_line(span: Span) -> str:
    """Return an event or a medication with its days."""
    start = (
        tr("day not known") if span.start is None else tr("day {day}", day=study_day(span.start))
    )
    if span.ongoing:
        until = tr(", ongoing")
    elif span.stop is None:
        until = tr(", end not known")
    else:
        until = tr(" to day {day}", day=study_day(span.stop))
    detail = f" ({span.detail})" if span.detail else ""
    return f"{span.label}: {start}{until}{detail}."


def patient_text(patient: Patient) -> str:
    """Return the whole course as plain text."""
    lines = [title_of(patient), tr("Status: {status}.", status=state_text(patient.status))]
    lines += [local.numbers(f"{tr(name)}: {tr(value)}.") for name, value in patient.facts]
    lines += ["", tr("Scores"), score_line(patient), "", tr("Visits")]
    for visit in patient.visits:
        values = visit.values
        activity = values.get("activity")
        totals = [
            f"{name} {shown(values[item], item)}"
            for item, name in (("essdai", "ESSDAI"), ("clinessdai", "ClinESSDAI"))
            if item in values
        ]
        if activity is not None:
            totals.append(tr("activity {level}", level=tr(ACTIVITY_LEVELS[int(activity)])))
        if "esspri" in values:
            totals.append(tr("ESSPRI {number}", number=shown(values["esspri"], "esspri")))
        day = tr("day {day}", day=study_day(visit.day))
        head = f"{visit.name} ({', '.join(t for t in (day, local.day(visit.date)) if t)})"
        lines.append(
            tr(
                "{head}: {totals}. Domains: {domains}.",
                head=head,
                totals=", ".join(totals) or tr("no total"),
                domains=domain_line(visit),
            )
        )
    for title, spans in (
        (tr("Adverse events"), patient.events),
        (tr("Concomitant medication"), patient.medications),
    ):
        lines += ["", title, *(map(span_line, spans) if spans else [tr("None recorded.")])]
    if patient.doses:
        days = ", ".join(str(study_day(day)) for day in patient.doses)
        lines += [
            "",
            tr("Injections"),
            tr("{count} injections, on days {days}.", count=len(patient.doses), days=days),
        ]
    lines += ["", tr("Laboratory")]
    lines += [measure_line(m) for m in patient.measures] or [tr("None recorded.")]
    return "\n".join(lines)
