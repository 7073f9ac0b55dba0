"""What the CTCAE says in numbers: bounds of the grades, in versions 4, 5 and 6.

Sources: National Cancer Institute, Common Terminology Criteria for Adverse Events,
versions 4.03 (14 June 2010), 5.0 (27 November 2017) and 6.0 (22 July 2025, with the
errata of January 2026). Every bound was compared with the criteria as quoted, grade by
grade and in SI and conventional units, in the metadata of the R package admiral (2025);
QTc of versions 4 and 5 with Lyon et al., Eur Heart J 2022;43:280, Table 5, and other
quotations. ``tests/reference/ctcae`` holds that transcription, which the tests compare
with this table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

Bounds = tuple[float | None, float | None, float | None, float | None]

LIMIT = 0.0
"""Stands for the limit of normal as the bound of grade 1."""

CELLS, MASS, MG, MMOL, ANY, MS = "10^9/L", "g/L", "mg/dL", "mmol/L", "", "ms"
CLEARANCE = "mL/min"


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
        The same in multiples of the limit of normal, whatever the unit.
    above_limit : mapping of unit to bounds
        Amounts above the upper limit of normal (haemoglobin).
    of_baseline : bounds
        Multiples of a baseline above normal, used instead of ``multiples``.
    or_baseline : bounds
        Multiples of the baseline that give a grade besides (creatinine).
    or_low_baseline : bool
        ``or_baseline`` counts only where the baseline was below normal.
    decrease : bounds
        Shares lost since baseline that give a grade besides, in per cent (fibrinogen).
    if_abnormal : bool
        ``decrease`` counts only where the value is below normal.
    inclusive : set of int
        Grades that start at their bound, not beyond it.
    from_baseline : bool
        Grade 1 by ``of_baseline`` starts at the multiple.
    above_baseline : bool
        Only values above the baseline are graded (eosinophils).
    on_baseline : bool
        ``above_limit`` counts from the baseline where that was above normal.
    change : float
        A rise by more than this gives grade 3 besides (QTc).
    ends : float
        Values beyond this are not graded by numbers (creatinine clearance).
    """

    key: str
    term: str
    codes: tuple[str, ...]
    low: bool = False
    bounds: Mapping[str, Bounds] = field(default_factory=dict)
    multiples: Bounds | None = None
    above_limit: Mapping[str, Bounds] = field(default_factory=dict)
    of_baseline: Bounds | None = None
    or_baseline: Bounds | None = None
    or_low_baseline: bool = False
    decrease: Bounds | None = None
    if_abnormal: bool = False
    inclusive: frozenset[int] = frozenset()
    from_baseline: bool = False
    above_baseline: bool = False
    on_baseline: bool = False
    change: float = 0.0
    ends: float | None = None


_WBC = ("WBC", "LEUK", "LEUKO")
_LYM = ("LYM", "LYMPH", "LYMPHS", "ALC")
_PLT = ("PLAT", "PLT", "PLATELET")
_HGB = ("HGB", "HB", "HEMO", "HGBN")
_CA = ("CA", "CALCIUM", "CACORR", "CALC")
_ION = ("CAION", "ICA", "CAI", "CAIONIZ")
_K = ("K", "POTAS", "POTASSIUM", "KALIUM")
_NA = ("SODIUM", "NA", "SOD")
_MAGNESIUM = ("MG", "MAGN", "MAGNES")
_GLUC = ("GLUC", "GLUCOSE", "GLU")
_FASTING = ("GLUCFAST", "FGLUC", "GLUCF", "GLUCFA")

