"""Which instrument would have seen it? Response of every parameter at one visit, by arm.

The standardised response mean (mean change over its standard deviation, Liang
1990) tells how strongly an instrument moves within an arm; the adjusted
difference in units of its residual standard deviation tells how well it
separates the arms.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sjogren_desktop import formats
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.endpoint_options import parameters, part_of, people_of
from sjogren_desktop.figures import ForestFigure, ForestRow
from sjogren_desktop.results import AnalysisError, Cell, Column, Row, Stat, Table
from sjogren_desktop.study.data import (
    ANL01FL,
    AVISIT,
    BASE,
    CHG,
    DTYPE,
    PARAMCD,
    STUDYID,
    TRTP,
    StudyData,
)
from sjogren_desktop.study.record_parts import record_parts

if TYPE_CHECKING:
    import pandas as pd

_DRAWN = 20
"""Instruments in the figure, those that separate the arms best."""
_LONGEST = 40
"""Letters of a name beside the figure; a longer one is explained under it."""


@dataclass(frozen=True)
class Signal:
    """One parameter: response in each arm, and what separates each arm from the reference.

    ``difference`` holds estimate, limits and p value by arm, in units of the
    residual standard deviation.
    """

    parameter: str
    label: str
    people: Mapping[str, tuple[str, ...]]
    response: Mapping[str, tuple[float, float, float] | None]
    difference: Mapping[str, tuple[float, float, float, float]]

    @property
    def strength(self) -> float:
        """The largest separation from the reference, whatever its direction."""
        return max(abs(d[0]) for d in self.difference.values())


def signals(
    study: StudyData, data: Endpoint, values: Mapping[str, object], visit: str, level: float
) -> tuple[list[Signal], list[str]]:
    """Return the signal of every parameter with a change at the visit, strongest first.

    Courses by other kinds of baseline are parameters of their own; those of other
    periods than the endpoint's are left out, since their arms are others.
    """
    period = max(1, part_of(study, data.parameter).period)
    import numpy as np

    people = who.in_population(
        who.in_scope(people_of(study, data.parameter), data.study), str(values["population"])
    )
    people = people.loc[people[who.ARM].isin(data.arms), [who.SUBJECT, who.ARM]]
    labels = {(d.name, code): (v, label) for v, (d, code, label) in parameters(study).items()}
    found: list[Signal] = []
    repeated: list[str] = []
    seen: set[str] = set()
    for dataset in study.of_kind("BDS"):
        frame = dataset.frame
        if not {AVISIT, CHG, BASE, PARAMCD} <= set(frame.columns):
            continue
        codes, parts = record_parts(dataset)
        mine = np.array([max(1, part.period) == period for part in parts] + [False])[codes]
        names = np.array([*(part.name for part in parts), None], dtype=object)[codes]
        frame = frame.loc[mine].assign(**{PARAMCD: names[mine]})
        frame = who.in_scope(frame, data.study)
        frame = frame.loc[(frame[AVISIT] == visit) & frame[CHG].notna() & frame[BASE].notna()]
        if DTYPE in frame:
            frame = frame.loc[frame[DTYPE].isna()]
        if ANL01FL in frame and (frame[ANL01FL] == "Y").mean() > 0.5:
            frame = frame.loc[frame[ANL01FL] == "Y"]
        own = frame[[c for c in (STUDYID, PARAMCD, CHG, BASE) if c in frame]].copy()
        own[who.SUBJECT] = study.subject_keys(frame)
        own = own.merge(people, on=who.SUBJECT, how="inner")
        for code, part in own.groupby(PARAMCD):
            value, label = labels.get((dataset.name, str(code)), (str(code), str(code)))
            if str(code) in seen:
                continue  # the same parameter again, in another data set
            seen.add(str(code))
            if part[who.SUBJECT].duplicated().any():
                repeated.append(value)
                continue
            one = _signal(data, part, value, label, level)
            if one is not None:
                found.append(one)
    notes = (
        [f"Several records at {visit} for one subject, so not compared: {', '.join(repeated)}."]
        if repeated
        else []
    )
    return sorted(found, key=lambda s: -s.strength), notes


def _signal(
    data: Endpoint, part: pd.DataFrame, value: str, label: str, level: float
) -> Signal | None:
    """Return the signal of one parameter, or None where there is nothing to compare."""
    import pandas as pd

    from sjogren_desktop.stats.ancova import fit_ancova
    from sjogren_desktop.stats.effect_size import standardised_response_mean

    changes = {a: part.loc[part[who.ARM] == a, CHG].to_numpy(dtype=float) for a in data.arms}
    if min(len(c) for c in changes.values()) < 5:
        return None
    frame = part.assign(**{TRTP: pd.Categorical(part[who.ARM], categories=list(data.arms))})
    terms = [TRTP]
    if len(set(frame[BASE])) > 1:
        terms.append(BASE)
    if STUDYID in data.factors and len(set(frame[STUDYID])) > 1:
        terms.append(STUDYID)
    try:
        fitted = fit_ancova(f"{CHG} ~ {' + '.join(terms)}", frame)
    except AnalysisError:
        return None
    sd = fitted.sigma2**0.5
    if not sd > 1e-9:
        return None
    lines = fitted.contrasts([TRTP], reference=data.reference, level=level)
    response: dict[str, tuple[float, float, float] | None] = {}
    for arm, change in changes.items():
        try:
            one = standardised_response_mean(change, level=level)
        except AnalysisError:
            response[arm] = None
            continue
        response[arm] = (float(one.estimate), float(one.lower), float(one.upper))
    return Signal(
        value,
        label,
        {a: who.named(part.loc[part[who.ARM] == a, who.SUBJECT]) for a in data.arms},
        response,
        {
            str(line["level"]): (
                float(line["estimate"]) / sd,
                float(line["lower"]) / sd,
                float(line["upper"]) / sd,
                float(line["p_value"]),
            )
            for _, line in lines.iterrows()
        },
    )


def signals_table(data: Endpoint, found: Sequence[Signal], visit: str, level: float) -> Table:
    """Return n, response by arm and separation of every parameter."""
    interval = mt.interval_header(level)
    columns = []
    for arm in data.arms:
        columns += [Column(f"{arm}\n{part}", {"ARM": arm}) for part in ("n", f"SRM ({interval})")]
    active = [a for a in data.arms if a != data.reference]
    for arm in active:
        key = {"ARM": arm, "REFERENCE": data.reference}
        head = f"{arm}\nminus {data.reference}"
        columns += [
            Column(f"{head}\nin SD ({interval})", key),
            Column(f"{head}\np value", key),
        ]
    rows = []
    for one in found:
        cells: list[Cell | None] = []
        for arm in data.arms:
            cells.append(who.count_cell(one.people[arm]))
            cells.append(_three(one.response[arm]))
        for arm in active:
            *difference, p = one.difference[arm]
            cells += [_three(tuple(difference)), mt.one(Stat("p_value", mt.number(p)))]
        key = {"PARAMCD": one.parameter, "AVISIT": visit}
        rows.append(Row((one.label,), tuple(cells), key))
    return Table(
        "instruments",
        f"Every parameter at {visit}: response within arms and separation between them",
        ("Parameter",),
        tuple(columns),
        tuple(rows),
        (
            "SRM: standardised response mean, mean change over its standard deviation. In SD: "
            "difference adjusted for baseline, in residual standard deviations; strongest first, "
            "whatever the direction.",
            f"{len(found)} parameters: about {formats.fixed(0.05 * len(found), 1)} would have "
            "p < 0.05 by chance in each comparison. p values are not adjusted.",
        ),
    )


def _three(values: tuple[float, ...] | None) -> Cell:
    shown = (None, None, None) if values is None else tuple(mt.number(v) for v in values)
    names = ("estimate", "lower", "upper")
    stats = tuple(Stat(name, v, 2) for name, v in zip(names, shown, strict=True))
    return Cell(stats, "{0} ({1}, {2})")


def signals_figure(
    data: Endpoint, found: Sequence[Signal], arm: str, visit: str, level: float
) -> ForestFigure:
    """Return the parameters that separate an arm from the reference best."""
    strongest = sorted(found, key=lambda s: -abs(s.difference[arm][0]))[:_DRAWN]
    rows = []
    for one in strongest:
        estimate, lower, upper, p = one.difference[arm]
        text = formats.p_value(p)
        shown = f"{formats.fixed(estimate, 2)}, p {text if text[0] in '<>' else f'= {text}'}"
        label = one.parameter if len(one.label) > _LONGEST else one.label
        people = one.people[arm] + one.people[data.reference]
        rows.append(ForestRow(label, estimate, lower, upper, shown, data.styles[arm], people))
    return ForestFigure(
        f"instruments_{data.styles[arm]}",
        f"{arm}: which parameter separates it from {data.reference} at {visit}",
        f"Adjusted difference in standard deviations ({mt.interval_header(level)})",
        tuple(rows),
        caption=(
            f"The {len(strongest)} parameters with the largest differences, whatever their "
            "direction.",
            *(
                (" ".join(f"{one.parameter}: {one.label}." for one in coded),)
                if (coded := [s for s in strongest if len(s.label) > _LONGEST])
                else ()
            ),
        ),
    )
