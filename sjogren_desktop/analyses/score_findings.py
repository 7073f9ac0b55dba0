"""The checks of scores against each other and against the data that justify them.

Each check takes the collected visits of a study and returns its findings, or
None where the study does not hold what it needs. A finding is a question to
the site, not a correction: nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sjogren_desktop.analyses.score_parameters import Collected, in_unit
from sjogren_desktop.analyses.subjects import SUBJECT
from sjogren_desktop.scoring import score_frame
from sjogren_desktop.scoring.essdai import DOMAINS, LEVEL_NAMES, LOW_BELOW
from sjogren_desktop.scoring.esspri import ITEMS as ESSPRI_ITEMS
from sjogren_desktop.study.data import AVISIT, AVISITN

if TYPE_CHECKING:
    import pandas as pd

DOMAIN_KEYS = tuple(d.key for d in DOMAINS)
_LABELS = {d.key: d.label for d in DOMAINS}


@dataclass(frozen=True)
class Limits:
    """What counts as suspicious: visits in a row, and changes between visits."""

    repeats: int
    essdai_change: float
    esspri_change: float
    window_days: int = 7


@dataclass(frozen=True)
class Finding:
    """One question to the site: the row of the collected frame, field, and what was found."""

    row: int
    field: str
    found: str
    why: str
    item: str


Findings = list[Finding] | None


@dataclass(frozen=True)
class ScoreCheck:
    """One check: key, title, what it needs, and the function."""

    key: str
    title: str
    needs: str
    run: Callable[[Collected, Limits], Findings]


def _rows(flags: npt.NDArray[np.bool_] | pd.Series) -> Iterator[int]:
    yield from (int(r) for r in np.flatnonzero(np.asarray(flags, dtype=bool)))


def _has(frame: pd.DataFrame, *keys: str) -> bool:
    return all(k in frame for k in keys)


def _plain(value: float) -> str:
    return f"{value:.4g}"


# ------------------------------------------------------------------ totals


def totals(collected: Collected, limits: Limits) -> Findings:
    """Compare entered totals with those computed from the items."""
    frame, found, ran = collected.frame, [], False
    clinical = tuple(d.key for d in DOMAINS if d.clinical_weight)
    for entered, instrument, value, needs in (
        ("essdai", "ESSDAI", "total", DOMAIN_KEYS),
        ("clinessdai", "CLINESSDAI", "total", clinical),
        ("esspri", "ESSPRI", "score", ESSPRI_ITEMS),
    ):
        if not _has(frame, entered, *needs):
            continue
        ran = True
        computed = score_frame(instrument, frame[list(needs)])[value].to_numpy(dtype=float)
        given = frame[entered].to_numpy(dtype=float)
        room = _rounding(given) if instrument == "ESSPRI" else 1e-9
        label = {"ESSDAI": "ESSDAI", "CLINESSDAI": "ClinESSDAI", "ESSPRI": "ESSPRI"}[instrument]
        for row in _rows(np.abs(given - computed) > room):
            found.append(
                Finding(
                    row,
                    f"{label} total" if value == "total" else f"{label} score",
                    f"entered {_plain(given[row])}; the items give {_plain(computed[row])}",
                    "The endpoint would be analysed with a total that its items do not support.",
                    entered,
                )
            )
    return found if ran else None


def _rounding(values: npt.NDArray[np.float64]) -> float:
    """Return half a unit of the last decimal that a column is recorded with (at most three)."""
    known = values[~np.isnan(values)]
    for decimals in range(3):
        if np.all(np.abs(known - np.round(known, decimals)) < 1e-9):
            return float(0.5 * 10.0**-decimals + 1e-9)
    return float(0.5e-3 + 1e-9)


# ------------------------------------------------------------------ impossible values


def impossible(collected: Collected, limits: Limits) -> Findings:
    """Find levels that do not exist in their domain, and ESSPRI items outside 0 to 10."""
    frame, found = collected.frame, []
    present = [d for d in DOMAINS if d.key in frame]
    items = [i for i in ESSPRI_ITEMS if i in frame]
    for domain in present:
        level = frame[domain.key]
        allowed = ", ".join(map(str, domain.levels))
        for row in _rows(level.notna() & ~level.isin(domain.levels)):
            found.append(
                Finding(
                    row,
                    f"{domain.label} level",
                    f"level {_plain(level[row])}; the levels are {allowed}",
                    "A level that does not exist cannot be scored: the visit has no total.",
                    domain.key,
                )
            )
    for item in items:
        rating = frame[item]
        for row in _rows((rating < 0) | (rating > 10)):
            found.append(
                Finding(
                    row,
                    f"ESSPRI {item}",
                    f"{_plain(rating[row])}; the item runs from 0 to 10",
                    "An impossible rating leaves the visit without an ESSPRI.",
                    item,
                )
            )
    return found if present or items else None


# ------------------------------------------------------------------ levels and laboratory

_BLOOD = ("neutrophils_per_mm3", "hb_g_dl", "platelets_per_mm3", "lymphocytes_per_mm3")
_SHOWN = {
    "neutrophils_per_mm3": "neutrophils {}/mm3",
    "hb_g_dl": "haemoglobin {} g/dL",
    "platelets_per_mm3": "platelets {}/mm3",
    "lymphocytes_per_mm3": "lymphocytes {}/mm3",
    "igg_g_l": "IgG {} g/L",
    "synovitis_28": "{} swollen joints",
}


def laboratory(collected: Collected, limits: Limits) -> Findings:
    """Compare haematological and biological levels with blood counts, IgG and complement."""
    frame = collected.frame
    blood = [k for k in _BLOOD if k in frame]
    serum = [k for k in ("igg_g_l", "c3", "c4") if k in frame]
    found: list[Finding] = []
    ran = False
    if "haematological" in frame and blood:
        ran = True
        raw = {k: in_unit(collected, k) for k in blood}
        found += _against(
            collected,
            "haematological",
            raw,
            complete=len(blood) == len(_BLOOD),
            doubt="Cytopenia counts only if autoimmune, which the rater decides; please confirm.",
        )
    if "biological" in frame and serum:
        ran = True
        raw = {"igg_g_l": in_unit(collected, "igg_g_l")} if "igg_g_l" in frame else {}
        complement = [low_complement(collected, k) for k in ("c3", "c4") if k in frame]
        if complement:
            known = np.all([~np.isnan(c) for c in complement], axis=0)
            low = np.any([c == 1 for c in complement], axis=0)
            raw["low_complement"] = np.where(low, 1.0, np.where(known, 0.0, np.nan))
        found += _against(
            collected,
            "biological",
            raw,
            complete=len(serum) == 3,
            doubt="Cryoglobulins, a clonal component or CH50 may be the reason; please confirm.",
        )
    return found if ran else None


def joints(collected: Collected, limits: Limits) -> Findings:
    """Compare the articular level with the count of swollen joints."""
    frame = collected.frame
    if not _has(frame, "articular", "synovitis_28"):
        return None
    raw = {"synovitis_28": frame["synovitis_28"].to_numpy(dtype=float)}
    found = _against(
        collected,
        "articular",
        raw,
        complete=True,
        doubt="Moderate and high need synovitis in a 28-joint count; please confirm.",
    )
    # A low level rests on arthralgia with stiffness, which a count of swollen joints cannot show.
    level = frame["articular"]
    return [f for f in found if not (level[f.row] == 1 and raw["synovitis_28"][f.row] == 0)]


def _against(
    collected: Collected,
    domain: str,
    raw: Mapping[str, npt.NDArray[np.float64]],
    *,
    complete: bool,
    doubt: str,
) -> list[Finding]:
    """Return visits whose level differs from what the raw findings support.

    A level above the findings is questioned only where all of them are known.
    """
    import pandas as pd

    recorded = collected.frame[domain].to_numpy(dtype=float)
    inputs = pd.DataFrame({**raw, "domain": domain})
    supported = score_frame("ESSDAI_LEVEL", inputs)["level"].to_numpy(dtype=float)
    values = np.vstack(list(raw.values()))
    some, every = ~np.all(np.isnan(values), axis=0), ~np.any(np.isnan(values), axis=0)
    too_low = some & (recorded < supported)
    too_high = every & (recorded > supported) & complete
    found = []
    for row in _rows(too_low | too_high):
        measured = ", ".join(
            _SHOWN[k].format(_plain(v[row]))
            for k, v in raw.items()
            if k in _SHOWN and v[row] == v[row]
        )
        if "low_complement" in raw and raw["low_complement"][row] == 1:
            measured = f"{measured}, complement low".strip(", ")
        told, meant = _named(recorded[row]), _named(supported[row])
        found.append(
            Finding(
                row,
                f"{_LABELS[domain]} level",
                f"recorded {told}; {measured} support {meant}",
                doubt
                if recorded[row] > supported[row] or domain == "haematological"
                else "The level recorded is below what the findings support.",
                domain,
            )
        )
    return found


def _named(level: float) -> str:
    whole = level in (0, 1, 2, 3)
    return f"{int(level)} ({LEVEL_NAMES[int(level)]})" if whole else _plain(level)


def low_complement(collected: Collected, key: str) -> npt.NDArray[np.float64]:
    """Return 1 where complement is below the laboratory's own limit, else 0; NaN unknown."""
    values = collected.frame[key].to_numpy(dtype=float)
    limit = collected.extra(key, "A1LO")
    lower = np.full(len(values), np.nan) if limit is None else limit.to_numpy(dtype=float)
    low = np.where(np.isnan(values) | np.isnan(lower), np.nan, (values < lower).astype(float))
    indicator = collected.extra(key, "ANRIND")
    if indicator is None:
        return low
    told = indicator.map(lambda t: np.nan if t is None or t != t else float("LOW" in str(t)))
    return np.where(np.isnan(low), told.to_numpy(dtype=float), low)


