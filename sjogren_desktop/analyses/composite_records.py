"""The inputs of STAR and CRESS of every subject, and both indices scored from them.

:func:`composite_records` is the derived data set: one row a subject, with the
inputs of both visits, every component (met, not met, not known) and the
response, ready for observed, non-responder or imputed analyses.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np

from sjogren_desktop.analyses import score_parameters as items
from sjogren_desktop.analyses import subjects as who
from sjogren_desktop.analyses.score_parameters import collect, in_unit
from sjogren_desktop.analyses.spec import Choice, Item, Option
from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring import CONVENTIONS, score_frame
from sjogren_desktop.study.data import AVISIT, AVISITN, StudyData

if TYPE_CHECKING:
    import pandas as pd

_TOTALS = (items.CLINESSDAI_TOTAL, items.ESSPRI_SCORE)
WANTED = (*_TOTALS, *items.COMPOSITE_TESTS)
_FROM_ITEMS = {
    "clinessdai": ("CLINESSDAI", "total", tuple(w for w in items.LEVELS if w.key != "biological")),
    "esspri": ("ESSPRI", "score", items.ESSPRI_ITEMS),
}
"""Totals that can be computed from their items: instrument, its output, and the items."""

NO_VISIT = ""

_GLAND_TESTS = ("schirmer_mm_mean", "oss_mean", "uws_ml_min", "hocevar_total")

_MOST_MISSING = 5
"""Inputs of the eight that may be absent before the indices make no sense."""

# ------------------------------------------------------------------ options


def _convention_option(key: str, label: str) -> Choice:
    def offered(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
        return tuple(
            Item(c, text[0].upper() + text[1:]) for c, text in CONVENTIONS[key].choices.items()
        )

    def default(study: StudyData, values: Mapping[str, object]) -> str:
        return CONVENTIONS[key].default

    return Choice(
        key.lower(),
        label,
        f"{CONVENTIONS[key].subject}. Not settled in the publications that could be read.",
        offered,
        default,
        advanced=True,
        page="cress.md" if key.startswith("CRESS") else "star.md",
    )


CONVENTIONS_ASKED = {
    "C5": "STAR with missing domains (C5)",
    "C7": "Two tests in one domain (C7)",
    "CRESS_SCHIRMER": "CRESS: abnormal Schirmer test",
    "CRESS_NORMAL": "CRESS: tear tests normal at baseline",
}


def _visits(study: StudyData, values: Mapping[str, object], found: Mapping[str, str]) -> list[str]:
    visits = items.visits_with(study, str(values["study"]), found)
    return [name for number, name in visits if number > 0]


def _visit_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    found = items.chosen(values, WANTED)
    names = _visits(study, values, found)
    return tuple(Item(n, n) for n in names) or (Item(NO_VISIT, "No visit with scores"),)


def _last_visit(study: StudyData, values: Mapping[str, object]) -> str:
    """Return the last visit at which tears or saliva were tested, else the last of all."""
    found = items.chosen(values, WANTED)
    glands = {k: v for k, v in found.items() if k in _GLAND_TESTS}
    names = _visits(study, values, glands) or _visits(study, values, found)
    return names[-1] if names else NO_VISIT


TOTALS_TEXT = {
    "items": "Computed from their items, recorded where these are incomplete",
    "recorded": "As recorded, computed only where there is no such parameter",
}


def _totals_items(study: StudyData, values: Mapping[str, object]) -> tuple[Item, ...]:
    return tuple(Item(key, text) for key, text in TOTALS_TEXT.items())


def _totals_default(study: StudyData, values: Mapping[str, object]) -> str:
    return "items"


PARAMETERS: tuple[Option, ...] = items.options_for(WANTED)
"""The options that name the parameters."""

VISIT = Choice(
    "visit",
    "Visit",
    "The visit compared with baseline; by default the last at which tears or saliva were tested.",
    _visit_items,
    _last_visit,
)
TOTALS = Choice(
    "totals",
    "ClinESSDAI and ESSPRI",
    "A recorded ESSPRI may be rounded, which can move a subject across a limit; computed from "
    "its items it is exact.",
    _totals_items,
    _totals_default,
    advanced=True,
)
SETTINGS: tuple[Option, ...] = tuple(
    _convention_option(key, label) for key, label in CONVENTIONS_ASKED.items()
)
"""The options that settle what the publications leave open."""


def applicable(study: StudyData) -> bool:
    """Say whether the study seems to hold enough for STAR and CRESS."""
    found = {w.key: items.guess(study, w) for w in WANTED}
    return sum(v == items.NOT_IN_DATA for v in found.values()) <= _MOST_MISSING and any(
        found[w.key] for w in _TOTALS
    )


# ------------------------------------------------------------------ records


def composite_records(study: StudyData, values: Mapping[str, object]) -> pd.DataFrame:
    """Return both indices of each subject at the visit: one row a subject seen at baseline.

    Returns
    -------
    pandas.DataFrame
        SUBJECT; the inputs as ``baseline.*`` and ``followup.*``; the outputs of
        STAR as ``STAR.*`` and of CRESS as ``CRESS.*`` (1, 0, NaN where not
        known), ready for observed, non-responder or imputed analyses.

    Raises
    ------
    AnalysisError
        If the study does not hold enough of the inputs.
    """
    scope, visit = str(values["study"]), str(values["visit"])
    found = items.chosen(values, WANTED)
    absent = [w.label for w in WANTED if w.key not in found]
    collected = _with_totals(study, scope, found, exact=values["totals"] == "items")
    present = [w.key for w in WANTED if w.key in collected]
    if len(WANTED) - len(present) > _MOST_MISSING or not {"clinessdai", "esspri"} & set(present):
        raise AnalysisError(
            "Not applicable: STAR and CRESS need ClinESSDAI or ESSPRI with tear, saliva and serum "
            f"tests, and the study lacks {', '.join(absent)}. If it holds them under other codes, "
            "choose these under the further options."
        )
    before = _at(collected, collected[AVISITN] <= 0, present)
    after = _at(collected, collected[AVISIT] == visit, present)
    wide = before.add_prefix("baseline.").join(after.add_prefix("followup."), how="outer")
    for index in ("STAR", "CRESS"):
        scored = score_frame(index, wide, conventions=conventions_of(values))
        wide = wide.join(scored.add_prefix(f"{index}."))
    seen = wide[[c for c in wide if str(c).startswith("followup.")]].notna().any(axis=1)
    return wide.assign(SEEN=seen).reset_index()


def conventions_of(values: Mapping[str, object]) -> dict[str, str]:
    """Return the conventions chosen by the options."""
    return {key: str(values[key.lower()]) for key in CONVENTIONS_ASKED}


def _with_totals(
    study: StudyData, scope: str, found: Mapping[str, str], *, exact: bool
) -> pd.DataFrame:
    """Return the inputs by visit, totals computed from their items where asked or absent."""
    wanted = dict(found)
    computed: dict[str, tuple[str, ...]] = {}
    for key, (_, _, parts) in _FROM_ITEMS.items():
        guessed = {w.key: items.guess(study, w) for w in parts}
        if (exact or key not in found) and all(guessed.values()):
            computed[key] = tuple(guessed)
            wanted |= guessed
    if not wanted:
        raise AnalysisError(
            "Not applicable: the study holds none of the inputs of STAR and CRESS. If it does, "
            "choose their parameters under the further options."
        )
    collected = collect(study, scope, wanted)
    frame = collected.frame
    if "igg_g_l" in frame:
        converted = in_unit(collected, "igg_g_l")
        frame["igg_g_l"] = np.where(np.isnan(converted), frame["igg_g_l"], converted)
    for key, names in computed.items():
        instrument, value, _ = _FROM_ITEMS[key]
        total = score_frame(instrument, frame[list(names)])[value]
        frame[key] = total.fillna(frame[key]) if key in frame else total
    return frame


def _at(frame: pd.DataFrame, here: pd.Series, present: Sequence[str]) -> pd.DataFrame:
    """Return the last known value of each input among these records, by subject."""
    return frame.loc[here].groupby(who.SUBJECT, sort=False)[list(present)].last()
