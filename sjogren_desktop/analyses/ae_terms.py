"""Adverse events by system organ class and preferred term, with risk differences.

Subjects are counted once a row, rows are sorted by frequency and then by
alphabet, and terms below a threshold may be left out. Rules AE.1 to AE.8 in
``resources/methods/adverse_events.md``. Checked against tables 14-5.01 (254
rows: counts, percentages, Fisher's p) and 14-5.02 of the CDISC pilot study in
``tests/analyses/test_ae_terms.py``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import ae_compare
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.ae_counts import (
    CLASSES,
    TERMS,
    TermRows,
    count_cell,
    filled,
    term_rows,
)
from sjogren_desktop.analyses.ae_records import (
    CATEGORIES,
    Cohort,
    Events,
    adverse_events,
    cohort,
    of_category,
)
from sjogren_desktop.analyses.spec import Analysis, Choice, Flag, Item, Number
from sjogren_desktop.figures import BarFigure, Figure, ForestFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Table
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = 15
"""Terms in the figures."""


# --- options --------------------------------------------------------------


def _category_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frame = study.of_kind("ADAE")[0].frame
    return tuple(Item(k, c.label) for k, c in CATEGORIES.items() if c.available(frame))


def _any(study: StudyData, values: Mapping[str, object]) -> str:
    return "any"


def _level_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    frame = study.of_kind("ADAE")[0].frame
    items = [Item("term", "Preferred term")]
    if filled(frame, CLASSES):
        items.insert(0, Item("class-term", "System organ class and preferred term"))
        items.append(Item("class", "System organ class"))
        if "AEHLT" in frame and frame["AEHLT"].notna().any():
            items.insert(1, Item("class-hlt-term", "With high level terms"))
    return tuple(items)


def _level_default(study: StudyData, values: Mapping[str, object]) -> str:
    return _level_items(study, values)[0].value


def _sort_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item("frequency", "Most frequent first, then by alphabet"),
        Item("alphabet", "By alphabet"),
    )


def _sort_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "frequency"


CATEGORY = Choice(
    "events",
    "Adverse events",
    "Which treatment-emergent adverse events are counted.",
    _category_items,
    _any,
)
ROWS = Choice("rows", "Rows", "Levels of the dictionary shown.", _level_items, _level_default)
THRESHOLD = Number(
    "threshold",
    "Show terms from (%)",
    "Terms that fewer subjects have in every arm are left out; class rows count all events.",
    0,
    0,
    100,
    decimals=1,
)
ORDER = Choice(
    "sort", "Order", "Frequency counts subjects of all arms.", _sort_items, _sort_default
)
OPTIONS = (
    *who.SAFETY_OPTIONS,
    who.REFERENCE,
    CATEGORY,
    ROWS,
    THRESHOLD,
    ORDER,
    Flag("total", "Add a column for all arms together", "The arms chosen, taken together.", False),
    ae_compare.P_VALUES,
    ae_compare.METHOD,
    ae_compare.LEVEL,
)


# --- the analysis ---------------------------------------------------------


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count subjects and events by dictionary term and compare the arms."""
    progress(0.1, "Selecting subjects and events")
    group = cohort(study, values)
    emergent = adverse_events(study, group)
    kind = str(values["events"])
    events = of_category(emergent, kind)
    progress(0.4, "Counting")
    threshold = _number(values["threshold"])
    found = term_rows(
        group,
        events,
        str(values["rows"]),
        threshold=threshold,
        by_alphabet=values["sort"] == "alphabet",
    )
    progress(0.6, "Comparing the arms")
    level, method = _number(values["level"]), str(values["method"])
    comparisons = ae_compare.compare(
        group, found.subjects, str(values["reference"]), method=method, level=level
    )
    title = emergent.called if kind == "any" else _title(emergent, kind)
    table = _table(group, found, comparisons, values, title)
    labels = [found.label(i) for i in range(len(found.paths))]
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=group.scope,
        population=group.population,
        summary=_summary(found, group, title),
        tables=(emergent.below(table),),
        figures=_figures(group, found, comparisons, level, title),
        notes=(
            *group.notes,
            *emergent.notes,
            *ae_compare.reversal_notes(group, comparisons, labels),
        ),
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Denominator", "All subjects of the population in the arm"),
            ("Treatment-emergent", emergent.emergent),
            ("Events", CATEGORIES[kind].label),
            ("Terms", _sources(emergent.frame)),
            ("Risk difference", ae_compare.method_text(group, method)),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _number(value: object) -> float:
    if not isinstance(value, int | float):
        raise AnalysisError(f"{value!r} is no number.")
    return float(value)


def _title(events: Events, kind: str) -> str:
    return f"{events.called}: {CATEGORIES[kind].label.lower()}"


def _sources(frame: pd.DataFrame) -> str:
    names = [filled(frame, CLASSES), filled(frame, TERMS)]
    return ", ".join(n for n in names if n) or "none in the data"


