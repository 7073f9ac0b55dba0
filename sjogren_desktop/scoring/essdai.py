"""ESSDAI, ClinESSDAI, the eight-domain entry score, response and activity level.

The total is the sum over domains of weight times level (Seror 2010, Ann Rheum
Dis 69:1103-9; user guide Seror 2015, RMD Open 1:e000022). ClinESSDAI leaves
the biological domain out and has weights of its own (Seror 2016, Ann Rheum
Dis 75:1945-50). Activity levels and the smallest change that matters: Seror
2016, Ann Rheum Dis 75:382-9.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Floats,
    Instrument,
    Scores,
    Texts,
    any_flag,
    below,
    error_where,
    fall_at_least,
    first_where,
    names_where,
    three_valued,
)

LEVEL_NAMES = ("no activity", "low", "moderate", "high")


@dataclass(frozen=True)
class Domain:
    """One organ domain: its weights in both scores and the levels that exist.

    ``clinical_weight`` is 0 for the domain that ClinESSDAI leaves out.
    """

    key: str
    label: str
    weight: int
    clinical_weight: int
    levels: tuple[int, ...]
    entry: bool


DOMAINS = (
    Domain("constitutional", "Constitutional", 3, 4, (0, 1, 2), True),
    Domain("lymphadenopathy", "Lymphadenopathy and lymphoma", 4, 4, (0, 1, 2, 3), True),
    Domain("glandular", "Glandular", 2, 2, (0, 1, 2), True),
    Domain("articular", "Articular", 2, 3, (0, 1, 2, 3), True),
    Domain("cutaneous", "Cutaneous", 3, 3, (0, 1, 2, 3), True),
    Domain("pulmonary", "Pulmonary", 5, 6, (0, 1, 2, 3), False),
    Domain("renal", "Renal", 5, 6, (0, 1, 2, 3), True),
    Domain("muscular", "Muscular", 6, 7, (0, 1, 2, 3), False),
    Domain("pns", "Peripheral nervous system", 5, 5, (0, 1, 2, 3), False),
    Domain("cns", "Central nervous system", 5, 5, (0, 2, 3), False),
    Domain("haematological", "Haematological", 2, 2, (0, 1, 2, 3), True),
    Domain("biological", "Biological", 1, 0, (0, 1, 2), True),
)
"""The twelve domains; ``entry`` marks the eight that count for entry to the NEPTUNUS trials."""

ACTIVITY_LEVELS = ("", "low", "moderate", "high")
LOW_BELOW = 5
HIGH_FROM = 14
MINIMAL_CHANGE = 3


def score_essdai(columns: Columns, conventions: Conventions) -> Scores:
    """Return total, activity and missing domains from the twelve levels."""
    return _score(columns, conventions, {d.key: d.weight for d in DOMAINS})


def score_clinessdai(columns: Columns, conventions: Conventions) -> Scores:
    """Return total, activity and missing domains; the biological level is not used."""
    weights = {d.key: d.clinical_weight for d in DOMAINS if d.clinical_weight}
    return _score(columns, conventions, weights)


def score_entry(columns: Columns, conventions: Conventions) -> Scores:
    """Return the NEPTUNUS entry score over eight domains beside the full total."""
    full = score_essdai(columns, conventions)
    eight = _score(columns, conventions, {d.key: d.weight for d in DOMAINS if d.entry})
    total = np.asarray(eight["total"], dtype=float)
    scores: Scores = {
        "total8": total,
        "eligible": three_valued(total >= LOW_BELOW, ~np.isnan(total)),
        "essdai_total": full["total"],
        "missing": eight["missing"],
    }
    return _with_error(scores, full)


def score_response(columns: Columns, conventions: Conventions) -> Scores:
    """Return change, response and low disease activity from two totals."""
    baseline, followup = columns.numbers("baseline"), columns.numbers("followup")
    threshold = columns.numbers("threshold")
    threshold = np.where(np.isnan(threshold), MINIMAL_CHANGE, threshold)
    return {
        "change": followup - baseline,
        "responder": fall_at_least(baseline, followup, threshold),
        "low_disease_activity": three_valued(below(followup, LOW_BELOW), ~np.isnan(followup)),
    }


def activity_level(total: Floats) -> Texts:
    """Return "low" (below 5), "moderate" (5 to 13) or "high" (14 and above), "" if missing."""
    known = (~np.isnan(total)).astype(np.int8)
    return Texts(known + (total >= LOW_BELOW) + (total >= HIGH_FROM), ACTIVITY_LEVELS)


_PIECE = 32_768
"""Rows worked on at a time, so that intermediate columns stay in the processor's cache."""


