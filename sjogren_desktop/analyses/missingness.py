"""Missing values: who lacks which visits, who left when and why, and how they fared.

Patterns and counts are of the values that the efficacy analyses see. Leaving the
study is shown by Kaplan-Meier curves from the subject-level dates.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course, course
from sjogren_desktop.analyses.events_between import EVENT_OPTIONS, POLICY
from sjogren_desktop.analyses.imputation_options import whole
from sjogren_desktop.analyses.missing_map import missing_maps, share_figure
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.analyses.staying_figures import staying_figures
from sjogren_desktop.figures import Figure, LineFigure, Series
from sjogren_desktop.results import Cell, Column, Progress, Result, Row, Stat, Table, Value
from sjogren_desktop.study.data import CHG, TRTP, USUBJID, StudyData
from sjogren_desktop.study.wording import sentence_case

if TYPE_CHECKING:
    import pandas as pd

_SEEN, _GONE = "●", "○"  # filled and open circle

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISIT,
    Number(
        "patterns",
        "Patterns shown",
        "The most frequent patterns are listed one by one, the others together.",
        20,
        1,
        200,
    ),
    offered.RECORDS,
    offered.TIMEPOINT,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Describe missing values and leaving the study."""
    import pandas as pd

    progress(0.1, "Selecting records")
    policy = {option.key: POLICY for option in EVENT_OPTIONS}
    # A strategy given to one patient does not make a recorded value missing.
    as_recorded = replace(study, event_edits=())
    found = course(as_recorded, {**values, **policy, "baseline": False, "covariates": ()})
    names = [v for _, v in found.data.visits]
    # The frame holds the visits of one subject after those of the other.
    response = found.frame[found.data.response].to_numpy(dtype=np.float64)
    wide = pd.DataFrame(
        response.reshape(-1, len(names)), index=pd.Index(found.people[USUBJID]), columns=names
    )
    arm = found.people.set_index(USUBJID)[TRTP].astype(str)
    progress(0.4, "Following subjects")
    staying, notes = _staying(study, found)
    level = float(str(values["level"])) / 100
    return Result(
        analysis=SPEC.key,
        title=SPEC.title,
        study=found.data.study,
        population=found.data.population,
        summary=_summary(found, wide, arm),
        tables=(
            _visits_table(found, wide, arm),
            _patterns_table(found, wide, arm, whole(values, "patterns")),
            *(_leaving_tables(found, staying, level) if staying is not None else ()),
            _cohort_table(found, wide, arm),
        ),
        figures=(
            *staying_figures(found, staying),
            *missing_maps(found, wide, arm),
            share_figure(found, wide, arm),
            *_cohort_figures(found, wide, arm),
        ),
        notes=(*found.notes, *notes),
        method=(
            ("Values", f"{found.data.response_label}, records as chosen"),
            ("Monotone", "No value after the first missing one"),
            (
                "Leaving the study",
                "EOSSTT = DISCONTINUED at EOSDT (else RFENDT); others are censored then",
            ),
            ("Curves", "Kaplan-Meier; test: log-rank"),
            ("Groups by last value", "Subjects by the last visit with a value; observed means"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _columns(found: Course, *parts: str) -> tuple[Column, ...]:
    return tuple(
        Column(f"{mt.arm_header(found.data, a)}{part}", {"ARM": a})
        for a in found.data.arms
        for part in (parts or ("",))
    )


def _share(chosen: pd.Series, total: int) -> Cell:
    """Count the subjects chosen (Boolean, by subject) and their share of a total."""
    return who.share_cell(_keys(chosen), total)


def _keys(chosen: pd.Series) -> tuple[str, ...]:
    return tuple(sorted(map(str, chosen.index[chosen.to_numpy(dtype=bool)])))


def _visits_table(found: Course, wide: pd.DataFrame, arm: pd.Series) -> Table:
    """Return missing values by visit and arm, and how many are followed by a value."""
    values = wide.notna().to_numpy()
    later = np.cumsum(values[:, ::-1], axis=1)[:, ::-1] > 0
    rows = []
    for j, (number, name) in enumerate(found.data.visits):
        cells: list[Cell | None] = []
        for a in found.data.arms:
            mine = arm == a
            gone = mine & ~values[:, j]
            again = _keys(gone & later[:, j])
            cells += [
                _share(gone, int(mine.sum())),
                who.count_cell(again, "count"),
            ]
        key = {"AVISIT": name, "AVISITN": int(number) if number.is_integer() else number}
        rows.append(Row((name,), tuple(cells), key))
    return Table(
        "visits",
        f"{found.data.label}: missing values by visit",
        ("Visit",),
        _columns(found, "\nmissing, n (%)", "\nwith a later value, n"),
        tuple(rows),
        ("With a later value: the subject was seen again (an interim gap).",),
    )


def _patterns_table(found: Course, wide: pd.DataFrame, arm: pd.Series, most: int) -> Table:
    """Return the patterns of values over visits, the most frequent first."""
    pattern = wide.notna().apply(lambda row: "".join(np.where(row, _SEEN, _GONE)), axis=1)
    counts = pattern.value_counts()
    order = sorted(counts.index, key=lambda p: (-int(counts[p]), p))
    shown, rest = order[:most], order[most:]
    total = {a: int((arm == a).sum()) for a in found.data.arms}
    rows = []
    for p in shown:
        gone = p.find(_GONE)
        kind = "complete" if gone < 0 else ("drop-out" if _SEEN not in p[gone:] else "with gaps")
        cells = tuple(_share((pattern == p) & (arm == a), total[a]) for a in found.data.arms)
        rows.append(Row((p, kind), cells, {"PATTERN": p}))
    if rest:
        others = pattern.isin(rest)
        cells = tuple(_share(others & (arm == a), total[a]) for a in found.data.arms)
        rows.append(Row((f"{len(rest)} other patterns", ""), cells, {"PATTERN": "other"}))
    return Table(
        "patterns",
        f"{found.data.label}: patterns of missing values",
        ("Pattern", "Kind"),
        _columns(found, "\nn (%)"),
        tuple(rows),
        (
            f"Visits from left to right: {', '.join(v for _, v in found.data.visits)}. "
            f"{_SEEN}: value; {_GONE}: missing.",
        ),
    )


def _staying(study: StudyData, found: Course) -> tuple[pd.DataFrame | None, list[str]]:
    """Return ARM, TIME (days), LEFT (0/1) and REASON of each subject, if dates allow."""
    import pandas as pd

    people = who.subjects(study)
    people = people.loc[people[who.SUBJECT].isin(set(found.people[USUBJID]))]
    start = next((v for v in ("RANDDT", "TRTSDT") if v in people), None)
    end = next((v for v in ("EOSDT", "RFENDT") if v in people), None)
    if start is None or end is None or "EOSSTT" not in people:
        return None, [
            "The subject-level data have no dates of randomisation and end of study (RANDDT or "
            "TRTSDT; EOSDT or RFENDT; EOSSTT), so leaving the study is not shown."
        ]
    begun, ended = (pd.to_datetime(people[v], errors="coerce") for v in (start, end))
    cause = next((v for v in ("DCSREAS", "DCDECOD", "DCREASCD") if v in people), None)
    reason = people[cause] if cause else pd.Series(None, index=people.index)
    frame = pd.DataFrame(
        {
            "ARM": people[who.ARM].astype(str),
            "TIME": (ended - begun).dt.days.astype(float),
            "LEFT": (people["EOSSTT"].astype("object") == "DISCONTINUED").astype(float),
            "REASON": reason.astype("object").fillna("Not recorded").astype(str),
        }
    ).set_axis(pd.Index(people[who.SUBJECT]))
    usable = frame["TIME"].notna() & (frame["TIME"] >= 0)
    notes = []
    if not usable.all():
        notes.append(
            f"{int((~usable).sum())} subjects without dates of randomisation and end of study are "
            "not in the curves."
        )
    return (frame.loc[usable] if usable.any() else None), notes


def _leaving_tables(found: Course, staying: pd.DataFrame, level: float) -> tuple[Table, Table]:
    from sjogren_desktop.stats.kaplan_meier import kaplan_meier
    from sjogren_desktop.stats.logrank import logrank_test

    left = staying.loc[staying["LEFT"] == 1]
    total = {a: int((staying["ARM"] == a).sum()) for a in found.data.arms}
    counts = left["REASON"].value_counts()
    rows = [("Any reason", left)]
    rows += [
        (sentence_case(str(r)), left.loc[left["REASON"] == r])
        for r in sorted(counts.index, key=lambda r: (-int(counts[r]), str(r)))
    ]
    reasons = Table(
        "reasons",
        "Subjects who left the study, by reason",
        ("Reason",),
        _columns(found, "\nn (%)"),
        tuple(
            Row(
                (label,),
                tuple(_share(part["ARM"] == a, total[a]) for a in found.data.arms),
                {"REASON": label},
            )
            for label, part in rows
        ),
        ("Percentages of subjects with dates of randomisation and end of study.",),
    )
    curve_rows = []
    for a in found.data.arms:
        mine = staying.loc[staying["ARM"] == a]
        if not len(mine):
            continue
        curve = kaplan_meier(mine["TIME"], mine["LEFT"], level=level)
        day = float(staying.loc[staying["LEFT"] == 1, "TIME"].max()) if len(left) else 0.0
        at = curve.at([day]).iloc[0]
        cells = (
            who.count_cell(mine.index, "subjects"),
            Cell((Stat("events", curve.n_events),), subjects=_keys(mine["LEFT"] == 1)),
            Cell(
                tuple(Stat("percent", _hundred(at[k])) for k in ("estimate", "lower", "upper")),
                "{0} ({1}, {2})",
            ),
        )
        curve_rows.append(Row((a,), cells, {"ARM": a, "DAY": day}))
    notes = [f"Share still in the study at day {day:g}, the last day on which a subject left."]
    if len(curve_rows) > 1 and len(left):
        test = logrank_test(staying["TIME"], staying["LEFT"], staying["ARM"])
        notes.append(f"Log-rank test between arms: p {_p_text(float(test.p_value))}.")
    leaving = Table(
        "staying",
        "Staying in the study",
        ("Arm",),
        (
            mt.plain_column("Subjects", ITEM="subjects"),
            mt.plain_column("Left", ITEM="events"),
            mt.plain_column(f"Still in study, % ({mt.interval_header(level)})", ITEM="share"),
        ),
        tuple(curve_rows),
        tuple(notes),
    )
    return reasons, leaving


def _hundred(value: object) -> float | None:
    number = mt.number(value)
    return None if number is None else 100 * number


def _p_text(value: float) -> str:
    """Return a p value with its sign of relation."""
    from sjogren_desktop import formats

    text = formats.stat(Stat("p_value", mt.number(value)))
    return text if text[0] in "<>" else f"= {text}"


def _cohorts(found: Course, wide: pd.DataFrame) -> pd.Series:
    """Return the group of each subject by its last visit with a value, in at most four groups."""
    import pandas as pd

    names = [v for _, v in found.data.visits]
    seen = wide.notna().to_numpy()
    last = np.where(seen.any(axis=1), seen.shape[1] - 1 - np.argmax(seen[:, ::-1], axis=1), -1)
    third = max(1, -(-(len(names) - 1) // 3))
    labels = []
    for place in last:
        if place < 0:
            labels.append("")
        elif place == len(names) - 1:
            labels.append(f"Seen at {names[-1]}")
        else:
            low = (place // third) * third
            high = min(low + third, len(names) - 1) - 1
            span = names[low] if high == low else f"{names[low]} to {names[high]}"
            labels.append(f"Last value at {span}")
    return pd.Series(labels, index=wide.index)


def _ordered_cohorts(found: Course, cohort: pd.Series) -> list[str]:
    names = [v for _, v in found.data.visits]
    place = {n: i for i, n in enumerate(names)}
    present = [c for c in cohort.unique() if c]
    return sorted(present, key=lambda c: place[c.split(" at ", 1)[1].split(" to ")[0]])


def _cohort_table(found: Course, wide: pd.DataFrame, arm: pd.Series) -> Table:
    """Return observed means by visit within groups by the last value."""
    cohort = _cohorts(found, wide)
    rows = []
    for group in _ordered_cohorts(found, cohort):
        for number, name in found.data.visits:
            cells: list[Cell | None] = []
            for a in found.data.arms:
                values = wide.loc[(cohort == group) & (arm == a), name].dropna()
                cells += [
                    who.count_cell(values.index),
                    mt.mean_sd(values, found.data.decimals) if len(values) else None,
                ]
            if all(c is None for c in cells[1::2]):
                continue
            key: dict[str, Value] = {"GROUP": group, "AVISIT": name, "AVISITN": number}
            rows.append(Row((group, name), tuple(cells), key))
    return Table(
        "cohorts",
        f"{found.data.response_label}: observed means by last visit with a value",
        ("Group", "Visit"),
        _columns(found, "\nn", "\nmean (SD)"),
        tuple(rows),
        ("SD: standard deviation. Values as observed, not adjusted.",),
    )


def _cohort_figures(found: Course, wide: pd.DataFrame, arm: pd.Series) -> tuple[Figure, ...]:
    """Return one figure an arm: observed means of each group over visits."""
    cohort = _cohorts(found, wide)
    figures = []
    for a in found.data.arms:
        series = []
        for place, group in enumerate(_ordered_cohorts(found, cohort)):
            mine = wide.loc[(cohort == group) & (arm == a)]
            means = mine.mean()
            points = [
                (n, float(means[name]), _keys(mine[name].notna()))
                for n, name in found.data.visits
                if means[name] == means[name]
            ]
            if points:
                x, y, behind = zip(*points, strict=True)
                series.append(Series(group, place, x, y, subjects=behind))
        figures.append(
            LineFigure(
                f"cohorts_{found.data.styles[a]}",
                f"{a}: observed means by last visit with a value",
                "Visit",
                found.data.response_label,
                tuple(series),
                x_ticks=found.data.visits,
                reference_y=0.0 if found.data.response == CHG else None,
                caption=("Points: observed means of subjects with a value at the visit.",),
            )
        )
    return tuple(figures)


def _summary(found: Course, wide: pd.DataFrame, arm: pd.Series) -> str:
    from sjogren_desktop import formats

    parts = []
    for a in found.data.arms:
        mine = wide.loc[arm == a, found.visit]
        missing = int(mine.isna().sum())
        percent = formats.percent(100 * missing / len(mine)) if len(mine) else "NE"
        parts.append(f"{a} {missing} of {len(mine)} ({percent}%)")
    return f"Without a value of {found.data.label} at {found.visit}: {'; '.join(parts)}."


SPEC = Analysis(
    key="missingness",
    title="Missing values and drop-out",
    tab="analysis",
    question="Whose values are missing, when and why did patients leave, and did those who left "
    "fare differently?",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="missingness.md",
    compares_arms=True,
)
