"""Overview of treatment-emergent adverse events by arm.

Each subject is counted once a row; the denominator is every subject of the
population in the arm, with or without records of events. Column heads carry
that N. The counts are checked against tables 14-5.01 and 14-5.02 of the CDISC
pilot study in ``tests/analyses/test_ae_overview.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.spec import Analysis, Flag
from sjogren_desktop.results import (
    AnalysisError,
    BarFigure,
    Cell,
    Column,
    Progress,
    Result,
    Row,
    Series,
    Stat,
    Table,
    Value,
)
from sjogren_desktop.study.data import TRTEMFL, StudyData

if TYPE_CHECKING:
    import pandas as pd

_UNRELATED = (
    "N",
    "NO",
    "NONE",
    "NOT RELATED",
    "UNRELATED",
    "UNLIKELY",
    "UNLIKELY RELATED",
    "REMOTE",
)
_WITHDRAWN = ("DRUG WITHDRAWN", "WITHDRAWN", "PERMANENTLY DISCONTINUED", "DISCONTINUED")
_FATAL = ("FATAL", "DEATH")

OPTIONS = (
    who.STUDY,
    who.SAFETY_POPULATION,
    who.ACTUAL_ARMS,
    Flag("total", "Add a column for all arms together", "The arms chosen, taken together.", True),
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count subjects and events by arm."""
    scope = str(values["study"])
    arms = values["arms"]
    assert isinstance(arms, tuple)
    if not arms:
        raise AnalysisError("No arm is chosen. Tick at least one treatment arm.")
    progress(0.1, "Selecting subjects and events")
    everyone = who.in_scope(who.subjects(study, actual=True), scope)
    people = who.in_population(everyone, str(values["population"]))
    people = people.loc[people[who.ARM].isin(arms)]
    if people.empty:
        raise AnalysisError(
            f"No subject of {scope} is in the {who.population_label(str(values['population']))}. "
            "Choose another population."
        )
    events, notes = _events(study, scope, people)
    progress(0.5, "Counting")
    groups: _Groups = [(str(arm), (str(arm),)) for arm in arms]
    if values["total"] and len(arms) > 1:
        groups.append(("Total", tuple(arms)))
    rows, footnotes = _rows(events, people, groups)
    table = Table(
        "ae_overview",
        "Overview of treatment-emergent adverse events",
        ("",),
        tuple(
            Column(f"{name}\n(N={int(people[who.ARM].isin(members).sum())})", {"ARM": name})
            for name, members in groups
        ),
        rows,
        ("Subjects, n (% of N), are counted once in each row; [number of events].", *footnotes),
    )
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=scope,
        population=who.population_label(str(values["population"])),
        summary=_summary(table),
        tables=(table,),
        figures=(_figure(table, arms, who.arm_order(study, actual=True)),),
        notes=notes,
        method=(
            ("Treatment", "Actual treatment of the subject-level data set"),
            ("Denominator", "All subjects of the population in the arm"),
            ("Treatment-emergent", _emergent_text(events)),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _events(
    study: StudyData, scope: str, people: pd.DataFrame
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return the treatment-emergent events of these subjects with their arm."""
    frame = who.in_scope(study.of_kind("ADAE")[0].frame, scope)
    if "USUBJID" not in frame:
        raise AnalysisError("The adverse event data set has no USUBJID, so nobody can be counted.")
    frame = frame.assign(**{who.SUBJECT: who.subject_key(frame, unique=who.unique_subjects(study))})
    columns = [who.SUBJECT, who.ARM] + [c for c in ("TRTSDT",) if c in people and c not in frame]
    merged = frame.merge(people[columns], on=who.SUBJECT, how="inner", validate="many_to_one")
    notes = []
    left_out = len(frame) - len(merged)
    if left_out:
        notes.append(f"{left_out} event records belong to subjects outside the population or arms.")
    if TRTEMFL in merged:
        emergent = merged[TRTEMFL] == "Y"
    elif {"ASTDT", "TRTSDT"} <= set(merged.columns):
        # A start that is not known is counted: the cautious reading.
        emergent = ~(merged["ASTDT"] < merged["TRTSDT"])
        notes.append(
            "The data have no treatment-emergent flag: events that do not start before the first "
            "dose are counted, unknown start dates included."
        )
    else:
        raise AnalysisError(
            "The adverse event data set has neither the treatment-emergent flag TRTEMFL nor the "
            "dates ASTDT and TRTSDT to derive it from. Add one of them and import again."
        )
    return merged.loc[emergent], tuple(notes)


def _emergent_text(events: pd.DataFrame) -> str:
    if TRTEMFL in events:
        return "As flagged in the data (TRTEMFL = Y)"
    return "Start on or after the first dose (ASTDT not before TRTSDT)"


def _upper(events: pd.DataFrame, column: str) -> pd.Series:
    """Return a text column ready to compare; empty texts where there is no such column."""
    if column not in events:
        return events[who.SUBJECT].astype("object").map(lambda _: "")
    return events[column].astype("object").fillna("").astype(str).str.upper().str.strip()


def _severe(events: pd.DataFrame) -> pd.Series:
    if "AESEV" in events:
        return _upper(events, "AESEV").isin(("SEVERE", "LIFE THREATENING", "FATAL"))
    return events["AETOXGR"].astype(float) >= 3


def _serious(events: pd.DataFrame) -> pd.Series:
    return _upper(events, "AESER") == "Y"


def _related(events: pd.DataFrame) -> pd.Series:
    return ~_upper(events, "AEREL").isin(_UNRELATED)


def _discontinued(events: pd.DataFrame) -> pd.Series:
    return _upper(events, "AEACN").isin(_WITHDRAWN)


def _fatal(events: pd.DataFrame) -> pd.Series:
    return (_upper(events, "AESDTH") == "Y") | _upper(events, "AEOUT").isin(_FATAL)


_Test = Callable[["pd.DataFrame"], "pd.Series"]
_ROWS: tuple[tuple[str, str, tuple[str, ...], _Test | None], ...] = (
    ("any", "Any adverse event", (), None),
    ("serious", "Serious", ("AESER",), _serious),
    ("severe", "Severe", ("AESEV", "AETOXGR"), _severe),
    ("related", "Related to treatment", ("AEREL",), _related),
    ("discontinuation", "Leading to discontinuation of treatment", ("AEACN",), _discontinued),
    ("death", "Leading to death", ("AESDTH", "AEOUT"), _fatal),
)
"""Key, label, variables of which one is needed, test; None counts every event."""

_Groups = list[tuple[str, tuple[str, ...]]]


def _rows(
    events: pd.DataFrame, people: pd.DataFrame, groups: _Groups
) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    rows, footnotes = [], []
    for key, label, needs, test in _ROWS:
        available = not needs or any(n in events and events[n].notna().any() for n in needs)
        if not available and len(events):
            footnotes.append(f"{label}: not shown as a number, {' or '.join(needs)} is empty.")
        chosen = events if test is None or not available else events.loc[test(events)]
        cells = tuple(
            _count(chosen, people, members) if available or events.empty else _unknown()
            for _, members in groups
        )
        rows.append(Row((label,), cells, {"CATEGORY": key}, indent=0 if key == "any" else 1))
    if "AEREL" in events and events["AEREL"].isna().any():
        n = int(events["AEREL"].isna().sum())
        footnotes.append(f"{n} events without a stated relationship are counted as related.")
    if "DTHFL" in people:
        deaths = tuple(_deaths(people, members) for _, members in groups)
        rows.append(Row(("Deaths from any cause",), deaths, {"CATEGORY": "all_deaths"}))
        footnotes.append("Deaths from any cause are taken from the subject-level data (DTHFL).")
    return tuple(rows), tuple(footnotes)


def _subjects_cell(n: int, total: int, events: int | None) -> Cell:
    stats = (Stat("count", n), Stat("percent", 100 * n / total if total else None))
    if events is None:
        return Cell(stats, "{0} ({1}%)")
    return Cell((*stats, Stat("events", events)), "{0} ({1}%) [{2}]")


def _count(events: pd.DataFrame, people: pd.DataFrame, members: tuple[str, ...]) -> Cell:
    here = events.loc[events[who.ARM].isin(members)]
    total = int(people[who.ARM].isin(members).sum())
    return _subjects_cell(int(here[who.SUBJECT].nunique()), total, len(here))


def _deaths(people: pd.DataFrame, members: tuple[str, ...]) -> Cell:
    here = people.loc[people[who.ARM].isin(members)]
    return _subjects_cell(int((here["DTHFL"] == "Y").sum()), len(here), None)


def _unknown() -> Cell:
    return Cell((Stat("count", None), Stat("percent", None), Stat("events", None)))


def _summary(table: Table) -> str:
    row = table.rows[0]
    parts = []
    for column, cell in zip(table.columns, row.cells, strict=True):
        if cell is not None and column.key["ARM"] != "Total":
            parts.append(f"{column.key['ARM']} {formats.cell(Cell(cell.stats[:2], '{0} ({1}%)'))}")
    return "Subjects with any treatment-emergent adverse event: " + "; ".join(parts) + "."


def _figure(table: Table, arms: tuple[str, ...], order: list[str]) -> BarFigure:
    rows = [
        r for r in table.rows if r.cells[0] is not None and r.cells[0].stats[1].value is not None
    ]
    series = []
    for i, arm in enumerate(arms):
        values: list[float] = []
        for row in rows:
            cell = row.cells[i]
            share: Value = cell.stats[1].value if cell else None
            values.append(float(share) if isinstance(share, int | float) else 0.0)
        series.append(Series(str(arm), order.index(arm), tuple(values), ()))
    return BarFigure(
        "ae_overview",
        "Subjects with treatment-emergent adverse events",
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
