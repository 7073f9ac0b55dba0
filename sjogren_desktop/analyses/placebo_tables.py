"""Tables of the placebo response: change, slopes, expectations, domains, sites, screening."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.endpoint_options import parameter_records
from sjogren_desktop.analyses.placebo_models import (
    Slope,
    expected_fall,
    wang_change,
)
from sjogren_desktop.analyses.score_parameters import ESSPRI_ITEMS, LEVELS, Wanted, guess
from sjogren_desktop.analyses.subgroup_factors import baseline_factor
from sjogren_desktop.results import AnalysisError, Cell, Column, Row, Stat, Table
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import (
    AVAL,
    AVISIT,
    BASE,
    CHG,
    TRTP,
    USUBJID,
    StudyData,
)

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

ESSDAI_CODES = ("ESSDAI", "CLINESSD", "CLINESSDAI")
_SCALE = re.compile(r"\((\d+)\s*[-\u2013]\s*(\d+)\)")
"""Ends of a scale in the name of a parameter, as in "ESSDAI Total Score (0-123)"."""
_RELIABILITIES = (0.4, 0.6, 0.8)
"""Test-retest correlations always shown, so that the choice of one is seen for what it is."""


def _arm_columns(data: Endpoint) -> tuple[Column, ...]:
    return tuple(Column(arm, {"ARM": arm}) for arm in data.arms)


def change_table(
    data: Endpoint, at_visit: pd.DataFrame, slopes: Mapping[str, Slope], visit: str, level: float
) -> Table:
    """Return baseline, change and response within each arm."""
    from scipy.special import stdtrit

    from sjogren_desktop.stats.effect_size import standardised_response_mean

    d = data.decimals
    rows: dict[str, list[Cell | None]] = {
        "n": [],
        "Baseline, mean (SD)": [],
        "Change, mean (SD)": [],
        f"Change, {mt.interval_header(level)}": [],
        "Lower than at baseline, n (%)": [],
        "Unchanged, n (%)": [],
        "Higher, n (%)": [],
        f"Standardised response mean ({mt.interval_header(level)})": [],
    }
    for arm in data.arms:
        mine, s = at_visit.loc[at_visit[TRTP] == arm], slopes[arm]
        change = mine[CHG].to_numpy(dtype=float)
        half = float(stdtrit(s.n - 1, 0.5 + level / 2)) * s.mean_error
        srm: tuple[float | None, ...] = (None, None, None)
        try:
            one = standardised_response_mean(change, level=level)
            srm = tuple(mt.number(v) for v in (one.estimate, one.lower, one.upper))
        except AnalysisError:
            pass
        cells = [
            who.count_cell(mine[USUBJID]),
            mt.mean_sd(mine[BASE], d),
            mt.mean_sd(mine[CHG], d),
            Cell(
                (Stat("lower", s.mean - half, d + 1), Stat("upper", s.mean + half, d + 1)),
                "({0}, {1})",
            ),
            *(_share(mine, chosen) for chosen in (change < 0, change == 0, change > 0)),
            Cell(
                tuple(
                    Stat(n, v, 2) for n, v in zip(("estimate", "lower", "upper"), srm, strict=True)
                ),
                "{0} ({1}, {2})",
            ),
        ]
        for row, cell in zip(rows.values(), cells, strict=True):
            row.append(cell)
    return Table(
        "change",
        f"{data.label}: change from baseline to {visit} within arms",
        ("Measure",),
        _arm_columns(data),
        tuple(Row((k,), tuple(v), {"MEASURE": k, "AVISIT": visit}) for k, v in rows.items()),
        ("Observed values of the visit; LS means are those of the mixed model.",),
    )


def _share(mine: pd.DataFrame, chosen: NDArray[np.bool_]) -> Cell:
    """Return how many of these records are chosen, with their share and their subjects."""
    return who.share_cell(mine.loc[chosen, USUBJID], len(mine))


def slopes_table(data: Endpoint, slopes: Mapping[str, Slope], visit: str, level: float) -> Table:
    """Return how change depends on the baseline within each arm."""
    d = data.decimals
    rows: dict[str, list[Cell | None]] = {
        "Slope per point of baseline": [],
        f"Slope, {mt.interval_header(level)}": [],
        "Correlation of baseline and change": [],
    }
    for s in slopes.values():
        for row, cell in zip(
            rows.values(),
            (
                mt.one(Stat("estimate", s.slope, d + 3)),
                Cell((Stat("lower", s.lower, d + 3), Stat("upper", s.upper, d + 3)), "({0}, {1})"),
                mt.one(Stat("correlation", mt.number(s.correlation), 2)),
            ),
            strict=True,
        ):
            row.append(cell)
    return Table(
        "slopes",
        f"{data.label} at {visit}: change against baseline within arms",
        ("Measure",),
        _arm_columns(data),
        tuple(Row((k,), tuple(v), {"MEASURE": k, "AVISIT": visit}) for k, v in rows.items()),
        (
            "Change is computed from the baseline, so a negative slope arises from measurement "
            "error and fluctuation alone: it is no evidence that the more active improve more.",
        ),
    )


def expected_table(
    data: Endpoint,
    slopes: Mapping[str, Slope],
    baseline: Mapping[str, float],
    values: Mapping[str, object],
    week: float | None,
    visit: str,
) -> Table:
    """Return the changes that reference models lead to expect beside the observed ones."""
    d = data.decimals
    mean, chosen = float(str(values["population_mean"])), float(str(values["reliability"]))
    rows: list[tuple[str, list[Cell | None]]] = [
        ("Baseline, mean", [mt.one(Stat("mean", baseline[a], d + 1)) for a in data.arms]),
        ("Change observed, mean", [mt.one(Stat("mean", slopes[a].mean, d + 1)) for a in data.arms]),
    ]
    for r in dict.fromkeys((*_RELIABILITIES, chosen)):
        falls = [
            -expected_fall(baseline[a], population_mean=mean, reliability=r) for a in data.arms
        ]
        mark = " (chosen)" if r == chosen else ""
        rows.append(
            (
                f"Regression to the mean, correlation {r:g}{mark}",
                [mt.one(Stat("expected", f, d + 1)) for f in falls],
            )
        )
    if week is not None:
        at = np.array([week])
        rows.append(
            (
                "Placebo curve of Wang 2021 (second-hand)",
                [
                    mt.one(Stat("expected", float(wang_change(baseline[a], at)[0]), d + 1))
                    for a in data.arms
                ],
            )
        )
    return Table(
        "expected",
        f"{data.label} at {visit}: change observed, and changes that references lead to expect",
        ("Change",),
        _arm_columns(data),
        tuple(
            Row((label,), tuple(cells), {"ROW": label, "AVISIT": visit}) for label, cells in rows
        ),
        (
            f"Regression to the mean: (1 - correlation) x (baseline mean - {mean:g}), for patients "
            "who are stable; both inputs are open, and neither is known for this population.",
            "The rows are no parts of a sum, and no row is what the placebo did.",
        ),
    )


def domains_table(
    study: StudyData, data: Endpoint, at_visit: pd.DataFrame, visit: str
) -> Table | None:
    """Return what each domain adds to the change of an ESSDAI, or each item to an ESSPRI."""
    parts = _parts(data.parameter.split(".")[-1])
    if not parts:
        return None
    arm_of = at_visit.set_index(USUBJID)[TRTP].astype(str)
    total = {a: float(at_visit.loc[at_visit[TRTP] == a, CHG].mean()) for a in data.arms}
    rows = []
    for wanted, weight, shown in parts:
        parameter = guess(study, wanted)
        if not parameter:
            continue
        records = parameter_records(study, parameter)
        records = records.loc[(records[AVISIT] == visit) & records[CHG].notna()]
        arm = study.subject_keys(records).map(arm_of)
        cells: list[Cell | None] = []
        means = {}
        for a in data.arms:
            mine = records.loc[arm == a]
            start = weight * float(mine[BASE].mean())
            means[a] = weight * float(mine[CHG].mean())
            share = 100 * means[a] / total[a] if total[a] else float("nan")
            cells += [
                mt.one(Stat("mean", mt.number(start), data.decimals + 2)),
                Cell(
                    (
                        Stat("mean", mt.number(means[a]), data.decimals + 2),
                        Stat("share", mt.number(share), 0),
                    ),
                    "{0} ({1})",
                ),
            ]
        cells += [
            mt.one(
                Stat("difference", mt.number(means[a] - means[data.reference]), data.decimals + 2)
            )
            for a in data.arms
            if a != data.reference
        ]
        label = wanted.label.split(" ", 1)[1].capitalize()
        rows.append(Row((label, shown), tuple(cells), {"DOMAIN": wanted.key}))
    if not rows:
        return None
    columns = []
    for a in data.arms:
        columns.append(Column(f"{a}\nBaseline, points", {"ARM": a}))
        columns.append(Column(f"{a}\nChange, points (% of total)", {"ARM": a}))
    columns += [
        Column(f"{a}\nminus {data.reference}, points", {"ARM": a, "REFERENCE": data.reference})
        for a in data.arms
        if a != data.reference
    ]
    return Table(
        "domains",
        f"{data.label} at {visit}: what each domain or item adds to the mean change",
        ("Part", "Weight"),
        tuple(columns),
        tuple(rows),
        (
            "Points: value of the part times its weight. Means of the subjects with a total at the "
            "visit; they add up to the total where no level is missing.",
        ),
    )


def _parts(code: str) -> list[tuple[Wanted, float, str]]:
    """Return the parts of a score with their weights, empty for a score that has none."""
    if code == "ESSPRI":
        return [(item, 1 / 3, "1/3") for item in ESSPRI_ITEMS]
    if code not in ESSDAI_CODES:
        return []
    weights = {x.key: x.weight if code == "ESSDAI" else x.clinical_weight for x in DOMAINS}
    return [(x, float(weights[x.key]), str(weights[x.key])) for x in LEVELS if weights[x.key]]


def groups_table(data: Endpoint, at_visit: pd.DataFrame, visit: str, level: float) -> Table | None:
    """Return the change within arms by groups of the baseline value."""
    from scipy.stats import t as student

    code = data.parameter.split(".")[-1]
    factor = baseline_factor(data, "activity" if code in ESSDAI_CODES else "thirds")
    group = at_visit[USUBJID].map(factor.level_of)
    rows = []
    for name in factor.levels:
        cells: list[Cell | None] = []
        for arm in data.arms:
            mine = at_visit.loc[(group == name) & (at_visit[TRTP] == arm)]
            change = mine[CHG].to_numpy(dtype=float)
            cells += [who.count_cell(mine[USUBJID]), mt.mean_sd(mine[CHG], data.decimals)]
            if change.size < 2:
                cells.append(None)
                continue
            half = float(student.ppf(0.5 + level / 2, change.size - 1))
            half *= float(change.std(ddof=1)) / change.size**0.5
            limits = (float(change.mean()) - half, float(change.mean()) + half)
            stats = tuple(
                Stat(key, v, data.decimals + 1)
                for key, v in zip(("lower", "upper"), limits, strict=True)
            )
            cells.append(Cell(stats, "({0}, {1})"))
        if any(cell is not None and cell.stats[0].value for cell in cells[::3]):
            rows.append(Row((name,), tuple(cells), {"BASELINE": name, "AVISIT": visit}))
    if len(rows) < 2:
        return None
    return Table(
        "baseline_groups",
        f"{data.label}: change to {visit} within arms by baseline",
        (factor.title,),
        tuple(
            Column(f"{arm}\n{part}", {"ARM": arm})
            for arm in data.arms
            for part in ("n", "Change, mean (SD)", mt.interval_header(level))
        ),
        tuple(rows),
        (
            "Observed values of the visit. Groups of high values fall by regression to the mean "
            "alone. The differences between arms by group, with interaction tests, are those of "
            "Subgroups and baseline.",
        ),
    )


def room_table(
    data: Endpoint, at_visit: pd.DataFrame, threshold: float | None, visit: str
) -> Table:
    """Return how many stand at the floor, at the ceiling, and near the entry threshold."""
    values = at_visit[[BASE, AVAL]].to_numpy(dtype=float)
    scale = _SCALE.search(data.label)
    ends = (float(scale[1]), float(scale[2])) if scale else (np.nanmin(values), np.nanmax(values))
    low, high = float(ends[0]), float(ends[1])
    of = "possible" if scale else "seen"
    rows: list[tuple[str, list[Cell | None]]] = []

    def add(label: str, part: str, low: float, high: float) -> None:
        cells: list[Cell | None] = []
        for arm in data.arms:
            mine = at_visit.loc[at_visit[TRTP] == arm]
            value = mine[part].to_numpy(dtype=float)
            cells.append(_share(mine, (value >= low) & (value <= high)))
        rows.append((label, cells))

    shown = f"{low:g}", f"{high:g}"
    add(f"At the lowest value {of} ({shown[0]}), baseline", BASE, low, low)
    add(f"At the lowest value {of} ({shown[0]}), {visit}", AVAL, low, low)
    add(f"At the highest value {of} ({shown[1]}), baseline", BASE, high, high)
    add(f"At the highest value {of} ({shown[1]}), {visit}", AVAL, high, high)
    if threshold is not None:
        below = float(np.nextafter(threshold, -np.inf))
        add(f"Baseline below the entry threshold ({threshold:g})", BASE, -np.inf, below)
        add(f"Baseline from {threshold:g} to {threshold + 2:g}", BASE, threshold, threshold + 2)
        add(f"Below the entry threshold at {visit}", AVAL, -np.inf, below)
    return Table(
        "room",
        f"{data.label}: room to change, n (%)",
        ("Where",),
        _arm_columns(data),
        tuple(Row((label,), tuple(cells), {"ROW": label}) for label, cells in rows),
        (
            "Of the subjects with a value at the visit. Where entry was judged by other domains "
            "than those of the total, some stand below the threshold.",
        ),
    )


def screening_table(
    data: Endpoint, at_visit: pd.DataFrame, people: pd.DataFrame, column: str, level: float
) -> Table | None:
    """Return the shift from screening to baseline, before anyone was treated."""
    from scipy.special import stdtrit

    if not column or column not in people:
        return None
    first = data.frame.drop_duplicates(USUBJID)
    screening = first[USUBJID].map(people[column]).astype(float)
    known = screening.notna() & first[BASE].notna()
    d = data.decimals
    rows = []
    for arm in (*data.arms, "All arms"):
        mine = known if arm == "All arms" else known & (first[TRTP] == arm)
        before, after = screening[mine], first.loc[mine, BASE].astype(float)
        n = int(mine.sum())
        if n < 3:
            continue
        shift = after - before
        half = float(stdtrit(n - 1, 0.5 + level / 2)) * float(shift.std(ddof=1)) / n**0.5
        correlation = (
            float(np.corrcoef(before, after)[0, 1]) if before.std() and after.std() else None
        )
        rows.append(
            Row(
                (arm,),
                (
                    who.count_cell(first.loc[mine, USUBJID]),
                    mt.mean_sd(before, d),
                    mt.mean_sd(after, d),
                    mt.mean_sd(shift, d),
                    Cell(
                        (
                            Stat("lower", float(shift.mean()) - half, d + 1),
                            Stat("upper", float(shift.mean()) + half, d + 1),
                        ),
                        "({0}, {1})",
                    ),
                    mt.one(Stat("correlation", correlation, 2)),
                ),
                {"ARM": arm},
            )
        )
    if not rows:
        return None
    heads = (
        "n",
        "Screening, mean (SD)",
        "Baseline, mean (SD)",
        "Shift, mean (SD)",
        f"Shift, {mt.interval_header(level)}",
        "Correlation",
    )
    return Table(
        "screening",
        f"{data.label}: from screening ({column}) to baseline",
        ("Arm",),
        tuple(Column(h) for h in heads),
        tuple(rows),
        (
            "A fall before any treatment is what regression to the mean and inflated entry scores "
            "look like. The correlation among those selected is below that of all who were "
            "screened, so it is no unbiased test-retest correlation.",
        ),
    )


def summary(
    data: Endpoint,
    slopes: Mapping[str, Slope],
    values: Mapping[str, object],
    week: float | None,
    visit: str,
) -> str:
    """Say how much the reference arm changed, and what the references lead to expect."""
    one = slopes[data.reference]
    d = data.decimals + 1
    at_visit = data.frame.loc[(data.frame[AVISIT] == visit) & (data.frame[TRTP] == data.reference)]
    baseline = float(np.nanmean(at_visit[BASE]))
    text = (
        f"{data.label} at {visit}, {data.reference}: mean change {formats.fixed(one.mean, d)} from "
        f"a baseline of {formats.fixed(baseline, d)}, {formats.fixed(one.slope, 2)} per point of "
        "baseline."
    )
    if week is not None:
        curve = float(wang_change(baseline, np.array([week]))[0])
        fall = expected_fall(
            baseline,
            population_mean=float(str(values["population_mean"])),
            reliability=float(str(values["reliability"])),
        )
        text += (
            f" For orientation: {formats.fixed(curve, d)} by the placebo curve of Wang 2021; "
            f"{formats.fixed(-fall, d)} by regression to the mean alone if the test-retest "
            f"correlation were {float(str(values['reliability'])):g}."
        )
    return text
