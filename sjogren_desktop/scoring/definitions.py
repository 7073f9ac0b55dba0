"""Short definitions of every ESSDAI domain and level, for the rater's score sheet.

Paraphrased from Seror 2010 (Ann Rheum Dis 69:1103-9) and the 2015 user guide
(RMD Open 1:e000022); the published text decides. What could not be checked in
a publication carries ``note = "not verified"``, what this program settled
itself ``note = "convention"``; both are to be shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from sjogren_desktop.results import AnalysisError

NOT_VERIFIED = "not verified"
CONVENTION = "convention"


@dataclass(frozen=True)
class Feature:
    """One feature that earns a level; ``note`` is "", "not verified" or "convention"."""

    text: str
    note: str = ""


@dataclass(frozen=True)
class LevelDefinition:
    """What earns one level of a domain; one present feature is enough."""

    level: int
    features: tuple[Feature, ...]


@dataclass(frozen=True)
class DomainDefinition:
    """The definition of one domain.

    Parameters
    ----------
    domain : str
        Key of the domain, as in :data:`sjogren_desktop.scoring.essdai.DOMAINS`.
    source : str
        "publisher's table" or "secondary source": where the text was read.
    levels : tuple of LevelDefinition
        From none upwards; levels that do not exist are absent.
    not_rated : tuple of str
        Causes that are excluded.
    damage : str
        What is damage, not activity, in this domain.
    remarks : tuple of Feature
        Further rules for the rater.
    """

    domain: str
    source: str
    levels: tuple[LevelDefinition, ...]
    not_rated: tuple[str, ...]
    damage: str
    remarks: tuple[Feature, ...] = ()


REMINDER = (
    Feature("Rate only what is active now and due to Sjögren's disease."),
    Feature("Long-standing, stable features are damage and count as no activity."),
    Feature("A domain takes its worst feature; features are not added up."),
    Feature("How far back to look is said in the protocol.", NOT_VERIFIED),
)
"""Activity against damage, and what else holds in every domain."""

_TABLE, _SECOND = "publisher's table", "secondary source"
_STABLE = "Stable, long-lasting findings are damage: rate none."


def definition(domain: str) -> DomainDefinition:
    """Return the definition of a domain.

    Raises
    ------
    AnalysisError
        If there is no such domain.
    """
    for found in DEFINITIONS:
        if found.domain == domain:
            return found
    known = ", ".join(d.domain for d in DEFINITIONS)
    raise AnalysisError(f"There is no ESSDAI domain {domain!r}. Domains: {known}.")


def _level(level: int, *features: str | Feature) -> LevelDefinition:
    return LevelDefinition(
        level, tuple(f if isinstance(f, Feature) else Feature(f) for f in features)
    )


_NONE = _level(0, "None of the features below")

DEFINITIONS: tuple[DomainDefinition, ...] = (
    DomainDefinition(
        "constitutional",
        _TABLE,
        (
            _NONE,
            _level(
                1,
                "Mild or intermittent fever, 37.5 to 38.5 °C, or night sweats",
                "Unintended loss of 5 to 10% of body weight",
            ),
            _level(
                2,
                "Fever above 38.5 °C, or marked night sweats",
                "Unintended loss of more than 10% of body weight",
            ),
        ),
        ("Fever of infection", "Intended weight loss"),
        "A weight that was lost earlier and is now steady is not active.",
        (Feature("Night sweats go with the severity of the fever: the rater's judgement."),),
    ),
    DomainDefinition(
        "lymphadenopathy",
        _TABLE,
        (
            _NONE,
            _level(1, "Node of 1 cm or more in any region, in the groin of 2 cm or more"),
            _level(
                2,
                "Node of 2 cm or more in any region, in the groin of 3 cm or more",
                "Enlarged spleen, felt or imaged",
            ),
            _level(3, "Malignant B-cell disease at present"),
        ),
        ("Infection",),
        "A lymphoma in the past that is no longer present is not active.",
        (Feature("Groin nodes are judged by the groin limits only.", CONVENTION),),
    ),
    DomainDefinition(
        "glandular",
        _TABLE,
        (
            _NONE,
            _level(
                1,
                "Parotid swelling up to 3 cm",
                "Limited swelling of submandibular or lachrymal glands",
            ),
            _level(
                2,
                "Parotid swelling above 3 cm",
                "Marked swelling of submandibular or lachrymal glands",
            ),
        ),
        ("Stone", "Infection"),
        "Long-standing, unchanged enlargement is damage: rate none.",
    ),
    DomainDefinition(
        "articular",
        _TABLE,
        (
            _NONE,
            _level(
                1,
                "Arthralgia of hands, wrists, ankles and feet with morning stiffness of more than "
                "30 min",
            ),
            _level(2, "1 to 5 joints with synovitis, of 28"),
            _level(3, "6 or more joints with synovitis, of 28"),
        ),
        ("Osteoarthritis",),
        "Deformity without synovitis is damage.",
    ),
    DomainDefinition(
        "cutaneous",
        _TABLE,
        (
            _NONE,
            _level(1, "Erythema multiforme"),
            _level(
                2,
                "Limited cutaneous vasculitis, urticarial vasculitis included",
                "Purpura of feet and ankles only",
                "Subacute cutaneous lupus",
            ),
            _level(
                3,
                "Diffuse cutaneous vasculitis, urticarial vasculitis included",
                "Diffuse purpura",
                "Ulcers due to vasculitis",
            ),
        ),
        (),
        "Scars and stable pigmentation are damage: rate none.",
        (Feature("Limited and diffuse are divided at 18% of the body surface.", NOT_VERIFIED),),
    ),
    DomainDefinition(
        "pulmonary",
        _SECOND,
        (
            _NONE,
            _level(
                1,
                "Persistent cough from bronchial involvement, shown on HRCT or by obstruction, "
                "without abnormality on X-ray",
                "Interstitial disease on imaging without breathlessness, normal function tests",
            ),
            _level(
                2,
                "Interstitial disease on HRCT with breathlessness on exertion (NYHA II)",
                "... or with DLCO 40 to below 70%, or FVC 60 to below 80% of predicted",
            ),
            _level(
                3,
                "Interstitial disease on HRCT with breathlessness at rest (NYHA III to IV)",
                "... or with DLCO below 40%, or FVC below 60% of predicted",
            ),
        ),
        ("Tobacco", "Other lung disease", "Cough from dryness alone"),
        "Stable cough of more than 12 months and stable lung damage: rate none.",
    ),
    DomainDefinition(
        "renal",
        _SECOND,
        (
            _level(
                0,
                "Proteinuria below 0.5 g/day, no haematuria, no leucocyturia, no acidosis",
                "Long-standing stable proteinuria due to damage",
            ),
            _level(
                1,
                "Tubular acidosis with GFR of 60 mL/min or more",
                "Glomerular: proteinuria 0.5 to 1 g/day, no haematuria, GFR of 60 or more",
            ),
            _level(
                2,
                "Tubular acidosis with GFR below 60 mL/min",
                "Glomerular: proteinuria above 1 to 1.5 g/day, no haematuria, GFR of 60 or more",
                "Biopsy: extra-membranous glomerulonephritis or marked interstitial lymphoid "
                "infiltrate",
            ),
            _level(
                3,
                "Glomerular: proteinuria above 1.5 g/day, or haematuria, or GFR below 60 mL/min",
                "Biopsy: proliferative glomerulonephritis or cryoglobulin-related disease",
            ),
        ),
        ("Causes other than Sjögren's disease",),
        "Stable proteinuria or loss of function from earlier disease is damage: rate none.",
        (
            Feature("Where there is a biopsy, rate by histology first."),
            Feature("Proteinuria of exactly 1 g/day is low, of 1.5 moderate.", CONVENTION),
        ),
    ),
    DomainDefinition(
        "muscular",
        _SECOND,
        (
            _NONE,
            _level(1, "No weakness, CK above normal up to 2 times the upper limit"),
            _level(
                2,
                "Weakness with a worst power of 4/5",
                "CK above 2 up to 4 times the upper limit",
            ),
            _level(
                3,
                "Weakness with a worst power of 3/5 or less",
                "CK above 4 times the upper limit",
            ),
        ),
        ("Weakness from steroids",),
        _STABLE,
        (
            Feature("Active myositis must be proven by EMG, biopsy or (since 2015) MRI."),
            Feature("Proven myositis with normal CK and power is not described: rater decides."),
        ),
    ),
    DomainDefinition(
        "pns",
        _SECOND,
        (
            _NONE,
            _level(
                1,
                "Pure sensory axonal polyneuropathy, or trigeminal neuralgia",
                Feature("Proven small-fibre neuropathy", NOT_VERIFIED),
            ),
            _level(
                2,
                "Axonal sensorimotor neuropathy with slight motor deficit (up to 4/5)",
                "Pure sensory neuropathy with cryoglobulinaemic vasculitis",
                "Ganglionopathy with mild or moderate ataxia only",
                "CIDP with mild impairment",
                "Lesion of a peripheral cranial nerve other than the trigeminal",
            ),
            _level(
                3,
                "Axonal sensorimotor neuropathy with power of 3/5 or less",
                "Neuropathy due to vasculitis, such as mononeuritis multiplex",
                "Severe ataxia from ganglionopathy",
                "CIDP with power of 3/5 or less, or severe ataxia",
            ),
        ),
        ("Neuropathy of other cause",),
        _STABLE,
        (
            Feature("Evidence comes from nerve conduction studies."),
            Feature(
                "Sources differ on motor deficit at the moderate level; follow the protocol.",
                NOT_VERIFIED,
            ),
        ),
    ),
    DomainDefinition(
        "cns",
        _SECOND,
        (
            _NONE,
            _level(
                2,
                "Lesion of a cranial nerve of central origin, or optic neuritis",
                "Syndrome like multiple sclerosis with sensory symptoms only",
                "Proven cognitive impairment",
            ),
            _level(
                3,
                "Cerebral vasculitis with stroke or transient ischaemic attack",
                "Seizures, transverse myelitis, or lymphocytic meningitis",
                "Syndrome like multiple sclerosis with motor deficit",
            ),
        ),
        ("Other causes",),
        _STABLE,
        (Feature("There is no low level."),),
    ),
    DomainDefinition(
        "haematological",
        _SECOND,
        (
            _level(
                0,
                "Neutrophils from 1500/mm3, haemoglobin from 12 g/dL, platelets from 150 000/mm3, "
                "lymphocytes from 1000/mm3",
            ),
            _level(
                1,
                "Neutrophils above 1000 and below 1500/mm3",
                "Haemoglobin above 10 and below 12 g/dL",
                "Platelets above 100 000 and below 150 000/mm3",
                "Lymphocytes above 500 and below 1000/mm3",
            ),
            _level(
                2,
                "Neutrophils 500 to 1000/mm3",
                "Haemoglobin 8 to 10 g/dL",
                "Platelets 50 000 to 100 000/mm3",
                "Lymphocytes 500/mm3 or fewer",
            ),
            _level(
                3,
                "Neutrophils below 500/mm3",
                "Haemoglobin below 8 g/dL",
                "Platelets below 50 000/mm3",
            ),
        ),
        ("Lack of vitamins or iron", "Cytopenia from drugs, lymphopenia included"),
        _STABLE,
        (
            Feature("Anaemia, neutropenia and thrombopenia count only if autoimmune."),
            Feature("Lymphopenia alone cannot be high."),
        ),
    ),
    DomainDefinition(
        "biological",
        _SECOND,
        (
            _NONE,
            _level(
                1,
                "Clonal component",
                "C3, C4 or CH50 below the laboratory's own limit",
                "Hypergammaglobulinaemia, or IgG 16 to 20 g/L",
            ),
            _level(
                2,
                "Cryoglobulinaemia",
                "Hypergammaglobulinaemia, or IgG above 20 g/L",
                "Recent hypogammaglobulinaemia, or recent fall of IgG below 5 g/L",
            ),
        ),
        (),
        "Drugs on B cells or FcRn change this domain directly; ClinESSDAI leaves it out.",
        (Feature("IgG of exactly 16 and of exactly 20 g/L is low.", CONVENTION),),
    ),
)
"""One definition a domain, in the order of the instrument."""
