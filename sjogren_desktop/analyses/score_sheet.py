"""What a score sheet says about one visit: totals, change, response, and doubts.

:func:`assess` scores the entries of a visit against those of baseline with the
instruments of :mod:`sjogren_desktop.scoring`; it repeats no rule. A level is
also held against the raw findings of its domain, which gives a warning and
never changes a level: whether a finding is due to the disease is the rater's
judgement.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from sjogren_desktop.results import AnalysisError
from sjogren_desktop.scoring import score_case
from sjogren_desktop.scoring.composites import INPUTS
from sjogren_desktop.scoring.essdai import DOMAINS, LEVEL_NAMES
from sjogren_desktop.scoring.esspri import ITEMS as ESSPRI_ITEMS
from sjogren_desktop.scoring.esspri import MAXIMUM as ESSPRI_MAXIMUM
from sjogren_desktop.study.score_edits import Entry

Entries = Mapping[str, Entry]

FINDING = "finding."
"""Prefix of the variable of a raw finding that was entered."""

GLAND_TESTS = tuple(name for name in INPUTS if name not in ("clinessdai", "esspri"))


@dataclass(frozen=True)
class Finding:
    """A raw finding that can be entered beside a level.

    ``kind`` is "number", "flag" or "choice"; ``choices`` are (value, label).
    """

    domain: str
    key: str
    label: str
    unit: str = ""
    kind: str = "number"
    minimum: float = 0.0
    maximum: float = 1000.0
    choices: tuple[tuple[str, str], ...] = ()

    @property
    def variable(self) -> str:
        """Name of the variable it is saved as."""
        return FINDING + self.key


def _number(
    domain: str, key: str, label: str, unit: str, maximum: float, minimum: float = 0.0
) -> Finding:
    return Finding(domain, key, label, unit, "number", minimum, maximum)


def _flag(domain: str, key: str, label: str) -> Finding:
    return Finding(domain, key, label, kind="flag", maximum=1)


FINDINGS: tuple[Finding, ...] = (
    _number("constitutional", "max_temp_c", "Highest temperature", "°C", 43, 34),
    _number("constitutional", "weight_loss_pct", "Weight lost", "% of body weight", 100),
    _flag("constitutional", "infection", "Fever is due to infection"),
    _flag("constitutional", "voluntary", "Weight loss is intended"),
    _number("lymphadenopathy", "node_noninguinal_cm", "Largest node, not groin", "cm", 30),
    _number("lymphadenopathy", "node_inguinal_cm", "Largest node, groin", "cm", 30),
    _flag("lymphadenopathy", "splenomegaly", "Enlarged spleen"),
    _flag("lymphadenopathy", "bcell_malignancy_current", "Malignant B-cell disease at present"),
    _number("glandular", "parotid_cm", "Parotid swelling", "cm", 15),
    _number("articular", "synovitis_28", "Joints with synovitis, of 28", "", 28),
    _number("articular", "arthralgia_stiffness_min", "Morning stiffness", "min", 1440),
    _flag("pulmonary", "ild_hrct", "Interstitial disease on HRCT"),
    _number("pulmonary", "nyha", "Breathlessness, NYHA class", "1 to 4", 4, 1),
    _number("pulmonary", "dlco_pct", "DLCO", "% of predicted", 200),
    _number("pulmonary", "fvc_pct", "FVC", "% of predicted", 200),
    _flag("renal", "glomerular", "Glomerular involvement"),
    _flag("renal", "tubular_acidosis", "Tubular acidosis"),
    _number("renal", "proteinuria_g_day", "Proteinuria", "g/day", 50),
    _number("renal", "gfr_ml_min", "GFR", "mL/min", 250),
    _flag("renal", "haematuria", "Haematuria"),
    Finding(
        "renal",
        "histology",
        "Biopsy",
        kind="choice",
        choices=(
            ("", "none"),
            ("extra_membranous", "extra-membranous"),
            ("interstitial_infiltrate", "interstitial infiltrate"),
            ("proliferative", "proliferative"),
            ("cryoglobulin_related", "cryoglobulin-related"),
        ),
    ),
    _flag("muscular", "myositis_proven", "Myositis proven (EMG, biopsy, MRI)"),
    _number("muscular", "power_mrc", "Worst power", "of 5", 5),
    _number("muscular", "ck_x_uln", "CK", "x upper limit", 500),
    _number("haematological", "neutrophils_per_mm3", "Neutrophils", "/mm3", 100_000),
    _number("haematological", "hb_g_dl", "Haemoglobin", "g/dL", 25),
    _number("haematological", "platelets_per_mm3", "Platelets", "/mm3", 3_000_000),
    _number("haematological", "lymphocytes_per_mm3", "Lymphocytes", "/mm3", 100_000),
    _flag("haematological", "not_attributable", "Not due to Sjögren's disease"),
    _number("biological", "igg_g_l", "IgG", "g/L", 150),
    _flag("biological", "low_complement", "Low C3, C4 or CH50"),
    _flag("biological", "clonal_component", "Clonal component"),
    _flag("biological", "cryoglobulinaemia", "Cryoglobulins"),
    _flag("biological", "recent_hypogammaglobulinaemia", "Recent hypogammaglobulinaemia"),
)
"""Findings by domain, with the limits between which an entry is possible."""


def findings_of(domain: str) -> tuple[Finding, ...]:
    """Return the findings that can be entered for a domain."""
    return tuple(f for f in FINDINGS if f.domain == domain)


def check_entry(variable: str, value: Entry) -> None:
    """Refuse what cannot be.

    Raises
    ------
    AnalysisError
        With a sentence that says what is possible.
    """
    if value is None:
        return
    domain = next((d for d in DOMAINS if d.key == variable), None)
    if domain is not None:
        if value not in domain.levels:
            allowed = ", ".join(f"{n} ({LEVEL_NAMES[n]})" for n in domain.levels)
            raise AnalysisError(f"{domain.label} has no level {value}. Its levels are {allowed}.")
    elif variable in ESSPRI_ITEMS:
        _check_range(f"ESSPRI {variable}", value, 0.0, ESSPRI_MAXIMUM)
    elif variable.startswith(FINDING):
        found = next((f for f in FINDINGS if f.variable == variable), None)
        if found is not None and found.kind == "number":
            _check_range(found.label, value, found.minimum, found.maximum)


def _check_range(label: str, value: Entry, minimum: float, maximum: float) -> None:
    if not isinstance(value, int | float) or not minimum <= value <= maximum:
        raise AnalysisError(
            f"{label}: {value} is not possible. Give a number from {minimum:g} to {maximum:g}."
        )


@dataclass(frozen=True)
class Total:
    """One total of a visit with what follows from it; None where it is not known.

    Of ESSPRI, ``low_disease_activity`` is the acceptable state (below 5).
    """

    value: float | None
    missing: tuple[str, ...] = ()
    points: Mapping[str, int] | None = None
    activity: str = ""
    baseline: float | None = None
    change: float | None = None
    responder: bool | None = None
    low_disease_activity: bool | None = None


@dataclass(frozen=True)
class Composite:
    """STAR or CRESS: points or items by domain, total, response, and what is open."""

    parts: Mapping[str, float | bool | None]
    total: float | None
    responder: bool | None
    remark: str


@dataclass(frozen=True)
class Assessment:
    """All that follows from the entries of a visit."""

    essdai: Total
    clinessdai: Total
    esspri: Total
    star: Composite | None
    cress: Composite | None
    doubts: Mapping[str, str]


def assess(entries: Entries, baseline: Entries | None, measured: Entries) -> Assessment:
    """Score a visit.

    Parameters
    ----------
    entries : mapping
        Domain levels, ESSPRI items and findings (``finding.*``) as entered.
    baseline : mapping or None
        Values of the baseline visit: items, totals and tests; None where the
        visit is the baseline or there is none.
    measured : mapping
        Values of this visit that the study holds, such as laboratory tests.
    """
    essdai = _disease_activity("ESSDAI", entries, _given(baseline, "essdai"))
    clinical = _disease_activity("CLINESSDAI", entries, _given(baseline, "clinessdai"))
    reported = _reported(entries, baseline)
    star, cress = _composites(clinical, reported, baseline, {**measured, **_entered(entries)})
    doubts = {
        d.key: doubt for d in DOMAINS if (doubt := doubt_about(d.key, entries, measured)) != ""
    }
    return Assessment(essdai, clinical, reported, star, cress, doubts)


def _given(values: Entries | None, name: str) -> float | None:
    value = (values or {}).get(name)
    return float(value) if isinstance(value, int | float) else None


def _disease_activity(instrument: str, entries: Entries, baseline: float | None) -> Total:
    scored = score_case(instrument, {"levels": {d.key: entries.get(d.key) for d in DOMAINS}})
    total = cast("float | None", scored["total"])
    response = score_case("ESSDAI_RESPONSE", {"baseline": baseline, "followup": total})
    return Total(
        total,
        tuple(cast("list[str]", scored["missing"])),
        cast("Mapping[str, int]", scored["points"]),
        str(scored["activity"] or ""),
        baseline,
        cast("float | None", response["change"]),
        cast("bool | None", response["responder"]),
        cast("bool | None", response["low_disease_activity"]),
    )


def _reported(entries: Entries, baseline: Entries | None) -> Total:
    items = {name: entries.get(name) for name in ESSPRI_ITEMS}
    scored = score_case("ESSPRI", items)
    change = responder = None
    before = {name: (baseline or {}).get(name) for name in ESSPRI_ITEMS}
    start = _given(baseline, "esspri")
    if start is not None:
        whole = all(value is not None for value in before.values())
        response = score_case(
            "ESSPRI_RESPONSE", {"baseline": before if whole else start, "followup": items}
        )
        change = cast("float | None", response["change"])
        responder = cast("bool | None", response["responder"])
    return Total(
        cast("float | None", scored["score"]),
        tuple(cast("list[str]", scored["missing"])),
        baseline=start,
        change=change,
        responder=responder,
        low_disease_activity=cast("bool | None", scored["pass"]),
    )


def _entered(entries: Entries) -> dict[str, Entry]:
    return {k.removeprefix(FINDING): v for k, v in entries.items() if k.startswith(FINDING)}


def _composites(
    clinical: Total, reported: Total, baseline: Entries | None, measured: Entries
) -> tuple[Composite | None, Composite | None]:
    """Return STAR and CRESS where any gland or blood test is known at both visits."""
    before = {name: _given(baseline, name) for name in INPUTS}
    after = {name: _given(measured, name) for name in GLAND_TESTS}
    after |= {"clinessdai": clinical.value, "esspri": reported.value}
    if not any(before[n] is not None and after[n] is not None for n in GLAND_TESTS):
        return None, None
    inputs = {"baseline": before, "followup": after}
    star, cress = score_case("STAR", inputs), score_case("CRESS", inputs)
    return _star(star), _cress(cress)


def _star(scored: Mapping[str, object]) -> Composite:
    remark = ""
    if not scored["determinate"]:
        low, high = scored["min_total"], scored["max_total"]
        remark = f"undecided: {low} to {high} points, counted as no response (C5)"
    return Composite(
        cast("Mapping[str, float | None]", scored["points"]),
        cast("float | None", scored["total"]),
        cast("bool | None", scored["responder"]),
        remark,
    )


def _cress(scored: Mapping[str, object]) -> Composite:
    available = cast("int", scored["n_available"])
    return Composite(
        cast("Mapping[str, bool | None]", scored["items"]),
        cast("float | None", scored["n_met"]),
        cast("bool | None", scored["responder"]),
        "" if available == 5 else f"{available} of 5 items available",
    )


def doubt_about(domain: str, entries: Entries, measured: Entries) -> str:
    """Return why a level does not agree with the findings of its domain, "" where it does.

    A level below what the findings support is doubted as soon as one finding
    supports more; a level above only where every number asked for is known,
    since what is missing may be the reason.
    """
    chosen = entries.get(domain)
    given = _findings(domain, entries, measured)
    if not isinstance(chosen, int | float) or not given:
        return ""
    scored = score_case("ESSDAI_LEVEL", {"domain": domain, **given})
    supported = scored["level"]
    if not isinstance(supported, int) or supported == chosen:
        return ""
    words = f"The findings support {supported} ({LEVEL_NAMES[supported]})"
    if supported > chosen:
        return f"{words}; the level is {chosen:g}. Attribution is your judgement."
    numbers = [f.key for f in findings_of(domain) if f.kind == "number"]
    if any(given.get(key) is None for key in numbers):
        return ""
    return f"{words} only; the level is {chosen:g}. Is another feature present?"


def _findings(domain: str, entries: Entries, measured: Entries) -> dict[str, object]:
    """Return the findings of a domain: as entered, else as the study holds them."""
    given: dict[str, object] = {}
    for finding in findings_of(domain):
        value = entries.get(finding.variable, measured.get(finding.key))
        if value is None or value == "":
            continue
        given[finding.key] = bool(value) if finding.kind == "flag" else value
    if given.pop("not_attributable", False):
        given["attributable"] = False
    return given
