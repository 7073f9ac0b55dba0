"""Adverse events of special interest: infections, reactions, cytopenias, malignancies ...

Which terms belong to which group is said by the lists of the study (see
:mod:`.event_lists`); the second table lists the terms found, so that a reader
sees what was counted. Rules AE.1 to AE.8 in ``resources/methods/ae_special.md``;
checked in ``tests/analyses/test_ae_special.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from sjogren_desktop.analyses import ae_compare
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import coded, count_cell, filled
from sjogren_desktop.analyses.ae_incidence import (
    RateRows,
    count_rates,
    rate_differences,
    rate_table,
    timed_members,
)
from sjogren_desktop.analyses.ae_records import Cohort, Events, Members, adverse_events, cohort
from sjogren_desktop.analyses.event_lists import Interest
from sjogren_desktop.analyses.exposure import EXPOSURE, exposure
from sjogren_desktop.analyses.interest import known_groups, lists_named, members
from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item
from sjogren_desktop.figures import Figure, ForestFigure
from sjogren_desktop.results import (
    AnalysisError,
    Cell,
    Column,
    Progress,
    Result,
    Row,
    Stat,
    Table,
    Value,
)
from sjogren_desktop.study.data import StudyData


def _group_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(g.key, g.title) for g in known_groups(study))


def _group_default(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(g.key for g in known_groups(study))


OPTIONS = (
    *who.SAFETY_OPTIONS,
    who.REFERENCE,
    Choice(
        "groups",
        "Groups",
        "From the lists of events of the study (button Lists of events), from queries in the data "
        "(CQzzNAM, SMQzzNAM), and from lists of terms opened together with the data (columns QUERY "
        "and TERM).",
        _group_items,
        _group_default,
        many=True,
    ),
    Flag(
        "rates",
        "Show rates per 100 patient-years",
        "From the first to the last dose, where the dates are known.",
        True,
    ),
    ae_compare.P_VALUES,
    ae_compare.METHOD,
    ae_compare.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count the events of each group and compare the arms."""
    chosen = values["groups"]
    assert isinstance(chosen, tuple)
    known = known_groups(study)
    interests = [g for g in known if g.key in chosen]
    if not interests:
        raise AnalysisError("No group of events is chosen. Tick at least one.")
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    events = adverse_events(study, group)
    progress(0.3, "Matching terms")
    parts = [events.where(members(events.frame, g, known)) for g in interests]
    subjects, records = _counts(group, parts)
    level, method = values["level"], str(values["method"])
    assert isinstance(level, int | float)
    comparisons = ae_compare.compare(
        group, subjects, str(values["reference"]), method=method, level=level
    )
    progress(0.7, "Laying out")
    p_values = bool(values["p_values"])
    keys = [group.members(part.people, np.zeros(len(part), dtype=np.intp), 1)[0] for part in parts]
    title = f"{events.called} of special interest"
    found = _table(group, interests, subjects, records, comparisons, level, p_values, keys, title)
    tables = [events.below(found)]
    notes = [*group.notes, *events.notes]
    labels = [g.title for g in interests]
    notes += ae_compare.reversal_notes(group, comparisons, labels)
    if values["rates"]:
        table, note = _rates(study, group, interests, parts, values, level)
        tables += [table] if table else []
        notes += note
    tables.append(_terms_table(group, interests, parts))
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(group, interests, subjects),
        tables=tuple(tables),
        figures=_figures(group, interests, subjects, comparisons, level, keys),
        notes=tuple(notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Denominator", "All subjects of the population in the arm"),
            ("Treatment-emergent", events.emergent),
            lists_named(study),
            ("Risk difference", ae_compare.method_text(group, method)),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _counts(
    group: Cohort, parts: Sequence[Events]
) -> tuple[ae_compare.Counts, np.ndarray[tuple[int, ...], np.dtype[np.intp]]]:
    subjects, records = [], []
    for part in parts:
        one = np.zeros(len(part), dtype=np.intp)
        subjects.append(group.count(part.people, one, 1))
        records.append(group.count_records(part.people, one, 1))
    return np.concatenate(subjects), np.concatenate(records)


def _key(interest: Interest) -> dict[str, Value]:
    return {"GROUP": interest.key}


def _table(
    group: Cohort,
    interests: Sequence[Interest],
    subjects: ae_compare.Counts,
    records: np.ndarray[tuple[int, ...], np.dtype[np.intp]],
    comparisons: Sequence[ae_compare.Comparison],
    level: float,
    p_values: bool,
    members_of: Members,
    title: str,
) -> Table:
    columns = [Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)]
    columns += ae_compare.comparison_columns(group, comparisons, level, p_values=p_values)
    by_arm = subjects.sum(axis=2)
    rows = []
    for r, interest in enumerate(interests):
        cells: list[Cell | None] = [
            count_cell(int(n), int(size), int(events), keys)
            for n, size, events, keys in zip(
                by_arm[r], group.arm_sizes, records[r], members_of[r], strict=True
            )
        ]
        cells += ae_compare.comparison_cells(comparisons, r, p_values=p_values)
        indent = 1 if interest.within else 0
        rows.append(Row((interest.title,), tuple(cells), _key(interest), indent))
    return Table(
        "ae_special",
        title,
        ("",),
        tuple(columns),
        tuple(rows),
        (
            "Subjects, n (% of N), are counted once in each row; [number of events]. An event may "
            "belong to several groups.",
            "Differences are in percentage points; intervals are not adjusted.",
        )[: 2 if comparisons else 1],
    )


