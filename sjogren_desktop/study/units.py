"""Units of measurement: their many spellings, and conversion between them.

Codes are those of UCUM (the Unified Code for Units of Measure, version 2.2,
ucum.org); a factor is exact unless a molar mass is involved. Units of
different dimension are never converted without the molar mass of the analyte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

MASS, COUNT, MOLAR, ENZYME, UNITS, LENGTH, WEIGHT, FLOW, RATE, SHARE, TIME = (
    "mass concentration",
    "count concentration",
    "molar concentration",
    "enzyme activity",
    "international units",
    "length",
    "weight",
    "flow",
    "sedimentation rate",
    "share",
    "time",
)

_UNITS: dict[str, tuple[str, float, str]] = {
    "g/L": (MASS, 1.0, "g/l|mg/ml|gr/l|gram/l"),
    "g/dL": (MASS, 10.0, "g/dl|g/100ml|g%|gr/dl"),
    "mg/dL": (MASS, 0.01, "mg/dl|mg/100ml|mg%"),
    "mg/L": (MASS, 1e-3, "mg/l|ug/ml|mcg/ml"),
    "ug/dL": (MASS, 1e-5, "ug/dl|mcg/dl"),
    "ug/L": (MASS, 1e-6, "ug/l|mcg/l|ng/ml"),
    "10*9/L": (
        COUNT,
        1.0,
        r"(?:x?10[\^*e]?\*?9|g(?:iga|pt))/l|(?:x?10[\^*e]?\*?3|k|thous?|tsd\.?)/(?:ul|mm\^?3)"
        r"|(?:thousand|tausend)/(?:ul|mm\^?3)",
    ),
    "/uL": (COUNT, 1e-3, r"(?:cells?|zellen|#|n)?/(?:ul|mm\^?3|cmm)"),
    "10*6/L": (COUNT, 1e-3, r"x?10[\^*e]?\*?6/l"),
    "umol/L": (MOLAR, 1.0, "umol/l|mcmol/l|micromol/l"),
    "mmol/L": (MOLAR, 1e3, "mmol/l"),
    "nmol/L": (MOLAR, 1e-3, "nmol/l"),
    "U/L": (ENZYME, 1.0, "u/l|iu/l|ie/l|ui/l"),
    "ukat/L": (ENZYME, 60.0, "ukat/l"),
    "[IU]/mL": (UNITS, 1.0, "iu/ml|u/ml|ie/ml|ui/ml|kiu/l|ku/l"),
    "mm": (LENGTH, 1.0, "mm|mm/5 ?min"),
    "cm": (LENGTH, 10.0, "cm"),
    "m": (LENGTH, 1e3, "m"),
    "[in_i]": (LENGTH, 25.4, "in|inch|inches"),
    "kg": (WEIGHT, 1.0, "kg"),
    "[lb_av]": (WEIGHT, 0.45359237, "lbs?|pounds?"),
    "mL/min": (FLOW, 1.0, "ml/min"),
    "mL/(15.min)": (FLOW, 1 / 15, "ml/15 ?min"),
    "mm/h": (RATE, 1.0, "mm/h|mm/hr|mm/1h|mm/std"),
    "%": (SHARE, 1.0, "%|percent|prozent"),
    "a": (TIME, 1.0, "years?|yrs?|jahre|a"),
    "mo": (TIME, 1 / 12, "months?|monate|mo"),
}
"""UCUM code: dimension, factor to the base unit of the dimension, spellings (lower case)."""


UCUM_CODES = tuple(_UNITS)
"""Every unit known, by its code."""


@dataclass(frozen=True)
class Conversion:
    """How values in one unit become values in another."""

    source: str
    target: str
    factor: float

    @property
    def changes(self) -> bool:
        """Say whether a value is changed."""
        return self.factor != 1.0

    def text(self) -> str:
        """Return the conversion in words, such as ``mg/dL x 0.01 = g/L``."""
        if self.source == self.target:
            return self.target
        return f"{self.source} x {self.factor:.6g} = {self.target}"


def ucum(text: str) -> str:
    """Return the UCUM code of a unit as people write it, "" if it is none known.

    Case of letters is not compared; ``µ``, ``μ`` and ``mc`` are micro.
    """
    plain = text.strip().replace("µ", "u").replace("μ", "u").replace("×", "x")
    plain = plain.replace("⁹", "^9").replace("³", "^3").lower()
    plain = re.sub(r"\s+", " ", plain).replace(" /", "/").replace("/ ", "/")
    squeezed = plain.replace(" ", "")
    for code, (_, _, pattern) in _UNITS.items():
        if plain == code.lower() or squeezed == code.lower():
            return code
        if re.fullmatch(pattern, plain) or re.fullmatch(pattern, squeezed):
            return code
    return ""


def conversion(source: str, target: str, *, molar_mass: float | None = None) -> Conversion | None:
    """Return how to convert between two UCUM codes, None where that is not possible.

    Parameters
    ----------
    source, target : str
        UCUM codes, as :func:`ucum` gives them.
    molar_mass : float, optional
        Of the analyte in g/mol, for mass against molar concentrations.
    """
    if source == target:
        return Conversion(source, target, 1.0)
    if source not in _UNITS or target not in _UNITS:
        return None
    (kind, size, _), (other, base, _) = _UNITS[source], _UNITS[target]
    if kind == other:
        return Conversion(source, target, _rounded(size / base))
    if molar_mass is None or {kind, other} != {MASS, MOLAR}:
        return None
    # Base units are g/L and umol/L.
    per_gram = 1e6 / molar_mass
    factor = size * (per_gram if kind == MASS else 1 / per_gram) / base
    return Conversion(source, target, factor)


def _rounded(factor: float) -> float:
    """Return a factor without the error of a division of decimal fractions."""
    return float(f"{factor:.15g}")
