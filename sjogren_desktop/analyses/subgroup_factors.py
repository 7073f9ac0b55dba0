"""What subjects can be divided by: variables of the subject level, and the baseline value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses.endpoint import Endpoint
from sjogren_desktop.analyses.spec import Choice, Item
from sjogren_desktop.analyses.subjects import ARM, POPULATIONS, SUBJECT, in_scope, subjects
from sjogren_desktop.study.data import AVISIT, BASE, STUDYID, TRTP, USUBJID, StudyData

if TYPE_CHECKING:
    import pandas as pd

SUBGROUP = "SUBGROUP"
"""Column of the level of the factor that is being compared."""

_MOST_LEVELS = 12
_USUAL = ("SEX", "AGEGR1", "RACE", "REGION1", "ROFL", "HCQFL", "STERFL", "SSFGR1")
"""Usual factors by name, in this order."""
_TITLES = {
    "SEX": "Sex",
    "AGEGR1": "Age group",
    "RACE": "Race",
    "REGION1": "Region",
    "COUNTRY": "Country",
    "ROFL": "Anti-Ro/SSA",
    "HCQFL": "Hydroxychloroquine at baseline",
    "STERFL": "Glucocorticoids at baseline",
    "SSFGR1": "Stimulated salivary flow (mL/min)",
}
"""Names of standard variables, for files without labels."""
_AFTER = (
    *("TRT", "DTH", "EOS", "EOT", "DCS", "DCT"),
    *("COMPL", "DISC", "ICE", "PROH", "RESC", "SYNTH"),
)
"""Beginnings of variables that tell what happened after randomisation, or nothing of a patient."""
_ACTIVITY = ("ESSDAI", "CLINESSD", "CLINESSDAI")
_LOW, _HIGH = 5.0, 14.0
"""Bounds of moderate activity, 5 to 13 (Seror et al. 2016, Ann Rheum Dis 75:382-389)."""


@dataclass(frozen=True)
class Factor:
    """Levels of one factor in order, and the level of each subject."""

    variable: str
    title: str
    levels: tuple[str, ...]
    level_of: Mapping[str, str]

    def of(self, subject: pd.Series) -> pd.Categorical[str]:
        """Return the level of each subject, missing where it is unknown or left out."""
        import pandas as pd

        return pd.Categorical(subject.map(self.level_of), categories=list(self.levels))


def is_factor(column: str, values: pd.Series) -> bool:
    """Say whether a column of the subject level divides subjects into a few groups."""
    if column in (STUDYID, USUBJID, "SUBJID", SUBJECT, ARM, "ARMN", "ARMCD", "ACTARM", "ACTARMCD"):
        return False
    if column.startswith(_AFTER) or column in POPULATIONS:
        return False
    if column.endswith(("DT", "DTM", "DTC", "U")) or values.dtype.kind in "ifM":
        return False
    return 2 <= values.dropna().nunique() <= _MOST_LEVELS


def _factor_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    scoped = in_scope(subjects(study), str(values["study"]))
    labels = next((d.labels for d in study.of_kind("ADSL")), {})
    found = [c for c in scoped.columns if is_factor(c, scoped[c])]
    return tuple(Item(c, f"{c}: {labels[c]}" if labels.get(c) else c) for c in found)


def _usual_factors(study: StudyData, values: Mapping[str, object]) -> tuple[str, ...]:
    offered = [i.value for i in _factor_items(study, values)]
    return tuple(c for c in _USUAL if c in offered)


def _group_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    activity = (
        (Item("activity", "Below 5, 5 to 13, 14 and more (activity)"),)
        if str(values["parameter"]) in _ACTIVITY
        else ()
    )
    return (
        *activity,
        Item("median", "Below the median, or not"),
        Item("thirds", "Thirds"),
        Item("none", "No groups"),
    )


def _first_group(study: StudyData, values: Mapping[str, object]) -> str:
    return _group_items(study, values)[0].value


FACTORS = Choice(
    "factors",
    "Subgroups by",
    "Characteristics before treatment by which subjects are divided, one at a time.",
    _factor_items,
    _usual_factors,
    many=True,
)
BASELINE_GROUPS = Choice(
    "baseline_groups",
    "Groups of the baseline value",
    "How subjects are divided by the value of the score before treatment.",
    _group_items,
    _first_group,
)


def factors_of(
    study: StudyData, data: Endpoint, values: Mapping[str, object], visit: str
) -> tuple[list[Factor], list[str]]:
    """Return the factors with two levels or more that are large enough, and notes.

    A level is left out where an arm has fewer subjects with a value at the visit
    than the option ``least`` asks for.
    """
    chosen = values["factors"]
    assert isinstance(chosen, tuple)
    people = subjects(study).set_index(SUBJECT)
    labels = next((d.labels for d in study.of_kind("ADSL")), {})
    found = []
    if data.baseline and values["baseline_groups"] != "none":
        found.append(baseline_factor(data, str(values["baseline_groups"])))
    for name in map(str, chosen):
        column = people[name].dropna().astype(str)
        found.append(
            Factor(
                name,
                labels.get(name) or _TITLES.get(name, name),
                tuple(sorted(column.unique(), key=_in_order)),
                {str(s): str(v) for s, v in column.items()},
            )
        )
    notes: list[str] = []
    least = round(float(str(values["least"])))
    kept = [_large_enough(f, data, visit, least, notes) for f in found]
    return [f for f in kept if len(f.levels) > 1], notes


def baseline_factor(data: Endpoint, how: str) -> Factor:
    """Return the groups of the baseline value: "activity" (ESSDAI), "thirds" or "median"."""
    baseline = data.frame.drop_duplicates(USUBJID).set_index(USUBJID)[BASE].dropna()
    names: tuple[str, ...]
    if how == "activity":
        cuts, names = [_LOW, _HIGH], ("< 5", "5 to 13", ">= 14")
    else:
        shares = (1 / 3, 2 / 3) if how == "thirds" else (0.5,)
        cuts = [float(baseline.quantile(q)) for q in shares]
        shown = [f"{c:g}" for c in cuts]
        names = (f"< {shown[0]}", f">= {shown[0]}")
        if how == "thirds":
            names = (f"< {shown[0]}", f"{shown[0]} to < {shown[1]}", f">= {shown[1]}")
    place = np.searchsorted(cuts, baseline.to_numpy(dtype=float), side="right")
    level_of = {str(s): names[i] for s, i in zip(baseline.index, place, strict=True)}
    return Factor("", f"Baseline {data.label}", names, level_of)


def _in_order(level: str) -> tuple[int, str]:
    """Return a key that puts "<40" before "40-64" and ">64" after it."""
    return {"<": -1, ">": 1}.get(level[0], 0), level


def _large_enough(
    factor: Factor, data: Endpoint, visit: str, least: int, notes: list[str]
) -> Factor:
    """Return the factor without levels that an arm has too few subjects of."""
    at_visit = data.frame.loc[data.frame[AVISIT] == visit]
    level = at_visit[USUBJID].map(factor.level_of)
    smallest = {
        name: min(int(((level == name) & (at_visit[TRTP] == arm)).sum()) for arm in data.arms)
        for name in factor.levels
    }
    kept = tuple(name for name in factor.levels if smallest[name] >= least)
    thin = [name for name in factor.levels if name not in kept and (level == name).any()]
    if thin:
        notes.append(
            f"{factor.title}: {', '.join(thin)} left out, with fewer than {least} subjects in an "
            f"arm at {visit}."
        )
    if len(kept) < 2:
        notes.append(f"{factor.title}: fewer than two groups are large enough to compare.")
    known = {s: level for s, level in factor.level_of.items() if level in kept}
    return Factor(factor.variable, factor.title, kept, known)
