"""Toxicity grades of laboratory values by CTCAE version 5.0.

What version 5.0 says in numbers is graded; what it grades by symptoms or need of
treatment (anaemia grade 4, hypokalaemia grade 2, hyperglycaemia, phosphate) is
not. Where it says so, a value is compared with the baseline if that was above
normal, but the baseline value itself always with the normal range. Limits are
taken as printed for the unit of the data, not converted from another unit.
Criteria: National Cancer Institute, Common Terminology Criteria for Adverse
Events (CTCAE) Version 5.0, 27 November 2017. Rules CT.1 to CT.5 in
``resources/methods/ctcae.md``.

The bounds have not been compared with that document: :data:`UNVERIFIED` says so
wherever a grade is shown. ``tests/analyses/test_ctcae.py`` proves that each bound
is applied as written here, not that it is the published one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]
Bounds = tuple[float | None, float | None, float | None, float | None]

UNVERIFIED = (
    "The bounds of the grades have not yet been checked against the published CTCAE version 5.0. "
    "Check them before a grade is relied on."
)
"""Printed with every grade until the criteria were compared with the document."""

LIMIT = 0.0
"""Stands for the limit of normal as the bound of grade 1."""

_SLACK = 1e-9
"""Products such as 3 x 40.1 miss their decimal value by less than this share."""


@dataclass(frozen=True)
class Criterion:
    """One row of the CTCAE: a term, the parameters it grades, and the bounds.

    Parameters
    ----------
    key, term : str
    codes : tuple of str
        Usual parameter codes (PARAMCD).
    low : bool
        Graded for low values (``<``), else for high ones (``>``).
    bounds : mapping of unit to bounds of grades 1 to 4
        A value beyond the bound has the grade; :data:`LIMIT` is the limit of
        normal, None a grade the numbers do not give.
    multiples : bounds
        The same in multiples of the upper limit of normal, whatever the unit.
    of_baseline : float
        From this multiple of an abnormal baseline on a value has grade 1; the
        further grades then are ``multiples`` of the baseline. 0: not used.
    beyond_baseline : bool
        Grade 1 (from ``of_baseline``) starts beyond, not at, the multiple.
    or_baseline : bounds
        Multiples of the baseline that give a grade besides (creatinine).
    inclusive : bool
        Grade 1 starts at its bound.
    above_baseline : bool
        Only values above the baseline are graded (eosinophils).
    change : float
        A rise by more than this gives grade 3 besides (QTc).
    """

    key: str
    term: str
    codes: tuple[str, ...]
    low: bool = False
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    multiples: Bounds | None = None
    of_baseline: float = 0.0
    beyond_baseline: bool = False
    or_baseline: Bounds | None = None
    inclusive: bool = False
    above_baseline: bool = False
    change: float = 0.0


_CELLS, _MASS, _MG, _MMOL = "10^9/L", "g/L", "mg/dL", "mmol/L"
_ANY = ""
_ALT = ("ALT", "SGPT", "ALAT")
_AST = ("AST", "SGOT", "ASAT")
_ALP = ("ALP", "ALKPH", "ALKP", "ALPH")
_GGT = ("GGT", "GGTP")
_BILI = ("BILI", "TBIL", "TBILI", "BILIT", "BILITOT")
_WBC = ("WBC", "LEUK", "LEUKO")
_LYM = ("LYM", "LYMPH", "LYMPHS", "ALC")
_CA = ("CA", "CALCIUM", "CACORR", "CALC")
_K = ("K", "POTAS", "POTASSIUM", "KALIUM")
_NA = ("SODIUM", "NA", "SOD")
_MAGNESIUM = ("MG", "MAGN", "MAGNES")

CRITERIA: tuple[Criterion, ...] = (
    Criterion(
        "alt", "Alanine aminotransferase increased", _ALT,
        multiples=(1, 3, 5, 20), of_baseline=1.5,
    ),
    Criterion(
        "ast", "Aspartate aminotransferase increased", _AST,
        multiples=(1, 3, 5, 20), of_baseline=1.5,
    ),
    Criterion(
        "alp", "Alkaline phosphatase increased", _ALP,
        multiples=(1, 2.5, 5, 20), of_baseline=2,
    ),
    Criterion("ggt", "GGT increased", _GGT, multiples=(1, 2.5, 5, 20), of_baseline=2),
    Criterion(
        "bilirubin", "Blood bilirubin increased", _BILI,
        multiples=(1, 1.5, 3, 10), of_baseline=1, beyond_baseline=True,
    ),
    Criterion(
        "creatinine", "Creatinine increased", ("CREAT", "CREA", "CREATIN", "SCR"),
        multiples=(1, 1.5, 3, 6), or_baseline=(None, 1.5, 3, None),
    ),
    Criterion("ck", "CPK increased", ("CK", "CPK"), multiples=(1, 2.5, 5, 10)),
    Criterion("lipase", "Lipase increased", ("LIPASE", "LIPA"), multiples=(1, 1.5, 5, None)),
    Criterion(
        "amylase", "Serum amylase increased", ("AMYLASE", "AMY", "AMYL"),
        multiples=(1, 1.5, 5, None),
    ),
    Criterion(
        "aptt", "Activated partial thromboplastin time prolonged", ("APTT", "PTT"),
        multiples=(1, 1.5, 2.5, None),
    ),
    Criterion("inr", "INR increased", ("INR",), bounds={_ANY: (1.2, 1.5, 2.5, None)}),
    Criterion(
        "anaemia", "Anemia", ("HGB", "HB", "HEMO", "HGBN"), low=True,
        bounds={_MASS: (LIMIT, 100, 80, None), _MMOL: (LIMIT, 6.2, 4.9, None)},
    ),
    Criterion(
        "neutrophils", "Neutrophil count decreased", ("NEUT", "ANC", "NEUTS", "NEUTSG", "NEU"),
        low=True, bounds={_CELLS: (LIMIT, 1.5, 1.0, 0.5)},
    ),
    Criterion(
        "leukocytes_low", "White blood cell decreased", _WBC,
        low=True, bounds={_CELLS: (LIMIT, 3, 2, 1)},
    ),
    Criterion(
        "leukocytes_high", "Leukocytosis", _WBC, bounds={_CELLS: (None, None, 100, None)}
    ),
    Criterion(
        "lymphocytes_low", "Lymphocyte count decreased", _LYM,
        low=True, bounds={_CELLS: (LIMIT, 0.8, 0.5, 0.2)},
    ),
    Criterion(
        "lymphocytes_high", "Lymphocyte count increased", _LYM,
        bounds={_CELLS: (None, 4, 20, None)},
    ),
    Criterion(
        "cd4", "CD4 lymphocytes decreased", ("CD4", "CD4LYM"),
        low=True, bounds={_CELLS: (LIMIT, 0.5, 0.2, 0.05)},
    ),
    Criterion(
        "platelets", "Platelet count decreased", ("PLAT", "PLT", "PLATELET"),
        low=True, bounds={_CELLS: (LIMIT, 75, 50, 25)},
    ),
    Criterion(
        "eosinophils", "Eosinophilia", ("EOS", "EOSIN"),
        multiples=(1, None, None, None), above_baseline=True,
    ),
    Criterion(
        "albumin", "Hypoalbuminemia", ("ALB", "ALBUMIN"),
        low=True, bounds={_MASS: (LIMIT, 30, 20, None)},
    ),
    Criterion(
        "potassium_low", "Hypokalemia", _K, low=True, bounds={_MMOL: (LIMIT, None, 3.0, 2.5)}
    ),
    Criterion("potassium_high", "Hyperkalemia", _K, bounds={_MMOL: (LIMIT, 5.5, 6.0, 7.0)}),
    Criterion("sodium_low", "Hyponatremia", _NA, low=True, bounds={_MMOL: (LIMIT, 130, 125, 120)}),
    Criterion("sodium_high", "Hypernatremia", _NA, bounds={_MMOL: (LIMIT, 150, 155, 160)}),
    Criterion(
        "calcium_low", "Hypocalcemia", _CA, low=True,
        bounds={_MMOL: (LIMIT, 2.0, 1.75, 1.5), _MG: (LIMIT, 8, 7, 6)},
    ),
    Criterion(
        "calcium_high", "Hypercalcemia", _CA,
        bounds={_MMOL: (LIMIT, 2.9, 3.1, 3.4), _MG: (LIMIT, 11.5, 12.5, 13.5)},
    ),
    Criterion(
        "magnesium_low", "Hypomagnesemia", _MAGNESIUM, low=True,
        bounds={_MMOL: (LIMIT, 0.5, 0.4, 0.3), _MG: (LIMIT, 1.2, 0.9, 0.7)},
    ),
    Criterion(
        "magnesium_high", "Hypermagnesemia", _MAGNESIUM,
        bounds={_MMOL: (LIMIT, None, 1.23, 3.30), _MG: (LIMIT, None, 3, 8)},
    ),
    Criterion(
        "glucose_low", "Hypoglycemia", ("GLUC", "GLUCOSE", "GLU"), low=True,
        bounds={_MMOL: (LIMIT, 3.0, 2.2, 1.7), _MG: (LIMIT, 55, 40, 30)},
    ),
    Criterion(
        "cholesterol", "Cholesterol high", ("CHOL", "CHOLES", "TCHOL"),
        bounds={_MMOL: (LIMIT, 7.75, 10.34, 12.92), _MG: (LIMIT, 300, 400, 500)},
    ),
    Criterion(
        "triglycerides", "Hypertriglyceridemia", ("TRIG", "TG", "TRIGLY"), inclusive=True,
        bounds={_MMOL: (1.71, 3.42, 5.7, 11.4), _MG: (150, 300, 500, 1000)},
    ),
    Criterion(
        "urate", "Hyperuricemia", ("URATE", "URIC", "UA"), multiples=(1, None, None, None)
    ),
    Criterion(
        "qtc", "Electrocardiogram QT corrected interval prolonged", ("QTCF", "QTCB", "QTC"),
        inclusive=True, change=60, bounds={"ms": (450, 480, 500, None)},
    ),
)  # fmt: skip
"""The graded criteria of CTCAE version 5.0."""


# --- units ----------------------------------------------------------------

_UNITS: dict[str, tuple[str, float]] = {
    "10^9/L": (_CELLS, 1), "10E9/L": (_CELLS, 1), "10**9/L": (_CELLS, 1), "109/L": (_CELLS, 1),
    "GI/L": (_CELLS, 1), "GIGA/L": (_CELLS, 1),
    "10^3/UL": (_CELLS, 1), "10E3/UL": (_CELLS, 1), "103/UL": (_CELLS, 1), "10**3/UL": (_CELLS, 1),
    "10^3/MM3": (_CELLS, 1), "K/UL": (_CELLS, 1), "THOU/UL": (_CELLS, 1), "K/MM3": (_CELLS, 1),
    "THOUSAND/UL": (_CELLS, 1), "/NL": (_CELLS, 1),
    "/UL": (_CELLS, 0.001), "/MM3": (_CELLS, 0.001), "CELLS/UL": (_CELLS, 0.001),
    "CELLS/MM3": (_CELLS, 0.001), "10^6/L": (_CELLS, 0.001), "10E6/L": (_CELLS, 0.001),
    "G/L": (_MASS, 1), "G/DL": (_MASS, 10), "MG/DL": (_MG, 1), "MG/L": (_MG, 0.1),
    "MMOL/L": (_MMOL, 1), "UMOL/L": (_MMOL, 0.001), "MSEC": ("ms", 1), "MS": ("ms", 1),
    "S": ("ms", 1000), "SEC": ("ms", 1000),
}  # fmt: skip
_MEQ = {"sodium": 1.0, "potassium": 1.0, "calcium": 0.5, "magnesium": 0.5}
"""Millimoles of an electrolyte in a milliequivalent."""


def unit_of(text: str) -> str:
    """Return the unit in the brackets at the end of a label, "" if there is none."""
    found = re.search(r"\(([^()]+)\)\s*$", text)
    return found.group(1) if found else ""


def factor(criterion: Criterion, unit: str) -> tuple[str, float] | None:
    """Return the unit of a criterion's bounds a unit belongs to, and the factor to it.

    None if values in this unit cannot be graded. Multiples of a limit of normal
    need no unit.
    """
    if criterion.multiples is not None or _ANY in criterion.bounds:
        return _ANY, 1.0
    name = re.sub(r"^X\s*(?=10)", "", unit.strip().upper().replace("µ", "U").replace("Μ", "U"))
    name = name.replace(" ", "").replace("MCL", "UL").replace("Μ", "U")
    if name == "MEQ/L":
        share = _MEQ.get(criterion.key.split("_")[0])
        return (_MMOL, share) if share else None
    if name == "G/L" and _CELLS in criterion.bounds:
        return _CELLS, 1.0  # giga a litre, as European laboratories write it
    known = _UNITS.get(name)
    if known is None:
        return None
    if known[0] in criterion.bounds:
        return known
    if known[0] == _MASS and _MG in criterion.bounds:
        return _MG, known[1] * 100
    if known[0] == _MG and _MASS in criterion.bounds:
        return _MASS, known[1] / 100
    return None


# --- grades ---------------------------------------------------------------


def grade(
    criterion: Criterion,
    value: Floats,
    *,
    unit: str,
    lower: Floats,
    upper: Floats,
    baseline: Floats,
    is_baseline: Mask,
) -> Floats:
    """Grade values by one criterion (CT.1 to CT.4).

    Parameters
    ----------
    criterion : Criterion
    value, lower, upper, baseline : array
        Values with their limits of normal and the subject's baseline value, all
        in the unit named; NaN where not known. A baseline that is not known
        counts as normal.
    unit : str
    is_baseline : array of bool
        The baseline records, which are graded by the normal range alone.

    Returns
    -------
    array
        0 to 4; NaN where the value cannot be graded: no value, no limit of
        normal where grade 0 and 1 depend on it, or a unit without bounds.
    """
    found = factor(criterion, unit)
    if found is None:
        return np.full(len(value), np.nan)
    name, scale = found
    if criterion.multiples is not None:
        grades = _by_multiples(criterion, value, upper, baseline, is_baseline)
    else:
        limit = lower if criterion.low else upper
        grades = _by_bounds(criterion, criterion.bounds[name], value * scale, limit * scale)
    if criterion.change:
        rise = (value - baseline) * scale > criterion.change
        grades = np.where(rise & ~is_baseline, np.fmax(grades, 3.0), grades)
    return np.where(np.isnan(value), np.nan, grades)


def _above(value: Floats, bound: Floats | float, *, inclusive: bool = False) -> Mask:
    """Compare so that the noise of a product does not decide."""
    edge = np.asarray(bound, dtype=np.float64)
    shift = _SLACK * np.abs(edge)
    return np.asarray(value >= edge - shift if inclusive else value > edge + shift)


def _by_bounds(criterion: Criterion, bounds: Bounds, value: Floats, limit: Floats) -> Floats:
    sign = -1.0 if criterion.low else 1.0
    grades = np.zeros(len(value))
    needs_limit = bounds[0] == LIMIT
    for number, bound in enumerate(bounds, start=1):
        if bound is None:
            continue
        edge = limit if number == 1 and needs_limit else np.full(len(value), float(bound))
        reached = _above(sign * value, sign * edge, inclusive=criterion.inclusive and number == 1)
        grades = np.where(reached, float(number), grades)
    if needs_limit:
        grades = np.where((grades == 0) & np.isnan(limit), np.nan, grades)
    return grades


def _by_multiples(
    criterion: Criterion, value: Floats, upper: Floats, baseline: Floats, is_baseline: Mask
) -> Floats:
    assert criterion.multiples is not None
    high_before = (baseline > upper) & ~is_baseline
    relative = high_before & (criterion.of_baseline > 0)
    reference = np.where(relative, baseline, upper)
    grades = np.zeros(len(value))
    for number, multiple in enumerate(criterion.multiples, start=1):
        if multiple is None:
            continue
        reached = _above(value, multiple * reference)
        if number == 1 and criterion.of_baseline:
            start = criterion.of_baseline * baseline
            from_baseline = _above(value, start, inclusive=not criterion.beyond_baseline)
            reached = np.where(relative, from_baseline, reached)
        grades = np.where(reached, float(number), grades)
    grades = np.where(np.isnan(upper), np.nan, grades)
    if criterion.above_baseline:
        not_above = ~is_baseline & (value <= baseline)
        grades = np.where(not_above, 0.0, grades)
    for number, multiple in enumerate(criterion.or_baseline or (), start=1):
        if multiple is not None:
            reached = _above(value, multiple * baseline) & ~is_baseline
            grades = np.where(reached, np.fmax(grades, float(number)), grades)
    return grades


def criteria_for(code: str) -> tuple[Criterion, ...]:
    """Return the criteria that grade a parameter, by its code."""
    plain = code.split(".")[-1].upper()
    return tuple(c for c in CRITERIA if plain in c.codes)
