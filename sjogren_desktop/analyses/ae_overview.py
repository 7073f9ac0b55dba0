"""Overview of treatment-emergent adverse events by arm.

Each subject is counted once a row; the denominator is every subject of the
population in the arm, with or without records of events. Column heads carry
that N. The counts are checked against tables 14-5.01 and 14-5.02 of the CDISC
pilot study in ``tests/analyses/test_ae_overview.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    adverse_events,
    cohort,
)
from sjogren_desktop.analyses.spec import Analysis, Flag
from sjogren_desktop.figures import BarFigure, Series
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table, Value
from sjogren_desktop.study.data import StudyData

OPTIONS = (
    *who.SAFETY_OPTIONS,
    Flag("total", "Add a column for all arms together", "The arms chosen, taken together.", True),
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count subjects and events by arm."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    events = adverse_events(study, group)
    progress(0.5, "Counting")
    groups: _Groups = [(arm, (i,)) for i, arm in enumerate(group.arms)]
    if values["total"] and len(group.arms) > 1:
        groups.append(("Total", tuple(range(len(group.arms)))))
    rows, footnotes = _rows(events, group, groups)
    table = Table(
        "ae_overview",
        f"Overview of {_small(events.called)}",
        ("",),
        tuple(
            Column(f"{name}\n(N={_total(group, members)})", {"ARM": name})
            for name, members in groups
        ),
        rows,
        ("Subjects, n (% of N), are counted once in each row; [number of events].", *footnotes),
    )
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(table, events),
        tables=(events.below(table),),
        figures=(_figure(table, group, events),),
        notes=(*group.notes, *events.notes),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Denominator", "All subjects of the population in the arm"),
            ("Treatment-emergent", events.emergent),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


_Groups = list[tuple[str, tuple[int, ...]]]
_ROWS = ("any", "serious", "severe", "related", "discontinuation", "death")


def _rows(
    events: Events, group: Cohort, groups: _Groups
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    rows, footnotes = [], []
    for key in _ROWS:
        category = CATEGORIES[key]
        available = category.available(events.frame)
        if not available and len(events):
            needs = " or ".join(category.needs)
            footnotes.append(f"{category.label}: not shown as a number, {needs} is empty.")
        if available or not len(events):
            cells = _counts(events.where(category.test(events.frame)), group, groups)
        else:
            cells = tuple(_unknown() for _ in groups)
        rows.append(Row((category.label,), cells, {"CATEGORY": key}, 0 if key == "any" else 1))
    if "AEREL" in events.frame and events.frame["AEREL"].isna().any():
        n = int(events.frame["AEREL"].isna().sum())
        footnotes.append(f"{n} events without a stated relationship are counted as related.")
    if "DTHFL" in group.people:
        died = (group.people["DTHFL"] == "Y").to_numpy(dtype=bool)
        deaths = np.bincount(group.arm[died], minlength=len(group.arms))
        cells = tuple(
            _subjects_cell(
                int(deaths[list(members)].sum()),
                _total(group, members),
                None,
                group.named(died & np.isin(group.arm, members)),
            )
            for _, members in groups
        )
        rows.append(Row(("Deaths from any cause",), cells, {"CATEGORY": "all_deaths"}))
        footnotes.append("Deaths from any cause are taken from the subject-level data (DTHFL).")
    return tuple(rows), tuple(footnotes)


def _total(group: Cohort, members: tuple[int, ...]) -> int:
    return int(group.arm_sizes[list(members)].sum())


def _subjects_cell(n: int, total: int, events: int | None, keys: tuple[str, ...]) -> Cell:
    stats = (Stat("count", n), Stat("percent", 100 * n / total if total else None))
    if events is None:
        return Cell(stats, "{0} ({1}%)", keys)
    return Cell((*stats, Stat("events", events)), "{0} ({1}%) [{2}]", keys)


def _counts(events: Events, group: Cohort, groups: _Groups) -> tuple[Cell, ...]:
    one = np.zeros(len(events), dtype=np.intp)
    subjects = group.count(events.people, one, 1).sum(axis=2)[0]
    records = group.count_records(events.people, one, 1)[0]
    keys = group.members(events.people, one, 1)[0]
    return tuple(
        _subjects_cell(
            int(subjects[list(m)].sum()),
            _total(group, m),
            int(records[list(m)].sum()),
            tuple(chain.from_iterable(keys[a] for a in m)),
        )
        for _, m in groups
    )


def _unknown() -> Cell:
    return Cell((Stat("count", None), Stat("percent", None), Stat("events", None)))


def _summary(table: Table, events: Events) -> str:
    row = table.rows[0]
    parts = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        if cell is not None and column.key["ARM"] != "Total":
            parts.append(f"{column.key['ARM']} {formats.cell(Cell(cell.stats[:2], '{0} ({1}%)'))}")
    kind = "reported" if events.reported else "treatment-emergent"
    return f"Subjects with any {kind} adverse event: " + "; ".join(parts) + "."


def _small(title: str) -> str:
    return title[0].lower() + title[1:]


def _figure(table: Table, group: Cohort, events: Events) -> BarFigure:
    rows = [
        r for r in table.rows if r.cells[0] is not None and r.cells[0].stats[1].value is not None
    ]
    series = []
    for i, arm in enumerate(group.arms):
        values: list[float] = []
        for row in rows:
            cell = row.cells[i]
            share: Value = cell.stats[1].value if cell else None
            values.append(float(share) if isinstance(share, int | float) else 0.0)
        keys = tuple(cell.subjects if (cell := row.cells[i]) else () for row in rows)
        series.append(Series(arm, group.styles[i], tuple(values), (), subjects=keys))
    return BarFigure(
        "ae_overview",
        f"Subjects with {_small(events.called).removeprefix('all ')}",
        "Subjects (%)",
        tuple(r.labels[0] for r in rows),
        tuple(series),
        caption=("Share of the subjects of each arm in the population.",),
    )


SPEC = Analysis(
    key="ae_overview",
    title="Adverse event overview",
    tab="safety",
    question="How many patients in each arm had adverse events that began on treatment, and how "
    "many were serious, severe, related, led to stopping, or were fatal?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="adverse_events.md",
)
