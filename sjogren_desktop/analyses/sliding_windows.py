"""The effect in overlapping groups along the baseline value (STEPP), and by region.

STEPP: subjects in order of their baseline value are cut into windows that
overlap; the model is fitted in each (Bonetti and Gelber, Stat Med 2000;
19:2595-2609, sliding window). Unlike a straight line it assumes no shape.
Consistency over regions: the share of the overall effect that each region
keeps (method 1 of the Japanese guidance, Ministry of Health 2007).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.across_studies import Line
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.results import AnalysisError, Cell, Column, Doing, Progress, Row, Stat, Table
from sjogren_desktop.study.data import BASE, USUBJID

KEPT_SHARE = 0.5
"""Share of the overall effect that a region should keep, by the guidance."""


@dataclass(frozen=True)
class Window:
    """A group of neighbours along the baseline, and the effect of each arm in it."""

    low: float
    high: float
    middle: float
    people: tuple[str, ...]
    lines: Mapping[str, Line]


def bounds(n: int, size: int, step: int) -> list[tuple[int, int]]:
    """Return first and last (excluded) place of each window, the last one to the end."""
    if size >= n:
        return [(0, n)]
    starts = list(range(0, n - size, step))
    found = [(s, s + size) for s in starts]
    # A rest smaller than a step goes into the last window instead of a thin one of its own.
    return [*found[:-1], (found[-1][0], n)] if n - found[-1][1] < step else [*found, (n - size, n)]


def windows(
    data: Endpoint,
    values: Mapping[str, object],
    visit: str,
    level: float,
    *,
    size: int,
    step: int,
    notes: list[str],
    progress: Progress,
) -> list[Window]:
    """Return the effects in the windows; one that cannot be fitted is left out and said."""
    start = data.frame.drop_duplicates(USUBJID).set_index(USUBJID)[BASE].dropna()
    # Equal values stand in the order of the subjects, so that a run repeats.
    order = start.sort_values(kind="stable")
    found = []
    cuts = bounds(len(order), size, step)
    for k, (a, b) in enumerate(cuts):
        progress(
            k / len(cuts),
            Doing("Sliding window {number} of {total}", number=k + 1, total=len(cuts)),
        )
        part = order.iloc[a:b]
        own = replace(data, frame=data.frame.loc[data.frame[USUBJID].isin(part.index)])
        low, high = float(part.iloc[0]), float(part.iloc[-1])
        try:
            fitted = across.fit(own, values)
            lines = {
                arm: across.compare(
                    own,
                    fitted,
                    visit=visit,
                    arms=[arm],
                    references=[data.reference],
                    level=level,
                    study=data.study,
                ).line
                for arm in data.arms
                if arm != data.reference
            }
        except AnalysisError as error:
            notes.append(f"Window of baseline {low:g} to {high:g} is left out. {error}")
            continue
        found.append(Window(low, high, float(part.median()), who.named(part.index), lines))
    return found


def windows_table(data: Endpoint, found: Sequence[Window], visit: str, level: float) -> Table:
    """Return the effect in each window."""
    arms = [a for a in data.arms if a != data.reference]
    columns = [Column("n")]
    for arm in arms:
        head, key = f"{arm}\nminus {data.reference}", {"ARM": arm, "REFERENCE": data.reference}
        columns += [
            Column(f"{head}\n{part}", key)
            for part in ("Difference (SE)", mt.interval_header(level))
        ]
    rows = []
    for one in found:
        cells: list[Cell | None] = [who.count_cell(one.people)]
        for arm in arms:
            cells += mt.effect_cells(one.lines[arm], data.decimals)
        rows.append(
            Row(
                (f"{one.low:g} to {one.high:g}",),
                tuple(cells),
                {"AVISIT": visit, "BASE_LOW": one.low, "BASE_HIGH": one.high},
            )
        )
    return Table(
        "stepp",
        f"{data.response_label} at {visit}: difference in overlapping groups of baseline",
        (f"Baseline {data.label}",),
        tuple(columns),
        tuple(rows),
        ("Neighbouring groups share most of their subjects, so their estimates go together.",),
    )


def windows_figure(data: Endpoint, found: Sequence[Window], visit: str, level: float) -> LineFigure:
    """Return the effect over the middle of each window."""
    series = []
    for arm in data.arms:
        if arm == data.reference:
            continue
        lines = [one.lines[arm] for one in found]
        series.append(
            Series(
                arm,
                data.styles[arm],
                tuple(one.middle for one in found),
                tuple(line["estimate"] for line in lines),
                tuple(line["lower"] for line in lines),
                tuple(line["upper"] for line in lines),
                tuple(one.people for one in found),
            )
        )
    return LineFigure(
        "stepp",
        f"{data.response_label} at {visit}: difference in overlapping groups of baseline (STEPP)",
        f"Median baseline {data.label} of the group",
        f"Difference from {data.reference} ({mt.interval_header(level)})",
        tuple(series),
        reference_y=0.0,
        caption=(
            "Each point is a model of its own, in a group that overlaps its neighbours. Bars: "
            f"{mt.interval_header(level)}.",
            "Subjects of the groups, all arms, from left to right: "
            f"{', '.join(str(len(one.people)) for one in found)}.",
        ),
    )


def consistency_table(
    data: Endpoint,
    whole: Mapping[str, Line],
    regions: Mapping[str, Sequence[tuple[str, Line]]],
    title: str,
) -> Table:
    """Return the share of the overall effect in each region, arm by arm."""
    arms = list(regions)
    columns = []
    for arm in arms:
        head, key = f"{arm}\nminus {data.reference}", {"ARM": arm, "REFERENCE": data.reference}
        columns += [
            Column(f"{head}\n{part}", key)
            for part in ("Difference (SE)", "Share of overall %", "Consistent")
        ]
    rows = []
    for i, (name, _) in enumerate(regions[arms[0]]):
        cells: list[Cell | None] = []
        for arm in arms:
            line, overall = regions[arm][i][1], whole[arm]["estimate"]
            share = line["estimate"] / overall if overall else float("nan")
            verdict = "Yes" if share >= KEPT_SHARE else "No"
            cells += [
                mt.effect_cells(line, data.decimals)[0],
                mt.one(Stat("share", mt.number(100 * share), 0)),
                mt.one(Stat("verdict", verdict)),
            ]
        rows.append(Row((name,), tuple(cells), {"REGION": name}))
    return Table(
        "consistency",
        f"Consistency over {title.lower()}",
        (title,),
        tuple(columns),
        tuple(rows),
        (
            f"Consistent: at least {100 * KEPT_SHARE:g}% of the overall effect, in the same "
            "direction. With small regions chance alone often breaks this; read the interaction "
            "test with it.",
        ),
    )
