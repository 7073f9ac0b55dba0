"""Recognise what a data set is by its variables, and what it is called."""

from __future__ import annotations

import re

import pandas as pd

USUAL_NAMES = {"ADSL": "ADSL", "ADAE": "ADAE", "ADTTE": "ADTTE"}
"""Names of the kinds that have one usual name."""

SDTM_DOMAINS = frozenset(
    {"AE", "CM", "CO", "DA", "DM", "DS", "DV", "EG", "EX", "FA", "HO", "IE", "LB", "MH", "PE"}
    | {"PR", "QS", "RS", "SC", "SE", "SU", "SV", "TA", "TE", "TI", "TS", "TV", "VS", "RELREC"}
    | {"SUPPAE", "SUPPDM", "SUPPDS", "SUPPLB", "SUPPQS"}
)
"""Names of SDTM domains, which are kept as they are."""

_ARMS = ("TRT01P", "TRT01A", "ARM", "ACTARM", "ARMCD")
_IDENTIFIER = re.compile(r"[A-Z_][A-Z0-9_]{0,31}")
_STANDARD = re.compile(r"AD[A-Z0-9]{1,6}")
_SEVERITIES = ("TRTEMFL", "AESEV", "AESER", "AETOXGR", "AESEVN", "ASEV")


def recognise(frame: pd.DataFrame) -> str:
    """Return the kind of a data set (one of :data:`.data.KINDS`).

    * ``ADSL``: one record per subject (and study), with an arm, no parameter;
    * ``ADTTE``: parameters with a value and a censoring variable;
    * ``BDS``: parameters with a value;
    * ``ADAE``: subject, event term, and severity, seriousness or the
      treatment-emergent flag;
    * ``OCCDS``: subject and another coded or verbatim term;
    * ``OTHER``: anything else.
    """
    columns = set(frame.columns)
    if "USUBJID" not in columns:
        return "OTHER"
    if "PARAMCD" in columns or ("PARAM" in columns and "AVAL" in columns):
        if "AVAL" in columns and "CNSR" in columns:
            return "ADTTE"
        return "BDS" if columns & {"AVAL", "AVALC"} else "OTHER"
    if columns & {"AETERM", "AEDECOD"}:
        return "ADAE" if columns & set(_SEVERITIES) else "OCCDS"
    if columns.intersection(_ARMS) and one_per_subject(frame):
        return "ADSL"
    if any(re.fullmatch(r"[A-Z]{2}(?:TERM|DECOD|TRT)", c) for c in columns):
        return "OCCDS"
    return "OTHER"


def data_set_name(given: str, file_stem: str, kind: str) -> str:
    """Return the upper-case name of a data set.

    The name given by the file (member, sheet) is taken if it is one, else the
    file's name. What is neither an ADaM name (AD...) nor an SDTM domain gets
    the usual name of its kind, if its kind has one.
    """
    stem = clean_name(file_stem)
    for candidate in (clean_name(given), stem):
        if _STANDARD.fullmatch(candidate) or candidate in SDTM_DOMAINS:
            return candidate
    if kind in USUAL_NAMES:
        return USUAL_NAMES[kind]
    within = [p for p in stem.split("_") if _STANDARD.fullmatch(p)]
    if within:
        return within[0]
    name = clean_name(given)
    if not name or re.fullmatch(r"(?:SHEET|TABELLE|FEUIL|HOJA|TABLE|DATA|EXPORT)_?\d*", name):
        name = stem
    return name or "DATA"


def is_test_code(column: str) -> bool:
    """Return True for the variable that names the test in an SDTM domain of findings."""
    return re.fullmatch(r"[A-Z]{2}TESTCD", column) is not None


def one_per_subject(frame: pd.DataFrame) -> bool:
    """Say whether a table has one record per subject (and study), but for slips."""
    keys = ["STUDYID", "USUBJID"] if "STUDYID" in frame else ["USUBJID"]
    known = frame[keys].dropna(subset=["USUBJID"])
    if known.empty:
        return True
    # A subject entered twice by mistake must not hide the subject-level data set.
    return bool(known.duplicated().mean() <= 0.02)


def clean_name(text: str) -> str:
    """Return a name as an identifier: upper case, other signs as underscores."""
    name = re.sub(r"[^A-Z0-9]+", "_", text.upper()).strip("_")
    if name and not _IDENTIFIER.fullmatch(name):
        name = ("_" + name if name[0].isdigit() else name)[:32]
    return name