_ALT = Criterion(
    "alt", "Alanine aminotransferase increased", ("ALT", "SGPT", "ALAT"), multiples=(1, 3, 5, 20)
)
_AST = Criterion(
    "ast", "Aspartate aminotransferase increased", ("AST", "SGOT", "ASAT"),
    multiples=(1, 3, 5, 20),
)  # fmt: skip
_ALP = Criterion(
    "alp", "Alkaline phosphatase increased", ("ALP", "ALKPH", "ALKP", "ALPH"),
    multiples=(1, 2.5, 5, 20),
)  # fmt: skip
_GGT = Criterion("ggt", "GGT increased", ("GGT", "GGTP"), multiples=(1, 2.5, 5, 20))
_BILI = Criterion(
    "bilirubin", "Blood bilirubin increased", ("BILI", "TBIL", "TBILI", "BILIT", "BILITOT"),
    multiples=(1, 1.5, 3, 10),
)  # fmt: skip
_CREATININE = Criterion(
    "creatinine", "Creatinine increased", ("CREAT", "CREA", "CREATIN", "SCR"),
    multiples=(1, 1.5, 3, 6), or_baseline=(None, 1.5, 3, None),
)  # fmt: skip
_HIGH_HGB = Criterion(
    "haemoglobin_high", "Hemoglobin increased", _HGB, above_limit={MASS: (0, 20, 40, None)}
)
_FIBRINOGEN = Criterion(
    "fibrinogen", "Fibrinogen decreased", ("FIBRINO", "FIB", "FIBRIN", "FIBRINOG"), low=True,
    multiples=(1, 0.75, 0.5, 0.25), bounds={MASS: (None, None, None, 0.5)},
    decrease=(None, 25, 50, 75), if_abnormal=True,
)  # fmt: skip
_INR = Criterion("inr", "INR increased", ("INR",), bounds={ANY: (1.2, 1.5, 2.5, None)})
_LIPASE = Criterion("lipase", "Lipase increased", ("LIPASE", "LIPA"), multiples=(1, 1.5, 5, None))
_AMYLASE = Criterion(
    "amylase", "Serum amylase increased", ("AMYLASE", "AMY", "AMYL"), multiples=(1, 1.5, 5, None)
)
_CPK = Criterion("ck", "CPK increased", ("CK", "CPK"), multiples=(1, 2.5, 5, 10))
_NEUTROPHILS = Criterion(
    "neutrophils", "Neutrophil count decreased", ("NEUT", "ANC", "NEUTS", "NEUTSG", "NEU"),
    low=True, bounds={CELLS: (LIMIT, 1.5, 1.0, 0.5)},
)  # fmt: skip
_LOW_LYM = Criterion(
    "lymphocytes_low", "Lymphocyte count decreased", _LYM,
    low=True, bounds={CELLS: (LIMIT, 0.8, 0.5, 0.2)},
)  # fmt: skip
_PLATELETS = Criterion(
    "platelets", "Platelet count decreased", _PLT, low=True, bounds={CELLS: (LIMIT, 75, 50, 25)}
)
_LOW_NA = Criterion(
    "sodium_low", "Hyponatremia", _NA, low=True, bounds={MMOL: (LIMIT, 130, 125, 120)}
)
_URATE = Criterion(
    "urate", "Hyperuricemia", ("URATE", "URIC", "UA"), multiples=(1, None, None, None)
)
_QTC = Criterion(
    "qtc", "Electrocardiogram QT corrected interval prolonged", ("QTCF", "QTCB", "QTC"),
    inclusive=frozenset({1}), bounds={MS: (450, 480, 500, None)},
)  # fmt: skip
_EOSINOPHILS = Criterion(
    "eosinophils", "Eosinophilia", ("EOS", "EOSIN"),
    multiples=(1, None, None, None), above_baseline=True,
)  # fmt: skip
_HIGH_GLUC = Criterion(
    "glucose_high", "Hyperglycemia", _GLUC,
    bounds={MMOL: (None, None, 13.9, 27.8), MG: (None, None, 250, 500)},
)  # fmt: skip
_FASTING_GLUC = Criterion(
    "glucose_fasting", "Hyperglycemia (fasting)", _FASTING,
    bounds={MMOL: (LIMIT, 8.9, 13.9, 27.8), MG: (LIMIT, 160, 250, 500)},
)  # fmt: skip