# ------------------------------------------------------------------ patterns over visits


def carried_forward(collected: Collected, limits: Limits) -> Findings:
    """Find runs of visits at which all twelve levels are the same although there is activity."""
    frame = collected.frame
    if not _has(frame, *DOMAIN_KEYS):
        return None
    levels = frame[list(DOMAIN_KEYS)].to_numpy(dtype=float)
    rows = np.flatnonzero(~np.isnan(levels).any(axis=1) & (levels > 0).any(axis=1))
    complete = np.flatnonzero(~np.isnan(levels).any(axis=1))
    place = np.searchsorted(complete, rows)
    subject = frame[SUBJECT].to_numpy()
    found: list[Finding] = []
    start = 0
    for i in range(1, len(rows) + 1):
        same = (
            i < len(rows)
            and place[i] == place[i - 1] + 1
            and subject[rows[i]] == subject[rows[i - 1]]
            and bool((levels[rows[i]] == levels[rows[i - 1]]).all())
        )
        if same:
            continue
        if i - start >= limits.repeats:
            first, last = rows[start], rows[i - 1]
            active = [_LABELS[k] for k, v in zip(DOMAIN_KEYS, levels[first], strict=True) if v > 0]
            found.append(
                Finding(
                    int(last),
                    "All ESSDAI levels",
                    f"the same at {i - start} visits in a row, {frame[AVISIT][first]} to "
                    f"{frame[AVISIT][last]} ({', '.join(active)})",
                    "Levels may have been carried forward instead of rated anew, or stable damage "
                    "rated as activity.",
                    "essdai" if "essdai" in frame else DOMAIN_KEYS[0],
                )
            )
        start = i
    return found


