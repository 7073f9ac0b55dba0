"""Curves of staying in the study by arm, and of leaving it by reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sjogren_desktop.analyses.course import Course
from sjogren_desktop.figures import LineFigure, Series
from sjogren_desktop.study.wording import sentence_case

if TYPE_CHECKING:
    import pandas as pd

_REASONS_SHOWN = 5


def staying_figures(found: Course, staying: pd.DataFrame | None) -> tuple[LineFigure, ...]:
    """Return the curve of staying by arm, and of leaving by reason."""
    from sjogren_desktop.stats.kaplan_meier import kaplan_meier

    if staying is None:
        return ()
    series, at_risk = [], []
    ticks = _day_ticks(staying["TIME"])
    for a in found.data.arms:
        mine = staying.loc[staying["ARM"] == a]
        if not len(mine):
            continue
        at_risk.append((a, _staying_at(mine, ticks)))
        curve = kaplan_meier(mine["TIME"], mine["LEFT"]).curve
        drops = curve.loc[curve["n_event"] > 0]
        x = (0.0, *drops["time"].astype(float), float(curve["time"].iloc[-1]))
        y = (100.0, *(100 * drops["estimate"]), float(100 * curve["estimate"].iloc[-1]))
        behind = ((), *(_left_at(mine, mine["LEFT"] == 1, t) for t in drops["time"]), ())
        style = found.data.styles[a]
        series.append(Series(a, style, x, tuple(float(v) for v in y), subjects=behind))
    by_arm = LineFigure(
        "staying",
        "Staying in the study",
        "Days since randomisation",
        "Share in the study (%)",
        tuple(series),
        tuple((t, f"{t:g}") for t in ticks),
        caption=("Kaplan-Meier curves. At risk: in the study just before the day.",),
        steps=True,
        at_risk=tuple(at_risk),
    )
    return (by_arm, *(_reason_figure(found, staying, a) for a in found.data.arms))


def _left_at(mine: pd.DataFrame, who_left: pd.Series, day: float) -> tuple[str, ...]:
    """Return the keys of those of them who left on a day."""
    chosen = (who_left & (mine["TIME"] == day)).to_numpy(dtype=bool)
    return tuple(sorted(map(str, mine.index[chosen])))


def _reason_figure(found: Course, staying: pd.DataFrame, arm: str) -> LineFigure:
    """Return the cumulative incidence of leaving by reason in one arm."""
    from sjogren_desktop.stats.competing_risks import cumulative_incidence

    mine = staying.loc[staying["ARM"] == arm]
    ticks = _day_ticks(staying["TIME"])
    everyone = staying.loc[staying["LEFT"] == 1, "REASON"].value_counts()
    order = sorted(everyone.index, key=lambda r: (-int(everyone[r]), str(r)))
    # The most frequent reasons have a curve of their own, the same in every arm.
    named = {r: i + 1 for i, r in enumerate(order[: _REASONS_SHOWN - 1])}
    if len(order) == _REASONS_SHOWN:
        named[order[-1]] = _REASONS_SHOWN
    cause = mine["REASON"].map(named).fillna(_REASONS_SHOWN).where(mine["LEFT"] == 1, 0)
    labels = {i: sentence_case(str(r)) for r, i in named.items()}
    if len(order) > _REASONS_SHOWN:
        labels[_REASONS_SHOWN] = "Other reasons"
    series = []
    for number, label in labels.items():
        if not len(mine):
            continue
        curve = cumulative_incidence(mine["TIME"], cause.astype(int), of=number).curve
        rises = curve.loc[curve["n_event"] > 0]
        x = (0.0, *rises["time"].astype(float), float(curve["time"].iloc[-1]))
        y = (0.0, *(100 * rises["estimate"]), float(100 * curve["estimate"].iloc[-1]))
        behind = ((), *(_left_at(mine, cause == number, t) for t in rises["time"]), ())
        shown = tuple(float(v) for v in y)
        series.append(Series(label, number - 1, x, shown, subjects=behind))
    return LineFigure(
        f"leaving_{found.data.styles[arm]}",
        f"{arm}: leaving the study by reason",
        "Days since randomisation",
        "Cumulative incidence (%)",
        tuple(series),
        tuple((t, f"{t:g}") for t in ticks),
        caption=(
            "Aalen-Johansen estimates; the other reasons compete with each one. At risk: in the "
            "study just before the day, for every reason.",
        ),
        steps=True,
        at_risk=((arm, _staying_at(mine, ticks)),),
    )


def _staying_at(mine: pd.DataFrame, days: Sequence[float]) -> tuple[int, ...]:
    """Count those of them who are in the study just before each day."""
    return tuple(int((mine["TIME"] >= day).sum()) for day in days)


def _day_ticks(days: pd.Series) -> tuple[float, ...]:
    """Return up to nine days from 0, in whole weeks where they are many."""
    last = float(days.max())
    step = next((s for s in (1, 7, 14, 28, 56, 84, 168, 336) if last / s <= 8), 672)
    return tuple(float(step * i) for i in range(int(last // step) + 1))