_COMMON = (
    Criterion(
        "aptt", "Activated partial thromboplastin time prolonged", ("APTT", "PTT"),
        multiples=(1, 1.5, 2.5, None),
    ),
    Criterion(
        "anaemia", "Anemia", _HGB, low=True,
        bounds={MASS: (LIMIT, 100, 80, None), MMOL: (LIMIT, 6.2, 4.9, None)},
    ),
    Criterion(
        "leukocytes_low", "White blood cell decreased", _WBC,
        low=True, bounds={CELLS: (LIMIT, 3, 2, 1)},
    ),
    Criterion("leukocytes_high", "Leukocytosis", _WBC, bounds={CELLS: (None, None, 100, None)}),
    Criterion(
        "lymphocytes_high", "Lymphocyte count increased", _LYM,
        bounds={CELLS: (None, 4, 20, None)},
    ),
    Criterion(
        "cd4", "CD4 lymphocytes decreased", ("CD4", "CD4LYM"),
        low=True, bounds={CELLS: (LIMIT, 0.5, 0.2, 0.05)},
    ),
    Criterion(
        "haptoglobin", "Haptoglobin decreased", ("HAPTOG", "HAPTO", "HPT"),
        low=True, multiples=(1, None, None, None),
    ),
    Criterion(
        "albumin", "Hypoalbuminemia", ("ALB", "ALBUMIN"),
        low=True, bounds={MASS: (LIMIT, 30, 20, None)},
    ),
    Criterion("acidosis", "Acidosis", ("PH", "PHBLD"), low=True,
              bounds={ANY: (LIMIT, None, 7.3, None)}),
    Criterion("alkalosis", "Alkalosis", ("PH", "PHBLD"), bounds={ANY: (LIMIT, None, 7.5, None)}),
    Criterion(
        "potassium_low", "Hypokalemia", _K, low=True, bounds={MMOL: (LIMIT, None, 3.0, 2.5)}
    ),
    Criterion("potassium_high", "Hyperkalemia", _K, bounds={MMOL: (LIMIT, 5.5, 6.0, 7.0)}),
    Criterion("sodium_high", "Hypernatremia", _NA, bounds={MMOL: (LIMIT, 150, 155, 160)}),
    Criterion(
        "calcium_low", "Hypocalcemia", _CA, low=True,
        bounds={MMOL: (LIMIT, 2.0, 1.75, 1.5), MG: (LIMIT, 8, 7, 6)},
    ),
    Criterion(
        "calcium_high", "Hypercalcemia", _CA,
        bounds={MMOL: (LIMIT, 2.9, 3.1, 3.4), MG: (LIMIT, 11.5, 12.5, 13.5)},
    ),
    Criterion(
        "calcium_ionised_low", "Hypocalcemia (ionized)", _ION, low=True,
        bounds={MMOL: (LIMIT, 1.0, 0.9, 0.8)},
    ),
    Criterion(
        "calcium_ionised_high", "Hypercalcemia (ionized)", _ION,
        bounds={MMOL: (LIMIT, 1.5, 1.6, 1.8)},
    ),
    Criterion(
        "magnesium_low", "Hypomagnesemia", _MAGNESIUM, low=True,
        bounds={MMOL: (LIMIT, 0.5, 0.4, 0.3), MG: (LIMIT, 1.2, 0.9, 0.7)},
    ),
    Criterion(
        "magnesium_high", "Hypermagnesemia", _MAGNESIUM,
        bounds={MMOL: (LIMIT, None, 1.23, 3.30), MG: (LIMIT, None, 3, 8)},
    ),
    Criterion(
        "glucose_low", "Hypoglycemia", (*_GLUC, *_FASTING), low=True,
        bounds={MMOL: (LIMIT, 3.0, 2.2, 1.7), MG: (LIMIT, 55, 40, 30)},
    ),
    Criterion(
        "cholesterol", "Cholesterol high", ("CHOL", "CHOLES", "TCHOL"),
        bounds={MMOL: (LIMIT, 7.75, 10.34, 12.92), MG: (LIMIT, 300, 400, 500)},
    ),
    Criterion(
        "triglycerides", "Hypertriglyceridemia", ("TRIG", "TG", "TRIGLY"),
        inclusive=frozenset({1}),
        bounds={MMOL: (1.71, 3.42, 5.7, 11.4), MG: (150, 300, 500, 1000)},
    ),
)  # fmt: skip
"""Criteria that read the same in all three versions."""