def _score(columns: Columns, conventions: Conventions, weights: dict[str, int]) -> Scores:
    levels = {d: columns.entries(d.key) for d in DOMAINS if d.key in weights}
    rows = columns.length
    total = np.zeros(rows)
    points = np.empty((len(levels), rows))
    missing: dict[str, Flags] = {}
    invalid: dict[str, Flags] = {}
    for start in range(0, rows, _PIECE):
        piece = slice(start, start + _PIECE)
        for row, (domain, level) in enumerate(levels.items()):
            part = level[piece]
            possible = part == 0
            for allowed in domain.levels[1:]:
                possible |= part == allowed
            if not possible.all():
                absent = np.isnan(part)
                _mark(missing, domain.key, rows, piece, absent)
                _mark(invalid, domain.key, rows, piece, ~possible & ~absent)
                part = np.where(possible, part, np.nan)
                if conventions["C1"] == "zero":
                    part = np.where(absent, 0.0, part)
            weighted = points[row, piece]
            np.multiply(part, weights[domain.key], out=weighted)
            total[piece] += weighted
    scores: Scores = {
        "total": total,
        "activity": activity_level(total),
        "missing": names_where(_in_order(missing), rows),
        **{f"points.{d.key}": points[row] for row, d in enumerate(levels)},
    }
    if invalid:
        wrong = any_flag(invalid.values(), rows)
        scores["error"] = error_where(wrong, "invalid_level")
        scores["domain"] = first_where(_in_order(invalid), rows)
        scores["invalid"] = names_where(_in_order(invalid), rows)
    return scores


def _mark(found: dict[str, Flags], key: str, rows: int, piece: slice, flags: Flags) -> None:
    if flags.any():
        found.setdefault(key, np.zeros(rows, dtype=bool))[piece] = flags


def _in_order(found: dict[str, Flags]) -> dict[str, Flags]:
    """Return the domains in the order of the instrument, not of the rows they were found in."""
    return {d.key: found[d.key] for d in DOMAINS if d.key in found}


def _with_error(scores: Scores, source: Scores) -> Scores:
    return {**scores, **{k: source[k] for k in ("error", "domain", "invalid") if k in source}}


_KINDS = {
    "total": "int",
    "activity": "word",
    "missing": "names",
    "points.*": "int",
    "error": "text",
    "domain": "text",
    "invalid": "names",
}

ESSDAI = Instrument(
    "ESSDAI",
    "EULAR Sjögren's syndrome disease activity index",
    "Seror 2010, with the definitions of the 2015 user guide",
    score_essdai,
    _KINDS,
    ("C1",),
    ("Rule for a missing domain", "Recall window"),
)
CLINESSDAI = Instrument(
    "CLINESSDAI",
    "Clinical ESSDAI",
    "Seror 2016 (Ann Rheum Dis 75:1945-50)",
    score_clinessdai,
    _KINDS,
    ("C1",),
    ("Activity levels and smallest change that matters: taken as those of ESSDAI",),
)
ESSDAI8_ENTRY = Instrument(
    "ESSDAI8_ENTRY",
    "Entry score of the NEPTUNUS trials (eight ESSDAI domains)",
    "Trial registry NCT05350072 and NCT05349214",
    score_entry,
    {
        "total8": "int",
        "eligible": "flag",
        "essdai_total": "int",
        "missing": "names",
        "error": "text",
        "domain": "text",
        "invalid": "names",
    },
    ("C1",),
)
ESSDAI_RESPONSE = Instrument(
    "ESSDAI_RESPONSE",
    "Response and low disease activity by ESSDAI",
    "Seror 2016 (Ann Rheum Dis 75:382-9); the threshold is an input",
    score_response,
    {"change": "int", "responder": "flag", "low_disease_activity": "flag"},
    ("C2",),
)
