"""Whom does the result hang on? Leave one country, site or subject out; how many move p.

The mixed model of :mod:`.mmrm_change` without each unit in turn, by
:mod:`sjogren_desktop.stats.leave_out`. Method page ``robustness.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import across_studies as across
from sjogren_desktop.analyses import endpoint_options as offered
from sjogren_desktop.analyses import imputation_options as by
from sjogren_desktop.analyses import model_tables as mt
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.endpoint import select
from sjogren_desktop.analyses.robustness_tables import (
    Units,
    Whole,
    closeness_table,
    countries_forest,
    country_table,
    ends,
    extremes_table,
    summary,
    units_scatter,
)
from sjogren_desktop.analyses.spec import Analysis, Number, Option
from sjogren_desktop.results import Doing, Progress, Result
from sjogren_desktop.study.data import SITEID, STUDYID, StudyData

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from sjogren_desktop.stats.leave_out import Refits
    from sjogren_desktop.stats.mmrm import MMRMResult

COUNTRY = "COUNTRY"
_WITHOUT = {
    "Country": Doing("Leaving out each country"),
    "Site": Doing("Leaving out each site"),
    "Subject": Doing("Leaving out each subject"),
}
_NEAR = 0.002
"""Share of the level within which a p value is computed exactly before it is counted.

