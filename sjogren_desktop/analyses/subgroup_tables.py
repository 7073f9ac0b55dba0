"""Effects in subgroups, and the tables and figures that show them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import expm1, isfinite, log1p

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses.across_studies import Line
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.figures import ForestFigure, ForestRow, LineFigure, Series
from sjogren_desktop.results import Cell, Column, Row, Stat, Table

POINTS = 25
"""Baseline values at which the line is drawn."""


@dataclass(frozen=True)
class Level:
    """The effect of one arm in one subgroup.

    ``people`` are the keys of those with a value at the visit, on the arm and on the reference.
    """

    name: str
    people: tuple[tuple[str, ...], tuple[str, ...]]
    line: Line


@dataclass(frozen=True)
class Found:
    """One factor: the effect of each arm by level, and whether the levels differ."""

    variable: str
    title: str
    levels: Mapping[str, tuple[Level, ...]]
    p_value: Mapping[str, float]


@dataclass(frozen=True)
class Trend:
    """The effect of one arm along the baseline value."""

    baselines: tuple[float, ...]
    lines: tuple[Line, ...]
    slope: Line


def _cells(level: Level, decimals: int) -> tuple[Cell, Cell, Cell]:
    return (
        Cell(
            tuple(Stat("n", len(side)) for side in level.people),
            "{0} / {1}",
            level.people[0] + level.people[1],
        ),
        *mt.effect_cells(level.line, decimals),
    )


def subgroups_table(
    data: Endpoint,
    whole: Mapping[str, Level],
    found: Sequence[Found],
    visit: str,
    level: float,
) -> Table:
    """Return the effect of every arm in all subjects and by subgroup, with its interaction test."""
    columns: list[Column] = []
    for arm in whole:
        head, key = f"{arm}\nminus {data.reference}", {"ARM": arm, "REFERENCE": data.reference}
        for part in ("n / n reference", "Difference (SE)", mt.interval_header(level)):
            columns.append(Column(f"{head}\n{part}", key))
        columns.append(Column(f"{head}\nInteraction p", key))
    rows = [
        Row(
            ("All subjects",),
            tuple(c for one in whole.values() for c in (*_cells(one, data.decimals), None)),
            {"SUBGROUP": "All", "AVISIT": visit},
        )
    ]
    for one in found:
        cells: list[Cell | None] = []
        for arm in whole:
            cells += [None, None, None, mt.one(Stat("p_value", mt.number(one.p_value[arm])))]
        rows.append(Row((one.title,), tuple(cells), {"SUBGROUP": one.title, "AVISIT": visit}))
        for i, first in enumerate(next(iter(one.levels.values()))):
            cells = []
            for arm in whole:
                cells += [*_cells(one.levels[arm][i], data.decimals), None]
            key = {"SUBGROUP": one.title, "LEVEL": first.name, "AVISIT": visit}
            rows.append(Row((first.name,), tuple(cells), key, indent=1))
    return Table(
        "subgroups",
        f"{data.response_label} at {visit}: differences by subgroup",
        ("Subgroup",),
        tuple(columns),
        tuple(rows),
        (
            "n: subjects with a value at the visit. Interaction p: F test that the difference is "
            "the same in all subgroups of the factor. No p value is given within a subgroup, since "
            "none of them was made large enough to show an effect alone.",
        ),
    )


def trend_table(data: Endpoint, trends: Mapping[str, Trend], visit: str, level: float) -> Table:
    """Return the slope of the effect and its values at three baseline values."""
    rows = []
    for arm, trend in trends.items():
        slope = {k: mt.number(v) for k, v in trend.slope.items()}
        shown = [
            ("Change of the difference per point of baseline", slope, 3),
            *(
                (
                    "Difference at baseline "
                    f"{formats.fixed(trend.baselines[i], data.decimals + 1)}",
                    {k: mt.number(v) for k, v in trend.lines[i].items()},
                    1,
                )
                for i in (0, POINTS // 2, POINTS - 1)
            ),
        ]
        for label, line, more in shown:
            d = data.decimals + more
            rows.append(
                Row(
                    (arm, label),
                    (
                        mt.one(Stat("estimate", line["estimate"], d)),
                        Cell(
                            (Stat("lower", line["lower"], d), Stat("upper", line["upper"], d)),
                            "({0}, {1})",
                        ),
                        mt.one(Stat("p_value", line["p_value"])) if line is slope else None,
                    ),
                    {"ARM": arm, "ROW": label, "AVISIT": visit},
                )
            )
    return Table(
        "baseline_trend",
        f"{data.response_label} at {visit}: difference along the baseline value",
        ("Arm", "Quantity"),
        (Column("Estimate"), Column(mt.interval_header(level)), Column("Interaction p")),
        tuple(rows),
        ("A straight line in the baseline value, shown from its 5th to its 95th percentile.",),
    )


def forest_figure(
    data: Endpoint,
    whole: Mapping[str, Level],
    found: Sequence[Found],
    arm: str,
    visit: str,
    level: float,
) -> ForestFigure:
    """Return the effect of one arm in all subjects and in every subgroup."""
    style = data.styles[arm]

    def row(label: str, one: Level) -> ForestRow:
        _, difference, interval = _cells(one, data.decimals)
        text = f"{formats.stat(difference.stats[0])} {formats.cell(interval)}"
        values = (mt.number(one.line[k]) for k in ("estimate", "lower", "upper"))
        estimate, lower, upper = values
        active, reference = one.people
        counted = f"{label} ({len(active)}/{len(reference)})"
        return ForestRow(counted, estimate, lower, upper, text, style, active + reference)

    rows = [row("All subjects", whole[arm])]
    for one in found:
        p = formats.p_value(one.p_value[arm])
        shown = f"interaction p {p if p[0] in '<>' else f'= {p}'}"
        rows.append(ForestRow(one.title, None, None, None, shown, style))
        rows += [row(f"  {x.name}", x) for x in one.levels[arm]]
    return ForestFigure(
        f"subgroups_{style}",
        f"{data.response_label} at {visit}: {arm} by subgroup",
        f"Difference from {data.reference} ({mt.interval_header(level)})",
        tuple(rows),
        caption=(
            f"Points: differences of LS means. Bars: {mt.interval_header(level)}. In brackets: "
            f"subjects with a value at the visit, {arm} / {data.reference}.",
        ),
    )


def trend_figure(
    data: Endpoint, trends: Mapping[str, Trend], visit: str, level: float
) -> LineFigure:
    """Return the effect of every arm along the baseline value."""
    series = tuple(
        Series(
            arm,
            data.styles[arm],
            trend.baselines,
            tuple(line["estimate"] for line in trend.lines),
            tuple(line["lower"] for line in trend.lines),
            tuple(line["upper"] for line in trend.lines),
            curve=True,
        )
        for arm, trend in trends.items()
    )
    return LineFigure(
        "baseline_trend",
        f"{data.response_label} at {visit}: difference along the baseline value",
        f"Baseline {data.label}",
        f"Difference from {data.reference}",
        series,
        reference_y=0.0,
        caption=(
            f"Band: {mt.interval_header(level)}, at each baseline value by itself.",
            mt.counts_sentence(data, visit),
        ),
    )


def chance_of_smallest(p: float, tests: int) -> float:
    """Return how often the smallest of so many independent p values is at most this one (SG.8).

    Parameters
    ----------
    p : float
        The smallest p value found, from 0 to 1.
    tests : int
        How many tests it is the smallest of.

    Returns
    -------
    float
        Probability without any true interaction, ``1 - (1 - p) ** tests`` (Sidak, J Am Stat
        Assoc 1967;62:626-633), without loss of digits where p is small.
    """
    return 1.0 if p >= 1 else -expm1(tests * log1p(-p))


def summary(data: Endpoint, found: Sequence[Found], trends: Mapping[str, Trend], visit: str) -> str:
    """Say which interaction is the strongest, and how the effect goes with the baseline."""
    sentences = []
    tests = [(p, arm, f) for f in found for arm, p in f.p_value.items() if isfinite(p)]
    if tests:
        p, arm, factor = min(tests, key=lambda t: t[0])
        text = formats.p_value(p)
        shown = text if text[0] in "<>" else f"= {text}"
        sentences.append(
            f"Smallest interaction p of {len(tests)}: {factor.title}, {arm} (p {shown})."
        )
        if len(tests) > 1:
            share = formats.percent(100 * chance_of_smallest(p, len(tests)))
            sentences.append(
                f"Chance alone gives one as small among {len(tests)} independent tests in "
                f"{share}% of trials without any interaction (these tests share patients and are "
                "not quite independent)."
            )
    for arm, trend in trends.items():
        text = formats.p_value(trend.slope["p_value"])
        shown = text if text[0] in "<>" else f"= {text}"
        slope = formats.fixed(trend.slope["estimate"], data.decimals + 2)
        sentences.append(
            f"{arm}: the difference changes by {slope} per point of baseline (p {shown})."
        )
    return f"{data.response_label} at {visit}. " + " ".join(sentences)