def jumps(collected: Collected, limits: Limits) -> Findings:
    """Find changes between successive visits that are larger than is plausible."""
    frame, found, ran = collected.frame, [], False
    for key, label, limit, computed in (
        ("essdai", "ESSDAI", limits.essdai_change, ("ESSDAI", "total", DOMAIN_KEYS)),
        ("esspri", "ESSPRI", limits.esspri_change, ("ESSPRI", "score", ESSPRI_ITEMS)),
    ):
        instrument, value, needs = computed
        if _has(frame, *needs):
            score = score_frame(instrument, frame[list(needs)])[value]
        elif key in frame:
            score = frame[key]
        else:
            continue
        ran = True
        item = key if key in frame else needs[0]
        known = np.flatnonzero(score.notna().to_numpy())
        numbers, subject = score.to_numpy(dtype=float)[known], frame[SUBJECT].to_numpy()[known]
        change = np.diff(numbers)
        large = (subject[1:] == subject[:-1]) & (np.abs(change) >= limit - 1e-9)
        for i in _rows(large):
            row, before = int(known[i + 1]), int(known[i])
            found.append(
                Finding(
                    row,
                    label,
                    f"{_plain(numbers[i])} at {frame[AVISIT][before]}, {_plain(numbers[i + 1])} at "
                    f"this visit",
                    "A change this large between two visits is rare; a level or the visit may be "
                    "wrong.",
                    item,
                )
            )
    return found if ran else None


