"""The ESSDAI level that raw findings support, domain by domain.

Definitions: Seror 2010 (Ann Rheum Dis 69:1103-9) with the 2015 user guide
(RMD Open 1:e000022). This is a consistency check beside the rater's choice,
never a replacement: whether a finding is due to the disease is a judgement.
A domain takes the level of its worst present feature.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import numpy as np

from sjogren_desktop.scoring.conventions import Conventions
from sjogren_desktop.scoring.instrument import (
    Columns,
    Flags,
    Floats,
    Instrument,
    Scores,
    Texts,
    at_most,
    below,
    exceeds,
    reaches,
)


def score_level(columns: Columns, conventions: Conventions) -> Scores:
    """Return the level supported in the domain that each row names.

    Missing where the definitions leave it to the rater; with an error where
    the domain or the histology has no rule.
    """
    domain = columns.texts("domain")
    level = np.full(columns.length, np.nan)
    error = np.full(columns.length, ERRORS.index("unknown_domain"))
    for name, rule in RULES.items():
        rows = domain == name
        if rows.any():
            level = np.where(rows, rule(columns), level)
            error[rows] = 0
    error[np.isin(domain, RATER_ALONE)] = ERRORS.index("rater_alone")
    unknown = (domain == "renal") & (columns.texts("histology") != "")
    unknown &= np.isnan(_by_histology(columns))
    error[unknown] = ERRORS.index("unknown_histology")
    scores: Scores = {"level": np.where(unknown, np.nan, level)}
    if error.any():
        scores["error"] = Texts(error, ERRORS)
    return scores


def _worst(columns: Columns, *features: tuple[int, Flags]) -> Floats:
    """Return the highest level whose feature is present, else 0."""
    level = np.zeros(columns.length)
    for value, present in features:
        level = np.where(present, np.maximum(level, value), level)
    return level


def constitutional(columns: Columns) -> Floats:
    """Fever 37.5-38.5 C or weight loss 5-10% is low, above that moderate."""
    fever = np.where(columns.flags("infection"), np.nan, columns.numbers("max_temp_c"))
    loss = np.where(columns.flags("voluntary"), np.nan, columns.numbers("weight_loss_pct"))
    return _worst(
        columns,
        (1, reaches(fever, 37.5)),
        (1, reaches(loss, 5)),
        (2, exceeds(fever, 38.5)),
        (2, exceeds(loss, 10)),
    )


def lymphadenopathy(columns: Columns) -> Floats:
    """Nodes by region (groin nodes by the groin limits only), spleen, B-cell malignancy."""
    node, groin = columns.numbers("node_noninguinal_cm"), columns.numbers("node_inguinal_cm")
    return _worst(
        columns,
        (1, reaches(node, 1)),
        (1, reaches(groin, 2)),
        (2, reaches(node, 2)),
        (2, reaches(groin, 3)),
        (2, columns.flags("splenomegaly")),
        (3, columns.flags("bcell_malignancy_current")),
    )


def glandular(columns: Columns) -> Floats:
    """Parotid enlarged up to 3 cm is low, above moderate."""
    size = columns.numbers("parotid_cm")
    return _worst(columns, (1, exceeds(size, 0)), (2, exceeds(size, 3)))


def articular(columns: Columns) -> Floats:
    """Morning stiffness above 30 min with arthralgia; 1-5 or 6 and more synovitis of 28."""
    joints, stiffness = columns.numbers("synovitis_28"), columns.numbers("arthralgia_stiffness_min")
    return _worst(
        columns, (1, exceeds(stiffness, 30)), (2, reaches(joints, 1)), (3, reaches(joints, 6))
    )


def pulmonary(columns: Columns) -> Floats:
    """Interstitial disease on HRCT, graded by breathlessness and function tests."""
    disease = columns.flags("ild_hrct")
    nyha = columns.numbers("nyha")
    dlco, fvc = columns.numbers("dlco_pct"), columns.numbers("fvc_pct")
    return _worst(
        columns,
        (1, disease),
        (2, disease & ((nyha == 2) | below(dlco, 70) | below(fvc, 80))),
        (3, disease & (reaches(nyha, 3) | below(dlco, 40) | below(fvc, 60))),
    )


def renal(columns: Columns) -> Floats:
    """Histology first where there is a biopsy; else tubular and glomerular findings."""
    by_histology = _by_histology(columns)
    return np.where(np.isnan(by_histology), _renal_findings(columns), by_histology)


_HISTOLOGY = ((r"cryoglob|proliferat", 3), (r"membranous|interstitial", 2))
"""Words of a biopsy report and the level they stand for; the first that is found counts."""
_NOT_MARKED = re.compile(r"\b(no|not|without|mild|minimal|non)\b")


def _by_histology(columns: Columns) -> Floats:
    """Return the level by what the biopsy is called, missing where the words say none.

    Only marked interstitial infiltration counts, so words that deny or play
    down leave the level to the rater.
    """
    found, place = np.unique(columns.texts("histology"), return_inverse=True)
    levels = []
    for text in found:
        words = str(text).lower().replace("_", " ")
        known = [level for pattern, level in _HISTOLOGY if re.search(pattern, words)]
        levels.append(known[0] if known and not _NOT_MARKED.search(words) else np.nan)
    return np.asarray(levels, dtype=np.float64)[place]


def _renal_findings(columns: Columns) -> Floats:
    tubular, glomerular = columns.flags("tubular_acidosis"), columns.flags("glomerular")
    protein, filtration = columns.numbers("proteinuria_g_day"), columns.numbers("gfr_ml_min")
    failing = below(filtration, 60)
    return _worst(
        columns,
        (1, tubular),
        (2, tubular & failing),
        (1, glomerular & reaches(protein, 0.5)),
        (2, glomerular & exceeds(protein, 1)),
        (3, glomerular & (exceeds(protein, 1.5) | columns.flags("haematuria") | failing)),
    )


def muscular(columns: Columns) -> Floats:
    """Myositis proven by EMG, biopsy or MRI, graded by power and creatine kinase."""
    proven = columns.flags("myositis_proven")
    power, kinase = columns.numbers("power_mrc"), columns.numbers("ck_x_uln")
    level = _worst(
        columns,
        (1, proven & exceeds(kinase, 1)),
        (2, proven & (exceeds(kinase, 2) | (exceeds(power, 3) & below(power, 5)))),
        (3, proven & (exceeds(kinase, 4) | at_most(power, 3))),
    )
    # Proven myositis with normal power and enzymes is not described: the rater decides.
    return np.where(proven & (level == 0), np.nan, level)


def haematological(columns: Columns) -> Floats:
    """Worst line of neutrophils, haemoglobin, platelets, lymphocytes, if autoimmune."""
    neutrophils = columns.numbers("neutrophils_per_mm3")
    haemoglobin, platelets = columns.numbers("hb_g_dl"), columns.numbers("platelets_per_mm3")
    lymphocytes = columns.numbers("lymphocytes_per_mm3")
    level = _worst(
        columns,
        (1, below(neutrophils, 1500) | below(haemoglobin, 12) | below(platelets, 150_000)),
        (1, below(lymphocytes, 1000)),
        (2, at_most(neutrophils, 1000) | at_most(haemoglobin, 10) | at_most(platelets, 100_000)),
        (2, at_most(lymphocytes, 500)),
        (3, below(neutrophils, 500) | below(haemoglobin, 8) | below(platelets, 50_000)),
    )
    return np.where(columns.flags("attributable", default=True), level, 0.0)


def biological(columns: Columns) -> Floats:
    """Clonality, complement, IgG 16-20 g/L low; above 20, cryoglobulins moderate."""
    igg = columns.numbers("igg_g_l")
    return _worst(
        columns,
        (1, columns.flags("low_complement") | columns.flags("clonal_component")),
        (1, reaches(igg, 16)),
        (2, exceeds(igg, 20)),
        (2, columns.flags("cryoglobulinaemia")),
        (2, columns.flags("recent_hypogammaglobulinaemia")),
    )


RULES: dict[str, Callable[[Columns], Floats]] = {
    "constitutional": constitutional,
    "lymphadenopathy": lymphadenopathy,
    "glandular": glandular,
    "articular": articular,
    "pulmonary": pulmonary,
    "renal": renal,
    "muscular": muscular,
    "haematological": haematological,
    "biological": biological,
}
"""Domains whose level can be derived; cutaneous, pns and cns are the rater's alone."""

RATER_ALONE = ("cutaneous", "pns", "cns")
ERRORS = ("", "unknown_domain", "rater_alone", "unknown_histology")

ESSDAI_LEVEL = Instrument(
    "ESSDAI_LEVEL",
    "ESSDAI domain level from raw findings",
    "Seror 2010 and the 2015 user guide",
    score_level,
    {"level": "int", "error": "text"},
    ("C3",),
    ("Most domain definitions were read in a secondary source",),
)