_V4 = (
    *(_ALT, _AST, _ALP, _GGT, _BILI),
    replace(_CREATININE, or_baseline=(1, 1.5, 3, None)),
    *(_CPK, _NEUTROPHILS, _LOW_LYM, _PLATELETS),
    replace(_LIPASE, multiples=(1, 1.5, 2, 5)),
    replace(_AMYLASE, multiples=(1, 1.5, 2, 5)),
    replace(_INR, bounds={}, multiples=(1, 1.5, 2.5, None)),
    replace(_HIGH_HGB, on_baseline=True),
    replace(_FIBRINOGEN, decrease=(0, 25, 50, 75), if_abnormal=False),
    replace(_LOW_NA, bounds={MMOL: (LIMIT, None, 130, 120)}),
    replace(
        _URATE,
        multiples=None,
        bounds={MMOL: (LIMIT, None, None, 0.59), MG: (LIMIT, None, None, 10)},
    ),
    Criterion(
        "phosphate_low", "Hypophosphatemia", ("PHOS", "PHOSPHAT", "PHOSP"), low=True,
        bounds={MMOL: (LIMIT, 0.8, 0.6, 0.3), MG: (LIMIT, 2.5, 2.0, 1.0)},
    ),
    *(_HIGH_GLUC, _FASTING_GLUC, _QTC),
)  # fmt: skip

_V5 = (
    replace(_ALT, of_baseline=(1.5, 3, 5, 20), from_baseline=True),
    replace(_AST, of_baseline=(1.5, 3, 5, 20), from_baseline=True),
    replace(_ALP, of_baseline=(2, 2.5, 5, 20), from_baseline=True),
    replace(_GGT, of_baseline=(2, 2.5, 5, 20), from_baseline=True),
    replace(_BILI, of_baseline=(1, 1.5, 3, 10)),
    *(_CREATININE, _CPK, _NEUTROPHILS, _LOW_LYM, _PLATELETS, _LIPASE, _AMYLASE, _INR),
    *(_HIGH_HGB, _FIBRINOGEN, _LOW_NA, _URATE, _EOSINOPHILS),
    replace(_QTC, change=60),
)

_V6 = (
    replace(_ALT, of_baseline=(1, 1.5, 2, 4), from_baseline=True),
    replace(_AST, of_baseline=(1, 1.5, 2, 4), from_baseline=True),
    replace(_ALP, multiples=(1, None, None, None), above_baseline=True),
    replace(_GGT, of_baseline=(1, 1.5, 3, 10), from_baseline=True),
    replace(_BILI, of_baseline=(1, 1.5, 2.5, 10), from_baseline=True),
    replace(_CREATININE, or_low_baseline=True),
    replace(_NEUTROPHILS, bounds={CELLS: (1.5, 1.0, 0.5, 0.1)}),
    replace(_PLATELETS, term="Thrombocytopenia", bounds={CELLS: (LIMIT, 75, 50, 10)}),
    *(_LIPASE, _AMYLASE, _INR, _HIGH_HGB, _FIBRINOGEN, _LOW_NA, _URATE),
    *(_HIGH_GLUC, _FASTING_GLUC),
    replace(_QTC, change=60),
    Criterion(
        "ldh", "Blood lactate dehydrogenase increased", ("LDH", "LD"),
        multiples=(1, None, None, None),
    ),
    Criterion("hdl", "HDL decreased", ("HDL",), low=True, multiples=(1, None, None, None)),
    Criterion("ldl", "LDL increased", ("LDL",), multiples=(1, None, None, None)),
    Criterion(
        "clearance", "Creatinine clearance decreased", ("CREATCLR", "CRCL", "CREATCL"), low=True,
        bounds={CLEARANCE: (None, 49, 25, None)}, inclusive=frozenset({2, 3}), ends=10,
    ),
)  # fmt: skip

CRITERIA: dict[str, tuple[Criterion, ...]] = {
    version: tuple(sorted((*own, *_COMMON), key=lambda c: c.key))
    for version, own in (("4", _V4), ("5", _V5), ("6", _V6))
}
"""The graded criteria by version of the CTCAE."""

VERSIONS = {
    "5": "CTCAE version 5.0 (2017)",
    "4": "CTCAE version 4.03 (2010)",
    "6": "CTCAE version 6.0 (2025)",
}
