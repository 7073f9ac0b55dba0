"""Tables of the placebo response: change, slopes, expectations, domains, sites, screening."""

from __future__ import annotations

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
    clustering,
    expected_fall,
    wang_change,
)
from sjogren_desktop.analyses.score_parameters import LEVELS, guess
from sjogren_desktop.results import AnalysisError, Cell, Column, Row, Stat, Table
from sjogren_desktop.scoring.essdai import DOMAINS
from sjogren_desktop.study.data import AVAL, AVISIT, BASE, CHG, SITEID, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

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
    """Return what each domain adds to the change of the total, where the total is an ESSDAI."""
    code = data.parameter.split(".")[-1]
    if code not in ("ESSDAI", "CLINESSD", "CLINESSDAI"):
        return None
    weights = {x.key: x.weight if code == "ESSDAI" else x.clinical_weight for x in DOMAINS}
    arm_of = at_visit.set_index(USUBJID)[TRTP].astype(str)
    total = {a: float(at_visit.loc[at_visit[TRTP] == a, CHG].mean()) for a in data.arms}
    rows = []
    for wanted in LEVELS:
        parameter = guess(study, wanted)
        if not parameter or not weights[wanted.key]:
            continue
        records = parameter_records(study, parameter)
        records = records.loc[(records[AVISIT] == visit) & records[CHG].notna()]
        arm = study.subject_keys(records).map(arm_of)
        cells: list[Cell | None] = []
        means = {}
        for a in data.arms:
            mine = records.loc[arm == a]
            start = weights[wanted.key] * float(mine[BASE].mean())
            means[a] = weights[wanted.key] * float(mine[CHG].mean())
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
        label = wanted.label.removeprefix("ESSDAI ").capitalize()
        rows.append(Row((label, str(weights[wanted.key])), tuple(cells), {"DOMAIN": wanted.key}))
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
        f"{data.label} at {visit}: what each domain adds to the mean change",
        ("Domain", "Weight"),
        tuple(columns),
        tuple(rows),
        (
            "Points: level times weight. Means of the subjects with a total at the visit; they add "
            "up to the total where no level is missing.",
        ),
    )


def units_of(at_visit: pd.DataFrame, people: pd.DataFrame, column: str) -> pd.Series | None:
    """Return the site or country of each record, with the study where sites may share numbers."""
    if column not in people:
        return None
    unit = at_visit[USUBJID].map(people[column])
    if column == SITEID and "STUDYID" in people:
        unit = at_visit[USUBJID].map(people["STUDYID"]).astype(str) + " " + unit.astype(str)
    return unit if unit.nunique() > 2 else None


def clusters_table(
    data: Endpoint, at_visit: pd.DataFrame, people: pd.DataFrame, notes: list[str]
) -> Table | None:
    """Return how much the change varies between sites and countries, arm by arm."""
    rows = []
    for what, column in (("Country", "COUNTRY"), ("Site", SITEID)):
        unit = units_of(at_visit, people, column)
        if unit is None:
            notes.append(f"The subject-level data set tells no {what.lower()} ({column}).")
            continue
        for arm in data.arms:
            mine = (at_visit[TRTP] == arm) & unit.notna()
            counted = Stat("n", int(mine.sum()))
            codes = np.unique(unit[mine].astype(str), return_inverse=True)[1]
            try:
                found = clustering(
                    at_visit.loc[mine, CHG].to_numpy(dtype=float),
                    at_visit.loc[mine, BASE].to_numpy(dtype=float),
                    codes.astype(np.int64),
                )
            except AnalysisError as error:
                notes.append(f"{what}, {arm}: {error}")
                continue
            rows.append(
                Row(
                    (what, arm),
                    (
                        mt.one(Stat("n", found.units)),
                        Cell((counted,), subjects=who.named(at_visit.loc[mine, USUBJID])),
                        mt.one(Stat("sd", found.between**0.5, data.decimals + 2)),
                        mt.one(Stat("sd", found.within**0.5, data.decimals + 2)),
                        mt.one(Stat("icc", found.icc, 3)),
                        mt.one(Stat("p_value", found.p_value)),
                    ),
                    {"UNIT": what, "ARM": arm},
                )
            )
    if not rows:
        return None
    heads = ("Units", "Subjects", "SD between units", "SD within units", "Correlation", "p value")
    return Table(
        "clusters",
        f"{data.label}: does the change differ between countries and sites?",
        ("Unit", "Arm"),
        tuple(Column(h) for h in heads),
        tuple(rows),
        (
            "Random intercept of the unit by REML, adjusted for baseline. Correlation: of two "
            "subjects of one unit. p value: likelihood ratio test of no difference between units.",
        ),
    )


def room_table(
    data: Endpoint, at_visit: pd.DataFrame, threshold: float | None, visit: str
) -> Table:
    """Return how many stand at the floor, at the ceiling, and near the entry threshold."""
    values = at_visit[[BASE, AVAL]].to_numpy(dtype=float)
    low, high = float(np.nanmin(values)), float(np.nanmax(values))
    rows: list[tuple[str, list[Cell | None]]] = []

    def add(label: str, part: str, low: float, high: float) -> None:
        cells: list[Cell | None] = []
        for arm in data.arms:
            mine = at_visit.loc[at_visit[TRTP] == arm]
            value = mine[part].to_numpy(dtype=float)
            cells.append(_share(mine, (value >= low) & (value <= high)))
        rows.append((label, cells))

    shown = f"{low:g}", f"{high:g}"
    add(f"At the lowest value seen ({shown[0]}), baseline", BASE, low, low)
    add(f"At the lowest value seen ({shown[0]}), {visit}", AVAL, low, low)
    add(f"At the highest value seen ({shown[1]}), baseline", BASE, high, high)
    add(f"At the highest value seen ({shown[1]}), {visit}", AVAL, high, high)
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
