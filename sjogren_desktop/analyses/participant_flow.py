"""Participant flow of a trial after CONSORT, drawn from the data and reconciled with it.

Boxes as in the CONSORT 2010 flow diagram (Schulz, Altman and Moher, BMJ 2010;
340:c332): randomised, treated, followed up, analysed, by arm. Every number is
counted from the subject-level data; the table says whether the parts add up to
those randomised. Method page ``participant_flow.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Option
from sjogren_desktop.figures import FlowBox, FlowFigure
from sjogren_desktop.results import AnalysisError, Cell, Column, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVAL, AVISIT, STUDYID, StudyData
from sjogren_desktop.study.wording import sentence_case

if TYPE_CHECKING:
    import pandas as pd

PUBLISHED = {"NEPTUNUS-1": 275, "NEPTUNUS-2": 504}
"""Randomised, from ACR Convergence 2025 abstract LB24 (Grader-Beck et al.)."""

_SCREENED_OUT = ("screen failure", "screen fail", "scrnfail")
_LAST_REASONS = ("Other", "Reason not given")


def _arm_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    present = set(who.in_scope(who.subjects(study), str(values["study"]))[who.ARM])
    return tuple(Item(a, a) for a in who.arm_order(study) if a in present)


def _all_arms(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(i.value for i in _arm_items(study, values))


def _population(study: StudyData, values: Mapping[str, object]) -> str:
    return who.POPULATION.items(study, values)[0].value


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    Choice(
        "arms", "Treatment arms", "Arms of the diagram, from left to right.", _arm_items, _all_arms,
        many=True,
    ),
    Choice(
        "population",
        "Analysed",
        "Population of the boxes at the bottom.",
        who.POPULATION.items,
        _population,
    ),
    offered.PARAMETER,
    offered.VISIT,
)  # fmt: skip


@dataclass(frozen=True)
class _Step:
    """A line of the diagram: who is counted, arm by arm.

    ``part_of`` names the step that this one and its brothers must add up to.
    """

    key: str
    label: str
    people: Mapping[str, tuple[str, ...]]
    indent: int = 0
    part_of: str = ""

    def n(self, arm: str) -> int:
        return len(self.people.get(arm, ()))


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Count the subjects of every step and draw the diagram."""
    progress(0.1, "Counting subjects")
    scope = str(values["study"])
    arms = values["arms"]
    assert isinstance(arms, tuple)
    if not arms:
        raise AnalysisError("No arm is chosen. Tick at least one.")
    people = who.in_scope(who.subjects(study), scope)
    people = people.loc[people[who.ARM].isin(arms)]
    keys = study.subject_keys(people).astype(str)
    notes: list[str] = []
    steps = _steps(study, people, keys, values, notes)
    screened = _screened_out(study, scope)
    notes += _against_published(people, scope)
    faults = _faults(steps, arms)
    progress(0.8, "Drawing")
    randomised = sum(steps["randomised"].n(a) for a in arms)
    treated = sum(steps["treated"].n(a) for a in arms) if "treated" in steps else None
    completed = sum(steps["completed"].n(a) for a in arms) if "completed" in steps else None
    entered = steps["randomised"].label.lower()
    parts = [f"{randomised} {entered}"]
    parts += [f"{treated} treated"] if treated is not None else []
    parts += [f"{completed} completed"] if completed is not None else []
    parts.append(f"{sum(steps['analysed'].n(a) for a in arms)} analysed")
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=scope,
        population=who.population_label(str(values["population"])),
        summary=f"{', '.join(parts)}. "
        + (faults[0] if faults else f"Every step adds up to the number {entered}, arm by arm."),
        tables=(_table(steps, arms, screened), _reconciled_table(steps, arms)),
        figures=(_figure(steps, arms, screened),),
        notes=(*faults, *notes),
        method=(
            ("Diagram", "CONSORT 2010 (Schulz, Altman and Moher 2010)"),
            ("Arms", "Planned treatment"),
            ("Treated", "Start of treatment (TRTSDT), else safety population (SAFFL)"),
            ("Completed, discontinued", "End of study status (EOSSTT) and reason (DCSREAS)"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _entry(study: StudyData) -> str:
    """Return what begins the flow: nobody is randomised to a single group."""
    return "Randomised" if study.arms_pooled or len(who.arm_order(study)) > 1 else "Enrolled"


def _steps(
    study: StudyData,
    people: pd.DataFrame,
    keys: pd.Series,
    values: Mapping[str, object],
    notes: list[str],
) -> dict[str, _Step]:
    """Return the steps that the data can tell, in order."""

    def step(key: str, label: str, mask: pd.Series, *, indent: int = 0, part_of: str = "") -> _Step:
        found = {str(a): tuple(k) for a, k in keys[mask].groupby(people.loc[mask, who.ARM])}
        return _Step(key, label, found, indent, part_of)

    everybody = people[who.ARM].notna()
    found = [step("randomised", _entry(study), everybody)]
    treated = _treated(people)
    if treated is None:
        notes.append("The data do not tell who was treated (no TRTSDT and no SAFFL).")
    else:
        found += [
            step("treated", "Received treatment", treated, part_of="randomised"),
            step("untreated", "Did not receive treatment", ~treated, part_of="randomised"),
        ]
    status = _status(people)
    if status is None:
        notes.append("The data do not tell who completed the study (no EOSSTT and no DCSREAS).")
    else:
        for key, label in (
            ("completed", "Completed the study"),
            ("ongoing", "Still in the study"),
            ("discontinued", "Discontinued the study"),
        ):
            if key != "ongoing" or (status == key).any():
                found.append(step(key, label, status == key, part_of="randomised"))
        reasons = _reasons(people).where(status == "discontinued")
        order = reasons.value_counts().index.tolist()
        order.sort(key=lambda r: r in _LAST_REASONS)
        found += [
            step(f"reason: {r}", r, reasons == r, indent=1, part_of="discontinued") for r in order
        ]
    flag = str(values["population"])
    inside = everybody if flag == who.ALL_SUBJECTS else people[flag] == "Y"
    seen = keys.isin(_with_value(study, values))
    label = who.population_label(flag)
    found += [
        step("analysed", f"Analysed: {label}", inside, part_of="randomised"),
        step("excluded", f"Not in: {label}", ~inside, part_of="randomised"),
        step(
            "seen",
            f"With {values['parameter']} at {values['visit']}",
            inside & seen,
            indent=1,
            part_of="analysed",
        ),
        step(
            "unseen",
            f"Without {values['parameter']} at {values['visit']}",
            inside & ~seen,
            indent=1,
            part_of="analysed",
        ),
    ]
    return {s.key: s for s in found}


def _treated(people: pd.DataFrame) -> pd.Series | None:
    if "TRTSDT" in people and people["TRTSDT"].notna().any():
        return people["TRTSDT"].notna()
    if "SAFFL" in people:
        return people["SAFFL"] == "Y"
    return None


def _status(people: pd.DataFrame) -> pd.Series | None:
    """Return completed, discontinued or ongoing of every subject, from what the data have."""
    import numpy as np
    import pandas as pd

    if "EOSSTT" in people and people["EOSSTT"].notna().any():
        text = people["EOSSTT"].astype("object").str.strip().str.upper()
        discontinued = text.str.startswith(("DISCONT", "WITHDR", "TERMIN"), na=False)
        completed = text.str.startswith("COMPLET", na=False)
    elif "DCSREAS" in people:
        discontinued = people["DCSREAS"].notna()
        completed = ~discontinued
    else:
        return None
    found = np.select([completed, discontinued], ["completed", "discontinued"], "ongoing")
    return pd.Series(found, index=people.index)


def _reasons(people: pd.DataFrame) -> pd.Series:
    import pandas as pd

    if "DCSREAS" not in people:
        return pd.Series(_LAST_REASONS[1], index=people.index)
    text = people["DCSREAS"].astype("object").str.strip()
    return text.map(sentence_case, na_action="ignore").fillna(_LAST_REASONS[1])


def _with_value(study: StudyData, values: Mapping[str, object]) -> set[str]:
    records = offered.parameter_records(study, str(values["parameter"]))
    records = who.in_scope(records, str(values["study"]))
    mine = records.loc[(records[AVISIT] == values["visit"]) & records[AVAL].notna()]
    return set(study.subject_keys(mine).astype(str))


def _screened_out(study: StudyData, scope: str) -> tuple[str, ...] | None:
    """Return who failed screening, or None where the data hold nobody of the kind."""
    adsl = who.in_scope(study.adsl, scope)
    for column in ("TRT01P", "ARM"):
        if column in adsl:
            out = adsl[column].astype("object").str.strip().str.lower().isin(_SCREENED_OUT)
            if out.any():
                return tuple(study.subject_keys(adsl.loc[out]).astype(str))
    return None


# --- reconciliation ---------------------------------------------------------


def _faults(steps: Mapping[str, _Step], arms: tuple[str, ...]) -> list[str]:
    """Say where parts do not add up to the whole."""
    found = []
    for whole, stage in _stages(steps):
        for arm in arms:
            total = sum(s.n(arm) for s in stage)
            if total != steps[whole].n(arm):
                labels = " + ".join(s.label for s in stage)
                found.append(
                    f"{arm}: {labels} give {total}, but {steps[whole].label.lower()} are "
                    f"{steps[whole].n(arm)}. Look at these patients' records."
                )
    return found


_STAGES = (
    ("treated", "untreated"),
    ("completed", "ongoing", "discontinued"),
    ("analysed", "excluded"),
    ("seen", "unseen"),
)


def _stages(steps: Mapping[str, _Step]) -> list[tuple[str, list[_Step]]]:
    """Return every whole with the parts that it must be the sum of."""
    found = []
    for names in _STAGES:
        parts = [steps[k] for k in names if k in steps]
        if parts:
            found.append((parts[0].part_of, parts))
    reasons = [s for s in steps.values() if s.part_of == "discontinued"]
    if reasons:
        found.append(("discontinued", reasons))
    return found


def _against_published(people: pd.DataFrame, scope: str) -> list[str]:
    notes: list[str] = []
    if STUDYID not in people:
        return notes
    for name, n in PUBLISHED.items():
        have = int((people[STUDYID] == name).sum())
        if scope in (name, who.POOLED) and have:
            verdict = "the same" if have == n else f"{have} are in the arms chosen here"
            notes.append(f"{name}: {n} randomised as published (ACR 2025, LB24); {verdict}.")
    return notes


# --- tables and figure ------------------------------------------------------


def _cell(step: _Step, arm: str, whole: int) -> Cell:
    n = step.n(arm)
    if not whole or step.key == "randomised":
        return Cell((Stat("n", n),), subjects=step.people.get(arm, ()))
    return Cell(
        (Stat("count", n), Stat("percent", 100 * n / whole)),
        "{0} ({1}%)",
        step.people.get(arm, ()),
    )


def _table(
    steps: Mapping[str, _Step], arms: tuple[str, ...], screened: tuple[str, ...] | None
) -> Table:
    rows = []
    sizes = [steps["randomised"].n(a) for a in arms]
    if screened is not None:
        cells = (*(None for _ in arms), Cell((Stat("n", len(screened)),), subjects=screened))
        rows.append(Row(("Failed screening",), cells, {"STEP": "screened_out"}))
    for step in steps.values():
        cells_of = [_cell(step, a, n) for a, n in zip(arms, sizes, strict=True)]
        everybody = _Step(
            step.key, "", {"": tuple(k for a in arms for k in step.people.get(a, ()))}
        )
        cells_of.append(_cell(everybody, "", sum(sizes)))
        rows.append(Row((step.label,), tuple(cells_of), {"STEP": step.key}, step.indent))
    return Table(
        "flow",
        "Participants by step",
        ("Step",),
        (
            *(Column(f"{a}\n(N={n})", {"ARM": a}) for a, n in zip(arms, sizes, strict=True)),
            Column(f"Total\n(N={sum(sizes)})"),
        ),
        tuple(rows),
        (
            f"N: {steps['randomised'].label.lower()}, of whom percentages are. In the window a box "
            "of the figure opens its patients; that of follow-up opens those who discontinued.",
        ),
    )


def _reconciled_table(steps: Mapping[str, _Step], arms: tuple[str, ...]) -> Table:
    rows = []
    for whole, stage in _stages(steps):
        cells = []
        for arm in arms:
            parts, n = sum(s.n(arm) for s in stage), steps[whole].n(arm)
            verdict = "adds up" if parts == n else "differs"
            cells.append(
                Cell(
                    (Stat("n", parts), Stat("n", n), Stat("verdict", verdict)),
                    "{0} of {1}: {2}",
                    steps[whole].people.get(arm, ()),
                )
            )
        names = [s.label for s in stage] if whole != "discontinued" else ["All reasons"]
        label = f"{' + '.join(names)} = {steps[whole].label.lower()}"
        rows.append(Row((label,), tuple(cells), {"WHOLE": whole, "PARTS": stage[0].key}))
    return Table(
        "reconciled",
        "Do the parts add up?",
        ("Sum",),
        tuple(Column(a, {"ARM": a}) for a in arms),
        tuple(rows),
    )


def _figure(
    steps: Mapping[str, _Step], arms: tuple[str, ...], screened: tuple[str, ...] | None
) -> FlowFigure:
    boxes: list[FlowBox] = []
    arrows: list[tuple[int, int]] = []
    middle = len(arms) / 2
    row = 0
    if screened is not None:
        boxes.append(
            FlowBox((f"Failed screening (n={len(screened)})",), middle, row, 0.9, screened)
        )
        row += 1
    everybody = tuple(k for a in arms for k in steps["randomised"].people.get(a, ()))
    top = len(boxes)
    boxes.append(
        FlowBox((f"{steps['randomised'].label} (n={len(everybody)})",), middle, row, 0.9, everybody)
    )
    before = [top] * len(arms)
    for names in (
        ("randomised", "treated", "untreated"),
        ("completed", "ongoing", "discontinued"),
        ("analysed", "excluded", "seen", "unseen"),
    ):
        shown = [steps[k] for k in names if k in steps]
        if not shown:
            continue
        row += 1
        for place, arm in enumerate(arms):
            lines = [f"{arm} (n={shown[0].n(arm)})"] if names[0] == "randomised" else []
            rest = shown[1:] if lines else shown
            for step in rest:
                lines.append(f"{step.label} (n={step.n(arm)})")
                if step.key == "discontinued":
                    lines += [
                        f"\u2022 {s.label} (n={s.n(arm)})"
                        for s in steps.values()
                        if s.part_of == "discontinued" and s.n(arm)
                    ]
            # A box opens those that its first line counts; of losses, those lost.
            opened = steps["discontinued"] if "discontinued" in [s.key for s in shown] else shown[0]
            boxes.append(FlowBox(tuple(lines), place + 0.5, row, 0.94, opened.people.get(arm, ())))
            arrows.append((before[place], len(boxes) - 1))
            before[place] = len(boxes) - 1
    return FlowFigure(
        "flow",
        "Participant flow",
        tuple(boxes),
        tuple(arrows),
    )


SPEC = Analysis(
    key="participant_flow",
    title="Participant flow (CONSORT)",
    tab="analysis",
    question="How many patients were randomised, treated, lost and analysed, and do the numbers "
    "add up?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="participant_flow.md",
    measure="None: patients are counted",
)
