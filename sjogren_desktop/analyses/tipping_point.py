"""Tipping point: how much worse must missing values be before the result is lost?

Every missing value at the visit is imputed under missing at random, and then
shifted by one number in the active arm and another in the reference arm. The map
shows the p value for every pair of shifts, the line where significance is lost,
and the shifts thought plausible. The shifts are exact (formulas RI.25 to RI.27), not
interpolated; ``tests/stats/test_imputation_tipping.py`` compares with R's rbmi.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import events_between as between
from sjogren_desktop.analyses import imputation_options as by
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.course import Course, course, trial_of
from sjogren_desktop.analyses.spec import Analysis, Choice, Item, Number, Option
from sjogren_desktop.figures import MapFigure
from sjogren_desktop.results import AnalysisError, Cell, Progress, Result, Row, Stat, Table
from sjogren_desktop.study.data import AVISIT, StudyData

if TYPE_CHECKING:
    from sjogren_desktop.stats.imputation.tipping import TippingMap

_BANDS = (0.001, 0.01, 0.05, 0.1, 0.5)
_FINE = 120
"""Half the number of points at which the tipping point is looked for."""
_STARTS = {"MAR": "Missing at random", "JR": "Jump to reference", "CIR": "Copy increments"}


def _first_active(study: StudyData, values: Mapping[str, object]) -> str:
    items = who.active_items(study, values)
    if not items:
        raise AnalysisError(
            "A comparison needs at least two treatment arms. Tick a second arm under Treatment "
            "arms."
        )
    return items[0].value


def _start_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in _STARTS.items())


def _missing_at_random(study: StudyData, values: Mapping[str, object]) -> str:
    return "MAR"


def _method_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(k, v) for k, v in by.METHODS.items() if k != "bmlmi")


def _bayes(study: StudyData, values: Mapping[str, object]) -> str:
    return "bayes"


OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    Choice(
        "active",
        "Arm compared",
        "The arm whose difference from the reference arm is put to the test.",
        who.active_items,
        _first_active,
    ),
    offered.VISIT,
    offered.BASELINE,
    Number(
        "largest",
        "Largest shift",
        "The map goes from minus to plus this number of points in both arms; 0 takes twice the "
        "standard deviation of the response.",
        0,
        0,
        1000,
        decimals=1,
    ),
    Number("steps", "Steps in each direction", "Shifts in each arm; an odd number.", 21, 5, 81),
    Number(
        "plausible",
        "Plausible shift",
        "Shifts up to this size in either arm are framed as plausible. Three points are the "
        "smallest important improvement of the ESSDAI (Seror 2016).",
        3,
        0,
        1000,
        decimals=1,
    ),
    Choice(
        "start",
        "Start from",
        "What missing values are imputed under before they are shifted.",
        _start_items,
        _missing_at_random,
        advanced=True,
    ),
    Choice("method", by.METHOD.label, by.METHOD.help, _method_items, _bayes, advanced=True),
    by.IMPUTATIONS,
    *between.EVENT_OPTIONS,
    offered.COVARIATES,
    offered.RECORDS,
    offered.TIMEPOINT,
    by.BY_ARM,
    by.SEED,
    mt.WEIGHTS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Compute the map of shifts."""
    from sjogren_desktop.stats import imputation as im
    from sjogren_desktop.stats.imputation.tipping import tipping_map

    progress(0.05, "Selecting records")
    found = course(study, values)
    level = float(str(values["level"])) / 100
    start = str(values["start"])
    trial = trial_of(found, strategy=start, covariance_by_arm=bool(values["covariance_by_arm"]))
    draws = by.draw(trial, values, progress)
    imputed = im.impute(
        trial,
        draws,
        seed=by.whole(values, "seed") + 1,
        visits=[found.visit],
        progress=by.within(progress, 0.7, 0.9, "Imputing"),
    )
    shifts = _shifts(found, values)
    progress(0.9, "Computing the map")
    active = str(values["active"])
    at = partial(
        tipping_map,
        imputed,
        found.analysis_formula,
        found.visit,
        active=active,
        weights=mt.weights_of(values),
        level=level,
    )
    result = at(active_delta=shifts, reference_delta=shifts)
    progress(0.95, "Looking for the tipping point")
    # The tipping point itself is looked for between the points of the map.
    largest = shifts[-1]
    fine = [largest * (i - _FINE) / _FINE for i in range(2 * _FINE + 1)]
    dense = at(active_delta=fine, reference_delta=fine)
    alpha = 1 - level
    plausible = float(str(values["plausible"]))
    middle = len(shifts) // 2
    worst = plausible if result.estimate[middle, middle] < 0 else -plausible
    named = at(active_delta=[0.0, worst], reference_delta=[0.0, worst, -worst])
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {found.visit}",
        study=found.data.study,
        population=found.data.population,
        summary=_summary(found, active, dense, alpha, plausible),
        tables=(
            _points_table(found, active, named, dense, alpha),
            _map_table(found, active, result),
        ),
        figures=(_figure(found, active, result, alpha, plausible),),
        notes=(*found.notes, *draws.messages),
        method=(
            ("Analysis", f"ANCOVA at {found.visit}: {found.analysis_formula}"),
            ("Imputed under", f"{_STARTS[start]}, then shifted"),
            *draws.method_card,
            ("Values shifted", "Every imputed value at the visit, by one number an arm"),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


def _shifts(found: Course, values: Mapping[str, object]) -> list[float]:
    """Return evenly spaced shifts that go through zero."""
    largest, steps = float(str(values["largest"])), by.whole(values, "steps")
    if largest == 0:
        at_visit = found.frame.loc[found.frame[AVISIT] == found.visit, found.data.response]
        spread = 2 * float(at_visit.std(ddof=1))
        # A round number a step.
        half = steps // 2
        unit = 10.0 ** (len(str(int(spread / half))) - 2) if spread >= half else 0.1
        largest = max(round(spread / half / unit) * unit, unit) * half
    half = steps // 2
    return [round(largest * (i - half) / half, 10) for i in range(2 * half + 1)]


def tipping_shift(result: TippingMap, alpha: float, *, both: bool = False) -> float | None:
    """Return the smallest unfavourable shift at which p reaches alpha, by interpolation.

    Only the active arm is shifted (or both arms, with ``both``), against the sign
    of the difference. None where significance is not there to lose, or not lost
    within the map.
    """
    middle = len(result.reference_delta) // 2
    start = result.estimate[middle, middle]
    direction = 1 if start < 0 else -1
    places = range(middle, len(result.active_delta)) if direction > 0 else range(middle, -1, -1)
    line = [
        (float(result.active_delta[i]), float(result.p_value[i, i if both else middle]))
        for i in places
    ]
    if line[0][1] >= alpha:
        return None
    for (x0, p0), (x1, p1) in pairwise(line):
        if p1 >= alpha:
            return x0 + (x1 - x0) * (alpha - p0) / (p1 - p0)
    return None


def _points_table(
    found: Course, active: str, named: TippingMap, dense: TippingMap, alpha: float
) -> Table:
    """Return what holds at the points of the plane a reader asks for."""
    reference = found.data.reference
    points = (
        ("No shift", 0, 0),
        (f"Only {active} worse by the plausible shift", 1, 0),
        ("Both arms worse by the plausible shift", 1, 1),
        (f"{active} worse and {reference} better by the plausible shift", 1, 2),
    )
    rows = [
        Row((label,), _point_cells(found, named, (i, j)), {"POINT": label})
        for label, i, j in points
    ]
    for label, both in (
        (f"Tipping point: only {active} shifted", False),
        ("Tipping point: both arms shifted alike", True),
    ):
        shift = tipping_shift(dense, alpha, both=both)
        cells: tuple[Cell | None, ...] = (None,) * 5
        if shift is not None:
            own, other = Stat("delta", shift), Stat("delta", shift if both else 0.0)
            cells = (mt.one(own), mt.one(other), None, None, mt.one(Stat("p_value", alpha)))
        rows.append(Row((label,), cells, {"POINT": label}))
    return Table(
        "points",
        f"{found.data.response_label} at {found.visit}: difference at chosen shifts",
        ("Point",),
        (
            mt.plain_column(f"Shift in\n{active}", SHIFT="active"),
            mt.plain_column(f"Shift in\n{reference}", SHIFT="reference"),
            mt.plain_column("Difference (SE)", ARM=active),
            mt.plain_column(mt.interval_header(1 - alpha), ARM=active),
            mt.plain_column("p value", ARM=active),
        ),
        tuple(rows),
        (
            "Shifts are added to every imputed value at the visit.",
            f"Tipping point: smallest unfavourable shift at which p reaches {alpha:g}; empty "
            "where significance is not lost within the map, or was not there.",
        ),
    )


def _point_cells(found: Course, at: TippingMap, place: tuple[int, int]) -> tuple[Cell, ...]:
    """Return shifts, difference, interval and p of one point."""
    decimals = found.data.decimals
    return (
        mt.one(Stat("delta", float(at.active_delta[place[0]]))),
        mt.one(Stat("delta", float(at.reference_delta[place[1]]))),
        Cell(
            (
                Stat("estimate", float(at.estimate[place]), decimals + 1),
                Stat("std_error", float(at.std_error[place]), decimals + 2),
            ),
            "{0} ({1})",
        ),
        Cell(
            (
                Stat("lower", float(at.lower[place]), decimals + 1),
                Stat("upper", float(at.upper[place]), decimals + 1),
            ),
            "({0}, {1})",
        ),
        mt.one(Stat("p_value", float(at.p_value[place]))),
    )


def _map_table(found: Course, active: str, result: TippingMap) -> Table:
    columns = tuple(
        mt.plain_column(f"{found.data.reference}\n{formats.fixed(b, 2)}", REFERENCE_SHIFT=float(b))
        for b in result.reference_delta
    )
    rows = tuple(
        Row(
            (formats.fixed(float(a), 2),),
            tuple(
                Cell(
                    (
                        Stat("estimate", float(result.estimate[i, j]), found.data.decimals + 1),
                        Stat("p_value", float(result.p_value[i, j])),
                    ),
                    "{0} ({1})",
                )
                for j in range(len(columns))
            ),
            {"ACTIVE_SHIFT": float(a)},
        )
        for i, a in enumerate(result.active_delta)
    )
    return Table(
        "map",
        f"{found.data.response_label} at {found.visit}: difference (p value) by shift",
        (f"Shift in {active}",),
        columns,
        rows,
        (f"Rows: shift in {active}; columns: shift in {found.data.reference}.",),
    )


def _figure(
    found: Course, active: str, result: TippingMap, alpha: float, plausible: float
) -> MapFigure:
    x = tuple(float(v) for v in result.active_delta)
    y = tuple(float(v) for v in result.reference_delta)
    values = _directed(result)
    shown = ", ".join(f"{b:g}" for b in _BANDS)
    frame = (-plausible, plausible, -plausible, plausible) if plausible else None
    return MapFigure(
        "tipping",
        f"{found.data.response_label} at {found.visit}: tipping point",
        f"Shift of imputed values, {active}",
        f"Shift of imputed values, {found.data.reference}",
        "p value (1 where the difference has turned)",
        x=x,
        y=y,
        values=values,
        bands=_BANDS,
        contour=contour_lines(x, y, values, alpha),
        region=frame,
        texts=_texts(found, result, plausible),
        caption=(
            f"Shades from dark to light: p below {shown}, and above; none where the difference has "
            "the other sign.",
            f"Line: p = {alpha:g}. Frame: shifts of up to {plausible:g} points.",
        ),
    )


def _texts(found: Course, result: TippingMap, plausible: float) -> tuple[tuple[str, ...], ...]:
    """Return what each pair of shifts gives: difference, interval, p, and whether plausible."""

    def text(i: int, j: int) -> str:
        cells = _point_cells(found, result, (i, j))
        p = formats.cell(cells[4])
        shifts = (abs(float(result.active_delta[i])), abs(float(result.reference_delta[j])))
        lines = [
            f"Difference (SE): {formats.cell(cells[2])}",
            f"Interval: {formats.cell(cells[3])}",
            f"p value: {p}",
        ]
        if plausible and max(shifts) <= plausible + 1e-9:
            lines.append("Within the plausible shifts")
        return "\n".join(lines)

    steps = range(len(result.active_delta)), range(len(result.reference_delta))
    return tuple(tuple(text(i, j) for j in steps[1]) for i in steps[0])


def _directed(result: TippingMap) -> tuple[tuple[float, ...], ...]:
    """Return p values, 1 where the difference has another sign than without a shift.

    A difference that has turned and is significant again is no result kept.
    """
    import numpy as np

    middle = len(result.active_delta) // 2
    same = np.sign(result.estimate) == np.sign(result.estimate[middle, middle])
    directed = np.where(same, result.p_value, 1.0)
    return tuple(tuple(float(p) for p in line) for line in directed)


Point = tuple[float, float]


def contour_lines(
    x: tuple[float, ...], y: tuple[float, ...], values: tuple[tuple[float, ...], ...], level: float
) -> tuple[tuple[Point, Point], ...]:
    """Return pieces of the line where values cross a level (marching triangles).

    Each cell of the grid is divided into two triangles, in which the line is
    straight between the crossings of its sides.
    """
    pieces = []
    for i in range(len(x) - 1):
        for j in range(len(y) - 1):
            corner = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)]
            for places in ((corner[0], corner[1], corner[2]), (corner[0], corner[2], corner[3])):
                crossings = []
                for (a, b), (c, d) in zip(places, (*places[1:], places[0]), strict=True):
                    v, w = values[a][b], values[c][d]
                    if (v < level) != (w < level):
                        share = (level - v) / (w - v)
                        crossings.append(
                            (x[a] + share * (x[c] - x[a]), y[b] + share * (y[d] - y[b]))
                        )
                if len(crossings) == 2:
                    pieces.append((crossings[0], crossings[1]))
    return tuple(pieces)


