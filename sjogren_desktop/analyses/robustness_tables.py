"""Tables and figures of a result without each country, site or subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop import formats
from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.figures import ForestFigure, ForestRow, ScatterFigure, Series
from sjogren_desktop.results import Cell, Column, Row, Stat, Table
from sjogren_desktop.study.data import AVISIT, BASE, USUBJID

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from sjogren_desktop.stats.leave_out import Refits
    from sjogren_desktop.stats.mmrm import MMRMResult

SHOWN = 5
"""Units shown at each end of the order of influence."""


@dataclass(frozen=True)
class Units:
    """Countries, sites or subjects, and the result without each of them.

    ``members`` are places among the ``subjects`` (keys) of the model.
    """

    what: str
    names: tuple[str, ...]
    members: tuple[NDArray[np.int64], ...]
    refits: Refits
    subjects: NDArray[np.object_]

    def people(self, i: int) -> tuple[str, ...]:
        """Return the keys of the subjects of one unit."""
        return who.named(self.subjects[self.members[i]])


@dataclass(frozen=True)
class Whole:
    """The result of all subjects for one arm, with how few subjects would turn it.

    ``scatter`` holds differences and p values of bootstrap samples.
    """

    arm: str
    line: across.Line
    again: float
    removed: tuple[int, float, float] | None
    scatter: tuple[NDArray[np.float64], NDArray[np.float64]] | None = None


def ends(p: NDArray[np.float64]) -> list[int]:
    """Return the places of the smallest and largest p values, in order."""
    order = [int(i) for i in np.argsort(p, kind="stable") if np.isfinite(p[i])]
    return order if len(order) <= 2 * SHOWN else [*order[:SHOWN], *order[-SHOWN:]]


def _numbers(refits: Refits, i: int, k: int) -> dict[str, float | None]:
    names = ("estimate", "std_error", "df", "p_value")
    return {n: mt.number(getattr(refits, n)[i, k]) for n in names}


def _crossing(units: Units, k: int, p: float, alpha: float) -> int:
    """Count the units without each of which the decision is another."""
    without = units.refits.p_value[:, k]
    return int(np.sum(np.isfinite(without) & ((without <= alpha) != (p <= alpha))))


def closeness_table(
    data: Endpoint,
    whole: Sequence[Whole],
    units: Sequence[Units],
    alpha: float,
    level: float,
    visit: str,
) -> Table:
    """Return how close each comparison is to the level."""
    rows: list[tuple[str, list[Cell | None]]] = []
    d = data.decimals
    rows.append(
        ("Difference", [mt.one(Stat("estimate", w.line["estimate"], d + 2)) for w in whole])
    )
    rows.append(("p value", [mt.one(Stat("p_value", w.line["p_value"])) for w in whole]))
    for one in units:
        finite = [one.refits.p_value[:, k] for k in range(len(whole))]
        label = f"p value without any one {one.what.lower()}, range"
        rows.append(
            (
                label,
                [
                    Cell(
                        (
                            Stat("p_value", mt.number(np.nanmin(p))),
                            Stat("p_value", mt.number(np.nanmax(p))),
                        ),
                        "{0} to {1}",
                    )
                    for p in finite
                ],
            )
        )
        rows.append(
            (
                f"{_plural(one.what)} without which the decision is another, of {len(one.names)}",
                [
                    mt.one(Stat("count", _crossing(one, k, w.line["p_value"], alpha)))
                    for k, w in enumerate(whole)
                ],
            )
        )
    rows.append(
        (
            "Fewest subjects that turn the decision",
            [mt.one(Stat("count", w.removed[0] if w.removed else None)) for w in whole],
        )
    )
    rows.append(
        (
            "Difference without them",
            [mt.one(Stat("estimate", w.removed[1], d + 2)) if w.removed else None for w in whole],
        )
    )
    rows.append(
        (
            "Chance that the same trial again is significant (%)",
            [mt.one(Stat("percent", 100 * w.again)) for w in whole],
        )
    )
    drawn = [w.scatter for w in whole if w.scatter is not None]
    rows += _bootstrap_rows(drawn, alpha, level, d)
    return Table(
        "closeness",
        f"{data.response_label} at {visit}: how close to {formats.fixed(alpha, 3)}",
        ("Measure",),
        tuple(Column(f"{w.arm}\nminus {data.reference}", {"ARM": w.arm}) for w in whole),
        tuple(Row((label,), tuple(cells), {"MEASURE": label}) for label, cells in rows),
        (
            "Fewest subjects: left out together, the most influential first (not searched over all "
            "sets, so fewer may do); NE where a quarter of them is not enough.",
            "Chance: if the true difference and the precision were those observed. It is near 50% "
            "wherever p is near the level, in any trial.",
            *(
                (
                    f"Bootstrap: {len(drawn[0][1])} times as many subjects of each arm (and study) "
                    "drawn with replacement. It shows how p scatters, and is no test.",
                )
                if drawn
                else ()
            ),
        ),
    )


def _bootstrap_rows(
    drawn: Sequence[tuple[NDArray[np.float64], NDArray[np.float64]]],
    alpha: float,
    level: float,
    d: int,
) -> list[tuple[str, list[Cell | None]]]:
    """Return how difference and p value scatter over bootstrap samples."""
    if not drawn:
        return []
    tail = 50 * (1 - level)

    def cell(values: NDArray[np.float64], at: tuple[float, ...], pattern: str, name: str) -> Cell:
        known = values[np.isfinite(values)]
        found = [float(np.percentile(known, q)) if known.size else None for q in at]
        stat = [Stat(name, v) if name == "p_value" else Stat(name, v, d + 1) for v in found]
        return Cell(tuple(stat), pattern)

    share = [
        mt.one(
            Stat("percent", mt.number(100 * np.nanmean(np.where(np.isnan(p), np.nan, p <= alpha))))
        )
        for _, p in drawn
    ]
    return [
        ("Bootstrap: samples with p at most the level (%)", list(share)),
        (
            "Bootstrap: p value, median (quartiles)",
            [cell(p, (50, 25, 75), "{0} ({1}, {2})", "p_value") for _, p in drawn],
        ),
        (
            f"Bootstrap: difference, {100 * level:g}% percentile interval",
            [cell(e, (tail, 100 - tail), "({0}, {1})", "limit") for e, _ in drawn],
        ),
    ]


def _plural(what: str) -> str:
    return "Countries" if what == "Country" else f"{what}s"


def _interval(one: Mapping[str, float | None], level: float) -> tuple[float | None, float | None]:
    from scipy.special import stdtrit

    estimate, error, df = one["estimate"], one["std_error"], one["df"]
    if estimate is None or error is None or df is None:
        return None, None
    half = float(stdtrit(df, 0.5 + level / 2)) * error
    return estimate - half, estimate + half


def country_table(
    data: Endpoint, countries: Units, active: Sequence[str], level: float, visit: str
) -> Table:
    d = data.decimals
    columns = [Column("Subjects")]
    for arm in active:
        head, key = f"{arm}\nminus {data.reference}", {"ARM": arm, "REFERENCE": data.reference}
        for part in ("Difference (SE)", mt.interval_header(level), "p value"):
            columns.append(Column(f"{head}\n{part}", key))
    rows = []
    for i, name in enumerate(countries.names):
        cells: list[Cell | None] = [who.count_cell(countries.people(i), "subjects")]
        for k in range(len(active)):
            one = _numbers(countries.refits, i, k)
            low, high = _interval(one, level)
            cells += [
                *mt.effect_cells({**one, "lower": low, "upper": high}, d),
                mt.one(Stat("p_value", one["p_value"])),
            ]
        rows.append(Row((name,), tuple(cells), {"COUNTRY": name, "AVISIT": visit}))
    return Table(
        "countries",
        f"{data.response_label} at {visit}: differences without each country",
        ("Without",),
        tuple(columns),
        tuple(rows),
        ("Subjects: of the country, in the model.",),
    )


def extremes_table(
    data: Endpoint,
    units: Sequence[Units],
    k: int,
    arm: str,
    people: pd.DataFrame,
    fitted: MMRMResult,
    visit: str,
) -> Table:
    """Return the sites and subjects without which p is smallest and largest."""
    at_visit = data.frame.loc[data.frame[AVISIT] == visit].set_index(USUBJID)
    rows = []
    for one in units:
        if one.what == "Country":
            continue
        for i in ends(one.refits.p_value[:, k]):
            numbers = _numbers(one.refits, i, k)
            subject = str(fitted.subjects[one.members[i][0]]) if one.what == "Subject" else ""
            seen = at_visit.loc[subject] if subject in at_visit.index else None
            own = [None, None] if seen is None else [seen.get(BASE), seen[data.response]]
            rows.append(
                Row(
                    (one.what, one.names[i], str(people.loc[subject, who.ARM]) if subject else ""),
                    (
                        who.count_cell(one.people(i), "subjects"),
                        *(
                            None
                            if v is None
                            else mt.one(Stat("value", mt.number(v), data.decimals))
                            for v in own
                        ),
                        mt.one(Stat("estimate", numbers["estimate"], data.decimals + 2)),
                        mt.one(Stat("p_value", numbers["p_value"])),
                    ),
                    {"UNIT": one.what, "NAME": one.names[i], "ARM": arm},
                )
            )
    return Table(
        f"influence_{data.styles[arm]}",
        f"{arm} minus {data.reference} at {visit}: most influential sites and subjects",
        ("Unit", "Left out", "Arm of the subject"),
        tuple(
            Column(head)
            for head in ("Subjects", "Baseline", data.response, "Difference\nwithout", "p without")
        ),
        tuple(rows),
        (
            f"Up to {SHOWN} units with the smallest and {SHOWN} with the largest p value, in that "
            f"order. Baseline and {data.response}: of the subject, at the visit; empty where it "
            "has no value there.",
        ),
    )


def countries_forest(
    data: Endpoint, countries: Units, whole: Whole, k: int, level: float, visit: str
) -> ForestFigure:
    style = data.styles[whole.arm]
    rows = [
        ForestRow(
            "All countries",
            whole.line["estimate"],
            whole.line["lower"],
            whole.line["upper"],
            _text(whole.line["estimate"], whole.line["p_value"], data.decimals),
            style,
        )
    ]
    for i, name in enumerate(countries.names):
        one = _numbers(countries.refits, i, k)
        low, high = _interval(one, level)
        text = _text(one["estimate"], one["p_value"], data.decimals)
        label = f"Without {name} ({len(countries.members[i])})"
        people = countries.people(i)
        rows.append(ForestRow(label, one["estimate"], low, high, text, style, people))
    return ForestFigure(
        f"countries_{style}",
        f"{data.response_label} at {visit}: {whole.arm} without each country",
        f"Difference from {data.reference} ({mt.interval_header(level)})",
        tuple(rows),
        caption=("In brackets: subjects of the country, left out.",),
    )


def _text(estimate: float | None, p: float | None, decimals: int) -> str:
    if estimate is None or p is None:
        return formats.NOT_ESTIMABLE
    shown = formats.p_value(p)
    return (
        f"{formats.fixed(estimate, decimals + 1)}, p {shown if shown[0] in '<>' else f'= {shown}'}"
    )


def units_scatter(
    data: Endpoint, units: Sequence[Units], whole: Whole, k: int, alpha: float, visit: str
) -> ScatterFigure:
    """Return one symbol a unit: difference and p value without it."""
    series, names = [], []
    for place, one in enumerate(units):
        known = np.flatnonzero(np.isfinite(one.refits.p_value[:, k]))
        series.append(
            Series(
                f"Without one {one.what.lower()}",
                place,
                tuple(float(one.refits.estimate[i, k]) for i in known),
                tuple(float(one.refits.p_value[i, k]) for i in known),
                subjects=tuple(one.people(int(i)) for i in known),
            )
        )
        names.append(tuple(one.names[i] for i in known))
    return ScatterFigure(
        f"influence_{data.styles[whole.arm]}",
        f"{data.response_label} at {visit}: {whole.arm} without each unit",
        f"Difference from {data.reference} without the unit",
        "p value without the unit",
        tuple(series),
        tuple(names),
        reference_x=(whole.line["estimate"],),
        reference_y=(alpha,),
        caption=(
            "Lines: the difference of all subjects, and the level. Each symbol is the result "
            "without one country, site or subject.",
        ),
    )


def summary(
    data: Endpoint, whole: Sequence[Whole], units: Sequence[Units], alpha: float, visit: str
) -> str:
    sentences = []
    for k, one in enumerate(whole):
        p = formats.p_value(one.line["p_value"])
        crossing = ", ".join(
            f"{_crossing(u, k, one.line['p_value'], alpha)} of {len(u.names)} "
            f"{_plural(u.what).lower()}"
            for u in units
        )
        fewest = (
            "one subject is enough"
            if one.removed and one.removed[0] == 1
            else f"it takes {one.removed[0]} subjects left out together"
            if one.removed
            else "a quarter of the subjects left out together does not turn it"
        )
        sentences.append(
            f"{one.arm} minus {data.reference} (p {p if p[0] in '<>' else f'= {p}'}): leaving out "
            f"one turns the decision at {formats.fixed(alpha, 2)} for {crossing}; {fewest}."
        )
    return f"{data.response_label} at {visit}. " + " ".join(sentences)
