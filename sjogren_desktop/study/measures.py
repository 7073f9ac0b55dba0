# ruff: noqa: E501 - patterns stay on one line
"""What site spreadsheets measure: names, codes, units and plausible ranges.

Codes are those of the demonstration study and CDISC controlled terminology.
The ranges only tell units and mistaken columns apart; they are wide, cover
patients far outside the normal range, and are no reference ranges.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

QS, LB, VS = "ADQS", "ADLB", "ADVS"
"""Data sets: scores and clinical tests, laboratory, vital signs."""


@dataclass(frozen=True)
class Measure:
    """A quantity: code, label, data set, pattern of its names, unit and range.

    ``pattern`` is compared with a name in lower case without punctuation;
    ``low`` and ``high`` are in ``unit`` (a UCUM code, "" for scores).
    """

    code: str
    label: str
    dataset: str
    pattern: str
    unit: str = ""
    low: float = 0.0
    high: float = float("inf")
    molar_mass: float | None = None

    @property
    def param(self) -> str:
        """Return PARAM: the label with the unit in brackets."""
        return f"{self.label} ({self.unit})" if self.unit else self.label


def _level(code: str, label: str, words: str) -> Measure:
    pattern = (
        rf"(?:essdai )?(?:dom(?:ain)? )?(?:{words})(?: domain| level| activity| dom)*(?: essdai)?"
    )
    return Measure(code, f"ESSDAI {label} Level (0-3)", QS, pattern, "", 0, 3)


MEASURES: tuple[Measure, ...] = (
    Measure(
        "ESSDAI", "ESSDAI Total Score (0-123)", QS,
        r"essdai(?: (?:total|score|sum|gesamt|summe))*|total essdai", "", 0, 123,
    ),
    Measure(
        "CLINESSD", "ClinESSDAI Total Score (0-135)", QS,
        r"clin(?:ical)? ?essdai?(?: (?:total|score))*", "", 0, 135,
    ),
    _level("ESSCON", "Constitutional", r"const(?:itutional)?|esscon|konstitutionell|allgemein"),
    _level("ESSLYM", "Lymphadenopathy", r"lymphadenopath(?:y|ie)|esslym|lymph nodes?"),
    _level("ESSGLA", "Glandular", r"gland(?:ular)?|essgla|glandulär|drüsen"),
    _level("ESSART", "Articular", r"artic(?:ular)?|essart|joints?|gelenke?|artikulär"),
    _level("ESSCUT", "Cutaneous", r"cutan(?:eous)?|esscut|skin|haut|kutan"),
    _level("ESSPUL", "Pulmonary", r"pulm(?:onary)?|esspul|lungs?|lunge|pulmonal"),
    _level("ESSREN", "Renal", r"renal|essren|kidneys?|niere"),
    _level("ESSMUS", "Muscular", r"musc(?:ular)?|essmus|muskel|muskulär"),
    _level("ESSPNS", "Peripheral nervous system", r"pns|esspns|peripheral nervous(?: system)?"),
    _level("ESSCNS", "Central nervous system", r"cns|esscns|zns|central nervous(?: system)?"),
    _level("ESSHAE", "Haematological", r"ha?emat(?:ological|o)?|esshae|hämatologisch"),
    _level("ESSBIO", "Biological", r"biol(?:ogical)?|essbio|biologisch"),
    Measure(
        "ESSPRI", "ESSPRI Score (0-10)", QS, r"esspri(?: (?:total|score|mean))*", "", 0, 10
    ),
    Measure("ESPDRY", "ESSPRI Dryness (0-10)", QS, r"(?:esspri )?(?:dry(?:ness)?|trockenheit|sécheresse)|espdry", "", 0, 10),
    Measure("ESPFAT", "ESSPRI Fatigue (0-10)", QS, r"esspri (?:fatigue|müdigkeit)|espfat", "", 0, 10),
    Measure("ESPPAIN", "ESSPRI Pain (0-10)", QS, r"esspri (?:pain|schmerz(?:en)?)|esppain", "", 0, 10),
    Measure(
        "PHGA", "Physician Global Assessment of Disease Activity (0-100)", QS,
        r"(?:phga|phyga|physicians?(?: s)? global(?: assessment)?|arzt global|global physician)(?: vas)?",
        "", 0, 100,
    ),
    Measure(
        "PAGA", "Patient Global Assessment of Disease Activity (0-100)", QS,
        r"(?:paga|ptga|patients?(?: s)? global(?: assessment)?|patient global)(?: vas)?", "", 0, 100,
    ),
    Measure("FACITF", "FACIT-Fatigue Score (0-52)", QS, r"facit ?f(?:atigue)?(?: score| total)*", "", 0, 52),
    Measure("SCHIRMER", "Schirmer Test", QS, r"schirmer(?: test| i| s)*", "mm", 0, 60),
    Measure("OSS", "Ocular Staining Score", QS, r"(?:oss|ocular staining)(?: score)?", "", 0, 12),
    Measure("UWS", "Unstimulated Whole Salivary Flow", QS, r"(?:uws|uwsf|usf|unstimulated(?: whole)? saliva(?:ry)?(?: flow)?)(?: rate)?", "mL/min", 0, 5),
    Measure("SWS", "Stimulated Whole Salivary Flow", QS, r"(?:sws|ssf|stimulated(?: whole)? saliva(?:ry)?(?: flow)?)(?: rate)?", "mL/min", 0, 10),
    Measure("IGG", "Immunoglobulin G", LB, r"igg(?: serum| total)*|im?n?munoglobulin[ea]? g|serum igg", "g/L", 1, 120),
    Measure("IGA", "Immunoglobulin A", LB, r"iga|im?n?munoglobulin[ea]? a", "g/L", 0.05, 30),
    Measure("IGM", "Immunoglobulin M", LB, r"igm|im?n?munoglobulin[ea]? m", "g/L", 0.05, 30),
    Measure("C3", "Complement C3", LB, r"(?:[ck]ompl[eé]mento? )?c3c?", "g/L", 0.1, 4),
    Measure("C4", "Complement C4", LB, r"(?:[ck]ompl[eé]mento? )?c4", "g/L", 0.01, 1.5),
    Measure("RF", "Rheumatoid Factor", LB, r"rf(?: igm)?|rheuma(?:toid)?(?: ?factor| ?faktor)|facteur rhumato[iï]de|factor reumatoide", "[IU]/mL", 0, 20000),
    Measure("CRP", "C Reactive Protein", LB, r"(?:hs ?)?crp|c reactive protein|pcr|prot[eé]in[ea] c r[eé]acti(?:ve|va)", "mg/L", 0, 500),
    Measure("ESR", "Erythrocyte Sedimentation Rate", LB, r"esr|bsg|vsg|erythrocyte sedimentation rate|vitesse de sédimentation", "mm/h", 0, 200),
    Measure("LEUK", "Leukocytes", LB, r"wbc|leu[kc]o(?:cytes|zyten)?|white (?:blood )?cells?(?: count)?|globules blancs|leucocitos", "10*9/L", 0.3, 100),
    Measure("NEUT", "Neutrophils", LB, r"neut(?:rophils?|rophiles?)?|polynucléaires neutrophiles|neutrófilos|anc|neutrophil count", "10*9/L", 0.05, 60),
    Measure("LYMPH", "Lymphocytes", LB, r"lymph(?:ocytes?|ozyten)?|linfocitos|alc", "10*9/L", 0.05, 50),
    Measure("PLAT", "Platelets", LB, r"plat(?:elets?)?|plt|thrombo(?:cytes|zyten)|plaquettes|plaquetas", "10*9/L", 5, 1500),
    Measure("HGB", "Haemoglobin", LB, r"hgb|hb|ha?emoglobin|hämoglobin|h[eé]moglobin[ea]", "g/L", 40, 220, 16114.5),
    Measure("CD19", "CD19 B Cells", LB, r"cd ?19(?: ?\+)?(?: b ?cells?| cells?| count)*|b ?cells?(?: count)?", "/uL", 0, 5000),
    Measure("ALT", "Alanine Aminotransferase", LB, r"alt|alat|gpt|sgpt|alanine aminotransferase|tgp", "U/L", 1, 5000),
    Measure("AST", "Aspartate Aminotransferase", LB, r"ast|asat|got|sgot|aspartate aminotransferase|tgo", "U/L", 1, 5000),
    Measure("ALP", "Alkaline Phosphatase", LB, r"alp|ap|alkaline phosphatase|alkalische phosphatase", "U/L", 5, 3000),
    Measure("BILI", "Bilirubin", LB, r"bili(?:r?rubin[ea]?)?(?: total[ea]?)?|total bilirubin", "umol/L", 1, 700, 584.66),
    Measure("CREAT", "Creatinine", LB, r"cr[eé]a(?:t(?:inin[ea])?)?|kreatinin|serum creatinine", "umol/L", 15, 2000, 113.12),
    Measure("GLUC", "Glucose", LB, r"gluc(?:os[ea])?|glukose|blood sugar|glyc[eé]mie|glucemia", "mmol/L", 1, 60, 180.156),
    Measure("WEIGHT", "Weight", VS, r"weight|gewicht|poids|peso|body weight", "kg", 25, 300),
    Measure("HEIGHT", "Height", VS, r"height|größe|groesse|taille|talla|estatura|körpergröße", "cm", 100, 220),
    Measure("SYSBP", "Systolic Blood Pressure", VS, r"sysbp|sbp|systolic(?: blood pressure| bp)?|rr sys", "", 60, 260),
    Measure("DIABP", "Diastolic Blood Pressure", VS, r"diabp|dbp|diastolic(?: blood pressure| bp)?|rr dia", "", 30, 160),
    Measure("PULSE", "Pulse Rate", VS, r"pulse(?: rate)?|heart rate|hr|puls|pouls|fréquence cardiaque|frecuencia cardiaca", "", 30, 220),
)  # fmt: skip
"""Every measure known by name."""

BY_CODE = {m.code: m for m in MEASURES}


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Measure], ...]:
    return tuple((re.compile(m.pattern), m) for m in MEASURES)


def plain_name(text: str) -> str:
    """Return a name in lower case with single blanks for all punctuation."""
    return " ".join(re.sub(r"[^\w+%]+|_", " ", text.lower()).split())


def find_measure(name: str) -> tuple[Measure, bool] | None:
    """Return the measure a name means, and whether the name is its code.

    Parameters
    ----------
    name : str
        Name or label without unit and visit.
    """
    plain = re.sub(r"(?<=\w) (?:result|value|wert|ergebnis|résultat)$", "", plain_name(name))
    if plain.upper() in BY_CODE:
        return BY_CODE[plain.upper()], True
    for pattern, measure in _patterns():
        if pattern.fullmatch(plain):
            return measure, False
    return None
