"""Read texts as numbers without ever changing their size.

The decimal sign is decided for a column as a whole, from those of its values
that can only be read in one way ("0,9" and "12,55" have a decimal comma,
"1.234,5" too; "1,234,567" has commas between thousands). Only a text that can
be read both ways, such as "1,234", follows the column, and where the column
says nothing, the file.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

NUMBER, MISSING, QUALIFIED, TEXT, UNCLEAR, FAULT = range(6)

KEEP_TEXT = (QUALIFIED, TEXT, UNCLEAR)
"""Statuses whose text is kept beside the missing number."""

FINDINGS = (
    (MISSING, "value.missing_code", "note", "taken as missing"),
    (
        QUALIFIED,
        "value.qualifier",
        "warning",
        "with a qualifier or a mark, missing as numbers",
    ),
    (TEXT, "value.not_a_number", "warning", "not readable as numbers, now missing"),
    (
        UNCLEAR,
        "value.decimal_unclear",
        "warning",
        "readable with decimals or with thousands, now missing",
    ),
    (
        FAULT,
        "value.formula_error",
        "warning",
        "with the error of a spreadsheet formula, now missing",
    ),
)
"""Status, check, severity and wording of what is reported for a column."""

MISSING_TEXTS = frozenset(
    {".", "na", "n/a", "n.a.", "n.a", "nd", "n.d.", "n.d", "nk", "n/k", "ne", "n.e.", "nan"}
    | {"unk", "un", "unknown", "null", "none", "missing", "-", "--", "---", "–", "—", "?"}
    | {"not done", "not available", "not applicable", "not known", "not evaluable"}
)
"""Texts that mean "no value" in a column of numbers, in lower case."""

_SAS_MISSING = re.compile(r"\.[A-Za-z_]")
_FAULTS = frozenset({"#n/a", "#null!", "#div/0!", "#value!", "#ref!", "#name?", "#num!"})
_QUALIFIER = re.compile(r"(?:<=|>=|=<|=>|[<>≤≥~≈])\s*(\S.*)")
_MARK = re.compile(r"(.*?\d)\s*(?:[*#†‡!+]{1,3}|[HL]{1,2})")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_GROUPED = re.compile(r"([+-]?)(\d{1,3})((?:[ '’]\d{3})+)((?:[.,]\d+)?)")
_COMMA = re.compile(r"[+-]?\d*,\d+(?:[eE][+-]?\d+)?")
_EITHER = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")
_THOUSANDS_COMMA = re.compile(r"[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?")
_THOUSANDS_POINT = re.compile(r"[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d*)?")
_POWER = re.compile(r"\d+[eE]\d+")
_LEADING_ZERO = re.compile(r"0\d+")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_MINUS = str.maketrans({"−": "-", "‐": "-", "‑": "-", "‒": "-", "﹣": "-", "＋": "+"})


@dataclass(frozen=True)
class Numbers:
    """The distinct texts of a column read as numbers.

    ``values`` and ``status`` have one entry per text; ``reformatted`` marks
    numbers not written in plain form, ``guessed`` says that the decimal sign
    had to be taken from the file, ``mixed`` that the column has both, and
    ``looks_like_codes`` that the texts are rather identifiers (leading zeros).
    """

    values: npt.NDArray[np.float64]
    status: npt.NDArray[np.int8]
    reformatted: npt.NDArray[np.bool_]
    guessed: bool
    mixed: bool
    looks_like_codes: bool


def parse_numbers(
    texts: npt.NDArray[np.object_],
    *,
    decimal_comma: bool = False,
    decimal: str = "",
    commas: bool = False,
) -> Numbers:
    """Read distinct trimmed texts as numbers.

    Parameters
    ----------
    texts : numpy.ndarray of str, shape (n,)
    decimal_comma : bool
        How to read ``1,234`` if no other text of the column decides.
    decimal : str
        The decimal sign that the user said, "," or ".": it decides for texts
        with two meanings. A text with one meaning, such as ``0.9``, keeps it.
    commas : bool
        Whether other columns of the file have decimal commas: then ``1.250`` has two
        meanings too.
    """
    values = pd.to_numeric(pd.Series(texts, dtype=object), errors="coerce").to_numpy(float)
    values = np.where(np.isfinite(values), values, np.nan)
    status = np.where(np.isnan(values), TEXT, NUMBER).astype(np.int8)
    reformatted = np.zeros(len(texts), dtype=bool)
    rest = np.flatnonzero(status == TEXT)
    unclear: list[int] = []
    comma_signs = points = 0
    for i in rest:
        value, state, sign = _read_one(str(texts[i]))
        values[i], status[i] = value, state
        reformatted[i] = state == NUMBER
        comma_signs += sign == ","
        points += sign == "."
        if state == UNCLEAR:
            unclear.append(int(i))
    guessed = False
    if decimal:
        evidence = (1, 0) if decimal == "," else (0, 1)
        _settle(texts, values, status, reformatted, evidence, decimal_comma)
    elif unclear or comma_signs or commas:
        points += sum(_is_point_decimal(str(t)) for t in texts[status == NUMBER])
        evidence = (comma_signs, points)
        guessed = _settle(texts, values, status, reformatted, evidence, decimal_comma)
    mixed = comma_signs > 0 and points > 0
    return Numbers(values, status, reformatted, guessed, mixed, _looks_like_codes(texts))


def _read_one(text: str) -> tuple[float, int, str]:
    """Return value, status and, where it is beyond doubt, the decimal sign used."""
    folded = _SPACES.sub(" ", unicodedata.normalize("NFKC", text).translate(_MINUS)).strip()
    low = " ".join(folded.lower().split())
    if low in MISSING_TEXTS or _SAS_MISSING.fullmatch(folded):
        return np.nan, MISSING, ""
    if low in _FAULTS:
        return np.nan, FAULT, ""
    value, sign = _number(folded)
    if sign == "?":
        return np.nan, UNCLEAR, ""
    if np.isfinite(value):
        return value, NUMBER, sign
    for pattern in (_QUALIFIER, _MARK):
        match = pattern.fullmatch(folded)
        if match:
            value, sign = _number(match[1].strip())
            if sign or not np.isnan(value):
                return np.nan, QUALIFIED, ""
    return np.nan, TEXT, ""


def _number(text: str) -> tuple[float, str]:
    """Return the number a text can only mean, with its decimal sign ("?": two meanings)."""
    grouped = _GROUPED.fullmatch(text)
    if grouped:
        sign, head, groups, tail = grouped.groups()
        digits = head + re.sub(r"\D", "", groups)
        return float(sign + digits + tail.replace(",", ".")), tail[:1]
    if _EITHER.fullmatch(text) and "," in text:
        return np.nan, "?"
    if _PLAIN.fullmatch(text):
        return float(text), ""
    if _THOUSANDS_COMMA.fullmatch(text):
        return float(text.replace(",", "")), "."
    if _THOUSANDS_POINT.fullmatch(text):
        return float(text.replace(".", "").replace(",", ".")), ","
    if _COMMA.fullmatch(text):
        return float(text.replace(",", ".")), ","
    return np.nan, ""


def _is_point_decimal(text: str) -> bool:
    return "." in text and _PLAIN.fullmatch(text) is not None and not _EITHER.fullmatch(text)


def _settle(
    texts: npt.NDArray[np.object_],
    values: npt.NDArray[np.float64],
    status: npt.NDArray[np.int8],
    reformatted: npt.NDArray[np.bool_],
    evidence: tuple[int, int],
    decimal_comma: bool,
) -> bool:
    """Read the texts with two meanings by the evidence of the column; return if guessed."""
    commas, points = evidence
    twofold = [
        i
        for i in range(len(texts))
        if status[i] in (UNCLEAR, NUMBER) and _EITHER.fullmatch(str(texts[i]))
    ]
    if not twofold:
        return False
    if commas and points:
        for i in twofold:
            values[i], status[i], reformatted[i] = np.nan, UNCLEAR, False
        return False
    comma = commas > 0 or (not points and decimal_comma)
    thousands, decimal = (".", ",") if comma else (",", ".")
    changed = False
    for i in twofold:
        text = str(texts[i])
        value = float(text.replace(thousands, "").replace(decimal, "."))
        if status[i] == UNCLEAR or value != values[i]:
            values[i], status[i], reformatted[i] = value, NUMBER, True
            changed = True
    return changed and not (commas or points)


def _looks_like_codes(texts: npt.NDArray[np.object_]) -> bool:
    """Return True for texts that only identifiers look like.

    These are digits with leading zeros, and texts such as 1E05 in a column
    that otherwise holds nothing but digits.
    """
    if any(_LEADING_ZERO.fullmatch(str(t)) for t in texts):
        return True
    powers = [t for t in texts if _POWER.fullmatch(str(t))]
    return bool(powers) and all(str(t).isdigit() or _POWER.fullmatch(str(t)) for t in texts)