def eligibility(collected: Collected, limits: Limits) -> Findings:
    """Compare the values before treatment with the entry rule of the NEPTUNUS trials."""
    frame = collected.frame
    entry = [d.key for d in DOMAINS if d.entry]
    if not _has(frame, *entry):
        return None
    visits = frame.loc[frame[AVISITN] <= 0]
    total = score_frame("ESSDAI8_ENTRY", visits.reindex(columns=list(DOMAIN_KEYS)))["total8"]
    found = [
        Finding(
            row,
            "ESSDAI of the eight entry domains",
            f"{_plain(score)}; entry asks for 5 or more",
            "The subject does not meet the entry rule by these values; if screening was "
            "another day, its values decide.",
            entry[0],
        )
        for row, score in _firsts(visits, total)
        if score < LOW_BELOW
    ]
    if "sws_ml_min" in visits:
        found += [
            Finding(
                row,
                "Stimulated salivary flow",
                f"{_plain(flow)} mL/min; entry asks for 0.05 or more",
                "The subject does not meet the entry rule by this value.",
                "sws_ml_min",
            )
            for row, flow in _firsts(visits, visits["sws_ml_min"])
            if flow < 0.05 - 1e-9
        ]
    return found


def _firsts(visits: pd.DataFrame, values: pd.Series) -> Iterator[tuple[int, float]]:
    """Yield the first known value of each subject with its row.

    Screening decides where it was recorded; else baseline is the nearest there is.
    """
    known = values.dropna()
    first = known[~visits.loc[known.index, SUBJECT].duplicated()]
    yield from zip(map(int, first.index), map(float, first), strict=True)


_WEEK = re.compile(r"\b(?:week|wk|w)\s*(\d+)\b", re.IGNORECASE)


def windows(collected: Collected, limits: Limits) -> Findings:
    """Find visits named by a week whose study day is too far from that week.

    Week w is planned on study day 7 w + 1, and a baseline on study day 1 or before.
    """
    frame = collected.frame
    day = visit_day(collected)
    if day is None:
        return None
    names = frame[AVISIT].astype(str)
    weeks = names.str.extract(_WEEK, expand=False).astype(float).to_numpy()
    planned = np.where(weeks > 0, 7 * weeks + 1, np.nan)
    baseline = names.str.contains("baseline", case=False).to_numpy(dtype=bool)
    item = next(iter(collected.positions))
    found = []
    for row in _rows(np.abs(day - planned) > limits.window_days):
        found.append(
            Finding(
                row,
                "Day of the visit",
                f"study day {_plain(day[row])}; {names[row]} is day {_plain(planned[row])}, "
                f"{limits.window_days} days before or after",
                "A value outside its window describes another time of the course; the plan says "
                "whether it counts.",
                item,
            )
        )
    for row in _rows(baseline & (day > 1)):
        found.append(
            Finding(
                row,
                "Day of the visit",
                f"study day {_plain(day[row])}; a baseline is not after day 1",
                "A baseline taken after the first dose may already show its effect.",
                item,
            )
        )
    return found


def visit_day(collected: Collected) -> npt.NDArray[np.float64] | None:
    """Return the study day of every visit, from the first item recorded there."""
    import pandas as pd

    day = np.full(len(collected.frame), np.nan)
    known = False
    for item in collected.positions:
        recorded = collected.extra(item, "ADY")
        if recorded is not None:
            known = True
            values = pd.to_numeric(recorded, errors="coerce").to_numpy(dtype=float)
            day = np.where(np.isnan(day), values, day)
    return day if known else None


CHECKS: tuple[ScoreCheck, ...] = (
    ScoreCheck("total", "Entered total against items", "a total and its items", totals),
    ScoreCheck("impossible", "Impossible level or rating", "levels or ESSPRI items", impossible),
    ScoreCheck(
        "laboratory",
        "Level against laboratory",
        "haematological or biological levels with blood counts, IgG or complement",
        laboratory,
    ),
    ScoreCheck(
        "joints",
        "Articular level against joint count",
        "the articular level and a count of swollen joints of 28",
        joints,
    ),
    ScoreCheck(
        "carried_forward", "Same levels carried forward", "all twelve levels", carried_forward
    ),
    ScoreCheck("jump", "Change too large between visits", "ESSDAI or ESSPRI", jumps),
    ScoreCheck("eligibility", "Entry rule of NEPTUNUS", "the eight entry domains", eligibility),
    ScoreCheck("window", "Visit outside its window", "the study day of its visits (ADY)", windows),
)
"""Every check, in the order of its findings."""