def _table(
    group: Cohort,
    found: TermRows,
    comparisons: Sequence[ae_compare.Comparison],
    values: Mapping[str, object],
    title: str,
) -> Table:
    p_values, total = bool(values["p_values"]), bool(values["total"]) and len(group.arms) > 1
    columns = [Column(group.header(i), {"ARM": arm}) for i, arm in enumerate(group.arms)]
    if total:
        columns.append(Column(f"Total\n(N={len(group.people)})", {"ARM": "Total"}))
    level = _number(values["level"])
    columns += ae_compare.comparison_columns(group, comparisons, level, p_values=p_values)
    rows = []
    by_arm = found.subjects.sum(axis=2)
    for i, path in enumerate(found.paths):
        cells: list[Cell | None] = [
            count_cell(int(n), int(size), int(records), keys)
            for n, size, records, keys in zip(
                by_arm[i], group.arm_sizes, found.records[i], found.members[i], strict=True
            )
        ]
        if total:
            events = int(found.records[i].sum())
            everyone = tuple(chain.from_iterable(found.members[i]))
            cells.append(count_cell(int(by_arm[i].sum()), len(group.people), events, everyone))
        cells += ae_compare.comparison_cells(comparisons, i, p_values=p_values)
        indent = max(0, len(path) - 1)
        rows.append(Row((found.label(i),), tuple(cells), found.key(i), indent))
    return Table(
        "ae_terms",
        f"{title} by {_words(found.levels)}",
        (_words(found.levels, cap=True),),
        tuple(columns),
        tuple(rows),
        _footnotes(values, p_values, bool(comparisons)),
    )


def _words(levels: tuple[str, ...], *, cap: bool = False) -> str:
    names = {"SOC": "system organ class", "HLT": "high level term", "PT": "preferred term"}
    if cap:
        text = " / ".join(names[n] for n in levels)
        return text[0].upper() + text[1:]
    return " and ".join(names[n] for n in levels)


def _footnotes(values: Mapping[str, object], p_values: bool, compared: bool) -> tuple[str, ...]:
    notes = ["Subjects, n (% of N), are counted once in each row; [number of events]."]
    if values["sort"] == "frequency":
        notes.append("Sorted by number of subjects in all arms, then by alphabet.")
    threshold = _number(values["threshold"])
    if threshold:
        notes.append(
            f"Terms that at least {threshold:g}% of the subjects of an arm had; the rows above "
            "them count all events."
        )
    if compared:
        notes.append("Differences are in percentage points; intervals are not adjusted.")
    if p_values:
        notes.append("p: Fisher's exact test, two-sided, studies taken together; not adjusted.")
    return tuple(notes)


def _summary(found: TermRows, group: Cohort, title: str) -> str:
    lowest = [i for i, p in enumerate(found.paths) if len(p) == len(found.levels)]
    if not lowest or not found.records.sum():
        return f"{title}: none was recorded."
    most = max(lowest, key=lambda i: int(found.subjects[i].sum()))
    parts = [
        f"{arm} {n} of {size}"
        for arm, n, size in zip(
            group.arms, found.subjects[most].sum(axis=1), group.arm_sizes, strict=True
        )
    ]
    return f"{title}: most frequent was {found.label(most)} ({'; '.join(parts)})."


def _figures(
    group: Cohort,
    found: TermRows,
    comparisons: Sequence[ae_compare.Comparison],
    level: float,
    title: str,
) -> tuple[Figure, ...]:
    lowest = [i for i, p in enumerate(found.paths) if len(p) == len(found.levels)]
    share = 100 * found.subjects.sum(axis=2) / np.maximum(group.arm_sizes, 1)
    chosen = sorted(lowest, key=lambda i: (-float(np.max(share[i])), found.label(i)))[:_SHOWN]
    if not chosen:
        return ()
    note = f"The {len(chosen)} terms most frequent in an arm."
    bars = BarFigure(
        "ae_terms_percent",
        f"{title}: most frequent terms",
        "Subjects (%)",
        tuple(found.label(i) for i in chosen),
        tuple(
            Series(
                name,
                group.styles[a],
                tuple(float(share[i, a]) for i in chosen),
                (),
                subjects=tuple(found.members[i][a] for i in chosen),
            )
            for a, name in enumerate(group.arms)
        ),
        (note,),
    )
    if not comparisons:
        return (bars,)
    several = len(comparisons) > 1
    rows = [
        c.forest_row(
            i,
            f"{found.label(i)} · {group.arms[c.arm]}" if several else found.label(i),
            group.styles[c.arm],
            found.members[i],
        )
        for i in chosen
        for c in comparisons
    ]
    reference = group.arms[comparisons[0].reference]
    forest = ForestFigure(
        "ae_terms_difference",
        f"{title}: difference from {reference}",
        f"Risk difference, percentage points ({level:g}% CI)",
        tuple(rows),
        0.0,
        (f"Less than {reference}", f"More than {reference}"),
        (note, "Intervals are not adjusted for the number of terms."),
    )
    return bars, forest


SPEC = Analysis(
    key="ae_terms",
    title="Adverse events by class and term",
    tab="safety",
    question="Which adverse events did patients in each arm have, and how much more or less often "
    "than in the reference arm?",
    requires=("ADSL", "ADAE"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="adverse_events.md",
)
