"""Adverse events by worst severity, by grade and by relationship to treatment.

A subject is counted once in each row, at the worst of its events there; in the
cross table once for events related to treatment and once for those that are
not, each at the worst. Rules AE.2, AE.5, AE.9 and AE.10 in
``resources/methods/adverse_events.md``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import TermRows, rows_of, term_rows
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    IntArray,
    Members,
    adverse_events,
    cohort,
    grades,
    of_category,
    related,
    severities,
)
from sjogren_desktop.analyses.ae_terms import CATEGORY, ORDER, ROWS, THRESHOLD
from sjogren_desktop.analyses.spec import Analysis, Choice, Item
from sjogren_desktop.results import AnalysisError, Column, Progress, Result, Row, Table
from sjogren_desktop.study.data import StudyData

_SEVERITIES = ("Mild", "Moderate", "Severe", "Life-threatening", "Fatal")
_UNKNOWN = "Not recorded"
_RELATIONS = ("Not related", "Related")
_BY = {
    "severity": "Severity (AESEV)",
    "grade": "Toxicity grade (AETOXGR)",
    "relation": "Relationship to treatment (AEREL)",
    "both": "Severity within relationship",
}


@dataclass(frozen=True, eq=False)
class Sorted:
    """The category of each record, in ascending order of how bad it is.

    Parameters
    ----------
    names : tuple of str
    code : array of int, shape (records,)
        Place in ``names``.
    """

    names: tuple[str, ...]
    code: IntArray

    def shown(self) -> Sorted:
        """Leave out the categories of no record."""
        used = [i for i in range(len(self.names)) if (self.code == i).any()]
        place = np.full(len(self.names), -1, dtype=np.intp)
        place[used] = np.arange(len(used))
        return Sorted(tuple(self.names[i] for i in used), place[self.code])


def by_severity(events: Events) -> Sorted:
    """Return the severity of each record; what is not recorded stands below mild (AE.9)."""
    return Sorted((_UNKNOWN, *_SEVERITIES), severities(events.frame))


def by_grade(events: Events) -> Sorted:
    """Return the toxicity grade of each record."""
    code = np.nan_to_num(grades(events.frame)).astype(np.intp)
    return Sorted((_UNKNOWN, *(f"Grade {i}" for i in range(1, 6))), code)


def by_relation(events: Events) -> Sorted:
    """Return whether each record is related to treatment; not recorded counts as related."""
    return Sorted(_RELATIONS, related(events.frame).astype(np.intp))


def worst_counts(
    group: Cohort, events: Events, found: TermRows, kind: Sorted
) -> tuple[np.ndarray[tuple[int, ...], np.dtype[np.int64]], list[Members]]:
    """Count subjects by row, arm and category, each once a row at its worst (AE.9).

    Returns
    -------
    array of int, shape (rows, arms, categories), and the keys of the subjects by row,
    category and arm
    """
    size, many = len(found.paths), len(kind.names)
    rows, people, codes = [], [], []
    for row in rows_of(events, found):
        use = row >= 0
        pair = row[use].astype(np.int64) * len(group.people) + events.people[use]
        distinct, place = np.unique(pair, return_inverse=True)
        worst = np.full(len(distinct), -1, dtype=np.intp)
        np.maximum.at(worst, place, kind.code[use])
        rows.append((distinct // max(len(group.people), 1)).astype(np.intp))
        people.append((distinct % max(len(group.people), 1)).astype(np.intp))
        codes.append(worst)
    row, person, code = (np.concatenate(parts) for parts in (rows, people, codes))
    cell = row * many + code
    counts = group.count(person, cell, size * many).sum(axis=2)
    members = group.members(person, cell, size * many)
    shape = (size, many, len(group.arms))
    return (
        counts.reshape(shape).transpose(0, 2, 1),
        [members[i * many : (i + 1) * many] for i in range(size)],
    )


# --- options --------------------------------------------------------------


def _by_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frame = study.of_kind("ADAE")[0].frame

    def has(*columns: str) -> bool:
        return any(c in frame and (frame.empty or frame[c].notna().any()) for c in columns)

    severity, relation = has("AESEV", "ASEV"), has("AEREL")
    there = {
        "severity": severity,
        "grade": has("AETOXGR", "ATOXGR"),
        "relation": relation,
        "both": severity and relation,
    }
    return tuple(Item(k, _BY[k]) for k, present in there.items() if present)


def _by_default(study: StudyData, values: Mapping[str, object]) -> str:
    items = _by_items(study, values)
    if not items:
        raise AnalysisError(
            "The adverse events tell neither severity (AESEV), grade (AETOXGR) nor relationship "
            "(AEREL). Add one of these variables and import again."
        )
    return items[0].value


OPTIONS = (
    *who.SAFETY_OPTIONS,
    CATEGORY,
    Choice("by", "Columns", "What the events of a row are told apart by.", _by_items, _by_default),
    ROWS,
    THRESHOLD,
    ORDER,
)


# --- the analysis ---------------------------------------------------------


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count subjects by dictionary term and worst category."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    emergent = adverse_events(study, group)
    kind, by = str(values["events"]), str(values["by"])
    events = of_category(emergent, kind)
    if not len(events):
        raise AnalysisError("No adverse event of this kind was recorded. Choose other events.")
    progress(0.4, "Counting")
    threshold = values["threshold"]
    assert isinstance(threshold, int | float)
    found = term_rows(
        group,
        events,
        str(values["rows"]),
        threshold=float(threshold),
        by_alphabet=values["sort"] == "alphabet",
    )
    progress(0.7, "Worst of each subject")
    blocks = _blocks(group, events, found, by)
    label = CATEGORIES[kind].label.lower()
    title = emergent.called + ("" if kind == "any" else f": {label}")
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, blocks, title),
        tables=(emergent.below(_table(group, found, blocks, title, by)),),
        notes=(*group.notes, *emergent.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Denominator", "All subjects of the population in the arm"),
            ("Treatment-emergent", emergent.emergent),
            ("Events", CATEGORIES[kind].label),
            ("Told apart by", _BY[by]),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


@dataclass(frozen=True, eq=False)
class _Block:
    """Columns of one group of events: its head, its categories, counts and members."""

    head: str
    names: tuple[str, ...]
    counts: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
    members: list[Members]


def _blocks(group: Cohort, events: Events, found: TermRows, by: str) -> list[_Block]:
    if by == "both":
        relation, severity = by_relation(events), by_severity(events).shown()
        blocks = []
        for code, head in enumerate(_RELATIONS):
            chosen = relation.code == code
            part = Sorted(severity.names, severity.code[chosen])
            counted = worst_counts(group, events.where(chosen), found, part)
            blocks.append(_Block(head, severity.names, *counted))
        return blocks
    sort = {"severity": by_severity, "grade": by_grade, "relation": by_relation}[by]
    kind = sort(events).shown()
    return [_Block("", kind.names, *worst_counts(group, events, found, kind))]


def _table(group: Cohort, found: TermRows, blocks: Sequence[_Block], title: str, by: str) -> Table:
    columns = [
        Column(
            "\n".join(part for part in (group.header(a), block.head, name) if part),
            {"ARM": arm, "RELATION": block.head, "CATEGORY": name}
            if block.head
            else {"ARM": arm, "CATEGORY": name},
        )
        for a, arm in enumerate(group.arms)
        for block in blocks
        for name in block.names
    ]
    rows = []
    for i, path in enumerate(found.paths):
        cells = [
            who.share_cell(block.members[i][c][a], int(group.arm_sizes[a]), "{0} ({1}%)")
            for a in range(len(group.arms))
            for block in blocks
            for c in range(len(block.names))
        ]
        rows.append(Row((found.label(i),), tuple(cells), found.key(i), max(0, len(path) - 1)))
    once = (
        "once in each row among related and once among other events, each at the worst"
        if by == "both"
        else "once in each row, at the worst"
    )
    return Table(
        "ae_severity",
        f"{title} by {_BY[by].partition(' (')[0].lower()}",
        ("Term",),
        tuple(columns),
        tuple(rows),
        (f"Subjects, n (% of N), are counted {once}.",),
    )


def _summary(group: Cohort, blocks: Sequence[_Block], title: str) -> str:
    last = blocks[-1]
    name = f"{last.head.lower()}, {last.names[-1].lower()}" if last.head else last.names[-1].lower()
    parts = [
        f"{arm} {int(last.counts[0, a, -1])} of {int(group.arm_sizes[a])}"
        for a, arm in enumerate(group.arms)
    ]
    return f"{title}, at worst {name}: {'; '.join(parts)}."


SPEC = Analysis(
    key="ae_severity",
    title="Adverse events by severity and relationship",
    tab="safety",
    question="How severe were the adverse events of each kind at worst, and how many were related "
    "to treatment?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="adverse_events.md",
)
