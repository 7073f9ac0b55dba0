"""Shares of responders adjusted for baseline and strata, beside the stratified ones.

Standardised predictions of the logistic regression (g-computation, Ge 2011):
everybody's chance under each arm, averaged. Formulas G.1 to G.4 in ``logistic.md``.
"""

from __future__ import annotations

from collections.abc import Sequence

from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses.course import Course
from sjogren_desktop.analyses.responder_counts import HANDLING, Line, active_arms
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from sjogren_desktop.study.data import TRTP


def adjusted_table(found: Course, lines: Sequence[Line], level: float) -> tuple[Table, ...]:
    """Return the table of adjusted shares and differences; none where nothing could be fitted."""
    arms, active, reference = found.data.arms, active_arms(found), found.data.reference
    rows = []
    for line in lines:
        risks = line.standardised
        if risks is None:
            continue
        shares = risks.risks.set_index(TRTP)["estimate"]
        differences = risks.differences.set_index("level")
        cells: list[Cell | None] = [
            mt.one(Stat("percent", 100 * float(shares[arm]))) if arm in shares else None
            for arm in arms
        ]
        for arm in active:
            if arm not in differences.index:
                cells += [None, None]
                continue
            names = ("estimate", "lower", "upper", "p_value")
            one = differences.loc[[arm], list(names)].to_numpy(dtype=float)[0].tolist()
            stats = tuple(
                Stat(name, 100 * value, 1) for name, value in zip(names[:3], one[:3], strict=True)
            )
            cells += [
                Cell(stats, "{0} ({1}, {2})"),
                mt.one(Stat("p_value", mt.number(one[3]))),
            ]
        rows.append(
            Row(
                (line.block.rule.label, HANDLING[line.block.handling]),
                tuple(cells),
                {"RULE": line.block.rule.key, "HANDLING": line.block.handling},
            )
        )
    if not rows:
        return ()
    columns = [Column(f"{arm}\n%", {"ARM": arm}) for arm in arms]
    for arm in active:
        key = {"ARM": arm, "REFERENCE": reference}
        head = f"{arm}\nminus {reference}"
        columns += [
            Column(f"{head}\nDifference in % ({mt.interval_header(level)})", key),
            Column(f"{head}\np value", key),
        ]
    return (
        Table(
            "adjusted",
            f"{found.data.label}: responders at {found.visit}, adjusted for baseline and strata",
            ("Response", "Missing values"),
            tuple(columns),
            tuple(rows),
            (
                "What the share of responders would be if everybody had been in the arm, by "
                "logistic regression on arm, baseline and strata (g-computation). Limits by the "
                "delta method; p values two-sided, not adjusted for multiple comparisons.",
            ),
        ),
    )
