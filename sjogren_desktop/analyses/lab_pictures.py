"""Box plots and courses of measurements by visit, and the map of shifts.

Called by :mod:`.lab_change` and :mod:`.lab_shift`. Rules LB.12 to LB.14 in
``resources/methods/lab_values.md``; checked in ``tests/analyses/test_lab_pictures.py``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from sjogren_desktop.analyses.ae_counts import sizes_text
from sjogren_desktop.analyses.ae_records import Cohort
from sjogren_desktop.analyses.measurements import Floats, Measurements
from sjogren_desktop.figures import Box, BoxFigure, BoxSeries, GridFigure, LineFigure, Series

MOST_COURSES = 300
"""Subjects of an arm whose courses are drawn; more make a blot."""


def _name(named: tuple[str, str, str]) -> str:
    _, label, point = named
    return f"{label}, {point}" if point else label


def _shown(single: Measurements) -> list[int]:
    return [v for v, (n, _) in enumerate(single.visits) if not single.summary[v] and np.isfinite(n)]


def _limits(lower: Floats, upper: Floats) -> tuple[float, ...]:
    """Return the limits of normal that most records have, for orientation."""
    found = []
    for values in (lower, upper):
        known = values[~np.isnan(values)]
        if len(known):
            distinct, counts = np.unique(known, return_counts=True)
            found.append(float(distinct[np.argmax(counts)]))
    return tuple(v for v in found if v > 0)


def box_figures(
    group: Cohort, single: Measurements, pictured: Sequence[str], lower: Floats, upper: Floats
) -> tuple[BoxFigure, ...]:
    """Return box plots by visit and arm (LB.12)."""
    figures = []
    for p, named in enumerate(single.params):
        if named[0] not in pictured:
            continue
        series = []
        used = set()
        mine = np.flatnonzero((single.param == p) & ~np.isnan(single.value))
        visit, arms = single.visit[mine], group.arm[single.person[mine]]
        for a, arm in enumerate(group.arms):
            boxes = []
            for v in _shown(single):
                rows = mine[(visit == v) & (arms == a)]
                if len(rows):
                    x = single.visits[v][0]
                    boxes.append(box(x, single.value[rows], group.keys[single.person[rows]]))
                    used.add(x)
            if boxes:
                series.append(BoxSeries(arm, group.styles[a], tuple(boxes)))
        if series:
            figures.append(
                BoxFigure(
                    f"lab_boxes_{named[0]}_{p}".lower(),
                    f"{_name(named)}: box plots by visit",
                    "Visit",
                    _name(named),
                    tuple(series),
                    tuple((n, text) for n, text in single.visits if n in used),
                    _limits(lower[mine], upper[mine]),
                    (
                        sizes_text(group),
                        "Box: quartiles and median; whiskers: to the last value within 1.5 times "
                        "the length of the box; symbols: values beyond. Dashed: usual limits of "
                        "normal.",
                    ),
                )
            )
    return tuple(figures)


def box(x: float, values: Floats, keys: np.ndarray[tuple[int, ...], np.dtype[np.object_]]) -> Box:
    """Return the box of some values by Tukey's rule, quartiles interpolated linearly."""
    first, median, third = (float(q) for q in np.quantile(values, (0.25, 0.5, 0.75)))
    reach = 1.5 * (third - first)
    inside = (values >= first - reach) & (values <= third + reach)
    beyond = np.flatnonzero(~inside)
    return Box(
        float(x),
        float(np.min(values[inside])),
        first,
        median,
        third,
        float(np.max(values[inside])),
        tuple(float(v) for v in values[beyond]),
        tuple(str(k) for k in keys[beyond]),
        tuple(dict.fromkeys(map(str, keys))),
    )


def course_figures(
    group: Cohort, single: Measurements, pictured: Sequence[str]
) -> tuple[LineFigure, ...]:
    """Return the course of every subject, one line each (LB.13)."""
    figures = []
    shown = np.isin(single.visit, _shown(single)) & ~np.isnan(single.value)
    number = np.array([n for n, _ in single.visits] + [np.nan])[single.visit]
    for p, named in enumerate(single.params):
        if named[0] not in pictured:
            continue
        series = []
        left_out = 0
        for a, arm in enumerate(group.arms):
            rows = np.flatnonzero(shown & (single.param == p) & (group.arm[single.person] == a))
            people = np.unique(single.person[rows])
            left_out += max(0, len(people) - MOST_COURSES)
            rows = rows[np.isin(single.person[rows], people[:MOST_COURSES])]
            rows = rows[np.lexsort((number[rows], single.person[rows]))]
            x: list[float] = []
            y: list[float] = []
            behind: list[tuple[str, ...]] = []
            for before, row in zip([-1, *rows[:-1]], rows, strict=False):
                if before >= 0 and single.person[before] != single.person[row]:
                    # A missing value parts the lines of two subjects.
                    x.append(float(number[before]))
                    y.append(float("nan"))
                    behind.append(())
                x.append(float(number[row]))
                y.append(float(single.value[row]))
                behind.append((str(group.keys[single.person[row]]),))
            if x:
                series.append(
                    Series(arm, group.styles[a], tuple(x), tuple(y), subjects=tuple(behind))
                )
        if series:
            used = {x for s in series for x in s.x}
            note = f" {left_out} subjects are not drawn." if left_out else ""
            figures.append(
                LineFigure(
                    f"lab_courses_{named[0]}_{p}".lower(),
                    f"{_name(named)}: course of each subject",
                    "Visit",
                    _name(named),
                    tuple(series),
                    tuple((n, text) for n, text in single.visits if n in used),
                    None,
                    (sizes_text(group), f"One line a subject, observed values.{note}"),
                )
            )
    return tuple(figures)


def shift_map(
    group: Cohort,
    worst: Measurements,
    to: Floats,
    base: Floats,
    *,
    normal: int,
    later: Sequence[tuple[int, str]],
) -> tuple[GridFigure, ...]:
    """Return a map of shifts from normal, by parameter and arm (LB.14).

    Parameters
    ----------
    worst : Measurements
        The worst record of each subject and parameter, with its category ``to``
        and that of the baseline ``base``.
    normal : int
        The category shifts start from.
    later : sequence of (category, name)
        Categories shifts end in.
    """
    rows, values, texts, keys = [], [], [], []
    for p, named in enumerate(worst.params):
        mine = (worst.param == p) & (base == normal) & ~np.isnan(to)
        line: list[tuple[float | None, str, tuple[str, ...]]] = []
        for a in range(len(group.arms)):
            of_arm = mine & (group.arm[worst.person] == a)
            n = int(of_arm.sum())
            for category, _ in later:
                shifted = of_arm & (to == category)
                count = int(shifted.sum())
                share = 100 * count / n if n else None
                text = f"{count}/{n}" if n else ""
                line.append((share, text, group.named(worst.person[shifted])))
        if any(share for share, _, _ in line):
            rows.append(_name(named))
            values.append(tuple(v for v, _, _ in line))
            texts.append(tuple(t for _, t, _ in line))
            keys.append(tuple(k for _, _, k in line))
    if not rows:
        return ()
    return (
        GridFigure(
            "lab_shift_map",
            "Shifts from normal to the worst value",
            "Arm and category of the worst value",
            "",
            "Subjects normal at baseline who shifted (%)",
            tuple(rows),
            tuple(f"{arm}\n{name}" for arm in group.arms for _, name in later),
            tuple(values),
            tuple(texts),
            tuple(keys),
            ("Subjects who shifted / subjects normal at baseline; the darker the more per cent.",),
        ),
    )