def _rates(
    study: StudyData,
    group: Cohort,
    interests: Sequence[Interest],
    parts: Sequence[Events],
    values: Mapping[str, object],
    level: float,
) -> tuple[Table | None, tuple[str, ...]]:
    sources = EXPOSURE.items(study, values)
    if not sources:
        return None, ("Rates are not shown: the data do not say how long subjects were treated.",)
    time = exposure(study, group, {"exposure": sources[0].value, "lag": 0})
    if not np.isfinite(time.days).any():
        return None, ("Rates are not shown: no subject has a known time of treatment.",)
    numbers, years = [], []
    keys: Members = []
    for part in parts:
        one = np.zeros(len(part), dtype=np.intp)
        n, t, _ = count_rates(group, part, time, one, 1, measure="first")
        numbers.append(n)
        years.append(t)
        keys += timed_members(group, part, time, one, 1)
    rows = RateRows(
        tuple(g.title for g in interests),
        tuple(_key(g) for g in interests),
        np.concatenate(numbers),
        np.concatenate(years),
        keys,
    )
    differences = [
        rate_differences(group, rows, arm, str(values["reference"]), level / 100)
        for arm, name in enumerate(group.arms)
        if name != values["reference"]
    ]
    table = rate_table(group, rows, differences, level, "first", time)
    title = "Adverse events of special interest per 100 patient-years"
    found = Table(
        "ae_special_rates",
        title,
        table.row_headers,
        table.columns,
        table.rows,
        table.footnotes,
    )
    return found, time.notes


def _terms_table(group: Cohort, interests: Sequence[Interest], parts: Sequence[Events]) -> Table:
    """List the terms found in each group, with subjects by arm."""
    rows = []
    for interest, part in zip(interests, parts, strict=True):
        column = filled(part.frame, ("AEDECOD", "AETERM"))
        if not len(part) or column is None:
            continue
        codes, texts = coded(part.frame, column)
        used, row = np.unique(codes, return_inverse=True)
        counts = group.count(part.people, row.astype(np.intp), len(used)).sum(axis=2)
        keys = group.members(part.people, row.astype(np.intp), len(used))
        order = sorted(range(len(used)), key=lambda i: (-int(counts[i].sum()), texts[used[i]]))
        for i in order:
            cells = tuple(
                Cell((Stat("count", int(n)), Stat("percent", 100 * n / size if size else None)))
                for n, size in zip(counts[i], group.arm_sizes, strict=True)
            )
            cells = tuple(
                Cell(c.stats, "{0} ({1}%)", k) for c, k in zip(cells, keys[i], strict=True)
            )
            term = texts[used[i]]
            rows.append(
                Row((interest.title, term), cells, {"GROUP": interest.key, "AEDECOD": term})
            )
    return Table(
        "ae_special_terms",
        "Terms counted in each group",
        ("Group", "Term"),
        tuple(Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)),
        tuple(rows),
        ("Terms of the data that matched the words of the group; subjects, n (%).",),
    )


def _summary(group: Cohort, interests: Sequence[Interest], subjects: ae_compare.Counts) -> str:
    by_arm = subjects.sum(axis=2)
    most = int(np.argmax(by_arm.sum(axis=1)))
    if not by_arm[most].sum():
        return "No adverse event of special interest was recorded."
    parts = [
        f"{arm} {n} of {size}"
        for arm, n, size in zip(group.arms, by_arm[most], group.arm_sizes, strict=True)
    ]
    return f"{interests[most].title}, the most frequent group: {'; '.join(parts)}."


def _figures(
    group: Cohort,
    interests: Sequence[Interest],
    subjects: ae_compare.Counts,
    comparisons: Sequence[ae_compare.Comparison],
    level: float,
    members_of: Members,
) -> tuple[Figure, ...]:
    shown = [r for r in range(len(interests)) if subjects[r].sum()]
    if not comparisons or not shown:
        return ()
    several = len(comparisons) > 1
    rows = tuple(
        c.forest_row(
            r,
            f"{interests[r].title} · {group.arms[c.arm]}" if several else interests[r].title,
            group.styles[c.arm],
            members_of[r],
        )
        for r in shown
        for c in comparisons
    )
    reference = group.arms[comparisons[0].reference]
    return (
        ForestFigure(
            "ae_special_difference",
            f"Adverse events of special interest: difference from {reference}",
            f"Risk difference, percentage points ({level:g}% CI)",
            rows,
            0.0,
            (f"Less than {reference}", f"More than {reference}"),
            ("Groups without any event are left out. Intervals are not adjusted.",),
        ),
    )


SPEC = Analysis(
    key="ae_special",
    title="Adverse events of special interest",
    tab="safety",
    question="How many patients had infections, injection or infusion reactions, low blood counts, "
    "low immunoglobulins, malignancies and other events that need special attention?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="ae_special.md",
)