The quick form was off by at most 0.0006 of p in trials of 271 and 499 subjects.
"""

OPTIONS: tuple[Option, ...] = (
    who.STUDY,
    offered.PARAMETER,
    offered.RESPONSE,
    who.POPULATION,
    who.ARMS,
    who.REFERENCE,
    offered.VISITS,
    across.VISIT,
    Number("alpha", "Alpha", "The level that p is held against.", 0.05, 0.001, 0.2, decimals=3),
    Number(
        "samples",
        "Bootstrap samples",
        "How p scatters when subjects are drawn again with replacement; 0 leaves it out.",
        200,
        0,
        20000,
    ),
    by.SEED,
    *across.MODEL_OPTIONS,
    mt.LEVEL,
)


def run(study: StudyData, values: Mapping[str, object], progress: Progress) -> Result:
    """Repeat the comparison without each country, site and subject."""
    progress(0.02, "Fitting the model")
    visits, visit = values["visits"], str(values["visit"])
    assert isinstance(visits, tuple)
    data = select(study, values, visits=visits)
    fitted = across.fit(data, values)
    active = [a for a in data.arms if a != data.reference]
    means = across.means_at(fitted, visit)
    contrast = np.array([means[(a,)] - means[(data.reference,)] for a in active])
    people = who.subjects(study).set_index(who.SUBJECT).reindex(list(fitted.subjects))
    alpha, level = float(str(values["alpha"])), across.level_of(values)
    countries, sites, missing = _groups(fitted, people, contrast, alpha, progress)
    subjects = _each_subject(fitted, contrast, alpha, progress)
    again = _bootstrap(fitted, people, contrast, values, progress)
    whole = []
    for k, arm in enumerate(active):
        progress(0.9 + 0.08 * k / len(active), Doing("Smallest set of subjects: {arm}", arm=arm))
        line = across.tested(fitted, contrast[k], level)
        removed = _fewest(fitted, contrast[[k]], subjects.refits, k, alpha)
        scatter = None if again is None else (again.estimate[:, k], again.p_value[:, k])
        whole.append(Whole(arm, line, _again(line, alpha), removed, scatter))
    units = [u for u in (countries, sites, subjects) if u is not None]
    return Result(
        analysis=SPEC.key,
        title=f"{SPEC.title}: {visit}",
        study=data.study,
        population=data.population,
        summary=summary(data, whole, units, alpha, visit),
        tables=(
            closeness_table(data, whole, units, alpha, level, visit),
            *((country_table(data, countries, active, level, visit),) if countries else ()),
            *(
                extremes_table(data, units, k, arm, people, fitted, visit)
                for k, arm in enumerate(active)
            ),
        ),
        figures=tuple(
            figure
            for k, arm in enumerate(active)
            for figure in (
                *(
                    (countries_forest(data, countries, whole[k], k, level, visit),)
                    if countries
                    else ()
                ),
                units_scatter(data, units, whole[k], k, alpha, visit),
            )
        ),
        notes=(
            "A result that hangs on few subjects is not wrong: near the level every p value does. "
            "No subject may be left out of the analysis for this reason.",
            *missing,
            *data.notes,
            *fitted.messages,
        ),
        method=(
            *fitted.method_card[:3],
            ("Degrees of freedom", dict(fitted.method_card)["Degrees of freedom"]),
            (
                "Left out",
                "The model is fitted again; for single subjects and sites standard errors are "
                "scaled and degrees of freedom kept from the whole, except for those shown by name "
                "and those near the level",
            ),
        ),
        options=dict(values),
        synthetic=study.synthetic,
    )


# --- leaving out ------------------------------------------------------------


def _groups(
    fitted: MMRMResult,
    people: pd.DataFrame,
    contrast: NDArray[np.float64],
    alpha: float,
    progress: Progress,
) -> tuple[Units | None, Units | None, list[str]]:
    """Leave out every country and every site, where the data tell them."""
    found: list[Units | None] = []
    missing = []
    for what, column, low, high, exact in (
        ("Country", COUNTRY, 0.1, 0.25, True),
        ("Site", SITEID, 0.25, 0.5, False),
    ):
        labels = people[column].dropna().astype(str) if column in people else None
        if labels is None or labels.nunique() < 2:
            missing.append(f"The subject-level data set tells no {what.lower()} ({column}).")
            found.append(None)
            continue
        if column == SITEID and len(set(people[STUDYID].dropna())) > 1:
            # The same number may be given to a site in two studies.
            labels = people.loc[labels.index, STUDYID].astype(str) + " " + labels
        names = tuple(sorted(labels.unique()))
        place = {s: i for i, s in enumerate(people.index)}
        members = tuple(
            np.array([place[s] for s in labels.index[labels == name]], dtype=np.int64)
            for name in names
        )
        found.append(
            _left_out(
                fitted,
                what,
                names,
                members,
                contrast,
                span=(low, high),
                exact=exact,
                alpha=alpha,
                progress=progress,
            )
        )
    return found[0], found[1], missing


def _each_subject(
    fitted: MMRMResult, contrast: NDArray[np.float64], alpha: float, progress: Progress
) -> Units:
    names = tuple(str(s) for s in fitted.subjects)
    members = tuple(np.array([i], dtype=np.int64) for i in range(len(names)))
    return _left_out(
        fitted,
        "Subject",
        names,
        members,
        contrast,
        span=(0.5, 0.75),
        exact=False,
        alpha=alpha,
        progress=progress,
    )


def _left_out(
    fitted: MMRMResult,
    what: str,
    names: tuple[str, ...],
    members: tuple[NDArray[np.int64], ...],
    contrast: NDArray[np.float64],
    *,
    span: tuple[float, float],
    exact: bool,
    alpha: float,
    progress: Progress,
) -> Units:
    """Leave out each unit; those shown, and those near the level, exactly."""
    from sjogren_desktop.stats.leave_out import leave_out

    def report(fraction: float) -> None:
        progress(span[0] + fraction * (span[1] - span[0]), _WITHOUT[what])

    refits = leave_out(fitted, members, contrast, exact=exact, progress=report)
    if not exact:
        near = np.abs(refits.p_value / alpha - 1) < _NEAR
        shown = {i for k in range(len(contrast)) for i in ends(refits.p_value[:, k])}
        again = sorted(shown | set(np.flatnonzero(near.any(axis=1)).tolist()))
        exactly = leave_out(fitted, [members[i] for i in again], contrast)
        for name in ("estimate", "std_error", "df", "p_value"):
            getattr(refits, name)[again] = getattr(exactly, name)
    return Units(what, names, members, refits, fitted.subjects)


def _bootstrap(
    fitted: MMRMResult,
    people: pd.DataFrame,
    contrast: NDArray[np.float64],
    values: Mapping[str, object],
    progress: Progress,
) -> Refits | None:
    """Fit the model to subjects drawn again within arm and study (LO.6)."""
    from sjogren_desktop.stats.leave_out import resampled

    samples = by.whole(values, "samples")
    if samples == 0:
        return None
    columns = [c for c in (STUDYID, who.ARM) if c in people]
    return resampled(
        fitted,
        np.asarray(people.groupby(columns, sort=True).ngroup(), dtype=np.int64),
        contrast,
        samples=samples,
        seed=by.whole(values, "seed"),
        progress=lambda fraction: progress(0.75 + 0.15 * fraction, "Drawing subjects again"),
    )


def _fewest(
    fitted: MMRMResult,
    contrast: NDArray[np.float64],
    refits: Refits,
    k: int,
    alpha: float,
) -> tuple[int, float, float] | None:
    """Return how many subjects, the most influential first, turn the decision (LO.4).

    Returns
    -------
    number, estimate, p value, or None if a quarter of the subjects does not.
    """
    from sjogren_desktop.stats.leave_out import leave_out

    before = fitted.inference.estimates(contrast)
    significant = float(before.p_value[0]) <= alpha
    statistic = refits.estimate[:, k] / refits.std_error[:, k]
    # Towards zero if it is significant, else away from it.
    gain = (statistic - before.statistic[0]) * np.sign(before.statistic[0])
    order = np.argsort(np.nan_to_num(gain if significant else -gain), kind="stable")

    def without(number: int) -> tuple[float, float]:
        found = leave_out(fitted, [order[:number]], contrast)
        return float(found.estimate[0, 0]), float(found.p_value[0, 0])

    low, high = 0, 1
    while (without(high)[1] <= alpha) == significant:
        low, high = high, 2 * high
        if high > len(order) // 4:
            return None
    while high - low > 1:
        middle = (low + high) // 2
        if (without(middle)[1] <= alpha) == significant:
            low = middle
        else:
            high = middle
    return (high, *without(high))


def _again(line: across.Line, alpha: float) -> float:
    """Return the chance that an identical trial is significant, were the estimate true (LO.5)."""
    from scipy.special import nctdtr, stdtrit

    df, shift = line["df"], abs(line["statistic"])
    return float(nctdtr(df, -shift, stdtrit(df, alpha / 2)))


SPEC = Analysis(
    key="robustness",
    title="Robustness: leave one out",
    tab="analysis",
    question="Does the result hang on a single country, site or patient, and how few patients "
    "would turn it?",
    measure="Difference of adjusted means, repeated with units left out",
    requires=("ADSL", "BDS"),
    options=OPTIONS,
    run=run,
    scopes=who.every_study_and_pooled,
    method_page="robustness.md",
    compares_arms=True,
)
