"""Headers that site files use for variables of the standard.

Only names that can mean one thing are listed, and a column is only renamed if
the file has no column of the standard name. Every renaming is reported.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from sjogren_desktop.results import Issue

_SUBJECT = (
    r"(?:UNIQUE )?(?:SUBJECT|PATIENT|PARTICIPANT|PATIENTEN|PROBANDEN|SUJET|PACIENTE)"
    r"(?:[ _.-]*(?:ID|NO|NR|NUMBER|NUMMER|IDENTIFIER|NUMERO))?\.?"
)
HEADERS: tuple[tuple[str, str], ...] = (
    ("USUBJID", _SUBJECT),
    ("STUDYID", r"(?:STUDY|PROTOCOL)(?:[ _.-]*(?:ID|NO|NR|NUMBER|CODE))?\.?"),
    ("PARAMCD", r"(?:PARAMETER|TEST)[ _](?:CODE|CD)|PARAMETERCODE|TESTCODE"),
    ("PARAM", r"PARAMETER(?: NAME)?|TEST NAME|TESTNAME"),
    ("AVISIT", r"ANALYSIS VISIT|VISITE|VISIT NAME|STUDY VISIT|STUDIENVISITE|BESUCH"),
    ("AVAL", r"ANALYSIS VALUE|MESSWERT|NUMERIC RESULT|RESULT VALUE|VALEUR|VALOR"),
    ("ADT", r"ANALYSIS DATE|DATUM|MESSDATUM|ASSESSMENT DATE|DATE OF ASSESSMENT|VISIT DATE"),
    (
        "A1LO",
        r"(?:LOWER (?:LIMIT|BOUND) OF )?NORMAL RANGE(?: LOWER LIMIT)|LLN|LOWER LIMIT OF NORMAL"
        r"|NORMBEREICH(?:,)? UNTERE GRENZE|UNTERE NORMGRENZE",
    ),
    (
        "A1HI",
        r"NORMAL RANGE UPPER LIMIT|ULN|UPPER LIMIT OF NORMAL"
        r"|NORMBEREICH(?:,)? OBERE GRENZE|OBERE NORMGRENZE",
    ),
)
"""Variable and the headers that stand for it, as written by :func:`.values.column_name`."""


def standard_names(
    names: Sequence[str], file: str, *, sheet: str = ""
) -> tuple[dict[str, str], list[Issue]]:
    """Return which columns to rename to which variables, and say so.

    Parameters
    ----------
    names : sequence of str
        Column names in upper case; what stands in brackets is not compared.
    """
    plain = {n: " ".join(re.sub(r"[(\[].*?[)\]]", " ", n).split()) for n in names}
    renamed: dict[str, str] = {}
    issues: list[Issue] = []
    for variable, pattern in HEADERS:
        if variable in names:
            continue
        found = [n for n in names if re.fullmatch(pattern, plain[n]) and n not in renamed]
        if len(found) != 1:
            continue
        renamed[found[0]] = variable
        issues.append(
            Issue(
                "note",
                f"The column {found[0]} was taken as {variable}.",
                action=f"Call another column {variable} in the source if that is not right.",
                file=file,
                sheet=sheet,
                column=variable,
                check="study.header_taken_as",
            )
        )
    return renamed, issues