def _summary(found: Course, active: str, result: TippingMap, alpha: float, plausible: float) -> str:
    middle = len(result.active_delta) // 2
    p = float(result.p_value[middle, middle])
    start = (
        f"{found.data.response_label} at {found.visit}, {active} minus {found.data.reference}: "
        f"difference {formats.fixed(float(result.estimate[middle, middle]), 2)} without a shift "
        f"(p {'' if formats.p_value(p)[0] in '<>' else '= '}{formats.p_value(p)})."
    )
    if p >= alpha:
        return f"{start} It is not significant without a shift, so there is nothing to tip."
    shift = tipping_shift(result, alpha)
    if shift is None:
        worst = max(abs(float(v)) for v in result.active_delta)
        return (
            f"{start} It stays significant even if missing values of {active} are {worst:g} "
            "points worse."
        )
    within = "within" if abs(shift) <= plausible else "beyond"
    return (
        f"{start} Significance is lost if missing values of {active} are "
        f"{formats.fixed(abs(shift), 2)} points worse than imputed, which is {within} the "
        f"plausible {plausible:g}."
    )


SPEC = Analysis(
    key="tipping_point",
    title="Tipping point",
    tab="analysis",
    question="How much worse would patients without a value have to be for the result to be lost?",
    measure="Difference of adjusted means, at each shift of the imputed values",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="tipping_point.md",
    compares_arms=True,
)
