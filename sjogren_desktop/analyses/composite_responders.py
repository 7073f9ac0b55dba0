"""STAR and CRESS responders at a visit, by arm, with what each component contributed.

The scorers say what can be said of each subject: met, not met, or undecided.
Who was not seen at the visit is added here as non-responder (or left out, by
option), so the step is visible and can be changed (convention C2).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import composite_records as composite
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.composite_records import composite_records
from sjogren_desktop.analyses.scores import Arms, selected_people
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import ForestFigure, ForestRow
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.scoring import conventions_text, find
from sjogren_desktop.study.data import StudyData

if TYPE_CHECKING:
    import pandas as pd

    from sjogren_desktop.stats.estimate import Estimate

_COMPONENTS = {
    "STAR": (
        ("points.systemic", "Systemic: ClinESSDAI falls by 3 (3 points)"),
        ("points.pro", "Patient-reported: ESSPRI falls by 1 or 15% (3 points)"),
        ("points.lachrymal", "Tear glands (1 point)"),
        ("points.salivary", "Salivary glands (1 point)"),
        ("points.biological", "Serology (1 point)"),
    ),
    "CRESS": (
        ("items.systemic", "Systemic: ClinESSDAI below 5"),
        ("items.pro", "Patient-reported: ESSPRI falls by 1 or 15%"),
        ("items.tear", "Tear glands"),
        ("items.salivary", "Salivary glands"),
        ("items.serology", "Serology"),
    ),
}


def _unseen_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return (
        Item("non-responder", "Non-responders, in the denominator"),
        Item("left out", "Left out (observed cases)"),
    )


def _unseen_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "non-responder"


_INTERVALS = {
    "miettinen_nurminen": "Score interval (Miettinen and Nurminen)",
    "newcombe": "Newcombe's interval",
    "wald": "Wald's interval",
}


def _interval_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(key, label) for key, label in _INTERVALS.items())


def _interval_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "miettinen_nurminen"


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    *composite.PARAMETERS,
    composite.VISIT,
    composite.TOTALS,
    Choice(
        "unseen",
        "Subjects without data at the visit",
        "Non-responder imputation keeps everyone randomised in the denominator.",
        _unseen_items,
        _unseen_default,
    ),
    *composite.SETTINGS,
    Choice(
        "interval",
        "Confidence interval",
        "Method of the interval for the difference of two proportions.",
        _interval_items,
        _interval_default,
        advanced=True,
        page="proportions.md",
    ),
    mt.LEVEL,
)


def scopes(study: StudyData) -> tuple[Mapping[str, object], ...]:
    """Return every study and the pool; one set where the indices cannot be scored."""
    return who.every_study_and_pooled(study) if composite.applicable(study) else ({},)


# ------------------------------------------------------------------ run


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count responders and components by arm and compare the arms."""
    progress(0.1, "Collecting the inputs")
    records = composite_records(study, values)
    people, arms = selected_people(study, values)
    merged = people[[who.SUBJECT, who.ARM]].merge(records, on=who.SUBJECT, how="left")
    merged["SEEN"] = merged["SEEN"].astype("boolean").fillna(value=False).astype(bool)
    visit = str(values["visit"])
    if not merged["SEEN"].any():
        raise AnalysisError(
            f"No subject has data at {visit or 'any visit after baseline'}. Choose another visit "
            "or population."
        )
    progress(0.6, "Counting and comparing")
    keep_all = values["unseen"] == "non-responder"
    tables: list[Table] = []
    chosen = composite.conventions_of(values)
    comparisons: list[tuple[str, str, Estimate]] = []
    counted: dict[str, Mapping[str, _Counted]] = {}
    for index in _COMPONENTS:
        counts = {a: _responders(merged, index, a, keep_all=keep_all) for a in arms.names}
        tables.append(_index_table(index, merged, counts, arms, visit, chosen))
        comparisons += _compare(index, counts, arms, values)
        counted[index] = counts
    level = float(str(values["level"]))
    tables.append(_differences(comparisons, values, level, visit))
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=str(values["study"]),
        population=who.population_label(str(values["population"])),
        summary=_summary(tables[0], tables[1], arms, visit),
        tables=tuple(tables),
        figures=(_forest(comparisons, counted, visit, level, arms, str(values["reference"])),),
        notes=_notes(values, merged),
        method=(
            ("STAR", f"{find('STAR').rule} (program rule STAR {find('STAR').version})"),
            ("CRESS", f"{find('CRESS').rule} (program rule CRESS {find('CRESS').version})"),
            ("Baseline", "Last value at visit number 0 or before"),
            ("ClinESSDAI and ESSPRI", composite.TOTALS_TEXT[str(values["totals"])]),
            ("Subjects without data at the visit", str(values["unseen"])),
            ("Difference", f"Risk difference, {_INTERVALS[str(values['interval'])]}, {level:g}%"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


@dataclass(frozen=True)
class _Counted:
    """Responders (keys), denominator, and undecided subjects (keys) of an arm."""

    responders: tuple[str, ...]
    total: int
    undecided: tuple[str, ...]


def _responders(merged: pd.DataFrame, index: str, arm: str, *, keep_all: bool) -> _Counted:
    here = merged.loc[merged[who.ARM] == arm]
    if not keep_all:
        here = here.loc[here["SEEN"]]
    response = here[f"{index}.responder"]
    undecided = here["SEEN"] & _undecided(here, index)
    if not keep_all:
        response = response.dropna()
    subject = here[who.SUBJECT]
    return _Counted(
        _keys(subject.loc[response.index[response == 1]]), len(response), _keys(subject[undecided])
    )


def _keys(subjects: pd.Series) -> tuple[str, ...]:
    return tuple(sorted(subjects.astype(str)))


def _undecided(frame: pd.DataFrame, index: str) -> pd.Series:
    if index == "STAR":
        return frame["STAR.determinate"] == 0
    return frame["CRESS.n_available"] < 3


def _index_table(
    index: str,
    merged: pd.DataFrame,
    counts: Mapping[str, _Counted],
    arms: Arms,
    visit: str,
    conventions: Mapping[str, str],
) -> Table:
    def row(key: str, label: str, cells: list[Cell], indent: int = 0) -> Row:
        return Row((label,), tuple(cells), {"INDEX": index, "ROW": key, "AVISIT": visit}, indent)

    seen = merged.loc[merged["SEEN"]]
    groups = {a: seen.loc[seen[who.ARM] == a] for a in arms.names}
    last = "Undecided because of missing domains" if index == "STAR" else "Fewer than 3 items known"
    rows = [
        row(
            "responder",
            "Responders",
            [_share(counts[a].responders, counts[a].total) for a in arms.names],
        ),
        row(
            "seen",
            "With data at the visit",
            [who.count_cell(_keys(groups[a][who.SUBJECT])) for a in arms.names],
        ),
        row("undecided", last, [who.count_cell(counts[a].undecided) for a in arms.names], 1),
    ]
    for name, label in _COMPONENTS[index]:
        cells = []
        for a in arms.names:
            known = groups[a][f"{index}.{name}"].dropna()
            met = groups[a][who.SUBJECT].loc[known.index[known > 0]]
            cells.append(_share(_keys(met), len(known)))
        rows.append(row(name.partition(".")[2], label, cells, 1))
    value, label = ("total", "points") if index == "STAR" else ("n_met", "items met")
    means = [_mean(groups[a][f"{index}.{value}"].dropna()) for a in arms.names]
    rows.append(row(value, f"Mean {label} (SD)", means))
    rule = "5 of 9 points" if index == "STAR" else "3 of 5 items"
    return Table(
        index.lower(),
        f"{index} at {visit}",
        ("",),
        arms.columns(),
        tuple(rows),
        (
            f"Responders reach {rule}. Components: met / evaluable (%); evaluable needs baseline "
            "and visit.",
            *conventions_text(index, conventions),
            *(f"Not verified: {t}." for t in find(index).unverified),
        ),
    )


def _share(subjects: tuple[str, ...], total: int) -> Cell:
    stats = who.share_cell(subjects, total).stats
    return Cell((stats[0], Stat("n", total), stats[1]), "{0}/{1} ({2}%)", subjects)


def _mean(values: pd.Series) -> Cell:
    mean = float(values.mean()) if len(values) else None
    spread = float(values.std()) if len(values) > 1 else None
    return Cell((Stat("mean", mean, 1), Stat("sd", spread, 2)), "{0} ({1})")


def _compare(
    index: str,
    counts: Mapping[str, _Counted],
    arms: Arms,
    values: Mapping[str, object],
) -> list[tuple[str, str, Estimate]]:
    from sjogren_desktop.stats.proportions import risk_difference

    reference = str(values["reference"])
    base = counts[reference]
    found = []
    for arm in arms.names:
        if arm == reference:
            continue
        mine = counts[arm]
        if mine.total and base.total:
            level = float(str(values["level"])) / 100
            method = str(values["interval"])
            estimate = risk_difference(
                len(mine.responders),
                mine.total,
                len(base.responders),
                base.total,
                method=method,
                level=level,
            )
            found.append((index, arm, estimate))
    return found


def _differences(
    comparisons: list[tuple[str, str, Estimate]],
    values: Mapping[str, object],
    level: float,
    visit: str,
) -> Table:
    rows = []
    for index, arm, found in comparisons:
        cells = (
            Cell((Stat("percent_difference", _percent(found.estimate), 1),)),
            Cell(
                (
                    Stat("lower", _percent(found.lower), 1),
                    Stat("upper", _percent(found.upper), 1),
                ),
                "({0}, {1})",
            ),
            Cell((Stat("p_value", mt.number(found.p_value)),)),
        )
        reference = str(values["reference"])
        key = {"INDEX": index, "ARM": arm, "REFERENCE": reference, "AVISIT": visit}
        rows.append(Row((index, f"{arm} minus {reference}"), cells, key))
    return Table(
        "differences",
        f"Difference in responders at {visit}",
        ("Index", "Comparison"),
        (
            Column("Difference (percentage points)"),
            Column(mt.interval_header(level / 100)),
            Column("p value"),
        ),
        tuple(rows),
        ("p value: two-sided, of the test that belongs to the interval; none for Newcombe's.",),
    )


def _percent(value: object) -> float | None:
    number = float(np.asarray(value, dtype=float))
    return 100 * number if np.isfinite(number) else None


def _forest(
    comparisons: list[tuple[str, str, Estimate]],
    counted: Mapping[str, Mapping[str, _Counted]],
    visit: str,
    level: float,
    arms: Arms,
    reference: str,
) -> ForestFigure:
    rows = []
    for index, arm, found in comparisons:
        numbers = [_percent(v) for v in (found.estimate, found.lower, found.upper)]
        shown = [formats.stat(Stat("percent_difference", n, 1)) for n in numbers]
        text = f"{shown[0]} ({shown[1]}, {shown[2]})"
        label, style = f"{index}: {arm}", arms.styles[arm]
        responders = tuple(k for a in (arm, reference) for k in counted[index][a].responders)
        rows.append(ForestRow(label, numbers[0], numbers[1], numbers[2], text, style, responders))
    return ForestFigure(
        "responder_differences",
        f"Difference in responders at {visit} ({level:g}% CI)",
        f"Percentage points, arm minus {reference}",
        tuple(rows),
        favours=("Fewer responders", "More responders"),
    )


def _notes(values: Mapping[str, object], merged: pd.DataFrame) -> tuple[str, ...]:
    notes = []
    unseen = int((~merged["SEEN"]).sum())
    if unseen:
        counted = "counted as non-responders" if values["unseen"] == "non-responder" else "left out"
        notes.append(f"Subjects without data at the visit, {counted}: {unseen}.")
    absent = [w.label for w in composite.WANTED if f"baseline.{w.key}" not in merged]
    if absent:
        notes.append(f"Not in the data: {', '.join(absent)}.")
    return tuple(notes)


def _summary(star: Table, cress: Table, arms: Arms, visit: str) -> str:
    parts = []
    for table, index in ((star, "STAR"), (cress, "CRESS")):
        shown = [
            f"{arm} {formats.cell(cell)}"
            for arm, cell in zip(arms.names, table.rows[0].cells, strict=True)
        ]
        parts.append(f"{index} responders at {visit}: {', '.join(shown)}.")
    return " ".join(parts)


SPEC = Analysis(
    key="composite_responders",
    title="STAR and CRESS responders",
    tab="analysis",
    question="How many patients in each arm respond by STAR and by CRESS, and through which "
    "components?",
    measure="Difference of the shares of responders",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=scopes,
    method_page="star.md",
)
